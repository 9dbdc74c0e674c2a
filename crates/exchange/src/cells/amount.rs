//! Amounts of money.

use std::sync::Arc;

use suoji_model::money::MINOR_DECIMALS;
use suoji_model::{Cell, Currency, Mark, Money, Value};

use super::exact::Exact;
use super::phased::{self, Phased};
use super::quantity::{self, Part, Quantity, ascending, value};
use super::rate::rate;
use super::text::numbers;
use super::unit::{self, Measure, Unit};
use super::{Context, Level, Reading, Small, numeral};
use crate::book::Raw;

/// What a cell of foreign money says about its worth in yuan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foreign {
    /// The equivalent, in fen.
    Equivalent(i64),
    /// The rate, scaled by 10^6.
    Rate(i64),
}

/// Reads an amount. The cell's own unit beats the heading's; without either
/// there is no amount.
pub(crate) fn read(raw: &Raw, context: Context) -> Reading {
    let heading = context.heading();
    let text = match raw {
        Raw::Number { text, .. } => match Exact::parse(text) {
            Some(number) => return plain(number, heading),
            None => return Reading::refused("amount_unreadable"),
        },
        Raw::Text(text) => text,
        _ => return Reading::refused("amount_unreadable"),
    };
    let Some(mut text) = numbers(text) else {
        return Reading::refused("amount_unreadable");
    };
    let ended = text.trim_end_matches(['。', ',', ';', '、']).len();
    text.truncate(ended);
    if let Some(number) = Exact::parse(&text) {
        return plain(number, heading);
    }
    if let Some(number) = scientific(&text) {
        return match plain(number, heading).cell {
            Cell::Known(value, None) => Reading::marked(value, Some(Mark::Approximate), false),
            _ => Reading::refused("amount_unit_unknown"),
        };
    }
    if let Some(number) = in_brackets(&text) {
        return match plain(number, heading) {
            reading if reading.findings.is_empty() => {
                reading.with("negative_in_brackets", Level::Must)
            }
            refused => refused,
        };
    }
    let after = |words: &[&str], text: &str| {
        let rest = words.iter().find_map(|word| text.strip_prefix(word));
        rest.map(str::to_owned)
    };
    if let Some(rest) = after(TAKEN_BACK, &text) {
        // 退回-200 says it twice.
        let rest = rest.trim_start_matches(['-', ':']);
        return match is_more_or_less(rest) {
            true => Reading::refused("amount_unreadable"),
            false => taken_back(read(&Raw::text(rest), context)),
        };
    }
    let rewritten = kilo(&text, context.kilo).or_else(|| small(&text, heading, context.small));
    match rewritten {
        Some(Ok(told)) => text = told,
        Some(Err(reason)) => return Reading::refused(reason),
        None => {}
    }
    if let Some(rest) = after(ADDED, &text) {
        return match is_more_or_less(&rest) {
            true => Reading::refused("amount_unreadable"),
            false => added(read(&Raw::text(&rest), context)),
        };
    }
    if let Some(told) = english(&text) {
        text = told;
    }
    if let Some(told) = beside(&text) {
        text = told;
    }
    match phased::read(&text) {
        Some(Phased::Total(total)) => text = total,
        Some(Phased::Parts(parts)) => return in_phases(&parts, context),
        None => {}
    }
    let (before, rest) = match unit::currency_before(&text) {
        Some((currency, rest)) => (Some(currency), rest),
        None => (None, text.as_str()),
    };
    let Some(quantity) = quantity::read(rest) else {
        return Reading::refused("amount_unreadable");
    };
    match amount(&quantity, before, heading, context.currency) {
        Ok(reading) => reading,
        Err(reason) => Reading::refused(reason),
    }
}

/// Words before what an agreement adds to an earlier one. `增资至` says what it
/// comes to, and is not read.
const ADDED: &[&str] = &[
    "增资扩产",
    "增资额",
    "增资",
    "追加投资",
    "追加",
    "新增投资",
    "增加投资",
    "增加",
];

