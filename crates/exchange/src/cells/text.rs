//! Text as people type it on Chinese keyboards.

use suoji_model::{Cell, Value};

use crate::book::Raw;

/// Folds full-width characters to half-width ones; other characters stay.
pub(crate) fn fold(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' | '\u{a0}' => ' ',
            other => other,
        })
        .collect()
}

/// Folded text without any white space.
pub(crate) fn tight(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// Text for a field: trimmed; a one-line field has its line breaks closed.
pub(crate) fn tidy(text: &str, long: bool) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let separator = if long { "\n" } else { " " };
    lines.collect::<Vec<_>>().join(separator)
}

/// The cell of a text field.
pub(crate) fn cell(raw: &Raw, long: bool) -> Cell {
    let text = tidy(&raw.display(), long);
    if text.is_empty() {
        Cell::Blank
    } else {
        Cell::text(text)
    }
}

/// The cell of a list field: parts between 、 ， ； or line breaks.
pub(crate) fn list(raw: &Raw) -> Cell {
    let text = raw.display();
    let parts: Vec<String> = text
        .split(['、', '，', ',', '；', ';', '\n', '\r'])
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        Cell::Blank
    } else {
        Cell::exact(Value::List(parts))
    }
}
