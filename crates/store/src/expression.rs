//! Fields as SQL expressions that compare and sort.

use suoji_model::kinds;
use suoji_model::{AreaUnit, Currency, Field, Kind, Shape};

use crate::dictionary::COLLATION;
use crate::error::{Error, Result};
use crate::extra::Extra;

/// The field of that name.
pub(crate) fn field(kind: &'static Kind, name: &str) -> Result<&'static Field> {
    kind.field(name)
        .ok_or_else(|| Error::BadQuery(format!("{}.{name}", kind.name)))
}

/// The expression a column is sorted by: texts and the titles of references
/// as in a dictionary, choices in the order they are declared in.
pub(crate) fn sort_key(kind: &'static Kind, name: &str) -> Result<String> {
    if let Some(extra) = Extra::of(name)? {
        return Ok(in_dictionary(&extra.sort_key()));
    }
    let field = field(kind, name)?;
    Ok(match field.shape {
        Shape::Text { .. } => in_dictionary(&comparable(kind, field)),
        Shape::Ref(target) => in_dictionary(&title_of(target, &format!("r.{name}"))),
        Shape::Choice(choices) => {
            let places = choices.iter().enumerate();
            let places = places.map(|(place, choice)| format!("WHEN '{choice}' THEN {place}"));
            let places: Vec<String> = places.collect();
            format!("CASE r.{name} {} END", places.join(" "))
        }
        _ => comparable(kind, field),
    })
}

/// Texts that sort as in a dictionary.
fn in_dictionary(key: &str) -> String {
    format!("{key} COLLATE {COLLATION}")
}

/// Whether what a key sorts is sorted as in a dictionary.
pub(crate) fn is_in_dictionary(key: &str) -> bool {
    key.ends_with(COLLATION)
}

/// A column as something that compares: amounts in fen at the record's rate,
/// areas in thirds of 1/10 000 of a square metre, all else as it is.
pub(crate) fn comparable(kind: &Kind, field: &Field) -> String {
    let column = format!("r.{}", field.name);
    match field.shape {
        Shape::Money => {
            let cny = Currency::CNY;
            let rate = rate(kind);
            let unit = 10i64.pow(u32::from(suoji_model::money::RATE_DECIMALS));
            format!(
                "iif({column}_currency = '{}', {column}, CAST({column} * {rate} / {unit} AS INTEGER))",
                cny.code()
            )
        }
        Shape::Area => {
            let units = AreaUnit::ALL
                .map(|unit| format!("WHEN '{}' THEN {}", unit.name(), unit.thirds_of_sqm()));
            format!(
                "CAST({column} * CASE {column}_unit {} END AS INTEGER)",
                units.join(" ")
            )
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
pub(crate) fn title_of(kind: &str, id: &str) -> String {
    let Some(kind) = kinds::find(kind) else {
        return id.to_owned();
    };
    let title = format!(
        "(SELECT t.{} FROM {} AS t WHERE t.id = {id})",
        kind.title, kind.name
    );
    match kind.field(kind.title).map(|title| title.shape) {
        Some(Shape::Ref(next)) => title_of(next, &title),
        _ => title,
    }
}
