//! The amounts of a row, of which one may be in another currency.

use suoji_model::decimal::divide_half_up;
use suoji_model::money::RATE_DECIMALS;
use suoji_model::{Cell, Currency, Money, Value};

use crate::book::{Raw, Sheet};
use crate::cells::amount::{Foreign, worth_in_yuan};
use crate::cells::rate::{self, can_be};
use crate::cells::text::tight;
use crate::cells::unit::{self, Measure, Unit};
use crate::cells::{Context, Reading, null};
use crate::ledger::columns::{Mapped, is_money};
use crate::ledger::line::Line;
use crate::ledger::words::Role;
use crate::ledger::{kinds, questions};
use crate::problem::Level;
use crate::table::Target;

/// Reads every amount; the main one is kept in the currency it was agreed in.
pub(super) fn money(line: &mut Line<'_>) {
    let Some(fields) = line.frame.ledger.money else {
        return;
    };
    let currency = currency(line, fields);
    // With the original in a column of its own, the main column is in yuan.
    let in_yuan = line.column(Role::Original).is_some();
    let mut foreign = None;
    let mut others: Vec<(Money, Foreign)> = Vec::new();
    for column in line.frame.columns {
        let Some(Role::Field(target)) = column.role.filter(|role| is_money(Some(*role))) else {
            continue;
        };
        let main = target == fields.amount;
        let overruled = main || is_alone_with_currency(line, fields, column);
        let in_yuan = in_yuan || overruled && is_in_yuan(line, column);
        let context = context(line, column, currency, overruled && !in_yuan);
        let Some(mut reading) = line.reading(column, target, context) else {
            continue;
        };
        if main {
            foreign = reading.foreign;
            tell_foreign(column, &mut reading);
        } else if let (Cell::Known(Value::Money(money), _), Some(worth)) =
            (&reading.cell, reading.foreign)
        {
            others.push((*money, worth));
        }
        line.keep(column, target, reading);
    }
    let own = known(line, fields);
    let same = others.iter().find(|(money, _)| {
        own.is_some_and(|own| own.currency == money.currency && money.minor > 0)
    });
    foreign = foreign.or(same.and_then(|(money, worth)| as_rate(*money, *worth)));
    foreign = foreign.or(otherwise(line, fields, currency));
    for column in line.frame.columns {
        if let Some(Role::Otherwise(first, second)) = column.role
            && first != fields.amount
            && is_money(Some(Role::Field(first)))
        {
            line.otherwise(column, first, second);
        }
    }
    let listed = original(line, fields, currency);
    if line.column_of(fields.amount).is_none() && known(line, fields).is_none() {
        match beside_equivalent(line, fields) {
            Some(target) => rate_of_other(line, fields, target),
            None => from_equivalent(line, fields),
        }
    }
    if known(line, fields).is_some_and(|money| money.currency != Currency::CNY) {
        let (worth, half) = equivalent(line, fields).unzip();
        let worth = worth.map(|worth| of_other(line, fields, worth).unwrap_or(worth));
        let known_rate = matches!(line.get(fields.rate), Cell::Known(..));
        rate(line, fields, foreign.or(worth.filter(|_| !known_rate)));
        if let (Some(Foreign::Equivalent(fen)), Some(half), true) = (worth, half, known_rate) {
            agree(line, fields, (Money::fen(fen), half));
        }
        if let Some(listed) = listed {
            agree(line, fields, listed);
        }
    }
}

/// Says that an amount is in foreign money, which is no news under a heading
/// that says so of every row.
fn tell_foreign(column: &Mapped, reading: &mut Reading) {
    let is_foreign = matches!(&reading.cell, Cell::Known(Value::Money(money), _)
        if money.currency != Currency::CNY);
    if !is_foreign {
        return;
    }
    let level = match of_heading(column) {
        Some(_) => Level::Info,
        None => Level::Must,
    };
    let findings = reading.findings.iter_mut();
    match findings
        .into_iter()
        .find(|(reason, _)| *reason == FOREIGN_MONEY)
    {
        Some((_, known)) => *known = level,
        None => reading.findings.push((FOREIGN_MONEY, level)),
    }
}

