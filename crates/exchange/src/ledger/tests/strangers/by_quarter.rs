//! Contracts whose capital stands in a column for each quarter or year.

use super::{Stranger, check, problems};

#[test]
fn the_capital_of_a_contract_is_what_its_periods_come_to() {
    let stranger = Stranger {
        file: "签约台账.xlsx",
        sheets: &[
            (
                "季度",
                "2024年签约项目台账\n\
                 序号,项目名称,投资方,签约时间,合同利用资金（万元）,,,\n\
                 ,,,,一季度,二季度,三季度,四季度\n\
                 1,甲项目,甲公司,2024-03-01,2000,,,\n\
                 2,乙项目,乙公司,2024-04-01,,8000,/,\n\
                 3,丙项目,丙公司,2024-05-01,,500,700,\n\
                 4,丁项目,丁公司,2024-06-01,,,,",
                &["A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:H2"],
            ),
            (
                "年度",
                "序号,项目名称,投资方,签约时间,2023年合同资金（亿元）,2024年合同资金（亿元）\n\
                 1,戊项目,戊公司,2023-04-01,3,\n\
                 2,己项目,己公司,2024-04-01,,2",
                &[],
            ),
            (
                "合计",
                "序号,项目名称,投资方,签约时间,合同利用资金（亿元）,,\n\
                 ,,,,2023年,2024年,合计\n\
                 1,庚项目,庚公司,2024-04-01,1,2,3",
                &["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1"],
            ),
        ],
        tables: &[
            "季度 signing 2,3 4",
            "年度 signing 1 2",
            "合计 signing 1,2 1",
        ],
        records: &[
            "agreement.contract_capital=20000000",
            "agreement.contract_capital=80000000",
            "agreement.contract_capital=12000000",
            "agreement.contract_capital=",
            "agreement.contract_capital=300000000",
            "agreement.contract_capital=200000000",
            "agreement.contract_capital=300000000",
        ],
    };
    check(&stranger);
    let told = problems(&stranger).into_iter();
    let told = told.filter(|one| one.reason != "agreement_type_supposed");
    let told: Vec<String> = told
        .map(|one| format!("{} {}", one.row, one.reason))
        .collect();
    assert_eq!(told, ["6 capital_added_up"]);
}
