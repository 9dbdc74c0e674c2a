//! The end of a block: what rows told is compared with what stands, and
//! becomes writes.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value as Json;
use suoji_model::log::Values;
use suoji_model::{Cell, Shape, Value, kinds};
use suoji_store::{Running, Write, Written};
use uuid::Uuid;

use super::super::AT_ONCE;
use super::super::rounded::{is_worth, says_less};
use super::super::source::Sheet;
use super::blanked::{self, Blanked};
use super::paid::Paid;
use super::set_back::{self, Back};
use super::states::States;
use super::{Planner, Told};
use crate::contract::{FieldPair, Name};
use crate::fault::Fault;

/// What became of one row of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Became {
    /// It made a record of its table's kind.
    Created,
    /// It changed records.
    Updated,
    /// All it says stands there.
    Unchanged,
    /// It told of nothing.
    Nothing,
}

/// What became of a block.
#[derive(Debug, Default)]
pub(in crate::import) struct Settled {
    /// The rows that told of records, in order.
    pub(in crate::import) rows: Vec<Became>,
    /// Values that others wrote since.
    pub(in crate::import) noted: Vec<Noted>,
    /// What an earlier state of the file gave and stays though no row does.
    pub(in crate::import) blanked: Vec<Blanked>,
    /// What changed value by value, when that is told.
    pub(in crate::import) changed: Vec<Changed>,
    /// What records made by this import are called that changed values refer
    /// to.
    pub(in crate::import) titles: HashMap<Uuid, Name>,
}

/// A record that changed.
#[derive(Debug)]
pub(in crate::import) struct Changed {
    pub(in crate::import) sheet: String,
    pub(in crate::import) row: u32,
    pub(in crate::import) kind: &'static str,
    pub(in crate::import) id: Uuid,
    pub(in crate::import) fields: Vec<FieldPair>,
}

/// A value that the row says otherwise than what was written since.
#[derive(Debug)]
pub(in crate::import) struct Noted {
    pub(in crate::import) sheet: String,
    pub(in crate::import) row: u32,
    pub(in crate::import) kind: &'static str,
    pub(in crate::import) field: String,
    pub(in crate::import) why: Since,
}

/// What was written since, and what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Since {
    /// A person wrote it, and it stays.
    ByPerson,
    /// A later file than this one gave it, and it stays.
    ByLaterFile,
    /// Another ledger gave it, and said more exactly what this one rounds: it
    /// stays.
    Exactly,
    /// A file gave it after one that said what this row says: that is set back.
    SetBack,
}

impl Planner {
    /// Writes what the block of a sheet told, and forgets the block.
    ///
    /// Blanks are filled, values that an import wrote are updated, values that
    /// a person wrote stay; that there is no value removes one only where
    /// somebody says so.
    pub(in crate::import) async fn settle(
        &mut self,
        run: &mut Running<'_>,
        sheet: &Sheet<'_>,
    ) -> Result<Settled, Fault> {
        self.recall(run).await?;
        let blanked = self.blanked(&sheet.makes());
        let written = self.written(run, &blanked).await?;
        let mut settled = Settled::default();
        if self.tells_changes && self.told.iter().any(|told| !told.new) {
            settled.titles = self.titles_made();
        }
        let mut told = std::mem::take(&mut self.told);
        let mut changed = vec![false; told.len()];
        let mut writes = Vec::with_capacity(told.len());
        // What refers to records that are made behind it.
        let mut later = Vec::new();
        for (place, told) in told.iter_mut().enumerate() {
            if place % AT_ONCE == 0 {
                run.go_on().await?;
            }
            if told.gone {
                continue;
            }
            if told.new {
                let (write, edit) = self.made(told, place);
                writes.push(write);
                later.extend(edit);
                changed[place] = true;
            } else {
                let blanked = blanked.get(&told.id).map_or(&[][..], Vec::as_slice);
                let edit = self.edited(told, blanked, &written, sheet, &mut settled);
                changed[place] = edit.is_some();
                later.extend(edit);
            }
        }
        self.told = told;
        writes.extend(later);
        run.write(writes).await?;
        settled.rows = self.became(run, &sheet.makes(), &changed).await?;
        self.forget();
        Ok(settled)
    }

    /// What was written of the records of which rows say something else, or no
    /// longer say something.
    async fn written(
        &self,
        run: &mut Running<'_>,
        blanked: &HashMap<Uuid, Vec<Blanked>>,
    ) -> Result<Histories, Fault> {
        let differs = |told: &&Told| {
            let standing = self.standing.get(&told.id);
            standing.is_some_and(|record| {
                let differs = |(name, value): (&String, &Json)| {
                    let old = record.values.get(name);
                    old.is_some_and(|old| old != value)
                };
                told.values.iter().any(differs)
            })
        };
        let conflicting = self.told.iter().filter(|told| !told.new).filter(differs);
        let asked = conflicting.map(|told| told.id);
        let asked: HashSet<Uuid> = asked.chain(blanked.keys().copied()).collect();
        match asked.is_empty() {
            true => Ok(HashMap::new()),
            false => Ok(run.written(asked).await?),
        }
    }

