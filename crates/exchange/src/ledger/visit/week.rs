//! A sheet of one week's visits says its days once, above the headings, and
//! the weekday in every row: `起止日期：5月6日—5月10日`, `星期` `三`.

use chrono::{Datelike, Weekday};
use suoji_model::{Cell, PartialDate, Precision, Value};

use super::{DATE, END};
use crate::book::Raw;
use crate::cells::text::tight;
use crate::cells::{Context, date};
use crate::ledger::columns::{Mapped, has};
use crate::ledger::given::Given;
use crate::ledger::line::Line;
use crate::ledger::words::Role;
use crate::problem::Level;

/// Days of a sheet, at most.
const MOST_DAYS: i64 = 31;

/// The first and the last day of the sheet, where no column has the day.
pub(crate) fn given(titles: &[String], columns: &[Mapped], year: Option<i32>) -> Vec<Given> {
    let spans =
        |column: &Mapped| matches!(column.role, Some(Role::Span(first, _)) if first == DATE);
    if has(columns, DATE) || columns.iter().any(spans) {
        return Vec::new();
    }
    let Some((from, to)) = titles.iter().find_map(|title| span(title, year)) else {
        return Vec::new();
    };
    vec![Given::said(DATE, from), Given::said(END, to)]
}

/// Takes `周三` in the column of days for the one of that name in the week that
/// a line above names; returns whether it is one.
pub(super) fn named_day(line: &mut Line<'_>, column: &Mapped) -> bool {
    let text = tight(&line.raw(column).display());
    let is_named = ["周", "星期"].iter().any(|word| text.starts_with(word));
    let Some(weekday) = weekday(&text).filter(|_| is_named) else {
        return false;
    };
    let sheet = line.frame.sheet;
    let above = sheet
        .rows
        .partition_point(|row| row.number < line.row.number);
    let lines = sheet.rows[..above].iter().rev();
    let mut titles = lines.filter(|row| row.cells.len() <= MOST_SAID);
    let days = titles.find_map(|row| {
        let mut said = row.cells.iter();
        said.find_map(|(_, raw)| span(&raw.display(), line.frame.year))
    });
    let Some((from, to)) = days.and_then(|(from, to)| Some((day_of(&from)?, day_of(&to)?))) else {
        return false;
    };
    // Of more than a week, several days have that name.
    let mut named = from.iter_days().take_while(|day| *day <= to);
    let mut named = named.by_ref().filter(|day| day.weekday() == weekday);
    let (Some(day), None) = (named.next().and_then(PartialDate::day), named.next()) else {
        return false;
    };
    line.set(DATE, Value::Date(day));
    line.report(Some(column), Some(DATE), "vague_date", Level::Info);
    true
}

/// Texts of a line that names the days of the week, at most.
const MOST_SAID: usize = 3;

/// Two days behind a label or in brackets.
pub(crate) fn span(title: &str, year: Option<i32>) -> Option<(Cell, Cell)> {
    const LABELS: &[&str] = &["起止日期:", "起止时间:", "日期:", "时间:"];
    let text = tight(title);
    let labelled = LABELS
        .iter()
        .find_map(|label| Some(text.split_once(label)?.1));
    let bracket = text
        .rsplit_once('(')
        .and_then(|(_, inside)| inside.split(')').next());
    let context = Context {
        year,
        ..Context::default()
    };
    // 第23周：6月3日—6月9日
    let week = bracket.and_then(|inside| Some(inside.split_once(':')?.1));
    let days = [labelled, bracket, week].into_iter().flatten();
    let mut found = days.filter_map(|days| date::span(&Raw::text(days), context));
    let (from, to) = found.find(|(from, to)| match (day_of(&from.cell), day_of(&to.cell)) {
        (Some(from), Some(to)) => (0..MOST_DAYS).contains(&(to - from).num_days()),
        _ => false,
    })?;
    Some((from.cell, to.cell))
}

fn day_of(cell: &Cell) -> Option<chrono::NaiveDate> {
    match cell {
        Cell::Known(Value::Date(date), _) if date.precision() == Precision::Day => {
            Some(date.start())
        }
        _ => None,
    }
}

/// The row's own day: the one of the sheet's days that is its weekday.
pub(super) fn day(line: &mut Line<'_>) {
    let (Some(from), Some(to)) = (day_of(line.get(DATE)), day_of(line.get(END))) else {
        return;
    };
    let said = |column: &&Mapped| column.head.ends_with("星期");
    let Some(column) = line.frame.columns.iter().find(said) else {
        return;
    };
    if line.column_of(DATE).is_some() {
        return;
    }
    let Some(weekday) = weekday(&line.raw(column).display()) else {
        return;
    };
    let mut days = from.iter_days().take_while(|day| *day <= to);
    if let Some(day) = days
        .find(|day| day.weekday() == weekday)
        .and_then(PartialDate::day)
    {
        line.set(DATE, Value::Date(day));
        line.cells.remove(&END);
        line.report(Some(column), Some(DATE), "vague_date", Level::Info);
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    let text = tight(text);
    let name = text.trim_start_matches("星期").trim_start_matches('周');
    Some(match name {
        "一" | "1" => Weekday::Mon,
        "二" | "2" => Weekday::Tue,
        "三" | "3" => Weekday::Wed,
        "四" | "4" => Weekday::Thu,
        "五" | "5" => Weekday::Fri,
        "六" | "6" => Weekday::Sat,
        "日" | "天" | "7" => Weekday::Sun,
        _ => return None,
    })
}
