//! Visit ledgers (拜访接待记录): who met whom.

use suoji_model::kinds::VISIT as KIND;

use super::{Ledger, NOTES};
use crate::ledger::visit;
use crate::ledger::words::{Role, field, target};
use crate::problem::Level;

pub(super) const VISIT: Ledger = Ledger {
    name: "visit",
    kinds: &[&KIND],
    named: &[
        "拜访",
        "接待",
        "走访",
        "来访",
        "客商周报",
        "出差",
        "外出招商",
        "招商活动",
        "推介会",
        "推介活动",
    ],
    telling: &[
        target("visit", "visit_date"),
        target("visit", "visit_type"),
        target("visit", "their_people"),
        target("visit", "our_people"),
        target("visit", "result"),
        target("visit", "follow_up"),
        target("visit", "due_date"),
        target("visit", "place"),
        target("visit", "city"),
        target("visit", "leader"),
        target("visit", "head_count"),
        target("visit", "intent"),
        target("visit", "content"),
    ],
    titles: &[
        target("visit", "enterprise"),
        target("visit", "place"),
        target("visit", "city"),
    ],
    instead: &[],
    words: WORDS,
    second: &[],
    is_list: false,
    in_sqm: false,
    vague: Level::Should,
    money: None,
    dated: Some((target("visit", "visit_date"), Level::Should)),
    read: visit::read,
};

const SPAN: Role = Role::Span(target("visit", "visit_date"), target("visit", "end_date"));

const WORDS: &[(Role, &[&str])] = &[
    (field("visit", "note"), NOTES),
    (
        SPAN,
        &["起止时间", "起止日期", "时间段", "出差时间", "拜访起止时间"],
    ),
    (
        field("visit", "visit_date"),
        &[
            "拜访时间",
            "来访时间",
            "来访日期",
            "走访时间",
            "开始日期",
            "接待时间",
        ],
    ),
    (field("visit", "visit_no"), &["批次"]),
    (field("visit", "end_date"), &["日期▸至", "返回日期"]),
    (
        field("visit", "enterprise"),
        &[
            "企业",
            "拜访对象",
            "走访企业",
            "来访企业",
            "客商",
            "客商单位",
            "客商企业",
            "对接企业",
            "拜访单位",
            "拜访企业（园区）",
            "上午▸对象",
        ],
    ),
    (
        field("visit", "place"),
        &[
            "地址",
            "企业地址",
            "详细地址",
            "拜访地点",
            "考察地点",
            "看点",
            "参观点",
            "考察点",
            "走访地点",
            "接待地点",
            "洽谈地点",
            "园区",
            "目标园区",
            "上午▸地点",
        ],
    ),
    (field("visit", "city"), &["所在城市", "地区", "目的地"]),
    (
        field("visit", "their_people"),
        &[
            "对方人员姓名",
            "对方▸姓名",
            "客商▸姓名",
            "来访人员▸姓名",
            "客商姓名",
            "来访客商",
            "来访人员",
            "对接人",
            "主要来宾",
            "对方参加人员",
        ],
    ),
    (
        field("visit", "their_duty"),
        &["对方职务", "客商职务", "对方▸职务", "客商▸职务"],
    ),
    (
        field("visit", "their_phone"),
        &["联系方式", "电话", "对方联系方式"],
    ),
    (
        field("visit", "our_people"),
        &[
            "陪同人员",
            "拜访人员",
            "我方参加人员",
            "参加人员",
            "招商人员",
            "陪同领导",
        ],
    ),
    (field("visit", "leader"), &["领队", "带队人", "接待领导"]),
    (
        field("visit", "visit_type"),
        &["形式", "对接方式", "活动类型", "拜访类型"],
    ),
    (field("visit", "head_count"), &["来访人数", "总人数"]),
    (
        field("visit", "content"),
        &[
            "拜访内容",
            "内容",
            "主要内容",
            "对接情况",
            "对接内容",
            "活动内容",
            "洽谈项目",
        ],
    ),
    (
        field("visit", "result"),
        &[
            "拜访成果",
            "对接成果",
            "效果",
            "取得成果",
            "达成意向",
            "洽谈结果",
            "拜访结果",
        ],
    ),
    (field("visit", "intent"), &["投资意向", "合作意向"]),
    (
        field("visit", "follow_up"),
        &[
            "下一步打算",
            "下步安排",
            "下步计划",
            "后续跟进",
            "下一步计划",
            "需领导出面事项",
            "下一步工作",
            "下步工作",
            "后续工作",
        ],
    ),
    (
        field("visit", "due_date"),
        &[
            "跟进期限",
            "反馈日期",
            "反馈时间",
            "反馈时限",
            "跟进时限",
            "跟进时间",
            "办结时限",
            "回访日期",
            "回访时间",
            "完成时限",
        ],
    ),
    (
        field("visit", "responsible_person"),
        &["责任人", "联系人", "负责人"],
    ),
    (
        field("visit", "resident_office"),
        &[
            "驻点办公室",
            "驻点招商小组",
            "片区",
            "小组",
            "单位",
            "责任单位",
        ],
    ),
    (
        Role::Append(target("visit", "result")),
        &["获取线索数", "线索数", "新增线索"],
    ),
    (
        Role::Append(target("visit", "note")),
        &[
            "下午▸地点",
            "下午▸对象",
            "周次",
            "星期",
            "首次/再次",
            "所属集团",
            "企业数",
            "拜访企业数",
        ],
    ),
];
