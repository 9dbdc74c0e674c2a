//! Lists and search.

use suoji_model::log::Values;
use suoji_model::{Kind, rule};
use suoji_store::{self as store, Query, Test};

use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;
use crate::{kinds, titles};

/// The longest page.
const MOST_ROWS: u32 = 1_000;
/// The most hits of a search.
const MOST_HITS: u32 = 100;
/// Characters of a snippet on either side of what was found.
const AROUND: usize = 12;

impl App {
    /// A page of rows with totals over all that match.
    pub(crate) async fn records(&self, request: RecordsRequest) -> Result<Page, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let query = Query {
            filters: request.filters.into_iter().map(filter).collect(),
            text: request.text,
            ids: request.ids,
            deleted: request.deleted.unwrap_or(false),
            sort: request.sort.into_iter().map(sort).collect(),
            offset: request.offset,
            limit: request.limit.min(MOST_ROWS),
        };
        let selected = desk.select(kind, &query).await?;
        let values = selected.rows.iter().map(|row| &row.values);
        let names = titles::names_of(&desk, kind, values).await?;
        Ok(Page {
            total: selected.total,
            names,
            sums: selected
                .sums
                .into_iter()
                .map(|(field, sum)| (field.to_owned(), sum_info(sum)))
                .collect(),
            rows: selected
                .rows
                .into_iter()
                .map(|row| Row {
                    id: row.id,
                    version: row.version,
                    deleted: row.deleted,
                    values: row.values,
                })
                .collect(),
        })
    }

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
                matched_field,
                snippet,
            });
        }
        Ok(SearchHits { hits })
    }
}

pub(crate) fn filter(filter: Filter) -> store::Filter {
    store::Filter {
        field: filter.field,
        test: match filter.op {
            FilterOp::Is => Test::Is,
            FilterOp::Not => Test::Not,
            FilterOp::Contains => Test::Contains,
            FilterOp::AtLeast => Test::AtLeast,
            FilterOp::AtMost => Test::AtMost,
            FilterOp::Blank => Test::Blank,
            FilterOp::Filled => Test::Filled,
        },
        value: filter.value,
    }
}

pub(crate) fn sort(sort: Sort) -> store::Sort {
    store::Sort {
        field: sort.field,
        descending: sort.descending,
    }
}

fn sum_info(sum: store::Sum) -> SumInfo {
    SumInfo {
        yuan: rule::yuan_text(sum.fen),
        counted: sum.counted,
        approximate: sum.approximate,
        missing: sum.missing,
        foreign: sum.foreign,
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
