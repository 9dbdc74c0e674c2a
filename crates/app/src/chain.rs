//! Industry chains: maps of what the zone has and lacks, whom to call, and
//! how a map is redrawn, carried out and brought in.

mod beside;
mod book;
mod briefing;
mod called;
mod check;
mod csv;
mod edit;
mod files;
mod json;
mod keep;
mod local;
mod maps;
mod nested;
mod newer;
mod past;
mod picture;
mod places;
mod plan;
mod read;
mod rules;
mod seek;
mod sheets;
mod starter;
mod told;
mod trips;
mod written;

pub(crate) use called::Called;
pub use files::look_at_chain_file;
pub(crate) use keep::Kept;
