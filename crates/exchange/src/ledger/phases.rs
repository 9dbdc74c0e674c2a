//! The states of a project's phases: one that produces already, and one still
//! being built.

use suoji_model::Value;

use super::columns::Mapped;
use super::line::Line;
use super::words::target;
use crate::book::Row;
use crate::table::Target;

const LEDGER: Target = target("key_project", "ledger_kind");
const PHASE: Target = target("project_phase", "phase");
const FINISHED: Target = target("project_phase", "finished");
const NOTE: Target = target("project_phase", "note");
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

/// The rows of the project's further phases.
fn further<'a>(line: &Line<'a>, name: &Mapped) -> Vec<&'a Row> {
    let rows = &line.frame.sheet.rows;
    let at = rows.partition_point(|row| row.number <= line.row.number);
    let phase = line.column_of(PHASE);
    let merged = name.merged(line.row.number).map(|(_, bottom)| bottom);
    let is_further = |row: &&Row| match merged {
        Some(bottom) => row.number <= bottom,
        None => {
            row.cell(name.number).is_blank()
                && phase.is_some_and(|phase| !row.cell(phase.number).is_blank())
        }
    };
    rows[at..].iter().take_while(is_further).collect()
}
