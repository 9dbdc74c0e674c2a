//! Xlsx with frozen headings, readable widths and a Chinese font.

use std::collections::HashMap;

use chrono::Datelike;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

use super::{Out, WriteError};

/// A font that Windows, macOS and Linux each replace by their own where it is
/// missing.
const FONT: &str = "宋体";
/// Columns are at least and at most this wide, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 6..=42;
/// Digits that a spreadsheet's number holds.
const MOST_DIGITS: usize = 15;

/// Writes heads and rows to one sheet. Text is always a text cell, whatever
/// it begins with, so no formula can come in.
///
/// # Errors
/// More rows or columns than a sheet holds, or a name that is not allowed.
pub fn write_xlsx(
    sheet: &str,
    heads: &[String],
    rows: impl Iterator<Item = Vec<Out>>,
) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(allowed(sheet))?;
    page.set_freeze_panes(1, 0)?;
    let head = base()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_background_color("DDE6F0");
    let mut widths: Vec<usize> = heads.iter().map(|head| width(head)).collect();
    for (column, text) in (0u16..).zip(heads) {
        page.write_string_with_format(0, column, text, &head)?;
    }
    let mut formats = Formats::default();
    for (row, cells) in (1u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(&cells) {
            let wide = write(page, row, column, cell, &mut formats)?;
            match widths.get_mut(usize::from(column)) {
                Some(width) => *width = wide.max(*width),
                None => widths.push(wide),
            }
        }
    }
    for (column, width) in (0u16..).zip(widths) {
        let width = u16::try_from((width + 2).clamp(*WIDTHS.start(), *WIDTHS.end()));
        page.set_column_width(column, width.unwrap_or(10))?;
    }
    Ok(book.save_to_buffer()?)
}

/// The formats in use, made once each.
#[derive(Default)]
struct Formats {
    text: Option<Format>,
    date: Option<Format>,
    numbers: HashMap<u8, Format>,
}

impl Formats {
    fn text(&mut self) -> &Format {
        self.text.get_or_insert_with(|| base().set_num_format("@"))
    }

    fn date(&mut self) -> &Format {
        self.date
            .get_or_insert_with(|| base().set_num_format("yyyy-mm-dd"))
    }

    fn number(&mut self, decimals: u8) -> &Format {
        self.numbers.entry(decimals).or_insert_with(|| {
            let zeros = "0".repeat(usize::from(decimals));
            let point = if decimals > 0 { "." } else { "" };
            base().set_num_format(format!("0{point}{zeros}"))
        })
    }
}

fn base() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(11)
        .set_border(FormatBorder::Thin)
        .set_border_color("BFC7D0")
}

fn write(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Out,
    formats: &mut Formats,
) -> Result<usize, WriteError> {
    match cell {
        Out::Blank => Ok(0),
        Out::Text(text) => {
            page.write_string_with_format(row, column, text, formats.text())?;
            Ok(text.lines().map(width).max().unwrap_or(0))
        }
        Out::Number { text, decimals } => {
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            match text.parse::<f64>() {
                // More digits than a number cell holds stay exact as text.
                Ok(number) if number.is_finite() && digits <= MOST_DIGITS => {
                    page.write_number_with_format(row, column, number, formats.number(*decimals))?;
                }
                _ => {
                    page.write_string_with_format(row, column, text, formats.text())?;
                }
            }
            Ok(width(text))
        }
        Out::Date(day) => {
            let year = u16::try_from(day.year()).unwrap_or(0);
            let month = u8::try_from(day.month()).unwrap_or(1);
            let number = u8::try_from(day.day()).unwrap_or(1);
            match ExcelDateTime::from_ymd(year, month, number) {
                Ok(date) => page.write_datetime_with_format(row, column, &date, formats.date())?,
                // Before 1900 a sheet has no dates.
                Err(_) => {
                    page.write_string_with_format(row, column, day.to_string(), formats.text())?
                }
            };
            Ok(10)
        }
    }
}

/// The columns that a text takes on screen: Chinese characters take two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// A sheet's name within Excel's rules.
fn allowed(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control())
        .take(31)
        .collect();
    if name.trim().is_empty() {
        "Sheet1".to_owned()
    } else {
        name
    }
}
