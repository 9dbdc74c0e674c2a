//! Lines between two tables of a sheet: which end the one above, and which
//! begin the one below.

use std::ops::Range;

use crate::book::{Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::{self, Block};
use crate::ledger::rows;

/// The first of the lines of one cell that stand right above a heading row and
/// belong to it. Notes that end the table above stand before a title or an
/// empty row.
pub(super) fn first_above(sheet: &Sheet, heading: u32) -> u32 {
    let end = sheet.rows.partition_point(|row| row.number < heading);
    let above = sheet.rows[..end].iter().rev();
    let alone = above.take_while(|row| row.cells.len() == 1).count();
    let (table, lines) = sheet.rows[..end].split_at(end - alone);
    let notes = lines.iter().take_while(|row| is_note(row)).count();
    let (ending, own) = lines.split_at(notes);
    let begins = own.first().map_or(heading, |row| row.number);
    let apart = ending.last().is_some_and(|row| row.number + 1 < begins);
    let below = |row: &Row| {
        table
            .last()
            .is_some_and(|last| last.number + 1 == row.number)
    };
    match ending.first() {
        Some(row) if !apart && (own.is_empty() || !below(row)) => row.number,
        _ => begins,
    }
}

/// Whether all that the row says is a note.
fn is_note(row: &Row) -> bool {
    text_alone(row).is_some_and(|text| rows::is_note(&text))
}

/// Whether the row is the title of a further part of the table, such as that
/// of the next month, with nothing but lines down to the headings said again.
pub(crate) fn titles_again(sheet: &Sheet, block: &Block, row: &Row) -> bool {
    let text = text_alone(row).unwrap_or_default();
    let named = text.split('(').next().unwrap_or_default();
    if !NAMES.iter().any(|name| named.ends_with(name)) {
        return false;
    }
    let below = sheet.rows.partition_point(|one| one.number <= row.number);
    let mut next = sheet.rows[below..].iter().take(MOST_LINES);
    let heading = next.find(|row| text_alone(row).is_none());
    heading.is_some_and(|heading| block.is_repeated(heading))
}

/// How titles of tables end.
const NAMES: &[&str] = &["台账", "表", "清单", "明细", "汇总", "情况"];
/// Lines between a title and the headings, with the headings.
const MOST_LINES: usize = 4;

/// What the row says, where one cell says it all.
fn text_alone(row: &Row) -> Option<String> {
    let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    let first = filled.next().map(|(_, raw)| tight(&raw.display()));
    first.filter(|_| filled.next().is_none())
}

/// Rows of a table that is looked at without those below the next headings.
const SHORT: usize = 2_000;

/// The sheet up to the headings that follow those in these rows: what stands
/// below them says nothing of the columns above.
pub(super) fn own_rows(sheet: &Sheet, rows: &Range<u32>) -> Option<Sheet> {
    let begins = |rows: &Range<u32>| rows.end.saturating_sub(block::MOST_HEIGHT);
    let own = begins(rows);
    let next = |after: u32| Some(begins(&block::candidate(sheet, after, None)?));
    // A row right below is one of the same headings.
    let near = next(own).filter(|near| *near > own + 1);
    let end = near.or_else(|| next(rows.end.checked_sub(1)?))?;
    let before = sheet.rows.partition_point(|row| row.number < end);
    (before <= SHORT).then(|| sheet.until(end))
}
