//! Comments on cells.

use rust_xlsxwriter::{Note, Workbook, XlsxError};

use super::{of_text, shown};
use crate::problem::Level;

/// A ledger of three agreements with these comments: row and column from 0.
fn ledger(comments: &[(u32, u16, &str)]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("签约")?;
    page.write_row(0, 0, ["2024年签约项目台账（单位：万元）"])?;
    let heads = ["项目名称", "投资方", "签约时间", "合同利用资金", "备注"];
    page.write_row(1, 0, heads)?;
    let rows = [
        ["甲项目", "甲公司", "2024.3.1", "12000", "用地50亩"],
        ["乙项目", "乙公司", "2024.4.1", "8000", ""],
        ["丙项目", "丙公司", "2024.5.1", "6000", ""],
    ];
    for (at, row) in (2..).zip(rows) {
        page.write_row(at, 0, row)?;
    }
    for (row, column, said) in comments {
        let note = Note::new(*said).set_author("张三");
        page.insert_note(*row, *column, &note)?;
    }
    book.save_to_buffer()
}

#[test]
fn what_is_noted_on_a_cell_is_kept_and_heard() -> Result<(), XlsxError> {
    let bytes = ledger(&[
        (1, 3, "含设备款"),
        (2, 3, "一期8000万"),
        (3, 0, "已终止，不计入"),
        (4, 3, "约6000"),
    ])?;
    let found = of_text("2024年签约.xlsx", &bytes);
    let table = &found.tables[0];
    let notes: Vec<String> = table
        .rows
        .iter()
        .map(|row| shown(row, "agreement.note"))
        .collect();
    assert_eq!(
        notes,
        [
            "用地50亩\n批注（合同利用资金）：一期8000万",
            "批注（项目名称）：已终止，不计入",
            "",
        ]
    );
    let told = |row: usize| -> Vec<(&str, Level, &str)> {
        let problems = table.rows[row].problems.iter();
        let own = problems.filter(|one| one.reason != "agreement_type_supposed");
        own.map(|one| (one.reason, one.level, one.raw.as_str()))
            .collect()
    };
    assert_eq!(told(0), [("comment_kept", Level::Info, "一期8000万")]);
    assert_eq!(
        told(1),
        [("remark_leaves_out", Level::Must, "已终止，不计入")]
    );
    assert_eq!(told(2), []);
    let elsewhere: Vec<(u32, &str)> = table
        .problems
        .iter()
        .filter(|one| one.reason == "comment_on_no_record")
        .map(|one| (one.row, one.raw.as_str()))
        .collect();
    assert_eq!(elsewhere, [(2, "含设备款")]);
    Ok(())
}
