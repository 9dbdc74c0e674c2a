//! Ledgers in other shapes: the same amount in several spans of time, sheets
//! that say once more what others say, and rows that are no records.

use super::{Stranger, check, problems, understood};

/// What is said of whole sheets: `sheet reason`.
fn of_sheets(stranger: &Stranger<'_>) -> Vec<String> {
    let problems = understood(stranger).problems.into_iter();
    let named = problems.map(|one| format!("{} {}", one.sheet, one.reason));
    named.collect()
}

#[test]
fn what_was_done_stands_in_years_beside_each_other() {
    check(&Stranger {
        file: "2025年重点项目.xlsx",
        sheets: &[(
            "重点项目",
            "项目名称,总投资（万元）,级别,分年度完成投资（万元）,,,,投资计划（万元）,\n\
             ,,,2023年,2024年,2025年,累计,2025年,2026年\n\
             甲基地,50000,省级,1000,2000,3000,6000,4000,9000",
            &["A1:A2", "B1:B2", "C1:C2", "D1:G1", "H1:I1"],
        )],
        tables: &["重点项目 key_project 1,2 1"],
        records: &[
            "key_project.annual_completed_investment=30000000 key_project.cumulative_investment=60000000 key_project.annual_plan_investment=40000000",
        ],
    });
}

#[test]
fn of_sums_up_to_several_months_the_last_that_is_filled_is_of_the_year() {
    check(&Stranger {
        file: "2025年重点项目.xlsx",
        sheets: &[(
            "重点项目",
            "项目名称,总投资（万元）,级别,1月累计完成投资（万元）,2月累计完成投资（万元）,3月累计完成投资（万元）\n\
             甲基地,50000,省级,1000,3000,",
            &[],
        )],
        tables: &["重点项目 key_project 1 1"],
        records: &[
            "key_project.annual_completed_investment=30000000 key_project.cumulative_investment= key_project.month_completed_investment=",
        ],
    });
    check(&Stranger {
        file: "2025年重点项目.xlsx",
        sheets: &[(
            "重点项目",
            "项目名称,总投资（万元）,级别,1-3月,,全年,\n\
             ,,,计划完成投资（万元）,实际完成投资（万元）,计划完成投资（万元）,实际完成投资（万元）\n\
             甲基地,50000,省级,1000,900,5000,4800",
            &["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1"],
        )],
        tables: &["重点项目 key_project 1,2 1"],
        records: &[
            "key_project.annual_plan_investment=50000000 key_project.annual_completed_investment=48000000",
        ],
    });
}

#[test]
fn months_beside_each_other_are_neither_the_month_nor_the_year() {
    check(&Stranger {
        file: "2025年重点项目.xlsx",
        sheets: &[(
            "重点项目",
            "项目名称,总投资（万元）,级别,1月完成投资（万元）,2月完成投资（万元）,本年完成投资（万元）\n\
             甲基地,50000,省级,1000,3000,4000",
            &[],
        )],
        tables: &["重点项目 key_project 1 1"],
        records: &[
            "key_project.month_completed_investment= key_project.annual_completed_investment=40000000",
        ],
    });
}

const SIGNED: &str = "序号,项目名称,投资方,合同利用资金（亿元）,签约时间,协议类型\n\
                      1,甲项目,甲公司,3,2025-03-01,投资合同\n\
                      2,乙项目,乙公司,1.5,2025-04-01,投资合同";

#[test]
fn an_old_copy_and_a_guide_are_no_ledgers() {
    let stranger = Stranger {
        file: "签约.xlsx",
        sheets: &[
            (
                "填报说明",
                "字段,说明,是否必填\n项目名称,填写全称,是\n投资方,工商登记名称,是\n签约时间,年月日,是",
                &[],
            ),
            ("签约", SIGNED, &[]),
            (
                "签约备份",
                "序号,项目名称,投资方,合同利用资金（亿元）,签约时间,协议类型\n\
                 1,甲项目,甲公司,2.8,2025-03-01,投资合同\n\
                 2,丁项目,丁公司,1.5,2025-04-01,投资合同",
                &[],
            ),
        ],
        tables: &["签约 signing 1 2"],
        records: &[
            "project.name=甲项目 agreement.contract_capital=300000000",
            "project.name=乙项目 agreement.contract_capital=150000000",
        ],
    };
    check(&stranger);
    let told = ["填报说明 sheet_not_understood", "签约备份 sheet_set_aside"];
    assert_eq!(of_sheets(&stranger), told);
}

