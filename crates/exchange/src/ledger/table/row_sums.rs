//! What a row adds up itself against the payments that were read from it.

use suoji_model::{Cell, Currency, Value};

use super::measure::Scale;
use super::notices::about;
use super::subtotals;
use crate::book::Row;
use crate::ledger::columns::Mapped;
use crate::ledger::payment::periods;
use crate::ledger::words::Role;
use crate::problem::{Level, Problem};
use crate::table::{LedgerRow, Table};

/// Digits that a sum of a row is compared with at least.
const LEAST_DIGITS: u32 = 2;

/// Compares every sum of a row with its payments.
pub(super) fn compare(
    columns: &[Mapped],
    table: &Table,
    row: &Row,
    lines: &[LedgerRow],
) -> Vec<Problem> {
    let sums = columns.iter();
    let sums = sums.filter(|column| matches!(column.role, Some(Role::Sum(_))));
    let told = sums.filter_map(|sum| disagrees(columns, table, row, lines, sum));
    told.collect()
}

fn disagrees(
    columns: &[Mapped],
    table: &Table,
    row: &Row,
    lines: &[LedgerRow],
    sum: &Mapped,
) -> Option<Problem> {
    let scale = Scale::of(sum)?;
    let (text, claimed, digits) = subtotals::figure(sum, scale, row.cell(sum.number))?;
    let inside = lines.iter().filter(|line| {
        let part = line.part.and_then(|at| columns.get(usize::from(at)));
        part.is_some_and(|part| periods::adds(sum, part))
    });
    let inside: Vec<&LedgerRow> = inside.collect();
    if inside.iter().any(|line| is_foreign(line, scale)) {
        return None;
    }
    let paid = inside.into_iter().filter_map(|line| scale.of_row(line));
    let paid = paid.map(i128::from);
    let paid: i128 = paid.sum();
    let claimed = i128::from(claimed);
    let digits = digits.max(LEAST_DIGITS);
    if (claimed - paid).abs() <= scale.half(digits) {
        return None;
    }
    let runs = periods::is_running(&sum.column.head) && claimed > paid;
    if runs && reaches_back(columns, table.year) {
        return None;
    }
    let level = if runs { Level::Should } else { Level::Must };
    let raw = format!("{text} ≠ {}", scale.show(paid, digits));
    let mut problem = about(table, row.number, "row_sum_disagrees", level, raw);
    problem.column.clone_from(&sum.column.letter);
    problem.field = Some(periods::PAID);
    Some(problem)
}

/// Whether a payment is of foreign money that no rate makes yuan.
fn is_foreign(line: &LedgerRow, scale: Scale) -> bool {
    let paid = line.cells.get(&periods::PAID);
    let foreign = matches!(paid, Some(Cell::Known(Value::Money(money), _))
        if money.currency != Currency::CNY);
    foreign && scale.of_row(line).is_none()
}

/// Whether what was paid in years before is in the running totals of a table:
/// a column is about those years, or another adds up the periods alone.
fn reaches_back(columns: &[Mapped], year: Option<i32>) -> bool {
    let named = || columns.iter().any(|one| names_years_before(&one.head));
    named() || periods::has_before(columns, year) || columns.iter().any(periods::sums_year)
}

/// Whether a heading is about the years before this one.
fn names_years_before(head: &str) -> bool {
    let words = ["以前年度", "往年", "历年", "上年", "年前", "以往"];
    words.iter().any(|word| head.contains(word))
}
