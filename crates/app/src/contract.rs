//! The requests and replies of every command, as they travel as JSON.
//!
//! TypeScript types are made from these (`cargo xtask codegen`).

mod about;
mod batch;
mod desk;
mod exports;
mod figures;
mod files;
mod history;
mod import;
mod lists;
mod periods;
mod records;
mod safety;
mod views;
mod wizard;

pub use about::*;
pub use batch::*;
pub use desk::*;
pub use exports::*;
pub use figures::*;
pub use files::*;
pub use history::*;
pub use import::*;
pub use lists::*;
pub use periods::*;
pub use records::*;
pub use safety::*;
pub use views::*;
pub use wizard::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request or reply that says nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}
