//! One entry of the log on its way to SQLite, with what it does to its
//! record's row and search document.

use std::collections::BTreeMap;

use sqlx::AssertSqlSafe;
use suoji_model::Hlc;
use suoji_model::log::{Change, Changes, DELETED, Replayed};

use crate::column::Statement;
use crate::commit::{Planned, Session};
use crate::document::Document;
use crate::{document, row};

/// Entries that go in one statement when they write the same columns. The
/// statement is prepared once and kept.
const TOGETHER: usize = 16;

const INSERT_ENTRY: &str = "INSERT INTO log (seq, device, n, hlc, person, batch, intent, undoes, \
     kind, record, seen, changes, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// An entry that SQLite does not have yet.
pub(crate) struct Entry {
    planned: Planned,
    after: Replayed,
    n: i64,
    hlc: Hlc,
    /// Whether it is the first of its batch.
    first: bool,
    changes: String,
    source: Option<String>,
    /// The search document, when it changes.
    document: Option<Option<Document>>,
    /// Entry, row and document in one round trip; the order matters to the
    /// triggers, which ask for the entry first.
    sql: String,
}

impl Entry {
    /// The entry of a planned change that leaves the row as `after`.
    pub(crate) fn new(
        planned: Planned,
        after: Replayed,
        (n, hlc): (i64, Hlc),
        first: bool,
    ) -> Result<Self, sqlx::Error> {
        let text = |error| sqlx::Error::Encode(Box::new(error));
        let changes = serde_json::to_string(&planned.changes).map_err(text)?;
        let source = planned.source.as_ref().map(serde_json::to_string);
        let source = source.transpose().map_err(text)?;
        let touched = touched(&planned.changes);
        let searched = touched.contains_key(DELETED)
            || planned.before.is_none()
            || document::touches(planned.kind, touched.keys());
        let document = searched.then(|| document::of(planned.kind, &after));
        let row = if planned.before.is_some() {
            row::update_sql(planned.kind, &touched)
        } else {
            row::table(planned.kind).insert.clone()
        };
        let mut sql = format!("{INSERT_ENTRY}; {row}");
        if let Some(document) = &document {
            sql.push_str("; ");
            sql.push_str(document::sql(document.as_ref()));
        }
        Ok(Self {
            planned,
            after,
            n,
            hlc,
            first,
            changes,
            source,
            document,
            sql,
        })
    }

    fn bind<'q>(&'q self, session: &Session<'_>, statement: Statement<'q>) -> Statement<'q> {
        let planned = &self.planned;
        let (kind, record) = (planned.kind, planned.record);
        let statement = statement
            .bind(self.after.version)
            .bind(session.desk.device)
            .bind(self.n)
            .bind(self.hlc.0)
            .bind(session.person)
            .bind(session.batch)
            .bind(self.first.then_some(session.intent.name()))
            .bind(session.undoes.filter(|_| self.first))
            .bind(kind.name)
            .bind(record)
            .bind(planned.seen)
            .bind(&*self.changes)
            .bind(self.source.as_deref());
        let statement = if planned.before.is_some() {
            let touched = touched(&planned.changes);
            row::bind_update(statement, kind, &touched, record, &self.after)
        } else {
            row::bind_insert(statement, kind, record, &self.after)
        };
        match &self.document {
            Some(document) => document::bind(statement, kind, record, document.as_ref()),
            None => statement,
        }
    }
}

/// The first entries, which go in one statement, and the rest.
pub(crate) fn alike(entries: &[Entry]) -> (&[Entry], &[Entry]) {
    let many = entries
        .split_at_checked(TOGETHER)
        .filter(|(together, _)| together.iter().all(|entry| entry.sql == together[0].sql));
    many.unwrap_or_else(|| entries.split_at(1.min(entries.len())))
}

/// The statement that writes entries that are alike.
pub(crate) fn statement<'q>(session: &Session<'_>, entries: &'q [Entry]) -> Statement<'q> {
    let parts: Vec<&str> = entries.iter().map(|entry| &*entry.sql).collect();
    let statement = sqlx::query(AssertSqlSafe(parts.join("; ")));
    entries
        .iter()
        .fold(statement, |statement, entry| entry.bind(session, statement))
}

/// The fields that the changes touch.
fn touched(changes: &Changes) -> BTreeMap<&str, ()> {
    let mut touched = BTreeMap::new();
    for (group, Change { old, new }) in changes {
        if group == DELETED {
            touched.insert(DELETED, ());
            continue;
        }
        for name in old.keys().chain(new.keys()) {
            touched.insert(name.as_str(), ());
        }
    }
    touched
}
