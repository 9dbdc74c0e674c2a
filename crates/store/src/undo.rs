//! Undo, redo and putting one past change back: new entries computed from
//! old ones, so that they last across restarts and stand in the history.

mod holding;
mod naming;
mod outliving;

use std::collections::{BTreeMap, HashMap};

use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use suoji_model::kinds;
use suoji_model::log::{self, Change, Changes, DELETED, Intent, Values};
use uuid::Uuid;

use crate::commit::{BLOCK, Batch, Committed, Planned, Session, What};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::plan::bin_change;
use crate::row::Record;
use holding::Made;
pub(crate) use naming::Described;

/// A change that could not be taken back because it was changed again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The record's kind.
    pub kind: String,
    /// The record.
    pub record: Uuid,
    /// The field whose later value stays; [`DELETED`] for a whole record.
    pub field: String,
    /// Who changed it later, as a `person` record.
    pub person: Option<Uuid>,
    /// The record that stays and refers to this one, when that is why: its
    /// kind and its id.
    pub held_by: Option<(String, Uuid)>,
}

/// The action that undo or redo would take back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Its batch.
    pub batch: Uuid,
    /// What the original action was for.
    pub intent: Intent,
    /// The kind of its first record.
    pub kind: String,
    /// Its first record, or the one that others were made for.
    pub record: Uuid,
    /// The field it changed, when it changed one.
    pub field: Option<String>,
    /// How many records it touched besides those in `made`.
    pub count: i64,
    /// The records, with their kinds, that were made with it only so that it
    /// could refer to them.
    pub made: Vec<(String, Uuid)>,
}

/// What an undo or redo came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The action it took back.
    pub what: Pending,
    /// The new batch.
    pub committed: Committed,
    /// What stayed because it was changed again.
    pub kept: Vec<Kept>,
    /// The templates of an import, which outlive its rows.
    pub templates: Vec<Uuid>,
}

/// The latest batch of this device that no undo names. The index of actions is
/// named, as by that of devices every entry would be looked at.
const UNDOABLE: &str = "SELECT batch, undoes FROM log AS done INDEXED BY log_batch_head \
    WHERE intent IS NOT NULL AND intent NOT IN ('undo', 'setup', 'export') AND device = ? \
    AND NOT EXISTS (SELECT 1 FROM log AS later WHERE later.undoes = done.batch) \
    ORDER BY seq DESC LIMIT 1";
/// The latest undo of this device that no redo names and no new action follows.
const REDOABLE: &str = "SELECT batch, undoes FROM log AS undo INDEXED BY log_batch_head \
    WHERE intent = 'undo' AND device = ?1 \
    AND NOT EXISTS (SELECT 1 FROM log AS later WHERE later.undoes = undo.batch) \
    AND NOT EXISTS (SELECT 1 FROM log AS later INDEXED BY log_batch_head \
        WHERE later.seq > undo.seq AND later.device = ?1 \
        AND later.intent IS NOT NULL AND later.intent NOT IN ('undo', 'redo', 'export')) \
    ORDER BY seq DESC LIMIT 1";

impl Desk {
    /// What undo would take back.
    pub async fn undoable(&self) -> Result<Option<Pending>> {
        self.pending(UNDOABLE).await
    }

    /// What redo would do again.
    pub async fn redoable(&self) -> Result<Option<Pending>> {
        self.pending(REDOABLE).await
    }

    /// Takes back the latest action of this device.
    ///
    /// Records changed again since stay and are named in the reply; when
    /// nothing of the action can be taken back it is
    /// [`Error::NoLongerFits`]. [`Error::NothingToUndo`] at the end.
    pub async fn undo(&self, person: Option<Uuid>) -> Result<Undone> {
        let what = self.undoable().await?.ok_or(Error::NothingToUndo)?;
        self.take_back(what, Intent::Undo, person).await
    }

    /// Does again what the latest undo took back.
    pub async fn redo(&self, person: Option<Uuid>) -> Result<Undone> {
        let what = self.redoable().await?.ok_or(Error::NothingToRedo)?;
        self.take_back(what, Intent::Redo, person).await
    }

    /// Takes back one batch, whatever happened since.
    ///
    /// As [`Desk::undo`], for an action that need not be the latest.
    pub async fn undo_batch(&self, batch: Uuid, person: Option<Uuid>) -> Result<Undone> {
        let what = self.describe(batch, None).await?;
        self.take_back(what, Intent::Undo, person).await
    }

