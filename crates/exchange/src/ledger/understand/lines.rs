//! Lines between two tables of a sheet: which end the one above, and which
//! begin the one below.

use std::ops::Range;

use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::{self, Block};
use crate::ledger::choose::lines_above;
use crate::ledger::rows::{around, notes, pages, part_names};

/// The first of the lines that stand right above a heading row and belong to it:
/// rows of one cell, or of a title and what it leaves to say. Notes that end the
/// table above stand before a title or an empty row.
pub(super) fn first_above(sheet: &Sheet, heading: u32) -> u32 {
    let end = sheet.rows.partition_point(|row| row.number < heading);
    let above = sheet.rows[..end].iter().rev();
    let alone = above.take_while(|row| row.cells.len() == 1 || is_titled(row));
    let alone = alone.count();
    let (table, lines) = sheet.rows[..end].split_at(end - alone);
    let notes = lines.iter().take_while(|row| is_note(row)).count();
    let (ending, own) = lines.split_at(notes);
    let begins = own.first().map_or(heading, |row| row.number);
    let apart = ending.last().is_some_and(|row| row.number + 1 < begins);
    let below = |row: &Row| {
        table
            .last()
            .is_some_and(|last| last.number + 1 == row.number)
    };
    match ending.first() {
        Some(row) if !apart && (own.is_empty() || !below(row)) => row.number,
        _ => begins,
    }
}

/// Whether the row is a title with its unit, or the number of a page, behind it.
fn is_titled(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    let first = filled.next().map(|(_, raw)| tight(&raw.display()));
    let says = |raw: &Raw| {
        let text = tight(&raw.display());
        text.contains(':') || pages::is_page(&text)
    };
    first.is_some_and(|text| is_title(&text)) && filled.all(|(_, raw)| says(raw))
}

/// Whether all that the row says is a note.
fn is_note(row: &Row) -> bool {
    text_alone(row).is_some_and(|text| notes::is_note(&text))
}

/// Whether the row is a title once more, with nothing but lines down to the
/// headings said again.
pub(crate) fn titles_again(sheet: &Sheet, block: &Block, row: &Row) -> bool {
    if !text_alone(row).is_some_and(|text| names_a_table(&text)) {
        return false;
    }
    let below = sheet.rows.partition_point(|one| one.number <= row.number);
    let mut next = sheet.rows[below..].iter().take(MOST_LINES);
    let heading = next.find(|row| text_alone(row).is_none());
    heading.is_some_and(|heading| block.is_repeated(heading))
}

/// Whether the headings that a row says again are those of a table of its own:
/// a title stands above them, and it is not the one of the table before, as it
/// would be on the next page.
pub(crate) fn begins_anew(sheet: &Sheet, above: &Block, heading: &Row) -> bool {
    let end = sheet
        .rows
        .partition_point(|row| row.number < heading.number);
    let near = sheet.rows[..end].iter().rev().take(MOST_LINES);
    let near = near.take_while(|row| row.number > above.last && around::is_line(row));
    let titles = near.flat_map(texts).filter(|text| is_title(text));
    let mut titles = titles.filter(|title| !pages::goes_on(title)).peekable();
    if titles.peek().is_none() {
        return false;
    }
    let (own, shared) = lines_above(sheet, above);
    let said = own.into_iter().chain(shared).flat_map(texts);
    let said: Vec<String> = said.map(|text| pages::without(&text)).collect();
    titles.any(|title| !said.contains(&pages::without(&title)))
}

/// Whether two heading rows of a sheet say the same.
pub(super) fn say_the_same(sheet: &Sheet, one: u32, other: u32) -> bool {
    let said = |row: u32| sheet.row(row).map(|row| texts(row).collect::<Vec<_>>());
    said(one).is_some() && said(one) == said(other)
}

/// Whether a text says what a table is of: `2023年拟建项目台账（市级）`,
/// `2023年二季度签约项目`.
pub(crate) fn is_title(text: &str) -> bool {
    let is_sentence = text.contains(['。', ';', ',']) || text.chars().count() > TITLE;
    if is_sentence || notes::is_note(text) || part_names::is_time(text) {
        return false;
    }
    let of_year = text.split_once('年').is_some_and(|(year, rest)| {
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        is_year && rest.trim_start_matches('度').chars().count() >= 4
    });
    of_year || names_a_table(text)
}

/// Whether a text ends as the titles of tables do, but for what it adds in
/// brackets.
fn names_a_table(text: &str) -> bool {
    let named = text.split('(').next().unwrap_or_default();
    NAMES.iter().any(|name| named.ends_with(name))
}

/// The texts of a row.
fn texts(row: &Row) -> impl Iterator<Item = String> + use<'_> {
    let texts = row.cells.iter().map(|(_, raw)| tight(&raw.display()));
    texts.filter(|text| !text.is_empty())
}

/// How titles of tables end.
const NAMES: &[&str] = &["台账", "台帐", "表", "清单", "明细", "汇总", "情况"];
/// Lines between a title and the headings, with the headings.
const MOST_LINES: usize = 4;
/// A title that is longer is a sentence.
const TITLE: usize = 40;

/// What the row says, where one cell says it all.
fn text_alone(row: &Row) -> Option<String> {
    let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    let first = filled.next().map(|(_, raw)| tight(&raw.display()));
    first.filter(|_| filled.next().is_none())
}

/// Rows of a table that is looked at without those below the next headings.
const SHORT: usize = 2_000;

/// The sheet up to the headings that follow those in these rows: what stands
/// below them says nothing of the columns above.
pub(super) fn own_rows(sheet: &Sheet, rows: &Range<u32>) -> Option<Sheet> {
    let begins = |rows: &Range<u32>| rows.end.saturating_sub(block::MOST_HEIGHT);
    let own = begins(rows);
    let next = |after: u32| Some(begins(&block::candidate(sheet, after, None)?));
    // A row right below is one of the same headings.
    let near = next(own).filter(|near| *near > own + 1);
    let end = near.or_else(|| next(rows.end.checked_sub(1)?))?;
    let before = sheet.rows.partition_point(|row| row.number < end);
    (before <= SHORT).then(|| sheet.until(end))
}
