//! The use cases and the one command list; knows no host.
//!
//! Every host (window, browser, command line) holds an [`App`] and calls it
//! by command name with JSON. TypeScript types are made from the same list.

mod about;
mod ahead;
mod app;
mod attachments;
mod batch;
mod chain;
mod command;
pub mod contract;
mod desks;
mod end;
mod events;
mod export;
mod fault;
mod figures;
mod forms;
mod held;
mod history;
mod import;
mod jobs;
mod key_store;
mod kinds;
mod lists;
mod place;
mod records;
mod rights;
mod safety;
mod sample;
mod search;
mod time;
mod titles;
mod typescript;
mod views;

pub use app::App;
pub use chain::look_at_chain_file;
pub use command::{COMMANDS, Right};
pub use end::end;
pub use events::{Changed, Event, Events};
pub use fault::{Code, Fault};
pub use place::{default_path, file_mark, in_system_language, system_language};
pub use suoji_model::words::{Language, field_key, sentence, word};
pub use typescript::typescript;
