//! Plain lists of one kind, such as a list of enterprises.

use suoji_model::{Kind, kinds};

use super::Ledger;
use super::signing::PERSON as PERSON_AND_PHONE;
use crate::ledger::plain;
use crate::ledger::words::{Role, field, target};
use crate::problem::Level;
use crate::table::Target;

pub(super) const ENTERPRISE: Ledger = list(
    &[&kinds::ENTERPRISE, &kinds::CONTACT],
    &[target("enterprise", "name")],
    &[
        PERSON_AND_PHONE,
        (
            field("enterprise", "name"),
            &["企业全称", "公司全称", "单位名称", "企业（单位）名称"],
        ),
        (field("enterprise", "aliases"), &["曾用名", "企业曾用名"]),
        (
            field("enterprise", "region"),
            &["所在地区", "来源地", "所在地", "总部", "总部所在地"],
        ),
        (
            field("enterprise", "products"),
            &["主要产品", "产品", "主导产品", "主营产品"],
        ),
        (
            field("enterprise", "employees"),
            &[
                "职工人数",
                "员工人数",
                "从业人数",
                "从业人员",
                "用工人数",
                "职工数",
                "员工数",
            ],
        ),
        (field("enterprise", "short_name"), &["企业简称", "公司简称"]),
        (field("enterprise", "listed_code"), &["股票代码"]),
        (
            field("enterprise", "is_local"),
            &["是否本地", "是否本地企业"],
        ),
        (field("contact", "phone"), &["办公电话", "固定电话", "固话"]),
        (
            Role::Append(target("enterprise", "note")),
            &[
                "简介",
                "实缴资本",
                "实收资本",
                "部门",
                "所属部门",
                "所在部门",
                "主管部门",
                "责任单位",
                "包联领导",
                "服务专员",
                "法定代表人",
                "法人代表",
                "法人",
                "注册地址",
                "地址",
                "企业类型",
                "所属行业",
                "行业",
                "主营业务",
                "法定代表人▸姓名",
                "法人代表▸姓名",
                "总经理▸姓名",
                "董事长▸姓名",
                "邮箱",
                "电子邮箱",
                "上年营收",
                "营业收入",
                "年营收",
                "年营业收入",
                "年产值",
                "产值",
                "税收",
                "年税收",
                "纳税额",
                "入园时间",
                "入驻时间",
                "是否上市",
                "上市情况",
                "用地",
                "用地面积",
                "占地面积",
                "厂房面积",
                "产业链",
                "产业链环节",
                "环节",
                "意向程度",
                "合作意向",
                "对接情况",
                "对接进展",
                "我方联络员",
                "状态",
                "经营状态",
                "企业状态",
                "备注",
            ],
        ),
        (
            field("contact", "name"),
            &["联系人", "企业联系人", "联系人姓名", "对接人"],
        ),
        // Numbers stay out of notes, which anybody may read.
        (
            Role::Aside,
            &["法定代表人▸*", "法人代表▸*", "总经理▸*", "董事长▸*"],
        ),
        (field("contact", "name"), &["联系人▸姓名"]),
        (field("contact", "duty"), &["联系人职务", "联系人▸职务"]),
        (
            field("contact", "mobile"),
            &["联系人▸电话", "联系人▸手机", "联系人▸联系电话"],
        ),
    ],
);
pub(super) const PROJECT: Ledger = Ledger {
    second: &[(
        field("project", "segment"),
        &["产业链环节", "Chain segment"],
    )],
    ..list(
        &[&kinds::PROJECT],
        &[target("project", "name")],
        &[
            (
                field("project", "investor"),
                &["投资企业", "投资单位", "投资商"],
            ),
            (
                field("project", "chain_node"),
                &["产业链环节", "Chain segment"],
            ),
        ],
    )
};
/// Phases of key projects; a row names the project, not the listing.
pub(super) const PROJECT_PHASE: Ledger = Ledger {
    instead: &[(
        target("project_phase", "key_project"),
        field("project", "name"),
    )],
    ..list(
        &[&kinds::PROJECT_PHASE, &kinds::PROJECT],
        &[target("project_phase", "phase")],
        &[],
    )
};
pub(super) const CONTACT: Ledger = list(
    &[&kinds::CONTACT],
    &[target("contact", "name")],
    &[
        (Role::Serial, &["编号"]),
        (field("contact", "name"), &["姓名", "联系人"]),
        (
            field("contact", "duty"),
            &[
                "职位",
                "行政职务",
                "现任职务",
                "担任职务",
                "部门及职务",
                "部门职务",
                "科室及职务",
                "单位及职务",
                "单位职务",
                "职务职称",
            ],
        ),
        (
            field("contact", "enterprise"),
            &[
                "企业名称",
                "单位",
                "所属企业",
                "工作单位",
                "单位名称",
                "机构名称",
                "机构",
                "公司名称",
                "商会名称",
                "协会名称",
                "商协会名称",
            ],
        ),
        (
            field("contact", "mobile"),
            &["手机号码", "手机号", "移动电话", "联系手机", "手机▸号码"],
        ),
        (field("contact", "wechat"), &["微信号", "微信号码"]),
        (
            field("contact", "phone"),
            &[
                "办公电话",
                "固定电话",
                "固话",
                "座机号码",
                "办公室电话",
                "单位电话",
                "办公座机",
                "电话▸办公",
                "办公▸电话",
            ],
        ),
        (
            Role::Append(target("contact", "note")),
            &[
                // A department is a part of where somebody works.
                "部门",
                "所属部门",
                "所在部门",
                "工作部门",
                "科室",
                "所属科室",
                "所在科室",
                "处室",
                "股室",
                "部室",
                "内设机构",
                "联络员",
                "联络人",
                "对接人",
                "负责人",
                "法定代表人",
                "法人代表",
                "分管领导",
                "分管工作",
                "主要领导",
                "我方联系人",
                "我方对接人",
                "责任单位",
                "所属集团",
                "集团",
                "职称",
                "社会职务",
                "办公地址",
                "性别",
                "民族",
                "籍贯",
                "行业",
                "产业",
                "所属产业",
                "所属行业",
                "来源",
                "客商来源",
                "类别",
                "合作情况",
                "邮箱",
                "电子邮箱",
                "地址",
                "通讯地址",
                "备注",
                "说明",
            ],
        ),
    ],
);
pub(super) const PARTNER: Ledger = list(
    &[&kinds::PARTNER],
    &[target("partner", "name")],
    &[
        (
            field("partner", "name"),
            &[
                "机构名称",
                "合作机构",
                "合作机构名称",
                "合作伙伴",
                "合作伙伴名称",
                "伙伴名称",
                "合作单位",
                "合作单位名称",
                "合作方",
                "合作方名称",
                "渠道名称",
                "中介机构",
                "中介机构名称",
                "委托机构",
                "委托招商机构",
                "第三方机构",
                "第三方名称",
                "联动单位",
                "商会名称",
                "商协会名称",
            ],
        ),
        (
            field("partner", "partner_type"),
            &[
                "机构类型",
                "机构类别",
                "合作伙伴类型",
                "单位类型",
                "单位性质",
                "机构性质",
            ],
        ),
        (
            field("partner", "contact_name"),
            &[
                "联系人",
                "对接人",
                "联络人",
                "联系人姓名",
                "会长",
                "会长（负责人）",
                "负责人",
            ],
        ),
        (
            field("partner", "phone"),
            &["联系电话", "电话", "联系方式", "手机", "手机号"],
        ),
        (
            Role::Append(target("partner", "note")),
            &[
                "合作起始",
                "合作时间",
                "合作期限",
                "签约时间",
                "合作内容",
                "合作方式",
                "服务费用",
                "服务区域",
                "擅长领域",
                "成果",
                "秘书长",
                "所在城市",
                "所在地",
                "会员企业数",
                "会员数",
                "会员企业",
            ],
        ),
    ],
);
pub(super) const OFFICE: Ledger = list(&[&kinds::OFFICE], &[target("office", "name")], &[]);
pub(super) const PERSON: Ledger = list(&[&kinds::PERSON], &[target("person", "name")], &[]);

const fn list(
    kinds: &'static [&'static Kind],
    titles: &'static [Target],
    words: &'static [(Role, &'static [&'static str])],
) -> Ledger {
    Ledger {
        name: kinds[0].name,
        kinds,
        named: &[],
        telling: &[],
        titles,
        instead: &[],
        words,
        second: &[],
        is_list: true,
        in_sqm: false,
        vague: Level::Must,
        money: None,
        dated: None,
        read: plain::read,
    }
}
