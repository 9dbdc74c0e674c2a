//! Whole-system stories. They use the public commands only, as a host does.
#![cfg(test)]

mod desk;
mod e2e;
mod import;
mod kinds;
mod ledgers;
mod lists;
mod periods;
mod reliability;
mod safety;
mod signing;
