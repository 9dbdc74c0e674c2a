//! Ledgers of projects under construction as other zones write them.

use super::Zone;

pub(super) const ZONES: &[Zone] = &[
    Zone {
        file: "在建1.csv",
        csv: "2024年在建项目台账,,,,,,,,,,,,,,\n\
         序号,项目名称,建设单位,建设内容及规模,总投资（亿元）,年度计划投资,累计完成投资,,,形象进度,存在问题,责任单位,帮包领导,服务专员,红黄绿\n\
         ,,,,,,本月,本年,开工以来,,,,,,\n\
         一、省级重点项目(1个),,,,,,,,,,,,,,\n\
         1,甲项目,甲公司,建厂房3栋,2.5,8000万元,500万元,3000万元,1.2亿,主体施工,无,招商一部,王主任,张三,绿灯\n\
         二、市级重点项目(1个),,,,,,,,,,,,,,\n\
         2,乙项目,乙公司,建厂房,1.5,1,0.1,0.3,0.3,打桩,用地,招商二部,李主任,李四,红\n\
         合计,,,,4,,,,,,,,,,",
        ledger: "key_project",
        heads: &[2, 3],
        rows: 2,
        columns: "# project.name project.project_company project.content \
         key_project.total_investment[亿元] key_project.annual_plan_investment \
         key_project.month_completed_investment key_project.annual_completed_investment \
         key_project.cumulative_investment key_project.visible_progress key_project.issue \
         key_project.responsible_unit key_project.sponsor_leader \
         key_project.service_officer key_project.rag_status",
    },
    Zone {
        file: "在建2.csv",
        csv: "序号,项目,级别（省/市/县）,续建/新建,开工时间,计划竣工,土建,,,设备,,,投产时间\n\
         ,,,,,,地基,主体,封顶,订购,安装,调试,\n\
         1,甲项目,省,续建,2023.5,2024.12,√,√,,已订,,,2025年初\n\
         2,乙项目,县,新建,2024.3,2025.6,√,,,,,,",
        ledger: "key_project",
        heads: &[1, 2],
        rows: 2,
        columns: "# project.name key_project.key_level key_project.build_nature \
         key_project.start_date key_project.planned_completion_date \
         +key_project.visible_progress +key_project.visible_progress \
         +key_project.visible_progress +key_project.visible_progress \
         +key_project.visible_progress +key_project.visible_progress \
         key_project.production_date",
    },
    Zone {
        file: "在建3.csv",
        csv: "项目名称,单体总数,已开工单体,已封顶,完成比例（%）,本周进展,下周计划,需协调事项\n\
         甲项目,24,18,9,80%,外墙,屋面,用电\n\
         乙项目,10,10,8,0.85,外墙,屋面,\n\
         丙项目,10,10,8,八成,外墙,屋面,",
        ledger: "key_project",
        heads: &[1],
        rows: 3,
        columns: "project.name key_project.buildings key_project.buildings_started \
         key_project.buildings_capped key_project.completion_ratio[%] \
         key_project.weekly_progress key_project.next_week_plan key_project.issue",
    },
    Zone {
        file: "在建4.csv",
        csv: "序号,项目（企业）名称,投资额（万元）,手续办理,,,,,,,施工人数,进度,亮灯\n\
         ,,,立项,土地,规划,环评,安评,能评,施工许可,,,\n\
         1,甲项目,20000,√,√,√,办理中,/,×,,136人,主体施工,绿",
        ledger: "key_project",
        heads: &[1, 2],
        rows: 1,
        columns: "# project.name key_project.total_investment[万元] +key_project.procedures \
         +key_project.procedures +key_project.procedures +key_project.procedures \
         +key_project.procedures +key_project.procedures +key_project.procedures \
         key_project.workers key_project.visible_progress key_project.rag_status",
    },
    Zone {
        file: "在建5.csv",
        csv: "序号,项目名称,建设主体,总投资（亿元）,其中,,今年计划,,截至目前,,,是否入库,是否滞后,滞后原因,包保领导,联络员\n\
         ,,,,固投,设备,投资,节点,完成投资,占比（%）,节点完成情况,,,,,\n\
         1,甲项目,甲公司,3,2,1,1.5,主体封顶,0.8,53.3,完成二层,是,否,,王主任,张三",
        ledger: "key_project",
        heads: &[1, 2],
        rows: 1,
        columns: "# project.name project.project_company key_project.total_investment[亿元] \
         key_project.fixed_investment[亿元] key_project.equipment_investment[亿元] \
         key_project.annual_plan_investment +key_project.next_week_plan \
         key_project.annual_completed_investment key_project.completion_ratio[%] \
         +key_project.visible_progress key_project.in_stat key_project.is_behind \
         key_project.rag_reason key_project.sponsor_leader key_project.service_officer",
    },
    Zone {
        file: "在建6.csv",
        csv: "项目名称,备案（核准）投资总额（亿元）,备案日期,建设用地规划许可证编号,开工确认日期,竣工确认日期,亮灯\n\
         甲项目,3,2023.5.1,地字第001号,2023-06-01,,绿",
        ledger: "key_project",
        heads: &[1],
        rows: 1,
        columns: "project.name key_project.total_investment[亿元] +key_project.procedures \
         +key_project.procedures key_project.start_date key_project.completion_date \
         key_project.rag_status",
    },
];
