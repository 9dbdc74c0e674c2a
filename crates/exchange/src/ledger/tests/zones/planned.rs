//! Ledgers of planned projects as other zones write them.

use super::Zone;

pub(super) const ZONES: &[Zone] = &[
    Zone {
        file: "拟建1.csv",
        csv: "序号,项目名称,拟投资（亿元）,用地,,,前期手续进展,计划开工时间,制约因素,责任人\n\
         ,,,面积（亩）,位置,是否净地,,,,\n\
         1,甲项目,3,50,汇源街,是,已立项,2024年6月,资金,张三",
        ledger: "key_project",
        heads: &[1, 2],
        rows: 1,
        columns: "# project.name key_project.total_investment[亿元] key_project.land_area[亩] \
         key_project.land_place key_project.is_clear_land key_project.procedures \
         key_project.planned_start_date key_project.issue key_project.service_officer",
    },
    Zone {
        file: "拟建2.csv",
        csv: "项目,签约时间,公司注册时间,供地时间,预计开工（月）,推进难点,解决措施,时限\n\
         甲项目,2024.1.5,2024.2,2024年5月,6,资金,对接银行,2024年5月底",
        ledger: "key_project",
        heads: &[1],
        rows: 1,
        columns: "project.name key_project.sign_date key_project.registered_date \
         key_project.land_supplied_date key_project.planned_start_date key_project.issue \
         key_project.measure key_project.due_date",
    },
    Zone {
        file: "拟建3.csv",
        csv: "序号,名称,总投资（亿元）,前期工作,,,牵头领导,倒排工期,,,,\n\
         ,,,已完成,正在办理,未办理,,备案,摘牌,规划证,施工证,开工\n\
         1,甲项目,3,立项,环评,能评,王主任,2024.3,2024.4,2024.5,2024.6,2024.7",
        ledger: "key_project",
        heads: &[1, 2],
        rows: 1,
        columns: "# project.name key_project.total_investment[亿元] +key_project.procedures \
         +key_project.procedures +key_project.procedures key_project.sponsor_leader \
         +key_project.procedures +key_project.procedures +key_project.procedures \
         +key_project.procedures key_project.planned_start_date",
    },
    Zone {
        file: "拟建4.csv",
        csv: "储备项目,建设性质,资金来源,投资估算（万元）,前期深度,备注\n\
         污水管网,新建,专项债,5000,可研,",
        ledger: "key_project",
        heads: &[1],
        rows: 1,
        columns: "project.name key_project.build_nature key_project.funding_source \
         key_project.total_investment[万元] key_project.procedures key_project.note",
    },
    Zone {
        file: "拟建5.csv",
        csv: "乡镇/部门,拟开工项目,产业,投资（亿元）,季度目标,,,,现状\n\
         ,,,,一,二,三,四,\n\
         某镇,甲项目,电梯,2,立项,拿地,开工,主体,正在立项",
        ledger: "key_project",
        heads: &[1, 2],
        rows: 1,
        columns: "key_project.responsible_unit project.name project.chain \
         key_project.total_investment[亿元] +key_project.next_week_plan \
         +key_project.next_week_plan +key_project.next_week_plan \
         +key_project.next_week_plan key_project.visible_progress",
    },
];
