//! Tables below each other, and units and years that stand in unlikely places.

use super::{Stranger, check, of_text};

#[test]
fn each_table_of_a_sheet_has_the_unit_of_its_own_title() {
    check(&Stranger {
        file: "招商工作季报（三季度）.xlsx",
        sheets: &[(
            "季报",
            "招商工作季报\n\
             （二〇二四年三季度）\n\
             一、新签约项目（单位：亿元）\n\
             序号,项目名称,投资方,合同利用资金,签约日期,协议类型\n\
             1,甲项目,甲公司,2.2,7月5日,投资合同\n\
             合计,,,2.2\n\
             二、资金到位情况（单位：万元）\n\
             序号,项目名称,到位资金,到位时间,凭证\n\
             1,甲项目,3000,7月20日,进账单001\n\
             合计,,3000\n\
             三、开工项目\n\
             序号,项目名称,总投资,开工时间,级别\n\
             1,丁项目,5,8月1日,市级",
            &[],
        )],
        tables: &[
            "季报 signing 4 1",
            "季报 payment 8 1",
            "季报 key_project 12 1",
        ],
        records: &[
            "agreement.contract_capital=220000000 agreement.sign_date=2024-07-05",
            "payment.paid_in=30000000 payment.paid_date=2024-07-20",
            "key_project.total_investment= key_project.start_date=2024-08-01",
        ],
    });
}

#[test]
fn what_is_said_of_the_whole_sheet_is_said_of_each_table() {
    check(&Stranger {
        file: "两个台账.xlsx",
        sheets: &[(
            "两个台账",
            "2023年“两个台账”\n\
             单位：万元\n\
             在建项目\n\
             序号,项目名称,总投资,开工时间,级别\n\
             1,甲项目,50000,2023.4,市级\n\
             拟建项目\n\
             序号,项目名称,总投资,计划开工,级别\n\
             1,乙项目,20000,12月,县级",
            &[],
        )],
        tables: &["两个台账 key_project 4 1", "两个台账 key_project 7 1"],
        records: &[
            "key_project.total_investment=500000000 key_project.start_date=2023-04-01/month",
            "key_project.total_investment=200000000 key_project.planned_start_date=2023-12-01/month",
        ],
    });
}

#[test]
fn a_unit_may_stand_on_the_tab_alone() {
    check(&Stranger {
        file: "县级领导包保项目.xlsx",
        sheets: &[(
            "2024（万元）",
            "县级领导包保重点项目情况表\n\
             包保领导,项目名称,投资额,项目阶段,,,级别,开工时间,竣工时间\n\
             ,,,在建,拟建,竣工,,,\n\
             王书记,甲项目,250000,√,,,省级,2023.5,2025年\n\
             李县长,乙项目,36000,,√,,市级,2024.12,2026.6\n\
             ,丙项目,12000,,,√,市级,2022.9,2024.5",
            &[
                "A2:A3", "B2:B3", "C2:C3", "D2:F2", "G2:G3", "H2:H3", "I2:I3", "A5:A6",
            ],
        )],
        tables: &["2024（万元） key_project 2,3 3"],
        records: &[
            "key_project.total_investment=2500000000 key_project.ledger_kind=building key_project.planned_completion_date=2025-01-01/year",
            "key_project.total_investment=360000000 key_project.ledger_kind=planned key_project.planned_start_date=2024-12-01/month",
            "key_project.ledger_kind=finished key_project.completion_date=2024-05-01/month key_project.sponsor_leader=李县长",
        ],
    });
}

#[test]
fn rows_of_phases_are_of_the_project_above() {
    check(&Stranger {
        file: "重大项目推进表2024.xlsx",
        sheets: &[(
            "推进表",
            "2024年重点项目推进表（亿元）\n\
             序号,项目名称及期次,级别,总投资,本年计划投资,完成投资,开工日期,状态\n\
             1,甲基地,省级,20,5,4.5,2022年9月,在建\n\
             ,一期,,8,2,2,2022年9月,竣工\n\
             ,其中：二期工程,,12,3,2.5,2024年2月,在建\n\
             2,乙药谷,市级,6.8,2,0.9,2024年4月,在建",
            &[],
        )],
        tables: &["推进表 key_project 2 4"],
        records: &[
            "project.name=甲基地 key_project.total_investment=2000000000 project_phase.phase=",
            "!project.name=甲基地 project_phase.phase=一期 key_project.total_investment=800000000",
            "!project.name=甲基地 project_phase.phase=二期 key_project.total_investment=1200000000",
            "project.name=乙药谷 key_project.total_investment=680000000",
        ],
    });
}

