//! Personal data handed out in full (对外提供): what left the desk, on which
//! form, for how many records. Who and when stand in the log. The data
//! themselves never do.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const DISCLOSURE: Kind = Kind {
    name: "disclosure",
    title: "file_name",
    internal: true,
    list: &["file_name", "of_kind", "row_count", "personal_fields"],
    fields: &[
        Field::text("file_name").required(),
        Field::text("of_kind").required(),
        Field::reference("template", "export_template"),
        Field::number("row_count", 0),
        Field::new("personal_fields", Shape::List),
    ],
};
