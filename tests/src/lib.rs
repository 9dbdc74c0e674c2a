//! Whole-system stories. They use the public commands only, as a host does.
#![cfg(test)]

mod again;
mod around;
mod batches;
mod chains;
mod counted;
mod desk;
mod e2e;
mod exports;
mod import;
mod kinds;
mod layouts;
mod ledgers;
mod lists;
mod months;
mod older;
mod paid;
mod periods;
mod rejected;
mod reliability;
mod repeats;
mod rounds;
mod safety;
mod said;
mod series;
mod signing;
mod trips;
mod unsaid;
mod wizard;
