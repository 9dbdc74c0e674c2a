//! What is filled in of a row below the headings.

use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;

/// A row below the headings, in which something is filled in.
pub(super) struct Filled<'r> {
    pub(super) sheet: &'r Sheet,
    pub(super) block: &'r Block,
    pub(super) columns: &'r [Mapped],
    pub(super) row: &'r Row,
    /// Its cells that hold something, from left to right; at least one.
    pub(super) cells: Vec<&'r (u32, Raw)>,
    /// The text of the first of them, without spaces, and its column.
    pub(super) first: String,
    pub(super) first_column: u32,
}

impl<'r> Filled<'r> {
    /// The row; nothing where none of its cells holds anything.
    pub(super) fn of(
        sheet: &'r Sheet,
        block: &'r Block,
        columns: &'r [Mapped],
        row: &'r Row,
    ) -> Option<Self> {
        let cells = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        let cells: Vec<_> = cells.collect();
        let (first_column, first) = cells.first()?;
        Some(Self {
            first: tight(&first.display()),
            first_column: *first_column,
            sheet,
            block,
            columns,
            row,
            cells,
        })
    }

    /// Whether one cell says all.
    pub(super) fn is_alone(&self) -> bool {
        self.cells.len() == 1
    }

    /// Whether the table is too wide for a record to leave most of it open.
    pub(super) fn is_in_wide_table(&self) -> bool {
        self.columns.len() >= 4
    }

    /// Whether it begins in the first column of the table.
    pub(super) fn is_outermost(&self) -> bool {
        let first = self.columns.first();
        first.is_some_and(|column| column.number == self.first_column)
    }

    /// Whether next to all that is said stands in a merged cell; its other
    /// cells are empty, so two are filled at most.
    pub(super) fn is_merged(&self) -> bool {
        let area = self.sheet.merge_at(self.row.number, self.first_column);
        self.cells.len() <= 2 && area.is_some_and(|area| area.right > area.left + 1)
    }

    /// The column of that number.
    pub(super) fn column(&self, number: u32) -> Option<&'r Mapped> {
        self.columns.iter().find(|column| column.number == number)
    }

    /// Whether a row of several cells follows at once.
    pub(super) fn leads(&self) -> bool {
        let next = self.sheet.row(self.row.number + 1);
        next.is_some_and(|next| next.cells.len() >= 3)
    }

    /// Whether the headings are said again right below.
    pub(super) fn is_above_headings(&self) -> bool {
        let next = self.sheet.row(self.row.number + 1);
        next.is_some_and(|next| self.block.is_repeated(next))
    }
}
