//! The atlas that is kept in memory, brought up to the log's end before every
//! answer, and the maps worked out from it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use suoji_chain::{Atlas, Index, Lead, Map, Project, Settings, Visit};
use suoji_model::kinds;
use suoji_store::{Desk, Past, Query};
use tokio::sync::Mutex;
use uuid::Uuid;

use super::read::{self, Row};
use super::written::Written;
use super::{rules, starter};
use crate::fault::Fault;
use crate::time;

/// The kinds whose records are rows of the atlas.
pub(super) const ATLAS_KINDS: [&str; 8] = [
    "chain",
    "segment",
    "segment_relation",
    "enterprise_segment",
    "enterprise",
    "segment_override",
    "park",
    "office",
];
/// The kinds whose records are work on the map.
const WORK_KINDS: [&str; 4] = ["lead", "visit", "project", "agreement"];
/// Records that are read one by one; more are read all.
const MOST_TOUCHED: usize = 2_000;
/// Past days of which the maps are kept.
const MOST_DAYS: usize = 40;

/// What is kept between two calls.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    state: Mutex<Option<State>>,
    pub(super) written: Mutex<Option<Written>>,
}

#[derive(Debug)]
struct State {
    desk: Uuid,
    seq: i64,
    day: NaiveDate,
    settings: Settings,
    atlas: Arc<Atlas>,
    index: Index,
    maps: BTreeMap<Uuid, Arc<Map>>,
    past: BTreeMap<NaiveDate, Arc<Atlas>>,
    past_maps: BTreeMap<(NaiveDate, Uuid), Arc<Map>>,
}

/// The atlas and what the formula is, at one moment.
#[derive(Debug, Clone)]
pub(super) struct Look {
    pub(super) atlas: Arc<Atlas>,
}

impl Kept {
    /// Forgets everything: another file comes in its place.
    pub(crate) async fn forget(&self) {
        *self.state.lock().await = None;
        *self.written.lock().await = None;
    }

    /// The atlas as it stands now.
    pub(super) async fn look(&self, desk: &Desk) -> Result<Look, Fault> {
        let mut state = self.state.lock().await;
        let state = current(&mut state, desk).await?;
        Ok(Look {
            atlas: Arc::clone(&state.atlas),
        })
    }

    /// Reads what the log tells of some days, the earliest first, at once.
    pub(super) async fn prepare(&self, desk: &Desk, days: &[NaiveDate]) -> Result<(), Fault> {
        let mut state = self.state.lock().await;
        let state = current(&mut state, desk).await?;
        read_past(desk, state, days).await
    }

    /// The atlas and the map of one chain, now or at the end of a day.
    pub(super) async fn map(
        &self,
        desk: &Desk,
        chain: Uuid,
        at: Option<NaiveDate>,
    ) -> Result<(Arc<Atlas>, Arc<Map>), Fault> {
        let mut state = self.state.lock().await;
        let state = current(&mut state, desk).await?;
        if let Some(day) = at.filter(|day| *day < state.day) {
            read_past(desk, state, &[day]).await?;
            let atlas = Arc::clone(state.past.entry(day).or_default());
            let settings = &state.settings;
            let map = state.past_maps.entry((day, chain)).or_insert_with(|| {
                let index = Index::of(&atlas);
                Arc::new(Map::of(&atlas, &index, chain, settings, day))
            });
            return Ok((atlas, Arc::clone(map)));
        }
        let (atlas, index) = (&state.atlas, &state.index);
        let (settings, day) = (&state.settings, state.day);
        let map = state
            .maps
            .entry(chain)
            .or_insert_with(|| Arc::new(Map::of(atlas, index, chain, settings, day)));
        Ok((Arc::clone(atlas), Arc::clone(map)))
    }
}

