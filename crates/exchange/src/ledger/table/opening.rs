//! What stands above a table's headings: its title, its notes, and the
//! section that its first rows are in.

use crate::book::{Raw, Row, Sheet};
use crate::ledger::block::Block;
use crate::ledger::choose::lines_above;
use crate::ledger::rows::{around, skipped};
use crate::ledger::under::Sections;
use crate::table::Skipped;

/// The lines above the headings, as they are told and as they stand.
pub(super) struct Opening {
    /// What is told of those of the table's own.
    pub(super) skipped: Vec<Skipped>,
    /// The sections that are open where the records begin.
    pub(super) sections: Sections,
    /// The texts of all that are about the table, but what they add up: that
    /// holds for all its records together.
    pub(super) texts: Vec<String>,
}

/// Looks at the lines from the row `start` to the headings.
pub(super) fn of(sheet: &Sheet, block: &Block, start: u32) -> Opening {
    let mut sections = Sections::default();
    let mut is_first = true;
    let own = sheet
        .rows
        .iter()
        .filter(|row| (start..block.first).contains(&row.number));
    let skipped = own.map(|row| {
        let kind = around::kind(row, is_first);
        is_first &= kind != "title";
        let begins = kind == "note" && around::begins_parts(sheet, block, row);
        let kind = if begins { "section" } else { kind };
        let skipped = skipped::of(row, kind);
        if kind == "section" {
            sections.begin(&skipped.text);
        }
        skipped
    });
    let skipped: Vec<Skipped> = skipped.collect();
    let (own, shared) = lines_above(sheet, block);
    let adds_up = |row: &&&Row| {
        let told = skipped.iter().find(|told| told.row == row.number);
        told.is_some_and(|told| told.kind == "totals_sentence")
    };
    let lines = shared.iter().chain(&own).filter(|row| !adds_up(row));
    let texts = lines
        .flat_map(|row| &row.cells)
        .map(|(_, raw): &(u32, Raw)| raw.display());
    let texts = texts.filter(|text| !text.is_empty()).collect();
    Opening {
        skipped,
        sections,
        texts,
    }
}
