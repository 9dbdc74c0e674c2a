//! One row of a key-project ledger: what a plan year says of a project, or of
//! one phase of it.

use serde_json::{Value as Json, json};
use suoji_exchange::{ADDED_BY_PHASE, Level, Target};
use suoji_model::kinds::{KEY_PROJECT, PROJECT, PROJECT_PHASE};
use suoji_model::log::Values;
use suoji_model::{Area, Cell, Kind, Money, Value, decimal};
use uuid::Uuid;

use super::super::cells::{own, text, with_references};
use super::super::planner::LastListed;
use super::meant;
use super::parties::{self, Named};
use super::{Fate, Reading, doubt};
use crate::contract::OnDuplicate;

/// What tells two listings of one project in one year apart.
const TELLING: &[&str] = &[
    "ledger_kind",
    "key_level",
    "completion_date",
    "production_date",
    "total_investment",
];
/// What a project's share of its plan is made of.
const SHARE: [&str; 2] = ["annual_plan_investment", "annual_completed_investment"];
const BUILDINGS: &[&str] = &["buildings", "buildings_started", "buildings_capped"];

/// Plans the records of one row.
pub(super) fn plan(reading: &mut Reading<'_>) -> Fate {
    let phase = own(reading.row, &PROJECT_PHASE);
    let mut values = with_references(reading.planner, reading.row, &KEY_PROJECT, &["project"]);
    let listed = values.contains_key("total_investment")
        || values.contains_key("key_level")
        || phase.is_empty();
    let follows = !listed || reading.row.uncounted == Some("phase");
    if follows && let Some(last) = reading.planner.last_key_project.take() {
        follow(reading, last, phase, values);
        return Fate::Told;
    }
    if !values.contains_key("plan_year")
        && let Some(year) = reading.sheet.table.year
    {
        values.insert("plan_year".to_owned(), json!({"number": year.to_string()}));
    }
    if let Some(later) = reading.sheet.table.later.clone() {
        if is_listed_later(reading, &values) {
            reading.report("state_of_earlier_sheet", Level::Info, later);
            return Fate::Skipped;
        }
        reading.report("not_in_later_sheet", Level::Should, later);
    }
    let project = match parties::project(reading, None, None) {
        Named::Project(id) => id,
        Named::Nobody => return Fate::Rejected,
        Named::Skipped => return Fate::Skipped,
    };
    stage_of_works(reading, project, &values);
    // Where no column could say it, it is told once of the table.
    if !values.contains_key("plan_year") && has_plan_years(reading) {
        reading.report("plan_year_missing", Level::Should, "");
    }
    values.insert("project".to_owned(), json!(project));
    let sums = values.clone();
    let Some(id) = listing(reading, project, values) else {
        return Fate::Skipped;
    };
    reading.planner.last_key_project = Some(LastListed {
        id,
        // A row that is of no phase has the figures of all of them.
        whole: (!phase.contains_key("phase")).then(|| sums.clone()),
        sums,
        repeated: 0,
    });
    if !phase.is_empty() {
        add_phase(reading, id, phase);
    }
    Fate::Told
}

/// A row that goes on with the listing above it: a phase of it, or its parts.
fn follow(reading: &mut Reading<'_>, mut last: LastListed, mut phase: Values, mut values: Values) {
    if let Some(total) = values.remove("total_investment") {
        if last.whole.is_some() || last.sums.get("total_investment") != Some(&total) {
            repeated_were_parts(&mut last);
            phase.insert("total_investment".to_owned(), total.clone());
            values.insert("total_investment".to_owned(), total);
        } else {
            last.repeated += 1;
            reading.report("phases_of_one_total", Level::Should, "");
        }
    }
    add_up(reading, &mut last, &values);
    add_phase(reading, last.id, phase);
    reading.planner.last_key_project = Some(last);
}

/// The listing of a project that the row tells of, or a new one; nothing where
/// it may repeat one, and such rows are left out.
fn listing(reading: &mut Reading<'_>, project: Uuid, mut values: Values) -> Option<Uuid> {
    let raw = reading.raw("key_project");
    let known = reading.planner.children("key_project", project);
    if let Some(id) = same(reading, &known, &values) {
        reading.planner.tell(&KEY_PROJECT, id, values, raw);
        return Some(id);
    }
    Some(match again(reading, &known, &values) {
        Some((first, turned, OnDuplicate::Update)) => {
            // It keeps the higher level.
            let known = level(reading.planner.value(first, "key_level"));
            if !turned && known < level(values.get("key_level")) {
                values.remove("key_level");
            }
            reading.planner.tell(&KEY_PROJECT, first, values, raw);
            first
        }
        Some((first, true, OnDuplicate::Skip)) => {
            reading.planner.tell(&KEY_PROJECT, first, values, raw);
            first
        }
        Some((_, false, OnDuplicate::Skip)) => return None,
        Some((first, false, decision)) => {
            doubt(&mut values, first, decision);
            reading.planner.create(&KEY_PROJECT, values, raw)
        }
        Some((lower, true, decision)) => {
            let id = reading.planner.create(&KEY_PROJECT, values, raw);
            reading.is_repeated_by(&KEY_PROJECT, lower, id, decision);
            id
        }
        None => reading.planner.create(&KEY_PROJECT, values, raw),
    })
}

