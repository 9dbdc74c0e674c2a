//! Ledgers without a column of days, whose sheet, title or file says when all of
//! it happened.

use super::{Stranger, check, problems};

/// `level reason raw` of what is told of the days.
fn told(stranger: &Stranger<'_>) -> Vec<String> {
    let told = problems(stranger).into_iter();
    let told = told.filter(|one| ["dated_by_name", "date_column_missing"].contains(&one.reason));
    told.map(|one| format!("{:?} {} {}", one.level, one.reason, one.raw))
        .collect()
}

#[test]
fn a_sheet_of_each_month_dates_what_was_signed_in_it() {
    let stranger = Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[
            (
                "3月",
                "序号,项目名称,投资方,合同利用资金（亿元）\n\
                 1,甲项目,甲公司,1.2\n\
                 2,乙项目,乙公司,2",
                &[],
            ),
            (
                "二季度",
                "序号,项目名称,投资方,合同利用资金（亿元）\n\
                 1,丙项目,丙公司,1.2\n\
                 2,丁项目,丁公司,2",
                &[],
            ),
        ],
        tables: &["3月 signing 1 2", "二季度 signing 1 2"],
        records: &[
            "project.name=甲项目 agreement.sign_date=2024-03-01/month",
            "agreement.sign_date=2024-03-01/month",
            "project.name=丙项目 agreement.sign_date=2024-04-01/quarter",
            "agreement.sign_date=2024-04-01/quarter",
        ],
    };
    check(&stranger);
    assert_eq!(
        told(&stranger),
        ["Info dated_by_name 2024-03", "Info dated_by_name 2024-Q2"]
    );
}

#[test]
fn a_title_dates_what_it_lists() {
    let of = |title: &str, heads: &str, row: &str| {
        let text = format!("{title}\n{heads}\n{row}");
        let text: &'static str = Box::leak(text.into_boxed_str());
        let sheets = Box::leak(Box::new([("Sheet1", text, &[] as &[&str])]));
        told(&Stranger {
            file: "表.xlsx",
            sheets,
            tables: &[],
            records: &[],
        })
    };
    let paid = "序号,项目名称,企业名称,到位金额（万元）";
    let row = "1,甲项目,甲公司,120";
    assert_eq!(
        of("2024年3月到位资金明细表", paid, row),
        ["Info dated_by_name 2024-03"]
    );
    assert_eq!(
        of("2024年到位资金明细表", paid, row),
        ["Should dated_by_name 2024"]
    );
    // What adds up over years is not of the last.
    let since = "序号,项目名称,企业名称,累计到位金额（万元）";
    assert_eq!(
        of("2024年到位资金明细表", since, row),
        ["Should date_column_missing "]
    );
    let signed = "序号,项目名称,投资方,合同利用资金（亿元）";
    assert_eq!(
        of("2024年签约项目一览表", signed, row),
        ["Should dated_by_name 2024"]
    );
    for title in [
        "2024年签约项目进展情况表",
        "2021年以来签约项目一览表",
        "截至2024年签约项目一览表",
    ] {
        let told = of(title, signed, row);
        assert_eq!(told, ["Should date_column_missing "], "{title}");
    }
    let leads = "序号,企业名称,拟投资额（亿元）,是否有效";
    assert_eq!(
        of("2024年第一季度招商线索汇总表", leads, "1,甲公司,1,是"),
        ["Info dated_by_name 2024-Q1"]
    );
}

#[test]
fn what_is_still_talked_about_was_not_signed_when_the_title_says() {
    check(&Stranger {
        file: "表.xlsx",
        sheets: &[(
            "Sheet1",
            "2024年签约项目一览表\n\
             序号,项目名称,投资方,合同利用资金（亿元）,项目状态\n\
             1,甲项目,甲公司,2,在谈\n\
             2,乙项目,乙公司,2,已签约",
            &[],
        )],
        tables: &["Sheet1 signing 2 2"],
        records: &[
            "!agreement.sign_date= project.stage=negotiate",
            "agreement.sign_date=2024-01-01/year project.name=乙项目",
        ],
    });
}
