//! Cards: a page for each project, with headings beside what they ask,
//! `项目名称 | 甲项目 | 建设单位 | 甲公司`, on sheets of their own or below each
//! other. They are read as if each were a row below the headings of all.

use std::collections::BTreeMap;

use super::block;
use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tight;

/// Headings that make a card.
const LEAST: usize = 4;
/// Headings of a card in one row, at most: more are those of a table.
const ACROSS: usize = 4;

/// One card: its headings with what stands behind them.
type Card<'s> = Vec<(&'s Raw, &'s Raw)>;

/// The sheet with its cards as rows below the lines above the first: the row
/// where that begins has the headings, and those after it a card each.
pub(super) fn as_table(sheet: &Sheet) -> Option<Sheet> {
    let first = sheet.rows.iter().find(|row| pairs(row).is_some())?.number;
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
        ..Sheet::default()
    })
}

/// Whether a sheet has several cards, below each other.
pub(super) fn are_several(sheet: &Sheet) -> bool {
    cards(sheet, 1).is_some_and(|cards| cards.len() > 1)
}

/// The cards from a row on.
fn cards(sheet: &Sheet, first: u32) -> Option<Vec<Card<'_>>> {
    let mut cards: Vec<Card<'_>> = Vec::new();
    for row in sheet.rows.iter().filter(|row| row.number >= first) {
        // A title or a note between two cards.
        let Some(pairs) = pairs(row) else {
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

/// The headings of a row with what stands behind each, where the first is
/// known and a value follows at least one.
fn pairs(row: &Row) -> Option<Card<'_>> {
    let filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    let filled: Vec<&Raw> = filled.map(|(_, raw)| raw).collect();
    if filled.len() < 2 || !block::is_heading(filled[0]) {
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
            [next, further @ ..] if block::is_heading(next) && !further.is_empty() => {
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
    let all_heads = pairs.len() > 2 && filled.iter().all(|raw| block::is_heading(raw));
    let valued = !all_heads && pairs.iter().any(|(_, value)| !value.is_blank());
    (valued && pairs.len() <= ACROSS).then_some(pairs)
}

const EMPTY: Raw = Raw::Empty;

fn is_same(one: &Raw, other: &Raw) -> bool {
    tight(&one.display()) == tight(&other.display())
}
