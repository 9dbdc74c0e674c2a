//! Fills whose meaning the sheet itself tells.

use rust_xlsxwriter::{Color, Format, Workbook, XlsxError};

use super::of_text;

const RED: u32 = 0x00FF_0000;
const YELLOW: u32 = 0x00FF_FF00;

/// A ledger whose first row is red and whose second is yellow, with these lines
/// below it: the colour of column A, if any, and the text of column B.
fn ledger(lines: &[(Option<u32>, &str)]) -> Result<Vec<u8>, XlsxError> {
    let fill = |colour: u32| Format::new().set_background_color(Color::RGB(colour));
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("签约")?;
    page.write_row(0, 0, ["2024年签约项目台账（单位：万元）"])?;
    let heads = ["序号", "项目名称", "投资方", "签约时间", "合同利用资金"];
    page.write_row(1, 0, heads)?;
    let rows = [
        (Some(RED), ["1", "甲项目", "甲公司", "2024.3.1", "12000"]),
        (Some(YELLOW), ["2", "乙项目", "乙公司", "2024.4.1", "8000"]),
        (None, ["3", "丙项目", "丙公司", "2024.5.1", "6000"]),
    ];
    for (at, (colour, row)) in (2..).zip(rows) {
        for (column, text) in (0..).zip(row) {
            match colour {
                Some(colour) => page.write_string_with_format(at, column, text, &fill(colour))?,
                None => page.write_string(at, column, text)?,
            };
        }
    }
    for (at, (colour, text)) in (6..).zip(lines) {
        if let Some(colour) = colour {
            page.write_blank(at, 0, &fill(*colour))?;
        }
        page.write_string(at, 1, *text)?;
    }
    book.save_to_buffer()
}

#[test]
fn a_legend_below_the_table_is_heard_and_is_no_record() -> Result<(), XlsxError> {
    for lines in [
        [(None, "红色：已终止"), (None, "黄色：在谈")],
        [(Some(RED), "红色：已终止"), (Some(YELLOW), "黄色：在谈")],
        [(Some(RED), "已终止项目"), (Some(YELLOW), "重点跟踪")],
    ] {
        let found = of_text("2024年签约.xlsx", &ledger(&lines)?);
        let table = &found.tables[0];
        let numbers: Vec<u32> = table.rows.iter().map(|row| row.row).collect();
        assert_eq!(numbers, [3, 4, 5], "{lines:?}");
        let voided = table.rows.iter().map(|row| {
            let mut problems = row.problems.iter();
            problems.any(|one| one.reason == "voided")
        });
        let voided: Vec<bool> = voided.collect();
        assert_eq!(voided, [true, false, false], "{lines:?}");
    }
    Ok(())
}
