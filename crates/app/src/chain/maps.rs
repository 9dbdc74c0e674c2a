//! The maps a window draws.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use suoji_chain::{Atlas, Map, Reason, Role, State};
use suoji_store::Desk;
use uuid::Uuid;

use super::past::since;
use super::{rules, told};
use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::titles;

/// A chain as it is looked at.
pub(super) struct Seen {
    pub(super) chain: Uuid,
    pub(super) atlas: Arc<Atlas>,
    pub(super) map: Arc<Map>,
}

impl App {
    /// The chains of the desk.
    pub(crate) async fn chains(&self, _: Nothing) -> Result<Chains, Fault> {
        let desk = self.desk().await?;
        let look = self.kept_chains().look(&desk).await?;
        let mut chains = Vec::new();
        for chain in look.atlas.chains() {
            let (atlas, map) = self.kept_chains().map(&desk, chain.id, None).await?;
            chains.push(told::chain(&atlas, chain, &map));
        }
        Ok(Chains { chains })
    }

    /// A chain worked out.
    pub(crate) async fn chain_map(&self, request: ChainMapRequest) -> Result<ChainMap, Fault> {
        let desk = self.desk().await?;
        let at = day(request.at.as_deref())?;
        let seen = self.seen(&desk, &request.chain, at).await?;
        let Seen { atlas, map, .. } = &seen;
        let now = self.seen(&desk, &request.chain, None).await?;
        // On a day before it came a chain is there, and empty.
        let chain = atlas.chains.get(&seen.chain);
        let chain = chain.or_else(|| now.atlas.chains.get(&seen.chain));
        let chain = chain.ok_or_else(|| no_chain(&now.atlas, &request.chain))?;
        let since = match at {
            Some(_) => since(&desk, &now.atlas, &now.map).await?,
            None => None,
        };
        let written = self.kept_chains().written(&desk, at).await?;
        let changed = changed(atlas, map, &written);
        let people = judges(&desk, atlas, map).await?;
        let segments = (0..map.tree.len())
            .filter_map(|row| told::segment(atlas, map, row, changed[row], &people));
        let relations = map.relations.flows.iter();
        let relations = relations.filter_map(|flow| atlas.relations.get(&flow.id));
        Ok(ChainMap {
            chain: told::chain(atlas, chain, map),
            at: request.at,
            since,
            formula: map.formula,
            weights: told::weights(&rules::kept(&desk).await?),
            layers: told::layers(map),
            segments: segments.collect(),
            relations: relations.map(told::relation).collect(),
        })
    }

    /// A segment in full.
    pub(crate) async fn chain_segment(
        &self,
        request: ChainSegmentRequest,
    ) -> Result<ChainSegment, Fault> {
        let desk = self.desk().await?;
        let at = day(request.at.as_deref())?;
        let (seen, row) = self.seen_segment(&desk, request.segment, at).await?;
        let Seen { atlas, map, .. } = &seen;
        let written = self.kept_chains().written(&desk, at).await?;
        let changed = changed(atlas, map, &written);
        let people = judges(&desk, atlas, map).await?;
        let segment = told::segment(atlas, map, row, changed[row], &people)
            .ok_or_else(|| no_segment(request.segment))?;
        let path = map.tree.path(row);
        let flows = map.relations.touching(&map.tree, row);
        let (outgoing, incoming): (Vec<_>, Vec<_>) =
            flows.partition(|flow| path.contains(&flow.from));
        let tell = |flows: Vec<&suoji_chain::relate::Flow>| -> Vec<RelationInfo> {
            let relations = flows.into_iter();
            let relations = relations.filter_map(|flow| atlas.relations.get(&flow.id));
            relations.map(told::relation).collect()
        };
        let inside = |segment: Option<Uuid>| {
            let row_of = segment.and_then(|id| map.tree.rows.get(&id));
            row_of.is_some_and(|at| map.tree.inside(row).contains(at))
        };
        let leads = atlas.leads.values().filter(|lead| inside(lead.segment));
        let projects = atlas.projects.values().filter(|one| inside(one.segment));
        Ok(ChainSegment {
            chain: seen.chain,
            path: path.iter().map(|row| map.tree.ids[*row]).collect(),
            firms: firms(atlas, map, row),
            incoming: tell(incoming),
            outgoing: tell(outgoing),
            why: why(atlas, map, row).iter().map(told::reason).collect(),
            leads: leads
                .map(|lead| SegmentLead {
                    id: lead.id,
                    enterprise: lead.firm,
                    name: lead.name.clone().unwrap_or_else(|| {
                        let firm = lead.firm.and_then(|firm| atlas.firms.get(&firm));
                        firm.map(|firm| firm.name.clone()).unwrap_or_default()
                    }),
                    open: lead.open,
                })
                .collect(),
            projects: projects
                .map(|project| SegmentProject {
                    id: project.id,
                    name: project.name.clone(),
                    stage: project.stage.clone(),
                    signed_yuan: suoji_model::rule::yuan_text(project.signed_fen),
                })
                .collect(),
            segment,
        })
    }

