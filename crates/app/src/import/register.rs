//! The records that ledgers call by number, code or name, those of the desk
//! and those of this import.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

use suoji_model::log::Values;
use suoji_model::{Kind, kinds};
use suoji_store::{Record, Running};
use uuid::Uuid;

use super::called;
use super::filed::{AsIs, ByKey, Key, Keys, Several};
use super::likeness::{self, fold};
use crate::chain::Called;
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
/// The field under which enterprises are filed by their names without what
/// stands behind them in brackets, such as 上市.
const BARE: &str = "bare";
/// The field under which enterprises are filed by the numbers of contacts.
const PHONE: &str = "phone";

/// Projects of one name, or of names that are alike, that are told apart; of
/// more the first are.
const MOST_NAMESAKES: usize = 64;

/// What is known of a project.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub(super) investor: Option<Uuid>,
    pub(super) company: Option<Uuid>,
    pub(super) project_no: Option<Box<str>>,
    /// Chain and segment.
    segment: (Option<Box<str>>, Option<Box<str>>),
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
    /// The other projects of a name or a number.
    namesakes: ByKey<Vec<Uuid>>,
    /// Records by kind and core of the name, in the order they came.
    alike: Several<Key, BuildHasherDefault<AsIs>>,
    /// The projects that rows of this block may mean.
    projects: HashMap<Uuid, Place>,
    by_investor: Several<Uuid>,
    /// Projects whose investor only a row of this block names, by his name.
    to_be_of: Several<Key, BuildHasherDefault<AsIs>>,
    /// The enterprises whose contacts have a telephone number.
    by_phone: Several<Key, BuildHasherDefault<AsIs>>,
    /// Parent group to the enterprises that belong to it.
    by_group: HashMap<Uuid, Vec<Uuid>>,
    groups: HashMap<Uuid, Uuid>,
    /// Segments by name, and the chain of each.
    segments: Several<Key, BuildHasherDefault<AsIs>>,
    chain_of: HashMap<Uuid, Uuid>,
    /// What each chain is called.
    chains: HashMap<Uuid, String>,
    /// What segments are called in the words of ledgers.
    pub(super) on_map: Called,
    /// Whether the desk had units of which an area is known.
    pub(super) has_measured_units: bool,
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
                "enterprise" => asked.push("parent_group"),
                "contact" => asked.extend(["enterprise", "mobile", "phone"]),
                "segment" => asked.extend(["name", "chain"]),
                "chain" => asked.push("name"),
                "factory_unit" => asked.extend(["park", "floor_area"]),
                _ => {}
            }
            if asked.is_empty() || !self.loaded.insert(name) {
                continue;
            }
            let mut last = None;
            loop {
                let (part, end) = run.keys(kind, &asked, last).await?;
                for (id, texts) in part {
                    let values = asked.iter().zip(texts).filter_map(|(field, text)| {
                        let text = text.filter(|text| !text.is_empty())?;
                        Some(((*field).to_owned(), read(field, &text)))
                    });
                    let values = values.collect();
                    self.has_measured_units |= name == "factory_unit" && has(&values, "floor_area");
                    self.file(kind, id, &values);
                }
                if end.is_none() {
                    break;
                }
                last = end;
            }
        }
        Ok(())
    }

    /// Keeps what is known of projects for the rows of this block.
    pub(super) fn hold(&mut self, projects: &[Record]) {
        for project in projects {
            self.index_project(project.id, &project.values);
        }
    }

    /// Whether a project is known to the rows of this block.
    pub(super) fn holds(&self, project: &Uuid) -> bool {
        self.projects.contains_key(project)
    }

    /// Lets go what was kept for the rows of a block.
    pub(super) fn forget(&mut self) {
        self.projects.clear();
        self.by_investor = Several::default();
        self.to_be_of = Several::default();
    }

    /// The record of `kind` whose `field` reads `text`.
    pub(super) fn find(&self, kind: &'static str, field: &'static str, text: &str) -> Option<Uuid> {
        let folded = folded(kind, text);
        if folded.is_empty() {
            return None;
        }
        let found = |field| {
            self.called
                .get(&self.keys.of(kind, field, &folded))
                .copied()
        };
        // Only what no other is called without a distinction.
        let bare = || found(BARE).filter(|_| kind == "enterprise" && field == "name");
        found(field).or_else(bare)
    }

    /// The projects of that name, the first one found first.
    pub(super) fn projects_called(&self, name: &str) -> impl Iterator<Item = Uuid> + use<'_> {
        self.all("project", "name", name)
    }

    /// The projects of that number, oldest first.
    pub(super) fn projects_numbered(&self, number: &str) -> impl Iterator<Item = Uuid> + use<'_> {
        self.all("project", "project_no", number)
    }

    /// The records of `kind` whose `field` reads `text`: of projects those that
    /// share a name or a number, of others the first.
    pub(super) fn all(
        &self,
        kind: &'static str,
        field: &'static str,
        text: &str,
    ) -> impl Iterator<Item = Uuid> + use<'_> {
        let key = self.keys.of(kind, field, &folded(kind, text));
        let others = self.namesakes.get(&key).into_iter().flatten().copied();
        self.find(kind, field, text).into_iter().chain(others)
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

    /// Keeps that a row names the investor of the projects it may mean, where
    /// no ledger did: a row above it may sign the same once more.
    pub(super) fn will_be_of(&mut self, investor: &str, project: &str) {
        let is_open = |id: &Uuid| {
            self.place(*id)
                .is_some_and(|place| place.investor.is_none())
        };
        let open: Vec<Uuid> = self.projects_called(project).filter(is_open).collect();
        if open.is_empty() {
            return;
        }
        let investor = self.keys.of("project", "investor", &fold(investor));
        for id in open {
            self.to_be_of.add(investor, id);
        }
    }

    /// The projects of which a row of this block names that investor.
    pub(super) fn projects_to_be_of(&self, investor: &str) -> &[Uuid] {
        let investor = self.keys.of("project", "investor", &fold(investor));
        self.to_be_of.under(investor)
    }

    /// What is known of a project besides its names.
    pub(super) fn place(&self, project: Uuid) -> Option<&Place> {
        self.projects.get(&project)
    }

    /// Takes a record in that a row tells of, or what is new of one.
    pub(super) fn index(&mut self, kind: &'static Kind, id: Uuid, values: &Values) {
        self.file(kind, id, values);
        if kind.name == "project" {
            self.index_project(id, values);
        }
    }

    /// Files a record under what it is called.
    fn file(&mut self, kind: &'static Kind, id: Uuid, values: &Values) {
        for field in called_by(kind.name).unwrap_or_default() {
            // Aliases find a record as its name does.
            let under = if *field == "aliases" { "name" } else { field };
            for text in texts(values, field) {
                let key = self.keys.of(kind.name, under, &folded(kind.name, text));
                let first = *self.called.entry(key).or_insert(id);
                let is_shared = matches!(under, "name" | "project_no");
                if kind.name == "project" && is_shared && first != id {
                    let others = self.namesakes.entry(key).or_default();
                    if others.len() < MOST_NAMESAKES && !others.contains(&id) {
                        others.push(id);
                    }
                }
                if kind.name == "enterprise"
                    && under == "name"
                    && let Some(bare) = suoji_exchange::untagged(text)
                {
                    let key = self.keys.of(kind.name, BARE, &folded(kind.name, &bare));
                    self.called.entry(key).or_insert(id);
                }
                if under == "name"
                    && let Some(core) = core(kind.name, own_name(values, text))
                {
                    let key = self.keys.of(kind.name, CORE, &core);
                    let is_full =
                        kind.name == "project" && self.alike.under(key).len() >= MOST_NAMESAKES;
                    if !is_full {
                        self.alike.add(key, id);
                    }
                }
            }
        }
        match kind.name {
            "enterprise" => self.index_group(id, values),
            "contact" => self.index_contact(values),
            "chain" => {
                if let Some(name) = texts(values, "name").next() {
                    self.chains.insert(id, fold(name));
                }
            }
            "segment" => {
                if let (Some(name), Some(chain)) =
                    (texts(values, "name").next(), reference(values, "chain"))
                {
                    let key = self.keys.of("segment", "name", &fold(name));
                    self.segments.add(key, id);
                    self.chain_of.insert(id, chain);
                }
            }
            _ => {}
        }
    }

    /// The enterprises that have a contact with this number.
    pub(super) fn firms_of(&self, phone: &str) -> &[Uuid] {
        self.by_phone.under(self.keys.of("contact", PHONE, phone))
    }

    /// The segments of that name, of the chain that is called so where one has
    /// it.
    pub(super) fn segments(&self, name: &str, chain: Option<&str>) -> Vec<Uuid> {
        let all = self
            .segments
            .under(self.keys.of("segment", "name", &fold(name)));
        let chain = chain.map(fold);
        let of_chain = |id: &&Uuid| {
            let called = self.chain_of.get(*id).and_then(|of| self.chains.get(of));
            chain.is_some() && called == chain.as_ref()
        };
        let own: Vec<Uuid> = all.iter().filter(of_chain).copied().collect();
        match own.is_empty() {
            true => all.to_vec(),
            false => own,
        }
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
        let text = |name: &str| Some(values.get(name)?.as_str()?.into());
        let place = self.projects.entry(id).or_default();
        if let Some(investor) = reference(values, "investor") {
            place.investor = Some(investor);
            self.by_investor.add(investor, id);
        }
        place.company = reference(values, "project_company").or(place.company);
        for name in texts(values, "name").chain(texts(values, "aliases")) {
            if !place.names.iter().any(|known| known == name) {
                place.names.push(name.to_owned());
            }
        }
        for (kept, name) in [
            (&mut place.project_no, "project_no"),
            (&mut place.segment.0, "chain"),
            (&mut place.segment.1, "chain_node"),
        ] {
            if let Some(text) = text(name) {
                *kept = Some(text);
            }
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

fn has(values: &Values, field: &str) -> bool {
    values.get(field).is_some_and(|value| !value.is_null())
}

/// A name without that of the park in which the record is.
fn own_name<'t>(values: &'t Values, name: &'t str) -> &'t str {
    let park = texts(values, "park").next();
    park.and_then(|park| name.strip_prefix(park))
        .unwrap_or(name)
}

/// The texts of a field: one, or those of a list.
fn texts<'v>(values: &'v Values, field: &str) -> impl Iterator<Item = &'v str> {
    let value = values.get(field);
    let one = value.and_then(|value| value.as_str());
    let list = value.and_then(|value| value.as_array());
    let list = list.into_iter().flatten().filter_map(|item| item.as_str());
    one.into_iter().chain(list)
}

