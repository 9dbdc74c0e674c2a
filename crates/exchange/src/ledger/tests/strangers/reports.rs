//! Monthly reports of works and of payments, and ledgers of what stands below a
//! project's number: its parts, its nodes.

use super::{Stranger, check, of_text, problems, shown};

/// `column row reason` of what is told, apart from lines left out.
fn told(stranger: &Stranger<'_>) -> Vec<String> {
    let told = problems(stranger).into_iter();
    told.map(|one| format!("{}{} {}", one.column, one.row, one.reason))
        .collect()
}

#[test]
fn parts_of_a_packed_project_are_in_its_amount() {
    let stranger = Stranger {
        file: "2024年区级重点项目清单.xlsx",
        sheets: &[(
            "清单",
            "2024年区级重点项目清单\n\
             序号,项目名称,项目法人,总投资（万元）,2024年投资计划（万元）,建设性质,备注\n\
             一,产业类,,260000,70000,,\n\
             1,甲园基础设施项目,甲公司,60000,20000,续建,打捆3个子项\n\
             1.1,甲一号路,,20000,8000,,\n\
             1.2,污水厂提标,,25000,7000,,\n\
             1.3,标准厂房二期,,15000,5000,,\n\
             2,乙传感器项目,乙公司,200000,50000,新建,\n\
             （1）,一号厂房,,120000,,,\n\
             （2）,二号厂房,,80000,,,\n\
             二,民生类,,30000,10000,,\n\
             3,丙学校扩建,教体局,30000,10000,续建,\n\
             总计,,,290000,80000,,",
            &["A1:G1"],
        )],
        tables: &["清单 key_project 2 3"],
        records: &[
            "project.name=甲园基础设施项目 key_project.total_investment=600000000 key_project.note=打捆3个子项\n子项：甲一号路、污水厂提标、标准厂房二期",
            "project.name=乙传感器项目 key_project.total_investment=2000000000 key_project.note=子项：一号厂房、二号厂房",
            "project.name=丙学校扩建 key_project.total_investment=300000000 key_project.note=",
        ],
    };
    check(&stranger);
    let parts = [5, 6, 7, 9, 10].map(|row| format!("{row} part_of_project"));
    assert_eq!(told(&stranger), parts);
}

#[test]
fn numbers_below_a_number_that_add_up_to_something_else_are_projects() {
    check(&Stranger {
        file: "重点项目清单.xlsx",
        sheets: &[(
            "清单",
            "2024年市级重点项目清单\n\
             序号,项目名称,建设单位,总投资（万元）,年度计划投资（万元）\n\
             1,甲项目,甲公司,60000,20000\n\
             1.1,乙项目,乙公司,90000,8000\n\
             1.2,丙项目,丙公司,25000,7000",
            &["A1:E1"],
        )],
        tables: &["清单 key_project 2 3"],
        records: &[
            "project.name=甲项目",
            "project.name=乙项目",
            "project.name=丙项目",
        ],
    });
}

#[test]
fn nodes_in_rows_are_one_project() {
    let stranger = Stranger {
        file: "重点项目关键节点计划表.xlsx",
        sheets: &[(
            "节点",
            "2024年重点项目关键节点推进计划表\n\
             序号,项目名称,总投资（万元）,责任单位,关键节点,计划完成时间,实际完成时间,完成情况,亮灯\n\
             1,甲项目,86000,高新区,取得施工许可,2024.2.28,2024.2.20,已完成,绿\n\
             ,,,,开工,2024.4.30,2024.5.15,已完成,黄\n\
             ,,,,主体封顶,2024.9.30,,推进中,绿\n\
             2,乙项目,23000,食品园,开工,2024.3.31,2024.3.28,已完成,绿\n\
             ,,,,竣工,2024.12.31,,推进中,绿",
            &[
                "A1:I1", "A3:A5", "B3:B5", "C3:C5", "D3:D5", "A6:A7", "B6:B7", "C6:C7", "D6:D7",
            ],
        )],
        tables: &["节点 key_project 2 2"],
        records: &[
            "project.name=甲项目 key_project.total_investment=860000000 key_project.rag_status=yellow key_project.planned_start_date=2024-04-30 key_project.start_date=2024-05-15 key_project.note=取得施工许可：计划2024.2.28，实际2024.2.20，已完成\n开工：计划2024.4.30，实际2024.5.15，已完成\n主体封顶：计划2024.9.30，推进中",
            "project.name=乙项目 key_project.rag_status=green key_project.start_date=2024-03-28 key_project.planned_completion_date=2024-12-31 key_project.completion_date=",
        ],
    };
    check(&stranger);
    let nodes = [4, 5, 7].map(|row| format!("{row} node_of_project"));
    assert_eq!(
        told(&stranger),
        [&nodes[..], &["2 level_column_missing".to_owned()]].concat()
    );
}

