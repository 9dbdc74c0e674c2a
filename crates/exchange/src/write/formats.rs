//! How the cells of a written sheet look. Each look is made once.

use std::collections::HashMap;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use super::{Align, DateLook, Number, Span};

/// Fonts that Windows, macOS and Linux each replace by their own where they
/// are missing.
const BODY_FONT: &str = "宋体";
const HEAD_FONT: &str = "黑体";
/// Number formats with words of their own; Excel holds about 200.
const MOST_WORDED: usize = 120;
/// Longer texts are not given the text format, under which Excel shows them
/// as signs of too little room.
const MOST_TEXT: usize = 250;

/// The formats in use.
#[derive(Default)]
pub(super) struct Formats {
    made: HashMap<Look, Format>,
    worded: usize,
}

/// What a format is found by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Look {
    Text(u8, bool),
    Date(DateLook),
    Number(String, Figure),
}

/// What a number is in its sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Figure {
    Amount,
    /// It counts the rows.
    Centered,
    Sum,
}

impl Formats {
    pub(super) fn text(&mut self, align: Align, text: &str) -> &Format {
        let long = text.chars().count() > MOST_TEXT;
        self.get(Look::Text(align as u8, long), || {
            let format = if long {
                body()
            } else {
                body().set_num_format("@")
            };
            format.set_align(aligned(align)).set_text_wrap()
        })
    }

    pub(super) fn date(&mut self, look: DateLook) -> &Format {
        let form = match look {
            DateLook::Iso => "yyyy-mm-dd",
            DateLook::Dots => "yyyy.m.d",
            DateLook::Slashes => "yyyy/m/d",
            DateLook::Words => "yyyy\"年\"m\"月\"d\"日\"",
        };
        self.get(Look::Date(look), || {
            body()
                .set_num_format(form)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
        })
    }

    /// The number's format, and whether it shows the number's words.
    pub(super) fn number(&mut self, number: &Number, align: Align) -> (&Format, bool) {
        let figure = match align {
            Align::Center => Figure::Centered,
            Align::Left | Align::Right => Figure::Amount,
        };
        let digits = digits(number.decimals, number.percent);
        let worded = number.words.as_deref().map(|(before, after)| {
            let quoted = |words: &String| match words.as_str() {
                "" => String::new(),
                words => format!("\"{}\"", words.replace('"', "")),
            };
            format!("{}{digits}{}", quoted(before), quoted(after))
        });
        let shows = match worded {
            Some(form) if self.made.contains_key(&Look::Number(form.clone(), figure)) => Some(form),
            Some(form) if self.worded < MOST_WORDED => {
                self.worded += 1;
                Some(form)
            }
            _ => None,
        };
        let told = shows.is_some() || number.words.is_none();
        (self.figure(shows.unwrap_or(digits), figure), told)
    }

    /// The format of a sum.
    pub(super) fn sum(&mut self, decimals: u8) -> &Format {
        self.figure(digits(decimals, false), Figure::Sum)
    }

    fn figure(&mut self, form: String, figure: Figure) -> &Format {
        self.get(Look::Number(form.clone(), figure), || {
            let format = body().set_num_format(form);
            match figure {
                Figure::Amount => format.set_align(FormatAlign::Right),
                Figure::Centered => format.set_align(FormatAlign::Center),
                Figure::Sum => format.set_align(FormatAlign::Right).set_bold(),
            }
        })
    }

    fn get(&mut self, look: Look, make: impl FnOnce() -> Format) -> &Format {
        self.made.entry(look).or_insert_with(make)
    }
}

/// `0.00`
fn digits(decimals: u8, percent: bool) -> String {
    let zeros = "0".repeat(usize::from(decimals));
    let point = if decimals > 0 { "." } else { "" };
    let sign = if percent { "%" } else { "" };
    format!("0{point}{zeros}{sign}")
}

/// Headings.
pub(super) fn head() -> Format {
    bordered()
        .set_font_name(HEAD_FONT)
        .set_align(FormatAlign::Center)
        .set_text_wrap()
}

/// The heading of a section.
pub(super) fn section() -> Format {
    bordered()
        .set_font_name(HEAD_FONT)
        .set_align(FormatAlign::Left)
        .set_text_wrap()
}

/// What a line of sums calls itself, and its cells without a sum.
pub(super) fn label() -> Format {
    body().set_bold().set_align(FormatAlign::Center)
}

/// Texts around the table.
pub(super) fn around(span: &Span) -> Format {
    let format = Format::new()
        .set_align(FormatAlign::VerticalCenter)
        .set_align(aligned(span.align))
        .set_text_wrap();
    if span.is_title {
        format
            .set_font_name(HEAD_FONT)
            .set_font_size(18)
            .set_align(FormatAlign::Center)
    } else {
        format.set_font_name(BODY_FONT).set_font_size(11)
    }
}

fn body() -> Format {
    bordered().set_font_name(BODY_FONT)
}

fn bordered() -> Format {
    Format::new()
        .set_font_size(11)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
}

fn aligned(align: Align) -> FormatAlign {
    match align {
        Align::Left => FormatAlign::Left,
        Align::Center => FormatAlign::Center,
        Align::Right => FormatAlign::Right,
    }
}
