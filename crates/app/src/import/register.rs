//! The records that ledgers call by number, code or name, those of the desk
//! and those of this import.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;
use std::sync::Arc;

use suoji_model::log::Values;
use suoji_model::{Kind, kinds};
use suoji_store::Running;
use uuid::Uuid;

use super::filed::{AsIs, ByKey, Key, Keys, Several};
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

/// The field under which records are filed by the core of their names.
const CORE: &str = "core";
/// The field under which enterprises are filed by the numbers of contacts.
const PHONE: &str = "phone";

/// What is known of a project.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub(super) investor: Option<Uuid>,
    pub(super) project_no: Option<Box<str>>,
    /// Chain and segment.
    segment: (Option<Arc<str>>, Option<Arc<str>>),
    names: Vec<String>,
}

impl Place {
    /// Whether it is in this segment of this chain.
    pub(super) fn is_in(&self, segment: &(Option<String>, Option<String>)) -> bool {
        let (chain, node) = segment;
        self.segment.0.as_deref() == chain.as_deref()
            && self.segment.1.as_deref() == node.as_deref()
    }
}

/// Records by what ledgers call them.
#[derive(Default)]
pub(super) struct Register {
    keys: Keys,
    /// Records by kind, field and folded text; the first one found keeps it.
    called: ByKey<Uuid>,
    /// Records by kind and core of the name, in the order they came.
    alike: Several<Key, BuildHasherDefault<AsIs>>,
    projects: HashMap<Uuid, Place>,
    /// Chains and segments, each kept once.
    segments: HashSet<Arc<str>>,
    by_investor: Several<Uuid>,
    /// The enterprises whose contacts have a telephone number.
    by_phone: Several<Key, BuildHasherDefault<AsIs>>,
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
        let folded = folded(kind, text);
        if folded.is_empty() {
            return None;
        }
        let key = self.keys.of(kind, field, &folded);
        self.called.get(&key).copied()
    }

    /// The records of `kind` whose names have the same core, oldest first.
    pub(super) fn alike(&self, kind: &'static str, name: &str) -> &[Uuid] {
        let core = core(kind, name);
        core.map_or(&[], |core| {
            self.alike.under(self.keys.of(kind, CORE, &core))
        })
    }

    /// What a project is called.
    pub(super) fn names_of(&self, project: Uuid) -> &[String] {
        let place = self.projects.get(&project);
        place.map_or(&[], |place| place.names.as_slice())
    }

    /// The projects of an investor, oldest first.
    pub(super) fn projects_of(&self, investor: Uuid) -> &[Uuid] {
        self.by_investor.under(investor)
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
                let key = self.keys.of(kind.name, under, &folded(kind.name, text));
                self.called.entry(key).or_insert(id);
                if kind.name == "project" && under == "name" {
                    let names = &mut self.projects.entry(id).or_default().names;
                    if !names.iter().any(|name| name == text) {
                        names.reserve_exact(1);
                        names.push(text.to_owned());
                    }
                }
                if under == "name"
                    && let Some(core) = core(kind.name, text)
                {
                    self.alike.add(self.keys.of(kind.name, CORE, &core), id);
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
        self.by_phone.under(self.keys.of("contact", PHONE, phone))
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
            let key = self.keys.of("contact", PHONE, &phone);
            self.by_phone.add(key, firm);
        }
    }

    fn index_project(&mut self, id: Uuid, values: &Values) {
        let text = |name: &str| values.get(name)?.as_str();
        let mut kept_once = |text: &str| -> Arc<str> {
            if let Some(known) = self.segments.get(text) {
                return Arc::clone(known);
            }
            let text: Arc<str> = text.into();
            self.segments.insert(Arc::clone(&text));
            text
        };
        let place = self.projects.entry(id).or_default();
        if let Some(investor) = reference(values, "investor") {
            place.investor = Some(investor);
            self.by_investor.add(investor, id);
        }
        if let Some(number) = text("project_no") {
            place.project_no = Some(number.into());
        }
        if let Some(chain) = text("chain") {
            place.segment.0 = Some(kept_once(chain));
        }
        if let Some(node) = text("chain_node") {
            place.segment.1 = Some(kept_once(node));
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

/// A text as it is compared.
fn folded(kind: &str, text: &str) -> String {
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
