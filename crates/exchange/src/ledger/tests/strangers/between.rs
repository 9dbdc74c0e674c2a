//! Ledgers whose rows mean what stands between them says: sections, counts,
//! second headings, units and currencies of their own.

use super::{Stranger, check};

#[test]
fn sections_say_what_kind_of_agreement_follows() {
    check(&Stranger {
        file: "签约汇总2024.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目汇总表\n\
             序号,项目名称,投资方,合同利用资金（亿元）,签约时间,责任单位\n\
             一、正式签约项目（2个）\n\
             1,甲导轨项目,甲公司,1.5,2024-1-8,一局\n\
             2,乙导轨项目,乙公司,0.6,2024-2-8,一局\n\
             小计,,,2.1\n\
             二、框架协议项目（1个）\n\
             1,丁导轨项目,丁公司,5,2024-4-8,一局\n\
             三、意向项目（1个）\n\
             1,戊导轨项目,戊公司,3,2024-5-8,二局",
            &[],
        )],
        tables: &["签约 signing 2 4"],
        records: &[
            "agreement.agreement_type=formal agreement.contract_capital=150000000",
            "agreement.agreement_type=formal agreement.contract_capital=60000000",
            "!agreement.agreement_type=framework agreement.contract_capital=500000000",
            "!agreement.agreement_type=intent agreement.contract_capital=300000000",
        ],
    });
}

#[test]
fn a_count_in_the_place_of_a_name_is_no_project() {
    check(&Stranger {
        file: "各乡镇签约.xlsx",
        sheets: &[(
            "签约",
            "2024年各乡镇签约（万元）\n\
             乡镇,项目名称,投资方,合同利用资金,签约时间\n\
             全县,3个,,16500\n\
             河东镇,2个,,9500\n\
             ,甲厂项目,甲公司,4000,2024-2-1\n\
             ,乙厂项目,乙公司,5500,2024-2-2\n\
             河西镇,1个,,7000\n\
             ,丙厂项目,丙公司,7000,2024-2-3",
            &[],
        )],
        tables: &["签约 signing 2 3"],
        records: &[
            "project.name=甲厂项目 agreement.responsible_unit=河东镇",
            "project.name=乙厂项目 agreement.responsible_unit=河东镇",
            "project.name=丙厂项目 agreement.responsible_unit=河西镇",
        ],
    });
}

#[test]
fn a_second_table_of_the_same_kind_has_headings_of_its_own() {
    check(&Stranger {
        file: "重点项目台账.xlsx",
        sheets: &[(
            "台账",
            "2024年重点项目\n\
             一、在建项目（单位：亿元）\n\
             序号,项目名称,建设单位,总投资,级别,性质,累计完成投资\n\
             1,甲项目,甲公司,1.5,省级,续建,0.8\n\
             2,乙项目,乙公司,3,市级,新建,0.5\n\
             小计,,,4.5\n\
             \n\
             二、拟建项目（单位：万元）\n\
             序号,项目名称,投资主体,总投资,级别,计划开工时间,前期手续\n\
             1,丙项目,丙公司,25000,县级,2024年9月,备案",
            &[],
        )],
        tables: &["台账 key_project 3 2", "台账 key_project 8 1"],
        records: &[
            "key_project.total_investment=150000000 key_project.ledger_kind=building key_project.build_nature=continuing",
            "key_project.total_investment=300000000 key_project.build_nature=new",
            "key_project.total_investment=250000000 key_project.ledger_kind=planned key_project.planned_start_date=2024-09-01/month key_project.key_level=county",
        ],
    });
}

#[test]
fn sheets_of_projects_that_go_on_and_begin() {
    check(&Stranger {
        file: "重点项目2024.xlsx",
        sheets: &[
            (
                "续建项目",
                "序号,名称,业主单位,总投资（万元）,重点级别,形象进度\n1,甲项目,甲公司,15000,省,主体",
                &[],
            ),
            (
                "新建项目",
                "序号,名称,业主单位,总投资（万元）,重点级别,形象进度\n1,乙项目,乙公司,25000,市,基础",
                &[],
            ),
        ],
        tables: &["续建项目 key_project 1 1", "新建项目 key_project 1 1"],
        records: &[
            "key_project.build_nature=continuing key_project.key_level=province",
            "key_project.build_nature=new key_project.key_level=city",
        ],
    });
}

