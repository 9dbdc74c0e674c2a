//! One entry of the log on its way to SQLite, with what it does to its
//! record's row and search document.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::AssertSqlSafe;
use suoji_model::Hlc;
use suoji_model::log::{Change, Changes, DELETED, Replayed};

use crate::column::Statement;
use crate::commit::{Planned, Session};
use crate::document::Document;
use crate::{document, row};

/// Entries that go together when they write the same columns: what SQLite
/// answers to each statement costs more than the statement. It is prepared
/// once and kept.
const TOGETHER: usize = 32;

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
    /// What writes its row; entries with the same may go together.
    row: String,
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
        let row = row_sql(&planned, 1);
        Ok(Self {
            planned,
            after,
            n,
            hlc,
            first,
            changes,
            source,
            document,
            row,
        })
    }

    /// Whether it is written by the same statement.
    fn is_like(&self, other: &Self) -> bool {
        let form = |entry: &Self| entry.document.as_ref().map(Option::is_some);
        self.row == other.row && form(self) == form(other)
    }

    fn bind<'q>(&'q self, session: &Session<'_>, statement: Statement<'q>) -> Statement<'q> {
        statement
            .bind(self.after.version)
            .bind(session.desk.device)
            .bind(self.n)
            .bind(self.hlc.0)
            .bind(session.person)
            .bind(session.batch)
            .bind(self.first.then_some(session.intent.name()))
            .bind(session.undoes.filter(|_| self.first))
            .bind(self.planned.kind.name)
            .bind(self.planned.record)
            .bind(self.planned.seen)
            .bind(&*self.changes)
            .bind(self.source.as_deref())
    }

    fn bind_row<'q>(&'q self, statement: Statement<'q>) -> Statement<'q> {
        let (kind, record) = (self.planned.kind, self.planned.record);
        if self.planned.before.is_none() {
            return row::bind_insert(statement, kind, record, &self.after);
        }
        let touched = touched(&self.planned.changes);
        row::bind_update(statement, kind, &touched, record, &self.after)
    }

    fn bind_document<'q>(&'q self, statement: Statement<'q>) -> Statement<'q> {
        let (kind, record) = (self.planned.kind, self.planned.record);
        match &self.document {
            Some(document) => document::bind(statement, kind, record, document.as_ref()),
            None => statement,
        }
    }
}

/// What writes as many rows in the way of this one.
fn row_sql(planned: &Planned, many: usize) -> String {
    match planned.before {
        Some(_) => row::update_sql(planned.kind, &touched(&planned.changes), many),
        None => row::times(&row::table(planned.kind).insert, many),
    }
}

/// The first entries, which go in one statement, and the rest. A record
/// stands among them once: its rows are written in no order.
pub(crate) fn alike(entries: &[Entry]) -> (&[Entry], &[Entry]) {
    let many = entries.split_at_checked(TOGETHER).filter(|(together, _)| {
        let records: BTreeSet<_> = together.iter().map(|entry| entry.planned.record).collect();
        records.len() == TOGETHER && together.iter().all(|entry| entry.is_like(&together[0]))
    });
    many.unwrap_or_else(|| entries.split_at(1.min(entries.len())))
}

/// What writes entries that are alike, in one round trip: all entries, all
/// rows, all documents. The order matters to the triggers, which ask for the
/// entry first.
pub(crate) fn statement<'q>(session: &Session<'_>, entries: &'q [Entry]) -> Statement<'q> {
    let many = entries.len();
    let mut sql = row::times(INSERT_ENTRY, many);
    if let Some(first) = entries.first() {
        sql.push_str("; ");
        sql.push_str(&row_sql(&first.planned, many));
        if let Some(document) = &first.document {
            sql.push_str("; ");
            sql.push_str(&document::sql(document.as_ref(), many));
        }
    }
    let statement = sqlx::query(AssertSqlSafe(sql));
    let bound = |statement, entry: &'q Entry| entry.bind(session, statement);
    let statement = entries.iter().fold(statement, bound);
    let statement = entries
        .iter()
        .fold(statement, |statement, entry| entry.bind_row(statement));
    entries
        .iter()
        .fold(statement, |statement, entry| entry.bind_document(statement))
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
