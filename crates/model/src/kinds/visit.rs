//! A visit (拜访接待): who met whom, where, and what came of it.

use crate::field::{Field, Kind};

/// The declaration.
pub const VISIT: Kind = Kind {
    name: "visit",
    title: "enterprise",
    internal: false,
    list: &[
        "visit_date",
        "enterprise",
        "visit_type",
        "resident_office",
        "place",
        "our_people",
        "result",
        "follow_up",
        "due_date",
    ],
    fields: &[
        Field::text("visit_no")
            .search(2)
            .headings(&["出差批次", "编号"]),
        Field::reference("resident_office", "office").headings(&[
            "驻点",
            "组别",
            "招商小组",
            "驻点小组",
        ]),
        Field::date("visit_date").headings(&[
            "日期▸起",
            "日期",
            "时间",
            "接待日期",
            "拜访日期",
            "起止时间",
        ]),
        Field::date("end_date").headings(&["日期▸止", "结束日期"]),
        Field::choice(
            "visit_type",
            &[
                "visit_out",
                "visit_in",
                "reception",
                "talks",
                "call",
                "promotion",
                "site_survey",
                "leader_meeting",
            ],
        )
        .headings(&["方式", "类型", "拜访方式", "方式（上门/来访/电话）"]),
        Field::text("city").search(2).headings(&["城市"]),
        Field::text("place").search(2).headings(&[
            "地点",
            "走访园区",
            "考察点位",
            "走访园区/企业/商协会",
        ]),
        Field::reference("enterprise", "enterprise").headings(&[
            "拜访（来访）企业",
            "拜访企业",
            "来访单位",
            "企业名称（全称）",
            "企业名称",
        ]),
        Field::text("their_people").search(2).headings(&[
            "对方人员▸姓名",
            "对方人员",
            "对方人员及职务",
            "主要客商",
        ]),
        Field::text("their_duty").headings(&["对方人员▸职务", "职务", "层级"]),
        Field::text("their_phone")
            .personal()
            .headings(&["联系人电话", "联系电话"]),
        Field::text("our_people")
            .search(2)
            .headings(&["我方人员", "陪同"]),
        Field::reference("leader", "person").headings(&["带队领导"]),
        Field::number("head_count", 0).adds().headings(&["人数"]),
        Field::text("industry").search(1).headings(&["行业"]),
        Field::long_text("content")
            .search(2)
            .headings(&["洽谈内容", "摘要", "项目信息"]),
        Field::long_text("result")
            .search(2)
            .headings(&["成果", "达成共识", "收获"]),
        Field::text("intent").headings(&["意向"]),
        Field::long_text("follow_up")
            .search(1)
            .headings(&["后续安排", "下步打算", "下一步安排"]),
        Field::date("due_date").headings(&["回访期限", "跟进日期"]),
        Field::reference("responsible_person", "person").headings(&["跟进人"]),
        Field::money("cost").headings(&["经费"]),
        Field::reference("lead", "lead"),
        Field::reference("project", "project"),
        Field::reference("suspected_same_as", "visit").group("same"),
        Field::choice("same_verdict", super::VERDICTS).group("same"),
        Field::long_text("note")
            .search(1)
            .headings(&["备注", "说明"]),
    ],
};
