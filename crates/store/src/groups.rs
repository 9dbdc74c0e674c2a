//! Rows in groups by one field, each with its totals.

use serde_json::{Value as Json, json};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row};
use suoji_model::kinds::EXTRA_PREFIX;
use suoji_model::{Area, AreaUnit, Cell, Currency, Kind, Money, Shape, Value};
use uuid::Uuid;

use crate::aside::Tests;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::expression::{comparable, field, sort_key};
use crate::extra::Extra;
use crate::query::{Filter, Query, Sort, Test};
use crate::reading::Reading;
use crate::totals::{self, Totals, Width};

/// The most groups that are told.
const MOST_GROUPS: usize = 1_000;
/// The most groups among which the largest are looked for.
const MOST_LOOKED_AT: usize = 20_000;
/// Sorts groups by how many rows they have.
const COUNT: &str = "count";

/// How far dates are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Years.
    Year,
    /// Quarters.
    Quarter,
    /// Months.
    Month,
}

/// What rows are put together by.
#[derive(Debug, Clone)]
pub struct Grouping {
    /// The field. A date counts from the first day of its period.
    pub by: String,
    /// How far dates are put together; days when absent.
    pub step: Option<Step>,
    /// `count`, a field with a sum, or the field itself, by which the groups
    /// stand in ascending order when absent.
    pub sort: Option<Sort>,
}

/// Rows that are alike in one field.
#[derive(Debug, Clone)]
pub struct Group {
    /// What the field holds, in JSON form; null for blank.
    pub key: Json,
    /// Finds these rows, together with the query's own filters.
    pub filter: Filter,
    /// Their number and sums.
    pub totals: Totals,
}

/// All groups, up to a number nobody reads.
#[derive(Debug, Clone)]
pub struct Groups {
    /// In order; blank last.
    pub groups: Vec<Group>,
    /// Whether there are more.
    pub more: bool,
}

impl Desk {
    /// The rows that `query` finds, in groups; its order, offset and limit do
    /// not count. Errors: [`Error::BadQuery`].
    pub async fn groups(
        &self,
        kind: &'static Kind,
        query: &Query,
        grouping: &Grouping,
    ) -> Result<Groups> {
        let sort = grouping.sort.as_ref();
        let own = sort.filter(|sort| sort.field == grouping.by);
        let direction = if own.is_some_and(|sort| sort.descending) {
            "DESC"
        } else {
            "ASC"
        };
        let mut transaction = self
            .readers()
            .begin()
            .await
            .map_err(|error| self.failed(error))?;
        let summary = Reading::begin(self, &mut transaction, kind, query)
            .await?
            .summary()
            .await?;
        let shape = match Extra::of(&grouping.by)? {
            Some(extra) => {
                let shape = extra.shape(&mut transaction).await;
                shape.map_err(|error| self.failed(error))?
            }
            None => Some(field(kind, &grouping.by)?.shape),
        };
        let shape = shape.ok_or_else(|| Error::BadQuery(grouping.by.clone()))?;
        let by = By {
            name: &grouping.by,
            shape,
        };
        let order = match by.shape {
            Shape::Date => "group_key".to_owned(),
            _ => sort_key(kind, by.name)?,
        };
        let tests = Tests::of(&mut transaction, kind).await;
        let tests = tests.map_err(|error| self.failed(error))?;
        let mut width = Width::Narrow;
        let rows = loop {
            let mut sql = QueryBuilder::new(format!(
                "SELECT {} AS group_key, {} FROM {} AS r",
                group_key(kind, &by, grouping.step)?,
                totals::columns(kind, width, &tests),
                kind.name
            ));
            summary.conditions.push_to(&mut sql);
            sql.push(format!(
                " GROUP BY group_key ORDER BY {order} {direction} NULLS LAST, group_key \
                 LIMIT {MOST_LOOKED_AT}"
            ));
            match sql.build().fetch_all(&mut *transaction).await {
                Err(error) if width.was_too_narrow(&error) => width = Width::Wide,
                rows => break rows,
            }
        };
        let groups = rows.and_then(|rows| {
            let rows = rows.iter();
            rows.map(|row| group(kind, &by, row)).collect()
        });
        let mut groups: Vec<Group> = groups.map_err(|error| self.failed(error))?;
        if let Some(sort) = sort.filter(|sort| sort.field != grouping.by) {
            let sums = groups.first().map(|group| &group.totals.sums);
            if sort.field != COUNT && sums.is_some_and(|sums| !sums.contains_key(&*sort.field)) {
                return Err(Error::BadQuery(sort.field.clone()));
            }
            groups.sort_by_key(|group| {
                let sum = group.totals.sums.get(&*sort.field);
                let size = sum.map_or(i128::from(group.totals.count), |sum| sum.scaled);
                if sort.descending { -size } else { size }
            });
        }
        let more = groups.len() > MOST_GROUPS;
        groups.truncate(MOST_GROUPS);
        Ok(Groups { groups, more })
    }
}

