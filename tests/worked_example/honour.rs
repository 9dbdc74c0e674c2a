//! An honour (荣誉) that the zone or a firm was given.

use crate::field::{Field, Kind};

/// The declaration.
pub const HONOUR: Kind = Kind {
    name: "honour",
    title: "name",
    internal: false,
    list: &["name", "level", "granted", "enterprise"],
    fields: &[
        Field::text("name").required().search(8).headings(&["荣誉名称", "称号"]),
        Field::choice("level", &["province", "city", "county"]).headings(&["荣誉级别"]),
        Field::date("granted").headings(&["授予时间"]),
        Field::reference("enterprise", "enterprise"),
    ],
};
