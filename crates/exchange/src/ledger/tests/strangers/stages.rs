//! Ledgers that say how far projects have come, in what part of the year money
//! was spent, and of which years they are.

use super::{Stranger, check, of_text, problems, shown};

/// `column row reason` of what is told, apart from lines left out.
fn told(stranger: &Stranger<'_>) -> Vec<String> {
    let told = problems(stranger).into_iter();
    told.map(|one| format!("{}{} {}", one.column, one.row, one.reason))
        .collect()
}

#[test]
fn a_quarter_is_not_the_year() {
    let stranger = Stranger {
        file: "季度投资计划.xlsx",
        sheets: &[(
            "计划",
            "2024年重点项目分季度投资计划及完成情况\n\
             （单位：万元）\n\
             序号,项目名称,总投资,性质,2024年投资,,,,,\n\
             ,,,,全年计划,一季度,,二季度,,累计完成\n\
             ,,,,,计划,完成,计划,完成,\n\
             1,甲项目,120000,续建,40000,8000,8200,12000,10500,18700\n\
             2,乙项目,36000,新建,15000,,,5000,3800,3800\n\
             合计,,156000,,55000,8000,8200,17000,14300,22500",
            &[
                "A1:J1", "E3:J3", "F4:G4", "H4:I4", "A3:A5", "B3:B5", "C3:C5", "D3:D5", "E4:E5",
                "J4:J5",
            ],
        )],
        tables: &["计划 key_project 3,4,5 2"],
        records: &[
            "key_project.annual_plan_investment=400000000 key_project.annual_completed_investment=187000000 key_project.cumulative_investment= key_project.completion_ratio=",
            "key_project.annual_plan_investment=150000000 key_project.annual_completed_investment=38000000",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), ["5 level_column_missing"]);
}

#[test]
fn months_beside_it_make_a_sum_one_of_the_year() {
    check(&Stranger {
        file: "在建项目固投月度完成.xlsx",
        sheets: &[(
            "固投",
            "2024年重点在建项目投资完成情况（万元）\n\
             序号,项目名称,总投资,年度目标,2024年各月完成投资,,,累计完成\n\
             ,,,,1-2月,3月,4月,\n\
             1,甲项目,45000,18000,2000,1500,1600,5100\n\
             合计,,45000,18000,2000,1500,1600,5100",
            &[
                "A1:H1", "E2:G2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "H2:H3",
            ],
        )],
        tables: &["固投 key_project 2,3 1"],
        records: &[
            "key_project.annual_completed_investment=51000000 key_project.cumulative_investment=",
        ],
    });
}

#[test]
fn what_counts_on_goes_before_what_ended_with_a_year() {
    check(&Stranger {
        file: "重点项目推进表.xlsx",
        sheets: &[(
            "推进",
            "2024年市级重点项目推进情况表\n\
             单位：亿元,,,,,,\n\
             序号,项目名称,总投资,截至2023年底累计完成投资,2024年完成投资,开工以来累计完成投资,建设起止年限\n\
             1,甲项目,35,6,5.6,11.6,2023-2026\n\
             2,乙项目,8,5.5,1.9,7.4,2022.3-2024.12",
            &["A1:G1"],
        )],
        tables: &["推进 key_project 3 2"],
        records: &[
            "key_project.cumulative_investment=1160000000 key_project.annual_completed_investment=560000000 key_project.planned_start_date=2023-01-01/year key_project.planned_completion_date=2026-01-01/year",
            "key_project.cumulative_investment=740000000 key_project.planned_start_date=2022-03-01/month key_project.planned_completion_date=2024-12-01/month",
        ],
    });
}

#[test]
fn how_long_works_take_is_no_span_of_days() {
    check(&Stranger {
        file: "重点项目推进表.xlsx",
        sheets: &[(
            "推进",
            "2024年市级重点项目推进情况表\n\
             序号,项目名称,总投资（亿元）,建设期限,形象进度\n\
             1,甲项目,35,24个月,主体\n\
             2,乙项目,8,2022-2024,装修",
            &["A1:E1"],
        )],
        tables: &["推进 key_project 2 2"],
        records: &[
            "key_project.planned_start_date= key_project.note=建设期限：24个月",
            "key_project.planned_start_date= key_project.note=建设期限：2022-2024",
        ],
    });
}

