//! A record's past, out of the change log.

use serde_json::Value as Json;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row};
use suoji_model::log::{Changes, Source};
use suoji_model::{Hlc, Kind};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::Result;

/// One entry of a record's history.
#[derive(Debug, Clone, PartialEq)]
pub struct LoggedChange {
    /// Its place in the log of this file.
    pub seq: i64,
    /// The batch it belongs to.
    pub batch: Uuid,
    /// When, in milliseconds since 1970 by the logical clock.
    pub at_ms: i64,
    /// Who, as a `person` record.
    pub person: Option<Uuid>,
    /// The device that wrote it.
    pub device: Uuid,
    /// The name of what the batch was for.
    pub intent: String,
    /// What changed, by field group.
    pub changes: Changes,
    /// Where imported values came from.
    pub source: Option<Source>,
}

/// An import as the log has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedImport {
    /// Its batch.
    pub batch: Uuid,
    /// The name of its file.
    pub file: String,
    /// When, in milliseconds since 1970 by the logical clock.
    pub at_ms: i64,
    /// How many records of the kinds that were asked for it wrote.
    pub records: u64,
}

impl Desk {
    /// The latest imports, newest first, at most so many; counted are the
    /// records of these kinds.
    pub async fn imports<'k>(
        &self,
        kinds: impl IntoIterator<Item = &'k str>,
        most: u32,
    ) -> Result<Vec<LoggedImport>> {
        let kinds: Vec<Json> = kinds.into_iter().map(Json::from).collect();
        let rows = sqlx::query(
            "SELECT batch, json_extract(source, '$.file') AS file, hlc, \
             (SELECT count(DISTINCT own.record) FROM log AS own WHERE own.batch = head.batch \
             AND own.kind IN (SELECT value FROM json_each(?))) AS records \
             FROM log AS head WHERE intent = 'import' AND source IS NOT NULL \
             ORDER BY seq DESC LIMIT ?",
        )
        .bind(Json::Array(kinds).to_string())
        .bind(most)
        .fetch_all(self.readers())
        .await
        .map_err(|error| self.failed(error))?;
        let read: Result<_, sqlx::Error> = rows
            .iter()
            .map(|row| {
                let records: i64 = row.try_get("records")?;
                Ok(LoggedImport {
                    batch: row.try_get("batch")?,
                    file: row.try_get("file")?,
                    at_ms: Hlc(row.try_get("hlc")?).millis(),
                    records: records.try_into().unwrap_or_default(),
                })
            })
            .collect();
        read.map_err(|error| self.failed(error))
    }

    /// Everything that happened to a record, newest first.
    pub async fn history(&self, record: Uuid) -> Result<Vec<LoggedChange>> {
        let rows = sqlx::query(
            "SELECT seq, batch, hlc, person, device, changes, source, (SELECT intent FROM log \
             AS head WHERE head.batch = log.batch AND head.intent IS NOT NULL) AS intent \
             FROM log WHERE record = ? ORDER BY seq DESC",
        )
        .bind(record)
        .fetch_all(self.readers())
        .await
        .map_err(|error| self.failed(error))?;
        let read: Result<_, sqlx::Error> = rows.iter().map(logged).collect();
        read.map_err(|error| self.failed(error))
    }

    /// How far, in milliseconds, the log's last entry lies ahead of this
    /// computer's clock: nothing while that stands right.
    pub async fn written_ahead(&self) -> Result<i64> {
        let last: Option<i64> = sqlx::query_scalar("SELECT hlc FROM log ORDER BY seq DESC LIMIT 1")
            .fetch_optional(self.readers())
            .await
            .map_err(|error| self.failed(error))?;
        let last = last.map_or(0, |hlc| Hlc(hlc).millis());
        Ok((last - crate::watch::now_ms()).max(0))
    }

    /// The records that a batch wrote, in the order of the log: kind, id, and
    /// whether it made them.
    pub async fn written_in(&self, batch: Uuid) -> Result<Vec<(String, Uuid, bool)>> {
        let rows = sqlx::query(
            "SELECT kind, record, NOT EXISTS (SELECT 1 FROM log AS before \
             WHERE before.record = wrote.record AND before.seq < wrote.first) AS made \
             FROM (SELECT kind, record, min(seq) AS first FROM log WHERE batch = ? \
             GROUP BY kind, record) AS wrote ORDER BY first",
        )
        .bind(batch)
        .fetch_all(self.readers())
        .await
        .map_err(|error| self.failed(error))?;
        let read: Result<_, sqlx::Error> = rows
            .iter()
            .map(|row| {
                let made: i64 = row.try_get("made")?;
                Ok((row.try_get("kind")?, row.try_get("record")?, made != 0))
            })
            .collect();
        read.map_err(|error| self.failed(error))
    }

    /// How many records of these kinds that a batch made are not in the bin.
    pub async fn standing_of(&self, batch: Uuid, kinds: &[&'static Kind]) -> Result<u64> {
        let mut standing = 0;
        for kind in kinds {
            let sql = format!(
                "SELECT count(*) FROM {} WHERE deleted = 0 AND id IN \
                 (SELECT record FROM log AS wrote WHERE batch = ? AND kind = ? AND NOT EXISTS \
                 (SELECT 1 FROM log AS before WHERE before.record = wrote.record \
                 AND before.seq < wrote.seq))",
                kind.name
            );
            let found: Result<i64, sqlx::Error> = sqlx::query_scalar(AssertSqlSafe(sql))
                .bind(batch)
                .bind(kind.name)
                .fetch_one(self.readers())
                .await;
            let found = found.map_err(|error| self.failed(error))?;
            standing += u64::try_from(found).unwrap_or_default();
        }
        Ok(standing)
    }

    /// Whether an action is taken back as things stand: by an undo that was
    /// not itself taken back since.
    pub async fn is_undone(&self, batch: Uuid) -> Result<bool> {
        let undone: Result<i64, sqlx::Error> = sqlx::query_scalar(
            "WITH RECURSIVE steps (batch, depth) AS (SELECT ?, 0 UNION ALL \
             SELECT (SELECT later.batch FROM log AS later WHERE later.undoes = steps.batch \
             ORDER BY later.seq DESC LIMIT 1), depth + 1 FROM steps WHERE batch IS NOT NULL) \
             SELECT max(depth) % 2 FROM steps WHERE batch IS NOT NULL",
        )
        .bind(batch)
        .fetch_one(self.readers())
        .await;
        Ok(undone.map_err(|error| self.failed(error))? != 0)
    }

    /// The records of the recycle bin with the entry that put them there,
    /// newest first: kind, id, milliseconds since 1970, person.
    pub async fn bin(&self) -> Result<Vec<(String, Uuid, i64, Option<Uuid>)>> {
        let mut found = Vec::new();
        for kind in suoji_model::kinds::ALL {
            let sql = format!(
                "SELECT r.id, l.hlc, l.person FROM {} AS r JOIN log AS l ON l.seq = r.version \
                 WHERE r.deleted = 1",
                kind.name
            );
            let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
                .fetch_all(self.readers())
                .await
                .map_err(|error| self.failed(error))?;
            for row in rows {
                let read = || {
                    let (hlc, person) = (row.try_get("hlc")?, row.try_get("person")?);
                    Ok((row.try_get("id")?, Hlc(hlc).millis(), person))
                };
                let (id, at, person) = read().map_err(|error| self.failed(error))?;
                found.push((kind.name.to_owned(), id, at, person));
            }
        }
        found.sort_by_key(|(_, _, at, _)| std::cmp::Reverse(*at));
        Ok(found)
    }
}

fn logged(row: &SqliteRow) -> Result<LoggedChange, sqlx::Error> {
    let source: Option<String> = row.try_get("source")?;
    let changes: String = row.try_get("changes")?;
    Ok(LoggedChange {
        seq: row.try_get("seq")?,
        batch: row.try_get("batch")?,
        at_ms: Hlc(row.try_get("hlc")?).millis(),
        person: row.try_get("person")?,
        device: row.try_get("device")?,
        intent: row
            .try_get::<Option<String>, _>("intent")?
            .unwrap_or_default(),
        changes: serde_json::from_str(&changes)
            .map_err(|error| sqlx::Error::Decode(Box::new(error)))?,
        source: source.and_then(|text| serde_json::from_str(&text).ok()),
    })
}