    /// Puts one field group back to what it was before the entry `seq`.
    ///
    /// What later entries made of it gives way and stays in the history.
    /// Refused with [`Error::NoLongerFits`] when it stands so already, and for
    /// the entry that made the record.
    pub async fn put_back(&self, seq: i64, field: &str, person: Option<Uuid>) -> Result<Committed> {
        let batch = Batch::new(Intent::PutBack, person, Vec::new());
        let mut session = Session::begin(self, &batch, None).await?;
        let entry = sqlx::query("SELECT seq, kind, record, changes FROM log WHERE seq = ?")
            .bind(seq)
            .fetch_optional(&mut **session.connection().await?)
            .await;
        let entry = entry.map_err(|error| session.failed(error))?;
        let entry = entry.ok_or(Error::NoSuchEntry(seq))?;
        let mut changes = changes_of(&entry).map_err(|error| session.failed(error))?;
        let kind: String = column(&entry, "kind").map_err(|error| session.failed(error))?;
        let group = kinds::find(&kind)
            .and_then(|kind| kind.field(field))
            .map_or(field, |field| field.group);
        changes.retain(|name, _| name == group);
        if changes.is_empty() {
            return Err(Error::NoSuchEntry(seq));
        }
        let mut kept = Vec::new();
        let record = column(&entry, "record").map_err(|error| session.failed(error))?;
        let made = session.made_alone(record).await?;
        let made_it = made.get(&record).is_some_and(|made| made.first == seq);
        if let Some(kind) = kinds::find(&kind).filter(|_| !made_it)
            && let Some(before) = session.find(kind, record).await?
        {
            for (group, change) in &mut changes {
                let now = group_now(&before, group, change);
                if now != change.old {
                    change.new = now;
                }
            }
        }
        let planned = plan_back(&mut session, &entry, changes, &made, &mut kept).await?;
        let planned = planned.ok_or_else(|| no_longer_fits(kept, Error::NoSuchEntry(seq)))?;
        session.write_entry(planned).await?;
        session.finish().await
    }

    async fn pending(&self, sql: &'static str) -> Result<Option<Pending>> {
        let found = sqlx::query(sql)
            .bind(self.device)
            .fetch_optional(self.readers())
            .await
            .map_err(|error| self.failed(error))?;
        let Some(found) = found else {
            return Ok(None);
        };
        let read = || -> Result<(Uuid, Option<Uuid>), sqlx::Error> {
            Ok((column(&found, "batch")?, column(&found, "undoes")?))
        };
        let (batch, undoes) = read().map_err(|error| self.failed(error))?;
        Ok(Some(self.describe(batch, undoes).await?))
    }

    async fn take_back(
        &self,
        what: Pending,
        intent: Intent,
        person: Option<Uuid>,
    ) -> Result<Undone> {
        let batch = Batch::new(intent, person, Vec::new());
        let mut session = Session::begin(self, &batch, Some(what.batch)).await?;
        let entries = sqlx::query(
            "SELECT seq, kind, record, changes FROM log WHERE batch = ? ORDER BY seq DESC",
        )
        .bind(what.batch)
        .fetch_all(&mut **session.connection().await?)
        .await;
        let mut entries = entries.map_err(|error| session.failed(error))?;
        let mut templates = Vec::new();
        if (intent, what.intent) == (Intent::Undo, Intent::Import) {
            (entries, templates) =
                outliving::set_aside(entries).map_err(|error| session.failed(error))?;
        }
        let made = session.made_and_held(what.batch).await?;
        let mut kept = Vec::new();
        let mut written = false;
        for block in entries.chunks(BLOCK) {
            recall_block(&mut session, block).await?;
            for entry in block {
                let changes = changes_of(entry).map_err(|error| session.failed(error))?;
                let planned = plan_back(&mut session, entry, changes, &made, &mut kept).await?;
                if let Some(planned) = planned {
                    session.write_entry(planned).await?;
                    written = true;
                }
            }
        }
        let kept = standing(&mut session, kept).await?;
        if !written {
            return Err(no_longer_fits(kept, Error::NothingToUndo));
        }
        Ok(Undone {
            what,
            committed: session.finish().await?,
            kept,
            templates,
        })
    }
}

/// Those of what was kept that are not in the bin, where an earlier undo of
/// the same batch may have put them.
async fn standing(session: &mut Session<'_>, kept: Vec<Kept>) -> Result<Vec<Kept>> {
    let mut standing = Vec::with_capacity(kept.len());
    for one in kept {
        let record = match kinds::find(&one.kind) {
            Some(kind) => session.find(kind, one.record).await?,
            None => None,
        };
        if record.is_none_or(|record| !record.deleted) {
            standing.push(one);
        }
    }
    Ok(standing)
}

fn no_longer_fits(kept: Vec<Kept>, otherwise: Error) -> Error {
    match kept.into_iter().next() {
        Some(kept) => Error::NoLongerFits(Box::new(kept)),
        None => otherwise,
    }
}

