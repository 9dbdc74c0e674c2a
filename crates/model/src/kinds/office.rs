//! An office: a department of the zone or a resident office (驻点).

use crate::Tree;
use crate::field::{Field, Kind};

/// The declaration.
pub const OFFICE: Kind = Kind {
    name: "office",
    title: "name",
    internal: false,
    list: &["name", "office_type", "region", "head"],
    fields: &[
        Field::text("name").required().search(8),
        Field::choice("office_type", &["department", "resident", "unit"]),
        Field::text("region").search(2).within(Tree::Region),
        Field::reference("head", "person"),
        Field::text("address").search(1),
        Field::long_text("note").search(1),
    ],
};
