//! Lists of what was signed on one day, and of what other provinces count as
//! signed: who, how much, and in what stage it is.

use super::{Stranger, check, of_text, workbook};
use crate::problem::Level;
use crate::{Options, read, understand, understand_with};

#[test]
fn a_list_of_a_ceremony_has_its_day_in_the_title() {
    check(&Stranger {
        file: "签约项目.xlsx",
        sheets: &[
            (
                "5.18专场",
                "医药产业专场签约项目（2024年5月18日）\n\
                 序号,签约项目,签约企业,投资额,代表\n\
                 1,外泌体项目,北京外泌体生物有限公司,2亿元,陶某\n\
                 2,重组蛋白项目,苏州重组蛋白有限公司,5000万元,贝某",
                &["A1:E1"],
            ),
            (
                "厦洽会",
                "厦洽会签约项目（2024年9月8日）\n\
                 序号,签约项目,签约企业,投资额,代表\n\
                 1,石英石板材项目,厦门石英石股份有限公司,3亿元,石某",
                &["A1:E1"],
            ),
        ],
        tables: &["5.18专场 signing 2 2", "厦洽会 signing 2 1"],
        records: &[
            "agreement.sign_date=2024-05-18 agreement.contract_total=200000000",
            "agreement.sign_date=2024-05-18 agreement.contract_total=50000000",
            "agreement.sign_date=2024-09-08 agreement.contract_total=300000000",
        ],
    });
}

#[test]
fn a_list_of_signed_projects_may_say_nothing_of_the_signing() {
    check(&Stranger {
        file: "清单.xlsx",
        sheets: &[(
            "Sheet1",
            "2024年第二季度全市项目集中签约活动（6月26日）签约项目清单\n\
             序号,项目名称,投资主体,项目类型,计划总投资（亿元）,其中：固定资产投资（亿元）,主要建设内容,签约单位（甲方）,签约单位（乙方）,甲方签约代表,乙方签约代表\n\
             1,年产10GWh储能电芯项目,湖州储芯新能源有限公司,制造业,22.5,18,建设电芯产线6条,开发区管委会,湖州储芯新能源有限公司,王主任,赵储\n\
             2,高端医疗影像设备项目,上海影迈医疗科技有限公司,制造业,6.2,3.1,整机生产,开发区管委会,上海影迈医疗科技有限公司,王主任,钱影\n\
             合计,,,,28.7,21.1",
            &["A1:K1"],
        )],
        tables: &["Sheet1 signing 2 2"],
        records: &[
            "project.name=年产10GWh储能电芯项目 enterprise.name=湖州储芯新能源有限公司 project.total_investment=2250000000 agreement.sign_date=2024-06-26",
            "project.name=高端医疗影像设备项目 enterprise.name=上海影迈医疗科技有限公司 project.total_investment=620000000 agreement.sign_date=2024-06-26",
        ],
    });
}

#[test]
fn signed_projects_with_days_planned_are_signed() {
    check(&Stranger {
        file: "三个一批.xlsx",
        sheets: &[(
            "签约一批",
            "第十三期“三个一批”签约项目台账\n\
             统计时间：2024年8月15日\n\
             序号,项目名称,建设单位,所属行业,建设地点,总投资（亿元）,固定资产投资（亿元）,签约投资额（亿元）,外方投资额,签约时间（年月）,拟开工时间,拟竣工时间,项目责任人及电话,县级包联领导\n\
             1,超硬材料刀具项目,郑州超硬工具有限公司,先进制造业,产业集聚区,3.2,2.6,3.2,/,2024年7月,2024年11月,2025年10月,张硬15400000511,刘县长\n\
             2,尼龙新材料项目,平顶山尼龙科技有限公司,新材料,化工园区,1.5,1.1,1.5,/,2024.7,2024.10,2025.12,李尼 15400000513,刘县长\n\
             合计,2个,,,,4.7,3.7,4.7",
            &["A1:N1", "A2:N2"],
        )],
        tables: &["签约一批 signing 3 2"],
        records: &[
            "project.name=超硬材料刀具项目 agreement.contract_total=320000000 agreement.fixed_investment=260000000 agreement.sign_date=2024-07-01/month",
            "project.name=尼龙新材料项目 agreement.contract_total=150000000 agreement.fixed_investment=110000000 agreement.sign_date=2024-07-01/month",
        ],
    });
}

