//! 链完整度: what part of a chain the zone covers.

use crate::map::Standing;
use crate::settings::Settings;

/// How complete some segments are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Share {
    /// The weighted coverage of the leaves that are assessed, 0 to 1.
    pub value: Option<f64>,
    /// The part of that weight that rests on real capacity.
    pub measured: Option<f64>,
    /// Leaves that are assessed.
    pub known: usize,
    /// All leaves.
    pub leaves: usize,
}

/// The weight of a segment in completeness.
pub fn weight(settings: &Settings, must_have: bool, chokepoint: bool) -> f64 {
    1.0 + f64::from(u8::from(must_have)) * settings.get("must_have_weight")
        + f64::from(u8::from(chokepoint)) * settings.get("chokepoint_weight")
}

/// How complete these leaves are.
pub fn of<'s>(leaves: impl Iterator<Item = &'s Standing>) -> Share {
    let (mut all, mut covered, mut measured) = (0.0, 0.0, 0.0);
    let mut share = Share::default();
    for leaf in leaves {
        share.leaves += 1;
        let Some(coverage) = leaf.coverage.filter(|_| leaf.assessed) else {
            continue;
        };
        share.known += 1;
        all += leaf.weight;
        covered += leaf.weight * coverage;
        if leaf.capacity_known {
            measured += leaf.weight;
        }
    }
    if all > 0.0 {
        share.value = Some(covered / all);
        share.measured = Some(measured / all);
    }
    share
}