const FOREIGN_MONEY: &str = "foreign_currency";

/// The foreign currency that a column's heading, or a line above it, names for
/// all of its amounts.
pub(super) fn of_heading(column: &Mapped) -> Option<Currency> {
    match column.unit?.measure {
        Measure::Money(Some(currency)) if currency != Currency::CNY => Some(currency),
        _ => None,
    }
}

/// What one unit of the currency is worth where an amount is worth so much.
fn as_rate(money: Money, worth: Foreign) -> Option<Foreign> {
    let Foreign::Equivalent(fen) = worth else {
        return Some(worth);
    };
    let unit = 10i128.pow(u32::from(RATE_DECIMALS));
    let quotient = divide_half_up(i128::from(fen) * unit, money.minor.into());
    i64::try_from(quotient).ok().map(Foreign::Rate)
}

/// Whether a column that names yuan means them in a row of foreign money too:
/// another column leaves the currency to the row, or what the amount is worth
/// in yuan is the same number.
fn is_in_yuan(line: &Line<'_>, column: &Mapped) -> bool {
    let names_yuan = column
        .unit
        .is_some_and(|unit| unit.measure == Measure::Money(Some(Currency::CNY)));
    if !names_yuan {
        return false;
    }
    let is_open = |one: &Mapped| {
        let unit = one.unit.map(|unit| unit.measure);
        is_money(one.role) && unit == Some(Measure::Money(None))
    };
    let is_worth = line.column(Role::Equivalent).is_some_and(|worth| {
        let shown = |column: &Mapped| tight(&line.raw(column).display());
        worth.unit == column.unit && !shown(worth).is_empty() && shown(worth) == shown(column)
    });
    line.frame.columns.iter().any(is_open) || is_worth
}

/// Whether an amount stands right before the currency of the row, where no
/// column has the main one: `合同额（万元）` beside `币种`.
fn is_alone_with_currency(line: &Line<'_>, fields: kinds::Money, column: &Mapped) -> bool {
    let before = line.column(Role::Currency).map(|named| named.number - 1);
    line.column_of(fields.amount).is_none() && before == Some(column.number)
}

/// The rate that a worth in yuan gives where it is that of another amount of
/// the row in the same currency: `折人民币` right behind `投资总额（万美元）`.
fn of_other(line: &Line<'_>, fields: kinds::Money, worth: Foreign) -> Option<Foreign> {
    let other = beside_equivalent(line, fields).filter(|one| *one != fields.amount)?;
    let Cell::Known(Value::Money(other), _) = line.get(other) else {
        return None;
    };
    let main = known(line, fields)?;
    let is_same = main.currency == other.currency && other.minor > 0;
    is_same.then(|| as_rate(*other, worth)).flatten()
}

/// The amount whose worth in yuan the column right behind it gives.
fn beside_equivalent(line: &Line<'_>, fields: kinds::Money) -> Option<Target> {
    let worth = line.column(Role::Equivalent)?;
    let mut columns = line.frame.columns.iter();
    // 币种 and 汇率 may stand between the two.
    let between = [Role::Currency, Role::Unit, Role::Field(fields.rate)];
    let near = |one: &Mapped| {
        one.number < worth.number && !one.role.is_some_and(|role| between.contains(&role))
    };
    let last = columns.clone().rfind(|one| near(one))?;
    let before = columns.find(|one| one.number == last.number && is_money(one.role))?;
    before.target()
}

/// The rate of an amount other than the main one, from its worth in yuan.
fn rate_of_other(line: &mut Line<'_>, fields: kinds::Money, target: Target) {
    let (Cell::Known(Value::Money(money), _), Cell::Blank) =
        (line.get(target).clone(), line.get(fields.rate))
    else {
        return;
    };
    if money.currency == Currency::CNY || money.minor <= 0 {
        return;
    }
    let Some((Foreign::Equivalent(fen), _)) = equivalent(line, fields) else {
        return;
    };
    let unit = 10i128.pow(u32::from(RATE_DECIMALS));
    let quotient = divide_half_up(i128::from(fen) * unit, money.minor.into());
    if let Ok(rate) = i64::try_from(quotient) {
        line.set(fields.rate, Value::Number(rate));
        if let Cell::Known(Value::Date(date), _) = line.get(fields.date).clone() {
            line.set(fields.rate_date, Value::Date(date));
        }
    }
}

