//! Lists: filtered, sorted, paged rows of one kind, with totals over all
//! rows that match.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use sqlx::QueryBuilder;
use sqlx::sqlite::Sqlite;
use suoji_model::kinds::EXTRA_PREFIX;
use suoji_model::{Cell, Currency, Field, Kind, Shape, Value};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::row::{self, Record};
use crate::totals::{self, Sum};
use crate::{search, tokens};

/// How a filter compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// Equal to the value.
    Is,
    /// Not equal, or blank.
    Not,
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

/// A page of rows and what is true of all matching rows.
#[derive(Debug, Clone)]
pub struct Selected {
    /// The page.
    pub rows: Vec<Record>,
    /// How many rows match.
    pub total: u64,
    /// Totals of the kind's money fields.
    pub sums: BTreeMap<&'static str, Sum>,
}

impl Desk {
    /// A page of `kind`. Errors: [`Error::BadQuery`] for a field the kind
    /// does not have or a value of another shape.
    pub async fn select(&self, kind: &'static Kind, query: &Query) -> Result<Selected> {
        let mut page = QueryBuilder::new(format!(
            "SELECT {} FROM {} AS r",
            row::table(kind).columns,
            kind.name
        ));
        conditions(&mut page, kind, query)?;
        page.push(" ORDER BY ");
        for level in &query.sort {
            page.push(sort_key(kind, &level.field)?);
            page.push(if level.descending {
                " DESC NULLS LAST, "
            } else {
                " ASC NULLS LAST, "
            });
        }
        page.push("r.id LIMIT ")
            .push_bind(query.limit)
            .push(" OFFSET ")
            .push_bind(query.offset);
        let mut connection = self
            .readers()
            .acquire()
            .await
            .map_err(|error| self.failed(error))?;
        let rows = page
            .build()
            .fetch_all(&mut *connection)
            .await
            .and_then(|rows| rows.iter().map(|found| row::read(kind, found)).collect())
            .map_err(|error| self.failed(error))?;
        let (total, sums) = totals::read(&mut connection, kind, query)
            .await?
            .map_err(|error| self.failed(error))?;
        Ok(Selected { rows, total, sums })
    }

