//! Tables beside each other on one sheet: 上半年 on the left, 下半年 on the
//! right, under the same headings.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::groups;
use crate::book::{Area, Merges, Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::heads::key;
use crate::ledger::kinds::ALL;
use crate::ledger::words::{EVERY, Role};

/// Rows searched for headings.
pub(super) const MOST_ROWS: usize = 40;
/// Headings that a table beside another has at least.
pub(super) const LEAST: usize = 3;
/// Tables that may stand beside each other.
const MOST_TABLES: usize = 6;
/// Columns in which a table may begin.
const MOST_COLUMNS: u32 = 512;
/// Cells of a line above a table.
const TITLES: usize = 2;

/// The sheet, or its parts from left to right.
pub(super) fn apart(sheet: &Sheet) -> Vec<Cow<'_, Sheet>> {
    let groups = groups::apart(sheet);
    if !groups.is_empty() {
        return groups.into_iter().map(Cow::Owned).collect();
    }
    let mut parts = vec![Cow::Borrowed(sheet)];
    while parts.len() < MOST_TABLES {
        let Some(last) = parts.last() else {
            break;
        };
        let found = second(last).or_else(|| across(last));
        let Some((row, column)) = found.or_else(|| titled(last)) else {
            break;
        };
        let left = part(last, row, |at| at < column);
        let right = part(last, row, |at| at >= column);
        parts.pop();
        parts.extend([Cow::Owned(left), Cow::Owned(right)]);
    }
    parts
}

/// The heading row, and the column where the headings of a second table
/// begin: the leftmost heading of the sheet stands there again, and each of
/// both names its records, or an empty column parts them.
fn second(sheet: &Sheet) -> Option<(u32, u32)> {
    let left = sheet.rows.iter().take(MOST_ROWS);
    let left = left.filter(|row| row.cells.len() > TITLES);
    let left = left.filter_map(|row| Some(row.cells.first()?.0)).min()?;
    let near = sheet.rows.iter().take(MOST_ROWS);
    near.filter(|row| row.cells.len() >= 2 * LEAST)
        .find_map(|row| {
            let heads: Vec<(u32, String)> = row.cells.iter().filter_map(known).collect();
            // 编号 is no heading that is known, and stands there again.
            let said = || {
                row.cells
                    .iter()
                    .filter(|(_, raw)| matches!(raw, Raw::Text(_)))
            };
            let word = |raw: &Raw| key(&tight(&raw.display())).0;
            let (first, own) = said().next().filter(|(column, _)| *column == left)?;
            let (column, _) = said().find(|(at, raw)| at > first && word(raw) == word(own))?;
            let (one, other): (Vec<_>, Vec<_>) = heads.iter().partition(|(at, _)| at < column);
            let is_parted = is_empty(sheet, row.number, column - 1);
            let named = |heads: &[&(u32, String)]| {
                let names = is_parted || heads.iter().any(|(_, head)| names(head));
                heads.len() >= LEAST && names
            };
            (named(&one) && named(&other)).then_some((row.number, *column))
        })
}

/// The same where a column that is empty throughout parts two tables of
/// different headings, each of which names its records first.
fn across(sheet: &Sheet) -> Option<(u32, u32)> {
    let near = || sheet.rows.iter().take(MOST_ROWS);
    let row = near().find(|row| {
        let heads = row.cells.iter().filter_map(known);
        row.cells.len() >= 2 * LEAST && heads.count() >= 2 * LEAST
    })?;
    let (first, last) = (row.cells.first()?.0, row.cells.last()?.0);
    let heads: Vec<(u32, String)> = row.cells.iter().filter_map(known).collect();
    let named = |from: u32, to: u32| {
        let own: Vec<&(u32, String)> = heads
            .iter()
            .filter(|(at, _)| (from..to).contains(at))
            .collect();
        // A serial number may stand first.
        let first = own.iter().take(2).any(|(_, head)| names(head));
        own.len() >= LEAST && first
    };
    let gap = (first + 1..last).find(|at| {
        is_empty(sheet, row.number, *at) && named(first, *at) && named(at + 1, last + 1)
    })?;
    Some((row.number, gap + 1))
}

/// Whether nothing stands in a column from a row on.
fn is_empty(sheet: &Sheet, from: u32, at: u32) -> bool {
    let is_wide = |number: u32| {
        let area = sheet.merge_at(number, at);
        area.is_some_and(|area| area.left < at || area.right > at)
    };
    let mut rows = sheet.rows.iter().filter(|row| row.number >= from);
    rows.all(|row| row.cell(at).is_blank() && !is_wide(row.number))
}

