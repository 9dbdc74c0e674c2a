//! A file's sheets into tables.

pub(crate) mod ahead;
pub(crate) mod aside;
mod beside;
mod cards;
mod copied;
mod counts;
mod foreign;
mod groups;
pub(crate) mod lines;
pub(crate) mod plan;
mod series;
mod summary;
mod turned;

use std::borrow::Cow;
use std::ops::ControlFlow;

use crate::book::{Raw, Row, Sheet, Workbook, letters};
use crate::ledger::table::Reading;
use crate::ledger::table::duplicates::Seen;
use crate::ledger::table::subtotals::Above;
use crate::options::Options;
use crate::problem::{Level, Problem};
use crate::read::long::{self, Input, Long};
use crate::read::{self, ReadError, file_name, read};
use crate::table::{LedgerRow, Place, Table, Understood};
use foreign::{NOT_UNDERSTOOD, about, foreign};
use plan::{plans, plans_after};

/// Finds tables, headings and fields, and reads every cell.
///
/// Hidden sheets and sheets without a known table are named in `problems` and
/// left alone.
pub fn understand(book: &Workbook) -> Understood {
    understand_with(book, &Options::default())
}

/// The same, with what a person or a template says.
pub fn understand_with(book: &Workbook, options: &Options) -> Understood {
    let mut rows: Vec<(String, Vec<LedgerRow>)> = Vec::new();
    let mut keep = |table: &Table, batch: Vec<LedgerRow>| {
        match rows.last_mut().filter(|(key, _)| *key == table.key) {
            Some((_, rows)) => rows.extend(batch),
            None => rows.push((table.key.clone(), batch)),
        }
        ControlFlow::Continue(())
    };
    let mut understood = whole(book, options, &mut keep).unwrap_or_default();
    for table in &mut understood.tables {
        let own = rows.iter_mut().find(|(key, _)| *key == table.key);
        table.rows = own
            .map(|(_, rows)| std::mem::take(rows))
            .unwrap_or_default();
        // What the whole file showed about one row stands with the row.
        let mut own = Vec::new();
        for problem in std::mem::take(&mut table.problems) {
            match table.rows.binary_search_by_key(&problem.row, |row| row.row) {
                Ok(at) => table.rows[at].problems.push(problem),
                Err(_) => own.push(problem),
            }
        }
        table.problems = own;
    }
    understood
}

/// Receives the rows of a table as they are read, and may want no more.
pub type Sink<'s> = dyn FnMut(&Table, Vec<LedgerRow>) -> ControlFlow<()> + 's;

/// Reads a file and hands its rows on in batches, keeping none: a long text
/// file takes no more memory than a short one. What only the whole file shows
/// (totals, repetitions, questions) comes with the tables at the end.
///
/// # Errors
/// Files that cannot be read, and [`ReadError::Stopped`] when the sink wants
/// no more.
pub fn each_row(
    name: &str,
    input: Input<'_>,
    options: &Options,
    sink: &mut Sink<'_>,
) -> Result<Understood, ReadError> {
    let file = file_name(name);
    if let Some(long) = long::open(file, input)? {
        return in_parts(long, options, sink);
    }
    let book = read(name, &read::whole(input)?)?;
    whole(&book, options, sink).ok_or(ReadError::Stopped)
}

/// Rows handed on at a time.
const BATCH: usize = 2_000;

/// Hands on the rows of a workbook; `None` when no more were wanted.
fn whole(book: &Workbook, options: &Options, sink: &mut Sink<'_>) -> Option<Understood> {
    let mut understood = Understood {
        file: book.file.clone(),
        sha256: book.sha256.clone(),
        problems: carried(book),
        ..Understood::default()
    };
    let mut seen = Seen::default();
    let mut readings: Vec<Reading> = Vec::new();
    let shown = |sheet: &&Sheet| !sheet.hidden || options.hidden_sheets;
    let file_rows: usize = book
        .sheets
        .iter()
        .filter(shown)
        .map(|one| one.rows.len())
        .sum();
    for sheet in series::in_order(book) {
        if sheet.rows.is_empty() {
            continue;
        }
        understood.problems.extend(odd_quotes(sheet));
        if sheet.hidden && !options.hidden_sheets {
            let problem = about(sheet, "hidden_sheet", Level::Should);
            understood.problems.push(problem);
            continue;
        }
        let is_told = options.mappings.contains_key(&sheet.name);
        if let Some((reason, level)) = aside::reason(book, sheet).filter(|_| !is_told) {
            understood.problems.push(about(sheet, reason, level));
            continue;
        }
        let mut found = 0;
        let list = counts::left_out(sheet);
        if let Cow::Owned(_) = list {
            let problem = about(sheet, counts::REASON, Level::Info);
            understood.problems.push(problem);
        }
        for part in beside::apart(&list) {
            let mut sheet = part.as_ref();
            let (mut plans, mut tables) = plans_after(book, sheet, options, found);
            let others = turned::otherwise(sheet, tables > 0);
            for (table, reason) in &others {
                let (other, many) = plans_after(book, table, options, found);
                if many > 0 {
                    (plans, tables) = (other, many);
                    let told = about(sheet, reason, Level::Should);
                    understood.problems.push(told);
                    sheet = table;
                    break;
                }
            }
            if tables == 0 {
                understood.problems.push(foreign(sheet));
            }
            found += tables;
            for (plan, rows) in plans {
                let mut reading = Reading::new(book, sheet, plan, rows.start);
                reading.table.file_rows = u64::try_from(file_rows).unwrap_or(0);
                reading.table.later = series::later(book, sheet, &reading.table);
                let first = sheet.rows.partition_point(|row| row.number < rows.start);
                let end = sheet.rows.partition_point(|row| row.number < rows.end);
                let rows = &sheet.rows[first..end];
                hand_on(&mut reading, sheet, rows, &mut seen, readings.len(), sink)?;
                readings.push(reading);
            }
        }
    }
    if !readings.is_empty() {
        only_counts(&mut understood.problems, book);
    }
    let mut understood = finish(understood, readings, seen);
    let place = |table: &Table| book.sheets.iter().position(|one| one.name == table.sheet);
    understood.tables.sort_by_key(place);
    Some(understood)
}

