//! Signing ledgers.

use super::{Stranger, check, of_text, shown};

#[test]
fn a_head_of_three_rows_under_a_title_and_a_unit() {
    check(&Stranger {
        file: "2024年度招商引资签约项目明细.xlsx",
        sheets: &[(
            "Sheet1",
            "某某高新区2024年度招商引资签约项目明细表\n\
             填报单位：招商局,,,,,,,,金额单位：万元\n\
             序号,项目基本情况,,,协议情况,,,,责任单位\n\
             ,项目名称,投资方,,签约日期,协议类型,资金,,\n\
             ,,名称,所在地,,,总投资,其中：引资额,\n\
             1,曳引机项目,苏州甲公司,江苏苏州,2024.3.5,投资合同,12000,8000,招商一局\n\
             2,隔膜项目,上海乙公司,上海,2024年4月,投资协议,1.5亿元,15000,招商二局\n\
             3,原料药项目,泰州丙公司,江苏泰州,5月中旬,入驻协议,约3000万,3000万元左右,招商一局\n\
             合计,,,,,,30000,26000,",
            &[
                "A1:I1", "A3:A5", "B3:D3", "E3:H3", "I3:I5", "C4:D4", "G4:H4", "B4:B5", "E4:E5",
                "F4:F5",
            ],
        )],
        tables: &["Sheet1 signing 3,4,5 3"],
        records: &[
            "agreement.sign_date=2024-03-05 agreement.contract_total=120000000 agreement.contract_capital=80000000",
            "agreement.sign_date=2024-04-01/month agreement.contract_total=150000000 agreement.contract_capital=150000000",
            "agreement.sign_date=2024-05-11/ten_day agreement.contract_total=30000000~ agreement.contract_capital=30000000~ agreement.agreement_type=entry",
        ],
    });
}

#[test]
fn a_head_of_four_rows_whose_parts_only_together_say_something() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "2024",
            "2024年签约项目情况表\n\
             单位：亿元\n\
             序号,项目,投资,,,,时间,,\n\
             ,,主体,规模,,,签约,,类型\n\
             ,,,总投资,利用资金,,日期,,\n\
             ,,,,合同,实际,,,\n\
             1,甲项目,甲公司,3,2.5,0.4,2024-01-05,,正式合同\n\
             2,乙项目,乙公司,1,1,,2024-02-05,,正式合同",
            &[
                "A3:A6", "B3:B6", "C3:F3", "G3:I3", "C4:C6", "D4:F4", "D5:D6", "E5:F5", "G4:H4",
            ],
        )],
        tables: &["2024 signing 3,4,5,6 2"],
        records: &[
            "project.total_investment=300000000 agreement.contract_capital=250000000 agreement.sign_date=2024-01-05",
            "agreement.contract_capital=100000000",
        ],
    });
}

#[test]
fn a_total_stands_behind_the_name_of_the_unit_it_is_of() {
    check(&Stranger {
        file: "签约8.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目\n\
             责任单位,项目名称,投资方,协议投资额（亿元）,合同引资（亿元）,签订日期,协议类型\n\
             招商一部,甲项目,甲公司,2,1.5,2024.3.1,投资合同\n\
             ,乙项目,乙公司,3,2,2024.4.10,投资合同\n\
             招商一部,小计,,5,4,,\n\
             招商二部,丙项目,丙公司,1,1,2024/5/1,投资合同\n\
             ,小计,,1,1,,\n\
             ,总计,,6,4.5,,",
            &["A3:A4"],
        )],
        tables: &["签约 signing 2 3"],
        records: &[
            "agreement.responsible_unit=招商一部 agreement.contract_capital=150000000",
            "agreement.responsible_unit=招商一部 agreement.contract_capital=200000000",
            "agreement.responsible_unit=招商二部 agreement.contract_capital=100000000",
        ],
    });
}