#[test]
fn each_row_says_whether_it_has_begun() {
    let stranger = Stranger {
        file: "重大项目推进表.xlsx",
        sheets: &[
            (
                "推进",
                "2024年省、市重大项目推进情况表\n\
                 序号,项目名称,总投资（亿元）,1-8月完成（亿元）,是否开工,工程进展,所在地\n\
                 1,甲项目,35,5.6,是,设备基础施工,高新区\n\
                 2,乙项目,2.6,0,否,施工图审查,港区",
                &["A1:G1"],
            ),
            (
                "前期",
                "2024年下半年拟集中开工项目前期手续办理清单\n\
                 序号,项目名称,总投资额,施工许可,拟开工日期,牵头部门\n\
                 1,丙项目,3.6亿元,未办,2024.9.28,发改局",
                &["A1:F1"],
            ),
            (
                "达效",
                "2024年拟竣工投产项目情况表\n\
                 序号,项目名称,总投资,开工时间,计划投产时间,目前进度,是否投产,实际投产时间\n\
                 1,丁项目,6.8亿元,2023.4,2024年6月,已投产,是,2024.6.18\n\
                 2,戊项目,9000万元,2023.9,2024年10月,设备调试,否,",
                &["A1:H1"],
            ),
        ],
        tables: &[
            "推进 key_project 2 2",
            "前期 key_project 2 1",
            "达效 key_project 2 2",
        ],
        records: &[
            "project.name=甲项目 key_project.ledger_kind=building key_project.land_place=高新区 project.source_region=",
            "project.name=乙项目 key_project.ledger_kind=planned",
            "project.name=丙项目 key_project.ledger_kind=planned",
            "project.name=丁项目 key_project.ledger_kind=finished key_project.production_date=2024-06-18",
            "project.name=戊项目 key_project.ledger_kind=building key_project.planned_production_date=2024-10-01/month",
        ],
    };
    check(&stranger);
    assert_eq!(
        told(&stranger),
        [
            "2 level_column_missing",
            "2 level_column_missing",
            "2 level_column_missing"
        ]
    );
}

#[test]
fn stages_and_lights_of_a_list_that_is_supervised() {
    let stranger = Stranger {
        file: "督办.xlsx",
        sheets: &[
            (
                "灯",
                "重大项目督办亮灯情况\n\
                 序号,镇街,项目名称,投资额(亿元),项目阶段,灯号,情况说明\n\
                 1,东街,甲项目,2.3,在建,绿灯,正常\n\
                 2,东街,乙项目,1.4,前期,黄灯,环评\n\
                 3,西镇,丙项目,1,签约未开工,红牌,停工",
                &["A1:G1"],
            ),
            (
                "榜",
                "经开区重点项目攻坚“红黄绿”三色榜（第9期）\n\
                 榜单,序号,项目名称,投资额,节点目标,完成情况,责任人,督办意见\n\
                 绿榜,1,丁项目,8亿,9月底主体封顶,已封顶,周某,表扬\n\
                 ,2,戊项目,2.2亿,9月底设备进场,已进场,吴某,\n\
                 红榜,3,己项目,3亿,8月底拆迁完成,完成70%,王某,约谈",
                &["A1:H1", "A3:A4"],
            ),
        ],
        tables: &["灯 key_project 2 3", "榜 key_project 2 3"],
        records: &[
            "key_project.ledger_kind=building key_project.rag_status=green",
            "key_project.ledger_kind=planned key_project.rag_status=yellow",
            "key_project.ledger_kind=planned key_project.rag_status=red",
            "key_project.total_investment=800000000 key_project.rag_status=green key_project.visible_progress=已封顶 key_project.measure=表扬 key_project.key_level=",
            "key_project.rag_status=green",
            "key_project.rag_status=red",
        ],
    };
    check(&stranger);
    assert_eq!(
        told(&stranger),
        [
            "2 plan_year_missing",
            "2 level_column_missing",
            "2 plan_year_missing",
            "2 level_column_missing"
        ]
    );
}

