//! What a map of 400 segments and 20,000 firms costs, and how well firms are
//! placed on it.
//!
//! Prints one JSON line a measure: `{"name", "ours_us", "limit_us", "spread"}`
//! for times, `{"name", "found", "unit", "spread"}` for precision and recall.
//! These are measured on the enterprises of the starter atlas: their products
//! as text, their segments as truth. Misses were only ever looked at in every
//! second row, so the other half is told apart.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use suoji_chain::place::{Placer, Subject};
use suoji_chain::{
    Atlas, Chain, Confidence, Evidence, Firm, Index, Layer, Link, Map, Relation, RelationKind,
    Role, Segment, Settings, scope, targets,
};
use uuid::Uuid;

/// First-level segments, parts of each, and leaves of each of these.
const TREE: [usize; 3] = [20, 4, 5];
/// Relations.
const RELATIONS: usize = 1_200;
/// Firms of the map.
const FIRMS: usize = 20_000;
/// Firms of which one in so many is ours.
const OURS: usize = 20;
/// Targets of the segment that is ranked.
const TARGETS: usize = 5_000;
/// Timed rounds.
const ROUNDS: usize = 40;

type Anything = Result<(), Box<dyn std::error::Error>>;

/// A row of numbers that only looks like chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap_or(0)
    }

    fn id(&mut self) -> Uuid {
        let high = self.below(usize::MAX) as u64;
        Uuid::from_u64_pair(high, self.below(usize::MAX) as u64)
    }
}

fn main() -> Anything {
    let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let (mut atlas, chain, leaves) = atlas(&mut chance);
    let mut index = Index::of(&atlas);
    let settings = Settings::default();
    let links: Vec<Uuid> = atlas.links.keys().copied().collect();
    let mut turn = 0;
    measure("Gap scores, 20,000 firms, after one edit", 16.0, || {
        turn += 1;
        let edited = links[turn % links.len()];
        if let Some(link) = atlas.links.get_mut(&edited) {
            link.segment = leaves[turn % leaves.len()];
            link.version += 1;
        }
        index.follow(&atlas, &[edited]);
        std::hint::black_box(Map::of(&atlas, &index, chain, &settings, day));
    })?;
    for link in atlas.links.values_mut().take(TARGETS) {
        link.segment = leaves[0];
    }
    let index = Index::of(&atlas);
    let map = Map::of(&atlas, &index, chain, &settings, day);
    let row = map.tree.rows[&leaves[0]];
    measure(
        "Ranking of 5,000 targets, the best 50 with reasons",
        20.0,
        || {
            let mut ranked = map.targets[row].clone();
            ranked.sort_unstable_by(|a, b| {
                let score = |one: &targets::Scored| one.score.unwrap_or(-1.0);
                score(b).total_cmp(&score(a)).then(a.firm.cmp(&b.firm))
            });
            for scored in ranked.iter().take(50) {
                std::hint::black_box(targets::tell(&atlas, &map, row, *scored));
            }
        },
    )?;
    place()
}

