//! 以商招商: what a firm of ours lacks, and whom it could supply.

use std::collections::BTreeMap;

use suoji_chain::needs::around;
use suoji_chain::targets::tell;
use suoji_chain::{Atlas, Map};
use uuid::Uuid;

use super::seek::ranked;
use super::told;
use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};

/// Gaps around a firm that are told.
const MOST_NEEDS: usize = 20;
/// Targets told of each.
const MOST_TARGETS: usize = 5;

impl App {
    /// What a firm of ours brings along.
    pub(crate) async fn chain_local(
        &self,
        request: ChainLocalRequest,
    ) -> Result<ChainLocal, Fault> {
        let desk = self.desk().await?;
        let look = self.kept_chains().look(&desk).await?;
        let firm = look.atlas.firms.get(&request.enterprise);
        let missing = || Fault::new(Code::NoSuchRecord).about("enterprise", request.enterprise);
        let mut local = ChainLocal {
            enterprise: request.enterprise,
            name: firm.ok_or_else(missing)?.name.clone(),
            needs: Vec::new(),
            outlets: Vec::new(),
        };
        for chain in look.atlas.chains() {
            let (atlas, map) = self.kept_chains().map(&desk, chain.id, None).await?;
            let around = around(&atlas, &map, request.enterprise);
            let needs = around.needs.iter().take(MOST_NEEDS);
            local
                .needs
                .extend(needs.filter_map(|row| need(&atlas, &map, *row)));
            let outlets = around.outlets.iter();
            local
                .outlets
                .extend(outlets.filter_map(|row| outlet(&atlas, &map, *row, request.enterprise)));
        }
        let gap = |need: &LocalNeed| need.gap.unwrap_or(-1.0);
        local.needs.sort_by(|a, b| gap(b).total_cmp(&gap(a)));
        local.needs.truncate(MOST_NEEDS);
        Ok(local)
    }
}

fn need(atlas: &Atlas, map: &Map, row: usize) -> Option<LocalNeed> {
    let segment = atlas.segments.get(&map.tree.ids[row])?;
    let targets = ranked(map, &[row]).into_iter().take(MOST_TARGETS);
    let targets = targets
        .filter_map(|(row, scored)| told::target(atlas, map, &tell(atlas, map, row, scored)));
    Some(LocalNeed {
        segment: segment.id,
        name: segment.name.clone(),
        name_en: segment.name_en.clone(),
        chain: code_of(atlas, segment.chain),
        state: map.rows[row].state.name().to_owned(),
        gap: map.rows[row].gap.map(told::tenth),
        targets: targets.collect(),
    })
}

/// The local firms of a leaf other than the firm itself.
pub(super) fn outlet(atlas: &Atlas, map: &Map, row: usize, firm: Uuid) -> Option<LocalOutlet> {
    let segment = atlas.segments.get(&map.tree.ids[row])?;
    let links = map.links[row]
        .iter()
        .filter_map(|link| atlas.links.get(link));
    let firms = links.filter_map(|link| atlas.firms.get(&link.firm));
    let firms: BTreeMap<Uuid, String> = firms
        .filter(|other| other.local && other.id != firm)
        .map(|other| (other.id, other.name.clone()))
        .collect();
    if firms.is_empty() {
        return None;
    }
    let firms = firms.into_iter().map(|(id, title)| ChainRef { id, title });
    Some(LocalOutlet {
        segment: segment.id,
        name: segment.name.clone(),
        name_en: segment.name_en.clone(),
        chain: code_of(atlas, segment.chain),
        firms: firms.collect(),
    })
}

/// The code of a chain.
fn code_of(atlas: &Atlas, chain: Uuid) -> String {
    let found = atlas.chains.get(&chain);
    found.map_or_else(String::new, |chain| chain.code.clone())
}
