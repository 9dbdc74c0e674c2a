//! Which park to visit: where one journey serves the most open gaps.

use std::collections::{BTreeMap, BTreeSet};

use suoji_model::Tree as Places;
use uuid::Uuid;

use crate::atlas::{Atlas, Firm, Park};
use crate::hash::IdMap;
use crate::map::Map;
use crate::targets::Scored;

/// How many targets of a park count for its score.
const MOST_TARGETS: usize = 20;
/// What a firm counts of which only the city is known: it may sit outside every
/// park. The parks of the city that are known for its chain share that evenly,
/// since it sits in one of them at the most.
const BY_CITY: f64 = 0.5;
/// The Earth's radius in kilometres.
const RADIUS_KM: f64 = 6371.0;

/// How to get to a firm.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Reach {
    /// The park it sits in.
    pub park: Option<Uuid>,
    /// How far that is from ours, in kilometres.
    pub distance_km: Option<f64>,
    /// The office of ours that covers the place.
    pub office: Option<Uuid>,
}

/// How to get to a firm.
pub fn reach(atlas: &Atlas, firm: &Firm) -> Reach {
    let park = firm.park.and_then(|park| atlas.parks.get(&park));
    Reach {
        park: park.map(|park| park.id),
        distance_km: park.and_then(|park| from_home(atlas, park)),
        office: firm
            .region
            .as_deref()
            .and_then(|region| covering(atlas, region)),
    }
}

/// The office whose region holds a place; the one with the smallest region.
pub fn covering(atlas: &Atlas, place: &str) -> Option<Uuid> {
    let mut covering: Vec<(&str, Uuid)> = atlas
        .offices
        .values()
        .filter_map(|office| Some((office.region.as_deref()?, office.id)))
        .filter(|(region, _)| !Places::Region.within(region, [place]).is_empty())
        .collect();
    covering.sort_unstable_by_key(|(region, id)| (std::cmp::Reverse(region.len()), *id));
    covering.first().map(|(_, id)| *id)
}

/// How far every park is from ours that has a position.
pub(crate) fn distances(atlas: &Atlas) -> IdMap<f64> {
    let Some(home) = home(atlas) else {
        return IdMap::default();
    };
    let parks = atlas.parks.values();
    parks
        .filter_map(|park| Some((park.id, distance_km(home, park.position?))))
        .collect()
}

/// How far a park is from ours.
pub fn from_home(atlas: &Atlas, park: &Park) -> Option<f64> {
    Some(distance_km(home(atlas)?, park.position?))
}

/// Where our own park is, longitude first.
fn home(atlas: &Atlas) -> Option<(f64, f64)> {
    let mut homes = atlas.parks.values().filter(|park| park.home);
    homes.find_map(|home| home.position)
}

/// The way over the Earth between two points, longitude first.
pub fn distance_km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (lat_a, lat_b) = (a.1.to_radians(), b.1.to_radians());
    let across = ((b.0 - a.0).to_radians() / 2.0).sin();
    let along = ((lat_b - lat_a) / 2.0).sin();
    let chord = along * along + lat_a.cos() * lat_b.cos() * across * across;
    2.0 * RADIUS_KM * chord.sqrt().clamp(0.0, 1.0).asin()
}

/// What is wrong with a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PositionFault {
    /// Longitude and latitude stand in each other's place.
    Swapped,
    /// The point lies outside China.
    Foreign,
}

/// Looks at a position, longitude first: a generous box round China.
pub fn check_position(longitude: f64, latitude: f64) -> Result<(), PositionFault> {
    let inside = |longitude: f64, latitude: f64| {
        (73.4..=135.2).contains(&longitude) && (17.9..=53.7).contains(&latitude)
    };
    if inside(longitude, latitude) {
        Ok(())
    } else if inside(latitude, longitude) {
        Err(PositionFault::Swapped)
    } else {
        Err(PositionFault::Foreign)
    }
}

/// A park as a journey's goal.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// The park.
    pub park: Uuid,
    /// What its best targets add up to.
    pub score: f64,
    /// The targets there, best first, each firm once, with its chain's place
    /// among the maps and the row of the gap it fits best.
    pub targets: Vec<(usize, usize, Scored)>,
    /// What each of these counts here: 1 for a firm known to sit there, less
    /// for one of which only the city is known.
    pub shares: Vec<f64>,
    /// The gaps a visit serves: place of the map, row, targets, best score.
    pub gaps: Vec<(usize, usize, usize, f64)>,
}

