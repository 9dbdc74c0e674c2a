//! Ledgers in which a word stands for more than its own cell: rates in lines,
//! levels as columns of marks, units let as a whole, a remark with another name.

use super::{Stranger, check, musts, understood};
use crate::table::Duplicate;

#[test]
fn a_section_names_unit_and_rate() {
    check(&Stranger {
        file: "内外资签约2024.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目\n\
             项目名称,投资方,合同利用资金,签约时间,是否正式签约,履约状态\n\
             一、内资项目（单位：万元）\n\
             甲项目,甲公司,12000,2024-1-3,是,已投产\n\
             乙项目,乙公司,8000,2024-2-3,否（框架）,\n\
             二、外资项目（单位：万美元，汇率7.1）\n\
             丙项目,丙公司,1500,2024-3-3,√,已终止",
            &[],
        )],
        tables: &["签约 signing 2 3"],
        records: &[
            "agreement.contract_capital=120000000 agreement.agreement_type=formal agreement.voided=false",
            "!agreement.contract_capital=80000000 agreement.agreement_type=framework",
            "!agreement.contract_capital=15000000USD agreement.rate=Number(7100000) agreement.voided=true",
        ],
    });
}

#[test]
fn levels_are_columns_of_marks() {
    check(&Stranger {
        file: "进度月报.xlsx",
        sheets: &[(
            "9月",
            "重点项目进度月报（2024年9月，单位：万元）\n\
             序号,项目名称,总投资,续建/新开工,省重点,市重点,县重点,形象进度\n\
             1,甲项目,25000,续建,√,√,,主体\n\
             2,乙项目,12000,新开工,,,√,基础",
            &[],
        )],
        tables: &["9月 key_project 2 2"],
        records: &[
            "key_project.key_level=province key_project.build_nature=continuing",
            "key_project.key_level=county key_project.build_nature=new",
        ],
    });
}

#[test]
fn finished_and_producing_in_one_column() {
    check(&Stranger {
        file: "竣工投产.xlsx",
        sheets: &[(
            "竣工",
            "2024年竣工投产项目（2个）\n\
             序号,项目名称,投资主体,总投资（万元）,竣工投产时间\n\
             1,甲项目,甲公司,12000,3月\n\
             2,乙项目,乙公司,15000,2024年11月",
            &[],
        )],
        tables: &["竣工 key_project 2 2"],
        records: &[
            "key_project.completion_date=2024-03-01/month key_project.ledger_kind=finished",
            "key_project.completion_date=2024-11-01/month",
        ],
    });
}

#[test]
fn a_unit_let_or_sold_is_so_as_a_whole() {
    check(&Stranger {
        file: "厂房台账2024.xlsx",
        sheets: &[(
            "装备园",
            "装备园标准厂房台账\n\
             楼栋,楼层,房号,建筑面积(平方米),入驻企业,租售情况,起租日\n\
             1栋,1层,101,1000,甲公司,租赁,2023/1/1\n\
             1栋,2层,201,1200,,空置,\n\
             2栋,1层,101,5000,乙公司,购买,",
            &[],
        )],
        tables: &["装备园 factory_unit 2 3"],
        records: &[
            "lease.leased_area=1000sqm",
            "lease.leased_area= lease.sold_area=",
            "lease.leased_area= lease.sold_area=5000sqm",
        ],
    });
}

#[test]
fn a_quarter_s_payments_have_its_date_and_are_recognised_in_full() {
    check(&Stranger {
        file: "到位资金.xlsx",
        sheets: &[(
            "三季度",
            "2024年第三季度到位资金统计表,,,,单位：万元\n\
             序号,项目名称,投资方,本季到位,本年累计,审核结论\n\
             1,甲项目,甲公司,300,800,认定\n\
             2,乙项目,乙公司,100,100,退回",
            &[],
        )],
        tables: &["三季度 payment 2 2"],
        records: &[
            "payment.paid_in=3000000 payment.paid_date=2024-07-01/quarter payment.recognised_amount=3000000",
            "payment.paid_in=1000000 payment.state=returned payment.recognised_amount=",
        ],
    });
}

#[test]
fn a_remark_gives_a_project_its_other_name() {
    check(&Stranger {
        file: "签约2024.xlsx",
        sheets: &[(
            "签约",
            "项目名称,投资方,合同利用资金（万元）,签约时间,协议类型,备注\n\
             恒锐导轨产业园,甲公司,30000,2024-2-18,投资合同,即将开工\n\
             精密传动基地,乙公司,30000,2024-10-12,投资合同,即恒锐导轨产业园，仪式上再次签约",
            &[],
        )],
        tables: &["签约 signing 1 2"],
        records: &[
            "project.aliases=",
            "project.aliases=List([\"恒锐导轨产业园\"])",
        ],
    });
}

