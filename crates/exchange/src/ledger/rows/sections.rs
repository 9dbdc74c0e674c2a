//! Lines among the rows that name the part of the list that follows, and notes
//! that stand as those do.

use super::filled::Filled;
use super::notes::is_note;
use super::{form_lines, is_amount, is_figure, numbered_parts, numeral, pages, part_names};
use crate::book::{Raw, Row};
use crate::cells::text::tight;
use crate::ledger::words::Role;

/// What the row is, where a few words stand for all of it.
pub(super) fn kind(line: &Filled<'_>) -> Option<&'static str> {
    let (first, alone) = (line.first.as_str(), line.is_alone());
    let merged = line.is_merged();
    if is_note(first) && (alone || merged) {
        return Some("note");
    }
    if names_the_next(line) {
        return Some("section");
    }
    // 绿色：正常；黄色：滞后30天以内
    let long = first.chars().count() >= 8 && first.contains([':', ';', '。']);
    if alone && line.is_outermost() && long && line.is_in_wide_table() {
        return Some("note");
    }
    // What stands above the headings of each printed page stands there again.
    if line.cells.len() <= 3 && pages::are_said_again(line.sheet, line.block, &line.cells) {
        return Some("header");
    }
    if form_lines::is_signed(&line.cells) {
        return Some("note");
    }
    (alone && merged).then(|| if line.leads() { "section" } else { "note" })
}

/// Whether the row names the part of the list that follows it.
fn names_the_next(line: &Filled<'_>) -> bool {
    let (first, alone) = (line.first.as_str(), line.is_alone());
    let words = line
        .cells
        .iter()
        .filter(|(_, raw)| !is_amount(raw) && !counts_rows(raw));
    // More than two are as good as many.
    let words = words.take(3).count();
    if is_section(first) && (line.cells.len() <= 2 || words == 1) {
        return true;
    }
    let column = line.column(line.first_column);
    let is_serial = column.is_some_and(|column| column.role == Some(Role::Serial));
    if words == 2 && numbered_parts::names_one(line.sheet, line.row, line.first_column, is_serial) {
        return true;
    }
    let is_part = || {
        part_names::without_count(first).is_some() || part_names::leads(line.columns, line.cells[0])
    };
    let is_named = || part_names::is_one(first) || is_part() && line.leads();
    alone && line.is_in_wide_table() && is_named()
        || alone && !is_note(first) && line.is_above_headings()
}

/// What a row is that only counts: 编号 that goes on below the last record.
pub(super) fn kind_of_count(line: &Filled<'_>) -> Option<&'static str> {
    let alone = line.is_alone();
    let is_figure = is_figure(&line.first);
    let counts = alone && line.is_outermost() && is_figure;
    let serial = |number: u32| {
        let column = line.column(number);
        counts || column.is_none_or(|column| column.role == Some(Role::Serial))
    };
    if !line.cells.iter().all(|(number, _)| serial(*number)) {
        return None;
    }
    Some(match alone && !is_figure {
        true if line.leads() => "section",
        true => "note",
        false => "filler",
    })
}

/// Whether the row is a numbered heading alone: `二、资金到位情况（万元）`.
pub(crate) fn names_a_section(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    let first = filled.next().map(|(_, raw)| tight(&raw.display()));
    filled.next().is_none() && first.is_some_and(|text| is_section(&text))
}

/// `一、生物医药(12个)`, `（二）…`
pub(super) fn is_section(text: &str) -> bool {
    let text = text.trim_start_matches('(');
    let end = text.find(|c: char| !numeral(c)).unwrap_or(text.len());
    end > 0 && text[end..].starts_with(['、', '.', ')', ','])
}

/// Whether a cell says how many rows a part has, `2个`, and is no word of its own.
fn counts_rows(raw: &Raw) -> bool {
    let text = tight(&raw.display());
    let digits = text.trim_end_matches(['个', '项', '家', '条', '宗']);
    digits.len() < text.len() && is_figure(digits.trim_start_matches(['共', '计']))
}
