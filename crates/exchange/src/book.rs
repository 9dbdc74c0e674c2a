//! A spreadsheet file as it was found: sheets, rows and raw cells.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use suoji_model::seen::is_unseen;

/// A file's cells, whatever its format.
#[derive(Debug, Clone)]
pub struct Workbook {
    /// The file's name, without its folder.
    pub file: String,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The sheets, in the file's order.
    pub sheets: Vec<Sheet>,
    /// What the file carries that is never used, as codes under `problem.`.
    pub carries: Vec<&'static str>,
}

/// One sheet. A csv file is one sheet named like the file.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// Whether the file hides it.
    pub hidden: bool,
    /// The rows that hold anything, by ascending number.
    pub rows: Vec<Row>,
    /// Merged ranges; only their first cell holds a value.
    pub merges: Merges,
    /// Fill and strike-through, where a cell has either.
    pub looks: HashMap<(u32, u32), Look>,
    /// Columns that the file hides, by number.
    pub hidden_columns: Vec<u32>,
    /// Rows that the file hides, by ascending number.
    pub hidden_rows: Vec<u32>,
    /// How wide the file makes columns, in characters, by number.
    pub widths: BTreeMap<u32, u16>,
    /// Whether numbers are written as they were shown: the sheet is text.
    pub untyped: bool,
    /// Whether the numbers of its days count from 1904, as those of an old Mac.
    pub since_1904: bool,
    /// Rows with a quotation mark that never closes, read as a character.
    pub odd_quotes: Vec<u32>,
    /// Texts as they are written, by row and column, of which a part is struck
    /// through; the cell holds the rest.
    pub struck_parts: BTreeMap<(u32, u32), String>,
    /// What people noted on cells (批注), by row and column.
    pub comments: BTreeMap<(u32, u32), String>,
}

impl Sheet {
    /// The same without the rows from this one on.
    pub(crate) fn until(&self, end: u32) -> Self {
        let last = self.rows.partition_point(|row| row.number < end);
        Self {
            name: self.name.clone(),
            hidden: self.hidden,
            rows: self.rows[..last].to_vec(),
            merges: self.merges.clone(),
            looks: self.looks.clone(),
            hidden_columns: self.hidden_columns.clone(),
            hidden_rows: self.hidden_rows.clone(),
            widths: self.widths.clone(),
            untyped: self.untyped,
            since_1904: self.since_1904,
            odd_quotes: self.odd_quotes.clone(),
            struck_parts: self.struck_parts.clone(),
            comments: self.comments.clone(),
        }
    }
}

/// Merged ranges, found by any cell they hold.
#[derive(Debug, Clone, Default)]
pub struct Merges {
    areas: Vec<Area>,
    by_row: BTreeMap<u32, Vec<usize>>,
}

impl Merges {
    /// Keeps the ranges; `None` when they cover more rows than any ledger.
    pub fn of(areas: Vec<Area>) -> Option<Self> {
        let mut by_row: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        let mut left = MOST_MERGED_ROWS;
        let plausible = |area: &Area| area.bottom.saturating_sub(area.top) < MOST_MERGED_HEIGHT;
        for (index, area) in areas.iter().enumerate().filter(|(_, area)| plausible(area)) {
            left = left.checked_sub(area.bottom.saturating_sub(area.top).saturating_add(1))?;
            for row in area.top..=area.bottom {
                by_row.entry(row).or_default().push(index);
            }
        }
        Some(Self { areas, by_row })
    }

    /// All ranges.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The ranges that reach into a row.
    pub fn in_row(&self, row: u32) -> impl Iterator<Item = &Area> {
        let found = self.by_row.get(&row).into_iter().flatten();
        found.map(|index| &self.areas[*index])
    }
}

/// The most rows that merged ranges cover, each counted for every range.
const MOST_MERGED_ROWS: u32 = 500_000;
/// Ranges taller than this, such as a whole column, say nothing about rows.
const MOST_MERGED_HEIGHT: u32 = 10_000;

/// A rectangle of cells, 1-based and inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The first row.
    pub top: u32,
    /// The first column.
    pub left: u32,
    /// The last row.
    pub bottom: u32,
    /// The last column.
    pub right: u32,
}

impl Area {
    /// Whether the cell lies inside.
    pub fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// How a cell looks, where that may carry meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// The fill's red, green and blue.
    pub fill: Option<[u8; 3]>,
    /// The text's red, green and blue, where it is coloured.
    pub ink: Option<[u8; 3]>,
    /// Whether the text is struck through.
    pub struck: bool,
}

/// One row, with its cells by ascending column.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Excel's row number, from 1.
    pub number: u32,
    /// Column number from 1, and what stands there; empty cells are left out.
    pub cells: Vec<(u32, Raw)>,
}

