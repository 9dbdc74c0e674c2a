//! Tables below each other under the same headings, each with a title of its
//! own, which says what its rows are; and pages, which have the title again.

use super::{Stranger, check, musts};

#[test]
fn each_title_says_the_level_of_its_own_table() {
    check(&Stranger {
        file: "重点项目台账_2023.xlsx",
        sheets: &[(
            "在建项目",
            "2023年在建项目台账（省级重点项目）\n\
             序号,项目名称,建设单位,建设性质,总投资（亿元）\n\
             1,甲项目,甲公司,新建,5\n\
             \"\"\n\
             2023年在建项目台账（市级重点项目）\n\
             序号,项目名称,建设单位,建设性质,总投资（亿元）\n\
             2,乙项目,乙公司,新建,3\n\
             \"\"\n\
             2023年其他在建项目台账\n\
             序号,项目名称,建设单位,建设性质,总投资（亿元）\n\
             3,丙项目,丙公司,新建,2",
            &[],
        )],
        tables: &[
            "在建项目 key_project 2 1",
            "在建项目 key_project 6 1",
            "在建项目 key_project 10 1",
        ],
        records: &[
            "key_project.key_level=province key_project.ledger_kind=building",
            "key_project.key_level=city key_project.ledger_kind=building",
            "key_project.key_level= key_project.ledger_kind=building",
        ],
    });
}

#[test]
fn each_title_says_the_kind_the_office_and_the_month_of_its_own_table() {
    check(&Stranger {
        file: "台账_2023.xlsx",
        sheets: &[
            (
                "签约",
                "2023年正式签约项目台账\n\
                 序号,项目名称,投资方,合同利用资金,签约时间\n\
                 1,甲项目,甲公司,2亿元,2023-05-08\n\
                 2023年框架协议签约项目台账\n\
                 序号,项目名称,投资方,合同利用资金,签约时间\n\
                 1,乙项目,乙公司,3亿元,2023-06-08",
                &["A1:E1", "A4:E4"],
            ),
            (
                "重点项目",
                "2023年在建项目台账,,,,,单位：亿元\n\
                 序号,项目名称,建设单位,级别,建设性质,总投资\n\
                 1,丙项目,丙公司,市级,续建,3\n\
                 2023年拟建项目台账,,,,,单位：万元\n\
                 序号,项目名称,建设单位,级别,建设性质,总投资\n\
                 1,丁项目,丁公司,市级,新建,20000",
                &[],
            ),
            (
                "拜访",
                "上海驻点招商小组2023年拜访接待记录表\n\
                 序号,日期,方式,拜访企业,我方人员,洽谈内容\n\
                 1,2023-05-08,外出拜访,示例甲有限公司,张示,洽谈协议\n\
                 \"\"\n\
                 苏州驻点招商小组2023年拜访接待记录表\n\
                 序号,日期,方式,拜访企业,我方人员,洽谈内容\n\
                 1,2023-06-08,外出拜访,示例丙有限公司,张示,洽谈协议\n\
                 \"\"\n\
                 2023年拜访接待记录表\n\
                 序号,日期,方式,拜访企业,我方人员,洽谈内容\n\
                 1,2023-07-08,外出拜访,示例丁有限公司,张示,洽谈协议",
                &[],
            ),
            (
                "到位",
                "2023年5月到位资金台账\n\
                 序号,项目名称,出资单位,认定金额（万元）,凭证号\n\
                 1,甲项目,甲公司,200,A1\n\
                 \"\"\n\
                 2023年6月到位资金台账\n\
                 序号,项目名称,出资单位,认定金额（万元）,凭证号\n\
                 1,乙项目,乙公司,300,A2",
                &[],
            ),
        ],
        tables: &[
            "签约 signing 2 1",
            "签约 signing 5 1",
            "重点项目 key_project 2 1",
            "重点项目 key_project 5 1",
            "拜访 visit 2 1",
            "拜访 visit 6 1",
            "拜访 visit 10 1",
            "到位 payment 2 1",
            "到位 payment 6 1",
        ],
        records: &[
            "agreement.agreement_type=formal",
            "!agreement.agreement_type=framework",
            "key_project.ledger_kind=building key_project.total_investment=300000000",
            "key_project.ledger_kind=planned key_project.total_investment=200000000",
            "visit.resident_office=上海",
            "visit.resident_office=苏州",
            "visit.resident_office=",
            "payment.paid_date=2023-05-01/month",
            "payment.paid_date=2023-06-01/month",
        ],
    });
}

