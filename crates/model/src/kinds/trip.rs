//! A trip (走访行程): a planned journey of an office to firms worth a call.

use crate::field::{Field, Kind};

/// The declaration.
pub const TRIP: Kind = Kind {
    name: "trip",
    title: "name",
    internal: true,
    list: &["name", "resident_office", "leader", "start_date", "place"],
    fields: &[
        Field::text("name").required(),
        Field::reference("resident_office", "office"),
        Field::reference("leader", "person"),
        Field::date("start_date"),
        Field::date("end_date"),
        Field::text("place"),
        Field::long_text("note"),
    ],
};
