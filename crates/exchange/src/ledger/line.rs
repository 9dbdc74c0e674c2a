//! One row while it is read: its values and its problems.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};
use suoji_model::{Cell, Value};

use super::columns::Mapped;
use super::words::Role;
use crate::book::{Raw, Row, Sheet};
use crate::cells::{self, Context, Reading};
use crate::problem::{Level, Problem};
use crate::table::{Column, LedgerRow, Target};

/// A row being read.
pub(super) struct Line<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) row: &'a Row,
    pub(super) columns: &'a [Mapped],
    pub(super) year: Option<i32>,
    pub(super) cells: BTreeMap<Target, Cell>,
    pub(super) problems: Vec<Problem>,
    pub(super) rejected: bool,
}

impl<'a> Line<'a> {
    pub(super) fn new(
        sheet: &'a Sheet,
        row: &'a Row,
        columns: &'a [Mapped],
        year: Option<i32>,
    ) -> Self {
        Self {
            sheet,
            row,
            columns,
            year,
            cells: BTreeMap::new(),
            problems: Vec::new(),
            rejected: false,
        }
    }

    /// The column that plays a role.
    pub(super) fn column(&self, role: Role) -> Option<&'a Mapped> {
        self.columns.iter().find(|column| column.role == Some(role))
    }

    /// The column of a field.
    pub(super) fn column_of(&self, kind: &'static str, field: &'static str) -> Option<&'a Mapped> {
        self.column(Role::Field(Target { kind, field }))
    }

    /// What stands in a column; a cell merged with those above has their
    /// value.
    pub(super) fn raw(&self, column: &Mapped) -> &'a Raw {
        let own = self.row.cell(column.number);
        if own.is_blank()
            && let Some(top) = column.merged_from(self.row.number)
        {
            return self.sheet.cell(top, column.number);
        }
        own
    }

    /// The text in the column of a role, or nothing.
    pub(super) fn text(&self, role: Role) -> String {
        let raw = self.column(role).map(|column| self.raw(column));
        raw.map(Raw::display).unwrap_or_default()
    }

    /// Reads a column's cell as a field.
    pub(super) fn reading(
        &self,
        column: &Mapped,
        target: Target,
        context: Context,
    ) -> Option<Reading> {
        let field = target.declared()?;
        Some(cells::read(target.kind, field, self.raw(column), context))
    }

    /// Reads every column that is a field, except those `special` to the
    /// ledger.
    pub(super) fn read_fields(&mut self, special: impl Fn(Target) -> bool) {
        for column in self.columns {
            let Some(Role::Field(target)) = column.role else {
                continue;
            };
            if special(target) {
                continue;
            }
            let context = Context {
                unit: column.unit,
                year: self.year,
            };
            if let Some(reading) = self.reading(column, target, context) {
                self.keep(column, target, reading);
            }
        }
    }

    /// Keeps a value with its findings.
    pub(super) fn keep(&mut self, column: &Mapped, target: Target, reading: Reading) {
        self.tell(column, target, &reading);
        self.cells.insert(target, reading.cell);
    }

    /// Reports a reading's findings.
    pub(super) fn tell(&mut self, column: &Mapped, target: Target, reading: &Reading) {
        for (reason, level) in &reading.findings {
            self.report(Some(column), Some(target), reason, *level);
        }
    }

    /// Sets a value that no cell of its own holds.
    pub(super) fn set(&mut self, kind: &'static str, field: &'static str, value: Value) {
        self.cells
            .insert(Target { kind, field }, Cell::exact(value));
    }

    /// The value of a field.
    pub(super) fn get(&self, kind: &'static str, field: &'static str) -> &Cell {
        self.cells
            .get(&Target { kind, field })
            .unwrap_or(&Cell::Blank)
    }

    /// Names a problem.
    pub(super) fn report(
        &mut self,
        column: Option<&Mapped>,
        field: Option<Target>,
        reason: &'static str,
        level: Level,
    ) {
        self.problems.push(Problem {
            sheet: self.sheet.name.clone(),
            row: self.row.number,
            column: column
                .map(|column| column.column.letter.clone())
                .unwrap_or_default(),
            field,
            reason,
            level,
            raw: column
                .map(|column| self.raw(column).display())
                .unwrap_or_default(),
        });
    }

    /// The finished row.
    pub(super) fn finish(self) -> LedgerRow {
        let mut raw = Map::new();
        for column in self.columns {
            let text = self.raw(column).display();
            if text.trim().is_empty() {
                continue;
            }
            let Column { letter, head, .. } = &column.column;
            let name = if raw.contains_key(head) {
                format!("{head} {letter}")
            } else {
                head.clone()
            };
            raw.insert(name, Json::String(text));
        }
        LedgerRow {
            row: self.row.number,
            cells: self.cells,
            raw,
            problems: self.problems,
            rejected: self.rejected,
        }
    }
}
