//! What an import will write: records told of by rows, block by block.

pub(super) mod blanked;
mod firms;
mod paid;
mod prepare;
mod set_back;
mod settle;
pub(super) mod states;

use self::blanked::Blank;
pub(super) use self::settle::{Became, Changed, Settled, Since};
use self::states::States;

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

use serde_json::{Value as Json, json};
use suoji_exchange::{Answers, LedgerRow};
use suoji_model::kinds::PAYMENT;
use suoji_model::log::{Source, Values};
use suoji_model::{Kind, kinds};
use suoji_store::Record;
use uuid::Uuid;

use super::filed::{AsIs, Key, Keys, Several, Stood};
use super::likeness::fold;
use super::register::Register;
use super::rows::in_place::InPlace;
use super::rows::left::Left;
use super::source::Sheet;

/// The kinds whose records belong to another: child, and the field that says
/// to whom.
const CHILDREN: &[(&str, &str)] = &[
    ("project", "investor"),
    ("agreement", "project"),
    ("contact", "enterprise"),
    ("lead", "enterprise"),
    ("visit", "enterprise"),
    ("payment", "project"),
    ("key_project", "project"),
    ("project_phase", "key_project"),
    ("lease", "unit"),
];

/// What rows say of one record.
#[derive(Debug, Clone)]
struct Told {
    kind: &'static Kind,
    id: Uuid,
    /// Whether this import makes it.
    new: bool,
    values: Values,
    source: Source,
    /// The rows of the block that told.
    rows: Vec<usize>,
    /// Whether the only row that told of it was left out.
    gone: bool,
    /// Whether a row of an earlier block stands for it.
    is_listed_before: bool,
}

/// A row of the block and the records it told of.
#[derive(Debug, Default)]
struct RowTold {
    sheet: String,
    row: u32,
    told: Vec<usize>,
    /// What it says nothing of, when the file is sent again.
    blank: Vec<Blank>,
}

/// Plans records from rows.
#[derive(Default)]
pub(super) struct Planner {
    pub(super) register: Register,
    /// Records that rows of this import stand for already.
    pub(super) taken: Stood,
    /// Payments that rows of this sheet stand for already.
    pub(super) paid_here: Stood,
    /// Whether records that were there before stay as they are.
    pub(super) spares_known: bool,
    /// Whether what would change is told value by value.
    pub(super) tells_changes: bool,
    /// What was said of the columns of the file.
    pub(super) answers: Answers,
    /// Whether records that the block may mean came from this file before.
    is_sent_again: bool,
    /// The files that the ledger goes on from.
    pub(super) states: States,
    told: Vec<Told>,
    places: HashMap<Uuid, usize>,
    rows: Vec<RowTold>,
    /// Records of the desk that the block asked for.
    standing: HashMap<Uuid, Record>,
    children: HashMap<(&'static str, Uuid), Vec<Uuid>>,
    /// Contacts of the desk that are of no enterprise, by what they are called.
    alone: HashMap<Key, Vec<Uuid>, BuildHasherDefault<AsIs>>,
    origins: HashMap<Uuid, Source>,
    /// Records that rows of the block mean by what they say, and those rows.
    meant: HashMap<Uuid, Vec<u32>>,
    /// What earlier states of the file made and no row of the block means.
    pub(super) left: Left,
    /// What earlier states of the file made where the rows of the block stand.
    pub(super) in_place: InPlace,
    /// Payments by the number of their voucher.
    vouchers: Several<Key, BuildHasherDefault<AsIs>>,
    /// Payments by project and day.
    paid: paid::Paid,
    /// Payments of the desk by who paid.
    paid_by: HashMap<Uuid, Vec<Uuid>>,
    keys: Keys,
    /// The key project that rows of further phases belong to, with what its
    /// rows add up to so far.
    pub(super) last_key_project: Option<LastListed>,
    source: Option<Source>,
    /// New records that only rows told of which were left out; they are made
    /// when another row tells of them.
    gone: HashMap<Uuid, Told>,
}

/// The listing of a key project that rows of its phases may follow.
#[derive(Debug)]
pub(super) struct LastListed {
    pub(super) id: Uuid,
    /// What its rows so far add up to.
    pub(super) sums: Values,
    /// How many rows of phases said the total of the first once more.
    pub(super) repeated: u32,
    /// What its first row says, where that is of all phases.
    pub(super) whole: Option<Values>,
}

impl Planner {
    /// Says which row the next records come from.
    pub(super) fn at(&mut self, sheet: &Sheet<'_>, row: &LedgerRow) {
        let before = self.source.as_ref();
        if before.is_some_and(|before| before.sheet != sheet.table.sheet) {
            self.paid_here = Stood::default();
        }
        self.rows.push(RowTold {
            sheet: sheet.table.sheet.clone(),
            row: row.row,
            told: Vec::new(),
            blank: match self.is_sent_again {
                true => blanked::of_row(sheet, row),
                false => Vec::new(),
            },
        });
        self.source = Some(sheet.source(row.row));
    }

