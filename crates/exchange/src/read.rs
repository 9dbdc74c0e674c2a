//! Bytes of a spreadsheet file into raw cells. Nothing here panics: the
//! readers of other people's formats run behind a guard.

pub(crate) mod comments;
mod compound;
mod delimited;
mod excel;
mod format;
mod guard;
pub(crate) mod long;
mod looks;
mod markup;
mod mended;
mod ods_looks;
mod ods_texts;
mod page;
mod page_styles;
mod parts;
pub(crate) mod preview;
mod quotes;
mod rich;
mod shared_xls;
mod worded;
mod xls_looks;

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use sha2::{Digest, Sha256};

use crate::book::{Sheet, Workbook};

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file holds nothing.
    #[error("the file is empty")]
    Empty,
    /// A spreadsheet that is cut off or damaged.
    #[error("the file could not be read as a spreadsheet: {detail}")]
    Unreadable {
        /// What was found instead.
        detail: String,
    },
    /// A file of another kind, whatever its name says.
    #[error("the file is no spreadsheet: {detail}")]
    Foreign {
        /// What was found instead.
        detail: &'static str,
    },
    /// A web page without a table, whatever its name says.
    #[error("the file is a web page without a table")]
    Page,
    /// Text in no encoding, or in two.
    #[error("the text is neither UTF-8 nor GB18030 throughout")]
    Encodings,
    /// A packed part that unpacks to far more than a ledger holds.
    #[error("{part} unpacks to {bytes} bytes")]
    Swells {
        /// The part.
        part: String,
        /// What it says that it holds, or what was counted.
        bytes: u64,
    },
    /// A sheet or line with more columns than a spreadsheet has.
    #[error("{columns} columns")]
    TooWide {
        /// How many, as far as they were counted.
        columns: u64,
    },
    /// The file is protected by a password.
    #[error("the file is protected by a password")]
    Encrypted,
    /// The file could not be opened, or went away or changed while it was read.
    #[error("the file could not be read: {detail}")]
    Io {
        /// What the system said.
        detail: String,
    },
    /// Whoever took the rows wanted no more of them.
    #[error("stopped")]
    Stopped,
    /// The file would take more memory than a ledger may.
    #[error("the file is too large: {detail}")]
    TooLarge {
        /// Which limit it passes.
        detail: String,
    },
}

impl ReadError {
    fn unreadable(detail: impl ToString) -> Self {
        Self::Unreadable {
            detail: detail.to_string(),
        }
    }

    pub(crate) fn io(error: &std::io::Error) -> Self {
        Self::Io {
            detail: error.to_string(),
        }
    }

    fn too_large(detail: impl ToString) -> Self {
        Self::TooLarge {
            detail: detail.to_string(),
        }
    }
}

/// The most bytes a file may have.
const MOST_BYTES: usize = 512 << 20;
/// The most bytes of a file of tags, which is held in memory as a tree.
const MOST_MARKUP: usize = 64 << 20;
/// The most cells that hold anything, over all sheets.
const MOST_CELLS: usize = 16_000_000;

/// Reads a spreadsheet file: xlsx, xlsm, xlsb, xls, ods, csv, or the web page
/// or XML that systems export as xls, told apart by content and not by name.
/// Text is UTF-8, UTF-16 with a mark, or GB18030.
///
/// # Errors
/// Damaged, encrypted, foreign or oversized files; never a panic.
pub fn read(name: &str, bytes: &[u8]) -> Result<Workbook, ReadError> {
    let file = file_name(name).to_owned();
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::too_large(format!("{} bytes", bytes.len())));
    }
    let (sheets, carries) = quietly(|| sheets(&file, bytes))
        .unwrap_or_else(|| Err(ReadError::unreadable("damaged in an unexpected way")))?;
    let cells: usize = sheets.iter().map(count).sum();
    if cells > MOST_CELLS {
        return Err(ReadError::too_large(format!("{cells} cells")));
    }
    let sha256 = hex(&Sha256::digest(bytes));
    Ok(Workbook {
        file,
        sha256,
        sheets,
        carries,
    })
}

thread_local! {
    /// Whether this thread reads a file, whose damage is told in a sentence.
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// Runs a reader of others, which may give up in the middle of a damaged file;
/// `None` when it did. Nothing is printed about that.
fn quietly<T>(reader: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !READING.get() {
                usual(info);
            }
        }));
    });
    READING.set(true);
    let read = panic::catch_unwind(AssertUnwindSafe(reader));
    READING.set(false);
    read.ok()
}

/// The name without its folder.
pub(crate) fn file_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// Every byte of the input.
pub(crate) fn whole(input: long::Input<'_>) -> Result<Cow<'_, [u8]>, ReadError> {
    let path = match input {
        long::Input::Bytes(bytes) => return Ok(Cow::Borrowed(bytes)),
        long::Input::File(path) => path,
    };
    let size = std::fs::metadata(path)
        .map_err(|error| ReadError::io(&error))?
        .len();
    if usize::try_from(size).is_ok_and(|size| size > MOST_BYTES) {
        return Err(ReadError::too_large(format!("{size} bytes")));
    }
    let bytes = std::fs::read(path).map_err(|error| ReadError::io(&error))?;
    Ok(Cow::Owned(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn count(sheet: &Sheet) -> usize {
    sheet.rows.iter().map(|row| row.cells.len()).sum()
}

type Found = (Vec<Sheet>, Vec<&'static str>);

fn sheets(file: &str, bytes: &[u8]) -> Result<Found, ReadError> {
    let (format, mut carries) = guard::format(bytes)?;
    let looks = match format {
        guard::Format::Xls => xls_looks::of(bytes),
        guard::Format::Ods => ods_looks::of(bytes),
        guard::Format::Xlsb => None,
        guard::Format::Xlsx | guard::Format::Markup | guard::Format::Page | guard::Format::Text => {
            Some(HashMap::new())
        }
    };
    if looks.is_none() {
        carries.push("looks_not_read");
    }
    let looks = looks.unwrap_or_default();
    let sheets = match format {
        guard::Format::Xlsx => excel::xlsx(bytes).or_else(|error| match error {
            ReadError::Unreadable { .. } => {
                let mended = mended::of(bytes).ok_or(error)?;
                excel::xlsx(&mended)
            }
            _ => Err(error),
        }),
        guard::Format::Xlsb => excel::xlsb(bytes),
        guard::Format::Xls => excel::xls(bytes, looks),
        guard::Format::Ods => excel::ods(bytes, looks),
        guard::Format::Markup => markup::read(bytes),
        guard::Format::Page => page::read(file, bytes),
        guard::Format::Text => delimited::read(file, bytes),
    };
    Ok((sheets?, carries))
}

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod others;
#[cfg(test)]
mod tests;
