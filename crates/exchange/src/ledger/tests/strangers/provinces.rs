//! Ledgers of payments and of key projects in the forms that several provinces
//! hand out to their counties.

use super::{Stranger, check, problems, understood};

/// `column row reason` of what is told, apart from lines left out.
fn told(stranger: &Stranger<'_>) -> Vec<String> {
    let told = problems(stranger).into_iter();
    told.map(|one| format!("{}{} {}", one.column, one.row, one.reason))
        .collect()
}

#[test]
fn a_section_across_the_table_is_no_row_of_headings() {
    let stranger = Stranger {
        file: "2024年省市重点项目目标任务分解表.xlsx",
        sheets: &[(
            "分解表",
            "2024年省市重点项目目标任务分解及完成情况表\n\
             单位：万元\n\
             序号,项目名称,业主单位,级别,总投资,2024年度目标任务,,,,,1—9月完成情况,,问题\n\
             ,,,,,计划投资,一季度,二季度,三季度,四季度,完成投资,形象进度,\n\
             一、续建项目（1个）\n\
             1,甲产业园,甲公司,省,96000,20000,主体,设备,试产,验收,16500,设备安装80%,无\n\
             二、新开工项目（1个）\n\
             2,乙加工项目,乙公司,市,18000,8000,立项,许可,开工,基础,8000,基础完成,无",
            &[
                "A1:M1", "A2:M2", "F3:J3", "K3:L3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4",
                "M3:M4", "A5:M5", "A7:M7",
            ],
        )],
        tables: &["分解表 key_project 3,4 2"],
        records: &[
            "key_project.key_level=province key_project.build_nature=continuing key_project.total_investment=960000000 key_project.annual_plan_investment=200000000 key_project.annual_completed_investment=165000000",
            "key_project.key_level=city key_project.build_nature=new key_project.total_investment=180000000 key_project.visible_progress=基础完成",
        ],
    };
    check(&stranger);
}

