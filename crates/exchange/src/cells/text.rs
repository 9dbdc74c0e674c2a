//! Text as people type it on Chinese keyboards.

use suoji_model::seen::{is_radical, is_unseen, seen};
use suoji_model::{Cell, Value};

use crate::book::Raw;

/// Folds full-width characters to half-width ones; other characters that are
/// seen stay.
pub(crate) fn fold(text: &str) -> String {
    let folds =
        |c: char| matches!(c, '！'..='～' | '\u{3000}' | '\u{a0}') || is_unseen(c) || is_radical(c);
    if !text.contains(folds) {
        return text.to_owned();
    }
    seen(text)
        .chars()
        .map(|c| match c {
            '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' | '\u{a0}' => ' ',
            other => other,
        })
        .collect()
}

/// Folded text without any white space.
pub(crate) fn tight(text: &str) -> String {
    let folded = fold(text);
    if folded.contains(char::is_whitespace) {
        folded.chars().filter(|c| !c.is_whitespace()).collect()
    } else {
        folded
    }
}

/// The most bytes of a text that is looked at for an amount or a day: nobody
/// writes more about one.
pub(crate) const MOST_TOLD: usize = 3_000;

/// Folded text in one line, with a semicolon between two lines that both tell
/// of a number; `None` where white space stands between the digits of what
/// would be no number with thousands: `1500 500`, and of a whole essay.
pub(crate) fn numbers(text: &str) -> Option<String> {
    if text.len() > MOST_TOLD {
        return None;
    }
    // A minus sign is one, and ① or * behind a figure is a note's.
    let folded = fold(text).replace('−', "-");
    let is_mark = |c: char| ('①'..='⑳').contains(&c) || c == '*';
    let folded = folded.trim_end_matches(is_mark);
    let bare = folded.trim();
    if !bare.contains(char::is_whitespace) {
        return Some(bare.to_owned());
    }
    let ends = |c: char| c.is_ascii_digit() || "万亿元㎡亩平米%".contains(c);
    let digit = |c: char| c.is_ascii_digit();
    let mut told = String::new();
    for line in folded.lines() {
        let line = in_thousands(line.trim())?;
        let apart = told.ends_with(ends) && line.contains(digit);
        if apart && !line.starts_with(['(', '.', ',', '万', '亿', '元']) {
            told.push(';');
        }
        told.push_str(&line);
    }
    Some(told)
}

/// A line without its white space; `None` where that would join two numbers.
fn in_thousands(line: &str) -> Option<String> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let last = |text: &str| text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let mut words = line.split_whitespace();
    let mut told = words.next().unwrap_or_default().to_owned();
    let mut before = last(&told);
    for word in words {
        let (ahead, own) = (last(&told), digits(word));
        let joins = ahead > 0 && own > 0;
        if joins && !(own == 3 && (1..=3).contains(&before)) {
            return None;
        }
        before = last(word);
        told.push_str(word);
    }
    Some(told)
}

/// Text for a field: trimmed; a one-line field has its line breaks closed.
pub(crate) fn tidy(text: &str, long: bool) -> String {
    let text = seen(text);
    let lines = text.split(['\n', '\r']).map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    let mut tidy = String::with_capacity(text.len());
    for line in lines {
        // A break within Chinese text stands for nothing.
        let runs_on = tidy.ends_with(is_wide) && line.starts_with(is_wide);
        match long {
            _ if tidy.is_empty() => {}
            true => tidy.push('\n'),
            false if runs_on => {}
            false => tidy.push(' '),
        }
        tidy.push_str(line);
    }
    tidy
}

/// Whether the character is written without spaces around it.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}')
}

/// A name without the spaces that pad it: `王　强`, `某某 有限公司`. Two names
/// side by side stay apart.
pub(crate) fn name(text: &str, is_person: bool) -> String {
    let text = tidy(text, false);
    let parts: Vec<&str> = text.split_whitespace().collect();
    let wide = parts.iter().all(|part| part.chars().all(is_wide));
    let padded = parts.iter().any(|part| part.chars().count() == 1);
    if parts.len() > 1 && wide && (padded || !is_person) {
        parts.concat()
    } else {
        text
    }
}

/// The cell of a text field.
pub(crate) fn cell(raw: &Raw, long: bool) -> Cell {
    let text = tidy(&raw.display(), long);
    if text.is_empty() {
        Cell::Blank
    } else {
        Cell::text(text)
    }
}

/// The cell of a list field: parts between 、 ， ； or line breaks.
pub(crate) fn list(raw: &Raw) -> Cell {
    let text = raw.display();
    let parts: Vec<String> = seen(&text)
        .split(['、', '，', ',', '；', ';', '\n', '\r'])
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        Cell::Blank
    } else {
        Cell::exact(Value::List(parts))
    }
}
