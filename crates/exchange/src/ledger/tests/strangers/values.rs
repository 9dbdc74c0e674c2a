//! Values that other towns write another way, and those that look like one
//! value and are two.

use super::{Stranger, check};

#[test]
fn two_amounts_in_a_cell_are_never_joined() {
    check(&Stranger {
        file: "2025签约.xlsx",
        sheets: &[(
            "签约",
            "2025年签约项目台账\n\
             序号,项目名称,投资方,协议利用资金（万元）,签约时间\n\
             1,甲项目,甲公司,\"1500\n500\",2025.3.8 星期六\n\
             2,乙项目,乙公司,1500 500,2025.3.8补签\n\
             3,丙项目,丙公司,1500、500,3月8日（2024年）\n\
             4,丁项目,丁公司,\"一期1500\n二期500\",2025—3—8\n\
             5,戊项目,戊公司,\"1500\n万元\",25.3\n\
             6,己项目,己公司,20 000。,2025.3底\n\
             7,庚项目,庚公司,2亿零500万（预估）,2025年3月8日签订\n\
             8,辛项目,辛公司,3000万美元（约2.1亿元人民币）,2025.3.8",
            &["A1:E1"],
        )],
        tables: &["签约 signing 2 8"],
        records: &[
            "agreement.contract_capital= agreement.sign_date=2025-03-08",
            "agreement.contract_capital= agreement.sign_date=2025-03-08",
            "!agreement.contract_capital= agreement.sign_date=2024-03-08",
            "agreement.contract_capital=20000000 agreement.sign_date=2025-03-08",
            "agreement.contract_capital=15000000 agreement.sign_date=2025-03-01/month",
            "agreement.contract_capital=200000000 agreement.sign_date=2025-03-01/month",
            "agreement.contract_capital=205000000~ agreement.sign_date=2025-03-08",
            "agreement.contract_capital=30000000USD agreement.rate=Number(7000000)",
        ],
    });
}

#[test]
fn words_that_hold_another_word_choose_as_people_mean_them() {
    check(&Stranger {
        file: "2025线索.xlsx",
        sheets: &[(
            "线索",
            "2025年招商线索台账\n\
             序号,企业名称,拟投资额（亿元）,线索来源,首报时间,报送单位,是否有效,研判结果\n\
             1,甲公司,3,招商会,2025.3.8,苏州办,是（3月核）,可行性不足\n\
             2,乙公司,2,入驻企业推荐,2025.4.8,上海办,V,未达到引进标准\n\
             3,丙公司,1,网络平台,2025.5.8,上海办,×（重复）,禁止引进\n\
             4,丁公司,1,驻沪联络处,2025.6.8,上海办,不认定,可行",
            &["A1:H1"],
        )],
        tables: &["线索 lead 2 4"],
        records: &[
            "lead.lead_source=via_exhibition lead.is_effective=true lead.assessment=rejected",
            "lead.lead_source=via_business lead.is_effective=true lead.assessment=rejected",
            "lead.lead_source=via_network lead.is_effective=false lead.assessment=rejected",
            "lead.lead_source=via_resident lead.is_effective=false lead.assessment=passed",
        ],
    });
}

#[test]
fn where_capital_comes_from_is_heard() {
    check(&Stranger {
        file: "2025签约.xlsx",
        sheets: &[(
            "签约",
            "2025年签约项目台账\n\
             序号,项目名称,投资方,协议利用资金（万元）,签约时间,内外资\n\
             1,甲项目,甲公司,20000,2025.3.8,市外资金\n\
             2,乙项目,乙公司,11000,2025.4.8,外商独资\n\
             3,丙项目,丙公司,-500,2025.4.9,内资（外资占股30%）",
            &["A1:F1"],
        )],
        tables: &["签约 signing 2 3"],
        records: &[
            "project.capital_type=domestic",
            "project.capital_type=foreign",
            "project.capital_type=domestic",
        ],
    });
}

#[test]
fn a_visit_of_some_days_ends_in_its_month() {
    check(&Stranger {
        file: "2025拜访.xlsx",
        sheets: &[(
            "拜访",
            "2025年拜访客商台账\n\
             序号,日期,拜访企业,城市,我方人员\n\
             1,2025.3.8-10,甲公司,上海,李四\n\
             2,3.8-10,乙公司,苏州,李四\n\
             3,12.30-1.2,丙公司,北京,李四",
            &["A1:E1"],
        )],
        tables: &["拜访 visit 2 3"],
        records: &[
            "visit.visit_date=2025-03-08 visit.end_date=2025-03-10",
            "visit.visit_date=2025-03-08 visit.end_date=2025-03-10",
            "visit.visit_date=2025-12-30 visit.end_date=2026-01-02",
        ],
    });
}
