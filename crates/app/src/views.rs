//! Saved views of lists, kept as records.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use suoji_model::kinds::VIEW;
use suoji_model::log::{Intent, Values};
use suoji_store::{Batch, Desk, Filter as StoreFilter, Query, Record, Test, Write};
use uuid::Uuid;

use crate::app::App;
use crate::batch::half_named;
use crate::contract::*;
use crate::desks::me;
use crate::fault::{Code, Fault};
use crate::kinds;

/// The name under which an unreadable layout stands among the problems.
const UNREADABLE: &str = "layout";

impl App {
    /// The views of a kind that this person sees.
    pub(crate) async fn views(&self, request: KindRequest) -> Result<Views, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let me = me(&desk).await?;
        let fields = kinds::field_names(&desk, kind).await?;
        let mut views: Vec<View> = standing(&desk, &request.kind)
            .await?
            .into_iter()
            .filter(|record| is_seen(record, me))
            .map(|record| view(record, me, &fields))
            .collect();
        views.sort_by(|a, b| (!a.pinned, &a.name).cmp(&(!b.pinned, &b.name)));
        Ok(Views { views })
    }

    /// Makes or changes a view.
    pub(crate) async fn save_view(&self, request: SaveView) -> Result<Saved, Fault> {
        kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let me = me(&desk).await?;
        let standing = standing(&desk, &request.kind).await?;
        let present = match request.id {
            Some(id) => Some(
                standing
                    .iter()
                    .find(|record| record.id == id && is_seen(record, me))
                    .ok_or_else(|| Fault::new(Code::NoSuchRecord).about(VIEW.name, id))?,
            ),
            None => None,
        };
        let name = request.name.trim();
        // Two that were called alike already may be changed in all else.
        let new = present.is_none_or(|record| named(record) != name);
        let taken = |record: &Record| is_seen(record, me) && named(record) == name;
        if new && standing.iter().any(taken) {
            return Err(Fault::new(Code::NameTaken).with("name", name));
        }
        let mut set = Values::from_iter([
            ("name".to_owned(), json!(name)),
            ("of_kind".to_owned(), json!(request.kind)),
            ("shared".to_owned(), json!(request.shared)),
            ("pinned".to_owned(), json!(request.pinned)),
            ("layout".to_owned(), json!(layout_text(&request.layout)?)),
        ]);
        let defaults = present.map(defaults).unwrap_or_default();
        set.insert(
            "default_for".to_owned(),
            with(defaults, me, request.is_default),
        );
        let (write, intent) = match (present, request.seen) {
            (Some(record), Some(seen)) => (Write::edit(&VIEW, record.id, seen, set), Intent::Edit),
            (None, None) => {
                set.insert("person".to_owned(), json!(me));
                (Write::create(&VIEW, set), Intent::Create)
            }
            _ => return Err(half_named()),
        };
        let id = write.record;
        let mut writes = vec![write];
        if request.is_default {
            let others = standing.iter().filter(|record| record.id != id);
            writes.extend(
                others
                    .filter(|record| is_default(record, me))
                    .map(|record| {
                        let rest = with(self::defaults(record), me, false);
                        let set = Values::from_iter([("default_for".to_owned(), rest)]);
                        Write::edit(&VIEW, record.id, record.version, set)
                    }),
            );
        }
        let committed = desk.commit(Batch::new(intent, me, writes)).await?;
        let written = committed
            .records
            .iter()
            .find(|(_, record, _)| *record == id);
        let version = written
            .map(|(_, _, version)| *version)
            .or(present.map(|record| record.version));
        Ok(Saved {
            kind: VIEW.name.to_owned(),
            id,
            version: version.unwrap_or(committed.seq),
            batch: committed.batch,
            warnings: Vec::new(),
        })
    }
}

/// All views of a kind, whoever made them.
async fn standing(desk: &Desk, kind: &str) -> Result<Vec<Record>, Fault> {
    let query = Query {
        filters: vec![StoreFilter {
            field: "of_kind".to_owned(),
            test: Test::Is,
            value: json!(kind),
        }],
        limit: u32::MAX,
        ..Query::default()
    };
    Ok(desk.select(&VIEW, &query).await?.rows)
}