#[test]
fn a_form_counts_its_columns_by_stems_and_branches() {
    let stranger = Stranger {
        file: "2025年拟开工重点项目表.xlsx",
        sheets: &[(
            "拟开工",
            "2025年拟开工重点项目推进计划表\n\
             序号,项目名称,建设内容,投资规模（亿元）,用地面积（亩）,拟开工季度,存在问题,牵头单位\n\
             甲,乙,丙,1,2,丁,戊,己\n\
             1,甲项目,年产2万吨,8,200,一季度,,经开区\n\
             2,乙项目,年产20万台,3,80,二季度末,融资,工信局",
            &["A1:H1"],
        )],
        tables: &["拟开工 key_project 2 2"],
        records: &[
            "project.name=甲项目 key_project.planned_start_date=2025-01-01/quarter",
            "project.name=乙项目 key_project.planned_start_date=2025-06-01/month",
        ],
    };
    check(&stranger);
}

#[test]
fn a_firm_stands_before_what_it_builds() {
    let stranger = Stranger {
        file: "各镇在建项目统计.xlsx",
        sheets: &[(
            "某河镇",
            "某河镇2024年在建项目进展情况统计表\n\
             填报时间：2024年7月5日,,,,,单位：万元\n\
             序号,企业及项目名称,计划总投资,本年计划,本月完成,本年累计,开工时间,预计完工时间,工程进展\n\
             1,某甲有限公司技改项目,13000,6000,700,3900,2024.3,2025.3,主体完工\n\
             2,某乙有限公司风电项目,65000,20000,5000,16000,2023年10月,2024年12月,吊装12台\n\
             合计,,78000,26000,5700,19900",
            &["A1:I1"],
        )],
        tables: &["某河镇 key_project 3 2"],
        records: &[
            "project.name=某甲有限公司技改项目 project.project_company=某甲有限公司 key_project.annual_plan_investment=60000000 key_project.month_completed_investment=7000000 key_project.annual_completed_investment=39000000",
            "project.name=某乙有限公司风电项目 key_project.total_investment=650000000",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), ["3 level_column_missing"]);
}

#[test]
fn what_was_promised_makes_payments_no_agreements() {
    let stranger = Stranger {
        file: "亿元以上省外投资项目到资表.xlsx",
        sheets: &[(
            "到资",
            "2024年1-6月亿元以上在建省外投资项目实际到位资金表\n\
             计量单位：亿元\n\
             序号,所属园区,项目名称,投资方名称,合同总投资,其中：协议省外资金,项目开工时间,2023年末累计到位省外资金,2024年1-6月到位省外资金,开工以来累计到位省外资金,行业\n\
             1,甲园,铜箔项目,某甲公司,5,5,2023年8月,0.6,0.35,0.95,制造业\n\
             2,乙园,管廊项目,某乙公司,1.2,1.2,2024.4.26,,0.08,0.08,制造业\n\
             合计,,,,6.2,6.2,,,0.43,1.03",
            &["A1:K1"],
        )],
        tables: &["到资 payment 3 2"],
        records: &[
            "project.name=铜箔项目 payment.payer=某甲公司 payment.paid_in=35000000 payment.paid_date=2024-01-01/half_year",
            "project.name=管廊项目 payment.paid_in=8000000 payment.paid_date=2024-01-01/half_year",
        ],
    };
    check(&stranger);
}

#[test]
fn several_months_are_the_part_of_the_year_that_holds_them() {
    let stranger = Stranger {
        file: "到位资金台账.xlsx",
        sheets: &[(
            "到位",
            "2024年上半年招商引资项目到位资金台账\n\
             序号,项目名称,投资企业,到位资金（万元）,到位时间,资金构成\n\
             1,甲项目,甲公司,800,3-6月,厂房建设\n\
             2,乙项目,乙公司,1500,截至6月底,设备\n\
             3,丙项目,丙公司,350,4月、6月,流动资金\n\
             4,丁项目,丁公司,400,2024年5月,土地",
            &["A1:F1"],
        )],
        tables: &["到位 payment 2 4"],
        records: &[
            "payment.paid_date=2024-01-01/half_year payment.fund_kind=plant",
            "payment.paid_date=2024-06-01/month~ payment.fund_kind=equipment",
            "payment.paid_date=2024-04-01/quarter payment.fund_kind=working_capital",
            "payment.paid_date=2024-05-01/month payment.fund_kind=land",
        ],
    };
    check(&stranger);
    let vague = ["E3 vague_date", "E4 vague_date", "E5 vague_date"];
    assert_eq!(told(&stranger), vague);
}

#[test]
fn a_day_above_twelve_tells_which_number_is_the_month() {
    let text = "入账日期,收款企业,付款户名,金额(元),回单编号\n\
                07/14/2023,甲公司,乙集团有限公司,12000000,HD1\n\
                03/05/2023,甲公司,乙集团有限公司,8500000,HD2\n";
    let found = of_text("银行入账明细.csv", text.as_bytes());
    let rows = found.tables.iter().flat_map(|table| &table.rows);
    let days: Vec<String> = rows
        .map(|row| {
            format!(
                "{} {}",
                shown(row, "payment.paid_date"),
                shown(row, "payment.payer")
            )
        })
        .collect();
    let wanted = ["2023-07-14 乙集团有限公司", "2023-03-05 乙集团有限公司"];
    assert_eq!(days, wanted);
}