#[test]
fn each_title_says_the_park_of_its_own_table() {
    let stranger = Stranger {
        file: "载体台账_2023.xlsx",
        sheets: &[(
            "Sheet1",
            "电梯产业园标准厂房载体台账\n\
             序号,楼栋号,单元,建筑面积（㎡）,已租面积（㎡）,入驻企业,状态\n\
             1,1号楼,1-1,1000,1000,示例甲有限公司,已租\n\
             2,1号楼,1-2,2000,,,空置\n\
             \"\"\n\
             医药产业园标准厂房载体台账\n\
             序号,楼栋号,单元,建筑面积（㎡）,已租面积（㎡）,入驻企业,状态\n\
             1,1号楼,1-1,3000,3000,示例乙有限公司,已租",
            &[],
        )],
        tables: &["Sheet1 factory_unit 2 2", "Sheet1 factory_unit 7 1"],
        records: &[
            "factory_unit.park=电梯产业园",
            "factory_unit.park=电梯产业园",
            "factory_unit.park=医药产业园",
        ],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), [""; 0]);
}

#[test]
fn the_next_page_of_a_table_is_no_other_table() {
    check(&Stranger {
        file: "签约台账_2023.xlsx",
        sheets: &[(
            "打印",
            "2023年正式签约项目台账（第1页）\n\
             单位：亿元,,,,第1页\n\
             序号,项目名称,投资方,合同利用资金,签约时间\n\
             1,甲项目,甲公司,2,2023-05-08\n\
             2023年正式签约项目台账（第2页）\n\
             单位：亿元,,,,第2页\n\
             序号,项目名称,投资方,合同利用资金,签约时间\n\
             2,乙项目,乙公司,3,2023-06-08\n\
             签约项目台账（续）\n\
             序号,项目名称,投资方,合同利用资金,签约时间\n\
             3,丙项目,丙公司,1,2023-06-09",
            &[],
        )],
        tables: &["打印 signing 3 3"],
        records: &[
            "agreement.contract_capital=200000000",
            "agreement.contract_capital=300000000",
            "agreement.contract_capital=100000000",
        ],
    });
}

#[test]
fn each_table_has_a_total_of_its_own_and_all_have_one() {
    let above = Stranger {
        file: "签约项目台账_2023.xlsx",
        sheets: &[(
            "Sheet1",
            "2023年一季度签约项目\n\
             序号,项目名称,投资方,合同利用资金（亿元）,固定资产投资（亿元）,签约时间,协议类型\n\
             合计,,,5,3.4,,\n\
             一、2月\n\
             1,甲项目,甲公司,2,1.4,2023-02-01,正式投资合同\n\
             二、3月\n\
             2,乙项目,乙公司,3,2,2023-03-01,正式投资合同\n\
             \"\"\n\
             2023年二季度签约项目\n\
             序号,项目名称,投资方,合同利用资金（亿元）,固定资产投资（亿元）,签约时间,协议类型\n\
             合计,,,5.5,3.5,,\n\
             一、4月\n\
             1,丙项目,丙公司,1.5,1,2023-04-01,正式投资合同\n\
             二、5月\n\
             2,丁项目,丁公司,4,2.5,2023-05-01,正式投资合同\n\
             总计,,,10.5,6.9,,",
            &[],
        )],
        tables: &["Sheet1 signing 2 2", "Sheet1 signing 10 2"],
        records: &["", "", "", ""],
    };
    check(&above);
    assert_eq!(musts(&above), [""; 0]);
    let blank = Stranger {
        file: "签约项目台账_2023.xlsx",
        sheets: &[(
            "Sheet1",
            "2023年签约项目台账（电梯配件）\n\
             序号,项目名称,投资方,合同利用资金（亿元）,固定资产投资（亿元）,签约时间,协议类型\n\
             1,甲项目,甲公司,2,1.4,2023-02-01,正式投资合同\n\
             合计,,,2,1.4,,\n\
             \"\"\n\
             2023年签约项目台账（新能源汽车）\n\
             序号,项目名称,投资方,合同利用资金（亿元）,固定资产投资（亿元）,签约时间,协议类型\n\
             1,丙项目,丙公司,1.5,1,2023-04-01,正式投资合同\n\
             2,丁项目,丁公司,4,/,2023-05-01,正式投资合同\n\
             3,戊项目,戊公司,2,1.2,2023-05-11,正式投资合同\n\
             合计,,,7.5,4.7,,",
            &[],
        )],
        tables: &["Sheet1 signing 2 1", "Sheet1 signing 7 3"],
        records: &["", "", "", ""],
    };
    check(&blank);
    assert_eq!(musts(&blank), [""; 0]);
}
