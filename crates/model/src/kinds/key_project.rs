//! A key project (重点项目): what one plan year's ledger says of a project
//! that is planned, under construction or finished. The level and the nature
//! belong to the year, so a project has one such record for each.

use crate::field::{Field, Kind, Shape};

/// The declaration.
pub const KEY_PROJECT: Kind = Kind {
    name: "key_project",
    title: "project",
    internal: false,
    list: &[
        "project",
        "plan_year",
        "ledger_kind",
        "key_level",
        "build_nature",
        "total_investment",
        "annual_plan_investment",
        "annual_completed_investment",
        "visible_progress",
        "rag_status",
    ],
    fields: &[
        Field::reference("project", "project")
            .required()
            .headings(&[
                "项目名称",
                "项目",
                "名称",
                "项目（企业）名称",
                "拟开工项目",
                "储备项目",
            ]),
        Field::number("plan_year", 0).headings(&["计划年度", "年度"]),
        Field::choice("ledger_kind", &["building", "planned", "finished"]).headings(&["台账"]),
        Field::choice("key_level", &["province", "city", "county"]).headings(&[
            "级别",
            "级别（省/市/县）",
            "重点项目级别",
        ]),
        Field::choice(
            "build_nature",
            &["continuing", "new", "finishing", "reserve"],
        )
        .headings(&["建设性质", "续建/新建", "续建/新开工"]),
        Field::money("total_investment")
            .group("investment")
            .headings(&[
                "总投资",
                "计划总投资",
                "拟投资",
                "投资额",
                "投资估算",
                "投资",
            ]),
        Field::money("fixed_investment")
            .group("investment")
            .headings(&["其中▸固投", "固定资产投资"]),
        Field::money("equipment_investment")
            .group("investment")
            .headings(&["其中▸设备", "设备投资"]),
        Field::money("annual_plan_investment").headings(&[
            "年度计划投资",
            "本年计划",
            "今年计划▸投资",
        ]),
        Field::money("month_completed_investment").headings(&["累计完成投资▸本月", "本月完成"]),
        Field::money("annual_completed_investment").headings(&[
            "累计完成投资▸本年",
            "本年完成",
            "截至目前▸完成投资",
        ]),
        Field::money("cumulative_investment").headings(&[
            "累计完成投资▸开工以来",
            "累计完成",
            "累计完成投资",
        ]),
        Field::number("buildings", 0)
            .group("buildings")
            .adds()
            .headings(&["单体▸总数", "单体总数"]),
        Field::number("buildings_started", 0)
            .group("buildings")
            .adds()
            .headings(&["单体▸已开工", "已开工单体"]),
        Field::number("buildings_capped", 0)
            .group("buildings")
            .adds()
            .headings(&["单体▸已封顶", "已封顶单体", "已封顶"]),
        Field::new("floor_area", Shape::Area)
            .group("floor_area")
            .headings(&["建筑面积▸总", "总建筑面积", "建筑面积"]),
        Field::new("floor_area_started", Shape::Area)
            .group("floor_area")
            .headings(&["建筑面积▸已开工", "已开工面积", "开工面积"]),
        Field::new("floor_area_capped", Shape::Area)
            .group("floor_area")
            .headings(&["建筑面积▸已封顶", "已封顶面积", "封顶面积"]),
        Field::date("planned_start_date").headings(&[
            "开工时间▸计划",
            "计划开工",
            "计划开工时间",
            "预计开工",
        ]),
        Field::date("start_date").headings(&[
            "开工时间▸实际",
            "实际开工",
            "时间▸开工",
            "开工时间",
            "开工确认日期",
        ]),
        Field::date("planned_completion_date").headings(&["计划竣工时间", "计划竣工", "预计竣工"]),
        Field::date("completion_date").headings(&["时间▸竣工", "竣工时间", "竣工确认日期"]),
        Field::date("planned_production_date").headings(&["计划投产时间", "预计投产"]),
        Field::date("production_date").headings(&["时间▸投产", "投产时间"]),
        Field::long_text("visible_progress").search(1).headings(&[
            "形象进度",
            "目前进度",
            "进展情况",
            "项目进展",
            "进度",
            "现状",
        ]),
        Field::long_text("weekly_progress")
            .search(1)
            .headings(&["本周进展", "周进展"]),
        Field::long_text("next_week_plan").headings(&["下周计划"]),
        Field::long_text("procedures").search(1).headings(&[
            "前期手续进展",
            "手续办理",
            "前期深度",
        ]),
        Field::long_text("issue").search(1).headings(&[
            "存在问题",
            "难点堵点",
            "制约因素",
            "需协调事项",
            "推进难点",
            "滞后原因",
        ]),
        Field::long_text("measure").headings(&["解决措施"]),
        Field::date("due_date").headings(&["时限", "解决时限"]),
        Field::choice("rag_status", &["red", "yellow", "green"])
            .group("rag")
            .headings(&["红黄绿", "亮灯"]),
        Field::text("rag_reason").group("rag"),
        Field::number("completion_ratio", 2).headings(&["完成比例", "截至目前▸占比"]),
        Field::new("in_stat", Shape::Flag).headings(&["是否入库"]),
        Field::new("is_behind", Shape::Flag).headings(&["是否滞后"]),
        Field::number("workers", 0).adds().headings(&["施工人数"]),
        Field::new("land_area", Shape::Area).headings(&["用地▸面积", "面积"]),
        Field::text("land_place").headings(&["用地▸位置", "位置"]),
        Field::new("is_clear_land", Shape::Flag).headings(&["用地▸是否净地", "是否净地"]),
        Field::date("sign_date").headings(&["签约时间"]),
        Field::date("registered_date").headings(&["公司注册时间"]),
        Field::date("land_supplied_date").headings(&["供地时间"]),
        Field::text("funding_source").headings(&["资金来源"]),
        Field::reference("responsible_unit", "office").headings(&[
            "责任单位",
            "牵头单位",
            "单位",
            "乡镇/部门",
        ]),
        Field::reference("sponsor_leader", "person").headings(&[
            "帮包领导",
            "包保领导",
            "包联领导",
            "牵头领导",
            "责任领导",
        ]),
        Field::reference("service_officer", "person").headings(&[
            "服务专员",
            "项目管家",
            "联络员",
            "责任人",
        ]),
        Field::reference("suspected_same_as", "key_project").group("same"),
        Field::choice("same_verdict", super::VERDICTS).group("same"),
        Field::long_text("note")
            .search(1)
            .headings(&["备注", "说明"]),
    ],
};
