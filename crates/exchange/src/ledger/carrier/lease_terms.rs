//! How long leases run: `3年` beside the first day gives the last, so does
//! `2021.1.1-2023.12.31` where the first stands, and a state that names a day to
//! come, `租期终止2028.3`, ends nothing yet.

use chrono::{Datelike, Months};
use suoji_model::{Cell, PartialDate, Precision, Value};

use super::STATE;
use crate::cells::date;
use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::payment::periods;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

const START: Target = target("lease", "start_date");
const END: Target = target("lease", "end_date");

/// Months of the longest term that is a lease's.
const MOST_MONTHS: u32 = 600;

/// Reads both of a row.
pub(super) fn read(line: &mut Line<'_>) {
    of_both(line);
    by_length(line);
    still_runs(line);
}

/// Both days in the column of the first.
fn of_both(line: &mut Line<'_>) {
    let is_open = *line.get(START) == Cell::Blank && *line.get(END) == Cell::Blank;
    let Some(column) = line.column(Role::Field(START)).filter(|_| is_open) else {
        return;
    };
    if date::span(line.raw(column), line.context(column)).is_some() {
        let told = (Some(START), column.column.letter.as_str());
        line.problems
            .retain(|one| (one.field, one.column.as_str()) != told);
        line.span(column, START, END);
    }
}

/// The last day of a lease of which the first and the length are said: the day
/// before the first comes round again.
fn by_length(line: &mut Line<'_>) {
    let mut columns = line.frame.columns.iter();
    let Some(column) = columns.find(|one| one.role == Some(Role::Span(START, END))) else {
        return;
    };
    let text = tight(&line.raw(column).display());
    let Some(months) = months(&text, &tight(&column.column.head)) else {
        return;
    };
    let start = match line.get(START) {
        Cell::Known(Value::Date(start), None) => Some(*start),
        _ => None,
    };
    let end = start.and_then(|start| last_day(start, months));
    let is_said = *line.get(END) != Cell::Blank;
    if end.is_none() && !is_said {
        return;
    }
    let is_told = |letter: &str| letter == column.column.letter;
    line.problems
        .retain(|one| one.reason != "bad_date" || !is_told(&one.column));
    let Some(end) = end else {
        // 3年 beside the last day alone.
        line.append(column, target("lease", "note"));
        return;
    };
    if !is_said {
        line.set(END, Value::Date(end));
        line.report(Some(column), Some(END), "lease_end_computed", Level::Info);
    }
}

/// The months of `3年`, `36个月`, `三年`, or `3` under a heading that counts in
/// years.
fn months(text: &str, head: &str) -> Option<u32> {
    let text = text
        .trim_start_matches("租期")
        .trim_start_matches([':', '共']);
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let (number, rest) = match digits.len() < text.len() {
        true => (text[..text.len() - digits.len()].parse().ok()?, digits),
        false => periods::number(text)?,
    };
    let in_unit = |unit: &str| head.contains(&format!("({unit})"));
    let months = match rest {
        "年" => number * 12,
        "个月" | "月" => number,
        "" if in_unit("年") => number * 12,
        "" if in_unit("月") || in_unit("个月") => number,
        _ => return None,
    };
    (1..=MOST_MONTHS).contains(&months).then_some(months)
}

fn last_day(start: PartialDate, months: u32) -> Option<PartialDate> {
    let again = start.start().checked_add_months(Months::new(months))?;
    let last = again.pred_opt()?;
    match start.precision() {
        Precision::Day => PartialDate::day(last),
        Precision::Month => date::holding(last.year(), last.month(), last.month()),
        _ => None,
    }
}

/// Takes a state that names the day on which a lease will end for no end of it.
fn still_runs(line: &mut Line<'_>) {
    const OVER: &[&str] = &["已", "提前", "退租", "搬", "清退", "解除", "解约"];
    let vacated = line.text(STATE) == Some("vacated");
    let (Some(column), true, Some(year)) = (line.column_of(STATE), vacated, line.frame.year) else {
        return;
    };
    let text = line.raw(column).display();
    let day = date::inside(&text).filter(|day| day.start().year() > year);
    let Some(day) = day.filter(|_| !OVER.iter().any(|word| text.contains(word))) else {
        return;
    };
    line.set(STATE, Value::Text("leased".to_owned()));
    if *line.get(END) == Cell::Blank && is_let(line) {
        line.set(END, Value::Date(day));
    }
    line.report(Some(column), Some(STATE), "lease_still_runs", Level::Info);
}

fn is_let(line: &Line<'_>) -> bool {
    *line.get(target("lease", "tenant")) != Cell::Blank
}
