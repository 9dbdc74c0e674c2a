//! What an enterprise has to do with a segment: it makes, needs or plans it.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const ENTERPRISE_SEGMENT: Kind = Kind {
    name: "enterprise_segment",
    title: "enterprise",
    internal: true,
    list: &[
        "enterprise",
        "segment",
        "role",
        "product",
        "evidence",
        "confidence",
    ],
    fields: &[
        Field::reference("enterprise", "enterprise").required(),
        Field::reference("segment", "segment").required(),
        Field::choice("role", &["makes", "needs", "plans"]).required(),
        Field::text("product"),
        Field::number("capacity", 4).group("capacity"),
        Field::text("capacity_unit").group("capacity"),
        Field::number("utilisation", 2),
        Field::number("revenue_share", 2),
        Field::choice(
            "evidence",
            &[
                "annual_report",
                "patent",
                "website",
                "visit",
                "news",
                "reference",
                "business_scope",
            ],
        ),
        Field::date("evidence_date"),
        Field::new("matched", Shape::List),
        Field::choice("confidence", super::CONFIDENCE),
        Field::text("source"),
        Field::reference("confirmed_by", "person"),
        Field::long_text("note"),
    ],
};