#[test]
fn a_stage_may_be_a_mark_under_its_name() {
    check(&Stranger {
        file: "进展.xlsx",
        sheets: &[(
            "项目",
            "2024年招商引资项目进展情况汇总表\n\
             序号,项目名称,投资单位,投资额（亿元）,项目所处阶段,,,,签约时间,责任人\n\
             ,,,,洽谈,签约,落地,开工,,\n\
             1,热泵压缩机项目,上海热泵科技有限公司,3.2,√,√,,,2024.4.9,小葛\n\
             2,微球制剂项目,珠海微球药业有限公司,7,√,,,,,小葛\n\
             3,钢帘线项目,邹平钢帘线有限公司,1.8,,,,√,2024.1.30,小曹\n\
             合计,,,12,2,1,0,1",
            &[
                "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:H2", "I2:I3", "J2:J3",
            ],
        )],
        tables: &["项目 signing 2,3 3"],
        records: &[
            "project.stage=signed agreement.agreement_type=formal agreement.sign_date=2024-04-09",
            "!project.stage=negotiate project.total_investment=700000000 agreement.agreement_type=",
            "project.stage=started agreement.contract_total=180000000",
        ],
    });
}

#[test]
fn money_from_two_sources_is_the_capital_together() {
    check(&Stranger {
        file: "履约.xlsx",
        sheets: &[(
            "2023年",
            "2023年招商引资签约项目履约情况统计表\n\
             单位：万元\n\
             序号,引进单位,项目名称,业主名称,合同签订时间,协议投资额,其中,,履约情况,\n\
             ,,,,,,国内省外资金,境外资金,已注册,已开工\n\
             1,经信局,钒钛铸件项目,攀枝花钒钛铸造有限公司,2023-02-17,15000,0,,√,√\n\
             2,商务局,竹纤维餐具项目,福建竹餐具有限公司,2023-05-06,8200,8200,,√,\n\
             3,农业局,泡菜加工项目,成都老坛食品有限公司,2023-08-30,5000,,,,\n\
             4,投促局,医用手套项目,香港手护国际有限公司,2023-11-11,21000,1000,20000,√,√\n\
             合计,,,,,49200,9200,20000,3,2",
            &[
                "A1:J1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:H3", "I3:J3",
            ],
        )],
        tables: &["2023年 signing 3,4 4"],
        records: &[
            "agreement.contract_total=150000000 agreement.contract_capital=0",
            "agreement.contract_total=82000000 agreement.contract_capital=82000000",
            "agreement.contract_total=50000000 agreement.contract_capital=",
            "agreement.contract_total=210000000 agreement.contract_capital=210000000",
        ],
    });
}

#[test]
fn the_whole_stays_the_whole_under_a_heading_of_capital() {
    check(&Stranger {
        file: "亿元以上.xlsx",
        sheets: &[(
            "省外亿元以上",
            "2024年1—4月新签约亿元以上省外投资项目情况表\n\
             编号,签约项目名称,省外投资方（全称）,协议引资额,,签约时间\n\
             ,,,协议总投资（亿元）,省外资金占比,\n\
             1,高性能铝型材项目,佛山铝型材股份有限公司,5.6,80%,2024.01.12\n\
             2,芯片载板项目,苏州载板电子有限公司,12,60%,2024.02.29",
            &["A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"],
        )],
        tables: &["省外亿元以上 signing 2,3 2"],
        records: &[
            "agreement.contract_total=560000000 agreement.contract_capital=",
            "agreement.contract_total=1200000000 agreement.contract_capital=",
        ],
    });
}

