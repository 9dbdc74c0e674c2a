//! Search documents on their way to SQLite, many at a time and in the order
//! of the index: FTS5 writes what it has gathered whenever it is given an
//! earlier document, and whenever a statement begins that could fail halfway.

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
/// Documents, or their tokens, that go to SQLite at once.
const TOGETHER: usize = 128;

/// The most values of one document that a statement writes.
const VALUES: usize = 7;

const INSERT: &str = "INSERT OR FAIL INTO search_doc (rowid, record, kind, title, initials, names, rest) \
     VALUES (?, ?, ?, ?, ?, ?, ?)";
const UPDATE: &str = "UPDATE search_doc AS d SET title = new.column2, initials = new.column3, \
     names = new.column4, rest = new.column5 FROM (VALUES (?, ?, ?, ?, ?)) AS new \
     WHERE d.rowid = new.column1";
/// Leaves the indexes of titles alone.
const UPDATE_REST: &str = "UPDATE search_doc AS d SET rest = new.column2 \
     FROM (VALUES (?, ?)) AS new WHERE d.rowid = new.column1";
/// One statement a document, since one of many could fail halfway.
const PUT_TOKENS: &str = "INSERT OR REPLACE INTO search_index (rowid, tokens) VALUES (?, ?); ";
const ADD_TOKENS: &str = "INSERT INTO search_index (rowid, tokens) VALUES (?, ?); ";

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

/// A document that a transaction has yet to write; `None` for one to remove.
struct Written {
    kind: &'static Kind,
    extent: Extent,
    document: Option<Document>,
}

/// The documents that a transaction has yet to write.
#[derive(Default)]
pub(crate) struct Waiting(BTreeMap<Uuid, Written>);

/// A document and its place in the index.
type Placed<'d> = (i64, Uuid, &'static Kind, &'d Document);

impl Waiting {
    /// Takes in what a record is found by from now on, and how much of it is
    /// different; `None` when it is found by nothing.
    pub(crate) fn put(
        &mut self,
        kind: &'static Kind,
        record: Uuid,
        extent: Extent,
        document: Option<Document>,
    ) {
        let known = self.0.get(&record).map(|known| known.extent);
        let written = Written {
            kind,
            extent: known.map_or(extent, |known| known.min(extent)),
            document,
        };
        self.0.insert(record, written);
    }

    /// Whether it is time to hand over.
    pub(crate) fn is_full(&self) -> bool {
        self.0.len() >= MOST_WAITING
    }

    /// The statement of the only document, and how to bind it.
    pub(crate) fn only(&self) -> Option<(&'static str, One<'_>)> {
        let (record, written) = self.0.first_key_value().filter(|_| self.0.len() == 1)?;
        let document = written.document.as_ref();
        let one = One(*record, written.kind, document);
        Some((document::sql(document), one))
    }

    /// Writes what waits.
    pub(crate) async fn hand_over(
        &mut self,
        connection: &mut SqliteConnection,
    ) -> Result<(), sqlx::Error> {
        let waiting = std::mem::take(&mut self.0);
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
        let old = waiting
            .iter()
            .filter(|(_, written)| written.extent > Extent::All);
        let places = places(connection, old.map(|(record, _)| record)).await?;
        let place = |record: &Uuid| places.get(record).copied();
        let gone = waiting
            .iter()
            .filter(|(_, written)| written.document.is_none());
        let gone: Vec<Json> = gone
            .filter_map(|(record, _)| place(record).map(|place| json!(place)))
            .collect();
        if !gone.is_empty() {
            sqlx::query("DELETE FROM search_doc WHERE rowid IN (SELECT value FROM json_each(?))")
                .bind(Json::Array(gone).to_string())
                .execute(&mut *connection)
                .await?;
        }
        // New ones come to stand behind all others.
        let mut next: i64 = sqlx::query_scalar("SELECT coalesce(max(rowid), 0) FROM search_doc")
            .fetch_one(&mut *connection)
            .await?;
        let (mut there, mut new): (Vec<Placed<'_>>, Vec<Placed<'_>>) = (Vec::new(), Vec::new());
        let mut only_rest = true;
        for (record, written) in &waiting {
            let Some(document) = &written.document else {
                continue;
            };
            match place(record) {
                Some(place) => {
                    only_rest &= written.extent == Extent::Rest;
                    there.push((place, *record, written.kind, document));
                }
                None => {
                    next += 1;
                    new.push((next, *record, written.kind, document));
                }
            }
        }
        there.sort_unstable_by_key(|(place, ..)| *place);
        for part in there.chunks(TOGETHER) {
            let sql = if only_rest { UPDATE_REST } else { UPDATE };
            let statement = many(row::times(sql, part.len()), part.len());
            let bound = part.iter().fold(statement, |statement, placed| {
                let statement = statement.bind(placed.0);
                match only_rest {
                    true => statement.bind(&*placed.3.rest),
                    false => bind_texts(statement, placed.3),
                }
            });
            bound.execute(&mut *connection).await?;
        }
        for part in new.chunks(TOGETHER) {
            let statement = many(row::times(INSERT, part.len()), part.len());
            let bound = part.iter().fold(statement, |statement, placed| {
                let (place, record, kind, document) = placed;
                let statement = statement.bind(*place).bind(*record).bind(kind.name);
                bind_texts(statement, document)
            });
            bound.execute(&mut *connection).await?;
        }
        tokens(connection, PUT_TOKENS, &there).await?;
        tokens(connection, ADD_TOKENS, &new).await
    }
}

/// A statement that is prepared once and kept when it writes as many as most.
fn many<'q>(sql: String, count: usize) -> Statement<'q> {
    column::statement(AssertSqlSafe(sql), VALUES * count).persistent(count == TOGETHER)
}

fn bind_texts<'q>(statement: Statement<'q>, document: &'q Document) -> Statement<'q> {
    statement
        .bind(&*document.title)
        .bind(&*document.initials)
        .bind(&*document.names)
        .bind(&*document.rest)
}

/// Writes what these documents, in the order of the index, are found by. While
/// SQLite takes some, the next are made.
async fn tokens(
    connection: &mut SqliteConnection,
    sql: &str,
    documents: &[Placed<'_>],
) -> Result<(), sqlx::Error> {
    let made = |part: &[Placed<'_>]| -> Vec<(i64, String)> {
        let made = part.iter();
        made.map(|(place, _, kind, document)| (*place, document.tokens(kind)))
            .collect()
    };
    let mut parts = documents.chunks(TOGETHER);
    let mut ready = parts.next().map(made);
    while let Some(part) = ready {
        let statement = many(sql.repeat(part.len()), part.len());
        let bound = part
            .into_iter()
            .fold(statement, |statement, (place, tokens)| {
                statement.bind(place).bind(tokens)
            });
        let next = async { parts.next().map(made) };
        let (done, next) = tokio::join!(bound.execute(&mut *connection), next);
        done?;
        ready = next;
    }
    Ok(())
}

/// One document to bind.
pub(crate) struct One<'d>(Uuid, &'static Kind, Option<&'d Document>);

impl<'d> One<'d> {
    pub(crate) fn bind(&self, statement: Statement<'d>) -> Statement<'d> {
        document::bind(statement, self.1, self.0, self.2)
    }
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