#[test]
fn parts_of_the_year_stand_alone_in_the_first_column() {
    check(&Stranger {
        file: "签约9.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目\n\
             项目名称,签约企业,协议金额,引资金额,签约日期,合同性质\n\
             第一季度（2个）\n\
             甲项目,甲公司,2亿元,1.5亿元,3月1日,正式合同\n\
             乙项目,乙公司,8000万,8000万,3月2日,框架协议\n\
             第二季度\n\
             丙项目,丙公司,1亿,1亿,6月,正式合同\n\
             截至6月底共签约3个",
            &[],
        )],
        tables: &["签约 signing 2 3"],
        records: &[
            "agreement.contract_capital=150000000",
            "!agreement.contract_capital=80000000",
            "agreement.contract_capital=100000000 agreement.sign_date=2024-06-01/month",
        ],
    });
}

#[test]
fn halves_of_the_year_stand_beside_each_other() {
    check(&Stranger {
        file: "签约x2.xlsx",
        sheets: &[(
            "2024签约",
            "上半年签约,,,,,,下半年签约\n\
             项目名称,投资方,引资额（亿元）,签约时间,协议类型,,项目名称,投资方,引资额（亿元）,签约时间,协议类型\n\
             甲项目,甲公司,1,2024-01-01,投资合同,,丙项目,丙公司,3,2024-07-01,投资合同\n\
             乙项目,乙公司,2,2024-02-01,投资合同",
            &[],
        )],
        tables: &["2024签约 signing 2 2", "2024签约 signing 2 1"],
        records: &[
            "project.name=甲项目 agreement.contract_capital=100000000",
            "project.name=乙项目 agreement.contract_capital=200000000",
            "project.name=丙项目 agreement.contract_capital=300000000",
        ],
    });
}

#[test]
fn a_note_explains_grey_and_struck_rows() {
    check(&Stranger {
        file: "签约x7.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目\n\
             序号,项目名称,投资方,引资额（亿元）,签约时间,协议类型\n\
             1,甲项目,甲公司,1,2024-01-01,投资合同\n\
             #2,#乙项目,#乙公司,#2,#2024-02-01,#投资合同\n\
             ~3,~丙项目,~丙公司,~2,~2024-02-01,~投资合同\n\
             4,丁项目,丁公司,3,2024-03-01,投资合同\n\
             注：灰色底纹为已终止项目；划线项目为已解除项目，均不计入统计。",
            &[],
        )],
        tables: &["签约 signing 2 4"],
        records: &[
            "project.name=甲项目",
            "!project.name=乙项目 agreement.voided=true",
            "!project.name=丙项目 agreement.voided=true",
            "project.name=丁项目",
        ],
    });
}

#[test]
fn a_colour_that_few_rows_have_and_nobody_explains_is_asked_for_once() {
    let rows: String = (2..=9)
        .map(|n| format!("{n},{n}号项目,{n}公司,1,2024-01-0{n},投资合同\n"))
        .collect();
    let csv: &'static str = String::leak(format!(
        "序号,项目名称,投资方,引资额（亿元）,签约时间,协议类型\n\
         #1,#甲项目,#甲公司,#2,#2024-02-01,#投资合同\n{rows}"
    ));
    let sheets: &'static [_] = Box::leak(Box::new([("签约", csv, &[] as &[&str])]));
    let stranger = Stranger {
        file: "2024.xlsx",
        sheets,
        tables: &[],
        records: &[],
    };
    let bytes = super::workbook(&stranger).expect("workbook");
    let found = crate::understand(&crate::read("2024.xlsx", &bytes).expect("xlsx"));
    let asked: Vec<&str> = found.questions.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(asked, ["void:signing:grey"]);
    assert!(
        found.tables[0]
            .rows
            .iter()
            .all(|row| row.uncounted.is_none())
    );
}

