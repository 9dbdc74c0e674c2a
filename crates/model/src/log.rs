//! The change log: append-only entries from which every row can be rebuilt.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use crate::Hlc;

/// The group whose one field says whether a record lies in the recycle bin.
pub const DELETED: &str = "_deleted";

/// Field values in their JSON form, by field name. Blank fields are left out.
pub type Values = Map<String, Json>;

/// What one entry did to one field group: every field of the group, before
/// and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Before; blank fields are left out.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub old: Values,
    /// After; blank fields are left out.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub new: Values,
}

/// Changes of one entry by field group.
pub type Changes = BTreeMap<String, Change>;

/// Where an imported value came from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file's name, without its folder.
    pub file: String,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The sheet.
    pub sheet: String,
    /// The row, counted from 1 as the spreadsheet shows it.
    pub row: u32,
    /// The raw text of the row's cells by heading.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub raw: Values,
}

/// What a batch of changes was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// What the program itself writes into a new file; undo does not reach it.
    Setup,
    /// A new record.
    Create,
    /// Fields edited.
    Edit,
    /// Into the recycle bin.
    Delete,
    /// Out of the recycle bin.
    Restore,
    /// A file imported.
    Import,
    /// Personal data written to a file; undo does not reach it.
    Export,
    /// Cells pasted.
    Paste,
    /// Cells filled from their neighbours.
    Fill,
    /// One change to many records.
    BulkEdit,
    /// Cells cleared.
    Clear,
    /// One past change put back.
    PutBack,
    /// An earlier batch undone.
    Undo,
    /// An undone batch done again.
    Redo,
}

impl Intent {
    /// All intents.
    pub const ALL: [Self; 14] = [
        Self::Setup,
        Self::Create,
        Self::Edit,
        Self::Delete,
        Self::Restore,
        Self::Import,
        Self::Export,
        Self::Paste,
        Self::Fill,
        Self::BulkEdit,
        Self::Clear,
        Self::PutBack,
        Self::Undo,
        Self::Redo,
    ];

    /// The name in the database and the word files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Create => "create",
            Self::Edit => "edit",
            Self::Delete => "delete",
            Self::Restore => "restore",
            Self::Import => "import",
            Self::Export => "export",
            Self::Paste => "paste",
            Self::Fill => "fill",
            Self::BulkEdit => "bulk_edit",
            Self::Clear => "clear",
            Self::PutBack => "put_back",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    /// The intent of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|intent| intent.name() == name)
    }
}

/// One entry of the log: what one batch did to one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in this file, from 1.
    pub seq: i64,
    /// The device that wrote it.
    pub device: Uuid,
    /// The device's own count, from 1 without gaps.
    pub n: i64,
    /// When, by the hybrid logical clock.
    pub hlc: Hlc,
    /// Who, as a `person` record; `None` before anybody said who they are.
    pub person: Option<Uuid>,
    /// The batch it belongs to; one user action, one undo.
    pub batch: Uuid,
    /// The record's kind, which this version may not know.
    pub kind: String,
    /// The record.
    pub record: Uuid,
    /// The record's version its author saw (the last entry, by `seq`, that
    /// had touched the record when the form was opened); 0 for a new record.
    pub seen: i64,
    /// What changed.
    pub changes: Changes,
    /// Where imported values came from.
    pub source: Option<Source>,
}

/// A record as the log tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replayed {
    /// Field values in JSON form, blank ones left out.
    pub values: Values,
    /// Whether it lies in the recycle bin.
    pub deleted: bool,
    /// `seq` of the last entry that touched it.
    pub version: i64,
}

impl Replayed {
    /// Applies the record's next entry.
    pub fn apply(&mut self, seq: i64, changes: Changes) {
        for (group, change) in changes {
            if group == DELETED {
                self.deleted = change.new.contains_key(DELETED);
                continue;
            }
            for field in change.old.keys() {
                self.values.remove(field);
            }
            self.values.extend(change.new);
        }
        self.version = seq;
    }
}

/// The changes that take back `changes`.
pub fn inverse(changes: &Changes) -> Changes {
    changes
        .iter()
        .map(|(group, change)| {
            let back = Change {
                old: change.new.clone(),
                new: change.old.clone(),
            };
            (group.clone(), back)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn values() -> impl Strategy<Value = Values> {
        proptest::collection::btree_map("[a-d]", 0i64..5, 0..4)
            .prop_map(|map| map.into_iter().map(|(k, v)| (k, json!(v))).collect())
    }

    proptest! {
        #[test]
        fn an_entry_and_its_inverse_leave_the_values(before in values(), after in values()) {
            let change = Change { old: before.clone(), new: after.clone() };
            let changes = Changes::from([("group".to_owned(), change)]);
            let mut row = Replayed { values: before.clone(), ..Replayed::default() };
            row.apply(1, changes.clone());
            prop_assert_eq!(&row.values, &after);
            row.apply(2, inverse(&changes));
            prop_assert_eq!(&row.values, &before);
            prop_assert_eq!(row.version, 2);
        }
    }

    #[test]
    fn the_bin_is_a_group_like_any_other() {
        let into_bin = Change {
            old: Map::new(),
            new: Map::from_iter([(DELETED.to_owned(), json!(true))]),
        };
        let changes = Changes::from([(DELETED.to_owned(), into_bin)]);
        let mut row = Replayed::default();
        row.apply(1, changes.clone());
        assert!(row.deleted);
        row.apply(2, inverse(&changes));
        assert!(!row.deleted);
    }
}
