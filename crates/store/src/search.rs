//! Finding records by any fragment of their names, codes and notes, as it is
//! written or as it is typed.

use std::collections::{HashMap, HashSet};

use sqlx::sqlite::{Sqlite, SqliteRow};
use sqlx::{QueryBuilder, Row, SqliteConnection};
use suoji_model::{Kind, kinds};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::Result;
use crate::needle::{Answer, Candidate, Needle};
use crate::tokens::{Place, of_kinds};

/// Documents that one look into the index reads at the most.
const MOST_READ: u32 = 200;
/// Looks into the index for one search.
const MOST_LOOKS: usize = 10;

/// A record that a search found. Marks are places in a text, in characters,
/// each a start and an end.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Its kind.
    pub kind: &'static Kind,
    /// The record.
    pub record: Uuid,
    /// Its title; `None` when another record lends it.
    pub title: Option<String>,
    /// What was found in the title.
    pub title_marks: Vec<(usize, usize)>,
    /// The field in which the search was answered.
    pub field: &'static str,
    /// What stands in that field; empty when it is the title.
    pub text: String,
    /// What was found in the text.
    pub text_marks: Vec<(usize, usize)>,
}

/// What a search has found so far.
struct Search<'s> {
    connection: &'s mut SqliteConnection,
    kinds: &'s [&'s str],
    limit: usize,
    seen: HashSet<Uuid>,
    answers: Vec<Answer>,
}

impl Desk {
    /// The best `limit` records of `kinds` (all when empty) that contain every
    /// word of `text`: titles before aliases, codes, and the rest; all of a
    /// text before its beginning and a part of it. When nothing does, names
    /// from which the typed letters differ by one.
    pub async fn search(&self, text: &str, kinds: &[&str], limit: u32) -> Result<Vec<Hit>> {
        let Some(needle) = Needle::of(text).filter(|_| limit > 0) else {
            return Ok(Vec::new());
        };
        let mut connection = self
            .readers()
            .acquire()
            .await
            .map_err(|error| self.failed(error))?;
        let mut search = Search {
            connection: &mut connection,
            kinds,
            limit: limit as usize,
            seen: HashSet::new(),
            answers: Vec::new(),
        };
        search
            .run(&needle)
            .await
            .map_err(|error| self.failed(error))?;
        let mut answers = search.answers;
        answers.sort_by_key(|answer| answer.rank);
        answers.truncate(limit as usize);
        Ok(answers.into_iter().map(|answer| answer.hit).collect())
    }

    /// Every record that contains every word of `text`, by kind.
    pub(crate) async fn found(
        &self,
        connection: &mut SqliteConnection,
        text: &str,
    ) -> Result<HashMap<String, Vec<Uuid>>> {
        let Some(needle) = Needle::of(text) else {
            return Ok(HashMap::new());
        };
        let found = found(connection, &needle).await;
        found.map_err(|error| self.failed(error))
    }
}