/// Beside ledgers, a sheet that only counts what they list is no loss.
fn only_counts(problems: &mut [Problem], book: &Workbook) {
    for problem in problems {
        let sheet = book.sheets.iter().find(|sheet| sheet.name == problem.sheet);
        if problem.reason == NOT_UNDERSTOOD && sheet.is_some_and(summary::is_one) {
            (problem.reason, problem.level) = ("sheet_of_counts", Level::Info);
        }
    }
}

fn hand_on(
    reading: &mut Reading,
    sheet: &Sheet,
    rows: &[Row],
    seen: &mut Seen,
    at: usize,
    sink: &mut Sink<'_>,
) -> Option<()> {
    for batch in rows.chunks(BATCH) {
        let batch = reading.read(sheet, batch, seen, at);
        if !batch.is_empty() && sink(&reading.table, batch).is_break() {
            return None;
        }
    }
    Some(())
}

/// The same for text that is read part by part: headings are looked for in
/// the first part.
fn in_parts(
    mut long: Long<'_>,
    options: &Options,
    sink: &mut Sink<'_>,
) -> Result<Understood, ReadError> {
    let sheet = long.part()?;
    let book = Workbook {
        file: long.file.clone(),
        sha256: long.sha256.clone(),
        sheets: vec![sheet],
        carries: Vec::new(),
    };
    let sheet = &book.sheets[0];
    let mut understood = Understood {
        file: book.file.clone(),
        sha256: book.sha256.clone(),
        ..Understood::default()
    };
    understood.problems.extend(odd_quotes(sheet));
    let mut seen = Seen::default();
    let mut readings: Vec<Reading> = Vec::new();
    let (plans, tables) = plans(&book, sheet, options);
    if tables == 0 {
        understood
            .problems
            .push(about(sheet, NOT_UNDERSTOOD, Level::Must));
    }
    for (plan, rows) in plans {
        let mut reading = Reading::new(&book, sheet, plan, rows.start);
        reading.table.file_rows = long.lines;
        let first = sheet.rows.partition_point(|row| row.number < rows.start);
        let end = sheet.rows.partition_point(|row| row.number < rows.end);
        let rows = &sheet.rows[first..end];
        hand_on(&mut reading, sheet, rows, &mut seen, readings.len(), sink)
            .ok_or(ReadError::Stopped)?;
        readings.push(reading);
    }
    let at = readings.len().saturating_sub(1);
    while let Some(reading) = readings.last_mut() {
        let part = long.part()?;
        if part.rows.is_empty() {
            break;
        }
        understood.problems.extend(odd_quotes(&part));
        hand_on(reading, &part, &part.rows, &mut seen, at, sink).ok_or(ReadError::Stopped)?;
    }
    Ok(finish(understood, readings, seen))
}

/// Which rows have a quotation mark that never closes.
fn odd_quotes(sheet: &Sheet) -> impl Iterator<Item = Problem> + use<'_> {
    let odd = |row: u32| {
        let mut cells = sheet.row(row).into_iter().flat_map(|row| &row.cells);
        let cell = cells.find(|(_, raw)| matches!(raw, Raw::Text(text) if text.starts_with('"')));
        cell.map_or((String::new(), String::new()), |(column, raw)| {
            (letters(*column), raw.display())
        })
    };
    sheet.odd_quotes.iter().map(move |row| {
        let (column, raw) = odd(*row);
        Problem {
            row: *row,
            column,
            raw,
            ..about(sheet, "quote_unbalanced", Level::Should)
        }
    })
}

/// What the file carries that is never used.
fn carried(book: &Workbook) -> Vec<Problem> {
    let carried = book.carries.iter().map(|reason| Problem {
        sheet: String::new(),
        row: 0,
        column: String::new(),
        field: None,
        reason,
        level: Level::Info,
        raw: book.file.clone(),
    });
    carried.collect()
}

/// Compares what was read with the sheets' own totals and with itself.
pub(super) fn finish(
    mut understood: Understood,
    mut readings: Vec<Reading>,
    seen: Seen,
) -> Understood {
    let (duplicates, late) = seen.finish(|table, row, column| {
        let reading = usize::try_from(table).ok().and_then(|at| readings.get(at));
        let column = reading.and_then(|one| one.letter(column));
        let place = Place {
            sheet: reading
                .map(|one| one.table.sheet.clone())
                .unwrap_or_default(),
            row,
        };
        (place, column.unwrap_or_default())
    });
    for duplicate in &duplicates {
        for (place, _) in &duplicate.others {
            for reading in &mut readings {
                // The total of an earlier month is that of its own rows.
                if reading.table.sheet == place.sheet && reading.table.later.is_none() {
                    reading.uncount(place.row);
                }
            }
        }
    }
    for one in late {
        let at = usize::try_from(one.table).unwrap_or(usize::MAX);
        if let Some(reading) = readings.get_mut(at) {
            reading.late(one);
        }
    }
    understood.duplicates = duplicates;
    let mut above = Above::default();
    for reading in readings {
        let (table, questions) = reading.finish(&mut above);
        for question in questions {
            match understood
                .questions
                .iter_mut()
                .find(|one| one.key == question.key)
            {
                Some(known) => known.rows += question.rows,
                None => understood.questions.push(question),
            }
        }
        understood.tables.push(table);
    }
    understood
}
