//! What a person reads in a sheet from what stands beside it: days without
//! their year, months that are not added up, leads that nobody follows.

use super::{Stranger, check, of_text, problems, shown};

#[test]
fn days_without_a_year_are_of_that_of_the_days_around_them() {
    let csv = "日期,拜访企业,地点,对方人员,洽谈内容\n\
               2025年9月2日,甲软件有限公司,杭州,沈一,软件园\n\
               9月10日-11日,乙纺织有限公司,绍兴,沈二,纺织\n\
               9月18日,丙设备有限公司,嘉兴,沈三,设备\n\
               2025年10月11日,丁竹业有限公司,湖州,沈四,竹制品\n";
    let found = of_text("拜访记录.csv", csv.as_bytes());
    assert!(found.questions.is_empty());
    let rows = &found.tables[0].rows;
    let days = [1, 2].map(|row| shown(&rows[row], "visit.visit_date"));
    assert_eq!(days, ["2025-09-10", "2025-09-18"]);
    // In another order, or with days of two years, either may be meant.
    for csv in [
        csv.replace("9月18日", "1月8日"),
        csv.replace("2025年10", "2024年10"),
    ] {
        let found = of_text("拜访记录.csv", csv.as_bytes());
        assert_eq!(found.questions.len(), 1, "{csv}");
    }
}

#[test]
fn a_calendar_of_visits_has_days_without_any() {
    let csv = "日期,拜访企业,对方接待人,对方接待人职务,企业联系人电话,地址\n\
               2025.8.4,甲电子有限公司,吴建,总经理,15400001001,苏州\n\
               2025.8.5,请假,,,,\n\
               2025.8.6,开会,,,,园区\n\
               2025.8.7,值班,,,,\n\
               2025.8.8,乙光电有限公司,郑林,副总,15400001002,吴江\n";
    let found = of_text("外出拜访日历.csv", csv.as_bytes());
    let rows = &found.tables[0].rows;
    let firms: Vec<String> = rows
        .iter()
        .map(|row| shown(row, "visit.enterprise"))
        .collect();
    assert_eq!(firms, ["甲电子有限公司", "乙光电有限公司"]);
    assert_eq!(shown(&rows[0], "visit.their_duty"), "总经理");
    assert_eq!(shown(&rows[0], "visit.their_phone"), "15400001001");
}

#[test]
fn leads_that_nobody_follows_are_effective_no_longer() {
    let csv = "序号,线索名称,来源,拟投资额（亿元）,对接人,状态\n\
               1,甲项目,商会推荐,3,周立,在谈\n\
               2,乙项目,以商招商,1.5,周立,已流失（落户外地）\n\
               3,丙项目,展会,10,李响,作废\n\
               4,丁项目,网络,0.8,林青,项目终止\n\
               5,戊项目,展会,0.5,林青,已签约\n";
    let found = of_text("招商线索库.csv", csv.as_bytes());
    let rows = found.tables[0].rows.iter();
    let said: Vec<String> = rows.map(|row| shown(row, "lead.is_effective")).collect();
    assert_eq!(said, ["", "false", "false", "false", ""]);
}

#[test]
fn of_months_that_are_each_added_up_the_last_is_paid() {
    check(&Stranger {
        file: "到位.xlsx",
        sheets: &[(
            "到位",
            "2025年项目到位资金情况表（单位：万元）\n\
             序号,项目名称,企业名称,1月累计,1-2月累计,1-3月累计,1-4月累计,备注\n\
             1,甲项目,甲公司,500,800,800,,\n\
             2,乙项目,乙公司,0,300,1200,,\n\
             3,丙项目,丙公司,,,尚未到位,,\n\
             合计,,,500,1100,2000,,",
            &["A1:H1"],
        )],
        tables: &["到位 payment 2 2"],
        records: &[
            "payment.paid_in=8000000 payment.paid_date=2025-01-01/quarter",
            "payment.paid_in=12000000 payment.paid_date=2025-01-01/quarter",
        ],
    });
}

