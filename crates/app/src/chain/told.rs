//! Maps as they travel.

use std::collections::BTreeMap;

use suoji_chain::{
    Atlas, Chain, Counts, Layer, Map, Parts, Reason, Relation, Settings, Share, Standing, Target,
    ranks,
};
use suoji_model::rule::yuan_text;
use suoji_model::words::{Language, word};
use uuid::Uuid;

use crate::contract::*;

/// A number of rows.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A score with one decimal.
pub(super) fn tenth(score: f64) -> f64 {
    (score * 10.0).round() / 10.0 + 0.0
}

/// A part with four decimals: more is noise, and longer to send. The sum of nothing is
/// minus zero, which nobody wants to read.
pub(super) fn part(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0 + 0.0
}

pub(super) fn share(share: &Share) -> ChainShare {
    ChainShare {
        value: share.value.map(part),
        measured: share.measured.map(part),
        known: number(share.known),
        leaves: number(share.leaves),
    }
}

pub(super) fn chain(atlas: &Atlas, chain: &Chain, map: &Map) -> ChainInfo {
    let mut local = std::collections::BTreeSet::new();
    let mut elsewhere = std::collections::BTreeSet::new();
    for link in map
        .links
        .iter()
        .flatten()
        .filter_map(|id| atlas.links.get(id))
    {
        match atlas.firms.get(&link.firm) {
            Some(firm) if firm.local => local.insert(firm.id),
            Some(firm) => elsewhere.insert(firm.id),
            None => false,
        };
    }
    ChainInfo {
        id: chain.id,
        version: chain.version,
        code: chain.code.clone(),
        name: chain.name.clone(),
        name_en: chain.name_en.clone(),
        atlas_version: chain.atlas_version,
        segments: number(map.tree.len()),
        leaves: number(map.share.leaves),
        relations: number(map.relations.flows.len()),
        local: number(local.len()),
        target: number(elsewhere.len()),
        gaps: number(map.gaps().len()),
        completeness: share(&map.share),
    }
}

pub(super) fn weights(settings: &Settings) -> ChainParts {
    let [importance, feasibility, availability, policy] = ranks::weights(settings).map(Some);
    ChainParts {
        importance,
        feasibility,
        availability,
        policy,
    }
}

pub(super) fn parts(parts: &Parts) -> ChainParts {
    ChainParts {
        importance: parts.importance.map(part),
        feasibility: parts.feasibility.map(part),
        availability: parts.availability.map(part),
        policy: parts.policy.map(part),
    }
}

fn counts(counts: &Counts) -> SegmentCounts {
    SegmentCounts {
        local: number(counts.local),
        target: number(counts.target),
        plan: number(counts.plan),
        need: number(counts.need),
        lead: number(counts.lead),
        project: number(counts.project),
        signed_yuan: yuan_text(counts.signed_fen),
    }
}

pub(super) fn layers(map: &Map) -> Vec<ChainLayer> {
    Layer::ALL
        .iter()
        .filter(|layer| map.layers.contains(layer))
        .map(|layer| ChainLayer {
            layer: layer.name().to_owned(),
            completeness: share(&map.layer_share(*layer)),
        })
        .collect()
}

pub(super) fn states(map: &Map, inside: Option<usize>) -> BTreeMap<String, u32> {
    let states = map.states(inside).into_iter();
    states
        .map(|(state, count)| (state.name().to_owned(), number(count)))
        .collect()
}