/// Takes the main amount from the column of what it is worth in yuan, in a row
/// that says nothing else.
fn from_equivalent(line: &mut Line<'_>, fields: kinds::Money) {
    let Some(column) = line.column(Role::Equivalent) else {
        return;
    };
    if null::read(line.raw(column)).is_some() {
        return;
    }
    if let Some(reading) = line.reading(column, fields.amount, line.context(column)) {
        line.keep(column, fields.amount, reading);
    }
}

/// Takes the main amount from a column of foreign money where its own says
/// none; else what that column says stays in the note.
fn otherwise(
    line: &mut Line<'_>,
    fields: kinds::Money,
    currency: Option<Currency>,
) -> Option<Foreign> {
    let columns = line.frame.columns.iter();
    let is_spare = |column: &&Mapped| matches!(column.role, Some(Role::Otherwise(first, _)) if first == fields.amount);
    let column = columns.clone().find(is_spare)?;
    if null::read(line.raw(column)).is_some() {
        return None;
    }
    if is_nothing(line.raw(column)) {
        return None;
    }
    // 到位内资 0 beside 到位外资 500: the nought says where it is not from.
    let main = known(line, fields).filter(|main| main.minor != 0);
    if let Some(main) = main {
        if is_other_part(line, fields, column)
            && let Some(both) = with_other_part(line, fields, column, main)
        {
            line.cells
                .insert(fields.amount, Cell::exact(Value::Money(both)));
            return None;
        }
        line.append(column, fields.note);
        if !column.column.head.contains("其中") {
            line.report(
                Some(column),
                Some(fields.amount),
                "amount_beside",
                Level::Should,
            );
        }
        return None;
    }
    let context = context(line, column, currency, true);
    let mut reading = line.reading(column, fields.amount, context)?;
    tell_foreign(column, &mut reading);
    let foreign = reading.foreign;
    line.keep(column, fields.amount, reading);
    foreign
}

/// A nought, which a form has wherever nothing was entered.
pub(super) fn is_nothing(raw: &Raw) -> bool {
    let shown = tight(&raw.display());
    shown.starts_with('0') && shown.chars().all(|c| "0.".contains(c))
}

/// Whether two columns are the parts of one amount: 其中▸国内省外资金 and
/// 其中▸境外资金 make the capital together.
fn is_other_part(line: &Line<'_>, fields: kinds::Money, column: &Mapped) -> bool {
    let above = |column: &Mapped| {
        let (above, _) = column.column.head.rsplit_once('▸')?;
        Some(above.to_owned())
    };
    let main = line.column_of(fields.amount).and_then(above);
    main.is_some_and(|main| main.contains("其中") && Some(main) == above(column))
}

/// What both parts come to, where they are in one currency.
fn with_other_part(
    line: &Line<'_>,
    fields: kinds::Money,
    column: &Mapped,
    main: Money,
) -> Option<Money> {
    let reading = line.reading(column, fields.amount, line.context(column))?;
    let Cell::Known(Value::Money(other), None) = reading.cell else {
        return None;
    };
    let minor = main.minor.checked_add(other.minor)?;
    (other.currency == main.currency).then_some(Money { minor, ..main })
}

fn known(line: &Line<'_>, fields: kinds::Money) -> Option<Money> {
    match line.get(fields.amount) {
        Cell::Known(Value::Money(money), _) => Some(*money),
        _ => None,
    }
}

fn currency(line: &mut Line<'_>, fields: kinds::Money) -> Option<Currency> {
    let column = line.column(Role::Currency)?;
    let raw = line.raw(column);
    if null::read(raw).is_some() {
        return None;
    }
    let found = unit::currency(&raw.display());
    if found.is_none() {
        line.report(
            Some(column),
            Some(fields.amount),
            "currency_unknown",
            Level::Must,
        );
    }
    found
}

