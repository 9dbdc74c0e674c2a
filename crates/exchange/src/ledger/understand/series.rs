//! Sheets that list the same for one time each, `1月`, `2月`, `3月` or `一季度`,
//! `上半年`, `1-9月`, by their tabs or, where these say nothing, by their titles:
//! the last of them is how things stand.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::aside::{heading, is_aside};
use crate::book::{Row, Sheet, Workbook};
use crate::cells::text::tight;
use crate::ledger::choose::row_of_heads::{columns_of_works, heads_works};
use crate::ledger::given::times::{self, Time};
use crate::table::Table;

/// Rows whose works are compared.
const MOST_WORKS: usize = 2_000;
/// Sheets of a file that are compared with each other.
const MOST_SHEETS: usize = 100;

/// The sheets in the order in which they are read: of lists of works for one
/// time each, the latest first, so that it is the one that counts; of others
/// that stand newest first, the oldest first, so that the newest is heard last.
pub(super) fn in_order(book: &Workbook) -> Vec<&Sheet> {
    let timed = |sheet: &Sheet, of_works: bool| -> Option<Time> {
        let row = heading(sheet).filter(|_| !sheet.hidden)?;
        let time = time(sheet)?;
        (heads_works(row) == of_works).then_some(time)
    };
    let mut order: Vec<&Sheet> = book.sheets.iter().collect();
    for of_works in [true, false] {
        let at = (0..order.len()).filter(|at| timed(order[*at], of_works).is_some());
        let at: Vec<usize> = at.collect();
        let mut series: Vec<&Sheet> = at.iter().map(|at| order[*at]).collect();
        if of_works {
            series.sort_by_cached_key(|sheet| std::cmp::Reverse(timed(sheet, true)));
        } else {
            let times: Vec<Option<Time>> = series.iter().map(|sheet| timed(sheet, false)).collect();
            let goes_back = |pair: &[Option<Time>]| {
                let both = pair[0].zip(pair[1]);
                both.is_some_and(|(first, next)| first.is_after(next))
            };
            if times.windows(2).all(goes_back) {
                series.reverse();
            }
        }
        for (at, sheet) in at.into_iter().zip(series) {
            order[at] = sheet;
        }
    }
    order
}

/// The time that a sheet is of.
fn time(sheet: &Sheet) -> Option<Time> {
    times::amid(&called(sheet))
}

/// What a sheet is called by its tab, or by its first line where the tab is only
/// numbered.
pub(super) fn called(sheet: &Sheet) -> Cow<'_, str> {
    title(sheet).map_or(Cow::Borrowed(sheet.name.as_str()), Cow::Owned)
}

/// The first line above the headings of a sheet whose tab is only numbered:
/// `Sheet1`.
pub(super) fn title(sheet: &Sheet) -> Option<String> {
    const NUMBERED: &[&str] = &["sheet", "工作表", "表"];
    let name = sheet.name.trim().to_lowercase();
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let heads = heading(sheet).filter(|_| NUMBERED.contains(&bare))?;
    let first = sheet.rows.first().filter(|row| row.number < heads.number)?;
    first.cells.first().map(|(_, raw)| raw.display())
}

/// The last sheet of a later time that lists most works of a table.
pub(super) fn later(book: &Workbook, sheet: &Sheet, table: &Table) -> Option<String> {
    if table.kind != "key_project" || book.sheets.len() > MOST_SHEETS {
        return None;
    }
    let own_time = time(sheet)?;
    let own = works(sheet)?;
    let is_again = |other: &Sheet| {
        let others = works(other).unwrap_or_default();
        let shared = own.intersection(&others).count();
        shared > 0 && shared * 2 >= own.len().min(others.len())
    };
    // The plan of the next year is no later state of this one.
    let goes_on = |later: &Time| later.is_after(own_time) && later.is_of_year_of(own_time);
    let after = |other: &Sheet| time(other).filter(goes_on);
    let others = book.sheets.iter();
    let others = others.filter(|other| !other.hidden && !is_aside(other));
    let others = others.filter_map(|other| Some((after(other)?, other)));
    let others = others.filter(|(_, other)| is_again(other));
    let last = others.max_by_key(|(later, _)| *later);
    last.map(|(_, other)| other.name.clone())
}

/// What the works of a list are called.
fn works(sheet: &Sheet) -> Option<BTreeSet<String>> {
    let row = heading(sheet).filter(|row| heads_works(row))?;
    let named = columns_of_works(row);
    let below = sheet.rows.iter().filter(|one| one.number > row.number);
    let name = |row: &Row| {
        let mut names = named.iter().map(|at| tight(&row.cell(*at).display()));
        names.find(|name| !name.is_empty())
    };
    Some(below.take(MOST_WORKS).filter_map(name).collect())
}
