//! Several months in one cell, and what was paid up to one: `3-6月`, `2024年4月、
//! 6月`, `截至6月底`.

use suoji_model::{Cell, Mark, PartialDate, Precision, Value};

use super::{Level, Reading, figure, month_of, period};
use crate::cells::text::tight;

/// Reads such a cell; `year` is that of the ledger.
pub(super) fn read(written: &str, year: Option<i32>) -> Option<Reading> {
    let text = tight(written);
    let until = ["截至", "截止到", "截止"]
        .iter()
        .find_map(|word| text.strip_prefix(word));
    // 截至6月底: by then, and since when is not told.
    let (date, mark) = match until {
        Some(until) => (super::parse(until, year)?.date, Some(Mark::AtMost)),
        None => match several(&text, year) {
            Some(date) => (date, None),
            None => return with_manner(written, year),
        },
    };
    let reading = Reading::of(Cell::Known(Value::Date(date), mark));
    Some(reading.with("vague_date", Level::Should))
}

/// The day before the words for how it was paid: `7月12日 银行转账`.
fn with_manner(text: &str, year: Option<i32>) -> Option<Reading> {
    let (day, manner) = text.trim().split_once(char::is_whitespace)?;
    let worded = !manner.contains(|c: char| c.is_ascii_digit());
    let found = super::parse(day, year).filter(|_| worded)?;
    let reading = Reading::exact(Value::Date(found.date));
    Some(match found.vague {
        true => reading.with("vague_date", Level::Should),
        false => reading,
    })
}

/// The least part of the calendar that holds these months of a year.
pub(crate) fn holding(year: i32, first: u32, last: u32) -> Option<PartialDate> {
    let parts = [
        (Precision::Month, 1),
        (Precision::Quarter, 3),
        (Precision::HalfYear, 6),
        (Precision::Year, 12),
    ];
    let months = 1..=12;
    let known = first <= last && months.contains(&first) && months.contains(&last);
    let (precision, length) = parts
        .into_iter()
        .filter(|_| known)
        .find(|(_, length)| (first - 1) / length == (last - 1) / length)?;
    let first = (first - 1) / length * length + 1;
    match precision {
        Precision::Month => month_of(year, first),
        precision => period(year, first, precision),
    }
}

/// The part of the year that holds the months which a text names; `default` is
/// the year when none is written.
pub(super) fn several(text: &str, default: Option<i32>) -> Option<PartialDate> {
    let (year, rest) = match figure(text) {
        Some((year, rest)) if year.digits == 4 => {
            let rest = rest.strip_prefix('年')?;
            (i32::try_from(year.value).ok()?, rest)
        }
        _ => (default?, text),
    };
    let rest = rest
        .strip_suffix("月份")
        .or_else(|| rest.strip_suffix('月'))?;
    let signs = ['-', '—', '–', '~', '至', '到', '、', '和', ','];
    let mut months = rest
        .split(signs)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (month, unit) = figure(part)?;
            matches!(unit, "" | "月" | "月份").then_some(month.value)
        });
    let first = months.next()??;
    let (mut last, mut several) = (first, false);
    for month in months {
        let month = month.filter(|month| *month > last)?;
        (last, several) = (month, true);
    }
    holding(year, first, last).filter(|_| several)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_the_part_of_the_year_that_holds_them() {
        for (text, wanted) in [
            ("3-6月", Some("2024-H1")),
            ("4月、6月", Some("2024-Q2")),
            ("4月至6月", Some("2024-Q2")),
            ("2023年1-9月份", Some("2023")),
            ("十至十二月", Some("2024-Q4")),
            ("6-3月", None),
            ("6月", None),
            ("3-15月", None),
            ("3月5日", None),
        ] {
            let found = several(text, Some(2024)).map(|date| date.to_string());
            assert_eq!(found.as_deref(), wanted, "{text}");
        }
    }
}
