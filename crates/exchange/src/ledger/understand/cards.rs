//! Cards: a page for each project, with headings beside what they ask,
//! `项目名称 | 甲项目 | 建设单位 | 甲公司`, on sheets of their own or below each
//! other. They are read as if each were a row below the headings of all.

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::block;

/// Headings that make a card.
const LEAST: usize = 4;
/// Headings of a card in one row, at most: more are those of a table.
const ACROSS: usize = 4;

/// Rows searched for the first card.
const SEARCHED: usize = 60;
/// Rows by which columns of headings are known.
const MOST_ROWS: usize = 4_000;
/// Headings that make a column one of them.
const LEAST_LABELS: usize = 2;

/// One card: its headings with what stands behind them.
type Card<'s> = Vec<(&'s Raw, &'s Raw)>;

/// The sheet with its cards as rows below the lines above the first: the row
/// where that begins has the headings, and those after it a card each.
pub(super) fn as_table(sheet: &Sheet) -> Option<Sheet> {
    let labels = label_columns(sheet);
    let mut rows = sheet.rows.iter();
    let first = rows.find(|row| pairs(row, &labels).is_some())?.number;
    let lines = sheet.rows.iter().filter(|row| row.number < first).cloned();
    let lines: Vec<Row> = lines.collect();
    let cards = cards(sheet, first)?;
    // Every heading of any card has one column.
    let mut columns: Vec<&Raw> = Vec::new();
    for card in &cards {
        for (label, _) in card {
            if !columns.iter().any(|one| is_same(one, label)) {
                columns.push(label);
            }
        }
    }
    let cells = (1..).zip(&columns).map(|(at, raw)| (at, (*raw).clone()));
    let mut rows = vec![Row {
        number: first,
        cells: cells.collect(),
    }];
    for (number, card) in (first + 1..).zip(&cards) {
        let mut cells: BTreeMap<u32, Raw> = BTreeMap::new();
        for (at, column) in (1..).zip(&columns) {
            let own = card.iter().find(|(label, _)| is_same(label, column));
            if let Some((_, value)) = own.filter(|(_, value)| !value.is_blank()) {
                cells.insert(at, (*value).clone());
            }
        }
        rows.push(Row {
            number,
            cells: cells.into_iter().collect(),
        });
    }
    Some(Sheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        rows: lines.into_iter().chain(rows).collect(),
        untyped: sheet.untyped,
        since_1904: sheet.since_1904,
        ..Sheet::default()
    })
}

/// Whether a sheet has several cards, below each other.
pub(super) fn are_several(sheet: &Sheet) -> bool {
    let begins = |row: &Row| {
        let first = row.cells.iter().find(|(_, raw)| !raw.is_blank());
        row.cells.len() <= 2 * ACROSS && first.is_some_and(|(_, raw)| block::is_heading(raw))
    };
    let near = sheet.rows.iter().take(SEARCHED);
    near.filter(|row| begins(row)).count() >= 2
        && cards(sheet, 1).is_some_and(|cards| cards.len() > 1)
}

/// The cards from a row on.
fn cards(sheet: &Sheet, first: u32) -> Option<Vec<Card<'_>>> {
    let labels = label_columns(sheet);
    let mut cards: Vec<Card<'_>> = Vec::new();
    for row in sheet.rows.iter().filter(|row| row.number >= first) {
        // A title or a note between two cards.
        let Some(pairs) = pairs(row, &labels) else {
            continue;
        };
        let begins = cards.last().is_none_or(|card| {
            let (first, _) = card[0];
            pairs.iter().any(|(label, _)| is_same(first, label))
        });
        match cards.last_mut().filter(|_| !begins) {
            Some(card) => card.extend(pairs),
            None => cards.push(pairs),
        }
    }
    let whole = |card: &Card<'_>| {
        let known = card.iter().filter(|(label, _)| block::is_heading(label));
        known.count() >= LEAST
    };
    (!cards.is_empty() && cards.iter().all(whole)).then_some(cards)
}

/// The columns that hold headings and hardly anything else: a value such as
/// 电话 in another is none.
fn label_columns(sheet: &Sheet) -> BTreeSet<u32> {
    let mut columns: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    let rows = sheet.rows.iter().take(MOST_ROWS);
    for (column, raw) in rows.flat_map(|row| &row.cells) {
        if !raw.is_blank() {
            let (heads, all) = columns.entry(*column).or_default();
            *heads += usize::from(block::is_heading(raw));
            *all += 1;
        }
    }
    let labels = columns.into_iter();
    let labels = labels.filter(|(_, (heads, all))| *heads >= LEAST_LABELS && heads * 2 >= *all);
    labels.map(|(column, _)| column).collect()
}

/// The headings of a row with what stands behind each, where the first is
/// known and a value follows at least one.
fn pairs<'r>(row: &'r Row, labels: &BTreeSet<u32>) -> Option<Card<'r>> {
    let filled = || row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    let aside: Vec<&Raw> = filled()
        .filter(|(column, _)| labels.len() > 1 && !labels.contains(column))
        .map(|(_, raw)| raw)
        .collect();
    let is_label =
        |raw: &Raw| block::is_heading(raw) && !aside.iter().any(|one| std::ptr::eq(*one, raw));
    let filled: Vec<&Raw> = filled().map(|(_, raw)| raw).collect();
    if filled.len() < 2 || !is_label(filled[0]) {
        return None;
    }
    let mut pairs: Card<'_> = Vec::new();
    let mut rest = filled.as_slice();
    while let [label, after @ ..] = rest {
        let Raw::Text(_) = label else {
            return None;
        };
        match after {
            // A heading with nothing behind it, before the next.
            [next, further @ ..] if is_label(next) && !further.is_empty() => {
                pairs.push((label, &EMPTY));
                rest = after;
            }
            [value, further @ ..] => {
                pairs.push((label, value));
                rest = further;
            }
            [] => {
                pairs.push((label, &EMPTY));
                rest = after;
            }
        }
    }
    // Of a row with nothing but headings the last is no value of the one before.
    let all_heads = pairs.len() > 2 && filled.iter().all(|raw| is_label(raw));
    let valued = !all_heads && pairs.iter().any(|(_, value)| !value.is_blank());
    (valued && pairs.len() <= ACROSS).then_some(pairs)
}

const EMPTY: Raw = Raw::Empty;

fn is_same(one: &Raw, other: &Raw) -> bool {
    tight(&one.display()) == tight(&other.display())
}
