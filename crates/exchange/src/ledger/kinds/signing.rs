//! Signing ledgers (签约项目台账): agreements with their projects.

use suoji_model::kinds::{AGREEMENT, CONTACT, ENTERPRISE, PROJECT};

use super::{Ledger, Money};
use crate::ledger::signing;
use crate::ledger::words::{Role, field, target};
use crate::problem::Level;

pub(super) const SIGNING: Ledger = Ledger {
    name: "signing",
    kinds: &[&AGREEMENT, &PROJECT, &ENTERPRISE, &CONTACT],
    named: &["签约", "招商引资项目", "合同台账", "协议台账"],
    telling: &[
        target("agreement", "sign_date"),
        target("agreement", "contract_total"),
        target("agreement", "contract_capital"),
        target("agreement", "agreement_type"),
        target("agreement", "agreement_no"),
        target("agreement", "ceremony"),
    ],
    titles: &[target("project", "name"), target("enterprise", "name")],
    instead: &[
        (target("agreement", "party"), field("enterprise", "name")),
        (target("project", "investor"), field("enterprise", "name")),
        (target("agreement", "contact"), field("contact", "name")),
    ],
    words: WORDS,
    second: &[(
        field("project", "project_company"),
        &["企业名称", "公司名称", "企业"],
    )],
    is_list: false,
    in_sqm: false,
    vague: Level::Must,
    money: Some(Money {
        amount: target("agreement", "contract_capital"),
        rate: target("agreement", "rate"),
        rate_date: target("agreement", "rate_date"),
        date: target("agreement", "sign_date"),
        note: target("agreement", "note"),
    }),
    dated: Some((target("agreement", "sign_date"), Level::Must)),
    read: signing::read,
};

/// Headings for a person with telephone, in every ledger that has contacts.
pub(super) const PERSON: (Role, &[&str]) = (
    Role::Person,
    &[
        "联系人及电话",
        "联系人及联系方式",
        "联系人及联系电话",
        "联系人和电话",
        "联系人电话",
        "企业联系人及电话",
        "企业联系人及联系方式",
        "联系人/电话",
        "联系人、电话",
        "联系人与电话",
        "客商姓名及电话",
        "客商及联系方式",
    ],
);

const WORDS: &[(Role, &[&str])] = &[
    (
        Role::Currency,
        &["币种", "币别", "货币", "货币种类", "货币单位"],
    ),
    (
        Role::Equivalent,
        &[
            "折合人民币",
            "折人民币",
            "折算人民币",
            "折合人民币金额",
            "人民币折合",
            "折合金额",
            "等值人民币",
        ],
    ),
    (
        Role::Original,
        &["原币", "原币金额", "外币金额", "原币种金额", "外币"],
    ),
    (
        Role::Status,
        &[
            "状态",
            "合同状态",
            "协议状态",
            "签约状态",
            "是否有效",
            "有效",
        ],
    ),
    PERSON,
    (
        field("enterprise", "name"),
        &[
            "引进企业",
            "乙方",
            "投资方",
            "投资主体",
            "投资商",
            "客商",
            "投资企业",
            "签约企业",
            "签约方",
            "企业名称",
            "企业",
            "公司名称",
            "投资单位",
            "投资方名称",
            "投资者",
            "签约主体",
            "签约单位",
            "投资方▸名称",
            "投资方▸企业名称",
        ],
    ),
    (
        field("contact", "name"),
        &["联系人", "企业联系人", "联络人", "对接人", "联系人姓名"],
    ),
    (field("contact", "duty"), &["联系人职务"]),
    (
        field("project", "content"),
        &[
            "主要建设内容",
            "建设规模及内容",
            "建设内容和规模",
            "项目简介",
            "项目内容及规模",
        ],
    ),
    (
        field("project", "chain"),
        &["产业链▸链条", "链条", "产业链条", "所属产业链", "产业▸类别"],
    ),
    (
        field("project", "chain_node"),
        &["产业链▸环节", "链条环节", "产业▸环节"],
    ),
    (
        field("project", "resident_office"),
        &["驻点小组", "驻点组", "驻外小组"],
    ),
    (
        field("project", "source_region"),
        &[
            "地区",
            "投资方▸来源地",
            "来源地区",
            "资金来源地",
            "国别/地区",
            "国别地区",
        ],
    ),
    (
        field("project", "promotion_method"),
        &["引资方式", "引进方式"],
    ),
    (
        field("project", "total_investment"),
        &["项目总投资额", "计划总投资额"],
    ),
    (
        field("project", "land_area"),
        &["用地/厂房", "用地需求", "用地/厂房面积"],
    ),
    (
        field("project", "project_company"),
        &["注册▸公司名称", "注册▸企业名称", "注册公司名称"],
    ),
    (
        field("agreement", "contract_total"),
        &[
            "合同额▸总投资",
            "合同▸总投资",
            "协议▸总投资",
            "签约▸总投资",
            "投资额",
            "投资金额",
            "投资",
            "合同金额",
            "协议金额",
            "签约金额",
            "合同投资总额",
            "签约总投资",
            "合同总额",
        ],
    ),
    (
        field("agreement", "contract_capital"),
        &[
            "合同外资",
            "协议利用外资",
            "合同利用外资",
            "利用外资",
            "协议利用资金",
            "引进资金",
            "拟利用资金",
        ],
    ),
    (
        field("agreement", "fixed_investment"),
        &["固定资产投资额", "固定资产总投资", "固投额"],
    ),
    (
        field("agreement", "sign_date"),
        &[
            "签约日期时间",
            "合同签订日期",
            "协议签订时间",
            "协议签订日期",
            "月份",
            "签约月份",
        ],
    ),
    (
        field("agreement", "responsible_unit"),
        &["引荐责任单位", "承办单位", "招引单位", "单位"],
    ),
    (
        field("project", "service_officer"),
        &["招商人", "招商负责人", "项目负责人", "责任人"],
    ),
    (
        Role::Append(target("project", "note")),
        &[
            "项目进展",
            "落地情况",
            "洽谈进度",
            "目前进展",
            "进展情况",
            "最新进展",
            "履约情况",
            "进展",
            "项目现状",
            "开工时间",
            "竣工时间",
            "投产时间",
        ],
    ),
    (
        Role::Aside,
        &[
            "甲方",
            "是否过亿",
            "是否500强",
            "是否上市",
            "亩均投资",
            "亩均税收",
            "到位资金▸当年",
            "到位资金▸累计",
            "到位资金",
            "当年到位",
            "累计到位",
            "到资▸*",
            "所属区县",
            "所属园区",
            "注册▸是否",
            "注册▸时间",
            "是否注册",
            "预计年税收",
            "预计税收",
            "年税收",
            "落户园区",
            "落地园区",
            "外资",
            "预计年产值",
            "预计产值",
        ],
    ),
];
