//! Rows that a printed sheet has on every page again: its title, its line of
//! units, the page's number.

use super::numeral;
use crate::book::{Raw, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;

/// Whether the row is the title or the line of units above the headings once
/// more, or the number of a page.
pub(super) fn are_said_again(sheet: &Sheet, block: &Block, filled: &[&(u32, Raw)]) -> bool {
    let end = sheet.rows.partition_point(|row| row.number < block.first);
    let above = || sheet.rows[..end].iter().flat_map(|row| &row.cells);
    let says = |raw: &Raw| {
        let text = tight(&raw.display());
        is_page(&text) || above().any(|(_, one)| tight(&one.display()) == text)
    };
    filled
        .iter()
        .all(|(_, raw)| matches!(raw, Raw::Text(_)) && says(raw))
}

/// `第2页`, `第2页共5页`, `(续表)`.
pub(crate) fn is_page(text: &str) -> bool {
    let bare = text.trim_matches(['(', ')', '-', '—']);
    let of_pages = |text: &str| {
        let number = text.trim_start_matches(['第', '共', ',', '/', '、']);
        let number = number.trim_end_matches('页');
        number.len() < text.len()
            && !number.is_empty()
            && number
                .chars()
                .all(|c| c.is_ascii_digit() || numeral(c) || "页第共,/、".contains(c))
    };
    bare == "续表" || bare.starts_with('第') && bare.ends_with('页') && of_pages(bare)
}

/// Whether a title says that its table goes on from the page before: `签约台账（续）`.
pub(crate) fn goes_on(title: &str) -> bool {
    let signs = ["(续", "续表", "接上"];
    title.ends_with('续') || signs.iter().any(|sign| title.contains(sign))
}

/// A title without the number of its page, which does not make it another:
/// `签约台账（第2页）`, `签约台账（二）`.
pub(crate) fn without(title: &str) -> String {
    let is_number = |text: &str| {
        let mut signs = text.chars();
        !text.is_empty() && signs.all(|c| c.is_ascii_digit() || numeral(c))
    };
    let mut title = title;
    while let Some((rest, inside)) = title
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
    {
        if !(is_page(inside) || is_number(inside)) {
            break;
        }
        title = rest;
    }
    let behind = title.rfind('第').filter(|at| is_page(&title[*at..]));
    title[..behind.unwrap_or(title.len())].to_owned()
}
