//! What is told of a row that is no record.

use super::{is_figure, numeral};
use crate::book::{Raw, Row};
use crate::cells::text::tight;
use crate::table::Skipped;

/// What is kept of the row.
pub(crate) fn of(row: &Row, kind: &'static str) -> Skipped {
    let mut texts = row
        .cells
        .iter()
        .map(|(_, raw)| raw)
        .filter(|raw| !raw.is_blank())
        .map(Raw::display);
    let mut text = texts.next().unwrap_or_default();
    // A total may name itself right of its figures.
    if matches!(kind, "subtotal" | "total")
        && is_figure(&text)
        && let Some(name) = texts.clone().find(|text| !is_figure(text))
    {
        text = name;
    }
    // 一 | 省级重点项目: the number stands in a cell of its own.
    if kind == "section"
        && let number = tight(&text)
        && (number.chars().all(|c| numeral(c) || "()、.".contains(c)) || is_letter(&number))
        && let Some(name) = texts.next()
    {
        let sign = if number.chars().all(numeral) || is_letter(&number) {
            "、"
        } else {
            ""
        };
        text = format!("{number}{sign}{name}");
    }
    Skipped {
        row: row.number,
        kind,
        text,
    }
}

/// Whether a number is a letter: `A | 省级重点项目`.
fn is_letter(number: &str) -> bool {
    number.len() == 1 && number.bytes().all(|c| c.is_ascii_uppercase())
}