#[test]
fn one_agreement_of_two_firms_has_the_money_of_both() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目台账（单位：亿元）\n\
             序号,项目名称,投资方,总投资,其中：利用市外资金,签约时间,责任单位,备注\n\
             1,氢燃料电池电堆项目,上海氢堆科技有限公司,6,3.6,2024.3.5,新能源局,\n\
             ,,山东能投集团有限公司,,,,,合资项目\n\
             2,机床附件项目,沈阳机附有限公司,1.5,0.9,2024.5.7,装备局,\n\
             ,,济南机附有限公司,,0.3,,,\n\
             合计,2个,,7.5,4.8,,,",
            &[
                "A1:H1", "A3:A4", "B3:B4", "D3:D4", "E3:E4", "F3:F4", "G3:G4", "A5:A6", "B5:B6",
                "D5:D6", "F5:F6", "G5:G6",
            ],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "project.name=氢燃料电池电堆项目 agreement.contract_capital=360000000 agreement.note=联合投资方：山东能投集团有限公司（合资项目）",
            "project.name=机床附件项目 agreement.contract_capital=120000000 agreement.note=联合投资方：济南机附有限公司（0.3）",
        ],
    });
}

#[test]
fn a_contract_s_name_names_its_project() {
    let found = of_text(
        "协议归档.csv",
        "招商引资协议归档目录（2023—2024年）,,,,,\n\
         档号,协议名称,甲方,乙方,项目投资额,协议签订日\n\
         A-01,关于建设电梯安全部件基地项目的投资合作协议,开发区管委会,河北安全部件有限公司,3.5亿元,2023年6月16日\n\
         A-02,关于建设电梯安全部件基地项目的补充协议（一）,开发区管委会,河北安全部件有限公司,增加1.5亿元,2024年1月12日\n\
         A-03,产业基金合作框架协议,开发区管委会,山东示例基金管理有限公司,——,2024年5月5日\n"
            .as_bytes(),
    );
    let rows = &found.tables[0].rows;
    let said: Vec<String> = rows
        .iter()
        .map(|row| {
            let of = |field| super::shown(row, field);
            format!(
                "{} {} {} {}",
                of("project.name"),
                of("agreement.agreement_type"),
                of("agreement.contract_total"),
                of("agreement.sign_date")
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            "电梯安全部件基地项目 formal 350000000 2023-06-16",
            "电梯安全部件基地项目 supplement 150000000 2024-01-12",
            "山东示例基金管理有限公司 framework <not_applicable> 2024-05-05",
        ]
    );
    // Two years in the title leave no day outside its year.
    let outside = |row: &crate::table::LedgerRow| {
        let mut problems = row.problems.iter();
        problems.any(|one| one.reason == "date_outside_year")
    };
    assert!(!rows.iter().any(outside));
}

#[test]
fn a_column_of_foreign_money_is_asked_for_one_rate() {
    let csv = "2024年外商投资项目合同台账,,,,,,\n\
         序号,合同编号,企业名称,外方股东,合同外资(万美元),签订时间,备注\n\
         1,WZ-01,济北生物试剂有限公司,BioRea Inc.,1200,2024-01-30,独资\n\
         2,WZ-02,中日精轴有限公司,日本精轴株式会社,510,2024-04-22,合资\n\
         3,WZ-03,亚材新材料有限公司,亚材控股私人有限公司,2000,2024-09-09,独资\n";
    let book = read("外资合同.csv", csv.as_bytes()).expect("csv");
    let found = understand(&book);
    let table = &found.tables[0];
    let musts = table
        .rows
        .iter()
        .flat_map(|row| &row.problems)
        .chain(&table.problems)
        .filter(|one| one.level == Level::Must);
    let musts: Vec<&str> = musts.map(|one| one.reason).collect();
    assert_eq!(musts, ["column_rate_missing"]);
    let [question] = &found.questions[..] else {
        panic!("{:?}", found.questions);
    };
    assert_eq!(
        (question.key.as_str(), question.rows),
        ("rate:外资合同.csv:USD", 3)
    );
    let names: Vec<String> = table
        .rows
        .iter()
        .map(|row| super::shown(row, "project.name"))
        .collect();
    assert_eq!(names[1], "中日精轴有限公司");

    let mut options = Options::default();
    options
        .answers
        .insert(question.key.clone(), "7.1".to_owned());
    let found = understand_with(&book, &options);
    let rows = &found.tables[0].rows;
    assert!(found.questions.is_empty());
    for row in rows {
        assert_eq!(super::shown(row, "agreement.rate"), "Number(7100000)");
    }
}

#[test]
fn a_sheet_of_counts_beside_ledgers_is_no_loss() {
    let stranger = Stranger {
        file: "各局签约.xlsx",
        sheets: &[
            (
                "汇总",
                "2024年1-6月签约项目汇总\n\
                 部门,签约个数,过亿元个数,总投资（亿元）\n\
                 经发局,2,1,2.6\n\
                 招商局,1,1,3.5\n\
                 合计,3,2,6.1",
                &["A1:D1"],
            ),
            (
                "经发局",
                "序号,项目名称,企业名称,总投资（亿元）,签约时间\n\
                 1,石墨负极项目,青岛石墨材料有限公司,2,2024.3.3\n\
                 2,宠物窝垫项目,宁津宠居用品有限公司,0.6,2024.5.6",
                &[],
            ),
            ("未签", "某局,情况,数量\n甲科,尚未,三\n乙科,尚未,四", &[]),
        ],
        tables: &["经发局 signing 1 2"],
        records: &[
            "agreement.sign_date=2024-03-03",
            "agreement.sign_date=2024-05-06",
        ],
    };
    check(&stranger);
    let bytes = workbook(&stranger).expect("workbook");
    let found = understand(&read(stranger.file, &bytes).expect("xlsx"));
    let told = found.problems.iter();
    let told: Vec<(&str, &str, Level)> = told
        .map(|one| (one.sheet.as_str(), one.reason, one.level))
        .collect();
    assert_eq!(
        told,
        [
            ("汇总", "sheet_of_counts", Level::Info),
            ("未签", "sheet_not_understood", Level::Must),
        ]
    );
}

#[test]
fn what_is_told_as_above_is_what_stands_above() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "2023下半年",
            "2023年下半年签约项目表\n\
             序号,项目,投资商,投资商简介,总投资(万元),签约时间,招商责任单位,责任人\n\
             1,膜材料项目,杭州膜材料股份有限公司（创业板上市）,膜法水处理龙头,22000,2023年8月3日,招商二局,小范\n\
             2,膜组件项目,同上,同上,8000,同上,同上,同上\n\
             3,矿用电缆项目,阳谷电缆集团有限公司,电缆,15000,2023年10月19日,招商一局,小齐\n\
             4,海洋装备项目,〃,,6000,〃,〃,〃\n\
             5,电缆附件项目,〃,,同上,〃,〃,〃",
            &["A1:H1"],
        )],
        tables: &["2023下半年 signing 2 5"],
        records: &[
            "enterprise.name=杭州膜材料股份有限公司 enterprise.note=膜法水处理龙头 agreement.sign_date=2023-08-03 agreement.responsible_unit=招商二局",
            "enterprise.name=杭州膜材料股份有限公司 project.total_investment=80000000 agreement.sign_date=2023-08-03 agreement.responsible_unit=招商二局",
            "enterprise.name=阳谷电缆集团有限公司 agreement.sign_date=2023-10-19",
            "enterprise.name=阳谷电缆集团有限公司 agreement.sign_date=2023-10-19 project.service_officer=小齐",
            // An amount is told twice or not at all.
            "enterprise.name=阳谷电缆集团有限公司 project.total_investment=",
        ],
    });
}

