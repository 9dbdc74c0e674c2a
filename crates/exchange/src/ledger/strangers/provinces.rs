//! Ledgers of payments and of key projects in the forms that several provinces
//! hand out to their counties.

use super::{Stranger, check, understood};

/// `column row reason` of what is told, apart from lines left out.
fn told(stranger: &Stranger) -> Vec<String> {
    let found = understood(stranger);
    let tables = found.tables.iter();
    let problems = tables.flat_map(|table| {
        let rows = table.rows.iter().flat_map(|row| &row.problems);
        rows.chain(&table.problems)
    });
    let named = problems.filter(|one| !matches!(one.reason, "row_skipped" | "no_payment"));
    named
        .map(|one| format!("{}{} {}", one.column, one.row, one.reason))
        .collect()
}

#[test]
fn a_section_across_the_table_is_no_row_of_headings() {
    let stranger = Stranger {
        file: "2024年省市重点项目目标任务分解表.xlsx",
        sheets: &[(
            "分解表",
            "2024年省市重点项目目标任务分解及完成情况表\n\
             单位：万元\n\
             序号,项目名称,业主单位,级别,总投资,2024年度目标任务,,,,,1—9月完成情况,,问题\n\
             ,,,,,计划投资,一季度,二季度,三季度,四季度,完成投资,形象进度,\n\
             一、续建项目（1个）\n\
             1,甲产业园,甲公司,省,96000,20000,主体,设备,试产,验收,16500,设备安装80%,无\n\
             二、新开工项目（1个）\n\
             2,乙加工项目,乙公司,市,18000,8000,立项,许可,开工,基础,8000,基础完成,无",
            &[
                "A1:M1", "A2:M2", "F3:J3", "K3:L3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4",
                "M3:M4", "A5:M5", "A7:M7",
            ],
        )],
        tables: &["分解表 key_project 3,4 2"],
        records: &[
            "key_project.key_level=province key_project.build_nature=continuing key_project.total_investment=960000000 key_project.annual_plan_investment=200000000 key_project.annual_completed_investment=165000000",
            "key_project.key_level=city key_project.build_nature=new key_project.total_investment=180000000 key_project.visible_progress=基础完成",
        ],
    };
    check(&stranger);
}

#[test]
fn each_month_has_an_amount_and_a_voucher() {
    let stranger = Stranger {
        file: "一季度资金到账明细.xlsx",
        sheets: &[(
            "明细",
            "序号,项目名称,投资方,2024年1月,,2024年2月,,2024年3月,,合计（万元）\n\
             ,,,金额（万元）,凭证号,金额（万元）,凭证号,金额（万元）,凭证号,\n\
             1,甲项目,甲公司,300,A1,,,200,A9,500\n\
             2,乙项目,乙公司,,,1000,B3,,,1000\n\
             合计,,,300,,1000,,200,,1500",
            &[
                "D1:E1", "F1:G1", "H1:I1", "A1:A2", "B1:B2", "C1:C2", "J1:J2",
            ],
        )],
        tables: &["明细 payment 1,2 3"],
        records: &[
            "project.name=甲项目 payment.paid_in=3000000 payment.paid_date=2024-01-01/month payment.voucher_no=A1",
            "payment.paid_in=2000000 payment.paid_date=2024-03-01/month payment.voucher_no=A9",
            "project.name=乙项目 payment.paid_in=10000000 payment.paid_date=2024-02-01/month payment.voucher_no=B3",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}
