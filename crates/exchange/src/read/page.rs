//! A web page as the sheet that Excel makes of it: many systems export one
//! under the name xls. Lines of text and the rows of tables follow each other.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};
use encoding_rs::{Encoding, GB18030, UTF_8};

use super::delimited::sheet_name;
use super::excel::{Budget, merged, place};
use super::page_styles::{Style, Styles};
use super::{MOST_MARKUP, ReadError};
use crate::book::{Area, Look, Raw, Row, Sheet, Shown};

/// Reads one sheet, named like the file without its ending.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    if bytes.len() > MOST_MARKUP {
        return Err(ReadError::too_large(format!("{} bytes", bytes.len())));
    }
    let text = decoded(bytes)?;
    check(&text)?;
    let document = Document::from(text.as_ref());
    let mut page = Page::new(file, &document);
    page.flow(document.root())?;
    if !page.has_table {
        return Err(ReadError::Page);
    }
    page.sheet.merges = merged(page.merges)?;
    Ok(vec![page.sheet])
}

/// The text of a file that says its encoding itself, sometimes wrongly.
pub(super) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = match marked {
        Some(marked) => marked,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => declared(bytes)
            .filter(|named| *named != UTF_8)
            .unwrap_or(GB18030),
    };
    match encoding.decode(bytes) {
        (text, _, false) => Ok(text),
        (.., true) => Err(ReadError::Encodings),
    }
}

/// Bytes within which a page says its encoding.
const HEAD: usize = 4096;

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let (_, named) = head.split_once("charset=")?;
    let named = named.trim_start_matches(['"', '\'']);
    let end = named.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    Encoding::for_label(&named.as_bytes()[..end.unwrap_or(named.len())])
}

/// Refuses a page that broke off within a table, or whose tags stand so deep
/// in each other, or say so much, that no one wrote them.
fn check(text: &str) -> Result<(), ReadError> {
    let (mut tables, mut depth) = (0i64, 0i64);
    let mut is_within: Option<&str> = None;
    for tag in text.split('<').skip(1) {
        if let Some(end) = is_within {
            is_within = Some(end).filter(|_| !ends(tag, end));
            if is_within.is_some() || end == COMMENT {
                continue;
            }
        }
        if let Some(comment) = tag.strip_prefix("!--") {
            is_within = Some(COMMENT).filter(|end| !ends(comment, end));
            continue;
        }
        let (step, tag) = match tag.strip_prefix('/') {
            Some(tag) => (-1, tag),
            None => (1, tag),
        };
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric());
        let name = tag[..end.unwrap_or(tag.len())].to_ascii_lowercase();
        if name == "table" {
            tables += step;
        }
        let own = SCRIPTS.iter().find(|own| **own == name);
        is_within = own.copied().filter(|_| step > 0);
        let said = tag.split('>').next().unwrap_or_default();
        if said.matches('=').count() > MOST_SAID {
            return Err(ReadError::unreadable("a tag without end"));
        }
        if !name.is_empty() && !MAY_STAY_OPEN.contains(&&*name) {
            depth = (depth + step).max(0);
        }
        if depth > MOST_DEEP {
            return Err(ReadError::unreadable("tags in each other without end"));
        }
    }
    if tables > 0 {
        return Err(ReadError::unreadable("the page ends within a table"));
    }
    Ok(())
}

/// Whether what a tag of a page holds ends with this one.
fn ends(tag: &str, within: &str) -> bool {
    match within {
        COMMENT => tag.contains(COMMENT),
        name => tag
            .strip_prefix('/')
            .and_then(|tag| tag.get(..name.len()))
            .is_some_and(|tag| tag.eq_ignore_ascii_case(name)),
    }
}

/// How a comment ends.
const COMMENT: &str = "-->";
/// Tags whose content is no page: `var a = "<table>"`.
const SCRIPTS: &[&str] = &["script", "style"];
/// Attributes of a tag at most; each costs a look at those before it.
const MOST_SAID: usize = 5_000;

/// Tags within each other at most; each costs a look at those around it.
const MOST_DEEP: i64 = 1000;
/// Tags that are whole without an end.
const MAY_STAY_OPEN: &[&str] = &[
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "frame", "hr", "img", "input",
    "li", "link", "meta", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead",
    "tr", "wbr",
];

/// A page on its way into a sheet.
struct Page {
    sheet: Sheet,
    merges: Vec<Area>,
    styles: Styles,
    /// Tables that only place other tables.
    frames: HashSet<NodeId>,
    budget: Budget,
    /// The line of text that is being read.
    line: String,
    /// The last row so far.
    row: u32,
    has_table: bool,
}

