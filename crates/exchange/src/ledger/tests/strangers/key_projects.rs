//! Key-project ledgers.

use super::{Stranger, check};

#[test]
fn works_and_plans_in_one_file_with_a_unit_beside_the_date() {
    check(&Stranger {
        file: "2024年重点项目.xlsx",
        sheets: &[
            (
                "在建项目",
                "某县2024年重点项目在建台账\n\
                 截至2024年6月30日,,,,,,,,,,,单位：亿元\n\
                 序号,项目名称,建设单位,项目级别,建设性质,总投资,2024年计划完成投资,1-6月完成投资,,开工时间,计划竣工时间,亮灯\n\
                 ,,,,,,,完成额,占年度计划比例,,,\n\
                 一、省级重点项目（1个）\n\
                 1,甲电梯整机项目,甲公司,省重点,续建,12.5,5,3,0.6,2022.5,2025.12,绿\n\
                 二、市级重点项目（1个）\n\
                 3,丙原料药项目,丙公司,市重点,新建,8000万元,5000万元,0.2,0.4,2024.4,2024.11,红\n\
                 合计,,,,,13.3,5.5,3.2",
                &[
                    "A1:L1", "H3:I3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4",
                    "G3:G4", "J3:J4", "K3:K4", "L3:L4",
                ],
            ),
            (
                "拟建项目",
                "序号,项目名称,投资主体,级别,总投资（亿元）,拟开工时间,制约因素\n\
                 1,丁隔膜项目,丁公司,县级,2,2024年9月,用地\n\
                 2,戊控制柜项目,戊公司,县级,1,下半年,资金",
                &[],
            ),
        ],
        tables: &["在建项目 key_project 3,4 2", "拟建项目 key_project 1 2"],
        records: &[
            "key_project.key_level=province key_project.build_nature=continuing key_project.ledger_kind=building key_project.total_investment=1250000000 key_project.annual_plan_investment=500000000 key_project.annual_completed_investment=300000000 key_project.start_date=2022-05-01/month key_project.rag_status=green",
            "key_project.total_investment=80000000 key_project.annual_plan_investment=50000000 key_project.rag_status=red",
            "key_project.ledger_kind=planned key_project.key_level=county key_project.planned_start_date=2024-09-01/month",
            "key_project.planned_start_date=2024-07-01/half_year",
        ],
    });
}

#[test]
fn a_total_on_top_leaves_out_what_is_no_key_project() {
    let stranger = Stranger {
        file: "2024年重点项目.xlsx",
        sheets: &[(
            "项目",
            "2024年项目一览表\n\
             截至2024年12月31日,,,,,单位：亿元、个\n\
             项目名称,建设单位,总投资,2024年计划,楼栋数,开工时间,\n\
             ,,,,总栋数,拟开工,已开工\n\
             总计,,5\n\
             （一）省级重点（1个）\n\
             甲项目,甲公司,3,1,4,2024.2,2024.3\n\
             （二）市级重点（1个）\n\
             乙项目,乙公司,2,1,2,2024.6,\n\
             （三）其他项目（1个）\n\
             丙项目,丙公司,0.8,0.5,1,2024.6,",
            &["F3:G3", "A3:A4", "B3:B4", "C3:C4", "D3:D4"],
        )],
        tables: &["项目 key_project 3,4 3"],
        records: &[
            "key_project.key_level=province key_project.annual_plan_investment=100000000 key_project.planned_start_date=2024-02-01/month key_project.start_date=2024-03-01/month",
            "key_project.key_level=city",
            "!key_project.key_level= key_project.total_investment=80000000",
        ],
    };
    check(&stranger);
    let bytes = super::workbook(&stranger).expect("workbook");
    let found = crate::understand(&crate::read(stranger.file, &bytes).expect("xlsx"));
    let table = &found.tables[0];
    let totals: Vec<_> = table.subtotals.iter().map(|one| one.agrees).collect();
    assert_eq!(totals, [Some("counted")]);
    let skipped = |row| table.skipped.iter().find(|one| one.row == row);
    assert_eq!(skipped(2).map(|one| one.kind), Some("note"));
}

