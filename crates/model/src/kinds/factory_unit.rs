//! A unit of a standard factory (标准厂房): what a carrier can let or sell.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const FACTORY_UNIT: Kind = Kind {
    name: "factory_unit",
    title: "name",
    internal: false,
    list: &[
        "name",
        "park",
        "building",
        "unit_no",
        "floor_area",
        "state",
        "rent",
    ],
    fields: &[
        Field::text("name")
            .required()
            .search(8)
            .headings(&["厂房名称", "厂房"]),
        Field::text("park")
            .search(4)
            .headings(&["园区", "所属园区"]),
        Field::text("building")
            .search(2)
            .headings(&["楼栋号", "楼栋"]),
        Field::text("unit_no")
            .search(2)
            .headings(&["单元", "单元号"]),
        Field::number("floors", 0).headings(&["层数"]),
        Field::number("floor_height", 2).headings(&["层高"]),
        Field::number("floor_load", 2).headings(&["承重", "荷载"]),
        Field::text("structure").headings(&["结构"]),
        Field::new("floor_area", Shape::Area).headings(&["建筑面积", "面积", "总面积"]),
        Field::new("vacant_area", Shape::Area).headings(&["空置面积", "空置", "可招商面积"]),
        Field::choice(
            "state",
            &[
                "vacant",
                "leased",
                "partly_leased",
                "sold",
                "own_use",
                "building",
                "vacated",
            ],
        )
        .headings(&["状态"]),
        Field::number("rent", 2).headings(&["租金"]),
        Field::number("occupancy_rate", 2).headings(&["出租率"]),
        Field::text("owner").search(1).headings(&["产权单位"]),
        Field::text("utilities").headings(&["配套", "配套（电/蒸汽/污水）"]),
        Field::text("contact_name").headings(&["联系人"]),
        Field::long_text("note")
            .search(1)
            .headings(&["备注", "说明"]),
    ],
};
