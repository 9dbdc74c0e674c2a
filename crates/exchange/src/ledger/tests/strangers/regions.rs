//! Amounts by where the money comes from.

use super::{Stranger, check};

#[test]
fn money_from_places_apart_makes_the_capital() {
    for heads in [
        "省外资金（亿元）,省内市外资金（亿元）\n",
        "其中：省外资金（亿元）,其中：省内市外资金（亿元）\n",
        "利用国内省外资金（亿元）,外资（折人民币，亿元）\n",
        "省外资金（亿元）,境外资金（亿元）\n",
    ] {
        let text = format!(
            "项目名称,投资方,签约时间,{heads}\
             甲项目,甲公司,2023.1.16,8.6,0\n\
             乙项目,乙公司,2023.2.3,0,5.2\n\
             丙项目,丙公司,2023.2.3,1,2\n"
        );
        let found = super::of_text("2023年签约项目统计表.csv", text.as_bytes());
        let rows = &found.tables[0].rows;
        let capital = rows
            .iter()
            .map(|row| super::shown(row, "agreement.contract_capital"));
        let capital: Vec<String> = capital.collect();
        assert_eq!(capital, ["860000000", "520000000", "300000000"], "{heads}");
    }
}

#[test]
fn places_stand_below_what_is_of_them() {
    check(&Stranger {
        file: "2023年内资项目统计表.xlsx",
        sheets: &[(
            "内资",
            "2023年内资项目统计表\n\
             单位：亿元\n\
             项目名称,投资方,签约时间,协议引资额,\n\
             ,,,省外,市外省内\n\
             甲项目,甲公司,2023.1.16,8.6,0\n\
             乙项目,乙公司,2023.2.3,0,5.2",
            &["A3:A4", "B3:B4", "C3:C4", "D3:E3"],
        )],
        tables: &["内资 signing 3,4 2"],
        records: &[
            "agreement.contract_capital=860000000",
            "agreement.contract_capital=520000000",
        ],
    });
    // 市外资金 is all of it, and what is said to be in it is no more.
    check(&Stranger {
        file: "2023年签约项目统计表.xlsx",
        sheets: &[(
            "签约",
            "项目名称,投资方,签约时间,市外资金（亿元）,其中：省外资金（亿元）\n\
             甲项目,甲公司,2023.1.16,8.6,5",
            &[],
        )],
        tables: &["签约 signing 1 1"],
        records: &["agreement.contract_capital=860000000"],
    });
}

#[test]
fn works_may_be_paid_from_home_or_from_abroad() {
    check(&Stranger {
        file: "2023年市级重点项目推进情况.xlsx",
        sheets: &[(
            "推进",
            "2023年市级重点项目推进情况\n\
             项目名称,总投资,,年度计划（亿元）\n\
             ,内资（亿元）,外资（万美元）,\n\
             甲项目,8.6,0,2.5\n\
             乙项目,0,3000,1\n\
             丙项目,1.2,900,0.5",
            &["A2:A3", "B2:C2", "D2:D3"],
        )],
        tables: &["推进 key_project 2,3 3"],
        records: &[
            "key_project.total_investment=860000000",
            "key_project.total_investment=30000000USD",
            "key_project.total_investment=120000000",
        ],
    });
}
