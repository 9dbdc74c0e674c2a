//! Totals that have a thing once of which two rows tell, and sections that say
//! what a row is not.

use super::{Stranger, check, problems};
use crate::problem::Level;

fn reasons(stranger: &Stranger<'_>) -> Vec<String> {
    let problems = problems(stranger).into_iter();
    let told = problems.filter(|one| one.level == Level::Must);
    told.map(|one| format!("{} {}{} {}", one.reason, one.column, one.row, one.raw))
        .collect()
}

#[test]
fn an_agreement_signed_again_is_once_in_the_total() {
    let stranger = Stranger {
        file: "2023年签约项目台账.xlsx",
        sheets: &[(
            "签约",
            "2023年签约项目台账\n\
             序号,项目名称,投资方,合同总投资（万元）,合同利用资金（万元）,签约时间,协议类型\n\
             1,溱泰特色原料药生产基地项目,济南溱泰药业有限公司,40599.55,40599.55,2023-01-14,正式投资合同\n\
             2,溱泰集团特色原料药生产基地项目,济南溱泰药业有限公司,40599.55,40599.55,2023-01-23,正式投资合同\n\
             3,昱达智能工厂项目,苏州昱达科技有限公司,25614.4,25614.4,2023-02-09,正式投资合同\n\
             合计,,,66213.95,66213.95",
            &[],
        )],
        tables: &["签约 signing 2 3"],
        records: &["", "", ""],
    };
    check(&stranger);
    let told = reasons(&stranger);
    assert!(
        !told.iter().any(|one| one.starts_with("subtotal")),
        "{told:?}"
    );
}

#[test]
fn a_unit_let_again_is_once_in_the_total() {
    let stranger = Stranger {
        file: "载体.xlsx",
        sheets: &[(
            "标准厂房",
            "标准厂房载体台账\n\
             序号,园区,楼栋,单元,建筑面积（㎡）,已租,已售,入驻企业,起租日,到期日,状态\n\
             ,,,,,面积（㎡）,面积（㎡）,,,,\n\
             1,科创园,1号楼,1-1,1000,1000,,苏州甲有限公司,2020-07-01,2023-06-30,已退租\n\
             2,科创园,1号楼,1-1,1000,1000,,苏州乙有限公司,2023-09-01,2026-06-30,已租\n\
             3,科创园,1号楼,1-2,2000,,2000,苏州丙有限公司,,,已售\n\
             4,科创园,2号楼,2-1,3000,,,,,,在建\n\
             合计,,,,6000,1000,2000,,,,",
            &[
                "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "H2:H3", "I2:I3", "J2:J3", "K2:K3",
            ],
        )],
        tables: &["标准厂房 factory_unit 2,3 4"],
        records: &["!", "", "", "!"],
    };
    check(&stranger);
    let told = reasons(&stranger);
    assert!(
        !told.iter().any(|one| one.starts_with("subtotal")),
        "{told:?}"
    );
}

#[test]
fn a_section_may_deny_the_level() {
    check(&Stranger {
        file: "2023年度在建项目台账.xlsx",
        sheets: &[(
            "在建",
            "2023年度在建项目台账\n\
             序号,项目名称,建设单位,建设性质,总投资（万元）\n\
             （一）市级重点项目\n\
             1,甲项目,甲公司,新建,20000\n\
             （二）未列入市级重点的项目\n\
             2,乙项目,乙公司,新建,45000\n\
             （三）非省级重点项目\n\
             3,丙项目,丙公司,新建,45000\n\
             （四）未列入省级的市级重点项目\n\
             4,丁项目,丁公司,新建,45000\n\
             （五）除市级重点以外的项目\n\
             5,戊项目,戊公司,新建,45000",
            &[],
        )],
        tables: &["在建 key_project 2 5"],
        records: &[
            "key_project.key_level=city",
            "!key_project.key_level=",
            "!key_project.key_level=",
            "key_project.key_level=city",
            "!key_project.key_level=",
        ],
    });
}

#[test]
fn what_a_section_voids_is_told_at_the_project() {
    let stranger = Stranger {
        file: "2023年签约项目台账.xlsx",
        sheets: &[(
            "签约",
            "2023年签约项目台账\n\
             序号,项目名称,投资方,合同额（万元）,签约时间,备注\n\
             一、正常履约项目\n\
             1,甲项目,甲公司,3000,2023-03-01,\n\
             二、已解约项目\n\
             2,乙项目,乙公司,3000,2023-03-01,另行通知",
            &[],
        )],
        tables: &["签约 signing 2 2"],
        records: &["agreement.voided=", "!agreement.voided=true"],
    };
    check(&stranger);
    let told = reasons(&stranger);
    assert!(
        told.iter().any(|one| one.starts_with("voided B6")),
        "{told:?}"
    );
}

#[test]
fn the_whole_of_an_investment_stands_beside_its_part() {
    check(&Stranger {
        file: "2023年签约项目台账.xlsx",
        sheets: &[(
            "签约",
            "2023年签约项目台账\n\
             序号,项目名称,投资方,投资情况（亿元）,,签约时间,协议类型\n\
             ,,,总额,其中：引资额,,\n\
             1,甲项目,甲公司,3.5,2,2023-03-01,正式投资合同",
            &["D2:E2", "A2:A3", "B2:B3", "C2:C3", "F2:F3", "G2:G3"],
        )],
        tables: &["签约 signing 2,3 1"],
        records: &["agreement.contract_total=350000000 agreement.contract_capital=200000000"],
    });
}
