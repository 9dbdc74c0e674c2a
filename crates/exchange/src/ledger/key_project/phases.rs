//! The states of a project's phases: one that produces already, and one still
//! being built.

use std::collections::BTreeSet;

use suoji_model::Value;

use crate::book::Row;
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

const LEDGER: Target = target("key_project", "ledger_kind");
const PHASE: Target = target("project_phase", "phase");
const FINISHED: Target = target("project_phase", "finished");
const NOTE: Target = target("project_phase", "note");
/// More rows of one name than this are no phases of it.
const MOST: usize = 50;
const DONE: [Target; 2] = [
    target("key_project", "completion_date"),
    target("key_project", "production_date"),
];

/// Tells the phase whether it is finished, where each row has a state of its
/// own; the project is so only when all of them are.
pub(super) fn state(line: &mut Line<'_>, name: &Mapped, follows: bool) {
    let Some(column) = line.column_of(LEDGER) else {
        return;
    };
    let own = line.text(LEDGER).map(str::to_owned);
    if own.as_deref() == Some("finished") {
        line.set(FINISHED, Value::Flag(true));
    }
    if follows {
        return;
    }
    let mut states: Vec<String> = further(line, name)
        .into_iter()
        .filter_map(|row| state_of(line, column, row))
        .collect();
    states.extend(own.clone());
    let is = |kind: &str| states.iter().any(|state| state == kind);
    let whole = match (is("building"), is("finished"), is("planned")) {
        (true, _, _) | (_, true, true) => "building",
        _ => return,
    };
    line.set(LEDGER, Value::Text(whole.to_owned()));
    if own.as_deref() == Some("finished") {
        // The days are those of the phase alone.
        for day in DONE {
            if line.cells.remove(&day).is_some()
                && let Some(column) = line.column_of(day)
            {
                line.append(column, NOTE);
            }
        }
    }
}

fn state_of(line: &Line<'_>, column: &Mapped, row: &Row) -> Option<String> {
    let raw = row.cell(column.number);
    let reading = line.reading_of(LEDGER, raw, line.context(column))?;
    reading.cell.as_text().map(str::to_owned)
}

/// The rows around this one that name the same project again, a phase each;
/// none when this is the only one.
pub(super) fn listed<'a>(line: &Line<'a>, name: &Mapped) -> Vec<&'a Row> {
    let Some(phase) = line.column_of(PHASE) else {
        return Vec::new();
    };
    let rows = &line.frame.sheet.rows;
    let own = tight(&line.row.cell(name.number).display());
    let is_one = |row: &&Row| {
        tight(&row.cell(name.number).display()) == own && !row.cell(phase.number).is_blank()
    };
    let at = rows.partition_point(|row| row.number < line.row.number);
    let above = rows[..at].iter().rev().take(MOST).take_while(is_one);
    let below = rows[at..].iter().take(MOST).take_while(is_one);
    let (above, below) = (above.count(), below.count());
    if above == MOST || below == MOST {
        return Vec::new();
    }
    let listed: Vec<&Row> = rows[at - above..at + below].iter().collect();
    let phases: BTreeSet<String> = listed
        .iter()
        .map(|row| tight(&row.cell(phase.number).display()))
        .collect();
    let is_each_once = phases.len() == listed.len() && listed.len() > 1 && !own.is_empty();
    if is_each_once { listed } else { Vec::new() }
}

/// Of what adds up over a project's phases, that which every row that names
/// the project repeats, for it is the whole project's.
pub(super) fn repeated(line: &Line<'_>, name: &Mapped, added: &[Target]) -> Vec<Target> {
    let rows = listed(line, name);
    let is_same = |target: &&Target| {
        let Some(column) = line.column_of(**target) else {
            return false;
        };
        let mut cells = rows.iter().map(|row| row.cell(column.number).display());
        let first = cells.next();
        first.is_some_and(|first| cells.all(|cell| cell == first))
    };
    added.iter().filter(is_same).copied().collect()
}

/// The rows of the project's further phases.
fn further<'a>(line: &Line<'a>, name: &Mapped) -> Vec<&'a Row> {
    let rows = &line.frame.sheet.rows;
    let at = rows.partition_point(|row| row.number <= line.row.number);
    let phase = line.column_of(PHASE);
    let merged = name.merged(line.row.number).map(|(_, bottom)| bottom);
    let listed = listed(line, name);
    if !listed.is_empty() {
        let below = listed.into_iter();
        return below.filter(|row| row.number > line.row.number).collect();
    }
    let is_further = |row: &&Row| match merged {
        Some(bottom) => row.number <= bottom,
        None => {
            row.cell(name.number).is_blank()
                && phase.is_some_and(|phase| !row.cell(phase.number).is_blank())
        }
    };
    rows[at..].iter().take_while(is_further).collect()
}
