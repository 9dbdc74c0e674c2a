//! What was understood of a file.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};
use suoji_model::{Cell, Field, kinds};

use crate::problem::Problem;

/// A field of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// The kind's name.
    pub kind: &'static str,
    /// The field's name.
    pub field: &'static str,
}

impl Target {
    /// The field's declaration.
    pub fn declared(&self) -> Option<&'static Field> {
        kinds::find(self.kind)?.field(self.field)
    }
}

/// Everything found in a file.
#[derive(Debug, Clone, Default)]
pub struct Understood {
    /// The tables, in the file's order.
    pub tables: Vec<Table>,
    /// Problems of no table: a hidden sheet, a sheet nobody understands.
    pub problems: Vec<Problem>,
}

/// One table in one sheet.
#[derive(Debug, Clone)]
pub struct Table {
    /// The sheet.
    pub sheet: String,
    /// What its rows are: `agreement` for a signing ledger, whose rows hold
    /// fields of several kinds; else the one kind.
    pub kind: &'static str,
    /// Excel's numbers of the heading rows.
    pub header_rows: Vec<u32>,
    /// The columns with a heading.
    pub columns: Vec<Column>,
    /// The rows that are records.
    pub rows: Vec<LedgerRow>,
    /// The rows that are not: sections, totals, notes.
    pub skipped: Vec<Skipped>,
    /// Problems of the table as a whole, such as a column that is missing.
    pub problems: Vec<Problem>,
    /// The year in the name of the file or sheet, or in the title.
    pub year: Option<i32>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its letters.
    pub letter: String,
    /// The heading; a merged heading stands before its own with `▸`.
    pub head: String,
    /// The field it was read as. Columns that only explain others, such as a
    /// currency, have none.
    pub target: Option<Target>,
    /// The unit that the heading, or a line above, gives its numbers.
    pub unit: Option<&'static str>,
    /// How sure the mapping is, 0 to 100.
    pub confidence: u8,
    /// Why, as a code; its sentence stands under `match.<reason>`.
    pub reason: String,
}

/// One row that is a record.
#[derive(Debug, Clone)]
pub struct LedgerRow {
    /// Excel's row number.
    pub row: u32,
    /// The values. A reference field holds the name of the record it means.
    pub cells: BTreeMap<Target, Cell>,
    /// Heading and text of every cell that holds anything.
    pub raw: Map<String, Json>,
    /// What is wrong or doubtful.
    pub problems: Vec<Problem>,
    /// Whether the row cannot become records; a problem says why.
    pub rejected: bool,
}

/// One row that is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Excel's row number.
    pub row: u32,
    /// `title`, `section`, `subtotal`, `total`, `note`, `header` or `filler`.
    pub kind: &'static str,
    /// Its first text.
    pub text: String,
}
