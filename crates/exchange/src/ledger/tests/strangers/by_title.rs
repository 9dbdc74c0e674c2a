//! Sheets that only their titles tell apart: `Sheet1`, `Sheet2`.

use super::{Stranger, check};

#[test]
fn lists_of_works_and_units_for_one_time_each_are_one_by_their_titles() {
    check(&Stranger {
        file: "重点项目.xlsx",
        sheets: &[
            (
                "Sheet1",
                "2025年一季度重点项目进展表,,,\n项目名称,级别,总投资（亿元）,本年完成投资（亿元）\n甲项目,市级,3.15,0.2",
                &["A1:D1"],
            ),
            (
                "Sheet2",
                "2025年二季度重点项目进展表,,,\n项目名称,级别,总投资（亿元）,本年完成投资（亿元）\n甲项目,市级,3.15,0.6",
                &["A1:D1"],
            ),
        ],
        tables: &["Sheet1 key_project 2 1", "Sheet2 key_project 2 1"],
        records: &[
            "key_project.annual_completed_investment=20000000",
            "key_project.annual_completed_investment=60000000",
        ],
    });
    check(&Stranger {
        file: "厂房台账.xlsx",
        sheets: &[
            (
                "Sheet1",
                "厂房台账（截至2025年3月31日）,,,\n园区,楼栋号,建筑面积（㎡）,已租面积（㎡）\n智造园,1#,10000,6000\n智造园,2#,8000,0",
                &["A1:D1"],
            ),
            (
                "Sheet2",
                "厂房台账（截至2025年6月30日）,,,\n园区,楼栋号,建筑面积（㎡）,已租面积（㎡）\n智造园,1#,10000,0\n智造园,2#,8000,8000",
                &["A1:D1"],
            ),
        ],
        tables: &["Sheet2 factory_unit 2 2"],
        records: &["lease.leased_area=0sqm", "lease.leased_area=8000sqm"],
    });
}
