//! Projects of a table that has no column for their names: each is called as
//! its firm is, and what a firm signs beside that goes by its day as well.

use std::collections::HashMap;

use suoji_model::{Cell, Precision, Value};

use crate::ledger::columns::{self, Mapped};
use crate::ledger::kinds::Ledger;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::{Cells, LedgerRow, Target};

const NAME: Target = target("project", "name");
const DAY: Target = target("agreement", "sign_date");
const TYPE: Target = target("agreement", "agreement_type");
const FIRMS: [Target; 3] = [
    target("project", "project_company"),
    target("project", "investor"),
    target("enterprise", "name"),
];
/// What two projects of one firm differ by.
const AMOUNTS: [Target; 4] = [
    target("agreement", "contract_total"),
    target("agreement", "contract_capital"),
    target("project", "total_investment"),
    target("key_project", "total_investment"),
];
/// Agreements that make a project of their own.
const COUNTED: [&str; 2] = ["formal", "entry"];

/// Calls a project without a name as one of these firms is called, the first
/// that the row knows.
pub(crate) fn called_as(line: &mut Line<'_>, firms: &[Target]) {
    if line.column_of(NAME).is_some() || *line.get(NAME) != Cell::Blank {
        return;
    }
    let firm = firms.iter().find_map(|field| line.text(*field));
    if let Some(firm) = firm.map(str::to_owned) {
        line.set(NAME, Value::Text(firm));
    }
}

/// The projects so far that are called as their firms are.
#[derive(Debug, Default)]
pub(crate) struct Unnamed {
    by_firm: HashMap<String, Vec<Project>>,
}

#[derive(Debug)]
struct Project {
    amounts: [Cell; AMOUNTS.len()],
    name: String,
}

impl Unnamed {
    /// Of a table of projects without a column for their names.
    pub(crate) fn of(ledger: &Ledger, columns: &[Mapped]) -> Option<Self> {
        let lists = matches!(ledger.name, "signing" | "key_project");
        (lists && !columns::has(columns, NAME)).then(Self::default)
    }

    /// Tells a project from those of the same firm above it by its amounts,
    /// and gives it a name of its own.
    pub(crate) fn row(&mut self, ledger: &Ledger, row: &mut LedgerRow) {
        if row.rejected || !is_counted(&row.cells) {
            return;
        }
        let Some(Cell::Known(Value::Text(firm), _)) = row.cells.get(&NAME) else {
            return;
        };
        let is_firm = |field: &Target| row.cells.get(field) == row.cells.get(&NAME);
        if !FIRMS.iter().any(is_firm) {
            return;
        }
        let firm = firm.clone();
        let amounts = AMOUNTS.map(|field| row.cells.get(&field).cloned().unwrap_or(Cell::Blank));
        let known = self.by_firm.entry(firm.clone()).or_default();
        if known.iter().any(|one| one.amounts == amounts) {
            return;
        }
        let name = match known.len() {
            0 => firm,
            before => {
                let day = day_of(&row.cells).map(|day| format!("{firm}（{day}）"));
                let day = day.filter(|name| known.iter().all(|one| one.name != *name));
                day.unwrap_or_else(|| format!("{firm}（第{}个）", before + 1))
            }
        };
        let fields = [NAME, target(ledger.kind().name, "project")];
        for field in fields {
            if matches!(row.cells.get(&field), Some(Cell::Known(..))) {
                row.cells
                    .insert(field, Cell::exact(Value::Text(name.clone())));
            }
        }
        known.push(Project { amounts, name });
    }
}

/// Whether the row makes a project of its own: a supplement adds to one.
fn is_counted(cells: &Cells) -> bool {
    match cells.get(&TYPE) {
        Some(Cell::Known(Value::Text(kind), _)) => COUNTED.contains(&kind.as_str()),
        _ => true,
    }
}

/// The day or month of the signing, as people write it.
fn day_of(cells: &Cells) -> Option<String> {
    let Some(Cell::Known(Value::Date(date), _)) = cells.get(&DAY) else {
        return None;
    };
    match date.precision() {
        Precision::Day => Some(date.start().format("%Y年%-m月%-d日").to_string()),
        Precision::Month => Some(date.start().format("%Y年%-m月").to_string()),
        _ => None,
    }
}
