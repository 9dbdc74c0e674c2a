//! The one write path. A local edit, an import, an undo and a pulled change
//! all end in [`Session::write_entry`]: log entry, row and search document in
//! one transaction.

use std::collections::{HashSet, VecDeque};
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use suoji_model::log::{Changes, Intent, Source, Values};
use suoji_model::{Hlc, Kind};
use tokio::sync::{Mutex, MutexGuard};
use uuid::Uuid;

use crate::column::Statement;
use crate::desk::Desk;
use crate::document;
use crate::entry::{self, Entry, Place, Shared};
use crate::error::Result;
use crate::handing::{Change, Handing, Pen, Turn};
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
        let mut session = Session::begin(self, &batch, None).await?;
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
/// Entries that wait, at most, while SQLite takes those before.
const MOST_WAITING: usize = 1_024;
/// The same in a long action, which plans many between two looks at the file.
const MOST_OF_MANY: usize = 2_048;
/// Entries that are worth being handed over together.
const WORTH_HANDING: usize = 1_024;
/// So often may entries be on their way: while SQLite takes some, the next are
/// put into its form.
const MOST_ON_THEIR_WAY: usize = 2;

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
    /// Changes on their way to SQLite, which takes the first.
    pub(crate) handing: VecDeque<Handing>,
    /// The turn of those that come next.
    turn: Option<Turn>,
    pub(crate) pen: Arc<Mutex<Pen>>,
    /// Changes that are not handed over yet, and how many may be.
    pub(crate) waiting: Vec<Change>,
    most_waiting: usize,
    /// The records they are of, each once.
    pub(crate) theirs: HashSet<Uuid>,
    pub(crate) recalled: Recalled,
}

