//! Signing, talks and lead ledgers that tell amounts in sentences, label the
//! sides of an agreement, or keep those that ended on a page of their own.

use super::{Stranger, check, of_text, problems, shown, understood};

#[test]
fn amounts_are_taken_from_the_description_where_no_column_has_them() {
    let stranger = Stranger {
        file: "简介.xlsx",
        sheets: &[(
            "签约",
            "2024年集中签约项目简介（5月18日签约仪式）\n\
             序号,项目名称,投资方,项目简介,落户地\n\
             1,卫浴项目,开平卫浴示例有限公司,项目计划总投资2.5亿元，用地60亩，建设智能卫浴生产线。,东区\n\
             2,饮品项目,台湾酵素示例股份有限公司,总投资800万美元，租用厂房6000平方米。,西区\n\
             3,型钢项目,唐山冷弯示例有限公司,由唐山冷弯投资建设，总投资约6000万元，其中设备2000万元。,东区\n\
             4,检测项目,苏州检测示例有限公司,建设检测平台。,东区",
            &["A1:E1"],
        )],
        tables: &["签约 signing 2 4"],
        records: &[
            "project.total_investment=250000000 agreement.sign_date=2024-05-18",
            "project.total_investment=8000000USD",
            "project.total_investment=60000000~",
            "project.total_investment=",
        ],
    };
    check(&stranger);
    let told = problems(&stranger);
    let from_words = told.iter().filter(|one| one.reason == "amount_in_words");
    assert_eq!(from_words.count(), 3);
    check(&Stranger {
        file: "线索.xlsx",
        sheets: &[(
            "线索",
            "2024年招商线索登记表\n\
             序号,企业名称,项目内容,收到时间,跟进专班\n\
             1,宁波磁材示例有限公司,拟投资3亿元建设磁材产线,2024-09-02,新材料专班",
            &["A1:E1"],
        )],
        tables: &["线索 lead 2 1"],
        records: &["lead.planned_investment= lead.reporting_unit=新材料专班"],
    });
}

#[test]
fn both_sides_are_labelled_and_agreements_have_numbers() {
    let found = of_text(
        "协议清单2023.csv",
        "2023年度协议签订情况清单\n\
         编号,协议名称,签约双方,协议金额,签订日期\n\
         XY-01,智慧停车项目投资协议,\"甲方：某园区管委会\n乙方：深圳停车示例有限公司\",3200万元,2023.2.17\n\
         XY-02,智慧停车项目补充协议,甲方：某园区管委会 乙方：深圳停车示例有限公司,800万元,2023.11.30\n"
            .as_bytes(),
    );
    let said = |row: usize, field: &str| shown(&found.tables[0].rows[row], field);
    for row in [0, 1] {
        assert_eq!(said(row, "enterprise.name"), "深圳停车示例有限公司");
        assert_eq!(said(row, "project.name"), "智慧停车项目");
        assert_eq!(said(row, "project.project_no"), "");
    }
    assert_eq!(said(1, "agreement.agreement_no"), "XY-02");
}

#[test]
fn what_ended_stands_on_a_page_of_its_own() {
    check(&Stranger {
        file: "2023总台账.xlsx",
        sheets: &[
            (
                "签约",
                "2023年签约项目\n\
                 序号,项目,投资方,引资额（万元）,签约时间\n\
                 1,门窗项目,佛山门窗示例有限公司,12000,2023.2.3",
                &["A1:E1"],
            ),
            (
                "流失项目",
                "表4：流失项目\n\
                 序号,项目,投资方,引资额（万元）,签约时间,流失原因\n\
                 1,乳胶项目,青岛乳胶示例有限公司,8000,2023.3.3,要素成本",
                &["A1:F1"],
            ),
        ],
        tables: &["签约 signing 2 1", "流失项目 signing 2 1"],
        records: &[
            "agreement.voided=",
            "!agreement.voided=true agreement.contract_capital=80000000",
        ],
    });
}

#[test]
fn the_approved_amount_is_the_one_below_its_heading() {
    check(&Stranger {
        file: "核定.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目合同额核定表\n\
             序号,新签项目,企业,签约日期,合同总投资（万元）,,合同引资额（万元）,\n\
             ,,,,原报,核定,原报,核定\n\
             1,铸造项目,温州阀体示例有限公司,2024.2.8,15000,12000,15000,11000",
            &[
                "A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:H2",
            ],
        )],
        tables: &["签约 signing 2,3 1"],
        records: &[
            "project.name=铸造项目 agreement.contract_total=120000000 agreement.contract_capital=110000000",
        ],
    });
}