    /// What records of `kind` are called, in the bin or not: the text of the
    /// field that names them, through a reference where that is one.
    pub async fn titles(&self, kind: &'static Kind, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>> {
        let ids: Vec<String> = ids.iter().map(|id| id.simple().to_string()).collect();
        let sql = format!(
            "SELECT unhex(value) AS id, {} AS title FROM json_each(?)",
            title_of(kind.name, "unhex(value)")
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

fn field(kind: &'static Kind, name: &str) -> Result<&'static Field> {
    kind.field(name)
        .ok_or_else(|| Error::BadQuery(format!("{}.{name}", kind.name)))
}

/// The expression a column is sorted by: references by their target's title.
fn sort_key(kind: &'static Kind, name: &str) -> Result<String> {
    if let Some(id) = name.strip_prefix(EXTRA_PREFIX) {
        let id = Uuid::parse_str(id).map_err(|_| Error::BadQuery(name.to_owned()))?;
        return Ok(format!("r.extra ->> '$.\"{EXTRA_PREFIX}{id}\"'"));
    }
    let field = field(kind, name)?;
    Ok(match field.shape {
        Shape::Ref(target) => title_of(target, &format!("r.{name}")),
        _ => comparable(kind, field),
    })
}

/// A column as something that compares: amounts in yuan at the record's rate,
/// areas in thirds of a square metre, all else as it is.
fn comparable(kind: &Kind, field: &Field) -> String {
    let column = format!("r.{}", field.name);
    match field.shape {
        Shape::Money => {
            let cny = Currency::CNY;
            let rate = rate(kind);
            let unit = 10i64.pow(u32::from(suoji_model::money::RATE_DECIMALS));
            format!(
                "iif({column}_currency = '{}', {column}, {column} * {rate} / {unit})",
                cny.code()
            )
        }
        Shape::Area => {
            let units = suoji_model::AreaUnit::ALL
                .map(|unit| format!("WHEN '{}' THEN {}", unit.name(), unit.thirds_of_sqm()));
            format!("{column} * CASE {column}_unit {} END", units.join(" "))
        }
        _ => column,
    }
}

/// The column of the record's exchange rate.
pub(crate) fn rate(kind: &Kind) -> &'static str {
    if kind.field("rate").is_some() {
        "r.rate"
    } else {
        "NULL"
    }
}

/// A sub-select of a record's title; a title that is a reference is followed.
fn title_of(kind: &str, id: &str) -> String {
    let Some(kind) = suoji_model::kinds::find(kind) else {
        return id.to_owned();
    };
    match kind.field(kind.title).map(|title| title.shape) {
        Some(Shape::Ref(next)) => {
            let inner = format!(
                "(SELECT t.{} FROM {} AS t WHERE t.id = {id})",
                kind.title, kind.name
            );
            title_of(next, &inner)
        }
        _ => format!(
            "(SELECT t.{} FROM {} AS t WHERE t.id = {id})",
            kind.title, kind.name
        ),
    }
}

pub(crate) fn conditions(
    sql: &mut QueryBuilder<Sqlite>,
    kind: &'static Kind,
    query: &Query,
) -> Result<()> {
    sql.push(" WHERE r.deleted = ").push_bind(query.deleted);
    for filter in &query.filters {
        sql.push(" AND ");
        condition(sql, kind, field(kind, &filter.field)?, filter)?;
    }
    if let Some(ids) = &query.ids {
        let text: Vec<String> = ids.iter().map(|id| id.simple().to_string()).collect();
        sql.push(" AND r.id IN (SELECT unhex(value) FROM json_each(")
            .push_bind(serde_json::json!(text).to_string())
            .push("))");
    }
    if let Some(text) = query
        .text
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty())
    {
        text_condition(sql, kind, text);
    }
    Ok(())
}

/// Rows that a search finds, or that refer to one that it finds.
fn text_condition(sql: &mut QueryBuilder<Sqlite>, kind: &Kind, text: &str) {
    let folded = tokens::fold(text);
    let Some(expression) = tokens::expression(&folded) else {
        sql.push(" AND 0");
        return;
    };
    sql.push(
        " AND EXISTS (SELECT 1 FROM (SELECT d.record FROM search_index AS i \
         JOIN search_doc AS d ON d.rowid = i.rowid WHERE search_index MATCH ",
    )
    .push_bind(expression)
    .push(" AND NOT EXISTS (SELECT 1 FROM json_each(")
    .push_bind(search::words_json(&folded))
    .push(") AS word WHERE instr(d.plain, word.value) = 0)) AS found WHERE found.record IN (r.id");
    for field in kind.fields {
        if let Shape::Ref(_) = field.shape {
            sql.push(format!(", r.{}", field.name));
        }
    }
    sql.push("))");
}

fn condition(
    sql: &mut QueryBuilder<Sqlite>,
    kind: &Kind,
    field: &'static Field,
    filter: &Filter,
) -> Result<()> {
    let column = format!("r.{}", field.name);
    match filter.test {
        Test::Blank => {
            sql.push(format!("{column} IS NULL"));
            return Ok(());
        }
        Test::Filled => {
            sql.push(format!("{column} IS NOT NULL"));
            return Ok(());
        }
        Test::Contains => {
            let text = filter
                .value
                .as_str()
                .ok_or_else(|| Error::BadQuery(field.name.to_owned()))?;
            let shown = match field.shape {
                Shape::Ref(target) => title_of(target, &column),
                _ => column,
            };
            sql.push(format!("instr(lower({shown}), "))
                .push_bind(text.to_lowercase())
                .push(") > 0");
            return Ok(());
        }
        _ => {}
    }
    let cell = Cell::read(&field.shape, &filter.value)
        .map_err(|why| Error::BadQuery(format!("{}: {why}", field.name)))?;
    let Cell::Known(value, _) = cell else {
        return Err(Error::BadQuery(field.name.to_owned()));
    };
    let (start, end) = match &value {
        Value::Date(date) => (date.start().to_string(), date.end().to_string()),
        _ => (String::new(), String::new()),
    };
    match (filter.test, value) {
        (Test::AtLeast, Value::Date(_)) => {
            sql.push(format!("{column} >= ")).push_bind(start);
        }
        (Test::AtMost, Value::Date(_)) => {
            sql.push(format!("{column} < ")).push_bind(end);
        }
        (test, Value::Date(_)) => {
            sql.push(if test == Test::Not { "NOT " } else { "" })
                .push(format!("coalesce({column} >= "))
                .push_bind(start)
                .push(format!(" AND {column} < "))
                .push_bind(end)
                .push(", 0)");
        }
        (test, value) => {
            let operator = match test {
                Test::AtLeast => " >= ",
                Test::AtMost => " <= ",
                Test::Not => " IS NOT ",
                _ => " = ",
            };
            sql.push(comparable(kind, field)).push(operator);
            push_value(sql, value);
        }
    }
    Ok(())
}

fn push_value(sql: &mut QueryBuilder<Sqlite>, value: Value) {
    match value {
        Value::Text(text) => sql.push_bind(text),
        Value::Flag(flag) => sql.push_bind(flag),
        Value::Ref(id) => sql.push_bind(id),
        Value::List(list) => sql.push_bind(serde_json::json!(list).to_string()),
        Value::Money(money) => sql.push_bind(money.minor),
        Value::Number(number) => sql.push_bind(number),
        Value::Area(area) => sql.push_bind(area.scaled.saturating_mul(area.unit.thirds_of_sqm())),
        Value::Date(date) => sql.push_bind(date.start().to_string()),
    };
}