    /// The record that the one told of at `place` becomes, and what is set in it
    /// when those it refers to are there.
    fn made(&self, told: &mut Told, place: usize) -> (Write, Option<Write>) {
        let mut values = std::mem::take(&mut told.values);
        let ahead = ahead(&values, place, &self.places);
        let edit = (!ahead.is_empty()).then(|| {
            values.retain(|name, _| !ahead.contains_key(name));
            let mut edit = Write::edit(told.kind, told.id, i64::MAX, ahead);
            edit.source = Some(told.source.clone());
            edit
        });
        let mut write = Write::create(told.kind, values);
        write.record = told.id;
        write.source = Some(std::mem::take(&mut told.source));
        (write, edit)
    }

    /// What is changed in a record that stands, if anything is; what is to be
    /// said of it goes into `settled`.
    fn edited(
        &self,
        told: &mut Told,
        blanked: &[Blanked],
        written: &Histories,
        sheet: &Sheet<'_>,
        settled: &mut Settled,
    ) -> Option<Write> {
        let record = self.standing.get(&told.id)?;
        let (mut set, noted) = compare(told, &record.values, written, (&self.states, sheet));
        for one in blanked {
            let group = one.target.declared().map_or("", |field| field.group);
            let history = written.get(&(told.id, group.to_owned()));
            if !blanked::is_of_file(history, &self.states, sheet.file) {
                continue;
            }
            let head = sheet.table.columns.get(usize::from(one.column));
            let head = head.map_or("", |column| column.head.as_str());
            let answer = self.answers.get(&blanked::key(sheet.file, head));
            if answer.is_some_and(|answer| answer == blanked::CLEAR) {
                let now = told.values.get(one.target.field).cloned();
                set.insert(one.target.field.to_owned(), now.unwrap_or_default());
            } else if answer.is_none() {
                settled.blanked.push(one.clone());
            }
        }
        let row = told.rows.last().and_then(|row| self.rows.get(*row));
        if let Some(row) = row {
            let noted = noted.into_iter().map(|(field, why)| Noted {
                sheet: row.sheet.clone(),
                row: row.row,
                kind: told.kind.name,
                field,
                why,
            });
            settled.noted.extend(noted);
        }
        if set.is_empty() {
            return None;
        }
        if let Some(row) = row.filter(|_| self.tells_changes) {
            let pair = |(field, new): (&String, &Json)| FieldPair {
                field: field.clone(),
                old: record.values.get(field).cloned().unwrap_or_default(),
                new: new.clone(),
            };
            settled.changed.push(Changed {
                sheet: row.sheet.clone(),
                row: row.row,
                kind: told.kind.name,
                id: told.id,
                fields: set.iter().map(pair).collect(),
            });
        }
        let mut write = Write::edit(told.kind, told.id, record.version, set);
        write.source = Some(std::mem::take(&mut told.source));
        Some(write)
    }