/// What the phases of a project come to, each of which is exact and of one
/// currency.
fn in_phases(parts: &[String], context: Context) -> Reading {
    let (mut sum, mut of) = (0i64, None);
    for part in parts {
        let text: Arc<str> = Arc::from(part.as_str());
        let Cell::Known(Value::Money(money), None) = read(&Raw::Text(text), context).cell else {
            return Reading::refused("amount_unreadable");
        };
        let together = sum.checked_add(money.minor);
        let alike = of.is_none_or(|of| of == money.currency);
        let Some(together) = together.filter(|_| alike) else {
            return Reading::refused("amount_unreadable");
        };
        (sum, of) = (together, Some(money.currency));
    }
    let currency = of.unwrap_or(Currency::CNY);
    let money = Money {
        minor: sum,
        currency,
    };
    let reading = Reading::exact(Value::Money(money)).with("amount_of_phases", Level::Should);
    match currency == Currency::CNY {
        true => reading,
        false => reading.with("foreign_currency", Level::Must),
    }
}

/// Words before an amount that is taken back from an earlier one.
pub(crate) const TAKEN_BACK: &[&str] = &[
    "退回", "退还", "退款", "冲减", "冲销", "冲回", "扣减", "撤资",
];

/// Whether the text begins with a further word of that kind: nobody can say
/// what it comes to.
fn is_more_or_less(text: &str) -> bool {
    let mut words = TAKEN_BACK.iter().chain(ADDED);
    words.any(|word| text.starts_with(word))
}

/// An amount that an agreement adds to an earlier one.
fn added(reading: Reading) -> Reading {
    match reading.cell {
        Cell::Known(..) => reading.with("amount_added", Level::Must),
        _ => reading,
    }
}

/// An exact amount as one that is taken away.
fn taken_back(reading: Reading) -> Reading {
    match reading.cell {
        Cell::Known(Value::Money(money), None) if money.minor > 0 => {
            let minor = -money.minor;
            Reading::exact(Value::Money(Money { minor, ..money }))
                .with("amount_taken_back", Level::Should)
        }
        _ => Reading::refused("amount_unreadable"),
    }
}

/// `(3,000.00)`, as accountants write an amount that is taken away.
fn in_brackets(text: &str) -> Option<Exact> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let plain = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let (_, rest) = numeral::read(inner).filter(|_| inner.chars().all(plain))?;
    let number = Exact::parse(&format!("-{}", inner.replace(',', "")))?;
    (rest.is_empty() && !number.is_zero()).then_some(number)
}

/// `5千` under 万元 is five thousand 万元 to some and five thousand yuan to
/// others: it is asked for, and rewritten as answered.
fn small(
    text: &str,
    heading: Option<Unit>,
    told: Option<Small>,
) -> Option<Result<String, &'static str>> {
    scale(heading).filter(|(power, _)| *power >= 4)?;
    let mut signs = text.char_indices();
    let at = signs.find_map(|(at, sign)| {
        let (before, after) = (&text[..at], &text[at + sign.len_utf8()..]);
        let counted = before.ends_with(|c: char| c.is_ascii_digit());
        // A unit or a further digit tells what is meant.
        let open =
            !after.starts_with(|c: char| c.is_alphanumeric() && !"余多左上以起至到".contains(c));
        ("千百仟佰".contains(sign) && counted && open).then_some(at + sign.len_utf8())
    })?;
    match told {
        None => Some(Err("small_number_ambiguous")),
        Some(Small::OfHeading) => None,
        Some(Small::Yuan) => Some(Ok(format!("{}元{}", &text[..at], &text[at..]))),
    }
}

