//! How near a segment is to what the zone can do already.

use crate::atlas::{Atlas, Role, State};
use crate::map::{Linked, Map, Standing};
use crate::relate::Relations;

/// Cities that are added to every overlap, so that two segments of one city
/// each are not taken for inseparable.
const SHRINKAGE: f32 = 2.0;

/// F of every leaf: how much of what it belongs with is here. Two segments
/// belong together when one supplies the other, or when the cities that have
/// one have the other. Absent where it belongs with nothing, and as long as
/// nothing of the chain is here at all: there is nothing to be near to.
pub(crate) fn feasibility(
    linked: &Linked<'_>,
    relations: &Relations,
    strong: &[bool],
    rows: &[Standing],
) -> Vec<Option<f64>> {
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
    if here.iter().all(|here| *here <= 0.0) {
        return vec![None; count];
    }
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
        .map(|(near, all)| (all > 0.0).then(|| near / all))
        .collect()
}

/// Which cities have each leaf: a row of bits a leaf, a bit a city.
struct Cities {
    blocks: usize,
    bits: Vec<u64>,
    counts: Vec<u32>,
}

impl Cities {
    fn of(linked: &Linked<'_>, relations: &Relations) -> Self {
        let leaves = relations.leaves.len();
        let blocks = linked.index.cities().div_ceil(64);
        let mut bits = vec![0_u64; leaves * blocks];
        for entry in linked.all.iter().filter(|one| one.role == Role::Makes) {
            let place = relations.place(entry.row);
            // A link to a group has no place among the leaves.
            if let Some(city) = entry.firm.city.filter(|_| place < leaves) {
                bits[place * blocks + city / 64] |= 1 << (city % 64);
            }
        }
        let mut cities = Self {
            blocks,
            bits,
            counts: Vec::new(),
        };
        cities.counts = (0..leaves).map(|leaf| cities.both(leaf, leaf)).collect();
        cities
    }

    /// How many cities have both.
    fn both(&self, a: usize, b: usize) -> u32 {
        let of = |leaf: usize| &self.bits[leaf * self.blocks..(leaf + 1) * self.blocks];
        let pairs = of(a).iter().zip(of(b));
        pairs.map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// The lesser of the chances that a city with one has the other.
    fn together(&self, a: usize, b: usize) -> f32 {
        let most = self.counts[a].max(self.counts[b]);
        #[expect(clippy::cast_precision_loss, reason = "a number of cities")]
        let (both, most) = (self.both(a, b) as f32, most as f32);
        both / (most + SHRINKAGE)
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
