//! Headings, sections and fillers of ledgers in which no cell is merged.

use super::{Stranger, check};

#[test]
fn one_child_below_each_of_two_headings() {
    check(&Stranger {
        file: "载体台账_2024.csv",
        sheets: &[(
            "厂房",
            "标准厂房租售情况台账,,,,,,,,,\n\
             编号,所属园区,厂房,,建筑面积（㎡）,已租,已出售,入驻企业,租赁期限,,使用情况\n\
             ,,楼号,单元,,面积（㎡）,面积（㎡）,,开始,结束,\n\
             医药园,,,,,,,,,,\n\
             1,医药园,1号楼,1-1,1200.5,1200.5,/,甲公司,2023.1.1,2026.12.31,在租\n\
             2,医药园,1号楼,1-2,1000,/,1000,乙公司,2022.5.1,/,已出售\n\
             编号,所属园区,厂房,,建筑面积（㎡）,已租,已出售,入驻企业,租赁期限,,使用情况\n\
             ,,楼号,单元,,面积（㎡）,面积（㎡）,,开始,结束,\n\
             3,医药园,1号楼,1-3,800,/,/,/,/,/,未出租\n\
             4,医药园,2号楼,2-1,600,/,/,/,/,/,建设中\n\
             5,医药园,2号楼,2-2,500,500,/,丙公司,2020.1.1,2023.12.31,已退出\n\
             6,,,,,,,,,,",
            &[],
        )],
        tables: &["厂房 factory_unit 2,3 5"],
        records: &[
            "factory_unit.building=1号楼 factory_unit.unit_no=1-1 lease.leased_area=1200.5sqm lease.start_date=2023-01-01 lease.end_date=2026-12-31 factory_unit.state=leased",
            "factory_unit.unit_no=1-2 lease.sold_area=1000sqm factory_unit.state=sold",
            "factory_unit.unit_no=1-3 factory_unit.state=vacant",
            "!factory_unit.unit_no=2-1 factory_unit.state=building",
            "!factory_unit.unit_no=2-2 lease.tenant=丙公司 factory_unit.state=vacated",
        ],
    });
}

#[test]
fn an_office_stands_where_days_would() {
    check(&Stranger {
        file: "招商线索台账_2023.xlsx",
        sheets: &[(
            "线索",
            "2023年招商信息线索台账\n\
             填报单位：开发区招商局,,,,填报日期：2023.12.31\n\
             接收时间,渠道,企业名称,项目概况,拟投资额（亿元）,研判意见\n\
             上海驻点,,,,,\n\
             2023-04-15 16:20,网络自荐,甲公司,电机项目,2,正在研判\n\
             45031.6875,网络自荐,乙公司,药品项目,3,同意引进\n\
             苏州驻点,,,,,\n\
             2023-05-01,网络自荐,丙公司,食品项目,1.5,不可行",
            &[],
        )],
        tables: &["线索 lead 3 3"],
        records: &[
            "lead.reporting_unit=上海 lead.reported_at=2023-04-15 lead.reported_time=16:20 lead.assessment=pending",
            "lead.reporting_unit=上海 lead.reported_at=2023-04-15 lead.reported_time=16:30 lead.assessment=passed",
            "lead.reporting_unit=苏州 lead.reported_at=2023-05-01 lead.assessment=rejected",
        ],
    });
}

#[test]
fn numbers_below_the_last_record_are_no_records() {
    check(&Stranger {
        file: "线索2023.xlsx",
        sheets: &[(
            "线索",
            "2023年招商线索登记表\n\
             编号,登记日期,投资主体,意向项目,计划投资（万元）\n\
             1,2023.4.1,甲公司,电机项目,20000\n\
             2,2023.4.2,乙公司,药品项目,30000\n\
             3,,,,\n\
             4,,,,",
            &[],
        )],
        tables: &["线索 lead 2 2"],
        records: &["lead.enterprise=甲公司", "lead.enterprise=乙公司"],
    });
}

#[test]
fn a_sheet_for_each_office_and_one_bureau_that_fills_all_in() {
    check(&Stranger {
        file: "拜访接待记录_2023.xlsx",
        sheets: &[
            (
                "泰州",
                "2023年拜访接待台账\n\
                 填报单位：招商局,,,填报时间：2023年12月31日\n\
                 序号,拜访时间,,接触方式,拜访企业,洽谈内容,下次对接时间\n\
                 ,自,止,,,,\n\
                 1,2023.3.5,2023.3.6,上门,甲公司,扩产,2023.3.20",
                &["B3:C3", "A3:A4", "D3:D4", "E3:E4", "F3:F4", "G3:G4"],
            ),
            (
                "苏州",
                "2023年拜访接待台账\n\
                 填报单位：招商局,,,填报时间：2023年12月31日\n\
                 序号,拜访时间,,接触方式,拜访企业,洽谈内容,下次对接时间\n\
                 ,自,止,,,,\n\
                 1,2023.4.5,,电话,乙公司,扩产,",
                &["B3:C3", "A3:A4", "D3:D4", "E3:E4", "F3:F4", "G3:G4"],
            ),
        ],
        tables: &["泰州 visit 3,4 1", "苏州 visit 3,4 1"],
        records: &[
            "visit.resident_office=泰州 visit.visit_date=2023-03-05 visit.end_date=2023-03-06 visit.visit_type=visit_out visit.due_date=2023-03-20",
            "visit.resident_office=苏州 visit.visit_date=2023-04-05 visit.end_date= visit.visit_type=call",
        ],
    });
}
#[test]
fn children_may_be_the_months_of_the_year() {
    check(&Stranger {
        file: "2023年重点项目推进情况表.csv",
        sheets: &[(
            "在建",
            "2023年重点项目推进情况表,,,,,,,,\n\
             单位：万元,,,,,,,,\n\
             序号,项目名称,建设单位,项目等级,,,总投资,累计完成投资,\n\
             ,,,省级,市级,县级,,1-12月,开工以来\n\
             1,甲药业基地,甲公司,√,,,150000,48000,98000\n\
             2,乙电机产业园,乙公司,,√,,35000,9000,20000\n\
             3,丙门机产业园,丙公司,,,√,12000,6000,6000\n\
             4,丁线束产业园,丁公司,,,√,11000,1000,1000\n\
             合计,,,1,1,2,208000,64000,125000",
            &[],
        )],
        tables: &["在建 key_project 3,4 4"],
        records: &[
            "key_project.key_level=province key_project.annual_completed_investment=480000000 key_project.cumulative_investment=980000000",
            "key_project.key_level=city key_project.annual_completed_investment=90000000 key_project.cumulative_investment=200000000",
            "key_project.key_level=county",
            "key_project.key_level=county",
        ],
    });
}