/// A text as it is compared.
fn folded(kind: &str, text: &str) -> String {
    match kind {
        "office" => likeness::office(text),
        "factory_unit" => called::unit(text),
        _ => fold(text),
    }
}

fn core(kind: &str, name: &str) -> Option<String> {
    match kind {
        "enterprise" => likeness::company(name),
        "project" => likeness::project(name),
        // Parks call their units alike.
        "factory_unit" => Some(called::unit(name)).filter(|own| !own.is_empty()),
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

#[cfg(test)]
mod tests {
    use serde_json::json;
    use suoji_model::kinds::ENTERPRISE;

    use super::*;

    #[test]
    fn a_firm_is_found_without_what_stands_behind_its_name() {
        let mut register = Register::default();
        let mut firm = |name: &str| {
            let id = Uuid::now_v7();
            let values = Values::from_iter([("name".to_owned(), json!(name))]);
            register.index(&ENTERPRISE, id, &values);
            id
        };
        let listed = firm("甲公司（上市）");
        let (tagged, plain) = (firm("乙公司（央企）"), firm("乙公司"));
        firm("丙公司（上海）");
        let find = |name| register.find("enterprise", "name", name);
        assert_eq!(find("甲公司"), Some(listed));
        assert_eq!(find("甲公司（上市）"), Some(listed));
        assert_eq!(
            (find("乙公司（央企）"), find("乙公司")),
            (Some(tagged), Some(plain))
        );
        assert_eq!(find("丙公司"), None);
    }
}
