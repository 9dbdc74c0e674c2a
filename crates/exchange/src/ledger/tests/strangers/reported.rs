//! Reports of payments by the half-year, the month or the week.

use super::{Stranger, check, problems};

/// `column row reason raw` of what is told, apart from lines left out.
fn told(stranger: &Stranger<'_>) -> Vec<String> {
    let told = problems(stranger).into_iter();
    told.map(|one| format!("{}{} {} {}", one.column, one.row, one.reason, one.raw))
        .collect()
}

#[test]
fn one_period_alone_dates_what_was_paid_in_it() {
    let stranger = Stranger {
        file: "到位资金.xlsx",
        sheets: &[
            (
                "甲",
                "2024年到位资金统计\n\
                 序号,项目名称,投资方,上半年到位资金（万元）\n\
                 1,甲项目,甲公司,1200\n\
                 2,乙项目,乙公司,0",
                &["A1:D1"],
            ),
            (
                "乙",
                "序号,项目名称,投资方,2024年上半年到位（万元）,2024年到位（万元）\n\
                 1,丙项目,丙公司,300,700",
                &[],
            ),
            (
                "丙",
                "序号,项目名称,投资方,到位资金（万元）,\n\
                 ,,,2024年下半年,累计\n\
                 1,丁项目,丁公司,300,700",
                &["A1:A2", "B1:B2", "C1:C2", "D1:E1"],
            ),
        ],
        tables: &["甲 payment 2 1", "乙 payment 1 1", "丙 payment 1,2 1"],
        records: &[
            "payment.paid_in=12000000 payment.paid_date=2024-01-01/half_year",
            "payment.paid_in=7000000 payment.paid_date=2024-01-01/year",
            "payment.paid_in=3000000 payment.paid_date=2024-07-01/half_year",
        ],
    };
    check(&stranger);
    assert_eq!(
        told(&stranger),
        [
            "2 dated_by_name 2024-H1",
            "1 dated_by_name 2024",
            "2 dated_by_name 2024-H2"
        ]
    );
}

#[test]
fn bare_years_are_payments_in_the_unit_of_their_sum() {
    let stranger = Stranger {
        file: "到位资金台账.xlsx",
        sheets: &[
            (
                "甲",
                "序号,项目名称,投资方,2023年,2024年,到位资金合计（万元）\n\
                 1,甲项目,甲公司,1200,300,1500\n\
                 2,乙项目,乙公司,800,,800",
                &[],
            ),
            (
                "乙",
                "序号,项目名称,投资方,到位资金（万元）,\n\
                 ,,,2023,2024\n\
                 1,丙项目,丙公司,120,30",
                &["A1:A2", "B1:B2", "C1:C2", "D1:E1"],
            ),
            (
                "丙",
                "单位：万元\n\
                 序号,项目名称,投资方,2024H1,2024H2\n\
                 1,丁项目,丁公司,40,60",
                &[],
            ),
        ],
        tables: &["甲 payment 1 3", "乙 payment 1,2 2", "丙 payment 2 2"],
        records: &[
            "payment.paid_in=12000000 payment.paid_date=2023-01-01/year",
            "payment.paid_in=3000000 payment.paid_date=2024-01-01/year",
            "payment.paid_in=8000000 payment.paid_date=2023-01-01/year",
            "payment.paid_in=1200000 payment.paid_date=2023-01-01/year",
            "payment.paid_in=300000 payment.paid_date=2024-01-01/year",
            "payment.paid_in=400000 payment.paid_date=2024-01-01/half_year",
            "payment.paid_in=600000 payment.paid_date=2024-07-01/half_year",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger), [""; 0]);
}

