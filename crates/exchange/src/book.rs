//! A spreadsheet file as it was found: sheets, rows and raw cells.

use std::collections::BTreeMap;

use chrono::NaiveDate;

/// A file's cells, whatever its format.
#[derive(Debug, Clone)]
pub struct Workbook {
    /// The file's name, without its folder.
    pub file: String,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The sheets, in the file's order.
    pub sheets: Vec<Sheet>,
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
    pub merges: Vec<Area>,
    /// Fill and strike-through, where a cell has either.
    pub looks: BTreeMap<(u32, u32), Look>,
}

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

    /// What stands in a cell.
    pub fn cell(&self, row: u32, column: u32) -> &Raw {
        self.row(row).map_or(&EMPTY, |row| row.cell(column))
    }

    /// The merged range that holds the cell.
    pub fn merge_at(&self, row: u32, column: u32) -> Option<&Area> {
        self.merges.iter().find(|area| area.holds(row, column))
    }
}

/// What a cell holds, before anyone says what it means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Raw {
    /// Nothing.
    #[default]
    Empty,
    /// Text as written.
    Text(String),
    /// A number and how it is shown.
    Number {
        /// Exact decimal text, at most 15 significant digits as Excel keeps.
        text: String,
        /// How the cell shows it.
        shown: Shown,
    },
    /// A number that the cell shows as a date.
    Date(NaiveDate),
    /// TRUE or FALSE.
    Bool(bool),
    /// A formula's error, such as `#REF!`.
    Error(String),
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
            Self::Text(text) => text.clone(),
            Self::Number { text, shown } => padded(text, *shown),
            Self::Date(date) => date.to_string(),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
            Self::Error(error) => error.clone(),
        }
    }

    /// Whether there is nothing to see.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// `2023.1` shown with two decimals is `2023.10`.
fn padded(text: &str, shown: Shown) -> String {
    let (Shown::Decimals(decimals), Some((_, fraction))) = (shown, text.split_once('.')) else {
        return text.to_owned();
    };
    let missing = usize::from(decimals).saturating_sub(fraction.len());
    format!("{text}{}", "0".repeat(missing))
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
            text: text.to_owned(),
            shown,
        };
        assert_eq!(number("2023.1", Shown::Decimals(2)).display(), "2023.10");
        assert_eq!(number("1.841328", Shown::Decimals(2)).display(), "1.841328");
        assert_eq!(number("2023.1", Shown::General).display(), "2023.1");
    }
}
