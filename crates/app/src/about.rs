//! What stands around a record: the records that refer to it, its notes, and
//! which records were opened last.

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use suoji_model::kinds::{self as declared, NOTE, PERSON};
use suoji_model::log::{Intent, Values};
use suoji_model::{Kind, Shape};
use suoji_store::{Desk, Origin, Record, Referred, Write};
use uuid::Uuid;

use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::{kinds, time, titles};

/// The rows shown of each group of related records.
const SHOWN: u32 = 20;
/// How many opened records are remembered.
const REMEMBERED: usize = 10;
/// The setting that remembers them.
const RECENT_SETTING: &str = "recent";

impl App {
    /// The records that refer to a record, by kind and field.
    pub(crate) async fn related(&self, request: RecordRequest) -> Result<Related, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        desk.record(kind, request.id).await?;
        let mut groups = Vec::new();
        let mut names = titles::Names::new();
        for (from, field) in referring(kind) {
            let id = Referred::Id(request.id);
            let (total, rows) = desk.referring(from, field, id, SHOWN).await?;
            if total == 0 {
                continue;
            }
            let values = rows.iter().map(|row| &row.values);
            names.extend(titles::names_of(&desk, from, values).await?);
            groups.push(RelatedGroup {
                kind: from.name.to_owned(),
                field: field.to_owned(),
                total,
                rows: rows.into_iter().map(row).collect(),
            });
        }
        Ok(Related { groups, names })
    }

    /// How many records refer to any of some.
    pub(crate) async fn referring(&self, request: ReferringRequest) -> Result<Referring, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let mut groups = Vec::new();
        for (from, field) in referring(kind) {
            let total = desk
                .count_referring(from, field, kind, &request.ids)
                .await?;
            if total > 0 {
                groups.push(ReferringGroup {
                    kind: from.name.to_owned(),
                    field: field.to_owned(),
                    total,
                });
            }
        }
        Ok(Referring { groups })
    }

    /// The notes about a record, newest first.
    pub(crate) async fn notes(&self, request: RecordRequest) -> Result<Notes, Fault> {
        kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let mut notes = Vec::new();
        let mut mentioned = Vec::new();
        for (record, origin) in about(&desk, &NOTE, request.id, "text").await? {
            let mentions = ids(record.values.get("mentions"));
            mentioned.extend(mentions.iter().copied());
            notes.push(NoteView {
                id: record.id,
                version: record.version,
                at: time::rfc3339(origin.at_ms),
                person: titles::person(&desk, origin.person).await?,
                text: text(&record, "text"),
                mentions,
                edited: origin.changed,
            });
        }
        let names = titles::titles(&desk, PERSON.name, mentioned).await?;
        Ok(Notes { notes, names })
    }

    /// Writes a note about a record.
    pub(crate) async fn add_note(&self, request: AddNote) -> Result<Saved, Fault> {
        let kind = kinds::find(&request.kind)?;
        {
            let desk = self.desk().await?;
            desk.record(kind, request.id).await?;
            let people = desk.titles(&PERSON, &request.mentions).await?;
            if people.len() < request.mentions.len() {
                let fault = Fault::new(Code::ReferenceMissing);
                return Err(fault.about(kind.name, request.id));
            }
        }
        let set = Values::from_iter([
            ("about_kind".to_owned(), json!(kind.name)),
            ("about".to_owned(), json!(request.id)),
            ("text".to_owned(), json!(request.text)),
            ("mentions".to_owned(), json!(request.mentions)),
        ]);
        self.write(Intent::Create, Write::create(&NOTE, set)).await
    }

    /// The records opened last.
    pub(crate) async fn recent(&self, _: Nothing) -> Result<Recent, Fault> {
        let desk = self.desk().await?;
        let mut items = Vec::new();
        for Opened { kind, id, at } in opened(&desk).await? {
            let title = titles::title_of(&desk, &kind, id).await?;
            if !title.is_empty() {
                let at = time::rfc3339(at);
                items.push(RecentItem {
                    kind,
                    id,
                    title,
                    at,
                });
            }
        }
        Ok(Recent { items })
    }

    /// Remembers that a record was opened.
    pub(crate) async fn mark_opened(&self, request: RecordRequest) -> Result<Nothing, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        desk.record(kind, request.id).await?;
        let mut list = opened(&desk).await?;
        list.retain(|item| item.id != request.id);
        list.insert(
            0,
            Opened {
                kind: request.kind,
                id: request.id,
                at: time::now_ms(),
            },
        );
        list.truncate(REMEMBERED);
        let text = serde_json::to_string(&list)
            .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))?;
        desk.save_setting(RECENT_SETTING, &text).await?;
        Ok(Nothing {})
    }
}

/// A remembered record, as the setting keeps it.
#[derive(Debug, Serialize, Deserialize)]
struct Opened {
    kind: String,
    id: Uuid,
    at: i64,
}

async fn opened(desk: &Desk) -> Result<Vec<Opened>, Fault> {
    let settings = desk.settings().await?;
    let text = settings.get(RECENT_SETTING).map(String::as_str);
    // What a newer release may have written is forgotten.
    Ok(text
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default())
}

/// The fields of ordinary kinds that refer to records of `kind`.
fn referring(to: &'static Kind) -> impl Iterator<Item = (&'static Kind, &'static str)> {
    let ordinary = declared::ALL.iter().copied().filter(|kind| !kind.internal);
    ordinary.flat_map(move |from| {
        let fields = from.fields.iter();
        fields
            .filter(move |field| field.shape == Shape::Ref(to.name))
            .map(move |field| (from, field.name))
    })
}

/// The internal records of `kind` about a record, newest first, with where
/// they come from; `group` is what counts as changed.
pub(crate) async fn about(
    desk: &Desk,
    kind: &'static Kind,
    id: Uuid,
    group: &str,
) -> Result<Vec<(Record, Origin)>, Fault> {
    let about = id.to_string();
    let (_, rows) = desk
        .referring(kind, "about", Referred::Text(&about), u32::MAX)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let origins = desk.origins(&ids, group).await?;
    let mut found: Vec<(Record, Origin)> = rows
        .into_iter()
        .filter_map(|row| {
            let origin = origins.get(&row.id).copied()?;
            Some((row, origin))
        })
        .collect();
    found.sort_by_key(|(_, origin)| std::cmp::Reverse(origin.at_ms));
    Ok(found)
}

/// A record's row as lists show it.
fn row(record: Record) -> Row {
    Row {
        id: record.id,
        version: record.version,
        deleted: record.deleted,
        values: record.values,
        aside: None,
    }
}

/// A text field; empty when blank.
pub(crate) fn text(record: &Record, field: &str) -> String {
    let text = record.values.get(field).and_then(Json::as_str);
    text.unwrap_or_default().to_owned()
}

fn ids(list: Option<&Json>) -> Vec<Uuid> {
    let texts = list.and_then(Json::as_array).into_iter().flatten();
    texts
        .filter_map(|text| Uuid::parse_str(text.as_str()?).ok())
        .collect()
}
