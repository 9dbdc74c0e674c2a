//! Raw cells into tables of records; the order of its steps stands in
//! ARCHITECTURE.md under “The walk of one ledger”.

mod block;
mod carrier;
mod choose;
mod columns;
mod form;
mod given;
mod heads;
pub(crate) mod key_project;
mod kinds;
mod lead;
mod line;
mod money;
pub(crate) mod names;
mod parcel;
mod payment;
mod people;
mod plain;
mod questions;
mod rows;
mod signing;
pub(crate) mod table;
mod under;
mod understand;
mod visit;
mod words;

pub use form::sections::FoundSections;
pub use form::{FoundColumn, FoundContent, FoundForm, learn};
pub use kinds::names as ledgers;
pub use understand::{Sink, each_row, understand, understand_with};

#[cfg(test)]
pub(crate) mod tests;
