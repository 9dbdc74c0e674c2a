//! Fields by their paths: `sign_date`, or `project.investor.name` of the
//! records referred to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use suoji_model::kinds::{EXTRA_PREFIX, extra_shape};
use suoji_model::log::Values;
use suoji_model::{Cell, Field, Kind, Shape, Value, kinds as declared};
use suoji_store::{Desk, Query, Record};
use uuid::Uuid;

use crate::fault::Fault;
use crate::kinds;
use crate::titles::{self, Names};

/// References followed one after another.
const MOST_STEPS: usize = 3;
/// Records read at a time.
const BLOCK: usize = 5_000;

/// A field, maybe of a record that is referred to.
#[derive(Debug, Clone)]
pub(super) struct Path {
    /// The references that lead there.
    steps: Vec<&'static Field>,
    /// The kind of the record that has the field.
    pub(super) kind: &'static Kind,
    /// The field's name in a record.
    name: String,
    /// The declaration; of an extra field, only its shape counts.
    pub(super) field: Field,
    /// The users' own label of an extra field.
    pub(super) label: Option<String>,
}

/// Where paths are looked up.
pub(super) struct Fields {
    extras: Vec<Record>,
}

impl Fields {
    pub(super) async fn of(desk: &Desk) -> Result<Self, Fault> {
        Ok(Self {
            extras: kinds::extra_fields(desk).await?,
        })
    }

    /// The field that `dotted` names, seen from `kind`.
    pub(super) fn find(&self, kind: &'static Kind, dotted: &str) -> Option<Path> {
        let (head, rest) = dotted.split_once('.').unwrap_or((dotted, ""));
        if rest.is_empty() {
            return self.own(kind, head);
        }
        let step = kind.field(head)?;
        let Shape::Ref(target) = step.shape else {
            return None;
        };
        let mut path = self.find(declared::find(target)?, rest)?;
        path.steps.insert(0, step);
        (path.steps.len() <= MOST_STEPS).then_some(path)
    }

    fn own(&self, kind: &'static Kind, name: &str) -> Option<Path> {
        if let Some(field) = kind.field(name) {
            return Some(Path {
                steps: Vec::new(),
                kind,
                name: name.to_owned(),
                field: *field,
                label: None,
            });
        }
        let extra = self
            .extras
            .iter()
            .filter(|extra| extra.values["of_kind"] == kind.name)
            .find(|extra| name == format!("{EXTRA_PREFIX}{}", extra.id))?;
        let text = |name: &str| extra.values.get(name).and_then(|text| text.as_str());
        Some(Path {
            steps: Vec::new(),
            kind,
            name: name.to_owned(),
            label: text("label").map(str::to_owned),
            field: Field::new("extra", extra_shape(text("shape")?)?),
        })
    }
}

/// The records that paths lead to, and the titles of references.
#[derive(Default)]
pub(super) struct Referred {
    records: HashMap<Uuid, Values>,
    names: Names,
    /// Titles by code, for texts that are codes of records.
    codes: BTreeMap<String, String>,
}

impl Referred {
    /// Reads what the paths need for these records.
    pub(super) async fn read(
        desk: &Desk,
        paths: &[&Path],
        records: &[Record],
    ) -> Result<Self, Fault> {
        let mut referred = Self::default();
        for depth in 0..MOST_STEPS {
            let mut wanted: BTreeMap<&'static str, BTreeSet<Uuid>> = BTreeMap::new();
            for path in paths {
                let Some(Shape::Ref(target)) = path.steps.get(depth).map(|step| step.shape) else {
                    continue;
                };
                let ids = records
                    .iter()
                    .filter_map(|record| referred.walk(path, depth + 1, &record.values));
                wanted.entry(target).or_default().extend(ids);
            }
            for (target, ids) in wanted {
                referred.take(desk, target, ids).await?;
            }
        }
        let mut wanted: BTreeMap<&'static str, BTreeSet<Uuid>> = BTreeMap::new();
        for path in paths {
            if let Shape::Ref(target) = path.field.shape {
                let ids = records
                    .iter()
                    .filter_map(|record| referred.cell(path, &record.values).as_ref_id());
                wanted.entry(target).or_default().extend(ids);
            }
        }
        for (target, ids) in wanted {
            let names = titles::titles(desk, target, ids).await?;
            referred.names.extend(names);
        }
        let coded: BTreeSet<_> = paths
            .iter()
            .filter_map(|path| path.field.codes_of)
            .collect();
        for kind in coded {
            referred.take_codes(desk, kind).await?;
        }
        Ok(referred)
    }