    /// The row that is planned now is left out; so is what it alone told of.
    pub(super) fn tells_nothing(&mut self) {
        let number = self.rows.len().saturating_sub(1);
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        for place in std::mem::take(&mut row.told) {
            let told = &mut self.told[place];
            if told.new && told.rows == [number] {
                told.gone = true;
                self.gone.insert(told.id, told.clone());
            }
        }
    }

    /// Makes a record after all that only a row told of which was left out.
    fn revive(&mut self, id: Uuid) {
        let Some(told) = self.gone.remove(&id) else {
            return;
        };
        match self.places.get(&id) {
            Some(place) => self.told[*place].gone = false,
            None => {
                self.told.push(Told {
                    rows: Vec::new(),
                    gone: false,
                    ..told
                });
                self.places.insert(id, self.told.len() - 1);
            }
        }
    }

    /// Plans a new record; `raw` is the text of the cells it comes from.
    pub(super) fn create(&mut self, kind: &'static Kind, values: Values, raw: Values) -> Uuid {
        let id = Uuid::now_v7();
        self.taken.insert_new(&id);
        self.register.index(kind, id, &values);
        self.adopt(kind, id, &values);
        self.note(kind, id, true, values, raw);
        id
    }

    /// Plans what a row says of a record that is there or will be.
    pub(super) fn tell(&mut self, kind: &'static Kind, id: Uuid, values: Values, raw: Values) {
        let is_listed_before = self.taken.contains(&id) && !self.places.contains_key(&id);
        self.taken.insert(&id);
        self.remark(kind, id, values, raw);
        if let Some(place) = self.places.get(&id) {
            self.told[*place].is_listed_before |= is_listed_before;
        }
    }

    /// Plans what follows from a row for a record that the row does not stand
    /// for.
    pub(super) fn remark(&mut self, kind: &'static Kind, id: Uuid, values: Values, raw: Values) {
        let spared = self.spares_known && !self.taken.is_new(&id);
        let values = if spared { Values::new() } else { values };
        self.register.index(kind, id, &values);
        self.note(kind, id, false, values, raw);
    }

    /// The record that a reference names; planned with `also` when new.
    pub(super) fn named(&mut self, kind: &'static Kind, name: &str, also: Values) -> Uuid {
        if let Some(id) = self.register.find(kind.name, "name", name) {
            self.revive(id);
            return id;
        }
        let mut values = also;
        values.insert("name".to_owned(), json!(name.trim()));
        self.create(kind, values, Values::new())
    }

    /// The records of `child` that belong to `parent`, oldest first.
    pub(super) fn children(&self, child: &'static str, parent: Uuid) -> Vec<Uuid> {
        let found = self.children.get(&(child, parent));
        found.cloned().unwrap_or_default()
    }

    /// What a field of a record will hold.
    pub(super) fn value(&self, id: Uuid, field: &str) -> Option<&Json> {
        let told = self
            .places
            .get(&id)
            .and_then(|place| self.told[*place].values.get(field));
        told.or_else(|| self.standing.get(&id)?.values.get(field))
    }

    /// A text that a record will hold.
    pub(super) fn text(&self, id: Uuid, field: &str) -> Option<&str> {
        self.value(id, field)?.as_str()
    }

    /// Where a record of the desk first came from.
    pub(super) fn origin(&self, id: Uuid) -> Option<&Source> {
        self.origins.get(&id)
    }

    /// Whether the rows of the block stood in the file before, or may have.
    pub(super) fn is_sent_again(&self) -> bool {
        self.is_sent_again
    }

    /// Whether records that the block may mean came from this file before.
    fn knows_file(&self, file: &str) -> bool {
        let mut origins = self.origins.values();
        origins.any(|origin| self.states.have(&origin.file, file))
    }

    /// A row of the block means this record by what it says.
    pub(super) fn mean(&mut self, id: Uuid, row: u32) {
        self.meant.entry(id).or_default().push(row);
    }

    /// Whether most rows of the block mean what stands already.
    pub(super) fn lists_again(&self, rows: usize) -> bool {
        let again: HashSet<u32> = self.meant.values().flatten().copied().collect();
        again.len() * 2 > rows
    }

    /// Whether a row of the block means this record.
    pub(super) fn is_meant(&self, id: Uuid) -> bool {
        self.meant.contains_key(&id)
    }

    /// Whether another row of the block means this record.
    pub(super) fn is_of_other(&self, id: Uuid, row: u32) -> bool {
        let rows = self.meant.get(&id);
        rows.is_some_and(|rows| rows.iter().any(|own| *own != row))
    }

