//! From what a user asks to what the log will say: values checked, the
//! version compared, whole field groups before and after.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};
use sqlx::Row;
use suoji_model::log::{Change, Changes, DELETED, Values};
use suoji_model::refusal::Why;
use suoji_model::{Cell, Field, Kind, Refusal, Shape};
use uuid::Uuid;

use crate::commit::{Planned, Session, What, Write};
use crate::error::{Error, Result, Stale};
use crate::row::Record;

/// Plans one write; `None` when it would change nothing. An accepted write
/// gives its source up, and its values when it makes a record.
pub(crate) async fn plan(session: &mut Session<'_>, write: &mut Write) -> Result<Option<Planned>> {
    let before = before(session, write).await?;
    accept(session, write).await?;
    let what = match before {
        None => {
            require(write, |field| write.set.get(field.name))?;
            let mut values = std::mem::take(&mut write.set);
            values.retain(|_, value| !value.is_null());
            What::Made(values)
        }
        Some(before) => {
            let Some(changes) = changes(session, write, &before).await? else {
                return Ok(None);
            };
            What::Changed(before, changes)
        }
    };
    Ok(Some(Planned {
        kind: write.kind,
        record: write.record,
        what,
        seen: write.seen.unwrap_or(0),
        source: write.source.take(),
    }))
}

/// What a write changes of a record; `None` for nothing.
async fn changes(
    session: &mut Session<'_>,
    write: &Write,
    before: &Record,
) -> Result<Option<Changes>> {
    let mut changes = group_changes(write.kind, &before.values, &write.set);
    if let Some(deleted) = write.deleted
        && before.deleted != deleted
    {
        changes.insert(DELETED.to_owned(), bin_change(deleted));
    }
    if changes.is_empty() {
        return Ok(None);
    }
    if let Some(seen) = write.seen {
        refuse_stale(session, before, seen, &changes).await?;
    }
    require(write, |field| match changes.get(field.group) {
        Some(change) => change.new.get(field.name),
        None => before.values.get(field.name),
    })?;
    Ok(Some(changes))
}

/// The change that moves a record into or out of the recycle bin.
pub(crate) fn bin_change(deleted: bool) -> Change {
    let inside = Values::from_iter([(DELETED.to_owned(), json!(true))]);
    let (old, new) = if deleted {
        (Values::new(), inside)
    } else {
        (inside, Values::new())
    };
    Change { old, new }
}

async fn before(session: &mut Session<'_>, write: &Write) -> Result<Option<Record>> {
    if write.seen.is_none() {
        return Ok(None);
    }
    let found = session.find(write.kind, write.record).await?;
    let (kind, record) = (write.kind.name.to_owned(), write.record);
    match found {
        None => Err(Error::NoSuchRecord { kind, record }),
        Some(found) if found.deleted && write.deleted != Some(false) => {
            Err(Error::InBin { kind, record })
        }
        Some(found) if !found.deleted && write.deleted == Some(false) => {
            Err(Error::NotInBin { kind, record })
        }
        found => Ok(found),
    }
}

/// Reads every value in its field's shape and checks that references lead
/// somewhere. Leaves canonical JSON, null for blank.
async fn accept(session: &mut Session<'_>, write: &mut Write) -> Result<()> {
    let invalid = |field: &str, why| Error::Invalid {
        kind: write.kind.name.to_owned(),
        record: write.record,
        refusal: Refusal {
            field: field.to_owned(),
            why,
        },
    };
    let mut others = Vec::new();
    for (name, json) in &write.set {
        let shape = match write.kind.field(name) {
            Some(field) => field.shape,
            None => session
                .extra_shape(write.kind, name)
                .await?
                .ok_or_else(|| invalid(name, Why::NoSuchField))?,
        };
        if let Shape::Ref(target) = shape {
            let cell = Cell::read(&shape, json).map_err(|why| invalid(name, why))?;
            if let Some(id) = cell.as_ref_id()
                && !session.exists(target, id).await?
            {
                return Err(Error::ReferenceMissing {
                    kind: write.kind.name.to_owned(),
                    record: write.record,
                    field: name.clone(),
                });
            }
            let above = write.kind.field(name).filter(|field| field.above);
            if let (Some(field), Some(id)) = (above, cell.as_ref_id())
                && leads_back(session, write, field, id).await?
            {
                return Err(invalid(name, Why::OwnPart));
            }
            if cell.as_ref_id().is_some_and(|id| is_kept(json, id)) {
                continue;
            }
        }
        let other = Cell::other_form(&shape, json).map_err(|why| invalid(name, why))?;
        others.extend(other.map(|other| (name.clone(), other)));
    }
    write.set.extend(others);
    Ok(())
}

