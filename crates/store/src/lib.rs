//! The desk's SQLite file: the only room that speaks SQL.
//!
//! One function writes ([`Desk::commit`] and what is built on it): the row,
//! its search document and one entry of the change log, in one transaction.
//! Triggers refuse any other way. What is absent here: users, hosts, files of
//! other formats.

mod aside;
mod backup;
mod border;
mod bulk;
mod column;
mod commit;
mod conditions;
mod desk;
mod dictionary;
mod document;
mod entry;
mod error;
mod expression;
mod extra;
mod figures;
mod files;
mod glyph;
mod groups;
mod handing;
mod header;
mod held;
mod history;
mod indexing;
mod made;
mod matching;
mod migrate;
mod needle;
mod open;
mod order;
mod passphrase;
mod past;
mod pinyin;
mod plan;
mod query;
mod reading;
mod rebuild;
mod recall;
mod referring;
mod renew;
mod row;
mod running;
mod search;
mod setting;
mod tokens;
mod totals;
mod undo;
mod unwritten;
mod verify;
mod watch;

pub use aside::Aside;
pub use backup::{BackupFacts, restore};
pub use bulk::{Bulk, Outcome, Rows};
pub use commit::{Batch, Committed, Write};
pub use desk::Desk;
pub use error::{Error, Result, Stale};
pub use figures::{
    ChainLead, ChainProject, ChainVisit, KeyRow, LeadChecks, LeadRow, LeaseRow, ParcelRow,
    PaymentRow, PhaseRow, SignedProject, SignedRow, SigningSet, SupplementRow, UnitRow, VisitRow,
};
pub use files::{Content, FileCounts, Health};
pub use groups::{Group, Grouping, Groups, Step};
pub use header::FileState;
pub use held::look;
pub use history::{LoggedChange, LoggedImport};
pub use past::Past;
pub use query::{Filter, Neighbours, Query, Selected, Sort, Test};
pub use referring::{Origin, Referred};
pub use row::Record;
pub use running::{FromRow, Keys, Running, Written};
pub use search::Hit;
pub use totals::{Sum, SumUnit, Totals};
pub use undo::{Kept, Pending, Undone};
pub use verify::{Check, Verified};
pub use watch::{Gained, Watch};

#[cfg(test)]
mod tests;
