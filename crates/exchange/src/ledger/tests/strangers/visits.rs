//! Ledgers of visits and receptions as offices of other provinces keep them.

use super::{Stranger, check, of_text, shown};

#[test]
fn leaders_go_out_and_their_journeys_cost() {
    check(&Stranger {
        file: "领导外出招商.xlsx",
        sheets: &[(
            "外出",
            "2024年区领导外出招商情况统计表\n\
             序号,外出时间,外出地点,走访领导,随行人员,走访企业（项目）,洽谈情况,费用（元）,跟踪落实部门\n\
             1,2024年3月5日-7日,上海市,周明,李伟、王芳,甲半导体有限公司,考察封测线,8600,招商一部\n\
             2,2024.4.11,苏州工业园区,钱军,赵磊,乙激光有限公司,约定5月回访,\"4,500\",招商二部",
            &["A1:I1"],
        )],
        tables: &["外出 visit 2 2"],
        records: &[
            "visit.city=上海市 visit.leader=周明 visit.our_people=李伟、王芳 visit.cost=8600 visit.end_date=2024-03-07",
            "visit.city=苏州工业园区 visit.leader=钱军 visit.cost=4500 visit.resident_office=招商二部",
        ],
    });
}

#[test]
fn guests_come_for_a_purpose_and_are_counted() {
    check(&Stranger {
        file: "来访登记.xlsx",
        sheets: &[(
            "登记",
            "客商来访接待登记表（2024年二季度）\n\
             序号,来访时间,来访客商,,,来访目的,接待领导,接待费用（元）\n\
             ,,单位名称,姓名,职务,,,\n\
             1,4月2日,甲机械有限公司,邱国强,董事长,考察标准厂房,刘主任,1200\n\
             2,6月21日,杭州商会代表团,王会长等12人,会长,投资环境考察,刘主任,5600\n\
             合计,,,,,,,6800",
            &[
                "A1:H1", "C2:E2", "A2:A3", "B2:B3", "F2:F3", "G2:G3", "H2:H3",
            ],
        )],
        tables: &["登记 visit 2,3 2"],
        records: &[
            "visit.content=考察标准厂房 visit.cost=1200 visit.head_count=",
            "visit.content=投资环境考察 visit.their_people=王会长等12人 visit.head_count=Number(12) visit.cost=5600",
        ],
    });
}

#[test]
fn who_receives_us_is_of_the_firm() {
    check(&Stranger {
        file: "走访企业.xlsx",
        sheets: &[(
            "北京",
            "北京办事处2024年6月走访企业明细\n\
             日期,走访企业,企业地址,接待人,职务,联系电话,走访内容,招商线索,走访人员\n\
             6.3,甲生物有限公司,海淀区,袁野,总经理,15400000471,介绍政策,有,张三丰",
            &["A1:I1"],
        )],
        tables: &["北京 visit 2 1"],
        records: &[
            "visit.their_people=袁野 visit.their_duty=总经理 visit.our_people=张三丰 visit.result=招商线索：有",
        ],
    });
}

#[test]
fn officers_visit_the_firms_that_they_help() {
    check(&Stranger {
        file: "走访台账.xlsx",
        sheets: &[(
            "走访",
            "某县“万人助万企”活动走访企业台账\n\
             填报单位：经济开发区,,,,,,,,填报时间：2024年7月1日\n\
             序号,首席服务员,包联企业,走访时间,走访人,企业负责人及电话,反映问题,解决措施,办结情况\n\
             1,王建国,甲机械有限公司,2024.6.3,王建国、李娜,马超 15400000421,用工短缺30人,组织招聘会,已办结\n\
             2,陈静,乙铸造有限公司,2024.6.5,陈静,,电价偏高,,正在办理",
            &["A1:I1"],
        )],
        tables: &["走访 visit 3 2"],
        records: &[
            "visit.responsible_person=王建国 visit.enterprise=甲机械有限公司 visit.their_people=马超 visit.their_phone=15400000421 visit.content=用工短缺30人 visit.follow_up=组织招聘会 visit.result=已办结",
            "visit.enterprise=乙铸造有限公司 visit.result=正在办理",
        ],
    });
}

