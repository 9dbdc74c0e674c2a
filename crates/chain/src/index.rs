//! What every pass over the links of a map asks for, a narrow row each. It
//! stands beside an atlas and follows it row by row, so that one edit does not
//! read twenty thousand firms anew.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use crate::atlas::{Atlas, Evidence, Firm, Link, Role, Segment};
use crate::hash::IdMap;
use crate::targets::{quality, trust};

/// What maps ask about a firm.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    /// The record.
    pub(crate) id: Uuid,
    /// Whether it is one of ours.
    pub(crate) local: bool,
    /// Whether it is gone or on a black list.
    pub(crate) barred: bool,
    /// The number of its city.
    pub(crate) city: Option<usize>,
    /// The park it sits in.
    pub(crate) park: Option<Uuid>,
    /// The number behind its confidence.
    pub(crate) trust: f64,
    /// Its standing, 0 to 1.
    pub(crate) quality: Option<f64>,
    /// Whether there are signs that it expands.
    pub(crate) signs: bool,
    /// When these were seen.
    pub(crate) signs_date: Option<NaiveDate>,
}

/// What maps ask about a link.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    /// The record.
    pub(crate) link: Uuid,
    /// The segment.
    pub(crate) segment: Uuid,
    /// How firm and segment belong together.
    pub(crate) role: Role,
    /// Whether it rests on a business scope alone.
    pub(crate) scope_only: bool,
    /// Whether a person confirmed it.
    pub(crate) confirmed: bool,
    /// Whether its products name the segment.
    pub(crate) named: bool,
    /// The number behind its confidence.
    pub(crate) trust: f64,
    /// How much the firm can make.
    pub(crate) capacity: Option<f64>,
    /// The number of the unit of that.
    pub(crate) unit: Option<usize>,
    /// How much of the capacity is used, 0 to 1.
    pub(crate) utilisation: Option<f64>,
}

/// A firm with its links; the facts are absent while there is no such firm.
#[derive(Debug, Clone)]
struct Known {
    facts: Option<Facts>,
    links: Vec<Held>,
}

/// The index of an atlas.
#[derive(Debug, Clone, Default)]
pub struct Index {
    firms: BTreeMap<Uuid, Known>,
    owners: IdMap<Uuid>,
    cities: HashMap<String, usize>,
    units: HashMap<String, usize>,
}

impl Index {
    /// The index of everything in an atlas.
    pub fn of(atlas: &Atlas) -> Self {
        let mut index = Self::default();
        let links = atlas.links.values().map(|link| (link.firm, link.id));
        let mut links: Vec<(Uuid, Uuid)> = links.collect();
        links.sort_unstable();
        index.owners = links.iter().map(|(firm, link)| (*link, *firm)).collect();
        for of_firm in links.chunk_by(|a, b| a.0 == b.0) {
            let ids = of_firm.iter().map(|(_, link)| *link).collect();
            index.put(atlas, of_firm[0].0, ids);
        }
        index
    }

    /// Follows the atlas after these rows of it changed, came or went;
    /// `touched` may name rows of any kind.
    pub fn follow(&mut self, atlas: &Atlas, touched: &[Uuid]) {
        let mut redo: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
        for id in touched {
            if let Some(owner) = self.owners.remove(id) {
                redo.entry(owner).or_default();
            }
            if let Some(link) = atlas.links.get(id) {
                self.owners.insert(*id, link.firm);
                redo.entry(link.firm).or_default().insert(*id);
            }
            if self.firms.contains_key(id) {
                redo.entry(*id).or_default();
            }
        }
        for (firm, mut links) in redo {
            let known = self.firms.remove(&firm);
            let before = known.iter().flat_map(|known| &known.links);
            let still = before.filter(|held| self.owners.get(&held.link) == Some(&firm));
            links.extend(still.map(|held| held.link));
            self.put(atlas, firm, links.into_iter().collect());
        }
        self.look_at(atlas, touched);
    }

    /// Looks again at the links of the segments among these rows.
    fn look_at(&mut self, atlas: &Atlas, touched: &[Uuid]) {
        let segments: BTreeMap<Uuid, &Segment> = touched
            .iter()
            .filter_map(|id| Some((*id, atlas.segments.get(id)?)))
            .collect();
        if segments.is_empty() {
            return;
        }
        for (firm, known) in &mut self.firms {
            for held in &mut known.links {
                let segment = segments.get(&held.segment).copied();
                let rows = segment.zip(atlas.firms.get(firm));
                if let Some(((segment, firm), link)) = rows.zip(atlas.links.get(&held.link)) {
                    held.named = names(link, firm, segment);
                }
            }
        }
    }

    /// Keeps a firm with its links, in their order.
    fn put(&mut self, atlas: &Atlas, id: Uuid, links: Vec<Uuid>) {
        if links.is_empty() {
            return;
        }
        let firm = atlas.firms.get(&id);
        let facts = firm.map(|firm| Facts {
            id,
            local: firm.local,
            barred: firm.barred,
            city: firm
                .city
                .as_ref()
                .map(|city| number(&mut self.cities, city)),
            park: firm.park,
            trust: trust(firm.confidence),
            quality: quality(firm),
            signs: firm.expansion_signs.is_some(),
            signs_date: firm.expansion_date,
        });
        let links = links.iter().filter_map(|link| atlas.links.get(link));
        let held = links.map(|link| {
            let segment = firm.zip(atlas.segments.get(&link.segment));
            let unit = link.capacity_unit.as_ref();
            Held {
                link: link.id,
                segment: link.segment,
                role: link.role,
                scope_only: is_scope_only(link),
                confirmed: link.confirmed,
                named: segment.is_some_and(|(firm, segment)| names(link, firm, segment)),
                trust: trust(link.confidence),
                capacity: link.capacity,
                unit: unit.map(|unit| number(&mut self.units, unit)),
                utilisation: link.utilisation,
            }
        });
        let links = held.collect();
        self.firms.insert(id, Known { facts, links });
    }

    /// The firms that are there, in the order of their records, with their
    /// links.
    pub(crate) fn firms(&self) -> impl Iterator<Item = (&Facts, &[Held])> {
        let firms = self.firms.values();
        firms.filter_map(|known| Some((known.facts.as_ref()?, known.links.as_slice())))
    }

    /// How many links there are.
    pub(crate) fn links(&self) -> usize {
        self.owners.len()
    }

    /// How many cities there are; their numbers lie below.
    pub(crate) fn cities(&self) -> usize {
        self.cities.len()
    }

    /// The number of a unit that links name.
    pub(crate) fn unit(&self, name: &str) -> Option<usize> {
        self.units.get(name).copied()
    }
}

/// The number of a name, a new one where it has none.
fn number(numbers: &mut HashMap<String, usize>, name: &str) -> usize {
    match numbers.get(name) {
        Some(number) => *number,
        None => {
            let next = numbers.len();
            numbers.insert(name.to_owned(), next);
            next
        }
    }
}

/// Whether a link rests on a business scope alone.
fn is_scope_only(link: &Link) -> bool {
    link.evidence == Some(Evidence::BusinessScope) && !link.confirmed
}

/// Whether the products of a link name its segment by its name or one of its
/// words.
fn names(link: &Link, firm: &Firm, segment: &Segment) -> bool {
    let texts = [link.product.as_deref(), firm.products.as_deref()];
    let words = [&segment.aliases, &segment.keywords, &segment.products];
    let named = |text: &&str| {
        text.contains(segment.name.as_str())
            || words
                .into_iter()
                .flatten()
                .any(|word| text.contains(word.as_str()))
    };
    texts.iter().flatten().any(named)
}
