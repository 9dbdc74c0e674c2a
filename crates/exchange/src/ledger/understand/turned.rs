//! Tables that lie across, with their headings one below the other and a
//! column for each record: they are read as if they stood.

use std::collections::{BTreeMap, HashMap};

use super::cards;
use crate::book::{Area, Merges, Raw, Row, Sheet};
use crate::ledger::block;

/// Headings below each other that make a table lying across.
const LEAST: usize = 4;
/// Records that may lie side by side.
const MOST: u32 = 512;

/// A sheet without a table as it would be with one, likeliest first, and what is
/// told of it then. Where one was found, only several cards are likelier: their
/// rows of headings and values may look like the headings of tables.
pub(super) fn otherwise(sheet: &Sheet, is_known: bool) -> Vec<(Sheet, &'static str)> {
    let several = cards::are_several(sheet);
    if is_known && !several {
        return Vec::new();
    }
    let turned = upright(sheet)
        .filter(|_| !is_known)
        .map(|one| (one, "sheet_turned"));
    let cards = cards::as_table(sheet).map(|one| (one, "sheet_of_cards"));
    let found = match several {
        true => [cards, turned],
        false => [turned, cards],
    };
    found.into_iter().flatten().collect()
}

/// Whether a sheet has its headings one below the other, and its records side
/// by side.
pub(super) fn lies_across(sheet: &Sheet) -> bool {
    heads(sheet).take(LEAST).count() == LEAST
}

/// The rows that begin with a heading, with its column.
fn heads(sheet: &Sheet) -> impl Iterator<Item = (&Row, u32)> {
    sheet.rows.iter().filter_map(|row| {
        let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        let (column, first) = filled.next()?;
        (filled.next().is_some() && block::is_heading(first)).then_some((row, *column))
    })
}

/// The sheet as it would stand: the lines above the table as they are, and
/// below them a row for each of its columns. The column of headings is the
/// first row, so that row 3 below two lines is the sheet's second column.
fn upright(sheet: &Sheet) -> Option<Sheet> {
    if !lies_across(sheet) {
        return None;
    }
    let (first, left) = heads(sheet)
        .map(|(row, column)| (row.number, column))
        .next()?;
    let lines = first.checked_sub(1)?;
    let table = || sheet.rows.iter().filter(|row| row.number >= first);
    // A card has headings beside headings: 项目名称 | … | 建设单位 | ….
    // Of a record no more than a few values are words that head columns, too.
    let mut beside: HashMap<u32, (usize, usize)> = HashMap::new();
    for (column, raw) in table().flat_map(|row| &row.cells) {
        if *column > left && !raw.is_blank() {
            let (heads, all) = beside.entry(*column).or_default();
            *heads += usize::from(block::is_heading(raw));
            *all += 1;
        }
    }
    let mut beside = beside.values();
    if beside.any(|(heads, all)| *heads >= 2 && heads * 2 >= *all) {
        return None;
    }
    let row_of = |column: u32| column.checked_sub(left).map(|at| lines + 1 + at);
    let column_of = |row: u32| row.checked_sub(lines).filter(|column| *column > 0);
    let mut rows: BTreeMap<u32, Vec<(u32, Raw)>> = BTreeMap::new();
    for row in table() {
        for (column, raw) in row.cells.iter().filter(|(_, raw)| !raw.is_blank()) {
            let place = row_of(*column).zip(column_of(row.number))?;
            rows.entry(place.0)
                .or_default()
                .push((place.1, raw.clone()));
        }
    }
    if rows.len() < 2 || rows.keys().any(|number| *number > lines + MOST) {
        return None;
    }
    let above = sheet.rows.iter().filter(|row| row.number < first).cloned();
    let below = rows
        .into_iter()
        .map(|(number, cells)| Row { number, cells });
    let areas = sheet.merges.areas().iter().filter_map(|area| {
        if area.bottom < first {
            return Some(*area);
        }
        Some(Area {
            top: row_of(area.left)?,
            bottom: row_of(area.right)?,
            left: column_of(area.top)?,
            right: column_of(area.bottom)?,
        })
    });
    let place = |(row, column): (u32, u32)| match row < first {
        true => Some((row, column)),
        false => Some((row_of(column)?, column_of(row)?)),
    };
    let looks = sheet.looks.iter();
    let looks = looks.filter_map(|(at, look)| Some((place(*at)?, *look)));
    let placed = |told: &BTreeMap<(u32, u32), String>| {
        let told = told.iter();
        told.filter_map(|(at, text)| Some((place(*at)?, text.clone())))
            .collect()
    };
    Some(Sheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        rows: above.chain(below).collect(),
        merges: Merges::of(areas.collect()).unwrap_or_default(),
        looks: looks.collect(),
        struck_parts: placed(&sheet.struck_parts),
        comments: placed(&sheet.comments),
        untyped: sheet.untyped,
        since_1904: sheet.since_1904,
        ..Sheet::default()
    })
}
