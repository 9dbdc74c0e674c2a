//! Registers of payments, leads, visits and works in forms that offices use.

use super::{Stranger, check, musts};

#[test]
fn who_pays_is_no_firm_that_is_paid() {
    let stranger = Stranger {
        file: "2023年到位资金.xlsx",
        sheets: &[
            (
                "外资",
                "2023年度实际使用外资情况表,,,,\n\
                 企业名称,投资者名称,国别/地区,实际到账外资（万美元）,入账登记日期\n\
                 甲（齐州）工业有限公司,乙工业有限公司,德国,500,2023/11/6",
                &["A1:E1"],
            ),
            (
                "凭证",
                "到资凭证登记表,,,,,,\n\
                 登记日期,项目单位,汇出方户名,汇入方户名,金额（万元）,用途,凭证编号\n\
                 2023/3/15,丙（齐州）有限公司,丁装备有限公司,丙（齐州）有限公司,2000,投资款,PZ001",
                &["A1:G1"],
            ),
            (
                "构成",
                "2023年10月到位资金表,,,,\n\
                 单位：万元,,,,\n\
                 项目名称,投资方,到位资金,,\n\
                 ,,货币,实物,小计\n\
                 甲项目,甲公司,3000,500,3500\n\
                 乙项目,乙公司,800,0,800",
                &["A1:E1", "A2:E2", "A3:A4", "B3:B4", "C3:E3"],
            ),
            (
                "认定",
                "2023年到位资金（内资）认定表,,,,,,\n\
                 项目名称,投资企业名称,资金来源省份,申报到位额（万元）,认定到位额（万元）,资金到账时间,未认定原因\n\
                 甲项目,甲公司,上海市,3000,2800,2023.11.3,重复票据",
                &["A1:G1"],
            ),
        ],
        tables: &[
            "外资 payment 2 1",
            "凭证 payment 2 1",
            "构成 payment 3,4 2",
            "认定 payment 2 1",
        ],
        records: &[
            "project.name=甲（齐州）工业有限公司 payment.payer=乙工业有限公司 payment.paid_date=2023-11-06 payment.paid_in=5000000USD",
            "project.name=丙（齐州）有限公司 payment.payer=丁装备有限公司 payment.paid_date=2023-03-15 payment.paid_in=20000000 payment.fund_kind=other",
            "payment.paid_in=35000000",
            "payment.paid_in=8000000",
            "payment.recognised_amount=28000000 payment.exclusion_reason=重复票据 payment.note=资金来源省份：上海市",
        ],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), ["3 column_rate_missing 500"]);
}

#[test]
fn amounts_of_several_origins_are_named() {
    let stranger = Stranger {
        file: "2023年到位资金.xlsx",
        sheets: &[(
            "到位",
            "2023年1-12月到位资金情况表,,,,\n\
             项目名称,投资方,到位资金,,\n\
             ,,省外（万元）,省内县外（万元）,境外（万美元）\n\
             甲项目,甲公司,3000,500,\n\
             乙项目,乙公司,,,300",
            &["A1:E1", "A2:A3", "B2:B3", "C2:E2"],
        )],
        tables: &["到位 payment 2,3 2"],
        records: &["payment.paid_in=", "payment.paid_in="],
    };
    check(&stranger);
    let told = musts(&stranger);
    let named = "3 amounts_unread 到位资金▸省外（万元）、到位资金▸省内县外（万元）、到位资金▸境外（万美元）";
    assert!(told.iter().any(|one| one == named), "{told:?}");
}

