//! A lease or sale (租售) of a factory unit, or of a part of it.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const LEASE: Kind = Kind {
    name: "lease",
    title: "unit",
    internal: false,
    list: &[
        "unit",
        "tenant",
        "leased_area",
        "sold_area",
        "start_date",
        "end_date",
        "rent",
        "ended",
    ],
    fields: &[
        Field::reference("unit", "factory_unit").required(),
        Field::reference("tenant", "enterprise").headings(&[
            "入驻企业",
            "企业",
            "已租▸企业",
            "承租企业",
        ]),
        Field::new("leased_area", Shape::Area).headings(&[
            "已租▸面积",
            "出租",
            "已租",
            "出租面积",
            "合同面积",
        ]),
        Field::new("sold_area", Shape::Area).headings(&["已售▸面积", "出售", "已售", "出售面积"]),
        Field::date("start_date").headings(&["租期▸起", "起租日", "交付"]),
        Field::date("end_date")
            .group("end")
            .headings(&["租期▸止", "到期日"]),
        Field::new("ended", Shape::Flag).group("end"),
        Field::number("rent", 2),
        Field::money("annual_rent").headings(&["年租金"]),
        Field::money("arrears").headings(&["欠缴"]),
        Field::long_text("note").search(1),
    ],
};
