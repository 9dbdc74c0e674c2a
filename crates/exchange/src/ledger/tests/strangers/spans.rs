//! Columns that are of another year, another phase or another span of time
//! than the field that they resemble.

use super::{Stranger, check, of_text, shown};

#[test]
fn what_was_done_in_the_year_before_is_no_field_of_this_one() {
    check(&Stranger {
        file: "重点项目.xlsx",
        sheets: &[(
            "重点项目",
            "2025年重点项目台账（单位：万元）\n\
             序号,项目名称,建设单位,项目级别,总投资,2024年完成投资,2025年计划投资,2026年计划投资,2025年1-6月完成投资\n\
             1,甲项目,甲公司,市级,30000,8000,9000,7000,4000\n\
             2,乙项目,乙公司,市级,20000,0,6000,5000,2000",
            &["A1:I1"],
        )],
        tables: &["重点项目 key_project 2 2"],
        records: &[
            "key_project.annual_plan_investment=90000000 key_project.annual_completed_investment=40000000",
            "key_project.annual_plan_investment=60000000 key_project.annual_completed_investment=20000000",
        ],
    });
}

#[test]
fn a_ledger_without_a_year_is_of_the_last_that_its_headings_name() {
    check(&Stranger {
        file: "重点项目.xlsx",
        sheets: &[(
            "重点项目",
            "序号,项目名称,建设单位,项目级别,总投资（万元）,2024年计划投资（万元）,2025年计划投资（万元）\n\
             1,甲项目,甲公司,市级,30000,8000,9000",
            &[],
        )],
        tables: &["重点项目 key_project 1 1"],
        records: &["key_project.annual_plan_investment=90000000"],
    });
}

#[test]
fn the_total_of_a_phase_is_not_that_of_the_project() {
    check(&Stranger {
        file: "2025年签约项目.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,签约时间,协议类型,一期总投资（万元）\n\
             1,甲项目,甲公司,2025-03-01,投资合同,30000",
            &[],
        )],
        tables: &["签约 signing 1 1"],
        records: &["project.total_investment= agreement.contract_total="],
    });
    check(&Stranger {
        file: "2025年重点项目.xlsx",
        sheets: &[(
            "在建",
            "序号,项目名称,建设单位,项目级别,首期总投资（万元）,形象进度\n\
             1,甲项目,甲公司,市级,30000,主体施工",
            &[],
        )],
        tables: &["在建 key_project 1 1"],
        records: &["key_project.total_investment="],
    });
}

#[test]
fn plans_and_works_of_other_months_are_not_those_of_the_year() {
    check(&Stranger {
        file: "重点项目.xlsx",
        sheets: &[(
            "在建",
            "2025年在建重点项目进度表（单位：万元）\n\
             序号,项目名称,建设单位,级别,总投资,下月计划投资,上月完成投资,以前年度完成投资,六月完成投资,2025年累计完成投资,完成投资占比（%）,年度计划投资\n\
             1,甲项目,甲公司,市级,30000,500,400,8000,450,4000,50,8000",
            &["A1:L1"],
        )],
        tables: &["在建 key_project 2 1"],
        records: &[
            "key_project.annual_plan_investment=80000000 key_project.annual_completed_investment=40000000 key_project.month_completed_investment=4500000 key_project.cumulative_investment=",
        ],
    });
    check(&Stranger {
        file: "重点项目.xlsx",
        sheets: &[(
            "在建",
            "2025年在建重点项目进度表（单位：万元）\n\
             序号,项目名称,建设单位,级别,总投资,拟完成投资,上月末累计完成投资,本月完成投资\n\
             1,甲项目,甲公司,市级,30000,9000,4000,450",
            &["A1:H1"],
        )],
        tables: &["在建 key_project 2 1"],
        records: &[
            "key_project.annual_plan_investment=90000000 key_project.annual_completed_investment= key_project.month_completed_investment=4500000 key_project.cumulative_investment=",
        ],
    });
}

#[test]
fn a_span_of_months_beside_the_last_of_them_makes_no_sum_of_the_year() {
    check(&Stranger {
        file: "重点项目.xlsx",
        sheets: &[(
            "在建",
            "2025年在建重点项目进度表（单位：万元）\n\
             序号,项目名称,总投资,本年投资,,,累计完成投资\n\
             ,,,年度计划,1-6月,6月,\n\
             1,甲项目,30000,5000,3000,600,8000",
            &["A1:G1", "D2:F2", "A2:A3", "B2:B3", "C2:C3", "G2:G3"],
        )],
        tables: &["在建 key_project 2,3 1"],
        records: &[
            "key_project.annual_plan_investment=50000000 key_project.annual_completed_investment= key_project.cumulative_investment=80000000",
        ],
    });
}

#[test]
fn days_agreed_on_or_demanded_are_planned() {
    for head in ["合同约定开工时间", "应开工时间", "开工时限", "最迟开工时间"]
    {
        let csv = format!(
            "序号,项目名称,建设单位,级别,总投资（万元）,{head},一期竣工时间,主体竣工时间\n\
             1,甲项目,甲公司,市级,30000,2025-03-01,2025-06-01,2025-08-01\n"
        );
        let found = of_text("2025年重点项目.csv", csv.as_bytes());
        let row = &found.tables[0].rows[0];
        assert_eq!(shown(row, "key_project.start_date"), "", "{head}");
        assert_eq!(
            shown(row, "key_project.planned_start_date"),
            "2025-03-01",
            "{head}"
        );
        assert_eq!(shown(row, "key_project.completion_date"), "", "{head}");
    }
}

