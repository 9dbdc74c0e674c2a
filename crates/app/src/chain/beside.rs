//! Who of the zone stands on either side of a segment.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use suoji_chain::Role;
use suoji_model::words::Language;
use uuid::Uuid;

use super::maps::Seen;
use super::picture::in_language;

/// Firms of the zone that supply a segment, and that buy from it; `ToldGap` of
/// `ui/src/map/poster/request.ts`.
#[derive(Debug, Default, Serialize)]
pub(super) struct Beside {
    suppliers: Vec<Near>,
    buyers: Vec<Near>,
}

/// A segment and its firms of the zone.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Near {
    segment: String,
    firms: Vec<String>,
}

impl Beside {
    /// What stands beside a row; where it is itself what firms of the zone say they need,
    /// they are its first buyers.
    pub(super) fn of(seen: &Seen, row: usize, language: Language) -> Self {
        let map = &seen.map;
        let path = map.tree.path(row);
        let inside = map.tree.inside(row);
        let (mut suppliers, mut buyers) = (BTreeSet::new(), BTreeSet::new());
        for flow in &map.relations.flows {
            if path.contains(&flow.to) {
                suppliers.extend(map.tree.leaves(flow.from));
            }
            if path.contains(&flow.from) {
                buyers.extend(map.tree.leaves(flow.to));
            }
        }
        let others = |rows: BTreeSet<usize>, role: Option<Role>| {
            let rows = rows.into_iter().filter(|row| !inside.contains(row));
            let near = rows.filter_map(|row| near(seen, row, role, language));
            let mut near: Vec<Near> = near.collect();
            near.sort_by_key(|one| std::cmp::Reverse(one.firms.len()));
            near
        };
        let wanting = near(seen, row, Some(Role::Needs), language);
        Self {
            suppliers: others(suppliers, Some(Role::Makes)),
            buyers: wanting.into_iter().chain(others(buyers, None)).collect(),
        }
    }
}

/// The firms of the zone in a row, in one role or in any; nothing where there are none.
fn near(seen: &Seen, row: usize, role: Option<Role>, language: Language) -> Option<Near> {
    let atlas = &seen.atlas;
    let segment = atlas.segments.get(&seen.map.tree.ids[row])?;
    let links = seen.map.links[row].iter();
    let links = links.filter_map(|link| atlas.links.get(link));
    let links = links.filter(|link| role.is_none_or(|role| link.role == role));
    let firms = links.filter_map(|link| atlas.firms.get(&link.firm));
    let firms: BTreeMap<Uuid, String> = firms
        .filter(|firm| firm.local)
        .map(|firm| {
            let name = firm.short_name.as_ref().unwrap_or(&firm.name);
            (firm.id, name.clone())
        })
        .collect();
    (!firms.is_empty()).then(|| Near {
        segment: in_language(&segment.name, segment.name_en.as_ref(), language),
        firms: firms.into_values().collect(),
    })
}
