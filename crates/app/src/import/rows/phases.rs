//! One row of a list of phases (项目分期), as the program itself writes one:
//! it names the project, and the phase belongs to one of its listings.

use serde_json::{Value as Json, json};
use suoji_exchange::Level;
use suoji_model::kinds::{KEY_PROJECT, PROJECT_PHASE};
use suoji_model::log::Values;
use uuid::Uuid;

use super::super::cells::{own, text};
use super::parties::{self, Named};
use super::{Fate, Reading};

/// Plans the records of one row.
pub(super) fn plan(reading: &mut Reading<'_>) -> Fate {
    let mut values = own(reading.row, &PROJECT_PHASE);
    let Some(name) = text(&values, "phase") else {
        reading.report("title_missing", Level::Must, "");
        return Fate::Rejected;
    };
    let project = match parties::project(reading, None, None) {
        Named::Project(id) => id,
        Named::Nobody => {
            reading.report("name_missing", Level::Must, "");
            return Fate::Rejected;
        }
        Named::Skipped => return Fate::Skipped,
    };
    let listing = listing(reading, project, &name);
    values.insert("key_project".to_owned(), json!(listing));
    let raw = reading.raw("project_phase");
    match phase_of(reading, listing, &name) {
        Some(id) => reading.planner.tell(&PROJECT_PHASE, id, values, raw),
        None => {
            reading.planner.create(&PROJECT_PHASE, values, raw);
        }
    }
    Fate::Told
}

/// The project's listing of the list's year, else its latest, of which no row
/// told this phase yet; a new one of a project that has none.
fn listing(reading: &mut Reading<'_>, project: Uuid, phase: &str) -> Uuid {
    let wanted = reading.sheet.table.year;
    let planner = &reading.planner;
    let told =
        |id: Uuid| phase_of(reading, id, phase).is_some_and(|id| planner.taken.contains(&id));
    let year = |id: Uuid| {
        let year = planner.value(id, "plan_year").and_then(number);
        (wanted.is_some() && year == wanted, year)
    };
    let listings = planner.children("key_project", project);
    let best = listings
        .into_iter()
        .max_by_key(|id| (!told(*id), year(*id), std::cmp::Reverse(*id)));
    best.unwrap_or_else(|| {
        let mut values = Values::from_iter([("project".to_owned(), json!(project))]);
        if let Some(year) = wanted {
            values.insert("plan_year".to_owned(), json!({"number": year.to_string()}));
        }
        reading.planner.create(&KEY_PROJECT, values, Values::new())
    })
}

/// The phase of that name of a listing.
fn phase_of(reading: &Reading<'_>, listing: Uuid, name: &str) -> Option<Uuid> {
    let phases = reading.planner.children("project_phase", listing);
    let called = |id: &Uuid| reading.planner.text(*id, "phase") == Some(name);
    phases.into_iter().find(called)
}

fn number(value: &Json) -> Option<i32> {
    value.get("number")?.as_str()?.parse().ok()
}
