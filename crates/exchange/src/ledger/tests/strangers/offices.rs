//! How single offices keep leads, visits, buildings, and what was signed and
//! paid.

use super::{Stranger, check, of_text};

/// The problems of a file's rows: row, column and reason.
fn told(file: &str, text: &str) -> Vec<String> {
    let found = of_text(file, text.as_bytes());
    let tables = found.tables.iter().flat_map(|table| &table.rows);
    let told = tables.flat_map(|row| &row.problems);
    told.map(|one| format!("{}{} {}", one.column, one.row, one.reason))
        .collect()
}

#[test]
fn headings_as_people_ask() {
    check(&Stranger {
        file: "招商线索2025.xlsx",
        sheets: &[(
            "线索",
            "2025年招商线索跟踪表（招商三科）\n\
             序号,啥项目,谁来投,要投多少（万元）,要多少地（亩）,卡在哪,最近一次,谁在盯,哪来的\n\
             1,精密铸件项目,泰源铸造有限公司,8000,30,等能评,2025.3.4电话沟通,李明,以商招商",
            &[],
        )],
        tables: &["线索 lead 2 1"],
        records: &[
            "lead.name=精密铸件项目 lead.enterprise=泰源铸造有限公司 lead.planned_investment=80000000 lead.land_area=30mu lead.issue=等能评 lead.progress=2025.3.4电话沟通 lead.responsible_person=李明 lead.lead_source=via_business lead.reported_at=",
        ],
    });
}

#[test]
fn what_is_still_to_be_signed_is_a_lead() {
    check(&Stranger {
        file: "二季度.xlsx",
        sheets: &[(
            "清单",
            "2025年二季度拟签约项目清单\n\
             项目名称,投资主体,协议投资额(亿元),拟签约时间,协议类型,对接部门\n\
             高性能导轨项目,升达导轨有限公司,2.3,2025年5月15日,投资合同,招商一局",
            &[],
        )],
        tables: &["清单 lead 2 1"],
        records: &[
            "lead.name=高性能导轨项目 lead.enterprise=升达导轨有限公司 lead.planned_investment=230000000 lead.reported_at= lead.reporting_unit=招商一局 lead.note=拟签约时间：2025年5月15日",
        ],
    });
    check(&Stranger {
        file: "二季度.xlsx",
        sheets: &[(
            "清单",
            "2025年签约及拟签约项目\n\
             项目名称,投资方,合同投资额(亿元),签约时间,拟签约时间,协议类型\n\
             导轨项目,升达导轨有限公司,2.3,2025-05-15,,投资合同",
            &[],
        )],
        tables: &["清单 signing 2 1"],
        records: &["project.name=导轨项目 agreement.sign_date=2025-05-15"],
    });
}

#[test]
fn who_received_us_and_how_many_came() {
    check(&Stranger {
        file: "日志.xlsx",
        sheets: &[
            (
                "外出",
                "驻苏州招商组2025年3月外出招商工作日志\n\
                 日期,拜访企业,地址,接待人及电话,我方参加人,洽谈情况,下步打算\n\
                 3月3日,昆山联德精密有限公司,昆山市,刘敏 副总 15400007777,李明、王芳,介绍园区,寄材料\n\
                 3月4日,苏州恒远电梯有限公司,吴江区,张三15400000001、李四15400000002,李明,有计划,来访",
                &[],
            ),
            (
                "接待",
                "来访时间,来访单位及人数,主宾,职务,我区陪同领导,考察点位,洽谈要点,成果\n\
                 2025-04-01,深圳蓝芯科技有限公司（5人）,林涛,董事长,张主任,展厅,选址,意向\n\
                 2025-04-02,山东省电梯协会 12人,秦会长,会长,李书记,展厅,办展,\n\
                 2025-04-03,中国银行一行3人,何行长,,李书记,展厅,授信,",
                &[],
            ),
        ],
        tables: &["外出 visit 2 2", "接待 visit 1 3"],
        records: &[
            "visit.their_people=刘敏 visit.their_duty=副总 visit.their_phone=15400007777",
            "visit.their_people=张三15400000001、李四15400000002 visit.their_phone=",
            "visit.enterprise=深圳蓝芯科技有限公司 visit.head_count=Number(5) visit.their_people=林涛 visit.their_duty=董事长",
            "visit.enterprise=山东省电梯协会 visit.head_count=Number(12) visit.their_people=秦会长",
            "visit.enterprise=中国银行 visit.head_count=Number(3)",
        ],
    });
}