#[test]
fn leads_are_registered_by_whoever_heard_of_them() {
    let stranger = Stranger {
        file: "2023年线索.xlsx",
        sheets: &[
            (
                "第三方",
                "2023年第三方招商线索统计,,,,,\n\
                 第三方机构,推荐企业,项目,金额,推荐时间,有效/无效\n\
                 北京咨询公司,甲公司,甲项目,8.6亿,2023年7月3日,有效",
                &["A1:F1"],
            ),
            (
                "线索库",
                "线索编码,录入日期,意向投资企业,拟投资项目,意向投资规模,国别（地区）,线索来源单位,备案有效期,备案审核意见\n\
                 XS1,2023-01-09,乙公司,乙项目,5亿元,德国,招商一局,2023-08-05,通过",
                &[],
            ),
            (
                "在谈",
                "2023年在谈项目情况表,,,,\n\
                 项目名称,意向投资方,拟投资（亿元）,洽谈时间,对接领导\n\
                 丙项目,丙公司,8.6,2023年7月起,李某",
                &["A1:E1"],
            ),
            (
                "目标企业",
                "高端装备产业链招商目标企业库,,,,\n\
                 产业链,缺失环节,目标企业名称,上年度营收（亿元）,对接状态\n\
                 高端装备,减速器,丁公司,12.5,已联系",
                &["A1:E1"],
            ),
        ],
        tables: &[
            "第三方 lead 2 1",
            "线索库 lead 1 1",
            "在谈 lead 2 1",
            "目标企业 lead 2 1",
        ],
        records: &[
            "lead.enterprise=甲公司 lead.introducer=北京咨询公司 lead.is_effective=true",
            "lead.reported_at=2023-01-09 lead.reporting_unit=招商一局 lead.source_region=德国 lead.valid_until=2023-08-05 lead.assessment=passed",
            "lead.reported_at=2023-07-01/month lead.contact_level= lead.note=对接领导：李某",
            "lead.chain_node=减速器 lead.planned_investment=",
        ],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), ["2 amounts_unread 金额"]);
}

#[test]
fn our_secretaries_are_no_contacts() {
    check(&Stranger {
        file: "在谈.xlsx",
        sheets: &[(
            "秘书",
            "项目秘书联系表（在谈项目）,,,,,,\n\
             项目名称,投资方,投资额（亿元）,项目秘书,,企业联络人,\n\
             ,,,姓名,手机,姓名,手机\n\
             甲项目,甲公司,8.6,周明,15400001001,陈总,15400001007\n\
             乙项目,乙公司,2.4,吴芳,15400001002,李总,",
            &["A1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2"],
        )],
        tables: &["秘书 lead 2,3 2"],
        records: &[
            "contact.name=陈总 contact.mobile=15400001007 lead.responsible_person=周明",
            "contact.name=李总 contact.mobile= lead.responsible_person=吴芳",
        ],
    });
}

#[test]
fn works_are_told_in_other_words() {
    let stranger = Stranger {
        file: "2023年重点项目.xlsx",
        sheets: &[
            (
                "亮牌",
                "2023年重点项目“红黄蓝”三色调度表,,,,,,\n\
                 单位：亿元,,,,,,\n\
                 亮牌,项目名称,级别,总投资,亮牌原因,整改措施,整改时限\n\
                 蓝牌,甲项目,市级,8.6,,,\n\
                 黄牌,乙项目,市级,15,进度滞后,增加力量,2023.11",
                &["A1:G1", "A2:G2"],
            ),
            (
                "新续",
                "2023年重点建设项目表,,,,,\n\
                 项目名称,级别,新/续,总投资（亿元）,责任主体,融资方式\n\
                 丙项目,省级,续,8.6,发改局,自筹\n\
                 丁项目,市级,新,15,工信局,贷款",
                &["A1:F1"],
            ),
            (
                "周报",
                "重点项目建设周报（2023年第45周）,,,,,,\n\
                 项目名称,级别,形象进度,年度累计（万元）,开累（万元）,秘书,未竣工原因\n\
                 戊项目,市级,四层,24000,52000,周明,资金",
                &["A1:G1"],
            ),
            (
                "开工",
                "2024年计划新开工重点项目清单,,,,,,\n\
                 单位：亿元,,,,,,\n\
                 项目名称,投资总额及资金来源,,前期要件,,拟开工月份,是否入库省重点\n\
                 ,总投资,来源,立项,用地,,\n\
                 己项目,8.6,企业自筹,√,×,3月,是\n\
                 庚项目,6,专项债,√,√,4月,否",
                &[
                    "A1:G1", "A2:G2", "A3:A4", "B3:C3", "D3:E3", "F3:F4", "G3:G4",
                ],
            ),
            (
                "名单",
                "2023年省市县重点项目名单,,,,\n\
                 单位：万元,,,,\n\
                 序号,层级,项目名称,总投资,建设性质\n\
                 ,省重点（1个）,,86000,\n\
                 1,省级,辛项目,86000,续建\n\
                 ,市重点（1个）,,150000,\n\
                 2,市级,壬项目,150000,前期",
                &["A1:E1", "A2:E2"],
            ),
        ],
        tables: &[
            "亮牌 key_project 3 2",
            "新续 key_project 2 2",
            "周报 key_project 2 1",
            "开工 key_project 3,4 2",
            "名单 key_project 3 2",
        ],
        records: &[
            "key_project.rag_status=green",
            "key_project.rag_status=yellow key_project.rag_reason=进度滞后 key_project.due_date=2023-11-01/month",
            "key_project.build_nature=continuing key_project.responsible_unit=发改局 key_project.funding_source=融资方式：自筹",
            "key_project.build_nature=new",
            "key_project.annual_completed_investment=240000000 key_project.cumulative_investment=520000000 key_project.service_officer=周明 key_project.issue=资金",
            "key_project.total_investment=860000000 key_project.key_level=province key_project.land_area= key_project.procedures=立项：√\n用地：×",
            "key_project.total_investment=600000000 key_project.key_level=",
            "key_project.build_nature=continuing",
            "key_project.build_nature=reserve",
        ],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), [""; 0]);
}

