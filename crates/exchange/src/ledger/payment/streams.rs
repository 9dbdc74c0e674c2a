//! Where the money of a column of periods comes from: a ledger may have each
//! period twice, for money from home and from abroad, `1月▸内资` beside
//! `1月▸外资` or `内资▸1月` beside `外资▸1月`.

use suoji_model::Currency;

use super::periods::{self, Months};
use crate::book::Sheet;
use crate::cells::text::tight;
use crate::cells::unit::Measure;
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::columns::look::values;
use crate::ledger::heads::{self, Head};
use crate::ledger::table::notices::about;
use crate::ledger::words::{Role, target};
use crate::problem::{Level, Problem};
use crate::table::{Table, Target};

/// Where money comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    /// Wherever it comes from.
    Any,
    Home,
    Abroad,
}

impl Stream {
    /// What a heading says of it.
    pub(super) fn of(head: &str) -> Self {
        // 市外资金 comes from another town.
        let head = tight(head).replace("外资金", "").replace("内外资", "");
        let abroad = ["外资", "外币", "FDI"];
        match (
            head.contains("内资"),
            abroad.iter().any(|word| head.contains(word)),
        ) {
            (true, false) => Self::Home,
            (false, true) => Self::Abroad,
            _ => Self::Any,
        }
    }

    /// Whether it and another have no money in common.
    pub(super) fn is_apart(self, other: Self) -> bool {
        self != Self::Any && other != Self::Any && self != other
    }
}

/// The streams of headings, if those of home and abroad are both there.
pub(super) fn both(heads: &[(u32, Head)], periods: &[(usize, Months)]) -> Option<Vec<Stream>> {
    let streams: Vec<Stream> = heads
        .iter()
        .map(|(_, head)| Stream::of(&head.text()))
        .collect();
    let has = |stream: Stream| periods.iter().any(|(at, _)| streams[*at] == stream);
    (has(Stream::Home) && has(Stream::Abroad)).then_some(streams)
}

/// Words around the name of a stream.
const AROUND: &[&str] = &["实际", "到位", "到资", "到账", "利用", "使用"];

/// Whether a part of a heading only names a stream, and no part of another.
pub(super) fn is_stream(part: &str) -> bool {
    let name = heads::key(part).0;
    let mut rest = name.as_str();
    while let Some(shorter) = AROUND.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    matches!(rest, "内资" | "外资" | "外币") && !tight(part).starts_with("其中")
}

/// Whether a part of a heading is only a unit in brackets, in a row of its own.
fn is_unit(part: &str) -> bool {
    let part = part.trim();
    part.starts_with(['(', '（']) && part.ends_with([')', '）'])
}

/// A heading's own part, be there the name of a stream or a unit below it, and
/// those above.
pub(super) fn own(parts: &[String]) -> Option<(&String, &[String])> {
    let (own, above) = parts.split_last()?;
    match above.split_last() {
        Some(outer) if is_stream(own) || is_unit(own) => Some(outer),
        _ => Some((own, above)),
    }
}

/// The same of a heading whose parts are joined.
pub(super) fn own_of(head: &str) -> &str {
    let mut parts = head.rsplit('▸');
    let own = parts.next().unwrap_or_default();
    match parts.next() {
        Some(outer) if is_stream(own) || is_unit(own) => outer,
        _ => own,
    }
}

/// 资金类别 over 内资 and 外资 says where money comes from, and not what it is
/// for.
pub(crate) fn of_row(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    const KIND: Role = Role::Field(target("payment", "fund_kind"));
    const NOTE: Target = target("payment", "note");
    let Some(column) = columns.iter_mut().find(|one| one.role == Some(KIND)) else {
        return;
    };
    let values = values(sheet, block, column.number);
    if !values.is_empty() && values.iter().all(|raw| is_stream(&raw.display())) {
        column.role = Some(Role::Append(NOTE));
        column.column.target = Some(NOTE);
        "joined_text".clone_into(&mut column.column.reason);
    }
}

/// Columns of foreign money by period that were not read, because other
/// columns may hold the same money.
pub(crate) fn unread(table: &Table, columns: &[Mapped]) -> Vec<Problem> {
    let header = table.header_rows.last().copied().unwrap_or_default();
    let in_foreign = |column: &&Mapped| {
        let unit = column.unit.map(|unit| unit.measure);
        matches!(unit, Some(Measure::Money(Some(currency))) if currency != Currency::CNY)
    };
    let unread = columns.iter().filter(in_foreign).filter(|column| {
        let of_months = matches!(column.role, Some(Role::Sum(months)) if !months.is_year());
        let head = &column.column.head;
        of_months && Stream::of(head) == Stream::Abroad && !head.contains("其中")
    });
    let told = unread.filter(|column| {
        let mut columns = columns.iter();
        !columns.any(|one| periods::adds(column, one) && in_foreign(&one))
    });
    told.map(|column| {
        let raw = column.column.head.clone();
        let mut problem = about(table, header, "foreign_period_unread", Level::Must, raw);
        problem.column.clone_from(&column.column.letter);
        problem
    })
    .collect()
}