#[test]
fn general_headings_alone_tell_no_ledger() {
    let rows = "项目,企业,投资（亿元）,用地,日期,招商方式,招商人\n\
                甲,甲公司,1.5,50亩,2024.1.3,驻点招商,小王\n";
    let found = of_text("2024招商月报.csv", rows.as_bytes());
    let question = found
        .questions
        .iter()
        .find(|one| one.reason == "ledger_unknown");
    let choices = question.map(|one| one.choices.join(","));
    assert_eq!(choices.as_deref(), Some("lead,signing,payment,visit"));
    // Nothing is made of a guess.
    assert!(found.tables[0].rows.iter().all(|row| row.rejected));
}

#[test]
fn texts_that_are_formulas_of_text_are_texts() {
    let rows = "=\"项目名称\",=\"投资方\",=\"合同额（万元）\",=\"签约时间\"\n\
                =\"甲项目\",=\"甲公司\",\"=\"\"12,000\"\"\",=\"2024-01-05\"\n";
    let found = of_text("2024签约导出.csv", rows.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(super::shown(row, "agreement.contract_total"), "120000000");
    assert_eq!(super::shown(row, "agreement.sign_date"), "2024-01-05");
    assert_eq!(super::shown(row, "project.name"), "甲项目");
}

#[test]
fn running_totals_reach_back_before_the_year() {
    let rows = "2024年到位资金台账（单位：万元）,,,,,,\n\
                项目,资方,一季度,二季度,本年到位,累计到位\n\
                甲项目,甲公司,1000,2000,3000,9000\n\
                乙项目,乙公司,,500,500,500\n\
                丙项目,丙公司,,,,3500\n\
                合计,,1000,2500,3500,13000\n";
    let found = of_text("2024到位.csv", rows.as_bytes());
    let sums = found.tables[0].subtotals.iter();
    let sums: Vec<_> = sums.map(|one| (one.column.as_str(), one.agrees)).collect();
    assert_eq!(
        sums,
        [
            ("C", Some("all")),
            ("D", Some("all")),
            ("E", Some("all")),
            ("F", Some("all"))
        ]
    );
}

#[test]
fn contracts_name_their_projects_and_say_how_they_stand() {
    check(&Stranger {
        file: "招商引资合同清单2024.xlsx",
        sheets: &[(
            "清单",
            "合同编号,合同名称,合同类型,乙方,签订日期,合同总投资（万元）,合同利用资金（万元）,履行状态,备查\n\
             HT-01,甲项目投资合同书,投资合同,甲公司,2024-1-2,10000,10000,履行中,\n\
             HT-02,乙项目合资合同,合资合同,甲公司,2024-2-2,20000,15000,已终止,\n\
             HT-03,丙仓储厂房租赁合同,租赁合同,丙公司,2024-3-3,3000,3000,,已解约",
            &[],
        )],
        tables: &["清单 signing 1 3"],
        records: &[
            "project.name=甲项目 agreement.agreement_type=formal enterprise.name=甲公司",
            "!project.name=乙项目 agreement.agreement_type=formal agreement.voided=true",
            "!project.name=丙仓储 agreement.agreement_type=entry agreement.voided=true",
        ],
    });
}

#[test]
fn buildings_of_one_carrier_are_units_of_their_own() {
    check(&Stranger {
        file: "园区载体资源一览2024.xlsx",
        sheets: &[(
            "厂房",
            "园区载体资源一览表\n\
             载体名称,栋号,建成面积,已使用面积,,剩余面积,入驻企业及面积\n\
             ,,（平方米）,租赁,出售,（平方米）,\n\
             电梯产业园,A1,12000,8000,0,4000,甲公司8000㎡\n\
             ,A2,9600,0,9600,0,乙公司",
            &["A2:A3", "B2:B3", "D2:E2", "G2:G3", "A4:A5"],
        )],
        tables: &["厂房 factory_unit 2,3 2"],
        records: &[
            "factory_unit.name=电梯产业园_A1 factory_unit.park=电梯产业园 lease.leased_area=8000sqm lease.tenant=甲公司",
            "factory_unit.name=电梯产业园_A2 factory_unit.floor_area=9600sqm lease.sold_area=9600sqm lease.tenant=乙公司",
        ],
    });
}

#[test]
fn what_a_total_is_worth_is_no_capital() {
    check(&Stranger {
        file: "外资内资签约项目汇总2024.xlsx",
        sheets: &[(
            "汇总",
            "编号,项目,国别（地区）,投资者,投资额,折人民币（亿元）,签署时间,合约类型\n\
             1,甲项目,日本,甲株式会社,10亿日元,0.48,24.1.9,投资合同\n\
             2,乙项目,浙江,乙集团,人民币1.2亿元,1.2,24.4.1,投资合同",
            &[],
        )],
        tables: &["汇总 signing 1 2"],
        records: &[
            "agreement.contract_total=1000000000JPY agreement.contract_capital= agreement.rate=Number(48000) agreement.rate_date=2024-01-09",
            "agreement.contract_total=120000000 agreement.contract_capital= agreement.rate=",
        ],
    });
}

#[test]
fn the_rent_of_a_unit_is_not_that_of_a_square_metre() {
    check(&Stranger {
        file: "厂房出租出售台账.xlsx",
        sheets: &[(
            "厂房",
            "厂房出租出售台账（2024年12月31日）\n\
             楼号,楼层,建筑面积（㎡）,承租/购买单位,出租面积（㎡）,月租金\n\
             A1,1F,3000,甲公司,3000,36000\n\
             A1,2F,3000,乙公司,3000,12",
            &[],
        )],
        tables: &["厂房 factory_unit 2 2"],
        records: &[
            "factory_unit.rent= factory_unit.note=月租金：36000 lease.tenant=甲公司",
            "factory_unit.rent=Number(1200) lease.tenant=乙公司",
        ],
    });
}

#[test]
fn headings_that_differ_begin_another_table() {
    check(&Stranger {
        file: "项目情况.xlsx",
        sheets: &[(
            "8月",
            "开发区招商引资项目情况（2024年8月）\n\
             一、已签约项目（2个）\n\
             序号,项目名称,投资单位,投资额（亿元）,签约时间,建设内容,责任人,备注\n\
             1,打印材料项目,西安增材科技有限公司,1.1,2024.2.2,粉末产线,小周,\n\
             2,车灯模组项目,常州灯芯汽车零部件有限公司,2.6,2024.5.5,模组产线,小周,\n\
             小计,,,3.7,,,,\n\
             二、在谈项目（2个）\n\
             序号,项目名称,投资单位,拟投资额（亿元）,洽谈进展,建设内容,责任人,备注\n\
             1,碳纤维制品项目,威海碳纤制品有限公司,3,二轮洽谈,碳纤维产线,小周,\n\
             2,透析器项目,成都透析医疗有限公司,1.5,选址,透析器产线,小吴,\n\
             小计,,,4.5,,,,",
            &["A1:H1", "A2:H2", "A7:H7"],
        )],
        tables: &["8月 signing 3 2", "8月 lead 8 2"],
        records: &[
            "agreement.contract_total=110000000 agreement.sign_date=2024-02-02",
            "agreement.contract_total=260000000",
            "lead.name=碳纤维制品项目 lead.planned_investment=300000000",
            "lead.name=透析器项目 lead.planned_investment=150000000",
        ],
    });
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目台账\n\
             （一）新签项目\n\
             序号,项目名称,投资方,总投资（万元）,利用资金（万元）,签约时间,责任单位\n\
             1,阀门项目,浙江阀门有限公司,5000,4000,2024.1.9,一局\n\
             小计,,,5000,4000,,\n\
             （二）增资项目\n\
             序号,项目名称,投资方,利用资金（万元）,总投资（万元）,签约时间,责任单位\n\
             1,扩产项目,上海扩产电子有限公司,3000,9000,2024.6.6,三局\n\
             小计,,,3000,9000,,",
            &["A1:G1", "A2:G2", "A6:G6"],
        )],
        tables: &["签约 signing 3 1", "签约 signing 7 1"],
        records: &[
            "agreement.contract_capital=40000000",
            "agreement.contract_capital=30000000",
        ],
    });
}

