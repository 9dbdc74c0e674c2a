//! Files in and out: ledgers read into rows, lists written as sheets.
//!
//! Pure of databases. [`read`] turns bytes into raw cells, [`understand`]
//! finds tables, headings and fields and reads every cell into a value of the
//! model; [`write_xlsx`] and [`write_csv`] turn lists into bytes. Whatever
//! could not be read is a [`Problem`] with its place, never a guess.

pub mod book;
mod cells;
mod ledger;
pub mod options;
pub mod problem;
pub mod read;
pub mod table;
pub mod write;

pub use book::{Raw, Workbook};
pub use cells::date::date_in_full;
pub use ledger::key_project::ADDED as ADDED_BY_PHASE;
pub use ledger::names::marks::may_be_two_works;
pub use ledger::names::tags::untagged;
pub use ledger::names::{
    are_phases, company as company_core, project as project_core, without_place,
};
pub use ledger::table::duplicates::standing as voucher_standing;
pub use ledger::{
    FoundColumn, FoundContent, FoundForm, FoundSections, Sink, each_row, learn, ledgers,
    understand, understand_with,
};
pub use options::{Answers, Corrections, Mapping, Mark as RowMark, Options, Pick, Template};
pub use problem::{Level, Problem};
pub use read::long::Input;
pub use read::preview::preview;
pub use read::{ReadError, read};
pub use table::{
    Cells, Column, Duplicate, LedgerRow, Place, Question, Skipped, Subtotal, Table, Target,
    Understood,
};
pub use write::{
    Align, DateLook, Encoding, Heading, Line, Number, Out, PlainTable, Print, Sheet, SheetColumn,
    Span, Sum, Sums, WriteError, write_book, write_csv, write_tables, write_xlsx,
};
