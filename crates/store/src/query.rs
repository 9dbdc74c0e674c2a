//! Lists: filtered, sorted, paged rows of one kind, with totals over all
//! rows that match.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde_json::Value as Json;
use sqlx::{QueryBuilder, Row, SqliteConnection};
use suoji_model::Kind;
use uuid::Uuid;

use crate::conditions::hex_list;
use crate::desk::Desk;
use crate::document;
use crate::error::{Error, Result};
use crate::expression::title_of;
use crate::open::{Names, Summary};
use crate::order::Order;
use crate::reading::Reading;
use crate::row::{self, Record};
use crate::totals::Sum;

/// How a filter compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// Equal to the value.
    Is,
    /// Not equal, or blank.
    Not,
    /// Equal to one of a list of values; null among them stands for blank.
    Any,
    /// Names the place or class in the value, or something in it; for fields
    /// with a [`suoji_model::Tree`].
    Within,
    /// Contains the text; for references, the target's title does.
    Contains,
    /// At least the value; for dates, not before it begins.
    AtLeast,
    /// At most the value; for dates, begun no later than it ends.
    AtMost,
    /// Nothing entered.
    Blank,
    /// Something entered.
    Filled,
}

/// One condition on one field.
#[derive(Debug, Clone)]
pub struct Filter {
    /// The field's name.
    pub field: String,
    /// How to compare.
    pub test: Test,
    /// What to compare with, in JSON form; null for blank and filled.
    pub value: Json,
}

/// One level of the order.
#[derive(Debug, Clone)]
pub struct Sort {
    /// The field's name.
    pub field: String,
    /// From the highest down.
    pub descending: bool,
}

/// Which rows of a kind, in which order.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// Every one must hold.
    pub filters: Vec<Filter>,
    /// Only records that a search for this text finds.
    pub text: Option<String>,
    /// Only these records.
    pub ids: Option<Vec<Uuid>>,
    /// The recycle bin instead of the living.
    pub deleted: bool,
    /// Levels of the order; ids break ties.
    pub sort: Vec<Sort>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to return.
    pub limit: u32,
}

impl Query {
    /// The text to search for, when there is one.
    pub(crate) fn text(&self) -> Option<&str> {
        let text = self.text.as_deref().map(str::trim);
        text.filter(|text| !text.is_empty())
    }
}

/// A page of rows and what is true of all matching rows.
#[derive(Debug, Clone)]
pub struct Selected {
    /// The page.
    pub rows: Vec<Record>,
    /// How many rows match.
    pub total: u64,
    /// Of those, rows that wait until somebody decides whether they repeat
    /// others.
    pub undecided: u64,
    /// Of those, rows of a project in the bin.
    pub orphaned: u64,
    /// What they add up to, by field.
    pub sums: BTreeMap<&'static str, Sum>,
}

/// Where a record stands in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Neighbours {
    /// The one before it.
    pub previous: Option<Uuid>,
    /// The one after it.
    pub next: Option<Uuid>,
    /// Its place, from 0.
    pub position: u64,
}

/// What a page is read by.
enum By {
    /// The ids of its rows.
    Ids(Vec<Uuid>),
    /// Being the list's first rows.
    Start(Arc<Summary>),
    /// Its beginning, along the index of titles.
    Titles(Arc<Summary>),
}

/// How the beginning of a list is found. The index of titles is worth it
/// where a page is filled soon; titles come before blanks in any direction.
fn beginning(kind: &Kind, query: &Query, summary: Arc<Summary>) -> By {
    const SOON: u64 = 10;
    let by_title = matches!(&*query.sort, [only] if only.field == kind.title)
        && kind.field(kind.title).is_some_and(document::is_title)
        && !query.deleted;
    match by_title && summary.totals.count >= u64::from(query.limit) * SOON {
        true => By::Titles(summary),
        false => By::Start(summary),
    }
}

