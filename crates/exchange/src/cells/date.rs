//! Dates, with the precision they were written in.

mod events;
mod forms;
mod full;
mod months;
mod order;
mod place;
mod span;
mod terms;

pub use full::date_in_full;
pub(crate) use months::holding;
pub(crate) use order::{Order, order};
pub(crate) use span::span;

use std::borrow::Cow;

use chrono::{DateTime, Days, NaiveDate};
use suoji_model::{Absent, Cell, Mark, PartialDate, Precision, Value};

use super::text::{fold, tight};
use super::{Context, Level, Reading, Zero, numeral, time};
use crate::book::{Raw, Shown};

/// Seconds since 1970 that are taken for a day: of 2001 to 2099.
const SECONDS: std::ops::Range<i64> = 980_000_000..4_100_000_000;

/// Seconds by which the clocks of China are ahead.
const SECONDS_EAST: i64 = 8 * 3_600;

/// Day numbers that are taken for Excel's dates: 1954 to 2064.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=60_000;

/// A date and whether something had to be supposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Found {
    date: PartialDate,
    vague: bool,
}

/// Reads a date; the context has the file's year, for dates that leave theirs
/// out.
pub(crate) fn read(raw: &Raw, context: Context) -> Reading {
    let year = context.year;
    if context.month
        && let Some(month) = bare_month(raw)
    {
        let date = year.and_then(|year| month_of(year, month));
        return match date {
            Some(date) => Reading::exact(Value::Date(date)).with("vague_date", Level::Should),
            None => Reading::refused("year_unknown"),
        };
    }
    if not_yet(raw) {
        return Reading::of(Cell::Absent(Absent::Pending));
    }
    if let (Some(month), Some(day)) = (context.within, bare_day(raw)) {
        return match year {
            Some(year) => month_and_day(year, month, Some(day)),
            None => Reading::refused("year_unknown"),
        };
    }
    if context.within.is_some() && is_days(raw) {
        return Reading::refused("bad_date");
    }
    match raw {
        Raw::Date(day, _) => match PartialDate::day(*day) {
            Some(date) => Reading::exact(Value::Date(date)),
            None => Reading::refused("bad_date"),
        },
        Raw::Number { text, shown } => match (day_of_year(text, *shown, context.zero), year) {
            (Some((month, day)), Some(year)) => month_and_day(year, month, day),
            _ => number(&serial(text, context), *shown, context),
        },
        Raw::Text(text) => match context.untyped.then(|| as_number(text, context)).flatten() {
            Some(number) => read(&number, context),
            None => order::read(text, context.order)
                .or_else(|| context.months.then(|| months::read(text, year)).flatten())
                .unwrap_or_else(|| written(text, year)),
        },
        _ => Reading::refused("bad_date"),
    }
}

/// The number of a day as it counts from 1900.
fn serial(text: &str, context: Context) -> Cow<'_, str> {
    const BEFORE_1904: u32 = 1_462;
    let day = text.parse::<u32>().ok().filter(|_| context.since_1904);
    let day = day.map(|day| day + BEFORE_1904);
    match day.filter(|day| SERIALS.contains(day)) {
        Some(day) => Cow::Owned(day.to_string()),
        None => Cow::Borrowed(text),
    }
}

/// The first date that stands anywhere in a sentence.
pub(crate) fn inside(text: &str) -> Option<PartialDate> {
    let text = fold(text);
    let starts = text.char_indices().filter(|(at, c)| {
        c.is_ascii_digit() && !text[..*at].ends_with(|c: char| c.is_ascii_digit() || c == '.')
    });
    for (start, _) in starts {
        let rest = &text[start..];
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && !"年月日号./-".contains(c))
            .unwrap_or(rest.len());
        let words = rest[..end].trim_end_matches(['.', '/', '-']);
        let long = words.len() >= 6 && !words.bytes().all(|byte| byte.is_ascii_digit());
        if let (true, Some(found)) = (long, parse(words, None)) {
            return Some(found.date);
        }
    }
    None
}

