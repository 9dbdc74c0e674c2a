//! Ledgers of payments that say how much of them is recognised (认定).

use super::{Stranger, check, of_text, problems, shown};

#[test]
fn a_heading_above_months_says_that_they_are_recognised() {
    check(&Stranger {
        file: "2023年内资到位.xlsx",
        sheets: &[(
            "内资",
            "2023年到位资金统计表\n\
             序号,项目名称,投资企业,认定内资（万元）,,备注\n\
             ,,,1月,2月,\n\
             1,甲项目,甲公司,100,200,\n\
             2,乙项目,乙公司,,50,",
            &["D2:E2"],
        )],
        tables: &["内资 payment 2,3 3"],
        records: &[
            "payment.paid_in=1000000 payment.recognised_amount=1000000 payment.state=recognised",
            "payment.paid_in=2000000 payment.recognised_amount=2000000 payment.state=recognised",
            "payment.paid_in=500000 payment.recognised_amount=500000 payment.state=recognised",
        ],
    });
}

#[test]
fn what_is_recognised_beside_months_is_of_all_their_payments() {
    let stranger = Stranger {
        file: "2023年到位资金.xlsx",
        sheets: &[(
            "到位资金",
            "2023年1-9月到位资金统计表（万元）\n\
             序号,项目名称,投资方,1-6月,7月,9月,认定金额\n\
             1,甲项目,甲公司,100,20,,120\n\
             2,乙项目,乙公司,,50,30,0\n\
             3,丙项目,丙公司,,60,40,80\n\
             4,丁项目,丁公司,,,70,",
            &[],
        )],
        tables: &["到位资金 payment 2 7"],
        records: &[
            "payment.paid_in=1000000 payment.recognised_amount=1000000",
            "payment.paid_in=200000 payment.recognised_amount=200000",
            "payment.paid_in=500000 payment.recognised_amount=0",
            "payment.paid_in=300000 payment.recognised_amount=0",
            "payment.paid_in=600000 payment.recognised_amount=",
            "payment.paid_in=400000 payment.recognised_amount=",
            "payment.paid_in=700000 payment.recognised_amount=",
        ],
    };
    check(&stranger);
    let told = problems(&stranger);
    let told = told
        .iter()
        .filter(|one| one.reason == "recognised_of_several");
    assert_eq!(told.map(|one| one.row).collect::<Vec<_>>(), [5]);
}

#[test]
fn what_was_paid_and_what_is_recognised_have_the_same_quarters() {
    let stranger = Stranger {
        file: "2023年到位资金.xlsx",
        sheets: &[(
            "到资",
            "2023年到位资金统计表\n\
             序号,项目名称,投资企业,到位资金（万元）,,认定资金（万元）,\n\
             ,,,一季度,二季度,一季度,二季度\n\
             1,甲项目,甲公司,100,200,80,200\n\
             2,乙项目,乙公司,,60,,0",
            &["D2:E2", "F2:G2"],
        )],
        tables: &["到资 payment 2,3 3"],
        records: &[
            "payment.paid_in=1000000 payment.recognised_amount=800000 payment.paid_date=2023-01-01/quarter",
            "payment.paid_in=2000000 payment.recognised_amount=2000000 payment.paid_date=2023-04-01/quarter",
            "payment.paid_in=600000 payment.recognised_amount=0 payment.paid_date=2023-04-01/quarter",
        ],
    };
    check(&stranger);
    let told = problems(&stranger);
    assert!(
        told.iter().all(|one| one.reason != "row_sum_disagrees"),
        "{told:?}"
    );
}

#[test]
fn money_from_home_and_from_abroad_is_recognised_in_columns_of_its_own() {
    check(&Stranger {
        file: "2023年到资台账.xlsx",
        sheets: &[(
            "到资",
            "序号,项目名称,投资企业,到资时间,实际到资（万元）,认定内资（万元）,认定外资（万美元）\n\
             1,甲项目,甲公司,2023-3-1,100,100,0\n\
             2,乙项目,乙公司,2023-3-2,1400,,200",
            &[],
        )],
        tables: &["到资 payment 1 2"],
        records: &[
            "payment.paid_in=1000000 payment.recognised_amount=1000000 payment.note=",
            "payment.paid_in=14000000 payment.recognised_amount=2000000USD",
        ],
    });
}

#[test]
fn a_nought_in_a_column_of_foreign_money_is_no_second_amount() {
    let stranger = Stranger {
        file: "2023年招商项目.xlsx",
        sheets: &[(
            "项目",
            "序号,项目名称,投资方,签约时间,协议类型,合同引资额（万元）,外资（万美元）\n\
             1,甲项目,甲公司,2023-3-1,投资合同,6000,0\n\
             2,乙项目,乙公司,2023-3-2,投资合同,0,300",
            &[],
        )],
        tables: &["项目 signing 1 2"],
        records: &[
            "agreement.contract_capital=60000000 agreement.note=",
            "agreement.contract_capital=3000000USD",
        ],
    };
    check(&stranger);
    let told = problems(&stranger);
    assert!(
        told.iter().all(|one| one.reason != "amount_beside"),
        "{told:?}"
    );
}

#[test]
fn what_was_verified_tells_the_state() {
    check(&Stranger {
        file: "2023年到资台账.xlsx",
        sheets: &[(
            "到资",
            "序号,项目名称,投资企业,到资时间,到位资金（万元）,核验情况\n\
             1,甲项目,甲公司,2023-3-1,100,认定\n\
             2,乙项目,乙公司,2023-3-2,200,退回",
            &[],
        )],
        tables: &["到资 payment 1 2"],
        records: &["payment.state=recognised", "payment.state=returned"],
    });
}

#[test]
fn amounts_days_and_payers_stand_under_many_headings() {
    for (heads, wanted) in [
        (
            "出资方,到账日期,验资金额（万元）,凭证号",
            "5000000 2024-01-08 甲公司 P1",
        ),
        (
            "来款单位,交易日期,实际利用市外资金（万元）,电子回单编号",
            "5000000 2024-01-08 甲公司 P1",
        ),
        (
            "对方户名,认定时间,到位县外资金（万元）,银行凭证",
            "5000000 2024-01-08 甲公司 P1",
        ),
    ] {
        let text = format!("项目名称,{heads}\n甲项目,甲公司,2024-1-8,500,P1");
        let found = of_text("2024年到位资金明细.csv", text.as_bytes());
        let row = &found.tables[0].rows[0];
        let fields = ["paid_in", "paid_date", "payer", "voucher_no"];
        let said = fields.map(|field| shown(row, &format!("payment.{field}")));
        assert_eq!(said.join(" "), wanted, "{heads}");
    }
}