/// `USD 5 million` in the words that are read: `USD5百万`.
fn english(text: &str) -> Option<String> {
    const SIZES: &[(&str, &str)] = &[("million", "百万"), ("billion", "十亿"), ("thousand", "千")];
    let lower = text.to_ascii_lowercase();
    let (at, size, word) = SIZES
        .iter()
        .find_map(|(size, word)| Some((lower.find(size)?, *size, *word)))?;
    let counted = lower[..at].ends_with(|c: char| c.is_ascii_digit());
    let (before, after) = (text.get(..at)?, text.get(at + size.len()..)?);
    let after = match after.to_ascii_lowercase().as_str() {
        "yuan" | "rmbyuan" => "元".to_owned(),
        other => other.to_ascii_uppercase(),
    };
    counted.then(|| format!("{before}{word}{after}"))
}

/// `500万美元/3500万元` says what the foreign amount is worth.
fn beside(text: &str) -> Option<String> {
    let (one, other) = text.split_once('/')?;
    let currency = |text: &str| unit::currency(&quantity::read(text)?.low.unit);
    match (currency(one)?, currency(other)?) {
        (foreign, Currency::CNY) if foreign != Currency::CNY => Some(format!("{one}(折合{other})")),
        (Currency::CNY, foreign) if foreign != Currency::CNY => Some(format!("{other}(折合{one})")),
        _ => None,
    }
}

/// `1.05E+08`, as spreadsheets write a long number into text: the digits that
/// were not shown are lost.
fn scientific(text: &str) -> Option<Exact> {
    let (digits, power) = text.split_once(['E', 'e'])?;
    let power: u32 = power.strip_prefix('+')?.parse().ok()?;
    let whole = digits.split('.').next().unwrap_or_default();
    let fits = whole.trim_start_matches('-').len() == 1 && power <= 15;
    Exact::parse(digits).filter(|_| fits)?.times_ten(power)
}

/// `3KW` is three thousand 万 to some and three million to others: it is
/// asked for, and rewritten as answered.
fn kilo(text: &str, power: Option<u32>) -> Option<Result<String, &'static str>> {
    let upper = text.to_ascii_uppercase();
    let at = upper.find("KW")?;
    let before = text[..at].chars().next_back()?;
    if !before.is_ascii_digit() || upper[at + 2..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let word = match power {
        Some(7) => "千万",
        Some(6) => "百万",
        Some(3) => "千",
        _ => return Some(Err("kilo_ambiguous")),
    };
    Some(Ok(format!("{}{word}{}", &text[..at], &text[at + 2..])))
}

impl Context {
    /// The heading's unit; an answer settles which of two currencies it is.
    fn heading(self) -> Option<Unit> {
        self.unit.map(|unit| match unit.measure {
            Measure::MixedMoney if self.currency.is_some() => Unit {
                measure: Measure::Money(self.currency),
                ..unit
            },
            _ => unit,
        })
    }
}

fn plain(number: Exact, heading: Option<Unit>) -> Reading {
    let Some((power, currency)) = scale(heading) else {
        if number.is_zero() {
            return Reading::exact(Value::Money(Money::fen(0)));
        }
        return Reading::refused("amount_unit_unknown");
    };
    let Some(currency) = currency else {
        return Reading::refused("currency_unknown");
    };
    match number
        .times_ten(power)
        .and_then(|n| n.scaled(MINOR_DECIMALS))
    {
        Some(minor) => Reading::exact(Value::Money(Money { minor, currency })),
        None => Reading::refused("amount_unreadable"),
    }
}

/// The power of ten and the currency under a heading; yuan unless it says
/// otherwise, and no currency where it says two.
fn scale(heading: Option<Unit>) -> Option<(u32, Option<Currency>)> {
    let unit = heading?;
    match unit.measure {
        Measure::Money(currency) => Some((unit.power, Some(currency.unwrap_or(Currency::CNY)))),
        Measure::MixedMoney => Some((unit.power, None)),
        Measure::Area(_) | Measure::Percent => None,
    }
}