#[test]
fn guests_have_minutes_and_a_day_for_what_was_promised() {
    let csv = "接待日期,来宾单位,来宾姓名及职务,人数,洽谈主题,会谈纪要,下一步工作,完成时限\n\
               2024/9/6,甲集团,谭总一行,8人,装配式建筑,意向租赁厂房,报送政策清单,9.20\n\
               2024/12/24,\"乙电气有限公司\n丙电机股份有限公司\",刘可安、张越雷,6,轨道交通,—,回访,1月10日\n\
               2025/1/8,丁公司,王总,2,电池,,回访,2025.2.1\n";
    let found = of_text("接待记录.csv", csv.as_bytes());
    assert!(found.questions.is_empty());
    let rows = &found.tables[0].rows;
    let of = |field: &str| -> Vec<String> { rows.iter().map(|row| shown(row, field)).collect() };
    assert_eq!(
        of("visit.due_date"),
        ["2024-09-20", "2025-01-10", "2025-02-01"]
    );
    assert_eq!(
        of("visit.enterprise"),
        ["甲集团", "乙电气有限公司、丙电机股份有限公司", "丁公司"]
    );
    assert_eq!(of("visit.their_people")[1], "刘可安、张越雷");
    assert_eq!(of("visit.result")[0], "会谈纪要：意向租赁厂房");
    let told = rows[1].problems.iter();
    let told: Vec<&str> = told.map(|one| one.reason).collect();
    assert!(told.contains(&"more_than_one_firm"));
}

#[test]
fn nobody_went_out_in_a_week() {
    check(&Stranger {
        file: "驻点周报.xlsx",
        sheets: &[(
            "第20周",
            "2024年第20周驻外招商组拜访企业汇总表\n\
             驻点,周次,拜访日期,拜访企业,对接人,洽谈内容\n\
             驻京,第20周,5月13日,甲微芯科技有限公司,张扬,芯片\n\
             驻深,第20周,本周无拜访,,,\n\
             驻汉,第20周,未外出,,,",
            &["A1:F1"],
        )],
        tables: &["第20周 visit 2 1"],
        records: &["visit.enterprise=甲微芯科技有限公司 visit.visit_date=2024-05-13"],
    });
}

#[test]
fn days_on_the_way_are_no_visits() {
    check(&Stranger {
        file: "考察行程.xlsx",
        sheets: &[(
            "行程",
            "赴长三角招商考察行程安排表（2024年10月）\n\
             日期,地点,活动安排,对接企业,对方负责人,参加人员\n\
             10月14日,—,乘高铁赴上海,,,全体\n\
             10月15日,上海,考察企业,甲微电子有限公司,彭飞,全体\n\
             10月16日,,返程,,,全体",
            &["A1:F1"],
        )],
        tables: &["行程 visit 2 1"],
        records: &["visit.enterprise=甲微电子有限公司 visit.content=考察企业"],
    });
}

#[test]
fn five_and_two_came() {
    let csv = "日期,来客,人数,事由,接待人\n\
               2024.4.2,甲集团 副总裁 葛天,5+2,项目洽谈,夏主任\n\
               2024.4.8,市投促局,3,调研,夏主任\n";
    let found = of_text("接待.csv", csv.as_bytes());
    let rows = &found.tables[0].rows;
    assert_eq!(shown(&rows[0], "visit.head_count"), "Number(7)");
    assert_eq!(shown(&rows[0], "visit.enterprise"), "甲集团");
    assert_eq!(shown(&rows[0], "visit.their_people"), "葛天");
    assert_eq!(shown(&rows[1], "visit.enterprise"), "市投促局");
}

#[test]
fn asked_in_and_gone_out_are_ways_to_meet() {
    let csv = "对接时间,对接方式,企业名称,姓名,跟进情况\n\
               2024.1.8,走出去,甲公司,詹越,已来访\n\
               2024.1.25,请进来,乙公司,鲍思,暂缓\n";
    let found = of_text("客商对接台账.csv", csv.as_bytes());
    let rows = &found.tables[0].rows;
    let types: Vec<String> = rows
        .iter()
        .map(|row| shown(row, "visit.visit_type"))
        .collect();
    assert_eq!(types, ["visit_out", "visit_in"]);
    assert!(found.questions.is_empty());
}

#[test]
fn days_of_a_journey_without_a_year_are_asked_for() {
    let csv = "分队,带队,时间,地点,拜访对象,洽谈情况,花费\n\
               一分队,张部长,5.6-5.9,东莞,甲电子公司,有意向,12000元\n\
               二分队,王主席,5.13,武汉,乙光迅公司,再访,3800元\n";
    let found = of_text("招商小分队.csv", csv.as_bytes());
    let asked: Vec<&str> = found.questions.iter().map(|one| one.reason).collect();
    assert_eq!(asked, ["year_unknown"]);
    assert_eq!(found.questions[0].rows, 2);
    let row = &found.tables[0].rows[0];
    assert_eq!(shown(row, "visit.resident_office"), "一分队");
    assert_eq!(shown(row, "visit.cost"), "12000");
}