#[test]
fn marks_under_the_kinds_of_agreements_tell_which_count() {
    let stranger = Stranger {
        file: "类型.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目统计表\n\
             序号,项目名称,投资方,引资额（亿元）,协议类型,,,签约时间\n\
             ,,,,框架,意向,正式,\n\
             1,缆索项目,江阴缆索示例有限公司,2,,,√,2024.1.1\n\
             2,数据中心项目,北京数据示例有限公司,30,√,,,2024.2.2\n\
             3,民宿项目,湖州民宿示例有限公司,0.5,,√,,2024.3.3",
            &[
                "A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:G2", "H2:H3",
            ],
        )],
        tables: &["签约 signing 2,3 3"],
        records: &[
            "agreement.agreement_type=formal",
            "!agreement.agreement_type=framework",
            "!agreement.agreement_type=intent",
        ],
    };
    check(&stranger);
    let told = problems(&stranger);
    assert!(
        told.iter()
            .all(|one| one.reason != "agreement_type_supposed")
    );
}

#[test]
fn a_no_under_whether_it_is_signed_makes_no_agreement() {
    check(&Stranger {
        file: "台账.xlsx",
        sheets: &[(
            "项目",
            "2024年招商项目签约情况台账\n\
             序号,项目名称,投资方,总投资（亿元）,是否签约,签约时间,未签约原因\n\
             1,铝箔项目,洛阳铝箔示例有限公司,3,是,2024.3.1,\n\
             2,玻纤项目,重庆玻纤示例有限公司,5,否,,用地指标",
            &["A1:G1"],
        )],
        tables: &["项目 signing 2 2"],
        records: &[
            "agreement.sign_date=2024-03-01",
            "!project.stage=negotiate project.total_investment=500000000",
        ],
    });
}

#[test]
fn what_was_approved_goes_before_what_was_applied_for() {
    check(&Stranger {
        file: "年终.xlsx",
        sheets: &[(
            "全区",
            "2024年度招商引资签约项目年终核定总表\n\
             序,申报项目,投资方,申报合同额（亿元）,核定合同额（亿元）,核定引资额（亿元）,签约时间\n\
             1,风机项目,上虞风机示例有限公司,3,2.5,2,2024-02-28",
            &["A1:G1"],
        )],
        tables: &["全区 signing 2 1"],
        records: &[
            "project.name=风机项目 agreement.contract_total=250000000 agreement.contract_capital=200000000",
        ],
    });
}

#[test]
fn a_ceremony_lists_no_more_than_who_builds_what_for_how_much() {
    check(&Stranger {
        file: "分会场.xlsx",
        sheets: &[(
            "主会场",
            "2024年招商引资重大项目集中签约仪式\n\
             签约顺序,签约项目,甲方,乙方,投资总额,签约代表（乙方）\n\
             第一组\n\
             1,网联项目,某市人民政府,北京网联示例有限公司,人民币25亿元,董事长 申某\n\
             第二组\n\
             2,辅料项目,某区人民政府,湖南辅料示例有限公司,3.2亿元,副总 巫某",
            &["A1:F1", "A3:F3", "A5:F5"],
        )],
        tables: &["主会场 signing 2 2"],
        records: &[
            "enterprise.name=北京网联示例有限公司 project.total_investment=2500000000 agreement.responsible_unit=",
            "enterprise.name=湖南辅料示例有限公司 project.total_investment=320000000",
        ],
    });
}

#[test]
fn who_reported_nothing_reported_no_lead() {
    check(&Stranger {
        file: "部门线索.xlsx",
        sheets: &[(
            "9月",
            "2024年9月各部门报送招商线索情况\n\
             部门,任务数,序号,线索企业,拟投资项目,投资额（亿元）,推介时间\n\
             发改局,2,1,甘肃储热示例有限公司,熔盐储热,4,9月8日\n\
             教育局,1,,未报送,,,",
            &["A1:G1"],
        )],
        tables: &["9月 lead 2 1"],
        records: &["lead.enterprise=甘肃储热示例有限公司 lead.reported_at=2024-09-08"],
    });
}

#[test]
fn who_signs_for_the_zone_is_no_firm() {
    check(&Stranger {
        file: "合同.xlsx",
        sheets: &[(
            "2023年度",
            "2023年度投资合同台账\n\
             合同号,客户全称,项目名称,合同金额（元）,签约日,签约人\n\
             C23-1,昆山光学示例有限公司,镜片项目,\"120,000,000.00\",2023/6/1,邢某",
            &["A1:F1"],
        )],
        tables: &["2023年度 signing 2 1"],
        records: &["enterprise.name=昆山光学示例有限公司 agreement.contract_total=120000000"],
    });
}

#[test]
fn a_reason_for_its_end_ends_an_agreement() {
    check(&Stranger {
        file: "合同.xlsx",
        sheets: &[(
            "合同",
            "招商项目合同台账（2023年）\n\
             序号,项目名称,乙方,资金性质,合同总投资（万元）,签订日期,终止日期,终止原因\n\
             1,门锁项目,温州门锁示例有限公司,民资,6000,2023-02-02,2043-02-01,\n\
             2,淋浴房项目,香港淋浴示例有限公司,港资,8000,2023-03-13,2023-11-20,企业资金问题",
            &["A1:H1"],
        )],
        tables: &["合同 signing 2 2"],
        records: &[
            "agreement.voided= project.capital_type=domestic",
            "!agreement.voided=true agreement.void_reason=企业资金问题 project.capital_type=foreign",
        ],
    });
}

