//! Finding records by any fragment of their names, codes and notes, as it is
//! written or as it is typed.

use std::collections::{HashMap, HashSet};

use sqlx::sqlite::{Sqlite, SqliteRow};
use sqlx::{QueryBuilder, Row, SqliteConnection};
use suoji_model::{Kind, kinds};
use uuid::Uuid;

use crate::desk::Desk;
use crate::dictionary;
use crate::document::{DOCUMENT_END, PART_END};
use crate::error::Result;
use crate::needle::{Answer, Candidate, Needle};
use crate::tokens::{Place, of_kinds};

/// Documents that one look into the index reads at the most.
const MOST_READ: usize = 200;
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
    /// from which the typed letters differ by one, those that begin like them
    /// first.
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

/// The documents that an expression finds. They come in the order in which
/// the index holds them; the other way would cost twice as much.
struct Look<'l> {
    needle: &'l Needle,
    expression: String,
    place: Place,
    /// The number of the last document that was read.
    last: i64,
    /// Whether there are no more.
    whole: bool,
}

impl<'l> Look<'l> {
    /// The documents of these kinds that the expression finds.
    fn of(needle: &'l Needle, place: Place, expression: &str, kinds: &[&str]) -> Self {
        Self {
            needle,
            expression: of_kinds(expression, kinds),
            place,
            last: i64::MIN,
            whole: false,
        }
    }
}

impl Search<'_> {
    async fn run(&mut self, needle: &Needle) -> Result<(), sqlx::Error> {
        let kinds = self.kinds;
        let found_in = |place| Look::of(needle, place, &needle.expression(place), kinds);
        let [mut name, mut code, mut anywhere] =
            [Place::Name, Place::Code, Place::Anywhere].map(found_in);
        self.look(&mut name, true).await?;
        self.go_on(&mut name).await?;
        if self.answers.len() < self.limit {
            self.look(&mut anywhere, false).await?;
            if !anywhere.whole {
                // Codes come before the rest of the rest.
                self.look(&mut code, false).await?;
            }
            self.go_on(&mut anywhere).await?;
        }
        if self.answers.is_empty() {
            for (needle, expression) in needle.nearly() {
                let mut look = Look::of(&needle, Place::Name, &expression, kinds);
                self.go_on(&mut look).await?;
            }
        }
        Ok(())
    }

    /// Looks on until enough documents answer or all were read.
    async fn go_on(&mut self, look: &mut Look<'_>) -> Result<(), sqlx::Error> {
        for _ in 0..MOST_LOOKS {
            if look.whole || self.answers.len() >= self.limit {
                break;
            }
            self.look(look, false).await?;
        }
        Ok(())
    }

    /// Reads on, and before that the documents whose titles begin so.
    async fn look(&mut self, look: &mut Look<'_>, titles: bool) -> Result<(), sqlx::Error> {
        let most = (self.limit + 10).min(MOST_READ);
        // As one text: each row on its own costs more than finding it.
        let mut sql = QueryBuilder::new(format!(
            "SELECT coalesce(group_concat(place || '{PART_END}' || hex(record) || '{PART_END}' \
             || kind || '{PART_END}' || names || '{PART_END}' || rest, '{DOCUMENT_END}'), '') \
             FROM ("
        ));
        if titles {
            self.push_titles(&mut sql, &look.needle.title());
        }
        let rest = match look.place {
            Place::Name => "''",
            _ => "d.rest",
        };
        sql.push(format!(
            "SELECT * FROM (SELECT d.rowid AS place, d.record, d.kind, d.names, {rest} AS rest \
             FROM search_index AS i CROSS JOIN search_doc AS d ON d.rowid = i.rowid \
             WHERE search_index MATCH "
        ))
        .push_bind(look.expression.clone())
        .push(" AND i.rowid > ")
        .push_bind(look.last)
        .push(" ORDER BY i.rowid) LIMIT ")
        .push_bind(most as i64)
        .push(")");
        let text: String = sql
            .build_query_scalar()
            .fetch_one(&mut *self.connection)
            .await?;
        let mut read = 0;
        for document in text.split_terminator(DOCUMENT_END) {
            read += 1;
            let mut parts = document.splitn(5, PART_END);
            let mut part = || parts.next().unwrap_or_default();
            let [place, record, kind, names, rest] = [part(), part(), part(), part(), part()];
            look.last = place.parse().unwrap_or(look.last);
            if let (Some(kind), Ok(record)) = (kinds::find(kind), Uuid::parse_str(record))
                && !self.seen.contains(&record)
                && let Some(answer) = look.needle.ask(&Candidate {
                    record,
                    kind,
                    names,
                    rest,
                })
            {
                self.seen.insert(record);
                self.answers.push(answer);
            }
        }
        look.whole = read < most;
        Ok(())
    }

    /// Titles that begin so, as written or by their first letters.
    fn push_titles(&self, sql: &mut QueryBuilder<Sqlite>, start: &str) {
        let as_written: String = start.chars().map(dictionary::place).collect();
        let by_letters = start.is_ascii().then_some(("initials", start.to_owned()));
        for (column, start) in [("title", as_written)].into_iter().chain(by_letters) {
            let end = format!("{start}\u{10FFFF}");
            sql.push(format!(
                "SELECT * FROM (SELECT '' AS place, record, kind, names, '' AS rest \
                 FROM search_doc WHERE {column} <> '' AND {column} >= "
            ))
            .push_bind(start)
            .push(format!(" AND {column} < "))
            .push_bind(end);
            if !self.kinds.is_empty() {
                sql.push(" AND kind IN (SELECT value FROM json_each(")
                    .push_bind(serde_json::json!(self.kinds).to_string())
                    .push("))");
            }
            sql.push(format!(" ORDER BY {column} LIMIT "))
                .push_bind(self.limit as i64)
                .push(") UNION ALL ");
        }
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
