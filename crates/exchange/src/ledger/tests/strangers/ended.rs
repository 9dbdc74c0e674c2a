//! Days on which agreements ended, and those on which they run out.

use super::{Stranger, check};

#[test]
fn some_agreements_have_a_day_on_which_they_ended() {
    for head in ["终止日期", "终止时间", "终止协议日期"] {
        let text = format!(
            "项目名称,投资方,签约日期,引资额（亿元）,{head}\n\
             甲项目,甲公司,2023-01-16,8.6,\n\
             乙项目,乙公司,2023-02-08,9,2023-11-02\n"
        );
        let found = super::of_text("2023年签约项目台账.csv", text.as_bytes());
        let [held, ended] = &found.tables[0].rows[..] else {
            panic!("{head}: {} rows", found.tables[0].rows.len());
        };
        assert_eq!(held.uncounted, None, "{head}");
        assert_eq!(ended.uncounted, Some("voided"), "{head}");
        assert_eq!(super::shown(ended, "agreement.void_date"), "2023-11-02");
    }
}

#[test]
fn agreements_that_run_out_are_in_force() {
    check(&Stranger {
        file: "2023年合同登记台账.xlsx",
        sheets: &[(
            "合同",
            "项目名称,投资方,签约日期,合同金额（亿元）,生效日期,终止日期\n\
             甲项目,甲公司,2023-01-16,8.6,2023-02-01,2026-02-01\n\
             乙项目,乙公司,2023-02-08,9,,",
            &[],
        )],
        tables: &["合同 signing 1 2"],
        records: &["project.name=甲项目", "project.name=乙项目"],
    });
    check(&Stranger {
        file: "2023年签约项目台账.xlsx",
        sheets: &[(
            "签约",
            "项目名称,投资方,签约日期,引资额（亿元）,终止日期\n\
             甲项目,甲公司,2023-01-16,8.6,2033-01-15\n\
             乙项目,乙公司,2023-02-08,9,2028-02-07",
            &[],
        )],
        tables: &["签约 signing 1 2"],
        records: &["project.name=甲项目", "project.name=乙项目"],
    });
}
