//! Which records an import wrote, asked of the log.

use std::collections::BTreeMap;

use serde_json::json;
use suoji_model::{Kind, kinds};
use suoji_store::{Desk, Filter, Query, Test};
use uuid::Uuid;

use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;

impl App {
    /// The records that an import made and changed, by kind.
    pub(crate) async fn imported(&self, request: ImportedRequest) -> Result<Imported, Fault> {
        let desk = self.desk().await?;
        let mut by_kind: BTreeMap<String, ImportedKind> = BTreeMap::new();
        for (name, id, made) in desk.written_in(request.batch).await? {
            if kinds::find(&name).is_none_or(|kind| kind.internal) {
                continue;
            }
            let one = by_kind.entry(name.clone()).or_insert_with(|| ImportedKind {
                kind: name,
                created: Vec::new(),
                updated: Vec::new(),
                pending: Vec::new(),
            });
            if made {
                one.created.push(id);
            } else {
                one.updated.push(id);
            }
        }
        let mut found: Vec<ImportedKind> = by_kind.into_values().collect();
        for one in &mut found {
            let kind = kinds::find(&one.kind);
            if let Some(kind) = kind.filter(|kind| kind.field("same_verdict").is_some()) {
                one.pending = pending(&desk, kind, &one.created).await?;
            }
        }
        found.sort_by_key(|one| std::cmp::Reverse(one.created.len() + one.updated.len()));
        Ok(Imported { kinds: found })
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
