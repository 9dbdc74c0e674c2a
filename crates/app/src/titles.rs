//! What a record is called, and what the records it refers to are called.

use std::collections::{BTreeMap, BTreeSet};

use suoji_model::kinds;
use suoji_model::log::Values;
use suoji_model::{Kind, Shape};
use suoji_store::Desk;
use uuid::Uuid;

use crate::app::App;
use crate::contract::{Name, PersonRef};
use crate::fault::Fault;

/// Titles by record id.
pub(crate) type Names = BTreeMap<Uuid, Name>;

/// The ids that values of `kind` refer to, by the kind they refer to.
fn references<'v>(
    kind: &Kind,
    rows: impl IntoIterator<Item = &'v Values>,
) -> BTreeMap<&'static str, BTreeSet<Uuid>> {
    let mut wanted: BTreeMap<&'static str, BTreeSet<Uuid>> = BTreeMap::new();
    for values in rows {
        for field in kind.fields {
            let Shape::Ref(target) = field.shape else {
                continue;
            };
            let id = values
                .get(field.name)
                .and_then(|value| Uuid::parse_str(value.as_str()?).ok());
            wanted.entry(target).or_default().extend(id);
        }
    }
    wanted
}

/// The titles of everything that rows of `kind` refer to.
pub(crate) async fn names_of<'v>(
    desk: &Desk,
    kind: &Kind,
    rows: impl IntoIterator<Item = &'v Values>,
) -> Result<Names, Fault> {
    let mut names = Names::new();
    for (target, ids) in references(kind, rows) {
        names.extend(titles(desk, target, ids).await?);
    }
    Ok(names)
}

/// The titles of records of one kind.
pub(crate) async fn titles(
    desk: &Desk,
    kind: &str,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<Names, Fault> {
    let mut names = Names::new();
    let Some(kind) = kinds::find(kind) else {
        return Ok(names);
    };
    let ids: Vec<Uuid> = ids.into_iter().collect();
    for (id, title) in desk.titles(kind, &ids).await? {
        let kind = kind.name.to_owned();
        names.insert(id, Name { kind, title });
    }
    Ok(names)
}

/// The kind that lends a record of `kind` its title.
fn title_target(kind: &Kind) -> Option<&'static str> {
    match kind.field(kind.title)?.shape {
        Shape::Ref(target) => Some(target),
        _ => None,
    }
}

/// A record's title out of its values and the titles it refers to.
pub(crate) fn title(kind: &Kind, values: &Values, names: &Names) -> String {
    let text = values
        .get(kind.title)
        .and_then(|value| value.as_str())
        .unwrap_or_default();
    match title_target(kind) {
        Some(_) => Uuid::parse_str(text)
            .ok()
            .and_then(|id| names.get(&id))
            .map(|name| name.title.clone())
            .unwrap_or_default(),
        None => text.to_owned(),
    }
}

/// The title of one record; empty when it is not there.
pub(crate) async fn title_of(desk: &Desk, kind: &str, id: Uuid) -> Result<String, Fault> {
    let mut names = titles(desk, kind, [id]).await?;
    Ok(names.remove(&id).map(|name| name.title).unwrap_or_default())
}

/// A person by id, when the record is there.
pub(crate) async fn person(desk: &Desk, id: Option<Uuid>) -> Result<Option<PersonRef>, Fault> {
    let Some(id) = id else {
        return Ok(None);
    };
    let title = title_of(desk, "person", id).await?;
    Ok((!title.is_empty()).then_some(PersonRef { id, title }))
}

impl App {
    /// The name of a person, when a desk is open and knows them.
    pub(crate) async fn person_name(&self, id: Uuid) -> Option<String> {
        let desk = self.desk().await.ok()?;
        person(&desk, Some(id))
            .await
            .ok()?
            .map(|person| person.title)
    }
}
