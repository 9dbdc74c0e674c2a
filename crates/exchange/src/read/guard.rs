//! What a file is, judged by its bytes, and whether unpacking it is safe.

use std::io::{Cursor, Read};

use super::{ReadError, compound, markup};

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    /// A workbook of Excel 2003 in one XML file.
    Markup,
    /// A web page.
    Page,
    Text,
}

/// Office's compound file, also the envelope of encrypted xlsx files.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// The most bytes that the parts which are read may unpack to.
const MOST_UNPACKED: u64 = 1 << 30;
/// The most bytes a part other than a sheet may unpack to: those are held in
/// memory whole, sheets are streamed.
const MOST_HELD: u64 = 256 << 20;
/// The most texts that cells share, and the most formats.
const MOST_SHARED: usize = 4_000_000;
/// How many times its packed size a large sheet unpacks to at most. Sheets of
/// like rows stay below 50; what says nothing comes near 1000.
const MOST_SWELLING: u64 = 250;
/// Deflate cannot shrink below a thousandth, so a part packed into less than
/// `MOST_TRUSTED` bytes cannot hide more than 64 MiB.
const MOST_TRUSTED: u64 = 64 << 10;
/// Parts that claim to be larger than this are counted byte by byte anyway.
const MOST_PROBED: u64 = 64 << 20;

/// Tells the format and refuses what would swell.
///
/// Also returns what the file carries that is never used: links to other
/// files, macros.
pub(super) fn format(bytes: &[u8]) -> Result<(Format, Vec<&'static str>), ReadError> {
    match format_of_start(bytes)? {
        None => packed(bytes),
        Some(Format::Xls) => {
            let name: Vec<u8> = "EncryptedPackage"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect();
            if bytes.windows(name.len()).any(|window| window == name) {
                return Err(ReadError::Encrypted);
            }
            if compound::is_endless(bytes) {
                return Err(ReadError::unreadable("its sectors go in a circle"));
            }
            Ok((Format::Xls, Vec::new()))
        }
        Some(format) => Ok((format, Vec::new())),
    }
}

/// The format by the first bytes; `None` for a package of parts.
pub(super) fn format_of_start(bytes: &[u8]) -> Result<Option<Format>, ReadError> {
    if bytes.starts_with(b"PK") {
        return Ok(None);
    }
    if bytes.starts_with(COMPOUND) {
        return Ok(Some(Format::Xls));
    }
    let start = bytes.trim_ascii_start();
    if start.starts_with(b"%PDF") {
        return Err(ReadError::Foreign {
            detail: "a PDF document",
        });
    }
    let unmarked = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    markup(unmarked.trim_ascii_start())
}

/// Bytes within which a file says what its tags mean.
const HEAD: usize = 4096;

/// The format of text that may begin with a tag.
fn markup(start: &[u8]) -> Result<Option<Format>, ReadError> {
    let is_tag = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'!' | b'?');
    if !(start.starts_with(b"<") && start.get(1).is_some_and(is_tag)) {
        return Ok(Some(Format::Text));
    }
    let head = String::from_utf8_lossy(&start[..start.len().min(HEAD)]).to_lowercase();
    if head.contains(markup::NAMESPACE) {
        return Ok(Some(Format::Markup));
    }
    if head.starts_with("<?xml") && !head.contains("<html") {
        return Err(ReadError::Foreign {
            detail: "an XML file",
        });
    }
    Ok(Some(Format::Page))
}

fn packed(bytes: &[u8]) -> Result<(Format, Vec<&'static str>), ReadError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::unreadable)?;
    let mut total = 0u64;
    let mut found = None;
    let mut carries = Vec::new();
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(ReadError::unreadable)?;
        let (claimed, stored) = (part.size(), part.compressed_size());
        let name = part.name().map_err(ReadError::unreadable)?.into_owned();
        drop(part);
        found = found.or(match name.as_str() {
            "xl/workbook.xml" => Some(Format::Xlsx),
            "xl/workbook.bin" => Some(Format::Xlsb),
            "content.xml" => Some(Format::Ods),
            _ => None,
        });
        let carried = match name.as_str() {
            name if name.starts_with("xl/externalLinks/") => Some("external_links"),
            "xl/vbaProject.bin" => Some("macros"),
            _ => None,
        };
        if let Some(carried) = carried.filter(|one| !carries.contains(one)) {
            carries.push(carried);
        }
        if !is_read(&name) {
            continue;
        }
        let streamed = name.starts_with("xl/worksheets/");
        let swells = |bytes: u64| ReadError::Swells {
            part: name.clone(),
            bytes,
        };
        total = total.saturating_add(claimed);
        let hollow = claimed > MOST_PROBED && claimed / MOST_SWELLING > stored;
        if total > MOST_UNPACKED || !streamed && claimed > MOST_HELD || hollow {
            return Err(swells(claimed));
        }
        let shared = name == "xl/sharedStrings.xml" || name == "xl/styles.xml";
        if shared || stored > MOST_TRUSTED && claimed <= MOST_PROBED {
            let part = archive.by_index(index).map_err(ReadError::unreadable)?;
            let most = if shared { MOST_HELD } else { MOST_PROBED };
            let (unpacked, items) = measure(part.take(most + 1), shared)?;
            if unpacked > most {
                return Err(swells(unpacked));
            }
            if shared && items > MOST_SHARED {
                return Err(ReadError::too_large(format!(
                    "{name} lists {items} entries"
                )));
            }
        }
    }
    let found = found.ok_or(ReadError::Foreign {
        detail: "a zip file without a workbook",
    })?;
    Ok((found, carries))
}

/// Whether the reader of cells unpacks the part.
fn is_read(name: &str) -> bool {
    let aside = ["xl/media/", "xl/drawings/", "xl/externalLinks/"];
    let text = name.ends_with(".xml") || name.ends_with(".rels");
    let binary = name.starts_with("xl/") && name.ends_with(".bin") && name != "xl/vbaProject.bin";
    !aside.iter().any(|folder| name.starts_with(folder))
        && (text || binary || name.starts_with("xl/worksheets/"))
}

/// Bytes that a part unpacks to, and list entries in it if they are wanted.
fn measure(mut part: impl Read, wanted: bool) -> Result<(u64, usize), ReadError> {
    let mut window = vec![0u8; 1 << 16];
    let (mut bytes, mut items) = (0u64, 0usize);
    loop {
        let read = part.read(&mut window).map_err(ReadError::unreadable)?;
        if read == 0 {
            return Ok((bytes, items));
        }
        bytes = bytes.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        if wanted {
            let tags = window[..read].split(|byte| *byte == b'<').skip(1);
            let is_item = |tag: &&[u8]| tag.starts_with(b"si") || tag.starts_with(b"xf");
            items += tags.filter(is_item).count();
        }
    }
}