impl<'c> Session<'c> {
    /// Waits for the connection that writes, and begins a transaction.
    pub(crate) async fn begin(desk: &'c Desk, batch: &Batch, undoes: Option<Uuid>) -> Result<Self> {
        let begun = Pen::begin(desk.writer().await).await;
        let mut pen = begun.map_err(|error| desk.failed(error))?;
        let last = sqlx::query(
            "SELECT (SELECT max(n) FROM log WHERE device = ?) AS n, seq, hlc \
             FROM (SELECT 1) LEFT JOIN (SELECT seq, hlc FROM log ORDER BY seq DESC LIMIT 1)",
        )
        .bind(desk.device)
        .fetch_one(&mut *pen)
        .await
        .map_err(|error| desk.failed(error))?;
        Ok(Self {
            desk,
            handing: VecDeque::new(),
            turn: None,
            pen: Arc::new(Mutex::new(pen)),
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
    /// far, but not yet all that they are found by.
    pub(crate) async fn connection(&mut self) -> Result<MutexGuard<'_, Pen>> {
        self.hand_over().await?;
        Ok(self.pen.lock().await)
    }

    /// What a query finds that need not see what still waits. What was handed
    /// over before goes on meanwhile.
    pub(crate) async fn fetch_of_handed(&self, query: Statement<'_>) -> Result<Vec<SqliteRow>> {
        let found = query.fetch_all(&mut **self.pen.lock().await).await;
        found.map_err(|error| self.failed(error))
    }

    /// Writes one record's changes: entry, row, search document. Returns the
    /// record's new version.
    pub(crate) async fn write_entry(&mut self, planned: Planned) -> Result<i64> {
        // The rows that wait are written in no order.
        if self.theirs.contains(&planned.record) {
            self.begin_handing_next().await?;
        }
        self.theirs.insert(planned.record);
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
            self.handed_but(MOST_ON_THEIR_WAY - 1).await?;
        }
        self.go_on().await?;
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

    /// Hands SQLite more when there is room; waits for nothing.
    pub(crate) async fn go_on(&mut self) -> Result<()> {
        if self.handing.len() < MOST_ON_THEIR_WAY && self.waiting.len() >= WORTH_HANDING {
            self.begin_handing();
        }
        let polled = poll_fn(|context| Poll::Ready(self.poll_handing(context)));
        match polled.await {
            Poll::Ready(done) => done.map_err(|error| self.failed(error)),
            Poll::Pending => Ok(()),
        }
    }

    /// Gives SQLite all changes, and waits until it has them.
    pub(crate) async fn hand_over(&mut self) -> Result<()> {
        if !self.waiting.is_empty() {
            self.begin_handing_next().await?;
        }
        self.handed().await
    }

    /// Hands over all changes, as soon as there is room for them.
    async fn begin_handing_next(&mut self) -> Result<()> {
        self.handed_but(MOST_ON_THEIR_WAY - 1).await?;
        self.begin_handing();
        Ok(())
    }

    fn begin_handing(&mut self) {
        let changes = std::mem::take(&mut self.waiting);
        let records = std::mem::take(&mut self.theirs);
        let pen = Arc::clone(&self.pen);
        let turn = self.turn.take();
        let (handing, turn) = Handing::begin(pen, self.shared(), changes, records, turn);
        self.handing.push_back(handing);
        self.turn = Some(turn);
    }

    /// Waits until SQLite has what it was handed.
    async fn handed(&mut self) -> Result<()> {
        self.handed_but(0).await
    }

    /// Waits until so much is still on its way at most.
    async fn handed_but(&mut self, most: usize) -> Result<()> {
        let done = poll_fn(|context| match self.poll_handing(context) {
            Poll::Pending if self.handing.len() <= most => Poll::Ready(Ok(())),
            polled => polled,
        });
        done.await.map_err(|error| self.failed(error))
    }

    fn poll_handing(&mut self, context: &mut Context<'_>) -> Poll<Result<(), sqlx::Error>> {
        while let Some(first) = self.handing.front_mut() {
            let done = ready!(Pin::new(first).poll(context));
            self.handing.pop_front();
            if done.is_err() {
                // Nothing goes in behind what did not.
                self.handing.clear();
                return Poll::Ready(done);
            }
        }
        Poll::Ready(Ok(()))
    }

    /// Hands over all that is left, which often is one entry.
    async fn hand_over_rest(&mut self) -> Result<()> {
        self.handed().await?;
        let mut pen = self.pen.lock().await;
        let done = match &*self.waiting {
            [only] if pen.documents.is_empty() => write_only(&mut pen, self.shared(), only).await,
            _ => {
                drop(pen);
                self.hand_over().await?;
                pen = self.pen.lock().await;
                let (connection, documents) = pen.parts();
                documents.hand_over(connection).await
            }
        };
        done.map_err(|error| self.desk.failed(error))
    }

    /// Commits; what was written is on disk when this returns.
    pub(crate) async fn finish(mut self) -> Result<Committed> {
        self.hand_over_rest().await?;
        // Nobody else holds it when nothing is being handed over.
        let pen = Arc::into_inner(self.pen).ok_or(sqlx::Error::WorkerCrashed);
        let committed = match pen {
            Ok(pen) => pen.into_inner().commit().await,
            Err(error) => Err(error),
        };
        committed.map_err(|error| self.desk.failed(error))?;
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

/// Writes a change that is the only one, with what its record is found by, in
/// one round trip.
async fn write_only(pen: &mut Pen, shared: Shared, only: &Change) -> Result<(), sqlx::Error> {
    let mut entry = Entry::new(only)?;
    let written = entry.extent().map(|extent| entry.written(extent));
    let document = written.as_ref().map(|written| written.document.as_ref());
    let and = document.map(|document| format!("; {}", document::sql(document)));
    let mut statement = entry::statement(shared, &mut entry, &and.unwrap_or_default());
    if let (Some(written), Some(document)) = (&written, document) {
        statement = document::bind(statement, written.kind, only.0.record, document);
    }
    statement.execute(&mut **pen).await?;
    Ok(())
}
