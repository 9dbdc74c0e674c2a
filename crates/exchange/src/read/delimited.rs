//! Comma, semicolon or tab separated text, in the encodings Excel and WPS
//! write on Chinese machines.

use std::borrow::Cow;
use std::io::Read;

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::ReadError;
use crate::book::{Raw, Row, Sheet};

/// Reads one sheet, named like the file without its ending.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    let text = decode(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        // The last line ends like the others.
        .from_reader(text.as_bytes().chain(&b"\n"[..]));
    let mut rows: Vec<Row> = Vec::new();
    let mut record = csv::StringRecord::new();
    // Blank lines are rows in Excel but no records here, so rows are counted
    // by the lines that reading a record used up.
    let (mut number, mut line) = (0u32, 1u64);
    while reader
        .read_record(&mut record)
        .map_err(ReadError::unreadable)?
    {
        let now = reader.position().line();
        let inside: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        let inside = u64::try_from(inside).unwrap_or(0);
        let used = now.saturating_sub(line).saturating_sub(inside).max(1);
        number = number.saturating_add(u32::try_from(used).unwrap_or(u32::MAX));
        line = now;
        let cells: Vec<(u32, Raw)> = (1..)
            .zip(&record)
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(column, text)| (column, Raw::text(text)))
            .collect();
        if !cells.is_empty() {
            rows.push(Row { number, cells });
        }
    }
    let name = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Ok(vec![Sheet {
        name: name.to_owned(),
        rows,
        ..Sheet::default()
    }])
}

fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let marked = [UTF_8, UTF_16LE, UTF_16BE].into_iter().find(|encoding| {
        encoding_rs::Encoding::for_bom(bytes).is_some_and(|(e, _)| e == *encoding)
    });
    let text = match marked {
        Some(encoding) => {
            let (text, _, broken) = encoding.decode(bytes);
            (!broken).then_some(text)
        }
        None => UTF_8
            .decode_without_bom_handling_and_without_replacement(bytes)
            .or_else(|| GB18030.decode_without_bom_handling_and_without_replacement(bytes)),
    };
    let text = text.ok_or_else(|| ReadError::unreadable("neither UTF-8 nor GB18030 text"))?;
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{85}');
    if text.chars().any(control) {
        return Err(ReadError::unreadable("not text"));
    }
    Ok(text)
}

/// The separator that the first lines use most.
fn delimiter(text: &str) -> u8 {
    let start: String = text.lines().take(20).collect();
    let count = |separator: u8| start.bytes().filter(|byte| *byte == separator).count();
    [b',', b'\t', b';']
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(b',')
}
