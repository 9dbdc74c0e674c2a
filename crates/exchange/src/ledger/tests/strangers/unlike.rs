//! Signing, talks and lead ledgers that say in other words, or in another
//! place, how much, when and how far.

use super::{Stranger, check, of_text, problems, understood};

#[test]
fn money_from_abroad_fills_what_yuan_leave_open_in_totals_and_leads() {
    let signed = Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目（内外资）\n\
             序号,项目名称,投资方,投资总额（万元人民币）,投资总额（万美元）,签约时间\n\
             1,陶瓷膜项目,佛山膜示例有限公司,15000,,2024.2.3\n\
             2,香水项目,法国香水示例公司,,1200,2024.4.5\n\
             3,锂膜项目,深圳锂膜示例有限公司,40000,50,2024.6.7\n\
             合计,,,55000,1250,",
            &["A1:F1"],
        )],
        tables: &["签约 signing 2 3"],
        records: &[
            "project.total_investment=150000000",
            "project.total_investment=12000000USD",
            "project.total_investment=400000000 project.note=投资总额（万美元）：50",
        ],
    };
    check(&signed);
    assert_eq!(reasons(&signed), ["amount_beside 5"]);
    let leads = Stranger {
        file: "线索.xlsx",
        sheets: &[(
            "线索",
            "2024年第三季度招商线索登记表\n\
             序号,线索名称,意向投资企业,计划投资,,登记时间\n\
             ,,,内资（万元）,外资（万美元）,\n\
             1,菱镁项目,营口菱镁示例有限公司,20000,,2024-07-02\n\
             2,壳体项目,韩国零件株式会社,,800,2024-07-19\n\
             3,数控项目,沈阳数控示例有限公司,15000,200,2024-09-12",
            &["A1:F1", "D2:E2"],
        )],
        tables: &["线索 lead 2,3 3"],
        records: &[
            "lead.planned_investment=200000000",
            "lead.planned_investment=8000000USD",
            "lead.planned_investment=150000000 lead.note=外资（万美元）：200",
        ],
    };
    check(&leads);
    assert_eq!(reasons(&leads), ["amount_beside 6"]);
}

/// What is told, but for what every such ledger is told, with its row.
fn reasons(stranger: &Stranger<'_>) -> Vec<String> {
    let usual = [
        "agreement_type_supposed",
        "date_column_missing",
        "vague_date",
        "voided",
        "not_signed_yet",
    ];
    let told = problems(stranger).into_iter();
    let told = told.filter(|one| !usual.contains(&one.reason));
    told.map(|one| format!("{} {}", one.reason, one.row))
        .collect()
}

#[test]
fn plain_words_say_that_nothing_came_of_it() {
    check(&Stranger {
        file: "合同.xlsx",
        sheets: &[(
            "2023年",
            "2023年度招商引资合同项目动态管理台账\n\
             序号,项目名称,投资企业,合同引资额（亿元）,签约日,现状,困难\n\
             1,果汁项目,陕西果汁示例有限公司,1.2,2023.3.9,投产,\n\
             2,钛棒项目,宝鸡钛棒示例有限公司,4.5,2023.4.20,黄了,资金链断裂\n\
             3,羊乳项目,富平羊乳示例有限公司,1.8,2023.6.1,企业不投了,\n\
             4,冷链项目,咸阳冷链示例有限公司,0.7,2023.11.3,项目流产,\n\
             5,流产牛治疗项目,西安兽药示例有限公司,0.9,2023.8.15,流产牛用药在建,",
            &["A1:G1"],
        )],
        tables: &["2023年 signing 2 5"],
        records: &[
            "agreement.voided=",
            "!agreement.voided=true",
            "!agreement.voided=true",
            "!agreement.voided=true",
            "agreement.voided=",
        ],
    });
}

#[test]
fn a_stage_tells_who_has_not_signed_and_how_far_the_others_are() {
    check(&Stranger {
        file: "跟踪.xlsx",
        sheets: &[(
            "跟踪",
            "2024年重点招商项目跟踪台账（9月）\n\
             序号,项目名称,客商名称,投资额（亿元）,所处阶段,签约时间,本月动态\n\
             1,啤酒项目,青岛精酿示例有限公司,1.5,已签约,2024-08-18,公司注册\n\
             2,机器人项目,合肥物流示例有限公司,0.9,拟签约,,合同审核\n\
             3,气体项目,杭州气体示例有限公司,2.2,洽谈中,,比价\n\
             4,瓶片项目,浙江瓶片示例有限公司,1.1,已终止,2024-03-02,环保\n\
             5,护理床项目,河北护理床示例有限公司,0.3,已开工,2024-01-22,主体施工",
            &["A1:G1"],
        )],
        tables: &["跟踪 signing 2 5"],
        records: &[
            "project.stage=signed agreement.contract_total=150000000",
            "!project.stage=negotiate project.total_investment=90000000",
            "!project.stage=negotiate",
            "!project.stage=ended agreement.voided=true",
            "project.stage=started project.note=所处阶段：已开工\n本月动态：主体施工",
        ],
    });
}