fn written(text: &str, year: Option<i32>) -> Reading {
    // `2024-H1`, as the program's own lists write a period.
    if text.contains(['H', 'Q', 'T'])
        && let Some(date) = PartialDate::parse(text.trim())
    {
        return Reading::exact(Value::Date(date));
    }
    let mut text = forms::without_weekday(&fold(text));
    let year = forms::year_behind(&text).or(year);
    // 二O二四年, with a letter or a circle for the zero.
    if text.starts_with('二') {
        text = text.replace(['O', 'o', '○', '0'], "〇");
    }
    text = forms::printed(&text).unwrap_or(text);
    let mut words = text.split_whitespace();
    let day = words.next().unwrap_or_default();
    // A time of day behind the date says nothing here, nor of which zone it is.
    let is_time = |word: &str| time::inside(word).is_some();
    let beside = |word: &str| is_time(word) || time::is_beside(word);
    let text = if words.clone().any(is_time) && words.clone().all(beside) {
        day.to_owned()
    } else {
        forms::spaced(&text).unwrap_or_else(|| tight(&text))
    };
    let outside = text.split(['(', '[', '【']).next().unwrap_or_default();
    let outside = time::split(outside).map_or(outside, |(day, _)| day);
    let outside = outside
        .trim_end_matches(['.', '。', ',', ';', '/'])
        .trim_start_matches('\'')
        .trim_start_matches('于');
    let outside = ["上午", "下午", "晚上", "晚"]
        .iter()
        .find_map(|half| outside.strip_suffix(half))
        .unwrap_or(outside);
    let outside = &forms::separated(&outside.replace("元月", "1月"));
    let outside = &forms::english(outside).unwrap_or_else(|| outside.clone());
    let (bare, mark) = around(forms::without_since(events::without(outside)));
    let within = events::behind(&text, bare);
    let bare = within.as_deref().unwrap_or(bare);
    let hedged = says_planned(&text).then_some(Mark::Approximate);
    let mark = mark.or(hedged);
    let told = |year| {
        let months = || {
            Some(Found {
                date: months::several(bare, year)?,
                vague: true,
            })
        };
        parse(bare, year).or_else(months)
    };
    if year.is_none() && told(None).is_none() && told(Some(2000)).is_some() {
        return Reading::refused("year_unknown");
    }
    let beside = || parse(place::without(&tight(&text))?, year);
    match told(year).or_else(beside) {
        Some(found) => {
            let reading = Reading::of(Cell::Known(Value::Date(found.date), mark));
            if found.vague || mark.is_some() {
                reading.with("vague_date", Level::Should)
            } else {
                reading
            }
        }
        None => Reading::refused("bad_date"),
    }
}

/// Whether the text of a date says that it is still to come: `2024.8（拟）`.
pub(crate) fn says_planned(text: &str) -> bool {
    ["拟", "计划", "预计", "预定", "暂定"]
        .iter()
        .any(|word| text.contains(word))
}

/// A date without the words that make it less than exact.
fn around(text: &str) -> (&str, Option<Mark>) {
    let with_year =
        |rest: &&str| rest.len() > 4 && rest.bytes().take(4).all(|b| b.is_ascii_digit());
    let planned = ["预计", "计划", "拟定", "拟", "预定", "暂定"]
        .iter()
        .find_map(|word| text.strip_prefix(word));
    let bare = planned
        .map(|rest| rest.trim_start_matches(['于', '在']))
        .filter(with_year)
        .unwrap_or(text)
        .trim_start_matches("约")
        .trim_end_matches("左右")
        .trim_end_matches("前后");
    if bare.len() != text.len() {
        return (bare, Some(Mark::Approximate));
    }
    let before = ["之前", "以前", "前"]
        .iter()
        .find_map(|word| text.strip_suffix(word));
    match before.filter(|rest| rest.ends_with(['日', '号', '月', '底', '末', '年', '旬'])) {
        Some(rest) => (rest, Some(Mark::AtMost)),
        None => (text, None),
    }
}