#[test]
fn an_old_copy_alone_is_the_ledger() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[("签约备份", SIGNED, &[])],
        tables: &["签约备份 signing 1 2"],
        records: &["project.name=甲项目", "project.name=乙项目"],
    });
}

#[test]
fn a_tab_says_in_one_word_that_agreements_ended() {
    check(&Stranger {
        file: "2025年签约.xlsx",
        sheets: &[
            ("签约", SIGNED, &[]),
            (
                "作废",
                "序号,项目名称,投资方,合同利用资金（亿元）,签约时间,协议类型\n\
                 1,丁项目,丁公司,2.8,2025-03-01,投资合同",
                &[],
            ),
        ],
        tables: &["签约 signing 1 2", "作废 signing 1 1"],
        records: &[
            "project.name=甲项目",
            "project.name=乙项目",
            "!project.name=丁项目",
        ],
    });
}

#[test]
fn a_sheet_of_all_offices_says_their_visits_once_more() {
    let stranger = Stranger {
        file: "拜访.xlsx",
        sheets: &[
            (
                "汇总",
                "序号,驻点,日期,企业名称,对方人员,洽谈内容\n\
                 1,上海,2025-01-05,甲公司,张总,用地\n\
                 2,上海,2025-01-06,乙公司,李总,政策\n\
                 3,苏州,2025-01-07,丙公司,赵总,厂房",
                &[],
            ),
            (
                "上海",
                "序号,日期,企业名称,对方人员,洽谈内容\n\
                 1,2025-01-05,甲公司,张总,用地\n\
                 2,2025-01-06,乙公司,李总,政策",
                &[],
            ),
            (
                "苏州",
                "序号,日期,企业名称,对方人员,洽谈内容\n1,2025-01-07,丙公司,赵总,厂房",
                &[],
            ),
        ],
        tables: &["上海 visit 1 2", "苏州 visit 1 1"],
        records: &[
            "visit.enterprise=甲公司 visit.resident_office=上海",
            "visit.enterprise=乙公司 visit.resident_office=上海",
            "visit.enterprise=丙公司 visit.resident_office=苏州",
        ],
    };
    check(&stranger);
    assert_eq!(of_sheets(&stranger), ["汇总 sheet_listed_elsewhere"]);
}

#[test]
fn of_sheets_of_units_for_each_month_the_last_holds() {
    let stranger = Stranger {
        file: "厂房.xlsx",
        sheets: &[
            (
                "11月",
                "园区,楼栋,单元,建筑面积（㎡）,入驻企业,租赁面积（㎡）\n\
                 电梯园,1号楼,101,1000,甲公司,1000\n\
                 电梯园,1号楼,102,800,,",
                &[],
            ),
            (
                "12月",
                "园区,楼栋,单元,建筑面积（㎡）,入驻企业,租赁面积（㎡）\n\
                 电梯园,1号楼,101,1000,丙公司,1000\n\
                 电梯园,1号楼,102,800,乙公司,800",
                &[],
            ),
        ],
        tables: &["12月 factory_unit 1 2"],
        records: &["lease.tenant=丙公司", "lease.tenant=乙公司"],
    };
    check(&stranger);
    assert_eq!(of_sheets(&stranger), ["11月 sheet_of_earlier"]);
}

#[test]
fn of_sheets_of_works_for_each_week_the_last_counts() {
    let stranger = Stranger {
        file: "2025年重点项目周调度.xlsx",
        sheets: &[
            (
                "第1周",
                "项目名称,总投资（亿元）,级别,本年完成投资（亿元）\n甲基地,5,省级,1.8",
                &[],
            ),
            (
                "第2周",
                "项目名称,总投资（亿元）,级别,本年完成投资（亿元）\n甲基地,5,省级,1.9",
                &[],
            ),
        ],
        tables: &["第1周 key_project 1 1", "第2周 key_project 1 1"],
        records: &[
            "key_project.annual_completed_investment=180000000",
            "key_project.annual_completed_investment=190000000",
        ],
    };
    check(&stranger);
    let found = understood(&stranger).duplicates;
    let kept: Vec<&str> = found.iter().map(|one| &*one.kept.sheet).collect();
    assert_eq!(kept, ["第2周"]);
}

