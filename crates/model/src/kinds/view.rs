//! A saved view (视图) of a list: its columns, order, conditions and groups.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const VIEW: Kind = Kind {
    name: "view",
    title: "name",
    internal: true,
    list: &["name", "of_kind", "person", "shared", "pinned"],
    fields: &[
        Field::text("name").required(),
        Field::text("of_kind").required(),
        Field::reference("person", "person"),
        Field::new("shared", Shape::Flag),
        Field::new("pinned", Shape::Flag),
        Field::new("default_for", Shape::List),
        Field::long_text("layout").required(),
    ],
};
