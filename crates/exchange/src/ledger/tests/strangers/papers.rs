//! Tables as the papers of offices have them: units, states and days where
//! forms in use put them.

use super::{Stranger, check};

#[test]
fn a_line_goes_on_behind_its_unit() {
    check(&Stranger {
        file: "情况表.xlsx",
        sheets: &[
            (
                "甲",
                "单位：万元                    2023年11月5日\n\
                 序号,项目名称,投资商,合同签订时间,引资额\n\
                 1,甲项目,甲公司,2023-03-08,12500",
                &["A1:E1"],
            ),
            (
                "乙",
                "填报单位（盖章）：招商局    单位：万元    填报时间：2023年10月8日\n\
                 序号,项目名称,投资商,合同签订时间,引资额\n\
                 1,乙项目,乙公司,2023-03-09,12500",
                &["A1:E1"],
            ),
            (
                "丙",
                "金额单位：亿元  填报人：张三\n\
                 序号,项目名称,投资商,合同签订时间,引资额\n\
                 1,丙项目,丙公司,2023-03-10,1.25",
                &["A1:E1"],
            ),
            (
                "丁",
                "单位：万元 截至2023年10月\n\
                 序号,项目名称,投资商,合同签订时间,引资额\n\
                 1,丁项目,丁公司,2023-03-11,12500",
                &["A1:E1"],
            ),
        ],
        tables: &[
            "甲 signing 2 1",
            "乙 signing 2 1",
            "丙 signing 2 1",
            "丁 signing 2 1",
        ],
        records: &[
            "agreement.contract_capital=125000000 agreement.sign_date=2023-03-08",
            "agreement.contract_capital=125000000 agreement.sign_date=2023-03-09",
            "agreement.contract_capital=125000000 agreement.sign_date=2023-03-10",
            "agreement.contract_capital=125000000 agreement.sign_date=2023-03-11",
        ],
    });
}

#[test]
fn days_of_signing_make_agreements_whatever_else_is_asked() {
    check(&Stranger {
        file: "附件2.xlsx",
        sheets: &[
            (
                "Sheet1",
                "项目编码,项目名称,投资方名称,总投资（亿元）,项目简介,项目进度,签约日期,项目来源\n\
                 TZ001,甲项目,甲公司,12.5,建设厂房,已注册,2023-03-08,自行接洽\n\
                 TZ002,乙项目,乙公司,3.2,建设厂房,已签约,2023-04-08,自行接洽",
                &[],
            ),
            (
                "Sheet2",
                "项目名称,投资方名称,签约日期,总投资（亿元）,项目进度\n\
                 丙项目,丙公司,2023-03-08,12.5,已注册\n\
                 丁项目,丁公司,2023-04-08,3.2,已签约",
                &[],
            ),
            (
                "Sheet3",
                "项目编号,项目名称,投资方,产业链,投资额（亿元）,招引阶段,,建设阶段,项目专员,当前状态\n\
                 ,,,,,首次接洽,签约,开工,,\n\
                 QZ01,戊项目,戊公司,高端装备,12.5,2022-10-01,2023-03-08,2023-09-01,张伟,在建\n\
                 QZ02,己项目,己公司,电梯,3.2,2022-11-01,2023-04-08,,李娜,签约",
                &[
                    "A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:G1", "I1:I2", "J1:J2",
                ],
            ),
        ],
        tables: &[
            "Sheet1 signing 1 2",
            "Sheet2 signing 1 2",
            "Sheet3 signing 1,2 2",
        ],
        records: &[
            "project.name=甲项目 agreement.sign_date=2023-03-08",
            "project.name=乙项目 agreement.sign_date=2023-04-08",
            "project.name=丙项目 agreement.sign_date=2023-03-08",
            "project.name=丁项目 agreement.sign_date=2023-04-08",
            "project.name=戊项目 agreement.sign_date=2023-03-08",
            "project.name=己项目 agreement.sign_date=2023-04-08",
        ],
    });
}

#[test]
fn what_is_built_is_no_lead_whatever_the_list_is_called() {
    check(&Stranger {
        file: "招商项目信息表.xlsx",
        sheets: &[(
            "Sheet1",
            "招商项目信息表\n\
             项目名称,项目编号,项目状态,投资方,投资金额,开工时间,竣工时间,行业方向,固定资产投资\n\
             甲项目,P001,已竣工,甲公司,12.5亿元,2022-03-01,2023-12-01,装备,6亿元\n\
             乙项目,P002,已开工,乙公司,3.2亿元,2023-03-01,,装备,1亿元",
            &["A1:I1"],
        )],
        tables: &["Sheet1 key_project 2 2"],
        records: &[
            "project.name=甲项目 key_project.completion_date=2023-12-01 key_project.ledger_kind=finished",
            "project.name=乙项目 key_project.start_date=2023-03-01 key_project.ledger_kind=building",
        ],
    });
}