#[test]
fn signed_projects_in_every_state_are_signed() {
    check(&Stranger {
        file: "项目一览.xlsx",
        sheets: &[(
            "项目一览",
            "高新区2023年以来签约引进项目一览表\n\
             序号,项目名称,签约主体,计划投资额,达产产值,签约日期,摘牌时间,动工时间,投产时间,项目状态\n\
             1,激光装备总部项目,深圳激光装备股份有限公司,12亿元,20亿元,2023.2.18,2023.6.30,2023.9.8,,在建\n\
             2,储能PCS项目,广州储能变流器有限公司,5亿元,9亿元,2024.1.26,,,,待供地\n\
             3,宠物智能用品项目,佛山宠智科技有限公司,1.1亿元,2亿元,2024.5.10,,,,已退出\n\
             4,跨境电商中心,,2亿元,,洽谈中,,,,在谈",
            &["A1:J1"],
        )],
        tables: &["项目一览 signing 2 4"],
        records: &[
            "enterprise.name=深圳激光装备股份有限公司 agreement.contract_total=1200000000 agreement.sign_date=2023-02-18",
            "enterprise.name=广州储能变流器有限公司 agreement.contract_total=500000000 agreement.sign_date=2024-01-26",
            "!agreement.voided=true agreement.sign_date=2024-05-10",
            "!project.stage=negotiate project.total_investment=200000000 agreement.sign_date=",
        ],
    });
}

