//! What a whole table lacks, so that none of its rows count or all by its
//! name: days, the plan year or the levels of key projects, or whose the
//! telephone numbers are.

use suoji_model::{Cell, Precision, Value};

use super::notices::about;
use crate::ledger::kinds::Ledger;
use crate::ledger::people::NO_COLUMN;
use crate::ledger::words::target;
use crate::problem::{Level, Problem};
use crate::table::{LedgerRow, Table, Target};

const LEVEL: Target = target("key_project", "key_level");
const COMPLETION: Target = target("key_project", "completion_date");
const KIND: Target = target("key_project", "ledger_kind");
/// The year in whose plan a key project stands.
const PLAN_YEAR: Target = target("key_project", "plan_year");

/// What the rows read so far have, and what they are without.
#[derive(Debug, Default)]
pub(super) struct Lacking {
    /// Whether a row has the day by which the ledger counts.
    dated: bool,
    /// Whether a row is of no year's plan, neither by itself nor its section.
    unplanned: bool,
    /// Whether a row has a level.
    levelled: bool,
    /// Whether a row that is not finished could count, had it a level.
    unlevelled: bool,
    /// Whether a row was completed in a year, and nobody says when.
    completed: bool,
    /// The column of numbers without one of names.
    nameless: Option<String>,
}

impl Lacking {
    /// Looks at a row.
    pub(super) fn row(&mut self, ledger: &Ledger, row: &mut LedgerRow) {
        row.problems.retain(|one| {
            let is_nameless = one.reason == NO_COLUMN;
            if is_nameless && self.nameless.is_none() {
                self.nameless = Some(one.column.clone());
            }
            !is_nameless
        });
        let known = |target: Target| matches!(row.cells.get(&target), Some(Cell::Known(..)));
        let day = ledger.dated.and_then(|(target, _)| row.cells.get(&target));
        self.dated |= day.is_some_and(|day| *day != Cell::Blank);
        if ledger.name == "key_project" {
            let finished = matches!(row.cells.get(&KIND),
                Some(Cell::Known(Value::Text(kind), _)) if kind == "finished");
            self.unplanned |= !known(PLAN_YEAR);
            self.levelled |= known(LEVEL);
            self.unlevelled |= !known(LEVEL) && !finished && row.uncounted.is_none();
            self.completed |= matches!(row.cells.get(&COMPLETION),
                Some(Cell::Known(Value::Date(day), _)) if day.precision() == Precision::Year);
        }
    }

    /// What is told of the table, at its headings.
    pub(super) fn told(&self, table: &Table, ledger: &Ledger, header: u32) -> Vec<Problem> {
        let is_there = |target: Target| {
            let mut columns = table.columns.iter();
            columns.any(|column| column.target == Some(target))
        };
        let tell = |field: Target, reason: &'static str, level: Level| Problem {
            field: Some(field),
            ..about(table, header, reason, level, String::new())
        };
        let dateless = ledger.dated.map(|(target, _)| target);
        let dateless = dateless.filter(|day| !self.dated && !is_there(*day) && table.read > 0);
        let dateless = dateless.map(|day| tell(day, "date_column_missing", Level::Should));
        let planless = self.unplanned && table.year.is_none() && !is_there(PLAN_YEAR);
        let planless = planless.then(|| tell(PLAN_YEAR, "plan_year_missing", Level::Should));
        let level = self.unlevelled && !self.levelled && !is_there(LEVEL);
        let level = level.then(|| tell(LEVEL, "level_column_missing", Level::Info));
        let completed = self.completed && !is_there(COMPLETION);
        let completed = completed.then(|| tell(COMPLETION, "completed_by_title", Level::Should));
        let nameless = self.nameless.as_ref().map(|column| Problem {
            column: column.clone(),
            ..about(table, header, NO_COLUMN, Level::Info, String::new())
        });
        let told = dateless.into_iter().chain(planless).chain(level);
        told.chain(completed).chain(nameless).collect()
    }
}