/// Plans taking back `changes` of one entry. What no longer fits goes to
/// `kept`; `None` when nothing is left to take back. Of the records `made` by
/// the batch, those that are held stay.
async fn plan_back(
    session: &mut Session<'_>,
    entry: &SqliteRow,
    changes: Changes,
    made: &HashMap<Uuid, Made>,
    kept: &mut Vec<Kept>,
) -> Result<Option<Planned>> {
    // An entry of a kind that only newer releases know stays as it is.
    let read = || -> Result<(String, Uuid, i64), sqlx::Error> {
        Ok((
            column(entry, "kind")?,
            column(entry, "record")?,
            column(entry, "seq")?,
        ))
    };
    let (kind, record, seq) = read().map_err(|error| session.failed(error))?;
    let Some(kind) = kinds::find(&kind) else {
        return Ok(None);
    };
    let Some(before) = session.find(kind, record).await? else {
        return Ok(None);
    };
    // An entry that begins with nothing may be the one that made the record.
    let blank = changes.values().all(|change| change.old.is_empty());
    let made = made.get(&record).filter(|made| blank && made.first == seq);
    let mut back = Changes::new();
    let mut misfits = Vec::new();
    for (group, change) in &changes {
        if group_now(&before, group, change) == change.new {
            back.insert(group.clone(), change.clone());
        } else {
            misfits.extend(fields(group, change).next());
        }
    }
    if let Some(made) = made {
        // A new record is taken back whole, into the bin, or not at all.
        let edited = before.values.len() != changes.values().map(|c| c.new.len()).sum::<usize>();
        back.clear();
        if let (true, false, Some((name, id))) = (misfits.is_empty(), edited, made.held_by) {
            kept.push(Kept {
                kind: kind.name.to_owned(),
                record,
                field: DELETED.to_owned(),
                person: None,
                held_by: Some((name.to_owned(), id)),
            });
        } else if misfits.is_empty() && !edited {
            back.insert(DELETED.to_owned(), bin_change(false));
        } else if misfits.is_empty() {
            misfits.push(DELETED.to_owned());
        }
    }
    for field in misfits {
        let person = last_author(session, record).await?;
        kept.push(Kept {
            kind: kind.name.to_owned(),
            record,
            field,
            person,
            held_by: None,
        });
    }
    if back.is_empty() || made.is_some() && before.deleted {
        return Ok(None);
    }
    Ok(Some(Planned {
        kind,
        record,
        seen: before.version,
        what: What::Changed(before, log::inverse(&back)),
        source: None,
    }))
}

/// Reads the rows that taking back these entries will ask for.
async fn recall_block(session: &mut Session<'_>, entries: &[SqliteRow]) -> Result<()> {
    let mut rows: BTreeMap<String, Vec<Uuid>> = BTreeMap::new();
    for entry in entries {
        let read = || Ok((column(entry, "kind")?, column(entry, "record")?));
        let (kind, record) = read().map_err(|error| session.failed(error))?;
        rows.entry(kind).or_default().push(record);
    }
    for (kind, ids) in rows {
        if let Some(kind) = kinds::find(&kind) {
            session.recall(kind, ids).await?;
        }
    }
    Ok(())
}

async fn last_author(session: &mut Session<'_>, record: Uuid) -> Result<Option<Uuid>> {
    let sql = "SELECT person FROM log WHERE record = ? ORDER BY seq DESC LIMIT 1";
    let person = sqlx::query_scalar(sql)
        .bind(record)
        .fetch_one(&mut **session.connection().await?)
        .await;
    person.map_err(|error| session.failed(error))
}

/// The group's values as they stand.
fn group_now(record: &Record, group: &str, change: &Change) -> Values {
    if group == DELETED {
        let inside = record.deleted;
        return if inside {
            bin_change(true).new
        } else {
            Values::new()
        };
    }
    let declared = record.kind.group(group).map(|field| field.name);
    let names: std::collections::BTreeSet<&str> = declared
        .chain(change.old.keys().map(String::as_str))
        .chain(change.new.keys().map(String::as_str))
        .collect();
    names
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), record.values.get(name)?.clone())))
        .collect()
}

/// The fields of a group that a change made different.
fn fields<'c>(group: &'c str, change: &'c Change) -> impl Iterator<Item = String> + use<'c> {
    let names: std::collections::BTreeSet<&String> =
        change.old.keys().chain(change.new.keys()).collect();
    let differing = names
        .into_iter()
        .filter(|name| change.old.get(*name) != change.new.get(*name))
        .cloned();
    let whole = (group == DELETED).then(|| DELETED.to_owned());
    differing.filter(move |_| group != DELETED).chain(whole)
}

fn changes_of(entry: &SqliteRow) -> Result<Changes, sqlx::Error> {
    serde_json::from_str(&column::<String>(entry, "changes")?)
        .map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// A column, which in a damaged file may not be readable.
fn column<'r, T>(row: &'r SqliteRow, name: &str) -> Result<T, sqlx::Error>
where
    T: sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite>,
{
    row.try_get(name)
}
