//! A field that the users of one desk added to a kind. It is a record
//! itself, so it is logged, undone and synchronised like any other; its
//! values travel under `extra.<its id>` in the records of its kind.

use crate::field::{Field, Kind, Shape};

/// What the name of an extra field's value begins with.
pub const EXTRA_PREFIX: &str = "extra.";

/// The declaration.
pub const EXTRA_FIELD: Kind = Kind {
    name: "extra_field",
    title: "label",
    internal: false,
    list: &["label", "of_kind", "shape", "choices"],
    fields: &[
        Field::text("label").required(),
        Field::choice(
            "of_kind",
            &[
                "agreement",
                "project",
                "enterprise",
                "contact",
                "partner",
                "office",
                "person",
                "lead",
                "visit",
                "payment",
                "key_project",
                "project_phase",
                "factory_unit",
                "lease",
                "parcel",
            ],
        )
        .required(),
        Field::choice("shape", &["text", "number", "money", "date", "choice"]).required(),
        Field::new("choices", Shape::List),
        Field::number("position", 0),
    ],
};

/// The shape that a value of `EXTRA_FIELD.shape` stands for.
pub fn extra_shape(name: &str) -> Option<Shape> {
    match name {
        "text" => Some(Shape::Text { long: false }),
        "number" => Some(Shape::Number { decimals: 6 }),
        "money" => Some(Shape::Money),
        "date" => Some(Shape::Date),
        "choice" => Some(Shape::OpenChoice),
        _ => None,
    }
}
