//! From a book to writes: what is new, what differs, and nothing else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Value as Json, json};
use suoji_exchange::company_core;
use suoji_model::kinds::SEGMENT;
use suoji_model::log::Values;
use suoji_model::{Kind, kinds};
use suoji_store::{Desk, Query, Record, Write};
use uuid::Uuid;

use super::book::{BOOK_KINDS, Book, BookRow, declared, key, masked, target, text};
use super::check::Known;
use crate::fault::Fault;

/// The records of the desk that a book may be about.
pub(super) struct Standing {
    records: BTreeMap<&'static str, Vec<Record>>,
    keys: HashMap<(&'static str, String), (&'static str, usize)>,
    named: HashMap<Uuid, String>,
}

/// What happens to values that stand already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merge {
    /// They stay; only blank ones are filled.
    Keep,
    /// The book's hold.
    Take,
}

/// What a row of a book would do.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) kind: &'static Kind,
    pub(super) key: String,
    pub(super) title: String,
    pub(super) write: Write,
    /// What the values were; `None` for a new record.
    pub(super) before: Option<Values>,
}

impl Standing {
    /// Reads what stands on the desk.
    pub(super) async fn read(desk: &Desk) -> Result<Self, Fault> {
        let mut standing = Self {
            records: BTreeMap::new(),
            keys: HashMap::new(),
            named: HashMap::new(),
        };
        for name in BOOK_KINDS {
            let Some(kind) = kinds::find(name) else {
                continue;
            };
            let query = Query {
                limit: u32::MAX,
                ..Query::default()
            };
            let rows = desk.select(kind, &query).await?.rows;
            for (at, record) in rows.iter().enumerate() {
                let values = standing.outside(kind, &record.values, record.id);
                let key = key(name, &values);
                let mut names = vec![key.clone()];
                if name == "enterprise" {
                    names.extend(names_of(&values));
                }
                standing.named.insert(record.id, key);
                for name in names {
                    standing
                        .keys
                        .entry((kind.name, name))
                        .or_insert((kind.name, at));
                }
            }
            standing.records.insert(name, rows);
        }
        Ok(standing)
    }

    /// The keys of everything that stands.
    pub(super) fn known(&self) -> Known {
        let mut known = Known::new();
        for (kind, key) in self.keys.keys() {
            known.entry(kind).or_default().insert(key.clone());
        }
        known
    }

    /// The segments that stand, with keys instead of ids.
    pub(super) fn segments(&self) -> Vec<Values> {
        let rows = self.of(SEGMENT.name).iter();
        let outside = rows.map(|record| self.outside(&SEGMENT, &record.values, record.id));
        outside.collect()
    }

    /// Values with keys instead of ids. A segment without a code is known by
    /// its id.
    pub(super) fn outside(&self, kind: &Kind, values: &Values, id: Uuid) -> Values {
        let mut outside = Values::new();
        for (name, value) in values {
            let shape = kind.field(name).map(|field| field.shape);
            match shape.map(target) {
                Some(None) => {
                    outside.insert(name.clone(), value.clone());
                }
                Some(Some(Some(_))) => {
                    let id = value.as_str().and_then(|id| Uuid::parse_str(id).ok());
                    if let Some(key) = id.and_then(|id| self.named.get(&id)) {
                        outside.insert(name.clone(), json!(key));
                    }
                }
                // What refers to something that stays on the desk, and fields
                // that users added.
                Some(Some(None)) | None => {}
            }
        }
        if matches!(kind.name, "segment" | "park") && text(&outside, "code").is_empty() {
            outside.insert("code".to_owned(), json!(format!("id_{}", id.simple())));
        }
        outside
    }

    /// The record of that key.
    pub(super) fn find(&self, kind: &'static str, key: &str) -> Option<&Record> {
        let (kind, at) = self.keys.get(&(kind, key.to_owned()))?;
        self.records.get(kind)?.get(*at)
    }

    /// The records of a kind.
    pub(super) fn of(&self, kind: &str) -> &[Record] {
        self.records.get(kind).map_or(&[], Vec::as_slice)
    }

    /// The record that a row of a book is about; enterprises are known by
    /// code, name and other names.
    fn match_row(&self, kind: &'static Kind, values: &Values) -> Option<&Record> {
        let own = key(kind.name, values);
        if kind.name != "enterprise" {
            return self.find(kind.name, &own);
        }
        let names = std::iter::once(own).chain(names_of(values));
        names
            .into_iter()
            .find_map(|name| self.find(kind.name, &name))
    }

