//! What to do with rows that may repeat a record: decided for all, or row by
//! row.

use std::collections::BTreeMap;

use crate::contract::OnDuplicate;

/// What to do with a row that may repeat a record.
pub(super) type Decision = OnDuplicate;

/// The decisions of one import.
#[derive(Debug, Clone, Default)]
pub(super) struct Decisions {
    /// For every row without its own.
    pub(super) all: Decision,
    /// By sheet and row.
    pub(super) rows: BTreeMap<(String, u32), Decision>,
}

impl Decisions {
    /// What was decided about a row.
    pub(super) fn about(&self, sheet: &str, row: u32) -> Decision {
        let own = self.rows.get(&(sheet.to_owned(), row));
        own.copied().unwrap_or(self.all)
    }
}
