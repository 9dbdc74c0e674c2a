//! Ledgers that write whom to call, and who came, in ways of their own.

use super::{Stranger, check, of_text, shown};

#[test]
fn a_contact_is_told_in_any_order() {
    check(&Stranger {
        file: "2024年招商线索台账.xlsx",
        sheets: &[(
            "线索",
            "2024年招商线索台账\n\
             序号,企业名称,项目内容,拟投资额（亿元）,联系人及电话,收到日期\n\
             1,甲公司,激光,1,总经理 尤力 15400000201,2024.1.2\n\
             2,乙公司,芯片,1,董事长：柏松 15400000202,2024.1.3\n\
             3,丙公司,储能,1,联系人：戚薇，电话：15400000204,2024.1.4\n\
             4,丁公司,食品,1,欧阳春（投资部部长）15400000206,2024.1.7\n\
             5,戊公司,轴承,1,副总经理刘洋 15400000208,2024.1.9\n\
             6,己公司,电池,1,Tom Lee 15400000303,2024.1.9",
            &["A1:F1"],
        )],
        tables: &["线索 lead 2 6"],
        records: &[
            "contact.name=尤力 contact.duty=总经理 contact.mobile=15400000201 lead.contact=尤力",
            "contact.name=柏松 contact.duty=董事长 contact.mobile=15400000202",
            "contact.name=戚薇 contact.duty= contact.mobile=15400000204 contact.note=",
            "contact.name=欧阳春 contact.duty=投资部部长 contact.mobile=15400000206",
            "contact.name=刘洋 contact.duty=副总经理 contact.mobile=15400000208",
            "contact.name=Tom_Lee contact.duty= contact.mobile=15400000303",
        ],
    });
}

#[test]
fn each_line_is_one_of_those_who_came() {
    let csv = "日期,来访单位,客商姓名,客商职务,来访人数,陪同人员,洽谈事项\n\
               2023.3.15,甲公司,\"何平\n吴双\",\"总经理\n技术总监\",6,\"张强\n李敏\",选址\n";
    let found = of_text("2023年来访接待.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    for (field, text) in [
        ("their_people", "何平、吴双"),
        ("their_duty", "总经理、技术总监"),
        ("our_people", "张强、李敏"),
    ] {
        assert_eq!(shown(row, &format!("visit.{field}")), text, "{field}");
    }
}

#[test]
fn a_number_without_a_name_is_told() {
    let csv = "企业名称,项目内容,拟投资额（亿元）,联系人,联系电话,收到日期\n\
               甲公司,激光,1,,15400000205,2024.1.6\n\
               乙公司,芯片,1,15400000206,,2024.1.7\n\
               丙公司,储能,1,戚薇,15400000207,2024.1.8\n";
    let found = of_text("2024年招商线索台账.csv", csv.as_bytes());
    let rows = &found.tables[0].rows;
    let told: Vec<&str> = rows
        .iter()
        .flat_map(|row| &row.problems)
        .filter(|one| one.reason == "contact_without_name")
        .map(|one| one.raw.as_str())
        .collect();
    assert_eq!(told, ["15400000205", "15400000206"]);
}

#[test]
fn a_number_that_lost_its_last_digits_is_none() {
    let csv = "企业名称,项目内容,拟投资额（亿元）,联系人,联系电话,收到日期\n\
               甲公司,激光,1,戚薇,1.54E+10,2024.1.6\n\
               乙公司,芯片,1,何平,15400000206,2024.1.7\n";
    let found = of_text("2024年招商线索台账.csv", csv.as_bytes());
    let [cut, whole] = &found.tables[0].rows[..] else {
        panic!("two rows");
    };
    let told: Vec<&str> = cut.problems.iter().map(|one| one.reason).collect();
    assert!(told.contains(&"telephone_cut_short"), "{told:?}");
    assert_eq!(shown(cut, "contact.name"), "戚薇");
    assert_eq!(shown(cut, "contact.phone"), "");
    assert_eq!(shown(cut, "contact.mobile"), "");
    assert_eq!(shown(whole, "contact.mobile"), "15400000206");
}

