//! Lists out, as xlsx or csv.

mod csv;
mod xlsx;

use chrono::NaiveDate;

pub use csv::write_csv;
pub use xlsx::write_xlsx;

/// One cell to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out {
    /// Nothing.
    Blank,
    /// Text, never a formula.
    Text(String),
    /// A number.
    Number {
        /// Exact decimal text.
        text: String,
        /// Digits shown after the point.
        decimals: u8,
    },
    /// A day.
    Date(NaiveDate),
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
