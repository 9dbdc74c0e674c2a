//! Plain numbers, such as a rate or a phase.

use suoji_model::{Mark, Value};

use super::exact::Exact;
use super::quantity::{self, ascending};
use super::{Context, Reading};
use crate::book::{Raw, Shown};

/// Reads a number of so many decimals. Shares are kept in hundredths.
pub(crate) fn read(raw: &Raw, decimals: u8, context: Context) -> Reading {
    if let Some(share) = share(raw, context).and_then(|share| share.scaled(decimals)) {
        return Reading::exact(Value::Number(share));
    }
    let text = match raw {
        Raw::Number { text, .. } => &**text,
        Raw::Text(text) => &**text,
        _ => return Reading::refused("number_unreadable"),
    };
    if let Some(number) = Exact::parse(text.trim()).and_then(|number| number.scaled(decimals)) {
        return Reading::exact(Value::Number(number));
    }
    // 5+2: guests and those with them
    if let Some(sum) = added(text).filter(|_| decimals == 0) {
        return Reading::exact(Value::Number(sum));
    }
    // 二期, 第2期, 一行5人
    let text = text.trim();
    let Some(bare) = super::text::numbers(text.strip_prefix("一行").unwrap_or(text)) else {
        return Reading::refused("number_unreadable");
    };
    let bare = COUNTED
        .iter()
        .find_map(|word| bare.strip_suffix(word))
        .unwrap_or(&bare)
        .trim_start_matches('第');
    let Some(quantity) = quantity::read(bare) else {
        return Reading::refused("number_unreadable");
    };
    let scaled = |part: &quantity::Part| {
        // 5人左右: the word stands before the other.
        let is_counted = part.unit.is_empty() || COUNTED.contains(&part.unit.as_str());
        let value = is_counted.then(|| part.number.value.scaled(decimals));
        value.flatten()
    };
    let Some(low) = scaled(&quantity.low) else {
        return Reading::refused("number_unreadable");
    };
    let mark = match &quantity.high {
        Some(part) => match scaled(part) {
            Some(high) if ascending(low, Some(high)) => Some(Mark::Range { high }),
            _ => return Reading::refused("number_unreadable"),
        },
        None => quantity.mark,
    };
    Reading::marked(Value::Number(low), mark, quantity.note.is_some())
}

/// Two small numbers with a plus between them.
fn added(text: &str) -> Option<i64> {
    let text = super::text::tight(text);
    let (one, other) = text.trim_end_matches('人').split_once('+')?;
    let small = |text: &str| text.parse::<u16>().ok().map(i64::from);
    Some(small(one)? + small(other)?)
}

/// Words behind a number that say what is counted.
const COUNTED: &[&str] = &[
    "人次",
    "人",
    "个",
    "家",
    "批次",
    "批",
    "期",
    "栋",
    "层",
    "楼",
    "F",
    "米",
    "m",
    "M",
    "吨/㎡",
    "t/㎡",
    "t/m2",
    "元/㎡·月",
    "元/㎡/月",
    "元/㎡月",
    "元/平方米·月",
    "元/平方米/月",
    "元/月",
    "元",
];

/// `80%`, `八成`, a number shown as a percentage, and one that stands among
/// shares of one.
fn share(raw: &Raw, context: Context) -> Option<Exact> {
    match raw {
        Raw::Number {
            text,
            shown: Shown::Percent,
        } => Exact::parse(text)?.times_ten(2),
        Raw::Number { text, .. } if context.fraction => Exact::parse(text)?.times_ten(2),
        Raw::Text(text) => {
            let text = super::text::tight(text);
            if let Some(tenths) = text.strip_suffix('成') {
                let (tenths, rest) = super::numeral::read(tenths)?;
                return rest.is_empty().then(|| tenths.value.times_ten(1))?;
            }
            let percent = text.strip_prefix("百分之");
            if let Some(words) = percent {
                let (number, rest) = super::numeral::read(words)?;
                return rest.is_empty().then_some(number.value);
            }
            match text.strip_suffix('%') {
                Some(number) => Exact::parse(number),
                None if context.fraction => Exact::parse(&text)?.times_ten(2),
                None => None,
            }
        }
        _ => None,
    }
}