#[test]
fn a_whole_life_has_days_of_several_years() {
    let stranger = Stranger {
        file: "招引项目跟踪台账.xlsx",
        sheets: &[(
            "招引",
            "2023年招引项目全生命周期跟踪台账\n\
             序号,项目名称,投资企业,计划总投资（亿元）,签约日期,拿地日期,开工日期,竣工日期,投产日期,项目状态\n\
             1,甲项目,甲公司,5,2023/3/6,2023/7/1,2023/9/9,2024/7/20,,在建\n\
             2,乙项目,乙公司,1.2,2023/5/19,,,,,签约未开工\n\
             3,丙项目,丙公司,3,2023/8/2,2023/10,2023/12,2024/5,2024/6,投产",
            &["A1:J1"],
        )],
        tables: &["招引 key_project 2 3"],
        records: &[
            "key_project.ledger_kind=building key_project.start_date=2023-09-09 key_project.planned_completion_date=2024-07-20",
            "key_project.ledger_kind=planned key_project.start_date=",
            "key_project.ledger_kind=finished key_project.completion_date=2024-05-01/month key_project.production_date=2024-06-01/month",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), ["2 level_column_missing"]);
}

#[test]
fn the_day_up_to_which_a_ledger_is_kept_is_not_its_year() {
    let stranger = Stranger {
        file: "全周期管理台账.xlsx",
        sheets: &[(
            "全周期",
            "经开区招商引资项目全周期管理台账（截至2024年9月30日）\n\
             序号,项目名称,投资主体,签约时间,协议引资（亿元）,开工时间\n\
             1,甲项目,某甲公司,2023.3.18,4,2023.9.20\n\
             2,乙项目,某乙公司,2024.1.12,8.6,2024.8\n\
             3,丙项目,某丙公司,2022.2.25,2,2022.6",
            &["A1:F1"],
        )],
        tables: &["全周期 signing 2 3"],
        records: &[
            "agreement.sign_date=2023-03-18 agreement.contract_capital=400000000",
            "agreement.sign_date=2024-01-12",
            "agreement.sign_date=2022-02-25",
        ],
    };
    check(&stranger);
    let outside = told(&stranger);
    let outside = outside
        .iter()
        .filter(|one| one.ends_with("date_outside_year"));
    assert_eq!(outside.count(), 0);
}

#[test]
fn what_happened_has_its_day_behind_it() {
    check(&Stranger {
        file: "项目开工情况.xlsx",
        sheets: &[(
            "开工",
            "2024年计划新开工项目开工情况统计\n\
             序号,项目名称,总投资（亿元）,开工情况,计划开工时间,责任单位\n\
             1,甲项目,6,已开工（2024.3.28）,2024年3月,经开区\n\
             2,乙项目,1.8,未开工,2024年11月,食品局\n\
             3,丙项目,2.4,9月12日开工,2024年9月,体育局",
            &["A1:F1"],
        )],
        tables: &["开工 key_project 2 3"],
        records: &[
            "key_project.start_date=2024-03-28",
            "key_project.start_date=<pending>",
            "key_project.start_date=2024-09-12",
        ],
    });
}

#[test]
fn months_confirmed_and_paid_as_offices_write_them() {
    let stranger = Stranger {
        file: "到位资金.xlsx",
        sheets: &[
            (
                "确认表",
                "某镇2024年招商引资到位资金确认表\n\
                 入账月份,项目名称,投资人,到位资金（万元）,凭证种类及编号,县招商局确认（万元）\n\
                 3月,甲项目,甲公司,500,转账凭证0301,500\n\
                 3月小计,,,500,,500\n\
                 5月,乙项目,乙公司,200,发票12张,160\n\
                 5月小计,,,200,,160",
                &["A1:F1"],
            ),
            (
                "东区",
                "东区2024年1-7月到位资金统计\n\
                 序号,项目,投资方,本月到位,今年累计到位,备注\n\
                 1,丙项目,丙公司,300万元,1500万元,\n\
                 2,丁项目,丁公司,0,2000万元,",
                &["A1:F1"],
            ),
            (
                "方式",
                "西区2024年到位资金明细（万元）\n\
                 序号,项目,投资方,到位资金,到位时间及方式\n\
                 1,戊项目,戊公司,300,7月12日 银行转账",
                &["A1:E1"],
            ),
        ],
        tables: &["确认表 payment 2 2", "东区 payment 2 1", "方式 payment 2 1"],
        records: &[
            "payment.paid_date=2024-03-01/month payment.recognised_amount=5000000 payment.voucher_no=转账凭证0301",
            "payment.paid_date=2024-05-01/month payment.recognised_amount=1600000",
            "payment.paid_date=2024-07-01/month payment.paid_in=3000000",
            "payment.paid_date=2024-07-12",
        ],
    };
    check(&stranger);
}

