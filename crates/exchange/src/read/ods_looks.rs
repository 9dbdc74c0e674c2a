//! Fills, lines through text, number formats, merged and hidden cells and
//! comments of an OpenDocument spreadsheet.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};

use super::comments;
use super::format::Format;
use super::looks::{Looks, coloured};
use super::ods_texts;
use super::parts::{attribute, plain};
use crate::book::{Area, Look, Raw, Shown};

/// The most bytes of a part that are read.
const MOST_PART: u64 = 128 << 20;
/// Cells or rows alike in a file that stand for more than these are filler.
const MOST_REPEATED: u32 = 1_000;

/// What is said of a style.
#[derive(Debug, Clone, Default)]
struct Style {
    parent: Option<String>,
    format: Option<String>,
    fill: Option<Option<[u8; 3]>>,
    ink: Option<Option<[u8; 3]>>,
    struck: Option<bool>,
}

/// The looks by the names of the sheets; nothing of what cannot be read.
pub(super) fn of(bytes: &[u8]) -> Option<HashMap<String, Looks>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut part = |name: &str| {
        let mut text = Vec::new();
        let part = archive.by_name(name).ok()?;
        part.take(MOST_PART).read_to_end(&mut text).ok()?;
        Some(String::from_utf8_lossy(&text).into_owned())
    };
    let common = part("styles.xml").unwrap_or_default();
    let content = part("content.xml")?;
    let mut styles = Styles::default();
    styles.read(&common);
    styles.read(&content);
    Some(Sheets::read(&content, &styles))
}

/// The names and attributes of the tags of a part, with the text behind each.
fn tags(text: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    text.split('<').skip(1).filter_map(|tag| {
        let (tag, text) = tag.split_once('>')?;
        let end = tag
            .find([' ', '/', '\n', '\r', '\t'])
            .filter(|at| *at > 0)
            .unwrap_or(tag.len());
        let (name, rest) = tag.split_at(end);
        Some((name, rest, text))
    })
}

#[derive(Default)]
struct Styles {
    cells: HashMap<String, Style>,
    formats: HashMap<String, Shown>,
    /// Those that change what a cell means.
    telling: HashMap<String, Format>,
    /// Styles of parts of a text that strike it through.
    striking: HashSet<String>,
}

impl Styles {
    fn read(&mut self, text: &str) {
        let mut cell: Option<String> = None;
        let mut part: Option<String> = None;
        let mut format: Option<(String, bool)> = None;
        // A format as a spreadsheet would write it: `"约"0.00`.
        let mut code = String::new();
        for (name, rest, text) in tags(text) {
            let named = || attribute(rest, "style:name");
            match name {
                "style:style" | "style:default-style" => {
                    let family = attribute(rest, "style:family");
                    let is_cell = family.as_deref() == Some("table-cell");
                    cell = named().filter(|_| is_cell);
                    part = named().filter(|_| family.as_deref() == Some("text"));
                    if let Some(own) = &cell {
                        let style = Style {
                            parent: attribute(rest, "style:parent-style-name"),
                            format: attribute(rest, "style:data-style-name"),
                            ..Style::default()
                        };
                        self.cells.insert(own.clone(), style);
                    }
                }
                "style:table-cell-properties" => {
                    let style = cell.as_ref().and_then(|own| self.cells.get_mut(own));
                    if let (Some(style), Some(fill)) =
                        (style, attribute(rest, "fo:background-color"))
                    {
                        style.fill = Some(rgb(&fill));
                    }
                }
                "style:text-properties" => {
                    let style = cell.as_ref().and_then(|own| self.cells.get_mut(own));
                    let line = attribute(rest, "style:text-line-through-style")
                        .or_else(|| attribute(rest, "style:text-line-through-type"));
                    if let Some(line) = line {
                        let struck = line != "none";
                        if let Some(style) = style {
                            style.struck = Some(struck);
                        }
                        self.striking.extend(part.take().filter(|_| struck));
                    }
                    let style = cell.as_ref().and_then(|own| self.cells.get_mut(own));
                    if let (Some(style), Some(ink)) = (style, attribute(rest, "fo:color")) {
                        style.ink = Some(rgb(&ink).and_then(coloured));
                    }
                }
                "number:number-style" | "number:date-style" | "number:currency-style" => {
                    format = named().map(|own| (own, false));
                    code.clear();
                }
                "number:year" => code.push('y'),
                "number:month" => code.push('m'),
                "number:day" | "number:hours" => code.push('d'),
                "number:embedded-text" if text == "." => {
                    let behind = attribute(rest, "number:position");
                    let behind = behind.and_then(|digits| digits.parse().ok());
                    code = with_point(&code, behind.unwrap_or(0));
                }
                "number:currency-symbol" if !text.is_empty() => {
                    let country = attribute(rest, "number:country").unwrap_or_default();
                    code.push_str(&currency_code(text, &country));
                }
                "number:text" if !text.contains('"') => code.push_str(&format!("\"{text}\"")),
                "number:percentage-style" => format = named().map(|own| (own, true)),
                "number:number" => {
                    if let Some((own, percent)) = &format {
                        let digits = attribute(rest, "number:decimal-places");
                        let digits = digits.and_then(|digits| digits.parse().ok());
                        let shown = match (percent, digits) {
                            (true, _) => Shown::Percent,
                            (false, Some(digits)) => Shown::Decimals(digits),
                            (false, None) => Shown::General,
                        };
                        code.push('0');
                        if let Shown::Decimals(digits @ 1..) = shown {
                            code.push('.');
                            code.extend(std::iter::repeat_n('0', usize::from(digits)));
                        }
                        let factor = attribute(rest, "number:display-factor");
                        let thousands = factor.map_or(0, |factor| factor.len() / 3);
                        code.extend(std::iter::repeat_n(',', thousands));
                        self.formats.insert(own.clone(), shown);
                    }
                }
                "/number:number-style"
                | "/number:percentage-style"
                | "/number:date-style"
                | "/number:currency-style" => {
                    if let (Some((own, _)), Some(telling)) = (format.take(), Format::parse(&code)) {
                        self.telling.insert(own, telling);
                    }
                }
                "/style:style" => cell = None,
                _ => {}
            }
        }
    }

