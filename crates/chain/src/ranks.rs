//! The weight of gaps, their order, and how sure that order is.

use crate::atlas::State;
use crate::map::{Parts, Standing};
use crate::settings::Settings;
use crate::targets::Scored;
use crate::tree::Tree;

/// How often the weights are shaken.
const DRAWS: usize = 200;
/// Where the shaking starts: the same picture for the same data.
const SEED: u64 = 0x5f0e_1c4a_9d2b_7e63;

/// A place among the gaps and where it may lie as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// From 1, the heaviest.
    pub place: usize,
    /// The best place of nine draws in ten.
    pub low: usize,
    /// The worst place of these.
    pub high: usize,
    /// How many gaps weigh the same, itself among them.
    pub equal: usize,
}

/// So many of the best targets tell gaps of the same weight apart.
const BEST: usize = 10;

/// The weights of the four parts.
type Weights = [f64; 4];

fn values(parts: &Parts) -> [Option<f64>; 4] {
    [
        parts.importance,
        parts.feasibility,
        parts.availability,
        parts.policy,
    ]
}

/// The weights in use.
pub fn weights(settings: &Settings) -> Weights {
    ["importance", "feasibility", "availability", "policy"].map(|name| settings.get(name))
}

/// A gap: what is not covered, by what makes it matter. Parts of which
/// nothing is known leave their weight to the others.
pub fn gap(coverage: f64, parts: &Parts, weights: &Weights) -> f64 {
    let (mut sum, mut all) = (0.0, 0.0);
    for (value, weight) in values(parts).iter().zip(weights) {
        if let Some(value) = value {
            sum += value * weight;
            all += weight;
        }
    }
    if all > 0.0 {
        100.0 * (1.0 - coverage) * sum / all
    } else {
        0.0
    }
}

/// Weighs and ranks the gaps: all leaves that are assessed and not strong.
///
/// Of gaps that weigh the same, that goes first whose segment the chain needs
/// more (a must-have, a chokepoint), then that with the better targets, then
/// that which more firms make elsewhere, then as they stand in the tree. A
/// place that only these told apart is no surer than the others among them:
/// `low` and `high` count them.
pub(crate) fn rank(
    tree: &Tree,
    targets: &[Vec<Scored>],
    rows: &mut [Standing],
    settings: &Settings,
) {
    let used = weights(settings);
    let mut open = Vec::new();
    for (row, standing) in rows.iter_mut().enumerate() {
        if !tree.is_leaf(row) {
            continue;
        }
        if let (Some(parts), Some(coverage)) = (standing.parts, standing.coverage) {
            standing.gap = Some(gap(coverage, &parts, &used));
            if !matches!(standing.state, State::Strong | State::Unknown) {
                open.push((row, coverage, parts));
            }
        }
    }
    let reach = |row: usize| -> f64 {
        let best = targets.get(row).into_iter().flatten().take(BEST);
        best.filter_map(|target| target.score).sum()
    };
    // A stable sort: what is left equal stays as it stands in the tree.
    open.sort_by_cached_key(|(row, _, _)| {
        let standing = &rows[*row];
        let needed = (standing.weight * PRECISION).round();
        let reach = (reach(*row) * PRECISION).round();
        #[expect(clippy::cast_possible_truncation, reason = "at most some thousands")]
        let key = (needed as i64, reach as i64, standing.total.target);
        std::cmp::Reverse(key)
    });
    let mut found: Vec<(Vec<usize>, Vec<usize>)> =
        vec![(Vec::with_capacity(DRAWS), Vec::with_capacity(DRAWS)); open.len()];
    let spread = settings.get("weight_spread");
    let mut chance = SEED;
    for _ in 0..DRAWS {
        let drawn = used.map(|weight| weight * (1.0 + spread * (2.0 * next(&mut chance) - 1.0)));
        for (at, _, first, last) in order(&open, &drawn) {
            found[at].0.push(first);
            found[at].1.push(last);
        }
    }
    for (at, place, first, last) in order(&open, &used) {
        let (low, high) = &mut found[at];
        low.sort_unstable();
        high.sort_unstable();
        rows[open[at].0].rank = Some(Rank {
            place,
            low: low[DRAWS / 20].min(first),
            high: high[DRAWS - 1 - DRAWS / 20].max(last),
            equal: last - first + 1,
        });
    }
}

/// Scores are compared to so many parts of a point.
const PRECISION: f64 = 1000.0;

/// A gap by its number in the list, its place, and the first and the last
/// place of those that weigh the same.
type Placed = (usize, usize, usize, usize);

/// The gaps, the heaviest first; equal ones as they stand in the list.
fn order(open: &[(usize, f64, Parts)], weights: &Weights) -> Vec<Placed> {
    let mut weighed: Vec<(f64, usize)> = open
        .iter()
        .enumerate()
        .map(|(at, (_, coverage, parts))| (gap(*coverage, parts, weights), at))
        .collect();
    weighed.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut placed = Vec::with_capacity(weighed.len());
    for same in weighed.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let first = placed.len() + 1;
        let last = placed.len() + same.len();
        placed.extend(
            (first..)
                .zip(same)
                .map(|(place, (_, at))| (*at, place, first, last)),
        );
    }
    placed
}

/// The next number of a fixed row of them, 0 to 1 (splitmix64).
fn next(state: &mut u64) -> f64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^= mixed >> 31;
    #[expect(clippy::cast_precision_loss, reason = "53 bits are kept")]
    let part = (mixed >> 11) as f64 / (1_u64 << 53) as f64;
    part
}
