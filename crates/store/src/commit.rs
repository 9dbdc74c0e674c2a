//! The one write path. A local edit, an import, an undo and a pulled change
//! all end in [`Session::write_entry`]: log entry, row and search document in
//! one transaction.

use std::collections::HashSet;

use sqlx::{Connection, Row, SqliteConnection, Transaction};
use suoji_model::log::{Changes, Intent, Source, Values};
use suoji_model::{Hlc, Kind};
use uuid::Uuid;

use crate::desk::Desk;
use crate::entry::{self, Entry, Place, Shared};
use crate::error::Result;
use crate::indexing;
use crate::plan;
use crate::recall::Recalled;
use crate::row::Record;

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
    pub async fn commit(&self, mut batch: Batch) -> Result<Committed> {
        let mut writer = self.writer().await;
        let mut session = Session::begin(self, &mut writer, &batch, None).await?;
        for block in batch.writes.chunks_mut(BLOCK) {
            session.recall_writes(block).await?;
            for write in block {
                if let Some(planned) = plan::plan(&mut session, write).await? {
                    session.write_entry(planned).await?;
                }
            }
        }
        session.finish().await
    }
}

/// Writes whose records are read together.
pub(crate) const BLOCK: usize = 1_000;
/// Entries that wait before they are handed to SQLite together.
const MOST_WAITING: usize = 1_024;
/// The same in a long action, which hands them over while it plans others.
const MOST_OF_MANY: usize = 8_192;

/// One record's changes, ready to be written.
pub(crate) struct Planned {
    pub(crate) kind: &'static Kind,
    pub(crate) record: Uuid,
    pub(crate) what: What,
    pub(crate) seen: i64,
    pub(crate) source: Option<Source>,
}

/// What a change does.
pub(crate) enum What {
    /// It makes a record with these values, none of them null.
    Made(Values),
    /// It changes the record that stood so.
    Changed(Record, Changes),
}

