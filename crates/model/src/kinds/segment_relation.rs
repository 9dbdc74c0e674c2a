//! A relation between two segments: what flows from one to the other.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const SEGMENT_RELATION: Kind = Kind {
    name: "segment_relation",
    title: "what",
    internal: true,
    list: &["from_segment", "to_segment", "relation", "what", "critical"],
    fields: &[
        Field::reference("from_segment", "segment").required(),
        Field::reference("to_segment", "segment").required(),
        Field::choice(
            "relation",
            &["supplies", "equips", "tests", "recycles", "serves"],
        )
        .required(),
        Field::text("what"),
        Field::number("coefficient", 6),
        Field::number("share", 4),
        Field::new("critical", Shape::Flag),
        Field::choice("confidence", super::CONFIDENCE),
        Field::text("source"),
        Field::long_text("note"),
    ],
};
