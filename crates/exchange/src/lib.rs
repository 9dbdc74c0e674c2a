//! Files in and out: ledgers read into rows, lists written as sheets.
//!
//! Pure of databases. [`read`] turns bytes into raw cells, [`understand`]
//! finds tables, headings and fields and reads every cell into a value of the
//! model; [`write_xlsx`] and [`write_csv`] turn lists into bytes. Whatever
//! could not be read is a [`Problem`] with its place, never a guess.

pub mod book;
mod cells;
mod ledger;
pub mod problem;
pub mod read;
pub mod table;
pub mod write;

pub use book::{Raw, Workbook};
pub use ledger::understand;
pub use problem::{Level, Problem};
pub use read::{ReadError, read};
pub use table::{Column, LedgerRow, Skipped, Table, Target, Understood};
pub use write::{Out, WriteError, write_csv, write_xlsx};
