//! Ledgers with two numbers in a cell, printed pages, firms that invest
//! together, English words, and units that stand in a column of their own.

use super::{Stranger, check};

#[test]
fn two_numbers_of_one_cell_are_the_part_and_the_whole() {
    check(&Stranger {
        file: "2024年在建重点项目.xlsx",
        sheets: &[(
            "在建",
            "2024年在建重点项目单体进度表\n\
             序号,项目名称,建设单位,级别,总投资（亿元）,单体开工（已开工/总数）,封顶数/总数,本年完成/计划（万元）,形象进度\n\
             1,甲,甲公司,省级,5,18/24,12/24,8000/20000,主体施工\n\
             2,乙,乙公司,县级,1,0/3,—,0/1200,土方",
            &[],
        )],
        tables: &["在建 key_project 2 2"],
        records: &[
            "key_project.buildings=Number(24) key_project.buildings_started=Number(18) key_project.buildings_capped=Number(12) key_project.annual_completed_investment=80000000 key_project.annual_plan_investment=200000000",
            "key_project.buildings=Number(3) key_project.buildings_started=Number(0) key_project.buildings_capped=<not_applicable> key_project.annual_plan_investment=12000000",
        ],
    });
}

#[test]
fn the_whole_may_stand_before_the_part_and_name_its_own_unit() {
    check(&Stranger {
        file: "周调度.xlsx",
        sheets: &[(
            "调度",
            "在建项目周调度表（2024年第30周）\n\
             序号,项目,业主单位,总投资(万元),年度投资 计划/完成,单体 总数/开工,进度,问题\n\
             1,甲,甲公司,50000,2亿/0.8亿,24/18,主体,\n\
             2,乙,乙公司,20000,3000万/3500万,6/6,装修,无",
            &[],
        )],
        tables: &["调度 key_project 2 2"],
        records: &[
            "key_project.annual_plan_investment=200000000 key_project.annual_completed_investment=80000000 key_project.buildings=Number(24) key_project.buildings_started=Number(18)",
            "key_project.annual_plan_investment=30000000 key_project.annual_completed_investment=35000000 key_project.buildings=Number(6) key_project.buildings_started=Number(6)",
        ],
    });
}

#[test]
fn what_stands_above_a_printed_page_is_no_record() {
    check(&Stranger {
        file: "2024签约打印.xlsx",
        sheets: &[(
            "打印",
            "2024年度招商引资项目签约台账\n\
             单位：万元,,,,,第1页\n\
             序号,项目名称,投资方,合同总投资,合同利用资金,签约时间,协议类型\n\
             1,甲,甲公司,１２，０００,１１，０００,2024-01-05,投资合同\n\
             ,本页小计,,12000,11000\n\
             2024年度招商引资项目签约台账\n\
             单位：万元,,,,,第2页\n\
             序号,项目名称,投资方,合同总投资,合同利用资金,签约时间,协议类型\n\
             2,乙,乙公司,8000,8000,2024-02-05,投资合同\n\
             ,本页小计,,8000,8000\n\
             ,累　计,,20000,19000",
            &["A1:G1", "A6:G6"],
        )],
        tables: &["打印 signing 3 2"],
        records: &[
            "agreement.contract_total=120000000 agreement.contract_capital=110000000",
            "agreement.contract_total=80000000 agreement.contract_capital=80000000",
        ],
    });
}

#[test]
fn firms_that_invest_together_sign_once() {
    check(&Stranger {
        file: "2024签约.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目台账（万元）\n\
             序号,项目名称,投资方,出资比例,合同利用资金,签约时间,协议类型\n\
             1,甲项目,甲一公司,60%,20000,2024-3-1,投资合同\n\
             ,,甲二公司,40%,,,\n\
             2,乙项目,乙公司,100%,8000,2024-4-1,投资合同",
            &["A3:A4", "B3:B4"],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "agreement.contract_capital=200000000 enterprise.name=甲一公司 agreement.note=联合投资方：甲二公司（40%）",
            "agreement.contract_capital=80000000 agreement.note=",
        ],
    });
}

