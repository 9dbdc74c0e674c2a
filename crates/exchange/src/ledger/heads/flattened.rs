//! Headings of two rows that were written into one cell when a table was
//! flattened: `到位资金-认定金额（万元）` is 认定金额 below 到位资金.

use super::{Head, Match, SURE};
use crate::book::Sheet;
use crate::cells::text::{fold, tight};
use crate::ledger::block::Block;
use crate::ledger::words::EVERY;

/// Signs between the heading above and the one below it.
const SIGNS: &[char] = &['-', '—', '–', '_', '/', ':', '·', '•', '>', '|', '.'];
/// Heading rows that one cell may hold.
const MOST: usize = 4;

/// Parts the headings of a table that mean something below what stands before
/// them in the same cell, and nothing as they are.
pub(crate) fn part(sheet: &Sheet, block: &mut Block) {
    let rows = block.first..=block.last;
    for (column, head) in &mut block.heads {
        let Some((own, above)) = head.parts.split_last() else {
            continue;
        };
        let mut cells = rows.clone().rev().map(|row| sheet.cell(row, *column));
        let written = cells.find(|raw| !raw.is_blank());
        let written = written
            .map(|raw| raw.display())
            .filter(|text| tight(text) == tight(own));
        let written = written.unwrap_or_else(|| own.clone());
        let parted = [written.as_str(), own.as_str()];
        let Some((parts, is_ranked)) = parted.into_iter().find_map(apart) else {
            continue;
        };
        let parts: Vec<String> = above.iter().cloned().chain(parts).collect();
        let parted = Head { parts };
        if means_more(head, &parted, is_ranked) {
            *head = parted;
        }
    }
}

/// Whether a row's text is that of a heading which was parted.
pub(crate) fn says(head: &Head, text: &str) -> bool {
    let bare = |text: &str| -> String {
        let signs = tight(text);
        signs.chars().filter(|c| !SIGNS.contains(c)).collect()
    };
    head.parts.len() > 1 && bare(text) == bare(&head.parts.concat())
}

/// The parts of a text, and whether the sign between them says that one is
/// below the other; a stroke may be an `or`, and a blank nothing.
fn apart(text: &str) -> Option<(Vec<String>, bool)> {
    let text = fold(text);
    let is_wide = |c: char| !c.is_ascii() && c.is_alphabetic();
    let (mut parts, mut part, mut depth, mut is_ranked) = (Vec::new(), String::new(), 0u32, true);
    let signs: Vec<char> = text.trim().chars().collect();
    for (at, c) in signs.iter().copied().enumerate() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let before = at.checked_sub(1).and_then(|at| signs.get(at));
        let after = signs.get(at + 1);
        let is_between = |c: Option<&char>| c.is_some_and(|c| is_wide(*c) || *c == ')');
        let ends = depth == 0 && (SIGNS.contains(&c) || c.is_whitespace());
        match ends && is_between(before) && is_between(after) {
            true => {
                is_ranked &= c != '/' && !c.is_whitespace();
                parts.push(std::mem::take(&mut part));
            }
            false => part.push(c),
        }
    }
    parts.push(part);
    (2..=MOST)
        .contains(&parts.len())
        .then_some((parts, is_ranked))
}

/// Whether a heading means something for sure only when it is parted.
fn means_more(whole: &Head, parted: &Head, is_ranked: bool) -> bool {
    let best = |head: &Head| head.matches(&EVERY).into_iter().next();
    let sure = |found: Option<Match>| found.map_or(0, |found| found.confidence);
    let Some(found) = best(parted).filter(|found| found.confidence >= SURE) else {
        return false;
    };
    let is_below = is_ranked || found.reason == "heading_under_parent";
    is_below && !whole.is_known(&EVERY) && found.confidence > sure(best(whole))
}
