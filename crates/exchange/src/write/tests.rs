//! What other programs must see in a written list.

use chrono::NaiveDate;

use super::{DateLook, Encoding, Line, Number, Out, Sheet, Sum, Sums, write_csv, write_xlsx};
use crate::book::Raw;
use crate::read;

fn heads() -> Vec<String> {
    ["名称", "金额（万元）", "日期"].map(str::to_owned).to_vec()
}

fn sheet(name: &str) -> Sheet {
    Sheet::plain(name, &heads())
}

fn number(text: &str, words: Option<(&str, &str)>) -> Out {
    Out::Number(Number {
        text: text.to_owned(),
        decimals: 2,
        percent: false,
        words: words.map(|(before, after)| Box::new((before.to_owned(), after.to_owned()))),
    })
}

fn row(text: &str) -> Line {
    let day = NaiveDate::from_ymd_opt(2023, 12, 31).expect("day");
    Line::Record(vec![
        Out::Text(text.to_owned()),
        number("105107.386", None),
        Out::Date(day, DateLook::Iso),
    ])
}

#[test]
fn a_sheet_holds_numbers_dates_and_text_that_stays_text() {
    let rows = [row("=HYPERLINK(\"x\")"), row("@某项目"), row("-1")];
    let bytes = write_xlsx(&sheet("签约/项目"), rows.into_iter()).expect("xlsx");
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
    let long = Line::Record(vec![number("12345678901234567.89", None)]);
    let bytes = write_xlsx(&sheet(""), std::iter::once(long)).expect("xlsx");
    let book = read("out.xlsx", &bytes).expect("read");
    assert_eq!(
        *book.sheets[0].cell(2, 1),
        Raw::text("12345678901234567.89")
    );
}

#[test]
fn csv_begins_with_the_mark_and_runs_no_formula() {
    let rows = || [row("+1"), row("某，\"项目\"")].into_iter();
    let bytes = write_csv(&sheet(""), rows(), Encoding::Utf8).expect("csv");
    let text = String::from_utf8(bytes).expect("utf-8");
    assert_eq!(
        text,
        "\u{feff}名称,金额（万元）,日期\r\n'+1,105107.386,2023-12-31\r\n\"某，\"\"项目\"\"\",105107.386,2023-12-31\r\n"
    );
    let bytes = write_csv(&sheet(""), rows(), Encoding::Gb18030).expect("csv");
    let book = read("out.csv", &bytes).expect("read");
    assert_eq!(*book.sheets[0].cell(1, 2), Raw::text("金额（万元）"));
    assert_eq!(book.sheets[0].cell(3, 2).display(), "105107.386");
}

#[test]
fn a_sum_is_a_formula_with_its_value_beside_it() {
    let rows = [row("甲"), row("乙")];
    let sums = Line::Sums(Sums {
        label: "合计".to_owned(),
        is_total: true,
        over: 0..2,
        cells: vec![
            None,
            Some(Sum {
                text: "210214.772".to_owned(),
                decimals: 2,
                remark: Some("2 项".to_owned()),
            }),
            None,
        ],
    });
    let body = rows.into_iter().chain([sums]);
    let bytes = write_xlsx(&sheet("签约"), body).expect("xlsx");
    let book = read("out.xlsx", &bytes).expect("read");
    assert_eq!(*book.sheets[0].cell(4, 1), Raw::text("合计"));
    assert_eq!(book.sheets[0].cell(4, 2).display(), "210214.772");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("zip");
    let mut part = zip.by_name("xl/worksheets/sheet1.xml").expect("sheet");
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut part, &mut xml).expect("text");
    assert!(
        xml.contains("<f>SUBTOTAL(9,B2:B3)</f><v>210214.772</v>"),
        "{xml}"
    );
    assert!(
        xml.contains("fitToWidth") || xml.contains("fitToHeight"),
        "{xml}"
    );
}

#[test]
fn a_number_says_how_exact_it_is_and_is_read_as_it_says() {
    let shown = |out: Out| {
        let line = Line::Record(vec![Out::Blank, out]);
        let bytes = write_xlsx(&sheet("签约"), std::iter::once(line)).expect("xlsx");
        let book = read("out.xlsx", &bytes).expect("read");
        book.sheets[0].cell(2, 2).display()
    };
    assert_eq!(shown(number("3000", Some(("约", "")))), "约3000.00");
    assert_eq!(
        shown(number("5000", Some(("", "–10000.00")))),
        "5000.00–10000.00"
    );
    let foreign = number("8556.6", Some(("1200万美元（折合", "万元）")));
    assert_eq!(shown(foreign), "1200万美元（折合8556.60万元）");
}