    /// What a style's own format changes.
    fn telling(&self, name: &str) -> Option<&Format> {
        let format = self.cells.get(name)?.format.as_ref()?;
        self.telling.get(format)
    }

    /// How a style looks, with what it has from its parents.
    fn look(&self, name: &str) -> (Shown, Look) {
        let (mut fill, mut ink, mut struck, mut shown) = (None, None, None, None);
        let mut next = Some(name.to_owned());
        // Parents do not go on for ever, but a damaged file may say so.
        for _ in 0..16 {
            let Some(style) = next.as_ref().and_then(|name| self.cells.get(name)) else {
                break;
            };
            fill = fill.or(style.fill);
            ink = ink.or(style.ink);
            struck = struck.or(style.struck);
            let format = style.format.as_ref();
            shown = shown.or_else(|| format.and_then(|name| self.formats.get(name)).copied());
            next.clone_from(&style.parent);
        }
        let look = Look {
            fill: fill.flatten(),
            ink: ink.flatten(),
            struck: struck.unwrap_or(false),
        };
        (shown.unwrap_or_default(), look)
    }
}

/// A code whose number shows a point of its own before its last digits, as
/// `0\.0,` does.
fn with_point(code: &str, digits: usize) -> String {
    let bare = code.trim_end_matches(',');
    let (zeros, thousands) = ("0".repeat(digits.min(16)), &code[bare.len()..]);
    format!("{bare}\\.{zeros}{thousands}")
}

/// A currency's sign as a spreadsheet would write it.
fn currency_code(sign: &str, country: &str) -> String {
    let place = match country {
        "JP" => "-411",
        _ => "",
    };
    format!("[${sign}{place}]")
}

