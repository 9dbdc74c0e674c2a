//! How a chain grew, and what came of what was ranked high.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Local, Months, NaiveDate};
use suoji_chain::{Atlas, Map};
use suoji_store::Desk;
use uuid::Uuid;

use super::keep::{ATLAS_KINDS, today};
use super::maps::{Seen, day};
use super::seek::ranked;
use super::told;
use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;

/// Months that are told when nobody says how many, and at the most.
const MONTHS: u32 = 12;
const MOST_MONTHS: u32 = 36;
/// How many of the highest ranked are looked at.
const TOP: usize = 10;

impl App {
    /// How a chain grew, month by month.
    pub(crate) async fn chain_history(
        &self,
        request: ChainHistoryRequest,
    ) -> Result<ChainHistory, Fault> {
        let desk = self.desk().await?;
        let seen = self.seen(&desk, &request.chain, None).await?;
        let chain = seen.chain;
        let months = request.months.unwrap_or(MONTHS).clamp(1, MOST_MONTHS);
        let now = today();
        let mut history = ChainHistory {
            since: since(&desk, &seen.atlas, &seen.map).await?,
            points: Vec::new(),
            closed: Vec::new(),
        };
        let mut before: Option<(std::sync::Arc<Atlas>, std::sync::Arc<Map>)> = None;
        let before_now = (1..=months).rev().map(|back| month_end(now, back));
        let mut ends: Vec<NaiveDate> = before_now.collect();
        self.kept_chains().prepare(&desk, &ends).await?;
        ends.push(now);
        for end in ends {
            let (atlas, map) = self.kept_chains().map(&desk, chain, Some(end)).await?;
            history.points.push(ChainPoint {
                at: end.to_string(),
                completeness: told::share(&map.share),
                layers: told::layers(&map),
                states: told::states(&map, None),
            });
            if let Some((_, before)) = &before {
                history.closed.extend(changes(&atlas, before, &map, end));
            }
            before = Some((atlas, map));
        }
        Ok(history)
    }

    /// What came of the gaps and targets that were ranked highest.
    pub(crate) async fn chain_backtest(
        &self,
        request: ChainBacktestRequest,
    ) -> Result<ChainBacktest, Fault> {
        let desk = self.desk().await?;
        let year = today().checked_sub_months(Months::new(12));
        let at = day(request.at.as_deref())?.or(year).unwrap_or_else(today);
        let then = self.seen(&desk, &request.chain, Some(at)).await?;
        let (atlas, map) = self.kept_chains().map(&desk, then.chain, None).await?;
        let since = since(&desk, &atlas, &map).await?;
        let gaps = then.map.gaps();
        let segments = (1..).zip(gaps.iter().take(TOP)).filter_map(|(rank, row)| {
            let id = then.map.tree.ids[*row];
            Some(BacktestSegment {
                segment: id,
                name: then.atlas.segments.get(&id)?.name.clone(),
                rank,
                landed: landed_in(&then, &atlas, &map, id),
            })
        });
        let segments: Vec<BacktestSegment> = segments.collect();
        let called = ranked(&then.map, &gaps);
        let called = called.iter().filter(|(_, scored)| scored.score.is_some());
        let targets = (1..)
            .zip(called.take(TOP))
            .filter_map(|(rank, (row, scored))| {
                Some(BacktestTarget {
                    enterprise: scored.firm,
                    name: then.atlas.firms.get(&scored.firm)?.name.clone(),
                    segment: then.map.tree.ids[*row],
                    rank,
                    landed: firm_landed(&then.atlas, &atlas, scored.firm),
                })
            });
        let targets: Vec<BacktestTarget> = targets.collect();
        Ok(ChainBacktest {
            since,
            at: at.to_string(),
            segment_precision: precision(segments.iter().map(|one| one.landed)),
            target_precision: precision(targets.iter().map(|one| one.landed)),
            segments,
            targets,
        })
    }
}

/// The first day that people's records tell of a chain: when they first wrote,
/// or what they date their leads and signings in it.
pub(super) async fn since(desk: &Desk, atlas: &Atlas, map: &Map) -> Result<Option<String>, Fault> {
    let here = |segment: Option<Uuid>| segment.is_some_and(|id| map.tree.rows.contains_key(&id));
    let written = desk.first_written(&ATLAS_KINDS).await?;
    let written = written.and_then(DateTime::from_timestamp_millis);
    let written = written.map(|at| at.with_timezone(&Local).date_naive());
    let leads = atlas.leads.values().filter(|lead| here(lead.segment));
    let projects = desk.chain_projects().await?.into_iter();
    let signed = projects.filter(|project| here(project.segment));
    let signed = signed.flat_map(|project| project.signed);
    let signed = signed.filter_map(|(date, _)| date?.parse::<NaiveDate>().ok());
    let dates = leads.filter_map(|lead| lead.reported).chain(signed);
    Ok(dates.chain(written).min().map(|day| day.to_string()))
}

/// The last day of the month that many months ago.
fn month_end(day: NaiveDate, back: u32) -> NaiveDate {
    let first = day.with_day(1).unwrap_or(day);
    let next = first
        .checked_sub_months(Months::new(back - 1))
        .unwrap_or(first);
    next.pred_opt().unwrap_or(next)
}

/// The leaves whose state changed between two maps.
fn changes(atlas: &Atlas, before: &Map, after: &Map, end: NaiveDate) -> Vec<StateChange> {
    let rows = (0..after.tree.len()).filter(|row| after.tree.is_leaf(*row));
    let changed = rows.filter_map(|row| {
        let id = after.tree.ids[row];
        let old = before.rows.get(*before.tree.rows.get(&id)?)?.state;
        let new = after.rows[row].state;
        (old != new).then_some((id, old, new))
    });
    changed
        .filter_map(|(id, old, new)| {
            Some(StateChange {
                segment: id,
                name: atlas.segments.get(&id)?.name.clone(),
                from: old.name().to_owned(),
                to: new.name().to_owned(),
                at: end.to_string(),
            })
        })
        .collect()
}

/// Whether a segment has a project or a local maker that it had not then.
fn landed_in(then: &Seen, atlas: &Atlas, map: &Map, segment: Uuid) -> bool {
    let Some(row) = map.tree.rows.get(&segment) else {
        return false;
    };
    let total = &map.rows[*row].total;
    let was = then.map.tree.rows.get(&segment);
    let was = was.map(|row| then.map.rows[*row].total).unwrap_or_default();
    total.local > was.local
        || atlas.projects.values().any(|project| {
            let here = project.segment.and_then(|id| map.tree.rows.get(&id));
            here.is_some_and(|at| map.tree.inside(*row).contains(at))
                && project.signed_fen > 0
                && !then.atlas.projects.contains_key(&project.id)
        })
}

/// Whether a firm signed or became one of ours since.
fn firm_landed(then: &Atlas, now: &Atlas, firm: Uuid) -> bool {
    let local = |atlas: &Atlas| atlas.firms.get(&firm).is_some_and(|firm| firm.local);
    let signed: BTreeSet<Uuid> = now
        .projects
        .values()
        .filter(|project| project.firm == Some(firm) && project.signed_fen > 0)
        .map(|project| project.id)
        .collect();
    local(now) && !local(then) || signed.iter().any(|id| !then.projects.contains_key(id))
}

fn precision(landed: impl Iterator<Item = bool>) -> Option<f64> {
    let (mut hits, mut all) = (0.0, 0.0);
    for one in landed {
        all += 1.0;
        hits += f64::from(u8::from(one));
    }
    (all > 0.0).then(|| told::part(hits / all))
}
