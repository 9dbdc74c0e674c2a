//! Comma, semicolon or tab separated text, in the encodings Excel and WPS
//! write on Chinese machines. Rows come one by one: a file of any length
//! takes no more memory than its longest row.

use std::cell::Cell;
use std::io::{BufRead, BufReader, Read};
use std::rc::Rc;

use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::quotes::{Odd, Quotes};
use super::{MOST_CELLS, ReadError};
use crate::book::{Raw, Row, Sheet};
use crate::write::RUN;

/// Reads one sheet, named like the file without its ending.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    let mut scan = Scan::default();
    scan.take(bytes);
    let mut rows = Rows::new(bytes, scan.finish()?)?;
    let mut found = Vec::new();
    let mut left = MOST_CELLS;
    while let Some(row) = rows.next()? {
        left = left
            .checked_sub(row.cells.len())
            .ok_or_else(|| ReadError::too_large(format!("more than {MOST_CELLS} cells")))?;
        found.push(row);
    }
    Ok(vec![Sheet {
        name: sheet_name(file),
        rows: found,
        untyped: true,
        odd_quotes: rows.odd_quotes(),
        ..Sheet::default()
    }])
}

/// What the one sheet of a text file is called.
pub(super) fn sheet_name(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.to_owned()
}

/// The most columns of a row.
const MOST_COLUMNS: usize = 16_384;
/// The most bytes of a row.
const MOST_ROW: u64 = 16 << 20;
/// Bytes decoded at a time.
const BLOCK: usize = 64 << 10;

/// Finds the encoding while bytes pass by.
pub(super) struct Scan {
    /// Lines that passed by.
    lines: u64,
    start: Vec<u8>,
    utf8: Option<Decoder>,
    gb: Option<Decoder>,
    out: String,
    is_text: bool,
    /// What passed by of the last line.
    line: Vec<u8>,
    /// Whether a line was Chinese in UTF-8, and no other encoding's.
    has_utf8: bool,
    /// Whether a sign that ends a file passed by.
    has_ended: bool,
}

impl Default for Scan {
    fn default() -> Self {
        Self {
            lines: 0,
            start: Vec::new(),
            utf8: Some(UTF_8.new_decoder_without_bom_handling()),
            gb: Some(GB18030.new_decoder_without_bom_handling()),
            out: String::with_capacity(BLOCK * 4),
            is_text: true,
            line: Vec::new(),
            has_utf8: false,
            has_ended: false,
        }
    }
}

impl Scan {
    /// Looks at the next bytes.
    pub(super) fn take(&mut self, bytes: &[u8]) {
        if self.start.len() < 4 {
            self.start.extend(bytes.iter().take(4));
        }
        for block in bytes.chunks(BLOCK) {
            self.block(block, false);
        }
    }

    /// How many lines the bytes so far have.
    pub(super) fn lines(&self) -> u64 {
        self.lines
    }

    fn block(&mut self, block: &[u8], last: bool) {
        let ends = block.iter().filter(|byte| **byte == b'\n').count();
        self.lines += u64::try_from(ends).unwrap_or(0);
        // A control character of ASCII is one in either encoding. Old systems
        // end a file with some.
        let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\r' | b'\n');
        let whole = match self.has_ended {
            true => 0,
            false => block.iter().position(is_end).unwrap_or(block.len()),
        };
        let (text, rest) = block.split_at(whole);
        self.has_ended |= !rest.is_empty();
        let ends = |byte: &u8| is_end(byte) || matches!(byte, b'\r' | b'\n');
        self.is_text &= !text.iter().any(control) && rest.iter().all(ends);
        self.look_for_utf8(block, last);
        for decoder in [&mut self.utf8, &mut self.gb] {
            if let Some(one) = decoder {
                self.out.clear();
                let (result, _) =
                    one.decode_to_string_without_replacement(block, &mut self.out, last);
                if matches!(result, DecoderResult::Malformed(..)) {
                    *decoder = None;
                }
            }
        }
    }

