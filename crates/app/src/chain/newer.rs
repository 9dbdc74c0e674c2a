//! A newer starter atlas as differences that a person looks through.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value as Json;
use suoji_model::Kind;
use suoji_model::log::{Intent, Values};
use suoji_model::{Shape, kinds};
use suoji_store::{Desk, Referred, Write};
use uuid::Uuid;

use super::book::{Book, declared, text};
use super::edit::done;
use super::plan::{Merge, Standing, Step};
use super::starter;
use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;

/// Rows that are looked at to see whether something still hangs on a record.
const MOST_HANGING: u32 = 1_000;

impl App {
    /// What the starter atlas has that the desk has not, or has otherwise, and
    /// what it has no longer.
    pub(crate) async fn chain_atlas_changes(&self, _: Nothing) -> Result<AtlasChanges, Fault> {
        let desk = self.desk().await?;
        self.kept_chains().look(&desk).await?;
        Ok(AtlasChanges {
            version: starter::VERSION,
            changes: changes(&desk, &starter::book()?).await?,
        })
    }

    /// Takes some of the differences over, with the new records they refer to.
    pub(crate) async fn apply_atlas_changes(
        &self,
        request: ApplyAtlasChanges,
    ) -> Result<ChainDone, Fault> {
        let desk = self.desk().await?;
        self.kept_chains().look(&desk).await?;
        apply(&desk, &starter::book()?, &request).await
    }
}

/// A record that the atlas brought and has no longer.
struct Gone {
    kind: &'static Kind,
    record: Uuid,
    version: i64,
    values: Values,
    key: String,
}

async fn changes(desk: &Desk, book: &Book) -> Result<Vec<AtlasChange>, Fault> {
    let standing = Standing::read(desk).await?;
    let mut changes = Vec::new();
    for step in standing.steps(book, Merge::Take) {
        changes.push(told(desk, step).await?);
    }
    for gone in gone(desk, &standing, book).await? {
        let edited = edited(desk, gone.record).await?;
        let fields = gone.values.iter();
        let fields = fields.filter(|(field, _)| edited.contains(*field));
        changes.push(AtlasChange {
            id: name(gone.kind, &gone.key),
            kind: gone.kind.name.to_owned(),
            title: match text(&gone.values, gone.kind.title) {
                "" => gone.key.clone(),
                title => title.to_owned(),
            },
            change: "gone".to_owned(),
            fields: fields
                .map(|(field, ours)| AtlasField {
                    field: field.clone(),
                    ours: ours.clone(),
                    atlas: Json::Null,
                    edited: true,
                })
                .collect(),
        });
    }
    Ok(changes)
}

/// The records that the atlas brought and has no longer, as far as they live.
async fn gone(desk: &Desk, standing: &Standing, book: &Book) -> Result<Vec<Gone>, Fault> {
    let met = standing.met(book);
    let brought = desk.brought().await?;
    let brought: BTreeSet<Uuid> = brought.into_iter().map(|(_, id)| id).collect();
    let mut gone = Vec::new();
    for kind in declared() {
        for record in standing.of(kind.name) {
            // Rows that were taken over later say where they are from.
            let own =
                brought.contains(&record.id) || text(&record.values, "source") == starter::SOURCE;
            if own && !met.contains(&record.id) {
                gone.push(Gone {
                    kind,
                    record: record.id,
                    version: record.version,
                    values: record.values.clone(),
                    key: standing.name_of(record.id).unwrap_or_default().to_owned(),
                });
            }
        }
    }
    Ok(gone)
}

