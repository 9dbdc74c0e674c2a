//! Ledgers as the offices of other towns lay them out.

use super::{Stranger, check, problems};

#[test]
fn counts_of_sections_stand_in_no_brackets() {
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约项目",
            "某某县2024年签约项目台账\n\
             序号,项目名称,投资方,总投资（亿元）,引资额（亿元）,签约日期\n\
             一、正式合同项目 2个\n\
             1,甲项目,甲公司,2,1.5,2024年3月5日\n\
             2,乙项目,乙公司,2,1.5,2024年3月6日\n\
             小计,,,4,3,\n\
             二、框架协议 1个\n\
             3,丙项目,丙公司,2,1.5,2024年3月7日\n\
             小计,,,2,1.5,",
            &[],
        )],
        tables: &["签约项目 signing 2 3"],
        records: &[
            "agreement.agreement_type=formal",
            "agreement.agreement_type=formal",
            "!agreement.agreement_type=framework",
        ],
    });
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约项目",
            "项目名称,投资方,总投资（亿元）,引资额（亿元）,签约日期\n\
             城关镇 1个\n\
             甲项目,甲公司,2,1.5,2024年3月5日\n\
             高新区管委会 2个\n\
             乙项目,乙公司,2,1.5,2024年3月6日\n\
             丙项目,丙公司,2,1.5,2024年3月7日",
            &[],
        )],
        tables: &["签约项目 signing 1 3"],
        records: &[
            "project.name=甲项目 agreement.responsible_unit=城关镇",
            "project.name=乙项目",
            "project.name=丙项目",
        ],
    });
}

#[test]
fn a_row_of_circled_numbers_counts_the_columns() {
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约项目",
            "序号,项目名称,投资方,总投资（亿元）,引资额（亿元）,签约日期\n\
             ①,②,③,④,⑤,⑥\n\
             1,甲项目,甲公司,2,1.5,2024年3月5日",
            &[],
        )],
        tables: &["签约项目 signing 1 1"],
        records: &["project.name=甲项目"],
    });
}

#[test]
fn how_things_stand_says_that_an_agreement_ended() {
    let stranger = Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约项目",
            "序号,项目名称,投资方,引资额（亿元）,签约日期,当前进度,有关情况\n\
             1,甲项目,甲公司,2,2024年3月5日,已于2024年9月解除协议,\n\
             2,乙项目,乙公司,2,2024年3月6日,,双方协商解除合同\n\
             3,丙项目,丙公司,2,2024年3月7日,,投资方撤资，项目取消\n\
             4,丁项目,丁公司,2,2024年3月8日,主体施工,设备已取消订购",
            &[],
        )],
        tables: &["签约项目 signing 1 4"],
        records: &[
            "!agreement.voided=true",
            "!agreement.voided=true",
            "!agreement.voided=true",
            "agreement.voided=",
        ],
    };
    check(&stranger);
}

#[test]
fn a_remark_under_an_unknown_heading_is_told() {
    let stranger = Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约项目",
            "序号,项目名称,投资方,引资额（亿元）,签约日期,局领导批示\n\
             1,甲项目,甲公司,2,2024年3月5日,双方已协商解除合同\n\
             2,乙项目,乙公司,2,2024年3月6日,请抓紧推进",
            &[],
        )],
        tables: &["签约项目 signing 1 2"],
        records: &["project.name=甲项目", "project.name=乙项目"],
    };
    check(&stranger);
    let told: Vec<u32> = problems(&stranger)
        .into_iter()
        .filter(|one| one.reason == "remark_leaves_out")
        .map(|one| one.row)
        .collect();
    assert_eq!(told, [2]);
}

