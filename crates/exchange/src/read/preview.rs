//! The first rows of a file, however long it is: a small workbook is made of
//! the beginnings of a large one's parts, and read like any other.

use std::io::{Cursor, Read, Seek, Write};

use super::delimited::{Rows, Scan, sheet_name};
use super::guard::{self, Format};
use super::long::Input;
use super::{ReadError, file_name, read, whole};
use crate::book::{Sheet, Workbook};

/// The most bytes of a sheet that its first rows take.
const MOST_SHEET: usize = 16 << 20;
/// The most bytes of shared texts that its first rows need.
const MOST_TEXTS: usize = 48 << 20;
/// The most bytes of any other part.
const MOST_PART: u64 = 16 << 20;
/// Bytes of text that tell its encoding.
const START: usize = 1 << 20;

/// Reads the first rows of every sheet. Merged ranges of a workbook are left
/// out, and the digest is empty: it is not the file.
///
/// # Errors
/// As [`read`], which serves the formats that have no beginning to cut.
pub fn preview(name: &str, input: Input<'_>, rows: usize) -> Result<Workbook, ReadError> {
    let cut = match input {
        Input::Bytes(bytes) => cut(name, Cursor::new(bytes), rows),
        Input::File(path) => {
            let file = std::fs::File::open(path).map_err(|error| ReadError::io(&error))?;
            cut(name, file, rows)
        }
    };
    match cut? {
        Some(book) => Ok(book),
        None => read(name, &whole(input)?),
    }
}

fn cut<R: Read + Seek>(
    name: &str,
    mut file: R,
    rows: usize,
) -> Result<Option<Workbook>, ReadError> {
    let io = |error: std::io::Error| ReadError::io(&error);
    let mut start = Vec::new();
    Read::by_ref(&mut file)
        .take(u64::try_from(START).unwrap_or(u64::MAX))
        .read_to_end(&mut start)
        .map_err(io)?;
    if start.is_empty() {
        return Err(ReadError::Empty);
    }
    match guard::format_of_start(&start)? {
        Some(Format::Text) => text(file_name(name), &start, rows).map(Some),
        Some(_) => Ok(None),
        None => {
            file.rewind().map_err(io)?;
            let small = package(file, rows).filter(|small| small.len() < MOST_SHEET + MOST_TEXTS);
            Ok(small
                .and_then(|small| read(name, &small).ok())
                .map(|book| Workbook {
                    sha256: String::new(),
                    ..book
                }))
        }
    }
}

fn text(file: &str, start: &[u8], rows: usize) -> Result<Workbook, ReadError> {
    // A block may end within a character; whole lines do not.
    let whole = match start.iter().rposition(|byte| *byte == b'\n') {
        Some(end) if start.len() >= START => &start[..=end],
        _ => start,
    };
    let mut scan = Scan::default();
    scan.take(whole);
    let mut reader = Rows::new(whole, scan.finish()?)?;
    let mut found = Vec::new();
    while found.len() < rows {
        match reader.next()? {
            Some(row) => found.push(row),
            None => break,
        }
    }
    Ok(Workbook {
        file: file.to_owned(),
        sha256: String::new(),
        sheets: vec![Sheet {
            name: sheet_name(file),
            rows: found,
            untyped: true,
            odd_quotes: reader.odd_quotes(),
            ..Sheet::default()
        }],
        carries: Vec::new(),
    })
}

/// A package of the beginnings of the parts; `None` when it is no xlsx.
fn package<R: Read + Seek>(file: R, rows: usize) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(file).ok()?;
    let names: Vec<String> = archive
        .file_names()
        .filter_map(|name| Some(name.ok()?.into_owned()))
        .collect();
    if !names.iter().any(|name| name == "xl/workbook.xml") {
        return None;
    }
    let mut small = Cursor::new(Vec::new());
    let mut writer = zip::ZipWriter::new(&mut small);
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut put = |name: &str, bytes: &[u8]| {
        writer.start_file(name, options).ok()?;
        writer.write_all(bytes).ok()
    };
    let mut texts = 0;
    for name in &names {
        let is_sheet = name.starts_with("xl/worksheets/sheet");
        let is_about = name.ends_with(".rels") || name == "[Content_Types].xml";
        let part = archive.by_name(name).ok()?;
        if is_sheet {
            let sheet = beginning(part, b"</row>", rows, MOST_SHEET)?;
            texts = texts.max(last_text(&sheet));
            put(name, &sheet)?;
        } else if is_about || matches!(name.as_str(), "xl/workbook.xml" | "xl/styles.xml") {
            let mut bytes = Vec::new();
            part.take(MOST_PART).read_to_end(&mut bytes).ok()?;
            put(name, &bytes)?;
        }
    }
    if let Ok(part) = archive.by_name("xl/sharedStrings.xml") {
        let shared = beginning(part, b"</si>", texts, MOST_TEXTS)?;
        put("xl/sharedStrings.xml", &shared)?;
    }
    writer.finish().ok()?;
    Some(small.into_inner())
}

