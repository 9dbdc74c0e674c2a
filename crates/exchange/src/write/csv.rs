//! Csv as Excel on a Chinese machine opens it: UTF-8 with its mark, or
//! GB18030; CRLF.

use super::{Line, Out, Sheet, Span, Sums, WriteError};

/// The encodings of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8 with its mark.
    #[default]
    Utf8,
    /// GB18030.
    Gb18030,
}

/// Writes the sheet row by row; sums are their values.
///
/// Text that a spreadsheet would run as a formula (it begins with `=` `+` `-`
/// `@`, a tab or a return) gets an apostrophe before it, as OWASP advises
/// against CSV injection; a number is written as it is.
///
/// # Errors
/// Only when memory runs out.
pub fn write_csv(
    sheet: &Sheet,
    body: impl Iterator<Item = Line>,
    encoding: Encoding,
) -> Result<Vec<u8>, WriteError> {
    let mut writer = ::csv::WriterBuilder::new()
        .flexible(true)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::from("\u{feff}"));
    for spans in &sheet.top {
        writer.write_record(spread(spans))?;
    }
    for row in 0..sheet.head_rows {
        let own = sheet.heads.iter().filter(|head| head.row == row);
        let mut texts = vec![String::new(); sheet.columns.len()];
        for head in own {
            if let Some(text) = texts.get_mut(usize::from(head.column)) {
                *text = harmless(&head.text);
            }
        }
        writer.write_record(texts)?;
    }
    for line in body {
        match line {
            Line::Record(cells) => writer.write_record(cells.iter().map(shown))?,
            Line::Section(text) => writer.write_record([harmless(&text)])?,
            Line::Sums(sums) => writer.write_record(added(&sums))?,
        }
    }
    for spans in &sheet.foot {
        writer.write_record(spread(spans))?;
    }
    let utf8 = writer
        .into_inner()
        .map_err(|error| WriteError::Text(error.into_error().into()))?;
    Ok(match encoding {
        Encoding::Utf8 => utf8,
        Encoding::Gb18030 => {
            let text = String::from_utf8_lossy(&utf8);
            let text = text.trim_start_matches('\u{feff}');
            encoding_rs::GB18030.encode(text).0.into_owned()
        }
    })
}

fn shown(cell: &Out) -> String {
    match cell {
        Out::Blank => String::new(),
        Out::Text(text) => harmless(text),
        Out::Number(number) => number.shown(),
        Out::Date(day, look) => look.day(*day),
    }
}

fn added(sums: &Sums) -> Vec<String> {
    let cells = sums.cells.iter().map(|cell| match cell {
        Some(sum) => sum.text.clone(),
        None => String::new(),
    });
    let mut texts: Vec<String> = cells.collect();
    if let Some(first) = texts.first_mut().filter(|first| first.is_empty()) {
        *first = harmless(&sums.label);
    }
    texts
}

/// Texts at the columns in which they begin.
fn spread(spans: &[Span]) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for span in spans {
        texts.resize(usize::from(span.from).max(texts.len()), String::new());
        texts.push(harmless(&span.text));
    }
    texts
}

/// What a text begins with that a spreadsheet would run as a formula.
pub(crate) const RUN: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

fn harmless(text: &str) -> String {
    if text.starts_with(RUN) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
