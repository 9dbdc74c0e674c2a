//! The office formats, through calamine.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;
use std::sync::Arc;
use std::thread;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType,
    SheetVisible, Style, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};
use chrono::{NaiveDate, NaiveTime};

use super::format::Format;
use super::looks::{self, Looks};
use super::ods_texts;
use super::parts;
use super::rich::Struck;
use super::{MOST_CELLS, ReadError, quietly};
use crate::book::{Area, Look, Merges, Raw, Row, Sheet, Shown};

type Bytes<'a> = Cursor<&'a [u8]>;

/// Reads xlsx cell by cell, so that a far corner costs nothing.
pub(super) fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    // Both go through all shared texts.
    let (struck, opened) = thread::scope(|scope| {
        let struck = scope.spawn(|| quietly(|| parts::struck(bytes)));
        let opened = Xlsx::new(Cursor::new(bytes));
        (struck.join().ok().flatten().unwrap_or_default(), opened)
    });
    let mut book: Xlsx<Bytes<'_>> = opened.map_err(of_xlsx)?;
    let about = parts::sheets(bytes);
    let awaits = parts::awaits_calculation(bytes);
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for found in worksheets(&book) {
        let part = about.get(&found.name);
        // Both go through all of a part that may be long.
        let (scanned, filled) = thread::scope(|scope| {
            let scan = part.map(|part| scope.spawn(|| quietly(|| part.scan(bytes)).flatten()));
            let filled = fill(&mut book, found, &struck, &mut budget);
            (scan.and_then(|scan| scan.join().ok().flatten()), filled)
        });
        let (mut sheet, mut rows, has_empty) = filled?;
        sheet.hidden_rows = match &scanned {
            Some(scanned) => scanned.hidden_rows.clone(),
            None => Vec::new(),
        };
        sheet.merges = match &scanned {
            Some(scanned) => merged(scanned.merges.clone())?,
            None => {
                let merges = book.merge_cells_by_sheet_name(&sheet.name);
                areas(&merges.unwrap_or_default())?
            }
        };
        sheet.hidden_columns = part.map(|part| part.hidden.clone()).unwrap_or_default();
        sheet.widths = part.map(|part| part.widths.clone()).unwrap_or_default();
        sheet.comments = part.map(|part| part.comments.clone()).unwrap_or_default();
        let calculates = scanned.is_some_and(|scanned| scanned.has_formulas);
        if calculates && (has_empty || awaits) {
            for at in unstored(&mut book, &sheet.name, awaits)? {
                budget.spend()?;
                rows.put(at, Raw::Unstored);
            }
        }
        sheet.rows = rows.finish();
        sheet.since_1904 = book.has_1904_epoch();
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// The formulas of a sheet whose value the file does not hold. Where the file
/// may await its calculation, those are all, if each has the value 0 that such
/// programs write in the meantime.
fn unstored(
    book: &mut Xlsx<Bytes<'_>>,
    sheet: &str,
    awaits: bool,
) -> Result<Vec<(u32, u32)>, ReadError> {
    let (mut empty, mut zero) = (Vec::new(), Vec::new());
    let mut is_calculated = !awaits;
    let mut cells = book.worksheet_cells_reader(sheet).map_err(of_xlsx)?;
    while let Some(record) = cells.next_cell_with_formula_metadata().map_err(of_xlsx)? {
        if record.formula.is_none() {
            continue;
        }
        let is_zero = match &record.value {
            DataRef::Int(number) => *number == 0,
            DataRef::Float(number) => *number == 0.0,
            DataRef::DateTime(date) => date.as_f64() == 0.0,
            _ => false,
        };
        match record.value {
            DataRef::Empty => empty.push(place(record.pos)?),
            _ if is_zero => zero.push(place(record.pos)?),
            _ => is_calculated = true,
        }
    }
    if !is_calculated {
        empty.append(&mut zero);
    }
    Ok(empty)
}

fn of_xlsx(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::Encrypted,
        other => ReadError::unreadable(other),
    }
}