#[test]
fn units_let_in_part_and_by_the_day() {
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[(
            "厂房",
            "楼号,楼层,建筑面积（㎡）,是否空置,承租企业,租赁面积（㎡）,租金（元/㎡/天）\n\
             A1,1F,2400,否,鑫泰机械有限公司,2400,0.4\n\
             A1,2F,2400,部分,立成电子有限公司,1000,\n\
             A2,1F,5000,部分空置,恒信包装有限公司,,\n\
             A2,2F,5000,部分,甲昌公司租3000、乙盛公司租1500,,",
            &[],
        )],
        tables: &["厂房 factory_unit 1 4"],
        records: &[
            "factory_unit.state=leased factory_unit.rent= factory_unit.note=租金（元/㎡/天）：0.4",
            "factory_unit.state=partly_leased factory_unit.vacant_area=1400sqm lease.leased_area=1000sqm",
            "factory_unit.state=partly_leased factory_unit.vacant_area= lease.leased_area=",
            "factory_unit.vacant_area=500sqm lease.tenant=甲昌公司、乙盛公司 lease.leased_area=4500sqm",
        ],
    });
    let told = told(
        "厂房.csv",
        "楼号,楼层,建筑面积（㎡）,是否空置,承租企业,租赁面积（㎡）,空置面积（㎡）,日租金（元/㎡）\n\
         A1,1F,2400,部分,立成电子有限公司,,,0.4\n\
         A1,2F,2400,,立成电子有限公司,2400,800,\n\
         A1,3F,2400,,立成电子有限公司（意向）,,2400,",
    );
    assert_eq!(
        told,
        [
            "H2 rent_of_time",
            "D2 part_let_without_area",
            "G3 areas_exceed_unit",
            "E4 tenant_intended"
        ]
    );
}

#[test]
fn areas_that_no_building_has_break_nothing() {
    let told = told(
        "厂房.csv",
        "楼号,楼层,建筑面积（㎡）,是否空置,承租企业,租赁面积（㎡）,空置面积（㎡）\n\
         A1,1F,900000000000000,部分,甲昌公司租900000000000000、乙盛公司租900000000000000,,\n\
         A1,2F,900000000000000,部分,立成电子有限公司,900000000000000,900000000000000",
    );
    assert!(
        told.contains(&"G3 areas_exceed_unit".to_owned()),
        "{told:?}"
    );
}

#[test]
fn an_empty_unit_among_leases() {
    check(&Stranger {
        file: "租赁台账.xlsx",
        sheets: &[(
            "租赁",
            "序号,厂房,租户,面积,租期,年租金\n\
             1,1号厂房一层东,明远塑业有限公司,1500平,2024.3.1-2027.2.28,18万\n\
             2,1号厂房一层西,空,1500平,,",
            &[],
        )],
        tables: &["租赁 lease 1 2"],
        records: &[
            "lease.tenant=明远塑业有限公司 lease.leased_area=1500sqm factory_unit.state=",
            "factory_unit.name=1号厂房一层西 factory_unit.state=vacant lease.leased_area=",
        ],
    });
}

#[test]
fn units_known_by_their_place_and_by_the_section_above_the_headings() {
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[
            (
                "盘活",
                "闲置厂房（资产）盘活台账\n\
                 编号,产权单位,位置,占地（亩）,建筑面积,闲置时间,盘活进度\n\
                 1,老棉纺厂,解放路88号,25亩,1.2万平方米,2019年至今,在谈",
                &[],
            ),
            (
                "租售",
                "一、电梯产业园\n\
                 楼栋,单元,面积（㎡）,状态,使用单位,起租,到期\n\
                 1#,101,800,已租,顺达电梯有限公司,2023.6.1,2026.5.31",
                &[],
            ),
        ],
        tables: &["盘活 factory_unit 2 1", "租售 factory_unit 2 1"],
        records: &[
            "factory_unit.name=解放路88号 factory_unit.owner=老棉纺厂 factory_unit.floor_area=12000sqm",
            "factory_unit.park=电梯产业园 lease.start_date=2023-06-01 lease.end_date=2026-05-31",
        ],
    });
}

#[test]
fn a_sheet_for_each_office_or_month() {
    const LEADS: &str = "序号,企业名称,项目,拟投资（亿元）,首报时间\n\
         1,独有有限公司,齿轮,2,2025-03-01";
    check(&Stranger {
        file: "各局线索.xlsx",
        sheets: &[("招商一局", LEADS, &[]), ("汇总", "说明", &[])],
        tables: &["招商一局 lead 1 1"],
        records: &["lead.reporting_unit=招商一局 lead.reported_at=2025-03-01"],
    });
    check(&Stranger {
        file: "2025年接待.xlsx",
        sheets: &[(
            "2月",
            "2月份客商接待明细\n\
             日,来访企业,来访人,人数,陪同,事由\n\
             5,寅有限公司,张总,2,李主任,考察\n\
             11日,卯有限公司,王总,2人,李主任,洽谈",
            &[],
        )],
        tables: &["2月 visit 2 2"],
        records: &[
            "visit.visit_date=2025-02-05 visit.head_count=Number(2) visit.content=考察",
            "visit.visit_date=2025-02-11 visit.head_count=Number(2) visit.content=洽谈",
        ],
    });
}

