//! Ledgers as the offices of other towns lay them out.

use super::{Stranger, check, problems};

#[test]
fn counts_of_sections_stand_in_no_brackets() {
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约项目",
            "某某县2024年签约项目台账\n\
             序号,项目名称,投资方,总投资（亿元）,引资额（亿元）,签约日期\n\
             一、正式合同项目 2个\n\
             1,甲项目,甲公司,2,1.5,2024年3月5日\n\
             2,乙项目,乙公司,2,1.5,2024年3月6日\n\
             小计,,,4,3,\n\
             二、框架协议 1个\n\
             3,丙项目,丙公司,2,1.5,2024年3月7日\n\
             小计,,,2,1.5,",
            &[],
        )],
        tables: &["签约项目 signing 2 3"],
        records: &[
            "agreement.agreement_type=formal",
            "agreement.agreement_type=formal",
            "!agreement.agreement_type=framework",
        ],
    });
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约项目",
            "项目名称,投资方,总投资（亿元）,引资额（亿元）,签约日期\n\
             城关镇 1个\n\
             甲项目,甲公司,2,1.5,2024年3月5日\n\
             高新区管委会 2个\n\
             乙项目,乙公司,2,1.5,2024年3月6日\n\
             丙项目,丙公司,2,1.5,2024年3月7日",
            &[],
        )],
        tables: &["签约项目 signing 1 3"],
        records: &[
            "project.name=甲项目 agreement.responsible_unit=城关镇",
            "project.name=乙项目",
            "project.name=丙项目",
        ],
    });
}

#[test]
fn a_row_of_circled_numbers_counts_the_columns() {
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约项目",
            "序号,项目名称,投资方,总投资（亿元）,引资额（亿元）,签约日期\n\
             ①,②,③,④,⑤,⑥\n\
             1,甲项目,甲公司,2,1.5,2024年3月5日",
            &[],
        )],
        tables: &["签约项目 signing 1 1"],
        records: &["project.name=甲项目"],
    });
}

#[test]
fn how_things_stand_says_that_an_agreement_ended() {
    let stranger = Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约项目",
            "序号,项目名称,投资方,引资额（亿元）,签约日期,当前进度,有关情况\n\
             1,甲项目,甲公司,2,2024年3月5日,已于2024年9月解除协议,\n\
             2,乙项目,乙公司,2,2024年3月6日,,双方协商解除合同\n\
             3,丙项目,丙公司,2,2024年3月7日,,投资方撤资，项目取消\n\
             4,丁项目,丁公司,2,2024年3月8日,主体施工,设备已取消订购",
            &[],
        )],
        tables: &["签约项目 signing 1 4"],
        records: &[
            "!agreement.voided=true",
            "!agreement.voided=true",
            "!agreement.voided=true",
            "agreement.voided=",
        ],
    };
    check(&stranger);
}

#[test]
fn a_remark_under_an_unknown_heading_is_told() {
    let stranger = Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约项目",
            "序号,项目名称,投资方,引资额（亿元）,签约日期,局领导批示\n\
             1,甲项目,甲公司,2,2024年3月5日,双方已协商解除合同\n\
             2,乙项目,乙公司,2,2024年3月6日,请抓紧推进",
            &[],
        )],
        tables: &["签约项目 signing 1 2"],
        records: &["project.name=甲项目", "project.name=乙项目"],
    };
    check(&stranger);
    let told: Vec<u32> = problems(&stranger)
        .into_iter()
        .filter(|one| one.reason == "remark_leaves_out")
        .map(|one| one.row)
        .collect();
    assert_eq!(told, [2]);
}