/// A number: 45064, 20230518, 202305, 2023, or 2023.1 shown as 2023.10.
fn number(text: &str, shown: Shown, context: Context) -> Reading {
    let tenth = context.tenth;
    let exact = |date: Option<PartialDate>| match date {
        Some(date) => Reading::exact(Value::Date(date)),
        None => Reading::refused("bad_date"),
    };
    let Some((whole, fraction)) = text.split_once('.') else {
        return exact(digits(text));
    };
    // 25.3 in a ledger of 2025
    let short = || {
        let own: i32 = whole.parse().ok().filter(|year| *year > 12)?;
        context.year.filter(|year| year % 100 == own)
    };
    let Some(year) = year_of(whole).or_else(short) else {
        // A day with a time behind the point.
        return exact(digits(whole).filter(|_| whole.len() == 5));
    };
    let month = |text: &str| month_of(year, text.parse().ok()?);
    let as_written = month(fraction);
    let as_shown = match (fraction, shown) {
        ("1", Shown::Decimals(2)) => month("10"),
        _ => as_written,
    };
    match (fraction, shown) {
        ("1", _) if tenth.is_some() => exact(tenth.and_then(|month| month_of(year, month))),
        // One is January or October: only the cell's format can tell.
        ("1", Shown::Decimals(1 | 2)) => {
            exact(as_shown).with("month_number_ambiguous", Level::Should)
        }
        ("1", _) if context.zero == Zero::Kept => exact(as_written),
        ("1", _) if context.zero == Zero::Lost => {
            exact(month("10")).with("month_number_ambiguous", Level::Should)
        }
        ("1", _) => {
            exact(PartialDate::parse(&year.to_string())).with("month_number_ambiguous", Level::Must)
        }
        _ => exact(as_written),
    }
}

/// `2023.1` or `3.2` in a text file, which may have been a number and lost a
/// zero at its end.
fn as_number(text: &str, context: Context) -> Option<Raw> {
    let text = tight(text);
    let (whole, _) = pointed(&text)?;
    let told = whole.len() == 4 || context.year.is_some();
    (told && context.zero != Zero::Kept).then(|| Raw::Number {
        text: text.as_str().into(),
        shown: Shown::General,
    })
}

/// A year or month and what stands behind the point, nothing but digits.
fn pointed(text: &str) -> Option<(&str, &str)> {
    let (whole, rest) = text.split_once('.')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = matches!(whole.len(), 1 | 2 | 4) && matches!(rest.len(), 1 | 2);
    (fits && digits(whole) && digits(rest)).then_some((whole, rest))
}

/// What the other cells of a column say about zeros at the end of `2023.10`.
pub(crate) fn zero<'r>(column: impl Iterator<Item = &'r Raw>) -> Zero {
    let mut zero = Zero::Unknown;
    for raw in column {
        let text = match raw {
            Raw::Text(text) => tight(text),
            Raw::Number { text, .. } => text.to_string(),
            _ => continue,
        };
        let Some((_, rest)) = pointed(&text) else {
            continue;
        };
        match rest.len() == 2 {
            true if rest.ends_with('0') => return Zero::Kept,
            true if rest.starts_with('0') => zero = Zero::Lost,
            _ => {}
        }
    }
    zero
}

/// 3.15 in a ledger of one year: a month, and a day as far as the number can
/// say it, for 3.1 may have been 3.10.
fn day_of_year(text: &str, shown: Shown, zero: Zero) -> Option<(u32, Option<u32>)> {
    let (month, day) = text.split_once('.')?;
    let month = month
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    let value: u32 = day.parse().ok().filter(|_| day.len() <= 2)?;
    let day = match (day.len(), shown) {
        (1, Shown::Decimals(2)) => Some(value * 10),
        (1, _) if zero == Zero::Lost && value <= 3 => Some(value * 10),
        (1, _) if zero == Zero::Unknown && value <= 3 => None,
        _ => Some(value),
    };
    Some((month, day))
}

fn month_and_day(year: i32, month: u32, day: Option<u32>) -> Reading {
    let (date, level) = match day {
        Some(day) => (day_of(year, month, day), Level::Should),
        None => (month_of(year, month), Level::Must),
    };
    match date {
        Some(date) => Reading::exact(Value::Date(date)).with("vague_date", level),
        None => Reading::refused("bad_date"),
    }
}

/// `未开工`, `尚未竣工`: the day is still to come.
fn not_yet(raw: &Raw) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    // 未开工（拟10月）
    let text = tight(text);
    let text = text.split('(').next().unwrap_or_default();
    let rest = text.trim_start_matches('尚').strip_prefix('未');
    rest.is_some_and(|rest| {
        let short = (2..=4).contains(&rest.chars().count());
        short && !rest.contains(|c: char| c.is_ascii_digit())
    })
}

/// A number from 1 to 12 that nothing else is written with.
fn bare_month(raw: &Raw) -> Option<u32> {
    let text = match raw {
        Raw::Number { text, .. } => text.to_string(),
        Raw::Text(text) => tight(text),
        _ => return None,
    };
    let text = text.trim_end_matches('份').trim_end_matches('月');
    let (month, rest) = figure(text)?;
    (rest.is_empty() && (1..=12).contains(&month.value) && month.digits <= 2).then_some(month.value)
}

