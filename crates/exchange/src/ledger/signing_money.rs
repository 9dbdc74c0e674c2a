//! The amounts of one agreement, in the currency of its row.

use suoji_model::decimal::divide_half_up;
use suoji_model::money::RATE_DECIMALS;
use suoji_model::{Cell, Currency, Money, Value};

use super::columns::{Mapped, is_money};
use super::line::Line;
use super::words::Role;
use crate::cells::amount::{Foreign, rate as rate_in};
use crate::cells::unit::{self, Measure, Unit};
use crate::cells::{Context, Reading, null};
use crate::problem::Level;
use crate::table::Target;

const CAPITAL: Target = Target {
    kind: "agreement",
    field: "contract_capital",
};
const RATE: Target = Target {
    kind: "agreement",
    field: "rate",
};

/// Reads every amount; the capital is kept in the currency it was agreed in.
pub(super) fn money(line: &mut Line<'_>) {
    let currency = currency(line);
    let mut foreign = None;
    for column in line.columns {
        let Some(Role::Field(target)) = column.role.filter(|role| is_money(Some(*role))) else {
            continue;
        };
        let Some(reading) = line.reading(column, target, context(column, currency)) else {
            continue;
        };
        if target == CAPITAL {
            foreign = reading.foreign;
        }
        line.keep(column, target, reading);
    }
    let listed = original(line, currency);
    if known(line).is_some_and(|money| money.currency != Currency::CNY) {
        rate(line, foreign);
        if let Some(listed) = listed {
            agree(line, listed);
        }
    }
}

fn known(line: &Line<'_>) -> Option<Money> {
    match line.cells.get(&CAPITAL) {
        Some(Cell::Known(Value::Money(money), _)) => Some(*money),
        _ => None,
    }
}

fn currency(line: &mut Line<'_>) -> Option<Currency> {
    let column = line.column(Role::Currency)?;
    let raw = line.raw(column);
    if null::read(raw).is_some() {
        return None;
    }
    let found = unit::currency(&raw.display());
    if found.is_none() {
        line.report(Some(column), Some(CAPITAL), "currency_unknown", Level::Must);
    }
    found
}

/// A heading without a currency of its own takes the row's.
fn context(column: &Mapped, currency: Option<Currency>) -> Context {
    let unit = column.unit.map(|unit| match unit.measure {
        Measure::Money(None) | Measure::MixedMoney if currency.is_some() => Unit {
            measure: Measure::Money(currency),
            ..unit
        },
        _ => unit,
    });
    Context { unit, year: None }
}

/// Takes the capital from the column of original amounts, and returns the
/// amount in yuan that stood in the capital's own column.
fn original(line: &mut Line<'_>, currency: Option<Currency>) -> Option<(Money, i64)> {
    let column = line.column(Role::Original)?;
    if null::read(line.raw(column)).is_some() {
        return None;
    }
    let reading: Reading = line.reading(column, CAPITAL, context(column, currency))?;
    let Cell::Known(Value::Money(money), _) = reading.cell else {
        line.tell(column, CAPITAL, &reading);
        return None;
    };
    if money.currency == Currency::CNY {
        return None;
    }
    let power = line
        .column(Role::Field(CAPITAL))
        .and_then(|column| column.unit)
        .map_or(0, |unit| unit.power);
    let listed = known(line).filter(|money| money.currency == Currency::CNY);
    let place = line.column(Role::Field(CAPITAL)).unwrap_or(column);
    line.cells.insert(CAPITAL, reading.cell);
    line.report(Some(place), Some(CAPITAL), "foreign_currency", Level::Info);
    // Half of the last of two decimals in the column's unit, in fen.
    let half = 10i64.checked_pow(power).map_or(0, |unit| unit / 2);
    listed.map(|listed| (listed, half.max(1)))
}

/// The rate, from its column, from words, or from the equivalent given.
fn rate(line: &mut Line<'_>, foreign: Option<Foreign>) {
    if !matches!(line.cells.get(&RATE), Some(Cell::Known(..))) {
        let note = line.text(Role::Field(Target {
            kind: "agreement",
            field: "note",
        }));
        let said = match foreign {
            Some(Foreign::Rate(rate)) => Some(rate),
            _ => rate_in(&note),
        };
        let found = said.or_else(|| match (foreign, known(line)) {
            (Some(Foreign::Equivalent(fen)), Some(money)) if money.minor > 0 => {
                let unit = 10i128.pow(u32::from(RATE_DECIMALS));
                let quotient = divide_half_up(i128::from(fen) * unit, money.minor.into());
                i64::try_from(quotient).ok()
            }
            _ => None,
        });
        let Some(found) = found else {
            let column = line.column(Role::Field(CAPITAL));
            line.report(column, Some(RATE), "rate_missing", Level::Must);
            return;
        };
        line.set("agreement", "rate", Value::Number(found));
    }
    if let (Cell::Blank, Cell::Known(Value::Date(date), _)) = (
        line.get("agreement", "rate_date"),
        line.get("agreement", "sign_date").clone(),
    ) {
        line.set("agreement", "rate_date", Value::Date(date));
    }
    if let Some(Foreign::Equivalent(fen)) = foreign {
        // Words give the equivalent to the last digit shown; one yuan is
        // more than a rounding of either.
        agree(line, (Money::fen(fen), 5_000));
    }
}

/// Whether original × rate gives the yuan that the ledger lists.
fn agree(line: &mut Line<'_>, (listed, half): (Money, i64)) {
    let rate = match line.cells.get(&RATE) {
        Some(Cell::Known(Value::Number(rate), _)) => Some(*rate),
        _ => None,
    };
    let Some(fen) = known(line).and_then(|money| money.in_fen(rate)) else {
        return;
    };
    if rate.is_some() && fen.abs_diff(listed.minor) > half.unsigned_abs() {
        let column = line.column(Role::Field(CAPITAL));
        line.report(column, Some(CAPITAL), "equivalent_disagrees", Level::Must);
    }
}
