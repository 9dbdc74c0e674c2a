//! What a try found out about single rows, gathered for screens that show
//! them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use suoji_exchange::{Cells, LedgerRow, Table};
use suoji_model::{Cell, Shape, kinds};
use suoji_store::Desk;
use uuid::Uuid;

use super::notes;
use super::planner::Changed;
use super::request::RowDetail;
use crate::contract::*;
use crate::fault::Fault;
use crate::titles;

/// Problems of a group that are listed.
const LISTED: u64 = 200;
/// Rows kept whatever is said of them: what repeats one is known later.
const KEPT: usize = 5_000;
/// Rows kept because something is said of them.
const KEPT_NOTED: usize = 20_000;
/// Changes that are listed.
const CHANGES: usize = 2_000;

/// The texts of a row, by the place of the column.
type Texts = Vec<(u16, Arc<str>)>;

/// What is gathered.
#[derive(Default)]
pub(super) struct Detail {
    told: ImportDetail,
    /// Whether rows are told of that change nothing.
    has_rows: bool,
    /// Letters of the columns of each table.
    letters: HashMap<String, Vec<String>>,
    rows: BTreeMap<(String, u32), (String, Texts, Cells)>,
    /// Rows of which a cell was put right.
    corrected: BTreeSet<(String, u32)>,
    titles: HashMap<Uuid, Name>,
}

impl Detail {
    /// What is to be gathered.
    pub(super) fn of(wanted: RowDetail) -> Option<Self> {
        (wanted != RowDetail::Nothing).then(|| Self {
            has_rows: wanted == RowDetail::All,
            ..Self::default()
        })
    }

    /// Takes a row in.
    pub(super) fn row(&mut self, table: &Table, row: &LedgerRow, noted: bool) {
        if !self.has_rows {
            return;
        }
        let noted = noted || !row.corrected.is_empty();
        let most = if noted { KEPT_NOTED } else { KEPT };
        if self.rows.len() < most {
            let place = (table.sheet.clone(), row.row);
            if !row.corrected.is_empty() {
                self.corrected.insert(place.clone());
            }
            let kept = (table.key.clone(), in_file(row), row.cells.clone());
            self.rows.insert(place, kept);
        }
    }

    /// Takes in what a block would change.
    pub(super) fn changed(&mut self, changes: Vec<Changed>, titles: HashMap<Uuid, Name>) {
        self.told.changed += changes.len() as u64;
        if !changes.is_empty() {
            let values = changes.iter().flat_map(|one| &one.fields);
            let ids = values.filter_map(|pair| Uuid::parse_str(pair.new.as_str()?).ok());
            let named = ids.filter_map(|id| Some((id, titles.get(&id)?.clone())));
            self.titles.extend(named);
        }
        let room = CHANGES.saturating_sub(self.told.changes.len());
        let changes = changes.into_iter().take(room);
        self.told.changes.extend(changes.map(|one| RowChange {
            sheet: one.sheet,
            row: one.row,
            kind: one.kind.to_owned(),
            id: one.id,
            fields: one.fields,
        }));
    }

    /// Takes in what the tables turned out to be.
    pub(super) fn tables(&mut self, tables: &[Table]) {
        for table in tables {
            let letters = table.columns.iter().map(|column| column.letter.clone());
            self.letters.insert(table.key.clone(), letters.collect());
        }
    }

    /// Puts it into the report: problems that are alike are counted and some
    /// of each listed, and rows that nothing is said of are let go.
    pub(super) async fn finish(
        mut self,
        desk: &Desk,
        report: &mut ImportReport,
    ) -> Result<(), Fault> {
        let mut detail = std::mem::take(&mut self.told);
        if self.has_rows {
            self.tell_of_rows(&mut detail, report);
        }
        detail.names = self.names(desk, &detail.changes).await?;
        report.detail = Some(detail);
        Ok(())
    }

