//! Columns of periods beside other amounts of the row.

use super::{Stranger, check, workbook};
use crate::{read, understand};

/// `column row reason raw` of what is told, apart from lines left out.
fn told(stranger: &Stranger) -> Vec<String> {
    let bytes = workbook(stranger).expect("workbook");
    let found = understand(&read(stranger.file, &bytes).expect("xlsx"));
    let tables = found.tables.iter();
    let problems = tables.flat_map(|table| {
        let rows = table.rows.iter().flat_map(|row| &row.problems);
        rows.chain(&table.problems)
    });
    let named = problems.filter(|one| !matches!(one.reason, "row_skipped" | "no_payment"));
    named
        .map(|one| format!("{}{} {} {}", one.column, one.row, one.reason, one.raw))
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
