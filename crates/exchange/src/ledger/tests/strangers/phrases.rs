//! Headings in words that stand in no list.

use super::{Stranger, check};

#[test]
fn a_signing_ledger_in_other_words() {
    check(&Stranger {
        file: "招商引资签约项目.xlsx",
        sheets: &[(
            "签约",
            "2024年1—9月签约项目统计表\n\
             填报单位（盖章）：,,,,,,单位：亿元、亩\n\
             项目名称,投资商名称,签约年月,协议引进市外资金额,规划用地,首席服务官,合同文本类型\n\
             甲项目,甲公司,202401,2.5,50,张三,正式合同\n\
             乙项目,乙公司,元月8日,1,33333㎡,李四,意向协议\n\
             负责人：张某,,审核人：李某,,填报人：王某",
            &["A1:G1"],
        )],
        tables: &["签约 signing 3 2"],
        records: &[
            "enterprise.name=甲公司 agreement.sign_date=2024-01-01/month agreement.contract_capital=250000000 project.land_area=50mu project.service_officer=张三",
            "!agreement.sign_date=2024-01-08 project.land_area=33333sqm agreement.agreement_type=intent",
        ],
    });
}

#[test]
fn a_word_says_as_much_as_the_values_below_it() {
    check(&Stranger {
        file: "2024年签约.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目\n\
             项目,企业,合同额（万元）,日期,类别,性质\n\
             甲项目,甲公司,12000,3.15,投资合同,内资\n\
             乙项目,乙公司,8000,2024/4/7,框架协议,外资",
            &[],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "agreement.contract_total=120000000 agreement.sign_date=2024-03-15 agreement.agreement_type=formal",
            "!agreement.sign_date=2024-04-07 agreement.agreement_type=framework",
        ],
    });
}

#[test]
fn leads_visits_and_leases_in_other_words() {
    check(&Stranger {
        file: "合集2024.xlsx",
        sheets: &[
            (
                "目标企业",
                "电梯产业链招商目标企业清单\n\
                 产业链环节,目标企业名称,总部所在地,对接部门,对接进展,下一步工作\n\
                 曳引机,甲电机公司,浙江宁波,招商一局,已拜访,邀请来访",
                &[],
            ),
            (
                "周报",
                "外出招商周报表（2024年3月4日-3月8日）\n\
                 组别：长三角组,,,,带队领导：王局长\n\
                 日期,城市,拜访单位,对接人员,随行人员,拜访情况,后续措施\n\
                 3月5日上午,上海,甲公司,张三 董事长,赵一,介绍园区,寄送资料",
                &[],
            ),
            (
                "租户",
                "园区企业租赁台账\n\
                 企业名称,厂房位置,面积（平米）,合同起止时间,年租金（万元）,欠缴租金（万元）\n\
                 甲公司,A1栋2层,1500,2023.1.1-2025.12.31,21.6,0",
                &[],
            ),
        ],
        tables: &["目标企业 lead 2 1", "周报 visit 3 1", "租户 lease 2 1"],
        records: &[
            "lead.enterprise=甲电机公司 lead.chain_node=曳引机 lead.source_region=浙江宁波 lead.reporting_unit=招商一局 lead.progress=已拜访 lead.next_step=邀请来访",
            "visit.visit_date=2024-03-05 visit.city=上海 visit.our_people=赵一 visit.follow_up=寄送资料",
            "lease.tenant=甲公司 factory_unit.name=A1栋2层 lease.start_date=2023-01-01 lease.end_date=2025-12-31 lease.annual_rent=216000",
        ],
    });
}

#[test]
fn a_heading_that_denies_a_thing_does_not_name_it() {
    check(&Stranger {
        file: "合集2024.xlsx",
        sheets: &[
            (
                "厂房",
                "标准厂房台账\n\
                 园区,楼栋,建筑面积（㎡）,意向承租方,未出租面积（㎡）\n\
                 甲园,1#,5000,甲公司,5000\n\
                 甲园,2#,6000,,6000",
                &[],
            ),
            (
                "到资",
                "到位资金台账\n\
                 项目名称,企业名称,到位时间,到位资金（万元）,未认定金额（万元）,拟认定金额（万元）\n\
                 甲项目,甲公司,2024-03-05,500,100,400",
                &[],
            ),
            (
                "签约",
                "签约项目台账\n\
                 项目名称,投资方,签约时间,总投资（亿元）,非固定资产投资（亿元）,需地面积（亩）,落地公司\n\
                 甲项目,甲公司,2024-03-05,5,1,20,甲（某某）公司",
                &[],
            ),
            (
                "在建",
                "重点项目台账\n\
                 项目名称,总投资（亿元）,年度计划投资（亿元）,未完成投资（亿元）,形象进度\n\
                 甲项目,5,3,1,主体施工",
                &[],
            ),
        ],
        tables: &[
            "厂房 factory_unit 2 2",
            "到资 payment 2 1",
            "签约 signing 2 1",
            "在建 key_project 2 1",
        ],
        records: &[
            "factory_unit.vacant_area=5000sqm lease.tenant= lease.leased_area=",
            "factory_unit.vacant_area=6000sqm lease.leased_area=",
            "payment.paid_in=5000000 payment.recognised_amount=",
            "agreement.fixed_investment= project.land_area=20mu project.project_company=甲（某某）公司",
            "key_project.annual_plan_investment=300000000 key_project.annual_completed_investment=",
        ],
    });
}
