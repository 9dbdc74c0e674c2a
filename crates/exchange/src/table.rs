//! What was understood of a file.

use std::sync::Arc;

use serde_json::{Map, Value as Json};
use suoji_model::{Cell, Field, kinds};

use crate::problem::{Level, Problem};

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

    /// `kind.field`.
    pub fn dotted(&self) -> String {
        format!("{}.{}", self.kind, self.field)
    }

    /// The declared field that `kind.field` names.
    pub fn parse(dotted: &str) -> Option<Self> {
        let (kind, field) = dotted.split_once('.')?;
        let kind = kinds::find(kind)?;
        let field = kind.field(field)?;
        Some(Self {
            kind: kind.name,
            field: field.name,
        })
    }
}

/// Everything found in a file.
#[derive(Debug, Clone, Default)]
pub struct Understood {
    /// The file's name, without its folder.
    pub file: String,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The tables, in the file's order.
    pub tables: Vec<Table>,
    /// Problems of no table: a hidden sheet, a sheet nobody understands.
    pub problems: Vec<Problem>,
    /// What cannot be known from the file, asked once.
    pub questions: Vec<Question>,
    /// Rows of this file that may repeat others of it.
    pub duplicates: Vec<Duplicate>,
}

/// One table in one sheet.
#[derive(Debug, Clone)]
pub struct Table {
    /// Names the table in [`crate::Options`]: the sheet, and `#2` for its
    /// second table.
    pub key: String,
    /// The sheet.
    pub sheet: String,
    /// The ledger that it was read as, such as `signing`.
    pub ledger: &'static str,
    /// What its rows are: `agreement` for a signing ledger, whose rows hold
    /// fields of several kinds; else the one kind.
    pub kind: &'static str,
    /// The template that recognised it.
    pub template: Option<String>,
    /// Its headings without units and years, to recognise the next file by.
    pub heads: Vec<String>,
    /// Excel's numbers of the heading rows; empty where it was told to have none.
    pub header_rows: Vec<u32>,
    /// The columns with a heading.
    pub columns: Vec<Column>,
    /// The rows that are records. Empty when they were handed on in batches.
    pub rows: Vec<LedgerRow>,
    /// How many rows are records.
    pub read: u64,
    /// How many rows the whole file has, nearly, for telling how far one is.
    pub file_rows: u64,
    /// The rows that are not: sections, totals, notes.
    pub skipped: Vec<Skipped>,
    /// The texts of the lines above its headings that are about it.
    pub above: Vec<String>,
    /// What was said of all its rows, for fields that have no column.
    pub constants: Vec<(Target, String)>,
    /// What its own total rows claim, against what was read.
    pub subtotals: Vec<Subtotal>,
    /// Letters of the columns that the file hides.
    pub hidden_columns: Vec<String>,
    /// First and last row of long gaps between records.
    pub gaps: Vec<(u32, u32)>,
    /// Merged ranges, such as `A1:V1`.
    pub merges: Vec<String>,
    /// Problems of the table as a whole, such as a column that is missing.
    pub problems: Vec<Problem>,
    /// The year in the name of the file or sheet, or in the title.
    pub year: Option<i32>,
    /// The sheet of the file that lists the same works at a later time.
    pub later: Option<String>,
}

impl Table {
    /// Heading and text of every cell of a row that holds anything.
    pub fn raw(&self, row: &LedgerRow) -> Map<String, Json> {
        let mut raw = Map::new();
        for (index, text) in &row.raw {
            let Some(Column { letter, head, .. }) = self.columns.get(usize::from(*index)) else {
                continue;
            };
            let name = if raw.contains_key(head) {
                format!("{head} {letter}")
            } else {
                head.clone()
            };
            raw.insert(name, Json::String(text.to_string()));
        }
        raw
    }
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

/// The values of a row, by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells(Vec<(Target, Cell)>);

impl Cells {
    /// The value of a field.
    pub fn get(&self, target: &Target) -> Option<&Cell> {
        let found = self.0.iter().find(|(own, _)| own == target);
        found.map(|(_, cell)| cell)
    }

    /// Sets a value.
    pub fn insert(&mut self, target: Target, cell: Cell) {
        match self.0.iter_mut().find(|(own, _)| *own == target) {
            Some((_, own)) => *own = cell,
            None => self.0.push((target, cell)),
        }
    }

    /// Takes a value out.
    pub fn remove(&mut self, target: &Target) -> Option<Cell> {
        let at = self.0.iter().position(|(own, _)| own == target)?;
        Some(self.0.remove(at).1)
    }