#[test]
fn units_of_one_name_lie_in_the_parks_of_their_sheets() {
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[
            (
                "标房一期",
                "楼栋,单元,建筑面积（㎡）,入驻企业,租赁面积（㎡）\n1号楼,101,1000,甲公司,1000",
                &[],
            ),
            (
                "标房二期",
                "楼栋,单元,建筑面积（㎡）,入驻企业,租赁面积（㎡）\n1号楼,101,5000,丁公司,5000",
                &[],
            ),
        ],
        tables: &["标房一期 factory_unit 1 1", "标房二期 factory_unit 1 1"],
        records: &["factory_unit.park=标房一期", "factory_unit.park=标房二期"],
    });
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[(
            "Sheet1",
            "2025年电子信息产业园标准厂房出租情况表\n\
             楼栋,单元,建筑面积（㎡）,入驻企业,租赁面积（㎡）\n\
             1号楼,101,1000,甲公司,1000",
            &[],
        )],
        tables: &["Sheet1 factory_unit 2 1"],
        records: &["factory_unit.park=电子信息产业园"],
    });
}

#[test]
fn an_example_of_how_to_fill_in_is_no_record() {
    check(&Stranger {
        file: "2025年签约.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,合同利用资金（亿元）,签约时间,协议类型\n\
             示例,某某项目,某某公司,1.0,2025-01-01,投资合同\n\
             1,甲项目,甲公司,3,2025-03-01,投资合同\n\
             2,例：某某项目,某某公司,1.0,2025-01-01,投资合同\n\
             单位（盖章）,,,,2025年12月31日,",
            &[],
        )],
        tables: &["签约 signing 1 1"],
        records: &["project.name=甲项目"],
    });
}

#[test]
fn a_title_says_the_year_before_the_file_does() {
    check(&Stranger {
        file: "2025年台账.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目\n\
             填报日期：2026年1月5日\n\
             序号,项目名称,投资方,合同利用资金（亿元）,签约时间,协议类型\n\
             1,甲项目,甲公司,3,1月5日,投资合同\n\
             2025年签约项目\n\
             1,乙项目,乙公司,2,2月5日,投资合同",
            &[],
        )],
        tables: &["签约 signing 3 2"],
        records: &[
            "agreement.sign_date=2024-01-05",
            "agreement.sign_date=2025-02-05",
        ],
    });
}

#[test]
fn two_commas_say_the_same_as_the_cell_above() {
    check(&Stranger {
        file: "2025年到位资金.xlsx",
        sheets: &[(
            "到位资金",
            "项目名称,付款方,到位时间,到位金额（万元）,凭证号\n\
             甲项目,甲公司,2025-01-05,100,A1\n\
             、、,”,2025-02-05,200,A2\n\
             同前,－〃－,2025-03-05,300,A3",
            &[],
        )],
        tables: &["到位资金 payment 1 3"],
        records: &[
            "project.name=甲项目 payment.payer=甲公司",
            "project.name=甲项目 payment.payer=甲公司",
            "project.name=甲项目 payment.payer=甲公司",
        ],
    });
}

#[test]
fn what_was_meant_is_no_visit_beside_what_was_made_of_it() {
    check(&Stranger {
        file: "2025年拜访.xlsx",
        sheets: &[(
            "拜访",
            "序号,计划拜访,,实际拜访,,\n\
             ,时间,企业,时间,企业,洽谈内容\n\
             1,2025-01-05,甲公司,2025-01-06,甲公司,用地",
            &["A1:A2", "B1:C1", "D1:F1"],
        )],
        tables: &["拜访 visit 1,2 1"],
        records: &["visit.visit_date=2025-01-06 visit.enterprise=甲公司"],
    });
}

#[test]
fn people_in_rows_of_their_own_were_at_one_visit() {
    check(&Stranger {
        file: "2025年拜访.xlsx",
        sheets: &[(
            "拜访",
            "序号,日期,企业名称,对方人员,职务,洽谈内容\n\
             1,2025-01-05,甲公司,张三,董事长,用地\n\
             ,,,李四,副总,\n\
             2,2025-01-06,乙公司,赵六,总经理,政策",
            &["A2:A3", "B2:B3", "C2:C3", "F2:F3"],
        )],
        tables: &["拜访 visit 1 2"],
        records: &[
            "visit.enterprise=甲公司 visit.their_people=张三、李四 visit.their_duty=董事长、副总",
            "visit.enterprise=乙公司 visit.their_people=赵六",
        ],
    });
}

