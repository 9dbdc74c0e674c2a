//! Lead ledgers (招商线索台账): who may invest, and who reported it first.

use suoji_model::kinds::{CONTACT, ENTERPRISE, LEAD as KIND};

use super::{Ledger, NOTES, signing::PERSON};
use crate::ledger::lead;
use crate::ledger::words::{Role, field, target};
use crate::problem::Level;

pub(super) const LEAD: Ledger = Ledger {
    name: "lead",
    kinds: &[&KIND, &CONTACT, &ENTERPRISE],
    named: &[
        "线索",
        "招商信息",
        "信息台账",
        "项目信息",
        "信息表",
        "在谈",
        "洽谈",
        "目标企业",
        "招商目标",
        "意向项目",
    ],
    telling: &[
        target("lead", "reported_at"),
        target("lead", "lead_no"),
        target("lead", "lead_source"),
        target("lead", "introducer"),
        target("lead", "planned_investment"),
        target("lead", "progress"),
        target("lead", "assessment"),
        target("lead", "is_effective"),
        target("lead", "contact_level"),
        target("lead", "next_step"),
    ],
    titles: &[target("lead", "enterprise"), target("lead", "name")],
    instead: &[
        (target("enterprise", "name"), field("lead", "enterprise")),
        (
            target("enterprise", "region"),
            field("lead", "source_region"),
        ),
        (
            target("enterprise", "note"),
            field("lead", "enterprise_profile"),
        ),
        (target("lead", "contact"), field("contact", "name")),
    ],
    words: WORDS,
    second: &[],
    is_list: false,
    in_sqm: false,
    vague: Level::Should,
    money: None,
    dated: Some((target("lead", "reported_at"), Level::Must)),
    read: lead::read,
};

const WORDS: &[(Role, &[&str])] = &[
    (field("lead", "note"), NOTES),
    PERSON,
    (
        field("lead", "enterprise"),
        &[
            "投资方名称",
            "投资商",
            "投资企业",
            "投资单位",
            "客商",
            "客商名称",
            "意向企业",
            "企业（单位）名称",
            "单位名称",
            "公司名称",
            "拟投资企业",
            "来访企业",
        ],
    ),
    (
        field("lead", "name"),
        &["项目", "拟投资项目", "线索名称", "意向项目名称", "信息名称"],
    ),
    (
        field("lead", "reported_at"),
        &[
            "接报时间",
            "上报时间",
            "报送日期",
            "登记时间",
            "登记日期",
            "获取时间",
            "录入时间",
            "首报日期",
            "接收日期",
            "对接时间",
            "首次接洽",
            "首次对接",
            "首次洽谈",
            "初次接洽",
            "首次对接时间",
            "时间",
        ],
    ),
    (
        field("lead", "reporting_unit"),
        &[
            "上报单位",
            "单位",
            "责任单位",
            "片组",
            "所属片组",
            "驻点",
            "驻点小组",
            "招商小组",
            "信息来源单位",
            "招商单位",
        ],
    ),
    (
        field("lead", "introducer"),
        &[
            "推荐人",
            "介绍人",
            "中间人",
            "牵线人",
            "引见人",
            "推荐单位",
            "引荐人/单位",
            "中介机构",
        ],
    ),
    (
        field("lead", "lead_source"),
        &["信息来源", "来源", "招商方式", "信息渠道"],
    ),
    (
        field("lead", "source_region"),
        &[
            "企业所在地",
            "所在城市",
            "来源地区",
            "国别/地区",
            "所在地区",
        ],
    ),
    (
        field("lead", "chain"),
        &["产业", "产业链条", "所属产业", "行业类别", "产业类别"],
    ),
    (
        field("lead", "content"),
        &[
            "建设内容",
            "主要建设内容",
            "项目简介",
            "项目内容及规模",
            "项目情况",
            "拟建设内容",
            "投资内容",
            "拟投项目及内容",
            "拟投资项目及内容",
            "项目及内容",
            "项目名称及内容",
        ],
    ),
    (
        field("lead", "planned_investment"),
        &[
            "意向投资",
            "意向投资额",
            "计划投资额",
            "拟投资金额",
            "投资金额",
            "预计投资",
            "预计投资额",
            "总投资",
            "计划总投资",
            "投资规模",
            "投资",
        ],
    ),
    (
        field("lead", "fixed_investment"),
        &["固投", "固定资产", "固定资产投资额"],
    ),
    (
        field("lead", "land_area"),
        &["用地面积", "拟用地", "拟用地面积", "土地需求", "需求用地"],
    ),
    (
        field("lead", "progress"),
        &[
            "进度",
            "进展情况",
            "进展",
            "跟进情况",
            "对接进展",
            "洽谈进展",
            "洽谈情况",
            "项目进展",
            "目前进度",
            "状态",
            "当前状态",
        ],
    ),
    (
        field("lead", "next_step"),
        &[
            "下一步打算",
            "下步安排",
            "下一步计划",
            "下步计划",
            "后续安排",
        ],
    ),
    (
        field("lead", "issue"),
        &["难点堵点", "困难问题", "需协调事项", "存在困难"],
    ),
    (
        field("lead", "responsible_person"),
        &[
            "招商人",
            "对接负责人",
            "负责人",
            "招商责任人",
            "跟踪人",
            "对接人",
        ],
    ),
    (
        field("contact", "name"),
        &[
            "联系人姓名",
            "企业对接人",
            "联系▸姓名",
            "客商▸姓名",
            "对接人▸姓名",
        ],
    ),
    (Role::Append(target("lead", "note")), &["要房"]),
    (
        field("contact", "mobile"),
        &["联系人联系方式", "手机号", "手机号码"],
    ),
    (
        field("lead", "assessment"),
        &[
            "研判意见▸同意/暂缓/否决",
            "研判意见▸结论",
            "研判结论",
            "研判",
            "研判意见▸意见",
        ],
    ),
    (
        Role::Tick(target("lead", "assessment"), "passed"),
        &["研判意见▸同意", "研判意见▸通过", "研判结果▸通过"],
    ),
    (
        Role::Tick(target("lead", "assessment"), "paused"),
        &["研判意见▸暂缓", "研判结果▸暂缓"],
    ),
    (
        Role::Tick(target("lead", "assessment"), "rejected"),
        &["研判意见▸否决", "研判结果▸否决"],
    ),
    (
        field("lead", "is_effective"),
        &["有效信息", "是否有效信息", "是否为有效信息", "有效性"],
    ),
];