/// A segment with what people wrote about it and who judged it.
pub(super) fn segment(
    atlas: &Atlas,
    map: &Map,
    row: usize,
    changed: u32,
    people: &BTreeMap<Uuid, String>,
) -> Option<SegmentInfo> {
    let segment = atlas.segments.get(&map.tree.ids[row])?;
    let standing: &Standing = &map.rows[row];
    let leaf = map.tree.is_leaf(row);
    let judged = map
        .overrides
        .get(&row)
        .and_then(|id| atlas.overrides.get(id));
    Some(SegmentInfo {
        id: segment.id,
        version: segment.version,
        code: segment.code.clone(),
        parent: map.tree.parents[row].map(|parent| map.tree.ids[parent]),
        layer: segment.layer.name().to_owned(),
        order_key: segment.order_key.clone(),
        depth: number(map.tree.depths[row]),
        leaf,
        name: segment.name.clone(),
        name_en: segment.name_en.clone(),
        aliases: segment.aliases.clone(),
        keywords: segment.keywords.clone(),
        gbt4754_codes: segment.gbt4754_codes.clone(),
        description: segment.description.clone(),
        must_have: segment.must_have,
        chokepoint: segment.chokepoint,
        policy_priority: segment.policy_priority.clone(),
        confidence: segment
            .confidence
            .map(|confidence| confidence.name().to_owned()),
        source: segment.source.clone(),
        state: standing.state.name().to_owned(),
        computed: standing.computed.name().to_owned(),
        judged: judged.map(|judged| StateOverride {
            id: judged.id,
            version: judged.version,
            state: judged.state.name().to_owned(),
            reason: judged.reason.clone(),
            person: judged.person.map(|id| PersonRef {
                id,
                title: people.get(&id).cloned().unwrap_or_default(),
            }),
            expires_at: judged.expires.map(|date| date.to_string()),
        }),
        gap: standing.gap.map(tenth),
        rank: standing.rank.map(|rank| number(rank.place)),
        rank_low: standing.rank.map(|rank| number(rank.low)),
        rank_high: standing.rank.map(|rank| number(rank.high)),
        parts: standing.parts.as_ref().map(parts),
        coverage: standing.coverage.map(part),
        capacity_known: standing.capacity_known,
        lq: standing.quotient.map(part),
        hhi: standing.concentration.map(part),
        single_supplier: standing.single_supplier,
        states: (!leaf).then(|| states(map, Some(row))),
        direct: counts(&standing.direct),
        total: counts(&standing.total),
        changed,
    })
}

pub(super) fn relation(relation: &Relation) -> RelationInfo {
    RelationInfo {
        id: relation.id,
        version: relation.version,
        from: relation.from,
        to: relation.to,
        kind: relation.kind.name().to_owned(),
        what: relation.what.clone(),
        coefficient: relation.coefficient,
        share: relation.share,
        critical: relation.critical,
        confidence: relation
            .confidence
            .map(|confidence| confidence.name().to_owned()),
        source: relation.source.clone(),
    }
}

/// The names from the first level down to a row: as they are, and in English.
pub(super) fn path(atlas: &Atlas, map: &Map, row: usize) -> (Vec<String>, Vec<String>) {
    let path = map.tree.path(row).into_iter();
    let path = path.filter_map(|row| atlas.segments.get(&map.tree.ids[row]));
    path.map(|segment| (segment.name.clone(), segment.english().to_owned()))
        .unzip()
}

pub(super) fn reason(reason: &Reason) -> ChainReason {
    let params = reason.params.iter();
    let mut params: BTreeMap<String, String> = params
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    if let Some(tags) = params.get("tags") {
        let tags = tags.split('、').map(tag_in_english);
        params.insert(
            "tags_en".to_owned(),
            tags.collect::<Vec<String>>().join(", "),
        );
    }
    ChainReason {
        code: reason.code.to_owned(),
        params,
    }
}

/// A tag of the starter atlas in English; one of somebody's own as it was written.
fn tag_in_english(tag: &str) -> String {
    let known = format!("choice.enterprise.tags.{tag}");
    match word(Language::English, &known) {
        named if named == known => tag.to_owned(),
        named => named.to_owned(),
    }
}

pub(super) fn park(atlas: &Atlas, id: Option<Uuid>) -> Option<ChainRef> {
    let park = atlas.parks.get(&id?)?;
    Some(ChainRef {
        id: park.id,
        title: park.name.clone(),
    })
}

pub(super) fn office(atlas: &Atlas, id: Option<Uuid>) -> Option<ChainRef> {
    let office = atlas.offices.get(&id?)?;
    Some(ChainRef {
        id: office.id,
        title: office.name.clone(),
    })
}

pub(super) fn target(atlas: &Atlas, map: &Map, target: &Target) -> Option<ChainTarget> {
    let firm = atlas.firms.get(&target.scored.firm)?;
    let parts = &target.scored.parts;
    Some(ChainTarget {
        enterprise: firm.id,
        name: firm.name.clone(),
        short_name: firm.short_name.clone(),
        region: firm.region.clone(),
        park: park(atlas, firm.park),
        segment: map.tree.ids[target.row],
        score: target.scored.score.map(tenth),
        confidence: part(target.scored.confidence),
        parts: TargetParts {
            fit: parts.fit.map(part),
            capacity: parts.capacity.map(part),
            propensity: parts.propensity.map(part),
            linkage: parts.linkage.map(part),
            transfer: parts.transfer.map(part),
            quality: parts.quality.map(part),
        },
        reasons: target.reasons.iter().map(reason).collect(),
        distance_km: target.distance_km.map(tenth),
        office: office(atlas, target.office),
        lead: target.lead,
        claimed_by: office(atlas, target.claimed_by).map(|office| office.title),
        last_visit: target.last_visit.map(|date| date.to_string()),
        tags: firm.tags.clone(),
    })
}
