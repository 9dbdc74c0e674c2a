//! What is wrong with a book, row by row, before any of it is written.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use suoji_chain::parks::{PositionFault, check_position};
use suoji_model::log::Values;
use suoji_model::words::{Language, word};
use suoji_model::{Cell, kinds};

use super::book::{Book, BookRow, declared, key, target, text};
use super::nested::Nested;
use crate::contract::ChainProblem;

/// A problem with a row of a kind.
pub(super) fn problem(
    kind: &str,
    row: u32,
    code: &str,
    params: &[(&str, &str)],
    error: bool,
) -> ChainProblem {
    let mut params: BTreeMap<String, String> = params
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    // A field is told by its name in words beside the one in the file.
    if let Some(field) = params.get("field").cloned() {
        for (name, language) in [
            ("label", Language::Chinese),
            ("label_en", Language::English),
        ] {
            let known = kinds::find(kind).is_some_and(|kind| kind.field(&field).is_some());
            let label = match known {
                true => word(language, &format!("field.{kind}.{field}")).to_owned(),
                false => field.clone(),
            };
            params.insert(name.to_owned(), label);
        }
    }
    ChainProblem {
        sheet: Some(kind.to_owned()),
        row: Some(row),
        code: code.to_owned(),
        params,
        error,
    }
}

/// A problem with a file as a whole.
pub(super) fn whole(code: &str, params: &[(&str, &str)], error: bool) -> ChainProblem {
    let mut problem = problem("", 0, code, params, error);
    (problem.sheet, problem.row) = (None, None);
    problem
}

/// Keys that stand on the desk already, by kind.
pub(super) type Known = BTreeMap<&'static str, BTreeSet<String>>;

/// Everything that is wrong with a book. `known` are the records that it may
/// also refer to, `segments` those of them that its own may lie in.
pub(super) fn check(book: &Book, known: &Known, segments: &[Values]) -> Vec<ChainProblem> {
    let mut problems = Vec::new();
    let mut keys: Known = known.clone();
    for kind in declared() {
        let mut own: BTreeMap<String, u32> = BTreeMap::new();
        for BookRow { row, values } in book.rows(kind.name) {
            let key = key(kind.name, values);
            if key.trim().is_empty() {
                problems.push(problem(kind.name, *row, "no_key", &[], true));
            } else if let Some(first) = own.get(&key) {
                let first = first.to_string();
                let params = [("key", key.as_str()), ("first", first.as_str())];
                problems.push(problem(kind.name, *row, "duplicate", &params, true));
            } else {
                own.insert(key, *row);
            }
        }
        keys.entry(kind.name).or_default().extend(own.into_keys());
    }
    for kind in declared() {
        for BookRow { row, values } in book.rows(kind.name) {
            for field in kind.fields {
                let given = values.get(field.name);
                let found = match (given, target(field.shape)) {
                    (None, _) if field.required => Some("required"),
                    (None, _) | (Some(_), Some(None)) => None,
                    (Some(_), Some(Some(target))) => {
                        let there = keys.get(target);
                        let key = text(values, field.name);
                        (!there.is_some_and(|keys| keys.contains(key))).then_some("missing_end")
                    }
                    (Some(json), None) => Cell::read(&field.shape, json).err().map(|_| "bad_value"),
                };
                if let Some(code) = found {
                    let shown = given.map(written).unwrap_or_default();
                    let params = [("field", field.name), ("value", shown.as_str())];
                    problems.push(problem(kind.name, *row, code, &params, true));
                }
            }
            for name in values.keys() {
                if kind.field(name).is_none() {
                    let params = [("field", name.as_str())];
                    problems.push(problem(kind.name, *row, "unknown_field", &params, false));
                }
            }
            position(kind.name, *row, values, &mut problems);
        }
    }
    let nested = Nested::of(book, segments);
    nested.check(book, &mut problems);
    flows(book, &nested, &mut problems);
    parent_and_child(book, &nested, &mut problems);
    problems
}

fn position(kind: &str, row: u32, values: &Values, problems: &mut Vec<ChainProblem>) {
    let number =
        |field: &str| -> Option<f64> { values.get(field)?.get("number")?.as_str()?.parse().ok() };
    let Some((longitude, latitude)) = number("longitude").zip(number("latitude")) else {
        return;
    };
    let code = match check_position(longitude, latitude) {
        Ok(()) => return,
        Err(PositionFault::Swapped) => "swapped_position",
        Err(PositionFault::Foreign) => "foreign_position",
    };
    let (longitude, latitude) = (longitude.to_string(), latitude.to_string());
    let params = [
        ("longitude", longitude.as_str()),
        ("latitude", latitude.as_str()),
    ];
    problems.push(problem(kind, row, code, &params, true));
}

/// Relations of a segment with itself or with its own part.
fn flows(book: &Book, nested: &Nested<'_>, problems: &mut Vec<ChainProblem>) {
    let inside = |one: &str, other: &str| one == other || nested.above(one).any(|up| up == other);
    for BookRow { row, values } in book.rows("segment_relation") {
        let (from, to) = (text(values, "from_segment"), text(values, "to_segment"));
        if from.is_empty() || to.is_empty() {
            continue;
        }
        if inside(from, to) || inside(to, from) {
            let params = [("from", from), ("to", to)];
            problems.push(problem("segment_relation", *row, "own_part", &params, true));
        }
    }
}

/// Firms that are linked to a segment and to one that it is part of.
fn parent_and_child(book: &Book, nested: &Nested<'_>, problems: &mut Vec<ChainProblem>) {
    let mut linked: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in book.rows("enterprise_segment") {
        let links = linked.entry(text(&row.values, "enterprise")).or_default();
        links.insert(text(&row.values, "segment"));
    }
    for BookRow { row, values } in book.rows("enterprise_segment") {
        let (firm, segment) = (text(values, "enterprise"), text(values, "segment"));
        let links = &linked[firm];
        let mut above = nested.above(segment);
        if let Some(above) = above.find(|above| *above != segment && links.contains(above)) {
            let params = [("firm", firm), ("segment", segment), ("parent", above)];
            problems.push(problem(
                "enterprise_segment",
                *row,
                "parent_and_child",
                &params,
                false,
            ));
        }
    }
}

/// A value as it was written, not as it travels.
fn written(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(all) => all.iter().map(written).collect::<Vec<_>>().join("、"),
        Json::Object(parts) if parts.len() == 1 => parts.values().map(written).collect(),
        other => other.to_string(),
    }
}
