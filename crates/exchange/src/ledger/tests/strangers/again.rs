//! Headings that reach over others or are said again, with strokes before
//! their units.

use super::{Stranger, check, understood};

#[test]
fn units_of_money_may_stand_behind_a_stroke() {
    check(&Stranger {
        file: "2023年到位资金台账.xlsx",
        sheets: &[(
            "到位资金",
            "序号,项目名称,出资方,到位时间,到资/亿元,认定资金/亿元,凭证号,状态\n\
             1,甲项目,甲公司,2023-02-24,0.200906,0.2,JZ1,认定",
            &[],
        )],
        tables: &["到位资金 payment 1 1"],
        records: &["payment.paid_in=20090600 payment.recognised_amount=20000000"],
    });
    check(&Stranger {
        file: "2023年到位资金台账.xlsx",
        sheets: &[(
            "到位资金",
            "序号,项目,付款方,到位时间,到位资金,到位资金,凭证编号,审核状态\n\
             ,,,,本次金额/元,认定金额/元,,\n\
             1,甲项目,甲公司,2023-09-19,14406500,14406500,JZ1,认定",
            &[],
        )],
        tables: &["到位资金 payment 1,2 1"],
        records: &["payment.paid_in=14406500 payment.recognised_amount=14406500"],
    });
}

#[test]
fn a_heading_reaches_over_those_that_reach_over_others() {
    check(&Stranger {
        file: "2023年签约项目一览表.xlsx",
        sheets: &[(
            "签约项目",
            "序号,项目名称,签约企业,合同额（亿元）,,,签订时间,协议类别\n\
             ,,,总投资,,利用资金,,\n\
             ,,,小计,其中：固定资产投资,,,\n\
             1,甲项目,甲公司,2.7,1.6,2.2,2023-01-09,投资合同",
            &[],
        )],
        tables: &["签约项目 signing 1,2,3 1"],
        records: &[
            "agreement.contract_total=270000000 agreement.fixed_investment=160000000 \
             agreement.contract_capital=220000000",
        ],
    });
}

#[test]
fn a_heading_may_be_said_in_each_column_that_it_reaches_over() {
    check(&Stranger {
        file: "2023年签约项目一览表.xlsx",
        sheets: &[(
            "签约项目",
            "序号,项目名称,投资方,合同额,合同额,合同额,签订日期,协议性质\n\
             ,,,总投资,总投资,利用资金（万元）,,\n\
             ,,,小计（万元）,其中：固定资产投资（万元）,,,\n\
             1,甲项目,甲公司,30759,22360,30000,2023-02-10,投资合同",
            &[],
        )],
        tables: &["签约项目 signing 1,2,3 1"],
        records: &[
            "agreement.contract_total=307590000 agreement.fixed_investment=223600000 \
             agreement.contract_capital=300000000",
        ],
    });
}

/// Headings of two rows with their numbers, said again for each month.
const MONTHS: Stranger = Stranger {
    file: "2023年到位资金台账.xlsx",
    sheets: &[(
        "台账",
        "1月到位资金\n\
         序号,项目名称,出资方,到位时间,到位资金（万元）,,凭证号,状态\n\
         ,,,,本次金额,认定金额,,\n\
         1,2,3,4,5,6,7,8\n\
         1,甲项目,甲公司,2023-01-19,1440,1440,JZ1,认定\n\
         注：本表按月报送。\n\
         \n\
         2月到位资金\n\
         序号,项目名称,出资方,到位时间,到位资金（万元）,,凭证号,状态\n\
         ,,,,本次金额,认定金额,,\n\
         1,2,3,4,5,6,7,8\n\
         1,乙项目,乙公司,2023-02-19,1500,1500,JZ2,认定",
        &[],
    )],
    tables: &["台账 payment 2,3 2"],
    records: &[
        "payment.paid_in=14400000 payment.voucher_no=JZ1",
        "payment.paid_in=15000000 payment.voucher_no=JZ2",
    ],
};

#[test]
fn headings_said_again_are_whole_with_their_numbers() {
    check(&MONTHS);
}

#[test]
fn another_title_above_headings_said_again_begins_a_table() {
    check(&Stranger {
        file: "2023年到位资金台账.xlsx",
        sheets: &[(
            "台账",
            "2023年到位资金台账\n\
             项目名称,出资方,到账时间,当年到位（万元）,凭证编号,认定状态\n\
             甲项目,甲公司,2023-03-08,366.44,JZ1,认定\n\
             2023年招商引资项目到位资金明细表\n\
             项目名称,出资方,到账时间,当年到位（万元）,凭证编号,认定状态\n\
             乙项目,乙公司,2023-05-06,3366.28,JZ2,认定",
            &[],
        )],
        tables: &["台账 payment 2 1", "台账 payment 5 1"],
        records: &["project.name=甲项目", "project.name=乙项目"],
    });
}

#[test]
fn notes_below_a_table_are_not_the_title_of_the_next() {
    let stranger = Stranger {
        file: "2023年重点项目台账.xlsx",
        sheets: &[(
            "重点项目",
            "在建项目台账\n\
             序号,项目名称,级别,总投资（亿元）,实际开工\n\
             1,甲项目,市级,2,2023-04-01\n\
             注：本表由各单位按月报送。\n\
             \"\"\n\
             竣工投产项目\n\
             序号,项目名称,总投资（亿元）,竣工时间,投产时间\n\
             1,乙项目,3,2023-05-01,2023-06-01",
            &[],
        )],
        tables: &["重点项目 key_project 2 1", "重点项目 key_project 7 1"],
        records: &["", ""],
    };
    check(&stranger);
    let tables = understood(&stranger).tables;
    let skipped = tables.iter().map(|table| {
        let rows = table.skipped.iter().map(|row| (row.row, row.kind));
        rows.collect::<Vec<_>>()
    });
    let skipped: Vec<_> = skipped.collect();
    assert_eq!(
        skipped,
        [vec![(1, "title"), (4, "note")], vec![(6, "title")]]
    );
}