/// A heading without a currency of its own takes the row's; so does the main
/// amount, whatever its heading says.
fn context(line: &Line<'_>, column: &Mapped, currency: Option<Currency>, main: bool) -> Context {
    let context = line.context(column);
    let unit = context.unit.map(|unit| match unit.measure {
        Measure::Money(None) | Measure::MixedMoney if currency.is_some() => Unit {
            measure: Measure::Money(currency),
            ..unit
        },
        Measure::Money(_) if main && currency.is_some_and(|one| one != Currency::CNY) => Unit {
            measure: Measure::Money(currency),
            ..unit
        },
        _ => unit,
    });
    // `200万` under 金额, beside 美元.
    let own = currency.filter(|_| main && unit.is_none());
    Context {
        unit,
        currency: own.or(context.currency),
        ..context
    }
}

/// Takes the main amount from the column of original amounts, and returns the
/// amount in yuan that stood in its own column.
fn original(
    line: &mut Line<'_>,
    fields: kinds::Money,
    currency: Option<Currency>,
) -> Option<(Money, i64)> {
    let column = line.column(Role::Original)?;
    if null::read(line.raw(column)).is_some() {
        return None;
    }
    let context = context(line, column, currency, true);
    let reading: Reading = line.reading(column, fields.amount, context)?;
    let Cell::Known(Value::Money(money), _) = reading.cell else {
        line.tell(column, fields.amount, &reading);
        return None;
    };
    let main = line.column_of(fields.amount);
    if money.currency == Currency::CNY {
        if main.is_none() {
            line.keep(column, fields.amount, reading);
        }
        return None;
    }
    let power = main
        .and_then(|column| column.unit)
        .map_or(0, |unit| unit.power);
    let listed = known(line, fields).filter(|money| money.currency == Currency::CNY);
    let place = main.unwrap_or(column);
    line.cells.insert(fields.amount, reading.cell);
    line.report(Some(place), Some(fields.amount), FOREIGN_MONEY, Level::Info);
    // Half of the last of two decimals in the column's unit, in fen.
    let half = 10i64.checked_pow(power).map_or(0, |unit| unit / 2);
    listed.map(|listed| (listed, half.max(1)))
}

/// What a column of its own says the amount is worth in yuan, and half of the
/// last of two decimals in the column's unit, in fen.
fn equivalent(line: &Line<'_>, fields: kinds::Money) -> Option<(Foreign, i64)> {
    let column = line.column(Role::Equivalent)?;
    let unit = column.unit.map(|unit| Unit {
        measure: Measure::Money(Some(Currency::CNY)),
        ..unit
    });
    let context = Context {
        unit,
        ..line.context(column)
    };
    let reading = line.reading(column, fields.amount, context)?;
    let half = unit.map_or(1, |unit| 10i64.pow(unit.power.min(12)) / 2);
    match reading.cell {
        Cell::Known(Value::Money(money), None)
            if money.currency == Currency::CNY && money.minor > 0 =>
        {
            Some((Foreign::Equivalent(money.minor), half.max(1)))
        }
        _ => None,
    }
}

/// The rate, from its column, from words, or from the equivalent given.
fn rate(line: &mut Line<'_>, fields: kinds::Money, foreign: Option<Foreign>) {
    if !matches!(line.get(fields.rate), Cell::Known(..)) {
        let note = line.text_of(fields.note);
        let said = match foreign {
            Some(Foreign::Rate(rate)) => Some(rate),
            _ => rate::rate(&note, known(line, fields).map(|money| money.currency)),
        };
        let foreign = foreign.or_else(|| worth(&note));
        let said = said.or_else(|| rate_around(line, fields).filter(|_| foreign.is_none()));
        let found = said.or_else(|| match (foreign, known(line, fields)) {
            (Some(Foreign::Equivalent(fen)), Some(money)) => likely_rate(line, fen, money),
            _ => None,
        });
        let column = line.column_of(fields.amount);
        let own = known(line, fields).map(|money| money.currency);
        let of_all = column.and_then(of_heading).filter(|all| own == Some(*all));
        let answer = of_all.and_then(|currency| {
            let key = questions::rate_key(line.frame.file, currency);
            let answer = line.frame.answers.get(&key)?;
            rate::answered(answer, currency)
        });
        let Some(found) = found.or(answer) else {
            let reason = match of_all {
                Some(_) => "column_rate_missing",
                None => "rate_missing",
            };
            line.report(column, Some(fields.rate), reason, Level::Must);
            return;
        };
        line.set(fields.rate, Value::Number(found));
    }
    if let (Cell::Blank, Cell::Known(Value::Date(date), _)) =
        (line.get(fields.rate_date), line.get(fields.date).clone())
    {
        line.set(fields.rate_date, Value::Date(date));
    }
    if let Some(Foreign::Equivalent(fen)) = foreign {
        // Words give the equivalent to the last digit shown; one yuan is
        // more than a rounding of either.
        agree(line, fields, (Money::fen(fen), 5_000));
    }
}