    /// Every value.
    pub fn iter(&self) -> impl Iterator<Item = (&Target, &Cell)> {
        self.0.iter().map(|(target, cell)| (target, cell))
    }

    /// Keeps the values of which `keep` holds.
    pub fn retain(&mut self, keep: impl Fn(&Target) -> bool) {
        self.0.retain(|(target, _)| keep(target));
    }
}

impl<'c> IntoIterator for &'c Cells {
    type Item = (&'c Target, &'c Cell);
    type IntoIter = std::iter::Map<
        std::slice::Iter<'c, (Target, Cell)>,
        fn(&'c (Target, Cell)) -> (&'c Target, &'c Cell),
    >;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(target, cell)| (target, cell))
    }
}

/// One row that is a record.
#[derive(Debug, Clone)]
pub struct LedgerRow {
    /// Excel's row number.
    pub row: u32,
    /// The values. A reference field holds the name of the record it means.
    pub cells: Cells,
    /// Place in [`Table::columns`] of the cell that it is about, where each of
    /// several cells of a row is a record.
    pub part: Option<u16>,
    /// Place in [`Table::columns`] and text of every cell that holds anything.
    pub raw: Vec<(u16, Arc<str>)>,
    /// Of the cells that were corrected, what the file holds.
    pub corrected: Vec<(u16, Arc<str>)>,
    /// The unit of each of [`Table::columns`] where the lines above the row
    /// gave other units than the headings did.
    pub units: Option<Arc<[Option<&'static str>]>>,
    /// The heading of the section that it stands in.
    pub section: Option<Arc<str>>,
    /// Why the sheet itself does not count the row in its totals, as a code.
    pub uncounted: Option<&'static str>,
    /// What is wrong or doubtful.
    pub problems: Vec<Problem>,
    /// Whether nothing says what kind of agreement it is, and a formal one was
    /// supposed.
    pub is_type_supposed: bool,
    /// Whether the row cannot become records; a problem of its own or of its
    /// table says why.
    pub rejected: bool,
}

impl LedgerRow {
    /// The text in a column, by its place in [`Table::columns`].
    pub fn text(&self, column: usize) -> Option<&str> {
        let own = |(index, _): &&(u16, Arc<str>)| usize::from(*index) == column;
        self.raw.iter().find(own).map(|(_, text)| &**text)
    }
}

/// One row that is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Excel's row number.
    pub row: u32,
    /// `title`, `totals_sentence`, `fill_in_row`, `section`, `subtotal`,
    /// `total`, `note`, `header` or `filler`.
    pub kind: &'static str,
    /// Its first text.
    pub text: String,
}

/// One figure that a sheet's own total row claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subtotal {
    /// Excel's row number.
    pub row: u32,
    /// What the row calls itself.
    pub label: String,
    /// The column's letters.
    pub column: String,
    /// The field that the column was read as.
    pub field: Target,
    /// The figure in the file, in the column's unit.
    pub claimed: String,
    /// The sum of what was read, in the column's unit and as precise.
    pub read: String,
    /// The sum without rows that the sheet does not count: a second
    /// ceremony, a dissolved contract, a row of another year.
    pub counted: String,
    /// `claimed` less the nearer sum.
    pub difference: String,
    /// Which sum the figure is: `all`, `counted`, `incomplete` when cells
    /// without a value may hold what is missing, or neither.
    pub agrees: Option<&'static str>,
}

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The sheet.
    pub sheet: String,
    /// Excel's row number.
    pub row: u32,
}

/// Rows that may be one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The ledger.
    pub ledger: &'static str,
    /// Why, as a code under `problem.`.
    pub reason: &'static str,
    /// How much it matters.
    pub level: Level,
    /// The row that counts.
    pub kept: Place,
    /// The others, each with the letters of the column that shows it.
    pub others: Vec<(Place, String)>,
}

/// What the file does not say and a person can, once for all its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What an answer is kept under; the same for the next file of its kind.
    pub key: String,
    /// What is asked, as a code under `problem.`.
    pub reason: &'static str,
    /// The sheet.
    pub sheet: String,
    /// The column's letters; empty when the table is meant.
    pub column: String,
    /// The column's heading.
    pub head: String,
    /// The answers that can be given; empty when any word may.
    pub choices: Vec<String>,
    /// The answer that was supposed meanwhile, if any was.
    pub supposed: Option<String>,
    /// How many rows wait for it.
    pub rows: u64,
    /// Texts that raised it, at most three.
    pub examples: Vec<String>,
}
