//! A file's sheets into tables.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::{ControlFlow, Range};

use suoji_model::Shape;

use super::block::{self, Below, Block};
use super::choose::{self, Guess};
use super::columns::{self, Mapped};
use super::foreign::{NOT_UNDERSTOOD, about, foreign};
use super::kinds::Ledger;
use super::table::Reading;
use super::{ahead, aside, beside, counts, duplicates::Seen, given, legend, lines};
use super::{money, month, questions, said, series, summary, turned, year};
use crate::book::{Raw, Row, Sheet, Workbook, letters};
use crate::cells::date;
use crate::options::{Answers, Corrections, Mapping, Mark, Options};
use crate::problem::{Level, Problem};
use crate::read::long::{self, Input, Long};
use crate::read::{self, ReadError, file_name, read};
use crate::table::{LedgerRow, Place, Table, Understood};

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
    for reading in readings {
        let (table, questions) = reading.finish();
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

/// A table whose columns are known, before its rows are read.
pub(super) struct Plan {
    pub(super) key: String,
    pub(super) ledger: &'static Ledger,
    pub(super) block: Block,
    pub(super) columns: Vec<Mapped>,
    pub(super) given: Vec<given::Given>,
    /// What was said of every row, or answered, and cannot be read.
    pub(super) refused: Vec<given::Refused>,
    pub(super) year: Option<i32>,
    pub(super) template: Option<String>,
    pub(super) answers: Answers,
    pub(super) corrections: Corrections,
    pub(super) marks: BTreeMap<u32, Mark>,
    /// Whether nothing but a guess says which ledger it is.
    pub(super) guess: Option<Guess>,
    /// The row where the next table of the sheet begins.
    pub(super) end: u32,
}

/// Candidates for further tables that a sheet may have.
const MOST_CANDIDATES: usize = 200;

/// The tables of a sheet, one below the other, each with its rows; and how
/// many there are with those that are left out as told.
pub(super) fn plans(
    book: &Workbook,
    sheet: &Sheet,
    options: &Options,
) -> (Vec<(Plan, Range<u32>)>, usize) {
    plans_after(book, sheet, options, 0)
}

/// The same where so many tables of the sheet were found `before`, beside
/// these.
fn plans_after(
    book: &Workbook,
    sheet: &Sheet,
    options: &Options,
    before: usize,
) -> (Vec<(Plan, Range<u32>)>, usize) {
    let mut plans: Vec<Plan> = Vec::new();
    let mut windows = Vec::new();
    let mut found = 0;
    let mut window = Some(1..u32::MAX);
    let mut below = None;
    for _ in 0..MOST_CANDIDATES {
        let Some(rows) = window else {
            break;
        };
        let key = match before + found {
            0 => sheet.name.clone(),
            more => format!("{}#{}", sheet.name, more + 1),
        };
        let next = rows.end;
        let place = Window { rows, below };
        let found_here = plan(book, sheet, options, key.clone(), &place).or_else(|| {
            let part = lines::own_rows(sheet, &place.rows)?;
            plan(book, &part, options, key, &place)
        });
        let after = match found_here {
            Some(Found::Plan(plan)) => {
                let (first, last) = (plan.block.first, plan.block.last);
                plans.push(*plan);
                windows.push(place);
                found += 1;
                below = Some(Below {
                    first: below.map_or(first, |below| below.first),
                    above: last,
                });
                last
            }
            Some(Found::LeftOut(first, last)) => {
                found += 1;
                below = Some(Below {
                    first: below.map_or(first, |below| below.first),
                    above: last,
                });
                last
            }
            None if next == u32::MAX => break,
            None => next - 1,
        };
        let above = plans.last().map(|plan| &plan.block);
        window = block::candidate(sheet, after, above);
    }
    let further = plans.iter().skip(1);
    let ends: Vec<u32> = further
        .map(|plan| lines::first_above(sheet, plan.block.first))
        .chain([u32::MAX])
        .collect();
    // What stands below the next headings says nothing of the columns above.
    for ((plan, end), place) in plans.iter_mut().zip(&ends).zip(&windows) {
        if *end < u32::MAX {
            apart(book, &sheet.until(*end), options, plan, place);
            plan.end = *end;
        }
    }
    let mut start = 1;
    let tables = plans.into_iter().zip(ends);
    let tables = tables.map(|(plan, end)| {
        let rows = start..end;
        start = end;
        (plan, rows)
    });
    (tables.collect(), found)
}

/// Plans a table once more, by its own rows alone.
fn apart(book: &Workbook, part: &Sheet, options: &Options, known: &mut Plan, place: &Window) {
    let again = plan(book, part, options, known.key.clone(), place);
    if let Some(Found::Plan(again)) = again
        && (again.block.first, again.block.last) == (known.block.first, known.block.last)
    {
        *known = *again;
    }
}

enum Found {
    Plan(Box<Plan>),
    /// The first and the last heading row of a table that is to be left out.
    LeftOut(u32, u32),
}

/// Rows in which headings are looked for.
struct Window {
    rows: Range<u32>,
    below: Option<Below>,
}

/// The uppermost table whose headings stand in these rows.
fn plan(
    book: &Workbook,
    sheet: &Sheet,
    options: &Options,
    key: String,
    place: &Window,
) -> Option<Found> {
    let rows = &place.rows;
    let own = options.mappings.get(&key);
    if own.is_none_or(|mapping| mapping.header_rows.is_none())
        && let Some(above) = above(book, sheet, options, &key, place)
    {
        return Some(above);
    }
    let mut block = match own.and_then(|mapping| mapping.header_rows) {
        Some((first, last)) => block::given(sheet, first, last),
        None => {
            let likeness = |heads: &[String]| options.likeness(heads);
            let known = (!options.templates.is_empty())
                .then(|| block::like(sheet, rows, likeness))
                .flatten();
            match known {
                Some(block) => block,
                None => block::find(sheet, rows.clone())?,
            }
        }
    };
    block.below = place.below;
    if own.is_none() && ahead::holds(sheet, &block) {
        return None;
    }
    let heads = block.keys();
    let template = options.template(&heads);
    let none = Mapping::default();
    let mut mapping = own.unwrap_or(&none).clone();
    if let Some(template) = template {
        mapping = template.mapping.under(&mapping);
    }
    if mapping.ledger.is_none() {
        mapping.ledger.clone_from(&options.ledger);
    }
    if mapping.skip {
        return Some(Found::LeftOut(block.first, block.last));
    }
    let mut answers = template
        .map(|template| template.answers.clone())
        .unwrap_or_default();
    answers.extend(options.answers.clone());
    let said = said::Said {
        mapping: &mapping,
        own_picks: own.map_or(0, |own| own.columns.len()),
        answers: &answers,
        own_answers: &options.answers,
    };
    let (ledger, mut columns, guess) = choose::choose(book, sheet, &block, &said)?;
    for (key, answer) in legend::of(sheet, &block, ledger, &columns) {
        answers.entry(key).or_insert(answer);
    }
    if let Some((key, line)) = ledger.money.and_then(|_| money::line_of_rate(sheet)) {
        answers.entry(key).or_insert(line);
    }
    let year = year::answered(&answers, &book.file).or_else(|| {
        let own = year::of(book, sheet, &block)?;
        (!year::is_cut_off(book, sheet, &block, ledger, &columns)).then_some(own)
    });
    let year = year.or_else(|| year::beside(sheet, &block, ledger, &columns));
    let year = year.or_else(|| year::below(sheet, &block, ledger, &columns));
    let year = year.or_else(|| year::of_plan(&columns));
    let within = month::of(sheet, &block);
    for column in &mut columns {
        column.context.within = within;
        if columns::shape(column.role) == Some(Shape::Date) {
            let below = sheet.rows.iter().filter(|row| row.number > block.last);
            let cells = below.map(|row| row.cell(column.number));
            column.context.zero = date::zero(cells.clone());
            column.context.order = date::order(cells);
        }
    }
    // What a person says goes before what the sheet is called.
    let (mut given, mut refused) = given::constants(&mapping.constants, &columns, year);
    refused.extend(questions::unreadable(&options.answers, &book.file));
    given.extend(given::of(book, sheet, &block, ledger, &columns, year));
    let corrections = options.corrections.get(&key).cloned();
    Some(Found::Plan(Box::new(Plan {
        key,
        corrections: corrections.unwrap_or_default(),
        ledger,
        given,
        refused,
        year,
        template: template.map(|template| template.name.clone()),
        block,
        columns,
        answers,
        marks: mapping.rows.clone(),
        guess,
        end: u32::MAX,
    })))
}

/// A table above the one whose headings are best known: the first rows that
/// seem to hold headings do hold some, and records follow.
fn above(
    book: &Workbook,
    sheet: &Sheet,
    options: &Options,
    key: &str,
    place: &Window,
) -> Option<Found> {
    let rows = &place.rows;
    if rows.end != u32::MAX {
        return None;
    }
    let best = block::find(sheet, rows.clone())?;
    let near = block::candidate(sheet, rows.start.saturating_sub(1), None)?;
    // Nothing but records and lines may stand between the two.
    let end = near.end.min(best.first);
    if near.start >= end || near.end + 1 > best.first + block::MOST_HEIGHT {
        return None;
    }
    let near = Window {
        rows: near.start..end,
        below: place.below,
    };
    let found = plan(book, sheet, options, key.to_owned(), &near)?;
    match &found {
        Found::Plan(plan) if plan.block.last + 1 < best.first => Some(found),
        _ => None,
    }
}
