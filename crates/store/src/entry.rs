//! Entries of the log on their way to SQLite, with what they do to their
//! records' rows.

use std::fmt::Write as _;
use std::sync::LazyLock;

use sqlx::AssertSqlSafe;
use suoji_model::log::Replayed;
use suoji_model::{Hlc, Kind};
use uuid::Uuid;

use crate::column::{self, Statement};
use crate::commit::{Planned, What};
use crate::document::{self, Document};
use crate::indexing::Extent;
use crate::made::Made;
use crate::row::{self, Touched};

/// How many rows one statement writes, most first: what SQLite answers to a
/// statement costs more than the statement. Each is prepared once and kept.
const TOGETHER: [usize; 3] = [128, 16, 1];
/// The most of them.
pub(crate) const MOST_TOGETHER: usize = TOGETHER[0];

/// An entry that SQLite refuses ends the whole action, so that nothing is kept
/// for taking back the statement alone.
const INTO_LOG: &str = "INSERT OR FAIL INTO log (seq, n, hlc, kind, record, seen, changes, source, \
     device, person, batch, intent, undoes) VALUES ";
/// How many of these columns are an entry's own; they come first.
const OWN: usize = 8;
const FIRST: &str = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// What writes so many entries that are not the first of their batch: what
/// they have in common is bound once, after all that is their own. Numbers are
/// given to these few alone, for SQLite looks through numbered ones one by one.
static LATER: LazyLock<[String; 3]> = LazyLock::new(|| {
    TOGETHER.map(|size| {
        let mut sql = INTO_LOG.to_owned();
        for at in 0..size {
            let comma = if at > 0 { ", " } else { "" };
            let [device, person, batch] = [1, 2, 3].map(|after| OWN * size + after);
            let own = "?, ".repeat(OWN);
            // Writing to a string cannot fail.
            let _ = write!(
                sql,
                "{comma}({own}${device}, ${person}, ${batch}, NULL, NULL)"
            );
        }
        sql
    })
});

/// What all entries of a batch have in common.
#[derive(Clone, Copy)]
pub(crate) struct Shared {
    pub(crate) device: Uuid,
    pub(crate) person: Option<Uuid>,
    pub(crate) batch: Uuid,
    pub(crate) intent: &'static str,
    pub(crate) undoes: Option<Uuid>,
}

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
enum Form<'e> {
    /// A new row, all of its columns.
    Whole,
    /// A new row, those of its columns that any of several new rows fills.
    Filled(Touched),
    /// What changes of a row that is there.
    Touched(&'e Touched),
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

    /// What writes its row by itself.
    fn form(&self) -> Form<'_> {
        match &self.touched {
            Some(touched) => Form::Touched(touched),
            None => Form::Whole,
        }
    }

    /// Binds what the log has of this entry alone.
    fn bind(&mut self, statement: Statement<'static>) -> Statement<'static> {
        statement
            .bind(self.place.seq)
            .bind(self.place.n)
            .bind(self.place.hlc.0)
            .bind(self.kind.name)
            .bind(self.record)
            .bind(self.seen)
            .bind(std::mem::take(&mut self.changes))
            .bind(self.source.take())
    }

    fn bind_row<'q>(&'q self, form: &Form<'_>, statement: Statement<'q>) -> Statement<'q> {
        let (kind, id, row) = (self.kind, self.record, &self.after);
        match form {
            Form::Whole => row::bind_insert(statement, kind, id, row),
            Form::Filled(filled) => row::bind_filled(statement, kind, filled, id, row),
            Form::Touched(touched) => row::bind_update(statement, kind, touched, id, row),
        }
    }
}