#[test]
fn parcels_under_four_rows_of_headings() {
    check(&Stranger {
        file: "工业用地.xlsx",
        sheets: &[(
            "可供",
            "开发区可供工业用地一览表\n\
             序号,地块情况,,,规划条件,,供地条件\n\
             ,名称,面积,,容积率,绿地率,是否净地\n\
             ,,公顷,亩,,,\n\
             1,A-3地块,2,30,≥1.2,≤15%,净地",
            &[
                "A1:G1", "A2:A4", "B2:D2", "B3:B4", "C3:D3", "E2:F2", "E3:E4", "F3:F4", "G3:G4",
            ],
        )],
        tables: &["可供 parcel 2,3,4 1"],
        records: &["parcel.parcel_no=A-3地块 parcel.land_area=2hectare parcel.supply_state=clear"],
    });
}

#[test]
fn a_currency_in_the_heading_and_the_size_above() {
    const SIGNED: &str = "2025年度新签约项目统计表\n\
         单位：万元、万美元\n\
         序号,项目名称,投资方名称,协议投资总额,,协议外资额,签约日期\n\
         ,,,人民币,美元,美元,\n\
         1,高端减速机项目,日本精工株式会社,,3000,1500,2025/3/6\n\
         2,电梯导轨项目,凯诺机械有限公司,20000,,,2025/4/18";
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[("签约", SIGNED, &[])],
        tables: &["签约 signing 3,4 2"],
        records: &[
            "agreement.contract_capital=15000000USD agreement.contract_total=30000000USD",
            "agreement.contract_total=200000000",
        ],
    });
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,签约日期,协议投资总额,\n\
             ,,,,人民币（万元）,美元（万美元）\n\
             1,电机项目,苏州电机有限公司,2024.5.6,12000,\n\
             2,壳体项目,德国金属有限公司,2024.3.8,,1500",
            &["E1:F1"],
        )],
        tables: &["签约 signing 1,2 2"],
        records: &[
            "agreement.contract_total=120000000",
            "agreement.contract_total=15000000USD",
        ],
    });
    let unsaid = SIGNED.replace("单位：万元、万美元", "填报：招商局");
    let sized = unsaid.replace("协议投资总额,", "协议投资总额（万元）,");
    let sized = told("签约.csv", &sized);
    assert!(sized.iter().all(|one| !one.starts_with('D')), "{sized:?}");
    let told = told("签约.csv", &unsaid);
    assert!(
        told.contains(&"D6 amount_unit_unknown".to_owned()),
        "{told:?}"
    );
}

#[test]
fn a_group_that_says_how_many_rows_it_has() {
    check(&Stranger {
        file: "2025年重点项目.xlsx",
        sheets: &[(
            "推进情况",
            "2025年省市重点项目推进情况\n\
             类别,序号,项目名称,建设内容及规模,总投资（亿元）,年度投资（亿元）,牵头单位\n\
             省重点（2个）,1,导轨项目,年产10万吨,5.2,2,经发局\n\
             ,2,控制柜项目,年产5万台,3.1,1,经发局\n\
             市重点（1个）,3,轿厢项目,年产2万台,1.5,0.5,招商局\n\
             总计（3个）,,,,9.8,3.5,",
            &[],
        )],
        tables: &["推进情况 key_project 2 3"],
        records: &[
            "key_project.key_level=province",
            "project.name=控制柜项目 key_project.key_level=province",
            "key_project.key_level=city",
        ],
    });
}

