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
fn is_page(text: &str) -> bool {
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
