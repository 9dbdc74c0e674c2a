//! What happened, and taking it back.

use std::collections::{BTreeMap, BTreeSet};

use suoji_model::Kind;
use suoji_model::kinds::IMPORT_TEMPLATE;
use suoji_model::log::{Change, DELETED, Values};
use suoji_store::{Desk, LoggedChange, Pending, Record, Undone as StoreUndone};

use crate::app::App;
use crate::contract::*;
use crate::desks::me;
use crate::fault::Fault;
use crate::{kinds, time, titles};

/// So many past imports are listed.
const SHOWN: u32 = 30;

impl App {
    /// Everything that happened to a record, newest first.
    pub(crate) async fn history(&self, request: RecordRequest) -> Result<History, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let record = desk.record(kind, request.id).await?;
        let logged = desk.history(request.id).await?;
        let sides = logged
            .iter()
            .flat_map(|entry| entry.changes.values())
            .flat_map(|change| [&change.old, &change.new]);
        let names = titles::names_of(&desk, kind, sides).await?;
        let first = logged.last().map(|entry| entry.seq);
        let mut people = BTreeMap::new();
        let mut entries = Vec::new();
        for entry in logged {
            let person = match people.get(&entry.person) {
                Some(known) => Option::clone(known),
                None => {
                    let found = titles::person(&desk, entry.person).await?;
                    people.insert(entry.person, found.clone());
                    found
                }
            };
            let made_it = first == Some(entry.seq);
            entries.push(entry_info(kind, &record, entry, person, made_it));
        }
        Ok(History { entries, names })
    }

    /// Puts one field back to what it was before an entry.
    pub(crate) async fn put_back(&self, request: PutBack) -> Result<Saved, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let person = me(&desk).await?;
        let committed = desk.put_back(request.entry, &request.field, person).await?;
        Ok(Saved {
            kind: kind.name.to_owned(),
            id: request.id,
            version: committed.seq,
            batch: committed.batch,
            warnings: Vec::new(),
        })
    }

    /// Takes back the latest action.
    pub(crate) async fn undo(&self, _: Nothing) -> Result<Undone, Fault> {
        let desk = self.desk().await?;
        let person = me(&desk).await?;
        let undone = desk.undo(person).await?;
        undone_info(&desk, undone).await
    }

    /// Takes back one action, such as an import, whatever happened since; what
    /// was changed again stays and is named.
    pub(crate) async fn undo_batch(&self, request: UndoBatch) -> Result<Undone, Fault> {
        let desk = self.desk().await?;
        let person = me(&desk).await?;
        let undone = desk.undo_batch(request.batch, person).await?;
        undone_info(&desk, undone).await
    }

    /// The latest imports, each of which can be taken back by itself.
    pub(crate) async fn imports(&self, _: Nothing) -> Result<Imports, Fault> {
        let desk = self.desk().await?;
        let counted = suoji_model::kinds::ALL.iter().copied();
        let counted: Vec<&'static Kind> = counted.filter(|kind| !kind.internal).collect();
        let named = counted.iter().map(|kind| kind.name);
        let found = desk.imports(named, SHOWN).await?;
        let mut imports = Vec::with_capacity(found.len());
        for one in found {
            let undone = desk.is_undone(one.batch).await?;
            let left = match undone {
                true => desk.standing_of(one.batch, &counted).await?,
                false => 0,
            };
            imports.push(PastImport {
                undone,
                left,
                at: time::rfc3339(one.at_ms),
                batch: one.batch,
                file: one.file,
                records: one.records,
            });
        }
        Ok(Imports { imports })
    }

    /// Does again what the latest undo took back.
    pub(crate) async fn redo(&self, _: Nothing) -> Result<Undone, Fault> {
        let desk = self.desk().await?;
        let person = me(&desk).await?;
        let redone = desk.redo(person).await?;
        undone_info(&desk, redone).await
    }

    /// What undo and redo would do now.
    pub(crate) async fn undo_state(&self, _: Nothing) -> Result<UndoState, Fault> {
        let desk = self.desk().await?;
        let mut state = UndoState {
            undo: None,
            redo: None,
        };
        if let Some(pending) = desk.undoable().await? {
            state.undo = Some(label(&desk, pending).await?);
        }
        if let Some(pending) = desk.redoable().await? {
            state.redo = Some(label(&desk, pending).await?);
        }
        Ok(state)
    }
}

fn entry_info(
    kind: &Kind,
    record: &Record,
    entry: LoggedChange,
    person: Option<PersonRef>,
    made_it: bool,
) -> HistoryEntry {
    let changes = entry
        .changes
        .iter()
        .flat_map(|(group, change)| {
            let back = !made_it && differs(kind, record, group, change);
            field_changes(group, change, back)
        })
        .collect();
    HistoryEntry {
        entry: entry.seq,
        batch: entry.batch,
        at: time::rfc3339(entry.at_ms),
        person,
        device: entry.device,
        intent: entry.intent,
        changes,
        source: entry.source.map(|source| SourceInfo {
            file: source.file,
            sha256: source.sha256,
            sheet: source.sheet,
            row: source.row,
            raw: source.raw,
        }),
    }
}

/// Whether the group stands otherwise now than before the entry.
fn differs(kind: &Kind, record: &Record, group: &str, change: &Change) -> bool {
    let mut names: Vec<&str> = kind.group(group).map(|field| field.name).collect();
    if names.is_empty() {
        names.push(group);
    }
    names
        .iter()
        .any(|name| record.values.get(*name) != change.old.get(*name))
}

fn field_changes(group: &str, change: &Change, can_put_back: bool) -> Vec<FieldChange> {
    let value = |side: &Values, name: &str| side.get(name).cloned().unwrap_or_default();
    let mut names: Vec<&String> = change.old.keys().chain(change.new.keys()).collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .filter(|name| change.old.get(*name) != change.new.get(*name))
        .map(|name| FieldChange {
            field: name.clone(),
            old: value(&change.old, name),
            new: value(&change.new, name),
            can_put_back: can_put_back && group != DELETED,
        })
        .collect()
}

async fn label(desk: &Desk, pending: Pending) -> Result<Label, Fault> {
    let title = titles::title_of(desk, &pending.kind, pending.record).await?;
    let mut made = Vec::new();
    for (kind, id) in pending.made {
        let title = titles::title_of(desk, &kind, id).await?;
        made.push(Name { kind, title });
    }
    Ok(Label {
        intent: pending.intent.name().to_owned(),
        kind: Some(pending.kind),
        title: Some(title),
        field: pending.field,
        count: pending.count,
        made,
    })
}

async fn undone_info(desk: &Desk, undone: StoreUndone) -> Result<Undone, Fault> {
    let mut kept = Vec::new();
    for one in undone.kept {
        let person = titles::person(desk, one.person).await?;
        let held_by = match &one.held_by {
            Some((kind, id)) => Some(titles::title_of(desk, kind, *id).await?),
            None => None,
        };
        kept.push(KeptInfo {
            title: titles::title_of(desk, &one.kind, one.record).await?,
            kind: one.kind,
            id: one.record,
            field: one.field,
            held_by,
            reason: person.map(|person| person.title).unwrap_or_default(),
        });
    }
    let mut templates = BTreeSet::new();
    for id in undone.templates {
        templates.insert(titles::title_of(desk, IMPORT_TEMPLATE.name, id).await?);
    }
    Ok(Undone {
        batch: undone.committed.batch,
        label: label(desk, undone.what).await?,
        kept,
        templates: templates.into_iter().collect(),
    })
}
