//! A parcel of land (地块) that can be supplied to a project.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const PARCEL: Kind = Kind {
    name: "parcel",
    title: "parcel_no",
    internal: false,
    list: &[
        "parcel_no",
        "place",
        "land_area",
        "land_use",
        "plot_ratio",
        "supply_state",
        "intended_project",
    ],
    fields: &[
        Field::text("parcel_no")
            .required()
            .search(8)
            .headings(&["地块编号", "地块号"]),
        Field::text("place").search(4).headings(&["位置", "坐落"]),
        Field::new("land_area", Shape::Area).headings(&["面积", "用地面积"]),
        Field::text("land_use").search(1).headings(&["用途"]),
        Field::number("plot_ratio", 2).headings(&["容积率"]),
        Field::choice(
            "supply_state",
            &[
                "clear",
                "to_acquire",
                "approved",
                "supplied",
                "unbuilt",
                "contracted",
            ],
        )
        .headings(&["供地状态", "供地状态（净地/待征）", "状态"]),
        Field::text("intended_project")
            .search(2)
            .headings(&["意向项目", "拟落项目"]),
        Field::reference("project", "project"),
        Field::long_text("note")
            .search(1)
            .headings(&["备注", "说明"]),
    ],
};