#[test]
fn months_of_works_are_added_up_where_no_column_does() {
    let wanted = Stranger {
        file: "月度.xlsx",
        sheets: &[(
            "投资",
            "2025年重点项目月度完成投资（万元）\n\
             序号,项目名称,总投资,1月,2月,3月,4月,5月\n\
             1,甲项目,12000,100,200,300,400,\n\
             2,乙项目,8000,50,,70,,",
            &["A1:H1"],
        )],
        tables: &["投资 key_project 2 2"],
        records: &[
            "key_project.total_investment=120000000 key_project.month_completed_investment=4000000 key_project.annual_completed_investment=10000000",
            "key_project.month_completed_investment= key_project.annual_completed_investment=1200000",
        ],
    };
    check(&wanted);
}

#[test]
fn what_was_new_last_year_goes_on_in_this() {
    let wanted = Stranger {
        file: "清单.xlsx",
        sheets: &[(
            "清单",
            "2025年重点项目清单\n\
             序号,项目名称,建设单位,建设性质,总投资(亿元),开工时间\n\
             1,甲项目,甲公司,2024年新建,5,2024.11\n\
             2,乙项目,乙公司,2025年新建,1.2,2025.5\n\
             3,丙项目,丙公司,续建,10,2023.3",
            &["A1:F1"],
        )],
        tables: &["清单 key_project 2 3"],
        records: &[
            "key_project.build_nature=continuing",
            "key_project.build_nature=new",
            "key_project.build_nature=continuing",
        ],
    };
    check(&wanted);
    let told = problems(&wanted);
    let told: Vec<&str> = told.iter().map(|one| one.reason).collect();
    assert_eq!(told, ["new_before_year", "level_column_missing"]);
}

#[test]
fn a_room_is_let_or_sold_with_the_area_beside_the_firm() {
    check(&Stranger {
        file: "租售.xlsx",
        sheets: &[(
            "租售",
            "厂房租售台账\n\
             栋号,楼层,建筑面积（㎡）,使用企业,租/售,面积（㎡）,合同起始,合同截止\n\
             A1,1F,1000,甲电子有限公司,租,1000,2024/1/1,2026/12/31\n\
             A1,2F,1000,乙材料有限公司,售,1000,2024/5/1,\n\
             A1,3F,1000,,待租,,,\n\
             A2,1-3F,3000,丙储能（已退租）,,2000,2025/1/1,2027/12/31\n\
             A3,1-3F,3000,丁储能有限公司,租,2000,2025/1/1,2027/12/31",
            &["A1:H1"],
        )],
        tables: &["租售 factory_unit 2 5"],
        records: &[
            "factory_unit.state=leased lease.leased_area=1000sqm lease.sold_area=",
            "factory_unit.state=sold lease.leased_area= lease.sold_area=1000sqm",
            "factory_unit.state=vacant lease.leased_area=",
            "!factory_unit.state=vacated lease.tenant=丙储能",
            "factory_unit.state=leased lease.leased_area=2000sqm",
        ],
    });
}

#[test]
fn what_can_ever_be_let_is_not_what_is_vacant() {
    check(&Stranger {
        file: "楼宇.xlsx",
        sheets: &[(
            "楼宇",
            "2025年二季度商务楼宇统计表\n\
             楼宇名称,总面积（万平方米）,可租面积,已租面积,空置面积\n\
             甲大厦,3.2,2.8,2.1,0.7\n\
             乙中心,5,4.5,4.5,0",
            &["A1:E1"],
        )],
        tables: &["楼宇 factory_unit 2 2"],
        records: &[
            "factory_unit.vacant_area=7000sqm lease.leased_area=21000sqm",
            "factory_unit.vacant_area=0sqm lease.leased_area=45000sqm",
        ],
    });
}

#[test]
fn the_progress_of_this_week_goes_before_that_of_the_last() {
    check(&Stranger {
        file: "周调度.xlsx",
        sheets: &[(
            "第25周",
            "重点项目周调度表\n\
             序号,项目名称,总投资（万元）,本年计划（万元）,上周进度,本周进度,存在问题\n\
             1,甲项目,50000,20000,三层浇筑,四层浇筑,无",
            &["A1:G1"],
        )],
        tables: &["第25周 key_project 2 1"],
        records: &["key_project.weekly_progress=四层浇筑"],
    });
}