#[test]
fn each_month_has_an_amount_and_a_voucher() {
    let stranger = Stranger {
        file: "一季度资金到账明细.xlsx",
        sheets: &[(
            "明细",
            "序号,项目名称,投资方,2024年1月,,2024年2月,,2024年3月,,合计（万元）\n\
             ,,,金额（万元）,凭证号,金额（万元）,凭证号,金额（万元）,凭证号,\n\
             1,甲项目,甲公司,300,A1,,,200,A9,500\n\
             2,乙项目,乙公司,,,1000,B3,,,1000\n\
             合计,,,300,,1000,,200,,1500",
            &[
                "D1:E1", "F1:G1", "H1:I1", "A1:A2", "B1:B2", "C1:C2", "J1:J2",
            ],
        )],
        tables: &["明细 payment 1,2 3"],
        records: &[
            "project.name=甲项目 payment.paid_in=3000000 payment.paid_date=2024-01-01/month payment.voucher_no=A1",
            "payment.paid_in=2000000 payment.paid_date=2024-03-01/month payment.voucher_no=A9",
            "project.name=乙项目 payment.paid_in=10000000 payment.paid_date=2024-02-01/month payment.voucher_no=B3",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}

#[test]
fn what_money_is_for_parts_a_payment() {
    let stranger = Stranger {
        file: "投资到位情况核查表.xlsx",
        sheets: &[(
            "核查表",
            "2024年上半年招商项目资金到位核查表\n\
             金额单位：万元\n\
             序号,项目名称,投资企业,到位时间,到位资金,,,,,凭证号\n\
             ,,,,土地款,厂房建设,设备购置,流动资金,小计,\n\
             1,甲项目,甲公司,2024.3.5,1200,3000,800,100,5100,A1\n\
             2,乙项目,乙公司,2024.4.1,,500,600,50,1150,A2\n\
             合计,,,,1200,3500,1400,150,6250,",
            &[
                "A1:J1", "E3:I3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "J3:J4",
            ],
        )],
        tables: &["核查表 payment 3,4 7"],
        records: &[
            "payment.paid_in=12000000 payment.fund_kind=land payment.paid_date=2024-03-05 payment.voucher_no=A1",
            "payment.paid_in=30000000 payment.fund_kind=plant",
            "payment.paid_in=8000000 payment.fund_kind=equipment",
            "payment.paid_in=1000000 payment.fund_kind=working_capital",
            "project.name=乙项目 payment.paid_in=5000000 payment.fund_kind=plant",
            "payment.paid_in=6000000 payment.fund_kind=equipment",
            "payment.paid_in=500000 payment.fund_kind=working_capital",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}

#[test]
fn a_part_of_what_was_paid_is_not_all_of_it() {
    check(&Stranger {
        file: "2024年到位资金.xlsx",
        sheets: &[(
            "到位",
            "序号,项目名称,到位时间,到位资金（万元）,,\n\
             ,,,合计,其中：土地款,其中：设备款\n\
             1,甲项目,2024.3.5,5100,1200,800",
            &["A1:A2", "B1:B2", "C1:C2", "D1:F1"],
        )],
        tables: &["到位 payment 1,2 1"],
        records: &["payment.paid_in=51000000 payment.fund_kind="],
    });
}

#[test]
fn money_from_home_and_from_abroad_make_what_was_paid() {
    let stranger = Stranger {
        file: "2024年5月到位资金表.xlsx",
        sheets: &[
            (
                "合计",
                "2024年5月招商引资到位资金情况表\n\
                 单位：万元\n\
                 序号,项目名称,投资方,到位资金,,,到位时间\n\
                 ,,,合计,内资,外资,\n\
                 1,甲项目,甲公司,600,600,,2024.5.8\n\
                 2,乙项目,乙公司,1700,200,1500,2024.5.20\n\
                 合计,,,2300,800,1500",
                &["A1:G1", "D3:F3", "A3:A4", "B3:B4", "C3:C4", "G3:G4"],
            ),
            (
                "分列",
                "2024年6月招商引资到位资金情况表\n\
                 序号,项目名称,投资方,到位资金,,到位时间\n\
                 ,,,内资（万元）,外资（万元）,\n\
                 1,丙项目,丙公司,600,,2024.6.8\n\
                 2,丁项目,丁公司,200,1500,2024.6.20",
                &["A1:F1", "D2:E2", "A2:A3", "B2:B3", "C2:C3", "F2:F3"],
            ),
        ],
        tables: &["合计 payment 3,4 2", "分列 payment 2,3 3"],
        records: &[
            "payment.paid_in=6000000 payment.note=内资：600",
            "payment.paid_in=17000000 payment.note=内资：200\n外资：1500",
            "payment.paid_in=6000000 payment.paid_date=2024-06-08",
            "payment.paid_in=2000000 payment.paid_date=2024-06-20",
            "payment.paid_in=15000000 payment.paid_date=2024-06-20",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}

#[test]
fn what_is_asked_of_a_project_may_be_two_amounts() {
    let stranger = Stranger {
        file: "工业项目进展表.xlsx",
        sheets: &[(
            "工业",
            "2024年重点工业项目进展情况表（8月）\n\
             序号,项目名称,企业名称,总投资/设备投资（亿元）,建设性质,项目进展\n\
             1,★甲项目,甲公司,5/3,新建,装修\n\
             2,乙项目,乙公司,2.6/1.1,续建,试生产",
            &["A1:F1"],
        )],
        tables: &["工业 key_project 2 2"],
        records: &[
            "project.name=甲项目 key_project.total_investment=500000000 key_project.equipment_investment=300000000",
            "key_project.total_investment=260000000 key_project.equipment_investment=110000000",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), ["2 level_column_missing"]);
}

#[test]
fn works_and_reserves_are_told_apart_by_sheet_and_section() {
    let stranger = Stranger {
        file: "重大项目清单（实施+储备）.xlsx",
        sheets: &[
            (
                "实施类",
                "2024年全区重大项目清单（实施类）\n\
                 序号,项目名称,项目性质,计划总投资（亿元）,2024年计划投资（亿元）,开工年月,竣工年月\n\
                 一,结转项目,,12.6,4,,\n\
                 1,甲项目,工业,12.6,4,202303,202506\n\
                 二,新建项目,,10,3,,\n\
                 2,乙项目,外资工业,10,3,202405,202512",
                &["A1:G1"],
            ),
            (
                "储备类",
                "2024年全区重大项目清单（储备类）\n\
                 序号,项目名称,拟选址,估算总投资（亿元）,目前进展,计划开工年月\n\
                 1,丙项目,高新区,8,洽谈,202503",
                &["A1:F1"],
            ),
        ],
        tables: &["实施类 key_project 2 2", "储备类 key_project 2 1"],
        records: &[
            "key_project.ledger_kind=building key_project.build_nature=continuing key_project.start_date=2023-03-01/month key_project.planned_completion_date=2025-06-01/month",
            "key_project.ledger_kind=building key_project.build_nature=new key_project.start_date=2024-05-01/month",
            "key_project.ledger_kind=planned key_project.planned_start_date=2025-03-01/month",
        ],
    };
    check(&stranger);
    assert_eq!(
        told(&stranger),
        ["2 level_column_missing", "2 level_column_missing"]
    );
}

#[test]
fn what_was_begun_in_one_ceremony_is_being_built() {
    check(&Stranger {
        file: "第十三期三个一批项目清单.xlsx",
        sheets: &[
            (
                "开工一批",
                "2024年第十三期“三个一批”开工项目清单\n\
                 序号,项目名称,项目单位,总投资（亿元）,开工时间,计划竣工时间\n\
                 1,甲项目,甲公司,11,2024年7月,2026年6月",
                &["A1:F1"],
            ),
            (
                "投产一批",
                "2024年第十三期“三个一批”投产项目清单\n\
                 序号,项目名称,项目单位,总投资（亿元）,开工时间,投产时间\n\
                 1,乙项目,乙公司,4.8,2022.10,2024.7",
                &["A1:F1"],
            ),
        ],
        tables: &["开工一批 key_project 2 1", "投产一批 key_project 2 1"],
        records: &[
            "key_project.ledger_kind=building key_project.start_date=2024-07-01/month key_project.planned_completion_date=2026-06-01/month",
            "key_project.ledger_kind=finished key_project.production_date=2024-07-01/month",
        ],
    });
}

#[test]
fn what_was_declared_and_what_was_cut_stand_beside_what_is_recognised() {
    let stranger = Stranger {
        file: "2024年到位资金审核认定表（三季度）.xlsx",
        sheets: &[(
            "认定",
            "2024年三季度市外到位资金审核认定汇总表\n\
             单位：万元\n\
             序号,责任单位,项目名称,投资方,申报数,核减数,认定数,核减原因,到账时间\n\
             1,一园,甲项目,甲公司,1500,0,1500,,2024.7.9\n\
             2,二园,乙项目,乙公司,2600,500,2100,往来款,2024.8.15\n\
             合计,,,,4100,500,3600,,",
            &["A1:I1"],
        )],
        tables: &["认定 payment 3 2"],
        records: &[
            "payment.paid_in=15000000 payment.recognised_amount=15000000 payment.paid_date=2024-07-09",
            "payment.paid_in=26000000 payment.recognised_amount=21000000 payment.exclusion_reason=往来款",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}

#[test]
fn capital_that_shareholders_paid_up() {
    let stranger = Stranger {
        file: "2024实缴资本台账.xlsx",
        sheets: &[(
            "实缴",
            "招商企业注册资本实缴情况台账（2024年）\n\
             序号,企业名称,股东名称,认缴出资额（万元）,实缴出资额（万元）,实缴时间,验资报告号\n\
             1,甲装备有限公司,丁集团有限公司,7000,3500,2024-02-20,验字11号\n\
             ,,戊投资有限公司,3000,3000,2024-03-01,验字15号\n\
             2,乙智造有限公司,己资本有限公司,5000,0,,",
            &["A1:G1", "A3:A4", "B3:B4"],
        )],
        tables: &["实缴 payment 2 2"],
        records: &[
            "project.name=甲装备有限公司 payment.payer=丁集团有限公司 payment.paid_in=35000000 payment.paid_date=2024-02-20 payment.voucher_no=验字11号",
            "project.name=甲装备有限公司 payment.payer=戊投资有限公司 payment.paid_in=30000000",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}

#[test]
fn what_was_paid_of_a_key_project_is_named_as_not_read() {
    let stranger = Stranger {
        file: "项目全生命周期台账.xlsx",
        sheets: &[(
            "项目",
            "招商项目全生命周期管理台账（2024年）\n\
             序号,项目名称,投资方,总投资（亿元）,开工,,到资（万元）,,投产\n\
             ,,,,是否开工,时间,累计到资,其中：2024年,时间\n\
             1,甲项目,甲公司,3.5,是,2024.3,6000,4500,",
            &[
                "A1:I1", "E2:F2", "G2:H2", "A2:A3", "B2:B3", "C2:C3", "D2:D3",
            ],
        )],
        tables: &["项目 key_project 2,3 1"],
        records: &["key_project.start_date=2024-03-01/month"],
    };
    check(&stranger);
    assert_eq!(
        told(&stranger),
        ["3 paid_in_not_read", "3 level_column_missing"]
    );
}

#[test]
fn money_that_went_back_is_taken_away() {
    let stranger = Stranger {
        file: "2024到账台账.xlsx",
        sheets: &[(
            "到账",
            "2024年招商项目到账资金台账\n\
             ,,,单位：,万元\n\
             项目名称,投资方,到账时间,资金类别,到账金额,备注\n\
             甲项目,甲公司,2024.3.5,内资,2000,\n\
             甲项目,甲公司,2024.4.8,内资,-300,冲减\n\
             乙项目,乙公司,2024.5.9,外资,（150）,退回\n\
             丙项目,丙公司,2024.6.6,内资,退回200,\n\
             合计,,,,1350,",
            &["A1:F1"],
        )],
        tables: &["到账 payment 3 4"],
        records: &[
            "payment.paid_in=20000000 payment.note=资金类别：内资",
            "payment.paid_in=-3000000",
            "payment.paid_in=-1500000 payment.fund_kind=",
            "payment.paid_in=-2000000",
        ],
    };
    check(&stranger);
    assert_eq!(
        told(&stranger),
        ["E6 negative_in_brackets", "E7 amount_taken_back"]
    );
    let found = understood(&stranger);
    let rows = found.tables.iter().flat_map(|table| &table.rows);
    let mut told = rows.flat_map(|row| &row.problems);
    assert!(told.all(|one| one.level != crate::Level::Must));
}

#[test]
fn one_cell_tells_of_all_that_was_paid() {
    let stranger = Stranger {
        file: "项目资金到位登记.xlsx",
        sheets: &[(
            "登记",
            "2024年新签约项目资金到位登记表\n\
             序号,项目名称,投资方,合同资金（万元）,资金到位情况,到位率\n\
             1,甲项目,甲公司,3000,2024.3.5到位500万元；4月18日到位资金300万元,26.7%\n\
             2,乙项目,乙公司,2000,2024年5月6日到账1000万元,50%\n\
             3,丙项目,丙公司,500,尚未到位,0",
            &["A1:F1"],
        )],
        tables: &["登记 payment 2 3"],
        records: &[
            "project.name=甲项目 payment.paid_in=5000000 payment.paid_date=2024-03-05",
            "project.name=甲项目 payment.paid_in=3000000 payment.paid_date=2024-04-18",
            "project.name=乙项目 payment.paid_in=10000000 payment.paid_date=2024-05-06",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}

#[test]
fn a_table_that_lies_across_is_read_as_if_it_stood() {
    let stranger = Stranger {
        file: "在建项目情况.xlsx",
        sheets: &[(
            "在建项目",
            "某园区2024年在建项目情况表\n\
             项目名称,甲项目,乙项目,丙项目\n\
             建设单位,甲公司,乙公司,丙公司\n\
             总投资（亿元）,3.2,5,1.6\n\
             2024年计划投资（万元）,8000,12000,6000\n\
             开工时间,2024年3月,2023年11月,2024年6月\n\
             计划竣工时间,2025年6月,2025年3月,2025年12月\n\
             形象进度,主体二层,设备安装,桩基",
            &["A1:D1"],
        )],
        tables: &["在建项目 key_project 2 3"],
        records: &[
            "project.name=甲项目 project.project_company=甲公司 key_project.total_investment=320000000 key_project.annual_plan_investment=80000000 key_project.start_date=2024-03-01/month key_project.ledger_kind=building",
            "project.name=乙项目 key_project.total_investment=500000000 key_project.planned_completion_date=2025-03-01/month",
            "project.name=丙项目 key_project.visible_progress=桩基",
        ],
    };
    check(&stranger);
    let found = understood(&stranger);
    let told: Vec<&str> = found.problems.iter().map(|one| one.reason).collect();
    assert_eq!(told, ["sheet_turned"]);
}

#[test]
fn a_card_of_one_project_is_no_table_that_lies_across() {
    let stranger = Stranger {
        file: "项目信息卡.xlsx",
        sheets: &[(
            "卡片",
            "项目名称,甲项目,建设单位,甲公司\n\
             总投资（亿元）,3.2,开工时间,2024年3月\n\
             形象进度,主体二层,计划竣工时间,2025年6月\n\
             存在问题,无,责任单位,招商局",
            &[],
        )],
        tables: &["卡片 key_project 1 1"],
        records: &[
            "project.name=甲项目 project.project_company=甲公司 key_project.start_date=2024-03-01/month key_project.planned_completion_date=2025-06-01/month key_project.responsible_unit=招商局",
        ],
    };
    check(&stranger);
}
