//! Money that came beside what was agreed, and what came that is no money.

use super::{Stranger, check};

#[test]
fn an_amount_below_the_contract_is_none_that_came() {
    check(&Stranger {
        file: "2023年外商直接投资（FDI）到资台账.xlsx",
        sheets: &[(
            "到资",
            "单位：万元\n\
             项目名称,外方投资者名称,合同外资,,实际到资,,汇率\n\
             ,,币种,金额（万）,币种,金额（万）,\n\
             甲项目,甲公司,EUR,1080,USD,540,7\n\
             乙项目,乙公司,EUR,2000,,,7",
            &["C2:D2", "E2:F2", "A2:A3", "B2:B3", "G2:G3"],
        )],
        tables: &["到资 payment 2,3 2"],
        records: &[
            "project.name=甲项目 payment.paid_in=5400000USD",
            "project.name=乙项目 payment.paid_in=",
        ],
    });
}

#[test]
fn money_and_what_came_instead_make_the_whole() {
    for (money, machines, land) in [
        ("货币资金", "设备折价", "土地款"),
        ("现金", "设备", "土地"),
        ("货币出资", "实物出资", "土地使用权"),
    ] {
        let text = format!(
            "项目名称,投资方,到位时间,到位资金（万元）,,\n\
             ,,,{money},{machines},{land}\n\
             甲项目,甲公司,2023.3.1,3000,500,800\n\
             乙项目,乙公司,2023.6.1,2000,1200,0\n"
        );
        let found = super::of_text("2023年到位资金统计.csv", text.as_bytes());
        let rows = &found.tables[0].rows;
        let paid = rows.iter().map(|row| super::shown(row, "payment.paid_in"));
        let paid: Vec<i64> = paid.map(|text| text.parse().unwrap_or_default()).collect();
        assert_eq!(paid.iter().sum::<i64>(), 75_000_000, "{money}: {paid:?}");
    }
}