#[test]
fn what_is_done_is_an_amount_or_a_mark() {
    let text = "2024年重大产业项目情况表,,,,,,,\n\
                序号,项目,业主,总投资,今年计划,已完成,开工,是否入库\n\
                1,甲项目,甲公司,12.8亿元,4亿,26800万元,2023年11月,已入库\n\
                2,乙项目,乙公司,8500万元,5000万,1200万,2024.6,未入库\n";
    let found = of_text("重大产业项目.csv", text.as_bytes());
    let rows = || found.tables.iter().flat_map(|table| &table.rows);
    let done: Vec<String> = rows()
        .map(|row| shown(row, "key_project.annual_completed_investment"))
        .collect();
    assert_eq!(done, ["268000000", "12000000"]);
    let listed: Vec<String> = rows()
        .map(|row| shown(row, "key_project.in_stat"))
        .collect();
    assert_eq!(listed, ["true", "false"]);
    assert_eq!(rows().map(|row| row.problems.len()).sum::<usize>(), 0);
}

#[test]
fn a_mark_in_colour_is_the_light() -> Result<(), rust_xlsxwriter::XlsxError> {
    use rust_xlsxwriter::{Color, Format, Workbook};
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("亮灯")?;
    page.write_row(0, 0, ["2024年9月重点项目“红黄绿”亮灯调度表"])?;
    page.write_row(
        1,
        0,
        ["序号", "项目名称", "总投资（亿元）", "当前进度", "亮灯"],
    )?;
    let lights = [
        (0x0000_B050, "●"),
        (0x00FF_C000, "●"),
        (0x00FF_0000, "●"),
        (0, "🟢"),
    ];
    for ((row, (colour, mark)), name) in
        (2..)
            .zip(lights)
            .zip(["甲项目", "乙项目", "丙项目", "丁项目"])
    {
        page.write_number(row, 0, row - 1)?;
        page.write_row(row, 1, [name])?;
        page.write_number(row, 2, 3)?;
        page.write_row(row, 3, ["主体施工"])?;
        let look = Format::new().set_font_color(Color::RGB(colour));
        page.write_string_with_format(row, 4, mark, &look)?;
    }
    let bytes = book.save_to_buffer()?;
    let found = of_text("重点项目亮灯.xlsx", &bytes);
    let rows = || found.tables.iter().flat_map(|table| &table.rows);
    let lights: Vec<String> = rows()
        .map(|row| shown(row, "key_project.rag_status"))
        .collect();
    assert_eq!(lights, ["green", "yellow", "red", "green"]);
    let told = rows().flat_map(|row| row.problems.iter().map(|one| one.reason));
    assert_eq!(told.collect::<Vec<_>>(), ["colour_by_ink"; 3]);
    Ok(())
}

#[test]
fn a_page_for_each_project_is_a_row() {
    let stranger = Stranger {
        file: "重点项目信息卡.xlsx",
        sheets: &[
            (
                "甲",
                "2024年市级重点项目信息卡\n\
                 项目名称,甲项目,建设单位,甲公司\n\
                 总投资（亿元）,3.2,建设性质,新建\n\
                 建设地点,经开区,责任单位,\n\
                 开工时间,2024.3.15,计划竣工时间,2025年12月\n\
                 建设内容,厂房及配套,,\n\
                 形象进度,主体施工,存在问题,无",
                &["A1:D1", "B6:D6"],
            ),
            (
                "其余",
                "2024年市级重点项目信息卡\n\
                 项目名称,乙项目\n\
                 总投资（亿元）,5\n\
                 开工时间,2024.5\n\
                 形象进度,桩基\n\
                 项目信息卡\n\
                 项目名称,丙项目\n\
                 总投资（亿元）,1.5\n\
                 开工时间,2024.6\n\
                 形象进度,基础",
                &["A1:B1", "A6:B6"],
            ),
        ],
        tables: &["甲 key_project 2 1", "其余 key_project 2 2"],
        records: &[
            "project.name=甲项目 project.project_company=甲公司 key_project.total_investment=320000000 key_project.build_nature=new key_project.key_level=city key_project.land_place=经开区 key_project.responsible_unit= key_project.start_date=2024-03-15 key_project.planned_completion_date=2025-12-01/month key_project.visible_progress=主体施工 project.content=厂房及配套",
            "project.name=乙项目 key_project.total_investment=500000000 key_project.start_date=2024-05-01/month",
            "project.name=丙项目 key_project.total_investment=150000000 key_project.visible_progress=基础",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
    let found = super::understood(&stranger);
    let said = found.problems.iter().map(|one| one.reason);
    assert_eq!(said.collect::<Vec<_>>(), ["sheet_of_cards"; 2]);
}