impl Desk {
    /// A page of `kind`. Errors: [`Error::BadQuery`] for a field the kind
    /// does not have or a value of another shape.
    ///
    /// The first page is read through an index where there is one; every
    /// other is looked up by its ids, which are kept in order while the list
    /// is in use.
    pub async fn select(&self, kind: &'static Kind, query: &Query) -> Result<Selected> {
        if let Some(selected) = self.page_as_kept(kind, query).await? {
            return Ok(selected);
        }
        let _alone = self.lists.reading.lock().await;
        if let Some(selected) = self.page_as_kept(kind, query).await? {
            return Ok(selected);
        }
        let mut transaction = self
            .readers()
            .begin()
            .await
            .map_err(|error| self.failed(error))?;
        let mut reading = Reading::begin(self, &mut transaction, kind, query).await?;
        let summary = reading.summary().await?;
        let names = Names::of(kind, query);
        let by = if query.offset == 0 && self.lists.order(&names).is_none() {
            beginning(kind, query, Arc::clone(&summary))
        } else {
            By::Ids(page_of(&reading.order().await?, query))
        };
        let (mut rows, _) = self.page(reading.connection(), kind, query, &by).await?;
        if matches!(by, By::Titles(_)) && rows.len() < query.limit as usize {
            // Those without a title are still to come.
            let by = By::Start(Arc::clone(&summary));
            (rows, _) = self.page(reading.connection(), kind, query, &by).await?;
        }
        Ok(selected(rows, &summary))
    }

    /// The page, when what is kept of the list leads to it and is still true.
    async fn page_as_kept(&self, kind: &'static Kind, query: &Query) -> Result<Option<Selected>> {
        let names = Names::of(kind, query);
        let Some(summary) = self.lists.summary(&names) else {
            return Ok(None);
        };
        let by = match self.lists.order(&names) {
            Some(order) if order.seq == summary.seq => By::Ids(page_of(&order.what, query)),
            None if query.offset == 0 => beginning(kind, query, Arc::clone(&summary.what)),
            _ => return Ok(None),
        };
        let mut connection = self
            .readers()
            .acquire()
            .await
            .map_err(|error| self.failed(error))?;
        let (rows, seq) = self.page(&mut connection, kind, query, &by).await?;
        if matches!(by, By::Titles(_)) && rows.len() < query.limit as usize {
            // Those without a title are still to come.
            return Ok(None);
        }
        Ok((seq == summary.seq).then(|| selected(rows, &summary.what)))
    }

    /// Reads a page, and the number of the log's last entry.
    async fn page(
        &self,
        connection: &mut SqliteConnection,
        kind: &'static Kind,
        query: &Query,
        by: &By,
    ) -> Result<(Vec<Record>, i64)> {
        const LAST: &str = "(SELECT coalesce(max(seq), 0) FROM log)";
        let mut sql = QueryBuilder::new(format!(
            "SELECT {LAST} AS last_seq, {} FROM ",
            row::table(kind).columns,
        ));
        if let By::Titles(_) = by {
            // Other names than a record's columns have.
            sql.push(format!(
                "(SELECT record AS doc_record, title AS doc_title FROM search_doc \
                 WHERE title <> '' AND kind = '{}') AS d CROSS JOIN ",
                kind.name
            ));
        }
        sql.push(format!("{} AS r", kind.name));
        match by {
            By::Titles(summary) => {
                summary.conditions.push_to(&mut sql);
                let down = query.sort.iter().any(|sort| sort.descending);
                let way = if down { "DESC" } else { "ASC" };
                sql.push(format!(
                    " AND r.id = d.doc_record ORDER BY d.doc_title {way}, d.doc_record {way} LIMIT "
                ))
                .push_bind(query.limit);
            }
            By::Ids(ids) => {
                sql.push(" WHERE r.id IN (SELECT unhex(value) FROM json_each(")
                    .push_bind(hex_list(ids))
                    .push("))");
            }
            By::Start(summary) => {
                summary.conditions.push_to(&mut sql);
                sql.push(Order::of(kind, &query.sort)?.clause())
                    .push(" LIMIT ")
                    .push_bind(query.limit);
            }
        }
        let read = async {
            let found = sql.build().fetch_all(&mut *connection).await?;
            let seq = match found.first() {
                Some(row) => row.try_get("last_seq")?,
                None => {
                    let last = sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM log");
                    last.fetch_one(&mut *connection).await?
                }
            };
            let rows = found.iter().map(|found| row::read(kind, found));
            let mut rows: Vec<Record> = rows.collect::<Result<_, sqlx::Error>>()?;
            if let By::Ids(ids) = by {
                let places = ids.iter().enumerate().map(|(at, id)| (*id, at));
                let places: HashMap<Uuid, usize> = places.collect();
                rows.sort_by_key(|row| places.get(&row.id).copied());
            }
            Ok((rows, seq))
        };
        let read: Result<_, sqlx::Error> = read.await;
        read.map_err(|error| self.failed(error))
    }

