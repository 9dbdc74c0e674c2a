//! Xlsx ready to be handed in: merged headings that stay in sight and come on
//! every printed page, sums that go on living, readable widths.

use std::collections::BTreeMap;

use chrono::Datelike;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Note, Workbook, Worksheet};

use super::formats::{self, Formats};
use super::{
    Align, DateLook, Heading, Line, Number, Out, Sheet, SheetColumn, Span, Sums, WriteError,
};
use crate::book::letters;

/// Columns are at least and at most this wide by themselves, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 6..=36;
/// The most characters that a sheet's name has.
const LONGEST_NAME: usize = 31;
/// Digits that a spreadsheet's number holds.
const MOST_DIGITS: usize = 15;
/// A title's row is this high, in points.
const TITLE_HEIGHT: f64 = 36.0;
/// Other rows above and below the table.
const AROUND_HEIGHT: f64 = 20.0;
/// A row of headings.
const HEAD_HEIGHT: f64 = 18.0;
/// The heading of a section, and a line of sums.
const SUM_HEIGHT: f64 = 21.0;
/// A line of text in a row of the body, and what stands around it.
const LINE_HEIGHT: f64 = 14.5;
const ROW_MARGIN: f64 = 5.0;
/// The most lines that a row is made high enough for; Excel's rows end at
/// 409 points.
const MOST_TEXT_LINES: u32 = 27;
/// Texts up to this width fit every column.
const NARROW: usize = 5;

/// Writes one sheet. Text is always a text cell, whatever it begins with, so
/// no formula can come in.
///
/// # Errors
/// More rows or columns than a sheet holds, or a name that is not allowed.
pub fn write_xlsx(sheet: &Sheet, body: impl Iterator<Item = Line>) -> Result<Vec<u8>, WriteError> {
    write_book([(sheet, body)])
}

/// Writes several sheets; of two that would be called alike the later one's
/// name gets a number.
///
/// # Errors
/// More rows or columns than a sheet holds.
pub fn write_book<'s, L: Iterator<Item = Line>>(
    sheets: impl IntoIterator<Item = (&'s Sheet, L)>,
) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    let mut names: Vec<String> = Vec::new();
    for (sheet, body) in sheets {
        let name = unlike(&names, &allowed(&sheet.name));
        let page = book.add_worksheet();
        page.set_name(&name)?;
        names.push(name);
        write_sheet(page, sheet, body)?;
    }
    Ok(book.save_to_buffer()?)
}

fn write_sheet(
    page: &mut Worksheet,
    sheet: &Sheet,
    body: impl Iterator<Item = Line>,
) -> Result<(), WriteError> {
    let mut writing = Writing {
        page,
        sheet,
        formats: Formats::default(),
        widths: vec![0; sheet.columns.len()],
        row: 0,
        first: 0,
        wide: Vec::new(),
        figures: vec![0; sheet.columns.len()],
    };
    writing.around(&sheet.top)?;
    writing.heads()?;
    for line in body {
        match line {
            Line::Record(cells) => writing.record(&cells)?,
            Line::Section(text) => {
                let last = sheet.last_column();
                merge(
                    writing.page,
                    (writing.row, 1),
                    (0, last),
                    &text,
                    &formats::section(),
                )?;
                writing.page.set_row_height(writing.row, SUM_HEIGHT)?;
            }
            Line::Sums(sums) => writing.sums(&sums)?,
        }
        writing.row += 1;
    }
    writing.around(&sheet.foot)?;
    writing.finish()
}

struct Writing<'a> {
    page: &'a mut Worksheet,
    sheet: &'a Sheet,
    formats: Formats,
    widths: Vec<usize>,
    row: u32,
    /// The first row of the body.
    first: u32,
    /// Row, column, width and lines of texts that may need more than a line.
    wide: Vec<(u32, u16, u32, u32)>,
    /// Widths below which figures could not be read.
    figures: Vec<usize>,
}

