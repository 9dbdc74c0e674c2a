//! Whom to call for a segment: firms elsewhere that make it, scored by parts.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use crate::atlas::{Atlas, Confidence, Firm, Role};
use crate::hash::IdMap;
use crate::index::{Facts, Held};
use crate::map::{Linked, Map, Standing};
use crate::parks;
use crate::relate::Relations;
use crate::settings::Settings;
use crate::tree::Tree;

/// Signs of expansion older than this say nothing.
const OLD_SIGNS: f64 = 24.0;
/// Months after which a sign of expansion counts half.
const HALF_LIFE: f64 = 12.0;
/// Days for which a firm that turned us down is left alone.
const REST_DAYS: i64 = 183;
/// Makers of a chain in one park that press on each other.
const CROWD: f64 = 10.0;
/// Local firms to sell to or buy from that make a firm feel at home.
const NEIGHBOURS: f64 = 3.0;
/// Tags of firms that others follow.
const NAMED: &[&str] = &[
    "上市",
    "500强",
    "央企",
    "专精特新",
    "小巨人",
    "单项冠军",
    "独角兽",
    "高新技术",
    "老字号",
];

/// The parts of a target's score, each 0 to 1; absent when nothing is known,
/// and then neither for the target nor against it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TargetParts {
    /// How well its products fit the segment.
    pub fit: Option<f64>,
    /// How much of the unmet need it could make.
    pub capacity: Option<f64>,
    /// How likely it is to build something.
    pub propensity: Option<f64>,
    /// How many local firms it could sell to or buy from.
    pub linkage: Option<f64>,
    /// How crowded the park is where it sits.
    pub transfer: Option<f64>,
    /// Its standing.
    pub quality: Option<f64>,
}

impl TargetParts {
    fn all(&self) -> [Option<f64>; 6] {
        [
            self.fit,
            self.capacity,
            self.propensity,
            self.linkage,
            self.transfer,
            self.quality,
        ]
    }

    /// Of how many something is known.
    fn known(&self) -> usize {
        self.all().iter().flatten().count()
    }
}

/// A target of one segment as far as the score goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The firm.
    pub firm: Uuid,
    /// The link that makes it a target.
    pub link: Uuid,
    /// 0 to 100; absent where evidence is too little.
    pub score: Option<f64>,
    /// How far the evidence may be trusted, 0 to 1.
    pub confidence: f64,
    /// The parts.
    pub parts: TargetParts,
    /// How far away its park is, in kilometres.
    pub distance_km: Option<f64>,
}

impl Scored {
    /// The better first, those without a number last. Of equal ones that of which
    /// more is known, then the nearer, then the record that is older.
    pub fn before(&self, other: &Self) -> Ordering {
        let number = |one: &Self| one.score.unwrap_or(-1.0);
        let far = |one: &Self| one.distance_km.unwrap_or(f64::INFINITY);
        number(other)
            .total_cmp(&number(self))
            .then_with(|| other.parts.known().cmp(&self.parts.known()))
            .then_with(|| far(self).total_cmp(&far(other)))
            .then_with(|| self.firm.cmp(&other.firm))
    }
}

/// Something that speaks for or about a target; its sentence stands in the
/// words under `chain.reason.<code>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Which.
    pub code: &'static str,
    /// What the sentence names.
    pub params: BTreeMap<&'static str, String>,
}

impl Reason {
    /// A reason with what its sentence names.
    pub fn new(code: &'static str, params: &[(&'static str, String)]) -> Self {
        Self {
            code,
            params: params.iter().cloned().collect(),
        }
    }
}

/// A target with everything that speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The row of the segment.
    pub row: usize,
    /// The score.
    pub scored: Scored,
    /// Why.
    pub reasons: Vec<Reason>,
    /// How far away its park is, in kilometres.
    pub distance_km: Option<f64>,
    /// The office that covers it.
    pub office: Option<Uuid>,
    /// The lead there is.
    pub lead: Option<Uuid>,
    /// The office that claims it.
    pub claimed_by: Option<Uuid>,
    /// When it was last visited.
    pub last_visit: Option<NaiveDate>,
}

