//! What a kind's fields add up to, over all rows of a list or of a group.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row, SqliteConnection};
use suoji_model::area::AREA_DECIMALS;
use suoji_model::money::MINOR_DECIMALS;
use suoji_model::{AreaUnit, Currency, Field, Kind, Money, Shape, decimal};

use crate::conditions::Conditions;
use crate::expression::rate;

/// What a sum is a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SumUnit {
    /// Yuan; foreign amounts at their record's rate.
    Yuan,
    /// Square metres.
    Sqm,
    /// Nothing but a number.
    Number,
}

/// The sum of a field over all matching rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// What it is a number of.
    pub unit: SumUnit,
    /// The sum, in units of 10^-`decimals`.
    pub scaled: i128,
    /// Digits after the point.
    pub decimals: u8,
    /// Rows that count.
    pub counted: u64,
    /// Of those, rows with an approximate value.
    pub approximate: u64,
    /// Rows without a value.
    pub missing: u64,
    /// Rows with a foreign amount and no rate: not in the sum.
    pub foreign: u64,
}

/// How many rows there are, and the sums of those fields that add up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    /// The number of rows.
    pub count: u64,
    /// By the field's name.
    pub sums: BTreeMap<&'static str, Sum>,
}

/// The totals of all rows that meet the conditions, in one statement.
pub(crate) async fn of(
    connection: &mut SqliteConnection,
    kind: &'static Kind,
    conditions: &Conditions,
) -> Result<Totals, sqlx::Error> {
    let mut sql = QueryBuilder::new(format!("SELECT {} FROM {} AS r", columns(kind), kind.name));
    conditions.push_to(&mut sql);
    read(kind, &sql.build().fetch_one(connection).await?)
}

/// The fields of a kind that add up.
fn adding(kind: &'static Kind) -> impl Iterator<Item = &'static Field> {
    kind.fields.iter().filter(|field| match field.shape {
        Shape::Money | Shape::Area => true,
        Shape::Number { .. } => field.adds,
        _ => false,
    })
}

/// The columns that [`read`] reads, of a statement about rows named `r`.
pub(crate) fn columns(kind: &'static Kind) -> String {
    let mut sql = String::from("count(*) AS total");
    for field in adding(kind) {
        let name = field.name;
        // Writing to a string cannot fail.
        let _ = write!(sql, ", count(r.{name}) AS {name}_filled");
        match field.shape {
            Shape::Money => {
                let code = Currency::CNY.code();
                let cny = format!("WHERE r.{name}_currency = '{code}'");
                let _ = write!(
                    sql,
                    ", {sum}, count(r.{name}_mark) FILTER ({cny}) AS {name}_approximate, \
                     json_group_array(json_array(r.{name}, r.{name}_currency, {rate}, \
                       r.{name}_mark IS NOT NULL)) \
                     FILTER (WHERE r.{name}_currency <> '{code}') AS {name}_foreign",
                    sum = halves(name, "", &cny),
                    rate = rate(kind),
                );
            }
            _ => {
                let _ = write!(
                    sql,
                    ", count(r.{name}_mark) FILTER (WHERE r.{name} IS NOT NULL) AS {name}_approximate"
                );
                for (suffix, filter) in parts(field) {
                    let _ = write!(sql, ", {}", halves(name, suffix, &filter));
                }
            }
        }
    }
    sql
}

/// The parts that are added up on their own: areas by unit.
fn parts(field: &Field) -> Vec<(&'static str, String)> {
    match field.shape {
        Shape::Area => AreaUnit::ALL
            .map(|unit| {
                let filter = format!("WHERE r.{}_unit = '{}'", field.name, unit.name());
                (unit.name(), filter)
            })
            .to_vec(),
        _ => vec![("", format!("WHERE r.{} IS NOT NULL", field.name))],
    }
}

/// A sum in two halves, each of which has room for any number of rows.
fn halves(name: &str, suffix: &str, filter: &str) -> String {
    format!(
        "coalesce(sum(r.{name} >> 32) FILTER ({filter}), 0) AS {name}_high{suffix}, \
         coalesce(sum(r.{name} & 4294967295) FILTER ({filter}), 0) AS {name}_low{suffix}"
    )
}

/// The totals in a row of [`columns`].
pub(crate) fn read(kind: &'static Kind, row: &SqliteRow) -> Result<Totals, sqlx::Error> {
    let number = |column: &str| row.try_get::<i64, _>(column);
    let count = |column: &str| number(column).map(i64::unsigned_abs);
    let total = count("total")?;
    let mut sums = BTreeMap::new();
    for field in adding(kind) {
        let name = field.name;
        let whole = |suffix: &str| {
            let high = i128::from(number(&format!("{name}_high{suffix}"))?);
            let low = i128::from(number(&format!("{name}_low{suffix}"))?);
            Ok::<i128, sqlx::Error>((high << 32) + low)
        };
        let filled = count(&format!("{name}_filled"))?;
        let mut sum = Sum {
            unit: SumUnit::Number,
            scaled: 0,
            decimals: field.shape.decimals().unwrap_or(0),
            counted: filled,
            approximate: count(&format!("{name}_approximate"))?,
            missing: total - filled,
            foreign: 0,
        };
        match field.shape {
            Shape::Money => {
                sum.unit = SumUnit::Yuan;
                sum.decimals = MINOR_DECIMALS;
                sum.scaled = whole("")?;
                add_foreign(&mut sum, row.try_get(format!("{name}_foreign").as_str())?)?;
            }
            Shape::Area => {
                sum.unit = SumUnit::Sqm;
                sum.decimals = AREA_DECIMALS;
                let mut thirds = 0;
                for unit in AreaUnit::ALL {
                    thirds += whole(unit.name())? * i128::from(unit.thirds_of_sqm());
                }
                let sqm = AreaUnit::Sqm.thirds_of_sqm();
                sum.scaled = decimal::divide_half_up(thirds, i128::from(sqm));
            }
            _ => sum.scaled = whole("")?,
        }
        sums.insert(name, sum);
    }
    Ok(Totals { count: total, sums })
}

/// Adds the foreign amounts, each at its record's rate.
fn add_foreign(sum: &mut Sum, text: &str) -> Result<(), sqlx::Error> {
    /// Amount, currency, rate, whether it is marked.
    type Foreign<'t> = (i64, &'t str, Option<i64>, u8);
    let foreign: Vec<Foreign<'_>> =
        serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    for (minor, currency, rate, marked) in foreign {
        let money = Currency::parse(currency).map(|currency| Money { minor, currency });
        match money.and_then(|money| money.in_fen(rate)) {
            Some(fen) => {
                sum.scaled += i128::from(fen);
                sum.approximate += u64::from(marked);
            }
            None => {
                sum.foreign += 1;
                sum.counted -= 1;
            }
        }
    }
    Ok(())
}