#[test]
fn our_own_people_are_no_contacts() {
    check(&Stranger {
        file: "在谈调度.xlsx",
        sheets: &[(
            "调度",
            "2024年招商引资在谈项目调度表\n\
             序号,项目名称,投资方,拟投资（亿元）,我方对接人,,企业对接人,,洽谈阶段\n\
             ,,,,姓名,电话,姓名,电话,\n\
             1,电池项目,甲公司,5,钱进,0531-00000311,马明,15400000312,条款磋商\n\
             2,制剂项目,乙公司,3,孙立,0531-00000313,丁一,15400000314,初步接触",
            &[
                "A1:I1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:H2", "I2:I3",
            ],
        )],
        tables: &["调度 lead 2,3 2"],
        records: &[
            "lead.responsible_person=钱进 contact.name=马明 contact.mobile=15400000312 contact.phone=",
            "lead.responsible_person=孙立 contact.name=丁一 contact.mobile=15400000314 contact.phone=",
        ],
    });
}

#[test]
fn the_unit_of_those_who_came_is_the_firm() {
    check(&Stranger {
        file: "来访接待.xlsx",
        sheets: &[(
            "接待",
            "来访客商接待登记表（2023年）\n\
             日期,来访客商,,,来访人数,接待领导,洽谈事项\n\
             ,单位,姓名,职务,,,\n\
             2023.02.08,甲工具有限公司,戴明,董事长,4,张主任,刀具项目落户",
            &["A1:G1", "A2:A3", "B2:D2", "E2:E3", "F2:F3", "G2:G3"],
        )],
        tables: &["接待 visit 2,3 1"],
        records: &[
            "visit.enterprise=甲工具有限公司 visit.resident_office= visit.their_people=戴明 visit.their_duty=董事长",
        ],
    });
}

#[test]
fn a_firm_stands_before_its_people() {
    check(&Stranger {
        file: "2024年客商来访登记簿.xlsx",
        sheets: &[(
            "登记",
            "客商来访登记簿\n\
             来访时间,来访单位及人员,联系电话,来访目的,接待人,后续跟进\n\
             2024.1.9,江阴某纺机有限公司 总经理 包建国一行3人,15400000091,选址,小赵,小赵\n\
             2024.1.15,某车配集团副总裁席远,15400000092,租赁,李主任,小钱",
            &["A1:F1"],
        )],
        tables: &["登记 visit 2 2"],
        records: &[
            "visit.enterprise=江阴某纺机有限公司 visit.their_people=包建国 visit.their_duty=总经理 visit.head_count=Number(3)",
            "visit.enterprise=某车配集团 visit.their_people=席远 visit.their_duty=副总裁",
        ],
    });
}

#[test]
fn lists_of_people_have_what_else_is_known_of_them() {
    let csv = "客商资源库联系人明细\n\
               编号,姓名,性别,单位,职务,手机,座机,微信,所属产业,来源,录入人\n\
               KS001,韩雪,女,甲电子有限公司,副总经理,15400000451,0519-00000451,hanxue,电子信息,展会,小李\n\
               KS002,陶伟,男,甲电子有限公司,投资部部长,15400000452,,,电子信息,展会,小李\n";
    let found = of_text("客商联系方式.csv", csv.as_bytes());
    assert_eq!(found.tables[0].ledger, "contact");
    let row = &found.tables[0].rows[0];
    for (field, text) in [
        ("name", "韩雪"),
        ("enterprise", "甲电子有限公司"),
        ("duty", "副总经理"),
        ("mobile", "15400000451"),
        ("phone", "0519-00000451"),
        ("note", "性别：女\n所属产业：电子信息\n来源：展会"),
    ] {
        assert_eq!(shown(row, &format!("contact.{field}")), text, "{field}");
    }
}

#[test]
fn chambers_have_a_head_and_a_secretary() {
    check(&Stranger {
        file: "商协会名录.xlsx",
        sheets: &[(
            "联络",
            "商协会、中介机构联络名录\n\
             序号,机构名称,所在城市,会长（负责人）,秘书长,联系电话,会员企业数,备注\n\
             1,上海市安徽商会,上海,程远,汪洋,15400000441,320家,已签委托招商协议",
            &["A1:H1"],
        )],
        tables: &["联络 partner 2 1"],
        records: &[
            "partner.name=上海市安徽商会 partner.contact_name=程远 partner.phone=15400000441",
        ],
    });
}

