//! How a field's cell lies in the columns of its kind's table.
//!
//! Text, choices and lists: one column. Codes and numbers: value and mark.
//! Money: minor units, `_currency`, `_mark`. Areas: ten-thousandths, `_unit`,
//! `_mark`. Dates: first day, `_precision`, `_mark`. A mark column holds the
//! mark's name (`range 10000` with the upper end), or why there is no value.

use sqlx::query::Query;
use sqlx::sqlite::{Sqlite, SqliteArguments, SqliteRow};
use sqlx::{Arguments as _, Row, SqlSafeStr};
use suoji_model::{
    Absent, Area, AreaUnit, Cell, Currency, Field, Mark, Money, PartialDate, Precision, Shape,
    Value,
};
use uuid::Uuid;

/// A statement that columns are bound to.
pub(crate) type Statement<'q> = Query<'q, Sqlite, SqliteArguments>;

/// A statement with room for so many values.
pub(crate) fn statement<'q>(sql: impl SqlSafeStr, values: usize) -> Statement<'q> {
    let mut arguments = SqliteArguments::default();
    arguments.reserve(values, 0);
    sqlx::query_with(sql, arguments)
}

/// The column names of a field, in the order [`bind`] binds them.
pub(crate) fn names(field: &Field) -> Vec<String> {
    let name = field.name;
    let with = |suffixes: &[&str]| {
        std::iter::once(name.to_owned())
            .chain(suffixes.iter().map(|suffix| format!("{name}_{suffix}")))
            .collect()
    };
    match field.shape {
        Shape::Money => with(&["currency", "mark"]),
        Shape::Area => with(&["unit", "mark"]),
        Shape::Date => with(&["precision", "mark"]),
        Shape::Code | Shape::Number { .. } => with(&["mark"]),
        Shape::Text { .. }
        | Shape::Choice(_)
        | Shape::OpenChoice
        | Shape::Flag
        | Shape::Ref(_)
        | Shape::List => with(&[]),
    }
}

/// Binds a cell to the columns of its field.
pub(crate) fn bind<'q>(statement: Statement<'q>, shape: &Shape, cell: Cell) -> Statement<'q> {
    let (value, mark) = match cell {
        Cell::Blank => (None, None),
        Cell::Absent(absent) => (None, Some(absent.name().to_owned())),
        Cell::Known(value, mark) => (Some(value), mark.map(mark_text)),
    };
    let statement = match (shape, value) {
        (_, Some(Value::Text(text))) => statement.bind(text),
        (_, Some(Value::Flag(flag))) => statement.bind(flag),
        (_, Some(Value::Ref(id))) => statement.bind(id),
        (_, Some(Value::List(list))) => statement.bind(serde_json::json!(list).to_string()),
        (_, Some(Value::Number(number))) => statement.bind(number),
        (_, Some(Value::Money(money))) => statement
            .bind(money.minor)
            .bind(money.currency.code().to_owned()),
        (_, Some(Value::Area(area))) => statement.bind(area.scaled).bind(area.unit.name()),
        (_, Some(Value::Date(date))) => statement
            .bind(date.start().to_string())
            .bind(date.precision().name()),
        (Shape::Money | Shape::Area | Shape::Date, None) => {
            statement.bind(None::<i64>).bind(None::<String>)
        }
        (_, None) => statement.bind(None::<i64>),
    };
    if shape.takes_marks() {
        statement.bind(mark)
    } else {
        statement
    }
}

fn mark_text(mark: Mark) -> String {
    match mark {
        Mark::Range { high } => format!("range {high}"),
        other => other.name().to_owned(),
    }
}

/// Reads a field's cell from a row that has all its columns.
pub(crate) fn read(row: &SqliteRow, field: &Field) -> Result<Cell, sqlx::Error> {
    let name = field.name;
    let value = match field.shape {
        Shape::Text { .. } | Shape::Code | Shape::Choice(_) | Shape::OpenChoice => {
            row.try_get::<Option<String>, _>(name)?.map(Value::Text)
        }
        Shape::Flag => row.try_get::<Option<bool>, _>(name)?.map(Value::Flag),
        Shape::Ref(_) => row.try_get::<Option<Uuid>, _>(name)?.map(Value::Ref),
        Shape::List => row
            .try_get::<Option<String>, _>(name)?
            .map(|text| serde_json::from_str(&text).map(Value::List))
            .transpose()
            .map_err(|error| sqlx::Error::Decode(Box::new(error)))?,
        Shape::Number { .. } => row.try_get::<Option<i64>, _>(name)?.map(Value::Number),
        Shape::Money => match row.try_get::<Option<i64>, _>(name)? {
            None => None,
            Some(minor) => {
                let code: String = row.try_get(format!("{name}_currency").as_str())?;
                let currency = Currency::parse(&code).ok_or_else(|| undecodable(name))?;
                Some(Value::Money(Money { minor, currency }))
            }
        },
        Shape::Area => match row.try_get::<Option<i64>, _>(name)? {
            None => None,
            Some(scaled) => {
                let unit: String = row.try_get(format!("{name}_unit").as_str())?;
                let unit = AreaUnit::parse(&unit).ok_or_else(|| undecodable(name))?;
                Some(Value::Area(Area { scaled, unit }))
            }
        },
        Shape::Date => match row.try_get::<Option<String>, _>(name)? {
            None => None,
            Some(start) => {
                let precision: String = row.try_get(format!("{name}_precision").as_str())?;
                Some(Value::Date(
                    date(&start, &precision).ok_or_else(|| undecodable(name))?,
                ))
            }
        },
    };
    if !field.shape.takes_marks() {
        return Ok(value.map_or(Cell::Blank, Cell::exact));
    }
    let mark: Option<String> = row.try_get(format!("{name}_mark").as_str())?;
    Ok(match (value, mark) {
        (Some(value), mark) => Cell::Known(value, mark.as_deref().and_then(read_mark)),
        (None, Some(absent)) => Absent::parse(&absent).map_or(Cell::Blank, Cell::Absent),
        (None, None) => Cell::Blank,
    })
}

/// A date from its two columns.
pub(crate) fn date(start: &str, precision: &str) -> Option<PartialDate> {
    PartialDate::starting(start.parse().ok()?, Precision::parse(precision)?)
}

fn read_mark(text: &str) -> Option<Mark> {
    let (name, high) = text.split_once(' ').unwrap_or((text, ""));
    Mark::parse(name, high.parse().ok())
}

fn undecodable(column: &str) -> sqlx::Error {
    sqlx::Error::ColumnDecode {
        index: column.to_owned(),
        source: "not a value this program writes".into(),
    }
}

#[cfg(test)]
mod tests;
