//! Is the file whole: SQLite's own check, the log's order, every row against
//! the log, the search index against every row.

use std::collections::{HashMap, HashSet};

use futures_util::TryStreamExt as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{AssertSqlSafe, ConnectOptions, Row, SqliteConnection};
use suoji_model::kinds;
use uuid::Uuid;

use crate::desk::Desk;
use crate::document::Document;
use crate::error::{Error, Result};
use crate::rebuild::{self, Rows};
use crate::{document, migrate, row};

/// At most this many findings are kept of each check.
const MOST_FINDINGS: usize = 20;

/// One check and what it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// `file`, `log`, `rows`, `index` or `files`.
    pub name: &'static str,
    /// How many things it looked at.
    pub checked: u64,
    /// What is wrong; empty when nothing is.
    pub findings: Vec<String>,
}

/// All checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// In order.
    pub checks: Vec<Check>,
}

impl Verified {
    /// Whether nothing was found.
    pub fn is_whole(&self) -> bool {
        self.checks.iter().all(|check| check.findings.is_empty())
    }
}

impl Desk {
    /// Runs every check: of the database in one read transaction, then of the
    /// attached files.
    pub async fn verify(&self) -> Result<Verified> {
        let mut verified = self.verify_database().await?;
        // What the records say of files is believed of a whole database only.
        if verified.is_whole() {
            verified.checks.push(self.check_files().await?);
        }
        Ok(verified)
    }

    /// Runs every check of the database.
    pub(crate) async fn verify_database(&self) -> Result<Verified> {
        let mut transaction = self
            .readers()
            .begin()
            .await
            .map_err(|error| self.failed(error))?;
        let file = match check_file(&mut transaction).await {
            Ok(check) => check,
            Err(error) => match self.failed(error) {
                Error::Damaged(_) => finding("file", 0, "malformed"),
                other => return Err(other),
            },
        };
        if !file.findings.is_empty() {
            return Ok(Verified { checks: vec![file] });
        }
        let checks =
            async {
                let mut log = check_log(&mut transaction).await?;
                log.findings.extend(lost_guards(&mut transaction).await?);
                let (replayed, broken) = match rebuild::replay(&mut transaction).await {
                    Err(sqlx::Error::Decode(error)) => {
                        log.findings
                            .push(format!("an entry cannot be read: {error}"));
                        return Ok(vec![file, log]);
                    }
                    Err(sqlx::Error::ColumnDecode { index, source }) => {
                        log.findings
                            .push(format!("an entry cannot be read: {index}: {source}"));
                        return Ok(vec![file, log]);
                    }
                    replayed => replayed?,
                };
                let broken = broken.iter().take(MOST_FINDINGS);
                log.findings.extend(broken.map(|seq| {
                    format!("entry {seq} does not begin with what the one before it left")
                }));
                let rows = check_rows(&mut transaction, &replayed).await?;
                let index = check_index(&mut transaction, &replayed).await?;
                Ok(vec![file, log, rows, index])
            };
        let checks: Result<Vec<Check>, sqlx::Error> = checks.await;
        let mut checks = checks.map_err(|error| self.failed(error))?;
        drop(transaction);
        if let Some(index) = checks.iter_mut().find(|check| check.name == "index") {
            index.findings.extend(self.check_postings().await?);
        }
        Ok(Verified { checks })
    }