#[test]
fn projects_in_talks_are_no_agreements_for_their_amounts() {
    check(&Stranger {
        file: "附件.xlsx",
        sheets: &[(
            "Sheet1",
            "外资在谈项目（半年有望）\n\
             项目名称,外方投资方,投资国别,投资总额（万元）,合同外资额（万美元）,项目简介,拟落地时间\n\
             甲项目,德国博朗特工业有限公司,德国,125000,1500,生产精密部件,2024-03-01",
            &["A1:G1"],
        )],
        tables: &["Sheet1 lead 2 1"],
        records: &["lead.name=甲项目 lead.enterprise=德国博朗特工业有限公司"],
    });
}

#[test]
fn works_may_be_known_by_their_firms() {
    check(&Stranger {
        file: "附件3.xlsx",
        sheets: &[
            (
                "Sheet1",
                "2023年新开工重点项目一览表\n\
                 序号,引荐单位,外来投资方名称,总投资额[亿元],项目建设内容,产业类别,开工时间\n\
                 1,市经信委,甲股份有限公司,12.5,厂房3万平方米,工业,2023-03-05\n\
                 2,市商务委,乙股份有限公司,3.2,厂房1万平方米,工业,2023-05-05",
                &["A1:G1"],
            ),
            (
                "Sheet2",
                "2023年度工业项目开工、竣工情况汇总表\n\
                 序号,企业（项目）名称,总投资（万元）,实际开工日期,实际竣工日期,是否入库\n\
                 1,丙项目,125000,2022-03-05,2023-08-18,是\n\
                 2,丁有限公司,32000,2023-03-05,,是",
                &["A1:F1"],
            ),
            (
                "Sheet3",
                "市重点项目明细表\n\
                 投资方,统计库中登记的项目名称,建设规模及主要内容,实际开工时间,年度计划投资（万元）\n\
                 戊有限公司,戊项目,新建厂房,2023-03-15,5000",
                &["A1:E1"],
            ),
        ],
        tables: &[
            "Sheet1 key_project 2 2",
            "Sheet2 key_project 2 2",
            "Sheet3 key_project 2 1",
        ],
        records: &[
            "project.name=甲股份有限公司 key_project.start_date=2023-03-05",
            "project.name=乙股份有限公司 key_project.start_date=2023-05-05",
            "project.name=丙项目 key_project.completion_date=2023-08-18",
            "project.name=丁有限公司 project.project_company=丁有限公司",
            "project.name=戊项目 key_project.annual_plan_investment=50000000",
        ],
    });
}

#[test]
fn what_a_firm_signs_is_told_apart_where_nothing_names_the_projects() {
    check(&Stranger {
        file: "2026年招商引资签约情况.xlsx",
        sheets: &[(
            "Sheet1",
            "2026年招商引资签约情况（单位：亿元）\n\
             序号,企业名称,投资额,利用资金,签约日期,协议类型\n\
             1,甲重工有限公司,3,2.5,2026-03-01,正式投资合同\n\
             2,乙轻工有限公司,2,1.5,2026-04-01,正式投资合同\n\
             3,甲重工有限公司,5,4.2,2026-08-01,正式投资合同\n\
             4,甲重工有限公司,6,5.2,2026-08-01,正式投资合同\n\
             5,甲重工有限公司,3,2.5,2026-09-01,正式投资合同\n\
             6,甲重工有限公司,1,1,2026-10-01,补充协议",
            &["A1:F1"],
        )],
        tables: &["Sheet1 signing 2 6"],
        records: &[
            "project.name=甲重工有限公司 agreement.contract_capital=250000000",
            "project.name=乙轻工有限公司 agreement.contract_capital=150000000",
            "project.name=甲重工有限公司（2026年8月1日） agreement.contract_capital=420000000",
            "project.name=甲重工有限公司（第3个） agreement.contract_capital=520000000",
            "project.name=甲重工有限公司 agreement.contract_capital=250000000",
            "!project.name=甲重工有限公司 agreement.agreement_type=supplement",
        ],
    });
}

#[test]
fn a_label_in_front_of_an_office_is_none_of_its_name() {
    check(&Stranger {
        file: "线索.xlsx",
        sheets: &[
            (
                "甲",
                "2026年招商线索汇总表\n\
                 报送单位：驻上海招商组      填报时间：2026年3月\n\
                 序号,线索来源,企业名称,拟投资额（亿元）,首报时间,联系人,联系方式\n\
                 1,驻点招商,甲示例公司,1,1月2日,,孔工 微信 kg12345\n\
                 2,驻点招商,乙示例公司,2,2月2日,,孔工",
                &["A1:G1", "A2:G2"],
            ),
            (
                "乙",
                "2026年招商线索汇总表\n\
                 报送单位：各驻点招商组\n\
                 序号,线索来源,企业名称,拟投资额（亿元）,首报时间\n\
                 1,驻点招商,丙示例公司,1,1月2日",
                &["A1:E1", "A2:E2"],
            ),
        ],
        tables: &["甲 lead 3 2", "乙 lead 3 1"],
        records: &[
            "lead.reporting_unit=上海 contact.name=孔工 contact.wechat=kg12345 contact.mobile=",
            "lead.reporting_unit=上海 contact.name=孔工 contact.wechat= contact.mobile=",
            "lead.reporting_unit= lead.enterprise=丙示例公司",
        ],
    });
}

