//! What earlier imports made, read in parts: a ledger may have been of
//! millions of rows.

use serde_json::Value as Json;
use sqlx::Row;
use suoji_model::Kind;
use uuid::Uuid;

use super::Running;
use crate::error::Result;

/// Records of which [`Running::made_by`] tells together.
const TOGETHER: i64 = 20_000;

/// A record that a row of a ledger made.
#[derive(Debug, Clone)]
pub struct FromRow {
    /// The record.
    pub record: Uuid,
    /// Its kind.
    pub kind: &'static Kind,
    /// The sheet of the row.
    pub sheet: String,
    /// The row as the file numbers them, the first being 1.
    pub row: u32,
}

impl Running<'_> {
    /// The earlier imports of the files that are `wanted`, by their batches,
    /// oldest first.
    pub async fn earlier_imports(&mut self, wanted: impl Fn(&str) -> bool) -> Result<Vec<Uuid>> {
        let sql = "SELECT batch, json_extract(source, '$.file') FROM log \
             WHERE intent = 'import' AND source IS NOT NULL ORDER BY seq";
        let rows = self.session.fetch_of_handed(sqlx::query(sql)).await?;
        let heads = rows
            .iter()
            .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
            .collect::<Result<Vec<(Uuid, String)>, sqlx::Error>>();
        let heads = heads.map_err(|error| self.session.failed(error))?;
        let own = self.session.batch;
        let earlier = heads
            .into_iter()
            .filter(|(batch, file)| *batch != own && wanted(file));
        Ok(earlier.map(|(batch, _)| batch).collect())
    }

    /// The records of these kinds that an earlier import made, in that order:
    /// as many as are read together, behind the place that the last call told;
    /// `None` when these are all.
    pub async fn made_by(
        &mut self,
        import: Uuid,
        kinds: impl IntoIterator<Item = &'static str>,
        behind: Option<i64>,
    ) -> Result<(Vec<FromRow>, Option<i64>)> {
        let sql = "SELECT seq, record, kind, json_extract(source, '$.sheet'), \
             json_extract(source, '$.row') FROM log WHERE batch = ? AND seq > ? \
               AND kind IN (SELECT value FROM json_each(?)) \
               AND seen = 0 AND source IS NOT NULL ORDER BY seq LIMIT ?";
        let kinds: Vec<Json> = kinds.into_iter().map(Json::from).collect();
        let query = sqlx::query(sql)
            .bind(import)
            .bind(behind.unwrap_or(0))
            .bind(Json::Array(kinds).to_string())
            .bind(TOGETHER);
        let rows = self.session.fetch_of_handed(query).await?;
        let mut last = None;
        let mut made = Vec::with_capacity(rows.len());
        for row in &rows {
            let read = || -> Result<(i64, Uuid, String, String, u32), sqlx::Error> {
                Ok((
                    row.try_get(0)?,
                    row.try_get(1)?,
                    row.try_get(2)?,
                    row.try_get(3)?,
                    row.try_get(4)?,
                ))
            };
            let (seq, record, kind, sheet, row) =
                read().map_err(|error| self.session.failed(error))?;
            last = Some(seq);
            if let Some(kind) = suoji_model::kinds::find(&kind) {
                made.push(FromRow {
                    record,
                    kind,
                    sheet,
                    row,
                });
            }
        }
        let last = last.filter(|_| i64::try_from(rows.len()) == Ok(TOGETHER));
        Ok((made, last))
    }
}
