//! Visits, payments and lists.

use super::{Stranger, check, of_text};

#[test]
fn visits_of_several_days_by_offices() {
    check(&Stranger {
        file: "2024年外出招商拜访台账.xlsx",
        sheets: &[
            (
                "苏州组",
                "苏州驻点招商组拜访台账\n\
                 序号,拜访日期,企业名称,地址,接待人及职务,我方参加人员,洽谈情况\n\
                 1,3月5日,甲公司,苏州工业园,张三 总经理,李四、王五,介绍园区\n\
                 2,3月6日-8日,乙公司,昆山,赵六（董事长）,李四,深入洽谈",
                &[],
            ),
            (
                "泰州组",
                "泰州驻点招商组拜访台账\n\
                 序号,拜访日期,企业名称,地址,接待人及职务,我方参加人员,洽谈情况\n\
                 1,2024年4月2日,丙药业,中国医药城,钱七 副总,孙八,初次拜访",
                &[],
            ),
        ],
        tables: &["苏州组 visit 2 2", "泰州组 visit 2 1"],
        records: &[
            "visit.visit_date=2024-03-05 visit.end_date= visit.resident_office=苏州 visit.visit_type=visit_out",
            "visit.visit_date=2024-03-06 visit.end_date=2024-03-08",
            "visit.visit_date=2024-04-02 visit.resident_office=泰州",
        ],
    });
}

#[test]
fn guests_are_received() {
    check(&Stranger {
        file: "来访.xlsx",
        sheets: &[(
            "接待",
            "2024年客商来访接待登记表\n\
             日期,来访企业,来访人员,人数,考察地点,陪同领导,洽谈事项,会谈成果\n\
             2024-05-08,甲公司,张三一行,5人,产业园,王主任,电芯项目,达成意向",
            &[],
        )],
        tables: &["接待 visit 2 1"],
        records: &["visit.visit_date=2024-05-08 visit.visit_type=reception"],
    });
}

#[test]
fn money_paid_in_under_a_merged_verdict() {
    check(&Stranger {
        file: "到位资金.xlsx",
        sheets: &[(
            "2024",
            "2024年招商引资项目到位资金认定表\n\
             单位：万元\n\
             序号,项目名称,出资方,到资日期,到资金额,资金性质,凭证号,认定情况,\n\
             ,,,,,,,认定金额,认定结果\n\
             1,甲项目,甲公司,2024.3.1,2000,注册资本,PZ001,2000,已认定\n\
             2,乙项目,乙公司,2024.6.1,100万美元,注册资本,PZ003,,审核中\n\
             填表人：张三,,,审核人：李四,,,2024年12月31日",
            &[
                "H3:I3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:G4",
            ],
        )],
        tables: &["2024 payment 3,4 2"],
        records: &[
            "payment.paid_in=20000000 payment.recognised_amount=20000000 payment.state=recognised",
            "payment.paid_in=1000000USD",
        ],
    });
}

