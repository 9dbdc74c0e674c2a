//! Entries of the log on their way to SQLite, with what they do to their
//! records' rows.

use std::fmt::Write as _;
use std::sync::LazyLock;

use sqlx::AssertSqlSafe;
use suoji_model::log::Replayed;
use suoji_model::{Field, Hlc, Kind};
use uuid::Uuid;

use crate::column::{self, Statement};
use crate::commit::{Planned, What};
use crate::document;
use crate::handing::Change;
use crate::indexing::{Extent, Found, Written};
use crate::made::Made;
use crate::row::{self, State, Touched};

/// How many rows one statement writes, most first: what SQLite answers to a
/// statement costs more than the statement. Each is prepared once and kept.
const TOGETHER: [usize; 4] = [512, 64, 8, 1];
/// The most values that a statement may have.
const MOST_VALUES: usize = 32_766;
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
static LATER: LazyLock<[String; TOGETHER.len()]> = LazyLock::new(|| {
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
pub(crate) struct Entry<'p> {
    planned: &'p Planned,
    place: &'p Place,
    /// What it does to a row that is there, and how that is then; `None` when
    /// it makes one.
    changed: Option<(Touched, Replayed)>,
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

impl<'p> Entry<'p> {
    /// The entry of a planned change.
    pub(crate) fn new((planned, place): &'p Change) -> Result<Self, sqlx::Error> {
        let text = |error| sqlx::Error::Encode(Box::new(error));
        let kind = planned.kind;
        let source = planned.source.as_ref().map(serde_json::to_string);
        let source = source.transpose().map_err(text)?;
        let (changes, changed) = match &planned.what {
            What::Made(values) => {
                let changes = serde_json::to_string(&Made { kind, values });
                (changes.map_err(text)?, None)
            }
            What::Changed(_, changes) => {
                let written = serde_json::to_string(changes).map_err(text)?;
                let after = planned.after(place.seq);
                (written, Some((Touched::of(kind, changes), after)))
            }
        };
        Ok(Self {
            planned,
            place,
            changed,
            changes,
            source,
        })
    }

    /// The record.
    pub(crate) fn record(&self) -> Uuid {
        self.planned.record
    }

    fn kind(&self) -> &'static Kind {
        self.planned.kind
    }

    /// How the row is from now on.
    fn state(&self) -> State<'_> {
        match (&self.changed, &self.planned.what) {
            (Some((_, after)), _) => after.into(),
            (None, What::Made(values)) => State {
                values,
                deleted: false,
                version: self.place.seq,
            },
            (None, What::Changed(before, _)) => State {
                values: &before.values,
                deleted: before.deleted,
                version: before.version,
            },
        }
    }

    /// How much of what the record is found by is different from now on, if
    /// anything.
    pub(crate) fn extent(&self) -> Option<Extent> {
        match &self.changed {
            None => Some(Extent::All),
            Some((touched, _)) if touched.deleted => Some(Extent::Names),
            Some((touched, _)) => document::touched(touched.fields()),
        }
    }

    /// What the record is found by; `None` when by nothing.
    pub(crate) fn document(&self) -> Option<Found> {
        let document = document::of(self.kind(), self.state())?;
        Some((self.kind(), document))
    }

    /// What the record is found by from now on, of which so much is different.
    pub(crate) fn written(&self, extent: Extent) -> Written {
        Written {
            kind: self.kind(),
            extent,
            document: document::of(self.kind(), self.state()),
        }
    }

    /// What writes its row by itself.
    fn form(&self) -> Form<'_> {
        match &self.changed {
            Some((touched, _)) => Form::Touched(touched),
            None => Form::Whole,
        }
    }

    /// Binds what the log has of this entry alone.
    fn bind(&mut self, statement: Statement<'static>) -> Statement<'static> {
        statement
            .bind(self.place.seq)
            .bind(self.place.n)
            .bind(self.place.hlc.0)
            .bind(self.kind().name)
            .bind(self.record())
            .bind(self.planned.seen)
            .bind(std::mem::take(&mut self.changes))
            .bind(self.source.take())
    }

    fn bind_row(&self, form: &Form<'_>, statement: Statement<'static>) -> Statement<'static> {
        let (kind, id, row) = (self.kind(), self.record(), self.state());
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
    fn bind_one(self, statement: Statement<'static>, entry: &mut Entry<'_>) -> Statement<'static> {
        let first = entry.place.is_first;
        self.bind(entry.bind(statement))
            .bind(first.then_some(self.intent))
            .bind(self.undoes.filter(|_| first))
    }
}