    /// Checks the full-text index in itself. SQLite does it as a write that
    /// writes nothing.
    async fn check_postings(&self) -> Result<Option<String>> {
        let mut writer = self.writer().await;
        let checked =
            sqlx::query("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
                .execute(&mut *writer)
                .await;
        match checked.map_err(|error| self.failed(error)) {
            Ok(_) => Ok(None),
            Err(Error::Damaged(_)) => Ok(Some("the index is damaged".to_owned())),
            Err(other) => Err(other),
        }
    }
}

/// The triggers that guard log, rows and index and do not stand as declared.
async fn lost_guards(connection: &mut SqliteConnection) -> Result<Vec<String>, sqlx::Error> {
    const GUARDS: &str = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
    let mut declared = SqliteConnectOptions::new()
        .in_memory(true)
        .connect()
        .await?;
    migrate::declare(&mut declared).await?;
    let declared: Vec<(String, String)> = sqlx::query_as(GUARDS).fetch_all(&mut declared).await?;
    let standing: Vec<(String, String)> = sqlx::query_as(GUARDS).fetch_all(connection).await?;
    let lost = declared
        .into_iter()
        .filter(|guard| !standing.contains(guard))
        .map(|(name, _)| format!("the guard {name} is missing or changed"));
    Ok(lost.collect())
}

fn finding(name: &'static str, checked: u64, what: &str) -> Check {
    Check {
        name,
        checked,
        findings: vec![what.to_owned()],
    }
}

/// SQLite's integrity check, and foreign keys.
async fn check_file(connection: &mut SqliteConnection) -> Result<Check, sqlx::Error> {
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count")
        .fetch_one(&mut *connection)
        .await?;
    let mut findings: Vec<String> = sqlx::query_scalar(AssertSqlSafe(format!(
        "PRAGMA integrity_check({MOST_FINDINGS})"
    )))
    .fetch_all(&mut *connection)
    .await?;
    // The full-text index has a check of its own, and can be made anew.
    findings.retain(|line| line != "ok" && !line.contains("main.search_index"));
    let dangling = sqlx::query("PRAGMA foreign_key_check")
        .fetch_all(&mut *connection)
        .await?;
    findings.extend(dangling.iter().take(MOST_FINDINGS).map(|row| {
        let (table, parent): (String, String) = (row.get(0), row.get(2));
        format!("{table}: a reference to {parent} leads nowhere")
    }));
    Ok(Check {
        name: "file",
        checked: pages.unsigned_abs(),
        findings,
    })
}

/// Entries are numbered without gaps, per file and per device, and the clock
/// of a device only moves forward.
async fn check_log(connection: &mut SqliteConnection) -> Result<Check, sqlx::Error> {
    let row = sqlx::query("SELECT count(*) AS entries, coalesce(max(seq), 0) AS last FROM log")
        .fetch_one(&mut *connection)
        .await?;
    let (entries, last): (i64, i64) = (row.get("entries"), row.get("last"));
    let mut findings = Vec::new();
    if entries != last {
        findings.push(format!("{entries} entries, the last is numbered {last}"));
    }
    let gaps = sqlx::query(
        "SELECT seq FROM (SELECT seq, n, hlc, lag(n, 1, 0) OVER device AS before, \
         lag(hlc, 1, 0) OVER device AS earlier FROM log \
         WINDOW device AS (PARTITION BY device ORDER BY seq)) \
         WHERE n <> before + 1 OR hlc <= earlier LIMIT 20",
    )
    .fetch_all(connection)
    .await?;
    findings.extend(
        gaps.iter()
            .map(|row| format!("entry {} is out of order", row.get::<i64, _>("seq"))),
    );
    Ok(Check {
        name: "log",
        checked: entries.unsigned_abs(),
        findings,
    })
}

async fn check_rows(
    connection: &mut SqliteConnection,
    replayed: &Rows,
) -> Result<Check, sqlx::Error> {
    let mut check = Check {
        name: "rows",
        checked: 0,
        findings: Vec::new(),
    };
    for kind in kinds::ALL {
        let sql = format!("SELECT {} FROM {}", row::table(kind).columns, kind.name);
        let rows = sqlx::query(AssertSqlSafe(sql))
            .fetch_all(&mut *connection)
            .await?;
        let told = replayed
            .values()
            .filter(|(name, _)| name == kind.name)
            .count();
        if rows.len() != told {
            check.findings.push(format!(
                "{}: {} rows, the log tells {told}",
                kind.name,
                rows.len()
            ));
        }
        for found in &rows {
            check.checked += 1;
            let record = match row::read(kind, found) {
                Ok(record) => record,
                Err(error) => {
                    if check.findings.len() < MOST_FINDINGS {
                        check
                            .findings
                            .push(format!("{}: a row cannot be read: {error}", kind.name));
                    }
                    continue;
                }
            };
            let agrees = replayed.get(&record.id).is_some_and(|(_, row)| {
                row.values == record.values
                    && row.deleted == record.deleted
                    && row.version == record.version
            });
            if !agrees && check.findings.len() < MOST_FINDINGS {
                check
                    .findings
                    .push(format!("{} {} differs from the log", kind.name, record.id));
            }
        }
    }
    Ok(check)
}

async fn check_index(
    connection: &mut SqliteConnection,
    replayed: &Rows,
) -> Result<Check, sqlx::Error> {
    let mut findings = Vec::new();
    let documents =
        sqlx::query("SELECT rowid, record, title, initials, names, rest FROM search_doc")
            .fetch_all(&mut *connection)
            .await?;
    let mut expected = 0;
    let mut postings: HashMap<String, Postings> = HashMap::new();
    let documents: Result<HashMap<Uuid, _>, sqlx::Error> =
        documents.iter().map(read_document).collect();
    let mut documents = match documents {
        Ok(documents) => documents,
        Err(error) => {
            let what = format!("a search document cannot be read: {error}");
            return Ok(finding("index", 0, &what));
        }
    };
    for (id, (kind, row)) in replayed {
        let Some(kind) = kinds::find(kind) else {
            continue;
        };
        let told = document::of(kind, row.into());
        expected += u64::from(told.is_some());
        let text = told.as_ref().map(|told| told.tokens(kind));
        let each: HashSet<&str> = text.iter().flat_map(|text| text.split(' ')).collect();
        let (place, found) = documents.remove(id).unzip();
        for token in each {
            let place = place.unwrap_or_default();
            match postings.get_mut(token) {
                Some(standing) => standing.add(place),
                None => postings.entry(token.to_owned()).or_default().add(place),
            }
        }
        if found != told && findings.len() < MOST_FINDINGS {
            findings.push(format!("{} {id}: the search document differs", kind.name));
        }
    }
    if !documents.is_empty() {
        findings.push(format!("{} search documents of no record", documents.len()));
    }
    if !agrees(connection, &postings).await? {
        findings.push("the index differs from the search documents".to_owned());
    }
    Ok(Check {
        name: "index",
        checked: expected,
        findings,
    })
}

/// In which documents a token stands: how many, and a number that other documents would
/// hardly give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Postings {
    documents: u64,
    mixed: u64,
}

