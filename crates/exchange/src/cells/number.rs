//! Plain numbers, such as a rate or a phase.

use suoji_model::{Mark, Value};

use super::Reading;
use super::exact::Exact;
use super::quantity::{self, ascending};
use crate::book::Raw;

/// Reads a number of so many decimals.
pub(crate) fn read(raw: &Raw, decimals: u8) -> Reading {
    let text = match raw {
        Raw::Number { text, .. } | Raw::Text(text) => text,
        _ => return Reading::refused("number_unreadable"),
    };
    if let Some(number) = Exact::parse(text.trim()).and_then(|number| number.scaled(decimals)) {
        return Reading::exact(Value::Number(number));
    }
    // 二期, 第2期
    let bare = super::text::tight(text);
    let bare = bare.trim_start_matches('第').trim_end_matches(['期', '个']);
    let Some(quantity) = quantity::read(bare) else {
        return Reading::refused("number_unreadable");
    };
    let scaled = |part: &quantity::Part| {
        part.unit
            .is_empty()
            .then(|| part.number.value.scaled(decimals))
            .flatten()
    };
    let Some(low) = scaled(&quantity.low) else {
        return Reading::refused("number_unreadable");
    };
    let mark = match &quantity.high {
        Some(part) => match scaled(part) {
            Some(high) if ascending(low, Some(high)) => Some(Mark::Range { high }),
            _ => return Reading::refused("number_unreadable"),
        },
        None => quantity.mark,
    };
    Reading::marked(Value::Number(low), mark, quantity.note.is_some())
}
