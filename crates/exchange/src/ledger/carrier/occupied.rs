//! How much of a unit is let, where no column says it.

use suoji_model::{Area, AreaUnit, Cell, Value};

use super::{NAME, STATE, TAKEN, WHOLE, sqm};
use crate::ledger::line::Line;
use crate::ledger::questions;
use crate::ledger::words::target;
use crate::problem::Level;
use crate::table::Target;

const VACANT: Target = target("factory_unit", "vacant_area");
const RATE: Target = target("factory_unit", "occupancy_rate");
const TENANT: Target = target("lease", "tenant");

/// Headings of what nobody has; 闲置 is what the owner himself leaves idle, and
/// 可租 may be all that can ever be let.
const EMPTY: &[&str] = &["空置", "空余", "空闲", "剩余", "未租", "待租", "招商"];

/// The answer by which what is not empty is let, which is also supposed.
const LET: &str = "let";

/// What is not empty of a building is let, where a ledger says only what is:
/// by its area, else by the rate; unless somebody said of the column that it
/// is not.
pub(super) fn rest(line: &mut Line<'_>) {
    let is_told = TAKEN.iter().any(|area| line.column_of(*area).is_some());
    if is_told || !matches!(line.text(STATE), None | Some("partly_leased")) {
        return;
    }
    let (Some(whole), Some(left)) = (sqm(line, WHOLE), left(line)) else {
        return idle(line);
    };
    if left >= whole && whole > 0 && *line.get(STATE) == Cell::Blank {
        line.set(STATE, Value::Text("vacant".to_owned()));
    }
    let taken = whole - left;
    let (Ok(scaled), true) = (i64::try_from(taken), taken > 0) else {
        return;
    };
    let column = line.column_of(VACANT).or(line.column_of(RATE));
    let key = column.map(|column| questions::key("rest", line.frame.ledger, &column.head));
    let answer = key.and_then(|key| line.frame.answers.get(&key));
    if answer.is_some_and(|answer| answer != LET) {
        return;
    }
    let is_open = answer.is_none();
    let unit = AreaUnit::Sqm;
    line.set(TAKEN[0], Value::Area(Area { scaled, unit }));
    if is_open {
        line.report(column, Some(TAKEN[0]), "rest_is_let", Level::Should);
    }
}

/// What its owner leaves idle of a unit says nothing of the rest.
fn idle(line: &mut Line<'_>) {
    let Some(column) = line.column_of(VACANT) else {
        return;
    };
    let (Some(whole), Some(idle)) = (sqm(line, WHOLE), sqm(line, VACANT)) else {
        return;
    };
    if column.column.head.contains("闲置") && idle < whole {
        line.report(Some(column), Some(TAKEN[0]), "rest_not_said", Level::Should);
    }
}

/// What is empty of a unit.
fn left(line: &Line<'_>) -> Option<i128> {
    if let Some(left) = sqm(line, VACANT) {
        let head = &line.column_of(VACANT)?.column.head;
        return EMPTY.iter().any(|word| head.contains(word)).then_some(left);
    }
    let whole = sqm(line, WHOLE)?;
    match line.get(RATE) {
        // The rate is in hundredths of a percent.
        Cell::Known(Value::Number(rate), None) if (0..=10_000).contains(rate) => {
            Some(whole - whole * i128::from(*rate) / 10_000)
        }
        _ => None,
    }
}

/// Whether a tenant has all of a unit in a ledger without states and areas
/// let: a room has one tenant, and a term is that of one.
pub(super) fn is_of_one(line: &Line<'_>) -> bool {
    let of = |kind, field| target(kind, field);
    let parts = [STATE, TAKEN[0], TAKEN[1], VACANT, RATE];
    let is_said = parts.iter().any(|part| line.column_of(*part).is_some());
    let own = [
        of("factory_unit", "unit_no"),
        of("lease", "start_date"),
        of("lease", "end_date"),
    ];
    let own = own.iter().any(|field| *line.get(*field) != Cell::Blank);
    let tenant = line.text(TENANT).unwrap_or_default();
    let one = !tenant.is_empty() && !tenant.contains(['、', '；', ';', '\n']);
    !is_said && own && one && *line.get(NAME) != Cell::Blank
}