/// Whether the table has a column of plan years.
fn has_plan_years(reading: &Reading<'_>) -> bool {
    let year = Target {
        kind: KEY_PROJECT.name,
        field: "plan_year",
    };
    let mut columns = reading.sheet.table.columns.iter();
    columns.any(|column| column.target == Some(year))
}

/// The listing of that year that no other row of this file stands for, the
/// likest one.
fn same(reading: &Reading<'_>, known: &[Uuid], values: &Values) -> Option<Uuid> {
    let planner = &reading.planner;
    let open = known.iter().copied().filter(|id| {
        let year = planner.value(*id, "plan_year");
        !planner.taken.contains(id) && year == values.get("plan_year")
    });
    // The lists of two levels are two, unless one is the other corrected.
    let open = open.filter(|id| {
        let levels = (planner.value(*id, "key_level"), values.get("key_level"));
        let are_two = levels.0.is_some() && levels.1.is_some() && levels.0 != levels.1;
        !are_two || reading.is_of_file(*id)
    });
    let likeness = |id: &Uuid| {
        let alike = TELLING
            .iter()
            .filter(|field| planner.value(*id, field) == values.get(**field));
        (alike.count(), std::cmp::Reverse(*id))
    };
    open.max_by_key(likeness)
}

/// Whether a row of this import stands for the listing already, which in a
/// file with a sheet a month is that of a later month.
fn is_listed_later(reading: &mut Reading<'_>, values: &Values) -> bool {
    let planner = &reading.planner;
    let Some(project) = meant::project(planner, reading.row) else {
        return false;
    };
    let mut known = planner.children("key_project", project).into_iter();
    let this = is_finished(values.get("ledger_kind"));
    let found = known.any(|id| {
        let is_of_year = planner.value(id, "plan_year") == values.get("plan_year");
        let is_alike = is_finished(planner.value(id, "ledger_kind")) == this;
        planner.taken.contains(&id) && is_of_year && is_alike
    });
    if found {
        // Rows of its phases below are as much of an earlier month.
        reading.planner.last_key_project = None;
    }
    found
}

fn is_finished(ledger: Option<&Json>) -> bool {
    ledger == Some(&json!("finished"))
}

/// The listing of the same year in this file that the row repeats, or that
/// repeats the row, which has the higher level, and what was decided about it.
/// A project finished in the year stands in two ledgers, which repeats nothing.
fn again(
    reading: &mut Reading<'_>,
    known: &[Uuid],
    values: &Values,
) -> Option<(Uuid, bool, OnDuplicate)> {
    let planner = &reading.planner;
    let this = is_finished(values.get("ledger_kind"));
    let first = known.iter().copied().find(|id| {
        let year = planner.value(*id, "plan_year");
        year == values.get("plan_year") && is_finished(planner.value(*id, "ledger_kind")) == this
    })?;
    // Two levels are two lists; two dates of completion are one too many, and
    // one level with two totals may be of two projects.
    let is_same = |field| planner.value(first, field) == values.get(field);
    let is_other = is_same("key_level") && !is_same("total_investment");
    let noticed = if this || is_other {
        ("duplicate_project", Level::Must)
    } else {
        ("listed_twice", Level::Info)
    };
    let is_lower = level(planner.value(first, "key_level")) > level(values.get("key_level"));
    let is_free = planner.value(first, "suspected_same_as").is_none();
    let turned = !this && is_lower && is_free && planner.makes(first);
    let decision = match turned {
        true => reading.is_repeated("key_project", first, "L1", noticed),
        false => reading.suspect("key_project", first, "L1", noticed),
    };
    Some((first, turned, decision))
}

/// The place of a level, the highest first.
fn level(value: Option<&Json>) -> usize {
    let place = LEVELS.iter().position(|level| value == Some(&json!(level)));
    place.unwrap_or(LEVELS.len())
}

const LEVELS: [&str; 3] = ["province", "city", "county"];

/// Plans a phase; the project's buildings are those of its phases.
fn add_phase(reading: &mut Reading<'_>, key_project: Uuid, mut phase: Values) {
    phase.insert("key_project".to_owned(), json!(key_project));
    let Some(name) = text(&phase, "phase") else {
        return;
    };
    let raw = reading.raw("project_phase");
    let phases = reading.planner.children("project_phase", key_project);
    let known = phases.iter().copied().find(|id| {
        let called = reading.planner.text(*id, "phase");
        called == Some(name.as_str())
    });
    match known {
        Some(id) => reading.planner.tell(&PROJECT_PHASE, id, phase, raw),
        None => {
            reading.planner.create(&PROJECT_PHASE, phase, raw);
        }
    }
    let mut sums = Values::new();
    for field in BUILDINGS {
        let phases = reading.planner.children("project_phase", key_project);
        let counts: Vec<i64> = phases
            .iter()
            .filter_map(|id| number(&PROJECT_PHASE, field, reading.planner.value(*id, field)))
            .collect();
        if !counts.is_empty() {
            let sum: i64 = counts.iter().sum();
            sums.insert((*field).to_owned(), json!({"number": sum.to_string()}));
        }
    }
    reading
        .planner
        .tell(&KEY_PROJECT, key_project, sums, Values::new());
}

