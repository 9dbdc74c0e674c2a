//! Ledgers in words and layouts that no list of headings foresaw.

use super::{Stranger, check, of_text};

#[test]
fn capital_at_home_and_from_abroad_in_columns_of_their_own() {
    check(&Stranger {
        file: "新签约项目调度表.xlsx",
        sheets: &[(
            "1-9月",
            "临港经开区2024年1—9月新签约项目调度表\n\
             序,板块,项目情况,,,协议签署,,投资规模（亿元）,,利用外资（万美元）,牵头部门,备注\n\
             ,,项目全称,业主,项目属性,签署时间,文本,总盘子,拟引资,,,\n\
             1,智能制造,主机研制,苏州甲公司,新签,1.18,投资合同书,3.5,2.8,——,一组,\n\
             2,,门机二期,浙江乙公司,增资扩产,2.06,增资扩产协议,壹亿二千万元,9000万,——,一组,\n\
             3,生物医药,蛋白CDMO,Helix Bio Pte. Ltd.,新签,4.22,投资协议,8.6亿,详见备注,3000,三组,外资3000万美元（折2.13亿元人民币）\n\
             4,,原料药,泰州丁公司,续签,5.09,补充协议（增加投资）,1,1,——,三组,\n\
             5,,疫苗基地,青岛戊公司,新签,6.10,项目入驻合同,2～3亿,2,500,四组,6月10日签订，8月已解约\n\
             合计,,,,,,,,,3500",
            &[
                "A2:A3", "B2:B3", "C2:E2", "F2:G2", "H2:I2", "J2:J3", "K2:K3", "L2:L3", "B4:B5",
                "B6:B8",
            ],
        )],
        tables: &["1-9月 signing 2,3 5"],
        records: &[
            "project.chain=智能制造 agreement.agreement_type=formal agreement.contract_total=350000000 agreement.contract_capital=280000000 agreement.sign_date=2024-01-18 project.promotion_method=",
            "project.chain=智能制造 agreement.agreement_type=formal agreement.contract_total=120000000 agreement.contract_capital=90000000 agreement.sign_date=2024-02-06 project.promotion_method=via_expansion",
            "project.chain=生物医药 agreement.contract_total=860000000 agreement.contract_capital=30000000USD",
            "!agreement.agreement_type=supplement agreement.contract_capital=100000000",
            "!agreement.agreement_type=entry agreement.contract_capital=200000000 agreement.voided=true",
        ],
    });
}

#[test]
fn words_for_what_was_signed() {
    check(&Stranger {
        file: "2024签约.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,引资额（亿元）,签约时间,协议类型\n\
             1,子项目,甲公司,1,2024-01-01,增资扩产协议\n\
             2,丑项目,乙公司,1,2024-01-02,增资协议\n\
             3,寅项目,丙公司,1,2024-01-03,增资补充协议\n\
             4,卯项目,丁公司,1,2024-01-04,技改扩建投资合同\n\
             5,辰项目,戊公司,1,2024-01-05,投资建设合同书\n\
             6,巳项目,己公司,1,2024-01-06,入区协议\n\
             7,午项目,庚公司,1,2024-01-07,厂房租赁合同\n\
             8,未项目,辛公司,1,2024-01-08,战略投资协议\n\
             9,申项目,壬公司,1,2024-01-09,投资意向书\n\
             10,酉项目,癸公司,1,2024-01-10,合同变更协议",
            &[],
        )],
        tables: &["签约 signing 1 10"],
        records: &[
            "agreement.agreement_type=formal project.promotion_method=via_expansion",
            "agreement.agreement_type=formal project.promotion_method=via_expansion",
            "!agreement.agreement_type=supplement project.promotion_method=",
            "agreement.agreement_type=formal project.promotion_method=via_expansion",
            "agreement.agreement_type=formal project.promotion_method=",
            "agreement.agreement_type=entry",
            "agreement.agreement_type=entry",
            "!agreement.agreement_type=framework",
            "!agreement.agreement_type=intent",
            "!agreement.agreement_type=supplement",
        ],
    });
}

