//! A workbook with merged cells, a struck row, a second sheet, and one hidden.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use suoji_model::{Cell, Value};

use crate::table::{LedgerRow, Target};
use crate::{Understood, read, understand};

const HEADS: [&str; 6] = [
    "序号",
    "责任单位",
    "项目名称",
    "投资方",
    "签约时间",
    "合同额（万元）",
];

fn row(page: &mut Worksheet, row: u32, cells: [&str; 6], format: &Format) -> Result<(), XlsxError> {
    for (column, text) in (0u16..).zip(cells) {
        if text.parse::<u32>().is_ok() {
            page.write_number_with_format(row, column, text.parse::<f64>().unwrap_or(0.0), format)?;
        } else if !text.is_empty() {
            page.write_string_with_format(row, column, text, format)?;
        }
    }
    Ok(())
}

fn ledger() -> Result<Understood, XlsxError> {
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("2023年")?;
    page.merge_range(0, 0, 0, 5, "签约项目台账（单位：亿元）", &plain)?;
    row(page, 1, HEADS, &plain)?;
    row(
        page,
        2,
        ["1", "", "甲项目", "甲公司", "45064", "2000"],
        &plain,
    )?;
    row(
        page,
        3,
        ["2", "", "乙项目", "乙公司", "20230601", "约3亿"],
        &plain,
    )?;
    row(
        page,
        4,
        ["3", "二部", "丙项目", "丙公司", "6月2日", "待定"],
        &struck,
    )?;
    page.merge_range(2, 1, 3, 1, "一部", &plain)?;
    row(page, 5, ["4", "", "", "", "", ""], &plain)?;
    let hidden = book.add_worksheet();
    hidden.set_name("旧")?;
    hidden.set_hidden(true);
    row(hidden, 0, HEADS, &plain)?;
    let bytes = book.save_to_buffer()?;
    Ok(understand(&read("签约.xlsx", &bytes).expect("xlsx")))
}

fn text(row: &LedgerRow, kind: &'static str, field: &'static str) -> Option<String> {
    let cell = row.cells.get(&Target { kind, field })?;
    match cell {
        Cell::Known(Value::Date(date), _) => Some(date.to_string()),
        Cell::Known(Value::Money(money), _) => Some(money.amount()),
        other => other.as_text().map(str::to_owned),
    }
}

#[test]
fn merged_units_reach_down_and_a_struck_row_is_named() {
    let found = ledger().expect("workbook");
    let table = &found.tables[0];
    assert_eq!(
        (table.header_rows.as_slice(), table.year),
        (&[2][..], Some(2023))
    );
    let units: Vec<_> = table
        .rows
        .iter()
        .map(|row| text(row, "agreement", "responsible_unit").unwrap_or_default())
        .collect();
    assert_eq!(units, ["一部", "一部", "二部"]);
    let dates: Vec<_> = table
        .rows
        .iter()
        .map(|row| text(row, "agreement", "sign_date").unwrap_or_default())
        .collect();
    assert_eq!(dates, ["2023-05-18", "2023-06-01", "2023-06-02"]);
    let amounts: Vec<_> = table
        .rows
        .iter()
        .map(|row| text(row, "agreement", "contract_total").unwrap_or_default())
        .collect();
    assert_eq!(amounts, ["20000000.00", "300000000.00", ""]);
    let struck = |row: &LedgerRow| {
        row.problems
            .iter()
            .any(|one| one.reason == "struck_through")
    };
    assert_eq!(
        table.rows.iter().map(struck).collect::<Vec<_>>(),
        [false, false, true]
    );
    let skipped: Vec<_> = table
        .skipped
        .iter()
        .map(|row| (row.row, row.kind))
        .collect();
    assert_eq!(skipped, [(1, "title"), (6, "filler")]);
    assert_eq!(found.problems.len(), 1);
    assert_eq!(
        (found.problems[0].reason, found.problems[0].sheet.as_str()),
        ("hidden_sheet", "旧")
    );
}
