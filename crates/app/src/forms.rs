//! How a person arranged the form of a kind, kept as a record.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use suoji_model::kinds::FORM_LAYOUT;
use suoji_model::log::{Intent, Values};
use suoji_store::{Desk, Filter as StoreFilter, Query, Record, Test, Write};

use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::kinds;

/// The most fields at the top of a form.
const MOST_FACTS: usize = 5;

impl App {
    /// How the form of a kind is arranged.
    pub(crate) async fn form_layout(&self, request: KindRequest) -> Result<FormLayoutView, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let Some(record) = standing(&desk, &request.kind).await? else {
            return Ok(FormLayoutView {
                id: None,
                version: None,
                layout: None,
            });
        };
        let fields = kinds::field_names(&desk, kind).await?;
        let text = record.values.get("layout").and_then(Json::as_str);
        let layout = text.and_then(|text| serde_json::from_str(text).ok());
        Ok(FormLayoutView {
            id: Some(record.id),
            version: Some(record.version),
            layout: layout.map(|layout| without_lost(layout, &fields)),
        })
    }

    /// Arranges the form of a kind.
    pub(crate) async fn save_form_layout(&self, request: SaveFormLayout) -> Result<Saved, Fault> {
        kinds::find(&request.kind)?;
        if request.layout.facts.len() > MOST_FACTS {
            return Err(Fault::new(Code::BadRequest).with("detail", "more than five facts"));
        }
        let text = serde_json::to_string(&request.layout)
            .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))?;
        let mut set = Values::from_iter([("layout".to_owned(), json!(text))]);
        let present = standing(&*self.desk().await?, &request.kind).await?;
        let (intent, write) = match present {
            // Whoever saw none, while there is one, saw version 0 of it.
            Some(record) => (
                Intent::Edit,
                Write::edit(&FORM_LAYOUT, record.id, request.seen.unwrap_or(0), set),
            ),
            None => {
                set.insert("of_kind".to_owned(), json!(request.kind));
                (Intent::Create, Write::create(&FORM_LAYOUT, set))
            }
        };
        self.write(intent, write).await
    }
}

async fn standing(desk: &Desk, kind: &str) -> Result<Option<Record>, Fault> {
    let query = Query {
        filters: vec![StoreFilter {
            field: "of_kind".to_owned(),
            test: Test::Is,
            value: json!(kind),
        }],
        limit: 1,
        ..Query::default()
    };
    Ok(desk.select(&FORM_LAYOUT, &query).await?.rows.pop())
}

/// The arrangement without fields that are gone.
fn without_lost(mut layout: FormLayout, fields: &BTreeSet<String>) -> FormLayout {
    layout.facts.retain(|field| fields.contains(field));
    layout.hidden.retain(|field| fields.contains(field));
    for section in &mut layout.sections {
        section.fields.retain(|field| fields.contains(field));
    }
    layout
}