#[test]
fn an_amount_is_at_home_or_from_abroad() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约项目",
            "序号,项目基本情况,,投资情况,,,签约情况,\n\
             ,项目名称,投资主体,协议总投资,,其中,签约时间,协议性质\n\
             ,,,内资（亿元）,外资（万美元）,固定资产投资（亿元）,,\n\
             1,电驱总成项目,上海驱腾动力科技有限公司,12.5,,9.2,2024年3月18日,正式协议\n\
             2,灭菌中心项目,香港康灭国际有限公司,,3000,1.2,2024.05.20,正式协议",
            &[
                "B1:C1", "D1:F1", "G1:H1", "D2:E2", "A1:A3", "B2:B3", "C2:C3", "G2:G3", "H2:H3",
            ],
        )],
        tables: &["签约项目 signing 1,2,3 2"],
        records: &[
            "agreement.contract_total=1250000000 agreement.fixed_investment=920000000",
            "agreement.contract_total=30000000USD agreement.contract_capital=",
        ],
    });
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,合同总投资额,,签约时间,备注\n\
             ,,,人民币（万元）,外币（万美元）,,\n\
             1,检测项目,上海检测有限公司,12000,,2024.3.1,\n\
             2,试剂项目,美国RG Inc.,,1500,2024.4.1,",
            &["D1:E1"],
        )],
        tables: &["签约 signing 1,2 2"],
        records: &[
            "agreement.contract_total=120000000 agreement.contract_capital=",
            "agreement.contract_total=15000000USD agreement.contract_capital=",
        ],
    });
}
