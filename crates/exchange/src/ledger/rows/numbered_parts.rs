//! Rows that have a number in words in a cell of its own: `一 | 工业项目`,
//! `（一） | 高端装备`, `A | 省级`. They name the parts of a list whose rows are
//! counted in figures, also where one follows the other at once; or they are
//! its rows.

use crate::book::{Row, Sheet};
use crate::cells::text::tight;

use super::{is_figure, numeral};

/// How far the rows of a list are from the name of their part.
const NEAR: usize = 100;

/// How a row is numbered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    /// `A`
    Letter,
    /// `一`
    Written,
    /// `（一）`
    Bracketed,
    /// `1`
    Figure,
}

/// Whether a row with such a number, in this column, names a part of the list.
/// Letters are numbers in a column of them only.
pub(super) fn names_one(sheet: &Sheet, row: &Row, column: u32, is_serial: bool) -> bool {
    let Some(own) = number(row, column).filter(|own| *own != Number::Figure) else {
        return false;
    };
    if own == Number::Letter && !is_serial {
        return false;
    }
    let after = sheet.rows.partition_point(|one| one.number <= row.number);
    let before = sheet.rows.partition_point(|one| one.number < row.number);
    let counted = |rows: &mut dyn Iterator<Item = &Row>| {
        let mut filled = rows.take(NEAR).filter(|row| !row.cell(column).is_blank());
        let other =
            filled.find(|row| number(row, column).is_none_or(|number| number == Number::Figure));
        other.is_some_and(|row| number(row, column).is_some())
    };
    if counted(&mut sheet.rows[after..].iter()) || counted(&mut sheet.rows[..before].iter().rev()) {
        return true;
    }
    let is_numbered = |row: &Row| number(row, column);
    let (above, next) = (sheet.rows[..before].last(), sheet.row(row.number + 1));
    match (own, next.and_then(is_numbered)) {
        (Number::Letter, next) => next.is_some_and(|next| next != own),
        (Number::Written, Some(Number::Bracketed)) => true,
        (_, Some(next)) => next == Number::Letter,
        // The last row of a list, unless rows without numbers are below it.
        (_, None) => {
            let ends = next.is_none_or(|next| !next.cell(column).is_blank());
            !ends || above.and_then(is_numbered) != Some(own)
        }
    }
}

fn number(row: &Row, column: u32) -> Option<Number> {
    let text = tight(&row.cell(column).display());
    let bare = text.trim_matches(['(', ')', '、', '.']);
    let letter = |text: &str| text.len() == 1 && text.bytes().all(|c| c.is_ascii_uppercase());
    match bare {
        "" => None,
        _ if bare.chars().all(numeral) && text.starts_with('(') => Some(Number::Bracketed),
        _ if bare.chars().all(numeral) => Some(Number::Written),
        _ if letter(bare) => Some(Number::Letter),
        _ => is_figure(bare).then_some(Number::Figure),
    }
}
