//! Gaps, targets and parks, and from a target to a lead.

use serde_json::json;
use suoji_chain::targets::{Scored, tell};
use suoji_chain::{Atlas, Map, parks};
use suoji_model::kinds::LEAD;
use suoji_model::log::{Intent, Values};
use suoji_model::words::{Language, sentence};
use suoji_store::Write;
use uuid::Uuid;

use super::maps::{Seen, no_segment, why};
use super::told;
use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;
use crate::time;

/// Targets that are told when nobody says how many.
const TARGETS: usize = 50;
/// Parks that are told when nobody says how many.
const PARKS: usize = 20;

impl App {
    /// The open gaps.
    pub(crate) async fn chain_gaps(&self, request: ChainGapsRequest) -> Result<ChainGaps, Fault> {
        let desk = self.desk().await?;
        let Seen { atlas, map, .. } = self.seen(&desk, &request.chain, None).await?;
        let only = row(&map, request.segment)?;
        let gaps = map.gaps().into_iter();
        let gaps = gaps.filter(|row| only.is_none_or(|only| map.tree.inside(only).contains(row)));
        let limit = request.limit.map_or(usize::MAX, |limit| limit as usize);
        let gaps = gaps.filter_map(|row| gap(&atlas, &map, row)).take(limit);
        Ok(ChainGaps {
            gaps: gaps.collect(),
        })
    }

    /// Whom to call for a segment, or for all open gaps.
    pub(crate) async fn chain_targets(
        &self,
        request: ChainTargetsRequest,
    ) -> Result<ChainTargets, Fault> {
        let desk = self.desk().await?;
        let Seen { atlas, map, .. } = self.seen(&desk, &request.chain, None).await?;
        let rows: Vec<usize> = match row(&map, request.segment)? {
            Some(row) => map.tree.leaves(row).collect(),
            None => map.gaps(),
        };
        let ranked = ranked(&map, &rows);
        let limit = request.limit.map_or(TARGETS, |limit| limit as usize);
        let targets = ranked.iter().take(limit);
        let targets = targets.filter_map(|(row, scored)| {
            told::target(&atlas, &map, &tell(&atlas, &map, *row, *scored))
        });
        Ok(ChainTargets {
            segment: request.segment,
            total: told::number(ranked.len()),
            targets: targets.collect(),
        })
    }

    /// Which park to visit.
    pub(crate) async fn chain_parks(
        &self,
        request: ChainParksRequest,
    ) -> Result<ChainParks, Fault> {
        let desk = self.desk().await?;
        let mut maps = Vec::new();
        let mut only = None;
        let look = self.kept_chains().look(&desk).await?;
        let asked = match (&request.chain, request.segment) {
            (_, Some(segment)) => {
                let (seen, row) = self.seen_segment(&desk, segment, None).await?;
                only = Some(row);
                maps.push(seen.map);
                Vec::new()
            }
            (Some(chain), None) => vec![self.seen(&desk, chain, None).await?.chain],
            (None, None) => look.atlas.chains().iter().map(|chain| chain.id).collect(),
        };
        for chain in asked {
            maps.push(self.kept_chains().map(&desk, chain, None).await?.1);
        }
        let atlas = &look.atlas;
        let maps: Vec<&Map> = maps.iter().map(AsRef::as_ref).collect();
        let limit = request.limit.map_or(PARKS, |limit| limit as usize);
        let goals = parks::rank(atlas, &maps, only).into_iter().take(limit);
        let parks = goals.filter_map(|goal| park(atlas, &maps, &goal));
        Ok(ChainParks {
            parks: parks.collect(),
        })
    }

    /// Makes a lead of a target, or finds the one there is.
    pub(crate) async fn make_lead(&self, request: MakeLead) -> Result<LeadMade, Fault> {
        let desk = self.desk().await?;
        let (Seen { atlas, map, chain }, row) =
            self.seen_segment(&desk, request.segment, None).await?;
        let mut leads: Vec<_> = atlas.leads.values().collect();
        leads.retain(|lead| lead.firm == Some(request.enterprise) && lead.open);
        // One that is for this very segment goes first.
        leads.sort_by_key(|lead| (lead.segment != Some(request.segment), lead.id));
        if let Some(lead) = leads.first() {
            return Ok(LeadMade {
                lead: lead.id,
                version: desk.record(&LEAD, lead.id).await?.version,
                created: false,
            });
        }
        let rows: Vec<usize> = map.tree.leaves(row).collect();
        let best = ranked(&map, &rows).into_iter();
        let best = best.filter(|(_, scored)| scored.firm == request.enterprise);
        let mut lines: Vec<String> = why(&atlas, &map, row).iter().map(line).collect();
        for (row, scored) in best.take(1) {
            let target = tell(&atlas, &map, row, scored);
            lines.extend(target.reasons.iter().map(line));
        }
        let segment = atlas.segments.get(&request.segment);
        let segment = segment.ok_or_else(|| no_segment(request.segment))?;
        let firm = atlas.firms.get(&request.enterprise);
        let name = firm.map(|firm| firm.short_name.as_ref().unwrap_or(&firm.name).clone());
        let chain = atlas.chains.get(&chain);
        let values = json!({
            "enterprise": request.enterprise,
            "segment": request.segment,
            "chain": chain.map(|chain| chain.name.clone()),
            "chain_node": segment.name,
            "name": name.map(|name| format!("{name}·{}", segment.name)),
            "source_region": firm.and_then(|firm| firm.region.clone()),
            "enterprise_profile": firm.and_then(|firm| firm.products.clone()),
            "lead_source": "via_chain",
            "reported_at": { "date": time::today() },
            "target_reasons": lines.join("\n"),
        });
        let values: Values = values.as_object().cloned().unwrap_or_default();
        drop(desk);
        let saved = self
            .write(Intent::Create, Write::create(&LEAD, values))
            .await?;
        Ok(LeadMade {
            lead: saved.id,
            version: saved.version,
            created: true,
        })
    }
}

