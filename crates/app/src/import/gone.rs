//! What a ledger that is sent again no longer lists: rows of its earlier state
//! made records that stay, so that somebody must be told.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value as Json;
use suoji_exchange::{Level, Problem, Table};
use suoji_model::{Shape, kinds};
use suoji_store::{FromRow, Record, Running};
use uuid::Uuid;

use super::filed::Stood;
use super::planner::states::States;
use super::request::Wanted;
use crate::fault::Fault;

/// The reason given for a record whose row is gone.
const GONE: &str = "row_gone";

/// The reason given where the rows are those of a file that is newer.
const OLDER: &str = "older_state";

/// What was read of the ledger that is sent again.
#[derive(Default)]
pub(super) struct Now {
    /// The records that its rows stand for.
    pub(super) taken: Stood,
    /// The files of other times that it goes on from.
    pub(super) states: States,
}

/// The records that earlier states of the file made and that no row of it
/// stands for now; none when no row stands for any of them, as in a file of
/// another month by the same name. A ledger that goes on from that of another
/// time lists most of what that did; one that goes back in time is named first.
pub(super) async fn find(
    run: &mut Running<'_>,
    wanted: &Wanted,
    tables: &[Table],
    now: &Now,
) -> Result<Vec<Problem>, Fault> {
    let kinds: BTreeSet<&'static str> = tables.iter().map(|table| table.kind).collect();
    let is_same = |file: &str| now.states.are_one(file, &wanted.name);
    let (mut gone, stands) = left(run, &kinds, &now.taken, is_same).await?;
    if stands == 0 {
        gone.clear();
    }
    let is_before = |file: &str| now.states.go_on_from(file, &wanted.name);
    let (before, stands) = left(run, &kinds, &now.taken, is_before).await?;
    if before.len() < stands {
        gone.extend(before);
    }
    let mut by_kind = BTreeMap::<&str, Vec<Uuid>>::new();
    for one in &gone {
        by_kind.entry(one.kind.name).or_default().push(one.record);
    }
    let mut titles = HashMap::new();
    for (kind, ids) in by_kind {
        let standing = read(run, kind, &ids).await?;
        titles.extend(called(run, standing).await?);
    }
    let gone = gone.into_iter().filter_map(|one| {
        let title = titles.get(&one.record)?;
        Some(Problem {
            raw: format!("{} {} {title}", one.sheet, one.row),
            sheet: one.sheet,
            // It is of no row of the file as it is now.
            row: 0,
            column: String::new(),
            field: None,
            reason: GONE,
            level: Level::Should,
        })
    });
    let older = now.states.newer_than(&wanted.name);
    let older = older.into_iter().map(|file| Problem {
        raw: file.to_owned(),
        sheet: tables
            .first()
            .map(|table| table.sheet.clone())
            .unwrap_or_default(),
        row: 0,
        column: String::new(),
        field: None,
        reason: OLDER,
        level: Level::Should,
    });
    Ok(older.chain(gone).collect())
}

/// What earlier imports of such files made and no row stands for now, and how
/// much of it stands.
async fn left(
    run: &mut Running<'_>,
    kinds: &BTreeSet<&'static str>,
    taken: &Stood,
    is_earlier: impl Fn(&str) -> bool,
) -> Result<(Vec<FromRow>, usize), Fault> {
    let mut gone = Vec::new();
    let mut stands = 0usize;
    for import in run.earlier_imports(is_earlier).await? {
        let mut last = None;
        loop {
            let (mut made, end) = run.made_by(import, kinds.iter().copied(), last).await?;
            let all = made.len();
            made.retain(|one| !taken.contains(&one.record));
            stands += all - made.len();
            gone.append(&mut made);
            if end.is_none() {
                break;
            }
            last = end;
        }
    }
    Ok((gone, stands))
}

async fn read(run: &mut Running<'_>, kind: &str, ids: &[Uuid]) -> Result<Vec<Record>, Fault> {
    let Some(kind) = kinds::find(kind) else {
        return Ok(Vec::new());
    };
    let ids = ids.iter().map(Uuid::to_string);
    Ok(run.records_by(kind, "id", ids).await?)
}

/// What records are called: some by the record that they are about.
async fn called(
    run: &mut Running<'_>,
    records: Vec<Record>,
) -> Result<HashMap<Uuid, String>, Fault> {
    let title = |record: &Record| {
        let title = record.values.get(record.kind.title);
        title.and_then(Json::as_str).unwrap_or_default().to_owned()
    };
    let shape = |record: &Record| {
        record
            .kind
            .field(record.kind.title)
            .map(|field| field.shape)
    };
    let mut titles: HashMap<Uuid, String> = records
        .iter()
        .map(|record| (record.id, title(record)))
        .collect();
    let Some(Shape::Ref(to)) = records.first().and_then(shape) else {
        return Ok(titles);
    };
    let about: BTreeSet<Uuid> = titles
        .values()
        .filter_map(|text| Uuid::parse_str(text).ok())
        .collect();
    let about: Vec<Uuid> = about.into_iter().collect();
    let about = read(run, to, &about).await?;
    let names: HashMap<String, String> = about
        .iter()
        .map(|record| (record.id.to_string(), title(record)))
        .collect();
    for text in titles.values_mut() {
        *text = names.get(text).cloned().unwrap_or_default();
    }
    Ok(titles)
}
