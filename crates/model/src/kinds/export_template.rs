//! A form that lists are handed in on: a superior's headings in their order,
//! with units, totals and print set-up.

use crate::field::{Field, Kind};

/// The declaration.
pub const EXPORT_TEMPLATE: Kind = Kind {
    name: "export_template",
    title: "name",
    internal: true,
    list: &["name", "of_kind"],
    fields: &[
        Field::text("name").required(),
        Field::text("of_kind").required(),
        Field::long_text("form").required(),
        Field::long_text("note"),
    ],
};