static EMPTY: Raw = Raw::Empty;

impl Row {
    /// What stands in that column.
    pub fn cell(&self, column: u32) -> &Raw {
        match self.cells.binary_search_by_key(&column, |(at, _)| *at) {
            Ok(index) => &self.cells[index].1,
            Err(_) => &EMPTY,
        }
    }
}

impl Sheet {
    /// The row of that number, if it holds anything.
    pub fn row(&self, number: u32) -> Option<&Row> {
        let found = self.rows.binary_search_by_key(&number, |row| row.number);
        found.ok().map(|index| &self.rows[index])
    }

    /// The rows directly below one, up to the first that holds nothing.
    pub(crate) fn below(&self, number: u32) -> impl Iterator<Item = &Row> {
        let at = self.rows.partition_point(|row| row.number <= number);
        let rows = (number + 1..).zip(&self.rows[at..]);
        let rows = rows.take_while(|(number, row)| row.number == *number);
        rows.map(|(_, row)| row)
    }

    /// What stands in a cell.
    pub fn cell(&self, row: u32, column: u32) -> &Raw {
        self.row(row).map_or(&EMPTY, |row| row.cell(column))
    }

    /// The merged range that holds the cell.
    pub fn merge_at(&self, row: u32, column: u32) -> Option<&Area> {
        self.merges.in_row(row).find(|area| area.holds(row, column))
    }
}

/// What a cell holds, before anyone says what it means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Raw {
    /// Nothing.
    #[default]
    Empty,
    /// Text as written.
    Text(Arc<str>),
    /// A number and how it is shown.
    Number {
        /// Exact decimal text, at most 15 significant digits as Excel keeps.
        text: Box<str>,
        /// How the cell shows it.
        shown: Shown,
    },
    /// A number that the cell shows as a date, with a time of day if it has
    /// one.
    Date(NaiveDate, Option<NaiveTime>),
    /// TRUE or FALSE.
    Bool(bool),
    /// A formula's error, such as `#REF!`.
    Error(Box<str>),
    /// A formula whose value the file does not hold.
    Unstored,
}

/// A number's cell format, as far as it changes what the number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// No fixed digits.
    #[default]
    General,
    /// So many digits after the point.
    Decimals(u8),
    /// As a percentage.
    Percent,
}

impl Raw {
    /// The text a reader of the sheet sees, nearly: digits are never cut.
    pub fn display(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.to_string(),
            Self::Number { text, shown } => padded(text, *shown),
            Self::Date(date, None) => date.to_string(),
            Self::Date(date, Some(time)) => format!("{date} {}", time.format("%H:%M")),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
            Self::Error(error) => error.to_string(),
            Self::Unstored => "=".to_owned(),
        }
    }

    /// Text.
    pub fn text(text: &str) -> Self {
        Self::Text(Arc::from(text))
    }

    /// Whether there is nothing to see.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(|c| c.is_whitespace() || is_unseen(c)),
            _ => false,
        }
    }
}

/// `2023.1` shown with two decimals is `2023.10`, and `0.5` shown in hundredths
/// is `50%`.
fn padded(text: &str, shown: Shown) -> String {
    if shown == Shown::Percent {
        return format!("{}%", hundredfold(text));
    }
    let (Shown::Decimals(decimals), Some((_, fraction))) = (shown, text.split_once('.')) else {
        return text.to_owned();
    };
    let missing = usize::from(decimals).saturating_sub(fraction.len());
    format!("{text}{}", "0".repeat(missing))
}

/// A decimal number with its point two places on.
fn hundredfold(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = format!("{fraction:0<2}");
    let (moved, fraction) = fraction.split_at(2);
    let whole = format!("{whole}{moved}");
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

/// The letters of a column number from 1: `A`, `Z`, `AA`.
pub fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        let letter = u8::try_from((column - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        column = (column - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (number, name) in [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")] {
            assert_eq!(letters(number), name);
        }
    }

    #[test]
    fn a_shown_zero_is_seen_and_no_digit_is_cut() {
        let number = |text: &str, shown| Raw::Number {
            text: text.into(),
            shown,
        };
        assert_eq!(number("2023.1", Shown::Decimals(2)).display(), "2023.10");
        assert_eq!(number("1.841328", Shown::Decimals(2)).display(), "1.841328");
        assert_eq!(number("2023.1", Shown::General).display(), "2023.1");
        for (stored, shown) in [
            ("0.5", "50%"),
            ("0.005", "0.5%"),
            ("-1.25", "-125%"),
            ("3", "300%"),
            ("0", "0%"),
            ("0.9125", "91.25%"),
        ] {
            assert_eq!(number(stored, Shown::Percent).display(), shown);
        }
    }
}