#[test]
fn visits_are_registered_with_whom_we_met() {
    let stranger = Stranger {
        file: "招商.xlsx",
        sheets: &[
            (
                "来访",
                "来访登记,,,,\n\
                 登记时间,来访单位名称,来访人,来访目的,接待人\n\
                 2023/9/1,甲公司,张总,考察厂房,周明",
                &["A1:E1"],
            ),
            (
                "周报",
                "驻上海招商小分队工作周报（9月18日-9月22日）,,,,\n\
                 日期,走访企业,见面人及职务,洽谈情况,下周安排\n\
                 9月18日,乙公司,陈总 董事长,介绍政策,邀请来访\n\
                 9月20日,丙公司,钱总 副总,参观,保持联系\n\
                 报送人：郑凯   2023.9.22,,,,",
                &["A1:E1", "A5:E5"],
            ),
            (
                "外出",
                "2023年外出招商活动登记表,,,,,\n\
                 日期,出访城市,带队领导,拜会企业,拜会企业负责人,项目线索\n\
                 2023.3.6,上海,李某,丁公司,陈总,零部件项目",
                &["A1:F1"],
            ),
        ],
        tables: &["来访 visit 2 1", "周报 visit 2 2", "外出 visit 2 1"],
        records: &[
            "visit.visit_date=2023-09-01 visit.enterprise=甲公司",
            "visit.visit_date=2023-09-18 visit.follow_up=邀请来访",
            "visit.visit_date=2023-09-20 visit.follow_up=保持联系",
            "visit.enterprise=丁公司 visit.their_people=陈总 visit.responsible_person=",
        ],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), [""; 0]);
}

#[test]
fn numbers_and_addresses_stand_in_one_cell() {
    check(&Stranger {
        file: "2023年线索.xlsx",
        sheets: &[
            (
                "职务",
                "招商线索月报（2023年9月）,,,,\n\
                 企业全称,投资额,推送日期,企业对接人,职务/电话\n\
                 甲公司,8.6亿,2023.9.6,陈总,董事长/15400001001",
                &["A1:E1"],
            ),
            (
                "邮箱",
                "进博会对接线索表（2023年11月）,,,,\n\
                 对接企业,国别（地区）,意向金额,对方联系人,邮箱/电话\n\
                 乙公司,德国,3亿元,Mr. Klein,klein@example.com\n\
                 丙公司,中国,1亿元,张总,zhang@example.com/15400001010",
                &["A1:E1"],
            ),
        ],
        tables: &["职务 lead 2 1", "邮箱 lead 2 2"],
        records: &[
            "contact.name=陈总 contact.duty=董事长 contact.mobile=15400001001",
            "contact.name=Mr._Klein contact.mobile= contact.note=klein@example.com",
            "contact.name=张总 contact.mobile=15400001010 contact.note=zhang@example.com",
        ],
    });
}

#[test]
fn further_visits_of_a_row_are_told() {
    let stranger = Stranger {
        file: "2023年客商.xlsx",
        sheets: &[(
            "对接",
            "2023年重点客商对接跟踪表,,,,\n\
             企业名称,第一次拜访时间,第二次拜访时间,对接人,进展\n\
             甲公司,2023.3.1,2023.5.2,周明,洽谈",
            &["A1:E1"],
        )],
        tables: &["对接 visit 2 1"],
        records: &["visit.visit_date=2023-03-01"],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), ["2 visits_unread 第二次拜访时间"]);
}