/// The parks by what their targets for open gaps add up to, highest first.
/// `only` leaves the other rows of the first map out.
pub fn rank(atlas: &Atlas, maps: &[&Map], only: Option<usize>) -> Vec<Goal> {
    let mut firms: BTreeMap<Uuid, Vec<(usize, usize, Scored)>> = BTreeMap::new();
    for (at, map) in maps.iter().enumerate() {
        for row in map.gaps() {
            if only.is_some_and(|only| !map.tree.inside(only).contains(&row)) {
                continue;
            }
            for scored in map.targets[row].iter().filter(|one| one.score.is_some()) {
                firms
                    .entry(scored.firm)
                    .or_default()
                    .push((at, row, *scored));
            }
        }
    }
    let mut by_city: BTreeMap<&str, Vec<Uuid>> = BTreeMap::new();
    for park in atlas.parks.values().filter(|park| !park.home) {
        if let Some(city) = park.city.as_deref() {
            by_city.entry(city).or_default().push(park.id);
        }
    }
    let code = |at: usize| Some(atlas.chains.get(&maps.get(at)?.chain)?.code.as_str());
    let mut parks: BTreeMap<Uuid, Goal> = BTreeMap::new();
    for (firm, cases) in firms {
        let Some(firm) = atlas.firms.get(&firm) else {
            continue;
        };
        let near: Vec<(Uuid, f64)> = match firm.park {
            Some(park) => vec![(park, 1.0)],
            None => {
                let city = firm.city.as_deref().and_then(|city| by_city.get(city));
                let codes = cases.iter().filter_map(|case| code(case.0)).collect();
                let near = known_for(atlas, city.map_or(&[], Vec::as_slice), &codes);
                #[expect(clippy::cast_precision_loss, reason = "a few parks")]
                let share = BY_CITY / near.len().max(1) as f64;
                near.into_iter().map(|park| (park, share)).collect()
            }
        };
        let known = |park: &Uuid| atlas.parks.get(park).is_some_and(|park| !park.home);
        for (park, share) in near.into_iter().filter(|(park, _)| known(park)) {
            let goal = parks.entry(park).or_insert_with(|| Goal {
                park,
                score: 0.0,
                targets: Vec::new(),
                shares: Vec::new(),
                gaps: Vec::new(),
            });
            goal.add(&cases, share);
        }
    }
    let mut goals: Vec<Goal> = parks.into_values().collect();
    for goal in &mut goals {
        goal.settle();
    }
    goals.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.park.cmp(&b.park)));
    goals
}

/// The parks of a city that are known for one of these chains; all of them where none is.
fn known_for(atlas: &Atlas, city: &[Uuid], codes: &BTreeSet<&str>) -> Vec<Uuid> {
    let fits = |park: &Uuid| {
        let park = atlas.parks.get(park);
        park.is_some_and(|park| park.chains.iter().any(|one| codes.contains(one.as_str())))
    };
    let known: Vec<Uuid> = city.iter().copied().filter(fits).collect();
    if known.is_empty() {
        city.to_vec()
    } else {
        known
    }
}

impl Goal {
    /// Adds a firm with the gaps it would fill.
    fn add(&mut self, cases: &[(usize, usize, Scored)], share: f64) {
        for (at, row, scored) in cases {
            let score = scored.score.unwrap_or(0.0);
            match self
                .gaps
                .iter_mut()
                .find(|gap| (gap.0, gap.1) == (*at, *row))
            {
                Some(gap) => {
                    gap.2 += 1;
                    gap.3 = gap.3.max(score);
                }
                None => self.gaps.push((*at, *row, 1, score)),
            }
        }
        let best = cases.iter().max_by(|a, b| {
            let score = |one: &Scored| one.score.unwrap_or(0.0);
            score(&a.2).total_cmp(&score(&b.2)).then(b.1.cmp(&a.1))
        });
        if let Some(best) = best {
            self.targets.push(*best);
            self.shares.push(share);
        }
    }

    /// Puts targets and gaps in order and adds up what counts.
    fn settle(&mut self) {
        let counts = |at: usize| self.targets[at].2.score.unwrap_or(0.0) * self.shares[at];
        let mut order: Vec<usize> = (0..self.targets.len()).collect();
        order.sort_unstable_by(|a, b| {
            counts(*b)
                .total_cmp(&counts(*a))
                .then(self.targets[*a].2.firm.cmp(&self.targets[*b].2.firm))
        });
        self.score = order.iter().take(MOST_TARGETS).map(|at| counts(*at)).sum();
        self.targets = order.iter().map(|at| self.targets[*at]).collect();
        self.shares = order.iter().map(|at| self.shares[*at]).collect();
        self.gaps
            .sort_unstable_by(|a, b| b.3.total_cmp(&a.3).then((a.0, a.1).cmp(&(b.0, b.1))));
    }
}