    /// What the records of a kind that go by a code are called.
    async fn take_codes(&mut self, desk: &Desk, kind: &str) -> Result<(), Fault> {
        let Some(kind) = declared::find(kind) else {
            return Ok(());
        };
        let query = Query {
            limit: u32::MAX,
            ..Query::default()
        };
        for row in desk.select(kind, &query).await?.rows {
            if let Some(code) = row.values.get("code").and_then(|code| code.as_str()) {
                let title = titles::title(kind, &row.values, &self.names);
                self.codes.insert(code.to_owned(), title);
            }
        }
        Ok(())
    }

    async fn take(
        &mut self,
        desk: &Desk,
        kind: &'static str,
        ids: BTreeSet<Uuid>,
    ) -> Result<(), Fault> {
        let Some(kind) = declared::find(kind) else {
            return Ok(());
        };
        let missing = ids.into_iter().filter(|id| !self.records.contains_key(id));
        let missing: Vec<Uuid> = missing.collect();
        for block in missing.chunks(BLOCK) {
            let query = Query {
                ids: Some(block.to_vec()),
                limit: u32::MAX,
                ..Query::default()
            };
            let rows = desk.select(kind, &query).await?.rows;
            let rows = rows.into_iter().map(|row| (row.id, row.values));
            self.records.extend(rows);
        }
        Ok(())
    }

    /// The record that the first steps of a path lead to.
    fn walk(&self, path: &Path, steps: usize, values: &Values) -> Option<Uuid> {
        let mut values = values;
        let mut id = None;
        for step in path.steps.iter().take(steps) {
            if let Some(id) = id {
                values = self.records.get(&id)?;
            }
            id = Some(Uuid::parse_str(values.get(step.name)?.as_str()?).ok()?);
        }
        id
    }

    /// The record that has the path's field, where it is not the row's own.
    pub(super) fn owner(&self, path: &Path, own: &Values) -> Option<Uuid> {
        self.walk(path, path.steps.len(), own)
    }

    /// The values of the record that has the path's field.
    pub(super) fn values<'v>(&'v self, path: &Path, own: &'v Values) -> Option<&'v Values> {
        match path.steps.len() {
            0 => Some(own),
            _ => self.records.get(&self.owner(path, own)?),
        }
    }

    /// What stands in the path's field.
    pub(super) fn cell(&self, path: &Path, own: &Values) -> Cell {
        let json = self
            .values(path, own)
            .and_then(|values| values.get(&path.name));
        json.and_then(|json| Cell::read(&path.field.shape, json).ok())
            .unwrap_or(Cell::Blank)
    }

    /// A cell of codes as the names they stand for.
    pub(super) fn named(&self, cell: &Cell) -> Cell {
        match cell {
            Cell::Known(Value::List(codes), mark) => {
                let name = |code: &String| self.codes.get(code).unwrap_or(code).clone();
                Cell::Known(Value::List(codes.iter().map(name).collect()), *mark)
            }
            other => other.clone(),
        }
    }

    /// The title of a record.
    pub(super) fn title(&self, id: Uuid) -> String {
        let name = self.names.get(&id);
        name.map(|name| name.title.clone()).unwrap_or_default()
    }
}