#[test]
fn guests_without_a_firm_are_people() {
    let csv = "日期,来客,人数,事由,地点\n\
               2024.4.2,浙江客商 吕总一行,6,看厂房,开发区\n\
               2024.4.3,甲集团 副总裁 葛天,6,看厂房,开发区\n";
    let found = of_text("接待.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(shown(row, "visit.enterprise"), "");
    assert_eq!(shown(row, "visit.their_people"), "浙江客商吕总一行");
}

#[test]
fn several_are_visited_or_met_at_once() {
    let csv = "日期,拜访企业,对接人及职务,洽谈内容\n\
               2024.5.14,甲医疗器械有限公司,\"周涛 总经理\n钱莹 总监\",骨科耗材\n\
               2024.5.15,东莞甲电子、惠州乙光电,王强,显示\n\
               2024.5.16,丙科技（上海、苏州）有限公司,李敏,芯片\n";
    let found = of_text("拜访.csv", csv.as_bytes());
    let rows = &found.tables[0].rows;
    assert_eq!(
        shown(&rows[0], "visit.their_people"),
        "周涛_总经理、钱莹_总监"
    );
    let is_told = |row: usize| {
        let mut problems = rows[row].problems.iter();
        problems.any(|one| one.reason == "more_than_one_firm")
    };
    assert_eq!([0, 1, 2].map(is_told), [false, true, false]);
}

#[test]
fn the_duty_of_the_leader_is_not_the_firms() {
    check(&Stranger {
        file: "外出招商.xlsx",
        sheets: &[(
            "一季度",
            "2024年一季度外出招商情况统计表\n\
             序号,带队领导,,外出时间,外出地点,拜访企业名称,洽谈项目,后续跟进时间\n\
             ,姓名,职务,,,,,\n\
             1,王刚,县委书记,1月15日-18日,南京,甲自动化股份有限公司,控制器,3月15日前",
            &[
                "A1:H1", "B2:C2", "A2:A3", "D2:D3", "E2:E3", "F2:F3", "G2:G3", "H2:H3",
            ],
        )],
        tables: &["一季度 visit 2,3 1"],
        records: &[
            "visit.leader=王刚 visit.their_duty= visit.due_date=2024-03-15~ visit.end_date=2024-01-18",
        ],
    });
}

#[test]
fn a_trip_to_several_firms_is_one_visit_and_told() {
    let found = of_text(
        "外出招商.csv",
        "2024年外出招商情况统计表\n\
         出差批次,起止时间,城市,走访企业数,经费（元）,成果\n\
         第1批,2024.3.8-3.12,苏州,12,5600,对接甲公司\n\
         第2批,2023.12.30-1.2,上海,1,4800,对接乙公司"
            .as_bytes(),
    );
    let rows = &found.tables[0].rows;
    let told = |row: usize| -> Vec<_> {
        let told = rows[row].problems.iter();
        told.map(|one| (one.column.as_str(), one.reason)).collect()
    };
    assert_eq!(told(0), [("D", "visit_of_many")]);
    // The last day is in the year of the first, or in the next.
    assert_eq!(shown(&rows[0], "visit.end_date"), "2024-03-12");
    assert_eq!(shown(&rows[1], "visit.end_date"), "2024-01-02");
    assert_eq!(shown(&rows[0], "visit.note"), "走访企业数：12");
}

#[test]
fn whom_a_firm_was_met_by_stands_behind_it() {
    check(&Stranger {
        file: "2024外出招商.xlsx",
        sheets: &[(
            "三季度",
            "2024年第三季度外出招商情况统计表\n\
             序号,时间,地点,对接企业及负责人,洽谈内容\n\
             1,7月3日,深圳,汇川技术（副总裁 刘敏 15400001111）,控制器项目\n\
             2,7月18日,杭州,澳瑞化学有限公司 王强,扩产\n\
             3,9月2日,经开区,旭升集团董事长徐立一行5人,考察厂房\n\
             4,9月3日,上海,药谷（李芳 15400001112、周涛 15400001113）,入驻",
            &[],
        )],
        tables: &["三季度 visit 2 4"],
        records: &[
            "visit.enterprise=汇川技术 visit.their_people=刘敏 visit.their_duty=副总裁 visit.their_phone=15400001111",
            "visit.enterprise=澳瑞化学有限公司 visit.their_people=王强",
            "visit.enterprise=旭升集团 visit.their_people=徐立 visit.their_duty=董事长 visit.head_count=Number(5)",
            "visit.enterprise=药谷 visit.their_people=",
        ],
    });
}

#[test]
fn a_day_at_the_desk_is_no_visit() {
    check(&Stranger {
        file: "苏州驻点组2023年第12周工作周报.csv",
        sheets: &[(
            "苏州驻点",
            "苏州驻点组2023年第12周工作周报\n\
             起止日期：2023年3月20日-3月26日\n\
             周次,星期,上午,,下午,,收获\n\
             ,,地点,对象,地点,对象,\n\
             第12周,星期一,苏州工业园,甲公司,昆山,乙公司,有意向\n\
             ,星期三,在驻点整理资料,,太仓,丁公司,待回访",
            &[],
        )],
        tables: &["苏州驻点 visit 3,4 3"],
        records: &[
            "visit.enterprise=甲公司",
            "visit.enterprise=乙公司",
            "visit.enterprise=丁公司",
        ],
    });
}