impl Writing<'_> {
    fn around(&mut self, rows: &[Vec<Span>]) -> Result<(), WriteError> {
        let last = self.sheet.last_column();
        for spans in rows {
            let mut height = AROUND_HEIGHT;
            for span in spans.iter().filter(|span| span.from <= last) {
                let columns = (span.from, span.to.clamp(span.from, last));
                merge(
                    self.page,
                    (self.row, 1),
                    columns,
                    &span.text,
                    &formats::around(span),
                )?;
                let lines = span.text.lines().count().max(1);
                let lines = f64::from(u32::try_from(lines).unwrap_or(1));
                let own = if span.is_title {
                    TITLE_HEIGHT
                } else {
                    AROUND_HEIGHT
                };
                height = height.max(own * lines);
            }
            self.page.set_row_height(self.row, height)?;
            self.row += 1;
        }
        Ok(())
    }

    fn heads(&mut self) -> Result<(), WriteError> {
        let format = formats::head();
        for head in &self.sheet.heads {
            let rows = (self.row + head.row, head.rows);
            let columns = (head.column, head.column + head.columns.max(1) - 1);
            merge(self.page, rows, columns, &head.text, &format)?;
            let at = usize::from(head.column);
            if let (1, Some(width)) = (head.columns, self.widths.get_mut(at)) {
                *width = head_width(&head.text);
            }
        }
        for row in 0..self.sheet.head_rows {
            let lines = self.sheet.heads.iter().filter(|head| head.row == row);
            let lines = lines.map(|head| self.lines(head)).max().unwrap_or(1);
            self.page
                .set_row_height(self.row + row, HEAD_HEIGHT * f64::from(lines) + 6.0)?;
        }
        self.row += self.sheet.head_rows;
        self.first = self.row;
        self.page.set_freeze_panes(self.row, 0)?;
        if self.sheet.head_rows > 0 {
            self.page
                .set_repeat_rows(self.row - self.sheet.head_rows, self.row - 1)?;
            if self.sheet.filtered && self.sheet.body_rows > 0 {
                let end = self.row + self.sheet.body_rows - 1;
                self.page
                    .autofilter(self.row - 1, 0, end, self.sheet.last_column())?;
            }
        }
        Ok(())
    }

    /// Lines that a heading breaks into, for each row that it takes.
    fn lines(&self, head: &Heading) -> u32 {
        let own = usize::from(head.column)..usize::from(head.column + head.columns);
        let columns = self.sheet.columns.get(own).unwrap_or_default();
        let wanted = u32::try_from(width(&head.text)).unwrap_or(u32::MAX);
        let told = u32::try_from(head.text.lines().count()).unwrap_or(1);
        // By itself, a column is made wide enough for half of its heading.
        let own = |column: &SheetColumn| column.width.map_or(wanted.div_ceil(2), u32::from);
        let room: u32 = columns.iter().map(own).sum();
        let lines = wanted.div_ceil(room.max(3) - 1).clamp(1, 6);
        lines.max(told).div_ceil(head.rows.max(1))
    }

    fn record(&mut self, cells: &[Out]) -> Result<(), WriteError> {
        for (column, cell) in (0u16..).zip(cells) {
            let at = usize::from(column);
            let align = self.sheet.columns.get(at).map(|one| one.align);
            let wide = self.cell(column, cell, align.unwrap_or_default())?;
            match self.widths.get_mut(at) {
                Some(width) => *width = wide.max(*width),
                None => self.widths.push(wide),
            }
        }
        Ok(())
    }

    fn cell(&mut self, column: u16, cell: &Out, align: Align) -> Result<usize, WriteError> {
        let row = self.row;
        match cell {
            Out::Blank => {
                let format = self.formats.text(align, "");
                self.page.write_blank(row, column, format)?;
                Ok(0)
            }
            Out::Text(text) => self.text(column, text, align),
            Out::Number(number) => self.number(column, number, align),
            Out::Date(day, look) => {
                let year = u16::try_from(day.year()).unwrap_or(0);
                let month = u8::try_from(day.month()).unwrap_or(1);
                let date = u8::try_from(day.day()).unwrap_or(1);
                match ExcelDateTime::from_ymd(year, month, date) {
                    Ok(date) => {
                        let format = self.formats.date(*look);
                        self.page
                            .write_datetime_with_format(row, column, &date, format)?;
                        Ok(if *look == DateLook::Words { 14 } else { 10 })
                    }
                    // Before 1900 a sheet has no dates.
                    Err(_) => self.text(column, &look.day(*day), align),
                }
            }
        }
    }

    fn text(&mut self, column: u16, text: &str, align: Align) -> Result<usize, WriteError> {
        let format = self.formats.text(align, text);
        self.page
            .write_string_with_format(self.row, column, text, format)?;
        let (mut widest, mut lines) = (0, 0u32);
        for line in text.lines() {
            widest = widest.max(width(line));
            lines += 1;
        }
        if widest > NARROW || lines > 1 {
            let wide = u32::try_from(widest).unwrap_or(u32::MAX);
            self.wide.push((self.row, column, wide, lines));
        }
        Ok(widest)
    }

    fn number(&mut self, column: u16, number: &Number, align: Align) -> Result<usize, WriteError> {
        let Some(value) = stored(&number.text) else {
            return self.text(column, &number.shown(), Align::Right);
        };
        let (format, told) = self.formats.number(number, align);
        self.page
            .write_number_with_format(self.row, column, value, format)?;
        if !told {
            self.remark(column, &number.shown())?;
        }
        let cut = rounded_width(&number.text, number.decimals);
        let words = number.words.as_deref().filter(|_| told);
        let wide = cut + words.map_or(0, |(before, after)| width(before) + width(after));
        self.figure(column, wide);
        Ok(wide)
    }

    fn figure(&mut self, column: u16, wide: usize) {
        if let Some(width) = self.figures.get_mut(usize::from(column)) {
            *width = wide.max(*width);
        }
    }

    fn sums(&mut self, sums: &Sums) -> Result<(), WriteError> {
        let to = sums.label_to();
        self.page.set_row_height(self.row, SUM_HEIGHT)?;
        merge(
            self.page,
            (self.row, 1),
            (0, to),
            &sums.label,
            &formats::label(),
        )?;
        for (column, cell) in (0u16..).zip(&sums.cells) {
            let Some(sum) = cell else {
                if column > to {
                    self.page.write_blank(self.row, column, &formats::label())?;
                }
                continue;
            };
            let format = self.formats.sum(sum.decimals);
            if sums.over.is_empty() || stored(&sum.text).is_none() {
                self.page
                    .write_string_with_format(self.row, column, &sum.text, format)?;
            } else {
                let letter = letters(u32::from(column) + 1);
                let top = self.first + sums.over.start + 1;
                let bottom = self.first + sums.over.end;
                let formula = format!("=SUBTOTAL(9,{letter}{top}:{letter}{bottom})");
                let formula = Formula::new(formula).set_result(&sum.text);
                self.page
                    .write_formula_with_format(self.row, column, formula, format)?;
            }
            if let Some(remark) = &sum.remark {
                self.remark(column, remark)?;
            }
            let wide = rounded_width(&sum.text, sum.decimals) + 1;
            self.figure(column, wide);
            if let Some(width) = self.widths.get_mut(usize::from(column)) {
                *width = wide.max(*width);
            }
        }
        Ok(())
    }

    fn remark(&mut self, column: u16, text: &str) -> Result<(), WriteError> {
        let note = Note::new(text).add_author_prefix(false);
        self.page.insert_note(self.row, column, &note)?;
        Ok(())
    }

    fn finish(self) -> Result<(), WriteError> {
        let mut rooms = Vec::with_capacity(self.widths.len());
        let found = self.widths.into_iter().zip(self.figures);
        for ((column, (width, figure)), own) in (0u16..).zip(found).zip(&self.sheet.columns) {
            let found = (width + 2).clamp(*WIDTHS.start(), *WIDTHS.end());
            let found = own.width.map_or(found, usize::from);
            let room = u32::try_from(found.max(figure + 1).max(2)).unwrap_or(10);
            self.page.set_column_width(column, f64::from(room))?;
            rooms.push(room);
        }
        let mut rows: BTreeMap<u32, u32> = BTreeMap::new();
        for (row, column, wide, lines) in self.wide {
            let Some(room) = rooms.get(usize::from(column)) else {
                continue;
            };
            let wrapped = wide.div_ceil((*room).max(3) - 1).max(1);
            let own = rows.entry(row).or_insert(1);
            *own = (*own).max(wrapped + lines.max(1) - 1);
        }
        for (row, lines) in rows {
            let lines = f64::from(lines.min(MOST_TEXT_LINES));
            self.page
                .set_row_height(row, LINE_HEIGHT * lines + ROW_MARGIN)?;
        }
        if self.sheet.print.landscape {
            self.page.set_landscape();
        }
        // Excel's numbers of A3 and A4.
        let paper = if self.sheet.print.large { 8 } else { 9 };
        self.page
            .set_paper_size(paper)
            .set_print_fit_to_pages(1, 0)
            .set_print_center_horizontally(true)
            .set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3)
            .set_footer("&C&P / &N");
        Ok(())
    }
}