#[test]
fn what_came_to_an_end_had_been_agreed_on() {
    check(&Stranger {
        file: "2023年退出.xlsx",
        sheets: &[(
            "退出",
            "2023年招商引资项目退出（终止）清单,,,,,\n\
             项目名称,投资方,原签约时间,原签约金额（亿元）,退出原因,退出时间\n\
             甲项目,甲公司,2023.2.3,8.6,资金链断裂,2023.10.9",
            &["A1:F1"],
        )],
        tables: &["退出 signing 2 1"],
        records: &[
            "!agreement.sign_date=2023-02-03 agreement.contract_total=860000000 agreement.void_reason=资金链断裂 agreement.void_date=2023-10-09",
        ],
    });
}

#[test]
fn an_investment_in_the_statistics_is_no_contract() {
    check(&Stranger {
        file: "2023年项目.xlsx",
        sheets: &[(
            "入库",
            "2023年招商引资项目固投入库情况,,,,,\n\
             项目名称,签约时间,计划总投资（亿元）,入库时间,入库投资额（亿元）,投资方所在省\n\
             甲项目,2023.1.16,8.6,2023.3,6,浙江",
            &["A1:F1"],
        )],
        tables: &["入库 signing 2 1"],
        records: &[
            "project.total_investment=860000000 agreement.contract_total= project.source_region=浙江",
        ],
    });
}

#[test]
fn what_was_reported_is_checked() {
    check(&Stranger {
        file: "2023年三季度到位资金.xlsx",
        sheets: &[(
            "核查",
            "2023年三季度招商引资到位资金核查结果,,,,\n\
             单位：万元,,,,\n\
             序号,项目,自报数,核查数,核减原因\n\
             1,甲项目,5000,4800,发票重复\n\
             2,乙项目,2000,2000,",
            &["A1:E1", "A2:E2"],
        )],
        tables: &["核查 payment 3 2"],
        records: &[
            "payment.paid_in=50000000 payment.recognised_amount=48000000 payment.exclusion_reason=发票重复",
            "payment.paid_in=20000000 payment.recognised_amount=20000000",
        ],
    });
}

#[test]
fn a_note_says_of_what_the_day_is() {
    check(&Stranger {
        file: "2023年转化.xlsx",
        sheets: &[(
            "转化",
            "2023年招商项目转化台账,,,,,\n\
             项目名称,签约,,开工,投产,\n\
             ,时间,金额（亿元）,时间,是否,时间\n\
             甲项目,2023.2.9,2.4,2023.6,是,2023.12",
            &["A1:F1", "A2:A3", "B2:C2", "E2:F2"],
        )],
        tables: &["转化 signing 2,3 1"],
        records: &["project.note=开工时间：2023.6\n投产时间：2023.12"],
    });
}

#[test]
fn who_may_invest_is_named_where_the_project_would_be() {
    check(&Stranger {
        file: "2024年招商线索.xlsx",
        sheets: &[(
            "线索",
            "2024年招商线索台账\n\
             序号,企业（项目）名称,投资额（亿元）,首报时间,线索提供渠道,是否有效\n\
             1,苏州甲科技有限公司,3,2024-3-1,第三方机构,有效\n\
             2,电机生产项目,2,2024-4-1,以商招商,失效",
            &[],
        )],
        tables: &["线索 lead 2 2"],
        records: &[
            "lead.enterprise=苏州甲科技有限公司 lead.lead_source=via_third_party lead.is_effective=true",
            "lead.enterprise= lead.name=电机生产项目 lead.lead_source=via_business lead.is_effective=false",
        ],
    });
}

#[test]
fn what_is_to_be_built_or_is_used_by_the_zone_is_let_to_nobody() {
    check(&Stranger {
        file: "2024年标准厂房.xlsx",
        sheets: &[(
            "厂房",
            "东园标准厂房台账\n\
             楼栋,建筑面积（㎡）,承租企业,租赁面积（㎡）,备注\n\
             1号楼,3000,园区管委会自用,3000,\n\
             2号楼,2000,甲公司,2000,\n\
             3号楼,4000,,,预计2025年6月竣工\n\
             4号楼,4000,,,主体已封顶",
            &[],
        )],
        tables: &["厂房 factory_unit 2 4"],
        records: &[
            "factory_unit.state=own_use lease.leased_area=",
            "lease.tenant=甲公司 lease.leased_area=2000sqm",
            "!factory_unit.state=building",
            "!factory_unit.state=building",
        ],
    });
}