#[test]
fn what_an_amount_is_worth_stands_in_a_column_of_its_own() {
    check(&Stranger {
        file: "外资签约.xlsx",
        sheets: &[(
            "2024年外资项目",
            "序号,项目名称,投资方,国别/地区,合同外资（万美元）,汇率,折合人民币（万元）,签约时间,协议类型\n\
             1,甲项目,甲（香港）有限公司,香港,1000,7.1,7100,2024-03-01,投资合同\n\
             2,乙项目,乙株式会社,日本,500,,3575,2024-04-01,投资合同",
            &[],
        )],
        tables: &["2024年外资项目 signing 1 2"],
        records: &[
            "agreement.contract_capital=10000000USD agreement.rate=Number(7100000)",
            "agreement.contract_capital=5000000USD agreement.rate=Number(7150000)",
        ],
    });
}

/// Dates as zones write them under a heading for days.
const DATES: &[(&str, &str)] = &[
    ("2024Q3", "2024-07-01/quarter"),
    ("三季度", "2024-07-01/quarter"),
    ("'2024.3.5", "2024-03-05"),
    ("2024-03-05T00:00:00", "2024-03-05"),
    ("2024\\3\\5", "2024-03-05"),
    ("2024、3、5", "2024-03-05"),
    ("2024。3。5", "2024-03-05"),
    ("二〇二四年三月五日", "2024-03-05"),
    ("２０２４．３．５", "2024-03-05"),
    ("3月下旬", "2024-03-21/ten_day"),
    ("上半年", "2024-01-01/half_year"),
    ("2024-13-01", ""),
    ("2024年3-4月", "2024-01-01/half_year"),
    ("03-05", "2024-03-05"),
];

/// Amounts as zones write them under a heading in 万元.
const AMOUNTS: &[(&str, &str)] = &[
    ("叁仟万元整", "30000000"),
    ("壹亿贰仟万元", "120000000"),
    ("1.05E+08", "1050000000000~"),
    ("1亿至2亿元", "100000000~range"),
    ("6亿余元", "600000000~"),
    ("3500万元（500万美元）", "35000000"),
    ("一期2亿，二期3亿", "500000000"),
    ("一期2亿，三期3亿", ""),
    ("增加3000万元", "30000000"),
    ("十几亿", ""),
    ("3KW", ""),
    ("不详", "<unknown>"),
    ("/", "<not_applicable>"),
    ("待定", "<pending>"),
    ("0", "0"),
];

#[test]
fn cells_as_zones_write_them() {
    let lists = [
        (DATES, "agreement.sign_date", "1000,", ""),
        (AMOUNTS, "agreement.contract_capital", "", ",2024-03-01"),
    ];
    for (cells, field, before, after) in lists {
        let lines: Vec<String> = cells
            .iter()
            .enumerate()
            .map(|(at, (text, _))| format!("{at}号项目,{at}公司,投资合同,{before}{text}{after}"))
            .collect();
        let heads = "项目名称,投资方,协议类型,引资额（万元）,签约日期";
        let csv = format!("{heads}\n{}\n", lines.join("\n"));
        let found = of_text("2024签约.csv", csv.as_bytes());
        for (row, (text, wanted)) in found.tables[0].rows.iter().zip(cells) {
            assert_eq!(shown(row, field), *wanted, "{text}");
        }
    }
}

#[test]
fn text_in_gb18030_with_breaks_and_quotes() {
    let csv = "2024年签约项目台账,,,,,,\r\n\
        序号,项目名称,投资方,联系人及电话,引资额(万元),签约时间,合同类型\r\n\
        1,\"甲项目\n（一期）\",甲公司,\"张三 154 0000 0001\n李四 15400000002\",5000,2024-3-5,投资合同\r\n\
        2,\"丙\"\"项目\"\"\",丙公司,,\"12,000\",2024-3-6,投资合同\r\n";
    let (bytes, ..) = encoding_rs::GB18030.encode(csv);
    let found = of_text("签约12.csv", &bytes);
    let rows = &found.tables[0].rows;
    assert_eq!(shown(&rows[0], "contact.name"), "张三");
    assert_eq!(shown(&rows[0], "contact.mobile"), "15400000001");
    assert_eq!(shown(&rows[1], "project.name"), "丙\"项目\"");
    assert_eq!(shown(&rows[1], "agreement.contract_capital"), "120000000");
}

