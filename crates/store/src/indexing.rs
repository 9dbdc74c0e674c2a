//! Search documents on their way to SQLite, many at a time and in the order
//! of the index: FTS5 writes what it has gathered whenever it is given an
//! earlier document, and whenever another statement begins.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value as Json, json};
use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use suoji_model::Kind;
use uuid::Uuid;

use crate::column::Statement;
use crate::document::{self, Document};
use crate::recall::{LISTED, listed};

/// Documents that go in one statement, whose parameters SQLite counts.
const TOGETHER: usize = 4_096;
/// So few are not worth asking where they stand.
const FEW: usize = 16;

/// The documents that a transaction has yet to write.
#[derive(Default)]
pub(crate) struct Waiting(BTreeMap<Uuid, (&'static Kind, Option<Document>)>);

impl Waiting {
    /// Takes in what a record is found by from now on; `None` when by nothing.
    pub(crate) fn put(&mut self, kind: &'static Kind, record: Uuid, document: Option<Document>) {
        self.0.insert(record, (kind, document));
    }

    /// Whether it is time to hand over.
    pub(crate) fn is_full(&self) -> bool {
        self.0.len() >= TOGETHER
    }

    /// The statement of the only document, and how to bind it.
    pub(crate) fn only(&self) -> Option<(String, One<'_>)> {
        let (record, (kind, document)) = self.0.first_key_value().filter(|_| self.0.len() == 1)?;
        let one = One(*record, kind, document.as_ref());
        Some((document::sql(document.as_ref(), 1), one))
    }

    /// Writes what waits.
    pub(crate) async fn hand_over(
        &mut self,
        connection: &mut SqliteConnection,
    ) -> Result<(), sqlx::Error> {
        let waiting = std::mem::take(&mut self.0);
        if waiting.len() <= FEW {
            for (record, (kind, document)) in &waiting {
                let statement = sqlx::query(AssertSqlSafe(document::sql(document.as_ref(), 1)));
                document::bind(statement, kind, *record, document.as_ref())
                    .execute(&mut *connection)
                    .await?;
            }
            return Ok(());
        }
        let places = places(connection, waiting.keys()).await?;
        let gone = waiting
            .iter()
            .filter(|(_, (_, document))| document.is_none());
        let gone: Vec<Json> = gone
            .filter_map(|(record, _)| places.get(record).map(|place| json!(place)))
            .collect();
        if !gone.is_empty() {
            sqlx::query("DELETE FROM search_doc WHERE rowid IN (SELECT value FROM json_each(?))")
                .bind(Json::Array(gone).to_string())
                .execute(&mut *connection)
                .await?;
        }
        let mut kept: Vec<(&Uuid, &'static Kind, &Document)> = waiting
            .iter()
            .filter_map(|(record, (kind, document))| Some((record, *kind, document.as_ref()?)))
            .collect();
        // New ones come to stand behind all others.
        kept.sort_by_key(|(record, ..)| places.get(record).copied().unwrap_or(i64::MAX));
        for part in kept.chunks(TOGETHER) {
            let sql = document::sql(Some(part[0].2), part.len());
            let mut statement = sqlx::query(AssertSqlSafe(sql)).persistent(part.len() == TOGETHER);
            for (record, kind, document) in part {
                statement = document::bind(statement, kind, **record, Some(*document));
            }
            statement.execute(&mut *connection).await?;
        }
        Ok(())
    }
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
    let sql = format!("SELECT record, rowid FROM search_doc WHERE record IN {LISTED}");
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(listed(records.copied()))
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
        .collect()
}
