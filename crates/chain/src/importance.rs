//! How much hangs on each leaf: what local firms downstream take of it and,
//! while there are few of them, how the chain is built.

use crate::atlas::Atlas;
use crate::map::{Linked, Standing};
use crate::relate::Relations;
use crate::settings::Settings;
use crate::tree::Tree;

/// The importance of every leaf.
#[derive(Debug)]
pub(crate) struct Importance {
    /// 0 to 1 by leaf, from the least to the most in the chain; absent when
    /// neither firms nor relations nor marks tell the leaves apart.
    pub(crate) values: Option<Vec<f64>>,
    /// What part of it is said by how the chain is built.
    pub(crate) structure: f64,
}

/// The importance of every leaf: where the zone has firms in the chain, what
/// those downstream take; before that, the chain's own build. The more local
/// firms there are, the more they say (shrinkage, as with the quotient).
pub(crate) fn of(
    atlas: &Atlas,
    tree: &Tree,
    linked: &Linked<'_>,
    relations: &Relations,
    rows: &[Standing],
    settings: &Settings,
) -> Importance {
    let local = linked.firms().filter(|of_firm| of_firm[0].local);
    #[expect(clippy::cast_precision_loss, reason = "a number of firms")]
    let local = local.count() as f64;
    let built = scaled(&built(atlas, tree, relations, settings));
    let taken = scaled(&taken(tree, relations, rows));
    let prior = settings.get("structure_firms");
    let structure = match (&built, local + prior) {
        (None, _) => 0.0,
        (Some(_), all) if all > 0.0 => prior / all,
        (Some(_), _) => 0.0,
    };
    let at = |values: &Option<Vec<f64>>, place: usize| {
        values.as_ref().map_or(0.0, |values| values[place])
    };
    let mixed = (0..relations.leaves.len())
        .map(|place| structure * at(&built, place) + (1.0 - structure) * at(&taken, place));
    Importance {
        values: (built.is_some() || taken.is_some()).then(|| mixed.collect()),
        structure,
    }
}

/// What local firms downstream take of each leaf, and how many say they need
/// it.
fn taken(tree: &Tree, relations: &Relations, rows: &[Standing]) -> Vec<f64> {
    let mut weight = vec![0.0; relations.leaves.len()];
    for flow in &relations.flows {
        let total = &rows[flow.to].total;
        #[expect(clippy::cast_precision_loss, reason = "a number of firms")]
        let downstream = (total.local as f64) + 0.5 * (total.plan as f64);
        if downstream > 0.0 {
            spread(
                tree,
                relations,
                flow.from,
                flow.weight * downstream,
                &mut weight,
            );
        }
    }
    for (place, row) in relations.leaves.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a number of firms")]
        let needed = rows[*row].direct.need as f64;
        weight[place] += needed;
    }
    weight
}

/// How much of the chain rests on each leaf, whoever is here: its marks, and
/// what it flows into.
fn built(atlas: &Atlas, tree: &Tree, relations: &Relations, settings: &Settings) -> Vec<f64> {
    let marks = relations.leaves.iter().map(|row| {
        let segment = &atlas.segments[&tree.ids[*row]];
        crate::share::weight(settings, segment.must_have, segment.chokepoint) - 1.0
    });
    let mut weight: Vec<f64> = marks.collect();
    for flow in &relations.flows {
        spread(tree, relations, flow.from, flow.weight, &mut weight);
    }
    weight
}

/// Gives a flow's weight to the leaves it leaves from, the less the more they
/// are.
fn spread(tree: &Tree, relations: &Relations, from: usize, given: f64, weight: &mut [f64]) {
    let inside: Vec<usize> = tree.leaves(from).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred leaves")]
    let many = (inside.len() as f64).sqrt();
    for leaf in inside {
        weight[relations.place(leaf)] += given / many;
    }
}

/// From the least to the most, 0 to 1; absent when all are alike.
fn scaled(weight: &[f64]) -> Option<Vec<f64>> {
    let least = weight.iter().copied().fold(f64::INFINITY, f64::min);
    let most = weight.iter().copied().fold(0.0, f64::max);
    let span = most - least;
    let scaled = weight.iter().map(|value| (value - least) / span);
    (span > 0.0).then(|| scaled.collect())
}
