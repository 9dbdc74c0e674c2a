//! Rows that say the headings again, or count or code the columns.

use super::filled::Filled;
use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::understand::lines;

/// What the row is, where it belongs to the headings.
pub(super) fn kind(line: &Filled<'_>) -> Option<&'static str> {
    let Filled {
        sheet, block, row, ..
    } = line;
    let is_again = || {
        block.is_repeated(row)
            || block.goes_on(sheet, row)
            || line.is_alone() && lines::titles_again(sheet, block, row)
    };
    let is_heading = is_again() || is_count(block, row) || is_codes(sheet, block, row);
    is_heading.then_some("header")
}

/// Whether the row right below the headings only counts the columns.
fn is_count(block: &Block, row: &Row) -> bool {
    // Where the headings are said again, so are the numbers below them.
    let of_all = row.cells.len() >= 4 && row.cells.len() == block.heads.len();
    if !of_all && (row.number != block.last + 1 || row.cells.len() < 3) {
        return false;
    }
    let mut next = 1;
    row.cells.iter().all(|(_, raw)| {
        let text = tight(&raw.display());
        let text = text.trim_matches(['(', ')']);
        if is_ordinal(text) {
            return true;
        }
        let counts = text.parse() == Ok(next) || is_circled(text, next);
        next += 1;
        counts
    })
}

/// Whether a cell counts columns by a stem or a branch, `甲` … `癸`, `子` … `亥`,
/// as statistical forms do for those without numbers.
fn is_ordinal(text: &str) -> bool {
    let mut signs = text.chars();
    matches!((signs.next(), signs.next()), (Some(sign), None)
        if "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥".contains(sign))
}

/// Whether a cell is this number in a circle, `①` … `㊿`.
fn is_circled(text: &str, number: u32) -> bool {
    let circled = ('①'..='⑳').chain('㉑'..='㉟').chain('㊱'..='㊿');
    let mut signs = text.chars();
    let at = number
        .checked_sub(1)
        .and_then(|at| usize::try_from(at).ok());
    let sign = at.and_then(|at| circled.into_iter().nth(at));
    sign.is_some() && signs.next() == sign && signs.next().is_none()
}

/// Whether the row right below Chinese headings names the columns as a
/// program does, `XMMC`, `htzje_wy`, and those below it do not.
fn is_codes(sheet: &Sheet, block: &Block, row: &Row) -> bool {
    if row.number != block.last + 1 {
        return false;
    }
    let code = |raw: &Raw| {
        let text = raw.display();
        let text = text.trim();
        text.len() >= 2
            && text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let codes = |row: &Row| {
        let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        let many = filled.clone().count();
        many >= 3 && many * 2 > block.heads.len() && filled.all(|(_, raw)| code(raw))
    };
    let next = sheet.rows.partition_point(|one| one.number <= row.number);
    let mut heads = block.heads.iter().flat_map(|(_, head)| &head.parts);
    codes(row)
        && sheet.rows.get(next).is_some_and(|next| !codes(next))
        && heads.all(|part| !part.bytes().any(|byte| byte.is_ascii_alphabetic()))
}
