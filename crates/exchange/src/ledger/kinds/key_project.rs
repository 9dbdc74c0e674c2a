//! Ledgers of key projects (重点项目台账): planned, under construction or
//! finished in a plan year.

use suoji_model::kinds::{KEY_PROJECT as KIND, PROJECT, PROJECT_PHASE};

use super::{Ledger, NOTES};
use crate::ledger::key_project;
use crate::ledger::words::{Role, field, target};
use crate::problem::Level;

pub(super) const KEY_PROJECT: Ledger = Ledger {
    name: "key_project",
    kinds: &[&KIND, &PROJECT_PHASE, &PROJECT],
    named: &[
        "重点项目",
        "在建",
        "拟建",
        "拟开工",
        "竣工",
        "投产",
        "储备项目",
        "开工项目",
        "续建",
        "项目进度",
        "项目建设",
    ],
    telling: &[
        target("key_project", "key_level"),
        target("key_project", "build_nature"),
        target("key_project", "annual_plan_investment"),
        target("key_project", "annual_completed_investment"),
        target("key_project", "month_completed_investment"),
        target("key_project", "cumulative_investment"),
        target("key_project", "buildings"),
        target("key_project", "buildings_started"),
        target("key_project", "planned_start_date"),
        target("key_project", "start_date"),
        target("key_project", "completion_date"),
        target("key_project", "planned_completion_date"),
        target("key_project", "production_date"),
        target("key_project", "visible_progress"),
        target("key_project", "weekly_progress"),
        target("key_project", "procedures"),
        target("key_project", "issue"),
        target("key_project", "measure"),
        target("key_project", "rag_status"),
        target("key_project", "funding_source"),
        target("key_project", "land_supplied_date"),
        target("key_project", "workers"),
        target("key_project", "sponsor_leader"),
        target("key_project", "land_place"),
    ],
    titles: &[target("project", "name")],
    instead: &[
        (target("key_project", "project"), field("project", "name")),
        (
            target("project", "total_investment"),
            field("key_project", "total_investment"),
        ),
        (
            target("project", "land_area"),
            field("key_project", "land_area"),
        ),
        (
            target("project", "sponsor_leader"),
            field("key_project", "sponsor_leader"),
        ),
        (
            target("project", "service_officer"),
            field("key_project", "service_officer"),
        ),
        (target("project", "note"), field("key_project", "note")),
        (
            target("project", "phase_no"),
            field("project_phase", "phase"),
        ),
        (
            target("project_phase", "buildings"),
            field("key_project", "buildings"),
        ),
        (
            target("project_phase", "buildings_started"),
            field("key_project", "buildings_started"),
        ),
        (
            target("project_phase", "buildings_capped"),
            field("key_project", "buildings_capped"),
        ),
        (
            target("project_phase", "visible_progress"),
            field("key_project", "visible_progress"),
        ),
        (
            target("project_phase", "total_investment"),
            field("key_project", "total_investment"),
        ),
        (
            target("project_phase", "note"),
            field("key_project", "note"),
        ),
    ],
    words: WORDS,
    second: &[],
    is_list: false,
    in_sqm: false,
    vague: Level::Must,
    money: None,
    dated: None,
    read: key_project::read,
};

