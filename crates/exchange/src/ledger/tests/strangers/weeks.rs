//! What those posted elsewhere report by the week.

use super::{Stranger, check};

#[test]
fn a_weekly_report_of_visits_names_the_firms_it_met() {
    check(&Stranger {
        file: "驻点周报.xlsx",
        sheets: &[(
            "4月",
            "驻深圳招商组4月份工作周报汇总表\n\
             组长：李示例    年度：2024\n\
             周次,日期,拜访企业/机构,对接人,职务,联系方式,项目信息,投资意向,下步计划\n\
             第1周,4月2日,甲电源有限公司,谭总,总经理,15400000071,储能电源,1.5亿元,一周内回访\n\
             ,4月3日,乙电子商会,罗秘书长,秘书长,0755-00000072,资源对接,,签协议\n\
             第3周,（清明调休，未外出）\n\
             第4周,4月23-24日,丙电气有限公司,卢工,技术总监,15400000075,梯控系统,待定,补充材料\n\
             登记人：小李",
            &["A1:I1", "A2:I2", "A4:A5"],
        )],
        tables: &["4月 visit 3 3"],
        records: &[
            "visit.visit_date=2024-04-02 visit.enterprise=甲电源有限公司 visit.their_people=谭总 visit.their_duty=总经理 visit.their_phone=15400000071 visit.intent=1.5亿元",
            "visit.visit_date=2024-04-03 visit.enterprise=乙电子商会 visit.follow_up=签协议",
            "visit.visit_date=2024-04-23 visit.end_date=2024-04-24 visit.enterprise=丙电气有限公司 visit.content=梯控系统",
        ],
    });
}

#[test]
fn the_number_and_week_before_an_office_are_no_part_of_its_name() {
    check(&Stranger {
        file: "周报.xlsx",
        sheets: &[
            (
                "16_驻点周报",
                "日期,拜访企业,拜访人员,情况\n\
                 2024.3.5,甲电源有限公司,张示例,初次对接",
                &[],
            ),
            (
                "工作情况",
                "2024年第三周上海驻点工作情况\n\
                 日期,拜访企业,拜访人员,情况\n\
                 2024.3.6,乙电源有限公司,张示例,初次对接",
                &["A1:D1"],
            ),
            (
                "拜访",
                "某某经开区驻点招商拜访情况\n\
                 日期,拜访企业,拜访人员,情况\n\
                 2024.3.7,丙电源有限公司,张示例,初次对接",
                &["A1:D1"],
            ),
        ],
        tables: &[
            "16_驻点周报 visit 1 1",
            "工作情况 visit 2 1",
            "拜访 visit 2 1",
        ],
        records: &[
            "visit.enterprise=甲电源有限公司 visit.resident_office=",
            "visit.enterprise=乙电源有限公司 visit.resident_office=上海",
            "visit.enterprise=丙电源有限公司 visit.resident_office=",
        ],
    });
}

#[test]
fn a_title_names_the_place_of_its_office() {
    check(&Stranger {
        file: "周报.xlsx",
        sheets: &[
            (
                "第10周",
                "驻苏州联络处工作周报（2024年第10周）\n\
                 日期,走访企业,对接内容,走访人员\n\
                 3月4日,甲技术有限公司,扩产计划,张伟",
                &["A1:D1"],
            ),
            (
                "第11周",
                "某区驻上海招商分局2024年走访客商周报表\n\
                 日期,走访企业,对接内容,走访人员\n\
                 2024-03-12,乙技术有限公司,厂房租赁,李娜",
                &["A1:D1"],
            ),
        ],
        tables: &["第10周 visit 2 1", "第11周 visit 2 1"],
        records: &[
            "visit.enterprise=甲技术有限公司 visit.resident_office=苏州",
            "visit.enterprise=乙技术有限公司 visit.resident_office=上海",
        ],
    });
}
