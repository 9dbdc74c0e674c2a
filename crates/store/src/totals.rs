//! What a kind's fields add up to, over all rows of a list or of a group.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row, SqliteConnection};
use suoji_model::area::AREA_DECIMALS;
use suoji_model::money::MINOR_DECIMALS;
use suoji_model::{AreaUnit, Currency, Field, Kind, Money, Shape, decimal};

use crate::aside::Tests;
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
    /// Rows with a value that may repeat others, of which nobody decided yet:
    /// they count in no figure.
    pub undecided: u64,
}

/// How many rows there are, and the sums of those fields that add up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    /// The number of rows.
    pub count: u64,
    /// Of those, rows that wait until somebody decides whether they repeat
    /// others: they count in no figure.
    pub undecided: u64,
    /// Of those, rows of a project in the bin: they count in no figure either.
    pub orphaned: u64,
    /// By the field's name.
    pub sums: BTreeMap<&'static str, Sum>,
}

/// The totals of all rows that meet the conditions, in one statement.
pub(crate) async fn of(
    connection: &mut SqliteConnection,
    kind: &'static Kind,
    conditions: &Conditions,
) -> Result<Totals, sqlx::Error> {
    let tests = Tests::of(connection, kind).await?;
    let mut width = Width::Narrow;
    loop {
        let columns = columns(kind, width, &tests);
        let mut sql = QueryBuilder::new(format!("SELECT {columns} FROM {} AS r", kind.name));
        conditions.push_to(&mut sql);
        match sql.build().fetch_one(&mut *connection).await {
            Err(error) if width.was_too_narrow(&error) => width = Width::Wide,
            row => return read(kind, &row?),
        }
    }
}

/// How much room a sum has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// 64 bits, enough for all that is real.
    Narrow,
    /// Two halves, enough for whatever may be entered.
    Wide,
}

impl Width {
    /// Whether a statement failed because a sum had no room.
    pub(crate) fn was_too_narrow(self, error: &sqlx::Error) -> bool {
        let told = |error: &dyn sqlx::error::DatabaseError| error.message() == "integer overflow";
        self == Self::Narrow && error.as_database_error().is_some_and(told)
    }

    /// The sum of an expression in two columns.
    fn sum(self, value: &str, filter: &str, name: &str) -> String {
        match self {
            Self::Narrow => {
                format!("0 AS {name}_high, coalesce(sum({value}){filter}, 0) AS {name}_low")
            }
            Self::Wide => format!(
                "coalesce(sum({value} >> 32){filter}, 0) AS {name}_high, \
                 coalesce(sum({value} & 4294967295){filter}, 0) AS {name}_low"
            ),
        }
    }
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
pub(crate) fn columns(kind: &'static Kind, width: Width, tests: &Tests) -> String {
    let mut sql = String::from("count(*) AS total");
    let waits = tests.undecided.as_deref();
    for (test, name) in [(waits, "undecided"), (tests.orphaned, "orphaned")] {
        // Writing to a string cannot fail.
        let _ = match test {
            Some(test) => write!(sql, ", count(*) FILTER (WHERE {test}) AS {name}_rows"),
            None => write!(sql, ", 0 AS {name}_rows"),
        };
    }
    for field in adding(kind) {
        let name = field.name;
        let _ = write!(
            sql,
            ", count(r.{name}) AS {name}_filled, \
             count(r.{name}_mark) FILTER (WHERE r.{name} IS NOT NULL) AS {name}_approximate"
        );
        let _ = match waits {
            Some(waits) => write!(
                sql,
                ", count(r.{name}) FILTER (WHERE {waits}) AS {name}_undecided"
            ),
            None => write!(sql, ", 0 AS {name}_undecided"),
        };
        if field.shape == Shape::Area {
            for unit in AreaUnit::ALL.map(AreaUnit::name) {
                let filter = format!(" FILTER (WHERE r.{name}_unit = '{unit}')");
                let sum = width.sum(&format!("r.{name}"), &filter, &format!("{name}_{unit}"));
                let _ = write!(sql, ", {sum}");
            }
        } else {
            let _ = write!(sql, ", {}", width.sum(&format!("r.{name}"), "", name));
        }
        if field.shape == Shape::Money {
            let _ = write!(
                sql,
                ", json_group_array(json_array(r.{name}, r.{name}_currency, {rate}, \
                   r.{name}_mark IS NOT NULL)) \
                 FILTER (WHERE r.{name}_currency <> '{code}') AS {name}_foreign",
                rate = rate(kind),
                code = Currency::CNY.code(),
            );
        }
    }
    sql
}

/// The totals in a row of [`columns`].
pub(crate) fn read(kind: &'static Kind, row: &SqliteRow) -> Result<Totals, sqlx::Error> {
    let number = |column: &str| row.try_get::<i64, _>(column);
    let count = |column: &str| number(column).map(i64::unsigned_abs);
    let total = count("total")?;
    let mut sums = BTreeMap::new();
    for field in adding(kind) {
        let name = field.name;
        let whole = |name: &str| {
            let high = i128::from(number(&format!("{name}_high"))?);
            let low = i128::from(number(&format!("{name}_low"))?);
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
            undecided: count(&format!("{name}_undecided"))?,
        };
        match field.shape {
            Shape::Money => {
                sum.unit = SumUnit::Yuan;
                sum.decimals = MINOR_DECIMALS;
                sum.scaled = whole(name)?;
                exchange(&mut sum, row.try_get(format!("{name}_foreign").as_str())?)?;
            }
            Shape::Area => {
                sum.unit = SumUnit::Sqm;
                sum.decimals = AREA_DECIMALS;
                let mut thirds = 0;
                for unit in AreaUnit::ALL {
                    let sum = whole(&format!("{name}_{}", unit.name()))?;
                    thirds += sum * i128::from(unit.thirds_of_sqm());
                }
                let sqm = AreaUnit::Sqm.thirds_of_sqm();
                sum.scaled = decimal::divide_half_up(thirds, i128::from(sqm));
            }
            _ => sum.scaled = whole(name)?,
        }
        sums.insert(name, sum);
    }
    Ok(Totals {
        count: total,
        undecided: count("undecided_rows")?,
        orphaned: count("orphaned_rows")?,
        sums,
    })
}

/// Puts the foreign amounts of a sum at their records' rates.
fn exchange(sum: &mut Sum, text: &str) -> Result<(), sqlx::Error> {
    /// Amount, currency, rate, whether it is marked.
    type Foreign<'t> = (i64, &'t str, Option<i64>, u8);
    let foreign: Vec<Foreign<'_>> =
        serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    for (minor, currency, rate, marked) in foreign {
        sum.scaled -= i128::from(minor);
        let money = Currency::parse(currency).map(|currency| Money { minor, currency });
        match money.and_then(|money| money.in_fen(rate)) {
            Some(fen) => sum.scaled += i128::from(fen),
            None => {
                sum.foreign += 1;
                sum.counted -= 1;
                sum.approximate -= u64::from(marked);
            }
        }
    }
    Ok(())
}
