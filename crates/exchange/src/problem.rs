//! What a person should know about a file that was read.

use crate::table::Target;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Somebody must look: a value was lost, doubtful or changes a figure.
    Must,
    /// Somebody should look.
    Should,
    /// Only told.
    Info,
}

impl Level {
    /// The name in the wire format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::Info => "info",
        }
    }
}

/// One thing found in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The sheet.
    pub sheet: String,
    /// Excel's row number; 0 when the sheet as a whole is meant.
    pub row: u32,
    /// The column's letters; empty when the row as a whole is meant.
    pub column: String,
    /// The field that the column was read as.
    pub field: Option<Target>,
    /// A code; its sentence stands in the word files under `problem.<reason>`.
    pub reason: &'static str,
    /// How much it matters.
    pub level: Level,
    /// The text in the file.
    pub raw: String,
}
