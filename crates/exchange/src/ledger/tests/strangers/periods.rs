//! Columns of periods beside other amounts of the row.

use super::{Stranger, check, problems};

/// `column row reason raw` of what is told, apart from lines left out.
fn told(stranger: &Stranger<'_>) -> Vec<String> {
    let told = problems(stranger).into_iter();
    told.map(|one| format!("{}{} {} {}", one.column, one.row, one.reason, one.raw))
        .collect()
}

#[test]
fn what_a_project_is_to_cost_is_in_the_total_once_a_row() {
    let stranger = Stranger {
        file: "2024年1-3月到位资金统计表.xlsx",
        sheets: &[(
            "到位资金",
            "2024年1-3月到位资金统计表\n\
             单位：万元\n\
             序号,项目名称,投资方,总投资,2024年到位资金,,,,累计到位资金\n\
             ,,,,1月,2月,3月,小计,\n\
             1,甲项目,甲公司,12000,500,,800,1300,3100\n\
             2,乙项目,乙公司,5亿元,,2000,/,2000,8000\n\
             3,丙项目,丙公司,8000,,,,,900\n\
             合计,,,70000,500,2000,800,3300,12000",
            &[
                "A1:I1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:H3", "I3:I4",
            ],
        )],
        tables: &["到位资金 payment 3,4 3"],
        records: &[
            "project.name=甲项目 payment.paid_in=5000000 payment.paid_date=2024-01-01/month",
            "project.total_investment=120000000 payment.paid_in=8000000",
            "project.name=乙项目 payment.paid_in=20000000 payment.paid_date=2024-02-01/month",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}

#[test]
fn a_sum_of_one_year_holds_no_other_year() {
    let stranger = Stranger {
        file: "到位资金.xlsx",
        sheets: &[
            (
                "月份",
                "招商引资项目到位资金月度统计\n\
                 单位：万元\n\
                 序号,项目名称,投资方,2023年到位,2024年,,,2024年累计,总累计\n\
                 ,,,,1月份,2月份,3月份,,\n\
                 1,甲项目,甲公司,800,100,,200,300,1100\n\
                 合计,,,800,100,0,200,300,1100",
                &[
                    "A1:I1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:G3", "H3:H4", "I3:I4",
                ],
            ),
            (
                "季",
                "2024年到位资金统计\n\
                 单位：万元\n\
                 序号,项目名称,2023年底累计到位,一季度,二季度,2024年合计,累计\n\
                 1,甲项目,800,100,200,300,1100\n\
                 合计,,800,100,200,300,1100",
                &["A1:G1"],
            ),
        ],
        tables: &["月份 payment 3,4 3", "季 payment 3 2"],
        records: &[
            "payment.paid_in=8000000 payment.paid_date=2023-01-01/year",
            "payment.paid_in=1000000 payment.paid_date=2024-01-01/month",
            "payment.paid_in=2000000 payment.paid_date=2024-03-01/month",
            "payment.paid_in=1000000 payment.paid_date=2024-01-01/quarter",
            "payment.paid_in=2000000 payment.paid_date=2024-04-01/quarter",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}

#[test]
fn each_period_of_foreign_money_is_a_payment() {
    let stranger = Stranger {
        file: "2024年到位资金.xlsx",
        sheets: &[
            (
                "季度",
                "2024年到位资金统计\n\
                 单位：万元\n\
                 序号,项目名称,到位内资,,到位外资（万美元）,\n\
                 ,,一季度,二季度,一季度,二季度\n\
                 1,甲项目,300,,20,\n\
                 2,乙项目,,,,80\n\
                 合计,,300,0,20,80",
                &["A1:F1", "A3:A4", "B3:B4", "C3:D3", "E3:F3"],
            ),
            (
                "分列",
                "2024年度到位资金完成情况（内外资分列）\n\
                 序号,项目名称,一季度,,二季度,,全年累计,\n\
                 ,,内资（万元）,外资（万美元）,内资（万元）,外资（万美元）,内资（万元）,外资（万美元）\n\
                 1,丙项目,600,30,400,,1000,30\n\
                 合计,,600,30,400,0,1000,30",
                &["A1:H1", "A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2"],
            ),
            (
                "分月",
                "2024年各项目到位资金情况\n\
                 单位：万元人民币\n\
                 序号,项目名称,1月,,,2月,,,合计\n\
                 ,,小计,内资,外资,小计,内资,外资,\n\
                 1,丁项目,813,600,213,,,,813\n\
                 2,戊项目,,,,755,400,355,755\n\
                 合计,,813,600,213,755,400,355,1568",
                &["A1:I1", "A3:A4", "B3:B4", "C3:E3", "F3:H3", "I3:I4"],
            ),
        ],
        tables: &[
            "季度 payment 3,4 3",
            "分列 payment 2,3 3",
            "分月 payment 3,4 4",
        ],
        records: &[
            "payment.paid_in=3000000 payment.paid_date=2024-01-01/quarter",
            "payment.paid_in=200000USD payment.paid_date=2024-01-01/quarter",
            "payment.paid_in=800000USD payment.paid_date=2024-04-01/quarter",
            "payment.paid_in=6000000 payment.paid_date=2024-01-01/quarter",
            "payment.paid_in=300000USD payment.paid_date=2024-01-01/quarter",
            "payment.paid_in=4000000 payment.paid_date=2024-04-01/quarter",
            "payment.paid_in=6000000 payment.paid_date=2024-01-01/month",
            "payment.paid_in=2130000 payment.paid_date=2024-01-01/month",
            "payment.paid_in=4000000 payment.paid_date=2024-02-01/month",
            "payment.paid_in=3550000 payment.paid_date=2024-02-01/month",
        ],
    };
    check(&stranger);
    let told = told(&stranger);
    let rate = |one: &String| one.contains("foreign_currency") || one.contains("rate_missing");
    assert!(told.iter().all(rate), "{told:?}");
}

#[test]
fn foreign_money_that_others_may_hold_is_named() {
    let stranger = Stranger {
        file: "2024年到位资金.xlsx",
        sheets: &[(
            "到位",
            "序号,项目名称,到位资金（万元）,,外资（万美元）,\n\
             ,,1月,2月,1月,2月\n\
             1,甲项目,300,,20,",
            &["A1:A2", "B1:B2", "C1:D1", "E1:F1"],
        )],
        tables: &["到位 payment 1,2 1"],
        records: &["payment.paid_in=3000000 payment.paid_date=2024-01-01/month"],
    };
    check(&stranger);
    assert_eq!(
        told(&stranger),
        [
            "E2 foreign_period_unread 外资（万美元）▸1月",
            "F2 foreign_period_unread 外资（万美元）▸2月",
        ]
    );
}

#[test]
fn a_part_of_a_year_stands_beside_whole_years() {
    let stranger = Stranger {
        file: "资金到位情况.xlsx",
        sheets: &[
            (
                "分年",
                "资金到位情况一览表（截至2024年9月底）\n\
                 单位：亿元\n\
                 序号,项目名称,投资单位,计划总投资,到位资金,,,\n\
                 ,,,,2022年,2023年,2024年1-9月,合计\n\
                 1,甲项目,甲公司,10.5,2.3,3,1.05,6.35\n\
                 2,乙项目,乙公司,6,,,0.8,0.8\n\
                 合计,2个,,16.5,2.3,3,1.85,7.15",
                &["A1:H1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:H3"],
            ),
            (
                "历年",
                "招商项目资金到位情况表\n\
                 序号,项目名称,投资方,到位资金（亿元）,,,\n\
                 ,,,2022年及以前,2023年,2024年截至目前,累计\n\
                 1,甲项目,甲公司,1,2.1,0.9,4\n\
                 合计,,,1,2.1,0.9,4",
                &["A1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:G2"],
            ),
        ],
        tables: &["分年 payment 3,4 4", "历年 payment 2,3 3"],
        records: &[
            "payment.paid_in=230000000 payment.paid_date=2022-01-01/year",
            "payment.paid_in=300000000 payment.paid_date=2023-01-01/year",
            "payment.paid_in=105000000 payment.paid_date=2024-01-01/year",
            "project.name=乙项目 payment.paid_in=80000000 payment.paid_date=2024-01-01/year",
            "payment.paid_in=100000000 payment.paid_date=2022-01-01/year",
            "payment.paid_in=210000000 payment.paid_date=2023-01-01/year",
            "payment.paid_in=90000000 payment.paid_date=2024-01-01/year",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), ["D4 vague_date 1"]);
}

#[test]
fn a_month_and_all_months_up_to_it_are_no_two_payments() {
    let csv = "2024年到位资金（万元）,,,\n项目名称,投资方,9月到位资金,2024年1-9月到位资金\n甲项目,甲公司,10,90\n";
    let found = super::of_text("到位.csv", csv.as_bytes());
    assert_eq!(found.tables[0].read, 1);
}

#[test]
fn foreign_money_has_headings_of_its_own() {
    check(&Stranger {
        file: "2024年利用外资.xlsx",
        sheets: &[
            (
                "外资",
                "2024年实际利用外资情况表\n\
                 序号,企业名称,实际使用外资（万美元）,,到资时间,折合人民币（万元）\n\
                 ,,本次,累计,,\n\
                 1,甲（示例）有限公司,500,1500,2024-01-18,3553\n\
                 2,乙（示例）有限公司,3000万日元,,2024-04-02,142",
                &["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3"],
            ),
            (
                "三季度",
                "2024年三季度利用外资到资台账\n\
                 序号,项目名称,外方投资者,外资到资额（万美元）,到资日期\n\
                 1,丙项目,Oil GmbH,120.5,2024-05-20",
                &["A1:E1"],
            ),
        ],
        tables: &["外资 payment 2,3 2", "三季度 payment 2 1"],
        records: &[
            "payment.payer=甲（示例）有限公司 payment.paid_in=5000000USD payment.rate=Number(7106000)",
            "payment.paid_in=30000000JPY payment.paid_date=2024-04-02",
            "payment.paid_in=1205000USD payment.paid_date=2024-05-20",
        ],
    });
}

#[test]
fn nothing_this_month_is_no_payment() {
    let stranger = Stranger {
        file: "2024年到位资金月调度.xlsx",
        sheets: &[(
            "2月",
            "2024年1-2月招商引资到位资金调度表\n\
             单位：万元\n\
             序号,项目名称,投资方,年度计划到位资金,本月到位资金,1-2月累计到位资金\n\
             1,甲项目,甲公司,8000,700,1200\n\
             2,乙项目,乙公司,20000,0,2000\n\
             3,丙项目,丙公司,3000,,100\n\
             合计,,,31000,700,3300",
            &["A1:F1"],
        )],
        tables: &["2月 payment 3 1"],
        records: &["project.name=甲项目 payment.paid_in=7000000"],
    };
    check(&stranger);
    let told = told(&stranger);
    assert!(
        !told.iter().any(|one| one.contains("amount_missing")),
        "{told:?}"
    );
}

#[test]
fn what_was_paid_of_an_agreement_is_named_as_not_read() {
    let stranger = Stranger {
        file: "招商引资项目台账.xlsx",
        sheets: &[(
            "表",
            "序号,项目名称,投资方,合同额（亿元）,,签约时间,到位资金（万元）,\n\
             ,,,总投资,其中：利用资金,,当年,累计\n\
             1,甲项目,甲公司,5,4,2024-01-09,3000,3000",
            &["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "G1:H1"],
        )],
        tables: &["表 signing 1,2 1"],
        records: &["agreement.contract_total=500000000 agreement.contract_capital=400000000"],
    };
    check(&stranger);
    let named = "2 paid_in_not_read 到位资金（万元）▸当年、到位资金（万元）▸累计".to_owned();
    let told = told(&stranger);
    assert!(told.contains(&named), "{told:?}");
}

#[test]
fn a_period_with_its_year_stands_beside_one_without() {
    check(&Stranger {
        file: "2025年9月到位资金.xlsx",
        sheets: &[(
            "9月",
            "2025年9月到位资金统计表（单位：万元）\n\
             项目名称,投资企业,合同资金,以前年度累计到位,2025年1-8月到位,9月到位,本年累计到位\n\
             甲项目,甲公司,35000,0,5000,1500,6500\n\
             乙项目,乙公司,58000,2000,3000,800,3800",
            &[],
        )],
        tables: &["9月 payment 2 4"],
        records: &[
            "payment.paid_in=50000000 payment.paid_date=2025-01-01/year",
            "payment.paid_in=15000000 payment.paid_date=2025-09-01/month",
            "payment.paid_in=30000000 payment.paid_date=2025-01-01/year",
            "payment.paid_in=8000000 payment.paid_date=2025-09-01/month",
        ],
    });
}

#[test]
fn what_came_in_earlier_months_is_named_where_it_is_not_read() {
    let alone = Stranger {
        file: "到位资金月报.xlsx",
        sheets: &[(
            "月报",
            "2025年9月到位资金月报（单位：万元）\n\
             项目名称,投资企业,本月到位,本年累计到位\n\
             甲项目,甲公司,1500,1500\n\
             乙项目,乙公司,800,3800",
            &[],
        )],
        tables: &["月报 payment 2 2"],
        records: &["payment.paid_in=15000000", "payment.paid_in=8000000"],
    };
    check(&alone);
    let named = "D4 earlier_not_read 本年累计到位 3800".to_owned();
    assert!(told(&alone).contains(&named), "{:?}", told(&alone));
    let first = Stranger {
        sheets: &[(
            "月报",
            "2025年1月到位资金月报（单位：万元）\n\
             项目名称,投资企业,本月到位,本年累计到位\n\
             甲项目,甲公司,1500,1500\n\
             乙项目,乙公司,0,0",
            &[],
        )],
        ..alone
    };
    let first = told(&first);
    let is_named = |one: &String| one.contains("earlier_not_read");
    assert!(!first.iter().any(is_named), "{first:?}");
}
