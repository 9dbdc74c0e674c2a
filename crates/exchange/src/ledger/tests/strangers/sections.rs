//! Sections in sections, numbered in cells of their own, with sums beside
//! them; sheets and titles that say what no column does.

use super::{Stranger, check};

#[test]
fn sections_in_sections_say_level_and_nature() {
    check(&Stranger {
        file: "2024年重点项目计划.xlsx",
        sheets: &[(
            "计划",
            "2024年全区重点建设项目计划表\n\
             ,,,,,,单位：万元\n\
             序号,项目名称,建设单位,建设起止年限,总投资,2024年计划投资,包保领导\n\
             一、省级重点项目（2个）,,,,620000,150000\n\
             （一）续建项目（1个）\n\
             1,甲整车项目,甲公司,2022-2025,500000,100000,张主任\n\
             （二）新建项目（1个）\n\
             2,乙药业项目,乙公司,2024-2026,120000,50000,李主任\n\
             二、市级重点项目（1个）\n\
             （一）续建项目（1个）\n\
             3,丙电梯项目,丙公司,2023.5-2024.12,10000,6000,王主任\n\
             合计,3,,,630000,156000",
            &["A1:G1"],
        )],
        tables: &["计划 key_project 3 3"],
        records: &[
            "project.name=甲整车项目 key_project.key_level=province key_project.build_nature=continuing key_project.total_investment=5000000000",
            "key_project.key_level=province key_project.build_nature=new key_project.annual_plan_investment=500000000",
            "key_project.key_level=city key_project.build_nature=continuing key_project.sponsor_leader=王主任",
        ],
    });
}

#[test]
fn a_section_is_numbered_in_a_cell_of_its_own_and_has_sums() {
    check(&Stranger {
        file: "3月调度.xlsx",
        sheets: &[(
            "3月",
            "2024年重大项目3月份调度表\n\
             填报单位：发改局,,,,,单位：万元\n\
             序号,项目名称,责任单位,项目类别,总投资,投资完成情况,,\n\
             ,,,,,3月完成,1-3月累计完成,完成率\n\
             （一）,续建项目（1项）,,,500000,8000,30000,30%\n\
             1,甲项目,经发局,省级重点,500000,8000,30000,30%\n\
             （二）,新建项目（1项）,,,30000,1000,1500,10%\n\
             2,乙项目,招商局,市级重点,30000,1000,1500,10%",
            &[
                "A1:H1", "F3:H3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4",
            ],
        )],
        tables: &["3月 key_project 3,4 2"],
        records: &[
            "project.name=甲项目 key_project.key_level=province key_project.build_nature=continuing key_project.month_completed_investment=80000000 key_project.annual_completed_investment=300000000",
            "key_project.key_level=city key_project.build_nature=new",
        ],
    });
}

#[test]
fn works_plans_and_what_is_finished_stand_in_one_table() {
    check(&Stranger {
        file: "三本台账.xlsx",
        sheets: &[(
            "项目台账",
            "某园区2024年项目台账\n\
             序号,项目名称,业主单位,级别,总投资（亿元）,开工时间,竣工时间,当前形象进度\n\
             一、在建项目（1个）\n\
             1,乙项目,乙公司,市级,3,2024.2,2024.12,基础施工\n\
             二、拟建项目（1个）\n\
             1,丙项目,丙公司,县级,1.2,2024.11,,办理手续\n\
             三、竣工投产项目（1个）\n\
             1,丁项目,丁公司,县级,2,2022.5,2024.5,已投产",
            &["A1:H1"],
        )],
        tables: &["项目台账 key_project 2 3"],
        records: &[
            "key_project.ledger_kind=building key_project.completion_date= key_project.planned_completion_date=2024-12-01/month",
            "key_project.ledger_kind=planned key_project.planned_start_date=2024-11-01/month",
            "key_project.ledger_kind=finished key_project.completion_date=2024-05-01/month",
        ],
    });
}

