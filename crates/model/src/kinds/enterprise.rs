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
        Field::long_text("note")
            .search(1)
            .headings(&["企业简介", "投资方简介"]),
    ],
};
