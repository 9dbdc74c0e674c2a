//! Rows of a visit ledger (拜访接待记录).

use suoji_model::{Cell, Value};

use super::line::Line;
use super::people::office;
use super::under;
use super::week;
use super::words::target;
use crate::cells::date;
use crate::table::{LedgerRow, Target};

pub(super) const DATE: Target = target("visit", "visit_date");
const PLACE: Target = target("visit", "place");
const ENTERPRISE: Target = target("visit", "enterprise");
pub(super) const END: Target = target("visit", "end_date");

/// A visit of several days has them in one cell: `3月6日-8日`.
fn dates(line: &mut Line<'_>) {
    let Some(column) = line.column_of(DATE) else {
        return;
    };
    let context = line.context(column);
    let Some(reading) = line.reading(column, DATE, context) else {
        return;
    };
    let unread = reading.cell == Cell::Blank && !reading.findings.is_empty();
    let ends = *line.get(END) != Cell::Blank;
    match date::span(line.raw(column), context).filter(|_| unread && !ends) {
        Some((from, to)) => {
            line.keep(column, DATE, from);
            line.keep(column, END, to);
        }
        None => line.keep(column, DATE, reading),
    }
}

/// Reads one row; whom or where must be known.
pub(super) fn read(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(|target| target == DATE);
    dates(&mut line);
    week::day(&mut line);
    of_enterprise(&mut line);
    under::visit(&mut line);
    office(&mut line, target("visit", "resident_office"));
    line.need(line.frame.ledger.titles, "title_missing");
    line.finish()
}

/// One column for parks, enterprises and associations: a company's name in it
/// is the enterprise.
fn of_enterprise(line: &mut Line<'_>) {
    let Some(column) = line.column_of(PLACE) else {
        return;
    };
    if *line.get(ENTERPRISE) != Cell::Blank || !column.column.head.contains("企业") {
        return;
    }
    let named = line.text(PLACE).filter(|name| {
        let ends = ["公司", "集团", "厂", "股份", "药业", "科技"];
        ends.iter().any(|end| name.ends_with(end))
    });
    if let Some(name) = named.map(str::to_owned) {
        line.set(ENTERPRISE, Value::Text(name));
        line.cells.remove(&PLACE);
    }
}
