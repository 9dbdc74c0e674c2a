//! The records that stand in the desk or will, looked up by what ledgers
//! know of them: numbers, codes and names.

use std::collections::HashMap;

use suoji_exchange::{LedgerRow, Table, Workbook};
use suoji_model::log::{Source, Values};
use suoji_model::{Kind, Shape, kinds};
use suoji_store::{Desk, Query, Record, Write};
use uuid::Uuid;

use crate::fault::Fault;

/// What stands under an id now: in the desk, or in a write of this import.
#[derive(Debug, Clone)]
struct Standing {
    /// The version in the desk; `None` for a record of this import.
    version: Option<i64>,
    values: Values,
    /// The place of its write in [`Registry::writes`].
    write: Option<usize>,
}

/// Records by what ledgers know of them, and the writes planned so far.
pub(super) struct Registry<'d> {
    desk: &'d Desk,
    standing: HashMap<Uuid, Standing>,
    /// (kind, field, folded text) to record; the first one found keeps it.
    by_text: HashMap<(&'static str, &'static str, String), Uuid>,
    /// Kind of projects by investor, in the order they came.
    by_investor: HashMap<Uuid, Vec<Uuid>>,
    agreements: HashMap<Uuid, Vec<Uuid>>,
    writes: Vec<Write>,
    source: Option<Source>,
}

/// The fields that a ledger names a record by.
const KEYS: &[(&str, &[&str])] = &[
    ("project", &["project_no", "name", "aliases"]),
    ("enterprise", &["uscc", "name", "aliases"]),
    ("contact", &["name"]),
    ("partner", &["name"]),
    ("office", &["name"]),
    ("person", &["name"]),
    ("agreement", &["agreement_no"]),
];

impl<'d> Registry<'d> {
    /// Reads what stands in the desk.
    pub(super) async fn load(desk: &'d Desk) -> Result<Self, Fault> {
        let mut registry = Self {
            desk,
            standing: HashMap::new(),
            by_text: HashMap::new(),
            by_investor: HashMap::new(),
            agreements: HashMap::new(),
            writes: Vec::new(),
            source: None,
        };
        for kind in kinds::ALL {
            let query = Query {
                limit: u32::MAX,
                ..Query::default()
            };
            for Record {
                id,
                version,
                values,
                ..
            } in desk.select(kind, &query).await?.rows
            {
                registry.index(kind, id, &values);
                let standing = Standing {
                    version: Some(version),
                    values,
                    write: None,
                };
                registry.standing.insert(id, standing);
            }
        }
        Ok(registry)
    }

    /// The writes planned, in order.
    pub(super) fn into_writes(self) -> Vec<Write> {
        self.writes
    }

    /// Says which row the next writes come from.
    pub(super) fn at(&mut self, book: &Workbook, table: &Table, row: &LedgerRow) {
        self.source = Some(Source {
            file: book.file.clone(),
            sha256: book.sha256.clone(),
            sheet: table.sheet.clone(),
            row: row.row,
            raw: row.raw.clone(),
        });
    }

    /// The record of `kind` whose `field` reads `text`.
    pub(super) fn find(
        &self,
        kind: &'static Kind,
        field: &'static str,
        text: &str,
    ) -> Option<Uuid> {
        self.by_text
            .get(&(kind.name, field, fold(text)))
            .copied()
            .filter(|_| !text.trim().is_empty())
    }

    /// The values that stand, or will, under an id.
    pub(super) fn values(&self, id: Uuid) -> Option<&Values> {
        self.standing.get(&id).map(|standing| &standing.values)
    }

    /// The projects of an investor, oldest first.
    pub(super) fn projects_of(&self, investor: Uuid) -> &[Uuid] {
        self.by_investor.get(&investor).map_or(&[], Vec::as_slice)
    }

    /// The agreements of a project.
    pub(super) fn agreements_of(&self, project: Uuid) -> &[Uuid] {
        self.agreements.get(&project).map_or(&[], Vec::as_slice)
    }

    /// Plans a new record.
    pub(super) fn create(&mut self, kind: &'static Kind, values: Values) -> Uuid {
        let mut write = Write::create(kind, values.clone());
        write.source.clone_from(&self.source);
        let id = write.record;
        self.index(kind, id, &values);
        let standing = Standing {
            version: None,
            values,
            write: Some(self.writes.len()),
        };
        self.standing.insert(id, standing);
        self.writes.push(write);
        id
    }

