//! Changes on their way to SQLite. A thread of its own puts them into the form
//! in which it takes them, and a task of its own hands them over, while the
//! next ones are planned: SQLite waits for nobody who plans.

use std::collections::HashSet;
use std::ops::{Deref, DerefMut};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use sqlx::sqlite::SqliteTransactionManager;
use sqlx::{SqlStr, SqliteConnection};
use sqlx_core::transaction::TransactionManager as _;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};
use tokio::task::{JoinError, JoinHandle, spawn_blocking};
use uuid::Uuid;

use crate::column::Statement;
use crate::commit::Planned;
use crate::entry::{self, Entry, Place, Shared};
use crate::indexing::{self, Extent, Waiting, Written};

/// Statements that may be ready before SQLite takes them.
const AHEAD: usize = 8;

/// A planned change and its place in the log.
pub(crate) type Change = (Planned, Place);

/// What writes: the connection with a transaction begun, and documents that
/// may wait in it. Dropped before it commits, it leaves nothing behind.
pub(crate) struct Pen {
    writer: OwnedMutexGuard<SqliteConnection>,
    is_open: bool,
    pub(crate) documents: Waiting,
}

impl Pen {
    /// Begins a transaction.
    pub(crate) async fn begin(
        writer: OwnedMutexGuard<SqliteConnection>,
    ) -> Result<Self, sqlx::Error> {
        // Open before it is begun, for nobody may wait until it is.
        let mut pen = Self {
            writer,
            is_open: true,
            documents: Waiting::default(),
        };
        let begin = Some(SqlStr::from_static("BEGIN IMMEDIATE"));
        SqliteTransactionManager::begin(&mut pen.writer, begin).await?;
        Ok(pen)
    }

    /// Commits.
    pub(crate) async fn commit(mut self) -> Result<(), sqlx::Error> {
        SqliteTransactionManager::commit(&mut self.writer).await?;
        self.is_open = false;
        Ok(())
    }

    /// The connection, and the documents that wait in its transaction.
    pub(crate) fn parts(&mut self) -> (&mut SqliteConnection, &mut Waiting) {
        (&mut self.writer, &mut self.documents)
    }
}

impl Drop for Pen {
    fn drop(&mut self) {
        if self.is_open {
            SqliteTransactionManager::start_rollback(&mut self.writer);
        }
    }
}

impl Deref for Pen {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.writer
    }
}

impl DerefMut for Pen {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.writer
    }
}

/// Tells when SQLite has what was handed over before; it fails when that
/// failed.
pub(crate) type Turn = oneshot::Receiver<()>;

/// Changes on their way to SQLite. Dropped before they are there, they go no
/// further.
pub(crate) struct Handing {
    changes: Arc<Vec<Change>>,
    records: HashSet<Uuid>,
    done: JoinHandle<Result<(), sqlx::Error>>,
}

impl Handing {
    /// Hands over changes of these records, each once: they are put into
    /// SQLite's form at once, and it takes them when it is their turn. Returns
    /// the turn of those after them as well.
    pub(crate) fn begin(
        pen: Arc<Mutex<Pen>>,
        shared: Shared,
        changes: Vec<Change>,
        records: HashSet<Uuid>,
        turn: Option<Turn>,
    ) -> (Self, Turn) {
        let changes = Arc::new(changes);
        let (ready, pieces) = channel(AHEAD);
        let all = Arc::clone(&changes);
        let making = spawn_blocking(move || make(shared, &all, &ready));
        let (next, after) = oneshot::channel();
        let done = tokio::spawn(async move {
            if let Some(turn) = turn
                && turn.await.is_err()
            {
                return Ok(());
            }
            carry_out(pen, pieces, making).await?;
            // Nobody may come after.
            let _ = next.send(());
            Ok(())
        });
        let handing = Self {
            changes,
            records,
            done,
        };
        (handing, after)
    }

    /// The changes, of which SQLite may have some.
    pub(crate) fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Whether a change of this record is among them.
    pub(crate) fn is_of(&self, record: Uuid) -> bool {
        self.records.contains(&record)
    }
}

impl Drop for Handing {
    fn drop(&mut self) {
        self.done.abort();
    }
}

impl Future for Handing {
    type Output = Result<(), sqlx::Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let done = ready!(Pin::new(&mut self.done).poll(context));
        Poll::Ready(done.unwrap_or_else(|error| Err(failed(error))))
    }
}

/// Names a failure of a piece of work of its own.
fn failed(error: JoinError) -> sqlx::Error {
    sqlx::Error::Encode(Box::new(error))
}

/// What is ready for SQLite.
enum Piece {
    Write(Statement<'static>),
    /// What the new records are found by whose documents went before.
    Tokens(Vec<String>),
    /// What records that were there before are found by from now on.
    Documents(Vec<(Uuid, Written)>),
}

async fn carry_out(
    pen: Arc<Mutex<Pen>>,
    mut pieces: Receiver<Piece>,
    making: JoinHandle<Result<(), sqlx::Error>>,
) -> Result<(), sqlx::Error> {
    while let Some(piece) = pieces.recv().await {
        let mut pen = pen.lock().await;
        let (connection, documents) = pen.parts();
        match piece {
            Piece::Write(statement) => _ = statement.execute(connection).await?,
            Piece::Tokens(tokens) => documents.gather(connection, tokens).await?,
            Piece::Documents(written) => documents.put(written),
        }
    }
    making.await.map_err(failed)??;
    let mut pen = pen.lock().await;
    let (connection, documents) = pen.parts();
    documents.hand_over_much(connection).await
}

/// Makes everything that these changes write; ends early when nobody takes it.
fn make(shared: Shared, changes: &[Change], ready: &Sender<Piece>) -> Result<(), sqlx::Error> {
    let is_taken = |statement| ready.blocking_send(Piece::Write(statement)).is_ok();
    let mut entries: Vec<Entry<'_>> = Vec::with_capacity(changes.len());
    for part in changes.chunks(entry::MOST_TOGETHER) {
        let part = part.iter().map(Entry::new);
        let mut part = part.collect::<Result<Vec<_>, _>>()?;
        if !entry::log_statements(shared, &mut part).all(is_taken) {
            return Ok(());
        }
        entries.append(&mut part);
    }
    // The entries are in the log: the guards of the rows ask for them.
    if !entry::row_statements(&entries).all(is_taken) {
        return Ok(());
    }
    let (mut new, mut old) = (Vec::new(), Vec::new());
    for entry in &entries {
        match entry.extent() {
            Some(Extent::All) => {
                new.extend(entry.document().map(|document| (entry.record(), document)));
            }
            Some(extent) => old.push((entry.record(), entry.written(extent))),
            None => {}
        }
    }
    let new = new.iter();
    let new = new.map(|(record, (kind, document))| (*record, *kind, document));
    let new: Vec<indexing::New<'_>> = new.collect();
    if !indexing::inserts(&new).all(is_taken) {
        return Ok(());
    }
    for piece in [Piece::Tokens(indexing::tokens(&new)), Piece::Documents(old)] {
        if ready.blocking_send(piece).is_err() {
            break;
        }
    }
    Ok(())
}
