//! How one office writes one of its ledgers: which heading means which field,
//! and what was answered for what the file does not say.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const IMPORT_TEMPLATE: Kind = Kind {
    name: "import_template",
    title: "name",
    internal: true,
    list: &["name", "of_kind"],
    fields: &[
        Field::text("name").required(),
        Field::text("of_kind").required(),
        Field::new("heads", Shape::List).group("recognised"),
        Field::long_text("mapping").group("recognised"),
        Field::long_text("answers"),
        Field::long_text("note"),
    ],
};