#[test]
fn a_duty_behind_the_leader_is_his_own() {
    let csv = "联系领导,职务,联系企业,走访时间,企业反映问题,解决情况\n\
               王某,区长,甲微电子有限公司,2025.2.10,用工难,已组织招聘\n\
               李某,副区长,乙光电有限公司,2025.5.8,融资,对接银行\n";
    let found = of_text("联系企业走访.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(shown(row, "visit.leader"), "王某");
    assert_eq!(shown(row, "visit.their_duty"), "");
}

#[test]
fn chambers_are_visited_as_well() {
    let csv = "序号,商协会名称,拜访时间,会长/秘书长,联系电话,推荐项目,参与人员\n\
               1,某市电子商会,2025.3.5,王会长,15400000001,传感器项目,周立\n\
               2,某市模具协会,2025.3.6,李秘书长,15400000002,,周立\n";
    let found = of_text("拜访商协会.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(shown(row, "visit.enterprise"), "某市电子商会");
    assert_eq!(shown(row, "visit.their_people"), "王会长");
}

#[test]
fn foreign_capital_stands_by_country_and_month() {
    check(&Stranger {
        file: "外资.xlsx",
        sheets: &[(
            "外资",
            "2025年实际利用外资分月统计（万美元）\n\
             企业名称,国别,1月,2月,3月,合计\n\
             甲微电子（中国）有限公司,日本,100,,50,150\n\
             乙精密有限公司,德国,,200,,200\n\
             合计,,100,200,50,350",
            &["A1:F1"],
        )],
        tables: &["外资 payment 2 3"],
        records: &[
            "payment.paid_in=1000000USD payment.paid_date=2025-01-01/month payment.note=国别：日本",
            "payment.paid_in=500000USD",
            "payment.paid_in=2000000USD payment.paid_date=2025-02-01/month",
        ],
    });
}

#[test]
fn a_tab_of_what_was_begun_is_of_key_projects() {
    check(&Stranger {
        file: "月报.xlsx",
        sheets: &[
            (
                "开工",
                "序号,项目名称,总投资（亿元）,开工时间\n1,甲项目,5,2025.5",
                &[],
            ),
            (
                "竣工",
                "序号,项目名称,总投资（亿元）,竣工时间\n1,乙项目,0.5,2025.2",
                &[],
            ),
        ],
        tables: &["开工 key_project 1 1", "竣工 key_project 1 1"],
        records: &[
            "key_project.total_investment=500000000 key_project.start_date=2025-05-01/month",
            "key_project.completion_date=2025-02-01/month key_project.ledger_kind=finished",
        ],
    });
}

#[test]
fn a_month_and_a_day_stand_in_columns_of_their_own() {
    check(&Stranger {
        file: "敲门.xlsx",
        sheets: &[(
            "敲门",
            "“敲门招商”行动台账（2025年1-6月）\n\
             序号,敲门时间,,敲门对象,,敲门人,洽谈情况\n\
             ,月,日,企业名称,所在地,,\n\
             1,1,8,甲光伏有限公司,合肥,周立,有意向\n\
             2,2,19,乙机器人有限公司,芜湖,李响,考察",
            &["A1:G1", "B2:C2", "D2:E2", "A2:A3", "F2:F3", "G2:G3"],
        )],
        tables: &["敲门 visit 2,3 2"],
        records: &[
            "visit.visit_date=2025-01-08 visit.enterprise=甲光伏有限公司",
            "visit.visit_date=2025-02-19 visit.our_people=李响",
        ],
    });
}

#[test]
fn the_same_as_above_is_no_heading() {
    let wanted = Stranger {
        file: "在建.xlsx",
        sheets: &[(
            "重点",
            "2025年在建项目台账\n\
             序号,项目名称,建设单位,总投资（亿元）,开工时间,责任单位,责任人\n\
             1,甲项目,甲公司,5,2024.11,同上,王某\n\
             2,乙项目,乙公司,1.2,2025.11,经发局,同上",
            &["A1:G1"],
        )],
        tables: &["重点 key_project 2 2"],
        records: &[
            "key_project.responsible_unit= key_project.service_officer=王某",
            "key_project.responsible_unit=经发局 key_project.service_officer=王某",
        ],
    };
    check(&wanted);
    let told = problems(&wanted);
    let told: Vec<&str> = told.iter().map(|one| one.reason).collect();
    assert_eq!(told, ["same_as_nothing", "level_column_missing"]);
}

#[test]
fn sections_that_count_their_projects_are_none() {
    check(&Stranger {
        file: "开工.xlsx",
        sheets: &[(
            "开工",
            "2025年一季度集中开工项目名单\n\
             序号,县区,项目名称,建设内容,总投资,开工时间\n\
             合计,,3个,,18.2亿元,\n\
             一,甲区,2个,,8.2亿元,\n\
             1,甲区,甲项目,封测线,5亿元,2025.1.3\n\
             2,甲区,乙项目,轴承,3.2亿元,2025.2.3\n\
             二,乙区,1个,,10亿元,\n\
             1,乙区,丙项目,储能,10亿元,2025.3.3",
            &["A1:F1"],
        )],
        tables: &["开工 key_project 2 3"],
        records: &[
            "project.name=甲项目 key_project.total_investment=500000000",
            "project.name=乙项目",
            "project.name=丙项目",
        ],
    });
}

#[test]
fn the_last_month_stands_beside_the_year_up_to_it() {
    check(&Stranger {
        file: "固投.xlsx",
        sheets: &[(
            "固投",
            "2025年1-6月固定资产投资完成情况（万元）\n\
             序号,项目名称,建设单位,计划总投资,自开工累计完成投资,本年完成投资,,项目状态\n\
             ,,,,,6月,1-6月,\n\
             1,甲项目,甲公司,50000,26000,1500,8000,在建",
            &[
                "A1:H1", "F2:G2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "H2:H3",
            ],
        )],
        tables: &["固投 key_project 2,3 1"],
        records: &[
            "key_project.total_investment=500000000 key_project.cumulative_investment=260000000 key_project.month_completed_investment=15000000 key_project.annual_completed_investment=80000000",
        ],
    });
}

#[test]
fn an_unknown_heading_is_told_by_its_values() {
    let of = |file: &str, text: &str, field: &str| {
        let found = of_text(file, text.as_bytes());
        let rows = found.tables[0].rows.iter();
        rows.map(|row| shown(row, field)).collect::<Vec<_>>()
    };
    let works =
        "序号,项目名称,总投资（亿元）,建设性质,列级\n1,甲项目,5,新建,省级\n2,乙项目,3,续建,市级";
    assert_eq!(
        of("2024年重点项目.csv", works, "key_project.key_level"),
        ["province", "city"]
    );
    let paid = "序号,项目名称,付款方,到账日期,到账金额（万元）,核对\n\
                1,甲项目,甲公司,2024-1-8,500,已认定\n2,乙项目,乙公司,2024-2-8,600,退回";
    assert_eq!(
        of("到位资金.csv", paid, "payment.state"),
        ["recognised", "returned"]
    );
    let signed = "序号,项目名称,投资方,合同利用资金（万元）,签约时间,文种\n\
                  1,甲项目,甲公司,500,2024-1-8,投资合同\n2,乙项目,乙公司,600,2024-2-8,框架协议";
    assert_eq!(
        of("2024签约.csv", signed, "agreement.agreement_type"),
        ["formal", "framework"]
    );
    // Names of places are no levels.
    let places = "序号,项目名称,总投资（亿元）,建设性质,辖区\n1,甲项目,5,新建,示例县\n2,乙项目,3,续建,某某市";
    assert_eq!(
        of("2024年重点项目.csv", places, "key_project.key_level"),
        ["", ""]
    );
}