#[test]
fn foreign_amounts_are_in_the_foreign_unit_of_the_line() {
    check(&Stranger {
        file: "附件5.xlsx",
        sheets: &[
            (
                "甲",
                "2023年到位资金情况表\n\
                 单位：万元、万美元\n\
                 项目名称,投资方,到位时间,到位资金,\n\
                 ,,,内资,外资\n\
                 甲项目,甲公司,2023.3.1,3000,\n\
                 乙项目,德国乙有限公司,2023.6.1,,300",
                &["A1:E1", "A2:E2", "A3:A4", "B3:B4", "C3:C4", "D3:E3"],
            ),
            (
                "乙",
                "2023年签约外资项目表\n\
                 单位：亿元、万美元\n\
                 项目名称,外方投资者,签约日期,投资总额,合同外资\n\
                 丙项目,德国丙有限公司,2023.6.8,2.1,1500",
                &["A1:E1", "A2:E2"],
            ),
        ],
        tables: &["甲 payment 3,4 2", "乙 signing 3 1"],
        records: &[
            "payment.paid_in=30000000 payment.paid_date=2023-03-01",
            "payment.paid_in=3000000USD payment.paid_date=2023-06-01",
            "agreement.contract_capital=15000000USD agreement.sign_date=2023-06-08",
        ],
    });
}

#[test]
fn the_day_of_the_formal_contract_is_that_of_signing() {
    check(&Stranger {
        file: "附件6.xlsx",
        sheets: &[
            (
                "甲",
                "项目名称,投资方,框架协议签订时间,正式合同签订时间,引资额（亿元）\n\
                 甲项目,甲公司,2022.12.1,2023.3.2,8\n\
                 乙项目,乙公司,2023.4.1,,2",
                &[],
            ),
            (
                "乙",
                "齐州县2023年第四季度重大项目集中签约仪式\n\
                 （2023年11月28日）\n\
                 签约项目,甲方,乙方,投资金额\n\
                 丙项目,管委会,丙公司,8.6亿元",
                &["A1:D1", "A2:D2"],
            ),
        ],
        tables: &["甲 signing 1 2", "乙 signing 3 1"],
        records: &[
            "agreement.sign_date=2023-03-02 agreement.contract_capital=800000000",
            "agreement.sign_date= agreement.contract_capital=200000000",
            "agreement.sign_date=2023-11-28",
        ],
    });
}

#[test]
fn a_title_says_levels_of_projects_alone_and_begins_as_many_as_it_ends() {
    check(&Stranger {
        file: "附件7.xlsx",
        sheets: &[
            (
                "甲",
                "2023年县级领导包联重点项目进展情况表\n\
                 项目名称,总投资（亿元）,开工时间,形象进度\n\
                 甲项目,8.6,2023.3,主体施工",
                &["A1:D1"],
            ),
            (
                "乙",
                "省级以上开发区重点项目表\n\
                 项目名称,总投资（亿元）,开工时间,形象进度\n\
                 乙项目,8.6,2023.3,主体施工",
                &["A1:D1"],
            ),
            (
                "丙",
                "2023年市级重点项目开竣工情况表\n\
                 项目名称,总投资（亿元）,开工时间,竣工时间,形象进度\n\
                 丙项目,8.6,2023.3,,主体施工",
                &["A1:E1"],
            ),
        ],
        tables: &[
            "甲 key_project 2 1",
            "乙 key_project 2 1",
            "丙 key_project 2 1",
        ],
        records: &[
            "key_project.key_level= key_project.ledger_kind=building",
            "key_project.key_level= key_project.ledger_kind=building",
            "key_project.key_level=city key_project.ledger_kind=building",
        ],
    });
}

#[test]
fn a_wide_table_is_known_by_many_columns_whatever_the_rest() {
    check(&Stranger {
        file: "07.xlsx",
        sheets: &[(
            "Sheet1",
            "项目名称,行业大类,外方投资方,中方投资方,投资国别,其他国别,投资总额（万元）,注册资本（万元）,合同外资额（万美元）,项目简介,落地时间,是否为地区总部,是否为研发中心,年纳税总额（万元）,年进出口（万元）,带动就业,推进部门,填报人,联系电话\n\
             甲项目,制造业,德国甲有限公司,,德国,,125000,5000,1500,生产精密部件,2023-03-01,否,否,100,0,30,招商一局,张三,0531-1",
            &[],
        )],
        tables: &["Sheet1 signing 1 1"],
        records: &["project.name=甲项目 agreement.contract_capital=15000000USD"],
    });
}

#[test]
fn projects_that_are_sought_have_no_level_of_their_county() {
    check(&Stranger {
        file: "周调度.xlsx",
        sheets: &[(
            "Sheet1",
            "全县重点招商项目周调度表（第36周）\n\
             序号,项目名称,投资规模（亿元）,包抓领导,责任单位,本周进展,存在问题\n\
             1,甲项目,12.5,李县长,招商局,正在洽谈协议条款,无",
            &["A1:G1"],
        )],
        tables: &["Sheet1 key_project 2 1"],
        records: &["project.name=甲项目 key_project.key_level="],
    });
}