    /// A chain by code or id, now or at the end of a day.
    pub(super) async fn seen(
        &self,
        desk: &Desk,
        chain: &str,
        at: Option<NaiveDate>,
    ) -> Result<Seen, Fault> {
        let look = self.kept_chains().look(desk).await?;
        let id = look.atlas.chain(chain).map(|chain| chain.id);
        let id = id.ok_or_else(|| no_chain(&look.atlas, chain))?;
        let (atlas, map) = self.kept_chains().map(desk, id, at).await?;
        Ok(Seen {
            chain: id,
            atlas,
            map,
        })
    }

    /// The chain of a segment, and its row there.
    pub(super) async fn seen_segment(
        &self,
        desk: &Desk,
        segment: Uuid,
        at: Option<NaiveDate>,
    ) -> Result<(Seen, usize), Fault> {
        let look = self.kept_chains().look(desk).await?;
        let chain = look
            .atlas
            .segments
            .get(&segment)
            .map(|segment| segment.chain);
        let chain = chain.ok_or_else(|| no_segment(segment))?;
        let (atlas, map) = self.kept_chains().map(desk, chain, at).await?;
        let row = map.tree.rows.get(&segment).copied();
        let row = row.ok_or_else(|| no_segment(segment))?;
        Ok((Seen { chain, atlas, map }, row))
    }
}

/// There is no such chain; those there are are named.
fn no_chain(atlas: &Atlas, name: &str) -> Fault {
    let chains = atlas.chains().into_iter();
    let chains: Vec<&str> = chains.map(|chain| chain.code.as_str()).collect();
    let fault = Fault::new(Code::NoSuchChain).with("name", name);
    fault.with("chains", chains.join(", "))
}

pub(super) fn no_segment(id: Uuid) -> Fault {
    Fault::new(Code::NoSuchRecord).about("segment", id)
}

/// A day of a request.
pub(super) fn day(text: Option<&str>) -> Result<Option<NaiveDate>, Fault> {
    let parse = |text: &str| {
        text.parse::<NaiveDate>()
            .map_err(|error| Fault::new(Code::BadRequest).with("detail", error.to_string()))
    };
    text.map(parse).transpose()
}

/// How often people wrote about each row, with everything in it.
fn changed(atlas: &Atlas, map: &Map, written: &HashMap<Uuid, u32>) -> Vec<u32> {
    let segments = map.tree.rows.keys().map(|id| (id, Some(*id)));
    let links = atlas.links.iter().map(|(id, one)| (id, Some(one.segment)));
    let judged = atlas.overrides.iter();
    let judged = judged.map(|(id, one)| (id, Some(one.segment)));
    let leads = atlas.leads.iter().map(|(id, one)| (id, one.segment));
    let projects = atlas.projects.iter().map(|(id, one)| (id, one.segment));
    let records = segments.chain(links).chain(judged);
    let mut changed = vec![0_u32; map.tree.len()];
    for (id, segment) in records.chain(leads).chain(projects) {
        let row = segment.and_then(|segment| map.tree.rows.get(&segment));
        if let (Some(row), Some(times)) = (row, written.get(id)) {
            for above in map.tree.path(*row) {
                changed[above] += times;
            }
        }
    }
    changed
}

/// Who judged the segments of a map.
async fn judges(desk: &Desk, atlas: &Atlas, map: &Map) -> Result<BTreeMap<Uuid, String>, Fault> {
    let judged = map.overrides.values();
    let judged = judged.filter_map(|id| atlas.overrides.get(id)?.person);
    let names = titles::titles(desk, "person", judged.collect::<Vec<_>>()).await?;
    Ok(names
        .into_iter()
        .map(|(id, name)| (id, name.title))
        .collect())
}

