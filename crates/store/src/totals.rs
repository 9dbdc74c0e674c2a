//! Totals of money fields over all rows that a query matches.

use std::collections::BTreeMap;

use sqlx::sqlite::{Sqlite, SqliteRow};
use sqlx::{QueryBuilder, Row, SqliteConnection};
use suoji_model::{Currency, Kind, Money, Shape};

use crate::error::Result;
use crate::query::{Query, conditions, rate};

/// The total of a money field over all matching rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// In fen; foreign amounts at their record's rate.
    pub fen: i128,
    /// Rows that count.
    pub counted: u64,
    /// Of those, rows with an approximate amount.
    pub approximate: u64,
    /// Rows without an amount.
    pub missing: u64,
    /// Rows with a foreign amount and no rate: not in the total.
    pub foreign: u64,
}

/// How many rows match, and the totals of the kind's money fields.
///
/// The outer error is a bad query, the inner one what the file says.
pub(crate) async fn read(
    connection: &mut SqliteConnection,
    kind: &'static Kind,
    query: &Query,
) -> Result<Result<(u64, BTreeMap<&'static str, Sum>), sqlx::Error>> {
    let mut statements = BTreeMap::new();
    for name in money_fields(kind) {
        statements.insert(name, foreign(kind, name, query)?);
    }
    let totals = totals(kind, query)?;
    Ok(fetch(connection, kind, totals, statements).await)
}

async fn fetch(
    connection: &mut SqliteConnection,
    kind: &'static Kind,
    mut totals: QueryBuilder<Sqlite>,
    mut foreign: BTreeMap<&'static str, QueryBuilder<Sqlite>>,
) -> Result<(u64, BTreeMap<&'static str, Sum>), sqlx::Error> {
    let found = totals.build().fetch_one(&mut *connection).await?;
    let mut sums = read_sums(kind, &found)?;
    for (name, sum) in &mut sums {
        if found.try_get::<i64, _>(format!("{name}_foreign").as_str())? == 0 {
            continue;
        }
        if let Some(statement) = foreign.get_mut(name) {
            let rows = statement.build().fetch_all(&mut *connection).await?;
            add_foreign(sum, &rows)?;
        }
    }
    Ok((found.try_get::<i64, _>("total")?.unsigned_abs(), sums))
}

fn money_fields(kind: &'static Kind) -> impl Iterator<Item = &'static str> {
    kind.fields
        .iter()
        .filter(|field| field.shape == Shape::Money)
        .map(|field| field.name)
}

fn totals(kind: &'static Kind, query: &Query) -> Result<QueryBuilder<Sqlite>> {
    let mut sql = QueryBuilder::new("SELECT count(*) AS total");
    for name in money_fields(kind) {
        let cny = format!("r.{name}_currency = '{}'", Currency::CNY.code());
        sql.push(format!(
            ", coalesce(sum(r.{name}) FILTER (WHERE {cny}), 0) AS {name}_fen, \
             count(r.{name}) FILTER (WHERE {cny}) AS {name}_counted, \
             count(r.{name}_mark) FILTER (WHERE {cny}) AS {name}_approximate, \
             count(*) - count(r.{name}) AS {name}_missing, \
             count(r.{name}) FILTER (WHERE NOT {cny}) AS {name}_foreign"
        ));
    }
    sql.push(format!(" FROM {} AS r", kind.name));
    conditions(&mut sql, kind, query)?;
    Ok(sql)
}

fn read_sums(
    kind: &'static Kind,
    row: &SqliteRow,
) -> Result<BTreeMap<&'static str, Sum>, sqlx::Error> {
    let get = |name: &str, what: &str| row.try_get::<i64, _>(format!("{name}_{what}").as_str());
    money_fields(kind)
        .map(|name| {
            let sum = Sum {
                fen: i128::from(get(name, "fen")?),
                counted: get(name, "counted")?.unsigned_abs(),
                approximate: get(name, "approximate")?.unsigned_abs(),
                missing: get(name, "missing")?.unsigned_abs(),
                foreign: 0,
            };
            Ok((name, sum))
        })
        .collect()
}

/// The foreign amounts of a field, with the record's rate where the kind has
/// one.
fn foreign(kind: &'static Kind, name: &str, query: &Query) -> Result<QueryBuilder<Sqlite>> {
    let rate = rate(kind);
    let mut sql = QueryBuilder::new(format!(
        "SELECT r.{name} AS minor, r.{name}_currency AS currency, r.{name}_mark AS mark, \
         {rate} AS rate FROM {} AS r",
        kind.name
    ));
    conditions(&mut sql, kind, query)?;
    sql.push(format!(
        " AND r.{name}_currency <> '{}'",
        Currency::CNY.code()
    ));
    Ok(sql)
}

fn add_foreign(sum: &mut Sum, rows: &[SqliteRow]) -> Result<(), sqlx::Error> {
    for row in rows {
        let currency = Currency::parse(&row.try_get::<String, _>("currency")?);
        let (minor, rate) = (row.try_get("minor")?, row.try_get("rate")?);
        let fen = currency.and_then(|currency| Money { minor, currency }.in_fen(rate));
        match fen {
            Some(fen) => {
                sum.fen += i128::from(fen);
                sum.counted += 1;
                sum.approximate += u64::from(row.try_get::<Option<String>, _>("mark")?.is_some());
            }
            None => sum.foreign += 1,
        }
    }
    Ok(())
}