    /// Looks whether a line is UTF-8, which beside lines of GB18030 would be
    /// read as that without a word, where its bytes happen to pair.
    fn look_for_utf8(&mut self, block: &[u8], last: bool) {
        // One is enough: a file of UTF-8 shows it at once.
        if self.has_utf8 {
            return;
        }
        let mut lines = block.split(|byte| *byte == b'\n').peekable();
        while let Some(line) = lines.next() {
            let is_whole = lines.peek().is_some() || last;
            if self.line.len() + line.len() <= LONGEST_LINE {
                self.line.extend_from_slice(line);
            }
            if is_whole {
                self.has_utf8 |= is_chinese_utf8(&self.line);
                self.line.clear();
            }
        }
    }

    /// The encoding.
    pub(super) fn finish(mut self) -> Result<&'static Encoding, ReadError> {
        let marked = Encoding::for_bom(&self.start).map(|(encoding, _)| encoding);
        if let Some(encoding) = marked.filter(|one| *one == UTF_16LE || *one == UTF_16BE) {
            return Ok(encoding);
        }
        self.block(&[], true);
        if !self.is_text {
            return Err(ReadError::Foreign {
                detail: "neither text nor a workbook",
            });
        }
        match (self.utf8, self.gb) {
            (Some(_), _) => Ok(UTF_8),
            (None, Some(_)) if self.has_utf8 => Err(ReadError::Encodings),
            (None, Some(_)) => Ok(GB18030),
            (None, None) => Err(ReadError::Encodings),
        }
    }
}

/// Longer lines are not looked at.
const LONGEST_LINE: usize = 64 << 10;
/// So many characters of three bytes in a line of nothing else tell UTF-8 from
/// text of other bytes that reads so by chance.
const LEAST_CHINESE: usize = 3;

/// Whether a line is UTF-8 with Chinese in it.
fn is_chinese_utf8(line: &[u8]) -> bool {
    let text = std::str::from_utf8(line).unwrap_or_default();
    text.chars().filter(|c| c.len_utf8() == 3).count() >= LEAST_CHINESE
}

/// Whether old systems end a file with the byte.
fn is_end(byte: &u8) -> bool {
    matches!(byte, 0 | 0x1A)
}

/// Bytes of any encoding as UTF-8.
struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    block: Vec<u8>,
    out: Vec<u8>,
    /// What of `out` was handed on.
    done: usize,
    ended: bool,
    /// The last byte of text.
    last: Option<u8>,
    /// What ends a row.
    end: u8,
    /// Bytes handed on since the last row.
    since: Rc<Cell<u64>>,
}

