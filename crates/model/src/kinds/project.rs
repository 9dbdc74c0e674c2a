//! An investment-promotion project (招商引资项目): the root of the records.

use crate::Tree;
use crate::field::{Field, Kind, Shape};

/// The ways a project can be won (招商方式).
pub(super) const METHODS: &[&str] = &[
    "via_resident",
    "via_business",
    "via_chain",
    "via_fund",
    "via_third_party",
    "via_platform",
    "via_exhibition",
    "via_chamber",
    "via_superior",
    "via_department",
    "via_network",
    "via_self",
    "via_expansion",
];

/// The stages of a project's life, first contact to closure.
const STAGES: &[&str] = &[
    "lead",
    "assess",
    "negotiate",
    "signed",
    "landed",
    "started",
    "building",
    "completed",
    "producing",
    "on_target",
    "paused",
    "lost",
    "ended",
];

/// The stages of a project that has no agreement yet.
pub const UNSIGNED_STAGES: &[&str] = &["lead", "assess", "negotiate"];

/// The declaration.
pub const PROJECT: Kind = Kind {
    name: "project",
    title: "name",
    internal: false,
    list: &[
        "project_no",
        "name",
        "investor",
        "stage",
        "chain",
        "chain_node",
        "promotion_method",
        "partner",
        "total_investment",
        "land_area",
    ],
    fields: &[
        Field::text("project_no")
            .search(6)
            .headings(&["项目编号", "项目编码", "项目序号"]),
        Field::text("name").required().search(10).headings(&[
            "项目名称",
            "项目",
            "签约项目",
            "名称",
            "项目（企业）名称",
            "拟开工项目",
            "储备项目",
        ]),
        Field::new("aliases", Shape::List).search(8).headings(&[
            "别名",
            "纳统项目名称",
            "曾用名",
            "项目别名",
            "项目曾用名",
            "原项目名称",
            "又名",
        ]),
        Field::text("approval_code")
            .search(4)
            .headings(&["项目代码", "备案代码"]),
        Field::choice("stage", STAGES)
            .group("stage")
            .headings(&["当前阶段", "项目阶段"]),
        Field::text("stage_reason").group("stage"),
        Field::reference("investor", "enterprise").headings(&[
            "投资方",
            "投资主体",
            "投资商",
            "客商",
            "引进企业",
            "投资企业",
        ]),
        Field::reference("project_company", "enterprise").headings(&["项目公司", "建设单位"]),
        Field::reference("parent_project", "project").above(),
        Field::number("phase_no", 0).headings(&["期", "期次"]),
        Field::long_text("content").search(2).headings(&[
            "建设内容",
            "项目内容",
            "建设内容及规模",
            "项目概况",
        ]),
        Field::text("chain").search(2).headings(&[
            "产业链",
            "产业类别",
            "产业",
            "主导产业",
            "所属产业",
            "行业",
        ]),
        Field::text("chain_node").search(2).headings(&[
            "环节",
            "细分领域",
            "产业链环节",
            "细分行业",
        ]),
        Field::choice("promotion_method", METHODS).headings(&["招商方式"]),
        Field::reference("partner", "partner").headings(&[
            "线索来源",
            "联动单位",
            "项目来源",
            "引荐单位",
        ]),
        Field::reference("resident_office", "office").headings(&["驻点", "驻点办公室", "招商小组"]),
        Field::reference("sponsor_leader", "person").headings(&[
            "帮包领导",
            "包保领导",
            "挂包领导",
            "包联领导",
            "牵头领导",
            "责任领导",
        ]),
        Field::reference("service_officer", "person").headings(&[
            "服务专员",
            "项目管家",
            "联络员",
            "代办员",
        ]),
        Field::choice("capital_type", &["domestic", "foreign"]).headings(&[
            "内/外资",
            "内外资",
            "资金类型",
        ]),
        Field::text("source_region")
            .search(2)
            .within(Tree::Region)
            .headings(&["来源地", "来源", "所在地", "国别/地区"]),
        Field::money("total_investment").headings(&[
            "总投资",
            "计划总投资",
            "项目总投资",
            "投资总额",
        ]),
        Field::new("land_area", Shape::Area).headings(&[
            "用地面积",
            "用地",
            "面积",
            "需用土地",
            "拟用地面积",
        ]),
        Field::reference("suspected_same_as", "project").group("same"),
        Field::choice("same_verdict", super::VERDICTS).group("same"),
        Field::reference("segment", "segment"),
        Field::long_text("note").search(1).headings(&["项目备注"]),
    ],
};
