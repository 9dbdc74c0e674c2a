//! Quotation marks that never close: `"甲公司` without its second mark would
//! join every row up to the next mark into one. Where the lines are whole
//! rows by themselves, the mark is a character like any other.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{BufRead, Read};
use std::rc::Rc;

/// The lines of which a mark was read as a character, from 1.
pub(super) type Odd = Rc<RefCell<VecDeque<u64>>>;

/// The most lines that one cell is believed to have.
const MOST_LINES: usize = 500;
/// The most bytes that are looked at for the end of a cell.
const MOST_BYTES: usize = 1 << 20;
/// Separators from which a line is told to be a whole row.
const LEAST: usize = 2;

/// Text in which every quotation mark at the start of a cell closes.
pub(super) struct Quotes<R> {
    inner: R,
    separator: u8,
    /// Separators of a row, as far as the lines so far tell.
    width: usize,
    line: u64,
    odd: Odd,
    /// Lines that were looked at and are still to be decided on.
    ahead: VecDeque<Vec<u8>>,
    out: Vec<u8>,
    done: usize,
}

/// What becomes of a line's open quotation mark.
#[derive(Debug, PartialEq, Eq)]
enum End {
    /// The line closes it, or has none.
    Closed,
    /// It is open at the end of the line; where it stands.
    Open(usize),
}

impl<R: BufRead> Quotes<R> {
    pub(super) fn new(inner: R, separator: u8, odd: Odd) -> Self {
        Self {
            inner,
            separator,
            width: 0,
            line: 0,
            odd,
            ahead: VecDeque::new(),
            out: Vec::new(),
            done: 0,
        }
    }

    fn refill(&mut self) -> std::io::Result<()> {
        self.out.clear();
        self.done = 0;
        if self.ahead.is_empty() {
            let block = self.inner.fill_buf()?;
            let whole = block.iter().rposition(|byte| *byte == b'\n');
            let whole = whole.map_or(0, |at| at + 1);
            let part = block.get(..whole).unwrap_or_default();
            if whole > 0 && !part.contains(&b'"') {
                self.out.extend_from_slice(part);
                self.inner.consume(whole);
                self.width = self.width.max(widest(&self.out, self.separator));
                let ends = self.out.iter().filter(|byte| **byte == b'\n').count();
                self.line += u64::try_from(ends).unwrap_or(0);
                return Ok(());
            }
        }
        let Some(first) = self.next()? else {
            return Ok(());
        };
        self.line += 1;
        match end(&first, self.separator) {
            End::Closed => {
                if !first.contains(&b'"') {
                    self.width = self.width.max(count(&first, self.separator));
                }
                self.out = first;
            }
            End::Open(at) => self.cell(first, at)?,
        }
        Ok(())
    }

    /// A line whose last cell goes on in the next, or seems to.
    fn cell(&mut self, first: Vec<u8>, at: usize) -> std::io::Result<()> {
        let (separator, width) = (self.separator, self.width);
        let is_row = |line: &[u8]| width >= LEAST && count(line, separator) >= width;
        let begins_row = is_row(&first);
        let (mut rows, mut bytes, mut lines) = (0, 0, Vec::new());
        let mut closed = None;
        while closed.is_none() && lines.len() < MOST_LINES && bytes < MOST_BYTES {
            let Some(line) = self.next()? else {
                break;
            };
            bytes += line.len();
            closed = close(&line, separator).filter(|_| !opens_again(&line, separator));
            rows += usize::from(is_row(&line));
            lines.push(line);
        }
        let honest = match closed {
            Some(is_clean) => !begins_row || rows == 0 && is_clean,
            None => false,
        };
        if honest {
            self.line += u64::try_from(lines.len()).unwrap_or(0);
            self.out = first;
            self.out.extend(lines.into_iter().flatten());
            return Ok(());
        }
        for line in lines.into_iter().rev() {
            self.ahead.push_front(line);
        }
        self.odd.borrow_mut().push_back(self.line);
        self.out = plain(first, at, separator);
        Ok(())
    }

    fn next(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        if let Some(line) = self.ahead.pop_front() {
            return Ok(Some(line));
        }
        let mut line = Vec::new();
        let read = self.inner.read_until(b'\n', &mut line)?;
        Ok((read > 0).then_some(line))
    }
}

