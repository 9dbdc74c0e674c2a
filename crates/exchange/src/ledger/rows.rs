//! Which rows below the headings are records.

pub(crate) mod around;
mod beside_total;
mod filled;
mod filled_down;
mod form_lines;
mod headings;
pub(crate) mod joint;
pub(crate) mod left_out;
pub(crate) mod legend;
pub(crate) mod nodes;
pub(crate) mod notes;
mod nothing;
mod numbered_parts;
pub(crate) mod pages;
mod part_lines;
pub(crate) mod part_names;
mod part_sums;
mod sample_rows;
pub(crate) mod sections;
pub(crate) mod skipped;
pub(crate) mod subprojects;
mod sum_names;
mod tallies;
mod totals;
pub(crate) mod two_rows;

use self::filled::Filled;
use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::visit::attendants;

/// What a row is, when it is no record. The order decides: what a row calls
/// itself goes before what it looks like.
pub(super) fn skip(
    sheet: &Sheet,
    block: &Block,
    columns: &[Mapped],
    row: &Row,
) -> Option<&'static str> {
    let Some(line) = Filled::of(sheet, block, columns, row) else {
        return Some("filler");
    };
    headings::kind(&line)
        .or_else(|| named(&line))
        .or_else(|| explaining(&line))
        .or_else(|| summing(&line))
        .or_else(|| of_record_above(&line))
        .or_else(|| part_sums::kind(sheet, columns, row))
        .or_else(|| nothing::kind(&line))
        .or_else(|| totals::sums_up(&line).then_some("total"))
        .or_else(|| sections::kind(&line))
        .or_else(|| sections::kind_of_count(&line))
}

/// Sums, parts and lines of forms that say what they are.
fn named(line: &Filled<'_>) -> Option<&'static str> {
    let Filled {
        sheet,
        block,
        columns,
        row,
        cells,
        ..
    } = line;
    totals::named(&line.first, cells.get(1).map(|(_, raw)| raw))
        .or_else(|| sum_names::within(columns, cells))
        .or_else(|| sum_names::kind(columns, cells))
        .or_else(|| form_lines::kind(block, row, cells))
        .or_else(|| part_lines::kind(sheet, columns, row, cells))
}

/// Lines that explain the table: a sample, a legend, the unit.
fn explaining(line: &Filled<'_>) -> Option<&'static str> {
    let explains = sample_rows::is_one(line.columns, &line.cells)
        || legend::is_line(line.sheet, line.row.number, &line.cells)
        || line.is_alone() && notes::is_unit(&line.first);
    explains.then_some("note")
}

/// Rows that sum or count others without a word for it.
fn summing(line: &Filled<'_>) -> Option<&'static str> {
    if tallies::is_one(&line.cells) {
        return Some("total");
    }
    if beside_total::is_one(line.sheet, line.columns, line.row) {
        return Some("note");
    }
    totals::counts_records(line)
}

/// Rows that go on with the record above them.
fn of_record_above(line: &Filled<'_>) -> Option<&'static str> {
    let Filled {
        sheet,
        columns,
        row,
        ..
    } = line;
    if joint::is_joint(sheet, columns, row) {
        return Some(joint::KIND);
    }
    if attendants::is_one(sheet, columns, row) {
        return Some(attendants::KIND);
    }
    if two_rows::is_second(sheet, columns, row) {
        return Some(two_rows::KIND);
    }
    if nodes::is_node(columns, row) {
        return Some(nodes::KIND);
    }
    subprojects::is_part(sheet, columns, row).then_some(subprojects::KIND)
}

/// A digit of a Chinese number.
pub(super) fn numeral(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

/// Whether a text is a number and nothing else.
pub(super) fn is_figure(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Whether the cell holds a number and no word.
pub(super) fn is_amount(raw: &Raw) -> bool {
    match raw {
        Raw::Number { .. } => true,
        Raw::Text(text) => is_figure(tight(text).replace(',', "").trim_end_matches('%')),
        _ => false,
    }
}
