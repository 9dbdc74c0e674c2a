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

#[test]
fn what_money_is_for_parts_a_payment() {
    let stranger = Stranger {
        file: "投资到位情况核查表.xlsx",
        sheets: &[(
            "核查表",
            "2024年上半年招商项目资金到位核查表\n\
             金额单位：万元\n\
             序号,项目名称,投资企业,到位时间,到位资金,,,,,凭证号\n\
             ,,,,土地款,厂房建设,设备购置,流动资金,小计,\n\
             1,甲项目,甲公司,2024.3.5,1200,3000,800,100,5100,A1\n\
             2,乙项目,乙公司,2024.4.1,,500,600,50,1150,A2\n\
             合计,,,,1200,3500,1400,150,6250,",
            &[
                "A1:J1", "E3:I3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "J3:J4",
            ],
        )],
        tables: &["核查表 payment 3,4 7"],
        records: &[
            "payment.paid_in=12000000 payment.fund_kind=land payment.paid_date=2024-03-05 payment.voucher_no=A1",
            "payment.paid_in=30000000 payment.fund_kind=plant",
            "payment.paid_in=8000000 payment.fund_kind=equipment",
            "payment.paid_in=1000000 payment.fund_kind=working_capital",
            "project.name=乙项目 payment.paid_in=5000000 payment.fund_kind=plant",
            "payment.paid_in=6000000 payment.fund_kind=equipment",
            "payment.paid_in=500000 payment.fund_kind=working_capital",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}

#[test]
fn a_part_of_what_was_paid_is_not_all_of_it() {
    check(&Stranger {
        file: "2024年到位资金.xlsx",
        sheets: &[(
            "到位",
            "序号,项目名称,到位时间,到位资金（万元）,,\n\
             ,,,合计,其中：土地款,其中：设备款\n\
             1,甲项目,2024.3.5,5100,1200,800",
            &["A1:A2", "B1:B2", "C1:C2", "D1:F1"],
        )],
        tables: &["到位 payment 1,2 1"],
        records: &["payment.paid_in=51000000 payment.fund_kind="],
    });
}

#[test]
fn money_from_home_and_from_abroad_make_what_was_paid() {
    let stranger = Stranger {
        file: "2024年5月到位资金表.xlsx",
        sheets: &[
            (
                "合计",
                "2024年5月招商引资到位资金情况表\n\
                 单位：万元\n\
                 序号,项目名称,投资方,到位资金,,,到位时间\n\
                 ,,,合计,内资,外资,\n\
                 1,甲项目,甲公司,600,600,,2024.5.8\n\
                 2,乙项目,乙公司,1700,200,1500,2024.5.20\n\
                 合计,,,2300,800,1500",
                &["A1:G1", "D3:F3", "A3:A4", "B3:B4", "C3:C4", "G3:G4"],
            ),
            (
                "分列",
                "2024年6月招商引资到位资金情况表\n\
                 序号,项目名称,投资方,到位资金,,到位时间\n\
                 ,,,内资（万元）,外资（万元）,\n\
                 1,丙项目,丙公司,600,,2024.6.8\n\
                 2,丁项目,丁公司,200,1500,2024.6.20",
                &["A1:F1", "D2:E2", "A2:A3", "B2:B3", "C2:C3", "F2:F3"],
            ),
        ],
        tables: &["合计 payment 3,4 2", "分列 payment 2,3 3"],
        records: &[
            "payment.paid_in=6000000 payment.note=内资：600",
            "payment.paid_in=17000000 payment.note=内资：200\n外资：1500",
            "payment.paid_in=6000000 payment.paid_date=2024-06-08",
            "payment.paid_in=2000000 payment.paid_date=2024-06-20",
            "payment.paid_in=15000000 payment.paid_date=2024-06-20",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}