impl<R: BufRead> Read for Quotes<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.done == self.out.len() {
            self.refill()?;
        }
        let ready = self.out.get(self.done..).unwrap_or_default();
        let count = ready.len().min(into.len());
        into[..count].copy_from_slice(&ready[..count]);
        self.done += count;
        Ok(count)
    }
}

fn count(line: &[u8], separator: u8) -> usize {
    line.iter().filter(|byte| **byte == separator).count()
}

/// The most separators of a line among the first ones.
fn widest(lines: &[u8], separator: u8) -> usize {
    let lines = lines.split(|byte| *byte == b'\n').take(40);
    lines.map(|line| count(line, separator)).max().unwrap_or(0)
}

/// Whether a row's last mark is open at the end of its line.
fn end(line: &[u8], separator: u8) -> End {
    if count(line, b'"').is_multiple_of(2) {
        return End::Closed;
    }
    let mut at = 0;
    while at < line.len() {
        if line[at] == b'"' {
            match closing(&line[at + 1..]) {
                Some(length) => at += 1 + length,
                None => return End::Open(at),
            }
        }
        let rest = &line[at.min(line.len())..];
        match rest.iter().position(|byte| *byte == separator) {
            Some(next) => at += next + 1,
            None => break,
        }
    }
    End::Closed
}

/// Behind how many bytes a quoted cell ends.
fn closing(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'"' {
            if text.get(at + 1) != Some(&b'"') {
                return Some(at + 1);
            }
            at += 1;
        }
        at += 1;
    }
    None
}

/// Whether the line ends a quoted cell, and whether nothing but a separator
/// or the end of the line stands behind it.
fn close(line: &[u8], separator: u8) -> Option<bool> {
    let length = closing(line)?;
    let next = line.get(length).copied();
    let is_end = next.is_none_or(|next| next == separator || matches!(next, b'\r' | b'\n'));
    Some(is_end)
}

/// Whether a line that ends a quoted cell begins another that goes on in the next.
fn opens_again(line: &[u8], separator: u8) -> bool {
    let behind = closing(line).and_then(|length| line.get(length..));
    behind.is_some_and(|rest| end(rest, separator) != End::Closed)
}

/// The line with its open mark as a character of the cell.
fn plain(line: Vec<u8>, at: usize, separator: u8) -> Vec<u8> {
    let length = line[at..]
        .iter()
        .position(|byte| *byte == separator || matches!(byte, b'\r' | b'\n'));
    let end = length.map_or(line.len(), |length| at + length);
    let mut out = line[..at].to_vec();
    out.push(b'"');
    for byte in &line[at..end] {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
    out.extend_from_slice(&line[end..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed(text: &str) -> (String, Vec<u64>) {
        let odd = Odd::default();
        let mut quotes = Quotes::new(text.as_bytes(), b',', Rc::clone(&odd));
        let mut out = String::new();
        quotes.read_to_string(&mut out).expect("text");
        let odd = odd.borrow().iter().copied().collect();
        (out, odd)
    }

    #[test]
    fn what_closes_stays_as_it_is() {
        for text in [
            "甲,乙,丙\n1,\"甲\n公司\",2\n",
            "甲,乙,丙\n\"a\nb\",\"c,d\ne\",2\n3,4,5\n",
            "甲,乙,丙\n1,5\"管,2\n1,\"说\"\"好\"\"了\",2\n",
            "\"甲\",\"乙\n丙\"\n1,2",
            "甲,乙,丙\n1,\"甲\n公司\",\"一部\n\"\n2,\"乙项目\n\",3\n",
            "",
        ] {
            assert_eq!(passed(text), (text.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn a_mark_that_never_closes_joins_no_rows() {
        let text = "序号,企业,金额\n1,\"甲公司,5\n2,乙公司,6\n3,丙公司,7\n";
        let (read, odd) = passed(text);
        assert_eq!(
            read,
            "序号,企业,金额\n1,\"\"\"甲公司\",5\n2,乙公司,6\n3,丙公司,7\n"
        );
        assert_eq!(odd, [2]);
    }

    #[test]
    fn a_mark_that_a_later_row_seems_to_close_joins_no_rows() {
        let text = "序号,企业,金额\n1,\"甲公司,5\n2,乙公司,6\n3,\"丙公司\",7\n4,丁\",8\n";
        let (read, odd) = passed(text);
        assert_eq!(
            read,
            "序号,企业,金额\n1,\"\"\"甲公司\",5\n2,乙公司,6\n3,\"丙公司\",7\n4,丁\",8\n"
        );
        assert_eq!(odd, [2]);
    }
}
