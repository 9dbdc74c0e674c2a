//! Which records an import wrote, asked of the log.

use std::collections::BTreeMap;

use serde_json::json;
use suoji_model::{Kind, kinds};
use suoji_store::{Desk, Filter, Query, Test};
use uuid::Uuid;

use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;

/// The records of one kind that an import wrote.
#[derive(Default)]
struct Wrote {
    created: Vec<Uuid>,
    updated: Vec<Uuid>,
    pending: Vec<Uuid>,
}

impl App {
    /// How many records an import made and changed, by kind, and which they
    /// are of the kind that is asked for.
    pub(crate) async fn imported(&self, request: ImportedRequest) -> Result<Imported, Fault> {
        let desk = self.desk().await?;
        let mut by_kind: BTreeMap<String, Wrote> = BTreeMap::new();
        for (name, id, made) in desk.written_in(request.batch).await? {
            if kinds::find(&name).is_none_or(|kind| kind.internal) {
                continue;
            }
            let one = by_kind.entry(name).or_default();
            if made {
                one.created.push(id);
            } else {
                one.updated.push(id);
            }
        }
        for (name, one) in &mut by_kind {
            let kind = kinds::find(name);
            if let Some(kind) = kind.filter(|kind| kind.field("same_verdict").is_some()) {
                one.pending = pending(&desk, kind, &one.created).await?;
            }
        }
        let mut found: Vec<ImportedKind> = by_kind
            .iter()
            .map(|(kind, wrote)| ImportedKind {
                kind: kind.clone(),
                created: wrote.created.len() as u64,
                updated: wrote.updated.len() as u64,
                pending: wrote.pending.len() as u64,
            })
            .collect();
        found.sort_by_key(|one| std::cmp::Reverse(one.created + one.updated));
        let asked = request.kind.and_then(|kind| by_kind.remove(&kind));
        let ids = asked.map(|wrote| match request.part {
            Some(ImportedPart::Updated) => wrote.updated,
            Some(ImportedPart::Pending) => wrote.pending,
            Some(ImportedPart::Created) | None => wrote.created,
        });
        Ok(Imported {
            kinds: found,
            ids: ids.unwrap_or_default(),
            undone: desk.is_undone(request.batch).await?,
        })
    }
}

/// Those of the records that wait for a decision.
async fn pending(desk: &Desk, kind: &'static Kind, ids: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
    let query = Query {
        filters: vec![Filter {
            field: "same_verdict".to_owned(),
            test: Test::Is,
            value: json!("pending"),
        }],
        ids: Some(ids.to_vec()),
        limit: u32::MAX,
        ..Query::default()
    };
    let rows = desk.select(kind, &query).await?.rows;
    Ok(rows.into_iter().map(|record| record.id).collect())
}