#[test]
fn days_alone_are_of_the_month_that_the_sheet_is_called() {
    check(&Stranger {
        file: "外出走访登记（2024）.xlsx",
        sheets: &[
            (
                "7月",
                "走访时间,星期,城市·园区,走访对象,我方带队,随行,谈了什么,结果\n\
                 3日,三,苏州·吴中,甲公司,刘某,陈某,扩产,获取线索\n\
                 8—9日,一,无锡,乙公司,刘某,陈某,配套,推进签约\n\
                 24,三,上海,丙公司,赵某,孙某,首访,获取线索",
                &[],
            ),
            (
                "八月",
                "走访时间,星期,城市·园区,走访对象,我方带队,随行,谈了什么,结果\n\
                 8.5,一,泰州,丁公司,刘某,陈某,增资,推进",
                &[],
            ),
        ],
        tables: &["7月 visit 1 3", "八月 visit 1 1"],
        records: &[
            "visit.visit_date=2024-07-03 visit.city=苏州·吴中 visit.leader=刘某 visit.our_people=陈某",
            "visit.visit_date=2024-07-08 visit.end_date=2024-07-09 visit.content=配套 visit.result=推进签约",
            "visit.visit_date=2024-07-24",
            "visit.visit_date=2024-08-05",
        ],
    });
}

#[test]
fn levels_states_and_plans_in_other_words() {
    check(&Stranger {
        file: "省市县重点项目.xlsx",
        sheets: &[
            (
                "省市重点",
                "2024年省市重点项目推进表\n\
                 单位：万元\n\
                 项目,承担单位,重点层级,性质,概算总额,投资,,\n\
                 ,,,,,截至2023年底累计,2024年安排,1-8月完成\n\
                 电梯云谷,甲公司,省,续建,152000,60000,50000,32000\n\
                 中试园,乙公司,市,新建,4.2亿,0,1.5亿,8600\n\
                 回收基地,丙公司,省、市,新建,98000,—,40000,3000",
                &["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:H3"],
            ),
            (
                "县重点",
                "县级重点项目（2024）\n\
                 序号,名称,总投资(亿元),状态,续/新,形象进度\n\
                 1,五金件,1.05,在建,续建,主体完工\n\
                 2,智慧园区,1.8,前期,新建,办理用地\n\
                 3,包装材料,1,竣工投产,续建,已投产",
                &[],
            ),
        ],
        tables: &["省市重点 key_project 3,4 3", "县重点 key_project 2 3"],
        records: &[
            "key_project.key_level=province key_project.total_investment=1520000000 key_project.cumulative_investment=600000000 key_project.annual_plan_investment=500000000 key_project.annual_completed_investment=320000000",
            "key_project.key_level=city key_project.total_investment=420000000 key_project.annual_plan_investment=150000000",
            "key_project.key_level=province key_project.build_nature=new",
            "key_project.key_level=county key_project.build_nature=continuing key_project.ledger_kind=building",
            "key_project.build_nature=new key_project.ledger_kind=planned",
            "key_project.build_nature=continuing key_project.ledger_kind=finished",
        ],
    });
}

#[test]
fn payments_cut_down_put_off_and_refused() {
    check(&Stranger {
        file: "到位资金审核台账.xlsx",
        sheets: &[(
            "2024年",
            "金额单位：万元\n\
             批次,落地项目,汇款单位,进账凭证号,入账日期,入账金额,审核意见,认定数,用途类别\n\
             7月,甲项目,甲公司,A1,20240712,5000,通过,5000,注册资本金\n\
             ,乙项目,乙公司,A2,2024-07-30,\"3,200.5\",核减,3000,设备款\n\
             ,丙项目,丙公司,A3,8月20日,800,待审,,设备款\n\
             ,丙项目,丙公司,A4,8月21日,600,不予认定,0,土地款",
            &["A3:A6"],
        )],
        tables: &["2024年 payment 2 4"],
        records: &[
            "payment.project=甲项目 payment.state=recognised payment.fund_kind=registered_capital",
            "payment.paid_in=32005000 payment.recognised_amount=30000000 payment.state=recognised",
            "payment.state=declared payment.paid_date=2024-08-20",
            "payment.state=returned payment.fund_kind=land",
        ],
    });
}

