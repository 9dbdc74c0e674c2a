//! Which ledger a table is, by its headings and by what it is called.

mod both;
mod buildings;
mod called;
mod fits;
mod mere_names;
mod parks;
pub(crate) mod row_of_heads;
pub(crate) mod talks;
mod to_come;
mod weighed;

use crate::book::{Row, Sheet, Workbook};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::said::Said;
use crate::ledger::columns::{self, Mapped};
use crate::ledger::given::year;
use crate::ledger::kinds::{ALL, Ledger};
use crate::ledger::rows::{around, sections};
use crate::ledger::understand::lines;
use weighed::{Candidate, Lot, Weighed};

/// Which ledger a table is, where its headings fit several and nothing names
/// one.
#[derive(Debug, Clone)]
pub(super) struct Guess {
    /// What the answer is kept under.
    pub(super) key: String,
    /// The names of the ledgers that it may be, likeliest first.
    pub(super) choices: Vec<&'static str>,
}

/// Rows from the headings on that show which ledger a long table is: to look at
/// all for every ledger takes longer than to read them.
const SHOWN: u32 = 2_000;

/// The ledger that fits best, with its columns.
pub(super) fn choose(
    book: &Workbook,
    sheet: &Sheet,
    block: &Block,
    said: &Said<'_>,
) -> Option<(&'static Ledger, Vec<Mapped>, Option<Guess>)> {
    let end = block.last.saturating_add(SHOWN);
    let is_long = sheet.rows.last().is_some_and(|row| row.number >= end);
    let start = is_long.then(|| sheet.until(end));
    let titles: Vec<String> = titles(sheet, block).collect();
    let heads: Vec<String> = block.heads.iter().map(|(_, head)| head.text()).collect();
    let year = year::answered(said.answers, &book.file);
    let key = format!("ledger:{}", block.keys().join("|"));
    let answered = said.answers.get(&key).map(String::as_str);
    let lot = Lot {
        book,
        sheet,
        shown: start.as_ref().unwrap_or(sheet),
        block,
        said,
        year: year.or_else(|| year::of(book, sheet, block)),
        told: said.mapping.ledger.as_deref().or(answered),
        is_signed: called::is_of_signing(book, sheet, &titles, &heads),
        titles,
        heads,
    };
    if lot.told.is_none() && lot.is_else() {
        return None;
    }
    let mut weighed = Weighed::default();
    for ledger in ALL.iter().copied().filter(|ledger| !lot.rules_out(ledger)) {
        weighed.weigh(&lot, ledger);
    }
    let choices = weighed.choices();
    let is_named = weighed.is_named;
    let Candidate {
        ledger,
        mut columns,
        ..
    } = weighed.best(&lot)?;
    if is_long {
        let is_called = lot.called(ledger) > 0 || lot.told.is_some();
        columns = columns::map(sheet, block, ledger, said, is_called, lot.year);
    }
    let is_choice = choices.len() > 1 && choices.contains(&ledger.name);
    let guessed = is_choice && !is_named && fits::tells_by_general(ledger, &columns);
    Some((ledger, columns, guessed.then_some(Guess { key, choices })))
}

/// The lines above the headings, the table's own before those of the sheet.
pub(super) fn titles(sheet: &Sheet, block: &Block) -> impl Iterator<Item = String> {
    let (own, shared) = lines_above(sheet, block);
    let above = own.into_iter().chain(shared);
    above
        .flat_map(|row| &row.cells)
        .map(|(_, raw)| raw.display())
}

/// The same without the title of the first table, where this one has the same
/// headings and a title of its own: 上海驻点 of one is not 苏州驻点 of the next.
pub(super) fn own_titles(sheet: &Sheet, block: &Block) -> Vec<String> {
    let (own, mut shared) = lines_above(sheet, block);
    let is_titled = |row: &&Row| {
        let mut texts = row.cells.iter().map(|(_, raw)| tight(&raw.display()));
        texts.any(|text| lines::is_title(&text))
    };
    let is_again = block.below.is_some_and(|below| below.is_again);
    if is_again
        && own.iter().any(is_titled)
        && let Some(first) = shared.iter().rposition(is_titled)
    {
        shared.truncate(first);
    }
    let cells = own.into_iter().chain(shared).flat_map(|row| &row.cells);
    cells.map(|(_, raw)| raw.display()).collect()
}

/// The lines that stand above a table of its own, and those above the first
/// table that are about the whole sheet.
pub(super) fn lines_above<'s>(sheet: &'s Sheet, block: &Block) -> (Vec<&'s Row>, Vec<&'s Row>) {
    let end = sheet.rows.partition_point(|row| row.number < block.first);
    let rows = &sheet.rows[..end];
    let Some(below) = block.below else {
        return (rows.iter().collect(), Vec::new());
    };
    let near = rows.iter().rev();
    let near = near.take_while(|row| row.number > below.above && around::is_line(row));
    let mut own: Vec<&Row> = near.collect();
    own.reverse();
    // `一、新签约项目（单位：亿元）` is about the table below it alone.
    let shared = rows.iter().take_while(|row| row.number < below.first);
    let shared = shared.filter(|row| !sections::names_a_section(row));
    (own, shared.collect())
}
