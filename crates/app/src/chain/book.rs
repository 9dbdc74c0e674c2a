//! A chain outside the desk: the records of its kinds, naming each other by
//! code or name instead of by id.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use suoji_model::log::Values;
use suoji_model::{Kind, Shape, kinds};

use crate::export::mask::mask_within;

/// The kinds of a book, each after those it refers to.
pub(super) const BOOK_KINDS: [&str; 6] = [
    "chain",
    "park",
    "segment",
    "segment_relation",
    "enterprise",
    "enterprise_segment",
];

/// A record of a book.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BookRow {
    /// Its row, from 1, the heading counted where there is one.
    pub(super) row: u32,
    /// Its values; references hold the other record's key.
    pub(super) values: Values,
}

/// The records by kind.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Book {
    pub(super) lists: BTreeMap<&'static str, Vec<BookRow>>,
}

impl Book {
    /// The rows of a kind.
    pub(super) fn rows(&self, kind: &str) -> &[BookRow] {
        self.lists.get(kind).map_or(&[], Vec::as_slice)
    }

    /// Adds a record; blank values are left out.
    pub(super) fn add(&mut self, kind: &'static str, row: u32, values: Values) {
        let values = values.into_iter().filter(|(_, value)| !is_blank(value));
        let values = values.collect();
        self.lists
            .entry(kind)
            .or_default()
            .push(BookRow { row, values });
    }
}

fn is_blank(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// A value without the mobile and identity numbers in its texts; `None` when
/// there are none.
pub(super) fn masked(value: &Json) -> Option<Json> {
    match value {
        Json::String(text) => mask_within(text).map(Json::String),
        Json::Array(items) => {
            let masked: Vec<Option<Json>> = items.iter().map(masked).collect();
            let any = masked.iter().any(Option::is_some);
            let items = masked.into_iter().zip(items);
            let items = items.map(|(masked, item)| masked.unwrap_or_else(|| item.clone()));
            any.then(|| items.collect())
        }
        _ => None,
    }
}

/// A text of a row.
pub(super) fn text<'v>(values: &'v Values, field: &str) -> &'v str {
    values.get(field).and_then(Json::as_str).unwrap_or_default()
}

/// What a record of a kind is known by outside the desk.
pub(super) fn key(kind: &str, values: &Values) -> String {
    match kind {
        "chain" | "segment" => text(values, "code").to_owned(),
        "park" => match text(values, "code") {
            "" => text(values, "name").to_owned(),
            code => code.to_owned(),
        },
        "enterprise" => text(values, "name").to_owned(),
        "segment_relation" => ["from_segment", "relation", "to_segment"]
            .map(|field| text(values, field))
            .join(" "),
        _ => ["enterprise", "role", "segment"]
            .map(|field| text(values, field))
            .join(" "),
    }
}

/// The kinds of a book as declared.
pub(super) fn declared() -> impl Iterator<Item = &'static Kind> {
    BOOK_KINDS.iter().filter_map(|name| kinds::find(name))
}

/// The kind of a book that a field refers to; `None` for other fields. What
/// refers to anything else stays on the desk.
pub(super) fn target(shape: Shape) -> Option<Option<&'static str>> {
    match shape {
        Shape::Ref(target) => Some(BOOK_KINDS.iter().copied().find(|kind| *kind == target)),
        _ => None,
    }
}
