//! How near a segment is to what the zone can do already.

use std::collections::HashMap;

use crate::atlas::{Atlas, Role, State};
use crate::map::{Linked, Map, Standing};
use crate::relate::Relations;

/// Cities that are added to every overlap, so that two segments of one city
/// each are not taken for inseparable.
const SHRINKAGE: f32 = 2.0;

/// F of every leaf: how much of what it belongs with is here. Two segments
/// belong together when one supplies the other, or when the cities that have
/// one have the other.
pub(crate) fn feasibility(
    linked: &Linked<'_>,
    relations: &Relations,
    strong: &[bool],
    rows: &[Standing],
) -> Vec<f64> {
    let leaves = &relations.leaves;
    let cities = Cities::of(linked, relations);
    let here: Vec<f64> = leaves
        .iter()
        .enumerate()
        .map(|(place, row)| match strong[place] {
            true => 1.0,
            false => rows[*row].coverage.unwrap_or(0.0),
        })
        .collect();
    let count = leaves.len();
    let mut sums = vec![(0.0_f64, 0.0_f64); count];
    for a in 0..count {
        for b in a + 1..count {
            let near = f64::from(relations.near(a, b).max(cities.together(a, b)));
            if near > 0.0 {
                sums[a].0 += near * here[b];
                sums[a].1 += near;
                sums[b].0 += near * here[a];
                sums[b].1 += near;
            }
        }
    }
    let parts = sums.into_iter();
    parts
        .map(|(near, all)| if all > 0.0 { near / all } else { 0.0 })
        .collect()
}

/// How many cities have each leaf, and each two of them.
struct Cities {
    leaves: usize,
    both: Vec<u16>,
    counts: Vec<u16>,
}

impl Cities {
    fn of(linked: &Linked<'_>, relations: &Relations) -> Self {
        let leaves = relations.leaves.len();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut marks: Vec<(usize, usize)> = Vec::with_capacity(linked.all.len());
        for of_firm in linked.all.chunk_by(|a, b| a.id == b.id) {
            let city = of_firm.first().and_then(|entry| entry.firm.city.as_deref());
            let Some(city) = city else { continue };
            let next = numbers.len();
            let number = *numbers.entry(city).or_insert(next);
            let makes = of_firm.iter().filter(|entry| entry.role == Role::Makes);
            let places = makes.map(|entry| (number, relations.place(entry.row)));
            // A link to a group has no place among the leaves.
            marks.extend(places.filter(|(_, place)| *place < leaves));
        }
        marks.sort_unstable();
        marks.dedup();
        let mut cities = Self {
            leaves,
            both: vec![0; leaves * leaves],
            counts: vec![0; leaves],
        };
        for of_city in marks.chunk_by(|a, b| a.0 == b.0) {
            for (at, (_, a)) in of_city.iter().enumerate() {
                cities.counts[*a] = cities.counts[*a].saturating_add(1);
                let row = &mut cities.both[a * leaves..(a + 1) * leaves];
                for (_, b) in &of_city[at + 1..] {
                    row[*b] = row[*b].saturating_add(1);
                }
            }
        }
        cities
    }

    /// The lesser of the chances that a city with one has the other; `a`
    /// stands before `b`.
    fn together(&self, a: usize, b: usize) -> f32 {
        let most = self.counts[a].max(self.counts[b]);
        f32::from(self.both[a * self.leaves + b]) / (f32::from(most) + SHRINKAGE)
    }
}

/// What a local firm lacks and whom it could supply: 以商招商.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Around {
    /// Leaves that supply it, or that it says it needs, and that are not
    /// strong here; the heaviest gap first.
    pub needs: Vec<usize>,
    /// Leaves that take what it makes.
    pub outlets: Vec<usize>,
}

/// What lies around a firm in a chain.
pub fn around(atlas: &Atlas, map: &Map, firm: uuid::Uuid) -> Around {
    let mut around = Around::default();
    for link in atlas.links.values().filter(|link| link.firm == firm) {
        let Some(row) = map.tree.rows.get(&link.segment).copied() else {
            continue;
        };
        if link.role == Role::Needs {
            around.needs.extend(map.tree.leaves(row));
            continue;
        }
        let path = map.tree.path(row);
        for flow in &map.relations.flows {
            if path.contains(&flow.to) {
                around.needs.extend(map.tree.leaves(flow.from));
            }
            if path.contains(&flow.from) {
                around.outlets.extend(map.tree.leaves(flow.to));
            }
        }
    }
    let rows = &map.rows;
    around.needs.retain(|row| rows[*row].state != State::Strong);
    around.needs.sort_unstable_by(|a, b| {
        let gap = |row: usize| rows[row].gap.unwrap_or(-1.0);
        gap(*b).total_cmp(&gap(*a)).then(a.cmp(b))
    });
    around.needs.dedup();
    around.outlets.sort_unstable();
    around.outlets.dedup();
    around
}