/// A phase of another total shows that those before it, which said the same as
/// the first, told of a part each and not of the whole project.
fn repeated_were_parts(last: &mut LastListed) {
    let Some(first) = last.sums.get("total_investment").cloned() else {
        return;
    };
    for _ in 0..std::mem::take(&mut last.repeated) {
        let before = last.sums.get("total_investment");
        if let Some(sum) = before.and_then(|sum| added("total_investment", sum, &first)) {
            last.sums.insert("total_investment".to_owned(), sum);
        }
    }
}

/// Adds the areas and the total of a further phase to those of the project's
/// rows before it, and says so where a total is added. A total that stands in
/// the phase's own column is a part of the project's.
fn add_up(reading: &mut Reading<'_>, last: &mut LastListed, own: &Values) {
    let mut told = Values::new();
    for field in ADDED_BY_PHASE {
        let whole = last.whole.as_ref();
        let is_whole = whole.is_some_and(|whole| whole.contains_key(*field));
        let Some(value) = own.get(*field).filter(|_| !is_whole) else {
            continue;
        };
        let sum = match last.sums.get(*field) {
            Some(before) => added(field, before, value),
            None => Some(value.clone()),
        };
        if let Some(sum) = sum {
            told.insert((*field).to_owned(), sum);
        }
    }
    if told.contains_key("total_investment") {
        let phases = reading.planner.children("project_phase", last.id);
        if let (Some(first), Some(total)) = (phases.first(), last.sums.get("total_investment")) {
            let total = Values::from_iter([("total_investment".to_owned(), total.clone())]);
            let known = reading.planner.value(*first, "total_investment").is_some();
            if !known {
                reading
                    .planner
                    .tell(&PROJECT_PHASE, *first, total, Values::new());
            }
        }
    }
    if told.keys().any(|field| field.ends_with("investment")) {
        reading.report("phases_added_up", Level::Should, "");
    }
    last.sums.extend(told.clone());
    let shared = last.sums.contains_key("completion_ratio");
    if shared && told.keys().any(|field| SHARE.contains(&field.as_str())) {
        told.insert("completion_ratio".to_owned(), share_of_plan(&last.sums));
    }
    reading
        .planner
        .tell(&KEY_PROJECT, last.id, told, Values::new());
}

/// The part of the plan that is done, which the first phase alone does not
/// tell of the project.
fn share_of_plan(sums: &Values) -> Json {
    let fen = |field: &str| {
        let shape = &KEY_PROJECT.field(field)?.shape;
        match Cell::read(shape, sums.get(field)?).ok()? {
            Cell::Known(Value::Money(money), _) => money.in_fen(None),
            _ => None,
        }
    };
    let [plan, done] = SHARE.map(fen);
    let (Some(plan), Some(done)) = (plan.filter(|plan| *plan > 0), done) else {
        return Json::Null;
    };
    let percent = decimal::divide_half_up(i128::from(done) * 10_000, i128::from(plan));
    json!({ "number": decimal::fixed(percent, 2) })
}

/// A project of which no stage is known is as far as its works are.
fn stage_of_works(reading: &mut Reading<'_>, project: Uuid, values: &Values) {
    let stage = match text(values, "ledger_kind").as_deref() {
        _ if values.contains_key("production_date") => "producing",
        Some("finished") => "completed",
        Some("building") => "building",
        _ => return,
    };
    if reading.planner.value(project, "stage").is_none() {
        let told = Values::from_iter([("stage".to_owned(), json!(stage))]);
        let raw = reading.raw("project");
        reading.planner.tell(&PROJECT, project, told, raw);
    }
}

/// The sum of two values of one field; `None` of two that cannot be added.
fn added(field: &str, one: &Json, other: &Json) -> Option<Json> {
    let shape = &KEY_PROJECT.field(field)?.shape;
    let read = |value: &Json| Cell::read(shape, value).ok();
    let sum = match (read(one)?, read(other)?) {
        (Cell::Known(Value::Money(one), mark), Cell::Known(Value::Money(other), second))
            if one.currency == other.currency =>
        {
            let minor = one.minor.checked_add(other.minor)?;
            Cell::Known(Value::Money(Money { minor, ..one }), mark.or(second))
        }
        (Cell::Known(Value::Area(one), mark), Cell::Known(Value::Area(other), second)) => {
            let scaled = one.scaled.checked_add(other.scaled_in(one.unit))?;
            Cell::Known(Value::Area(Area { scaled, ..one }), mark.or(second))
        }
        _ => return None,
    };
    Some(sum.to_json(shape))
}

fn number(kind: &Kind, field: &str, value: Option<&Json>) -> Option<i64> {
    let field = kind.field(field)?;
    match Cell::read(&field.shape, value?).ok()? {
        Cell::Known(Value::Number(number), _) => Some(number),
        _ => None,
    }
}