#[test]
fn each_month_has_a_column_and_each_cell_is_a_payment() {
    check(&Stranger {
        file: "引资到位.xlsx",
        sheets: &[(
            "到位",
            "2024年招商引资到位资金统计表\n\
             ,,,,,,,,单位：万元\n\
             序号,项目名称,投资方,合同额,到位资金,,,,,备注\n\
             ,,,,1月,2月,3月,一季度,累计,\n\
             1,甲项目,甲公司,8000,1000,,500.5,1500.5,1500.5,\n\
             2,乙项目,乙公司,5000,/,200万美元（汇率7.1）,待定,1420,1420,外资\n\
             3,丙项目,丙公司,900,0,,,0,0,\n\
             合计,,,,1000,1420,500.5,2920.5,2920.5,",
            &["E3:I3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "J3:J4"],
        )],
        tables: &["到位 payment 3,4 3"],
        records: &[
            "project.name=甲项目 payment.payer=甲公司 payment.paid_in=10000000 payment.paid_date=2024-01-01/month",
            "project.name=甲项目 payment.paid_in=5005000 payment.paid_date=2024-03-01/month",
            "project.name=乙项目 payment.paid_in=2000000USD payment.paid_date=2024-02-01/month",
        ],
    });
}

#[test]
fn quarters_are_payments_where_no_months_are() {
    check(&Stranger {
        file: "各镇街到位资金.xlsx",
        sheets: &[(
            "2023年",
            "序号,项目,出资方,一季度（万元）,二季度（万元）,三季度（万元）,四季度（万元）,全年合计（万元）\n\
             1,甲项目,甲公司,,300,,200,500\n\
             2,乙项目,乙公司,50,,,,50",
            &[],
        )],
        tables: &["2023年 payment 1 3"],
        records: &[
            "payment.paid_in=3000000 payment.paid_date=2023-04-01/quarter",
            "payment.paid_in=2000000 payment.paid_date=2023-10-01/quarter",
            "project.name=乙项目 payment.paid_in=500000 payment.paid_date=2023-01-01/quarter",
        ],
    });
}

#[test]
fn periods_stand_below_years_and_beside_targets() {
    check(&Stranger {
        file: "到位资金统计.xlsx",
        sheets: &[
            (
                "分年",
                "到位资金统计表（万元）\n\
                 项目名称,出资单位,2023年,,,,2024年,,,\n\
                 ,,一季度,二季度,三季度,四季度,一季度,二季度,三季度,四季度\n\
                 甲项目,甲公司,10,,,,20,,,5",
                &["A2:A3", "B2:B3", "C2:F2", "G2:J2"],
            ),
            (
                "目标",
                "2024年到位资金目标完成情况\n\
                 项目名称,出资单位,目标（万元）,,实际到位（万元）,\n\
                 ,,1月,2月,1月,2月\n\
                 甲项目,甲公司,50,50,40,60",
                &["A2:A3", "B2:B3", "C2:D2", "E2:F2"],
            ),
        ],
        tables: &["分年 payment 2,3 3", "目标 payment 2,3 2"],
        records: &[
            "payment.paid_in=100000 payment.paid_date=2023-01-01/quarter",
            "payment.paid_in=200000 payment.paid_date=2024-01-01/quarter",
            "payment.paid_in=50000 payment.paid_date=2024-10-01/quarter",
            "payment.paid_in=400000 payment.paid_date=2024-01-01/month",
            "payment.paid_in=600000 payment.paid_date=2024-02-01/month",
        ],
    });
}

#[test]
fn a_row_that_adds_up_wrongly_or_pays_nothing_is_named() {
    let csv = "2024年到位资金（万元）,,,,\n项目名称,投资方,1月,2月,合计\n甲项目,甲公司,10,20,40\n乙项目,乙公司,/,,\n";
    let found = of_text("表.csv", csv.as_bytes());
    let table = &found.tables[0];
    let of_rows = table.rows.iter().flat_map(|row| &row.problems);
    let problems: Vec<String> = of_rows
        .chain(&table.problems)
        .map(|one| format!("{}{} {} {}", one.column, one.row, one.reason, one.raw))
        .collect();
    assert_eq!(
        problems,
        ["E3 row_sum_disagrees 40 ≠ 30.00", "4 no_payment 乙项目"]
    );
}

#[test]
fn three_ledgers_stand_below_each_other_and_the_last_is_the_best_known() {
    check(&Stranger {
        file: "2024年周报.xlsx",
        sheets: &[(
            "本周",
            "第20周招商工作周报\n\
             一、新签约项目\n\
             序号,项目名称,投资方,引资额（万元）,签约时间\n\
             1,甲项目,甲公司,5000,5月14日\n\
             ,\n\
             二、新到位资金\n\
             序号,项目名称,出资单位,到账金额（万元）,到账时间\n\
             1,乙项目,乙公司,200,5月16日\n\
             合计,,,200\n\
             ,\n\
             三、外出拜访\n\
             序号,日期,走访园区/企业/商协会,对方人员,我方人员,洽谈内容,后续安排\n\
             1,5月13日,丁公司,张三 总经理,李四,初次拜访,再访\n\
             2,5月14日,某商会,王五,李四,座谈,",
            &[],
        )],
        tables: &["本周 signing 3 1", "本周 payment 7 1", "本周 visit 12 2"],
        records: &[
            "project.name=甲项目 agreement.sign_date=2024-05-14",
            "project.name=乙项目 payment.paid_in=2000000 payment.paid_date=2024-05-16",
            "visit.enterprise=丁公司 visit.place= visit.visit_date=2024-05-13",
            "visit.enterprise= visit.place=某商会",
        ],
    });
}

#[test]
fn a_title_says_what_general_headings_do_not() {
    let of = |title: &'static str| {
        let rows =
            "项目,企业,金额（万元）,日期\n甲项目,甲公司,5000,2024.3.1\n乙项目,乙公司,800,2024年4月";
        let found = of_text("表.csv", format!("{title}{rows}").as_bytes());
        let asked: Vec<String> = found
            .questions
            .iter()
            .map(|one| format!("{} {}", one.reason, one.choices.join(",")))
            .collect();
        (found.tables[0].ledger, asked)
    };
    let total = "amount_ambiguous agreement.contract_total,agreement.contract_capital";
    assert_eq!(
        of("2024年签约项目,,,\n"),
        ("signing", vec![total.to_owned()])
    );
    assert_eq!(of("协议情况,,,\n"), ("signing", vec![total.to_owned()]));
    assert_eq!(of("进资情况,,,\n"), ("payment", vec![]));
    assert_eq!(
        of(""),
        ("payment", vec!["ledger_unknown payment,signing".to_owned()])
    );
}