    /// The records that the rows of a book are about, new ones with new ids.
    fn ids(&self, book: &Book) -> HashMap<(&'static str, String), Uuid> {
        let mut ids: HashMap<(&'static str, String), Uuid> = HashMap::new();
        for kind in declared() {
            for BookRow { values, .. } in book.rows(kind.name) {
                let id = match self.match_row(kind, values) {
                    Some(record) => record.id,
                    None => Uuid::now_v7(),
                };
                ids.insert((kind.name, key(kind.name, values)), id);
            }
        }
        ids
    }

    /// The records that a book has rows of.
    pub(super) fn met(&self, book: &Book) -> BTreeSet<Uuid> {
        let ids = self.ids(book);
        let links = book.rows("enterprise_segment").iter();
        let links = kinds::find("enterprise_segment").map(|kind| {
            links.filter_map(|row| Some(self.link(&self.inside(kind, &row.values, &ids))?.id))
        });
        let links: Vec<Uuid> = links.into_iter().flatten().collect();
        ids.into_values().chain(links).collect()
    }

    /// What a record is known by.
    pub(super) fn name_of(&self, record: Uuid) -> Option<&str> {
        self.named.get(&record).map(String::as_str)
    }

    /// What the rows of a book would do, in the order of writing.
    pub(super) fn steps(&self, book: &Book, merge: Merge) -> Vec<Step> {
        // Ids first: a segment may come before the one it is part of.
        let ids = self.ids(book);
        let mut steps = Vec::new();
        for kind in declared() {
            let mut made = BTreeSet::new();
            for BookRow { values, .. } in in_order(kind.name, book.rows(kind.name)) {
                let own = key(kind.name, values);
                let set = self.inside(kind, values, &ids);
                // A link of an enterprise that stands under another name is
                // known by what it joins.
                let record = match kind.name {
                    "enterprise_segment" => self.link(&set),
                    _ => self.match_row(kind, values),
                };
                let title = text(values, kind.title).to_owned();
                let step = match record {
                    Some(record) => {
                        let set = changed(kind, record, set, merge);
                        if set.is_empty() {
                            continue;
                        }
                        Step {
                            kind,
                            key: own,
                            title,
                            write: Write::edit(kind, record.id, record.version, set),
                            before: Some(record.values.clone()),
                        }
                    }
                    None => {
                        let id = ids.get(&(kind.name, own.clone())).copied();
                        let id = id.unwrap_or_else(Uuid::now_v7);
                        if !made.insert(id) {
                            continue;
                        }
                        let mut write = Write::create(kind, set);
                        write.record = id;
                        Step {
                            kind,
                            key: own,
                            title,
                            write,
                            before: None,
                        }
                    }
                };
                steps.push(step);
            }
        }
        steps
    }

    /// Values with ids instead of keys.
    fn inside(
        &self,
        kind: &'static Kind,
        values: &Values,
        ids: &HashMap<(&'static str, String), Uuid>,
    ) -> Values {
        let mut set = Values::new();
        for (name, value) in values {
            let Some(field) = kind.field(name) else {
                continue;
            };
            let value = match target(field.shape) {
                None => value.clone(),
                Some(None) => continue,
                Some(Some(target)) => {
                    let key = value.as_str().unwrap_or_default();
                    let known = ids.get(&(target, key.to_owned())).copied();
                    let known = known.or_else(|| self.find(target, key).map(|found| found.id));
                    match known {
                        Some(id) => json!(id),
                        None => continue,
                    }
                }
            };
            set.insert(name.clone(), value);
        }
        set
    }

    fn link(&self, set: &Values) -> Option<&Record> {
        let fields = ["enterprise", "segment", "role"];
        let same = |record: &&Record| {
            fields
                .iter()
                .all(|field| record.values.get(*field) == set.get(*field))
        };
        let named: Vec<Uuid> = ["enterprise", "segment"]
            .iter()
            .filter_map(|field| Uuid::parse_str(text(set, field)).ok())
            .collect();
        let [firm, segment] = named.as_slice() else {
            return None;
        };
        let keys = self.named.get(firm).zip(self.named.get(segment));
        let (firm, segment) = keys?;
        let key = format!("{firm} {} {segment}", text(set, "role"));
        self.find("enterprise_segment", &key).filter(same)
    }
}

/// A parent before its parts.
fn in_order<'r>(kind: &str, rows: &'r [BookRow]) -> Vec<&'r BookRow> {
    let mut order: Vec<&BookRow> = rows.iter().collect();
    if kind == "segment" {
        let parents: HashMap<&str, &str> = rows
            .iter()
            .map(|row| (text(&row.values, "code"), text(&row.values, "parent")))
            .collect();
        let depth = |row: &&BookRow| {
            let first = text(&row.values, "parent");
            std::iter::successors(Some(first), |code| parents.get(code).copied())
                .take_while(|code| !code.is_empty())
                .take(parents.len())
                .count()
        };
        order.sort_by_cached_key(depth);
    }
    order
}

/// The values that a record does not have as the book has them.
fn changed(kind: &Kind, record: &Record, set: Values, merge: Merge) -> Values {
    let mut changed = Values::new();
    for (name, value) in set {
        let standing = record.values.get(&name).unwrap_or(&Json::Null);
        if *standing == value || same_number(standing, &value) {
            continue;
        }
        // What was masked on its way out does not come back over what it hides.
        if masked(standing).is_some_and(|masked| masked == value) {
            continue;
        }
        if name == kind.title && kind.name == "enterprise" {
            continue;
        }
        if merge == Merge::Take || standing.is_null() {
            changed.insert(name, value);
        }
    }
    changed
}

/// Whether two numbers are one, however they are written.
fn same_number(a: &Json, b: &Json) -> bool {
    let number = |json: &Json| -> Option<f64> { json.get("number")?.as_str()?.parse().ok() };
    match (number(a), number(b)) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        _ => false,
    }
}

/// What else an enterprise is known by.
fn names_of(values: &Values) -> Vec<String> {
    let mut names = Vec::new();
    let uscc = text(values, "uscc");
    if !uscc.is_empty() {
        names.push(uscc.to_owned());
    }
    let aliases = values.get("aliases").and_then(Json::as_array);
    let aliases = aliases.into_iter().flatten().filter_map(Json::as_str);
    names.extend(aliases.map(str::to_owned));
    let core = company_core(text(values, "name"));
    if core.chars().count() >= 3 {
        names.push(core.to_string());
    }
    names
}
