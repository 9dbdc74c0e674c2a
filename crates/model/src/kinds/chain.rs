//! An industry chain (产业链): a tree of segments, drawn as a map.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const CHAIN: Kind = Kind {
    name: "chain",
    title: "name",
    internal: false,
    list: &[
        "name",
        "code",
        "name_en",
        "benchmark_region",
        "atlas_version",
    ],
    fields: &[
        Field::text("name").required().search(8),
        Field::text("name_en").search(4),
        Field::text("code").required().search(4),
        Field::new("aliases", Shape::List).search(4),
        Field::text("order_key"),
        Field::text("benchmark_region"),
        Field::number("atlas_version", 0),
        Field::text("source"),
        Field::long_text("note").search(1),
    ],
};