async fn apply(desk: &Desk, book: &Book, request: &ApplyAtlasChanges) -> Result<ChainDone, Fault> {
    let standing = Standing::read(desk).await?;
    let gone = gone(desk, &standing, book).await?;
    let steps = standing.steps(book, Merge::Take);
    let steps: Vec<Step> = steps
        .into_iter()
        .filter_map(|step| without(step, &request.without))
        .collect();
    let chosen: BTreeSet<&str> = request.ids.iter().map(String::as_str).collect();
    let at: HashMap<Uuid, usize> = steps
        .iter()
        .enumerate()
        .filter(|(_, step)| step.before.is_none())
        .map(|(at, step)| (step.write.record, at))
        .collect();
    let mut wanted: BTreeSet<usize> = BTreeSet::new();
    let mut waiting: Vec<usize> = (0..steps.len())
        .filter(|at| chosen.contains(name(steps[*at].kind, &steps[*at].key).as_str()))
        .collect();
    while let Some(next) = waiting.pop() {
        if wanted.insert(next) {
            let values = steps[next].write.set.values().filter_map(Json::as_str);
            let ids = values.filter_map(|text| Uuid::parse_str(text).ok());
            waiting.extend(ids.filter_map(|id| at.get(&id).copied()));
        }
    }
    let steps = steps.into_iter().enumerate();
    let writes = steps.filter(|(at, _)| wanted.contains(at));
    let mut writes: Vec<Write> = writes.map(|(_, step)| step.write).collect();
    let is_chosen = |one: &Gone| chosen.contains(name(one.kind, &one.key).as_str());
    let mut leaving: Vec<Gone> = gone.into_iter().filter(is_chosen).collect();
    settle(desk, &mut leaving).await?;
    // What refers to a record goes before it.
    let leaving = leaving.iter().rev();
    writes.extend(leaving.map(|one| Write::bin(one.kind, one.record, one.version, true)));
    done(desk, Intent::Import, writes, Vec::new()).await
}

/// A step without the fields that stay as they are here; none where nothing is left.
fn without(mut step: Step, kept: &BTreeMap<String, Vec<String>>) -> Option<Step> {
    let kept = kept.get(&name(step.kind, &step.key));
    if let (Some(kept), Some(_)) = (kept, &step.before) {
        step.write.set.retain(|field, _| !kept.contains(field));
        return (!step.write.set.is_empty()).then_some(step);
    }
    Some(step)
}

/// Keeps the records on which something hangs that stays: nothing of the
/// user's is left pointing nowhere.
async fn settle(desk: &Desk, leaving: &mut Vec<Gone>) -> Result<(), Fault> {
    loop {
        let ids: BTreeSet<Uuid> = leaving.iter().map(|one| one.record).collect();
        let mut held = BTreeSet::new();
        for one in leaving.iter() {
            if hangs(desk, one, &ids).await? {
                held.insert(one.record);
            }
        }
        if held.is_empty() {
            return Ok(());
        }
        leaving.retain(|one| !held.contains(&one.record));
    }
}

