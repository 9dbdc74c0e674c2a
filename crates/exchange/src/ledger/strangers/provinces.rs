//! Ledgers of payments and of key projects in the forms that several provinces
//! hand out to their counties.

use super::{Stranger, check};

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