/// The same where each of two tables right beside each other has a title of its
/// own above it, `标准厂房` and `地块`: the row and the first column of the second.
fn titled(sheet: &Sheet) -> Option<(u32, u32)> {
    let near = sheet.rows.iter().take(MOST_ROWS);
    near.filter(|row| row.cells.len() >= 2 * LEAST)
        .find_map(|row| {
            let above = row.number.checked_sub(1)?;
            let mut areas: Vec<&Area> = sheet
                .merges
                .in_row(above)
                .filter(|area| area.bottom == above && area.right > area.left)
                .collect();
            areas.sort_by_key(|area| area.left);
            let [one, other] = areas.as_slice() else {
                return None;
            };
            let (own, others) = (ledger(sheet, one)?, ledger(sheet, other)?);
            let whole = |area: &Area| {
                let cells = row.cells.iter();
                let own = cells.filter(|(at, _)| (area.left..=area.right).contains(at));
                let heads: Vec<(u32, String)> = own.filter_map(known).collect();
                let named = heads.iter().take(2).any(|(_, head)| names(head));
                heads.len() >= LEAST && named
            };
            let apart = own != others && other.left == one.right + 1;
            (apart && whole(one) && whole(other)).then_some((row.number, other.left))
        })
}

/// Which list of carriers the text of merged cells names; units and parcels
/// never share a row.
fn ledger(sheet: &Sheet, area: &Area) -> Option<&'static str> {
    let text = tight(&sheet.cell(area.top, area.left).display());
    let carriers = ALL
        .iter()
        .filter(|one| ["factory_unit", "parcel"].contains(&one.name));
    let mut named = carriers.filter(|one| one.named.iter().any(|word| text.contains(word)));
    named.next().map(|one| one.name)
}

/// A known heading without its unit.
pub(super) fn known((column, raw): &(u32, Raw)) -> Option<(u32, String)> {
    let Raw::Text(text) = raw else {
        return None;
    };
    let head = key(&tight(text)).0;
    EVERY.has(&head, &[]).then_some((*column, head))
}

/// Whether the heading is of a column that names a record.
pub(super) fn names(head: &str) -> bool {
    let named = |role: Role| {
        let named = |field| matches!(field, "name" | "enterprise" | "parcel_no" | "building");
        matches!(role, Role::Field(target) if named(target.field))
    };
    let mut words = EVERY.words.iter();
    let mut phrases = EVERY.phrases.fitting(std::iter::once(head));
    words.any(|word| word.key == head && named(word.role)) || phrases.any(|(_, role)| named(*role))
}

/// The sheet with some of its columns. A line above the headings that says
/// nothing there is of the whole sheet.
pub(super) fn part(sheet: &Sheet, header: u32, own: impl Fn(u32) -> bool) -> Sheet {
    let rows = sheet.rows.iter().filter_map(|row| {
        let cells = row.cells.iter().filter(|(column, _)| own(*column));
        let mut cells: Vec<(u32, Raw)> = cells.cloned().collect();
        if cells.is_empty() && row.number < header && row.cells.len() <= TITLES {
            // It stands above the first column, as it does of the whole.
            let left = (1..=MOST_COLUMNS).find(|at| own(*at)).unwrap_or(1);
            let titles = (left..).zip(&row.cells);
            cells = titles.map(|(at, (_, raw))| (at, raw.clone())).collect();
        }
        let number = row.number;
        (!cells.is_empty()).then_some(Row { number, cells })
    });
    let areas = sheet.merges.areas().iter();
    let areas = areas.filter(|area| own(area.left) && own(area.right));
    let areas: Vec<Area> = areas.copied().collect();
    let looks = sheet.looks.iter().filter(|((_, column), _)| own(*column));
    let hidden = sheet.hidden_columns.iter().filter(|column| own(**column));
    let of_part = |told: &BTreeMap<(u32, u32), String>| {
        let told = told.iter().filter(|((_, column), _)| own(*column));
        told.map(|(at, text)| (*at, text.clone())).collect()
    };
    Sheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        rows: rows.collect(),
        merges: Merges::of(areas).unwrap_or_default(),
        looks: looks.map(|(at, look)| (*at, *look)).collect(),
        hidden_columns: hidden.copied().collect(),
        hidden_rows: sheet.hidden_rows.clone(),
        struck_parts: of_part(&sheet.struck_parts),
        comments: of_part(&sheet.comments),
        ..Sheet::default()
    }
}