const WORDS: &[(Role, &[&str])] = &[
    (field("key_project", "note"), NOTES),
    (
        field("project", "project_company"),
        &[
            "建设主体",
            "业主单位",
            "项目单位",
            "投资主体",
            "企业名称",
            "建设企业",
        ],
    ),
    (
        field("project", "content"),
        &[
            "主要建设内容",
            "建设规模及内容",
            "建设内容和规模",
            "建设规模",
            "主要建设内容及规模",
        ],
    ),
    (
        field("key_project", "key_level"),
        &[
            "项目级别",
            "项目等级",
            "等级",
            "重点级别",
            "项目层级",
            "省市县级",
        ],
    ),
    (
        field("key_project", "build_nature"),
        &[
            "项目性质",
            "建设类型",
            "新建/续建",
            "新/续建",
            "新续建",
            "续建或新建",
        ],
    ),
    (
        field("key_project", "ledger_kind"),
        &[
            "在建/拟建",
            "拟建/在建",
            "在建、拟建",
            "在建或拟建",
            "在建拟建",
            "台账类别",
            "台账类型",
            "建设状态",
            "建设阶段",
            "开工状态",
        ],
    ),
    (field("project_phase", "phase"), &["建设期次", "分期"]),
    (
        field("key_project", "total_investment"),
        &[
            "总投资额",
            "项目总投资",
            "计划总投资额",
            "投资总额",
            "拟投资额",
            "投资估算",
            "投资规模",
            "备案投资总额",
            "核准投资总额",
        ],
    ),
    (
        field("key_project", "fixed_investment"),
        &["其中▸固投", "固投", "其中▸固定资产投资", "固定资产"],
    ),
    (
        field("key_project", "equipment_investment"),
        &["其中▸设备", "其中▸设备投资"],
    ),
    (
        field("key_project", "annual_plan_investment"),
        &[
            "^计划",
            "年度计划",
            "年度投资计划",
            "本年计划投资",
            "年计划投资",
            "当年计划投资",
            "年度计划完成投资",
            "今年计划投资",
            "计划投资",
            "本年度计划投资",
        ],
    ),
    (
        field("key_project", "month_completed_investment"),
        &["本月完成投资", "当月完成投资", "完成投资▸本月", "当月完成"],
    ),
    (
        field("key_project", "annual_completed_investment"),
        &[
            "本年完成投资",
            "年度完成投资",
            "完成投资▸本年",
            "当年完成投资",
            "今年完成投资",
            "完成投资",
            "年度累计完成投资",
            "今年以来完成投资",
            "截至目前▸完成投资",
            "完成投资▸今年以来",
            "完成投资▸完成额",
            "完成投资▸金额",
            "完成投资▸完成",
            "完成",
            "本年完成",
            "本年累计完成",
        ],
    ),
    (
        field("key_project", "cumulative_investment"),
        &[
            "完成投资▸累计",
            "完成投资▸开工以来",
            "开工以来完成投资",
            "开工以来累计完成投资",
            "自开工累计完成投资",
            "自开工以来完成投资",
            "总累计完成投资",
            "累计投资",
        ],
    ),
    (
        field("key_project", "buildings"),
        &["单体数", "单体个数", "单体▸数量", "单体▸总"],
    ),
    (
        field("key_project", "buildings_started"),
        &["已开工", "单体▸开工", "开工单体"],
    ),
    (
        field("key_project", "buildings_capped"),
        &["封顶单体", "单体▸封顶"],
    ),
    (
        field("key_project", "planned_start_date"),
        &[
            "拟开工时间",
            "预计开工时间",
            "计划开工日期",
            "预计开工日期",
            "倒排工期▸开工",
            "拟开工",
        ],
    ),
    (
        field("key_project", "start_date"),
        &[
            "实际开工时间",
            "开工日期",
            "实际开工日期",
            "开工",
            "开工时间▸已开工",
            "开工▸已开工",
        ],
    ),
    (
        field("key_project", "planned_completion_date"),
        &[
            "竣工时间▸计划",
            "预计竣工时间",
            "计划竣工日期",
            "计划完工时间",
            "拟竣工时间",
            "预计完工时间",
        ],
    ),
    (
        field("key_project", "completion_date"),
        &["竣工日期", "竣工时间▸实际", "实际竣工", "完工时间", "竣工"],
    ),
    (
        field("key_project", "planned_production_date"),
        &["投产时间▸计划", "计划投产", "预计投产时间", "拟投产时间"],
    ),
    (
        field("key_project", "production_date"),
        &["投产日期", "投产时间▸实际", "实际投产", "投产"],
    ),
    (
        field("key_project", "visible_progress"),
        &[
            "工程进度",
            "建设进度",
            "目前形象进度",
            "目前进展",
            "进展",
            "工程形象进度",
            "最新进展",
            "进度情况",
            "推进情况",
        ],
    ),
    (
        Role::Append(target("key_project", "visible_progress")),
        &["土建▸*", "设备▸*", "截至目前▸节点完成情况", "节点完成情况"],
    ),
    (
        field("key_project", "weekly_progress"),
        &["本周工作进展", "本周进展情况", "周工作进展"],
    ),
    (
        field("key_project", "next_week_plan"),
        &[
            "下周工作计划",
            "下步计划",
            "下一步计划",
            "下步打算",
            "下步工作",
        ],
    ),
    (
        Role::Append(target("key_project", "next_week_plan")),
        &["今年计划▸节点", "季度目标▸*", "年度目标▸*"],
    ),
    (
        field("key_project", "procedures"),
        &[
            "手续进展",
            "前期手续",
            "手续办理情况",
            "前期工作进展",
            "前期工作",
        ],
    ),
    (
        Role::Append(target("key_project", "procedures")),
        &[
            "手续办理▸*",
            "前期手续▸*",
            "前期工作▸*",
            "手续▸*",
            "倒排工期▸*",
            "开工条件",
            "备案日期",
            "建设用地规划许可证编号",
            "建设工程规划许可证编号",
            "施工许可证编号",
        ],
    ),
    (
        field("key_project", "issue"),
        &[
            "问题困难",
            "存在困难",
            "困难问题",
            "存在的问题",
            "存在问题及困难",
            "需协调问题",
            "需协调解决的问题",
            "问题",
        ],
    ),
    (
        field("key_project", "measure"),
        &["工作措施", "措施", "整改措施", "推进措施"],
    ),
    (
        field("key_project", "rag_status"),
        &[
            "红黄绿灯",
            "亮灯情况",
            "亮灯状态",
            "颜色",
            "状态灯",
            "进度颜色",
            "三色",
        ],
    ),
    (
        field("key_project", "rag_reason"),
        &["滞后原因", "亮灯原因", "亮灯理由"],
    ),
    (
        field("key_project", "completion_ratio"),
        &["完成率", "占年度计划", "投资完成率", "占比", "完成占比"],
    ),
    (
        field("key_project", "in_stat"),
        &["是否纳统", "是否入统", "是否入库纳统", "入库情况"],
    ),
    (
        field("key_project", "workers"),
        &["现场人数", "现场施工人数", "施工人员"],
    ),
    (
        field("key_project", "land_area"),
        &["用地面积", "用地", "占地面积", "拟用地面积"],
    ),
    (
        field("key_project", "land_place"),
        &["建设地点", "建设地址", "项目地址", "项目位置", "选址"],
    ),
    (field("key_project", "sign_date"), &["签约日期", "签订时间"]),
    (
        field("key_project", "registered_date"),
        &["注册时间", "公司注册日期"],
    ),
    (
        field("key_project", "land_supplied_date"),
        &["供地日期", "摘牌时间", "拿地时间"],
    ),
    (
        field("key_project", "responsible_unit"),
        &[
            "包联单位",
            "主管单位",
            "乡镇",
            "部门",
            "所属单位",
            "报送单位",
        ],
    ),
    (
        field("key_project", "sponsor_leader"),
        &[
            "包挂领导",
            "挂包领导",
            "包靠领导",
            "分管领导",
            "帮包县领导",
            "包保县级领导",
            "包联县级领导",
            "县级领导",
            "联系领导",
            "挂钩领导",
        ],
    ),
    (
        field("key_project", "service_officer"),
        &["服务管家", "项目专员", "代办员", "帮办代办员", "联系人"],
    ),
    (
        field("project", "chain"),
        &["产业", "所属产业", "产业类型", "行业类别"],
    ),
    (
        Role::Append(target("key_project", "note")),
        &[
            "建设起止年限",
            "起止年限",
            "建设周期",
            "建设期限",
            "建设工期",
            "工期",
        ],
    ),
    (
        Role::Aside,
        &[
            "联系电话",
            "联系方式",
            "所属区县",
            "所属园区",
            "竣工确认日期▸状态",
        ],
    ),
];