/// A layout as the view keeps it.
fn layout_text(layout: &ViewLayout) -> Result<String, Fault> {
    serde_json::to_string(layout)
        .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))
}

fn is_seen(record: &Record, me: Option<Uuid>) -> bool {
    flag(record, "shared") || is_mine(record, me)
}

fn named(record: &Record) -> &str {
    let name = record.values.get("name").and_then(Json::as_str);
    name.unwrap_or_default().trim()
}

fn is_mine(record: &Record, me: Option<Uuid>) -> bool {
    let person = record.values.get("person").and_then(Json::as_str);
    person == me.map(|me| me.to_string()).as_deref()
}

fn flag(record: &Record, name: &str) -> bool {
    record.values.get(name).and_then(Json::as_bool) == Some(true)
}

/// The people whose list opens with the view.
fn defaults(record: &Record) -> Vec<String> {
    let list = record.values.get("default_for").and_then(Json::as_array);
    let people = list.into_iter().flatten().filter_map(Json::as_str);
    people.map(str::to_owned).collect()
}

fn is_default(record: &Record, me: Option<Uuid>) -> bool {
    let me = me.map(|me| me.to_string()).unwrap_or_default();
    defaults(record).contains(&me)
}

/// The people with or without this one.
fn with(mut people: Vec<String>, me: Option<Uuid>, inside: bool) -> Json {
    let me = me.map(|me| me.to_string()).unwrap_or_default();
    people.retain(|person| *person != me);
    if inside && !me.is_empty() {
        people.push(me);
    }
    json!(people)
}

fn view(record: Record, me: Option<Uuid>, fields: &BTreeSet<String>) -> View {
    let text = |name: &str| {
        let text = record.values.get(name).and_then(Json::as_str);
        text.unwrap_or_default().to_owned()
    };
    let (layout, problems) = match serde_json::from_str(&text("layout")) {
        Ok(layout) => without_lost(layout, fields),
        Err(_) => (ViewLayout::default(), vec![UNREADABLE.to_owned()]),
    };
    View {
        id: record.id,
        version: record.version,
        kind: text("of_kind"),
        name: text("name"),
        shared: flag(&record, "shared"),
        pinned: flag(&record, "pinned"),
        is_default: is_default(&record, me),
        mine: is_mine(&record, me),
        layout,
        problems,
    }
}

/// The layout without the fields that are gone, and their names.
fn without_lost(mut layout: ViewLayout, fields: &BTreeSet<String>) -> (ViewLayout, Vec<String>) {
    let mut lost = BTreeSet::new();
    let mut stays = |field: &String| {
        let known = fields.contains(field);
        if !known {
            lost.insert(field.clone());
        }
        known
    };
    layout.columns.retain(|column| stays(&column.field));
    layout.sort.retain(|sort| stays(&sort.field));
    // What lies within a segment can be asked of kinds without such a field.
    let within = |filter: &Filter| filter.field == "segment" && filter.op == FilterOp::Within;
    layout
        .filters
        .retain(|filter| within(filter) || stays(&filter.field));
    layout.group = layout.group.filter(|group| stays(&group.by));
    (layout, lost.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_is_gone_is_named_and_left_out() {
        let layout: ViewLayout = serde_json::from_value(json!({
            "columns": [{"field": "name", "width": 200}, {"field": "mascot"}],
            "sort": [{"field": "mascot", "descending": true}],
            "filters": [{"field": "segment", "op": "within", "value": "x"},
                {"field": "segment", "op": "is", "value": "x"}],
            "group": {"by": "name"},
        }))
        .expect("layout");
        let fields = BTreeSet::from(["name".to_owned()]);
        let (kept, lost) = without_lost(layout, &fields);
        assert_eq!(lost, ["mascot", "segment"]);
        assert_eq!(kept.filters.len(), 1);
        assert_eq!(kept.columns.len(), 1);
        assert!(kept.sort.is_empty());
        assert_eq!(kept.group.map(|group| group.by).as_deref(), Some("name"));
    }
}