/// Two days of one month, as `8-15`.
fn is_days(raw: &Raw) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    let text = tight(text);
    let days = text.split_once('-');
    days.is_some_and(|(first, last)| {
        [first, last]
            .map(Raw::text)
            .iter()
            .all(|raw| bare_day(raw).is_some())
    })
}

/// A number from 1 to 31 that nothing else is written with but `日`.
fn bare_day(raw: &Raw) -> Option<u32> {
    let text = match raw {
        Raw::Number { text, .. } => text.to_string(),
        Raw::Text(text) => tight(text),
        _ => return None,
    };
    let (day, rest) = figure(text.trim_end_matches(['日', '号']))?;
    (rest.is_empty() && (1..=31).contains(&day.value) && day.digits <= 2).then_some(day.value)
}

fn year_of(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    (text.len() == 4 && (1900..2200).contains(&year)).then_some(year)
}

fn month_of(year: i32, month: u32) -> Option<PartialDate> {
    PartialDate::starting(NaiveDate::from_ymd_opt(year, month, 1)?, Precision::Month)
}

fn day_of(year: i32, month: u32, day: u32) -> Option<PartialDate> {
    PartialDate::day(NaiveDate::from_ymd_opt(year, month, day)?)
}

fn period(year: i32, month: u32, precision: Precision) -> Option<PartialDate> {
    PartialDate::starting(NaiveDate::from_ymd_opt(year, month, 1)?, precision)
}

/// Digits only: eight, six, five (a day number) or four.
fn digits(text: &str) -> Option<PartialDate> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let year = || year_of(text.get(0..4)?);
    match text.len() {
        // Thousandths of seconds since 1970, as programs count them.
        13 => {
            let seconds: i64 = text[..10].parse().ok()?;
            let seconds = Some(seconds).filter(|seconds| SECONDS.contains(seconds))?;
            let there = DateTime::from_timestamp(seconds + SECONDS_EAST, 0)?;
            PartialDate::day(there.date_naive())
        }
        8 => day_of(year()?, number(4..6)?, number(6..8)?),
        6 => match year().and_then(|year| month_of(year, number(4..6)?)) {
            // 230518
            None => day_of(forms::century(text)?, number(2..4)?, number(4..6)?),
            month => month,
        },
        5 => {
            let serial = number(0..5).filter(|serial| SERIALS.contains(serial))?;
            let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
            PartialDate::day(epoch.checked_add_days(Days::new(serial.into()))?)
        }
        4 => period(year()?, 1, Precision::Year),
        _ => None,
    }
}

/// Reads a date in words; `default` is the year when none is written.
fn parse(text: &str, default: Option<i32>) -> Option<Found> {
    let text = text.trim();
    if let Some(date) = digits(text) {
        return Some(Found { date, vague: false });
    }
    // 2024Q3, 2024上半年, 2024一季度
    if let Some((first, rest)) = figure(text)
        && first.digits == 4
        && (rest.starts_with(['Q', 'q', '上', '下', '第']) || rest.contains('季'))
    {
        return after_year(year_of(&first.value.to_string())?, '年', rest);
    }
    if let Some((first, rest)) = figure(text)
        && let Some(separator @ ('年' | '.' | '/' | '-')) = rest.chars().next()
    {
        let rest = &rest[separator.len_utf8()..];
        let written = first.digits;
        // 25.3 in a ledger of 2025
        let is_of_ledger = default.is_some_and(|year| year % 100 == first.value as i32);
        let year = match written {
            2 if separator == '.' && first.value > 12 && is_of_ledger => default,
            4 => year_of(&first.value.to_string()),
            // 23.5.18 and 23年5月, but not 5.18.
            2 if separator == '年' || rest.matches(separator).count() == 1 => {
                i32::try_from(2000 + first.value).ok()
            }
            _ => None,
        };
        if let Some(year) = year {
            return after_year(year, separator, rest);
        }
        if separator == '年' || written > 2 {
            return None;
        }
        // 5.18 and 5/18, with the year from elsewhere.
        let (day, end) = figure(rest)?;
        let date = day_of(default?, first.value, day.value)?;
        // 3-15 and 03-05 are days; 3-5 may be two months as well.
        let padded = text.starts_with('0') || rest.starts_with('0');
        let told = separator != '-' || day.value > 12 || padded;
        return (end.is_empty() && told).then_some(Found { date, vague: true });
    }
    let years = [("去年", -1), ("上年", -1), ("前年", -2), ("明年", 1)];
    if let Some((rest, step)) = years
        .iter()
        .find_map(|(word, step)| Some((text.strip_prefix(word)?, step)))
    {
        let found = after_year(default? + step, '年', rest)?;
        return Some(Found {
            vague: true,
            ..found
        });
    }
    let rest = text.trim_start_matches(['本', '今', '当']);
    if rest.is_empty() || text == "年" {
        return None;
    }
    let found = after_year(default?, '年', rest)
        .or_else(|| after_year(default?, '年', text.strip_prefix('年')?))?;
    Some(Found {
        vague: true,
        ..found
    })
}

