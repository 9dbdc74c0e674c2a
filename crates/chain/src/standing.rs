//! How every segment stands: coverage, quotient, concentration, the parts of
//! its gap, its state.

use crate::atlas::{Atlas, Role, State};
use crate::importance;
use crate::index::Held;
use crate::map::{Counts, Entry, Linked, Parts, Standing, by_firm, count_firms};
use crate::relate::{Flow, Relations};
use crate::settings::Settings;
use crate::share;
use crate::targets::Scored;
use crate::tree::Tree;

/// Links a segment must have before anything is said of it.
const LEAST_EVIDENCE: usize = 2;

/// The makers of a leaf: firms once, with the weight of their best link.
struct Makers<'a> {
    local: Vec<(f64, &'a Held)>,
    elsewhere: f64,
}

fn makers<'a>(links: &[Entry<'a>], scope_weight: f64) -> Makers<'a> {
    let mut found = Makers {
        local: Vec::new(),
        elsewhere: 0.0,
    };
    for of_firm in by_firm(links) {
        let makes = of_firm.iter().filter(|entry| entry.role == Role::Makes);
        let weighed = makes.map(|entry| {
            let weight = if entry.scope_only { scope_weight } else { 1.0 };
            (weight, *entry)
        });
        let best = weighed.reduce(|known, next| if next.0 > known.0 { next } else { known });
        match best {
            Some((weight, entry)) if entry.local => found.local.push((weight, entry.held)),
            Some((weight, entry)) if !entry.barred => found.elsewhere += weight,
            _ => {}
        }
    }
    found
}

/// The unit that a capacity must be in: none when the segment names none.
#[derive(Clone, Copy)]
enum Unit {
    Any,
    Only(Option<usize>),
}

impl Unit {
    /// The unit of that name; a name that no link has fits none that says one.
    fn of(linked: &Linked<'_>, name: Option<&str>) -> Self {
        name.map_or(Self::Any, |name| Self::Only(linked.index.unit(name)))
    }

    /// Whether a capacity in `given` may be counted; one without a unit may.
    fn takes(self, given: Option<usize>) -> bool {
        match self {
            Self::Any => true,
            Self::Only(wanted) => given.is_none() || given == wanted,
        }
    }
}

/// The capacity that local makers have of a leaf.
fn capacity(local: &[(f64, &Held)], unit: Unit) -> Option<f64> {
    let known: Vec<f64> = local
        .iter()
        .filter(|(_, held)| unit.takes(held.unit))
        .filter_map(|(_, held)| Some(held.capacity? * held.utilisation.unwrap_or(1.0)))
        .collect();
    (!known.is_empty()).then(|| known.iter().sum())
}

/// Coverage, quotient and concentration of every leaf.
pub(crate) fn rows(
    atlas: &Atlas,
    tree: &Tree,
    linked: &Linked<'_>,
    relations: &Relations,
    settings: &Settings,
) -> Vec<Standing> {
    let scope_weight = settings.get("scope_weight");
    let all: Vec<Option<Makers<'_>>> = (0..tree.len())
        .map(|row| {
            tree.is_leaf(row)
                .then(|| makers(&linked.by_row[row], scope_weight))
        })
        .collect();
    let measured: Vec<&Flow> = relations
        .flows
        .iter()
        .filter(|flow| flow.coefficient.is_some())
        .collect();
    let local = |makers: &Makers<'_>| makers.local.iter().map(|(weight, _)| weight).sum::<f64>();
    let zone: f64 = all.iter().flatten().map(local).sum();
    let everywhere: f64 = zone + all.iter().flatten().map(|m| m.elsewhere).sum::<f64>();
    let mut rows: Vec<Standing> = tree
        .ids
        .iter()
        .enumerate()
        .map(|(row, id)| {
            let segment = &atlas.segments[id];
            let weight = share::weight(settings, segment.must_have, segment.chokepoint);
            let mut standing = blank(weight);
            let Some(makers) = &all[row] else {
                return standing;
            };
            let here = local(makers);
            let total = here + makers.elsewhere;
            let evidence = linked.by_row[row].iter();
            let evidence = evidence.filter(|entry| entry.role != Role::Needs).count();
            standing.assessed = evidence >= LEAST_EVIDENCE;
            if everywhere > 0.0 && total > 0.0 {
                let kappa = settings.get("shrinkage");
                let expected = zone * total / everywhere;
                standing.quotient = Some((here + kappa) / (expected + kappa));
            }
            let unit = Unit::of(linked, segment.need_unit.as_deref());
            let need = need(&all, tree, &measured, row).or(segment.benchmark_need);
            match (
                need.filter(|need| *need > 0.0),
                capacity(&makers.local, unit),
            ) {
                (Some(need), Some(capacity)) => {
                    standing.coverage = Some((capacity / need).min(1.0));
                    standing.capacity_known = true;
                    standing.unmet = Some((need - capacity).max(0.0));
                }
                (need, _) => {
                    standing.coverage = Some((here / settings.get("suppliers")).min(1.0));
                    standing.unmet = need.filter(|_| makers.local.is_empty());
                }
            }
            standing.concentration = concentration(makers, unit);
            standing
        })
        .collect();
    count_firms(tree, linked, &mut rows);
    rows
}

