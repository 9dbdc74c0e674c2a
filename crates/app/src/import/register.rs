//! The records that ledgers call by number, code or name, those of the desk
//! and those of this import.

use std::collections::{HashMap, HashSet};

use suoji_model::log::Values;
use suoji_model::{Kind, kinds};
use suoji_store::Running;
use uuid::Uuid;

use super::likeness::{self, fold};
use crate::fault::Fault;

/// The fields that a ledger calls a record by.
const CALLED: &[(&str, &[&str])] = &[
    (
        "project",
        &["project_no", "name", "aliases", "approval_code"],
    ),
    ("enterprise", &["uscc", "name", "aliases"]),
    ("partner", &["name"]),
    ("office", &["name"]),
    ("person", &["name"]),
    ("factory_unit", &["name"]),
    ("parcel", &["parcel_no"]),
];

/// What is known of a project besides its names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) investor: Option<Uuid>,
    pub(super) project_no: Option<String>,
    /// Chain and segment.
    pub(super) segment: (Option<String>, Option<String>),
}

/// Records by what ledgers call them.
#[derive(Default)]
pub(super) struct Register {
    /// Kind, field and folded text to record; the first one found keeps it.
    called: HashMap<(&'static str, &'static str), HashMap<String, Uuid>>,
    /// Kind and core of the name to records, in the order they came.
    alike: HashMap<(&'static str, String), Vec<Uuid>>,
    projects: HashMap<Uuid, Place>,
    names: HashMap<Uuid, Vec<String>>,
    by_investor: HashMap<Uuid, Vec<Uuid>>,
    /// Telephone number to the enterprises whose contacts have it.
    by_phone: HashMap<String, Vec<Uuid>>,
    /// Parent group to the enterprises that belong to it.
    by_group: HashMap<Uuid, Vec<Uuid>>,
    groups: HashMap<Uuid, Uuid>,
    loaded: HashSet<&'static str>,
}

impl Register {
    /// Reads what records of these kinds are called.
    pub(super) async fn load(
        &mut self,
        run: &mut Running<'_>,
        wanted: impl IntoIterator<Item = &'static str>,
    ) -> Result<(), Fault> {
        for name in wanted {
            let Some(kind) = kinds::find(name) else {
                continue;
            };
            let mut asked = called_by(name).unwrap_or_default().to_vec();
            match name {
                "project" => asked.extend(["investor", "chain", "chain_node"]),
                "enterprise" => asked.push("parent_group"),
                "contact" => asked.extend(["enterprise", "mobile", "phone"]),
                _ => {}
            }
            if asked.is_empty() || !self.loaded.insert(name) {
                continue;
            }
            for (id, texts) in run.keys(kind, &asked).await? {
                let values = asked.iter().zip(texts).filter_map(|(field, text)| {
                    let text = text.filter(|text| !text.is_empty())?;
                    Some(((*field).to_owned(), read(field, &text)))
                });
                self.index(kind, id, &values.collect());
            }
        }
        Ok(())
    }

    /// The record of `kind` whose `field` reads `text`.
    pub(super) fn find(&self, kind: &'static str, field: &'static str, text: &str) -> Option<Uuid> {
        let key = key(kind, text);
        let found = self.called.get(&(kind, field))?.get(&key).copied();
        found.filter(|_| !key.is_empty())
    }

    /// The records of `kind` whose names have the same core, oldest first.
    pub(super) fn alike(&self, kind: &'static str, name: &str) -> &[Uuid] {
        let core = core(kind, name);
        core.and_then(|core| self.alike.get(&(kind, core)))
            .map_or(&[], Vec::as_slice)
    }

    /// What a project is called.
    pub(super) fn names_of(&self, project: Uuid) -> &[String] {
        self.names.get(&project).map_or(&[], Vec::as_slice)
    }

    /// The projects of an investor, oldest first.
    pub(super) fn projects_of(&self, investor: Uuid) -> &[Uuid] {
        self.by_investor.get(&investor).map_or(&[], Vec::as_slice)
    }

    /// What is known of a project besides its names.
    pub(super) fn place(&self, project: Uuid) -> Option<&Place> {
        self.projects.get(&project)
    }