/// The number behind a confidence.
pub fn trust(confidence: Option<Confidence>) -> f64 {
    match confidence {
        Some(Confidence::High) => 1.0,
        Some(Confidence::Medium) => 0.8,
        Some(Confidence::Low) => 0.5,
        None => 0.6,
    }
}

/// The targets of every leaf, best first.
pub(crate) fn scores(
    atlas: &Atlas,
    tree: &Tree,
    linked: &Linked<'_>,
    relations: &Relations,
    rows: &[Standing],
    settings: &Settings,
    today: NaiveDate,
) -> Vec<Vec<Scored>> {
    let weights = Weights::of(settings);
    let turned_down = turned_down(atlas, today);
    let crowds = crowds(linked);
    let distances = parks::distances(atlas);
    let neighbours = neighbours(tree, relations, rows);
    // Used again row by row, so that they stay near.
    let (mut found, mut order) = (Vec::new(), Vec::new());
    let mut of_row = |row: usize| {
        found.clear();
        for entry in &linked.by_row[row] {
            let firm = entry.firm;
            let ours = entry.local || entry.barred || turned_down.contains(&firm.id);
            if ours || entry.role != Role::Makes {
                continue;
            }
            let case = Case {
                firm,
                held: entry.held,
                standing: &rows[row],
                leaves: entry.links,
                neighbours: neighbours[row],
                crowd: firm.park.and_then(|park| crowds.get(&park)).copied(),
                distance_km: firm.park.and_then(|park| distances.get(&park)).copied(),
            };
            let scored = case.score(&weights, today);
            match found
                .last_mut()
                .filter(|known: &&mut Scored| known.firm == firm.id)
            {
                Some(known) if known.score < scored.score => *known = scored,
                Some(_) => {}
                None => found.push(scored),
            }
        }
        sorted(&found, &mut order)
    };
    (0..tree.len())
        .map(|row| match tree.is_leaf(row) {
            true => of_row(row),
            false => Vec::new(),
        })
        .collect()
}

/// Best first. `order` is only lent.
fn sorted(scored: &[Scored], order: &mut Vec<(f64, usize)>) -> Vec<Scored> {
    order.clear();
    let scores = scored.iter().map(|one| one.score.unwrap_or(-1.0));
    order.extend(scores.zip(0..));
    order.sort_unstable_by(|a, b| {
        let equal = || scored[a.1].before(&scored[b.1]);
        b.0.total_cmp(&a.0).then_with(equal)
    });
    order.iter().map(|(_, at)| scored[*at]).collect()
}

/// One firm looked at for one segment.
struct Case<'a> {
    firm: &'a Facts,
    held: &'a Held,
    standing: &'a Standing,
    leaves: usize,
    neighbours: f64,
    crowd: Option<f64>,
    distance_km: Option<f64>,
}

impl Case<'_> {
    fn score(&self, weights: &Weights, today: NaiveDate) -> Scored {
        let parts = TargetParts {
            fit: Some(self.fit()),
            capacity: match (self.held.capacity, self.standing.unmet) {
                (Some(capacity), Some(unmet)) if unmet > 0.0 => Some((capacity / unmet).min(1.0)),
                _ => None,
            },
            propensity: self.propensity(weights.unknown, today),
            linkage: Some((self.neighbours / NEIGHBOURS).min(1.0)),
            transfer: self.crowd.map(|firms| (firms / CROWD).min(1.0)),
            quality: self.firm.quality,
        };
        let confidence = self.confidence(weights);
        let enough = confidence >= weights.least_confidence;
        Scored {
            firm: self.firm.id,
            link: self.held.link,
            score: enough.then(|| 100.0 * confidence * weights.taken_together(&parts)),
            confidence,
            parts,
            distance_km: self.distance_km,
        }
    }

    fn confidence(&self, weights: &Weights) -> f64 {
        let both = self.held.trust.min(self.firm.trust);
        if self.held.confirmed {
            return both.max(trust(Some(Confidence::Medium)));
        }
        match self.held.scope_only {
            true => both.min(weights.scope) * trust(Some(Confidence::Medium)),
            false => both,
        }
    }

    /// Its products name the segment, and it does little else.
    fn fit(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a number of segments")]
        let focus = 1.0 / (self.leaves.max(1) as f64).sqrt();
        (if self.held.named { 0.8 } else { 0.55 }) + 0.2 * focus
    }

    /// A sign speaks for a firm, the less the older it is, and never against it:
    /// of a firm without one nothing is known. One without a day counts as old.
    fn propensity(&self, unknown: f64, today: NaiveDate) -> Option<f64> {
        let months = match self.firm.signs_date {
            #[expect(clippy::cast_precision_loss, reason = "a number of days")]
            Some(date) => (today - date).num_days().max(0) as f64 / 30.44,
            None if self.firm.signs => OLD_SIGNS,
            None => return None,
        };
        let fresh = 0.5_f64.powf(months / HALF_LIFE);
        (months <= OLD_SIGNS).then_some(unknown + (1.0 - unknown) * fresh)
    }
}

