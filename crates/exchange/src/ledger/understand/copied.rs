//! A sheet that says once more what several others say, or what one does where
//! it is called the whole: `汇总` or `全部` beside one sheet for each office, month
//! or park.

use std::collections::{BTreeSet, HashMap};

use super::aside::{heading, heads};
use super::series;
use crate::book::{Raw, Row, Sheet, Workbook};
use crate::cells::text::tight;
use crate::ledger::given::month;

/// Rows of such a sheet.
const MOST_ROWS: usize = 3_000;
/// Rows of all others that are looked through for them.
const MOST_OTHERS: usize = 30_000;
/// Cells by which a row is known again.
const LEAST: usize = 3;

/// Whether every row of the sheet stands on one of several others, too. What a
/// month says again was paid or done again.
pub(super) fn is_one(book: &Workbook, sheet: &Sheet) -> bool {
    let called = series::called(sheet);
    if month::said(&called).is_some() || called.contains("截至") {
        return false;
    }
    let own = heads(sheet);
    let is_whole = is_called_whole(&sheet.name);
    let is_alike = |other: &&Sheet| {
        let shared = heads(other).intersection(&own).count();
        let is_part = !is_whole || !is_called_whole(&other.name);
        !other.hidden && other.name != sheet.name && shared >= LEAST && is_part
    };
    let least = if is_whole { 1 } else { 2 };
    let others: Vec<&Sheet> = book.sheets.iter().filter(is_alike).collect();
    let many: usize = others.iter().map(|other| other.rows.len()).sum();
    if others.len() < least || sheet.rows.len() > MOST_ROWS || many > MOST_OTHERS {
        return false;
    }
    let own = rows(sheet);
    // Most sheets show by their first row that they are none.
    let longest = own
        .first()
        .and_then(|row| row.iter().max_by_key(|text| text.len()));
    if !longest.is_some_and(|text| others.iter().any(|other| holds(other, text))) {
        return false;
    }
    let lists: Vec<Vec<BTreeSet<String>>> = others.iter().map(|other| rows(other)).collect();
    let mut places: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for (list, rows) in lists.iter().enumerate() {
        for (at, row) in rows.iter().enumerate() {
            for text in row {
                places.entry(text).or_default().push((list, at));
            }
        }
    }
    let mut said: BTreeSet<usize> = BTreeSet::new();
    let all = own.iter().all(|row| {
        let rarest = row.iter().filter_map(|text| places.get(text.as_str()));
        let Some(rarest) = rarest.min_by_key(|places| places.len()) else {
            return false;
        };
        let mut again = rarest.iter().filter(|(list, at)| {
            let other = &lists[*list][*at];
            other.is_subset(row) || row.is_subset(other)
        });
        let first = again.next();
        said.extend(first.map(|(list, _)| *list));
        first.is_some()
    });
    all && own.len() > 1 && said.len() >= least
}

/// Whether a tab says that its sheet has all that the others have.
fn is_called_whole(name: &str) -> bool {
    const WHOLE: &[&str] = &["全部", "总表", "汇总", "总台账", "全年", "总览"];
    WHOLE.iter().any(|word| name.contains(word))
}

/// Whether one of a sheet's cells says this.
fn holds(sheet: &Sheet, text: &str) -> bool {
    let rows = sheet.rows.iter().take(MOST_ROWS);
    let mut cells = rows.flat_map(|row| &row.cells);
    cells.any(|(_, raw)| match raw {
        Raw::Text(own) => own.len() >= text.len() && tight(own) == text,
        other => !other.is_blank() && tight(&other.display()) == text,
    })
}

/// The texts of each row below the headings, without the number in front.
fn rows(sheet: &Sheet) -> Vec<BTreeSet<String>> {
    let Some(heads) = heading(sheet) else {
        return Vec::new();
    };
    let serial = heads.cells.first().filter(|(_, raw)| {
        let text = tight(&raw.display());
        matches!(text.as_str(), "序号" | "编号" | "No." | "NO")
    });
    let serial = serial.map(|(at, _)| *at);
    let texts = |row: &Row| -> BTreeSet<String> {
        let cells = row.cells.iter().filter(|(at, _)| Some(*at) != serial);
        let texts = cells.map(|(_, raw)| tight(&raw.display()));
        texts.filter(|text| !text.is_empty()).collect()
    };
    let below = sheet.rows.iter().filter(|row| row.number > heads.number);
    let below = below.take(MOST_ROWS).map(texts);
    below.filter(|row| row.len() >= LEAST).collect()
}
