//! The office formats, through calamine.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType,
    SheetVisible, Style, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};
use chrono::NaiveDate;

use super::{MOST_CELLS, ReadError};
use crate::book::{Area, Look, Raw, Row, Sheet, Shown};

type Bytes<'a> = Cursor<&'a [u8]>;

/// Reads xlsx cell by cell, so that a far corner costs nothing.
pub(super) fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    let fault = |error: XlsxError| match error {
        XlsxError::Password => ReadError::Encrypted,
        other => ReadError::unreadable(other),
    };
    let mut book: Xlsx<Bytes<'_>> = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let mut sheets = Vec::new();
    let mut left = MOST_CELLS;
    for about in worksheets(&book) {
        let merges = book
            .merge_cells_by_sheet_name(&about.name)
            .unwrap_or_default();
        let mut sheet = Sheet {
            merges: areas(&merges)?,
            ..about
        };
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(fault)?;
        let formats: Vec<(Shown, Look)> = cells
            .styles()
            .iter()
            .map(|style| (shown(style), look(style)))
            .collect();
        let mut rows: BTreeMap<u32, BTreeMap<u32, Raw>> = BTreeMap::new();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(fault)? {
            let (row, column) = cell.get_position();
            let at = (row.saturating_add(1), column.saturating_add(1));
            let (shown, look) = formats.get(style).copied().unwrap_or_default();
            let raw = raw_ref(cell.get_value(), shown);
            if raw.is_blank() {
                continue;
            }
            left = left
                .checked_sub(1)
                .ok_or_else(|| ReadError::too_large(format!("more than {MOST_CELLS} cells")))?;
            if look != Look::default() {
                sheet.looks.insert(at, look);
            }
            rows.entry(at.0).or_default().insert(at.1, raw);
        }
        sheet.rows = rows
            .into_iter()
            .map(|(number, cells)| Row {
                number,
                cells: cells.into_iter().collect(),
            })
            .collect();
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// Reads the old binary format.
pub(super) fn xls(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    let fault = |error: XlsError| match error {
        XlsError::Password => ReadError::Encrypted,
        other => ReadError::unreadable(other),
    };
    let mut book: Xls<Bytes<'_>> = Xls::new(Cursor::new(bytes)).map_err(fault)?;
    let mut sheets = Vec::new();
    for about in worksheets(&book) {
        let range = book.worksheet_range(&about.name).map_err(fault)?;
        let merges = book
            .merge_cells_by_sheet_name(&about.name)
            .unwrap_or_default();
        sheets.push(Sheet {
            rows: dense(&range),
            merges: areas(&merges)?,
            ..about
        });
    }
    Ok(sheets)
}

/// Reads the binary flavour of xlsx.
pub(super) fn xlsb(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    let fault = |error: XlsbError| match error {
        XlsbError::Password => ReadError::Encrypted,
        other => ReadError::unreadable(other),
    };
    plain(Xlsb::new(Cursor::new(bytes)).map_err(fault)?, fault)
}

/// Reads OpenDocument spreadsheets.
pub(super) fn ods(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    let fault = |error: OdsError| match error {
        OdsError::Password => ReadError::Encrypted,
        OdsError::CellLimitExceeded { requested, .. } => {
            ReadError::too_large(format!("{requested} cells"))
        }
        other => ReadError::unreadable(other),
    };
    plain(Ods::new(Cursor::new(bytes)).map_err(fault)?, fault)
}

fn plain<'a, R: Reader<Bytes<'a>>>(
    mut book: R,
    fault: impl Fn(R::Error) -> ReadError,
) -> Result<Vec<Sheet>, ReadError> {
    let mut sheets = Vec::new();
    for about in worksheets(&book) {
        let range = book.worksheet_range(&about.name).map_err(&fault)?;
        sheets.push(Sheet {
            rows: dense(&range),
            ..about
        });
    }
    Ok(sheets)
}

/// The worksheets without their cells.
fn worksheets<'a, R: Reader<Bytes<'a>>>(book: &R) -> Vec<Sheet> {
    book.sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| Sheet {
            name: sheet.name.clone(),
            hidden: sheet.visible != SheetVisible::Visible,
            ..Sheet::default()
        })
        .collect()
}