fn amount(
    quantity: &Quantity,
    before: Option<Currency>,
    heading: Option<Unit>,
    of_row: Option<Currency>,
) -> Result<Reading, &'static str> {
    let (low, currency) = minor(&quantity.low, before, heading, of_row)?;
    let high = match &quantity.high {
        Some(part) => Some(minor(part, before, heading, of_row)?.0),
        None => None,
    };
    if !ascending(low, high) {
        return Err("amount_unreadable");
    }
    // 1500；500: neither is the amount.
    if quantity.more.as_ref().is_some_and(is_amount) {
        return Err("amount_unreadable");
    }
    let mark = high.map_or(quantity.mark, |high| Some(Mark::Range { high }));
    let foreign = match &quantity.note {
        Some(note) if currency != Currency::CNY => equivalent(note, currency),
        _ => None,
    };
    let note = quantity.note.as_deref();
    let named = matches!(note, Some("人民币" | "RMB" | "CNY")) && currency == Currency::CNY;
    let noted = note.is_some() && foreign.is_none() && !named;
    let value = Value::Money(Money {
        minor: low,
        currency,
    });
    let mut reading = Reading::marked(value, mark, noted);
    if currency != Currency::CNY {
        reading = reading.with("foreign_currency", Level::Must);
    }
    reading.foreign = foreign;
    Ok(reading)
}

/// Whether a part of a cell is an amount as well, and not a year or an area.
fn is_amount(part: &Part) -> bool {
    let unit = part.unit.to_ascii_uppercase();
    unit.is_empty() || unit::currency(&unit).is_some()
}

fn minor(
    part: &Part,
    before: Option<Currency>,
    heading: Option<Unit>,
    of_row: Option<Currency>,
) -> Result<(i64, Currency), &'static str> {
    let named = match part.unit.to_ascii_uppercase().as_str() {
        "" => before,
        word => Some(unit::currency(word).ok_or("amount_unreadable")?),
    };
    if let (Some(before), Some(named)) = (before, named)
        && before != named
        && part.unit != "元"
    {
        return Err("amount_unreadable");
    }
    let named = before.or(named);
    let under = scale(heading);
    let explicit = part.number.scaled || !part.unit.is_empty();
    let power = match under {
        _ if explicit => 0,
        Some((power, _)) => power,
        None => return Err("amount_unit_unknown"),
    };
    let of_heading = match under {
        Some((_, currency)) => currency,
        None => of_row.or(Some(Currency::CNY)),
    };
    let currency = named.or(of_heading).ok_or("currency_unknown")?;
    let minor = value(part, power).and_then(|number| number.scaled(MINOR_DECIMALS));
    minor
        .map(|minor| (minor, currency))
        .ok_or("amount_unreadable")
}

/// What a note says that money of this currency is worth: 折合3500万元, 约合…,
/// 汇率7.1305.
fn equivalent(note: &str, of: Currency) -> Option<Foreign> {
    let worth = worth_in_yuan(note).map(Foreign::Equivalent);
    worth.or_else(|| rate(note, Some(of)).map(Foreign::Rate))
}

/// What a note says that foreign money is worth, in hundredths of a yuan.
pub(crate) fn worth_in_yuan(note: &str) -> Option<i64> {
    for word in [
        "折合人民币",
        "约合人民币",
        "折人民币",
        "折合",
        "约合",
        "合人民币",
        "折",
        "worth",
    ] {
        // 按1:7.1折算 is a rate, and no worth.
        let rest = note.split_once(word).map(|(_, rest)| rest);
        let worth = rest.map(|rest| rest.trim_start_matches(['约', ':']));
        if let Some(quantity) = worth.and_then(quantity::read) {
            let (fen, currency) = minor(&quantity.low, None, None, None).ok()?;
            return (currency == Currency::CNY).then_some(fen);
        }
    }
    // 3000万美元（约2.1亿元人民币）
    let bare = note.trim_start_matches('约');
    let is_yuan = bare.ends_with('元') || bare.contains("人民币");
    if let Some(quantity) = quantity::read(bare.trim_start_matches("人民币")).filter(|_| is_yuan)
        && let Ok((fen, Currency::CNY)) = minor(&quantity.low, None, None, None)
    {
        return Some(fen);
    }
    None
}