impl Search<'_> {
    async fn run(&mut self, needle: &Needle) -> Result<(), sqlx::Error> {
        self.titles(needle).await?;
        for places in [&Place::ALL[..1], &Place::ALL[..2], &Place::ALL] {
            if self.answers.len() < self.limit {
                self.look(needle, &needle.expression(places), places)
                    .await?;
            }
        }
        if let Some((nearly, expression)) = needle.nearly()
            && self.answers.is_empty()
        {
            self.look(&nearly, &expression, &Place::ALL[..1]).await?;
        }
        Ok(())
    }

    /// Titles that begin so, as written or by their first letters.
    async fn titles(&mut self, needle: &Needle) -> Result<(), sqlx::Error> {
        let start = needle.title();
        let end = format!("{start}\u{10FFFF}");
        let mut sql = QueryBuilder::new("");
        let columns: &[&str] = if start.is_ascii() {
            &["title", "initials"]
        } else {
            &["title"]
        };
        for (at, column) in columns.iter().enumerate() {
            sql.push(if at > 0 { " UNION ALL " } else { "" });
            sql.push(format!(
                "SELECT * FROM (SELECT rowid, record, kind, names, '' AS rest \
                 FROM search_doc WHERE {column} <> '' AND {column} >= "
            ))
            .push_bind(start.clone())
            .push(format!(" AND {column} < "))
            .push_bind(end.clone());
            if !self.kinds.is_empty() {
                sql.push(" AND kind IN (SELECT value FROM json_each(")
                    .push_bind(serde_json::json!(self.kinds).to_string())
                    .push("))");
            }
            sql.push(format!(" ORDER BY {column} LIMIT {})", self.limit));
        }
        let rows = sql.build().fetch_all(&mut *self.connection).await?;
        self.take(needle, &rows)
    }

    /// Documents that an expression finds, newest first, until enough of them
    /// answer.
    async fn look(
        &mut self,
        needle: &Needle,
        expression: &str,
        places: &[Place],
    ) -> Result<(), sqlx::Error> {
        let rest = if places.len() > 1 { "d.rest" } else { "''" };
        let expression = of_kinds(expression, self.kinds);
        let most = (2 * self.limit as u32 + 10).min(MOST_READ);
        let mut below = i64::MAX;
        for _ in 0..MOST_LOOKS {
            let mut sql = QueryBuilder::new(format!(
                "SELECT d.rowid, d.record, d.kind, d.names, {rest} AS rest \
                 FROM search_index AS i CROSS JOIN search_doc AS d ON d.rowid = i.rowid \
                 WHERE search_index MATCH "
            ));
            sql.push_bind(expression.clone())
                .push(" AND i.rowid < ")
                .push_bind(below)
                .push(" ORDER BY i.rowid DESC LIMIT ")
                .push_bind(most);
            let rows = sql.build().fetch_all(&mut *self.connection).await?;
            self.take(needle, &rows)?;
            match rows.last() {
                Some(last) if rows.len() == most as usize && self.answers.len() < self.limit => {
                    below = last.try_get("rowid")?;
                }
                _ => break,
            }
        }
        Ok(())
    }

    fn take(&mut self, needle: &Needle, rows: &[SqliteRow]) -> Result<(), sqlx::Error> {
        for row in rows {
            let record = row.try_get("record")?;
            if self.seen.contains(&record) {
                continue;
            }
            if let Some(candidate) = candidate(row)?
                && let Some(answer) = needle.ask(&candidate)
            {
                self.seen.insert(record);
                self.answers.push(answer);
            }
        }
        Ok(())
    }
}

/// A document; `None` when this version does not know its kind.
fn candidate(row: &SqliteRow) -> Result<Option<Candidate<'_>>, sqlx::Error> {
    let Some(kind) = kinds::find(row.try_get("kind")?) else {
        return Ok(None);
    };
    Ok(Some(Candidate {
        record: row.try_get("record")?,
        kind,
        names: row.try_get("names")?,
        rest: row.try_get("rest")?,
    }))
}

async fn found(
    connection: &mut SqliteConnection,
    needle: &Needle,
) -> Result<HashMap<String, Vec<Uuid>>, sqlx::Error> {
    let select = |columns: &str| {
        let mut sql: QueryBuilder<Sqlite> = QueryBuilder::new(format!(
            "SELECT {columns} FROM search_index AS i \
             CROSS JOIN search_doc AS d ON d.rowid = i.rowid WHERE search_index MATCH "
        ));
        sql.push_bind(needle.expression(&Place::ALL));
        sql
    };
    let mut found: HashMap<String, Vec<Uuid>> = HashMap::new();
    if needle.is_exact() {
        // As one text a kind: each row on its own costs more than finding it.
        let mut sql = select("d.kind, group_concat(hex(d.record), '') AS records");
        sql.push(" GROUP BY d.kind");
        for row in sql.build().fetch_all(connection).await? {
            let records = row.try_get::<&str, _>("records")?.as_bytes().chunks(32);
            let records = records.filter_map(|id| Uuid::try_parse_ascii(id).ok());
            found.insert(row.try_get("kind")?, records.collect());
        }
        return Ok(found);
    }
    let mut sql = select("d.record, d.kind, d.names, d.rest");
    for row in sql.build().fetch_all(connection).await? {
        if let Some(candidate) = candidate(&row)?
            && needle.ask(&candidate).is_some()
        {
            let kind = candidate.kind.name.to_owned();
            found.entry(kind).or_default().push(candidate.record);
        }
    }
    Ok(found)
}
