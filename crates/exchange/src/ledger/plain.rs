//! Rows of a plain list of one kind.

use crate::ledger::line::Line;
use crate::ledger::people::{contact, is_contact};
use crate::table::LedgerRow;

/// Reads one row; without its title it is no record.
pub(super) fn read(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(is_contact);
    contact(&mut line);
    line.need(line.frame.ledger.titles, "title_missing");
    line.finish()
}
