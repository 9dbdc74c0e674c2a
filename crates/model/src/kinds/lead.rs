//! A lead (线索): an enterprise that may invest, and who heard of it first.

use super::project::METHODS;
use crate::Tree;
use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const LEAD: Kind = Kind {
    name: "lead",
    title: "enterprise",
    internal: false,
    list: &[
        "enterprise",
        "reported_at",
        "reporting_unit",
        "lead_source",
        "introducer",
        "chain",
        "planned_investment",
        "assessment",
        "is_effective",
    ],
    fields: &[
        Field::text("lead_no")
            .search(4)
            .headings(&["信息编号", "线索编号"]),
        Field::reference("enterprise", "enterprise").headings(&[
            "企业名称",
            "企业",
            "投资方",
            "投资主体",
            "投资主体（500强/上市）",
            "目标企业",
        ]),
        Field::text("name")
            .search(8)
            .headings(&["意向项目", "项目信息", "项目名称"]),
        Field::date("reported_at").group("reported").headings(&[
            "接收时间",
            "首报时间",
            "报送时间",
            "填报时间",
            "日期",
        ]),
        Field::text("reported_time").group("reported"),
        Field::reference("reporting_unit", "office").headings(&[
            "报送单位",
            "录入单位",
            "首报单位",
            "片区",
        ]),
        Field::choice("lead_source", METHODS).headings(&[
            "线索来源▸渠道",
            "渠道",
            "线索来源",
            "来源渠道",
        ]),
        Field::reference("introducer", "partner").headings(&[
            "线索来源▸引荐人",
            "引荐人",
            "引荐单位",
        ]),
        Field::text("source_region")
            .search(2)
            .within(Tree::Region)
            .headings(&["所在地", "地区", "来源地"]),
        Field::text("chain")
            .search(2)
            .headings(&["产业链", "行业", "产业类型"]),
        Field::text("chain_node").search(2).headings(&["环节"]),
        Field::long_text("content")
            .search(2)
            .headings(&["项目概况", "项目内容"]),
        Field::long_text("enterprise_profile")
            .search(1)
            .headings(&["企业简介", "投资方简介"]),
        Field::money("planned_investment").headings(&["拟投资额", "计划投资", "拟投资", "投资额"]),
        Field::money("fixed_investment").headings(&["固定资产投资"]),
        Field::new("land_area", Shape::Area).headings(&["用地需求", "需用土地", "用地"]),
        Field::long_text("progress").search(1).headings(&[
            "对接情况",
            "目前进展",
            "最新进展",
            "进度、备注",
        ]),
        Field::text("contact_level").headings(&["对接层级"]),
        Field::long_text("next_step")
            .search(1)
            .headings(&["下步打算"]),
        Field::long_text("issue").search(1).headings(&["存在问题"]),
        Field::reference("responsible_person", "person").headings(&["责任人", "跟进人"]),
        Field::reference("contact", "contact").headings(&["联系人", "企业联系人"]),
        Field::choice("assessment", &["pending", "passed", "paused", "rejected"])
            .group("assessment")
            .headings(&["研判意见", "研判结果"]),
        Field::text("assessment_reason")
            .group("assessment")
            .headings(&["研判意见▸理由"]),
        Field::new("is_effective", Shape::Flag).headings(&["是否有效", "有效"]),
        Field::date("valid_until").headings(&["有效期至"]),
        Field::reference("project", "project"),
        Field::reference("suspected_same_as", "lead").group("same"),
        Field::choice("same_verdict", super::VERDICTS).group("same"),
        Field::reference("segment", "segment"),
        Field::long_text("target_reasons"),
        Field::long_text("note")
            .search(1)
            .headings(&["备注", "说明"]),
    ],
};
