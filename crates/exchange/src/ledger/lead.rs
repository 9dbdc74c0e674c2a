//! Rows of a lead ledger (招商线索台账).

use suoji_model::{Cell, Value};

use super::line::Line;
use super::people::{beside_firm, contact, is_contact, office};
use super::under;
use super::words::target;
use crate::book::Raw;
use crate::cells::time;
use crate::table::{LedgerRow, Target};

const REPORTED: Target = target("lead", "reported_at");

/// Reads one row; who may invest, or at least in what, must be known.
pub(super) fn read(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(is_contact);
    contact(&mut line);
    beside_firm(&mut line, target("lead", "enterprise"));
    under::lead(&mut line);
    office(&mut line, target("lead", "reporting_unit"));
    reported_time(&mut line);
    if let Cell::Known(Value::Text(name), _) = line.get(target("contact", "name")).clone() {
        line.set(target("lead", "contact"), Value::Text(name));
    }
    line.need(line.frame.ledger.titles, "title_missing");
    line.finish()
}

/// The minute decides who was first, so it is kept beside the day. Midnight is
/// what a spreadsheet writes after a day without a time.
fn reported_time(line: &mut Line<'_>) {
    let Some(column) = line.column_of(REPORTED) else {
        return;
    };
    let found = match line.raw(column) {
        Raw::Date(_, time) => time.map(|time| time.format("%H:%M").to_string()),
        Raw::Text(text) => time::inside(text),
        _ => None,
    };
    if let Some(found) = found.filter(|found| found != "00:00") {
        line.set(target("lead", "reported_time"), Value::Text(found));
    }
}
