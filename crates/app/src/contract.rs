//! The requests and replies of every command, as they travel as JSON.
//!
//! TypeScript types are made from these (`cargo xtask codegen`).

mod about;
mod batch;
mod chains;
mod desk;
mod exports;
mod figures;
mod files;
mod history;
mod import;
mod lists;
mod periods;
mod picture;
mod records;
mod redraw;
mod safety;
mod seek;
mod trips;
mod views;
mod wizard;

pub use about::*;
pub use batch::*;
pub use chains::*;
pub use desk::*;
pub use exports::*;
pub use figures::*;
pub use files::*;
pub use history::*;
pub use import::*;
pub use lists::*;
pub use periods::*;
pub use picture::*;
pub use records::*;
pub use redraw::*;
pub use safety::*;
pub use seek::*;
pub use trips::*;
pub use views::*;
pub use wizard::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request or reply that says nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// What a request says of something that may be null: nothing when the key is
/// absent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given<T>(pub Option<Option<T>>);

impl<'d, T: Deserialize<'d>> Deserialize<'d> for Given<T> {
    fn deserialize<D: serde::Deserializer<'d>>(from: D) -> Result<Self, D::Error> {
        Option::deserialize(from).map(|value| Self(Some(value)))
    }
}
