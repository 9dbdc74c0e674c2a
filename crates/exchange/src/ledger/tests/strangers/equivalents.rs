//! Foreign amounts with their currency, their rate or what they are worth in
//! yuan in other columns.

use super::{Stranger, check, problems, understood};

fn told(stranger: &Stranger<'_>) -> Vec<&'static str> {
    let told = problems(stranger).into_iter();
    let of_money = told.filter(|one| {
        let words = ["currency", "equivalent", "unit", "amount", "rate"];
        words.iter().any(|word| one.reason.contains(word))
    });
    of_money.map(|one| one.reason).collect()
}

#[test]
fn the_currency_of_a_row_may_come_with_its_size() {
    let stranger = Stranger {
        file: "2024年台账.xlsx",
        sheets: &[
            (
                "到位",
                "序号,项目名称,投资方,到位日期,到位金额,币种,折人民币（万元）\n\
                 1,甲项目,甲公司,2024-03-01,200,万美元,1420\n\
                 2,乙项目,乙公司,2024-04-01,800,人民币万元,800",
                &[],
            ),
            (
                "签约",
                "序号,项目名称,投资方,签约时间,合同金额,币种,折人民币（万元）\n\
                 1,丙项目,丙公司,2024-03-01,2000,万美元,14200\n\
                 2,丁项目,丁公司,2024-04-01,8000,万元,8000",
                &[],
            ),
            (
                "线索",
                "序号,企业名称,报送时间,报送单位,拟投资额,币种,折人民币（万元）\n\
                 1,戊公司,2024-03-01,驻苏州办,2000,万美元,14200\n\
                 2,己公司,2024-04-01,驻上海办,8000,万元,8000",
                &[],
            ),
        ],
        tables: &["到位 payment 1 2", "签约 signing 1 2", "线索 lead 1 2"],
        records: &[
            "payment.paid_in=2000000USD payment.rate=Number(7100000)",
            "payment.paid_in=8000000 payment.rate=",
            "agreement.contract_total=20000000USD agreement.rate=Number(7100000)",
            "agreement.contract_total=80000000 agreement.rate=",
            "lead.planned_investment=20000000USD lead.note=折人民币（万元）：14200",
            "lead.planned_investment=80000000",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), ["foreign_currency"]);
}

#[test]
fn a_currency_beside_the_total_is_that_of_the_total() {
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[
            (
                "甲",
                "序号,项目名称,投资方,签约时间,合同额（万元）,币种,折人民币\n\
                 1,甲项目,甲公司,2024-03-01,2000,美元,14200万元\n\
                 2,乙项目,乙公司,2024-04-01,8000,人民币,",
                &[],
            ),
            (
                "乙",
                "序号,项目名称,投资方,签约时间,合同投资额（万）,币种,汇率,折合人民币（亿元）\n\
                 1,丙项目,丙公司,2024-03-01,2000,美元,7.1,1.42\n\
                 2,丁项目,丁公司,2024-04-01,8000,人民币,,0.8",
                &[],
            ),
        ],
        tables: &["甲 signing 1 2", "乙 signing 1 2"],
        records: &[
            "agreement.contract_total=20000000USD agreement.rate=Number(7100000)",
            "agreement.contract_total=80000000",
            "agreement.contract_total=20000000USD agreement.contract_capital= agreement.rate=Number(7100000)",
            "agreement.contract_total=80000000 agreement.contract_capital=",
        ],
    });
}

#[test]
fn what_another_amount_is_worth_is_no_worth_of_the_capital() {
    let stranger = Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,签约时间,投资总额（万美元）,折人民币（亿元）,合同外资（万美元）\n\
             1,甲项目,甲公司,2024-03-01,2000,1.42,1000",
            &[],
        )],
        tables: &["签约 signing 1 1"],
        records: &[
            "project.total_investment=20000000USD agreement.contract_capital=10000000USD agreement.rate=Number(7100000)",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), ["foreign_currency"]);
}

#[test]
fn the_total_of_what_amounts_are_worth_is_compared() {
    const ROWS: &str = "序号,项目名称,出资企业,到账日期,到账金额,币种,折人民币（万元）\n\
                        1,甲项目,甲公司,2024-03-01,500,人民币,500\n\
                        2,乙项目,乙公司,2024-04-09,100,美元,709.6\n合计,,,,,,";
    for (total, agrees) in [("1209.6", Some("all")), ("1309.6", None)] {
        let text = format!("{ROWS}{total}");
        let found = understood(&Stranger {
            file: "到位.xlsx",
            sheets: &[("到位资金", &text, &[])],
            tables: &[],
            records: &[],
        });
        let subtotals = found.tables[0].subtotals.iter();
        let subtotals: Vec<_> = subtotals.map(|one| (&*one.claimed, one.agrees)).collect();
        assert_eq!(subtotals, [(total, agrees)]);
    }
}

#[test]
fn a_section_above_the_rates_is_no_rate_of_its_rows() {
    let stranger = Stranger {
        file: "到位资金.csv",
        sheets: &[(
            "到位资金",
            "汇率,到账日期,项目名称,付款方,到账金额（万元）,凭证号\n\
             二、土地（2个）,,,,,\n\
             ,2023-08-04,甲项目,甲公司,7307,H1\n\
             ,2023-10-18,乙项目,乙公司,6216,H2",
            &[],
        )],
        tables: &["到位资金 payment 1 2"],
        records: &["payment.rate=", "payment.rate="],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}