#[test]
fn a_directory_of_firms_has_its_contact_beside_other_heads() {
    check(&Stranger {
        file: "企业通讯录.xlsx",
        sheets: &[(
            "通讯录",
            "园区重点企业通讯录（2024年8月）\n\
             序号,企业名称,法定代表人,,总经理,,联系人,,,邮箱\n\
             ,,姓名,手机,姓名,手机,姓名,职务,电话,\n\
             一、装备制造（1家）,,,,,,,,,\n\
             1,甲机床有限公司,孔庆,15400000432,颜平,15400000433,孟欣,行政经理,15400000434,a@example.com",
            &[
                "A1:J1", "C2:D2", "E2:F2", "G2:I2", "A2:A3", "B2:B3", "J2:J3", "A4:J4",
            ],
        )],
        tables: &["通讯录 enterprise 2,3 1"],
        records: &[
            "enterprise.name=甲机床有限公司 contact.name=孟欣 contact.duty=行政经理 contact.mobile=15400000434 enterprise.note=法定代表人：孔庆\n总经理：颜平\n邮箱：a@example.com",
        ],
    });
}

#[test]
fn the_head_of_a_workshop_has_all_of_his_duty() {
    let csv = "企业名称,项目内容,拟投资额（亿元）,联系人,联系电话,收到日期\n\
               甲公司,激光,1,车间主任 周平,15400000205,2024.1.6\n\
               乙公司,芯片,1,生产车间主任吴双,15400000206,2024.1.7\n";
    let found = of_text("2024年招商线索台账.csv", csv.as_bytes());
    let said: Vec<String> = found.tables[0]
        .rows
        .iter()
        .map(|row| {
            format!(
                "{} {}",
                shown(row, "contact.name"),
                shown(row, "contact.duty")
            )
        })
        .collect();
    assert_eq!(said, ["周平 车间主任", "吴双 生产车间主任"]);
}

#[test]
fn officials_before_their_names_are_duties() {
    check(&Stranger {
        file: "2024年委托招商线索台账.xlsx",
        sheets: &[(
            "线索",
            "2024年委托招商线索台账\n\
             序号,企业名称,项目内容,拟投资额（亿元）,联系人及电话,收到日期\n\
             1,甲公司,激光,1,局长 尤力 15400000201,2024.1.2\n\
             2,乙公司,芯片,1,副科长 柏松 15400000202,2024.1.3\n\
             3,丙公司,储能,1,管委会副主任 戚薇 15400000204,2024.1.4\n\
             4,丁公司,食品,1,刘洋副局长 15400000206,2024.1.7",
            &["A1:F1"],
        )],
        tables: &["线索 lead 2 4"],
        records: &[
            "contact.name=尤力 contact.duty=局长",
            "contact.name=柏松 contact.duty=副科长",
            "contact.name=戚薇 contact.duty=管委会副主任",
            "contact.name=刘洋 contact.duty=副局长",
        ],
    });
}

#[test]
fn those_who_went_along_stay_apart_with_their_duties() {
    let csv = "走访日期,走访企业,走访领导,陪同人员,企业诉求\n\
               2024.5.9,甲公司,秦明,\"科长 薛刚\n科员 丁一\",招工难\n";
    let found = of_text("2024年企业走访服务记录.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(shown(row, "visit.our_people"), "科长_薛刚、科员_丁一");
}

#[test]
fn a_firm_with_somebody_to_call_in_brackets_is_a_firm_alone() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "2024签约",
            "序号,项目名称,投资方及联系人,签约时间,合同利用资金（亿元）\n\
             1,甲项目,甲化工有限公司（李例，15400000002）,2024-3-9,3\n\
             2,乙项目,乙（江苏）机械有限公司 张示 15400000001,2024-3-8,2",
            &[],
        )],
        tables: &["2024签约 signing 1 2"],
        records: &[
            "enterprise.name=甲化工有限公司 contact.name=李例 contact.mobile=15400000002",
            "enterprise.name=乙（江苏）机械有限公司 contact.name=张示 contact.mobile=15400000001",
        ],
    });
    check(&Stranger {
        file: "重点.xlsx",
        sheets: &[(
            "重点",
            "序号,项目名称,建设单位及联系人,总投资（亿元）,级别,建设性质\n\
             1,甲项目,甲机械有限公司 张示 15400000001,2,市级,新建\n\
             2,乙项目,乙化工有限公司,3,县级,新建",
            &[],
        )],
        tables: &["重点 key_project 1 2"],
        records: &[
            "project.project_company=甲机械有限公司 key_project.note=建设单位及联系人：甲机械有限公司_张示_15400000001",
            "project.project_company=乙化工有限公司 key_project.note=",
        ],
    });
}
