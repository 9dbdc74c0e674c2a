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
        records: &["payment.state=recognised", "payment.state=returned"],
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

#[test]
fn sections_say_how_payments_and_land_stand() {
    check(&Stranger {
        file: "台账_2023.xlsx",
        sheets: &[
            (
                "到位",
                "2023年到位资金台账\n\
                 序号,项目名称,出资单位,到账时间,到位金额（万元）,凭证号\n\
                 一、认定（2笔）\n\
                 1,甲项目,甲公司,2023-05-08,500,A1\n\
                 二、申报（1笔）\n\
                 2,乙项目,乙公司,2023-06-09,200,A2\n\
                 三、退回（1笔）\n\
                 3,丙项目,丙公司,2023-06-10,100,A3",
                &[],
            ),
            (
                "到位资金",
                "2023年到位资金台账\n\
                 序号,项目名称,出资单位,到账时间,到位金额（万元）,凭证号\n\
                 一、设备\n\
                 1,甲项目,甲公司,2023-05-18,600,B1\n\
                 二、厂房建设\n\
                 2,乙项目,乙公司,2023-06-19,300,B2",
                &[],
            ),
            (
                "地块",
                "2023年可供地块台账\n\
                 序号,地块编号,位置,面积（亩）,用途\n\
                 一、净地（1宗）\n\
                 1,SH-1,新盛街以南,50,工业\n\
                 二、待征（1宗）\n\
                 2,SH-3,科源街,70,工业\n\
                 三、已批未供\n\
                 3,SH-4,力源街,80,工业",
                &[],
            ),
        ],
        tables: &[
            "到位 payment 2 3",
            "到位资金 payment 2 2",
            "地块 parcel 2 3",
        ],
        records: &[
            "payment.state=recognised",
            "payment.state=declared",
            "payment.state=returned",
            "payment.fund_kind=equipment",
            "payment.fund_kind=plant",
            "parcel.supply_state=clear",
            "parcel.supply_state=to_acquire",
            "parcel.supply_state=approved",
        ],
    });
}

#[test]
fn sections_say_how_units_stand_and_who_answers_for_works() {
    check(&Stranger {
        file: "台账_2023.xlsx",
        sheets: &[
            (
                "载体",
                "标准厂房载体台账\n\
                 序号,园区,楼栋号,单元,建筑面积（㎡）,已租面积（㎡）,已售面积（㎡）,入驻企业\n\
                 一、已租（2个）\n\
                 1,电梯园,1号楼,1-1,1000,1000,,示例甲有限公司\n\
                 2,电梯园,1号楼,1-2,1000,,,\n\
                 二、空置（1个）\n\
                 3,电梯园,1号楼,1-3,1000,,,",
                &[],
            ),
            (
                "在建项目",
                "2023年在建项目台账\n\
                 序号,项目名称,建设单位,级别,建设性质,总投资（亿元）\n\
                 一、招商一部（1个）\n\
                 1,甲项目,甲公司,市级,新建,3\n\
                 二、产投集团（1个）\n\
                 2,乙项目,乙公司,市级,新建,4",
                &[],
            ),
        ],
        tables: &["载体 factory_unit 2 3", "在建项目 key_project 2 2"],
        records: &[
            "factory_unit.state=leased",
            "factory_unit.state=",
            "factory_unit.state=vacant",
            "key_project.responsible_unit=招商一部",
            "key_project.responsible_unit=产投集团",
        ],
    });
}

#[test]
fn small_headings_go_on_with_those_above() {
    check(&Stranger {
        file: "台账_2023.xlsx",
        sheets: &[
            (
                "签约",
                "2023年签约项目台账\n\
                 序号,项目名称,客商情况,,合同利用资金（亿元）,签约时间,协议类型,引进单位\n\
                 ,,名称,来源地,,,,\n\
                 1,甲项目,示例甲有限公司,上海,2,2023-05-01,正式投资合同,招商一部",
                &[
                    "C2:D2", "A2:A3", "B2:B3", "E2:E3", "F2:F3", "G2:G3", "H2:H3",
                ],
            ),
            (
                "在建项目",
                "2023年在建项目台账\n\
                 序号,项目名称,建设单位,级别,总投资（亿元）,投资完成情况（亿元）,\n\
                 ,,,,,本年,累计\n\
                 1,甲项目,甲公司,市级,3,0.5,1.5",
                &["F2:G2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3"],
            ),
        ],
        tables: &["签约 signing 2,3 1", "在建项目 key_project 2,3 1"],
        records: &[
            "enterprise.name=示例甲有限公司",
            "key_project.annual_completed_investment=50000000 key_project.cumulative_investment=150000000",
        ],
    });
}
