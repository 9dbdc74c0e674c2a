//! What a file strikes through in part, and rows that it hides.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::{of_text, shown};
use crate::problem::Level;

#[test]
fn the_part_that_is_not_struck_through_is_read() -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("签约")?;
    page.write_row(0, 0, ["2024年签约项目台账（单位：万元）"])?;
    let heads = ["项目名称", "投资方", "签约时间", "合同利用资金"];
    page.write_row(1, 0, heads)?;
    page.write_row(2, 0, ["甲项目", "甲公司", "2024.3.1"])?;
    page.write_row(3, 0, ["乙项目", "乙公司", "2024.4.1", "8000"])?;
    let (struck, plain) = (Format::new().set_font_strikethrough(), Format::new());
    page.write_rich_string(2, 3, &[(&struck, "1200"), (&plain, "1500")])?;
    let found = of_text("2024年签约.xlsx", &book.save_to_buffer()?);
    let rows = &found.tables[0].rows;
    assert_eq!(shown(&rows[0], "agreement.contract_capital"), "15000000");
    let told = rows[0].problems.iter();
    let told = told.filter(|one| one.reason == "struck_in_part");
    let told: Vec<_> = told
        .map(|one| (one.column.as_str(), one.raw.as_str(), one.level))
        .collect();
    assert_eq!(told, [("D", "12001500", Level::Should)]);
    let mut problems = rows[1].problems.iter();
    assert!(problems.all(|one| one.reason != "struck_in_part"));
    Ok(())
}

#[test]
fn hidden_rows_are_read_and_named_once() -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("签约")?;
    let heads = ["项目名称", "投资方", "签约时间", "合同利用资金（万元）"];
    page.write_row(0, 0, heads)?;
    for (at, name) in (1..).zip(["甲", "乙", "丙", "丁", "戊"]) {
        let firm = format!("{name}公司");
        page.write_row(at, 0, [name, firm.as_str(), "2024.3.1", "100"])?;
    }
    for row in [2, 3, 5] {
        page.set_row_hidden(row)?;
    }
    let found = of_text("2024年签约.xlsx", &book.save_to_buffer()?);
    let table = &found.tables[0];
    assert_eq!(table.rows.len(), 5);
    let told = table.problems.iter();
    let told = told.filter(|one| one.reason == "hidden_rows");
    let told: Vec<_> = told.map(|one| (one.row, one.raw.as_str())).collect();
    assert_eq!(told, [(1, "3—4、6")]);
    Ok(())
}
