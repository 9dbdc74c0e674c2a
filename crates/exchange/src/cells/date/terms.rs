//! A term by its first day and how long it runs: `2021年10月1日起，五年`,
//! `三年（2023.1.1起）`.

use chrono::{Datelike as _, Months};
use suoji_model::{Cell, PartialDate, Precision, Value};

use super::{Reading, numeral};

/// The longest term that is believed, in months: land is let for 70 years.
const LONGEST: u32 = 70 * 12;

/// What may stand around how long it runs.
const AROUND: &[&str] = &[
    "起租",
    "起算",
    "租赁",
    "合同",
    "租期",
    "期限",
    "为期",
    "计算",
    "有效期",
    "(",
    ")",
    ",",
    ";",
    "、",
    ":",
    "共",
    "为",
    "租",
    "算",
    "计",
    "始",
    "期",
];

/// The first and the last day of such a text, which has no white space; `day`
/// reads a day.
pub(super) fn read(text: &str, day: impl Fn(&str) -> Reading) -> Option<(Reading, Reading)> {
    let (before, after) = text.split_once('起')?;
    let (words, first) = match before.rfind(['(', ',', ';', '、', ':']) {
        Some(at) => (
            &before[..at],
            before[at..].trim_start_matches(['(', ',', ';', '、', ':']),
        ),
        None => ("", before),
    };
    let first = first.trim_start_matches(['自', '从', '由', '于']);
    let from = day(first);
    let Cell::Known(Value::Date(date), _) = &from.cell else {
        return None;
    };
    let months = [words, after].into_iter().find_map(months)?;
    let to = last(*date, months)?;
    Some((from, Reading::exact(Value::Date(to))))
}

/// How many months a text says and nothing else: `五年`, `3年6个月`, `两年半`.
fn months(text: &str) -> Option<u32> {
    let mut rest = text;
    while let Some(word) = AROUND.iter().find(|word| rest.starts_with(**word)) {
        rest = &rest[word.len()..];
    }
    let mut found = 0;
    if let Some((years, after)) = counted(rest, &["周年", "年"]) {
        found += years.checked_mul(12)?;
        rest = after;
        if let Some(after) = rest.strip_prefix('半') {
            found += 6;
            rest = after;
        }
    }
    if let Some((months, after)) = counted(rest, &["个月", "月"]) {
        found += months;
        rest = after;
    }
    while let Some(word) = AROUND.iter().find(|word| rest.starts_with(**word)) {
        rest = &rest[word.len()..];
    }
    (rest.is_empty() && (1..=LONGEST).contains(&found)).then_some(found)
}

fn counted<'t>(text: &'t str, units: &[&str]) -> Option<(u32, &'t str)> {
    let (number, after) = numeral::read(text)?;
    let number = u32::try_from(number.value.scaled(0)?).ok()?;
    let after = units.iter().find_map(|unit| after.strip_prefix(unit))?;
    Some((number.min(LONGEST), after))
}

/// The last day, or the last month of a term that begins with one.
fn last(first: PartialDate, months: u32) -> Option<PartialDate> {
    let behind = first.start().checked_add_months(Months::new(months))?;
    let last = behind.pred_opt()?;
    match first.precision() {
        Precision::Day => PartialDate::day(last),
        Precision::Month => PartialDate::starting(last.with_day(1)?, Precision::Month),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::span;
    use super::*;
    use crate::book::Raw;
    use crate::cells::Context;

    fn days(text: &str) -> Option<[String; 2]> {
        let (from, to) = span(&Raw::text(text), Context::default())?;
        Some([from, to].map(|reading| match reading.cell {
            Cell::Known(Value::Date(date), _) => date.to_string(),
            other => format!("{other:?}"),
        }))
    }

    #[test]
    fn a_term_ends_the_day_before_it_would_begin_again() {
        for (text, first, last) in [
            ("2021年10月1日起，五年", "2021-10-01", "2026-09-30"),
            ("三年（2023.1.1起）", "2023-01-01", "2025-12-31"),
            ("自2023年3月15日起租期两年半", "2023-03-15", "2025-09-14"),
            ("2023-05起 3年", "2023-05", "2026-04"),
            ("2024/3/1起算，租期1年6个月", "2024-03-01", "2025-08-31"),
            ("租期：3年，自2024.2.29起", "2024-02-29", "2027-02-27"),
        ] {
            let wanted = [first, last].map(str::to_owned);
            assert_eq!(days(text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_says_no_length_or_no_day_is_no_term() {
        for text in ["2021年10月1日起", "起租三年", "2023.1.1起，按实际", "三年"] {
            assert_eq!(days(text), None, "{text}");
        }
    }
}