/// A firm's standing, 0 to 1; absent when nothing is known.
pub(crate) fn quality(firm: &Firm) -> Option<f64> {
    let known = |tag: &String| NAMED.iter().any(|known| tag.contains(known));
    if firm.listed || firm.tags.iter().any(known) {
        return Some(1.0);
    }
    match firm.employees {
        Some(people) if people >= 1_000 => Some(0.8),
        Some(people) if people >= 300 => Some(0.5),
        Some(_) => Some(0.3),
        None => None,
    }
}

/// The numbers of the formula, looked up once.
struct Weights {
    parts: [f64; 6],
    unknown: f64,
    least_confidence: f64,
    scope: f64,
}

impl Weights {
    fn of(settings: &Settings) -> Self {
        let parts = [
            "target_fit",
            "target_capacity",
            "target_propensity",
            "target_linkage",
            "target_transfer",
            "target_quality",
        ];
        Self {
            parts: parts.map(|name| settings.get(name)),
            unknown: settings.get("unknown_part"),
            least_confidence: settings.get("least_confidence"),
            scope: settings.get("scope_weight"),
        }
    }

    /// The parts taken together. One of which nothing is known counts as much as the
    /// rules say: left out, it would make best who is known least.
    fn taken_together(&self, parts: &TargetParts) -> f64 {
        let values = parts.all().map(|value| value.unwrap_or(self.unknown));
        let sum: f64 = values.iter().zip(self.parts).map(|(a, b)| a * b).sum();
        let all: f64 = self.parts.iter().sum();
        if all > 0.0 { sum / all } else { 0.0 }
    }
}

/// Firms whose lead was given up of late.
fn turned_down(atlas: &Atlas, today: NaiveDate) -> BTreeSet<Uuid> {
    let lately = |date: NaiveDate| (today - date).num_days() < REST_DAYS;
    let closed = atlas.leads.values().filter(|lead| !lead.open);
    closed
        .filter(|lead| lead.reported.is_some_and(lately))
        .filter_map(|lead| lead.firm)
        .collect()
}

/// How many makers of the chain sit in each park.
fn crowds(linked: &Linked<'_>) -> IdMap<f64> {
    let mut crowds = IdMap::default();
    for of_firm in linked.firms() {
        if let Some(park) = of_firm[0].firm.park {
            *crowds.entry(park).or_insert(0.0) += 1.0;
        }
    }
    crowds
}

/// How many local firms stand before or after each leaf.
fn neighbours(tree: &Tree, relations: &Relations, rows: &[Standing]) -> Vec<f64> {
    let mut found = vec![0.0_f64; tree.len()];
    for flow in &relations.flows {
        for (one, other) in [(flow.from, flow.to), (flow.to, flow.from)] {
            #[expect(clippy::cast_precision_loss, reason = "a number of firms")]
            let local = rows[other].total.local as f64;
            for leaf in tree.leaves(one) {
                found[leaf] += local;
            }
        }
    }
    found
}

