//! When all of a table happened, where no column says so: in the month, the
//! quarter or the year that its sheet, its title or its file is named for.

use suoji_model::{Cell, PartialDate, Precision, Value};

use super::Given;
use super::month;
use crate::book::{Raw, Sheet, Workbook};
use crate::cells::text::tight;
use crate::cells::{self, Context};
use crate::ledger::columns::{Mapped, has};
use crate::ledger::kinds::Ledger;
use crate::ledger::payment::{periods, reported};
use crate::ledger::table::notices::about;
use crate::ledger::words::{Role, target};
use crate::problem::{Level, Problem};
use crate::table::{Table, Target};

/// Words of a table that more than its time has filled.
const SINCE: &[&str] = &[
    "历年",
    "历次",
    "累计",
    "以来",
    "截至",
    "截止",
    "近年",
    "近三年",
    "近五年",
];
/// Words of a table that lists what is about, whenever it came to be.
const STANDING: &[&str] = &[
    "进展", "推进", "调度", "跟踪", "动态", "履约", "落地", "开工", "在谈", "洽谈", "意向", "储备",
    "目标", "计划", "拟", "预计",
];

/// What tables are called whose rows happened when their name says.
fn named(ledger: &Ledger) -> &'static [&'static str] {
    match ledger.name {
        "signing" => &["签约"],
        "lead" => &["线索", "招商信息", "项目信息"],
        "visit" => &["拜访", "走访", "接待", "考察", "外出"],
        "payment" => &["到位", "到账", "到资"],
        _ => &[],
    }
}

/// The day of every row of a ledger that has no column for it; of payments also
/// the period, in which others may have been paid that stand elsewhere.
pub(super) fn of(
    book: &Workbook,
    sheet: &Sheet,
    titles: &[String],
    columns: &[Mapped],
    ledger: &Ledger,
    year: Option<i32>,
) -> Vec<Given> {
    let Some(day) = day(book, sheet, titles, columns, ledger, year) else {
        return Vec::new();
    };
    let period = target("payment", "period");
    let is_open = ledger.name == "payment" && !has(columns, period);
    let period = match &day.cell {
        Cell::Known(Value::Date(date), _) if is_open => Some(Given::said(
            period,
            Cell::exact(Value::Text(date.to_string())),
        )),
        _ => None,
    };
    [Some(day), period].into_iter().flatten().collect()
}

fn day(
    book: &Workbook,
    sheet: &Sheet,
    titles: &[String],
    columns: &[Mapped],
    ledger: &Ledger,
    year: Option<i32>,
) -> Option<Given> {
    let (date, _) = ledger.dated?;
    if columns.iter().any(|column| holds_day(column, date)) {
        return None;
    }
    if ledger.name == "payment"
        && let Some(day) = reported::day(columns, book, titles, year)
    {
        return Some(Given::said(date, Cell::exact(Value::Date(day))));
    }
    let year = year?;
    if ledger.name == "payment" && has(columns, periods::PAID) {
        let paid = paid(book, sheet, titles, columns, year);
        if paid.is_some() {
            return paid;
        }
    }
    let own = |name: &str| named(ledger).iter().any(|word| name.contains(word));
    let stands = |name: &str| {
        let mut words = SINCE.iter().chain(STANDING);
        words.any(|word| name.contains(word))
    };
    let names = || titles.iter().chain([&sheet.name, &book.file]);
    if names().any(|name| stands(name)) || !names().any(|name| own(name)) {
        return None;
    }
    let is_time = |name: &str| {
        let rest = |c: char| !c.is_ascii_digit() && !"年月份第季度一二三四五六七八九十".contains(c);
        !tight(name).chars().any(rest)
    };
    let of_month = |name: &String| part_of(name, year).filter(|_| own(name) || is_time(name));
    let part = of_month(&sheet.name).or_else(|| titles.iter().find_map(of_month));
    if let Some(part) = part {
        return read(date, &part);
    }
    // 累计到位 is of more than the year, and 到位情况 tells the days in words.
    let plain = |column: &Mapped| {
        let head = &column.column.head;
        column.target() == Some(periods::PAID) && !stands(head) && !head.contains("情况")
    };
    let whole = format!("{year}年");
    let of_year = names().any(|name| own(name) && tight(name).contains(&whole));
    if !of_year || ledger.name == "payment" && !columns.iter().any(plain) {
        return None;
    }
    in_year(date, year)
}