impl Form<'_> {
    /// How many values a row of this form has at most.
    fn values(&self, kind: &'static Kind) -> usize {
        let columns = |field: &Field| column::names(field).len();
        let columns: usize = match self {
            Form::Whole => kind.fields.iter().map(columns).sum(),
            Form::Filled(touched) => touched.fields().map(columns).sum(),
            Form::Touched(touched) => touched.fields().map(columns).sum(),
        };
        4 + columns
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
pub(crate) fn statement(shared: Shared, entry: &mut Entry<'_>, and: &str) -> Statement<'static> {
    let row = row_sql(entry.kind(), &entry.form(), 1);
    let statement = sqlx::query(AssertSqlSafe(format!("{INTO_LOG}{FIRST}; {row}{and}")));
    let statement = shared.bind_one(statement, entry);
    let entry = &*entry;
    entry.bind_row(&entry.form(), statement)
}

/// What writes these entries into the log, each made when it is asked for.
pub(crate) fn log_statements(
    shared: Shared,
    entries: &mut [Entry<'_>],
) -> impl Iterator<Item = Statement<'static>> {
    let begins = entries.first().is_some_and(|first| first.place.is_first);
    let (first, rest) = entries.split_at_mut(usize::from(begins));
    let first = first.iter_mut().map(move |first| {
        let statement = sqlx::query(AssertSqlSafe(format!("{INTO_LOG}{FIRST}")));
        shared.bind_one(statement, first)
    });
    let parts = sizes(rest.len(), MOST_VALUES / (OWN + 1));
    let mut rest = rest.iter_mut();
    let rest = parts.into_iter().map(move |(size, sql)| {
        let statement = column::statement(LATER[sql].as_str(), OWN * size + 3);
        let part = rest.by_ref().take(size);
        let statement = part.fold(statement, |statement, entry| entry.bind(statement));
        shared.bind(statement)
    });
    first.chain(rest)
}

/// What writes the rows of these entries, a record once at most; each is made
/// when it is asked for. The entries are in the log: the triggers ask for them.
pub(crate) fn row_statements(entries: &[Entry<'_>]) -> impl Iterator<Item = Statement<'static>> {
    let mut forms: Vec<(&'static Kind, Form<'_>, Vec<&Entry<'_>>)> = Vec::new();
    for entry in entries {
        let known = forms.iter_mut().find(|(kind, form, _)| {
            kind.name == entry.kind().name
                && match (form, &entry.changed) {
                    (Form::Touched(known), Some((touched, _))) => *known == touched,
                    (Form::Filled(_), None) => true,
                    _ => false,
                }
        });
        let place = match known {
            Some(known) => known,
            None => {
                let form = match &entry.changed {
                    Some((touched, _)) => Form::Touched(touched),
                    None => Form::Filled(Touched::default()),
                };
                forms.push((entry.kind(), form, Vec::new()));
                let last = forms.len() - 1;
                &mut forms[last]
            }
        };
        if let Form::Filled(filled) = &mut place.1 {
            filled.fill(entry.kind(), entry.state().values);
        }
        place.2.push(entry);
    }
    forms.into_iter().flat_map(|(kind, form, entries)| {
        let mut rest = entries.into_iter();
        let values = form.values(kind);
        let parts = sizes(rest.len(), MOST_VALUES / values);
        parts.into_iter().map(move |(size, _)| {
            let sql = AssertSqlSafe(row_sql(kind, &form, size));
            let statement = column::statement(sql, values * size);
            let part = rest.by_ref().take(size);
            part.fold(statement, |statement, entry| {
                entry.bind_row(&form, statement)
            })
        })
    })
}

/// Cuts so many into parts of sizes that recur, none over `most`; each with its
/// place among these sizes.
fn sizes(mut length: usize, most: usize) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let sizes = TOGETHER.into_iter().enumerate();
    for (at, size) in sizes.filter(|(_, size)| *size == 1 || *size <= most) {
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
        for most in [512, 511, 1] {
            for length in [0, 1, 7, 8, 63, 64, 511, 512, 1_100] {
                let parts = sizes(length, most);
                let all: usize = parts.iter().map(|(size, _)| size).sum();
                assert_eq!(all, length);
                assert!(parts.iter().all(|(size, _)| *size <= most));
            }
        }
        assert_eq!(sizes(1_100, 600).len(), 2 + 1 + 1 + 4);
    }
}
