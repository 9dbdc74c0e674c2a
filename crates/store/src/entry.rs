//! Entries of the log on their way to SQLite, with what they do to their
//! records' rows.

use sqlx::AssertSqlSafe;
use suoji_model::log::Replayed;
use suoji_model::{Hlc, Kind};
use uuid::Uuid;

use crate::column::Statement;
use crate::commit::{Planned, Session, What};
use crate::document::{self, Document};
use crate::indexing::Extent;
use crate::made::Made;
use crate::row::{self, Touched};

/// How many rows one statement writes, most first: what SQLite answers to a
/// statement costs more than the statement. Each is prepared once and kept.
const TOGETHER: [usize; 3] = [128, 16, 1];

const INSERT_ENTRY: &str = "INSERT INTO log (seq, device, n, hlc, person, batch, intent, undoes, \
     kind, record, seen, changes, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// Where an entry stands in the log.
pub(crate) struct Place {
    pub(crate) seq: i64,
    pub(crate) n: i64,
    pub(crate) hlc: Hlc,
    /// Whether it is the first of its batch.
    pub(crate) is_first: bool,
}

/// An entry that SQLite does not have yet.
pub(crate) struct Entry {
    pub(crate) kind: &'static Kind,
    pub(crate) record: Uuid,
    place: Place,
    seen: i64,
    /// What it does to a row that is there; `None` when it makes one.
    touched: Option<Touched>,
    after: Replayed,
    changes: String,
    source: Option<String>,
}

/// What writes a row: rows of one form go in one statement.
#[derive(PartialEq)]
struct Form<'e> {
    kind: &'static str,
    touched: Option<&'e Touched>,
}

impl Entry {
    /// The entry of a planned change.
    pub(crate) fn new(planned: Planned, place: Place) -> Result<Self, sqlx::Error> {
        let text = |error| sqlx::Error::Encode(Box::new(error));
        let kind = planned.kind;
        let source = planned.source.as_ref().map(serde_json::to_string);
        let source = source.transpose().map_err(text)?;
        let (changes, touched, after) = match planned.what {
            What::Made(values) => {
                let made = Made {
                    kind,
                    values: &values,
                };
                let changes = serde_json::to_string(&made).map_err(text)?;
                let after = Replayed {
                    values,
                    deleted: false,
                    version: place.seq,
                };
                (changes, None, after)
            }
            What::Changed(before, changes) => {
                let touched = Touched::of(kind, &changes);
                let written = serde_json::to_string(&changes).map_err(text)?;
                let mut after = Replayed {
                    values: before.values,
                    deleted: before.deleted,
                    version: before.version,
                };
                after.apply(place.seq, changes);
                (written, Some(touched), after)
            }
        };
        Ok(Self {
            kind,
            record: planned.record,
            place,
            seen: planned.seen,
            touched,
            after,
            changes,
            source,
        })
    }

    /// How much of what the record is found by is different from now on, if
    /// anything.
    pub(crate) fn extent(&self) -> Option<Extent> {
        match &self.touched {
            None => Some(Extent::All),
            Some(touched) if touched.deleted => Some(Extent::Names),
            Some(touched) => document::touched(touched.fields()),
        }
    }

    /// What the record is found by; `None` when by nothing.
    pub(crate) fn document(&self) -> Option<Document> {
        document::of(self.kind, &self.after)
    }

    fn form(&self) -> Form<'_> {
        Form {
            kind: self.kind.name,
            touched: self.touched.as_ref(),
        }
    }

    fn bind<'q>(&'q self, session: &Session<'_>, statement: Statement<'q>) -> Statement<'q> {
        let first = self.place.is_first;
        statement
            .bind(self.place.seq)
            .bind(session.desk.device)
            .bind(self.place.n)
            .bind(self.place.hlc.0)
            .bind(session.person)
            .bind(session.batch)
            .bind(first.then_some(session.intent.name()))
            .bind(session.undoes.filter(|_| first))
            .bind(self.kind.name)
            .bind(self.record)
            .bind(self.seen)
            .bind(&*self.changes)
            .bind(self.source.as_deref())
    }

    fn bind_row<'q>(&'q self, statement: Statement<'q>) -> Statement<'q> {
        match &self.touched {
            None => row::bind_insert(statement, self.kind, self.record, &self.after),
            Some(touched) => {
                row::bind_update(statement, self.kind, touched, self.record, &self.after)
            }
        }
    }
}

/// What writes as many rows of a form.
fn row_sql(kind: &Kind, form: &Form<'_>, many: usize) -> String {
    match form.touched {
        Some(touched) => row::update_sql(kind, touched, many),
        None => row::times(&row::table(kind).insert, many),
    }
}

/// What writes one entry and its row, in one round trip.
pub(crate) fn statement<'q>(session: &Session<'_>, entry: &'q Entry, and: &str) -> Statement<'q> {
    let form = entry.form();
    let row = row_sql(entry.kind, &form, 1);
    let statement = sqlx::query(AssertSqlSafe(format!("{INSERT_ENTRY}; {row}{and}")));
    entry.bind_row(entry.bind(session, statement))
}

/// What writes entries and their rows, a record once at most. The entries
/// come first: the triggers ask for them.
pub(crate) fn statements<'q>(session: &Session<'_>, entries: &'q [Entry]) -> Vec<Statement<'q>> {
    let mut statements = Vec::new();
    for part in parts(entries) {
        let statement = sqlx::query(AssertSqlSafe(row::times(INSERT_ENTRY, part.len())));
        let bound = |statement, entry: &'q Entry| entry.bind(session, statement);
        statements.push(part.iter().fold(statement, bound));
    }
    let mut forms: Vec<(Form<'q>, Vec<&'q Entry>)> = Vec::new();
    for entry in entries {
        let form = entry.form();
        match forms.iter_mut().find(|(known, _)| *known == form) {
            Some((_, entries)) => entries.push(entry),
            None => forms.push((form, vec![entry])),
        }
    }
    for (form, entries) in &forms {
        for part in parts(entries) {
            let sql = row_sql(part[0].kind, form, part.len());
            let statement = sqlx::query(AssertSqlSafe(sql));
            let bound = |statement, entry: &&'q Entry| entry.bind_row(statement);
            statements.push(part.iter().fold(statement, bound));
        }
    }
    statements
}

/// Cuts a list into parts of sizes that recur.
fn parts<T>(mut list: &[T]) -> Vec<&[T]> {
    let mut parts = Vec::new();
    for size in TOGETHER {
        while let Some((part, rest)) = list.split_at_checked(size).filter(|_| size <= list.len()) {
            parts.push(part);
            list = rest;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_cut_without_losing_any() {
        for length in [0, 1, 15, 16, 17, 127, 128, 300] {
            let list: Vec<usize> = (0..length).collect();
            let parts = parts(&list);
            assert_eq!(parts.concat(), list);
            assert!(parts.len() <= length / 128 + 8 + 15, "{length}");
        }
    }
}
