//! Where a table's headings stand: one to four rows, merged or not.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use super::heads::{Head, key};
use super::words::{PLAIN_WORDS, SIGNING_WORDS, Vocabulary};
use crate::book::{Raw, Row, Sheet};
use crate::cells::text::{tidy, tight};

/// The heading rows of a table.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// The first heading row.
    pub(super) first: u32,
    /// The last heading row.
    pub(super) last: u32,
    /// Column numbers with their headings.
    pub(super) heads: Vec<(u32, Head)>,
    /// How well the headings are known.
    pub(super) score: u32,
}

impl Block {
    /// Whether the row says the headings again.
    pub(super) fn is_repeated(&self, row: &Row) -> bool {
        let same = self.heads.iter().filter(|(column, head)| {
            let text = tight(&row.cell(*column).display());
            !text.is_empty() && head.parts.iter().any(|part| tight(part) == text)
        });
        same.count() >= 3
    }
}

/// Rows searched for headings.
const MOST_ROWS: usize = 40;
/// Columns that may have a heading.
const MOST_COLUMNS: u32 = 512;
/// Heading rows of one table.
const MOST_HEIGHT: u32 = 4;

/// Rows near the next row below a table that seems to hold headings, other
/// than the table's own said again. Only the first cells are looked at: a long
/// ledger must not be read twice.
pub(super) fn candidate(sheet: &Sheet, above: &Block) -> Option<Range<u32>> {
    let is_known = |raw: &Raw| {
        let known = |text: &str| {
            let plain = PLAIN_WORDS.iter().map(|(_, words)| words);
            plain
                .chain([&*SIGNING_WORDS])
                .any(|words| words.has(text, &[]))
        };
        matches!(raw, Raw::Text(text) if known(text.trim()))
    };
    let heads = |row: &&Row| {
        let first = row.cells.iter().take(6);
        first.filter(|(_, raw)| is_known(raw)).count() >= 2
    };
    let below = sheet.rows.partition_point(|row| row.number <= above.last);
    let mut rows = sheet.rows[below..].iter();
    let row = rows.find(|row| heads(row) && !above.is_repeated(row))?;
    let first = row
        .number
        .saturating_sub(MOST_HEIGHT - 1)
        .max(above.last + 1);
    Some(first..row.number + MOST_HEIGHT)
}

/// The block of these rows whose headings are best known.
pub(super) fn find(sheet: &Sheet, vocabulary: &Vocabulary, rows: Range<u32>) -> Option<Block> {
    let rows = sheet.rows.iter().filter(|row| rows.contains(&row.number));
    let rows: Vec<&Row> = rows.take(MOST_ROWS).collect();
    let named: Vec<u32> = rows
        .iter()
        .filter(|row| row.cells.iter().any(|(_, raw)| is_heading(raw, vocabulary)))
        .map(|row| row.number)
        .collect();
    let mut best: Option<Block> = None;
    for first in rows.iter().map(|row| row.number) {
        for height in 1..=MOST_HEIGHT {
            let last = first + height - 1;
            if !named.iter().any(|row| (first..=last).contains(row)) {
                continue;
            }
            let block = block(sheet, vocabulary, first, last);
            // Of blocks as good, the flattest is without the title above.
            let rank = |block: &Block| (block.score, Reverse(block.last - block.first));
            if best.as_ref().is_none_or(|best| rank(&block) > rank(best)) {
                best = Some(block);
            }
        }
    }
    best.filter(|block| block.score > 0)
}

/// Whether the cell alone is a known heading.
fn is_heading(raw: &Raw, vocabulary: &Vocabulary) -> bool {
    matches!(raw, Raw::Text(text) if vocabulary.has(&key(text).0, &[]))
}

fn block(sheet: &Sheet, vocabulary: &Vocabulary, first: u32, last: u32) -> Block {
    let rows = || {
        sheet
            .rows
            .iter()
            .filter(|row| (first..=last).contains(&row.number))
    };
    let width = rows()
        .filter_map(|row| row.cells.last())
        .map(|(column, _)| *column)
        .chain(wide(sheet, first, last))
        .max()
        .unwrap_or(0)
        .min(MOST_COLUMNS);
    let heads: Vec<(u32, Head)> = (1..=width)
        .map(|column| (column, head(sheet, first, last, column)))
        .filter(|(_, head)| !head.parts.is_empty())
        .collect();
    // A merged heading without its children is one heading.
    let known: HashSet<&Vec<String>> = heads
        .iter()
        .filter(|(_, head)| head.is_known(vocabulary))
        .map(|(_, head)| &head.parts)
        .collect();
    let known = u32::try_from(known.len()).unwrap_or(u32::MAX);
    let data = rows()
        .flat_map(|row| &row.cells)
        .filter(|(_, raw)| !matches!(raw, Raw::Text(_)))
        .count();
    // Headings are text: a number or a date speaks against a row.
    let penalty = u32::try_from(data).unwrap_or(u32::MAX);
    let score = known.saturating_mul(2).saturating_sub(penalty);
    Block {
        first,
        last,
        heads,
        score,
    }
}

/// The last columns of merged headings.
fn wide(sheet: &Sheet, first: u32, last: u32) -> impl Iterator<Item = u32> {
    sheet
        .merges
        .iter()
        .filter(move |area| (first..=last).contains(&area.top))
        .map(|area| area.right)
}

/// The heading of one column: each row's text once, merged text filled in.
fn head(sheet: &Sheet, first: u32, last: u32, column: u32) -> Head {
    let mut parts: Vec<String> = Vec::new();
    for row in first..=last {
        let mut text = text(sheet.cell(row, column));
        if text.is_empty()
            && let Some(area) = sheet.merge_at(row, column)
            && area.top >= first
        {
            text = self::text(sheet.cell(area.top, area.left));
        } else if text.is_empty() && sheet.merges.is_empty() && row < last {
            text = carried(sheet, row, column);
        }
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    Head { parts }
}

/// Formats without merged ranges: a heading reaches right over columns that
/// have one of their own below.
fn carried(sheet: &Sheet, row: u32, column: u32) -> String {
    let below = |column| !sheet.cell(row + 1, column).is_blank();
    let mut at = column;
    while at > 1 && below(at) {
        at -= 1;
        let found = text(sheet.cell(row, at));
        if !found.is_empty() {
            return if below(at) { found } else { String::new() };
        }
    }
    String::new()
}

fn text(raw: &Raw) -> String {
    match raw {
        Raw::Text(text) => tidy(text, false).replace(' ', ""),
        _ => String::new(),
    }
}
