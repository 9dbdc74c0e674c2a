//! The house's own tool, behind `cargo xtask`.
//!
//! It knows how the product is built, shown and checked, and nothing of what the
//! product does: it uses none of the rooms, so that it starts at once. `tests/` uses
//! its [`webdriver`] to drive the windows.

pub mod bench;
pub mod codegen;
pub mod counts;
pub mod display;
pub mod example;
mod groups;
pub mod house;
pub mod install;
pub mod process;
pub mod run;
pub mod say;
pub mod stage;
pub mod stamp;
pub mod test;
pub mod tidy;
pub mod ui;
pub mod webdriver;

pub use groups::watch;
