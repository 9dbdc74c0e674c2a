//! The headings that other zones use, as text and as a workbook with merged
//! headings, and what each column must be taken for.

mod building;
mod carrier;
mod lead;
mod other;
mod planned;
mod signing;
mod visit;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::table::{Column, Table};
use crate::{read, understand};

/// One ledger of another zone.
struct Zone {
    file: &'static str,
    csv: &'static str,
    ledger: &'static str,
    heads: &'static [u32],
    rows: u64,
    /// What each column is: a field, `+` a text joined to it, `#` the row's
    /// number, `text` what is kept as text; with its unit in brackets.
    columns: &'static str,
}

fn every() -> impl Iterator<Item = &'static Zone> {
    [
        lead::ZONES,
        signing::ZONES,
        building::ZONES,
        planned::ZONES,
        visit::ZONES,
        carrier::ZONES,
        other::ZONES,
    ]
    .into_iter()
    .flatten()
}

fn shown(column: &Column) -> String {
    let field = column.target.map(|target| target.dotted());
    let plain = match column.reason.as_str() {
        "row_number" => return "#".to_owned(),
        "person_and_phone" => return "person".to_owned(),
        "kept_as_text" => return "text".to_owned(),
        "joined_text" => format!("+{}", field.unwrap_or_default()),
        _ => field.unwrap_or_else(|| "?".to_owned()),
    };
    match column.unit {
        Some(unit) => format!("{plain}[{unit}]"),
        None => plain,
    }
}

fn check(zone: &Zone, tables: &[Table]) {
    let [table] = tables else {
        panic!("{}: {} tables", zone.file, tables.len());
    };
    assert_eq!(table.ledger, zone.ledger, "{}", zone.file);
    assert_eq!(table.header_rows, zone.heads, "{}", zone.file);
    assert_eq!(table.read, zone.rows, "{}", zone.file);
    let columns: Vec<String> = table.columns.iter().map(shown).collect();
    assert_eq!(columns.join(" "), zone.columns, "{}", zone.file);
    assert!(table.rows.iter().all(|row| !row.rejected), "{}", zone.file);
    for column in &table.columns {
        assert!(column.confidence >= 70, "{} {}", zone.file, column.head);
    }
}

#[test]
fn as_text() {
    for zone in every() {
        let book = read(zone.file, zone.csv.as_bytes()).expect("csv");
        check(zone, &understand(&book).tables);
    }
}

#[test]
fn the_name_of_the_file_is_not_needed() {
    for zone in every() {
        let book = read("表.csv", zone.csv.as_bytes()).expect("csv");
        check(zone, &understand(&book).tables);
    }
}

/// The same with headings merged as a person would: a parent over its
/// children, and what has none over all heading rows.
fn workbook(zone: &Zone) -> Result<Vec<u8>, XlsxError> {
    let lines: Vec<Vec<&str>> = zone
        .csv
        .lines()
        .map(|line| line.split(',').collect())
        .collect();
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("Sheet1")?;
    let format = Format::new();
    let row = |number: usize| u32::try_from(number).unwrap_or(0);
    let column = |number: usize| u16::try_from(number).unwrap_or(0);
    for (number, line) in lines.iter().enumerate() {
        for (at, text) in line.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            match text.parse::<f64>() {
                Ok(figure) => page.write_number(row(number), column(at), figure)?,
                Err(_) => page.write_string(row(number), column(at), *text)?,
            };
        }
    }
    if let [first, last] = zone.heads {
        let (top, below) = (*first as usize - 1, *last as usize - 1);
        let cell = |line: usize, at: usize| lines[line].get(at).copied().unwrap_or_default();
        let width = lines[top].len();
        let mut at = 0;
        while at < width {
            let mut end = at;
            if cell(below, at).is_empty() {
                page.merge_range(
                    row(top),
                    column(at),
                    row(below),
                    column(at),
                    cell(top, at),
                    &format,
                )?;
            } else {
                while end + 1 < width
                    && cell(top, end + 1).is_empty()
                    && !cell(below, end + 1).is_empty()
                {
                    end += 1;
                }
                if end > at {
                    page.merge_range(
                        row(top),
                        column(at),
                        row(top),
                        column(end),
                        cell(top, at),
                        &format,
                    )?;
                }
            }
            at = end + 1;
        }
    }
    book.save_to_buffer()
}

#[test]
fn as_a_workbook_with_merged_headings() {
    for zone in every() {
        let bytes = workbook(zone).expect("workbook");
        let book = read("表.xlsx", &bytes).expect("xlsx");
        check(zone, &understand(&book).tables);
    }
}