/// `#ffc000`
fn rgb(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

#[derive(Default)]
struct Sheets {
    done: HashMap<String, Looks>,
    open: Option<(String, Looks)>,
    /// The columns' own styles, each for columns up to that one.
    columns: Vec<(u32, Option<String>)>,
    row: u32,
    rows: u32,
    row_style: Option<String>,
    column: u32,
    /// The cell that was opened last.
    cell: (u32, u32),
    /// The rows and columns that it stands for, where it does not say its type.
    untyped: Option<(u32, u32)>,
    /// What is noted on it, as far as it was read.
    noted: Option<String>,
    /// Its text as far as it was read, whole and without what is struck through.
    text: (String, String),
    /// Whether the parts of the text that are open are struck through.
    parts: Vec<bool>,
}

impl Sheets {
    fn read(content: &str, styles: &Styles) -> HashMap<String, Looks> {
        let mut sheets = Self::default();
        for (name, rest, text) in tags(content) {
            match name {
                "office:annotation" => sheets.noted = Some(String::new()),
                "/office:annotation" => sheets.noted(),
                // Who noted it, and when.
                _ if name.starts_with("dc:") || name.starts_with("meta:") => {}
                _ if sheets.noted.is_some() => {
                    if let Some(noted) = &mut sheets.noted {
                        let line = if name == "/text:p" { "\n" } else { "" };
                        noted.push_str(line);
                        noted.push_str(&plain(text));
                    }
                }
                "text:p" | "text:span" | "/text:span" | "text:s" | "text:a" | "/text:a" => {
                    sheets.text(name, rest, text, styles);
                }
                "/table:table-cell" => sheets.closed(),
                "table:table" if sheets.open.is_none() => {
                    let name = attribute(rest, "table:name").unwrap_or_default();
                    sheets.open = Some((name, Looks::default()));
                    (sheets.row, sheets.rows) = (0, 0);
                    sheets.columns.clear();
                }
                "/table:table" => sheets.done.extend(sheets.open.take()),
                "table:table-column" => sheets.column(rest),
                "table:table-row" => {
                    sheets.row = sheets.row.saturating_add(sheets.rows);
                    sheets.rows = repeated(rest, "table:number-rows-repeated");
                    sheets.row_style = attribute(rest, "table:default-cell-style-name");
                    sheets.hidden_rows(rest);
                    sheets.column = 0;
                }
                "table:table-cell" | "table:covered-table-cell" => sheets.cell(rest, styles),
                _ => {}
            }
        }
        sheets.done
    }

    /// Takes in the text behind a tag.
    fn text(&mut self, name: &str, rest: &str, text: &str, styles: &Styles) {
        match name {
            "text:span" if !rest.ends_with('/') => {
                let style = attribute(rest, "text:style-name");
                let strikes = style.is_some_and(|style| styles.striking.contains(&style));
                self.parts.push(strikes);
            }
            "/text:span" => _ = self.parts.pop(),
            "text:p" if !self.text.0.is_empty() => self.put("\n"),
            "text:s" => self.put(" "),
            _ => {}
        }
        self.put(&plain(text));
    }

    fn put(&mut self, text: &str) {
        self.text.0.push_str(text);
        if !self.parts.contains(&true) {
            self.text.1.push_str(text);
        }
    }

    /// Keeps the text of the last cell where it says no type, or a part of it is
    /// struck through.
    fn closed(&mut self) {
        let (whole, kept) = std::mem::take(&mut self.text);
        self.parts.clear();
        let untyped = self.untyped.take();
        if let (Some((_, looks)), Some(many)) = (&mut self.open, untyped) {
            let kept = if kept.is_empty() { &whole } else { &kept };
            let text = Raw::text(kept.trim());
            ods_texts::keep(&mut looks.untyped, self.cell, many, text);
        }
        if let Some((_, looks)) = &mut self.open
            && whole != kept
        {
            let parts = (whole.trim().to_owned(), kept.trim().to_owned());
            looks.struck.insert(self.cell, parts);
        }
    }

    /// Keeps what was noted on the last cell.
    fn noted(&mut self) {
        let noted = self.noted.take().unwrap_or_default();
        if let Some((_, looks)) = &mut self.open {
            comments::keep(&mut looks.comments, self.cell, &noted, "");
        }
    }

    fn hidden_rows(&mut self, rest: &str) {
        let hidden = attribute(rest, "table:visibility").is_some_and(|seen| seen != "visible");
        if let Some((_, looks)) = &mut self.open
            && hidden
            && self.rows < MOST_REPEATED
        {
            let first = self.row.saturating_add(1);
            looks
                .hidden_rows
                .extend(first..first.saturating_add(self.rows));
        }
    }

    fn column(&mut self, rest: &str) {
        let last = self.columns.last().map_or(0, |(last, _)| *last);
        let count = repeated(rest, "table:number-columns-repeated");
        let end = last.saturating_add(count);
        let style = attribute(rest, "table:default-cell-style-name");
        let hidden = attribute(rest, "table:visibility").is_some_and(|seen| seen != "visible");
        if let Some((_, looks)) = self
            .open
            .as_mut()
            .filter(|_| hidden && count < MOST_REPEATED)
        {
            looks.hidden.extend(last + 1..=end);
        }
        self.columns.push((end, style));
    }

    fn cell(&mut self, rest: &str, styles: &Styles) {
        let first = self.column.saturating_add(1);
        let count = repeated(rest, "table:number-columns-repeated");
        self.column = self.column.saturating_add(count);
        self.untyped = None;
        let Some((_, looks)) = &mut self.open else {
            return;
        };
        if count > MOST_REPEATED || self.rows > MOST_REPEATED {
            return;
        }
        let top = self.row.saturating_add(1);
        self.cell = (top, first);
        self.untyped = ods_texts::is_untyped(rest).then_some((self.rows, count));
        if ods_texts::is_unstored(rest) {
            let many = (self.rows, count);
            ods_texts::keep(&mut looks.untyped, self.cell, many, Raw::Unstored);
        }
        self.text = (String::new(), String::new());
        let spans = |name| attribute(rest, name).and_then(|many| many.parse::<u32>().ok());
        let wide = spans("table:number-columns-spanned").unwrap_or(1).max(1);
        let high = spans("table:number-rows-spanned").unwrap_or(1).max(1);
        if wide > 1 || high > 1 {
            looks.merges.push(Area {
                top,
                left: first,
                bottom: top.saturating_add(high - 1),
                right: first.saturating_add(wide - 1),
            });
        }
        let of_column = || {
            let next = self.columns.iter().find(|(last, _)| *last >= first);
            next.and_then(|(_, style)| style.clone())
        };
        let style = attribute(rest, "table:style-name")
            .or_else(|| self.row_style.clone())
            .or_else(of_column);
        let Some(style) = style else {
            return;
        };
        let look = styles.look(&style);
        let telling = styles.telling(&style);
        for row in top..top.saturating_add(self.rows) {
            for column in first..first.saturating_add(count) {
                looks.put(row, column, look);
                if let Some(telling) = telling {
                    looks.formats.insert((row, column), telling.clone());
                }
            }
        }
    }
}

fn repeated(rest: &str, name: &str) -> u32 {
    let many = attribute(rest, name).and_then(|many| many.parse().ok());
    many.unwrap_or(1).max(1)
}
