//! What to know before a firm is called.

use std::sync::Arc;

use serde_json::json;
use suoji_chain::needs::around;
use suoji_chain::targets::tell;
use suoji_chain::{Atlas, Evidence, Map, Reason, State, parks};
use suoji_model::kinds::{ENTERPRISE, LEAD, VISIT};
use suoji_model::log::Values;
use suoji_store::{Desk, Filter, Query, Record, Test};
use uuid::Uuid;

use super::book::text;
use super::local::outlet;
use super::maps::why;
use super::seek::ranked;
use super::told;
use super::trips::{day, some};
use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;

/// Fields of an enterprise that a sheet tells, in its order.
const FACTS: [&str; 13] = [
    "uscc",
    "nature",
    "parent_group",
    "listed_code",
    "registered_capital",
    "founded",
    "employees",
    "tags",
    "products",
    "expansion_signs",
    "expansion_date",
    "confidence",
    "source",
];
/// Segments and past contacts that are told.
const MOST: usize = 8;

/// Every map, so that many firms are told from the same.
pub(super) struct Known {
    atlas: Arc<Atlas>,
    maps: Vec<Arc<Map>>,
}

impl App {
    /// What to know before a firm is called.
    pub(crate) async fn chain_brief(&self, request: BriefRequest) -> Result<Brief, Fault> {
        let desk = self.desk().await?;
        let known = Known::read(self, &desk).await?;
        known
            .brief(&desk, request.enterprise, request.segment)
            .await
    }
}

impl Known {
    pub(super) async fn read(app: &App, desk: &Desk) -> Result<Self, Fault> {
        let atlas = app.kept_chains().look(desk).await?.atlas;
        let mut maps = Vec::new();
        for chain in atlas.chains() {
            maps.push(app.kept_chains().map(desk, chain.id, None).await?.1);
        }
        Ok(Self { atlas, maps })
    }

    /// One firm, for a gap or for the best it fits.
    pub(super) async fn brief(
        &self,
        desk: &Desk,
        enterprise: Uuid,
        segment: Option<Uuid>,
    ) -> Result<Brief, Fault> {
        let atlas = &self.atlas;
        // One in the bin is on no map, and may still be on a trip.
        let record = desk.record(&ENTERPRISE, enterprise).await?;
        let firm = atlas.firms.get(&enterprise);
        let found = self.fit(enterprise, segment);
        let reach = firm.map(|firm| parks::reach(atlas, firm));
        let reach = reach.unwrap_or_default();
        let mut brief = Brief {
            enterprise,
            name: text(&record.values, "name").to_owned(),
            short_name: some(&record.values, "short_name"),
            region: some(&record.values, "region"),
            park: firm.and_then(|firm| told::park(atlas, firm.park)),
            distance_km: reach.distance_km.map(told::tenth),
            office: told::office(atlas, reach.office),
            lead: None,
            facts: facts(&record.values),
            gap: None,
            score: None,
            reasons: Vec::new(),
            serves: Vec::new(),
            contacts: contacts(desk, enterprise).await?,
            questions: Vec::new(),
        };
        let leads = atlas.leads.values();
        let leads = leads.filter(|lead| lead.firm == Some(enterprise) && lead.open);
        brief.lead = leads.map(|lead| lead.id).min();
        if let Some((map, row)) = found {
            brief.gap = gap(atlas, map, row);
            let scored = map.tree.leaves(row).flat_map(|leaf| {
                let of = map.targets[leaf].iter().copied();
                of.filter(|scored| scored.firm == enterprise)
                    .map(move |scored| (leaf, scored))
            });
            let best = scored.max_by(|(_, a), (_, b)| {
                let score = |score: Option<f64>| score.unwrap_or(-1.0);
                score(a.score).total_cmp(&score(b.score))
            });
            if let Some((leaf, scored)) = best {
                let target = tell(atlas, map, leaf, scored);
                brief.score = target.scored.score.map(told::tenth);
                brief.reasons = target.reasons.iter().map(told::reason).collect();
            }
            let outlets = around(atlas, map, enterprise).outlets.into_iter();
            let outlets = outlets.filter_map(|row| outlet(atlas, map, row, enterprise));
            brief.serves = outlets.take(MOST).collect();
        }
        brief.questions = self
            .questions(enterprise, found, &brief)
            .iter()
            .map(told::reason)
            .collect();
        Ok(brief)
    }