#[test]
fn a_group_far_down_a_long_table_reaches_as_far() {
    const LONG: usize = 2_100;
    let mut text = "类别,序号,项目名称,建设内容及规模,总投资（亿元）,牵头单位\n".to_owned();
    for number in 1..=LONG {
        text += &format!("市重点,{number},导轨{number}号项目,年产10万吨,5.2,经发局\n");
    }
    text += "省重点（2个）,2101,控制柜项目,年产5万台,3.1,经发局\n\
             ,2102,轿厢项目,年产2万台,1.5,招商局\n";
    let found = of_text("2025年重点项目.csv", text.as_bytes());
    let tables = found.tables.iter();
    let kinds: Vec<&str> = tables.clone().map(|table| table.kind).collect();
    assert_eq!(kinds, ["key_project"]);
    let rows: Vec<_> = tables.flat_map(|table| &table.rows).collect();
    assert_eq!(rows.len(), LONG + 2);
    let level = |at: usize| {
        let mut cells = rows[at].cells.iter();
        let found = cells.find(|(target, _)| target.field == "key_level");
        found.and_then(|(_, cell)| cell.as_text())
    };
    let levels = [LONG - 1, LONG, LONG + 1].map(level);
    assert_eq!(levels, [Some("city"), Some("province"), Some("province")]);
}

#[test]
fn who_receives_a_payment_is_no_project_beside_one() {
    check(&Stranger {
        file: "到账.xlsx",
        sheets: &[(
            "到账",
            "到账日期,汇款单位,收款单位,金额（元）,用途,对应项目,银行回单号\n\
             2025-01-08,凯诺机械有限公司,开发区财政局,5000000,土地款,导轨项目,HD0001",
            &[],
        )],
        tables: &["到账 payment 1 1"],
        records: &["project.name=导轨项目 payment.payer=凯诺机械有限公司"],
    });
}

#[test]
fn payments_from_here_and_from_abroad_side_by_side() {
    const PAID: &str = "2024年到位资金统计表\n\
         项目名称,投资企业,到账日期,到位内资（万元）,到位外资（万美元）,凭证号\n\
         轴承项目,轴承股份有限公司,2024-01-15,1200,,PZ001\n\
         医药项目,医药（香港）有限公司,2024-02-20,,300,PZ002\n\
         半导体项目,半导体有限公司,2024-03-11,800,50,PZ003";
    check(&Stranger {
        file: "到位.xlsx",
        sheets: &[("到位", PAID, &[])],
        tables: &["到位 payment 2 4"],
        records: &[
            "payment.paid_in=12000000",
            "payment.paid_in=3000000USD",
            "payment.paid_in=8000000 payment.voucher_no=PZ003",
            "payment.paid_in=500000USD payment.voucher_no=PZ003",
        ],
    });
    let told = told("到位.csv", PAID);
    assert!(told.iter().all(|one| one.starts_with('E')), "{told:?}");
}

#[test]
fn a_first_day_that_is_called_planned() {
    const BUILT: &str = "2024年重点项目推进情况（单位：亿元）\n\
         序号,项目名称,项目级别,总投资,开工时间\n\
         1,甲项目,省重点,12.5,2024.8（拟）\n\
         2,乙项目,省重点,12.5,拟2024年8月\n\
         3,丙项目,市重点,2,2024年9月已开工\n\
         4,丁项目,市重点,2,未开工（拟10月）";
    check(&Stranger {
        file: "重点.xlsx",
        sheets: &[("重点", BUILT, &[])],
        tables: &["重点 key_project 2 4"],
        records: &[
            "key_project.start_date= key_project.planned_start_date=2024-08-01/month~",
            "key_project.start_date= key_project.planned_start_date=2024-08-01/month~",
            "key_project.start_date=2024-09-01/month key_project.planned_start_date=",
            "key_project.planned_start_date=",
        ],
    });
    assert_eq!(told("重点.csv", BUILT), ["E3 vague_date", "E4 vague_date"]);
}

#[test]
fn an_office_and_who_answers_for_it_in_one_cell_are_two() {
    check(&Stranger {
        file: "2024年项目.xlsx",
        sheets: &[
            (
                "重点",
                "2024年重点项目台账\n\
                 序号,项目名称,建设单位,级别,总投资（亿元）,形象进度,责任领导/责任单位\n\
                 1,甲项目,甲公司,省,3,封顶,李明/招商局\n\
                 2,乙项目,乙公司,市,2,基础,经发局",
                &[],
            ),
            (
                "签约",
                "2024年签约项目台账\n\
                 序号,项目名称,投资方,合同利用资金（亿元）,签约时间,责任单位及责任人\n\
                 1,丙项目,丙公司,3,2024-1-3,招商局（李明）\n\
                 2,丁项目,丁公司,2,2024-2-3,经发局王强",
                &[],
            ),
        ],
        tables: &["重点 key_project 2 2", "签约 signing 2 2"],
        records: &[
            "key_project.responsible_unit=招商局 key_project.sponsor_leader=李明",
            "key_project.responsible_unit=经发局",
            "agreement.responsible_unit=招商局 agreement.note=责任单位及责任人：招商局（李明）",
            "agreement.responsible_unit=经发局",
        ],
    });
}
