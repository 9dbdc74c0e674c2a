//! The one write path. A local edit, an import, an undo and a pulled change
//! all end in [`write_entry`]: log entry, row and search document in one
//! transaction.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection, Transaction};
use suoji_model::log::{Change, Changes, DELETED, Intent, Replayed, Source, Values};
use suoji_model::{Hlc, Kind};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::plan;
use crate::row::{self, Record};
use crate::tokens;

/// What one user action does: all of it or nothing.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Names the action; one undo takes it back.
    pub id: Uuid,
    /// What it is for.
    pub intent: Intent,
    /// Who does it, as a `person` record.
    pub person: Option<Uuid>,
    /// The writes, in order.
    pub writes: Vec<Write>,
}

impl Batch {
    /// A batch with a fresh id.
    pub fn new(intent: Intent, person: Option<Uuid>, writes: Vec<Write>) -> Self {
        Self {
            id: Uuid::now_v7(),
            intent,
            person,
            writes,
        }
    }
}

/// What a batch does to one record.
#[derive(Debug, Clone)]
pub struct Write {
    /// The record's kind.
    pub kind: &'static Kind,
    /// The record; a new id creates it.
    pub record: Uuid,
    /// The version its author saw; `None` creates the record.
    pub seen: Option<i64>,
    /// The fields to set, in JSON form; null clears. Others stay.
    pub set: Values,
    /// Into (`true`) or out of (`false`) the recycle bin.
    pub deleted: Option<bool>,
    /// Where imported values came from.
    pub source: Option<Source>,
}

impl Write {
    /// Creates a record with a fresh id.
    pub fn create(kind: &'static Kind, set: Values) -> Self {
        Self {
            kind,
            record: Uuid::now_v7(),
            seen: None,
            set,
            deleted: None,
            source: None,
        }
    }

    /// Sets fields of a record of which `seen` was the version.
    pub fn edit(kind: &'static Kind, record: Uuid, seen: i64, set: Values) -> Self {
        Self {
            kind,
            record,
            seen: Some(seen),
            set,
            deleted: None,
            source: None,
        }
    }

    /// Moves a record into or out of the recycle bin.
    pub fn bin(kind: &'static Kind, record: Uuid, seen: i64, deleted: bool) -> Self {
        Self {
            deleted: Some(deleted),
            ..Self::edit(kind, record, seen, Values::new())
        }
    }
}

/// What a batch came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// The batch.
    pub batch: Uuid,
    /// `seq` of its last entry; of the file's last one when nothing changed.
    pub seq: i64,
    /// The records it touched and their new versions, in order.
    pub records: Vec<(String, Uuid, i64)>,
}

impl Desk {
    /// Writes a batch, all or nothing.
    ///
    /// Returns after the transaction is on disk. Writes that change nothing
    /// leave no entry. Errors: [`Error::Invalid`], [`Error::Stale`],
    /// [`Error::ReferenceMissing`], [`Error::InBin`],
    /// [`Error::NoSuchRecord`], or what the file says; nothing is written then.
    pub async fn commit(&self, batch: Batch) -> Result<Committed> {
        let mut writer = self.writer().await;
        let mut session = Session::begin(self, &mut writer, &batch, None).await?;
        for write in &batch.writes {
            let planned = plan::plan(&mut session, write).await?;
            if let Some(planned) = planned {
                session.write_entry(planned).await?;
            }
        }
        session.finish().await
    }
}

/// One record's changes, ready to be written.
pub(crate) struct Planned {
    pub(crate) kind: &'static Kind,
    pub(crate) record: Uuid,
    /// The row before; `None` for a new record.
    pub(crate) before: Option<Record>,
    pub(crate) seen: i64,
    pub(crate) changes: Changes,
    pub(crate) source: Option<Source>,
}

/// A write transaction and the place its next entry takes in the log.
pub(crate) struct Session<'c> {
    pub(crate) desk: &'c Desk,
    pub(crate) transaction: Transaction<'c, sqlx::Sqlite>,
    batch: Uuid,
    intent: Intent,
    undoes: Option<Uuid>,
    person: Option<Uuid>,
    seq: i64,
    n: i64,
    hlc: Hlc,
    now_ms: i64,
    records: Vec<(String, Uuid, i64)>,
}