    fn tell_of_rows(&self, detail: &mut ImportDetail, report: &mut ImportReport) {
        let mut places = HashMap::new();
        let groups = &mut detail.groups;
        report.problems.retain(|problem| {
            let place = *places.entry(notes::alike(problem)).or_insert_with(|| {
                groups.push(notes::group(problem));
                groups.len() - 1
            });
            let group = &mut groups[place];
            group.count += 1;
            group.count <= LISTED
        });
        for more in report.more.iter().flat_map(|more| &more.groups) {
            let key = (more.reason.clone(), more.sheet.clone(), more.column.clone());
            match places.get(&key) {
                Some(place) => groups[*place].count += more.count,
                None => groups.push(more.clone()),
            }
        }
        let mut facing: BTreeSet<(&str, u32)> = BTreeSet::new();
        for one in &report.duplicates {
            facing.insert((&one.sheet, one.row));
            if let Some((_, sheet, row)) = one.from.as_ref().filter(|_| one.of_this_file) {
                facing.insert((sheet, *row));
            }
        }
        let mut said = facing.clone();
        let corrected = self.corrected.iter();
        said.extend(corrected.map(|(sheet, row)| (sheet.as_str(), *row)));
        let problems = report.problems.iter();
        said.extend(problems.map(|one| (one.sheet.as_str(), one.row)));
        let changes = detail.changes.iter();
        said.extend(changes.map(|one| (one.sheet.as_str(), one.row)));
        for ((sheet, row), (key, texts, cells)) in &self.rows {
            let place = (sheet.as_str(), *row);
            if facing.contains(&place) {
                detail.told.push(RowTold {
                    sheet: sheet.clone(),
                    row: *row,
                    values: values(cells),
                });
            }
            if !said.contains(&place) {
                continue;
            }
            let letters = self.letters.get(key);
            let cells = texts.iter().filter_map(|(at, text)| {
                let letter = letters?.get(usize::from(*at))?;
                Some((letter.clone(), text.to_string()))
            });
            detail.rows.push(RawRow {
                sheet: sheet.clone(),
                row: *row,
                cells: cells.collect(),
            });
        }
    }

    /// What the records are called that changed values refer to.
    async fn names(
        self,
        desk: &Desk,
        changes: &[RowChange],
    ) -> Result<BTreeMap<Uuid, Name>, Fault> {
        let mut wanted: BTreeMap<&str, BTreeSet<Uuid>> = BTreeMap::new();
        for change in changes {
            wanted.entry(&change.kind).or_default().insert(change.id);
            let kind = kinds::find(&change.kind);
            for pair in &change.fields {
                let field = kind.and_then(|kind| kind.field(&pair.field));
                let Some(Shape::Ref(to)) = field.map(|field| field.shape) else {
                    continue;
                };
                let ids = [&pair.old, &pair.new].into_iter();
                let ids = ids.filter_map(|id| Uuid::parse_str(id.as_str()?).ok());
                wanted.entry(to).or_default().extend(ids);
            }
        }
        let mut names: BTreeMap<Uuid, Name> = self.titles.into_iter().collect();
        for (kind, ids) in wanted {
            names.extend(titles::titles(desk, kind, ids).await?);
        }
        Ok(names)
    }
}

/// A row's values by `kind.field`; what stays blank is left out.
fn values(cells: &Cells) -> BTreeMap<String, serde_json::Value> {
    let cells = cells.iter().filter(|(_, cell)| **cell != Cell::Blank);
    cells
        .filter_map(|(target, cell)| {
            let value = match target.declared()?.shape {
                Shape::Ref(_) => cell.as_text()?.into(),
                shape => cell.to_json(&shape),
            };
            Some((target.dotted(), value))
        })
        .collect()
}

/// What the file holds in a row, before any cell was put right.
fn in_file(row: &LedgerRow) -> Texts {
    let mut texts = row.raw.clone();
    for (at, old) in &row.corrected {
        texts.retain(|(place, _)| place != at);
        texts.push((*at, Arc::clone(old)));
    }
    texts
}