/// The firms of a segment and everything in it, each once.
fn firms(atlas: &Atlas, map: &Map, row: usize) -> Vec<SegmentFirm> {
    let mut scores: BTreeMap<Uuid, f64> = BTreeMap::new();
    for scored in map.tree.inside(row).flat_map(|row| &map.targets[row]) {
        if let Some(score) = scored.score {
            let best = scores.entry(scored.firm).or_insert(score);
            *best = best.max(score);
        }
    }
    let mut firms: BTreeMap<(Uuid, Role), SegmentFirm> = BTreeMap::new();
    for id in map.tree.inside(row).flat_map(|row| &map.links[row]) {
        let Some(link) = atlas.links.get(id) else {
            continue;
        };
        let Some(firm) = atlas.firms.get(&link.firm) else {
            continue;
        };
        if firms.contains_key(&(firm.id, link.role)) {
            continue;
        }
        let of_firm = atlas.leads.values();
        let lead = of_firm.filter(|lead| lead.firm == Some(firm.id) && lead.open);
        let lead = lead.min_by_key(|lead| lead.id);
        let visits = atlas
            .visits
            .values()
            .filter(|visit| visit.firm == Some(firm.id));
        let told = SegmentFirm {
            link: link.id,
            link_version: link.version,
            segment: link.segment,
            enterprise: firm.id,
            name: firm.name.clone(),
            short_name: firm.short_name.clone(),
            region: firm.region.clone(),
            park: told::park(atlas, firm.park),
            local: firm.local,
            role: link.role.name().to_owned(),
            product: link.product.clone().or_else(|| firm.products.clone()),
            capacity: link.capacity,
            capacity_unit: link.capacity_unit.clone(),
            evidence: link.evidence.map(|evidence| evidence.name().to_owned()),
            evidence_date: link.evidence_date.map(|date| date.to_string()),
            confidence: link
                .confidence
                .map(|confidence| confidence.name().to_owned()),
            source: link.source.clone(),
            confirmed: link.confirmed,
            tags: firm.tags.clone(),
            score: scores.get(&firm.id).copied().map(told::tenth),
            lead: lead.map(|lead| lead.id),
            claimed_by: told::office(atlas, lead.and_then(|lead| lead.office))
                .map(|office| office.title),
            last_visit: visits
                .filter_map(|visit| visit.date)
                .max()
                .map(|date| date.to_string()),
        };
        firms.insert((firm.id, link.role), told);
    }
    let mut firms: Vec<SegmentFirm> = firms.into_values().collect();
    firms.sort_by(|a, b| {
        let score = |firm: &SegmentFirm| firm.score.unwrap_or(-1.0);
        b.local
            .cmp(&a.local)
            .then(score(b).total_cmp(&score(a)))
            .then_with(|| a.name.cmp(&b.name))
    });
    firms
}

/// Why a segment stands as it does.
pub(super) fn why(atlas: &Atlas, map: &Map, row: usize) -> Vec<Reason> {
    let standing = &map.rows[row];
    let mut reasons = Vec::new();
    let count = |count: usize| count.to_string();
    if !standing.assessed {
        return vec![Reason::new("too_little", &[])];
    }
    let total = &standing.total;
    let params = [
        ("local", count(total.local)),
        ("target", count(total.target)),
    ];
    reasons.push(Reason::new("makers", &params));
    if let Some(coverage) = standing.coverage {
        let code = if standing.capacity_known {
            "covered"
        } else {
            "covered_by_count"
        };
        let percent = format!("{:.0}", told::part(coverage) * 100.0);
        reasons.push(Reason::new(code, &[("percent", percent)]));
    }
    let path = map.tree.path(row);
    let mut buyers: Vec<usize> = map
        .relations
        .flows
        .iter()
        .filter(|flow| path.contains(&flow.from) && map.rows[flow.to].total.local > 0)
        .map(|flow| flow.to)
        .collect();
    buyers.sort_unstable();
    buyers.dedup();
    if !buyers.is_empty() {
        let names = buyers.iter().take(3);
        let names = names.filter_map(|row| atlas.segments.get(&map.tree.ids[*row]));
        let (names, english): (Vec<&str>, Vec<&str>) = names
            .map(|segment| (segment.name.as_str(), segment.english()))
            .unzip();
        let params = [
            ("count", count(buyers.len())),
            ("segments", names.join("、")),
            ("segments_en", english.join(", ")),
        ];
        reasons.push(Reason::new("bought_by", &params));
    }
    if let Some(parts) = standing.parts.filter(|_| standing.state != State::Strong) {
        if map.structure >= 0.5 {
            let percent = format!("{:.0}", map.structure * 100.0);
            reasons.push(Reason::new("by_structure", &[("percent", percent)]));
        }
        if parts.feasibility.is_none() {
            reasons.push(Reason::new("no_neighbour", &[]));
        }
    }
    if standing.single_supplier {
        reasons.push(Reason::new("single_supplier", &[]));
    }
    if let Some(rank) = standing.rank.filter(|_| standing.state != State::Strong) {
        let params = [
            ("rank", count(rank.place)),
            ("low", count(rank.low)),
            ("high", count(rank.high)),
        ];
        let code = match rank.low == rank.high {
            true => "ranked_same",
            false => "ranked",
        };
        reasons.push(Reason::new(code, &params));
        if rank.equal > 1 {
            let params = [("count", count(rank.equal - 1))];
            reasons.push(Reason::new("equal", &params));
        }
    }
    let judged = map
        .overrides
        .get(&row)
        .and_then(|id| atlas.overrides.get(id));
    if let Some(judged) = judged {
        let params = [("reason", judged.reason.clone())];
        reasons.push(Reason::new("judged", &params));
    }
    reasons
}
