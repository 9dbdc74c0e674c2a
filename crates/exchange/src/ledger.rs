//! Raw cells into tables of records.

mod above;
mod abroad;
mod ahead;
mod aliases;
mod aside;
mod attendants;
mod beside;
mod beside_total;
mod block;
mod cards;
mod carrier;
mod ceremony;
mod choose;
mod colours;
mod columns;
mod copied;
mod counts;
mod days;
mod described;
mod ditto;
mod done;
mod duplicates;
mod earlier;
mod either;
mod ends;
mod firm_labels;
mod firms;
mod flows;
mod foreign;
mod form;
mod given;
mod grouped;
mod groups;
mod heads;
mod in_words;
mod inside;
mod instalments;
mod joint;
mod key_project;
mod kinds;
mod land;
mod lead;
mod left_out;
mod legend;
mod lettable;
mod line;
mod lines;
mod look;
mod loose;
mod meant;
mod measure;
mod mere_names;
mod money;
mod month;
pub(crate) mod names;
mod no_visit;
mod nodes;
mod notices;
mod occupied;
mod ours;
mod pairs;
mod parks;
mod part_names;
mod payment;
mod people;
mod periods;
mod phases;
mod phrases;
mod plain;
mod planned;
mod progress;
mod questions;
mod row_of_heads;
mod row_sums;
mod rows;
mod running;
mod said;
mod same_unit;
mod sample_rows;
mod samples;
mod sections;
mod shares;
mod sides;
mod signing;
mod signing_checks;
mod stock;
mod streams;
mod subprojects;
mod subtotals;
mod summary;
mod table;
pub(crate) mod tags;
mod talks;
mod tallies;
mod tenants;
mod ticks;
mod times;
mod to_come;
mod turned;
mod turns;
mod two_rows;
mod under;
mod understand;
mod unit_state;
mod units;
mod unlike;
mod unnamed;
mod unsigned;
mod visit;
mod visitors;
mod void;
mod week;
mod whole_building;
mod whole_park;
mod words;
mod works_by_time;
mod year;
mod years;

pub use form::{FoundColumn, FoundContent, FoundForm, learn};
pub use kinds::names as ledgers;
pub use sections::FoundSections;
pub use understand::{Sink, each_row, understand, understand_with};

#[cfg(test)]
mod habits;
#[cfg(test)]
mod merged;
mod stars;
#[cfg(test)]
mod storm;
#[cfg(test)]
mod strangers;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod told;
#[cfg(test)]
mod truth;
#[cfg(test)]
mod variants;
#[cfg(test)]
pub(crate) mod whole;
mod whose;
#[cfg(test)]
mod zones;
