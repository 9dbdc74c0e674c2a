//! A frozen period (数据冻结): the figures as they were reported, each with the
//! ids and amounts of its rows, so that a later edit can be told from them.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const SNAPSHOT: Kind = Kind {
    name: "snapshot",
    title: "name",
    internal: true,
    list: &["name", "year", "frozen_at"],
    fields: &[
        Field::text("name").required(),
        Field::number("year", 0).required(),
        // The last month that counts, 1 to 12; the whole year where it is absent.
        Field::number("through", 0),
        Field::date("frozen_at").required(),
        Field::long_text("settings").group("content"),
        Field::long_text("figures").group("content"),
        Field::new("released", Shape::Flag),
        Field::long_text("note"),
    ],
};
