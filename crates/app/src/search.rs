//! Search over all kinds.

use suoji_model::Kind;
use suoji_model::log::Values;

use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;
use crate::{kinds, titles};

/// The most hits of a search.
const MOST_HITS: u32 = 100;
/// Characters of a snippet on either side of what was found.
const AROUND: usize = 12;

impl App {
    /// The records that contain a text.
    pub(crate) async fn search(&self, request: SearchRequest) -> Result<SearchHits, Fault> {
        let desk = self.desk().await?;
        let limit = request.limit.min(MOST_HITS);
        let mut hits = Vec::new();
        for hit in desk.search(&request.text, limit).await? {
            let Ok(kind) = kinds::find(&hit.kind) else {
                continue;
            };
            let record = desk.record(kind, hit.record).await?;
            let names = titles::names_of(&desk, kind, [&record.values]).await?;
            let (matched_field, snippet) = matched(kind, &record.values, &request.text);
            hits.push(SearchHit {
                kind: hit.kind,
                id: hit.record,
                title: titles::title(kind, &record.values, &names),
                title_marks: Vec::new(),
                matched_field,
                snippet,
                snippet_marks: Vec::new(),
            });
        }
        Ok(SearchHits { hits })
    }
}

/// The searched field in which the first word of `text` stands, and what
/// stands around it; the weightiest such field.
fn matched(kind: &Kind, values: &Values, text: &str) -> (String, String) {
    let word = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let mut fields: Vec<_> = kind
        .fields
        .iter()
        .filter(|field| field.search > 0)
        .collect();
    fields.sort_by_key(|field| std::cmp::Reverse(field.search));
    for field in fields {
        let texts: Vec<&str> = match values.get(field.name) {
            Some(serde_json::Value::String(text)) => vec![text],
            Some(serde_json::Value::Array(list)) => {
                list.iter().filter_map(|item| item.as_str()).collect()
            }
            _ => continue,
        };
        for text in texts {
            let lower = text.to_lowercase();
            if let Some(at) = lower.find(&word) {
                let before = lower[..at].chars().count();
                return (
                    field.name.to_owned(),
                    snippet(text, before, word.chars().count()),
                );
            }
        }
    }
    (kind.title.to_owned(), String::new())
}

fn snippet(text: &str, at: usize, length: usize) -> String {
    let from = at.saturating_sub(AROUND);
    let count = at - from + length + AROUND;
    let middle: String = text.chars().skip(from).take(count).collect();
    let start = if from > 0 { "…" } else { "" };
    let end = if text.chars().count() > from + count {
        "…"
    } else {
        ""
    };
    format!("{start}{middle}{end}")
}
