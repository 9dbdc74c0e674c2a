//! Further columns of one thing, told apart by numbers: 投资方2 beside 投资方1,
//! 联系人2 beside 联系人. A record has the first; the others are kept with its
//! remark.

use suoji_model::Shape;

use crate::cells::text::tight;
use crate::ledger::heads::{Head, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::Role;
use crate::table::Target;

/// Gives further columns their roles.
pub(super) fn assign(ledger: &Ledger, heads: &[(u32, Head)], given: &mut [Option<Match>]) {
    let kind = ledger.kind().name;
    let note = Target {
        kind,
        field: "note",
    };
    if note.declared().is_none() {
        return;
    }
    let is_kept = |role: Role| match role {
        // The project or the firm that a row is of is never a remark alone.
        Role::Field(target) if ledger.titles.contains(&target) && target.kind != "enterprise" => {
            false
        }
        Role::Field(target) => {
            let shape = target.declared().map(|field| field.shape);
            matches!(
                shape,
                Some(Shape::Text { .. } | Shape::Code | Shape::Ref(_))
            )
        }
        Role::Person => true,
        _ => false,
    };
    let firsts: Vec<String> = heads
        .iter()
        .zip(given.iter())
        .filter(|(_, found)| found.is_some_and(|found| is_kept(found.role)))
        .filter_map(|((_, head), _)| match numbered(head) {
            Some((base, 1)) => Some(base),
            Some(_) => None,
            None => Some(tight(&head.text())),
        })
        .collect();
    for ((_, head), found) in heads.iter().zip(given).filter(|(_, found)| found.is_none()) {
        if numbered(head).is_some_and(|(base, number)| number > 1 && firsts.contains(&base)) {
            *found = Some(Match {
                role: Role::Append(note),
                confidence: SURE,
                reason: "joined_text",
            });
        }
    }
}

/// A heading without its number, and the number.
fn numbered(head: &Head) -> Option<(String, usize)> {
    const NUMERALS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let text = tight(&head.text());
    let text = text.trim_end_matches([')', '#']);
    let last = text.chars().next_back()?;
    let number = match last.to_digit(10) {
        Some(number) => usize::try_from(number).ok()?,
        None => NUMERALS.iter().position(|sign| *sign == last)? + 1,
    };
    let base = text[..text.len() - last.len_utf8()].trim_end_matches('(');
    let is_long = base.ends_with(|sign: char| sign.is_ascii_digit() || NUMERALS.contains(&sign));
    (number > 0 && !is_long && !base.is_empty()).then(|| (base.to_owned(), number))
}
