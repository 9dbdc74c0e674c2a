//! What stands around a record: the rows that refer to it, and who wrote a
//! record when.

use std::collections::HashMap;

use serde_json::json;
use sqlx::{AssertSqlSafe, Row};
use suoji_model::{Hlc, Kind};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::Result;
use crate::recall::{LISTED, listed};
use crate::row::{self, Record};

/// Who made a record, when, and whether it was changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// When, in milliseconds since 1970 by the logical clock.
    pub at_ms: i64,
    /// Who, as a `person` record.
    pub person: Option<Uuid>,
    /// Whether the field group that was asked about changed since.
    pub changed: bool,
}

impl Desk {
    /// The living rows of `kind` whose `field`, a reference or a text, names
    /// `record`: how many, and the newest `limit`.
    pub async fn referring(
        &self,
        kind: &'static Kind,
        field: &'static str,
        record: Referred<'_>,
        limit: u32,
    ) -> Result<(u64, Vec<Record>)> {
        let living = format!("FROM {} WHERE {field} = ? AND deleted = 0", kind.name);
        let count = format!("SELECT count(*) {living}");
        let newest = format!(
            "SELECT {} {living} ORDER BY id DESC LIMIT {limit}",
            row::table(kind).columns
        );
        let bound = |sql: String| {
            let statement = sqlx::query(AssertSqlSafe(sql));
            match record {
                Referred::Id(id) => statement.bind(id),
                Referred::Text(text) => statement.bind(text.to_owned()),
            }
        };
        let total: i64 = bound(count)
            .fetch_one(self.readers())
            .await
            .and_then(|row| row.try_get(0))
            .map_err(|error| self.failed(error))?;
        if total == 0 {
            return Ok((0, Vec::new()));
        }
        let rows = bound(newest)
            .fetch_all(self.readers())
            .await
            .and_then(|rows| rows.iter().map(|found| row::read(kind, found)).collect())
            .map_err(|error| self.failed(error))?;
        Ok((total.unsigned_abs(), rows))
    }

    /// How many living rows of `kind` refer by `field` to any of these records
    /// of the kind `to`; those among them are not counted.
    pub async fn count_referring(
        &self,
        kind: &'static Kind,
        field: &'static str,
        to: &'static Kind,
        records: &[Uuid],
    ) -> Result<u64> {
        let others = if kind.name == to.name {
            format!(" AND id NOT IN {LISTED}")
        } else {
            String::new()
        };
        let sql = format!(
            "SELECT count(*) FROM {} WHERE {field} IN {LISTED} AND deleted = 0{others}",
            kind.name
        );
        let ids = listed(records.iter().copied());
        let mut query = sqlx::query_scalar(AssertSqlSafe(sql)).bind(ids.clone());
        if !others.is_empty() {
            query = query.bind(ids);
        }
        let total: i64 = query
            .fetch_one(self.readers())
            .await
            .map_err(|error| self.failed(error))?;
        Ok(total.unsigned_abs())
    }

    /// Where these records come from; `group` is the field group whose later
    /// changes are told.
    pub async fn origins(&self, records: &[Uuid], group: &str) -> Result<HashMap<Uuid, Origin>> {
        let ids: Vec<String> = records.iter().map(|id| id.simple().to_string()).collect();
        let rows = sqlx::query(
            "SELECT l.record, l.hlc, l.person, EXISTS (SELECT 1 FROM log AS later \
             WHERE later.record = l.record AND later.seq > l.seq \
               AND json_type(later.changes, '$.' || ?) IS NOT NULL) AS changed \
             FROM log AS l WHERE l.seq IN (SELECT min(seq) FROM log \
             WHERE record IN (SELECT unhex(value) FROM json_each(?)) GROUP BY record)",
        )
        .bind(group)
        .bind(json!(ids).to_string())
        .fetch_all(self.readers())
        .await
        .map_err(|error| self.failed(error))?;
        rows.iter()
            .map(|row| {
                let origin = Origin {
                    at_ms: Hlc(row.try_get("hlc")?).millis(),
                    person: row.try_get("person")?,
                    changed: row.try_get("changed")?,
                };
                Ok((row.try_get("record")?, origin))
            })
            .collect::<Result<_, sqlx::Error>>()
            .map_err(|error| self.failed(error))
    }
}

/// How a row names another record.
#[derive(Debug, Clone, Copy)]
pub enum Referred<'r> {
    /// By a reference.
    Id(Uuid),
    /// By a text, such as the kind-less `about` of a note.
    Text(&'r str),
}