#[test]
fn sections_above_and_below_the_headings_say_when_and_who() {
    check(&Stranger {
        file: "集中签约.xlsx",
        sheets: &[(
            "集中签约",
            "2024年全市集中签约活动项目\n\
             第一次（2月19日，新春第一会）\n\
             序号,项目名称,投资企业,投资（亿元）\n\
             1,电池项目,湖南回收示例有限公司,4.2\n\
             第二次（6月6日，推介会）\n\
             序号,项目名称,投资企业,投资（亿元）\n\
             1,钻针项目,东莞钻针示例有限公司,2.1\n\
             2,灯具项目,中山灯具示例有限公司,0.8",
            &["A1:D1", "A2:D2", "A5:D5"],
        )],
        tables: &["集中签约 signing 3 3"],
        records: &[
            "agreement.sign_date=2024-02-19",
            "agreement.sign_date=2024-06-06",
            "agreement.sign_date=2024-06-06",
        ],
    });
    check(&Stranger {
        file: "线索汇总.xlsx",
        sheets: &[(
            "线索汇总",
            "2024年4月各驻点招商组线索汇总\n\
             北京组\n\
             序号,企业,项目,投资额,来源,收集日期\n\
             1,北京航材示例有限公司,复材项目,2亿,校友会,4月2日\n\
             上海组\n\
             1,上海晶圆示例有限公司,抛光液项目,3亿,基金,4月11日",
            &["A1:F1", "A2:F2", "A5:F5"],
        )],
        tables: &["线索汇总 lead 3 2"],
        records: &[
            "lead.reporting_unit=北京 lead.lead_source=via_chamber lead.reported_at=2024-04-02",
            "lead.reporting_unit=上海 lead.lead_source=via_fund",
        ],
    });
}

#[test]
fn a_fair_in_the_title_is_the_day_of_what_was_signed_there() {
    check(&Stranger {
        file: "项目清单.xlsx",
        sheets: &[(
            "项目清单",
            "第20届东博会签约项目清单（2023年9月17日）\n\
             序号,项目名称,投资方（乙方）,投资总额（亿元）,责任单位\n\
             1,水果项目,泰国水果示例公司,2.9,招商局\n\
             2,钢制品项目,佛山钢制品示例有限公司,5,工信局",
            &["A1:E1"],
        )],
        tables: &["项目清单 signing 2 2"],
        records: &[
            "agreement.sign_date=2023-09-17",
            "agreement.sign_date=2023-09-17",
        ],
    });
}

#[test]
fn a_note_below_the_rows_names_the_unit() {
    let stranger = Stranger {
        file: "调度.xlsx",
        sheets: &[(
            "调度",
            "招商引资项目调度表\n\
             序号,项目名称,企业名称,投资规模,项目状态,签约/拟签约时间,责任部门\n\
             1,包材项目,贵阳包材示例有限公司,8500,已签约,2024.4.12,工信局\n\
             2,石膏板项目,瓮安石膏示例有限公司,32000,已签约,2024.7.30,工信局\n\
             3,饮料项目,贵州刺梨示例有限公司,6000,在谈,2024.12.20,农业局\n\
             注：投资规模单位为万元。",
            &["A1:G1", "A6:G6"],
        )],
        tables: &["调度 signing 2 3"],
        records: &[
            "agreement.contract_total=85000000 agreement.sign_date=2024-04-12",
            "agreement.contract_total=320000000",
            "!project.total_investment=60000000 project.stage=negotiate agreement.sign_date=",
        ],
    };
    check(&stranger);
    assert_eq!(reasons(&stranger), [""; 0]);
}

#[test]
fn contracts_and_their_amounts_go_by_other_words() {
    check(&Stranger {
        file: "2024省外月报.xlsx",
        sheets: &[(
            "3月",
            "3月签约省外项目\n\
             序号,项目名称,业主单位,省外投资方,协议资金（亿元）,协议签订时间\n\
             1,硅材项目,曲靖硅材示例有限公司,浙江硅业示例集团,11,3月1日",
            &["A1:F1"],
        )],
        tables: &["3月 signing 2 1"],
        records: &[
            "enterprise.name=浙江硅业示例集团 project.project_company=曲靖硅材示例有限公司 agreement.contract_total=1100000000 agreement.sign_date=2024-03-01",
        ],
    });
    check(&Stranger {
        file: "合同.xlsx",
        sheets: &[(
            "合同",
            "科创园入园企业合同登记台账\n\
             流水号,合同名称,合同相对方,投资承诺（万元）,签署日期,合同状态\n\
             RY-01,入园合作协议,济北云算示例有限公司,1000,2023-04-06,履行中\n\
             RY-02,入园合作协议,济北咨询示例有限公司,200,2023-09-01,提前解约",
            &["A1:F1"],
        )],
        tables: &["合同 signing 2 2"],
        records: &[
            "enterprise.name=济北云算示例有限公司 agreement.contract_total=10000000",
            "!enterprise.name=济北咨询示例有限公司 agreement.voided=true",
        ],
    });
}

