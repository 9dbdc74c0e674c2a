//! Visits, payments and lists.

use super::{Stranger, check};

#[test]
fn visits_of_several_days_by_offices() {
    check(&Stranger {
        file: "2024年外出招商拜访台账.xlsx",
        sheets: &[
            (
                "苏州组",
                "苏州驻点招商组拜访台账\n\
                 序号,拜访日期,企业名称,地址,接待人及职务,我方参加人员,洽谈情况\n\
                 1,3月5日,甲公司,苏州工业园,张三 总经理,李四、王五,介绍园区\n\
                 2,3月6日-8日,乙公司,昆山,赵六（董事长）,李四,深入洽谈",
                &[],
            ),
            (
                "泰州组",
                "泰州驻点招商组拜访台账\n\
                 序号,拜访日期,企业名称,地址,接待人及职务,我方参加人员,洽谈情况\n\
                 1,2024年4月2日,丙药业,中国医药城,钱七 副总,孙八,初次拜访",
                &[],
            ),
        ],
        tables: &["苏州组 visit 2 2", "泰州组 visit 2 1"],
        records: &[
            "visit.visit_date=2024-03-05 visit.end_date= visit.resident_office=苏州 visit.visit_type=visit_out",
            "visit.visit_date=2024-03-06 visit.end_date=2024-03-08",
            "visit.visit_date=2024-04-02 visit.resident_office=泰州",
        ],
    });
}

#[test]
fn guests_are_received() {
    check(&Stranger {
        file: "来访.xlsx",
        sheets: &[(
            "接待",
            "2024年客商来访接待登记表\n\
             日期,来访企业,来访人员,人数,考察地点,陪同领导,洽谈事项,会谈成果\n\
             2024-05-08,甲公司,张三一行,5人,产业园,王主任,电芯项目,达成意向",
            &[],
        )],
        tables: &["接待 visit 2 1"],
        records: &["visit.visit_date=2024-05-08 visit.visit_type=reception"],
    });
}

#[test]
fn money_paid_in_under_a_merged_verdict() {
    check(&Stranger {
        file: "到位资金.xlsx",
        sheets: &[(
            "2024",
            "2024年招商引资项目到位资金认定表\n\
             单位：万元\n\
             序号,项目名称,出资方,到资日期,到资金额,资金性质,凭证号,认定情况,\n\
             ,,,,,,,认定金额,认定结果\n\
             1,甲项目,甲公司,2024.3.1,2000,注册资本,PZ001,2000,已认定\n\
             2,乙项目,乙公司,2024.6.1,100万美元,注册资本,PZ003,,审核中\n\
             填表人：张三,,,审核人：李四,,,2024年12月31日",
            &[
                "H3:I3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:G4",
            ],
        )],
        tables: &["2024 payment 3,4 2"],
        records: &[
            "payment.paid_in=20000000 payment.recognised_amount=20000000 payment.state=recognised",
            "payment.paid_in=1000000USD",
        ],
    });
}

#[test]
fn a_list_of_enterprises_names_whom_to_call() {
    check(&Stranger {
        file: "企业名录.xlsx",
        sheets: &[(
            "企业",
            "园区企业名录\n\
             序号,企业全称,统一社会信用代码,法人代表,注册资本（万元）,成立日期,所属行业,联系人,联系电话\n\
             1,甲公司,91340104MA663HKDX4,张三,1000,2015-03-05,电梯,李四,15400000001\n\
             2,乙公司,,王五,500万美元,2018年6月,医药,赵六,（0531）00001234",
            &[],
        )],
        tables: &["企业 enterprise 2 2"],
        records: &[
            "enterprise.name=甲公司 enterprise.registered_capital=10000000 contact.name=李四 contact.mobile=15400000001",
            "enterprise.registered_capital=5000000USD contact.phone=0531-00001234",
        ],
    });
}