#[test]
fn instalments_of_foreign_firms_stand_beside_each_other() {
    check(&Stranger {
        file: "首期出资情况.xlsx",
        sheets: &[(
            "出资",
            "2024年外资项目首期及后续出资情况\n\
             序号,项目公司,外方,首期出资（万美元）,,第二期出资（万美元）,,累计（万美元）\n\
             ,,,金额,日期,金额,日期,\n\
             1,甲公司,Alpha Med Ltd.,150,2024.1.18,200,2024.6.20,350\n\
             2,乙公司,Beta Chem AG,300,2024.4.2,,,300",
            &[
                "A1:H1", "D2:E2", "F2:G2", "A2:A3", "B2:B3", "C2:C3", "H2:H3",
            ],
        )],
        tables: &["出资 payment 2,3 3"],
        records: &[
            "project.name=甲公司 payment.payer=Alpha_Med_Ltd. payment.paid_in=1500000USD payment.paid_date=2024-01-18",
            "payment.paid_in=2000000USD payment.paid_date=2024-06-20",
            "payment.paid_in=3000000USD payment.paid_date=2024-04-02",
        ],
    });
}

#[test]
fn nothing_in_a_month_is_no_payment() {
    check(&Stranger {
        file: "省外资金月报2024.xlsx",
        sheets: &[(
            "5月",
            "某县2024年5月招商引资省外资金到位情况月报表\n\
             填报单位：县招商局,,,,,单位：万元\n\
             序号,项目名称,投资企业,到位资金,,备注\n\
             ,,,5月到位,2024年累计到位,\n\
             1,甲项目,甲公司,300,2000,\n\
             2,乙项目,乙公司,0,3000,\n\
             合计,,,300,5000,",
            &["A1:F1", "D3:E3"],
        )],
        tables: &["5月 payment 3,4 1"],
        records: &[
            "project.name=甲项目 payment.paid_in=3000000 payment.paid_date=2024-05-01/month",
        ],
    });
}

#[test]
fn what_was_done_by_the_end_of_last_year_is_not_what_was_done_since_the_begin() {
    check(&Stranger {
        file: "2023年重点项目进展表.csv",
        sheets: &[(
            "进展",
            "2023年重点项目进展表（单位：万元）\n\
             序号,项目名称,建设单位,总投资,截至上年底累计完成投资,2023年计划投资,级别\n\
             1,甲材料项目,甲材料有限公司,20000,12000,5000,市级\n\
             2,乙材料项目,乙材料有限公司,30000,2000,6000,省级",
            &[],
        )],
        tables: &["进展 key_project 2 2"],
        records: &[
            "key_project.total_investment=200000000 key_project.annual_plan_investment=50000000 key_project.cumulative_investment=",
            "key_project.total_investment=300000000 key_project.annual_plan_investment=60000000 key_project.cumulative_investment=",
        ],
    });
}

#[test]
fn stages_are_said_in_many_words() {
    for (said, wanted) in [
        ("主体施工阶段", "building"),
        ("已供地", "landed"),
        ("正在办理前期手续", "signed"),
        ("进入试生产阶段", "producing"),
        ("竣工验收中", "completed"),
        ("已达产", "on_target"),
        ("停工", "paused"),
    ] {
        let text = format!(
            "序号,项目名称,投资方,合同利用资金（万元）,签约日期,协议类型,项目阶段\n\
             1,甲项目,甲公司,20000,2024-1-8,投资合同,{said}"
        );
        let found = of_text("签约2024.csv", text.as_bytes());
        assert_eq!(
            shown(&found.tables[0].rows[0], "project.stage"),
            wanted,
            "{said}"
        );
    }
}
