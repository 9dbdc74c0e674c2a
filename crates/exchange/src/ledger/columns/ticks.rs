//! A choice with a column for each of its values, of which a mark picks one:
//! `协议类型` over `正式投资合同`, `框架协议` and `补充协议`, or the same without
//! anything above them; `是否有效` over `是` and `否`.

use std::collections::BTreeSet;

use suoji_model::{Cell, Shape, Value};

use super::look::values;
use crate::book::{Raw, Row, Sheet};
use crate::cells::{self, Context, flag};
use crate::ledger::block::Block;
use crate::ledger::heads::{Head, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::{Role, target};
use crate::table::Target;

/// What a column says yes of.
const YES: &str = "yes";
/// What a column says no of.
const NO: &str = "no";
/// Columns that make such a choice at least.
const LEAST: usize = 2;
/// Rows looked at for full marks.
const SAMPLE: usize = 200;
/// A project comes to several stages, of which each may have its mark.
const STAGE: Target = target("project", "stage");
/// A project may be on the lists of several levels.
const LEVEL: Target = target("key_project", "key_level");

/// Whether the table has full marks, beside which an empty circle is none.
pub(super) fn has_full(sheet: &Sheet, block: &Block) -> bool {
    let below = sheet.rows.partition_point(|row| row.number <= block.last);
    let rows = sheet.rows[below..].iter().take(SAMPLE);
    rows.flat_map(|row| &row.cells)
        .any(|(_, raw)| flag::is_full(raw))
}

/// Whether a mark other than an empty circle says no in the column: beside it
/// the circle is a yes, as a full mark is.
pub(super) fn says_no(sheet: &Sheet, block: &Block, column: u32) -> bool {
    let mut values = values(sheet, block, column).into_iter();
    values.any(|raw| flag::parse(raw, false) == Some(false))
}

/// Gives such columns their choices.
pub(super) fn assign(
    sheet: &Sheet,
    block: &Block,
    ledger: &Ledger,
    is_hollow_no: bool,
    given: &mut [Option<Match>],
) {
    let heads = &block.heads;
    let mut first = 0;
    while first < heads.len() {
        let above = parents(&heads[first].1);
        let many = heads[first..]
            .iter()
            .take_while(|(_, head)| parents(head) == above)
            .count();
        let all = first..first + many;
        first += many;
        if many < LEAST {
            continue;
        }
        let marks = |at: usize| {
            let values = values(sheet, block, heads[at].0);
            let is_mark = |raw: &&Raw| flag::parse(raw, false).is_some();
            let is_text = |raw: &&Raw| matches!(raw, Raw::Text(_));
            let texts = values.iter().copied().filter(is_text);
            // Below marks, totals say how many there are.
            let values: Vec<&Raw> = match texts.clone().any(|raw| is_mark(&raw)) {
                true => texts.collect(),
                false => values,
            };
            let marks = values.iter().copied().filter(is_mark);
            // The headings may be said again on each page.
            marks.count() * 10 >= values.len() * 8
        };
        let is_told = |at: usize| given[at].is_some_and(|one| one.reason == "told");
        let marked: Vec<usize> = all.filter(|at| marks(*at) && !is_told(*at)).collect();
        let found = fields(ledger, above).into_iter().find_map(|field| {
            let of = |at: &usize| Some((*at, choice(field, heads[*at].1.parts.last()?)?));
            let columns: Vec<(usize, &'static str)> = marked.iter().filter_map(of).collect();
            let several: BTreeSet<&str> = columns.iter().map(|(_, choice)| *choice).collect();
            let numbers: Vec<u32> = columns.iter().map(|(at, _)| heads[*at].0).collect();
            let fits = several.len() >= LEAST
                && (!above.is_empty() || picks_one(sheet, block, &numbers, is_hollow_no));
            fits.then_some((field, columns))
        });
        let Some((field, columns)) = found else {
            continue;
        };
        for (at, choice) in columns {
            // 研判情况▸有效 has a meaning of its own.
            let own = given[at].filter(|one| one.confidence >= SURE);
            if own.is_some_and(|one| one.role != Role::Field(field)) {
                continue;
            }
            given[at] = Some(Match {
                role: Role::Tick(field, choice),
                confidence: SURE,
                reason: "heading_under_parent",
            });
        }
    }
}

fn parents(head: &Head) -> &[String] {
    head.parts.split_last().map_or(&[], |(_, above)| above)
}

/// The choices that stand above the columns; with nothing above them, any of
/// the ledger's.
fn fields(ledger: &Ledger, above: &[String]) -> Vec<Target> {
    let vocabulary = ledger.vocabulary();
    let is_choice = |field: &Target| {
        let shape = field.declared().map(|one| one.shape);
        let is_flag = matches!(shape, Some(Shape::Flag)) && !above.is_empty();
        is_flag || matches!(shape, Some(Shape::Choice(_)))
    };
    let of = |role: Role| match role {
        Role::Field(field) => Some(field).filter(is_choice),
        _ => None,
    };
    if above.is_empty() {
        let all = vocabulary.words.iter().filter_map(|word| of(word.role));
        let all: BTreeSet<Target> = all.filter(|field| *field != STAGE).collect();
        return all.into_iter().collect();
    }
    let parts = above.to_vec();
    let found = Head { parts }.matches(vocabulary);
    let sure = found.into_iter().filter(|found| found.confidence >= SURE);
    sure.filter_map(|found| of(found.role)).collect()
}

/// The choice that a heading names.
fn choice(field: Target, own: &str) -> Option<&'static str> {
    let declared = field.declared()?;
    let choices = match declared.shape {
        Shape::Choice(choices) => choices,
        Shape::Flag => {
            let own = flag::parse(&Raw::text(own), false)?;
            return Some(if own { YES } else { NO });
        }
        _ => return None,
    };
    let reading = cells::read(field.kind, declared, &Raw::text(own), Context::default());
    match reading.cell {
        Cell::Known(Value::Text(said), _) => choices.iter().copied().find(|one| **one == *said),
        _ => None,
    }
}

/// The value that a mark picks.
pub(crate) fn value(field: Target, choice: &str) -> Value {
    match field.declared().map(|one| one.shape) {
        Some(Shape::Flag) => Value::Flag(choice == YES),
        _ => Value::Text(choice.to_owned()),
    }
}

/// Whether a mark goes before the value that a row has: of levels the highest
/// is right, of stages the last, which a project has come to, and of others the
/// first.
pub(crate) fn prevails(field: Target, choice: &str, before: &Cell) -> bool {
    if field == STAGE || *before == Cell::Blank {
        return true;
    }
    let Some(Shape::Choice(levels)) = field.declared().map(|one| one.shape) else {
        return false;
    };
    // They are declared from the highest.
    let rank = |level: &str| levels.iter().position(|one| *one == level);
    let own = before.as_text().and_then(rank);
    field == LEVEL && own.is_some_and(|own| rank(choice).is_some_and(|rank| rank < own))
}

/// Whether next to every row has a mark in one of the columns, and none in two.
fn picks_one(sheet: &Sheet, block: &Block, columns: &[u32], is_hollow_no: bool) -> bool {
    let below = sheet.rows.partition_point(|row| row.number <= block.last);
    let wide = |row: &&Row| row.cells.len() > columns.len();
    let rows = sheet.rows[below..].iter().filter(wide).take(SAMPLE);
    let mut counts = [0usize; 3];
    for row in rows {
        let marks = columns.iter().map(|column| row.cell(*column));
        let marks = marks.filter(|raw| flag::parse(raw, is_hollow_no) == Some(true));
        counts[marks.count().min(2)] += 1;
    }
    let [none, one, several] = counts;
    one >= LEAST && several == 0 && none * 5 <= one
}