#[test]
fn the_headings_of_two_halves_are_put_together_of_parts() {
    check(&Stranger {
        file: "2025年招商引资签约项目台账.xlsx",
        sheets: &[(
            "明细",
            "某某县2025年招商引资签约项目台账\n\
             编号,引进项目,投资商名称,引进市外资金（万元）,签约日,文本类型,,编号,引进项目,投资商名称,引进市外资金（万元）,签约日,文本类型\n\
             1,甲项目,甲公司,50000,2025年1月25日,正式合同,,3,丙项目,丙公司,17700,2025年8月4日,合同\n\
             2,乙项目,乙公司,44400,2025年2月6日,投资合同,,4,丁项目,丁公司,24100,2025年8月9日,框架协议",
            &["A1:H1"],
        )],
        tables: &["明细 signing 2 2", "明细 signing 2 2"],
        records: &[
            "project.name=甲项目 agreement.sign_date=2025-01-25",
            "project.name=乙项目 agreement.contract_capital=444000000",
            "project.name=丙项目 agreement.sign_date=2025-08-04",
            "!project.name=丁项目 agreement.contract_capital=241000000",
        ],
    });
}

#[test]
fn a_legend_above_the_headings_ends_no_agreement_by_itself() {
    check(&Stranger {
        file: "2019年招商引资签约项目台账.xlsx",
        sheets: &[(
            "签约项目",
            "2019年招商引资签约项目台账\n\
             注：灰色底纹为已终止项目\n\
             编号,项目名称,投资单位,引资额（万元）,签约日期,备注\n\
             1,甲项目,甲公司,16980,2019年2月7日,\n\
             #2,#乙项目,#乙公司,#77064.5,#2019年4月21日,#",
            &["A1:F1", "A2:F2"],
        )],
        tables: &["签约项目 signing 3 2"],
        records: &["project.name=甲项目", "!project.name=乙项目"],
    });
}

#[test]
fn a_line_above_headings_said_again_names_the_part_below() {
    check(&Stranger {
        file: "2024年招商引资签约项目台账.xlsx",
        sheets: &[(
            "Sheet1",
            "正式合同项目\n\
             序号,项目全称,签约企业,利用外来资金额（万元）,签署日期,备注\n\
             1,甲项目,甲公司,50000,2024年1月4日,\n\
             表二：框架协议项目\n\
             序号,项目全称,签约企业,利用外来资金额（万元）,签署日期,备注\n\
             1,乙项目,乙公司,60200,2024年2月4日,",
            &["A1:F1", "A4:F4"],
        )],
        tables: &["Sheet1 signing 2 2"],
        records: &[
            "project.name=甲项目 agreement.agreement_type=formal",
            "!project.name=乙项目 agreement.agreement_type=framework",
        ],
    });
}

#[test]
fn a_day_stands_with_its_place_and_a_project_with_its_firm() {
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称/投资方,引资额（亿元）,签约时间及地点,协议类型\n\
             1,甲项目/上海某甲有限公司,2,2024年3月5日上海国际饭店,投资合同\n\
             2,乙项目/苏州某乙有限公司,2,\"2024年4月6日，深圳\",投资合同",
            &[],
        )],
        tables: &["签约 signing 1 2"],
        records: &[
            "project.name=甲项目 enterprise.name=上海某甲有限公司 agreement.sign_date=2024-03-05",
            "project.name=乙项目 enterprise.name=苏州某乙有限公司 agreement.sign_date=2024-04-06",
        ],
    });
}

#[test]
fn a_section_may_have_its_year_in_brackets() {
    check(&Stranger {
        file: "签约项目台账.xlsx",
        sheets: &[(
            "Sheet1",
            "某某县招商引资签约项目台账\n\
             序号,项目名称,投资方,引资额（亿元）,签约日期,协议类型\n\
             （2018年）\n\
             1,甲项目,甲公司,2,3月27日,投资合同\n\
             （2019年）\n\
             2,乙项目,乙公司,2,5月26日,投资合同",
            &["A1:F1"],
        )],
        tables: &["Sheet1 signing 2 2"],
        records: &[
            "agreement.sign_date=2018-03-27",
            "agreement.sign_date=2019-05-26",
        ],
    });
}