    /// Takes a record in, or what is new of one.
    pub(super) fn index(&mut self, kind: &'static Kind, id: Uuid, values: &Values) {
        for field in called_by(kind.name).unwrap_or_default() {
            let texts: Vec<&str> = match values.get(*field) {
                Some(serde_json::Value::String(text)) => vec![text],
                Some(serde_json::Value::Array(list)) => {
                    list.iter().filter_map(|item| item.as_str()).collect()
                }
                _ => continue,
            };
            // Aliases find a record as its name does.
            let under = if *field == "aliases" { "name" } else { field };
            for text in texts {
                let called = self.called.entry((kind.name, under)).or_default();
                called.entry(key(kind.name, text)).or_insert(id);
                if kind.name == "project" && under == "name" {
                    let names = self.names.entry(id).or_default();
                    if !names.iter().any(|name| name == text) {
                        names.push(text.to_owned());
                    }
                }
                if under == "name"
                    && let Some(core) = core(kind.name, text)
                {
                    let alike = self.alike.entry((kind.name, core)).or_default();
                    if !alike.contains(&id) {
                        alike.push(id);
                    }
                }
            }
        }
        match kind.name {
            "project" => self.index_project(id, values),
            "enterprise" => self.index_group(id, values),
            "contact" => self.index_contact(values),
            _ => {}
        }
    }

    /// The enterprises that have a contact with this number.
    pub(super) fn firms_of(&self, phone: &str) -> &[Uuid] {
        self.by_phone.get(phone).map_or(&[], Vec::as_slice)
    }

    /// The enterprises of the same group, this one left out.
    pub(super) fn siblings(&self, enterprise: Uuid) -> impl Iterator<Item = Uuid> {
        let group = self.groups.get(&enterprise);
        // The group itself is one of its enterprises.
        let head = group.copied();
        let of = group.unwrap_or(&enterprise);
        let firms = self.by_group.get(of).into_iter().flatten().copied();
        let all = firms.chain(head);
        all.filter(move |id| *id != enterprise)
    }

    fn index_group(&mut self, id: Uuid, values: &Values) {
        if let Some(group) = reference(values, "parent_group") {
            self.groups.insert(id, group);
            let firms = self.by_group.entry(group).or_default();
            if !firms.contains(&id) {
                firms.push(id);
            }
        }
    }

    fn index_contact(&mut self, values: &Values) {
        let Some(firm) = reference(values, "enterprise") else {
            return;
        };
        for field in ["mobile", "phone"] {
            let text = values.get(field).and_then(|value| value.as_str());
            let Some(phone) = text.and_then(likeness::phone) else {
                continue;
            };
            let firms = self.by_phone.entry(phone).or_default();
            if !firms.contains(&firm) {
                firms.push(firm);
            }
        }
    }

    fn index_project(&mut self, id: Uuid, values: &Values) {
        let text = |name: &str| Some(values.get(name)?.as_str()?.to_owned());
        let place = self.projects.entry(id).or_default();
        if let Some(investor) = text("investor").and_then(|text| Uuid::parse_str(&text).ok()) {
            place.investor = Some(investor);
            let projects = self.by_investor.entry(investor).or_default();
            if !projects.contains(&id) {
                projects.push(id);
            }
        }
        if let Some(number) = text("project_no") {
            place.project_no = Some(number);
        }
        if let Some(chain) = text("chain") {
            place.segment.0 = Some(chain);
        }
        if let Some(node) = text("chain_node") {
            place.segment.1 = Some(node);
        }
    }
}

/// The fields that records of a kind are called by.
pub(super) fn called_by(kind: &str) -> Option<&'static [&'static str]> {
    let found = CALLED.iter().find(|(name, _)| *name == kind);
    found.map(|(_, fields)| *fields)
}

fn reference(values: &Values, name: &str) -> Option<Uuid> {
    Uuid::parse_str(values.get(name)?.as_str()?).ok()
}

fn key(kind: &str, text: &str) -> String {
    match kind {
        "office" => likeness::office(text),
        _ => fold(text),
    }
}

fn core(kind: &str, name: &str) -> Option<String> {
    match kind {
        "enterprise" => likeness::company(name),
        "project" => likeness::project(name),
        _ => None,
    }
}

/// A list comes out of the database as its JSON text.
fn read(field: &str, text: &str) -> serde_json::Value {
    match field {
        "aliases" => serde_json::from_str(text).unwrap_or_default(),
        _ => text.into(),
    }
}