/// The time this thread has run, which other programs do not lengthen; by the
/// clock where the system does not tell.
fn now(start: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// Times something and prints the line.
fn measure(name: &str, limit_ms: f64, mut run: impl FnMut()) -> Anything {
    run();
    let start = Instant::now();
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..ROUNDS {
        let begun = now(start);
        run();
        times.push(now(start).saturating_sub(begun));
    }
    // The system counts in steps, so that only the mean of many rounds is fine
    // enough.
    let mean = times.iter().sum::<Duration>().as_secs_f64() * 1e6 / times.len() as f64;
    times.sort_unstable();
    let at = |part: usize| times[(times.len() - 1) * part / 100].as_secs_f64() * 1e6;
    print(
        name,
        mean,
        limit_ms * 1e3,
        &format!("p95 {:.1} ms", at(95) / 1e3),
    )
}

fn print(name: &str, ours: f64, limit: f64, spread: &str) -> Anything {
    writeln!(
        std::io::stdout(),
        "{{\"name\": \"{name}\", \"ours_us\": {ours:.1}, \"limit_us\": {limit:.1}, \"spread\": \"{spread}\"}}"
    )?;
    Ok(())
}

fn segment(id: Uuid, chain: Uuid, parent: Option<Uuid>, at: usize) -> Segment {
    Segment {
        id,
        version: 1,
        chain,
        parent,
        layer: Layer::Midstream,
        order_key: format!("{at:05}i"),
        name: format!("环节{at}"),
        name_en: None,
        code: None,
        aliases: Vec::new(),
        keywords: vec![format!("产品{at}")],
        products: Vec::new(),
        gbt4754_codes: Vec::new(),
        description: None,
        must_have: at.is_multiple_of(7),
        chokepoint: at.is_multiple_of(11),
        policy_priority: None,
        benchmark_need: None,
        need_unit: None,
        confidence: None,
        source: None,
    }
}

fn atlas(chance: &mut Chance) -> (Atlas, Uuid, Vec<Uuid>) {
    let mut atlas = Atlas::default();
    let chain = chance.id();
    let of = Chain {
        id: chain,
        version: 1,
        code: "bench".to_owned(),
        name: "bench".to_owned(),
        name_en: None,
        order_key: "i".to_owned(),
        atlas_version: None,
    };
    atlas.chains.insert(chain, of);
    let mut leaves = Vec::new();
    let mut at = 0;
    let mut add = |atlas: &mut Atlas, chance: &mut Chance, parent: Option<Uuid>| {
        let id = chance.id();
        at += 1;
        atlas.segments.insert(id, segment(id, chain, parent, at));
        id
    };
    for _ in 0..TREE[0] {
        let first = add(&mut atlas, chance, None);
        for _ in 0..TREE[1] {
            let second = add(&mut atlas, chance, Some(first));
            for _ in 0..TREE[2] {
                leaves.push(add(&mut atlas, chance, Some(second)));
            }
        }
    }
    for _ in 0..RELATIONS {
        let id = chance.id();
        let relation = Relation {
            id,
            version: 1,
            from: leaves[chance.below(leaves.len())],
            to: leaves[chance.below(leaves.len())],
            kind: RelationKind::Supplies,
            what: None,
            coefficient: None,
            share: None,
            critical: false,
            confidence: None,
            source: None,
        };
        atlas.relations.insert(id, relation);
    }
    for n in 0..FIRMS {
        let firm = firm(chance.id(), n, chance.below(340));
        for _ in 0..2 {
            let id = chance.id();
            let link = link(id, firm.id, leaves[chance.below(leaves.len())]);
            atlas.links.insert(id, link);
        }
        atlas.firms.insert(firm.id, firm);
    }
    (atlas, chain, leaves)
}

fn firm(id: Uuid, n: usize, city: usize) -> Firm {
    Firm {
        id,
        version: 1,
        name: format!("企业{n}有限公司"),
        short_name: None,
        region: None,
        city: Some(format!("城市{city}")),
        park: None,
        local: n.is_multiple_of(OURS),
        tags: Vec::new(),
        products: Some(format!("产品{n}、部件、总成")),
        listed: n.is_multiple_of(9),
        employees: None,
        barred: false,
        expansion_signs: None,
        expansion_date: None,
        confidence: Some(Confidence::High),
        source: None,
    }
}

fn link(id: Uuid, firm: Uuid, segment: Uuid) -> Link {
    Link {
        id,
        version: 1,
        firm,
        segment,
        role: Role::Makes,
        product: None,
        capacity: None,
        capacity_unit: None,
        utilisation: None,
        evidence: Some(Evidence::Reference),
        evidence_date: None,
        confidence: Some(Confidence::High),
        source: None,
        confirmed: false,
    }
}

/// A row of a text file by column.
type Line = BTreeMap<String, String>;

fn lines(text: &str) -> Result<Vec<Line>, csv::Error> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect()
}

fn list(text: &str) -> Vec<String> {
    let items = text.split(';').filter(|item| !item.is_empty());
    items.map(str::to_owned).collect()
}

/// Placing 20,000 scopes beside reading and normalising them, and how right
/// it is.
fn place() -> Anything {
    let rows = lines(include_str!("../../app/atlas/segments.csv"))?;
    let firms = lines(include_str!("../../app/atlas/enterprises.csv"))?;
    let mut ids: BTreeMap<String, Uuid> = BTreeMap::new();
    let mut names: BTreeMap<Uuid, String> = BTreeMap::new();
    let mut chance = Chance(42);
    for row in &rows {
        let id = chance.id();
        ids.insert(row["segment_id"].clone(), id);
        names.insert(id, row["segment_id"].clone());
    }
    let segments: Vec<Segment> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let parent = ids.get(&row["parent_id"]).copied();
            let mut one = segment(ids[&row["segment_id"]], Uuid::nil(), parent, at);
            one.name.clone_from(&row["name_zh"]);
            one.keywords = list(&row["keywords_zh"]);
            one.description = Some(row["description_zh"].clone());
            one.gbt4754_codes = list(&row["gbt4754_code"]);
            one
        })
        .collect();
    let placer = Placer::new(segments.iter(), &[])?;
    quality(&placer, &firms, &names)?;
    place_all(&placer, &firms, true)?;
    place_all(&placer, &firms, false)
}