/// A part up to so many closing tags, with those that end the whole behind
/// it; the part itself when it has fewer.
fn beginning(mut part: impl Read, tag: &[u8], count: usize, most: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut block = vec![0; 1 << 16];
    let (mut found, mut from) = (0, 0);
    loop {
        let read = part.read(&mut block).ok()?;
        if read == 0 {
            return Some(bytes);
        }
        bytes.extend_from_slice(&block[..read]);
        while found < count
            && let Some(at) = next(&bytes[from..], tag)
        {
            found += 1;
            from += at + tag.len();
        }
        if found >= count {
            bytes.truncate(from.max(head(&bytes)));
            let end: &[u8] = if tag == b"</row>" {
                b"</sheetData></worksheet>"
            } else {
                b"</sst>"
            };
            bytes.extend_from_slice(end);
            return Some(bytes);
        }
        if bytes.len() > most {
            return None;
        }
    }
}

/// Where the first row or text begins.
fn head(bytes: &[u8]) -> usize {
    let start = next(bytes, b"<row").or_else(|| next(bytes, b"<si>"));
    start.unwrap_or(bytes.len())
}

fn next(bytes: &[u8], tag: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == b'<') {
        if bytes[from + at..].starts_with(tag) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

/// How many shared texts the cells of a sheet need.
fn last_text(sheet: &[u8]) -> usize {
    let mut most = 0;
    let mut shared = false;
    for tag in sheet.split(|byte| *byte == b'<') {
        if tag.starts_with(b"c ") {
            shared = tag.windows(5).any(|part| part == b"t=\"s\"");
        } else if let Some(index) = tag.strip_prefix(b"v>").filter(|_| shared) {
            let index = std::str::from_utf8(index)
                .ok()
                .and_then(|text| text.trim().parse().ok());
            most = most.max(index.map_or(0, |index: usize| index + 1));
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::{Line, Number, Out, Sheet as Written, write_xlsx};

    fn rows(count: usize) -> Vec<u8> {
        let heads = ["项目名称", "企业名称", "合同额（万元）"].map(str::to_owned);
        let row = |row: usize| {
            vec![
                Out::Text(format!("项目{row}")),
                Out::Text(format!("企业{row}")),
                Out::Number(Number {
                    text: row.to_string(),
                    decimals: 2,
                    ..Number::default()
                }),
            ]
        };
        write_xlsx(
            &Written::plain("签约", &heads),
            (1..=count).map(row).map(Line::Record),
        )
        .expect("xlsx")
    }

    #[test]
    fn the_first_rows_are_those_of_the_whole() {
        let bytes = rows(400);
        let whole = read("签约.xlsx", &bytes).expect("whole");
        let first = preview("签约.xlsx", Input::Bytes(&bytes), 50).expect("preview");
        assert_eq!(first.sheets[0].name, "签约");
        assert_eq!(first.sheets[0].rows.len(), 50);
        for (one, other) in first.sheets[0].rows.iter().zip(&whole.sheets[0].rows) {
            assert_eq!((one.number, &one.cells), (other.number, &other.cells));
        }
        let short = preview("签约.xlsx", Input::Bytes(&rows(3)), 50).expect("short");
        assert_eq!(short.sheets[0].rows.len(), 4);
    }

    #[test]
    fn text_is_cut_at_a_line_and_bad_files_are_named() {
        let line = "项目名称,企业名称,说明\n";
        let (gb, ..) = encoding_rs::GB18030.encode(line);
        let long = gb.repeat(60_000);
        let first = preview("a.csv", Input::Bytes(&long), 50).expect("preview");
        assert_eq!(first.sheets[0].rows.len(), 50);
        assert_eq!(first.sheets[0].cell(50, 1).display(), "项目名称");
        assert!(matches!(
            preview("a", Input::Bytes(b""), 5),
            Err(ReadError::Empty)
        ));
        assert!(preview("a", Input::Bytes(b"PK\x03\x04damaged"), 5).is_err());
    }
}