#[test]
fn each_office_has_a_sheet_and_each_industry_a_section() {
    check(&Stranger {
        file: "各部门签约.xlsx",
        sheets: &[
            (
                "招商一局",
                "招商一局2024年签约情况\n\
                 项目名称,签约企业,合同利用区外资金（亿元）,签约日,协议类型\n\
                 高端生物医药化工（1个）\n\
                 甲项目,甲公司,1.5,2024.3.5,正式\n\
                 小计,,1.5",
                &["A1:E1"],
            ),
            (
                "招商二局",
                "招商二局2024年签约情况\n\
                 项目名称,签约企业,合同利用区外资金（亿元）,签约日,协议类型\n\
                 乙项目,乙公司,10,2024.6.30,正式",
                &["A1:E1"],
            ),
        ],
        tables: &["招商一局 signing 2 1", "招商二局 signing 2 1"],
        records: &[
            "agreement.responsible_unit=招商一局 project.chain=高端生物医药化工 agreement.contract_capital=150000000",
            "agreement.responsible_unit=招商二局 agreement.contract_capital=1000000000",
        ],
    });
}

#[test]
fn the_table_below_says_nothing_of_the_columns_above() {
    let stranger = Stranger {
        file: "2024年12月招商月报.xlsx",
        sheets: &[(
            "月报",
            "招商月报\n\
             一、新签约项目\n\
             项目,企业,合同引资（万元）,签约时间,协议类别,落地情况\n\
             甲项目,甲公司,1.2亿元,12月3日,投资合同,办理注册\n\
             乙项目,乙公司,8000,12月10日,入驻协议,因用地问题已解约\n\
             \n\
             二、在建项目进展\n\
             项目,建设单位,总投资（万元）,级别,续建/新建,年度计划投资,本月完成,亮灯\n\
             丙项目,丙公司,50000,市级,续建,1.2亿元,800万元,红\n\
             丁项目,丁公司,12000,县级,新建,5000万元,300万元,绿\n\
             戊项目,戊公司,12000,县级,新建,5000万元,300万元,绿",
            &[],
        )],
        tables: &["月报 signing 3 2", "月报 key_project 7 3"],
        records: &[
            "agreement.agreement_type=formal agreement.contract_capital=120000000 agreement.sign_date=2024-12-03",
            "!agreement.agreement_type=entry agreement.voided=true",
            "key_project.key_level=city key_project.total_investment=500000000",
            "key_project.key_level=county",
            "key_project.key_level=county",
        ],
    };
    check(&stranger);
    let bytes = super::workbook(&stranger).expect("workbook");
    let found = crate::understand(&crate::read(stranger.file, &bytes).expect("xlsx"));
    let asked = found.tables.iter().flat_map(|table| &table.problems);
    let asked: Vec<&str> = asked.map(|one| one.reason).collect();
    assert!(!asked.contains(&"columns_without_heading"), "{asked:?}");
}

#[test]
fn a_section_right_below_merged_headings_is_no_heading() {
    for (first, second, wanted) in [
        (
            "续建项目",
            "新建项目",
            ["build_nature=continuing", "build_nature=new"],
        ),
        (
            "省重点项目（1个）",
            "市重点项目（1个）",
            ["key_level=province", "key_level=city"],
        ),
    ] {
        let text = format!(
            "序号,项目名称,项目类别,总投资（万元）,其中,,开工时间,进展\n\
             ,,,,固定资产投资,设备投资,,\n\
             一,{first},,,,,,\n\
             1,甲项目,工业,105000,80000,52000,2022-6-1,一期\n\
             二,{second},,,,,,\n\
             2,乙项目,工业,30000,25000,18000,2023-10-8,基础施工\n"
        );
        let found = super::of_text("2023年重点项目.csv", text.as_bytes());
        let [table] = &found.tables[..] else {
            panic!("{first}: {} tables", found.tables.len());
        };
        assert_eq!(table.header_rows, [1, 2], "{first}");
        let shown = table.rows.iter().zip(wanted).map(|(row, wanted)| {
            let field = wanted.split('=').next().unwrap_or_default();
            let value = super::shown(row, &format!("key_project.{field}"));
            format!("{field}={value}")
        });
        assert_eq!(shown.collect::<Vec<_>>(), wanted);
    }
}
