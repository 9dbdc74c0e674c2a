//! Signing ledgers that name firms, projects and amounts in words of two
//! meanings.

use super::{Stranger, check, of_text};

#[test]
fn the_unit_brought_in_is_a_firm_where_firms_stand_below() {
    check(&Stranger {
        file: "2023年重点签约项目.xlsx",
        sheets: &[(
            "签约",
            "序号,签约项目名称,引进单位,协议性质,签约时间,引资额（亿元）\n\
             1,铜箔项目,甲科技有限公司,投资协议,2023.2.16,9\n\
             2,装备项目,乙机械股份有限公司,投资协议,2023.10.20,3\n\
             3,物流项目,丙集团,投资协议,2023.12.1,5",
            &[],
        )],
        tables: &["签约 signing 1 3"],
        records: &[
            "enterprise.name=甲科技有限公司 agreement.responsible_unit=",
            "enterprise.name=乙机械股份有限公司",
            "enterprise.name=丙集团",
        ],
    });
    check(&Stranger {
        file: "2023年重点签约项目.xlsx",
        sheets: &[(
            "签约",
            "序号,签约项目名称,引进单位,协议性质,签约时间,引资额（亿元）\n\
             1,铜箔项目,招商一局,投资协议,2023.2.16,9\n\
             2,装备项目,城投集团,投资协议,2023.10.20,3\n\
             3,物流项目,商务局,投资协议,2023.12.1,5",
            &[],
        )],
        tables: &["签约 signing 1 3"],
        records: &[
            "agreement.responsible_unit=招商一局",
            "agreement.responsible_unit=城投集团",
            "agreement.responsible_unit=商务局",
        ],
    });
}

#[test]
fn a_project_called_like_its_contract_is_that_project() {
    check(&Stranger {
        file: "2023年签约项目.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,协议性质,签约时间,引资额（亿元）\n\
             1,冷链物流园项目补充协议,甲公司,补充协议,2023.12.1,0.5\n\
             2,铜箔生产基地投资合同书,乙公司,投资协议,2023.2.16,9\n\
             3,低空经济战略合作协议,丙公司,战略合作协议,2023.3.16,",
            &[],
        )],
        tables: &["签约 signing 1 3"],
        records: &[
            "!project.name=冷链物流园项目",
            "project.name=铜箔生产基地",
            "!project.name=低空经济战略合作协议",
        ],
    });
}

#[test]
fn the_size_of_an_investment_is_an_amount() {
    let csv = "项目名称,投资方,签订日期,协议类型,协议投资(万元),投资规模(万元),合同引资额(万元)\n\
               甲项目,甲公司,2023-01-09,投资合同,60000,\"65,000.00\",50000\n";
    let found = of_text("2023年招商项目.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    let shown = |dotted| super::shown(row, dotted);
    assert_eq!(shown("agreement.contract_total"), "600000000");
    assert_eq!(shown("project.total_investment"), "650000000");
    assert_eq!(shown("project.content"), "");
    let csv = "项目名称,投资方,签订日期,协议类型,项目投资规模（亿元）\n\
               甲项目,甲公司,2023-01-09,投资合同,6.5\n";
    let found = of_text("2023年招商项目.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(super::shown(row, "agreement.contract_total"), "650000000");
}