/// Reads the cells of a sheet, its looks with them; and says whether any are
/// without a value.
fn fill(
    book: &mut Xlsx<Bytes<'_>>,
    mut sheet: Sheet,
    struck: &Struck,
    budget: &mut Budget,
) -> Result<(Sheet, Rows, bool), ReadError> {
    let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(of_xlsx)?;
    let formats: Vec<(Shown, Look, Option<Format>)> = cells
        .styles()
        .iter()
        .map(|style| (shown(style), look(style), format(style)))
        .collect();
    let plain = (Shown::default(), Look::default(), None);
    let mut rows = Rows::default();
    let mut has_empty = false;
    let mut texts = Texts::default();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(of_xlsx)? {
        let at = place(cell.get_position())?;
        let (shown, look, format) = formats.get(style).unwrap_or(&plain);
        let mut raw = raw_ref(cell.get_value(), *shown, &mut texts);
        if let Some(format) = format {
            raw = format.tell(raw);
        }
        let mut look = *look;
        if let Raw::Text(text) = &raw
            && let Some(kept) = struck.get(&**text)
        {
            // What is struck through as a whole is still there to be asked about.
            if kept.is_empty() {
                look.struck = true;
            } else {
                budget.spend()?;
                sheet.struck_parts.insert(at, text.to_string());
                raw = Raw::text(kept);
            }
        }
        if look != Look::default() {
            budget.spend()?;
            sheet.looks.insert(at, look);
        }
        if raw.is_blank() {
            has_empty = true;
            continue;
        }
        budget.spend()?;
        rows.put(at, raw);
    }
    Ok((sheet, rows, has_empty))
}

/// The last column that Excel has.
const MOST_COLUMNS: u32 = 16_384;

pub(super) fn place((row, column): (u32, u32)) -> Result<(u32, u32), ReadError> {
    if column >= MOST_COLUMNS {
        return Err(ReadError::TooWide {
            columns: u64::from(column) + 1,
        });
    }
    Ok((row.saturating_add(1), column + 1))
}

/// Cells that a file may still hold.
pub(super) struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(MOST_CELLS)
    }
}

impl Budget {
    pub(super) fn spend(&mut self) -> Result<(), ReadError> {
        self.0 = self
            .0
            .checked_sub(1)
            .ok_or_else(|| ReadError::too_large(format!("more than {MOST_CELLS} cells")))?;
        Ok(())
    }
}

/// Cells as they come, which is almost always in order.
#[derive(Default)]
pub(super) struct Rows {
    rows: Vec<Row>,
    /// Cells that came after a later one.
    late: BTreeMap<(u32, u32), Raw>,
}

impl Rows {
    pub(super) fn put(&mut self, (number, column): (u32, u32), raw: Raw) {
        match self.rows.last_mut() {
            Some(row) if row.number == number => {
                if row.cells.last().is_some_and(|(last, _)| *last >= column) {
                    self.late.insert((number, column), raw);
                } else {
                    row.cells.push((column, raw));
                }
            }
            Some(row) if row.number > number => {
                self.late.insert((number, column), raw);
            }
            _ => self.rows.push(Row {
                number,
                cells: vec![(column, raw)],
            }),
        }
    }

    pub(super) fn finish(mut self) -> Vec<Row> {
        for ((number, column), raw) in self.late {
            let at = self.rows.binary_search_by_key(&number, |row| row.number);
            match at {
                Ok(at) => {
                    let cells = &mut self.rows[at].cells;
                    match cells.binary_search_by_key(&column, |(column, _)| *column) {
                        Ok(place) => cells[place].1 = raw,
                        Err(place) => cells.insert(place, (column, raw)),
                    }
                }
                Err(at) => self.rows.insert(
                    at,
                    Row {
                        number,
                        cells: vec![(column, raw)],
                    },
                ),
            }
        }
        self.rows
    }
}