#[test]
fn ledgers_right_below_each_other_are_told_apart_by_their_headings() {
    check(&Stranger {
        file: "2025年台账.xlsx",
        sheets: &[(
            "台账",
            "序号,项目名称,付款方,到位资金（万元）,到位时间,凭证号\n\
             1,甲项目,甲公司,300,2025-02-05,A001\n\
             2,甲项目,甲公司,300,2025-02-06,A002\n\
             序号,企业名称,项目内容,拟投资额（亿元）,首报时间,报送单位\n\
             1,乙公司,电池,3,2025-01-06,上海驻点\n\
             2,丁公司,电池,3,2025-01-06,上海驻点\n\
             3,丙公司,电池,3,2025-01-06,上海驻点\n\
             序号,日期,企业名称,对方人员,洽谈内容\n\
             1,2025-01-05,乙公司,张总,用地\n\
             2,2025-01-06,乙公司,张总,用地\n\
             3,2025-01-07,乙公司,张总,用地\n\
             4,2025-01-08,乙公司,张总,用地",
            &[],
        )],
        tables: &["台账 payment 1 2", "台账 lead 4 3", "台账 visit 8 4"],
        records: &[
            "payment.paid_in=3000000",
            "payment.paid_in=3000000",
            "lead.planned_investment=300000000",
            "lead.planned_investment=300000000",
            "lead.planned_investment=300000000",
            "visit.visit_date=2025-01-05",
            "visit.visit_date=2025-01-06",
            "visit.visit_date=2025-01-07",
            "visit.visit_date=2025-01-08",
        ],
    });
    check(&Stranger {
        file: "2025年台账.xlsx",
        sheets: &[(
            "台账",
            "序号,项目名称,付款方,到位资金（万元）,到位时间,凭证号\n\
             1,甲项目,甲公司,300,2025-02-05,A001\n\
             序号,企业名称,项目内容,拟投资额（亿元）,首报时间,报送单位\n\
             1,乙公司,电池,3,2025-01-06,上海驻点\n\
             序号,日期,企业名称,对方人员,洽谈内容\n\
             1,2025-01-05,乙公司,张总,用地",
            &[],
        )],
        tables: &["台账 payment 1 1", "台账 lead 3 1", "台账 visit 5 1"],
        records: &[
            "payment.paid_in=3000000",
            "lead.planned_investment=300000000",
            "visit.visit_date=2025-01-05",
        ],
    });
}

#[test]
fn of_sheets_of_all_that_was_paid_since_january_the_last_holds() {
    let stranger = Stranger {
        file: "2025年到位资金.xlsx",
        sheets: &[
            ("1月", "序号,项目名称,到位资金（万元）\n1,甲项目,100", &[]),
            (
                "一季度",
                "2025年1-3月到位资金\n序号,项目名称,到位资金（万元）\n1,甲项目,300",
                &[],
            ),
            (
                "二季度",
                "2025年1-6月到位资金\n序号,项目名称,到位资金（万元）\n1,甲项目,400\n2,乙项目,50",
                &[],
            ),
        ],
        tables: &["二季度 payment 2 2"],
        records: &["payment.paid_in=4000000", "payment.paid_in=500000"],
    };
    check(&stranger);
    let told = ["1月 sheet_of_earlier", "一季度 sheet_of_earlier"];
    assert_eq!(of_sheets(&stranger), told);
}

#[test]
fn a_unit_of_another_sheet_is_not_taken_for_one_of_another_area() {
    let told = problems(&Stranger {
        file: "厂房.xlsx",
        sheets: &[
            (
                "Sheet1",
                "楼栋,单元,建筑面积（㎡）,入驻企业,租赁面积（㎡）\n1号楼,101,1000,甲公司,1000",
                &[],
            ),
            (
                "Sheet2",
                "楼栋,单元,建筑面积（㎡）,入驻企业,租赁面积（㎡）\n1号楼,101,5000,丁公司,5000",
                &[],
            ),
        ],
        tables: &[],
        records: &[],
    });
    let named: Vec<(&str, &str)> = told.iter().map(|one| (&*one.sheet, one.reason)).collect();
    assert!(named.contains(&("Sheet2", "unit_named_twice")), "{named:?}");
}

#[test]
fn a_name_that_only_sounds_like_a_guide_is_a_ledger() {
    check(&Stranger {
        file: "2025年签约.xlsx",
        sheets: &[
            ("候选项目", SIGNED, &[]),
            (
                "项目目录",
                "序号,项目名称,投资方,合同利用资金（亿元）,签约时间,协议类型\n\
                 1,丁项目,丁公司,2.8,2025-03-01,投资合同",
                &[],
            ),
        ],
        tables: &["候选项目 signing 1 2", "项目目录 signing 1 1"],
        records: &[
            "project.name=甲项目",
            "project.name=乙项目",
            "project.name=丁项目",
        ],
    });
}
