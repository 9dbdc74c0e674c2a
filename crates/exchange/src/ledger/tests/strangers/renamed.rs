//! The zone's own ledgers under headings that other towns give theirs.

use super::{Stranger, check, problems};

#[test]
fn a_heading_that_ends_a_visit_is_no_other_day_of_it() {
    check(&Stranger {
        file: "拜访台账.xlsx",
        sheets: &[(
            "拜访",
            "编号,驻点办,活动日期,截止日期,接洽企业,对方职位,企业参加人员,我方参与人员,来访/外出,主要内容\n\
             1,苏州,2024-3-5,2024-3-6,甲公司,总监,王一,李二,外出拜访,洽谈协议\n\
             2,上海,2024-3-8,,乙公司,经理,赵三,李二,来访考察,看厂房",
            &[],
        )],
        tables: &["拜访 visit 1 2"],
        records: &[
            "visit.resident_office=苏州 visit.visit_date=2024-03-05 visit.end_date=2024-03-06 visit.enterprise=甲公司 visit.their_duty=总监 visit.their_people=王一 visit.our_people=李二 visit.visit_type=visit_out visit.visit_no=",
            "visit.visit_date=2024-03-08 visit.end_date= visit.visit_type=visit_in",
        ],
    });
}

#[test]
fn guests_that_are_firms_were_met() {
    check(&Stranger {
        file: "接待台账.xlsx",
        sheets: &[(
            "接待",
            "编号,驻点,接洽时间,来访客商,客商姓名,洽谈内容\n\
             1,苏州,2024-3-5,苏州甲电子有限公司,王一,洽谈协议\n\
             2,上海,2024-3-8,上海乙医药有限公司,赵三,看厂房",
            &[],
        )],
        tables: &["接待 visit 1 2"],
        records: &[
            "visit.enterprise=苏州甲电子有限公司 visit.their_people=王一",
            "visit.enterprise=上海乙医药有限公司",
        ],
    });
}

#[test]
fn numbers_that_count_rows_name_no_parcel() {
    let parcels = Stranger {
        file: "地块.xlsx",
        sheets: &[(
            "地块",
            "编号,地块名称,占地面积（亩）,地类,区位,出让状态\n\
             1,东一号地,100,工业,新盛街以南,已供\n\
             2,东二号地,50,工业,新盛街以北,净地",
            &[],
        )],
        tables: &["地块 parcel 1 2"],
        records: &[
            "parcel.parcel_no=东一号地 parcel.land_area=100mu parcel.land_use=工业 parcel.place=新盛街以南 parcel.supply_state=supplied",
            "parcel.parcel_no=东二号地 parcel.supply_state=clear",
        ],
    };
    check(&parcels);
    check(&Stranger {
        file: "地块.xlsx",
        sheets: &[(
            "地块",
            "编号,面积（亩）,用途,坐落\nSH-01,100,工业,新盛街以南\nSH-02,50,工业,新盛街以北",
            &[],
        )],
        tables: &["地块 parcel 1 2"],
        records: &["parcel.parcel_no=SH-01", "parcel.parcel_no=SH-02"],
    });
}

#[test]
fn phases_that_name_their_project_again_add_up() {
    let phases = Stranger {
        file: "2024年重点项目.xlsx",
        sheets: &[(
            "在建",
            "序号,重点项目,业主单位,重点级别,项目期次,总投资（亿元）,本年计划（亿元）,单体建筑数,已开工单体数,已封顶单体数\n\
             1,甲项目,甲公司,省级,一期,5,1.5,8,8,8\n\
             2,甲项目,甲公司,省级,二期,5,0.5,6,4,1\n\
             3,乙项目,乙公司,市级,,2,1,3,2,0",
            &[],
        )],
        tables: &["在建 key_project 1 3"],
        records: &[
            "key_project.total_investment=500000000 key_project.annual_plan_investment=150000000 project_phase.phase=一期 project_phase.buildings=Number(8) project_phase.buildings_started=Number(8) project_phase.buildings_capped=Number(8)",
            "!key_project.total_investment= key_project.annual_plan_investment=50000000 project_phase.phase=二期 project_phase.buildings=Number(6) project_phase.buildings_started=Number(4) project_phase.buildings_capped=Number(1)",
            "key_project.total_investment=200000000 key_project.buildings=Number(3) key_project.buildings_started=Number(2) key_project.buildings_capped=Number(0)",
        ],
    };
    check(&phases);
    assert!(problems(&phases).is_empty());
}

