//! A park (园区) where target enterprises sit, with its position.

use crate::Tree;
use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const PARK: Kind = Kind {
    name: "park",
    title: "name",
    internal: false,
    list: &[
        "name",
        "region",
        "level",
        "chains",
        "longitude",
        "latitude",
        "confidence",
    ],
    fields: &[
        Field::text("name").required().search(8),
        Field::text("name_en").search(4),
        Field::text("code").search(2),
        Field::text("region").search(2).within(Tree::Region),
        Field::number("longitude", 6).group("position"),
        Field::number("latitude", 6).group("position"),
        Field::text("level"),
        Field::new("chains", Shape::List).codes_of("chain"),
        Field::new("home", Shape::Flag),
        Field::choice("confidence", super::CONFIDENCE),
        Field::text("source"),
        Field::long_text("note").search(1),
    ],
};
