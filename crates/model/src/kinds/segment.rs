//! A segment (环节) of an industry chain, nested in another or at the first level.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const SEGMENT: Kind = Kind {
    name: "segment",
    title: "name",
    internal: false,
    list: &[
        "name",
        "chain",
        "parent",
        "layer",
        "must_have",
        "chokepoint",
        "policy_priority",
        "confidence",
    ],
    fields: &[
        Field::text("name").required().search(8),
        Field::text("name_en").search(4),
        Field::text("code").search(2),
        Field::reference("chain", "chain").required(),
        Field::reference("parent", "segment").group("place"),
        Field::choice("layer", &["upstream", "midstream", "downstream", "support"])
            .required()
            .group("place"),
        Field::text("order_key").group("place"),
        Field::new("aliases", Shape::List).search(6),
        Field::long_text("description").search(1),
        Field::new("gbt4754_codes", Shape::List).search(2),
        Field::new("keywords", Shape::List).search(2),
        Field::new("products", Shape::List).search(4),
        Field::new("must_have", Shape::Flag),
        Field::new("chokepoint", Shape::Flag),
        Field::choice("policy_priority", &["low", "middle", "high"]),
        Field::number("benchmark_need", 4).group("need"),
        Field::text("need_unit").group("need"),
        Field::choice("confidence", super::CONFIDENCE),
        Field::text("source"),
        Field::long_text("note").search(1),
    ],
};
