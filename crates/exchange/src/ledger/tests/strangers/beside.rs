//! What a row says beside its own values: the currency of an amount, whose
//! contract it is, and who came for whom.

use super::{Stranger, check, of_text, problems, shown};

#[test]
fn a_lead_is_worth_what_its_currency_says() {
    let csv = "序号,企业名称,拟投项目,币种,投资额（万）\n\
               1,甲微电子有限公司,封测,人民币,30000\n\
               2,乙精密有限公司,模具,美元,500\n\
               3,丙光电有限公司,光学,,8000\n";
    let found = of_text("招商线索.csv", csv.as_bytes());
    let rows = found.tables[0].rows.iter();
    let amounts: Vec<String> = rows
        .map(|row| shown(row, "lead.planned_investment"))
        .collect();
    assert_eq!(amounts, ["300000000", "5000000USD", "80000000"]);
}

#[test]
fn a_contract_by_which_rooms_are_let_is_no_agreement() {
    check(&Stranger {
        file: "合同.xlsx",
        sheets: &[(
            "合同",
            "租赁合同台账\n\
             合同编号,甲方,乙方,租赁物,面积㎡,起租日,到租日,租金（元/㎡/月）,保证金（万元）\n\
             ZL01,国控公司,甲微电子有限公司,A1栋,3000,2024-01-01,2026-12-31,12,10",
            &["A1:I1"],
        )],
        tables: &["合同 lease 2 1"],
        records: &[
            "lease.tenant=甲微电子有限公司 factory_unit.name=A1栋 lease.leased_area=3000sqm lease.start_date=2024-01-01 lease.end_date=2026-12-31",
        ],
    });
}

#[test]
fn guests_alone_say_who_came_and_for_whom() {
    check(&Stranger {
        file: "来访.xlsx",
        sheets: &[(
            "来访",
            "2025年5月来访客商登记\n\
             日期,来访客商,人数,事由,接待人\n\
             5月6日,甲微电子 吴总,3,考察厂房,林青\n\
             5月7日,乙光电,2,签约,周立",
            &["A1:E1"],
        )],
        tables: &["来访 visit 2 2"],
        records: &[
            "visit.enterprise=甲微电子 visit.their_people=吴总 visit.head_count=Number(3)",
            "visit.enterprise=乙光电 visit.their_people=",
        ],
    });
}

#[test]
fn months_before_and_this_month_make_what_was_paid() {
    check(&Stranger {
        file: "到位.xlsx",
        sheets: &[(
            "6月",
            "2025年6月到位资金\n\
             序号,项目名称,1-5月到位,6月到位,1-6月到位\n\
             ,,（万元）,（万元）,（万元）\n\
             1,甲项目,1800,500,2300\n\
             2,乙项目,600,0,600\n\
             ,合计,2400,500,2900",
            &["A1:E1"],
        )],
        tables: &["6月 payment 2,3 3"],
        records: &[
            "payment.paid_in=18000000 payment.paid_date=2025-01-01/half_year",
            "payment.paid_in=5000000 payment.paid_date=2025-06-01/month",
            "payment.paid_in=6000000",
        ],
    });
}

#[test]
fn what_does_not_produce_yet_is_not_finished() {
    check(&Stranger {
        file: "清单.xlsx",
        sheets: &[
            (
                "开工未投产",
                "项目名称,企业,投资额（亿元）,开工时间,形象进度,拟投产时间\n\
                 甲项目,甲公司,10,2025.3,桩基,2026.6",
                &[],
            ),
            (
                "投产未达标",
                "项目名称,企业,投资额（亿元）,投产时间,达标产值\n\
                 乙项目,乙公司,0.5,2024.3,1亿",
                &[],
            ),
        ],
        tables: &["开工未投产 key_project 1 1", "投产未达标 key_project 1 1"],
        records: &[
            "key_project.ledger_kind=building",
            "key_project.ledger_kind=finished",
        ],
    });
}

#[test]
fn a_ledger_of_works_is_one_by_its_name() {
    check(&Stranger {
        file: "名单.xlsx",
        sheets: &[(
            "名单",
            "2025年在建项目台账\n\
             序号,项目名称,建设单位,总投资（亿元）,责任单位,责任人\n\
             1,甲项目,甲公司,5,经发局,王某\n\
             2,乙项目,乙公司,10,投促局,李某",
            &["A1:F1"],
        )],
        tables: &["名单 key_project 2 2"],
        records: &[
            "key_project.total_investment=500000000 key_project.ledger_kind=building",
            "key_project.responsible_unit=投促局",
        ],
    });
}

#[test]
fn a_room_with_a_buyer_is_sold() {
    let wanted = Stranger {
        file: "销售.xlsx",
        sheets: &[(
            "出售",
            "厂房销售台账\n\
             楼栋,单元,面积（㎡）,购买企业,单价（元/㎡）,总价（万元）\n\
             B1,101,800,甲微电子有限公司,3500,280\n\
             B1,201,800,,,",
            &["A1:F1"],
        )],
        tables: &["出售 factory_unit 2 2"],
        records: &[
            "factory_unit.state=sold lease.sold_area=800sqm lease.leased_area= factory_unit.rent=",
            "factory_unit.state= lease.sold_area=",
        ],
    };
    check(&wanted);
    let told = problems(&wanted);
    assert!(told.iter().any(|one| one.reason == "price_of_sale"));
}

#[test]
fn what_came_this_year_goes_before_all_there_is() {
    check(&Stranger {
        file: "资金.xlsx",
        sheets: &[(
            "资金",
            "2025年项目资金到位及使用情况（万元）\n\
             项目,投资方所在地,到位资金,,,支出\n\
             ,,上年结转,本年到位,合计,\n\
             甲项目,江苏苏州,500,2000,2500,1800",
            &["A1:F1", "C2:E2", "A2:A3", "B2:B3", "F2:F3"],
        )],
        tables: &["资金 payment 2,3 1"],
        records: &["payment.paid_in=20000000 payment.payer= payment.note=投资方所在地：江苏苏州"],
    });
}