/// Keeps the atlas at the ends of days, the earliest first.
async fn read_past(desk: &Desk, state: &mut State, days: &[NaiveDate]) -> Result<(), Fault> {
    let unread = |state: &State| -> Vec<NaiveDate> {
        let new = days.iter().filter(|day| !state.past.contains_key(*day));
        new.copied().collect()
    };
    if state.past.len() + unread(state).len() > MOST_DAYS {
        state.past.clear();
        state.past_maps.clear();
    }
    let new = unread(state);
    let read = past(desk, &new).await?;
    state
        .past
        .extend(new.into_iter().zip(read.into_iter().map(Arc::new)));
    Ok(())
}

/// Brings what is kept up to the log's end.
async fn current<'s>(state: &'s mut Option<State>, desk: &Desk) -> Result<&'s mut State, Fault> {
    let day = today();
    let settings = rules::kept(desk).await?;
    let seq = desk.log_end().await?;
    let same = state
        .as_ref()
        .is_some_and(|known| known.desk == desk.device() && known.seq <= seq);
    let mut now = match state.take().filter(|_| same) {
        Some(known) => known,
        None => {
            starter::bring(desk).await?;
            let seq = desk.log_end().await?;
            fresh(desk, seq, day, settings.clone()).await?
        }
    };
    let seq = desk.log_end().await?;
    if now.seq < seq {
        catch_up(desk, &mut now, seq).await?;
    }
    if now.day != day || now.settings != settings {
        now.day = day;
        now.settings = settings;
        now.maps.clear();
        now.past_maps.clear();
    }
    Ok(state.insert(now))
}

async fn fresh(desk: &Desk, seq: i64, day: NaiveDate, settings: Settings) -> Result<State, Fault> {
    let mut atlas = Atlas::default();
    for kind in ATLAS_KINDS {
        load(desk, &mut atlas, kind, None).await?;
    }
    work(desk, &mut atlas, &WORK_KINDS, None).await?;
    Ok(State {
        desk: desk.device(),
        seq,
        day,
        settings,
        index: Index::of(&atlas),
        atlas: Arc::new(atlas),
        maps: BTreeMap::new(),
        past: BTreeMap::new(),
        past_maps: BTreeMap::new(),
    })
}

/// Reads what entries since the last look touched.
async fn catch_up(desk: &Desk, state: &mut State, seq: i64) -> Result<(), Fault> {
    let kinds: Vec<&str> = ATLAS_KINDS.into_iter().chain(WORK_KINDS).collect();
    let touched = desk.touched_since(state.seq, &kinds).await?;
    state.seq = seq;
    if touched.is_empty() {
        return Ok(());
    }
    if touched.len() > MOST_TOUCHED {
        *state = fresh(desk, seq, state.day, state.settings.clone()).await?;
        return Ok(());
    }
    let mut atlas = Arc::unwrap_or_clone(std::mem::take(&mut state.atlas));
    let mut by_kind: BTreeMap<&str, Vec<Uuid>> = BTreeMap::new();
    for (kind, id) in &touched {
        by_kind.entry(kind).or_default().push(*id);
    }
    for kind in ATLAS_KINDS {
        if let Some(ids) = by_kind.get(kind) {
            load(desk, &mut atlas, kind, Some(ids)).await?;
        }
    }
    let work_kinds: Vec<&str> = WORK_KINDS
        .into_iter()
        .filter(|kind| by_kind.contains_key(kind))
        .collect();
    work(desk, &mut atlas, &work_kinds, None).await?;
    let ids: Vec<Uuid> = touched.iter().map(|(_, id)| *id).collect();
    state.index.follow(&atlas, &ids);
    state.atlas = Arc::new(atlas);
    state.maps.clear();
    state.past.clear();
    state.past_maps.clear();
    Ok(())
}

/// Reads records of a kind into the atlas: all, or these.
async fn load(
    desk: &Desk,
    atlas: &mut Atlas,
    kind: &str,
    ids: Option<&[Uuid]>,
) -> Result<(), Fault> {
    let Some(kind) = kinds::find(kind) else {
        return Ok(());
    };
    let query = Query {
        ids: ids.map(<[Uuid]>::to_vec),
        limit: u32::MAX,
        ..Query::default()
    };
    for id in ids.into_iter().flatten() {
        read::take(atlas, kind.name, *id);
    }
    for record in desk.select(kind, &query).await?.rows {
        let row = Row {
            id: record.id,
            version: record.version,
            values: &record.values,
        };
        read::put(atlas, kind.name, &row);
    }
    Ok(())
}

