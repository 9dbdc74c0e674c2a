//! One row of a list of one kind, such as enterprises or parcels.

use suoji_exchange::Level;
use suoji_model::Kind;
use suoji_model::kinds::{CONTACT, ENTERPRISE};
use suoji_model::log::Values;
use uuid::Uuid;

use super::super::cells::{cell_text, text, with_references};
use super::super::register::called_by;
use super::links::links;
use super::{Fate, Reading, parties};

/// Plans the record of one row, found by what its kind is called by.
pub(super) fn plan(reading: &mut Reading<'_>, kind: &'static Kind) -> Fate {
    let mut values = with_references(reading.planner, reading.row, kind, &[]);
    links(reading, kind, &mut values);
    no_parent_of_itself(reading, kind, &mut values);
    if text(&values, kind.title).is_none() {
        reading.report("title_missing", Level::Must, "");
        return Fate::Rejected;
    }
    let called = called_by(kind.name).unwrap_or_default();
    let known = called.iter().find_map(|field| {
        let text = text(&values, field)?;
        reading.planner.register.find(kind.name, field, &text)
    });
    let of_contact = kind.name == CONTACT.name;
    let known = known.or_else(|| {
        let name = text(&values, kind.title).filter(|_| of_contact)?;
        match text(&values, "enterprise") {
            Some(firm) => parties::contact_of(reading, Uuid::parse_str(&firm).ok()?, &name),
            None => alone(reading, &values, &name),
        }
    });
    let known = known.or_else(|| reading.in_place(kind, &values));
    let raw = reading.raw(kind.name);
    let record = match known {
        Some(id) => {
            reading.planner.tell(kind, id, values, raw);
            id
        }
        None => reading.planner.create(kind, values, raw),
    };
    if kind.name == ENTERPRISE.name {
        parties::contact(reading, Some(record));
    }
    Fate::Told
}

/// A firm that a list names as its own group belongs to none.
fn no_parent_of_itself(reading: &Reading<'_>, kind: &Kind, values: &mut Values) {
    let of = |field| cell_text(reading.row, kind.name, field);
    if kind.name == ENTERPRISE.name && of("parent_group").is_some_and(|one| of("name") == Some(one))
    {
        values.remove("parent_group");
    }
}

/// The contact of no firm who is called so and has no other number.
fn alone(reading: &Reading<'_>, values: &Values, name: &str) -> Option<Uuid> {
    let planner = &reading.planner;
    let is_same = |id: &Uuid| {
        let numbers = ["mobile", "phone"].iter().all(|field| {
            let (old, new) = (planner.value(*id, field), values.get(*field));
            old == new || old.is_none() || new.is_none()
        });
        numbers && !planner.taken.contains(id)
    };
    planner.contacts_alone(name).iter().copied().find(is_same)
}