#[test]
fn a_column_says_whether_works_have_begun() {
    check(&Stranger {
        file: "2024年调度.xlsx",
        sheets: &[(
            "省重点",
            "项目,业主单位,计划总投资（万元）,在建/拟建,项目性质,工程形象进度\n\
             甲项目,甲公司,30000,在建,续建,主体封顶\n\
             乙项目,乙公司,20000,拟建,新建,前期手续",
            &[],
        )],
        tables: &["省重点 key_project 1 2"],
        records: &[
            "key_project.ledger_kind=building key_project.build_nature=continuing key_project.key_level=province",
            "key_project.ledger_kind=planned key_project.build_nature=new",
        ],
    });
}

#[test]
fn a_project_is_being_built_while_one_of_its_phases_is() {
    check(&Stranger {
        file: "在建.xlsx",
        sheets: &[(
            "在建",
            "在建项目台账（2024年三季度）\n\
             序号,项目名称,总投资（万元）,期数,本期投资（万元）,累计完成投资（万元）,开工日期,竣工日期,状态,重点级别\n\
             1,产业园项目,150000,一期,60000,60000,2021年6月1日,2023年5月30日,已投产,省级\n\
             ,,,二期,50000,21000,2023年8月15日,2025年3月,在建,省级\n\
             ,,,三期,40000,0,2025年,2027年,拟建,省级\n\
             2,轴承项目,32000,一期,20000,15000,2023年11月,2024年12月,在建,市级\n\
             ,,,二期,12000,0,2025年4月,2026年6月,拟建,市级\n\
             3,装备项目,12500,/,12500,3000,2024年4月18日,2025年6月30日,在建,区级",
            &[
                "A1:J1", "A3:A5", "B3:B5", "C3:C5", "A6:A7", "B6:B7", "C6:C7",
            ],
        )],
        tables: &["在建 key_project 2 6"],
        records: &[
            "key_project.ledger_kind=building key_project.total_investment=1500000000 key_project.key_level=province key_project.start_date=2021-06-01 key_project.completion_date= key_project.planned_completion_date= project_phase.phase=一期 project_phase.finished=true project_phase.total_investment=600000000 project_phase.note=竣工日期：2023年5月30日",
            "!key_project.ledger_kind= key_project.total_investment= key_project.cumulative_investment=210000000 project_phase.phase=二期 project_phase.finished= project_phase.total_investment=500000000",
            "!project_phase.phase=三期",
            "key_project.ledger_kind=building key_project.planned_completion_date=2024-12-01/month project_phase.phase=一期 project_phase.finished=",
            "!key_project.ledger_kind= project_phase.phase=二期",
            "key_project.ledger_kind=building key_project.total_investment=125000000 project_phase.phase=",
        ],
    });
}

#[test]
fn major_projects_have_the_level_of_their_section_and_the_day_of_their_own_column() {
    check(&Stranger {
        file: "2024年重大项目.xlsx",
        sheets: &[(
            "重大项目",
            "2024年度重大产业项目推进计划表\n\
             序号,项目名称,建设单位,起止年限,总投资（亿元）,1-10月完成投资,形象进度,竣工时间\n\
             一、省重大项目（1个）\n\
             1,甲整机项目,甲公司,2022-2024,32,8.5,主体封顶,2024.12\n\
             二、市重大项目（2个）\n\
             2,乙项目,乙公司,2024-2025,10,4.2,设备安装,\n\
             3,丙项目,丙公司,2023-2024,6.5,2,已竣工,2024.6",
            &[],
        )],
        tables: &["重大项目 key_project 2 3"],
        records: &[
            "key_project.key_level=province key_project.planned_completion_date=2024-12-01/month key_project.completion_date=",
            "key_project.key_level=city key_project.planned_completion_date=2025-01-01/year key_project.completion_date=",
            "key_project.key_level=city key_project.completion_date=2024-06-01/month",
        ],
    });
}

