//! A newer starter atlas as differences that a person looks through.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value as Json;
use suoji_model::log::Intent;
use suoji_store::Desk;
use uuid::Uuid;

use super::edit::done;
use super::plan::{Merge, Standing, Step};
use super::starter;
use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;

impl App {
    /// What the starter atlas has that the desk has not, or has otherwise.
    pub(crate) async fn chain_atlas_changes(&self, _: Nothing) -> Result<AtlasChanges, Fault> {
        let desk = self.desk().await?;
        self.kept_chains().look(&desk).await?;
        let mut changes = Vec::new();
        for step in steps(&desk).await? {
            changes.push(told(&desk, step).await?);
        }
        Ok(AtlasChanges {
            version: starter::VERSION,
            changes,
        })
    }

    /// Takes some of the differences over, with the new records they refer to.
    pub(crate) async fn apply_atlas_changes(
        &self,
        request: ApplyAtlasChanges,
    ) -> Result<ChainDone, Fault> {
        let desk = self.desk().await?;
        self.kept_chains().look(&desk).await?;
        let steps = steps(&desk).await?;
        let chosen: BTreeSet<&str> = request.ids.iter().map(String::as_str).collect();
        let at: HashMap<Uuid, usize> = steps
            .iter()
            .enumerate()
            .filter(|(_, step)| step.before.is_none())
            .map(|(at, step)| (step.write.record, at))
            .collect();
        let mut wanted: BTreeSet<usize> = BTreeSet::new();
        let mut waiting: Vec<usize> = (0..steps.len())
            .filter(|at| chosen.contains(id(&steps[*at]).as_str()))
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
        let writes = writes.map(|(_, step)| step.write).collect();
        done(&desk, Intent::Import, writes, Vec::new()).await
    }
}

async fn steps(desk: &Desk) -> Result<Vec<Step>, Fault> {
    let standing = Standing::read(desk).await?;
    Ok(standing.steps(&starter::book()?, Merge::Take))
}

fn id(step: &Step) -> String {
    format!("{}/{}", step.kind.name, step.key)
}

async fn told(desk: &Desk, step: Step) -> Result<AtlasChange, Fault> {
    // What a person wrote since the atlas came.
    let mut edited: BTreeSet<String> = BTreeSet::new();
    if step.before.is_some() {
        for entry in desk.history(step.write.record).await? {
            if entry.intent != Intent::Setup.name() {
                let sides = entry.changes.values();
                edited.extend(
                    sides.flat_map(|change| change.old.keys().chain(change.new.keys()).cloned()),
                );
            }
        }
    }
    let before = step.before.clone().unwrap_or_default();
    let fields = step.write.set.iter().map(|(field, atlas)| AtlasField {
        field: field.clone(),
        ours: before.get(field).cloned().unwrap_or(Json::Null),
        atlas: atlas.clone(),
        edited: edited.contains(field),
    });
    Ok(AtlasChange {
        id: id(&step),
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