/// The rate at which an amount is worth so much; where another amount of the
/// row in the same currency gives a rate that can be, and this one does not,
/// the worth is that one's: 折合人民币5.7亿元 is of the whole investment.
fn likely_rate(line: &Line<'_>, fen: i64, money: Money) -> Option<i64> {
    let rate = |money: Money| match as_rate(money, Foreign::Equivalent(fen))? {
        Foreign::Rate(rate) => Some(rate),
        Foreign::Equivalent(_) => None,
    };
    let others = line.cells.iter().filter_map(|(_, cell)| match cell {
        Cell::Known(Value::Money(other), _) if other.currency == money.currency => Some(*other),
        _ => None,
    });
    let all = [money].into_iter().chain(others);
    let rates = all.filter(|money| money.minor > 0).filter_map(rate);
    let rates: Vec<i64> = rates.collect();
    let likely = rates.iter().find(|rate| can_be(money.currency, **rate));
    likely.or(rates.first()).copied()
}

/// The rate that the row's section or a line around the table names for the
/// row's currency: `单位：万美元，汇率7.1`.
fn rate_around(line: &Line<'_>, fields: kinds::Money) -> Option<i64> {
    let own = known(line, fields)?.currency;
    let of_own = |text: &str| rate::rate(text, Some(own));
    let section = line.section.as_deref().unwrap_or_default();
    let sheet = line.frame.answers.get(RATE).map(String::as_str);
    section
        .rsplit(" ▸ ")
        .find_map(of_own)
        .or_else(|| sheet.and_then(of_own))
}

/// Under which the sheet's own line about the rate is kept.
const RATE: &str = "rate:sheet";
/// Cells that a row with such a line has at most.
const LINE: usize = 3;

/// The line around a table that names a rate, if no other names another.
pub(super) fn line_of_rate(sheet: &Sheet) -> Option<(String, String)> {
    let rows = sheet.rows.iter().filter(|row| row.cells.len() <= LINE);
    let texts = rows.flat_map(|row| &row.cells).map(|(_, raw)| raw);
    let mut lines = texts.filter_map(|raw| match raw {
        Raw::Text(text) => rate::rate(text, None).map(|_| text.to_string()),
        _ => None,
    });
    let line = lines.next()?;
    let said = rate::rate(&line, None);
    let agree = lines.all(|other| rate::rate(&other, None) == said);
    agree.then(|| (RATE.to_owned(), line))
}

/// What a remark says a foreign amount is worth: `外资3000万美元（折2.13亿元人民币）`.
fn worth(note: &str) -> Option<Foreign> {
    let note = tight(note);
    let parts = note.split(['(', ')', ';', ',', '。', '、']);
    let mut told = parts.filter(|part| part.contains('折'));
    told.find_map(worth_in_yuan).map(Foreign::Equivalent)
}

/// Whether original × rate gives the yuan that the ledger lists.
fn agree(line: &mut Line<'_>, fields: kinds::Money, (listed, half): (Money, i64)) {
    let rate = match line.get(fields.rate) {
        Cell::Known(Value::Number(rate), _) => Some(*rate),
        _ => None,
    };
    let Some(fen) = known(line, fields).and_then(|money| money.in_fen(rate)) else {
        return;
    };
    if rate.is_some() && fen.abs_diff(listed.minor) > half.unsigned_abs() {
        let column = line.column_of(fields.amount);
        line.report(
            column,
            Some(fields.amount),
            "equivalent_disagrees",
            Level::Must,
        );
    }
}