/// A write transaction and the place its next entry takes in the log.
pub(crate) struct Session<'c> {
    pub(crate) desk: &'c Desk,
    transaction: Transaction<'c, sqlx::Sqlite>,
    pub(crate) batch: Uuid,
    pub(crate) intent: Intent,
    pub(crate) undoes: Option<Uuid>,
    pub(crate) person: Option<Uuid>,
    seq: i64,
    n: i64,
    hlc: Hlc,
    now_ms: i64,
    /// How many entries it wrote.
    written: usize,
    /// What they touched, unless nobody will ask.
    records: Option<Vec<(&'static str, Uuid, i64)>>,
    /// Changes that SQLite does not have yet, and how many may be.
    waiting: Vec<(Planned, Place)>,
    most_waiting: usize,
    /// The records they are of, each once.
    theirs: HashSet<Uuid>,
    documents: indexing::Waiting,
    pub(crate) recalled: Recalled,
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
            written: 0,
            records: Some(Vec::new()),
            waiting: Vec::new(),
            most_waiting: MOST_WAITING,
            theirs: HashSet::new(),
            documents: indexing::Waiting::default(),
            recalled: Recalled::default(),
        })
    }

    /// Prepares for a long action: does not keep what it touches, which may be
    /// millions.
    pub(crate) fn lasts(&mut self) {
        self.records = None;
        self.most_waiting = MOST_OF_MANY;
    }

    /// Names an error of the file.
    pub(crate) fn failed(&self, error: sqlx::Error) -> crate::Error {
        self.desk.failed(error)
    }

    /// The transaction's connection, which sees every entry and row written so
    /// far, but not yet what they are found by.
    pub(crate) async fn connection(&mut self) -> Result<&mut SqliteConnection> {
        self.hand_over().await?;
        Ok(&mut self.transaction)
    }

    /// The transaction's connection, which does not see what still waits.
    pub(crate) fn connection_to_handed(&mut self) -> &mut SqliteConnection {
        &mut self.transaction
    }

    /// The changes that still wait, and the versions they lead to.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = (&Planned, i64)> {
        let waiting = self.waiting.iter();
        waiting.map(|(planned, place)| (planned, place.seq))
    }

    /// Whether a change of this record still waits.
    pub(crate) fn waits_for(&self, record: Uuid) -> bool {
        self.theirs.contains(&record)
    }

    /// Writes one record's changes: entry, row, search document. Returns the
    /// record's new version.
    pub(crate) async fn write_entry(&mut self, planned: Planned) -> Result<i64> {
        // The rows that wait are written in no order.
        if !self.theirs.insert(planned.record) {
            self.hand_over().await?;
            self.theirs.insert(planned.record);
        }
        self.seq += 1;
        self.n += 1;
        self.hlc = self.hlc.next(self.now_ms);
        self.recalled.written(planned.kind, planned.record);
        self.written += 1;
        if let Some(records) = &mut self.records {
            records.push((planned.kind.name, planned.record, self.seq));
        }
        let place = Place {
            seq: self.seq,
            n: self.n,
            hlc: self.hlc,
            is_first: self.written == 1,
        };
        self.waiting.push((planned, place));
        if self.waiting.len() >= self.most_waiting {
            self.hand_over().await?;
        }
        Ok(self.seq)
    }

    /// Whether any entry was written.
    pub(crate) fn has_written(&self) -> bool {
        self.written > 0
    }

    fn shared(&self) -> Shared {
        Shared {
            device: self.desk.device,
            person: self.person,
            batch: self.batch,
            intent: self.intent.name(),
            undoes: self.undoes,
        }
    }

    /// Hands waiting changes to SQLite. While it takes some, the next are put
    /// into its form.
    pub(crate) async fn hand_over(&mut self) -> Result<()> {
        let done = self.hand_over_entries().await;
        done.map_err(|error| self.failed(error))?;
        if self.documents.is_full() {
            self.hand_over_documents().await?;
        }
        Ok(())
    }

    async fn hand_over_entries(&mut self) -> Result<(), sqlx::Error> {
        let shared = self.shared();
        let mut waiting = std::mem::take(&mut self.waiting).into_iter();
        self.theirs.clear();
        let connection = &mut *self.transaction;
        let documents = &mut self.documents;
        let mut entries: Vec<Entry> = Vec::with_capacity(waiting.len());
        let mut next = || -> Result<_, sqlx::Error> {
            let part = waiting.by_ref().take(entry::MOST_TOGETHER);
            let part = part.map(|(planned, place)| taken_in(documents, planned, place));
            let mut part = part.collect::<Result<Vec<Entry>, _>>()?;
            let statements = entry::log_statements(shared, &mut part);
            Ok((part, statements))
        };
        let (mut part, mut statements) = next()?;
        while !part.is_empty() {
            let writing = async {
                for statement in statements {
                    statement.execute(&mut *connection).await?;
                }
                Ok::<(), sqlx::Error>(())
            };
            let (done, after) = tokio::join!(writing, async { next() });
            done?;
            entries.append(&mut part);
            (part, statements) = after?;
        }
        let mut rows = entry::row_statements(&entries);
        let mut ready = rows.next();
        while let Some(statement) = ready {
            let (done, after) =
                tokio::join!(statement.execute(&mut *connection), async { rows.next() });
            done?;
            ready = after;
        }
        Ok(())
    }

    async fn hand_over_documents(&mut self) -> Result<()> {
        let done = self.documents.hand_over(&mut self.transaction).await;
        done.map_err(|error| self.failed(error))
    }

    /// Hands over all that is left, which often is one entry.
    async fn hand_over_rest(&mut self) -> Result<()> {
        if self.waiting.len() == 1
            && let Some((planned, place)) = self.waiting.pop()
        {
            let entry = taken_in(&mut self.documents, planned, place);
            let mut entry = entry.map_err(|error| self.desk.failed(error))?;
            let shared = self.shared();
            let only = self.documents.only();
            let and = only.as_ref().map(|(sql, _)| format!("; {sql}"));
            let statement = entry::statement(shared, &mut entry, &and.unwrap_or_default());
            let statement = match &only {
                Some((_, document)) => document.bind(statement),
                None => statement,
            };
            let done = statement.execute(&mut *self.transaction).await;
            done.map_err(|error| self.desk.failed(error))?;
            if only.is_some() {
                return Ok(());
            }
        }
        self.hand_over().await?;
        self.hand_over_documents().await
    }

    /// Commits; what was written is on disk when this returns.
    pub(crate) async fn finish(mut self) -> Result<Committed> {
        self.hand_over_rest().await?;
        self.transaction
            .commit()
            .await
            .map_err(|error| self.desk.failed(error))?;
        Ok(Committed {
            batch: self.batch,
            seq: self.seq,
            records: self
                .records
                .into_iter()
                .flatten()
                .map(|(kind, record, version)| (kind.to_owned(), record, version))
                .collect(),
        })
    }
}

/// A change in the form in which SQLite takes it; its document waits with the
/// others.
fn taken_in(
    documents: &mut indexing::Waiting,
    planned: Planned,
    place: Place,
) -> Result<Entry, sqlx::Error> {
    let entry = Entry::new(planned, place)?;
    if let Some(extent) = entry.extent() {
        documents.put(entry.kind, entry.record, extent, entry.document());
    }
    Ok(entry)
}