/// What local makers downstream need of a leaf, where capacities and
/// coefficients say.
fn need(all: &[Option<Makers<'_>>], tree: &Tree, measured: &[&Flow], row: usize) -> Option<f64> {
    let mut need = None;
    for flow in measured.iter().filter(|flow| flow.from == row) {
        let Some(coefficient) = flow.coefficient else {
            continue;
        };
        let made: Vec<f64> = tree
            .leaves(flow.to)
            .filter_map(|leaf| capacity(&all[leaf].as_ref()?.local, Unit::Any))
            .collect();
        if !made.is_empty() {
            *need.get_or_insert(0.0) += coefficient * made.iter().sum::<f64>();
        }
    }
    need
}

/// The sum of the squares of local makers' shares.
fn concentration(makers: &Makers<'_>, unit: Unit) -> Option<f64> {
    let local = &makers.local;
    if local.is_empty() {
        return None;
    }
    let in_unit = |held: &Held| match unit {
        Unit::Any => true,
        Unit::Only(wanted) => wanted.is_some() && held.unit == wanted,
    };
    let measured = local
        .iter()
        .all(|(_, held)| held.capacity.is_some() && in_unit(held));
    let sizes: Vec<f64> = local
        .iter()
        .map(|(weight, held)| match held.capacity.filter(|_| measured) {
            Some(capacity) => capacity,
            None => *weight,
        })
        .collect();
    let all: f64 = sizes.iter().sum();
    (all > 0.0).then(|| sizes.iter().map(|size| (size / all).powi(2)).sum())
}

fn blank(weight: f64) -> Standing {
    Standing {
        assessed: false,
        weight,
        coverage: None,
        capacity_known: false,
        unmet: None,
        quotient: None,
        concentration: None,
        single_supplier: false,
        computed: State::Unknown,
        state: State::Unknown,
        parts: None,
        gap: None,
        rank: None,
        direct: Counts::default(),
        total: Counts::default(),
    }
}

/// Importance, feasibility, availability and policy of every leaf, and the
/// state that follows; returns what part of importance the chain's build says.
pub(crate) fn parts(
    atlas: &Atlas,
    tree: &Tree,
    linked: &Linked<'_>,
    relations: &Relations,
    targets: &[Vec<Scored>],
    rows: &mut [Standing],
    settings: &Settings,
) -> f64 {
    let leaves = &relations.leaves;
    let strong: Vec<bool> = leaves
        .iter()
        .map(|row| is_strong(linked, *row, &rows[*row], settings))
        .collect();
    let said = importance::of(atlas, tree, linked, relations, rows, settings);
    let importance = said.values.as_deref();
    let feasibility = crate::needs::feasibility(linked, relations, &strong, rows);
    let median = quantile(importance.unwrap_or_default(), 0.5);
    let near: Vec<f64> = feasibility.iter().map(|near| near.unwrap_or(0.0)).collect();
    let upper = quantile(&near, 0.75);
    let good_target = settings.get("good_target");
    for (place, row) in leaves.iter().enumerate() {
        let segment = &atlas.segments[&tree.ids[*row]];
        let good = targets[*row].iter();
        let good = good.filter(|target| target.score.is_some_and(|score| score >= good_target));
        #[expect(clippy::cast_precision_loss, reason = "a number of firms")]
        let good = good.count() as f64;
        let standing = &mut rows[*row];
        let parts = Parts {
            importance: importance.map(|values| values[place]),
            feasibility: feasibility[place],
            availability: Some((good / settings.get("good_targets")).min(1.0)),
            policy: match segment.policy_priority.as_deref() {
                Some("low") => Some(1.0 / 3.0),
                Some("middle") => Some(2.0 / 3.0),
                Some("high") => Some(1.0),
                _ => None,
            },
        };
        let coverage = standing.coverage.unwrap_or(0.0);
        let matters = parts.importance.unwrap_or(0.0);
        let near_strong = || {
            let others = (0..leaves.len()).filter(|other| strong[*other] && *other != place);
            others
                .into_iter()
                .any(|other| relations.near(place, other) > 0.0)
        };
        standing.computed = if !standing.assessed {
            State::Unknown
        } else if strong[place] {
            State::Strong
        } else if coverage >= settings.get("missing_coverage") {
            State::Weak
        } else if segment.must_have || matters >= median && matters > 0.0 {
            State::Missing
        } else if near[place] > 0.0 && near[place] >= upper && near_strong() {
            State::Extend
        } else if matters >= median {
            State::Missing
        } else {
            State::Weak
        };
        standing.state = standing.computed;
        standing.single_supplier = coverage >= settings.get("strong_coverage")
            && standing
                .concentration
                .is_some_and(|value| value > settings.get("concentration"));
        standing.parts = standing.assessed.then_some(parts);
    }
    said.structure
}

/// Whether the zone is strong in a leaf, without what scopes alone say.
fn is_strong(linked: &Linked<'_>, row: usize, standing: &Standing, settings: &Settings) -> bool {
    if !standing.assessed {
        return false;
    }
    let sure = by_firm(&linked.by_row[row]).filter(|of_firm| {
        let sure = |entry: &Entry<'_>| entry.role == Role::Makes && !entry.scope_only;
        of_firm[0].local && of_firm.iter().any(sure)
    });
    let sure = sure.count();
    #[expect(clippy::cast_precision_loss, reason = "a number of firms")]
    let by_count = sure as f64 / settings.get("suppliers");
    let coverage = match standing.capacity_known && sure > 0 {
        true => standing.coverage.unwrap_or(0.0),
        false => by_count,
    };
    coverage >= settings.get("strong_coverage")
        && standing
            .quotient
            .is_some_and(|value| value >= settings.get("strong_quotient"))
}

fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    #[expect(clippy::cast_precision_loss, reason = "a few hundred leaves")]
    #[expect(clippy::cast_possible_truncation, reason = "a place in the list")]
    #[expect(clippy::cast_sign_loss, reason = "never below zero")]
    let place = (part * sorted.len().saturating_sub(1) as f64).floor() as usize;
    sorted.get(place).copied().unwrap_or(0.0)
}

/// Groups stand as their leaves do, taken together.
pub(crate) fn groups(tree: &Tree, rows: &mut [Standing], settings: &Settings) {
    for row in (0..tree.len()).filter(|row| !tree.is_leaf(*row)) {
        let share = share::of(tree.leaves(row).map(|leaf| &rows[leaf]));
        let judged = rows[row].state;
        let standing = &mut rows[row];
        standing.assessed = share.known > 0;
        standing.coverage = share.value;
        standing.capacity_known = share.measured.is_some_and(|part| part > 0.0);
        standing.computed = match share.value {
            None => State::Unknown,
            Some(value) if value >= settings.get("strong_coverage") => State::Strong,
            Some(value) if value < settings.get("missing_coverage") => State::Missing,
            Some(_) => State::Weak,
        };
        standing.state = match judged {
            State::Unknown => standing.computed,
            judged => judged,
        };
    }
}