#[test]
fn what_was_done_this_year_is_asked_of_works() {
    check(&Stranger {
        file: "2024年重点项目.xlsx",
        sheets: &[(
            "11月",
            "2024年重点项目亮灯调度表（单位：万元）\n\
             亮灯,项目名称,业主单位,级别,类型,总投资,本年计划,11月完成,1-11月累计,计划开工,计划竣工,实际进展\n\
             绿,甲项目,甲公司,省,续建,320000,100000,9000,98000,2022.3,2025.6,1#厂房封顶\n\
             红,乙项目,乙公司,县,新建,65000,20000,0,0,2024.6,2025.12,未开工，土地未摘牌\n\
             绿,丙项目,丙公司,县,续建,12000,3000,500,3000,2023.8,2024.10,10月28日竣工投产",
            &[],
        )],
        tables: &["11月 key_project 2 3"],
        records: &[
            "key_project.ledger_kind=building key_project.visible_progress=1#厂房封顶",
            "key_project.ledger_kind=planned",
            "key_project.completion_date=2024-10-28 key_project.production_date=2024-10-28",
        ],
    });
}

#[test]
fn the_level_stands_in_brackets_behind_the_name() {
    check(&Stranger {
        file: "2024年重点项目周报.xlsx",
        sheets: &[(
            "周报",
            "序号,项目名称（级别）,建设单位,总投资（亿元）,年度计划（亿元）,本周进展\n\
             1,医药产业园一期（省重点）,甲公司,5.2,2,封顶\n\
             2,新能源电机（市重点、新开工）,乙公司,12,3,桩基\n\
             3,县级道路（县城段）,丙公司,2,1,施工",
            &[],
        )],
        tables: &["周报 key_project 1 3"],
        records: &[
            "project.name=医药产业园一期 key_project.key_level=province",
            "project.name=新能源电机 key_project.key_level=city key_project.build_nature=new",
            "project.name=县级道路（县城段） key_project.key_level=",
        ],
    });
}

#[test]
fn a_day_in_a_list_of_finished_works_is_that_of_the_end() {
    check(&Stranger {
        file: "竣工投产项目清单.xlsx",
        sheets: &[
            (
                "竣工",
                "2023年度竣工投产项目清单\n\
                 序号,项目名称,企业名称,投资额（亿元）,备注,时间,年产值（亿元）\n\
                 1,甲项目,甲公司,3,,2023.5,5\n\
                 2,乙项目,乙公司,2,,2023年底,3",
                &[],
            ),
            (
                "投产",
                "2023年度投产项目清单\n\
                 序号,项目名称,企业名称,投资额（亿元）,完成时间\n\
                 1,丙项目,丙公司,3,2023.5",
                &[],
            ),
            (
                "完工",
                "2023年度竣工、投产项目清单\n\
                 序号,项目名称,企业名称,投资额（亿元）,竣工/投产,时间\n\
                 1,丁项目,丁公司,3,竣工,2023.5\n\
                 2,戊项目,戊公司,3,投产,2023.6",
                &[],
            ),
        ],
        tables: &[
            "竣工 key_project 2 2",
            "投产 key_project 2 1",
            "完工 key_project 2 2",
        ],
        records: &[
            "key_project.completion_date=2023-05-01/month",
            "key_project.completion_date=2023-12-01/month",
            "key_project.production_date=2023-05-01/month",
            "key_project.completion_date=2023-05-01/month key_project.note=投产：竣工",
            "key_project.completion_date=2023-06-01/month",
        ],
    });
}

#[test]
fn all_buildings_may_be_said_in_words() {
    check(&Stranger {
        file: "2023年在建项目单体进展.xlsx",
        sheets: &[(
            "在建",
            "项目名称,总投资（亿元）,单体总数,已开工单体,已封顶,级别,续建/新建\n\
             甲药业基地,15,24,全部开工,16,省,续建\n\
             乙电机产业园,3.5,10,10,全部封顶,市,续建",
            &[],
        )],
        tables: &["在建 key_project 1 2"],
        records: &[
            "key_project.buildings_started=Number(24) key_project.buildings_capped=Number(16)",
            "key_project.buildings_started=Number(10) key_project.buildings_capped=Number(10)",
        ],
    });
}
