//! Csv as Excel on a Chinese machine opens it: UTF-8 with its mark, CRLF.

use super::{Out, WriteError};

/// Writes heads and rows.
///
/// Text that a spreadsheet would run as a formula (it begins with `=` `+` `-`
/// `@`, a tab or a return) gets an apostrophe before it, as OWASP advises
/// against CSV injection; a number is written as it is.
///
/// # Errors
/// Only when memory runs out.
pub fn write_csv(
    heads: &[String],
    rows: impl Iterator<Item = Vec<Out>>,
) -> Result<Vec<u8>, WriteError> {
    let mut writer = ::csv::WriterBuilder::new()
        .flexible(true)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::from("\u{feff}"));
    writer.write_record(heads.iter().map(|head| harmless(head)))?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| match cell {
            Out::Blank => String::new(),
            Out::Text(text) => harmless(text),
            Out::Number { text, .. } => text.clone(),
            Out::Date(day) => day.to_string(),
        }))?;
    }
    writer
        .into_inner()
        .map_err(|error| WriteError::Text(error.into_error().into()))
}

fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
