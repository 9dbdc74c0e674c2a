//! Sections that say of their rows what no column does.

use super::{Stranger, check, musts};

#[test]
fn works_that_are_stopped_are_asked_about() {
    let stranger = Stranger {
        file: "2023年重点项目.xlsx",
        sheets: &[(
            "重点",
            "2023年重点项目\n\
             序号,项目名称,级别,总投资（亿元）,开工时间,形象进度\n\
             一、在建项目\n\
             1,甲项目,市级,8.6,2022.9,主体施工\n\
             2,乙项目,市级,8.6,2022.9,已停建\n\
             二、停建缓建项目（1个）\n\
             3,丙项目,市级,10,2022.6,\n\
             三、退库项目\n\
             4,丁项目,市级,15,2022.8,",
            &[],
        )],
        tables: &["重点 key_project 2 4"],
        records: &["", "", "", ""],
    };
    check(&stranger);
    let asked = musts(&stranger);
    let asked: Vec<&str> = asked
        .iter()
        .filter(|one| one.contains("remark_leaves_out"))
        .filter_map(|one| one.split(' ').next())
        .collect();
    assert_eq!(asked, ["5", "7", "9"]);
}

#[test]
fn payments_in_a_part_of_those_not_recognised_are_not() {
    check(&Stranger {
        file: "2023年到位资金台账.xlsx",
        sheets: &[(
            "到位",
            "2023年到位资金台账\n\
             序号,项目名称,投资方,到位时间,到位资金（万元）\n\
             一、认定项目\n\
             1,甲项目,甲公司,2023.3.1,3000\n\
             二、不予认定项目\n\
             2,乙项目,乙公司,2023.4.1,2000",
            &[],
        )],
        tables: &["到位 payment 2 2"],
        records: &["payment.state=", "payment.state=returned"],
    });
}

#[test]
fn a_part_may_be_in_money_or_of_a_year_of_its_own() {
    check(&Stranger {
        file: "2023年签约项目台账.xlsx",
        sheets: &[(
            "签约",
            "2023年签约项目台账\n\
             序号,项目名称,投资方,签约时间,引资额（万元）\n\
             一、2022年结转项目\n\
             1,甲项目,甲公司,11月3日,6000\n\
             二、外资项目（万美元）\n\
             2,乙项目,乙公司,2023.4.11,1200\n\
             三、2023年新签约项目\n\
             3,丙项目,丙公司,1月16日,8000",
            &[],
        )],
        tables: &["签约 signing 2 3"],
        records: &[
            "agreement.sign_date=2022-11-03 agreement.contract_capital=60000000",
            "agreement.sign_date=2023-04-11 agreement.contract_capital=12000000USD",
            "agreement.sign_date=2023-01-16 agreement.contract_capital=80000000",
        ],
    });
}

#[test]
fn visits_that_are_meant_are_none_yet() {
    check(&Stranger {
        file: "2023年招商活动.xlsx",
        sheets: &[(
            "活动",
            "2023年招商活动\n\
             序号,时间,企业,参加人员,内容\n\
             一、外出拜访\n\
             1,2023.3.1,甲公司,郑某,选址\n\
             二、计划拜访（1个）\n\
             2,2023.12.1,乙公司,周某,",
            &[],
        )],
        tables: &["活动 visit 2 1"],
        records: &["visit.enterprise=甲公司"],
    });
}
