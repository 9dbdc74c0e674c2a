//! Rows of a visit ledger (拜访接待记录).

use super::line::Line;
use super::people::office;
use super::words::target;
use crate::table::LedgerRow;

/// Reads one row; whom or where must be known.
pub(super) fn read(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(|_| false);
    office(&mut line, target("visit", "resident_office"));
    line.need(line.frame.ledger.titles, "title_missing");
    line.finish()
}