/// Places 20,000 firms: with the standard wording that scopes repeat, as they
/// do, or with no clause twice.
fn place_all(placer: &Placer, firms: &[Line], standard: bool) -> Anything {
    let mut sheet = String::from("name,scope\n");
    for n in 0..20_000 {
        let firm = &firms[n % firms.len()];
        let other = &firms[(n * 7 + 3) % firms.len()];
        let kind = if standard {
            String::new()
        } else {
            format!("{n}型")
        };
        sheet.push_str(&format!(
            "{}{n},一般项目：{}{kind}制造；{}{kind}销售；技术服务、技术开发、技术咨询；货物进出口。\n",
            firm["name_zh"],
            firm["products_zh"].replace(',', "、"),
            other["products_zh"].replace(',', "、"),
        ));
    }
    let read = || -> Result<Vec<(String, String)>, csv::Error> {
        let rows: Vec<(String, String)> = csv::Reader::from_reader(sheet.as_bytes())
            .deserialize()
            .collect::<Result<_, _>>()?;
        let rows = rows
            .iter()
            .map(|(name, text)| (scope::normal(name), scope::normal(text)));
        Ok(rows.collect())
    };
    let (mut bare, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..if standard { 9 } else { 1 } {
        let start = Instant::now();
        let rows = read()?;
        bare.push(start.elapsed().as_secs_f64() * 1e6);
        let start = Instant::now();
        for (name, text) in &rows {
            std::hint::black_box(placer.place_normal(name, text, None));
        }
        ours.push(start.elapsed().as_secs_f64() * 1e6);
    }
    bare.sort_unstable_by(f64::total_cmp);
    ours.sort_unstable_by(f64::total_cmp);
    let middle = ours.len() / 2;
    if standard {
        let spread = format!("reading and normalising {:.1} ms", bare[middle] / 1e3);
        let limit = 3.0 * bare[middle];
        return print(
            "Placing of 20,000 business scopes",
            ours[middle],
            limit,
            &spread,
        );
    }
    writeln!(
        std::io::stdout(),
        "{{\"name\": \"Placing of 20,000 business scopes, no clause twice\", \"found\": {:.0}, \"unit\": \"ms\"}}",
        ours[middle] / 1e3
    )?;
    Ok(())
}

/// What was found, what is true, and what is both.
#[derive(Default)]
struct Tally {
    hits: usize,
    found: usize,
    truth: usize,
}

impl Tally {
    fn add(&mut self, found: &BTreeSet<String>, truth: &BTreeSet<String>) {
        self.hits += truth.intersection(found).count();
        self.found += found.len();
        self.truth += truth.len();
    }

    fn print(&self, what: &str) -> Anything {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred firms")]
        let percent = |all: usize| 100.0 * self.hits as f64 / all.max(1) as f64;
        for (name, all) in [("precision", self.found), ("recall", self.truth)] {
            writeln!(
                std::io::stdout(),
                "{{\"name\": \"Placing by products, {what}, {name}\", \"found\": {:.1}, \"unit\": \"%\", \"spread\": \"{} of {all}\"}}",
                percent(all),
                self.hits,
            )?;
        }
        Ok(())
    }
}

/// Precision and recall: of leaves, with a group taken for a wrong leaf and
/// without groups; of first-level segments; by chain; of every second row.
fn quality(placer: &Placer, firms: &[Line], names: &BTreeMap<Uuid, String>) -> Anything {
    let first = |code: &String| code.split('.').take(2).collect::<Vec<_>>().join(".");
    let groups: BTreeSet<&str> = names
        .values()
        .filter_map(|code| Some(code.rsplit_once('.')?.0))
        .collect();
    let mut told: BTreeMap<String, Tally> = BTreeMap::new();
    let labelled = firms.iter().filter(|firm| !firm["segments"].is_empty());
    for (at, firm) in labelled.enumerate() {
        let placed = placer.place(&Subject {
            name: "",
            scope: &firm["products_zh"],
            code: None,
        });
        let truth: BTreeSet<String> = list(&firm["segments"]).into_iter().collect();
        let sure = placed.sure().filter_map(|one| names.get(&one.segment));
        let sure: BTreeSet<String> = sure.cloned().collect();
        let (leaves, _): (BTreeSet<String>, BTreeSet<String>) = sure
            .iter()
            .cloned()
            .partition(|code| !groups.contains(code.as_str()));
        let mut add = |what: &str, found: &BTreeSet<String>, truth: &BTreeSet<String>| {
            told.entry(what.to_owned()).or_default().add(found, truth);
        };
        add("leaves", &leaves, &truth);
        add("leaves, groups counted as wrong", &sure, &truth);
        let above = |codes: &BTreeSet<String>| codes.iter().map(first).collect();
        add("first level", &above(&sure), &above(&truth));
        if !at.is_multiple_of(2) {
            add("leaves, rows never looked at", &leaves, &truth);
        }
        for chain in ["biopharma", "nev", "elevator"] {
            let of = |codes: &BTreeSet<String>| -> BTreeSet<String> {
                let codes = codes.iter().filter(|code| code.starts_with(chain));
                codes.cloned().collect()
            };
            add(&format!("leaves of {chain}"), &of(&leaves), &of(&truth));
        }
    }
    told.iter().try_for_each(|(what, tally)| tally.print(what))
}