#[test]
fn a_list_of_enterprises_names_whom_to_call() {
    check(&Stranger {
        file: "企业名录.xlsx",
        sheets: &[(
            "企业",
            "园区企业名录\n\
             序号,企业全称,统一社会信用代码,法人代表,注册资本（万元）,成立日期,所属行业,联系人,联系电话\n\
             1,甲公司,91340104MA663HKDX4,张三,1000,2015-03-05,电梯,李四,15400000001\n\
             2,乙公司,,王五,500万美元,2018年6月,医药,赵六,（0531）00001234",
            &[],
        )],
        tables: &["企业 enterprise 2 2"],
        records: &[
            "enterprise.name=甲公司 enterprise.registered_capital=10000000 contact.name=李四 contact.mobile=15400000001",
            "enterprise.registered_capital=5000000USD contact.phone=0531-00001234",
        ],
    });
}

#[test]
fn a_firm_stands_for_its_project() {
    check(&Stranger {
        file: "2024年外资到位.xlsx",
        sheets: &[(
            "外资",
            "2024年实际使用外资统计表\n\
             企业名称,国别,到资金额（万元）,到资日期\n\
             甲（香港）公司,中国香港,200,2024-01-05\n\
             乙株式会社,日本,50,2024-02-06",
            &[],
        )],
        tables: &["外资 payment 2 2"],
        records: &[
            "project.name=甲（香港）公司 payment.payer=甲（香港）公司 payment.paid_in=2000000",
            "project.name=乙株式会社 payment.paid_date=2024-02-06",
        ],
    });
}

#[test]
fn years_are_payments_too() {
    check(&Stranger {
        file: "历年到位资金.xlsx",
        sheets: &[(
            "到位",
            "截至2024年底历年到位资金统计表\n\
             单位：万元\n\
             对应项目,缴款单位,合同引资额,到位资金,,,\n\
             ,,,2022年,2023年度,2024年到资,累计\n\
             甲项目,甲公司（已上市）,9000,,5000,2000,7000\n\
             乙项目,乙公司,3000,1000,/,0,1000",
            &["D3:G3", "A3:A4", "B3:B4", "C3:C4"],
        )],
        tables: &["到位 payment 3,4 3"],
        records: &[
            "project.name=甲项目 payment.payer=甲公司 payment.paid_in=50000000 payment.paid_date=2023-01-01/year payment.note=已上市",
            "payment.paid_in=20000000 payment.paid_date=2024-01-01/year",
            "project.name=乙项目 payment.paid_in=10000000 payment.paid_date=2022-01-01/year",
        ],
    });
}

#[test]
fn a_lead_is_of_its_section_and_its_minute() {
    check(&Stranger {
        file: "2024年线索.xlsx",
        sheets: &[(
            "线索",
            "目标企业,拟投项目概况,计划投资额,意向用地,中间人,报送时间,有效信息\n\
             一、泰州组（2条）\n\
             甲公司（世界500强）,疫苗,3亿元,50亩,某商会,2024年3月6日11时5分,是\n\
             乙公司,电芯,8000万元,,,2024.3.7 9:30,否\n\
             二、招商二部（1条）\n\
             丙公司,导轨,1亿,,,3月8日下午3点,是\n\
             丁公司,线束,1亿,,,2024-03-11 00:00:00,是",
            &[],
        )],
        tables: &["线索 lead 1 4"],
        records: &[
            "lead.enterprise=甲公司 lead.reporting_unit=泰州 lead.reported_at=2024-03-06 lead.reported_time=11:05 lead.land_area=50mu lead.introducer=某商会 lead.is_effective=true",
            "lead.reported_at=2024-03-07 lead.reported_time=09:30",
            "lead.reporting_unit=招商二部 lead.reported_at=2024-03-08 lead.reported_time=15:00",
            "lead.enterprise=丁公司 lead.reported_at=2024-03-11 lead.reported_time=",
        ],
    });
}