#[test]
fn a_worth_in_yuan_is_of_the_amount_whose_rate_can_be() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "2024年1-5月",
            "2024年1-5月新签约外资项目明细表（单位：万美元）\n\
             序号,项目名称,投资方,总投资,协议外资,签约时间,备注\n\
             1,半导体封装材料项目,韩国封材株式会社,8000,6000,2024/2/27,折合人民币5.7亿元\n\
             2,可降解材料项目,荷兰生物有限公司,5000,4000,2024/3/27,折合人民币2.84亿元",
            &["A1:G1"],
        )],
        tables: &["2024年1-5月 signing 2 2"],
        records: &[
            "agreement.contract_capital=60000000USD agreement.rate=Number(7125000)",
            "agreement.contract_capital=40000000USD agreement.rate=Number(7100000)",
        ],
    });
}

#[test]
fn a_contract_in_its_own_currency_keeps_its_worth_apart() {
    check(&Stranger {
        file: "合同.xlsx",
        sheets: &[(
            "合同",
            "招商引资合同签订情况登记表\n\
             登记号,签订时间,客商名称,项目内容,投资额（万）,币种,折合人民币（万元）,经办人\n\
             2024-001,2024年2月2日,浙江电机有限公司,电机生产线,18000,人民币,18000,小盛\n\
             2024-002,2024年3月15日,台湾精密光学股份有限公司,光学镜片,1500,美元,10650,小盛",
            &["A1:H1"],
        )],
        tables: &["合同 signing 2 2"],
        records: &[
            "agreement.contract_total=180000000 agreement.contract_capital=",
            "agreement.contract_total=15000000USD agreement.contract_capital= agreement.rate=Number(7100000)",
        ],
    });
}

#[test]
fn a_state_that_may_go_on_is_asked_for() {
    let found = of_text(
        "签约项目库.csv",
        "招商引资签约项目库,,,,,\n\
         （2023年1月—2024年6月）,,,,,金额单位：人民币万元\n\
         项目编码,项目名称,投资人,合同投资总额,合同签署日,合同状态\n\
         XM-001,液压马达项目,太原液压有限公司,9800,2023-01-18,履行中\n\
         XM-002,汽车拆解项目,长春拆解有限公司,7000,2024-06-30,中止履行\n"
            .as_bytes(),
    );
    let rows = &found.tables[0].rows;
    let told = |at: usize| -> Vec<&str> {
        let problems = rows[at].problems.iter();
        problems.map(|one| one.reason).collect()
    };
    assert_eq!(told(0), [""; 0]);
    assert_eq!(told(1), ["choice_unknown"]);
}