    /// Reads the order of the list that `query` asks for a page of, so that
    /// any page of it is at hand.
    pub async fn prepare(&self, kind: &'static Kind, query: &Query) -> Result<()> {
        if self.lists.order(&Names::of(kind, query)).is_some() {
            return Ok(());
        }
        let mut transaction = self
            .readers()
            .begin()
            .await
            .map_err(|error| self.failed(error))?;
        let mut reading = Reading::begin(self, &mut transaction, kind, query).await?;
        reading.order().await?;
        Ok(())
    }

    /// Where a record stands in the list that `query` asks for a page of,
    /// `None` when it is not in it; and how many rows that list has.
    pub async fn neighbours(
        &self,
        kind: &'static Kind,
        query: &Query,
        id: Uuid,
    ) -> Result<(Option<Neighbours>, u64)> {
        let _alone = self.lists.reading.lock().await;
        let mut transaction = self
            .readers()
            .begin()
            .await
            .map_err(|error| self.failed(error))?;
        let mut reading = Reading::begin(self, &mut transaction, kind, query).await?;
        let ids = reading.order().await?;
        let at = ids.iter().position(|other| *other == id);
        let found = at.map(|at| Neighbours {
            previous: at.checked_sub(1).and_then(|at| ids.get(at)).copied(),
            next: ids.get(at + 1).copied(),
            position: at as u64,
        });
        Ok((found, ids.len() as u64))
    }

    /// What records of `kind` are called, in the bin or not: the text of the
    /// field that names them, through a reference where that is one.
    pub async fn titles(&self, kind: &'static Kind, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>> {
        let ids: Vec<String> = ids.iter().map(|id| id.simple().to_string()).collect();
        // Named in full: a kind may have a field that is called value too.
        let sql = format!(
            "SELECT unhex(asked.value) AS id, {} AS title FROM json_each(?) AS asked",
            title_of(kind.name, "unhex(asked.value)")
        );
        let rows: Vec<(Uuid, Option<String>)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(serde_json::json!(ids).to_string())
            .fetch_all(self.readers())
            .await
            .map_err(|error| self.failed(error))?;
        let found = rows
            .into_iter()
            .filter_map(|(id, title)| Some((id, title?)));
        Ok(found.collect())
    }

    /// The record of that id, in the bin or not.
    pub async fn record(&self, kind: &'static Kind, id: Uuid) -> Result<Record> {
        let mut connection = self
            .readers()
            .acquire()
            .await
            .map_err(|error| self.failed(error))?;
        row::find(&mut connection, kind, id)
            .await
            .map_err(|error| self.failed(error))?
            .ok_or_else(|| Error::NoSuchRecord {
                kind: kind.name.to_owned(),
                record: id,
            })
    }
}

/// The ids of a page.
fn page_of(ids: &[Uuid], query: &Query) -> Vec<Uuid> {
    let rest = ids.get(query.offset as usize..).unwrap_or_default();
    rest.iter().take(query.limit as usize).copied().collect()
}

fn selected(rows: Vec<Record>, summary: &Summary) -> Selected {
    Selected {
        rows,
        total: summary.totals.count,
        undecided: summary.totals.undecided,
        orphaned: summary.totals.orphaned,
        sums: summary.totals.sums.clone(),
    }
}
