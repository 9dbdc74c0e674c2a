//! Parts of a list in parts of it, and parts of projects in rows of their own.

use super::{Stranger, check, musts};

#[test]
fn a_part_of_the_list_may_stand_right_below_another() {
    check(&Stranger {
        file: "2023年市级重点项目名单.xlsx",
        sheets: &[(
            "名单",
            "2023年市级重点项目名单\n\
             单位：亿元\n\
             序号,项目名称,建设单位,总投资\n\
             一,工业项目（2个）,,11\n\
             （一）,高端装备（2个）,,11\n\
             1,甲项目,甲公司,8.6\n\
             2,乙项目,乙公司,2.4\n\
             二,服务业项目（1个）,,1.2\n\
             （一）,物流（1个）,,1.2\n\
             1,丙项目,丙公司,1.2",
            &["A1:D1", "A2:D2"],
        )],
        tables: &["名单 key_project 3 3"],
        records: &[
            "project.name=甲项目 key_project.total_investment=860000000",
            "project.name=乙项目 key_project.total_investment=240000000",
            "project.name=丙项目 key_project.total_investment=120000000",
        ],
    });
    check(&Stranger {
        file: "2023年重点项目名单.xlsx",
        sheets: &[(
            "名单",
            "2023年重点项目名单\n\
             单位：亿元\n\
             序号,项目名称,建设单位,总投资\n\
             A,省级重点项目,,8.6\n\
             一,工业项目,,8.6\n\
             1,甲项目,甲公司,8.6",
            &[],
        )],
        tables: &["名单 key_project 3 1"],
        records: &["project.name=甲项目 key_project.key_level=province"],
    });
}

#[test]
fn a_part_of_the_list_may_have_no_rows_or_say_how_many() {
    check(&Stranger {
        file: "2023年1-10月签约项目.xlsx",
        sheets: &[(
            "签约",
            "2023年1-10月签约项目\n\
             单位：亿元\n\
             序号,项目名称,投资方,引资额\n\
             一,招商一局,,0\n\
             二,招商二局,1个,8.6\n\
             1,甲项目,甲公司,8.6\n\
             三,招商三局,,0\n\
             四,白石镇,,0",
            &[],
        )],
        tables: &["签约 signing 3 1"],
        records: &["project.name=甲项目 agreement.responsible_unit=招商二局"],
    });
}

#[test]
fn rows_numbered_in_words_stay_rows_where_none_has_a_figure() {
    check(&Stranger {
        file: "2023年签约项目.xlsx",
        sheets: &[(
            "签约",
            "2023年签约项目\n\
             序号,项目名称,引资额（亿元）\n\
             一,甲项目,8.6\n\
             二,乙项目,2.4\n\
             三,丙项目,1.2\n\
             合计,,12.2",
            &[],
        )],
        tables: &["签约 signing 2 3"],
        records: &[
            "project.name=甲项目",
            "project.name=乙项目",
            "project.name=丙项目",
        ],
    });
}

#[test]
fn what_is_said_to_be_in_an_agreement_is_none_of_its_own() {
    let stranger = Stranger {
        file: "2023年签约项目台账.xlsx",
        sheets: &[(
            "签约",
            "2023年签约项目台账\n\
             单位：亿元\n\
             序号,项目名称,投资方,签约时间,引资额\n\
             1,甲项目,甲公司,2023.1.16,8.6\n\
             ,其中：一期,,2023.1.16,5\n\
             ,二期,,2023.1.16,3.6\n\
             2,乙项目,乙公司,2023.2.9,2.4\n\
             ,其中：设备,,,1",
            &[],
        )],
        tables: &["签约 signing 3 2"],
        records: &[
            "project.name=甲项目 agreement.contract_capital=860000000 agreement.note=子项：其中：一期、二期",
            "project.name=乙项目 agreement.contract_capital=240000000 agreement.note=子项：其中：设备",
        ],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), Vec::<String>::new());
}