fn after_year(year: i32, separator: char, rest: &str) -> Option<Found> {
    let sure = |date| Some(Found { date, vague: false });
    let vague = |date| Some(Found { date, vague: true });
    let rest = rest.trim_start_matches(['年', '的']);
    match rest {
        "" if separator == '年' => return sure(period(year, 1, Precision::Year)?),
        "内" | "初" | "中" => return vague(period(year, 1, Precision::Year)?),
        "底" | "末" => return vague(period(year, 12, Precision::Month)?),
        "上半年" => return vague(period(year, 1, Precision::HalfYear)?),
        "下半年" => return vague(period(year, 7, Precision::HalfYear)?),
        _ => {}
    }
    let ended = rest.strip_suffix(['底', '末']).and_then(quarter);
    if let Some(quarter) = ended {
        return vague(month_of(year, quarter * 3)?);
    }
    if let Some(quarter) = quarter(rest) {
        return vague(period(year, quarter * 3 - 2, Precision::Quarter)?);
    }
    let (month, rest) = figure(rest)?;
    let month = month.value;
    let next = rest.chars().next();
    match next {
        None => sure(month_of(year, month)?),
        Some('月') => {
            let rest = &rest['月'.len_utf8()..];
            match (rest, part_of_month(year, month, rest)) {
                ("" | "份", _) => sure(month_of(year, month)?),
                (_, Some(part)) => vague(part),
                _ => sure(day_of(year, month, whole_day(rest)?)?),
            }
        }
        Some(c) if c == separator && c != '年' => {
            let rest = &rest[c.len_utf8()..];
            match part_of_month(year, month, rest) {
                Some(part) => vague(part),
                None => sure(day_of(year, month, whole_day(rest)?)?),
            }
        }
        // 2024.10上旬
        _ if rest.ends_with('旬') => vague(part_of_month(year, month, rest)?),
        _ => None,
    }
}

/// `上旬` or `底` of a month.
fn part_of_month(year: i32, month: u32, words: &str) -> Option<PartialDate> {
    let day = match words {
        "上旬" => 1,
        "中旬" => 11,
        "下旬" => 21,
        "初" | "底" | "末" | "中" => return month_of(year, month),
        _ => return None,
    };
    PartialDate::starting(
        NaiveDate::from_ymd_opt(year, month, day)?,
        Precision::TenDay,
    )
}

fn whole_day(text: &str) -> Option<u32> {
    let (day, end) = figure(text)?;
    matches!(end, "" | "日" | "号").then_some(day.value)
}

fn quarter(text: &str) -> Option<u32> {
    let text = text.trim_start_matches('第');
    let number = match text.strip_prefix(['Q', 'q']) {
        Some(rest) => rest,
        None => text
            .strip_suffix("季度")
            .or_else(|| text.strip_suffix('季'))?,
    };
    let (number, rest) = figure(number)?;
    (rest.is_empty() && (1..=4).contains(&number.value)).then_some(number.value)
}

struct Figure {
    value: u32,
    digits: usize,
}

/// A whole number of at most four digits, Arabic or Chinese.
fn figure(text: &str) -> Option<(Figure, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    if end > 0 {
        let value = text[..end].parse().ok().filter(|_| end <= 4)?;
        return Some((Figure { value, digits: end }, &text[end..]));
    }
    let (number, rest) = numeral::read(text)?;
    let value = u32::try_from(number.value.scaled(0)?).ok()?;
    let whole = !number.scaled && value < 10_000;
    whole.then(|| {
        let digits = value.to_string().len();
        (Figure { value, digits }, rest)
    })
}
