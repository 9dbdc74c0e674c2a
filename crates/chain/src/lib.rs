//! What a zone has, lacks and should seek in an industry chain.
//!
//! This room is pure: it takes the rows of an [`Atlas`] and tells the state of
//! every segment, how much each gap weighs and why, which enterprise to call
//! for it, which park to visit, and where on the map a firm belongs. Every
//! number comes with its parts. What is absent here: files, databases, hosts,
//! words in any language.

pub mod atlas;
pub mod hash;
mod importance;
pub mod index;
mod likeness;
pub mod map;
pub mod needs;
pub mod order;
pub mod parks;
pub mod place;
pub mod ranks;
pub mod relate;
pub mod scope;
pub mod settings;
pub mod share;
pub mod standing;
pub mod targets;
pub mod tree;
mod vocabulary;

pub use atlas::{
    Atlas, Chain, Confidence, Evidence, Firm, Layer, Lead, Link, Office, Override, Park, Project,
    Relation, RelationKind, Role, Segment, State, Visit,
};
pub use hash::IdMap;
pub use index::Index;
pub use map::{Counts, Map, Parts, Standing};
pub use settings::Settings;
pub use share::Share;
pub use targets::{Reason, Target};
pub use tree::Tree;

#[cfg(test)]
mod tests;
