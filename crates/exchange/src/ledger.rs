//! Raw cells into tables of records.

mod block;
mod columns;
mod heads;
mod line;
mod plain;
mod rows;
mod signing;
mod signing_checks;
mod signing_money;
mod understand;
mod void;
mod words;

pub use understand::understand;

#[cfg(test)]
mod merged;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod variants;
