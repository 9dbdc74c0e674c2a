//! A table's plan, made before its rows are read: its headings, what its
//! columns are, and what is said of all of it.

use std::collections::BTreeMap;
use std::ops::Range;

use suoji_model::Shape;

use super::{ahead, lines};
use crate::book::{Sheet, Workbook};
use crate::cells::date;
use crate::ledger::block::{self, Below, Block};
use crate::ledger::choose::{self, Guess};
use crate::ledger::columns::{self, Mapped, said};
use crate::ledger::given::{self, month, year};
use crate::ledger::heads::flattened;
use crate::ledger::kinds::Ledger;
use crate::ledger::rows::legend;
use crate::ledger::{money, questions};
use crate::options::{Answers, Corrections, Mapping, Mark, Options};
use crate::table::Target;

/// A table whose columns are known, before its rows are read.
pub(crate) struct Plan {
    pub(crate) key: String,
    pub(crate) ledger: &'static Ledger,
    pub(crate) block: Block,
    pub(crate) columns: Vec<Mapped>,
    pub(crate) given: Vec<given::Given>,
    /// What was said of every row.
    pub(crate) constants: Vec<(Target, String)>,
    /// What was said of every row, or answered, and cannot be read.
    pub(crate) refused: Vec<given::Refused>,
    pub(crate) year: Option<i32>,
    pub(crate) template: Option<String>,
    pub(crate) answers: Answers,
    pub(crate) corrections: Corrections,
    pub(crate) marks: BTreeMap<u32, Mark>,
    /// Whether nothing but a guess says which ledger it is.
    pub(crate) guess: Option<Guess>,
    /// The row where the next table of the sheet begins.
    pub(crate) end: u32,
}

/// Candidates for further tables that a sheet may have.
const MOST_CANDIDATES: usize = 200;

/// The tables of a sheet, one below the other, each with its rows; and how
/// many there are with those that are left out as told.
pub(crate) fn plans(
    book: &Workbook,
    sheet: &Sheet,
    options: &Options,
) -> (Vec<(Plan, Range<u32>)>, usize) {
    plans_after(book, sheet, options, 0)
}

/// The same where so many tables of the sheet were found `before`, beside
/// these.
pub(super) fn plans_after(
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
        let told = told_above(&plans, options);
        let place = Window { rows, below, told };
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
                    is_again: false,
                });
                last
            }
            Some(Found::LeftOut(first, last)) => {
                found += 1;
                below = Some(Below {
                    first: below.map_or(first, |below| below.first),
                    above: last,
                    is_again: false,
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
struct Window<'a> {
    rows: Range<u32>,
    below: Option<Below>,
    /// What was said of a table above, if the one here has its headings.
    told: Option<&'a Mapping>,
}

/// What was said of the nearest table above, as long as the headings are the same.
fn told_above<'a>(plans: &[Plan], options: &'a Options) -> Option<&'a Mapping> {
    for plan in plans.iter().rev() {
        let own = options.mappings.get(&plan.key);
        if own.is_some() || !plan.block.below.is_some_and(|below| below.is_again) {
            return own;
        }
    }
    None
}

/// The uppermost table whose headings stand in these rows.
fn plan(
    book: &Workbook,
    sheet: &Sheet,
    options: &Options,
    key: String,
    place: &Window,
) -> Option<Found> {
    let own = options.mappings.get(&key);
    if own.is_none_or(|mapping| mapping.header_rows.is_none())
        && let Some(above) = above(book, sheet, options, &key, place)
    {
        return Some(above);
    }
    let mut block = headings(sheet, options, own, place)?;
    if own.is_none() && ahead::holds(sheet, &block) {
        return None;
    }
    flattened::part(sheet, &mut block);
    let template = options.template(&block.keys());
    let is_again = block.below.is_some_and(|below| below.is_again);
    let above = || place.told.filter(|_| is_again).map(of_headings);
    let mut mapping = own.cloned().or_else(above).unwrap_or_default();
    let own_picks = mapping.columns.len();
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
        own_picks,
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
    let year = year_of(book, sheet, (&block, ledger, &columns), &answers);
    date_columns(sheet, &block, &mut columns);
    // What a person says goes before what the sheet is called.
    let (mut given, mut refused) = given::constants(&mapping.constants, &columns, year);
    refused.extend(questions::unreadable(&options.answers, &book.file));
    let constants = given.iter().filter_map(|one| {
        let text = mapping.constants.get(&one.target.dotted())?;
        Some((one.target, text.clone()))
    });
    let constants = constants.collect();
    given.extend(given::of(book, sheet, &block, ledger, &columns, year));
    let corrections = options.corrections.get(&key).cloned();
    Some(Found::Plan(Box::new(Plan {
        key,
        corrections: corrections.unwrap_or_default(),
        ledger,
        given,
        constants,
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

/// The headings: those that a person named, those of a template, else those
/// that look like it.
fn headings(
    sheet: &Sheet,
    options: &Options,
    own: Option<&Mapping>,
    place: &Window,
) -> Option<Block> {
    let of_template = || {
        let likeness = |heads: &[String]| options.likeness(heads);
        let has_any = !options.templates.is_empty();
        has_any.then(|| block::like(sheet, &place.rows, likeness))?
    };
    let mut block = match own.and_then(|mapping| mapping.header_rows) {
        Some((first, last)) => block::given(sheet, first, last),
        None => of_template().or_else(|| block::find(sheet, place.rows.clone()))?,
    };
    block.below = place.below.map(|below| Below {
        is_again: lines::say_the_same(sheet, below.above, block.last),
        ..below
    });
    Some(block)
}

/// The year that days without one are in: as it was answered, else as the
/// sheet, its title or its headings say.
fn year_of(
    book: &Workbook,
    sheet: &Sheet,
    (block, ledger, columns): (&Block, &Ledger, &[Mapped]),
    answers: &Answers,
) -> Option<i32> {
    let of_sheet = || {
        let own = year::of(book, sheet, block)?;
        (!year::is_cut_off(book, sheet, block, ledger, columns)).then_some(own)
    };
    year::answered(answers, &book.file)
        .or_else(of_sheet)
        .or_else(|| year::beside(sheet, block, ledger, columns))
        .or_else(|| year::below(sheet, block, ledger, columns))
        .or_else(|| year::of_plan(columns))
}

/// What was said of a table that holds for another with the same headings.
fn of_headings(said: &Mapping) -> Mapping {
    Mapping {
        ledger: said.ledger.clone(),
        columns: said.columns.clone(),
        ..Mapping::default()
    }
}

/// Tells every column the month of its sheet, and those of days how their
/// cells are written.
fn date_columns(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    let within = month::of(sheet, block);
    for column in columns {
        column.context.within = within;
        if columns::shape(column.role) == Some(Shape::Date) {
            let below = sheet.rows.iter().filter(|row| row.number > block.last);
            let cells = below.map(|row| row.cell(column.number));
            column.context.zero = date::zero(cells.clone());
            column.context.order = date::order(cells);
        }
    }
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
        told: place.told,
    };
    let found = plan(book, sheet, options, key.to_owned(), &near)?;
    match &found {
        Found::Plan(plan) if plan.block.last + 1 < best.first => Some(found),
        _ => None,
    }
}
