//! Lists out, as xlsx or csv.

mod book;
mod csv;
mod formats;
mod sheet;
mod xlsx;

use chrono::NaiveDate;
use suoji_model::decimal;

pub use book::{PlainTable, write_tables};
pub(crate) use csv::RUN;
pub use csv::{Encoding, write_csv};
pub use sheet::{Align, Heading, Line, Print, Sheet, SheetColumn, Span, Sum, Sums};
pub use xlsx::{write_book, write_xlsx};

/// One cell to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out {
    /// Nothing.
    Blank,
    /// Text, never a formula.
    Text(String),
    /// A number.
    Number(Number),
    /// A day.
    Date(NaiveDate, DateLook),
}

/// A number to write.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Number {
    /// Exact decimal text.
    pub text: String,
    /// Digits shown after the point; more are kept.
    pub decimals: u8,
    /// Whether it is shown in hundredths.
    pub percent: bool,
    /// Words shown before and after it, which say how exact it is.
    pub words: Option<Box<(String, String)>>,
}

impl Number {
    /// What a reader of the sheet sees, with no digit cut.
    #[must_use]
    pub fn shown(&self) -> String {
        let text = if self.percent {
            format!("{}%", hundredfold(&self.text))
        } else {
            padded(&self.text, self.decimals)
        };
        match self.words.as_deref() {
            Some((before, after)) => format!("{before}{text}{after}"),
            None => text,
        }
    }
}

impl Number {
    /// What a cell shows: rounded half up to the shown digits.
    #[must_use]
    pub fn rounded(&self) -> String {
        let text = if self.percent {
            format!("{}%", cut(&hundredfold(&self.text), self.decimals))
        } else {
            cut(&self.text, self.decimals)
        };
        match self.words.as_deref() {
            Some((before, after)) => format!("{before}{text}{after}"),
            None => text,
        }
    }
}

/// A decimal text rounded half up to so many digits.
pub(crate) fn cut(text: &str, decimals: u8) -> String {
    let digits = text.split_once('.').map_or("", |(_, digits)| digits);
    let scale = u8::try_from(digits.len()).unwrap_or(u8::MAX);
    if scale <= decimals {
        return padded(text, decimals);
    }
    let whole: Option<i128> = text.replacen('.', "", 1).parse().ok();
    let divisor = 10i128.checked_pow(u32::from(scale - decimals));
    match (whole, divisor) {
        (Some(whole), Some(divisor)) => {
            decimal::fixed(decimal::divide_half_up(whole, divisor), decimals)
        }
        _ => text.to_owned(),
    }
}

/// The number with at least so many digits after the point.
fn padded(text: &str, decimals: u8) -> String {
    let (whole, digits) = text.split_once('.').unwrap_or((text, ""));
    let decimals = usize::from(decimals).max(digits.len());
    if decimals == 0 {
        return whole.to_owned();
    }
    format!("{whole}.{digits:0<decimals$}")
}

/// A hundred times the number.
fn hundredfold(text: &str) -> String {
    decimal::parse(text, decimal::MOST_DECIMALS).map_or_else(
        || text.to_owned(),
        |scaled| decimal::shortest(i128::from(scaled) * 100, decimal::MOST_DECIMALS),
    )
}

/// How a day is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DateLook {
    /// 2023-10-12
    #[default]
    Iso,
    /// 2023.10.12
    Dots,
    /// 2023/10/12
    Slashes,
    /// 2023年10月12日
    Words,
}

impl DateLook {
    /// A day in this look.
    #[must_use]
    pub fn day(self, day: NaiveDate) -> String {
        let form = match self {
            Self::Iso => "%Y-%m-%d",
            Self::Dots => "%Y.%-m.%-d",
            Self::Slashes => "%Y/%-m/%-d",
            Self::Words => "%Y年%-m月%-d日",
        };
        day.format(form).to_string()
    }
}

/// Why a list could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The sheet has more rows or columns than the format allows, or its name
    /// is not allowed.
    #[error("writing the workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The text could not be put together.
    #[error("writing the text file: {0}")]
    Text(#[from] ::csv::Error),
}

#[cfg(test)]
mod tests;