/// Reads leads, visits and projects as far as records of these kinds changed;
/// of a past day, what their own dates say.
async fn work(
    desk: &Desk,
    atlas: &mut Atlas,
    kinds: &[&str],
    until: Option<NaiveDate>,
) -> Result<(), Fault> {
    let day = |text: &Option<String>| text.as_deref()?.parse::<NaiveDate>().ok();
    let then = |date: Option<NaiveDate>| match (until, date) {
        (None, _) => true,
        (Some(until), Some(date)) => date <= until,
        (Some(_), None) => false,
    };
    if kinds.contains(&"lead") {
        let leads = desk.chain_leads().await?.into_iter().map(|lead| Lead {
            id: lead.id,
            firm: lead.enterprise,
            segment: lead.segment,
            name: lead.name,
            open: lead.open,
            office: lead.reporting_unit,
            reported: day(&lead.reported_at),
        });
        let leads = leads.filter(|lead| then(lead.reported));
        atlas.leads = leads.map(|lead| (lead.id, lead)).collect();
    }
    if kinds.contains(&"visit") {
        let visits = desk.chain_visits().await?.into_iter().map(|visit| Visit {
            id: visit.id,
            firm: visit.enterprise,
            date: day(&visit.visit_date),
        });
        let visits = visits.filter(|visit| then(visit.date));
        atlas.visits = visits.map(|visit| (visit.id, visit)).collect();
    }
    if kinds.contains(&"project") || kinds.contains(&"agreement") {
        let projects = desk.chain_projects().await?.into_iter().map(|project| {
            let signed = project.signed.iter().filter(|(date, _)| then(day(date)));
            Project {
                id: project.id,
                firm: project.investor,
                segment: project.segment,
                signed_fen: signed.map(|(_, fen)| i128::from(*fen)).sum(),
                name: project.name,
                stage: project.stage,
            }
        });
        atlas.projects = projects.map(|project| (project.id, project)).collect();
    }
    Ok(())
}

/// The atlas at the end of each of some days, the earliest first, as the log
/// tells it.
async fn past(desk: &Desk, days: &[NaiveDate]) -> Result<Vec<Atlas>, Fault> {
    let ends: Vec<i64> = days.iter().map(|day| end_of(*day)).collect();
    let mut running = Atlas::default();
    let mut all: Vec<Atlas> = Vec::new();
    let each = |past: &Past, touched: &BTreeSet<Uuid>| {
        for id in touched {
            let Some((kind, replayed)) = past.get(id) else {
                continue;
            };
            if replayed.deleted {
                read::take(&mut running, kind, *id);
                continue;
            }
            let row = Row {
                id: *id,
                version: replayed.version,
                values: &replayed.values,
            };
            read::put(&mut running, kind, &row);
        }
        all.push(running.clone());
    };
    desk.stood_at(&ATLAS_KINDS, &ends, each).await?;
    for (atlas, day) in all.iter_mut().zip(days) {
        work(desk, atlas, &WORK_KINDS, Some(*day)).await?;
        // A project stands on a past map once something was signed for it.
        atlas.projects.retain(|_, project| project.signed_fen > 0);
    }
    Ok(all)
}

/// When a day ends here, in milliseconds since 1970.
fn end_of(day: NaiveDate) -> i64 {
    let next = day.succ_opt().unwrap_or(day);
    let end = next
        .and_time(chrono::NaiveTime::MIN)
        .and_local_timezone(chrono::Local)
        .earliest();
    end.map_or(i64::MAX, |end| end.timestamp_millis())
}

/// The present day.
pub(super) fn today() -> NaiveDate {
    time::today().parse().unwrap_or_default()
}