impl Postings {
    fn add(&mut self, place: i64) {
        self.documents += 1;
        let place = place.cast_unsigned().wrapping_add(1);
        let spread = place.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.mixed = self
            .mixed
            .wrapping_add((spread ^ (spread >> 29)).wrapping_mul(place));
    }
}

/// Whether the index holds each document once, and these tokens in these documents.
async fn agrees(
    connection: &mut SqliteConnection,
    expected: &HashMap<String, Postings>,
) -> Result<bool, sqlx::Error> {
    let (documents, held, both): (i64, i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM search_doc), (SELECT count(*) FROM search_index_docsize), \
         (SELECT count(*) FROM search_index_docsize AS i JOIN search_doc AS d ON d.rowid = i.id)",
    )
    .fetch_one(&mut *connection)
    .await?;
    if documents != held || documents != both {
        return Ok(false);
    }
    let mut found: HashMap<String, Postings> = HashMap::with_capacity(expected.len());
    let mut rows = sqlx::query("SELECT term, doc FROM search_posting").fetch(connection);
    loop {
        let row = match rows.try_next().await {
            Ok(Some(row)) => row,
            Ok(None) => return Ok(found == *expected),
            // A damaged index is a finding and no failure.
            Err(sqlx::Error::Database(_)) => return Ok(false),
            Err(other) => return Err(other),
        };
        let (Ok(term), Ok(place)) = (row.try_get::<&str, _>("term"), row.try_get("doc")) else {
            return Ok(false);
        };
        match found.get_mut(term) {
            Some(standing) => standing.add(place),
            None => found.entry(term.to_owned()).or_default().add(place),
        }
    }
}

/// A document by its record, with its place in the index.
fn read_document(row: &SqliteRow) -> Result<(Uuid, (i64, Document)), sqlx::Error> {
    let document = Document {
        title: row.try_get("title")?,
        initials: row.try_get("initials")?,
        names: row.try_get("names")?,
        rest: row.try_get("rest")?,
    };
    Ok((row.try_get("record")?, (row.try_get("rowid")?, document)))
}
