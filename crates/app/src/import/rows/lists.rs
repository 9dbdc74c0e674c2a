//! One row of a list of one kind, such as enterprises or parcels.

use suoji_exchange::Level;
use suoji_model::Kind;
use suoji_model::kinds::{CONTACT, ENTERPRISE};
use uuid::Uuid;

use super::super::cells::{text, with_references};
use super::super::register::called_by;
use super::{Fate, Reading, parties};

/// Plans the record of one row, found by what its kind is called by.
pub(super) fn plan(reading: &mut Reading<'_>, kind: &'static Kind) -> Fate {
    let values = with_references(reading.planner, reading.row, kind, &[]);
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
        let firm = text(&values, "enterprise").filter(|_| of_contact)?;
        let firm = Uuid::parse_str(&firm).ok()?;
        parties::contact_of(reading, firm, &text(&values, kind.title)?)
    });
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
