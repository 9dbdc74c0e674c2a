//! What other programs must see in a written list.

use chrono::NaiveDate;

use super::{Out, write_csv, write_xlsx};
use crate::book::Raw;
use crate::read;

fn heads() -> Vec<String> {
    ["名称", "金额（万元）", "日期"].map(str::to_owned).to_vec()
}

fn row(text: &str) -> Vec<Out> {
    vec![
        Out::Text(text.to_owned()),
        Out::Number {
            text: "105107.386".to_owned(),
            decimals: 2,
        },
        NaiveDate::from_ymd_opt(2023, 12, 31).map_or(Out::Blank, Out::Date),
    ]
}

#[test]
fn a_sheet_holds_numbers_dates_and_text_that_stays_text() {
    let rows = [row("=HYPERLINK(\"x\")"), row("@某项目"), row("-1")];
    let bytes = write_xlsx("签约/项目", &heads(), rows.into_iter()).expect("xlsx");
    let book = read("out.xlsx", &bytes).expect("read");
    let sheet = &book.sheets[0];
    assert_eq!(sheet.name, "签约项目");
    assert_eq!(*sheet.cell(2, 1), Raw::text("=HYPERLINK(\"x\")"));
    assert_eq!(*sheet.cell(4, 1), Raw::text("-1"));
    assert_eq!(sheet.cell(2, 2).display(), "105107.386");
    let day = NaiveDate::from_ymd_opt(2023, 12, 31).expect("day");
    assert_eq!(*sheet.cell(2, 3), Raw::Date(day, None));
}

#[test]
fn more_digits_than_a_number_holds_stay_exact() {
    let long = Out::Number {
        text: "12345678901234567.89".to_owned(),
        decimals: 2,
    };
    let bytes = write_xlsx("", &heads(), std::iter::once(vec![long])).expect("xlsx");
    let book = read("out.xlsx", &bytes).expect("read");
    assert_eq!(
        *book.sheets[0].cell(2, 1),
        Raw::text("12345678901234567.89")
    );
}

#[test]
fn csv_begins_with_the_mark_and_runs_no_formula() {
    let bytes = write_csv(&heads(), [row("+1"), row("某，\"项目\"")].into_iter()).expect("csv");
    let text = String::from_utf8(bytes).expect("utf-8");
    assert_eq!(
        text,
        "\u{feff}名称,金额（万元）,日期\r\n'+1,105107.386,2023-12-31\r\n\"某，\"\"项目\"\"\",105107.386,2023-12-31\r\n"
    );
}
