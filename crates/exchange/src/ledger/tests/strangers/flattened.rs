//! Headings of two rows that were put into one, with a sign between them.

use super::{Stranger, check};

#[test]
fn a_sign_stands_between_a_heading_and_the_one_below_it() {
    for sign in ["-", "—", "_", "：", "·", ">", "."] {
        let told = |text: &str| text.replace('-', sign);
        let paid = told("到位资金-本次金额（万元）,到位资金-认定金额（万元）");
        let done =
            told("累计完成投资-本年（亿元）,累计完成投资-开工以来（亿元）,单体-总数,单体-已开工");
        let works = told("时间-开工,时间-竣工,时间-投产");
        let taken = told("已租-企业,已租-面积（㎡）,已售-面积（㎡）");
        let visits = told("日期-起,日期-止");
        let with = told("对方人员-姓名,对方人员-职务");
        let sheets = [
            (
                "到位",
                format!(
                    "2023年到位资金台账\n\
                     序号,项目名称,出资单位,到账时间,{paid},凭证号,状态\n\
                     1,甲项目,甲公司,2023-03-08,500,400,PZ1,认定\n\
                     序号,项目名称,出资单位,到账时间,{paid},凭证号,状态\n\
                     2,乙项目,乙公司,2023-05-08,300,200,PZ2,认定"
                ),
            ),
            (
                "在建项目",
                format!(
                    "2023年在建项目台账\n\
                     序号,项目名称,建设单位,级别,建设性质,总投资（亿元）,年度计划投资（亿元）,{done}\n\
                     1,甲项目,甲公司,市级,续建,3,1,0.5,1.5,9,5"
                ),
            ),
            (
                "竣工投产项目",
                format!(
                    "2023年竣工投产项目\n\
                     序号,项目名称,建设单位,总投资（亿元）,{works}\n\
                     1,甲项目,甲公司,3,2022-03-08,2023-05-08,/"
                ),
            ),
            (
                "载体",
                format!(
                    "标准厂房载体台账\n\
                     序号,园区,楼栋号,单元,建筑面积（㎡）,{taken}\n\
                     1,电梯园,1号楼,1-1,1000,甲公司,1000,"
                ),
            ),
            (
                "拜访",
                format!(
                    "2023年拜访接待记录表\n\
                     序号,{visits},方式,拜访企业,{with},洽谈内容\n\
                     1,2023-03-08,2023-03-09,外出拜访,甲公司,李明,总经理,洽谈协议"
                ),
            ),
        ];
        let sheets = sheets.map(|(name, csv)| (name, &*csv.leak(), &[][..]));
        check(&Stranger {
            file: "台账_2023.xlsx",
            sheets: sheets.to_vec().leak(),
            tables: &[
                "到位 payment 2 2",
                "在建项目 key_project 2 1",
                "竣工投产项目 key_project 2 1",
                "载体 factory_unit 2 1",
                "拜访 visit 2 1",
            ],
            records: &[
                "payment.paid_in=5000000 payment.recognised_amount=4000000",
                "payment.paid_in=3000000 payment.recognised_amount=2000000",
                "key_project.annual_completed_investment=50000000 key_project.cumulative_investment=150000000 key_project.buildings=Number(9) key_project.buildings_started=Number(5)",
                "key_project.start_date=2022-03-08 key_project.completion_date=2023-05-08",
                "lease.tenant=甲公司 lease.leased_area=1000sqm lease.sold_area=",
                "visit.visit_date=2023-03-08 visit.end_date=2023-03-09 visit.their_people=李明",
            ],
        });
    }
}

#[test]
fn a_blank_alone_may_stand_between_the_two() {
    check(&Stranger {
        file: "台账_2023.xlsx",
        sheets: &[(
            "在建项目",
            "2023年在建项目台账\n\
             序号,项目名称,建设单位,级别,总投资（亿元）,\"累计完成投资\n本年（亿元）\",单体 总数,是否 开工\n\
             1,甲项目,甲公司,市级,3,0.5,9,是",
            &[],
        )],
        tables: &["在建项目 key_project 2 1"],
        records: &[
            "key_project.annual_completed_investment=50000000 key_project.buildings=Number(9) key_project.start_date=",
        ],
    });
}

#[test]
fn a_stroke_may_be_an_or() {
    check(&Stranger {
        file: "台账_2023.xlsx",
        sheets: &[(
            "在建项目",
            "2023年在建项目台账\n\
             序号,项目名称,建设单位/项目业主,级别,总投资（亿元）,累计完成投资/本年（亿元）,单体/总数\n\
             1,甲项目,甲公司,市级,3,0.5,9",
            &[],
        )],
        tables: &["在建项目 key_project 2 1"],
        records: &[
            "project.name=甲项目 key_project.annual_completed_investment=50000000 key_project.buildings=Number(9)",
        ],
    });
}
