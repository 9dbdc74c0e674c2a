//! Search documents on their way to SQLite, many at a time and in the order
//! of the index: FTS5 writes what it has gathered whenever it is given an
//! earlier document, and whenever a statement begins that could fail halfway
//! and be taken back alone, which those of entries and rows are not.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value as Json, json};
use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use suoji_model::Kind;
use uuid::Uuid;

use crate::column::{self, Statement};
use crate::document::{self, Document};
use crate::recall::{LISTED, listed};
use crate::row;

/// Documents that wait before they are handed over together.
const MOST_WAITING: usize = 32_768;
/// So few are not worth asking where they stand.
const FEW: usize = 16;
/// Documents that go to SQLite at once.
const TOGETHER: usize = 128;
/// Documents whose tokens go to SQLite at once, as many as do not take much
/// memory: before each statement that could fail halfway, FTS5 writes what
/// it has gathered.
const MOST_TOKENS: usize = 8_000;

/// The most values of one document that a statement writes.
const VALUES: usize = 6;

/// Behind all others: SQLite gives a row the place after the last.
const INSERT: &str = "INSERT OR FAIL INTO search_doc (record, kind, title, initials, names, rest) \
     VALUES (?, ?, ?, ?, ?, ?)";
const UPDATE: &str = "UPDATE search_doc AS d SET title = new.column2, initials = new.column3, \
     names = new.column4, rest = new.column5 FROM (VALUES (?, ?, ?, ?, ?)) AS new \
     WHERE d.rowid = new.column1";
/// Leaves the indexes of titles alone.
const UPDATE_REST: &str = "UPDATE search_doc AS d SET rest = new.column2 \
     FROM (VALUES (?, ?)) AS new WHERE d.rowid = new.column1";
const PUT_TOKENS: &str = "INSERT OR REPLACE INTO search_index (rowid, tokens) VALUES (?, ?)";
const ADD_TOKENS: &str = "INSERT INTO search_index (rowid, tokens) VALUES (?, ?)";

/// What a change makes different of what a record is found by, most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Extent {
    /// The record is new, so that there is no document yet.
    All,
    /// Its title or aliases, and maybe other texts.
    Names,
    /// Texts that are neither title nor alias.
    Rest,
}

/// What a record is found by, and its kind.
pub(crate) type Found = (&'static Kind, Document);

/// What a record that was there before is found by from now on.
pub(crate) struct Written {
    pub(crate) kind: &'static Kind,
    /// How much of it is different.
    pub(crate) extent: Extent,
    /// `None` when it is found by nothing.
    pub(crate) document: Option<Document>,
}

/// What records are found by that a transaction has yet to write.
#[derive(Default)]
pub(crate) struct Waiting {
    /// Documents of records that were there before.
    old: BTreeMap<Uuid, Written>,
    /// Tokens of documents that are new, in the order of the index.
    new: Vec<Tokens>,
}

/// The place of a document, and its tokens.
type Tokens = (i64, String);

/// A document that the index does not have yet.
pub(crate) type New<'d> = (Uuid, &'static Kind, &'d Document);

/// A document and its place in the index.
type Placed<'d> = (i64, New<'d>);

impl Waiting {
    /// Takes in documents of records that were there before.
    pub(crate) fn put(&mut self, documents: impl IntoIterator<Item = (Uuid, Written)>) {
        for (record, mut written) in documents {
            if let Some(known) = self.old.get(&record) {
                written.extent = written.extent.min(known.extent);
            }
            self.old.insert(record, written);
        }
    }

