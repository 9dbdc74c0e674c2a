//! Cells of an OpenDocument spreadsheet that have a text, or a formula, and do
//! not say of what type it is, as some programs write them: their reader takes
//! them for empty.

use super::parts::attribute;
use crate::book::{Raw, Row};

/// A text by its row and column from 1.
pub(super) type Untyped = (u32, u32, Raw);

/// Cells of a sheet that are kept.
const MOST: usize = 2_000_000;
/// Cells alike of which each is kept.
const MOST_ALIKE: u32 = 1_000;
/// What says the type or the value of a cell.
const TYPES: &[&str] = &[
    "office:value-type",
    "office:value",
    "office:string-value",
    "office:date-value",
    "office:time-value",
    "office:boolean-value",
];

/// Whether the tag of a cell says neither its type nor its value, and has
/// something inside.
pub(super) fn is_untyped(tag: &str) -> bool {
    !tag.ends_with('/') && !says_type(tag)
}

/// Whether the tag of a cell has a formula and no value of it.
pub(super) fn is_unstored(tag: &str) -> bool {
    attribute(tag, "table:formula").is_some() && !says_type(tag)
}

fn says_type(tag: &str) -> bool {
    TYPES.iter().any(|name| attribute(tag, name).is_some())
}

/// Keeps what a cell has that stands for as many rows and columns.
pub(super) fn keep(
    kept: &mut Vec<Untyped>,
    (top, left): (u32, u32),
    (rows, columns): (u32, u32),
    raw: Raw,
) {
    if raw.is_blank() || rows.saturating_mul(columns) > MOST_ALIKE {
        return;
    }
    for row in top..top.saturating_add(rows) {
        for column in left..left.saturating_add(columns) {
            if kept.len() < MOST {
                kept.push((row, column, raw.clone()));
            }
        }
    }
}

/// Puts the texts where their rows have nothing; the later of two stands.
pub(super) fn fill(rows: &mut Vec<Row>, texts: Vec<Untyped>) {
    for (number, column, raw) in texts {
        let at = match rows.binary_search_by_key(&number, |row| row.number) {
            Ok(at) => at,
            Err(at) => {
                let cells = Vec::new();
                rows.insert(at, Row { number, cells });
                at
            }
        };
        let cells = &mut rows[at].cells;
        match cells.binary_search_by_key(&column, |(at, _)| *at) {
            Ok(at) if cells[at].1 == Raw::Unstored => cells[at].1 = raw,
            Ok(_) => {}
            Err(at) => cells.insert(at, (column, raw)),
        }
    }
}
