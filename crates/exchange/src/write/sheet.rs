//! A sheet as it is to be written: lines above the headings, headings that
//! may be merged, rows, sums over them, lines below.

use std::ops::Range;

use super::Out;

/// All of a sheet but its rows.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// The columns from left to right.
    pub columns: Vec<SheetColumn>,
    /// Rows of texts above the headings.
    pub top: Vec<Vec<Span>>,
    /// The headings.
    pub heads: Vec<Heading>,
    /// How many rows they take.
    pub head_rows: u32,
    /// How many lines the body has.
    pub body_rows: u32,
    /// Rows of texts below the body.
    pub foot: Vec<Vec<Span>>,
    /// How it is printed.
    pub print: Print,
    /// Whether its rows can be filtered by their headings.
    pub filtered: bool,
}

/// How a sheet is printed; always as wide as one page, with its headings on
/// every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Print {
    /// On its side.
    pub landscape: bool,
    /// On A3 instead of A4.
    pub large: bool,
}

/// How a column looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetColumn {
    /// How wide, in characters; as its content asks when `None`.
    pub width: Option<u16>,
    /// Where its texts stand.
    pub align: Align,
}

/// Where a text stands in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the start.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the end.
    Right,
}

/// A text over one or several columns, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    /// The text.
    pub text: String,
    /// The first column.
    pub from: u16,
    /// The last column.
    pub to: u16,
    /// Where it stands.
    pub align: Align,
    /// Whether it is the sheet's title.
    pub is_title: bool,
}

/// A heading over one or several rows and columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// The text.
    pub text: String,
    /// Its first row, from 0 within the headings.
    pub row: u32,
    /// How many rows it takes.
    pub rows: u32,
    /// Its first column, from 0.
    pub column: u16,
    /// How many columns it takes.
    pub columns: u16,
}

/// One line of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A record.
    Record(Vec<Out>),
    /// The heading of a section, over the whole width.
    Section(String),
    /// Sums over lines of the body.
    Sums(Sums),
}

/// A line of sums.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sums {
    /// What it calls itself.
    pub label: String,
    /// Whether it is over everything.
    pub is_total: bool,
    /// The lines that are added up, from 0 within the body. Sums among them
    /// are not added again.
    pub over: Range<u32>,
    /// One for each column; the first columns without one carry the label.
    pub cells: Vec<Option<Sum>>,
}

impl Sums {
    /// The last column of the label, from 0.
    #[must_use]
    pub fn label_to(&self) -> u16 {
        let bare = self.cells.iter().take_while(|cell| cell.is_none()).count();
        u16::try_from(bare.clamp(1, 2) - 1).unwrap_or(0)
    }
}

/// A sum.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sum {
    /// Exact decimal text.
    pub text: String,
    /// Digits shown after the point.
    pub decimals: u8,
    /// What must be known about it.
    pub remark: Option<String>,
}

impl Sum {
    /// What its cell shows.
    #[must_use]
    pub fn rounded(&self) -> String {
        super::cut(&self.text, self.decimals)
    }
}

impl Sheet {
    /// Headings in one row and nothing around them.
    #[must_use]
    pub fn plain(name: &str, heads: &[String]) -> Self {
        let headings = (0u16..).zip(heads).map(|(column, text)| Heading {
            text: text.clone(),
            row: 0,
            rows: 1,
            column,
            columns: 1,
        });
        Self {
            name: name.to_owned(),
            columns: vec![SheetColumn::default(); heads.len()],
            heads: headings.collect(),
            head_rows: 1,
            ..Self::default()
        }
    }

    /// The last column, from 0.
    #[must_use]
    pub fn last_column(&self) -> u16 {
        u16::try_from(self.columns.len().max(1) - 1).unwrap_or(u16::MAX)
    }
}
