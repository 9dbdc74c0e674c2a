//! Values that one file gave and a later one replaced: the first, read once
//! more, would set them back.

use serde_json::Value as Json;
use suoji_model::Shape;
use suoji_store::Written;

use super::super::resent::is_older;
use super::super::source::Sheet;
use super::Told;

/// What a file that sets a value back does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Back {
    /// Nothing: these very bytes were imported before, or the file is of an
    /// earlier time by its name, and a later one said more.
    Stays,
    /// It may be an older state, or may take a mistake back: a person must say.
    Told,
}

/// Whether a value that stands was written by a later file than the one that is
/// read, or than another that gave the same value.
pub(super) fn of(
    told: &Told,
    field: &str,
    value: &Json,
    history: &[Written],
    sheet: &Sheet<'_>,
) -> Option<Back> {
    let (last, before) = history.split_last()?;
    let (name, last) = last.file.as_ref()?;
    if last == sheet.sha256 {
        return None;
    }
    if is_older(sheet.file, name) {
        return Some(Back::Stays);
    }
    let gave = |one: &&Written| one.file.is_some() && one.values.get(field) == Some(value);
    let mut gave = before.iter().filter(gave);
    let first = gave.next()?;
    let is_this = |one: &Written| {
        one.file
            .as_ref()
            .is_some_and(|(_, own)| own == sheet.sha256)
    };
    if is_this(first) || gave.any(is_this) {
        return Some(Back::Stays);
    }
    // How far something is goes to and fro; what was agreed on and paid does not.
    let shape = told.kind.field(field).map(|field| field.shape);
    matches!(shape, Some(Shape::Money | Shape::Date | Shape::Area)).then_some(Back::Told)
}