impl<R: Read> Decoded<R> {
    fn refill(&mut self) -> std::io::Result<()> {
        self.out.clear();
        self.done = 0;
        while self.out.is_empty() && !self.ended {
            let read = self.inner.read(&mut self.block)?;
            self.ended = read == 0;
            let room = self
                .decoder
                .max_utf8_buffer_length_without_replacement(read);
            self.out.resize(room.unwrap_or(BLOCK * 4), 0);
            let (result, _, written) = self.decoder.decode_to_utf8_without_replacement(
                &self.block[..read],
                &mut self.out,
                self.ended,
            );
            if matches!(result, DecoderResult::Malformed(..)) {
                return Err(std::io::Error::other("the text is not of one encoding"));
            }
            self.out.truncate(written);
            self.out.retain(|byte| !is_end(byte));
            if self.last.is_none() && self.out.windows(2).any(|pair| pair == b"\r\n") {
                // The reader counts the line feed with the row that follows.
                self.end = b'\r';
            }
            self.last = self.out.last().copied().or(self.last);
            if self.ended && self.last.is_some_and(|last| last != b'\n') {
                // The last line ends like the others.
                self.out.push(self.end);
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.done == self.out.len() {
            self.refill()?;
        }
        let ready = &self.out[self.done..];
        let count = ready.len().min(into.len());
        into[..count].copy_from_slice(&ready[..count]);
        self.done += count;
        let since = self.since.get() + u64::try_from(count).unwrap_or(0);
        self.since.set(since);
        if since > MOST_ROW {
            return Err(std::io::Error::other("a row is too long"));
        }
        Ok(count)
    }
}

/// The rows of a text file that hold anything.
pub(super) struct Rows<R> {
    reader: csv::Reader<Quotes<BufReader<Decoded<R>>>>,
    record: csv::StringRecord,
    /// Lines, and then rows, with a quotation mark that never closes.
    odd: Odd,
    odd_rows: Vec<u32>,
    since: Rc<Cell<u64>>,
    number: u32,
    line: u64,
    /// Line breaks inside cells so far.
    breaks: u64,
}

impl<R: Read> Rows<R> {
    /// Starts to read.
    pub(super) fn new(inner: R, encoding: &'static Encoding) -> Result<Self, ReadError> {
        let since = Rc::new(Cell::new(0));
        let decoded = Decoded {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            block: vec![0; BLOCK],
            out: Vec::new(),
            done: 0,
            ended: false,
            last: None,
            end: b'\n',
            since: Rc::clone(&since),
        };
        let mut buffered = BufReader::with_capacity(BLOCK, decoded);
        let start = buffered.fill_buf().map_err(ReadError::unreadable)?;
        let delimiter = delimiter(&String::from_utf8_lossy(start));
        let odd = Odd::default();
        let quotes = Quotes::new(buffered, delimiter, Rc::clone(&odd));
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(quotes);
        Ok(Self {
            reader,
            record: csv::StringRecord::new(),
            odd,
            odd_rows: Vec::new(),
            since,
            number: 0,
            line: 1,
            breaks: 0,
        })
    }

    /// The rows so far of which a quotation mark was read as a character.
    pub(super) fn odd_quotes(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.odd_rows)
    }

    /// The next row that holds anything.
    pub(super) fn next(&mut self) -> Result<Option<Row>, ReadError> {
        loop {
            self.since.set(0);
            let more = self.reader.read_record(&mut self.record);
            if !more.map_err(ReadError::unreadable)? {
                return Ok(None);
            }
            if self.record.len() > MOST_COLUMNS {
                return Err(ReadError::TooWide {
                    columns: u64::try_from(self.record.len()).unwrap_or(u64::MAX),
                });
            }
            // Blank lines are rows in Excel but no records here, so rows are
            // counted by the lines that reading a record used up.
            let now = self.reader.position().line();
            let breaks = |field: &str| field.bytes().filter(|byte| *byte == b'\n').count();
            let inside: usize = self.record.iter().map(breaks).sum();
            let inside = u64::try_from(inside).unwrap_or(0);
            let used = now.saturating_sub(self.line).saturating_sub(inside).max(1);
            let used = u32::try_from(used).unwrap_or(u32::MAX);
            self.number = self.number.saturating_add(used);
            self.line = now;
            self.breaks += inside;
            let end = u64::from(self.number) + self.breaks;
            while self.odd.borrow().front().is_some_and(|line| *line <= end) {
                self.odd.borrow_mut().pop_front();
                self.odd_rows.push(self.number);
            }
            let cells: Vec<(u32, Raw)> = (1..)
                .zip(&self.record)
                .map(|(column, text)| (column, quoted(text)))
                .filter(|(_, text)| !text.trim().is_empty())
                .map(|(column, text)| (column, Raw::text(text)))
                .collect();
            if !cells.is_empty() {
                let number = self.number;
                return Ok(Some(Row { number, cells }));
            }
        }
    }
}

/// The text of `="00123"`, as programs write what Excel must not take for a
/// number, and of `'=1+1`, as they write what it must not run.
fn quoted(text: &str) -> &str {
    let guarded = text.strip_prefix('\'');
    if let Some(guarded) = guarded.filter(|text| text.starts_with(RUN)) {
        return guarded;
    }
    let inside = text.trim().strip_prefix("=\"");
    let inside = inside.and_then(|text| text.strip_suffix('"'));
    inside.filter(|text| !text.contains('"')).unwrap_or(text)
}

/// The separator that the first lines use most.
fn delimiter(text: &str) -> u8 {
    let start: String = text.lines().take(20).collect();
    let count = |separator: u8| start.bytes().filter(|byte| *byte == separator).count();
    [b',', b'\t', b';', b'|']
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(b',')
}
