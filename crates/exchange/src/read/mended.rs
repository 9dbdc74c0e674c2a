//! Workbooks with cells that their reader does not know and Excel does: errors
//! of its newer versions, types and extensions that other programs write. One
//! such cell, even beside the table, would make the whole file unreadable.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The most bytes of a sheet that is looked through.
const MOST: u64 = 256 << 20;
/// Errors that came after those of Excel 2007.
const ERRORS: &[&str] = &[
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#UNKNOWN!",
    "#CONNECT!",
    "#BUSY!",
    "#PYTHON!",
    "#GETTING_DATA",
];

/// The workbook with such cells as every reader knows them; `None` where it has
/// none.
pub(super) fn of(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let mut is_mended = false;
    for index in 0..archive.len() {
        let part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        if !name.starts_with("xl/worksheets/sheet") {
            drop(part);
            file.raw_copy_file(archive.by_index_raw(index).ok()?).ok()?;
            continue;
        }
        let mut text = String::new();
        part.take(MOST).read_to_string(&mut text).ok()?;
        let mended = sheet(&text);
        is_mended |= mended != text;
        file.start_file(name, SimpleFileOptions::default()).ok()?;
        file.write_all(mended.as_bytes()).ok()?;
    }
    let file = file.finish().ok()?;
    is_mended.then(|| file.into_inner())
}

fn sheet(text: &str) -> String {
    let mut mended = text.replace(" t=\"string\"", " t=\"str\"");
    for error in ERRORS {
        mended = mended.replace(&format!(">{error}<"), ">#VALUE!<");
    }
    without_extensions(&mended)
}

/// The sheet without what later versions say of single cells.
fn without_extensions(text: &str) -> String {
    const BEGIN: &str = "<extLst>";
    const END: &str = "</extLst>";
    let cells = text.find("</sheetData>").unwrap_or(text.len());
    let (mut cells, behind) = text.split_at(cells);
    let mut kept = String::with_capacity(text.len());
    while let Some((before, rest)) = cells.split_once(BEGIN) {
        let Some((_, after)) = rest.split_once(END) else {
            break;
        };
        kept.push_str(before);
        cells = after;
    }
    kept + cells + behind
}
