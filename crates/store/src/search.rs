//! Finding records by any fragment of their names, codes and notes.

use std::collections::HashMap;

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::Result;
use crate::tokens;

/// A record that a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: String,
    /// The record.
    pub record: Uuid,
}

impl Desk {
    /// Every record that contains every word of `text`, by kind.
    pub(crate) async fn found(
        &self,
        connection: &mut SqliteConnection,
        text: &str,
    ) -> Result<HashMap<String, Vec<Uuid>>> {
        let mut found: HashMap<String, Vec<Uuid>> = HashMap::new();
        let folded = tokens::fold(text.trim());
        let Some(expression) = tokens::expression(&folded) else {
            return Ok(found);
        };
        let rows = sqlx::query(
            "SELECT d.kind, d.record FROM search_index AS i \
             JOIN search_doc AS d ON d.rowid = i.rowid \
             WHERE search_index MATCH ?1 AND NOT EXISTS (SELECT 1 FROM json_each(?2) AS word \
             WHERE instr(d.plain, word.value) = 0)",
        )
        .bind(expression)
        .bind(words_json(&folded))
        .fetch_all(connection)
        .await
        .map_err(|error| self.failed(error))?;
        for row in &rows {
            let kind: &str = row.get("kind");
            found
                .entry(kind.to_owned())
                .or_default()
                .push(row.get("record"));
        }
        Ok(found)
    }

    /// The best `limit` records that contain every word of `text`; names
    /// weigh more than codes, codes more than notes.
    pub async fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>> {
        let folded = tokens::fold(text.trim());
        let Some(expression) = tokens::expression(&folded) else {
            return Ok(Vec::new());
        };
        let rows = sqlx::query(
            "SELECT d.kind, d.record FROM search_index AS i \
             JOIN search_doc AS d ON d.rowid = i.rowid \
             WHERE search_index MATCH ?1 AND NOT EXISTS (SELECT 1 FROM json_each(?2) AS word \
             WHERE instr(d.plain, word.value) = 0) \
             ORDER BY bm25(search_index, 10.0, 4.0, 1.0), d.rowid LIMIT ?3",
        )
        .bind(expression)
        .bind(words_json(&folded))
        .bind(limit)
        .fetch_all(self.readers())
        .await
        .map_err(|error| self.failed(error))?;
        let hit = |row: &SqliteRow| {
            Ok(Hit {
                kind: row.try_get("kind")?,
                record: row.try_get("record")?,
            })
        };
        rows.iter()
            .map(hit)
            .collect::<Result<_, sqlx::Error>>()
            .map_err(|error| self.failed(error))
    }
}

/// The query's words as a JSON array; each must stand in a record as it is.
pub(crate) fn words_json(folded: &str) -> String {
    let words: Vec<&str> = folded.split_whitespace().collect();
    serde_json::json!(words).to_string()
}