/// One text over some rows, first and how many, and columns, first and last.
fn merge(
    page: &mut Worksheet,
    (row, rows): (u32, u32),
    (from, to): (u16, u16),
    text: &str,
    format: &Format,
) -> Result<(), WriteError> {
    if rows <= 1 && from == to {
        page.write_string_with_format(row, from, text, format)?;
    } else {
        page.merge_range(row, from, row + rows.max(1) - 1, to, text, format)?;
    }
    Ok(())
}

/// The number as a cell holds it; `None` when it has more digits than that.
fn stored(text: &str) -> Option<f64> {
    let digits = text.trim_start_matches(['-', '0', '.']);
    let digits = digits.bytes().filter(u8::is_ascii_digit).count();
    let number: f64 = text.parse().ok()?;
    (number.is_finite() && digits <= MOST_DIGITS).then_some(number)
}

/// The columns that a text takes on screen: Chinese characters take two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// A long heading breaks into two lines sooner than it makes its column wide.
fn head_width(text: &str) -> usize {
    let wide = text.lines().map(width).max().unwrap_or(0);
    if wide > 10 {
        wide.div_ceil(2) + 1
    } else {
        wide
    }
}

/// The width of a number with its shown digits only.
fn rounded_width(text: &str, decimals: u8) -> usize {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole).len();
    whole + usize::from(decimals) + usize::from(decimals > 0)
}

/// A sheet's name within Excel's rules.
fn unlike(taken: &[String], name: &str) -> String {
    let is_free = |name: &String| {
        taken
            .iter()
            .all(|one| one.to_lowercase() != name.to_lowercase())
    };
    let numbered = (2..).map(|number| {
        let number = format!(" {number}");
        let room = LONGEST_NAME - number.len();
        name.chars().take(room).collect::<String>() + &number
    });
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(is_free).unwrap_or_default()
}

pub(super) fn allowed(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control())
        .take(LONGEST_NAME)
        .collect();
    if name.trim().is_empty() {
        "Sheet1".to_owned()
    } else {
        name
    }
}