/// What a walk through a page meets.
enum Step<'p> {
    Enter(NodeRef<'p>),
    Leave(NodeRef<'p>),
}

impl Page {
    fn new(file: &str, document: &Document) -> Self {
        let inner = document.select("table table");
        let outer = inner.nodes().iter().filter_map(|table| {
            let mut above = table.ancestors_it(None);
            above.find(|node| is_named(node, "table"))
        });
        Self {
            sheet: Sheet {
                name: sheet_name(file),
                untyped: true,
                ..Sheet::default()
            },
            merges: Vec::new(),
            styles: Styles::of(document),
            frames: outer.filter(is_frame).map(|table| table.id).collect(),
            budget: Budget::default(),
            line: String::new(),
            row: 0,
            has_table: false,
        }
    }

    /// Goes through text and tables from top to bottom.
    fn flow(&mut self, root: NodeRef<'_>) -> Result<(), ReadError> {
        let mut steps = vec![Step::Enter(root)];
        while let Some(step) = steps.pop() {
            let node = match step {
                Step::Enter(node) => node,
                Step::Leave(_) => {
                    self.end_line()?;
                    continue;
                }
            };
            if node.is_text() {
                self.line.push_str(&node.text());
                continue;
            }
            if is_unseen(&node) || self.styles.of_node(&node).hidden {
                continue;
            }
            if is_named(&node, "table") && !self.frames.contains(&node.id) {
                self.end_line()?;
                self.table(&node)?;
                continue;
            }
            if !is_inline(&node) {
                self.end_line()?;
                steps.push(Step::Leave(node));
            }
            steps.extend(node.children_it(true).map(Step::Enter));
        }
        self.end_line()
    }

    /// Puts the line of text so far into a row of its own.
    fn end_line(&mut self) -> Result<(), ReadError> {
        let text = collapsed(&std::mem::take(&mut self.line));
        if text.is_empty() {
            return Ok(());
        }
        self.budget.spend()?;
        self.row += 1;
        self.sheet.rows.push(Row {
            number: self.row,
            cells: vec![(1, Raw::text(&text))],
        });
        Ok(())
    }

    fn table(&mut self, table: &NodeRef<'_>) -> Result<(), ReadError> {
        for caption in table.children_it(false) {
            if is_named(&caption, "caption") {
                self.line.push_str(&caption.text());
                self.end_line()?;
            }
        }
        let rows = rows(table);
        // Columns that a cell above reaches down into, and for how many rows.
        let mut taken: BTreeMap<u32, usize> = BTreeMap::new();
        for (index, row) in rows.iter().enumerate() {
            self.has_table = true;
            self.row += 1;
            self.cells(row, rows.len() - index, &mut taken)?;
            taken.retain(|_, left| {
                *left -= 1;
                *left > 0
            });
        }
        // Tables do not touch each other.
        self.row += 1;
        Ok(())
    }

    /// Reads a row, of which `left` are still to come with it.
    fn cells(
        &mut self,
        row: &NodeRef<'_>,
        left: usize,
        taken: &mut BTreeMap<u32, usize>,
    ) -> Result<(), ReadError> {
        let of_row = self.styles.of_node(row);
        if of_row.hidden {
            self.sheet.hidden_rows.push(self.row);
        }
        let mut cells = Vec::new();
        let mut column = 1;
        for cell in row.children_it(false).filter(is_cell) {
            while taken.contains_key(&column) {
                column += 1;
            }
            place((self.row, column))?;
            let wide = span(&cell, "colspan", MOST_WIDE);
            let high = span(&cell, "rowspan", MOST_HIGH).min(left.try_into().unwrap_or(1));
            if wide > 1 || high > 1 {
                self.merges.push(Area {
                    top: self.row,
                    left: column,
                    bottom: self.row + high - 1,
                    right: column + wide - 1,
                });
            }
            taken.extend((column..column + wide).map(|at| (at, high as usize)));
            let found = self.cell(&cell, of_row, (self.row, column))?;
            if !found.is_blank() {
                cells.push((column, found));
            }
            column += wide;
        }
        if !cells.is_empty() {
            self.sheet.rows.push(Row {
                number: self.row,
                cells,
            });
        }
        Ok(())
    }

    fn cell(
        &mut self,
        cell: &NodeRef<'_>,
        of_row: Style,
        at: (u32, u32),
    ) -> Result<Raw, ReadError> {
        self.budget.spend()?;
        let style = self.styles.of_node(cell).over(of_row);
        let text = self.text(cell, style);
        if text.look != Look::default() {
            self.sheet.looks.insert(at, text.look);
        }
        if text.kept.len() < text.whole.len() && !text.kept.is_empty() {
            self.sheet.struck_parts.insert(at, text.whole);
            return Ok(Raw::text(&text.kept));
        }
        // As Excel and LibreOffice write it.
        let stored = cell.attr("x:num").or_else(|| cell.attr("sdval"));
        let number = stored.and_then(|stored| stored_number(&stored, &text.whole));
        Ok(number.unwrap_or_else(|| Raw::text(&text.whole)))
    }

    /// The text of a cell and how it looks.
    fn text(&self, cell: &NodeRef<'_>, style: Style) -> CellText {
        let (mut whole, mut kept) = (String::new(), String::new());
        let mut ink = style.ink;
        let mut struck = usize::from(style.struck);
        let mut steps: Vec<Step<'_>> = cell.children_it(true).map(Step::Enter).collect();
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(node) if node.is_text() => {
                    // A line break in the page is a space; those of <br> count.
                    let text = node.text().replace(['\n', '\r'], " ");
                    whole.push_str(&text);
                    if struck == 0 {
                        kept.push_str(&text);
                    }
                }
                Step::Enter(node) => {
                    let style = self.styles.of_node(&node);
                    if is_unseen(&node) || style.hidden {
                        continue;
                    }
                    ink = ink.or(style.ink);
                    struck += usize::from(style.struck);
                    if !is_inline(&node) {
                        whole.push('\n');
                        kept.push('\n');
                    }
                    steps.push(Step::Leave(node));
                    steps.extend(node.children_it(true).map(Step::Enter));
                }
                Step::Leave(node) => {
                    struck -= usize::from(self.styles.of_node(&node).struck);
                    if !is_inline(&node) && !is_named(&node, "br") {
                        whole.push('\n');
                        kept.push('\n');
                    }
                }
            }
        }
        let (whole, kept) = (lines(&whole), lines(&kept));
        CellText {
            look: Look {
                fill: style.fill,
                ink: ink.and_then(super::looks::coloured),
                struck: kept.is_empty() && !whole.is_empty(),
            },
            whole,
            kept,
        }
    }
}

