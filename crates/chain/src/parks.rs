//! Which park to visit: where one journey serves the most open gaps.

use std::collections::BTreeMap;

use suoji_model::Tree as Places;
use uuid::Uuid;

use crate::atlas::{Atlas, Firm, Park};
use crate::map::Map;
use crate::targets::Scored;

/// How many targets of a park count for its score.
const MOST_TARGETS: usize = 20;
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
        office: firm.region.as_deref().and_then(|region| covering(atlas, region)),
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

/// How far a park is from ours.
pub fn from_home(atlas: &Atlas, park: &Park) -> Option<f64> {
    let mut homes = atlas.parks.values().filter(|park| park.home);
    let home = homes.find_map(|home| home.position)?;
    Some(distance_km(home, park.position?))
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
                firms.entry(scored.firm).or_default().push((at, row, *scored));
            }
        }
    }
    let mut parks: BTreeMap<Uuid, Goal> = BTreeMap::new();
    for (firm, cases) in firms {
        let park = atlas.firms.get(&firm).and_then(|firm| firm.park);
        let Some(park) = park.filter(|park| atlas.parks.get(park).is_some_and(|p| !p.home)) else {
            continue;
        };
        let goal = parks.entry(park).or_insert_with(|| Goal {
            park,
            score: 0.0,
            targets: Vec::new(),
            gaps: Vec::new(),
        });
        for (at, row, scored) in &cases {
            let score = scored.score.unwrap_or(0.0);
            match goal.gaps.iter_mut().find(|gap| (gap.0, gap.1) == (*at, *row)) {
                Some(gap) => {
                    gap.2 += 1;
                    gap.3 = gap.3.max(score);
                }
                None => goal.gaps.push((*at, *row, 1, score)),
            }
        }
        let best = cases.into_iter().max_by(|a, b| {
            let score = |one: &Scored| one.score.unwrap_or(0.0);
            score(&a.2).total_cmp(&score(&b.2)).then(b.1.cmp(&a.1))
        });
        goal.targets.extend(best);
    }
    let mut goals: Vec<Goal> = parks.into_values().collect();
    for goal in &mut goals {
        let score = |one: &Scored| one.score.unwrap_or(0.0);
        goal.targets.sort_unstable_by(|a, b| {
            score(&b.2).total_cmp(&score(&a.2)).then(a.2.firm.cmp(&b.2.firm))
        });
        let counted = goal.targets.iter().take(MOST_TARGETS);
        goal.score = counted.map(|(_, _, scored)| score(scored)).sum();
        goal.gaps.sort_unstable_by(|a, b| b.3.total_cmp(&a.3).then(a.cmp_rows(b)));
    }
    goals.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.park.cmp(&b.park)));
    goals
}

/// Puts equal gaps in the order of the maps.
trait Rows {
    fn cmp_rows(&self, other: &Self) -> std::cmp::Ordering;
}

impl Rows for (usize, usize, usize, f64) {
    fn cmp_rows(&self, other: &Self) -> std::cmp::Ordering {
        (self.0, self.1).cmp(&(other.0, other.1))
    }
}
