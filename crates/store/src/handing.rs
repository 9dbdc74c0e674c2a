//! Changes on their way to SQLite. A thread of its own puts them into the form
//! in which it takes them, while it takes those before and the next ones are
//! planned.

use std::collections::HashSet;
use std::ops::{Deref, DerefMut};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use sqlx::{Sqlite, SqliteConnection, Transaction};
use tokio::sync::Mutex;
use tokio::sync::mpsc::{Sender, channel};
use tokio::task::spawn_blocking;
use uuid::Uuid;

use crate::column::Statement;
use crate::commit::Planned;
use crate::entry::{self, Entry, Place, Shared};
use crate::indexing::{self, Extent, Waiting, Written};

/// Statements that may be ready before SQLite takes them.
const AHEAD: usize = 2;

/// A planned change and its place in the log.
pub(crate) type Change = (Planned, Place);

/// What writes: the transaction, and documents that may wait in it.
pub(crate) struct Pen<'c> {
    pub(crate) transaction: Transaction<'c, Sqlite>,
    pub(crate) documents: Waiting,
}

impl Deref for Pen<'_> {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.transaction
    }
}

impl DerefMut for Pen<'_> {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.transaction
    }
}

/// Changes that SQLite is taking: it goes on whenever this is polled.
pub(crate) struct Handing<'c> {
    changes: Arc<Vec<Change>>,
    records: HashSet<Uuid>,
    done: Pin<Box<dyn Future<Output = Result<(), sqlx::Error>> + Send + 'c>>,
}

impl<'c> Handing<'c> {
    /// Begins to hand over changes of these records, each once.
    pub(crate) fn begin(
        pen: Arc<Mutex<Pen<'c>>>,
        shared: Shared,
        changes: Vec<Change>,
        records: HashSet<Uuid>,
    ) -> Self {
        let changes = Arc::new(changes);
        let done = Box::pin(carry_out(pen, shared, Arc::clone(&changes)));
        Self {
            changes,
            records,
            done,
        }
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

impl Future for Handing<'_> {
    type Output = Result<(), sqlx::Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.done.as_mut().poll(context)
    }
}

/// What is ready for SQLite.
enum Piece {
    Write(Statement<'static>),
    /// What new records are found by.
    Tokens(Vec<indexing::Tokens>),
    /// What records that were there before are found by from now on.
    Documents(Vec<(Uuid, Written)>),
}

async fn carry_out(
    pen: Arc<Mutex<Pen<'_>>>,
    shared: Shared,
    changes: Arc<Vec<Change>>,
) -> Result<(), sqlx::Error> {
    let last = indexing::last(&mut *pen.lock().await).await?;
    let (ready, mut pieces) = channel(AHEAD);
    let making = spawn_blocking(move || make(shared, &changes, last, &ready));
    while let Some(piece) = pieces.recv().await {
        let mut pen = pen.lock().await;
        let Pen {
            transaction,
            documents,
        } = &mut *pen;
        match piece {
            Piece::Write(statement) => _ = statement.execute(&mut **transaction).await?,
            Piece::Tokens(tokens) => documents.gather(transaction, tokens).await?,
            Piece::Documents(written) => documents.put(written),
        }
    }
    let made = making.await;
    made.map_err(|error| sqlx::Error::Encode(Box::new(error)))??;
    let mut pen = pen.lock().await;
    let Pen {
        transaction,
        documents,
    } = &mut *pen;
    documents.hand_over_much(transaction).await
}

/// Makes everything that these changes write; ends early when nobody takes it.
fn make(
    shared: Shared,
    changes: &[Change],
    last: i64,
    ready: &Sender<Piece>,
) -> Result<(), sqlx::Error> {
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
    let new = indexing::placed(last, new);
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
