//! Values that one file gave and a later one replaced: the first, read once
//! more, would set them back.

use serde_json::Value as Json;
use suoji_model::Shape;
use suoji_store::Written;

use super::Told;

/// What a file that sets a value back does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Back {
    /// Nothing: these very bytes were imported, and a later file said more.
    Stays,
    /// It may be an older state, or may take a mistake back: a person must say.
    Told,
}

/// Whether a value that stands was written by a later file than one that gave
/// what the file of this hash gives again.
pub(super) fn of(
    told: &Told,
    field: &str,
    value: &Json,
    history: &[Written],
    sha256: &str,
) -> Option<Back> {
    let (last, before) = history.split_last()?;
    let (_, last) = last.file.as_ref()?;
    if last == sha256 {
        return None;
    }
    let gave = |one: &&Written| one.file.is_some() && one.values.get(field) == Some(value);
    let mut gave = before.iter().filter(gave);
    let first = gave.next()?;
    let is_this = |one: &Written| one.file.as_ref().is_some_and(|(_, own)| own == sha256);
    if is_this(first) || gave.any(is_this) {
        return Some(Back::Stays);
    }
    // How far something is goes to and fro; what was agreed on and paid does not.
    let shape = told.kind.field(field).map(|field| field.shape);
    matches!(shape, Some(Shape::Money | Shape::Date | Shape::Area)).then_some(Back::Told)
}