/// Whether a column has the day of each row, or rows of several.
fn holds_day(column: &Mapped, date: Target) -> bool {
    match column.role {
        Some(
            Role::Field(own)
            | Role::Append(own)
            | Role::Otherwise(own, _)
            | Role::Span(own, _)
            | Role::Days(own, _),
        ) => own == date,
        Some(Role::Part(_)) => true,
        _ => false,
    }
}

/// When everything was paid: in the month or quarter that the sheet or its
/// title is of, or 本月到位 that the file is of.
fn paid(
    book: &Workbook,
    sheet: &Sheet,
    titles: &[String],
    columns: &[Mapped],
    year: i32,
) -> Option<Given> {
    let date = target("payment", "paid_date");
    let paid = columns
        .iter()
        .find(|one| one.target() == Some(periods::PAID));
    let own_month = paid.is_some_and(|one| {
        let own = tight(&one.column.head);
        let own = own.rsplit('▸').next().unwrap_or_default();
        own.starts_with("本月") || own.starts_with("当月")
    });
    let said = |text: &str| {
        // 本月到位 in a table of 1-7月 is of the last.
        let last = || month::last(text).filter(|_| own_month);
        part_of(text, year).or_else(|| Some(format!("{year}年{}月", last()?)))
    };
    let text = said(&sheet.name).or_else(|| titles.iter().find_map(|title| said(title)));
    let text = text.or_else(|| said(&book.file).filter(|_| own_month));
    read(date, &text?)
}

/// The month or quarter that a name is of, with its year.
fn part_of(name: &str, year: i32) -> Option<String> {
    let text = tight(name);
    let quarter = ["一", "二", "三", "四"].into_iter().find(|number| {
        let named = format!("{number}季度");
        text.split_once(&named)
            .is_some_and(|(before, _)| !before.ends_with(['至', '到', '-', '前']))
    });
    let month = month::said(&text).map(|month| format!("{year}年{month}月"));
    month.or(quarter.map(|quarter| format!("{year}年第{quarter}季度")))
}

fn read(date: Target, text: &str) -> Option<Given> {
    let raw = Raw::text(text);
    match cells::read(date.kind, date.declared()?, &raw, Context::default()).cell {
        Cell::Known(value, _) => Some(Given::said(date, Cell::exact(value))),
        _ => None,
    }
}

/// That everything was completed in the year of the list, where it asks for no
/// days: `2024年竣工投产项目一览表`.
pub(super) fn finished(
    book: &Workbook,
    sheet: &Sheet,
    titles: &[String],
    columns: &[Mapped],
    year: Option<i32>,
) -> Option<Given> {
    let of = |field| target("key_project", field);
    let days = [
        "completion_date",
        "production_date",
        "planned_completion_date",
    ];
    let asked = days.iter().any(|field| has(columns, of(field)));
    let mut names = titles.iter().chain([&sheet.name, &book.file]);
    let since = names.any(|name| SINCE.iter().any(|word| name.contains(word)));
    in_year(of("completion_date"), year.filter(|_| !asked && !since)?)
}

/// That every row has its month, quarter or year by the name of the whole.
pub(crate) fn told(table: &Table, ledger: &Ledger, given: &[Given]) -> Option<Problem> {
    let (date, _) = ledger.dated?;
    let own = given
        .iter()
        .find(|one| one.target == date && !one.is_told)?;
    let Cell::Known(Value::Date(day), _) = own.cell else {
        return None;
    };
    let level = match day.precision() {
        Precision::Day => return None,
        Precision::Year if !says_itself(table) => Level::Should,
        _ => Level::Info,
    };
    let header = table.header_rows.last().copied().unwrap_or(0);
    Some(Problem {
        field: Some(date),
        ..about(table, header, "dated_by_name", level, day.to_string())
    })
}

/// Whether the heading of what was paid names its months: `本年累计到位`.
fn says_itself(table: &Table) -> bool {
    let mut paid = table.columns.iter();
    let paid = paid.find(|column| column.target == Some(periods::PAID));
    paid.is_some_and(|column| reported::by_heading(&column.head).is_some())
}

fn in_year(date: Target, year: i32) -> Option<Given> {
    let day = PartialDate::parse(&format!("{year:04}"))?;
    Some(Given::said(date, Cell::exact(Value::Date(day))))
}