#[test]
fn another_unit_further_down() {
    check(&Stranger {
        file: "上半年签约台账.xlsx",
        sheets: &[
            (
                "按季度",
                "高新区招商签约台账（2025年上半年）\n\
                 第一季度（单位：万元）\n\
                 序号,项目,签约单位,签订日期,合同金额,引资,合同类别\n\
                 1,甲光电,苏州甲公司,2025-01-05,12000,10000,合同\n\
                 2,乙精工,无锡乙公司,2025-02-11,8000,8000,入驻\n\
                 ,小计,,,20000,18000,\n\
                 第二季度（单位：亿元）\n\
                 序号,项目,签约单位,签订日期,合同金额,引资,合同类别\n\
                 1,丙材料,常州丙公司,4-15,1.2,1,投资合同\n\
                 2,丁装备,南京丁公司,2025-05-20,10,10,投资合同\n\
                 ,小计,,,11.2,11,",
                &["A1:G1", "A2:G2", "A7:G7"],
            ),
            (
                "按批次",
                "序号,项目,签约单位,签订日期,合同金额（万元）,引资（万元）,合同类别\n\
                 1,戊项目,苏州戊公司,2025-01-05,12000,10000,合同\n\
                 序号,项目,签约单位,签订日期,合同金额（亿元）,引资（亿元）,合同类别\n\
                 1,己项目,常州己公司,2025-04-05,1.2,1,投资合同",
                &[],
            ),
        ],
        tables: &["按季度 signing 3 4", "按批次 signing 1 2"],
        records: &[
            "agreement.contract_total=120000000 agreement.contract_capital=100000000 agreement.agreement_type=formal",
            "agreement.contract_total=80000000 agreement.contract_capital=80000000",
            "agreement.contract_total=120000000 agreement.contract_capital=100000000 agreement.sign_date=2025-04-15",
            "agreement.contract_total=1000000000 agreement.contract_capital=1000000000",
            "agreement.contract_total=120000000 agreement.contract_capital=100000000",
            "agreement.contract_total=120000000 agreement.contract_capital=100000000",
        ],
    });
}

#[test]
fn progress_and_supplies_in_columns_under_one_heading() {
    check(&Stranger {
        file: "重点项目周调度.xlsx",
        sheets: &[(
            "在建",
            "2025年度重点项目周调度（第23周）\n\
             项目名称,投资（亿元）,,形象进度,,,要素保障,,包联,存在的堵点\n\
             ,总,年度,地基,主体,封顶,土地,能评,,\n\
             丁产业园,10,3.5,√,√,,已供,√,张某县长,用电增容\n\
             甲光电,1.2亿,6000万,√,,,已供,办理中,李主任,",
            &["A2:A3", "B2:C2", "D2:F2", "G2:H2", "I2:I3", "J2:J3"],
        )],
        tables: &["在建 key_project 2,3 2"],
        records: &[
            "key_project.total_investment=1000000000 key_project.annual_plan_investment=350000000 key_project.plan_year= key_project.issue=用电增容",
            "key_project.total_investment=120000000 key_project.annual_plan_investment=60000000",
        ],
    });
}

#[test]
fn days_without_a_year_are_told_of_once() {
    let mut text = String::from("序号,项目名称,投资方,引资额（万元）,签约时间,协议类型\n");
    for row in 0..500 {
        let (month, day) = (1 + row % 12, 1 + row % 28);
        text += &format!("{row},项目{row}号,企业{row}公司,1000,{month}月{day}日,投资合同\n");
    }
    let vague = |file: &str| {
        let found = of_text(file, text.as_bytes());
        let rows = found.tables.iter().flat_map(|table| &table.rows);
        let told = rows.flat_map(|row| &row.problems);
        let told = told.filter(|one| one.reason == "vague_date").count();
        (told, found.questions.len())
    };
    assert_eq!(vague("2024签约.csv"), (1, 0));
    assert_eq!(vague("签约.csv"), (0, 1));
}