/// A report of one sheet: its file, its title, its headings and its rows.
fn report(file: &'static str, title: &str, heads: &str, rows: &str) -> Stranger<'static> {
    let text = format!("{title}\n单位：万元\n序号,项目名称,投资方,{heads}\n{rows}");
    let text: &'static str = Box::leak(text.into_boxed_str());
    Stranger {
        file,
        sheets: Box::leak(Box::new([("表", text, &[] as &[&str])])),
        tables: &["表 payment 3 1"],
        records: &["payment.paid_in=7000000 payment.paid_date=2024-10-01/month"],
    }
}

#[test]
fn what_came_in_the_month_of_a_report_is_the_payment() {
    let rows = "1,甲项目,甲公司,700,1500\n2,乙项目,乙公司,0,800";
    let title = "2024年10月招商引资到位资金月报";
    for heads in [
        "本月到位,本年累计到位",
        "当月到位资金,1-10月累计到位",
        "本月到位资金,本年累计",
        "本月,本年累计",
        "本月到位,开工以来累计到位",
    ] {
        let stranger = report("月报.xlsx", title, heads, rows);
        check(&stranger);
        let running = heads.split(',').next_back().unwrap_or_default();
        let told = told(&stranger);
        assert!(
            told.contains(&"3 dated_by_name 2024-10".to_owned()),
            "{heads}"
        );
        let earlier = format!("E4 earlier_not_read {running} 1500");
        assert!(told.contains(&earlier), "{told:?}");
    }
    let by_file = report(
        "到位资金月报2024年10月.xlsx",
        "到位资金月报",
        "本月到位,本年累计到位",
        rows,
    );
    check(&by_file);
    let week = "到位资金周报（2024年10月14日-10月20日）";
    check(&report("周报.xlsx", week, "本周到位,本年累计到位", rows));
    let heads = "本周到位,本月到位,本年累计到位";
    check(&report(
        "周报.xlsx",
        week,
        heads,
        "1,甲项目,甲公司,200,700,1500",
    ));
}

#[test]
fn a_running_total_that_is_less_than_its_month_is_told() {
    let title = "2024年10月到位资金月报";
    let stranger = report(
        "月报.xlsx",
        title,
        "本月到位,本年累计到位",
        "1,甲项目,甲公司,700,500",
    );
    check(&stranger);
    let told = told(&stranger);
    let less = "E4 running_total_less 本年累计到位 500".to_owned();
    assert!(told.contains(&less), "{told:?}");
}

#[test]
fn what_came_in_the_year_so_far_is_one_payment_of_the_year() {
    let rows = "1,甲项目,甲公司,700\n2,乙项目,乙公司,0";
    let title = "2024年10月到位资金月报";
    for heads in [
        "本年累计到位资金",
        "1-10月累计到位",
        "2024年累计到位",
        "本年累计",
    ] {
        let stranger = Stranger {
            records: &["payment.paid_in=7000000 payment.paid_date=2024-01-01/year"],
            ..report("月报.xlsx", title, heads, rows)
        };
        check(&stranger);
        assert!(
            told(&stranger).contains(&"3 dated_by_name 2024".to_owned()),
            "{heads}"
        );
    }
    // What came since the works began is of no year.
    let since = Stranger {
        records: &["payment.paid_in="],
        ..report(
            "月报.xlsx",
            title,
            "开工以来累计到位",
            "1,甲项目,甲公司,700",
        )
    };
    check(&since);
}

#[test]
fn of_sheets_that_add_up_the_year_the_last_is_read() {
    const SEPTEMBER: &str = "2024年9月到位资金月报\n\
         序号,项目名称,投资方,本年累计到位（万元）\n\
         1,甲项目,甲公司,500";
    const OCTOBER: &str = "2024年10月到位资金月报\n\
         序号,项目名称,投资方,本年累计到位（万元）\n\
         1,甲项目,甲公司,700";
    check(&Stranger {
        file: "2024年到位资金月报.xlsx",
        sheets: &[("10月", OCTOBER, &[]), ("9月", SEPTEMBER, &[])],
        tables: &["10月 payment 2 1", "9月 payment 2 1"],
        records: &[
            "payment.paid_in=7000000 payment.paid_date=2024-01-01/year",
            "payment.paid_in=",
        ],
    });
}