#[test]
fn shares_of_their_own_are_agreements_of_their_own() {
    check(&Stranger {
        file: "2024签约.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目台账（万元）\n\
             序号,项目名称,投资方,合同利用资金,签约时间,协议类型\n\
             1,甲项目,甲一公司,12000,2024-3-1,投资合同\n\
             ,,甲二公司,8000,2024-3-2,投资合同",
            &["A3:A4", "B3:B4"],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "agreement.contract_capital=120000000 agreement.note=",
            "agreement.contract_capital=80000000 agreement.note=",
        ],
    });
}

#[test]
fn english_headings_name_their_units() {
    check(&Stranger {
        file: "Signed 2024.xlsx",
        sheets: &[
            (
                "List",
                "Signed Investment Projects in 2024 (RMB million)\n\
                 No.,Project,Investor,Contract capital,Signing date,Agreement type\n\
                 1,Alpha,Alpha GmbH,120.5,12 June 2024,Investment contract\n\
                 2,Beta,Beta Inc.,USD 5 million,2024-05-06,Letter of intent",
                &[],
            ),
            (
                "Paid-in",
                "Paid-in investment 2024,,,,Unit: CNY 10k\n\
                 No.,Project,Payer,Amount paid in,Date,Voucher No.\n\
                 1,Alpha,Alpha GmbH,3000,2024-03-05,V-1",
                &[],
            ),
            (
                "Heads",
                "Signed projects 2024\n\
                 No.,Project name,Investor,\"Contract capital, CNY 10k\",Date signed,Agreement type\n\
                 1,Gamma,Gamma Ltd,800,\"June 12, 2024\",Framework agreement",
                &[],
            ),
        ],
        tables: &[
            "List signing 2 2",
            "Paid-in payment 2 1",
            "Heads signing 2 1",
        ],
        records: &[
            "agreement.contract_capital=120500000 agreement.sign_date=2024-06-12 agreement.agreement_type=formal",
            "!agreement.contract_capital=5000000USD agreement.agreement_type=intent",
            "payment.paid_in=30000000 payment.paid_date=2024-03-05",
            "!agreement.contract_capital=8000000 agreement.sign_date=2024-06-12 agreement.agreement_type=framework",
        ],
    });
}

#[test]
fn a_column_of_units_is_no_department() {
    check(&Stranger {
        file: "2024签约.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,引资额,单位,签约时间,协议类型\n\
             1,甲,甲公司,1.5,亿元,2024-1-1,投资合同\n\
             2,乙,乙公司,8000,万元,2024-2-1,投资合同",
            &[],
        )],
        tables: &["签约 signing 1 2"],
        records: &[
            "agreement.contract_capital=150000000 agreement.responsible_unit=",
            "agreement.contract_capital=80000000 agreement.responsible_unit=",
        ],
    });
}

#[test]
fn a_title_may_share_its_row_with_the_unit() {
    check(&Stranger {
        file: "节点.xlsx",
        sheets: &[(
            "节点",
            "2024年重点项目节点台账,,,,,,,,,金额单位:亿元\n\
             序号,项目名称,建设单位,级别,总投资,开工,,竣工,,投产,\n\
             ,,,,,计划,实际,计划,实际,计划,实际\n\
             1,甲,甲公司,省,10,2023.3,2023.4.1,2024.10,2024.11.20,2024.12,\n\
             2,乙,乙公司,县,2.5,2024-10,,2025.6,,2025.8,",
            &["F2:G2", "H2:I2", "J2:K2"],
        )],
        tables: &["节点 key_project 2,3 2"],
        records: &[
            "key_project.total_investment=1000000000 key_project.completion_date=2024-11-20 key_project.ledger_kind=finished",
            "key_project.total_investment=250000000 key_project.planned_start_date=2024-10-01/month key_project.ledger_kind=planned",
        ],
    });
}

#[test]
fn what_one_amount_is_worth_gives_the_rate_of_the_other() {
    check(&Stranger {
        file: "2024签约.xlsx",
        sheets: &[(
            "签约",
            "序号,项目,投资企业,投资额,其中引进资金,签约日期,合同性质\n\
             1,甲,甲公司,500万美元(折合人民币3550万元),500万美元,2024.3.5,投资合同",
            &[],
        )],
        tables: &["签约 signing 1 1"],
        records: &["agreement.contract_capital=5000000USD agreement.rate=Number(7100000)"],
    });
}