    /// Whether this import makes a record.
    pub(super) fn makes(&self, id: Uuid) -> bool {
        self.taken.is_new(&id)
    }

    /// The row that first told of a record: file, sheet and row.
    pub(super) fn row_of(&self, id: Uuid) -> Option<(String, String, u32)> {
        let own = self.places.get(&id).map(|place| &self.told[*place].source);
        let source = self.origins.get(&id).or(own)?;
        Some((source.file.clone(), source.sheet.clone(), source.row))
    }

    /// The records of a kind that the block told of.
    pub(super) fn told_of(&self, kind: &str) -> Vec<Uuid> {
        let told = self.told.iter().filter(|told| told.kind.name == kind);
        told.map(|told| told.id).collect()
    }

    /// When a lead was reported: day and time, no day last.
    pub(super) fn reported(&self, lead: Uuid) -> (String, String) {
        let date = super::cells::day(self.value(lead, "reported_at"));
        let time = self.text(lead, "reported_time").unwrap_or_default();
        (date.unwrap_or_else(|| "9999".to_owned()), time.to_owned())
    }

    /// The source of the row that is planned now.
    pub(super) fn here(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    fn note(&mut self, kind: &'static Kind, id: Uuid, new: bool, values: Values, raw: Values) {
        self.revive(id);
        if kind.name == PAYMENT.name && values.contains_key("paid_date") {
            self.keep_paid(id, &values);
        }
        let row = self.rows.len().saturating_sub(1);
        let place = match self.places.get(&id) {
            Some(place) => {
                let told = &mut self.told[*place];
                for (name, value) in values {
                    // That there is no value does not remove one.
                    let known = told.values.get(&name);
                    if value.get("absent").is_none() || known.is_none() {
                        told.values.insert(name, value);
                    }
                }
                for (head, text) in raw {
                    told.source.raw.entry(head).or_insert(text);
                }
                *place
            }
            None => {
                let source = self.source.clone().unwrap_or_default();
                self.told.push(Told {
                    kind,
                    id,
                    new,
                    values,
                    source: Source { raw, ..source },
                    rows: Vec::new(),
                    gone: false,
                    is_listed_before: false,
                });
                self.places.insert(id, self.told.len() - 1);
                self.told.len() - 1
            }
        };
        if self.told[place].rows.last() != Some(&row) {
            self.told[place].rows.push(row);
        }
        if let Some(one) = self.rows.get_mut(row)
            && !one.told.contains(&place)
        {
            one.told.push(place);
        }
    }

    /// Puts a record under those it belongs to.
    fn adopt(&mut self, kind: &'static Kind, id: Uuid, values: &Values) {
        if kind.name == PAYMENT.name {
            self.keep_paid(id, values);
        }
        let Some((_, by)) = CHILDREN.iter().find(|(child, _)| *child == kind.name) else {
            return;
        };
        let parent = values
            .get(*by)
            .and_then(|value| Uuid::parse_str(value.as_str()?).ok());
        if let Some(parent) = parent {
            let children = self.children.entry((kind.name, parent)).or_default();
            if !children.contains(&id) {
                children.push(id);
            }
        }
    }

    /// The visits of the desk that are of no enterprise.
    pub(super) fn visits_alone(&self) -> Vec<Uuid> {
        let standing = self.standing.values();
        let alone = standing.filter(|record| is_alone(record, &kinds::VISIT));
        let mut found: Vec<Uuid> = alone.map(|record| record.id).collect();
        found.sort_unstable();
        found
    }

    /// The contacts of the desk that are of no enterprise and called so,
    /// oldest first.
    pub(super) fn contacts_alone(&self, name: &str) -> &[Uuid] {
        let found = self.alone.get(&self.contact_called(name));
        found.map_or(&[], Vec::as_slice)
    }

    fn contact_called(&self, name: &str) -> Key {
        self.keys.of(kinds::CONTACT.name, "name", &fold(name))
    }

    /// Takes records of the desk in.
    pub(super) fn take(&mut self, found: Vec<Record>) {
        for record in found {
            self.adopt(record.kind, record.id, &record.values);
            if let Some(name) = record.values.get("name").and_then(Json::as_str)
                && is_alone(&record, &kinds::CONTACT)
            {
                let key = self.contact_called(name);
                let alone = self.alone.entry(key).or_default();
                if let Err(at) = alone.binary_search(&record.id) {
                    alone.insert(at, record.id);
                }
            }
            self.standing.insert(record.id, record);
        }
    }
}

fn is_alone(record: &Record, kind: &Kind) -> bool {
    record.kind.name == kind.name && !record.values.contains_key("enterprise")
}
