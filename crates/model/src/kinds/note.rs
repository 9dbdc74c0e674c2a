//! A note (批注) about any record. When and by whom it was written, the log
//! tells.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const NOTE: Kind = Kind {
    name: "note",
    title: "text",
    internal: true,
    list: &["text", "about_kind", "mentions"],
    fields: &[
        Field::text("about_kind").group("about").required(),
        Field::text("about").group("about").required(),
        Field::long_text("text").required().search(1),
        Field::new("mentions", Shape::List),
    ],
};