#[test]
fn a_day_may_stand_in_three_columns_or_take_its_month_from_the_section() {
    check(&Stranger {
        file: "2024签约.xlsx",
        sheets: &[
            (
                "分列",
                "签约项目登记表（万元）\n\
                 序号,项目名称,投资方,合同引资,签约时间,,,协议类型\n\
                 ,,,,年,月,日,\n\
                 1,甲,甲公司,12000,2024,3,5,投资合同\n\
                 2,乙,乙公司,9000,2024,11,,投资合同",
                &["E2:G2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "H2:H3"],
            ),
            (
                "分段",
                "2024年签约项目（按月）,,,,,单位：亿元\n\
                 序号,项目名称,投资方,引资额,签约日期,协议类型\n\
                 1月份（1个）\n\
                 1,丙,丙公司,1.2,15日,投资合同\n\
                 3月份（1个）\n\
                 1,丁,丁公司,0.5,8日,投资合同",
                &[],
            ),
        ],
        tables: &["分列 signing 2,3 2", "分段 signing 2 2"],
        records: &[
            "agreement.sign_date=2024-03-05 agreement.contract_capital=120000000",
            "agreement.sign_date=2024-11-01/month",
            "agreement.sign_date=2024-01-15 agreement.contract_capital=120000000",
            "agreement.sign_date=2024-03-08",
        ],
    });
}

#[test]
fn a_row_of_units_and_two_amounts_in_one_cell() {
    check(&Stranger {
        file: "2024签约.xlsx",
        sheets: &[
            (
                "单位行",
                "项目,投资方,投资额,引资额,用地,签约时间,类型,强度\n\
                 ,,亿元,万元,亩,,,万元/亩\n\
                 甲,甲公司,1.5,12000,50,2024-1-5,投资合同,300",
                &[],
            ),
            (
                "斜杠",
                "2024年签约项目（内外资）\n\
                 序号,项目名称,投资方,总投资/引资额（亿元）,签约时间,协议类型\n\
                 1,乙,乙公司,3/2.5,2024-1-1,投资合同",
                &[],
            ),
        ],
        tables: &["单位行 signing 1,2 1", "斜杠 signing 2 1"],
        records: &[
            "agreement.contract_total=150000000 agreement.contract_capital=120000000 project.land_area=50mu",
            "agreement.contract_total=300000000 agreement.contract_capital=250000000",
        ],
    });
}

/// The reasons of all problems of a csv, of its tables and its rows.
fn reasons(csv: &str) -> Vec<&'static str> {
    let found = crate::understand(&crate::read("2024签约.csv", csv.as_bytes()).expect("csv"));
    let tables = found.tables.iter();
    let problems = tables.flat_map(|table| {
        let rows = table.rows.iter().flat_map(|row| &row.problems);
        table.problems.iter().chain(rows)
    });
    problems.map(|problem| problem.reason).collect()
}

#[test]
fn what_changes_a_figure_unseen_is_told() {
    let head = "项目名称,投资方,合同总投资（亿元）,合同利用资金（万元）,签约时间,协议类型,备注\n";
    let row = |line: &str| reasons(&format!("{head}{line}\n"));
    let told = |line: &str, reason| row(line).contains(&reason);
    let far = "amounts_far_apart";
    assert!(told("甲,甲公司,3,3,2024-2-1,投资合同,", far));
    assert!(told("甲,甲公司,0.5,50000,2024-2-1,投资合同,", far));
    assert!(!told("甲,甲公司,3,20000,2024-2-1,投资合同,", far));
    let later = "amount_changed_later";
    assert!(told(
        "甲,甲公司,3,20000,2024-2-1,投资合同,9月投资额调减至1.2亿元",
        later
    ));
    assert!(!told("甲,甲公司,3,20000,2024-2-1,投资合同,规划调整", later));
    let dateless = "项目名称,投资方,合同总投资（亿元）,合同利用资金（万元）,协议类型\n甲,甲公司,3,20000,投资合同\n";
    assert!(reasons(dateless).contains(&"date_column_missing"));
}
