//! A phase (期) of a key project that is built in several.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const PROJECT_PHASE: Kind = Kind {
    name: "project_phase",
    title: "phase",
    internal: false,
    list: &[
        "key_project",
        "phase",
        "total_investment",
        "buildings",
        "buildings_started",
        "buildings_capped",
        "visible_progress",
        "finished",
    ],
    fields: &[
        Field::reference("key_project", "key_project").required(),
        Field::text("phase")
            .required()
            .headings(&["期别", "期", "期次"]),
        Field::money("total_investment"),
        Field::number("buildings", 0).group("buildings").adds(),
        Field::number("buildings_started", 0)
            .group("buildings")
            .adds(),
        Field::number("buildings_capped", 0)
            .group("buildings")
            .adds(),
        Field::long_text("visible_progress").search(1),
        Field::new("finished", Shape::Flag),
        Field::long_text("note").search(1),
    ],
};