#[test]
fn finished_projects_may_be_called_by_what_they_did() {
    check(&Stranger {
        file: "2024年竣工投产.xlsx",
        sheets: &[(
            "竣工投产",
            "编号,竣工投产项目,业主单位,总投资（万元）,竣工时间,投产达产时间\n\
             1,甲项目,甲公司,36000,2024-05-20,\n\
             2,乙项目,乙公司,32000,2023-12-20,2024-03-01",
            &[],
        )],
        tables: &["竣工投产 key_project 1 2"],
        records: &[
            "project.name=甲项目 key_project.completion_date=2024-05-20",
            "project.name=乙项目 key_project.production_date=2024-03-01",
        ],
    });
}

#[test]
fn agreements_of_other_towns() {
    check(&Stranger {
        file: "2024年签约项目.xlsx",
        sheets: &[(
            "签约",
            "编号,项目库编号,落户项目,合同乙方,投资方地区,总投资（亿元）,合同资金（亿元）,人民币汇率,细分赛道,签约日期,协议类型,招商手段,第三方机构,驻外办,承接单位\n\
             1,QY-1,甲项目,甲公司,江苏苏州,3,2,,线束,2024-01-08,投资合同,商会招商,恒拓产业服务公司,苏州,化工园\n\
             2,QY-2,乙项目,乙公司,上海,5,4,,电池,2024-02-08,投资合同,商会招商,恒拓产业服务公司,上海,化工园",
            &[],
        )],
        tables: &["签约 signing 1 2"],
        records: &[
            "project.project_no=QY-1 project.name=甲项目 enterprise.name=甲公司 project.source_region=江苏苏州 agreement.contract_capital=200000000 project.chain_node=线束 project.partner=恒拓产业服务公司 project.resident_office=苏州 agreement.responsible_unit=化工园",
            "project.name=乙项目 agreement.contract_capital=400000000",
        ],
    });
}

#[test]
fn a_foreign_amount_below_a_mere_group_is_one() {
    check(&Stranger {
        file: "2024年签约项目.xlsx",
        sheets: &[(
            "签约",
            "项目名称,投资方,投资情况,,,,签约日期,协议类型\n\
             ,,合同利用资金（万元）,货币,外币（万）,人民币汇率,,\n\
             甲项目,甲公司,8520,美元,1200,7.1,2024-01-08,投资合同",
            &["C1:F1"],
        )],
        tables: &["签约 signing 1,2 1"],
        records: &["agreement.contract_capital=12000000USD"],
    });
}

#[test]
fn money_by_the_day_it_was_sent() {
    check(&Stranger {
        file: "2024年到位资金.xlsx",
        sheets: &[(
            "到资",
            "编号,项目名称,打款单位,打款时间,到款金额（万元）,币别,折算汇率,投向\n\
             1,甲项目,甲公司,2024-03-05,300,人民币,,设备\n\
             2,乙项目,乙公司,2024-04-05,500,人民币,,厂房",
            &[],
        )],
        tables: &["到资 payment 1 2"],
        records: &[
            "payment.paid_date=2024-03-05 payment.paid_in=3000000 payment.fund_kind=equipment",
            "payment.paid_date=2024-04-05 payment.paid_in=5000000 payment.fund_kind=plant",
        ],
    });
}

#[test]
fn a_part_of_an_amount_has_no_unit_of_foreign_money() {
    check(&Stranger {
        file: "2024年签约项目.xlsx",
        sheets: &[(
            "签约",
            "签约项目台账\n\
             ,,,,,,,单位：元\n\
             项目名称,投资方,投资总额,合同利用资金,外币金额（万）,汇率,其中：固定资产投资,签约日期\n\
             甲项目,甲公司,30000000,20000000,,,10000000,2024-01-08",
            &["A1:H1"],
        )],
        tables: &["签约 signing 3 1"],
        records: &["agreement.contract_capital=20000000 agreement.fixed_investment=10000000"],
    });
}

#[test]
fn a_lead_is_as_old_as_its_news_not_as_its_entry() {
    check(&Stranger {
        file: "2024年线索.xlsx",
        sheets: &[(
            "线索",
            "序号,录入时间,收到时间,企业名称,投资意向\n\
             1,2024-06-05,2024-03-05,甲公司,拟建电池厂\n\
             第1页\n\
             序号,录入时间,收到时间,企业名称,投资意向\n\
             2,2024-06-05,2024-03-06,乙公司,拟建线束厂",
            &[],
        )],
        tables: &["线索 lead 1 2"],
        records: &["lead.reported_at=2024-03-05", "lead.reported_at=2024-03-06"],
    });
    check(&Stranger {
        file: "2024年线索.xlsx",
        sheets: &[(
            "线索",
            "序号,录入时间,企业名称,投资意向\n1,2024-06-05,甲公司,拟建电池厂",
            &[],
        )],
        tables: &["线索 lead 1 1"],
        records: &["lead.reported_at=2024-06-05"],
    });
}