#[test]
fn a_duty_stands_behind_the_firm_that_gave_it() {
    let csv = "会见时间,会见地点,会见领导,客商姓名,企业及职务,会见事项\n\
               2025.1.8,管委会,张书记,吴建,甲微电子有限公司董事长,封测\n\
               2025.2.9,市区,李主任,郑林,乙精密 副总裁,模具\n\
               2025.2.9,市区,李主任,施洋,丙实业,基金\n";
    let found = of_text("会见客商.csv", csv.as_bytes());
    let rows = found.tables[0].rows.iter();
    let said: Vec<[String; 2]> = rows
        .map(|row| ["visit.enterprise", "visit.their_duty"].map(|field| shown(row, field)))
        .collect();
    let wanted = [
        ["甲微电子有限公司", "董事长"],
        ["乙精密", "副总裁"],
        ["丙实业", ""],
    ];
    assert_eq!(said, wanted);
}

#[test]
fn what_was_done_since_january_is_of_the_year() {
    check(&Stranger {
        file: "进展.xlsx",
        sheets: &[(
            "重点",
            "2025年度重点项目进展情况统计表\n\
             序号,项目名称,业主单位,总投资（万元）,年度计划（万元）,完成投资（万元）,\n\
             ,,,,,本月,年初至今\n\
             1,甲项目,甲公司,50000,20000,1500,8000",
            &[
                "A1:G1", "F2:G2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3",
            ],
        )],
        tables: &["重点 key_project 2,3 1"],
        records: &[
            "key_project.month_completed_investment=15000000 key_project.annual_completed_investment=80000000",
        ],
    });
}

#[test]
fn a_month_and_a_day_may_have_nothing_above_them() {
    let csv = "月,日,客商单位,人数,陪同领导,内容\n\
               3,5,甲微电子有限公司,4,王书记,考察\n\
               4,18,乙精密有限公司,2,李主任,座谈\n";
    let found = of_text("2025年接待客商.csv", csv.as_bytes());
    let rows = found.tables[0].rows.iter();
    let days: Vec<String> = rows.map(|row| shown(row, "visit.visit_date")).collect();
    assert_eq!(days, ["2025-03-05", "2025-04-18"]);
}

#[test]
fn a_calendar_has_a_firm_for_each_part_of_the_day() {
    let csv = "日期,星期,上午拜访企业,下午拜访企业,备注\n\
               2025.8.4,星期一,甲电子有限公司,乙机械有限公司,\n\
               2025.8.5,星期二,请假,请假,事假\n\
               2025.8.6,星期三,开会,丙零部件有限公司,\n\
               2025.8.7,星期四,值班,休息,\n\
               2025.8.8,星期五,丁光电,,\n";
    let found = of_text("每日拜访情况.csv", csv.as_bytes());
    let rows = found.tables[0].rows.iter();
    let firms: Vec<String> = rows.map(|row| shown(row, "visit.enterprise")).collect();
    let wanted = [
        "甲电子有限公司",
        "乙机械有限公司",
        "丙零部件有限公司",
        "丁光电",
    ];
    assert_eq!(firms, wanted);
}

#[test]
fn works_with_their_span_are_no_leads() {
    check(&Stranger {
        file: "在建.xlsx",
        sheets: &[(
            "在建",
            "在建项目情况\n\
             项目名称,建设单位及联系人,总投资,建设起止时间,本月进展\n\
             甲项目,甲微电子有限公司,5亿元,2024.11—2026.6,主体",
            &["A1:E1"],
        )],
        tables: &["在建 key_project 2 1"],
        records: &[
            "key_project.total_investment=500000000 key_project.planned_completion_date=2026-06-01/month key_project.visible_progress=主体",
        ],
    });
}

#[test]
fn months_up_to_now_below_what_was_paid_are_all_of_it() {
    check(&Stranger {
        file: "到位.xlsx",
        sheets: &[(
            "x",
            "2025年1-6月招商引资项目资金到位情况（万元）\n\
             项目,投资方,到位资金,\n\
             ,,6月,1-6月\n\
             甲项目,甲公司,500,2300\n\
             总计,,500,2300",
            &["A1:D1", "C2:D2", "A2:A3", "B2:B3"],
        )],
        tables: &["x payment 2,3 1"],
        records: &["payment.paid_in=23000000 payment.paid_date=2025-01-01/half_year"],
    });
}

#[test]
fn investors_of_key_projects_are_no_leads() {
    check(&Stranger {
        file: "名单.xlsx",
        sheets: &[(
            "x",
            "2025年重点项目名单\n\
             序号,项目名称,投资方,总投资（亿元）,联系人,电话\n\
             1,甲项目,甲微电子有限公司,5,张一,15400000081\n\
             2,乙项目,乙精密有限公司,0.5,李二,15400000082",
            &["A1:F1"],
        )],
        tables: &["x key_project 2 2"],
        records: &[
            "key_project.total_investment=500000000 project.name=甲项目",
            "key_project.total_investment=50000000",
        ],
    });
}

#[test]
fn key_projects_that_are_talked_about_stay_leads() {
    let csv = "2025年招商引资在谈重点项目表,,,,\n\
               序号,项目名称,投资方,总投资（亿元）,洽谈进展\n\
               1,甲项目,甲微电子有限公司,5,考察\n\
               2,乙项目,乙精密有限公司,0.5,初谈\n";
    let found = of_text("在谈.csv", csv.as_bytes());
    assert_eq!(found.tables[0].ledger, "lead");
}
