//! Rows below the data into which nothing but formulas were filled down: a number
//! in the list, a nought for the amount, an empty date.

use suoji_model::Shape;

use crate::book::{Raw, Row};
use crate::ledger::columns::{Mapped, is_money, shape};
use crate::ledger::words::Role;

/// Whether the row says nothing of what its records are called, and its figures
/// are nought or were never worked out.
pub(super) fn is_one(columns: &[Mapped], row: &Row, filled: &[&(u32, Raw)]) -> bool {
    let mut figures = 0;
    let says_nothing = filled.iter().all(|(number, raw)| {
        let column = columns.iter().find(|column| column.number == *number);
        let role = column.and_then(|column| column.role);
        if role == Some(Role::Serial) {
            return matches!(raw, Raw::Number { .. } | Raw::Unstored);
        }
        figures += 1;
        let counts = is_money(role) || shape(role) == Some(Shape::Date);
        counts && is_nothing(raw)
    });
    let is_merged = |column: &Mapped| column.merged(row.number).is_some();
    figures > 0 && says_nothing && !columns.iter().any(is_merged)
}

/// A nought, midnight of no day, or a formula without a value.
fn is_nothing(raw: &Raw) -> bool {
    match raw {
        Raw::Number { text, .. } => text.bytes().all(|byte| matches!(byte, b'0' | b'.')),
        Raw::Unstored => true,
        Raw::Text(text) => matches!(text.trim(), "0:00" | "00:00" | "0:00:00" | "00:00:00"),
        _ => false,
    }
}