    /// Takes in what the last documents of the index are found by, and writes
    /// what is much.
    pub(crate) async fn gather(
        &mut self,
        connection: &mut SqliteConnection,
        tokens: Vec<String>,
    ) -> Result<(), sqlx::Error> {
        self.new.extend(of_last(connection, tokens).await?);
        while self.new.len() >= MOST_TOKENS {
            let rest = self.new.split_off(MOST_TOKENS);
            let much = std::mem::replace(&mut self.new, rest);
            with_tokens(ADD_TOKENS, much)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    }

    /// Whether none waits.
    pub(crate) fn is_empty(&self) -> bool {
        self.old.is_empty() && self.new.is_empty()
    }

    /// Writes what waits of records that were there before once it is much.
    pub(crate) async fn hand_over_much(
        &mut self,
        connection: &mut SqliteConnection,
    ) -> Result<(), sqlx::Error> {
        match self.old.len() < MOST_WAITING {
            true => Ok(()),
            false => self.hand_over(connection).await,
        }
    }

    /// Writes what waits.
    pub(crate) async fn hand_over(
        &mut self,
        connection: &mut SqliteConnection,
    ) -> Result<(), sqlx::Error> {
        let new = std::mem::take(&mut self.new);
        if !new.is_empty() {
            with_tokens(ADD_TOKENS, new)
                .execute(&mut *connection)
                .await?;
        }
        let waiting = std::mem::take(&mut self.old);
        if waiting.len() <= FEW {
            for (record, written) in &waiting {
                let document = written.document.as_ref();
                let statement = sqlx::query(document::sql(document));
                document::bind(statement, written.kind, *record, document)
                    .execute(&mut *connection)
                    .await?;
            }
            return Ok(());
        }
        let places = places(connection, waiting.keys()).await?;
        let gone = waiting
            .iter()
            .filter(|(_, written)| written.document.is_none());
        let gone: Vec<Json> = gone
            .filter_map(|(record, _)| places.get(record).map(|place| json!(place)))
            .collect();
        if !gone.is_empty() {
            sqlx::query("DELETE FROM search_doc WHERE rowid IN (SELECT value FROM json_each(?))")
                .bind(Json::Array(gone).to_string())
                .execute(&mut *connection)
                .await?;
        }
        let mut there: Vec<Placed<'_>> = Vec::new();
        // What comes to be found by something only now.
        let mut new: Vec<New<'_>> = Vec::new();
        let mut only_rest = true;
        for (record, written) in &waiting {
            let Some(document) = &written.document else {
                continue;
            };
            let found = (*record, written.kind, document);
            match places.get(record) {
                Some(place) => {
                    only_rest &= written.extent == Extent::Rest;
                    there.push((*place, found));
                }
                None => new.push(found),
            }
        }
        // In the order of the index.
        there.sort_unstable_by_key(|(place, ..)| *place);
        let updates = there.chunks(TOGETHER);
        let updates = updates.map(|part| update(part, only_rest));
        execute(connection, updates).await?;
        let put = |part: &[Placed<'_>]| {
            let part = part.iter();
            let part = part.map(|(place, (_, kind, document))| (*place, document.tokens(kind)));
            with_tokens(PUT_TOKENS, part.collect())
        };
        execute(connection, there.chunks(MOST_TOKENS).map(put)).await?;
        for part in new.chunks(MOST_TOKENS) {
            execute(connection, inserts(part)).await?;
            let part = of_last(connection, tokens(part)).await?;
            with_tokens(ADD_TOKENS, part)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    }
}

/// Executes these. While SQLite takes one, the next is made.
async fn execute(
    connection: &mut SqliteConnection,
    mut statements: impl Iterator<Item = Statement<'static>>,
) -> Result<(), sqlx::Error> {
    let mut ready = statements.next();
    while let Some(statement) = ready {
        let next = async { statements.next() };
        let (done, next) = tokio::join!(statement.execute(&mut *connection), next);
        done?;
        ready = next;
    }
    Ok(())
}

/// Tokens of the last documents of the index, with the places of these.
async fn of_last(
    connection: &mut SqliteConnection,
    tokens: Vec<String>,
) -> Result<Vec<Tokens>, sqlx::Error> {
    let last: i64 = sqlx::query_scalar("SELECT coalesce(max(rowid), 0) FROM search_doc")
        .fetch_one(connection)
        .await?;
    let mut placed: Vec<Tokens> = (0..=last).rev().zip(tokens.into_iter().rev()).collect();
    placed.reverse();
    Ok(placed)
}

/// What writes documents that stand behind all others, without what they are
/// found by; each statement is made when it is asked for.
pub(crate) fn inserts(new: &[New<'_>]) -> impl Iterator<Item = Statement<'static>> {
    new.chunks(TOGETHER).map(insert)
}

fn update(part: &[Placed<'_>], only_rest: bool) -> Statement<'static> {
    let sql = if only_rest { UPDATE_REST } else { UPDATE };
    let statement = many(row::times(sql, part.len()), part.len());
    part.iter().fold(statement, |statement, placed| {
        let (place, (_, _, document)) = placed;
        let statement = statement.bind(*place);
        match only_rest {
            true => statement.bind(document.rest.clone()),
            false => bind_texts(statement, document),
        }
    })
}

fn insert(part: &[New<'_>]) -> Statement<'static> {
    let statement = many(row::times(INSERT, part.len()), part.len());
    part.iter().fold(statement, |statement, new| {
        let (record, kind, document) = new;
        let statement = statement.bind(*record).bind(kind.name);
        bind_texts(statement, document)
    })
}

/// A statement that is prepared once and kept when it writes as many as most.
fn many(sql: String, count: usize) -> Statement<'static> {
    column::statement(AssertSqlSafe(sql), VALUES * count).persistent(count == TOGETHER)
}

fn bind_texts(statement: Statement<'static>, document: &Document) -> Statement<'static> {
    statement
        .bind(document.title.clone())
        .bind(document.initials.clone())
        .bind(document.names.clone())
        .bind(document.rest.clone())
}

/// What documents are found by.
pub(crate) fn tokens(new: &[New<'_>]) -> Vec<String> {
    let new = new.iter();
    new.map(|(_, kind, document)| document.tokens(kind))
        .collect()
}

/// The statement that writes these, in the order of the index.
fn with_tokens(sql: &str, tokens: Vec<Tokens>) -> Statement<'static> {
    let many = tokens.len();
    // Long and seldom used: it is not kept.
    let sql = AssertSqlSafe(row::times(sql, many));
    let statement = column::statement(sql, 2 * many).persistent(false);
    let tokens = tokens.into_iter();
    tokens.fold(statement, |statement, (place, tokens)| {
        statement.bind(place).bind(tokens)
    })
}

/// Where the documents of these records stand in the index.
async fn places(
    connection: &mut SqliteConnection,
    records: impl Iterator<Item = &Uuid>,
) -> Result<HashMap<Uuid, i64>, sqlx::Error> {
    let list = listed(records.copied());
    if list.len() == "[]".len() {
        return Ok(HashMap::new());
    }
    let sql = format!("SELECT record, rowid FROM search_doc WHERE record IN {LISTED}");
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(list)
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
        .collect()
}