#[test]
fn an_amount_in_ten_thousands_is_of_the_row_s_currency() {
    check(&Stranger {
        file: "到位资金2024.xlsx",
        sheets: &[(
            "明细",
            "到位资金明细表（2024年）\n\
             项目,付款方,金额,币种,汇率,到账日,银行回单号\n\
             甲项目,甲公司,200万,美元,7.1,2024.3.1,HD001\n\
             乙项目,乙公司,1500万,人民币,,2024.4.1,HD002",
            &[],
        )],
        tables: &["明细 payment 2 2"],
        records: &[
            "payment.paid_in=2000000USD payment.paid_date=2024-03-01",
            "payment.paid_in=15000000",
        ],
    });
}

#[test]
fn contract_amounts_under_capital_are_capital() {
    check(&Stranger {
        file: "推进台账2024.xlsx",
        sheets: &[(
            "台账",
            "序号,基本情况,,投资情况（单位：万元）,,,签约情况,\n\
             ,项目名称,投资方,总投资,,引资,时间,类型\n\
             ,,,总额,其中固投,合同额,,\n\
             1,甲项目,甲公司,9000,6000,8000,2024.1.5,正式投资合同",
            &["A1:A3", "B1:C1", "D1:F1", "G1:H1", "D2:E2"],
        )],
        tables: &["台账 signing 1,2,3 1"],
        records: &[
            "project.total_investment=90000000 agreement.fixed_investment=60000000 agreement.contract_capital=80000000",
        ],
    });
}

#[test]
fn year_and_month_in_columns_without_a_name_above() {
    check(&Stranger {
        file: "项目库.xlsx",
        sheets: &[(
            "库",
            "签约项目库（万元）\n\
             年度,月份,项目名称,投资方,合同利用资金,合同性质\n\
             2023,12,甲项目,甲公司,5000,投资合同\n\
             2024,1,乙项目,乙公司,6000,投资合同\n\
             ,10,丙项目,丙公司,7000,投资合同",
            &["A4:A5"],
        )],
        tables: &["库 signing 2 3"],
        records: &[
            "agreement.sign_date=2023-12-01/month",
            "agreement.sign_date=2024-01-01/month",
            "agreement.sign_date=2024-10-01/month",
        ],
    });
}

#[test]
fn a_row_of_units_and_a_sentence_of_sums_are_no_records() {
    check(&Stranger {
        file: "招商信息2024.xlsx",
        sheets: &[
            (
                "签约",
                "序号,项目名称,投资方,合同利用资金,占地,签约时间\n\
                 ,,,亿元,亩,年/月/日\n\
                 1,甲项目,甲公司,1.2,30,2024/2/1\n\
                 2,乙项目,乙公司,0.8,,2024/3/1",
                &[],
            ),
            (
                "线索",
                "信息编号,报送日期,企业全称,拟投项目,投资意向（亿元）,是否有效信息\n\
                 SN-01,4月8日,丙公司,控制柜,1.2,有效\n\
                 本季度共1条，有效1条",
                &[],
            ),
        ],
        tables: &["签约 signing 1,2 2", "线索 lead 1 1"],
        records: &[
            "agreement.contract_capital=120000000 project.land_area=30mu agreement.sign_date=2024-02-01",
            "agreement.contract_capital=80000000 agreement.sign_date=2024-03-01",
            "lead.planned_investment=120000000 lead.is_effective=true",
        ],
    });
}

#[test]
fn what_nobody_sees_makes_no_other_name() {
    check(&Stranger {
        file: "签约2024.xlsx",
        sheets: &[(
            "签约",
            "项目名称,投资方,合同利用资金（万元）,签约时间,协议类型\n\
             甲项目,甲\u{200b}有限公司,\u{feff}8000\u{a0},2024\u{200b}-2-5,投资合同\n\
             乙\u{ad}项目,\u{202a}甲有限公司\u{202c},9000,2024-2-6,投资合同",
            &[],
        )],
        tables: &["签约 signing 1 2"],
        records: &[
            "enterprise.name=甲有限公司 agreement.contract_capital=80000000 agreement.sign_date=2024-02-05",
            "project.name=乙项目 enterprise.name=甲有限公司",
        ],
    });
}