/// Tells a target in full.
pub fn tell(atlas: &Atlas, map: &Map, row: usize, scored: Scored) -> Target {
    let mut reasons = Vec::new();
    let segment = atlas.segments.get(&map.tree.ids[row]);
    let firm = atlas.firms.get(&scored.firm);
    let link = atlas.links.get(&scored.link);
    let product = link
        .and_then(|link| link.product.clone())
        .or_else(|| firm.and_then(|firm| firm.products.clone()));
    if let (Some(product), Some(segment)) = (product, segment) {
        let params = [
            ("segment", segment.name.clone()),
            ("segment_en", segment.english().to_owned()),
            ("product", product),
        ];
        reasons.push(Reason::new("fits", &params));
    }
    reasons.extend(sides(atlas, map, row));
    if let Some(firm) = firm {
        reasons.extend(about(firm));
    }
    let place = firm
        .map(|firm| parks::reach(atlas, firm))
        .unwrap_or_default();
    if let Some(park) = place.park.and_then(|park| atlas.parks.get(&park)) {
        let far = place
            .distance_km
            .map(|far| format!("{far:.0}"))
            .unwrap_or_default();
        let code = if far.is_empty() {
            "in_park"
        } else {
            "near_park"
        };
        let params = [("park", park.name.clone()), ("km", far)];
        reasons.push(Reason::new(code, &params));
    }
    if let Some(office) = place.office.and_then(|office| atlas.offices.get(&office)) {
        reasons.push(Reason::new("office", &[("office", office.name.clone())]));
    }
    let mut target = Target {
        row,
        scored,
        reasons,
        distance_km: place.distance_km,
        office: place.office,
        lead: None,
        claimed_by: None,
        last_visit: None,
    };
    contact(atlas, &mut target);
    target
}

/// Local firms that would buy from it or sell to it.
fn sides(atlas: &Atlas, map: &Map, row: usize) -> Vec<Reason> {
    let path = map.tree.path(row);
    let mut sides: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    for flow in map.relations.touching(&map.tree, row) {
        let (code, other) = match path.contains(&flow.from) {
            true => ("sells_to", flow.to),
            false => ("buys_from", flow.from),
        };
        for at in map.tree.inside(other) {
            let links = map.links[at]
                .iter()
                .filter_map(|link| atlas.links.get(link));
            for link in links.filter(|link| link.role != Role::Needs) {
                if let Some(firm) = atlas.firms.get(&link.firm).filter(|firm| firm.local) {
                    let name = firm.short_name.as_ref().unwrap_or(&firm.name);
                    sides.entry(code).or_default().insert(name.clone());
                }
            }
        }
    }
    let told = sides.into_iter();
    told.map(|(code, firms)| {
        let count = firms.len().to_string();
        let firms: Vec<String> = firms.into_iter().take(5).collect();
        Reason::new(code, &[("firms", firms.join("、")), ("count", count)])
    })
    .collect()
}

fn about(firm: &Firm) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if !firm.tags.is_empty() {
        reasons.push(Reason::new("tags", &[("tags", firm.tags.join("、"))]));
    }
    if let Some(people) = firm.employees {
        reasons.push(Reason::new("size", &[("people", people.to_string())]));
    }
    if let Some(signs) = &firm.expansion_signs {
        let date = firm.expansion_date.map(|date| date.to_string());
        let params = [("signs", signs.clone()), ("date", date.unwrap_or_default())];
        reasons.push(Reason::new("expands", &params));
    }
    reasons
}

/// Leads, claims and visits there are.
fn contact(atlas: &Atlas, target: &mut Target) {
    let firm = Some(target.scored.firm);
    let mut leads: Vec<_> = atlas.leads.values().collect();
    leads.retain(|lead| lead.firm == firm && lead.open);
    leads.sort_unstable_by_key(|lead| lead.id);
    if let Some(lead) = leads.first() {
        target.lead = Some(lead.id);
        target.claimed_by = lead.office;
        let office = lead.office.and_then(|office| atlas.offices.get(&office));
        let name = office.map(|office| office.name.clone());
        let code = if name.is_some() {
            "claimed"
        } else {
            "has_lead"
        };
        let params = [("office", name.unwrap_or_default())];
        target.reasons.push(Reason::new(code, &params));
    }
    let visits = atlas.visits.values().filter(|visit| visit.firm == firm);
    target.last_visit = visits.filter_map(|visit| visit.date).max();
    if let Some(date) = target.last_visit {
        let params = [("date", date.to_string())];
        target.reasons.push(Reason::new("visited", &params));
    }
}