    /// The row that a firm is called for: the one that is named, or its best open gap, or
    /// else the first segment it stands in.
    fn fit(&self, firm: Uuid, segment: Option<Uuid>) -> Option<(&Map, usize)> {
        let maps = || self.maps.iter().map(AsRef::as_ref);
        if let Some(segment) = segment {
            return maps().find_map(|map: &Map| Some((map, *map.tree.rows.get(&segment)?)));
        }
        let mut best: Option<(&Map, usize, f64)> = None;
        for map in maps() {
            for (row, scored) in ranked(map, &map.gaps()) {
                let score = scored.score.unwrap_or(-1.0);
                if scored.firm == firm && best.is_none_or(|(_, _, known)| known < score) {
                    best = Some((map, row, score));
                }
            }
        }
        let links = || self.atlas.links.values().filter(|link| link.firm == firm);
        best.map(|(map, row, _)| (map, row)).or_else(|| {
            maps().find_map(|map| {
                let rows = links().filter_map(|link| map.tree.rows.get(&link.segment));
                Some((map, *rows.min()?))
            })
        })
    }

    /// What nobody knows yet about a firm, as questions.
    fn questions(&self, firm: Uuid, found: Option<(&Map, usize)>, brief: &Brief) -> Vec<Reason> {
        let atlas = &self.atlas;
        let mut questions = Vec::new();
        if let (Some((map, row)), Some(gap)) = (found, &brief.gap) {
            let inside = map.tree.inside(row);
            let links = atlas.links.values().filter(|link| {
                let at = map.tree.rows.get(&link.segment);
                link.firm == firm && at.is_some_and(|at| inside.contains(at))
            });
            let name = |path: &[String]| path.last().cloned().unwrap_or_default();
            let segment = [
                ("segment", name(&gap.path)),
                ("segment_en", name(&gap.path_en)),
            ];
            let (mut linked, mut by_scope, mut known) = (false, true, false);
            for link in links {
                linked = true;
                by_scope &= link.evidence == Some(Evidence::BusinessScope);
                known |= link.capacity.is_some();
            }
            if linked && by_scope {
                questions.push(Reason::new("makes", &segment));
            }
            if !known {
                questions.push(Reason::new("capacity", &segment));
            }
        }
        let firms = brief.serves.iter().flat_map(|outlet| &outlet.firms);
        let mut firms: Vec<&str> = firms.map(|firm| firm.title.as_str()).collect();
        firms.sort_unstable();
        firms.dedup();
        firms.truncate(3);
        if !firms.is_empty() {
            let params = [("firms", firms.join("、"))];
            questions.push(Reason::new("supply", &params));
        }
        let signs = atlas.firms.get(&firm);
        match signs.and_then(|firm| firm.expansion_signs.clone()) {
            Some(signs) => questions.push(Reason::new("grows", &[("signs", signs)])),
            None => questions.push(Reason::new("expand", &[])),
        }
        questions.push(Reason::new("needs", &[]));
        questions.push(Reason::new("terms", &[]));
        questions
    }
}

fn gap(atlas: &Atlas, map: &Map, row: usize) -> Option<BriefGap> {
    let segment = atlas.segments.get(&map.tree.ids[row])?;
    let chain = atlas.chains.get(&segment.chain)?;
    let standing = &map.rows[row];
    let (path, path_en) = told::path(atlas, map, row);
    let ranked = standing.rank.filter(|_| standing.state != State::Strong);
    Some(BriefGap {
        chain: chain.code.clone(),
        chain_name: chain.name.clone(),
        chain_name_en: chain.name_en.clone(),
        segment: segment.id,
        path,
        path_en,
        state: standing.state.name().to_owned(),
        score: standing.gap.map(told::tenth),
        rank: ranked.map(|rank| told::number(rank.place)),
        why: why(atlas, map, row).iter().map(told::reason).collect(),
    })
}

fn facts(values: &Values) -> Vec<BriefFact> {
    let facts = FACTS.iter().filter_map(|field| {
        let value = values.get(*field)?;
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        (!empty).then(|| BriefFact {
            field: (*field).to_owned(),
            value: value.clone(),
        })
    });
    facts.collect()
}

/// Visits and leads of a firm, the latest first.
async fn contacts(desk: &Desk, firm: Uuid) -> Result<Vec<BriefContact>, Fault> {
    let query = Query {
        filters: vec![Filter {
            field: "enterprise".to_owned(),
            test: Test::Is,
            value: json!(firm),
        }],
        limit: u32::MAX,
        ..Query::default()
    };
    let told = |kind: &str, record: &Record, date: &str, title: &str, text: [&str; 2]| {
        let values = &record.values;
        BriefContact {
            kind: kind.to_owned(),
            id: record.id,
            date: day(values, date),
            title: some(values, title),
            text: text.iter().find_map(|field| some(values, field)),
        }
    };
    let mut contacts = Vec::new();
    for record in desk.select(&VISIT, &query).await?.rows {
        let text = ["result", "content"];
        contacts.push(told("visit", &record, "visit_date", "their_people", text));
    }
    for record in desk.select(&LEAD, &query).await?.rows {
        let text = ["progress", "next_step"];
        contacts.push(told("lead", &record, "reported_at", "name", text));
    }
    contacts.sort_by(|a, b| b.date.cmp(&a.date).then(b.id.cmp(&a.id)));
    contacts.truncate(MOST);
    Ok(contacts)
}