fn dense(range: &Range<Data>) -> Vec<Row> {
    let (top, left) = range.start().unwrap_or_default();
    let mut rows = Vec::new();
    for (number, cells) in (top.saturating_add(1)..).zip(range.rows()) {
        let cells: Vec<(u32, Raw)> = (left.saturating_add(1)..)
            .zip(cells)
            .map(|(column, data)| (column, raw(data)))
            .filter(|(_, raw)| !raw.is_blank())
            .collect();
        if !cells.is_empty() {
            rows.push(Row { number, cells });
        }
    }
    rows
}

/// The most merged ranges of a sheet.
const MOST_MERGES: usize = 200_000;

fn areas(merges: &[Dimensions]) -> Result<Vec<Area>, ReadError> {
    if merges.len() > MOST_MERGES {
        return Err(ReadError::too_large(format!(
            "{} merged ranges",
            merges.len()
        )));
    }
    Ok(merges.iter().map(area).collect())
}

fn area(dimensions: &Dimensions) -> Area {
    Area {
        top: dimensions.start.0.saturating_add(1),
        left: dimensions.start.1.saturating_add(1),
        bottom: dimensions.end.0.saturating_add(1),
        right: dimensions.end.1.saturating_add(1),
    }
}

fn raw(data: &Data) -> Raw {
    match data {
        Data::Int(number) => integer(*number),
        Data::Float(number) => float(*number, Shown::General),
        Data::String(text) => Raw::Text(text.clone()),
        Data::Bool(flag) => Raw::Bool(*flag),
        Data::DateTime(date) => moment(date, Shown::General),
        Data::DateTimeIso(text) => iso(text),
        Data::DurationIso(text) => Raw::Text(text.clone()),
        Data::Error(error) => Raw::Error(error.to_string()),
        Data::Empty => Raw::Empty,
    }
}

fn raw_ref(data: &DataRef<'_>, shown: Shown) -> Raw {
    match data {
        DataRef::Int(number) => integer(*number),
        DataRef::Float(number) => float(*number, shown),
        DataRef::String(text) => Raw::Text(text.clone()),
        DataRef::SharedString(text) => Raw::Text((*text).to_owned()),
        DataRef::Bool(flag) => Raw::Bool(*flag),
        DataRef::DateTime(date) => moment(date, shown),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::DurationIso(text) => Raw::Text(text.clone()),
        DataRef::Error(error) => Raw::Error(error.to_string()),
        DataRef::Empty => Raw::Empty,
    }
}

fn integer(number: i64) -> Raw {
    Raw::Number {
        text: number.to_string(),
        shown: Shown::General,
    }
}

/// The decimal text of a stored number, rounded to the 15 digits that Excel
/// itself shows at most: 0.1 + 0.2 reads as 0.3.
fn float(number: f64, shown: Shown) -> Raw {
    if !number.is_finite() {
        return Raw::Error("#NUM!".to_owned());
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    Raw::Number {
        text: rounded.to_string(),
        shown,
    }
}

fn moment(date: &ExcelDateTime, shown: Shown) -> Raw {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    let found = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    match found {
        Some(found) if date.is_datetime() && date.as_f64() >= 1.0 => Raw::Date(found),
        _ => float(date.as_f64(), shown),
    }
}

fn iso(text: &str) -> Raw {
    let day = text.get(..10).unwrap_or(text);
    NaiveDate::parse_from_str(day, "%Y-%m-%d")
        .map_or_else(|_| Raw::Text(text.to_owned()), Raw::Date)
}

fn shown(style: &Style) -> Shown {
    let Some(format) = &style.number_format else {
        return Shown::General;
    };
    let positive = format.format_code.split(';').next().unwrap_or_default();
    if positive.contains('%') {
        return Shown::Percent;
    }
    match positive.split_once('.') {
        Some((_, rest)) => {
            let digits = rest.bytes().take_while(|byte| *byte == b'0').count();
            Shown::Decimals(u8::try_from(digits).unwrap_or(u8::MAX))
        }
        None if positive.contains('0') => Shown::Decimals(0),
        None => Shown::General,
    }
}

fn look(style: &Style) -> Look {
    let fill = style.fill.as_ref().filter(|fill| fill.is_visible());
    Look {
        fill: fill
            .and_then(calamine::Fill::get_color)
            .map(|color| [color.red, color.green, color.blue]),
        struck: style
            .font
            .as_ref()
            .is_some_and(calamine::Font::has_strikethrough),
    }
}
