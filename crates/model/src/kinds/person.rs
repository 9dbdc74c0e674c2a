//! A person of the zone: an officer, a leader, a clerk.

use crate::field::{Field, Kind};

/// The declaration.
pub const PERSON: Kind = Kind {
    name: "person",
    title: "name",
    internal: false,
    list: &["name", "office", "duty", "phone"],
    fields: &[
        Field::text("name").required().search(8),
        Field::reference("office", "office"),
        Field::text("duty").search(2),
        Field::text("phone").search(4).personal(),
        Field::long_text("note").search(1),
    ],
};