/// Whether a record that stays refers to this one.
async fn hangs(desk: &Desk, one: &Gone, leaving: &BTreeSet<Uuid>) -> Result<bool, Fault> {
    for kind in kinds::ALL {
        let to_it = |shape: &Shape| matches!(shape, Shape::Ref(target) if *target == one.kind.name);
        for field in kind.fields.iter().filter(|field| to_it(&field.shape)) {
            let referred = Referred::Id(one.record);
            let found = desk.referring(kind, field.name, referred, MOST_HANGING);
            let (count, rows) = found.await?;
            if count > u64::from(MOST_HANGING) || rows.iter().any(|row| !leaving.contains(&row.id))
            {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// What names a difference.
fn name(kind: &Kind, key: &str) -> String {
    format!("{}/{key}", kind.name)
}

/// The fields of a record that people wrote since the atlas came.
async fn edited(desk: &Desk, record: Uuid) -> Result<BTreeSet<String>, Fault> {
    let mut edited = BTreeSet::new();
    for entry in desk.history(record).await? {
        if entry.intent != Intent::Setup.name() {
            let sides = entry.changes.values();
            edited.extend(
                sides.flat_map(|change| change.old.keys().chain(change.new.keys()).cloned()),
            );
        }
    }
    Ok(edited)
}

async fn told(desk: &Desk, step: Step) -> Result<AtlasChange, Fault> {
    let edited = match step.before.is_some() {
        true => edited(desk, step.write.record).await?,
        false => BTreeSet::new(),
    };
    let before = step.before.clone().unwrap_or_default();
    let fields = step.write.set.iter().map(|(field, atlas)| AtlasField {
        field: field.clone(),
        ours: before.get(field).cloned().unwrap_or(Json::Null),
        atlas: atlas.clone(),
        edited: edited.contains(field),
    });
    Ok(AtlasChange {
        id: name(step.kind, &step.key),
        kind: step.kind.name.to_owned(),
        title: match step.title.is_empty() {
            true => step.key.clone(),
            false => step.title.clone(),
        },
        change: if step.before.is_some() {
            "changed"
        } else {
            "new"
        }
        .to_owned(),
        fields: fields.collect(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use suoji_store::Batch;

    use super::*;

    /// A book without `dropped`, and with another name of the first segment.
    fn newer(dropped: &str) -> Book {
        let mut book = starter::book().expect("book");
        let names = |row: &super::super::book::BookRow| {
            let values = row.values.values().filter_map(Json::as_str);
            values.into_iter().any(|value| value == dropped)
        };
        for rows in book.lists.values_mut() {
            rows.retain(|row| !names(row));
        }
        let first = &mut book.lists.get_mut("segment").expect("segments")[0];
        first.values.insert("name".to_owned(), json!("新名"));
        book
    }

    async fn write(desk: &Desk, write: Write) {
        let batch = Batch::new(Intent::Edit, None, vec![write]);
        desk.commit(batch).await.expect("written");
    }

    #[tokio::test]
    async fn what_a_newer_atlas_left_out_is_told_and_goes_only_when_asked() {
        let folder = tempfile::tempdir().expect("folder");
        let desk = Desk::create(&folder.path().join("desk.db"), None).await;
        let desk = desk.expect("desk");
        starter::bring(&desk).await.expect("atlas");
        assert!(
            changes(&desk, &starter::book().expect("book"))
                .await
                .expect("changes")
                .is_empty()
        );
        let code = "elevator.traction.rope";
        let standing = Standing::read(&desk).await.expect("standing");
        let segment = standing.find("segment", code).expect("segment").clone();
        let kind = kinds::find("segment").expect("kind");
        let values = json!({ "description": "我们的说明" });
        let values = values.as_object().cloned().expect("values");
        write(
            &desk,
            Write::edit(kind, segment.id, segment.version, values),
        )
        .await;
        let newer = newer(code);
        let told = changes(&desk, &newer).await.expect("changes");
        let gone: Vec<&AtlasChange> = told.iter().filter(|one| one.change == "gone").collect();
        let own = gone.iter().find(|one| one.id == format!("segment/{code}"));
        let fields = &own.expect("the segment").fields;
        assert!(
            fields
                .iter()
                .any(|one| one.field == "description" && one.edited)
        );
        assert!(gone.iter().any(|one| one.kind == "enterprise_segment"));
        let renamed = told
            .iter()
            .find(|one| one.change == "changed")
            .expect("renamed");
        assert_eq!(
            (renamed.fields[0].field.as_str(), renamed.fields[0].edited),
            ("name", false)
        );
        // Alone it stays, for what hangs on it stays; with all of it it goes.
        let these = |ids: Vec<String>| ApplyAtlasChanges {
            ids,
            ..ApplyAtlasChanges::default()
        };
        let alone = these(vec![format!("segment/{code}")]);
        assert_eq!(
            apply(&desk, &newer, &alone).await.expect("applied").deleted,
            0
        );
        let all = these(gone.iter().map(|one| one.id.clone()).collect());
        let done = apply(&desk, &newer, &all).await.expect("applied");
        assert_eq!(done.deleted as usize, all.ids.len());
        let left = changes(&desk, &newer).await.expect("changes");
        assert!(left.iter().all(|one| one.change == "changed"), "{left:?}");
    }
    #[tokio::test]
    async fn a_field_of_a_change_can_stay_as_it_is_here() {
        let folder = tempfile::tempdir().expect("folder");
        let desk = Desk::create(&folder.path().join("desk.db"), None).await;
        let desk = desk.expect("desk");
        starter::bring(&desk).await.expect("atlas");
        let mut newer = starter::book().expect("book");
        let first = &mut newer.lists.get_mut("segment").expect("segments")[0];
        let news = json!({ "name": "新名", "description": "新说明", "aliases": "新别名" });
        first
            .values
            .extend(news.as_object().cloned().expect("values"));
        let told = changes(&desk, &newer).await.expect("changes");
        let [change] = &told[..] else {
            panic!("{told:?}");
        };
        let id = &change.id;
        let without = |fields: &[&str]| {
            let kept = fields.iter().map(|field| (*field).to_owned()).collect();
            ApplyAtlasChanges {
                ids: vec![id.clone()],
                without: BTreeMap::from([(id.clone(), kept)]),
            }
        };
        let all = without(&["name", "description", "aliases"]);
        assert_eq!(
            apply(&desk, &newer, &all).await.expect("applied").changed,
            0
        );
        let some = without(&["name", "aliases"]);
        assert_eq!(
            apply(&desk, &newer, &some).await.expect("applied").changed,
            1
        );
        // What was left out is still offered, what was taken no more.
        let left = changes(&desk, &newer).await.expect("changes");
        let fields = left[0].fields.iter().map(|one| one.field.as_str());
        assert_eq!(fields.collect::<Vec<_>>(), ["aliases", "name"]);
    }
}