#[test]
fn instalments_stand_under_the_words_of_a_bank() {
    check(&Stranger {
        file: "2024年到位资金台账.xlsx",
        sheets: &[(
            "到位资金",
            "序号,资金到位项目,汇款单位,进资额（万元）,审核认定额（万元）,凭证日期,认定情况\n\
             1,甲项目,甲公司,200,180,2024年3月5日,认定\n\
             2,乙项目,乙公司,300,,2024年4月5日,退件",
            &[],
        )],
        tables: &["到位资金 payment 1 2"],
        records: &[
            "project.name=甲项目 payment.paid_in=2000000 payment.recognised_amount=1800000 payment.paid_date=2024-03-05",
            "project.name=乙项目 payment.state=returned",
        ],
    });
}

#[test]
fn works_are_being_built() {
    check(&Stranger {
        file: "2024年重点项目台账.xlsx",
        sheets: &[(
            "重点项目",
            "序号,工程项目名称,建设单位,总投资（亿元）,级别,建设状态\n\
             1,甲项目,甲公司,2,省级,建设中\n\
             2,乙项目,乙公司,3,市级,未开工",
            &[],
        )],
        tables: &["重点项目 key_project 1 2"],
        records: &[
            "project.name=甲项目 key_project.ledger_kind=building",
            "project.name=乙项目 key_project.ledger_kind=planned",
        ],
    });
}

#[test]
fn tabs_are_named_after_the_groups_that_go_out() {
    check(&Stranger {
        file: "驻点招商拜访记录.xlsx",
        sheets: &[
            (
                "2025年北京组",
                "青阳县2025年驻点招商拜访记录\n\
                 序号,拜访日期,对方单位,前往城市,洽谈内容,对方人员\n\
                 1,6月21-23日,某甲有限公司,天津,洽谈用地,张三",
                &[],
            ),
            (
                "2025年武汉组",
                "青阳县2025年驻点招商拜访记录\n\
                 序号,拜访日期,对方单位,前往城市,洽谈内容,对方人员\n\
                 1,7月2日,某乙有限公司,长沙,洽谈用地,李四",
                &[],
            ),
        ],
        tables: &["2025年北京组 visit 2 1", "2025年武汉组 visit 2 1"],
        records: &[
            "visit.resident_office=北京 visit.enterprise=某甲有限公司 visit.city=天津 visit.visit_date=2025-06-21 visit.end_date=2025-06-23",
            "visit.resident_office=武汉 visit.city=长沙",
        ],
    });
}

#[test]
fn the_last_day_of_a_visit_is_in_the_month_of_its_first() {
    check(&Stranger {
        file: "2024年招商对接活动台账.xlsx",
        sheets: &[(
            "拜访",
            "2024年招商对接活动台账\n\
             序号,拜访日期,拜访企业,洽谈内容,对方人员\n\
             五、6月（1次）\n\
             1,6月21-23日,某甲有限公司,洽谈用地,张三\n\
             六、7月（1次）\n\
             2,45474,某乙有限公司,洽谈用地,李四",
            &["A1:E1"],
        )],
        tables: &["拜访 visit 2 2"],
        records: &[
            "visit.visit_date=2024-06-21 visit.end_date=2024-06-23",
            "visit.visit_date=2024-07-01 visit.end_date=",
        ],
    });
}

#[test]
fn the_stage_says_which_works_a_project_is_of() {
    check(&Stranger {
        file: "2024年重点项目台账.xlsx",
        sheets: &[(
            "重点项目",
            "序号,项目全称,建设主体,估算总投资（亿元）,级别,当前阶段\n\
             1,甲项目,甲公司,2,省级,在建\n\
             2,乙项目,乙公司,3,市级,拟开工\n\
             3,丙项目,丙公司,3,市级,前期",
            &[],
        )],
        tables: &["重点项目 key_project 1 3"],
        records: &[
            "key_project.ledger_kind=building",
            "key_project.ledger_kind=planned",
            "key_project.ledger_kind=planned",
        ],
    });
}

