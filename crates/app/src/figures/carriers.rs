//! F16 to F18: what is let and sold of the standard factories; the parcels.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use suoji_model::rule::Rules;
use suoji_store::{LeaseRow, ParcelRow, UnitRow};
use uuid::Uuid;

use super::build::{NOTHING, Row, area, by_key, count, figure, fixed, part, percent, rate};
use super::facts::Facts;
use crate::contract::*;

/// 万平方米 in thirds of a square metre.
const WAN_SQM: i128 = 30_000;
/// 亩 in thirds of a square metre.
const MU: i128 = 2_000;

/// The figures.
pub(super) fn figures(facts: &Facts, rules: &Rules) -> Vec<Figure> {
    let taken = Taken::of(facts);
    let leases: Vec<&LeaseRow> = match rules.reading("occupied") {
        "flow" => taken
            .leases
            .iter()
            .copied()
            .filter(|one| facts.in_period(one.start_date.as_deref()))
            .collect(),
        _ => taken.leases.clone(),
    };
    let occupied: i128 = leases.iter().map(|one| both(one)).sum();
    let rows: Vec<Row> = leases.iter().map(|one| Row::bare(one.lease)).collect();
    let units: Vec<Row> = taken.units.iter().map(|one| Row::bare(one.unit)).collect();
    let (part_of, whole) = taken.rate(rules);
    let now = percent(part_of, whole);
    let mut figures = vec![
        figure(
            "F16",
            Nature::Stock,
            "lease",
            &rows,
            area(occupied, WAN_SQM),
        )
        .missing(unmeasured_leases(&leases))
        .lapsed(taken.lapsed.clone()),
        figure(
            "F17",
            Nature::Stock,
            "factory_unit",
            &units,
            rate(part_of, whole, sqm),
        )
        .missing(taken.unmeasured()),
        change(rules, now, facts.earlier_rate, &units),
    ];
    figures.extend(parcels(facts));
    figures
}

/// Whether a figure is of what stands now, so that the records do not tell what
/// it was at an earlier cut-off: a ledger of carriers lists no lease that ended
/// before it, and nobody records since when a parcel is there.
pub(super) fn is_of_now(figure: &str) -> bool {
    matches!(figure, "F16" | "F17" | "parcels" | "parcel_area")
}

/// The completed units and the leases and sales of them that hold at the
/// cut-off.
struct Taken<'f> {
    units: Vec<&'f UnitRow>,
    leases: Vec<&'f LeaseRow>,
    /// The last leases of units that are said to be let, and are by none.
    lapsed: Vec<Uuid>,
}

/// States of a unit that somebody has by lease.
const LET: [&str; 2] = ["leased", "partly_leased"];

impl<'f> Taken<'f> {
    fn of(facts: &'f Facts) -> Self {
        let completed = |one: &&UnitRow| one.state.as_deref() != Some("building");
        let units: Vec<&UnitRow> = facts.units.iter().filter(completed).collect();
        let known: HashMap<Uuid, &UnitRow> = units.iter().map(|one| (one.unit, *one)).collect();
        let cutoff = facts.period.cutoff();
        let is_past = |one: &LeaseRow| one.end_date.as_ref().is_some_and(|date| *date < cutoff);
        // What ended in the year behind the cut-off held at it.
        let is_over = |one: &LeaseRow| {
            let end = one.end_date.as_deref().filter(|_| !facts.period.is_whole());
            one.ended && !end.is_some_and(|end| *end > *cutoff && facts.period.is_in_year(end))
        };
        let holds = |one: &&LeaseRow| {
            let begun = one.start_date.as_ref().is_none_or(|date| *date <= cutoff);
            begun && !is_past(one) && !is_over(one) && known.contains_key(&one.unit)
        };
        let leases: Vec<&LeaseRow> = facts.leases.iter().filter(holds).collect();
        // A unit that was let again later is let by that.
        let open = facts
            .leases
            .iter()
            .filter(|one| !is_past(one) && !is_over(one));
        let open: BTreeSet<Uuid> = open.map(|one| one.unit).collect();
        let mut last = BTreeMap::<Uuid, &LeaseRow>::new();
        for one in facts.leases.iter().filter(|one| is_past(one) && !one.ended) {
            let said = known.get(&one.unit).is_some_and(|unit| is_let(unit));
            if open.contains(&one.unit) || !said {
                continue;
            }
            let last = last.entry(one.unit).or_insert(one);
            if last.end_date < one.end_date {
                *last = one;
            }
        }
        let lapsed = last.values().map(|one| one.lease).collect();
        Self {
            units,
            leases,
            lapsed,
        }
    }