/// Whether the records above one, from `above` on, lead back to the one that
/// is written.
async fn leads_back(
    session: &mut Session<'_>,
    write: &Write,
    field: &Field,
    above: Uuid,
) -> Result<bool> {
    let mut passed = BTreeSet::new();
    let mut at = above;
    // Others may stand in a ring that an earlier version let in.
    while at != write.record && passed.insert(at) {
        let found = session.find(write.kind, at).await?;
        let next = found
            .as_ref()
            .and_then(|found| found.values.get(field.name));
        let Some(next) = next.and_then(|json| Uuid::parse_str(json.as_str()?).ok()) else {
            return Ok(false);
        };
        at = next;
    }
    Ok(at == write.record)
}

/// Whether a reference is written as it is kept.
fn is_kept(json: &Json, id: Uuid) -> bool {
    let mut text = Uuid::encode_buffer();
    json.as_str() == Some(id.hyphenated().encode_lower(&mut text))
}

/// Whole groups before and after; a group that stays the same is left out.
fn group_changes(kind: &Kind, standing: &Values, set: &Values) -> Changes {
    let groups: BTreeSet<&str> = set
        .keys()
        .map(|name| kind.field(name).map_or(name.as_str(), |field| field.group))
        .collect();
    let mut changes = Changes::new();
    for group in groups {
        let mut names: Vec<&str> = kind.group(group).map(|field| field.name).collect();
        if names.is_empty() {
            names.push(group);
        }
        let mut change = Change {
            old: Values::new(),
            new: Values::new(),
        };
        for name in names {
            let old = standing.get(name);
            let new = set.get(name).or(old);
            for (value, side) in [(old, &mut change.old), (new, &mut change.new)] {
                if let Some(value) = value.filter(|value| !value.is_null()) {
                    side.insert(name.to_owned(), value.clone());
                }
            }
        }
        if change.old != change.new {
            changes.insert(group.to_owned(), change);
        }
    }
    changes
}

/// Refuses when somebody changed one of the same groups to something else
/// after `seen`.
async fn refuse_stale(
    session: &mut Session<'_>,
    record: &Record,
    seen: i64,
    changes: &Changes,
) -> Result<()> {
    if record.version <= seen {
        return Ok(());
    }
    let later = sqlx::query(
        "SELECT person, hlc, changes FROM log WHERE record = ? AND seq > ? ORDER BY seq DESC",
    )
    .bind(record.id)
    .bind(seen)
    .fetch_all(&mut **session.connection().await?)
    .await;
    for row in later.map_err(|error| session.failed(error))? {
        let read = || -> Result<(String, Option<Uuid>, i64), sqlx::Error> {
            Ok((
                row.try_get("changes")?,
                row.try_get("person")?,
                row.try_get("hlc")?,
            ))
        };
        let (text, person, hlc) = read().map_err(|error| session.failed(error))?;
        let theirs: BTreeMap<String, Json> = serde_json::from_str(&text).unwrap_or_default();
        let Some((group, change)) = changes
            .iter()
            .find(|(group, _)| theirs.contains_key(*group))
        else {
            continue;
        };
        let differs = |name: &&String| change.old.get(*name) != change.new.get(*name);
        let field = change
            .new
            .keys()
            .chain(change.old.keys())
            .find(differs)
            .unwrap_or(group);
        return Err(Error::Stale(Box::new(Stale {
            kind: record.kind.name.to_owned(),
            record: record.id,
            field: field.clone(),
            yours: change.new.clone(),
            theirs: change.old.clone(),
            person,
            at_ms: suoji_model::Hlc(hlc).millis(),
        })));
    }
    Ok(())
}

/// Refuses a record that would lack a required field; `after` is what a field
/// will hold.
fn require<'w>(write: &Write, after: impl Fn(&Field) -> Option<&'w Json>) -> Result<()> {
    for field in write.kind.fields.iter().filter(|field| field.required) {
        if is_blank(after(field)) {
            return Err(Error::Invalid {
                kind: write.kind.name.to_owned(),
                record: write.record,
                refusal: Refusal {
                    field: field.name.to_owned(),
                    why: Why::Required,
                },
            });
        }
    }
    Ok(())
}

/// Whether a JSON value is a blank field.
fn is_blank(value: Option<&Json>) -> bool {
    value.is_none_or(Json::is_null)
}
