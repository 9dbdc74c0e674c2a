//! A stop of a trip: a firm to call, for which gap, and whether it was called.

use crate::field::{Field, Kind};

/// The declaration.
pub const TRIP_STOP: Kind = Kind {
    name: "trip_stop",
    title: "enterprise",
    internal: true,
    list: &["trip", "enterprise", "segment", "appointment", "visit_date"],
    fields: &[
        Field::reference("trip", "trip").required(),
        Field::reference("enterprise", "enterprise").required(),
        Field::reference("segment", "segment"),
        Field::text("order_key"),
        Field::choice(
            "appointment",
            &["not_asked", "arranged", "moved", "cancelled", "visited"],
        ),
        Field::date("visit_date"),
        Field::text("met").personal(),
        Field::reference("visit", "visit"),
        Field::long_text("note"),
    ],
};