/// What a cell shows.
struct CellText {
    whole: String,
    /// What of it is not struck through.
    kept: String,
    look: Look,
}

/// The number that a program wrote beside a shown one, which may be rounded; a day
/// or a percentage stays as it is shown.
fn stored_number(stored: &str, shown: &str) -> Option<Raw> {
    let plain = shown.replace(',', "");
    plain.parse::<f64>().ok()?;
    stored.parse::<f64>().ok()?;
    let decimals = plain.split_once('.').map_or(0, |(_, digits)| digits.len());
    Some(Raw::Number {
        text: stored.into(),
        shown: Shown::Decimals(decimals.try_into().unwrap_or(u8::MAX)),
    })
}

/// The most columns that a cell covers, as browsers have it.
const MOST_WIDE: u32 = 1000;
/// The most rows.
const MOST_HIGH: u32 = 65_534;

fn span(cell: &NodeRef<'_>, name: &str, most: u32) -> u32 {
    let said = cell.attr(name).and_then(|said| said.trim().parse().ok());
    said.unwrap_or(1u32).clamp(1, most)
}

/// The rows of a table, without those of tables in its cells.
fn rows<'p>(table: &NodeRef<'p>) -> Vec<NodeRef<'p>> {
    let parts = table.children_it(false).flat_map(|child| {
        let is_part = ["thead", "tbody", "tfoot"]
            .iter()
            .any(|part| is_named(&child, part));
        match is_part {
            true => child.children(),
            false => vec![child],
        }
    });
    parts.filter(|row| is_named(row, "tr")).collect()
}

/// Whether a table with tables inside only places them: it has not three rows
/// of three cells of its own.
fn is_frame(table: &NodeRef<'_>) -> bool {
    let wide = |row: &NodeRef<'_>| row.children_it(false).filter(is_cell).nth(2).is_some();
    rows(table).iter().filter(|row| wide(row)).nth(2).is_none()
}

fn is_cell(node: &NodeRef<'_>) -> bool {
    is_named(node, "td") || is_named(node, "th")
}

fn is_named(node: &NodeRef<'_>, name: &str) -> bool {
    node.node_name().is_some_and(|own| &*own == name)
}

/// Whether nothing in it is shown as text.
fn is_unseen(node: &NodeRef<'_>) -> bool {
    let unseen = [
        "head", "script", "style", "template", "noscript", "xml", "select",
    ];
    unseen.iter().any(|name| is_named(node, name))
}

/// Whether it stands within a line of text.
fn is_inline(node: &NodeRef<'_>) -> bool {
    let inline = [
        "a", "abbr", "b", "big", "del", "em", "font", "i", "ins", "label", "mark", "s", "small",
        "span", "strike", "strong", "sub", "sup", "u",
    ];
    inline.iter().any(|name| is_named(node, name))
}

/// Text as a browser shows it: white space of any length is one space.
fn collapsed(text: &str) -> String {
    let words = text.split(|c: char| c.is_ascii_whitespace() || c == '\u{a0}');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The lines of a cell that say anything.
fn lines(text: &str) -> String {
    let lines = text.split('\n').map(collapsed);
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests;
