//! Records that a row names and never makes: what a visit was about, the
//! agreement that was paid for, the segment of a chain.

use serde_json::json;
use suoji_exchange::Level;
use suoji_model::Kind;
use suoji_model::log::Values;
use uuid::Uuid;

use super::super::cells::{cell_text, text};
use super::Reading;

/// The field that says where on the map of a chain a record stands.
const SEGMENT: &str = "segment";

/// Fields whose records are only found, by kind.
const FOUND: &[(&str, &[&str])] = &[
    ("visit", &["lead", "project"]),
    ("payment", &["agreement"]),
    ("project", &[SEGMENT]),
    ("lead", &[SEGMENT]),
];

/// Whether the record that the field names is only found.
pub(in super::super) fn is_found(kind: &str, field: &str) -> bool {
    of(kind).contains(&field)
}

fn of(kind: &str) -> &'static [&'static str] {
    let found = FOUND.iter().find(|(name, _)| *name == kind);
    found.map_or(&[], |(_, fields)| *fields)
}

/// Sets what the row's references name. A name that nobody has is told, and
/// one that several have leaves the link as it is.
pub(super) fn links(reading: &mut Reading<'_>, kind: &'static Kind, values: &mut Values) {
    for field in of(kind.name) {
        let Some(named) = cell_text(reading.row, kind.name, field).map(str::to_owned) else {
            continue;
        };
        match found(reading, (kind.name, field), &named, values).as_slice() {
            [one] => {
                values.insert((*field).to_owned(), json!(one));
            }
            [] => reading.report("link_unknown", Level::Should, named),
            _ => reading.report("link_ambiguous", Level::Info, named),
        }
    }
    if of(kind.name).contains(&SEGMENT) {
        put_on_map(reading, values);
    }
}

/// Puts a project or a lead on the map whose row names its segment in words
/// alone.
pub(super) fn put_on_map(reading: &Reading<'_>, values: &mut Values) {
    if values.contains_key(SEGMENT) {
        return;
    }
    let words = text(values, "chain").zip(text(values, "chain_node"));
    let on_map = &reading.planner.register.on_map;
    if let Some(segment) = words.and_then(|(chain, node)| on_map.find(&chain, &node)) {
        values.insert(SEGMENT.to_owned(), json!(segment));
    }
}

/// The records of that name that the field may mean.
fn found(reading: &Reading<'_>, field: (&str, &str), named: &str, values: &Values) -> Vec<Uuid> {
    let (planner, register) = (&reading.planner, &reading.planner.register);
    let below = |kind, parent: Option<Uuid>| {
        parent.map_or_else(Vec::new, |parent| planner.children(kind, parent))
    };
    match field {
        ("visit", "project") => register
            .find("project", "name", named)
            .into_iter()
            .collect(),
        // A lead is called by its firm, a payment's agreement by its project.
        ("visit", "lead") => below("lead", register.find("enterprise", "name", named)),
        ("payment", "agreement") => below("agreement", register.find("project", "name", named)),
        _ => register.segments(named, text(values, "chain").as_deref()),
    }
}