#[test]
fn a_remark_names_the_row_it_repeats_by_its_number() {
    let stranger = Stranger {
        file: "签约2024.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,合同利用资金（万元）,签约时间,协议类型,备注\n\
             1,鸿拓伺服电机项目,甲公司,30000,2024-1-18,投资合同,\n\
             2,乙项目,乙公司,8000,2024-2-18,投资合同,第1项的配套\n\
             3,年产10万台驱动电机,甲公司,30000,2024-10-12,投资合同,系序号1二次签约\n\
             4,驱动装置,甲公司,30000,2024-10-15,投资合同,与第1项为同一项目",
            &[],
        )],
        tables: &["签约 signing 1 4"],
        records: &[
            "project.aliases=",
            "project.aliases=",
            "project.aliases=List([\"鸿拓伺服电机项目\"])",
            "project.aliases=List([\"鸿拓伺服电机项目\"])",
        ],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), Vec::<String>::new());
    let duplicates = understood(&stranger).duplicates;
    let rows = |at: &Duplicate| {
        at.others
            .iter()
            .map(|(place, _)| place.row)
            .collect::<Vec<_>>()
    };
    let duplicates: Vec<_> = duplicates
        .iter()
        .map(|one| (one.kept.row, rows(one)))
        .collect();
    assert_eq!(duplicates, [(2, vec![4, 5])]);
}

#[test]
fn headings_have_numbers_and_a_title_says_where_leads_come_from() {
    check(&Stranger {
        file: "招商台账2024.xlsx",
        sheets: &[
            (
                "签约",
                "1.项目编号,2.项目名称,3.投资方全称,4.引资额（万元）,5.签约日期\n\
                 A01,甲项目,甲公司,8000,2024-1-3",
                &[],
            ),
            (
                "线索",
                "第三方机构推荐线索台账（2024年）\n\
                 序号,上报时间,企业名称,计划投资（万元）,是否有效\n\
                 1,2024-01-02,乙公司,5000,√",
                &[],
            ),
        ],
        tables: &["签约 signing 1 1", "线索 lead 2 1"],
        records: &[
            "project.name=甲项目 enterprise.name=甲公司 agreement.contract_capital=80000000 agreement.sign_date=2024-01-03",
            "lead.lead_source=via_third_party lead.is_effective=true",
        ],
    });
}

#[test]
fn a_note_names_the_rate_without_the_word() {
    check(&Stranger {
        file: "签约2024.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目\n\
             项目名称,投资方,合同利用资金（万元）,利用外资（万美元）,签约时间,协议类型\n\
             甲项目,甲公司,12000,,2024-1-3,正式合同\n\
             丙项目,丙公司,,1500,2024-3-3,正式合同\n\
             注：1.以正式合同为准；2.外资按1:7.1折算。",
            &[],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "agreement.contract_capital=120000000",
            "agreement.contract_capital=15000000USD agreement.rate=Number(7100000)",
        ],
    });
}

#[test]
fn a_person_with_the_number_stays_on_the_same_side() {
    check(&Stranger {
        file: "签约2024.xlsx",
        sheets: &[
            (
                "签约",
                "2024年签约项目\n\
                 项目名称,投资方,合同利用资金（万元）,签约时间,协议类型,项目专员及电话\n\
                 甲项目,甲公司,12000,2024-1-3,正式合同,王敏 13800001111",
                &[],
            ),
            (
                "走访",
                "2024年10月走访企业情况\n\
                 序号,走访日期,企业名称,接待人,洽谈内容,下一步\n\
                 1,10.9,甲公司,王总,扩产,邀请来访",
                &[],
            ),
        ],
        tables: &["签约 signing 2 1", "走访 visit 2 1"],
        records: &[
            "project.service_officer=王敏 contact.name=",
            "visit.their_people=王总 visit.our_people=",
        ],
    });
}

#[test]
fn a_mark_says_that_a_third_party_brought_the_lead() {
    check(&Stranger {
        file: "2023年三季度招商信息报送情况.csv",
        sheets: &[(
            "线索",
            "报送单位,投资主体,意向项目,计划投资（万元）,首报时间,研判意见,,是否第三方渠道\n\
             ,,,,,同意/暂缓/否决,理由,\n\
             上海驻点组,甲集团,电机总部,50000,2023.7.3,同意,符合产业,否\n\
             上海驻点组,乙集团,医药研发,30000,2023.7.13,暂缓,能耗高,是",
            &[],
        )],
        tables: &["线索 lead 1,2 2"],
        records: &[
            "lead.lead_source= lead.assessment=passed",
            "lead.lead_source=via_third_party lead.assessment=paused",
        ],
    });
}
