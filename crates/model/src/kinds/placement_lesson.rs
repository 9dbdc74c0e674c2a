//! What was learned from a correction: a word fits a segment, or misleads.

use crate::field::{Field, Kind};

/// The declaration.
pub const PLACEMENT_LESSON: Kind = Kind {
    name: "placement_lesson",
    title: "word",
    internal: true,
    list: &["word", "segment", "verdict"],
    fields: &[
        Field::text("word").required(),
        Field::reference("segment", "segment").required(),
        Field::choice("verdict", &["fits", "misleads"]).required(),
    ],
};
