//! Reports of a month or a week: `本月到位` beside `本年累计到位`. What came in the
//! month is the payment; where only what came in the year stands there, that is
//! one payment of the year.

use chrono::Datelike;
use suoji_model::{Cell, PartialDate, Precision, Value};

use super::periods::{self, Months, PAID};
use super::shares::says_paid;
use super::{running, streams};
use crate::book::{Raw, Sheet, Workbook};
use crate::cells::date;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::columns::look::{looked_at, values};
use crate::ledger::given::month;
use crate::ledger::heads::{Head, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::visit::week;
use crate::ledger::words::Role;

/// The month or week that a report is of.
const NOW: &[&str] = &["本月", "当月", "本周", "当周"];
/// What says no more of it than that an amount stands below.
const AMOUNTS: &[&str] = &["", "数", "金额", "数额", "发生额", "新增", "到位"];
/// The year that a report is of.
const OF_YEAR: &[&str] = &["本年", "当年", "今年", "全年", "年初至今", "年初以来"];
/// What a running total holds that goes back beyond the year.
const BEYOND: &[&str] = &["开工", "历年", "总", "以前", "上年", "去年", "同期"];

/// Reads a report's month, or else its year, where no heading says outright
/// what was paid.
pub(crate) fn settle(
    sheet: &Sheet,
    ledger: &Ledger,
    block: &Block,
    wishes: &mut Vec<(usize, Match)>,
) {
    if ledger.name != "payment" {
        return;
    }
    of_week(block, wishes);
    if running::reads_paid(wishes) {
        return;
    }
    let find = |is_one: fn(&Head) -> bool| found(sheet, block, is_one);
    let mut heads = block.heads.iter().map(|(_, head)| head);
    let runs = heads.any(|head| own(head).contains("累计"));
    let one = find(|head| is_paid(head) && is_now(head))
        .or_else(|| find(|head| runs_on_its_own(head) && is_now(head)).filter(|_| runs))
        .or_else(|| find(is_paid_of_period).filter(|_| has_one_period(block)))
        .or_else(|| find(is_of_year));
    let Some((index, found)) = one else {
        return;
    };
    // 1-10月累计到位 is kept as text beside what was paid.
    let others = wishes.iter_mut().filter(|(at, _)| *at == index);
    others.for_each(|(_, other)| other.confidence = 0);
    wishes.push((index, found));
}

/// Of 本周到位 beside 本月到位, the month is the payment.
fn of_week(block: &Block, wishes: &mut [(usize, Match)]) {
    let begins = |(index, found): &(usize, Match), words: &[&str]| {
        let head = block.heads.get(*index).map(|(_, head)| own(head));
        let head = head.filter(|_| found.role == Role::Field(PAID) && found.reason != "told");
        head.is_some_and(|head| words.iter().any(|word| head.starts_with(word)))
    };
    if wishes.iter().any(|wish| begins(wish, &NOW[..2])) {
        let weeks = wishes.iter_mut().filter(|wish| begins(wish, &NOW[2..]));
        weeks.for_each(|(_, found)| found.confidence = 0);
    }
}

/// The first such column with amounts below it.
fn found(sheet: &Sheet, block: &Block, is_one: fn(&Head) -> bool) -> Option<(usize, Match)> {
    let heads = block.heads.iter().enumerate();
    let mut heads = heads.filter(|(_, (_, head))| is_open(head) && is_one(head));
    heads.find_map(|(index, (number, head))| {
        let found = Match::exact(Role::Field(PAID));
        let confidence = looked_at(sheet, block, *number, found, head.unit());
        let is_read = confidence >= SURE && !values(sheet, block, *number).is_empty();
        is_read.then_some((
            index,
            Match {
                confidence,
                ..found
            },
        ))
    })
}

/// A heading's own part without its unit.
fn own(head: &Head) -> String {
    let own = streams::own(&head.parts).map(|(own, _)| tight(own));
    let own = own.unwrap_or_default();
    own.split('(').next().unwrap_or_default().to_owned()
}

fn is_open(head: &Head) -> bool {
    !head.parts.iter().any(|part| periods::is_other(part))
}

fn is_paid(head: &Head) -> bool {
    says_paid(&head.parts)
}

/// Whether nothing stands above a heading.
fn runs_on_its_own(head: &Head) -> bool {
    streams::own(&head.parts).is_some_and(|(_, above)| above.is_empty())
}

/// Whether a heading names the month or week of the report and nothing else.
fn is_now(head: &Head) -> bool {
    let own = own(head);
    let rest = NOW.iter().find_map(|word| own.strip_prefix(word));
    rest.is_some_and(|rest| AMOUNTS.contains(&rest))
}

/// `到位资金▸2024年上半年` alone.
fn is_paid_of_period(head: &Head) -> bool {
    is_paid(head) && Months::of(head).is_some()
}

fn has_one_period(block: &Block) -> bool {
    let heads = block.heads.iter();
    heads.filter(|(_, head)| Months::of(head).is_some()).count() == 1
}

/// Whether a heading is of all that came in the year so far.
fn is_of_year(head: &Head) -> bool {
    let own = own(head);
    own.contains("累计")
        && (is_paid(head) || runs_on_its_own(head))
        && span(&own).is_some_and(|months| months.since_january() > Some(1))
}

/// The months of the year that a heading adds up: `1-10月累计到位`,
/// `本年累计到位`, `2024年累计`.
fn span(own: &str) -> Option<Months> {
    if BEYOND.iter().any(|word| own.contains(word)) {
        return None;
    }
    let of_year = OF_YEAR.iter().any(|word| own.starts_with(word));
    let whole = of_year.then_some(Months::YEAR);
    let named = || periods::named(own).filter(|months| months.since_january().is_some());
    let with_year = || {
        let (year, _) = own.split_once("累计")?;
        let parts = vec![year.to_owned()];
        Months::of(&Head { parts }).filter(|months| months.is_year())
    };
    whole.or_else(named).or_else(with_year)
}

/// The months that the heading of the amounts names itself: `上半年到位资金`,
/// `2024年到位`, `本年累计到位`.
pub(crate) fn by_heading(head: &str) -> Option<Months> {
    let own = tight(streams::own_of(head));
    let parts = head.split('▸').map(str::to_owned).collect();
    let whole = || Months::of(&Head { parts }).filter(|_| !periods::is_open(head));
    let named = || periods::named(head);
    span(&own).or_else(named).or_else(whole)
}

/// When everything was paid, by the heading of the amounts: in the months that
/// it names, or the week of the report.
pub(crate) fn day(
    columns: &[Mapped],
    book: &Workbook,
    titles: &[String],
    year: Option<i32>,
) -> Option<PartialDate> {
    let paid = columns.iter().find(|one| one.target() == Some(PAID))?;
    let head = &paid.column.head;
    let own = tight(streams::own_of(head));
    if let Some(at) = NOW.iter().position(|word| own.starts_with(word)) {
        let mut names = titles.iter().chain([&book.file]);
        let day = names.find_map(|name| in_week(name, year));
        // 本月到位 is of one month, and a week may be of two.
        return day.filter(|day| at >= 2 || day.precision() == Precision::Month);
    }
    by_heading(head)?.date(year)
}

/// The month or the months of the week that a title names.
fn in_week(title: &str, year: Option<i32>) -> Option<PartialDate> {
    let day = |cell: &Cell| match cell {
        Cell::Known(Value::Date(date), _) => Some(date.start()),
        _ => None,
    };
    let (from, to) = week::span(title, year)?;
    let (from, to) = (day(&from)?, day(&to)?);
    let months = (from.year() == to.year()).then(|| (from.month(), to.month()));
    let (first, last) = months?;
    date::holding(from.year(), first, last)
}

/// Takes what a year brought so far for no payment where a later sheet of the
/// file says it again.
pub(crate) fn leave_out_earlier(book: &Workbook, sheet: &Sheet, columns: &mut [Mapped]) {
    let adds_up = |text: &str| {
        let own = tight(streams::own_of(text));
        own.contains("累计") && span(&own).is_some()
    };
    let paid = |column: &&mut Mapped| column.target() == Some(PAID) && adds_up(&column.column.head);
    let Some(column) = columns.iter_mut().find(paid) else {
        return;
    };
    let says = |sheet: &&Sheet| {
        let cells = sheet.rows.iter().take(HEADS).flat_map(|row| &row.cells);
        let mut texts = cells.filter_map(|(_, raw)| match raw {
            Raw::Text(text) => Some(text),
            _ => None,
        });
        texts.any(|text| adds_up(text))
    };
    let time = |at: usize, sheet: &Sheet| (month::said(&sheet.name), at);
    let sheets = book.sheets.iter().enumerate();
    let all = sheets.filter(|(_, one)| one.name == sheet.name || says(one));
    let last = all.max_by_key(|(at, one)| time(*at, one));
    if last.is_some_and(|(_, last)| last.name != sheet.name) {
        column.role = None;
        "unknown_heading".clone_into(&mut column.column.reason);
    }
}

/// Rows in which a sheet has its headings.
const HEADS: usize = 8;