#[test]
fn columns_that_nobody_knows_hide_no_table() {
    check(&Stranger {
        file: "到位资金2024.xlsx",
        sheets: &[(
            "到位资金",
            "2024年招商引资到位资金认定表\n\
             编号,项目,材料是否齐全,出资方,资金到位情况,,认定到位资金（万元）,资金类型,进账单号,认定情况,登记人,说明\n\
             ,,,,到位日期,到账资金（万元）,,,,,,\n\
             一、设备（2个）\n\
             1,甲项目,是,甲公司,2024年2月8日,2183.23,2183.23,设备,JZ68727067,认定,录入员,\n\
             2,乙项目,是,乙公司,2024年3月8日,504.23,453.8,设备,PZ95356966,认定,录入员,",
            &[
                "A1:L1", "E2:F2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "G2:G3", "H2:H3", "I2:I3",
                "J2:J3", "K2:K3", "L2:L3",
            ],
        )],
        tables: &["到位资金 payment 2,3 2"],
        records: &[
            "payment.paid_in=21832300 payment.recognised_amount=21832300",
            "payment.paid_in=5042300 payment.recognised_amount=4538000",
        ],
    });
}

#[test]
fn leads_and_units_of_other_towns() {
    check(&Stranger {
        file: "2024年线索.xlsx",
        sheets: &[(
            "线索",
            "编号,上报时间,上报驻点,线索渠道来源,推介单位,意向企业,投资意向,会商意见,是否认定有效\n\
             1,2024-03-05,上海驻点,第三方机构,恒拓公司,甲公司,拟建电池厂,通过,是\n\
             2,2024-03-06,苏州驻点,商协会,电池商会,乙公司,拟建线束厂,不通过,否",
            &[],
        )],
        tables: &["线索 lead 1 2"],
        records: &[
            "lead.reporting_unit=上海 lead.lead_source=via_third_party lead.introducer=恒拓公司 lead.content=拟建电池厂 lead.assessment=passed lead.is_effective=true",
            "lead.lead_source=via_chamber lead.is_effective=false",
        ],
    });
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[(
            "标准厂房",
            "编号,标准厂房园区,楼号,厂房单元,建筑面积（㎡）,出租厂房面积（㎡）,空置厂房面积（㎡）,租户名称,开始日期,结束日期,租赁状态\n\
             1,医药园,1号楼,1-1,5000,3000,2000,甲公司,2023-01-01,2025-12-31,部分出租\n\
             2,医药园,1号楼,1-2,4000,0,4000,,,,空置",
            &[],
        )],
        tables: &["标准厂房 factory_unit 1 2"],
        records: &[
            "factory_unit.park=医药园 factory_unit.building=1号楼 factory_unit.unit_no=1-1 lease.leased_area=3000sqm factory_unit.vacant_area=2000sqm lease.tenant=甲公司 lease.start_date=2023-01-01 lease.end_date=2025-12-31",
            "factory_unit.unit_no=1-2 factory_unit.state=vacant",
        ],
    });
}

#[test]
fn half_a_heading_is_enough_where_the_other_is_not_known() {
    check(&Stranger {
        file: "载体资源一览表.xlsx",
        sheets: &[(
            "厂房",
            "标准化厂房载体资源一览表\n\
             序号,园区/项目名称,幢号,结构,总层数,总面积(㎡),已租(㎡),参考租金,产权单位\n\
             1,智造园一期,A1,框架,3,6000,6000,15,城投\n\
             2,生物园,A1,钢构,1,4500,0,18,国控",
            &[],
        )],
        tables: &["厂房 factory_unit 2 2"],
        records: &[
            "factory_unit.park=智造园一期 factory_unit.building=A1 factory_unit.rent=Number(1500)",
            "factory_unit.park=生物园 factory_unit.building=A1 factory_unit.rent=Number(1800)",
        ],
    });
}

#[test]
fn units_that_are_firms_are_who_invests() {
    check(&Stranger {
        file: "2025年签约项目.xlsx",
        sheets: &[(
            "签约",
            "2025年签约项目\n\
             项目,单位,金额（万元）,时间,类型\n\
             甲项目,甲有限公司,10000,2025-3-5,正式\n\
             乙项目,乙机械厂,8000,2025-4-12,框架",
            &[],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "enterprise.name=甲有限公司 agreement.responsible_unit=",
            "!enterprise.name=乙机械厂 agreement.responsible_unit=",
        ],
    });
}