#[test]
fn projects_at_every_stage_are_agreements_where_they_are_signed() {
    check(&Stranger {
        file: "招商项目信息月报表.xlsx",
        sheets: &[(
            "9月",
            "2025年9月招商项目信息月报表\n\
             序号,项目名称,投资方名称（全称）,投资方所在地,投资性质,计划总投资（亿元）,建设规模及主要内容,项目进展阶段（在谈/签约/开工/竣工）,签约时间,预计开工时间,首谈时间,首谈责任单位,项目专员,联系电话,备注\n\
             1,甲项目,甲材料有限公司,南京,新建,3.5,新建厂房,签约,2025.9.5,2025.12,2025.3,招商二局,刘洋,13511112222,\n\
             2,乙项目,乙动力有限公司,宁波,扩建,5.8,,在谈,,2026.3,2025.7,招商一局,何静,13622223333,等待环评",
            &[],
        )],
        tables: &["9月 signing 2 2"],
        records: &[
            "project.name=甲项目 agreement.sign_date=2025-09-05 contact.name=",
            "!project.name=乙项目 project.stage=negotiate project.total_investment=580000000",
        ],
    });
}

#[test]
fn the_kind_of_agreement_is_no_part_of_the_name() {
    check(&Stranger {
        file: "签约2024.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,合同利用资金（万元）,签约日期\n\
             1,滚珠丝杠项目,甲公司,20000,2024-1-8\n\
             2,滚珠丝杠项目（补充协议）,甲公司,2000,2024-3-1\n\
             3,冷链项目—框架协议,乙公司,3000,2024-4-1\n\
             4,补充协议（一期）,丙公司,3000,2024-4-1",
            &[],
        )],
        tables: &["签约 signing 1 4"],
        records: &[
            "agreement.project=滚珠丝杠项目 agreement.agreement_type=formal",
            "!project.name=滚珠丝杠项目 agreement.project=滚珠丝杠项目 agreement.agreement_type=supplement",
            "!project.name=冷链项目 agreement.agreement_type=framework",
            "project.name=补充协议（一期）",
        ],
    });
}

#[test]
fn the_day_of_signing_stands_under_many_headings() {
    for head in [
        "签约/备案时间",
        "备案/签约日期",
        "合同签订/立项时间",
        "引进时间",
        "合同生效日期",
    ] {
        let text = format!(
            "序号,项目名称,投资方,合同利用资金（万元）,{head}\n1,甲项目,甲公司,20000,2024-1-8"
        );
        let found = of_text("2024年签约项目.csv", text.as_bytes());
        let row = &found.tables[0].rows[0];
        assert_eq!(shown(row, "agreement.sign_date"), "2024-01-08", "{head}");
    }
}

#[test]
fn several_months_are_the_part_of_the_year_that_holds_them() {
    check(&Stranger {
        file: "2023年度招商引资签约项目统计表.csv",
        sheets: &[(
            "签约",
            "2023年度招商引资签约项目统计表\n\
             序号,签约月份,企业名称,项目名称,合同额（亿元）,用地（亩）/厂房（㎡）\n\
             1,7-8月,甲公司,导轨项目,1,厂房5000平\n\
             2,1月,乙公司,门机项目,2,租赁厂房：约3000㎡",
            &[],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "agreement.sign_date=2023-07-01/quarter project.land_area=5000sqm",
            "agreement.sign_date=2023-01-01/month project.land_area=3000sqm~",
        ],
    });
}
