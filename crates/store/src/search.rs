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

/// One look into the index.
struct Look<'l> {
    needle: &'l Needle,
    expression: String,
    place: Place,
    /// Documents with this number or a later one were read before.
    below: Option<i64>,
}

impl Search<'_> {
    async fn run(&mut self, needle: &Needle) -> Result<(), sqlx::Error> {
        // What is short is common: there will be names enough.
        let first = if needle.is_exact() {
            Place::Name
        } else {
            Place::Anywhere
        };
        let look = |place| Look {
            needle,
            expression: of_kinds(&needle.expression(place), self.kinds),
            place,
            below: None,
        };
        let (mut began, name, code) = (look(first), look(Place::Name), look(Place::Code));
        let anywhere = look(Place::Anywhere);
        let whole = self.look(&mut began, true).await?;
        if first == Place::Name {
            self.go_on(began, whole).await?;
            for look in [code, anywhere] {
                self.go_on(look, false).await?;
            }
        } else if !whole {
            // There are more than were read; those with it in their names or
            // codes come before the newest.
            for mut look in [name, code] {
                self.look(&mut look, false).await?;
            }
            self.go_on(began, false).await?;
        }
        if let Some((nearly, expression)) = needle.nearly()
            && self.answers.is_empty()
        {
            let look = Look {
                needle: &nearly,
                expression: of_kinds(&expression, self.kinds),
                place: Place::Name,
                below: None,
            };
            self.go_on(look, false).await?;
        }
        Ok(())
    }

    /// Looks on until enough documents answer or all were read.
    async fn go_on(&mut self, mut look: Look<'_>, mut whole: bool) -> Result<(), sqlx::Error> {
        for _ in 0..MOST_LOOKS {
            if whole || self.answers.len() >= self.limit {
                break;
            }
            whole = self.look(&mut look, false).await?;
        }
        Ok(())
    }

    /// Reads the next documents that an expression finds, newest first, and
    /// before them those whose titles begin so. Returns whether these were all.
    async fn look(&mut self, look: &mut Look<'_>, titles: bool) -> Result<bool, sqlx::Error> {
        let most = (2 * self.limit as u32 + 10).min(MOST_READ);
        let mut sql = QueryBuilder::new("");
        if titles {
            self.push_titles(&mut sql, &look.needle.title());
        }
        let rest = match look.place {
            Place::Name => "''",
            _ => "d.rest",
        };
        sql.push(format!(
            "SELECT * FROM (SELECT d.rowid, d.record, d.kind, d.names, {rest} AS rest \
             FROM search_index AS i CROSS JOIN search_doc AS d ON d.rowid = i.rowid \
             WHERE search_index MATCH "
        ))
        .push_bind(look.expression.clone())
        .push(" AND i.rowid < ")
        .push_bind(look.below.unwrap_or(i64::MAX))
        .push(" ORDER BY i.rowid DESC LIMIT ")
        .push_bind(most)
        .push(")");
        let rows = sql.build().fetch_all(&mut *self.connection).await?;
        let mut read = 0;
        for row in &rows {
            self.take(look.needle, row)?;
            let rowid: Option<i64> = row.try_get("rowid")?;
            if rowid.is_some() {
                read += 1;
                look.below = rowid;
            }
        }
        Ok(read < most)
    }

    /// Titles that begin so, as written or by their first letters.
    fn push_titles(&self, sql: &mut QueryBuilder<Sqlite>, start: &str) {
        let end = format!("{start}\u{10FFFF}");
        let columns: &[&str] = if start.is_ascii() {
            &["title", "initials"]
        } else {
            &["title"]
        };
        for column in columns {
            sql.push(format!(
                "SELECT * FROM (SELECT NULL AS rowid, record, kind, names, '' AS rest \
                 FROM search_doc WHERE {column} <> '' AND {column} >= "
            ))
            .push_bind(start.to_owned())
            .push(format!(" AND {column} < "))
            .push_bind(end.clone());
            if !self.kinds.is_empty() {
                sql.push(" AND kind IN (SELECT value FROM json_each(")
                    .push_bind(serde_json::json!(self.kinds).to_string())
                    .push("))");
            }
            sql.push(format!(" ORDER BY {column} LIMIT "))
                .push_bind(self.limit as u32)
                .push(") UNION ALL ");
        }
    }

    fn take(&mut self, needle: &Needle, row: &SqliteRow) -> Result<(), sqlx::Error> {
        let record = row.try_get("record")?;
        if !self.seen.contains(&record)
            && let Some(candidate) = candidate(row)?
            && let Some(answer) = needle.ask(&candidate)
        {
            self.seen.insert(record);
            self.answers.push(answer);
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
        sql.push_bind(needle.expression(Place::Anywhere));
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
