//! What the log says about many records at once: what was touched of late,
//! and how records stood at a moment.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use futures_util::TryStreamExt as _;
use serde_json::json;
use sqlx::Row;
use suoji_model::log::{Changes, Intent, Replayed};
use suoji_model::{Hlc, Kind};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::Result;

/// Records by id with the kind they are of.
pub type Past = HashMap<Uuid, (String, Replayed)>;

impl Desk {
    /// Whether any living record of a kind was last written by somebody rather
    /// than brought by the program itself.
    pub async fn has_own(&self, kind: &Kind) -> Result<bool> {
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM {} AS r JOIN log AS l ON l.seq = r.version \
             WHERE r.deleted = 0 AND (SELECT head.intent FROM log AS head \
               WHERE head.batch = l.batch ORDER BY head.seq LIMIT 1) <> ?)",
            kind.name
        );
        sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .bind(Intent::Setup.name())
            .fetch_one(self.readers())
            .await
            .map_err(|error| self.failed(error))
    }

    /// The records that batches of the program itself brought and that live:
    /// kind and id.
    pub async fn brought(&self) -> Result<Vec<(String, Uuid)>> {
        let rows = sqlx::query(
            "SELECT DISTINCT kind, record FROM log \
             WHERE batch IN (SELECT batch FROM log WHERE intent = ?)",
        )
        .bind(Intent::Setup.name())
        .fetch_all(self.readers())
        .await
        .map_err(|error| self.failed(error))?;
        let read =
            |row: &sqlx::sqlite::SqliteRow| Ok((row.try_get("kind")?, row.try_get("record")?));
        let read: Result<_, sqlx::Error> = rows.iter().map(read).collect();
        read.map_err(|error| self.failed(error))
    }

    /// The number of the log's last entry.
    pub async fn log_end(&self) -> Result<i64> {
        sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM log")
            .fetch_one(self.readers())
            .await
            .map_err(|error| self.failed(error))
    }

    /// When people first wrote about records of these kinds, in milliseconds
    /// since 1970; what the program itself brought is no such writing.
    pub async fn first_written(&self, kinds: &[&str]) -> Result<Option<i64>> {
        let first: Option<i64> = sqlx::query_scalar(
            "SELECT min(hlc) FROM log WHERE kind IN (SELECT value FROM json_each(?1)) \
             AND batch NOT IN (SELECT batch FROM log WHERE intent = ?2)",
        )
        .bind(json!(kinds).to_string())
        .bind(Intent::Setup.name())
        .fetch_one(self.readers())
        .await
        .map_err(|error| self.failed(error))?;
        Ok(first.map(|hlc| Hlc(hlc).millis()))
    }

    /// The records of these kinds that entries after `seq` touched.
    pub async fn touched_since(&self, seq: i64, kinds: &[&str]) -> Result<Vec<(String, Uuid)>> {
        let rows = sqlx::query(
            "SELECT DISTINCT kind, record FROM log WHERE seq > ? \
             AND kind IN (SELECT value FROM json_each(?))",
        )
        .bind(seq)
        .bind(json!(kinds).to_string())
        .fetch_all(self.readers())
        .await
        .map_err(|error| self.failed(error))?;
        let read =
            |row: &sqlx::sqlite::SqliteRow| Ok((row.try_get("kind")?, row.try_get("record")?));
        let read: Result<_, sqlx::Error> = rows.iter().map(read).collect();
        read.map_err(|error| self.failed(error))
    }

    /// The records of these kinds as they stood at several moments, the
    /// earliest first, in milliseconds since 1970, by one reading of the log;
    /// `each` is told of every moment which records changed since the one
    /// before. What the program itself brought counts as having been there
    /// always.
    pub async fn stood_at(
        &self,
        kinds: &[&str],
        moments: &[i64],
        mut each: impl FnMut(&Past, &BTreeSet<Uuid>) + Send,
    ) -> Result<()> {
        let ends: Vec<i64> = moments.iter().map(|at| Hlc(0).next(*at).0).collect();
        let Some(last) = ends.last() else {
            return Ok(());
        };
        let (mut past, mut touched, mut told) = (Past::new(), BTreeSet::new(), 0);
        for brought in [true, false] {
            let mut rows = sqlx::query(
                "SELECT kind, record, seq, hlc, changes FROM log \
                 WHERE kind IN (SELECT value FROM json_each(?1)) AND (?4 OR hlc < ?2) \
                   AND (batch IN (SELECT batch FROM log WHERE intent = ?3)) = ?4 \
                 ORDER BY seq",
            )
            .bind(json!(kinds).to_string())
            .bind(last)
            .bind(Intent::Setup.name())
            .bind(brought)
            .fetch(self.readers());
            while let Some(row) = rows.try_next().await.map_err(|error| self.failed(error))? {
                let mut read = || -> std::result::Result<(), sqlx::Error> {
                    let hlc: i64 = row.try_get("hlc")?;
                    // The clock of one file never goes back, so its entries are in order.
                    while !brought && hlc >= ends[told] {
                        each(&past, &std::mem::take(&mut touched));
                        told += 1;
                    }
                    let text: String = row.try_get("changes")?;
                    let changes: Changes = serde_json::from_str(&text)
                        .map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
                    let (id, kind): (Uuid, String) = (row.try_get("record")?, row.try_get("kind")?);
                    let record = past
                        .entry(id)
                        .or_insert_with(|| (kind, Replayed::default()));
                    record.1.apply(row.try_get("seq")?, changes);
                    touched.insert(id);
                    Ok(())
                };
                read().map_err(|error| self.failed(error))?;
            }
        }
        for _ in told..ends.len() {
            each(&past, &std::mem::take(&mut touched));
        }
        Ok(())
    }

    /// How often people wrote each record of these kinds in the entries from
    /// one to another, between two moments in milliseconds since 1970.
    pub async fn written(
        &self,
        kinds: &[&str],
        millis: Range<i64>,
        entries: Range<i64>,
    ) -> Result<HashMap<Uuid, u32>> {
        let mut rows = sqlx::query(
            "SELECT record FROM log WHERE seq >= ?1 AND seq < ?2 AND hlc >= ?3 AND hlc < ?4 \
             AND kind IN (SELECT value FROM json_each(?5)) \
             AND batch NOT IN (SELECT batch FROM log WHERE intent = ?6)",
        )
        .bind(entries.start)
        .bind(entries.end)
        .bind(Hlc(0).next(millis.start).0)
        .bind(Hlc(0).next(millis.end).0)
        .bind(json!(kinds).to_string())
        .bind(Intent::Setup.name())
        .fetch(self.readers());
        let mut times = HashMap::new();
        while let Some(row) = rows.try_next().await.map_err(|error| self.failed(error))? {
            let record = row.try_get("record").map_err(|error| self.failed(error))?;
            *times.entry(record).or_default() += 1;
        }
        Ok(times)
    }
}