/// A reason as a line of a record, in the language of the records.
fn line(reason: &suoji_chain::Reason) -> String {
    let params = reason.params.iter();
    let params = params.map(|(name, value)| (*name, value.as_str()));
    sentence(
        Language::Chinese,
        &format!("chain.reason.{}", reason.code),
        params,
    )
}

/// The row of a segment of a map.
pub(super) fn row(map: &Map, segment: Option<Uuid>) -> Result<Option<usize>, Fault> {
    let row = |id: Uuid| {
        map.tree
            .rows
            .get(&id)
            .copied()
            .ok_or_else(|| no_segment(id))
    };
    segment.map(row).transpose()
}

/// The targets of some rows, each firm once by its best, best first; of equal
/// ones, that of the wider gap.
pub(super) fn ranked(map: &Map, rows: &[usize]) -> Vec<(usize, Scored)> {
    let mut best: std::collections::HashMap<Uuid, (usize, Scored)> =
        std::collections::HashMap::new();
    for row in rows {
        for scored in &map.targets[*row] {
            let known = best.get(&scored.firm);
            if known.is_none_or(|(_, known)| known.score < scored.score) {
                best.insert(scored.firm, (*row, *scored));
            }
        }
    }
    let mut ranked: Vec<(usize, Scored)> = best.into_values().collect();
    let gap = |row: &usize| map.rows[*row].gap.unwrap_or_default();
    let score = |one: &Scored| one.score.unwrap_or(-1.0);
    ranked.sort_unstable_by(|(row, a), (other, b)| {
        let better = score(b).total_cmp(&score(a));
        let wider = || gap(other).total_cmp(&gap(row));
        better.then_with(wider).then_with(|| a.before(b))
    });
    ranked
}

fn gap(atlas: &Atlas, map: &Map, row: usize) -> Option<ChainGap> {
    let segment = atlas.segments.get(&map.tree.ids[row])?;
    let standing = &map.rows[row];
    let rank = standing.rank?;
    let (path, path_en) = told::path(atlas, map, row);
    let mut firms: Vec<(bool, Uuid)> = map.links[row]
        .iter()
        .filter_map(|link| atlas.firms.get(&atlas.links.get(link)?.firm))
        .map(|firm| (!firm.local, firm.id))
        .collect();
    firms.sort_unstable();
    firms.dedup();
    Some(ChainGap {
        segment: segment.id,
        ids: firms.into_iter().map(|(_, id)| id).collect(),
        code: segment.code.clone(),
        name: segment.name.clone(),
        path,
        path_en,
        layer: segment.layer.name().to_owned(),
        state: standing.state.name().to_owned(),
        score: told::tenth(standing.gap?),
        rank: told::number(rank.place),
        rank_low: told::number(rank.low),
        rank_high: told::number(rank.high),
        equal: told::number(rank.equal),
        parts: told::parts(standing.parts.as_ref()?),
        coverage: standing.coverage.map(told::part),
        local: told::number(standing.total.local),
        target: told::number(standing.total.target),
    })
}

fn park(atlas: &Atlas, maps: &[&Map], goal: &parks::Goal) -> Option<ChainPark> {
    let park = atlas.parks.get(&goal.park)?;
    let region = park.region.as_deref();
    let office = region.and_then(|region| parks::covering(atlas, region));
    let gaps = goal.gaps.iter().filter_map(|(map, row, targets, best)| {
        let segment = atlas.segments.get(&maps[*map].tree.ids[*row])?;
        Some(ParkGap {
            segment: segment.id,
            name: segment.name.clone(),
            name_en: segment.name_en.clone(),
            targets: told::number(*targets),
            best: told::tenth(*best),
        })
    });
    let targets =
        goal.targets
            .iter()
            .zip(&goal.shares)
            .take(20)
            .filter_map(|((map, row, scored), share)| {
                Some(ParkTarget {
                    enterprise: scored.firm,
                    name: atlas.firms.get(&scored.firm)?.name.clone(),
                    segment: maps[*map].tree.ids[*row],
                    score: told::tenth(scored.score?),
                    share: told::part(*share),
                })
            });
    Some(ChainPark {
        id: park.id,
        name: park.name.clone(),
        region: park.region.clone(),
        level: park.level.clone(),
        longitude: park.position.map(|(longitude, _)| longitude),
        latitude: park.position.map(|(_, latitude)| latitude),
        distance_km: parks::from_home(atlas, park).map(told::tenth),
        office: told::office(atlas, office),
        score: told::tenth(goal.score),
        gaps: gaps.collect(),
        targets: targets.collect(),
    })
}
