//! What Suoji's records are, and the rules a value obeys wherever it goes.
//!
//! This room is pure: no I/O, no async, no SQL, no host. Each record kind is
//! declared once in [`kinds`]; columns, validation, change log, import and
//! export mapping, lists, forms and TypeScript types follow from it.

pub mod area;
pub mod cell;
pub mod clock;
pub mod date;
pub mod decimal;
pub mod field;
pub mod kinds;
pub mod log;
pub mod money;
pub mod period;
pub mod refusal;
pub mod rule;
pub mod seen;
pub mod show;
pub mod tree;
pub mod uscc;
pub mod words;

pub use area::{Area, AreaUnit};
pub use cell::{Absent, Cell, Mark, Value};
pub use clock::Hlc;
pub use date::{PartialDate, Precision};
pub use field::{Field, Kind, Shape};
pub use money::{Currency, Money};
pub use period::Period;
pub use refusal::Refusal;
pub use tree::Tree;