    /// The record that a reference names; planned with `also` when new.
    pub(super) fn named(&mut self, kind: &'static Kind, name: &str, also: Values) -> Uuid {
        if let Some(id) = self.find(kind, "name", name) {
            return id;
        }
        let mut values = also;
        values.insert("name".to_owned(), serde_json::json!(name.trim()));
        self.create(kind, values)
    }

    /// Brings what a file says of a record into it: blanks are filled, values
    /// that an import wrote are updated, values that a person wrote stay.
    ///
    /// Returns whether anything changes, and the fields that stayed.
    pub(super) async fn update(
        &mut self,
        kind: &'static Kind,
        id: Uuid,
        told: Values,
    ) -> Result<(bool, Vec<String>), Fault> {
        let Some(standing) = self.standing.get(&id).cloned() else {
            return Ok((false, Vec::new()));
        };
        let mut set = Values::new();
        let mut stayed = Vec::new();
        for (name, value) in told {
            match standing.values.get(&name) {
                Some(old) if *old == value => {}
                Some(_)
                    if standing.version.is_some() && self.is_edited(kind, id, &name).await? =>
                {
                    stayed.push(name);
                }
                _ => {
                    set.insert(name, value);
                }
            }
        }
        if set.is_empty() {
            return Ok((false, stayed));
        }
        self.plan(kind, id, &standing, set);
        Ok((true, stayed))
    }

    fn plan(&mut self, kind: &'static Kind, id: Uuid, standing: &Standing, set: Values) {
        let at = match standing.write {
            Some(at) => {
                self.writes[at].set.extend(set.clone());
                at
            }
            None => {
                let seen = standing.version.unwrap_or(0);
                let mut write = Write::edit(kind, id, seen, set.clone());
                write.source.clone_from(&self.source);
                self.writes.push(write);
                self.writes.len() - 1
            }
        };
        if let Some(standing) = self.standing.get_mut(&id) {
            standing.values.extend(set);
            standing.write = Some(at);
            self.index_again(kind, id);
        }
    }

    /// Whether the value that stands was written by a person, not an import.
    async fn is_edited(&self, kind: &Kind, id: Uuid, name: &str) -> Result<bool, Fault> {
        let group = kind.field(name).map_or(name, |field| field.group);
        let history = self.desk.history(id).await?;
        let last = history
            .iter()
            .find(|entry| entry.changes.contains_key(group));
        Ok(last.is_some_and(|entry| entry.source.is_none()))
    }

    fn index_again(&mut self, kind: &'static Kind, id: Uuid) {
        let values = self.standing[&id].values.clone();
        self.index(kind, id, &values);
    }

    fn index(&mut self, kind: &'static Kind, id: Uuid, values: &Values) {
        let keys = KEYS.iter().find(|(name, _)| *name == kind.name);
        for field in keys.into_iter().flat_map(|(_, fields)| fields.iter()) {
            // Aliases find a record as its name does.
            let under = if *field == "aliases" { "name" } else { field };
            let texts: Vec<&str> = match values.get(*field) {
                Some(serde_json::Value::String(text)) => vec![text],
                Some(serde_json::Value::Array(list)) => {
                    list.iter().filter_map(|item| item.as_str()).collect()
                }
                _ => continue,
            };
            for text in texts {
                self.by_text
                    .entry((kind.name, under, fold(text)))
                    .or_insert(id);
            }
        }
        for field in kind.fields {
            let (map, of) = match (kind.name, field.name) {
                ("project", "investor") => (&mut self.by_investor, id),
                ("agreement", "project") => (&mut self.agreements, id),
                _ => continue,
            };
            debug_assert!(matches!(field.shape, Shape::Ref(_)));
            let target = values
                .get(field.name)
                .and_then(|value| Uuid::parse_str(value.as_str()?).ok());
            if let Some(target) = target {
                let list = map.entry(target).or_default();
                if !list.contains(&of) {
                    list.push(of);
                }
            }
        }
    }
}

/// Names are compared without spaces, width and case.
fn fold(text: &str) -> String {
    suoji_model::uscc::normalise(text)
}
