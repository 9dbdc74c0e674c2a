//! A text file of any length, a part of its rows at a time.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::delimited::{Rows, Scan, sheet_name};
use super::{ReadError, guard, hex};
use crate::book::{Row, Sheet};

/// Where the bytes of a file are.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    /// In memory.
    Bytes(&'a [u8]),
    /// On disk.
    File(&'a Path),
}

/// Bytes from which text is read in parts; a shorter file is looked at whole,
/// as tables beside each other and tables that lie across need it.
const LONG: usize = 8 << 20;
/// The same of a file.
const LONG_ON_DISK: u64 = 256 << 10;
/// Rows of one part.
const PART: usize = 5_000;

/// A text file that is read in parts.
pub(crate) struct Long<'a> {
    /// The file's name.
    pub(crate) file: String,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub(crate) sha256: String,
    /// How many lines it has.
    pub(crate) lines: u64,
    rows: Rows<Box<dyn Read + 'a>>,
}

/// Opens the input as long text; `None` when it is to be read whole.
pub(crate) fn open<'a>(file: &str, input: Input<'a>) -> Result<Option<Long<'a>>, ReadError> {
    let io = |error: std::io::Error| ReadError::io(&error);
    let (encoding, lines, sha256, reader): (_, _, _, Box<dyn Read + 'a>) = match input {
        Input::Bytes(bytes) => {
            if bytes.len() < LONG || !is_text(bytes) {
                return Ok(None);
            }
            let mut scan = Scan::default();
            scan.take(bytes);
            let lines = scan.lines();
            let sha256 = hex(&Sha256::digest(bytes));
            (scan.finish()?, lines, sha256, Box::new(bytes))
        }
        Input::File(path) => {
            let mut opened = File::open(path).map_err(io)?;
            if opened.metadata().map_err(io)?.len() < LONG_ON_DISK {
                return Ok(None);
            }
            let mut block = vec![0; 1 << 16];
            let (mut scan, mut hash) = (Scan::default(), Sha256::new());
            let mut is_first = true;
            loop {
                let read = opened.read(&mut block).map_err(io)?;
                if is_first && (read == 0 || !is_text(&block[..read])) {
                    return Ok(None);
                }
                is_first = false;
                if read == 0 {
                    break;
                }
                scan.take(&block[..read]);
                hash.update(&block[..read]);
            }
            opened.seek(SeekFrom::Start(0)).map_err(io)?;
            let sha256 = hex(&hash.finalize());
            let lines = scan.lines();
            (
                scan.finish()?,
                lines,
                sha256.clone(),
                Box::new(Same::new(opened, sha256)),
            )
        }
    };
    Ok(Some(Long {
        file: file.to_owned(),
        sha256,
        lines,
        rows: Rows::new(reader, encoding)?,
    }))
}

fn is_text(start: &[u8]) -> bool {
    matches!(guard::format_of_start(start), Ok(Some(guard::Format::Text)))
}

impl Long<'_> {
    /// The next rows, as a part of the sheet; empty behind the last.
    pub(crate) fn part(&mut self) -> Result<Sheet, ReadError> {
        let mut rows: Vec<Row> = Vec::with_capacity(PART);
        while rows.len() < PART {
            match self.rows.next()? {
                Some(row) => rows.push(row),
                None => break,
            }
        }
        Ok(Sheet {
            name: sheet_name(&self.file),
            rows,
            untyped: true,
            odd_quotes: self.rows.odd_quotes(),
            ..Sheet::default()
        })
    }
}

/// A file that must not change while it is read a second time.
struct Same {
    file: File,
    hash: Sha256,
    sha256: String,
}

impl Same {
    fn new(file: File, sha256: String) -> Self {
        Self {
            file,
            hash: Sha256::new(),
            sha256,
        }
    }
}

impl Read for Same {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(into)?;
        self.hash.update(&into[..read]);
        if read == 0 && hex(&self.hash.clone().finalize()) != self.sha256 {
            return Err(std::io::Error::other("the file changed while it was read"));
        }
        Ok(read)
    }
}