#[test]
fn who_builds_is_the_party_where_nobody_invests() {
    check(&Stranger {
        file: "进度.xlsx",
        sheets: &[(
            "签约项目",
            "2024年招商引资签约项目进度表\n\
             序号,项目名称,建设单位,协议引资（亿元）,签约日期\n\
             1,锁具项目,湖北锁安示例有限公司,1.8,2024-02-20",
            &["A1:E1"],
        )],
        tables: &["签约项目 signing 2 1"],
        records: &[
            "enterprise.name=湖北锁安示例有限公司 project.project_company=湖北锁安示例有限公司",
        ],
    });
}

#[test]
fn amounts_that_no_heading_lets_read_are_named() {
    let stranger = Stranger {
        file: "承接签约.xlsx",
        sheets: &[(
            "签约",
            "2024年承接产业转移签约项目统计表\n\
             序号,项目名称,投资方,甲方出资（亿元）,乙方出资（亿元）,签约时间\n\
             1,甲项目,北京甲示例有限公司,5,4,2024.03",
            &["A1:F1"],
        )],
        tables: &["签约 signing 2 1"],
        records: &["agreement.contract_total="],
    };
    check(&stranger);
    assert_eq!(reasons(&stranger), ["amounts_unread 2"]);
}

#[test]
fn customers_of_a_weekly_report_are_leads() {
    let found = of_text(
        "2024年第32周线索.csv",
        "招商线索周报（2024年第32周）\n\
         No.,客户名称,业务方向,线索概况,投资强度,投资总额,客户联系人,首次接触\n\
         1,西安相控阵示例有限公司,卫星通信,拟建终端产线,500万/亩,1.2个亿,毋总 15400000611,8/5\n"
            .as_bytes(),
    );
    let row = &found.tables[0].rows[0];
    let said = |field: &str| super::shown(row, field);
    assert_eq!(found.tables[0].ledger, "lead");
    assert_eq!(said("lead.enterprise"), "西安相控阵示例有限公司");
    assert_eq!(said("lead.planned_investment"), "120000000");
    assert_eq!(said("lead.reported_at"), "2024-08-05");
    assert_eq!(said("contact.name"), "毋总");
}

#[test]
fn a_joint_review_admits_or_not() {
    check(&Stranger {
        file: "研判.xlsx",
        sheets: &[(
            "研判",
            "2024年度项目信息研判会审表\n\
             序号,报送日期,项目名称,投资方,投资额（万元）,会审意见,,结论\n\
             ,,,,,发改,环保,\n\
             1,2024.1.5,带钢项目,无锡带钢示例有限公司,22000,同意,不同意,不予准入\n\
             2,2024.1.19,燕麦片项目,张家口燕麦示例有限公司,6800,同意,同意,准入\n\
             3,2024.2.2,涂料项目,顺德涂料示例有限公司,12000,同意,同意,暂缓",
            &["A1:H1", "F2:G2"],
        )],
        tables: &["研判 lead 2,3 3"],
        records: &[
            "lead.assessment=rejected",
            "lead.assessment=passed",
            "lead.assessment=paused",
        ],
    });
}

#[test]
fn a_table_without_any_amount_is_told_nothing_of_amounts() {
    let found = understood(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目\n\
             序号,项目名称,投资方,签约时间,责任单位\n\
             1,甲项目,北京甲示例有限公司,2024.03,一局",
            &["A1:E1"],
        )],
        tables: &[],
        records: &[],
    });
    let told = &found.tables[0].problems;
    assert!(told.iter().all(|one| one.reason != "amounts_unread"));
}

#[test]
fn plans_and_what_an_office_buys_are_no_ledgers_of_ours() {
    check(&Stranger {
        file: "合集2024.xlsx",
        sheets: &[
            (
                "走访",
                "2024年5月走访计划表\n\
                 序号,时间,走访企业,带队领导,地点,参加人员\n\
                 1,2024-05-10,甲公司,王主任,苏州,李四\n\
                 2,2024-05-12,乙公司,李主任,上海,张三",
                &[],
            ),
            (
                "采购",
                "采购合同台账\n\
                 序号,合同名称,供应商,合同金额（万元）,签订时间\n\
                 1,监控设备,甲公司,50,2024-03-05\n\
                 2,道路维修,乙公司,80,2024-04-05",
                &[],
            ),
            (
                "报销",
                "招商经费报销明细\n\
                 日期,事由,金额（元）,经办人,地点\n\
                 2024-03-05,赴苏州拜访企业,3200,张三,苏州\n\
                 2024-04-05,接待客商,800,李四,园区",
                &[],
            ),
        ],
        tables: &[],
        records: &[],
    });
}