impl<'c> Session<'c> {
    /// Begins a write transaction.
    pub(crate) async fn begin(
        desk: &'c Desk,
        writer: &'c mut SqliteConnection,
        batch: &Batch,
        undoes: Option<Uuid>,
    ) -> Result<Self> {
        let mut transaction = writer
            .begin_with("BEGIN IMMEDIATE")
            .await
            .map_err(|error| desk.failed(error))?;
        let last = sqlx::query(
            "SELECT (SELECT max(n) FROM log WHERE device = ?) AS n, seq, hlc \
             FROM (SELECT 1) LEFT JOIN (SELECT seq, hlc FROM log ORDER BY seq DESC LIMIT 1)",
        )
        .bind(desk.device)
        .fetch_one(&mut *transaction)
        .await
        .map_err(|error| desk.failed(error))?;
        Ok(Self {
            desk,
            transaction,
            batch: batch.id,
            intent: batch.intent,
            undoes,
            person: batch.person,
            seq: last.get::<Option<i64>, _>("seq").unwrap_or(0),
            n: last.get::<Option<i64>, _>("n").unwrap_or(0),
            hlc: Hlc(last.get::<Option<i64>, _>("hlc").unwrap_or(0)),
            now_ms: crate::watch::now_ms(),
            records: Vec::new(),
        })
    }

    /// Names an error of the file.
    pub(crate) fn failed(&self, error: sqlx::Error) -> Error {
        self.desk.failed(error)
    }

    /// Writes one record's changes: entry, row, search document.
    pub(crate) async fn write_entry(&mut self, planned: Planned) -> Result<()> {
        self.seq += 1;
        self.n += 1;
        self.hlc = self.hlc.next(self.now_ms);
        let mut after = planned
            .before
            .as_ref()
            .map_or_else(Replayed::default, |before| Replayed {
                values: before.values.clone(),
                deleted: before.deleted,
                version: before.version,
            });
        after.apply(self.seq, &planned.changes);
        let result = self.write_all(&planned, &after).await;
        result.map_err(|error| self.failed(error))?;
        self.records
            .push((planned.kind.name.to_owned(), planned.record, self.seq));
        Ok(())
    }

    async fn write_all(&mut self, planned: &Planned, after: &Replayed) -> Result<(), sqlx::Error> {
        let first = self.records.is_empty();
        let changes = serde_json::to_string(&planned.changes)
            .map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
        let source = planned
            .source
            .as_ref()
            .map(serde_json::to_string)
            .transpose()
            .map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
        let entry = |sql: AssertSqlSafe<String>| {
            sqlx::query(sql)
                .bind(self.seq)
                .bind(self.desk.device)
                .bind(self.n)
                .bind(self.hlc.0)
                .bind(self.person)
                .bind(self.batch)
                .bind(first.then_some(self.intent.name()))
                .bind(self.undoes.filter(|_| first))
                .bind(planned.kind.name)
                .bind(planned.record)
                .bind(planned.seen)
                .bind(changes)
                .bind(source)
        };
        let touched = touched(&planned.changes);
        if planned.before.is_some() {
            // One round trip for entry and row; the order matters to the
            // triggers, which ask for the entry first.
            let sql = format!(
                "{INSERT_ENTRY}; {}",
                row::update_sql(planned.kind, &touched)
            );
            let statement = entry(AssertSqlSafe(sql));
            row::bind_update(statement, planned.kind, &touched, planned.record, after)
                .execute(&mut *self.transaction)
                .await?;
        } else {
            entry(AssertSqlSafe(INSERT_ENTRY.to_owned()))
                .execute(&mut *self.transaction)
                .await?;
            row::insert(&mut self.transaction, planned.kind, planned.record, after).await?;
        }
        let searched = touched.contains_key(DELETED)
            || planned.before.is_none()
            || tokens::touches(planned.kind, touched.keys());
        if searched {
            write_document(&mut self.transaction, planned.kind, planned.record, after).await?;
        }
        Ok(())
    }

    /// Commits; what was written is on disk when this returns.
    pub(crate) async fn finish(self) -> Result<Committed> {
        self.transaction
            .commit()
            .await
            .map_err(|error| self.desk.failed(error))?;
        Ok(Committed {
            batch: self.batch,
            seq: self.seq,
            records: self.records,
        })
    }
}

const INSERT_ENTRY: &str = "INSERT INTO log (seq, device, n, hlc, person, batch, intent, undoes, \
     kind, record, seen, changes, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

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

/// Writes or removes a record's search document.
pub(crate) async fn write_document(
    connection: &mut SqliteConnection,
    kind: &Kind,
    record: Uuid,
    row: &Replayed,
) -> Result<(), sqlx::Error> {
    let document = tokens::document(kind, &row.values).filter(|_| !row.deleted);
    let Some(document) = document else {
        sqlx::query("DELETE FROM search_doc WHERE record = ?")
            .bind(record)
            .execute(connection)
            .await?;
        return Ok(());
    };
    sqlx::query(
        "INSERT INTO search_doc (record, kind, plain, strong, middle, weak) \
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (record) DO UPDATE SET plain = excluded.plain, \
         strong = excluded.strong, middle = excluded.middle, weak = excluded.weak",
    )
    .bind(record)
    .bind(kind.name)
    .bind(document.plain)
    .bind(document.strong)
    .bind(document.middle)
    .bind(document.weak)
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether a JSON value is a blank field.
pub(crate) fn is_blank(value: Option<&Json>) -> bool {
    value.is_none_or(Json::is_null)
}
