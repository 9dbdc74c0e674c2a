//! Two days in one cell: the first and the last of a visit, a lease or a term.

use chrono::Datelike;
use suoji_model::{Cell, Value};

use super::{read, terms};
use crate::book::Raw;
use crate::cells::text::{MOST_TOLD, tight};
use crate::cells::{Context, Reading};

/// The first and the last day of a span such as `2021.10.1-2024.6.30` or
/// `3月5日至8日`; the last may leave out what the first says, or be told by
/// how long it is until then.
pub(crate) fn span(raw: &Raw, context: Context) -> Option<(Reading, Reading)> {
    let Raw::Text(text) = raw else {
        return None;
    };
    if text.len() > MOST_TOLD {
        return None;
    }
    let text = tight(text);
    // 3年(2023.5.1-2026.4.30)
    let inside = text.split_once('(');
    let inside = inside.and_then(|(_, inside)| inside.strip_suffix(')'));
    let of_inside = inside.and_then(|days| of(days, context));
    of_inside.or_else(|| of(&text, context))
}

/// The span that a text without white space tells of.
fn of(text: &str, context: Context) -> Option<(Reading, Reading)> {
    // 自2024年1月1日至2026年12月31日止，共三年
    let text = match text.rsplit_once('共') {
        Some((days, term)) if term.ends_with(['年', '月']) => days.trim_end_matches(','),
        _ => text,
    };
    let text = text
        .trim_start_matches(['自', '从', '由'])
        .trim_end_matches('止');
    let known = |reading: &Reading| matches!(reading.cell, Cell::Known(..));
    let day_of = |reading: &Reading| match reading.cell {
        Cell::Known(Value::Date(date), _) => Some(date),
        _ => None,
    };
    // What is written beside another day is no number of its own.
    let bare = Context {
        month: false,
        untyped: false,
        ..context
    };
    let day = |text: &str| read(&Raw::text(text), bare);
    // 12.30-1.2
    let in_next_year = |from: &Reading, text: &str| {
        let year = day_of(from)?.start().year();
        let in_year = |year| {
            let year = Some(year);
            read(&Raw::text(text), Context { year, ..bare })
        };
        let found = in_year(year + 1);
        (known(&found) && found.cell != in_year(year).cell).then_some(found)
    };
    for separator in ["至", "到", "~", "—", "–", "--", "-"] {
        for (at, found) in text.match_indices(separator) {
            let (first, last) = (&text[..at], text[at + found.len()..].trim_matches('—'));
            let from = day(first);
            if !known(&from) || last.is_empty() {
                continue;
            }
            // 3.8-10 ends in March, not in October, and 2024.12.3-12.5 in the
            // year that it says, whatever the ledger's is.
            let bare = last.len() <= 2 && last.bytes().all(|byte| byte.is_ascii_digit());
            let whole = completed(first, last);
            let ends = match says_year(first) && !says_year(last) {
                true => vec![whole],
                false if bare => vec![whole, last.to_owned()],
                false => vec![last.to_owned(), whole],
            };
            // A term that ends before it begins is none.
            let fits = |to: &Reading| match (day_of(&from), day_of(to)) {
                (Some(from), Some(to)) => from.start() <= to.end(),
                _ => true,
            };
            let mut days = ends.iter().map(|last| day(last)).filter(known);
            let next = || in_next_year(&from, last).filter(fits);
            if let Some(to) = days.find(fits).or_else(next) {
                return Some((from, to));
            }
        }
    }
    terms::read(text, day)
}

/// Whether a day is written with its year.
fn says_year(day: &str) -> bool {
    let digits = day.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4
}

/// The last day with the year and month of the first: `8日` after `3月5日`.
fn completed(first: &str, last: &str) -> String {
    let parts = |text: &str| text.matches(['年', '月', '.', '/', '-']).count();
    let kept = if last.contains('日') && !last.contains('月') {
        first.rfind('月').map(|at| at + '月'.len_utf8())
    } else if last.contains('月') && !last.contains('年') {
        first.find('年').map(|at| at + '年'.len_utf8())
    } else {
        let missing = parts(first).saturating_sub(parts(last));
        let mut ends = first.match_indices(['.', '/']);
        missing
            .checked_sub(1)
            .and_then(|nth| ends.nth(nth))
            .map(|(at, _)| at + 1)
    };
    format!("{}{last}", &first[..kept.unwrap_or(0)])
}
