//! An enterprise: an investor, a project company, a firm of the chain.

use crate::Tree;
use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const ENTERPRISE: Kind = Kind {
    name: "enterprise",
    title: "name",
    internal: false,
    list: &["name", "uscc", "region", "nature", "parent_group", "tags"],
    fields: &[
        Field::text("name").required().search(10).headings(&[
            "企业名称",
            "企业",
            "公司名称",
            "企业名称（全称）",
        ]),
        Field::new("aliases", Shape::List).search(8),
        Field::new("uscc", Shape::Code).search(6).headings(&[
            "统一社会信用代码",
            "信用代码",
            "社会信用代码",
            "企业代码",
        ]),
        Field::reference("parent_group", "enterprise").headings(&["所属集团", "集团"]),
        Field::choice("nature", &["state", "private", "foreign", "joint"]).headings(&["企业性质"]),
        Field::text("region")
            .search(2)
            .within(Tree::Region)
            .headings(&["企业所在地", "注册地"]),
        Field::text("gbt4754_code")
            .search(2)
            .within(Tree::Industry)
            .headings(&["国民经济行业代码", "行业代码"]),
        Field::new("tags", Shape::List)
            .search(2)
            .headings(&["企业标签"]),
        Field::money("registered_capital").headings(&["注册资本"]),
        Field::date("founded").headings(&["成立日期", "成立时间"]),
        Field::text("short_name").search(8),
        Field::new("listed_code", Shape::List).search(4),
        Field::new("is_local", Shape::Flag),
        Field::reference("park", "park"),
        Field::text("site").search(1),
        Field::number("employees", 0),
        Field::long_text("products").search(2),
        Field::long_text("business_scope").search(1),
        Field::choice(
            "business_status",
            &["active", "cancelled", "revoked", "blacklisted"],
        ),
        Field::long_text("expansion_signs")
            .search(1)
            .group("expansion"),
        Field::date("expansion_date").group("expansion"),
        Field::choice("confidence", super::CONFIDENCE),
        Field::long_text("source"),
        Field::long_text("note")
            .search(1)
            .headings(&["企业简介", "投资方简介"]),
    ],
};
