//! Rows of a plain list of one kind.

use suoji_model::{Cell, Kind};

use super::line::Line;
use super::words::Role;
use crate::problem::Level;
use crate::table::{LedgerRow, Target};

/// Reads one row; without its title it is no record.
pub(super) fn read(kind: &'static Kind, mut line: Line<'_>) -> LedgerRow {
    line.read_fields(|_| false);
    if *line.get(kind.name, kind.title) == Cell::Blank {
        let title = Target {
            kind: kind.name,
            field: kind.title,
        };
        let column = line.column(Role::Field(title));
        line.report(column, Some(title), "title_missing", Level::Must);
        line.rejected = true;
    }
    line.finish()
}