impl Shared {
    fn bind(self, statement: Statement<'static>) -> Statement<'static> {
        let statement = statement.bind(self.device).bind(self.person);
        statement.bind(self.batch)
    }

    /// Binds an entry by itself.
    fn bind_one(self, statement: Statement<'static>, entry: &mut Entry) -> Statement<'static> {
        let first = entry.place.is_first;
        self.bind(entry.bind(statement))
            .bind(first.then_some(self.intent))
            .bind(self.undoes.filter(|_| first))
    }
}

impl Form<'_> {
    /// How many values a row of this form has at most.
    fn values(&self, kind: &Kind) -> usize {
        let fields = match self {
            Form::Whole => kind.fields.len(),
            Form::Filled(touched) => touched.fields().count(),
            Form::Touched(touched) => touched.fields().count(),
        };
        4 + 3 * fields
    }
}

/// What writes as many rows of a form.
fn row_sql(kind: &Kind, form: &Form<'_>, many: usize) -> String {
    match form {
        Form::Whole => row::times(&row::table(kind).insert, many),
        Form::Filled(filled) => row::times(&row::filled_sql(kind, filled), many),
        Form::Touched(touched) => row::update_sql(kind, touched, many),
    }
}

/// What writes one entry and its row, in one round trip.
pub(crate) fn statement<'q>(shared: Shared, entry: &'q mut Entry, and: &str) -> Statement<'q> {
    let row = row_sql(entry.kind, &entry.form(), 1);
    let statement = sqlx::query(AssertSqlSafe(format!("{INTO_LOG}{FIRST}; {row}{and}")));
    let statement = shared.bind_one(statement, entry);
    let entry = &*entry;
    entry.bind_row(&entry.form(), statement)
}

/// What writes these entries into the log.
pub(crate) fn log_statements(shared: Shared, entries: &mut [Entry]) -> Vec<Statement<'static>> {
    let mut statements = Vec::new();
    let begins = entries.first().is_some_and(|first| first.place.is_first);
    let mut rest = entries.iter_mut();
    if let Some(first) = rest.by_ref().take(usize::from(begins)).next() {
        let statement = sqlx::query(AssertSqlSafe(format!("{INTO_LOG}{FIRST}")));
        statements.push(shared.bind_one(statement, first));
    }
    for (size, sql) in sizes(rest.len()) {
        let statement = column::statement(LATER[sql].as_str(), OWN * size + 3);
        let part = rest.by_ref().take(size);
        let statement = part.fold(statement, |statement, entry| entry.bind(statement));
        statements.push(shared.bind(statement));
    }
    statements
}

/// What writes the rows of these entries, a record once at most; each is made
/// when it is asked for. The entries are in the log: the triggers ask for them.
pub(crate) fn row_statements(entries: &[Entry]) -> impl Iterator<Item = Statement<'_>> {
    let mut forms: Vec<(&'static Kind, Form<'_>, Vec<&Entry>)> = Vec::new();
    for entry in entries {
        let known = forms.iter_mut().find(|(kind, form, _)| {
            kind.name == entry.kind.name
                && match (form, &entry.touched) {
                    (Form::Touched(known), Some(touched)) => *known == touched,
                    (Form::Filled(_), None) => true,
                    _ => false,
                }
        });
        let place = match known {
            Some(known) => known,
            None => {
                let form = match &entry.touched {
                    Some(touched) => Form::Touched(touched),
                    None => Form::Filled(Touched::default()),
                };
                forms.push((entry.kind, form, Vec::new()));
                let last = forms.len() - 1;
                &mut forms[last]
            }
        };
        if let Form::Filled(filled) = &mut place.1 {
            filled.fill(entry.kind, &entry.after.values);
        }
        place.2.push(entry);
    }
    forms.into_iter().flat_map(|(kind, form, entries)| {
        let mut rest = entries.into_iter();
        sizes(rest.len()).into_iter().map(move |(size, _)| {
            let sql = AssertSqlSafe(row_sql(kind, &form, size));
            let statement = column::statement(sql, form.values(kind) * size);
            let part = rest.by_ref().take(size);
            part.fold(statement, |statement, entry| {
                entry.bind_row(&form, statement)
            })
        })
    })
}

/// Cuts so many into parts of sizes that recur; each with its place among
/// these sizes.
fn sizes(mut length: usize) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    for (at, size) in TOGETHER.into_iter().enumerate() {
        parts.extend(std::iter::repeat_n((size, at), length / size));
        length %= size;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_cut_without_losing_any() {
        for length in [0, 1, 15, 16, 17, 127, 128, 300] {
            let parts = sizes(length);
            let all: usize = parts.iter().map(|(size, _)| size).sum();
            assert_eq!(all, length);
            assert!(parts.len() <= length / 128 + 8 + 15, "{length}");
        }
    }
}