    /// Part and whole of the occupancy rate under its formula. What is let of
    /// a unit whose area nobody knows is a part of no known whole.
    fn rate(&self, rules: &Rules) -> (i128, i128) {
        let total = self.area(|_| true);
        let unmeasured: BTreeSet<Uuid> = self.unmeasured().into_iter().collect();
        let sum = |of: fn(&LeaseRow) -> i64| -> i128 {
            let measured = self
                .leases
                .iter()
                .filter(|one| !unmeasured.contains(&one.unit));
            measured.map(|one| i128::from(of(one))).sum()
        };
        let (leased, sold) = (sum(|one| one.leased), sum(|one| one.sold));
        if rules.is("occupancy", "leased_of_lettable") {
            let own_use = self.area(|one| one.state.as_deref() == Some("own_use"));
            (leased, total - sold - own_use)
        } else {
            (leased + sold, total)
        }
    }

    /// The units whose area nobody knows.
    fn unmeasured(&self) -> Vec<Uuid> {
        let unmeasured = self.units.iter().filter(|one| one.area == 0);
        unmeasured.map(|one| one.unit).collect()
    }

    fn area(&self, keep: fn(&UnitRow) -> bool) -> i128 {
        let kept = self.units.iter().filter(|one| keep(one));
        kept.map(|one| i128::from(one.area)).sum()
    }
}

/// Whether a unit is said to be let: by its state, or by what is vacant of it.
fn is_let(unit: &UnitRow) -> bool {
    match unit.state.as_deref() {
        Some(state) => LET.contains(&state),
        None => unit.vacant.is_some_and(|vacant| vacant < unit.area),
    }
}

fn both(lease: &LeaseRow) -> i128 {
    i128::from(lease.leased) + i128::from(lease.sold)
}

/// The leases of which nobody knows the area.
fn unmeasured_leases(leases: &[&LeaseRow]) -> Vec<Uuid> {
    let unmeasured = leases.iter().filter(|one| both(one) == 0);
    unmeasured.map(|one| one.lease).collect()
}

pub(super) fn sqm(thirds: i128) -> String {
    match area(thirds, WAN_SQM) {
        FigureValue::Area { sqm, .. } => sqm,
        other => other.display().to_owned(),
    }
}

/// F18: the change of a rate is in percentage points, whatever a report
/// calls it; the relative change is another reading.
fn change(rules: &Rules, now: Option<i128>, before: Option<i64>, units: &[Row]) -> Figure {
    let before = before.map(i128::from);
    let relative = rules.is("rate_change", "relative");
    let changed = match (now, before) {
        (Some(now), Some(before)) if relative => percent(now - before, before),
        (Some(now), Some(before)) => Some(now - before),
        _ => None,
    };
    let text = |rate: Option<i128>| rate.map_or_else(|| NOTHING.to_owned(), fixed);
    let value = FigureValue::Change {
        now: text(now),
        before: text(before),
        display: text(changed),
    };
    let unit = if relative { "percent" } else { "points" };
    figure("F18", Nature::Stock, "factory_unit", units, value).in_unit(unit)
}

fn parcels(facts: &Facts) -> [Figure; 2] {
    let rows: Vec<Row> = facts
        .parcels
        .iter()
        .map(|one| Row::bare(one.parcel))
        .collect();
    let known: HashMap<Uuid, &ParcelRow> =
        facts.parcels.iter().map(|one| (one.parcel, one)).collect();
    let state = |row: &Row| {
        let one = known.get(&row.id);
        one.and_then(|one| one.supply_state.clone())
            .unwrap_or_default()
    };
    let sum = |ids: &[Uuid]| -> i128 {
        let areas = ids.iter().filter_map(|id| known.get(id));
        areas.map(|one| i128::from(one.area)).sum()
    };
    let by_state = by_key(&rows, state, part);
    let measured = by_state.iter().map(|part| FigurePart {
        display: Some(area(sum(&part.ids), MU).display().to_owned()),
        ..part.clone()
    });
    let measured = measured.collect();
    let all: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let unmeasured = facts.parcels.iter().filter(|one| one.area == 0);
    let unmeasured = unmeasured.map(|one| one.parcel).collect();
    let of = Nature::Stock;
    [
        figure("parcels", of, "parcel", &rows, count(rows.len())).with_parts(by_state),
        figure("parcel_area", of, "parcel", &rows, area(sum(&all), MU))
            .in_unit("mu")
            .with_parts(measured)
            .missing(unmeasured),
    ]
}
