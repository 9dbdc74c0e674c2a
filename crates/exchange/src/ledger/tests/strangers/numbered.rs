//! Columns of one thing told apart by numbers or times.

use super::{Stranger, check, of_text};
use crate::problem::Level;

#[test]
fn further_firms_and_contacts_are_kept_with_the_remark() {
    check(&Stranger {
        file: "2025年签约.xlsx",
        sheets: &[(
            "签约",
            "2025年签约项目（单位：万元）\n\
             序号,项目名称,投资方1,投资方2,投资方3,合同利用资金,签约日期,联系人,联系电话,联系人2,联系电话2,备注\n\
             1,甲项目,甲公司,乙公司,丙公司,1200,2025.2.1,王强,15400000011,何平,15400000012,用地20亩\n\
             2,丁项目,丁公司,,,800,2025.5.1,李敏,15400000013,,,",
            &[],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "enterprise.name=甲公司 contact.name=王强 contact.mobile=15400000011 \
             agreement.note=用地20亩\n投资方2：乙公司\n投资方3：丙公司\n联系人2：何平\n联系电话2：15400000012",
            "enterprise.name=丁公司 agreement.note=",
        ],
    });
}

#[test]
fn amounts_by_quarter_that_nobody_reads_are_named() {
    let csv = "2025年招商引资签约项目统计表（单位：万元）,,,,,,,\n\
               序号,项目名称,投资方,合同金额,,,,签约日期\n\
               ,,,一季度,二季度,三季度,四季度,\n\
               1,甲项目,甲公司,1200,,,,2025.2.1\n2,乙项目,乙公司,,800,,,2025.5.1\n";
    let found = of_text("2025年签约.csv", csv.as_bytes());
    let mut problems = found.tables[0].problems.iter();
    let told = problems.find(|one| one.reason == "amounts_unread");
    let told = told.expect("the columns are named");
    assert_eq!(told.level, Level::Must);
    assert!(told.raw.contains("合同金额▸一季度"), "{}", told.raw);
}

#[test]
fn a_day_stands_in_columns_named_after_it() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目台账\n\
             序号,项目名称,投资方,省份,签约年,月,日,投资总额,\n\
             ,,,,,,,数额,单位\n\
             1,甲项目,甲公司,江苏,2024,3,1,5,亿元\n\
             2,乙项目,乙公司,浙江,2024,4,,800,万元",
            &["H2:I2"],
        )],
        tables: &["签约 signing 2,3 2"],
        records: &[
            "agreement.sign_date=2024-03-01 agreement.contract_total=500000000 project.source_region=江苏",
            "agreement.sign_date=2024-04-01/month agreement.contract_total=8000000 project.source_region=浙江",
        ],
    });
}

#[test]
fn the_parts_of_a_project_beside_it_are_told() {
    let csv = "2024年签约项目台账,,,,\n\
               序号,项目名称,投资方,签约时间,合同利用资金（万元）\n\
               1,甲项目,甲公司,2024.1.5,3000\n\
               2,乙园区项目,丙公司,2024.2.1,8000\n\
               2-1,乙园区A项目,丁公司,2024.2.1,5000\n\
               2-2,乙园区B项目,戊公司,2024.2.1,3000\n\
               3,己项目,己公司,2024.3.1,100\n\
               3-1,己项目子项,庚公司,2024.3.1,70\n";
    let found = of_text("2024年签约.csv", csv.as_bytes());
    let rows = &found.tables[0].rows;
    assert_eq!(rows.len(), 6);
    let told = rows.iter().filter(|row| {
        let mut problems = row.problems.iter();
        problems.any(|one| one.reason == "whole_beside_parts" && one.level == Level::Must)
    });
    let told: Vec<u32> = told.map(|row| row.row).collect();
    assert_eq!(told, [4]);
}