    /// What became of each row, by whether the records told of changed.
    async fn became(
        &self,
        run: &mut Running<'_>,
        makes: &[&'static str],
        changed: &[bool],
    ) -> Result<Vec<Became>, Fault> {
        let mut rows = Vec::with_capacity(self.rows.len());
        for (number, row) in self.rows.iter().enumerate() {
            if number % AT_ONCE == 0 {
                run.go_on().await?;
            }
            let made = |place: &usize| {
                let told = &self.told[*place];
                let first = told.rows.first() == Some(&number);
                told.new && first && makes.contains(&told.kind.name)
            };
            rows.push(if row.told.iter().any(made) {
                Became::Created
            } else if row.told.iter().any(|place| changed[*place]) {
                Became::Updated
            } else if row.told.is_empty() {
                Became::Nothing
            } else {
                Became::Unchanged
            });
        }
        Ok(rows)
    }

    /// Lets go of the block.
    fn forget(&mut self) {
        self.told.clear();
        self.places.clear();
        self.rows.clear();
        self.standing.clear();
        self.alone.clear();
        self.children.clear();
        self.origins.clear();
        self.meant.clear();
        self.paid_by.clear();
        self.paid = Paid::default();
        self.register.forget();
    }

    /// What the rows of a ledger sent again no longer say of the records that
    /// they are.
    fn blanked(&self, makes: &[&'static str]) -> HashMap<Uuid, Vec<Blanked>> {
        if !self.is_sent_again {
            return HashMap::new();
        }
        let told = self.told.iter().filter(|told| !told.new && !told.gone);
        let told = told.filter(|told| makes.contains(&told.kind.name));
        told.filter_map(|told| {
            let record = self.standing.get(&told.id)?;
            let found = blanked::of_told(told, &self.rows, &record.values);
            let found: Vec<Blanked> = found.collect();
            (!found.is_empty()).then_some((told.id, found))
        })
        .collect()
    }

    /// What the records are called that the block makes.
    fn titles_made(&self) -> HashMap<Uuid, Name> {
        let made = self.told.iter().filter(|told| told.new);
        made.filter_map(|told| {
            let title = told.values.get(told.kind.title)?.as_str()?;
            let kind = told.kind.name.to_owned();
            let title = title.to_owned();
            Some((told.id, Name { kind, title }))
        })
        .collect()
    }

    /// Reads the records told of that the block did not ask for yet.
    async fn recall(&mut self, run: &mut Running<'_>) -> Result<(), Fault> {
        let mut missing = BTreeMap::<&'static str, Vec<String>>::new();
        for told in self.told.iter().filter(|told| !told.new) {
            if !self.standing.contains_key(&told.id) {
                let ids = missing.entry(told.kind.name).or_default();
                ids.push(told.id.to_string());
            }
        }
        for (kind, ids) in missing {
            if let Some(kind) = kinds::find(kind) {
                let found = run.records_by(kind, "id", ids).await?;
                self.standing
                    .extend(found.into_iter().map(|record| (record.id, record)));
            }
        }
        Ok(())
    }
}

/// The values to set, and the names of those about which something is to be
/// said.
fn compare(
    told: &Told,
    standing: &Values,
    written: &Histories,
    (states, sheet): (&States, &Sheet<'_>),
) -> (Values, Vec<(String, Since)>) {
    let mut set = Values::new();
    let mut noted = Vec::new();
    for (name, value) in &told.values {
        let group = told
            .kind
            .field(name)
            .map_or(name.as_str(), |field| field.group);
        let history = written.get(&(told.id, group.to_owned()));
        let history = history.map_or(&[][..], Vec::as_slice);
        match standing.get(name) {
            Some(old) if old == value || is_same_area(old, value) => continue,
            Some(old) if value.get("absent").is_some() && old.get("absent").is_none() => continue,
            // Of what a person wrote there is no file.
            Some(_) if history.last().is_some_and(|last| last.file.is_none()) => {
                noted.push((name.clone(), Since::ByPerson));
                continue;
            }
            // The dollars say more than what they are worth.
            Some(old) if is_worth((Some(old), standing.get("rate")), (Some(value), None)) => {
                continue;
            }
            Some(old) if is_elsewhere(history, states, sheet) && says_less(value, old) => {
                noted.push((name.clone(), Since::Exactly));
                continue;
            }
            // Not yes is what a flag says that nobody raised.
            None if value.is_null() || *value == Json::Bool(false) => continue,
            _ => {}
        }
        match set_back::of(told, name, value, history, sheet) {
            Some(Back::Stays) => {
                noted.push((name.clone(), Since::ByLaterFile));
                continue;
            }
            Some(Back::Told) => noted.push((name.clone(), Since::SetBack)),
            None => {}
        }
        set.insert(name.clone(), value.clone());
    }
    (set, noted)
}

/// Whether what stands came from another ledger than the one that is read.
fn is_elsewhere(history: &[Written], states: &States, sheet: &Sheet<'_>) -> bool {
    let last = history.last().and_then(|last| last.file.as_ref());
    last.is_some_and(|(file, _)| !states.have(file, sheet.file))
}

/// Whether two areas are one in two units, as a list shows 100 mu as
/// 66 666.6667 square metres.
fn is_same_area(old: &Json, new: &Json) -> bool {
    let read = |value: &Json| match Cell::read(&Shape::Area, value) {
        Ok(Cell::Known(Value::Area(area), mark)) => Some((area, mark)),
        _ => None,
    };
    if old.get("area").is_none() || new.get("area").is_none() {
        return false;
    }
    match (read(old), read(new)) {
        (Some((old, was)), Some((new, is))) => {
            was == is && old.unit != new.unit && old.scaled_in(new.unit) == new.scaled
        }
        _ => false,
    }
}

/// What was written of records and groups of their fields, oldest first.
type Histories = HashMap<(Uuid, String), Vec<Written>>;

/// Characters of an id, as references have it.
const ID_LENGTH: usize = 36;

/// The values that refer to a record which is written later than the one at
/// `place`.
fn ahead(values: &Values, place: usize, places: &HashMap<Uuid, usize>) -> Values {
    let refers = |value: &Json| {
        let text = value.as_str().filter(|text| text.len() == ID_LENGTH);
        let id = text.and_then(|text| Uuid::parse_str(text).ok());
        id.and_then(|id| places.get(&id))
            .is_some_and(|at| *at > place)
    };
    let ahead = values.iter().filter(|(_, value)| refers(value));
    ahead
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}
