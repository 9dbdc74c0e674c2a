//! Parks and offices that only the name of the sheet or of the file says, or the
//! brackets of a title.

use super::{Stranger, check};

/// A list of units without a column of parks.
const UNITS: &str = "2023年标准厂房载体台账\n\
    序号,楼栋,单元,建筑面积（㎡）,已租面积（㎡）,入驻企业,状态\n\
    1,1号楼,1-1,1000,,,空置\n\
    2,2号楼,2-1,1001,1001,示例甲有限公司,已租";
/// The same with the park in its title.
const TITLED: &str = "2023年标准厂房载体台账（电梯产业园）\n\
    序号,楼栋,单元,建筑面积（㎡）,已租面积（㎡）,入驻企业,状态\n\
    1,1号楼,1-1,1000,,,空置";

#[test]
fn a_list_of_units_is_named_after_its_park() {
    let park = "factory_unit.park=电梯产业园";
    for (file, tab) in [
        ("载体台账.xlsx", "电梯产业园"),
        ("载体台账_电梯产业园.xlsx", "Sheet1"),
        ("载体台账（电梯产业园）.xlsx", "Sheet1"),
        ("载体台账.xlsx", "载体-电梯产业园"),
    ] {
        let sheets = vec![(tab, UNITS, &[][..])];
        check(&Stranger {
            file,
            sheets: sheets.leak(),
            tables: vec![&*format!("{tab} factory_unit 2 2").leak()].leak(),
            records: vec![park, park].leak(),
        });
    }
    check(&Stranger {
        file: "载体台账.xlsx",
        sheets: &[("Sheet1", TITLED, &[])],
        tables: &["Sheet1 factory_unit 2 1"],
        records: &["factory_unit.park=电梯产业园"],
    });
    check(&Stranger {
        file: "载体台账（各产业园）.xlsx",
        sheets: &[("Sheet1", UNITS, &[])],
        tables: &["Sheet1 factory_unit 2 2"],
        records: &["factory_unit.park=", "factory_unit.park="],
    });
}

#[test]
fn a_list_of_visits_is_named_after_its_office() {
    check(&Stranger {
        file: "拜访接待记录_2023.xlsx",
        sheets: &[
            (
                "拜访接待苏州",
                "2023年拜访接待记录表\n\
                 序号,日期,方式,拜访企业,我方人员,洽谈内容\n\
                 1,2023-05-08,外出拜访,示例甲有限公司,张示,洽谈协议",
                &[],
            ),
            (
                "Sheet2",
                "2023年拜访接待记录表（上海）\n\
                 序号,日期,方式,拜访企业,我方人员,洽谈内容\n\
                 1,2023-05-08,外出拜访,示例乙有限公司,张示,洽谈协议",
                &[],
            ),
            (
                "Sheet3",
                "2023年杭州拜访接待记录表\n\
                 序号,日期,方式,拜访企业,我方人员,洽谈内容\n\
                 1,2023-05-08,外出拜访,示例丙有限公司,张示,洽谈协议",
                &[],
            ),
            (
                "Sheet4",
                "苏州市2023年拜访接待记录表（外出）\n\
                 序号,日期,方式,拜访企业,我方人员,洽谈内容\n\
                 1,2023-05-08,外出拜访,示例丁有限公司,张示,洽谈协议",
                &[],
            ),
        ],
        tables: &[
            "拜访接待苏州 visit 2 1",
            "Sheet2 visit 2 1",
            "Sheet3 visit 2 1",
            "Sheet4 visit 2 1",
        ],
        records: &[
            "visit.resident_office=苏州",
            "visit.resident_office=上海",
            "visit.resident_office=杭州",
            "visit.resident_office=",
        ],
    });
}

#[test]
fn a_list_of_leads_is_named_after_its_office() {
    const ROWS: &str = "序号,接收时间,企业名称,项目概况,拟投资额（亿元）,是否有效\n\
        1,2023-05-08,示例甲有限公司,拟投资建设门机项目,2,是";
    check(&Stranger {
        file: "招商线索台账_2023.xlsx",
        sheets: &[
            ("线索招商一部", ROWS, &[]),
            ("招商线索-招商二部", ROWS, &[]),
            ("线索上海", ROWS, &[]),
            ("信息中心", ROWS, &[]),
        ],
        tables: &[
            "线索招商一部 lead 1 1",
            "招商线索-招商二部 lead 1 1",
            "线索上海 lead 1 1",
            "信息中心 lead 1 1",
        ],
        records: &[
            "lead.reporting_unit=招商一部",
            "lead.reporting_unit=招商二部",
            "lead.reporting_unit=上海",
            "lead.reporting_unit=信息中心",
        ],
    });
}
