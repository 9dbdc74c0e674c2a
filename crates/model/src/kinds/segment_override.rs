//! A person's judgement of the state of a segment, with reason and end.

use crate::field::{Field, Kind};

/// The declaration.
pub const SEGMENT_OVERRIDE: Kind = Kind {
    name: "segment_override",
    title: "segment",
    internal: true,
    list: &["segment", "state", "reason", "person", "expires_at"],
    fields: &[
        Field::reference("segment", "segment").required(),
        Field::choice("state", &["strong", "weak", "missing", "extend", "unknown"]).required(),
        Field::text("reason").required(),
        Field::reference("person", "person"),
        Field::date("expires_at"),
    ],
};