#[test]
fn how_far_signing_came_says_the_kind_of_agreement() {
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,引资额（亿元）,签约时间,签订情况\n\
             1,甲项目,甲公司,2,2024年3月5日,签订投资协议\n\
             2,乙项目,乙公司,2,2024年3月6日,已签框架协议\n\
             3,丙项目,丙公司,2,2024年3月7日,达成意向",
            &[],
        )],
        tables: &["签约 signing 1 3"],
        records: &[
            "agreement.agreement_type=formal",
            "!agreement.agreement_type=framework",
            "!agreement.agreement_type=intent",
        ],
    });
}

#[test]
fn what_ends_beside_an_agreement_does_not_end_it() {
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,引资额（亿元）,签约时间,协议类型,备注,项目进展\n\
             1,甲项目,甲公司,2,2024年3月5日,投资合同,该项目为配套项目，原项目已终止,与银行解除质押，办理贷款\n\
             2,乙项目,乙公司,2,2024年3月6日,投资合同,与甲方签订正式合同，原框架协议同时废止,已解除土地查封\n\
             3,丙项目,丙公司,2,2024年3月7日,投资合同,企业承诺如未达产则解除合同,\n\
             4,丁项目,丁公司,2,2024年3月7日,投资合同,双方约定三年内不达标可终止合同,\n\
             5,戊项目,戊公司,2,2024年3月7日,投资合同,因用地未落实，已解除合同,",
            &[],
        )],
        tables: &["签约 signing 1 5"],
        records: &[
            "agreement.voided=",
            "agreement.voided=",
            "agreement.voided=",
            "agreement.voided=",
            "!agreement.voided=true",
        ],
    });
}

#[test]
fn what_was_found_says_whether_a_lead_is_effective() {
    check(&Stranger {
        file: "2024年招商线索台账.xlsx",
        sheets: &[
            (
                "1月",
                "2024年招商线索台账\n\
                 序号,企业名称,拟投资额（亿元）,报送时间,报送单位,线索来源,有效信息认定\n\
                 1,杭州甲能源有限公司,2,2024.1.5,招商一局,以商招商,有效\n\
                 2,宁波甲装备有限公司,3,2024.1.6,招商一局,以商招商,无效",
                &[],
            ),
            (
                "2月",
                "2024年招商线索台账\n\
                 序号,企业名称,拟投资额（亿元）,报送时间,报送单位,线索来源,认定结果\n\
                 1,杭州乙能源有限公司,2,2024.2.5,招商一局,以商招商,有效\n\
                 2,宁波乙装备有限公司,3,2024.2.6,招商一局,以商招商,无效",
                &[],
            ),
            (
                "3月",
                "2024年招商线索台账\n\
                 序号,企业名称,拟投资额（亿元）,报送时间,报送单位,线索来源,有效/无效\n\
                 1,杭州丙能源有限公司,2,2024.3.5,招商一局,以商招商,有效\n\
                 2,宁波丙装备有限公司,3,2024.3.6,招商一局,以商招商,无效",
                &[],
            ),
            (
                "4月",
                "2024年招商线索台账\n\
                 序号,企业名称,拟投资额（亿元）,报送时间,报送单位,线索来源,线索有效性认定\n\
                 1,杭州丁能源有限公司,2,2024.4.5,招商一局,以商招商,有效\n\
                 2,宁波丁装备有限公司,3,2024.4.6,招商一局,以商招商,无效",
                &[],
            ),
        ],
        tables: &[
            "1月 lead 2 2",
            "2月 lead 2 2",
            "3月 lead 2 2",
            "4月 lead 2 2",
        ],
        records: &[
            "lead.is_effective=true",
            "lead.is_effective=false",
            "lead.is_effective=true",
            "lead.is_effective=false",
            "lead.is_effective=true",
            "lead.is_effective=false",
            "lead.is_effective=true",
            "lead.is_effective=false",
        ],
    });
}