/// The field that the rows of a group share, declared or added by users.
struct By<'b> {
    name: &'b str,
    shape: Shape,
}

/// The expression that is the same for all rows of a group.
fn group_key(kind: &'static Kind, by: &By<'_>, step: Option<Step>) -> Result<String> {
    let extra = Extra::of(by.name)?;
    let column = match &extra {
        Some(extra) => extra.first_day(),
        None => format!("r.{}", by.name),
    };
    Ok(match (by.shape, step) {
        (Shape::Date, Some(Step::Year)) => format!("substr({column}, 1, 4)"),
        (Shape::Date, Some(Step::Month)) => format!("substr({column}, 1, 7)"),
        (Shape::Date, Some(Step::Quarter)) => format!(
            "substr({column}, 1, 4) || '-Q' || ((CAST(substr({column}, 6, 2) AS INTEGER) + 2) / 3)"
        ),
        _ => match extra {
            Some(_) if by.shape == Shape::Date => column,
            Some(extra) => extra.whole(),
            None => comparable(kind, field(kind, by.name)?),
        },
    })
}

fn group(kind: &'static Kind, by: &By<'_>, row: &SqliteRow) -> Result<Group, sqlx::Error> {
    let key = key(by, row)?;
    let test = if key.is_null() { Test::Blank } else { Test::Is };
    Ok(Group {
        filter: Filter {
            field: by.name.to_owned(),
            test,
            value: key.clone(),
        },
        key,
        totals: totals::read(kind, row)?,
    })
}

/// What the rows of a group hold, as a cell's JSON.
fn key(by: &By<'_>, row: &SqliteRow) -> Result<Json, sqlx::Error> {
    const KEY: &str = "group_key";
    let text = || row.try_get::<Option<String>, _>(KEY);
    let number = || row.try_get::<Option<i64>, _>(KEY);
    if by.name.starts_with(EXTRA_PREFIX) && matches!(by.shape, Shape::Number { .. } | Shape::Money)
    {
        // Stands in the row as the cell's JSON already.
        let json = text()?.map(|json| serde_json::from_str(&json));
        let json = json.transpose();
        return Ok(json
            .map_err(|error| sqlx::Error::Decode(Box::new(error)))?
            .unwrap_or_default());
    }
    let value = match by.shape {
        Shape::Text { .. } | Shape::Code | Shape::Choice(_) | Shape::OpenChoice => {
            text()?.map(Value::Text)
        }
        Shape::Date => return Ok(text()?.map_or(Json::Null, |date| json!({ "date": date }))),
        Shape::List => {
            let list = text()?.map(|list| serde_json::from_str(&list).map(Value::List));
            list.transpose()
                .map_err(|error| sqlx::Error::Decode(Box::new(error)))?
        }
        Shape::Flag => row.try_get::<Option<bool>, _>(KEY)?.map(Value::Flag),
        Shape::Ref(_) => row.try_get::<Option<Uuid>, _>(KEY)?.map(Value::Ref),
        Shape::Number { .. } => number()?.map(Value::Number),
        Shape::Money => number()?.map(|minor| {
            let currency = Currency::CNY;
            Value::Money(Money { minor, currency })
        }),
        Shape::Area => number()?.map(|thirds| Value::Area(area(thirds))),
    };
    Ok(value.map_or(Json::Null, |value| Cell::exact(value).to_json(&by.shape)))
}

/// An area in the unit in which it is a whole number of 1/10 000.
fn area(thirds: i64) -> Area {
    let fits = |unit: &AreaUnit| thirds % unit.thirds_of_sqm() == 0;
    let unit = AreaUnit::ALL.into_iter().find(fits);
    let unit = unit.unwrap_or(AreaUnit::Sqm);
    let scaled = thirds / unit.thirds_of_sqm();
    Area { scaled, unit }
}
