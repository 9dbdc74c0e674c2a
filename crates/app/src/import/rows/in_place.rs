//! Rows in which the very name was put right by which their record is found:
//! the same row of an earlier state of the file made a record that no row means
//! any more, and says all but one thing as that does.

use std::collections::{HashMap, HashSet};

use serde_json::Value as Json;
use suoji_model::log::Values;
use suoji_model::{Kind, Shape, kinds};
use suoji_store::Running;
use uuid::Uuid;

use super::super::cells::cell_text;
use super::super::planner::Planner;
use super::super::register::called_by;
use super::super::resent::is_sheet_again;
use super::super::source::Sheet;
use super::Reading;
use crate::fault::Fault;

/// The kinds whose records have no other name than that.
const KINDS: &[&str] = &["lead", "visit", "payment", "parcel"];
/// Records of an earlier state that are looked through.
const MOST: usize = 2_000;

/// What the same rows of earlier states made.
#[derive(Debug, Default)]
pub(in crate::import) struct InPlace {
    /// By sheet and row, for the kinds that were asked for.
    made: HashMap<&'static str, Vec<(String, u32, Uuid)>>,
    /// For the rows of the block.
    by_row: HashMap<u32, Uuid>,
}

/// Finds what earlier states made in the places of the rows of a block.
pub(in crate::import) async fn find(
    planner: &mut Planner,
    run: &mut Running<'_>,
    sheet: &Sheet<'_>,
) -> Result<(), Fault> {
    planner.in_place.by_row.clear();
    let kind = KINDS.iter().find(|kind| **kind == sheet.table.kind);
    let Some(kind) = kind.and_then(|kind| kinds::find(kind)) else {
        return Ok(());
    };
    if !planner.in_place.made.contains_key(kind.name) {
        let made = made(planner, run, sheet.file, kind).await?;
        planner.in_place.made.insert(kind.name, made);
    }
    let called: Vec<Uuid> = called(planner, sheet, kind);
    let rows = sheet.table.rows.iter().map(|row| row.row);
    let rows: HashSet<u32> = rows.collect();
    let made = planner.in_place.made.get(kind.name).into_iter().flatten();
    let here = made.filter(|(of, row, id)| {
        rows.contains(row)
            && is_sheet_again(of, (&sheet.table.sheet, sheet.file))
            && !planner.taken.contains(id)
            && !planner.is_meant(*id)
            && !called.contains(id)
    });
    let by_row: HashMap<u32, Uuid> = here.map(|(_, row, id)| (*row, *id)).collect();
    if by_row.is_empty() {
        return Ok(());
    }
    let ids: Vec<String> = by_row.values().map(Uuid::to_string).collect();
    let found = run.records_by(kind, "id", ids).await?;
    planner.take(found);
    planner.trace(run).await?;
    planner.in_place.by_row = by_row;
    Ok(())
}

/// The records that the rows of a list name.
fn called(planner: &Planner, sheet: &Sheet<'_>, kind: &'static Kind) -> Vec<Uuid> {
    let fields = called_by(kind.name).unwrap_or_default();
    let rows = sheet.table.rows.iter();
    let found = rows.flat_map(|row| {
        fields.iter().filter_map(move |field| {
            let text = cell_text(row, kind.name, field)?;
            planner.register.find(kind.name, field, text)
        })
    });
    found.collect()
}

/// What earlier states of a file made; none when that is too much.
async fn made(
    planner: &Planner,
    run: &mut Running<'_>,
    file: &str,
    kind: &'static Kind,
) -> Result<Vec<(String, u32, Uuid)>, Fault> {
    let states = &planner.states;
    let mut all = Vec::new();
    for import in run
        .earlier_imports(|other| states.have(other, file))
        .await?
    {
        let (made, more) = run.made_by(import, [kind.name], None).await?;
        all.extend(made.into_iter().map(|one| (one.sheet, one.row, one.record)));
        if more.is_some() || all.len() > MOST {
            return Ok(Vec::new());
        }
    }
    Ok(all)
}

impl Reading<'_> {
    /// What the same row of an earlier state made, if the row says it again but
    /// for one thing.
    pub(super) fn in_place(&self, kind: &Kind, values: &Values) -> Option<Uuid> {
        let id = self.planner.in_place.by_row.get(&self.row.row).copied()?;
        let (mut telling, mut same, mut other) = (0usize, 0usize, 0usize);
        for (name, value) in values {
            let stands = self.planner.value(id, name);
            let known = |value: &&Json| !value.is_null() && value.get("absent").is_none();
            let Some(stands) = stands.filter(known).filter(|_| known(&value)) else {
                continue;
            };
            if stands != value {
                other += 1;
                continue;
            }
            same += 1;
            let shape = kind.field(name).map(|field| field.shape);
            telling += usize::from(shape.is_some_and(|shape| tells(&shape)));
        }
        let is_same = other <= 1 && telling >= 2 && same > other;
        (is_same && !self.planner.taken.contains(&id)).then_some(id)
    }
}

/// Whether two records seldom have such a value in common.
fn tells(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Text { .. } | Shape::Money | Shape::Area | Shape::Date
    )
}