#[test]
fn a_cell_for_a_day_says_whether_it_is_past() {
    check(&Stranger {
        file: "2025年重点项目.xlsx",
        sheets: &[(
            "重点项目",
            "序号,项目名称,建设单位,级别,总投资（万元）,形象进度,开工时间,竣工时间\n\
             1,甲项目,甲公司,市级,30000,收尾,2024.3,已竣工（2025.3）\n\
             2,乙项目,乙公司,市级,20000,土方,未开工,2026.12\n\
             3,丙项目,丙公司,市级,20000,主体,2024.5,2025.12",
            &[],
        )],
        tables: &["重点项目 key_project 1 3"],
        records: &[
            "key_project.completion_date=2025-03-01/month key_project.planned_completion_date=",
            "key_project.ledger_kind=planned key_project.planned_completion_date=2026-12-01/month",
            "key_project.ledger_kind=building key_project.completion_date= key_project.planned_completion_date=2025-12-01/month",
        ],
    });
}

#[test]
fn what_is_expected_to_be_paid_was_not_paid() {
    let csv = "序号,项目名称,投资方,预计到位资金（万元）\n1,甲项目,甲公司,500\n";
    let found = of_text("2025年到位资金.csv", csv.as_bytes());
    for row in found.tables.iter().flat_map(|table| &table.rows) {
        assert_eq!(shown(row, "payment.paid_in"), "");
    }
}

#[test]
fn of_sums_from_january_on_the_last_is_what_was_paid() {
    check(&Stranger {
        file: "到位资金.xlsx",
        sheets: &[(
            "到位",
            "2025年到位资金台账\n\
             序号,项目名称,投资方,1-5月到位（万元）,1-6月到位（万元）\n\
             1,甲项目,甲公司,500,700",
            &["A1:E1"],
        )],
        tables: &["到位 payment 2 1"],
        records: &["payment.paid_in=7000000"],
    });
}

#[test]
fn what_came_of_an_agreement_is_not_what_was_agreed_on() {
    for head in [
        "实际利用资金",
        "已利用资金",
        "实际投资额",
        "2025年计划投资",
        "总投资（一期）",
    ] {
        let csv = format!(
            "序号,项目名称,投资方,签约时间,协议类型,{head}（万元）\n\
             1,甲项目,甲公司,2025-03-01,投资合同,30000\n"
        );
        let found = of_text("2025年签约项目.csv", csv.as_bytes());
        let row = &found.tables[0].rows[0];
        for field in [
            "agreement.contract_total",
            "agreement.contract_capital",
            "project.total_investment",
        ] {
            assert_eq!(shown(row, field), "", "{head}");
        }
    }
}

#[test]
fn a_column_says_which_agreements_ended_and_which_are_frameworks() {
    check(&Stranger {
        file: "2025年签约项目.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,签约时间,合同总投资（万元）,是否终止,是否框架协议\n\
             1,甲项目,甲公司,2025-03-01,30000,否,否\n\
             2,乙项目,乙公司,2025-03-02,20000,是,否\n\
             3,丙项目,丙公司,2025-03-03,10000,否,是",
            &[],
        )],
        tables: &["签约 signing 1 3"],
        records: &[
            "agreement.voided=false",
            "!agreement.voided=true",
            "!agreement.agreement_type=framework",
        ],
    });
}

#[test]
fn a_person_of_the_firm_is_no_officer_of_ours() {
    check(&Stranger {
        file: "2025年重点项目.xlsx",
        sheets: &[(
            "在建",
            "序号,项目名称,建设单位,级别,总投资（万元）,业主联系人,年底形象进度\n\
             1,甲项目,甲公司,市级,30000,张某,主体封顶",
            &[],
        )],
        tables: &["在建 key_project 1 1"],
        records: &["key_project.service_officer= key_project.visible_progress="],
    });
}

#[test]
fn totals_have_many_names_and_units_stand_below_as_well() {
    for total in ["总计数,,", ",汇总,", ",共2个项目,", ",2个,", "项目数2个,,"] {
        let csv = format!(
            "序号,项目名称,建设单位,总投资,年度计划投资,开工时间\n\
             1,甲项目,甲公司,30000,5000,2025.3\n\
             2,乙项目,乙公司,20000,4000,2025.4\n\
             {total},50000,9000,\n\
             制表人：张某,,,单位：万元,,\n"
        );
        let found = of_text("2025年在建重点项目.csv", csv.as_bytes());
        let table = &found.tables[0];
        assert_eq!((table.rows.len(), table.subtotals.len()), (2, 2), "{total}");
        assert!(table.subtotals.iter().all(|one| one.agrees == Some("all")));
        assert_eq!(
            shown(&table.rows[0], "key_project.total_investment"),
            "300000000"
        );
    }
}
