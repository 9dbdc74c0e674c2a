//! What a file is, judged by its bytes, and whether unpacking it is safe.

use std::io::{Cursor, Read, copy, sink};

use super::ReadError;

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    Text,
}

/// Office's compound file, also the envelope of encrypted xlsx files.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// The most bytes all parts of a zip file may unpack to.
const MOST_UNPACKED: u64 = 2 << 30;
/// The most bytes a part other than a sheet may unpack to: those are held in
/// memory whole, sheets are streamed.
const MOST_HELD: u64 = 512 << 20;
/// Deflate cannot shrink below this ratio, so a part packed into less than
/// `MOST_TRUSTED` bytes cannot hide more than a gibibyte.
const MOST_TRUSTED: u64 = 1 << 20;
/// Parts that claim to be larger than this are believed: lies claim less.
const MOST_PROBED: u64 = 64 << 20;

/// Tells the format and refuses what would swell.
pub(super) fn format(bytes: &[u8]) -> Result<Format, ReadError> {
    if bytes.starts_with(b"PK") {
        return packed(bytes);
    }
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let encrypted = bytes.windows(name.len()).any(|window| window == name);
        return if encrypted {
            Err(ReadError::Encrypted)
        } else {
            Ok(Format::Xls)
        };
    }
    let start = bytes.trim_ascii_start();
    if start.starts_with(b"%PDF") {
        return Err(ReadError::unreadable("a PDF document"));
    }
    if start.starts_with(b"<") {
        return Err(ReadError::unreadable("a web page or XML document"));
    }
    Ok(Format::Text)
}

fn packed(bytes: &[u8]) -> Result<Format, ReadError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::unreadable)?;
    let mut total = 0u64;
    let mut found = None;
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
        let streamed = name.starts_with("xl/worksheets/");
        total = total.saturating_add(claimed);
        if total > MOST_UNPACKED || !streamed && claimed > MOST_HELD {
            return Err(ReadError::too_large(format!(
                "{name} unpacks to {claimed} bytes"
            )));
        }
        if stored > MOST_TRUSTED && claimed <= MOST_PROBED {
            let part = archive.by_index(index).map_err(ReadError::unreadable)?;
            let unpacked = copy(&mut part.take(MOST_PROBED + 1), &mut sink())
                .map_err(ReadError::unreadable)?;
            if unpacked > MOST_PROBED {
                return Err(ReadError::too_large(format!("{name} hides its size")));
            }
        }
    }
    found.ok_or_else(|| ReadError::unreadable("a zip file without a workbook"))
}
