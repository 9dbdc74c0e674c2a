//! What was paid before the month that a sheet is of: 本年累计到位 above 本月到位
//! holds what sheets of earlier months list, and is named where it was not read.

use suoji_model::{Cell, Money, Value};

use super::periods::PAID;
use super::shares::says_paid;
use crate::book::{Raw, Row, Workbook};
use crate::cells::unit::Unit;
use crate::cells::{Context, amount};
use crate::ledger::columns::{Mapped, has};
use crate::ledger::kinds::Ledger;
use crate::ledger::table::notices::about;
use crate::ledger::words::{Role, target};
use crate::problem::{Level, Problem};
use crate::table::{LedgerRow, Table};

/// The first amount of a table that holds more than was read.
#[derive(Debug, Default)]
pub(crate) struct Earlier {
    /// Places of the columns that add up.
    running: Vec<usize>,
    found: Option<(u32, usize, String)>,
    /// Rows whose total is less than what was paid in its last part.
    less: Vec<(u32, usize, String)>,
}

/// Rows that a sheet with a table has at least.
const ROWS: usize = 3;

impl Earlier {
    /// Of a table of payments without days, alone in its file: beside others it
    /// may be one of a sheet a month.
    pub(crate) fn of(book: &Workbook, ledger: &Ledger, columns: &[Mapped]) -> Self {
        let sheets = book.sheets.iter().filter(|sheet| sheet.rows.len() >= ROWS);
        let is_dated = has(columns, target("payment", "paid_date"));
        if ledger.name != "payment" || is_dated || sheets.count() > 1 {
            return Self::default();
        }
        let adds_up = |column: &Mapped| {
            let head = &column.column.head;
            let before = ["以前", "历年", "往年", "上年", "年底", "年末"];
            let is_paid = head.contains('到') || head.ends_with("累计");
            let is_kept = match column.role {
                Some(role) => role == Role::Aside,
                None => says_paid(std::slice::from_ref(head)) || !head.contains('▸'),
            };
            is_kept
                && is_paid
                && head.contains("累计")
                && !before.iter().any(|word| head.contains(word))
        };
        let running = columns.iter().enumerate();
        let running = running.filter(|(_, column)| adds_up(column));
        Self {
            running: running.map(|(at, _)| at).collect(),
            ..Self::default()
        }
    }

    /// Looks at a row and what was read of it.
    pub(crate) fn row(&mut self, row: &Row, lines: &[LedgerRow], columns: &[Mapped]) {
        let paid = lines
            .iter()
            .filter_map(|line| money(line.cells.get(&PAID)?));
        let paid: Vec<Money> = paid.collect();
        let unit = columns.iter().find(|column| column.target() == Some(PAID));
        let unit = unit.and_then(|column| column.unit);
        for at in &self.running {
            let Some(column) = columns.get(*at) else {
                continue;
            };
            let raw = row.cell(column.number);
            let Some(sum) = self::read(column, column.unit.or(unit), raw) else {
                continue;
            };
            let read = paid.iter().filter(|money| money.currency == sum.currency);
            let read: i64 = read.map(|money| money.minor).sum();
            let place = (row.number, *at, raw.display());
            if sum.minor < read {
                self.less.push(place);
            } else if sum.minor > read && self.found.is_none() {
                self.found = Some(place);
            }
        }
    }

    /// Names that amount, and those that cannot be.
    pub(crate) fn told(self, table: &Table) -> Vec<Problem> {
        let tell = |reason, (row, at, raw): (u32, usize, String)| {
            let column = table.columns.get(at)?;
            let raw = format!("{} {raw}", column.head);
            let mut problem = about(table, row, reason, Level::Should, raw);
            problem.column.clone_from(&column.letter);
            Some(problem)
        };
        let less = self.less.into_iter();
        let less = less.filter_map(|place| tell("running_total_less", place));
        let found = self.found.and_then(|place| tell("earlier_not_read", place));
        found.into_iter().chain(less).collect()
    }
}

fn read(column: &Mapped, unit: Option<Unit>, raw: &Raw) -> Option<Money> {
    let context = Context {
        unit,
        ..column.context
    };
    money(&amount::read(raw, context).cell)
}

fn money(cell: &Cell) -> Option<Money> {
    match cell {
        Cell::Known(Value::Money(money), _) => Some(*money),
        _ => None,
    }
}
