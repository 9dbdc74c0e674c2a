//! Entries of the log on their way to SQLite, with what they do to their
//! records' rows.

use std::collections::BTreeMap;

use sqlx::AssertSqlSafe;
use suoji_model::log::{Change, Changes, DELETED, Replayed};
use suoji_model::{Hlc, Kind};

use crate::column::Statement;
use crate::commit::{Planned, Session};
use crate::row;

/// How many rows one statement writes, most first: what SQLite answers to a
/// statement costs more than the statement. Each is prepared once and kept.
const TOGETHER: [usize; 3] = [128, 16, 1];

const INSERT_ENTRY: &str = "INSERT INTO log (seq, device, n, hlc, person, batch, intent, undoes, \
     kind, record, seen, changes, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// An entry that SQLite does not have yet.
pub(crate) struct Entry {
    planned: Planned,
    after: Replayed,
    n: i64,
    hlc: Hlc,
    /// Whether it is the first of its batch.
    first: bool,
    changes: String,
    source: Option<String>,
}

/// What writes a row: rows of one form go in one statement.
#[derive(PartialEq, Eq)]
struct Form<'e> {
    kind: &'static str,
    /// The fields of an existing row that change; `None` for a new one.
    touched: Option<BTreeMap<&'e str, ()>>,
}

impl Entry {
    /// The entry of a planned change that leaves the row as `after`.
    pub(crate) fn new(
        planned: Planned,
        after: Replayed,
        (n, hlc): (i64, Hlc),
        first: bool,
    ) -> Result<Self, sqlx::Error> {
        let text = |error| sqlx::Error::Encode(Box::new(error));
        let changes = serde_json::to_string(&planned.changes).map_err(text)?;
        let source = planned.source.as_ref().map(serde_json::to_string);
        let source = source.transpose().map_err(text)?;
        Ok(Self {
            planned,
            after,
            n,
            hlc,
            first,
            changes,
            source,
        })
    }

    fn form(&self) -> Form<'_> {
        let existing = self.planned.before.is_some();
        Form {
            kind: self.planned.kind.name,
            touched: existing.then(|| touched(&self.planned.changes)),
        }
    }

    fn bind<'q>(&'q self, session: &Session<'_>, statement: Statement<'q>) -> Statement<'q> {
        statement
            .bind(self.after.version)
            .bind(session.desk.device)
            .bind(self.n)
            .bind(self.hlc.0)
            .bind(session.person)
            .bind(session.batch)
            .bind(self.first.then_some(session.intent.name()))
            .bind(session.undoes.filter(|_| self.first))
            .bind(self.planned.kind.name)
            .bind(self.planned.record)
            .bind(self.planned.seen)
            .bind(&*self.changes)
            .bind(self.source.as_deref())
    }

    fn bind_row<'q>(&'q self, form: &Form<'_>, statement: Statement<'q>) -> Statement<'q> {
        let (kind, record) = (self.planned.kind, self.planned.record);
        match &form.touched {
            None => row::bind_insert(statement, kind, record, &self.after),
            Some(touched) => row::bind_update(statement, kind, touched, record, &self.after),
        }
    }
}

/// What writes as many rows of a form.
fn row_sql(kind: &Kind, form: &Form<'_>, many: usize) -> String {
    match &form.touched {
        Some(touched) => row::update_sql(kind, touched, many),
        None => row::times(&row::table(kind).insert, many),
    }
}

/// What writes one entry and its row, in one round trip.
pub(crate) fn statement<'q>(session: &Session<'_>, entry: &'q Entry, and: &str) -> Statement<'q> {
    let form = entry.form();
    let row = row_sql(entry.planned.kind, &form, 1);
    let statement = sqlx::query(AssertSqlSafe(format!("{INSERT_ENTRY}; {row}{and}")));
    entry.bind_row(&form, entry.bind(session, statement))
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
            let sql = row_sql(part[0].planned.kind, form, part.len());
            let statement = sqlx::query(AssertSqlSafe(sql));
            let bound = |statement, entry: &&'q Entry| entry.bind_row(form, statement);
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

/// The fields that the changes touch.
pub(crate) fn touched(changes: &Changes) -> BTreeMap<&str, ()> {
    let mut touched = BTreeMap::new();
    for (group, Change { old, new }) in changes {
        if group == DELETED {
            touched.insert(DELETED, ());
            continue;
        }
        for name in old.keys().chain(new.keys()) {
            touched.insert(name.as_str(), ());
        }
    }
    touched
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