#[test]
fn leads_are_valid_by_their_state_and_have_an_amount_of_any_name() {
    check(&Stranger {
        file: "线索.xlsx",
        sheets: &[
            (
                "驻北京",
                "驻北京招商组信息报送表（2024）\n\
                 编号,企业名称,项目内容,意向金额,首次报送时间,状态\n\
                 BJ1,北京固态示例有限公司,固态电池,5000万,2024-03-11,有效\n\
                 BJ2,德国机床示例公司,机床,1200万欧元,2024-03-12,无效",
                &["A1:F1"],
            ),
            (
                "洽谈项目",
                "开发区洽谈项目池\n\
                 项目,企业,规模（亿元）,谈判负责人,计划签约月份\n\
                 铜合金项目,鹰潭铜合金示例有限公司,2,戈某,12月",
                &["A1:E1"],
            ),
        ],
        tables: &["驻北京 lead 2 2", "洽谈项目 lead 2 1"],
        records: &[
            "lead.planned_investment=50000000 lead.is_effective=true",
            "lead.planned_investment=12000000EUR lead.is_effective=false",
            "lead.planned_investment=200000000 lead.note=计划签约月份：12月",
        ],
    });
}

#[test]
fn whoever_holds_the_most_is_the_investor() {
    check(&Stranger {
        file: "合资.xlsx",
        sheets: &[(
            "签约",
            "2024年合资项目签约表\n\
             序号,项目名称,投资方,,市外资金（亿元）,签约日期\n\
             ,,控股方,参股方,,\n\
             1,氢能项目,上海氢装示例有限公司,本地城投示例公司,3.5,2024-03-05",
            &["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3"],
        )],
        tables: &["签约 signing 2,3 1"],
        records: &["enterprise.name=上海氢装示例有限公司 agreement.contract_capital=350000000"],
    });
}

#[test]
fn a_question_for_a_rate_names_the_currency() {
    let found = understood(&Stranger {
        file: "外资签约.xlsx",
        sheets: &[(
            "外资签约",
            "2023年外资签约项目\n\
             单位：万美元\n\
             序号,项目,外方,合同外资,签约时间\n\
             1,食品机械项目,荷兰食品机械示例公司,1000,2023-09-09",
            &["A1:E1", "A2:E2"],
        )],
        tables: &[],
        records: &[],
    });
    let mut asked = found.questions.iter();
    let rate = asked.find(|one| one.reason == "column_rate_missing");
    assert_eq!(rate.map(|one| one.head.as_str()), Some("合同外资（USD）"));
}

#[test]
fn a_township_says_what_is_planned_and_whether_it_signed() {
    let found = of_text(
        "镇报签约.csv",
        "2024年柳镇招商签约项目上报表\n\
         项目,投资人,计划投资,已签协议,签约日期\n\
         饲料厂项目,保定饲料示例有限公司,\"2,800万元\",是,2024年5月6日\n\
         民宿项目,李某,500万,意向,—\n\
         光伏项目,北京光伏示例有限公司,1.5亿,否,\n"
            .as_bytes(),
    );
    let rows = &found.tables[0].rows;
    let said = |row: usize, field: &str| shown(&rows[row], field);
    assert_eq!(said(0, "agreement.contract_total"), "28000000");
    assert_eq!(said(1, "agreement.agreement_type"), "intent");
    assert_eq!(said(2, "project.stage"), "negotiate");
    let counted: Vec<bool> = rows.iter().map(|row| row.uncounted.is_none()).collect();
    assert_eq!(counted, [true, false, false]);
}

#[test]
fn a_heading_in_yuan_for_foreign_firms_and_who_stands_for_them() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目一览\n\
             序号,项目名称,投资方（法定代表人）,投资额（折人民币亿元）,签约日期\n\
             1,生命科学园项目,新加坡生命示例有限公司（法定代表人：李某）,20,2024年3月18日",
            &["A1:E1"],
        )],
        tables: &["签约 signing 2 1"],
        records: &[
            "enterprise.name=新加坡生命示例有限公司 agreement.contract_total=2000000000 agreement.note=法定代表人：李某",
        ],
    });
}

#[test]
fn an_assistant_is_no_surname() {
    check(&Stranger {
        file: "线索.xlsx",
        sheets: &[(
            "线索库",
            "产业链招商线索库\n\
             序号,目标客商,意向内容,投资规模（亿元）,线索提供,提供时间,客商联系人\n\
             1,宁波磁材示例有限公司,磁材产线,5,宁波商会,2024-09,董助 水某 15400000711",
            &["A1:G1"],
        )],
        tables: &["线索库 lead 2 1"],
        records: &["contact.name=水某 contact.duty=董助 lead.introducer=宁波商会"],
    });
}