/// Texts that a workbook shares are kept once, by where they stand.
#[derive(Default)]
struct Texts(HashMap<*const u8, Arc<str>>);

impl Texts {
    fn of(&mut self, text: &str) -> Arc<str> {
        let kept = self.0.entry(text.as_ptr());
        kept.or_insert_with(|| Arc::from(text)).clone()
    }
}

/// Reads the old binary format.
pub(super) fn xls(
    bytes: &[u8],
    mut looks: HashMap<String, Looks>,
) -> Result<Vec<Sheet>, ReadError> {
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
        let own = looks.remove(&about.name).unwrap_or_default();
        sheets.push(Sheet {
            rows: dense(&range, &own),
            merges: areas(&merges)?,
            looks: own.looks(),
            struck_parts: own.struck_parts(),
            hidden_columns: own.hidden,
            hidden_rows: own.hidden_rows,
            comments: own.comments,
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
    let book = Xlsb::new(Cursor::new(bytes)).map_err(fault)?;
    plain(book, HashMap::new(), fault)
}

/// Reads OpenDocument spreadsheets.
pub(super) fn ods(bytes: &[u8], looks: HashMap<String, Looks>) -> Result<Vec<Sheet>, ReadError> {
    let fault = |error: OdsError| match error {
        OdsError::Password => ReadError::Encrypted,
        OdsError::CellLimitExceeded { requested, .. } => {
            ReadError::too_large(format!("{requested} cells"))
        }
        other => ReadError::unreadable(other),
    };
    plain(Ods::new(Cursor::new(bytes)).map_err(fault)?, looks, fault)
}

fn plain<'a, R: Reader<Bytes<'a>>>(
    mut book: R,
    mut looks: HashMap<String, Looks>,
    fault: impl Fn(R::Error) -> ReadError,
) -> Result<Vec<Sheet>, ReadError> {
    let mut sheets = Vec::new();
    for about in worksheets(&book) {
        let range = book.worksheet_range(&about.name).map_err(&fault)?;
        let mut own = looks.remove(&about.name).unwrap_or_default();
        let mut rows = dense(&range, &own);
        ods_texts::fill(&mut rows, std::mem::take(&mut own.untyped));
        sheets.push(Sheet {
            rows,
            looks: own.looks(),
            struck_parts: own.struck_parts(),
            merges: merged(own.merges)?,
            hidden_columns: own.hidden,
            hidden_rows: own.hidden_rows,
            comments: own.comments,
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

fn dense(range: &Range<Data>, looks: &Looks) -> Vec<Row> {
    let (top, left) = range.start().unwrap_or_default();
    let mut rows = Vec::new();
    for (number, cells) in (top.saturating_add(1)..).zip(range.rows()) {
        let cells: Vec<(u32, Raw)> = (left.saturating_add(1)..)
            .zip(cells)
            .map(|(column, data)| {
                let raw = raw(data, looks.shown(number, column));
                (column, looks.told(number, column, raw))
            })
            .filter(|(_, raw)| !raw.is_blank())
            .collect();
        if !cells.is_empty() {
            rows.push(Row { number, cells });
        }
    }
    rows
}

/// The most merged ranges of a sheet.
pub(super) const MOST_MERGES: usize = 200_000;

fn areas(merges: &[Dimensions]) -> Result<Merges, ReadError> {
    merged(merges.iter().map(area).collect())
}

pub(super) fn merged(areas: Vec<Area>) -> Result<Merges, ReadError> {
    let count = areas.len();
    let too_many = || ReadError::too_large(format!("{count} merged ranges"));
    if count > MOST_MERGES {
        return Err(too_many());
    }
    Merges::of(areas).ok_or_else(too_many)
}

fn area(dimensions: &Dimensions) -> Area {
    Area {
        top: dimensions.start.0.saturating_add(1),
        left: dimensions.start.1.saturating_add(1),
        bottom: dimensions.end.0.saturating_add(1),
        right: dimensions.end.1.saturating_add(1),
    }
}

fn raw(data: &Data, shown: Shown) -> Raw {
    match data {
        Data::Int(number) => integer(*number),
        Data::Float(number) => float(*number, shown),
        Data::String(text) => Raw::text(text),
        Data::Bool(flag) => Raw::Bool(*flag),
        Data::DateTime(date) => moment(date, shown),
        Data::DateTimeIso(text) => iso(text),
        Data::DurationIso(text) => Raw::text(text),
        Data::Error(error) => Raw::Error(error.to_string().into()),
        Data::Empty => Raw::Empty,
    }
}

fn raw_ref(data: &DataRef<'_>, shown: Shown, texts: &mut Texts) -> Raw {
    match data {
        DataRef::Int(number) => integer(*number),
        DataRef::Float(number) => float(*number, shown),
        DataRef::String(text) => Raw::text(text),
        DataRef::SharedString(text) => Raw::Text(texts.of(text)),
        DataRef::Bool(flag) => Raw::Bool(*flag),
        DataRef::DateTime(date) => moment(date, shown),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::DurationIso(text) => Raw::text(text),
        DataRef::Error(error) => Raw::Error(error.to_string().into()),
        DataRef::Empty => Raw::Empty,
    }
}

fn integer(number: i64) -> Raw {
    Raw::Number {
        text: number.to_string().into(),
        shown: Shown::General,
    }
}

/// The decimal text of a stored number, rounded to the 15 digits that Excel
/// itself shows at most: 0.1 + 0.2 reads as 0.3.
pub(super) fn float(number: f64, shown: Shown) -> Raw {
    if !number.is_finite() {
        return Raw::Error("#NUM!".into());
    }
    let mut text = number.to_string();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits > 15 {
        let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
        text = rounded.to_string();
    }
    Raw::Number {
        text: text.into(),
        shown,
    }
}

fn moment(date: &ExcelDateTime, shown: Shown) -> Raw {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let found = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    let time = NaiveTime::from_hms_opt(hour.into(), minute.into(), second.into());
    match found {
        Some(found) if date.is_datetime() && date.as_f64() >= 1.0 => {
            Raw::Date(found, time.filter(|time| *time != NaiveTime::MIN))
        }
        _ => float(date.as_f64(), shown),
    }
}

pub(super) fn iso(text: &str) -> Raw {
    let day = text.get(..10).unwrap_or(text);
    NaiveDate::parse_from_str(day, "%Y-%m-%d")
        .map_or_else(|_| Raw::text(text), |date| Raw::Date(date, iso_time(text)))
}

fn iso_time(text: &str) -> Option<NaiveTime> {
    let time = NaiveTime::parse_from_str(text.get(11..19)?, "%H:%M:%S").ok()?;
    (time != NaiveTime::MIN).then_some(time)
}

fn shown(style: &Style) -> Shown {
    let format = style.number_format.as_ref();
    format.map_or(Shown::General, |format| looks::shown(&format.format_code))
}

fn format(style: &Style) -> Option<Format> {
    let format = style.number_format.as_ref()?;
    let own = Format::parse(&format.format_code);
    own.or_else(|| Format::built_in(format.format_id?))
}

fn rgb(color: calamine::Color) -> [u8; 3] {
    [color.red, color.green, color.blue]
}

fn look(style: &Style) -> Look {
    let fill = style.fill.as_ref().filter(|fill| fill.is_visible());
    Look {
        fill: fill.and_then(calamine::Fill::get_color).map(rgb),
        ink: style
            .font
            .as_ref()
            .and_then(|font| font.color)
            .map(rgb)
            .and_then(looks::coloured),
        struck: style
            .font
            .as_ref()
            .is_some_and(calamine::Font::has_strikethrough),
    }
}
