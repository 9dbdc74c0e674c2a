//! Tables as the papers of offices have them: units, states and days where
//! forms in use put them.

use super::{Stranger, check};

#[test]
fn a_line_goes_on_behind_its_unit() {
    check(&Stranger {
        file: "情况表.xlsx",
        sheets: &[
            (
                "甲",
                "单位：万元                    2023年11月5日\n\
                 序号,项目名称,投资商,合同签订时间,引资额\n\
                 1,甲项目,甲公司,2023-03-08,12500",
                &["A1:E1"],
            ),
            (
                "乙",
                "填报单位（盖章）：招商局    单位：万元    填报时间：2023年10月8日\n\
                 序号,项目名称,投资商,合同签订时间,引资额\n\
                 1,乙项目,乙公司,2023-03-09,12500",
                &["A1:E1"],
            ),
            (
                "丙",
                "金额单位：亿元  填报人：张三\n\
                 序号,项目名称,投资商,合同签订时间,引资额\n\
                 1,丙项目,丙公司,2023-03-10,1.25",
                &["A1:E1"],
            ),
            (
                "丁",
                "单位：万元 截至2023年10月\n\
                 序号,项目名称,投资商,合同签订时间,引资额\n\
                 1,丁项目,丁公司,2023-03-11,12500",
                &["A1:E1"],
            ),
        ],
        tables: &[
            "甲 signing 2 1",
            "乙 signing 2 1",
            "丙 signing 2 1",
            "丁 signing 2 1",
        ],
        records: &[
            "agreement.contract_capital=125000000 agreement.sign_date=2023-03-08",
            "agreement.contract_capital=125000000 agreement.sign_date=2023-03-09",
            "agreement.contract_capital=125000000 agreement.sign_date=2023-03-10",
            "agreement.contract_capital=125000000 agreement.sign_date=2023-03-11",
        ],
    });
}

#[test]
fn days_of_signing_make_agreements_whatever_else_is_asked() {
    check(&Stranger {
        file: "附件2.xlsx",
        sheets: &[
            (
                "Sheet1",
                "项目编码,项目名称,投资方名称,总投资（亿元）,项目简介,项目进度,签约日期,项目来源\n\
                 TZ001,甲项目,甲公司,12.5,建设厂房,已注册,2023-03-08,自行接洽\n\
                 TZ002,乙项目,乙公司,3.2,建设厂房,已签约,2023-04-08,自行接洽",
                &[],
            ),
            (
                "Sheet2",
                "项目名称,投资方名称,签约日期,总投资（亿元）,项目进度\n\
                 丙项目,丙公司,2023-03-08,12.5,已注册\n\
                 丁项目,丁公司,2023-04-08,3.2,已签约",
                &[],
            ),
            (
                "Sheet3",
                "项目编号,项目名称,投资方,产业链,投资额（亿元）,招引阶段,,建设阶段,项目专员,当前状态\n\
                 ,,,,,首次接洽,签约,开工,,\n\
                 QZ01,戊项目,戊公司,高端装备,12.5,2022-10-01,2023-03-08,2023-09-01,张伟,在建\n\
                 QZ02,己项目,己公司,电梯,3.2,2022-11-01,2023-04-08,,李娜,签约",
                &[
                    "A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:G1", "I1:I2", "J1:J2",
                ],
            ),
        ],
        tables: &[
            "Sheet1 signing 1 2",
            "Sheet2 signing 1 2",
            "Sheet3 signing 1,2 2",
        ],
        records: &[
            "project.name=甲项目 agreement.sign_date=2023-03-08",
            "project.name=乙项目 agreement.sign_date=2023-04-08",
            "project.name=丙项目 agreement.sign_date=2023-03-08",
            "project.name=丁项目 agreement.sign_date=2023-04-08",
            "project.name=戊项目 agreement.sign_date=2023-03-08",
            "project.name=己项目 agreement.sign_date=2023-04-08",
        ],
    });
}

#[test]
fn what_is_built_is_no_lead_whatever_the_list_is_called() {
    check(&Stranger {
        file: "招商项目信息表.xlsx",
        sheets: &[(
            "Sheet1",
            "招商项目信息表\n\
             项目名称,项目编号,项目状态,投资方,投资金额,开工时间,竣工时间,行业方向,固定资产投资\n\
             甲项目,P001,已竣工,甲公司,12.5亿元,2022-03-01,2023-12-01,装备,6亿元\n\
             乙项目,P002,已开工,乙公司,3.2亿元,2023-03-01,,装备,1亿元",
            &["A1:I1"],
        )],
        tables: &["Sheet1 key_project 2 2"],
        records: &[
            "project.name=甲项目 key_project.completion_date=2023-12-01 key_project.ledger_kind=finished",
            "project.name=乙项目 key_project.start_date=2023-03-01 key_project.ledger_kind=building",
        ],
    });
}
