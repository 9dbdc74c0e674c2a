//! What a workbook says of its sheets that the reader of its cells leaves
//! out: hidden columns, comments, and whether anything is calculated.

use std::collections::{BTreeMap, HashMap};
use std::io::{Cursor, Read};

use super::comments::{self, Comments};
use super::excel::MOST_MERGES;
use super::rich::{self, Struck};
use crate::book::Area;

/// One sheet's part of the package.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    path: String,
    /// Hidden columns, by number from 1.
    pub(super) hidden: Vec<u32>,
    /// Widths that were set, in characters, by number from 1.
    pub(super) widths: BTreeMap<u32, u16>,
    /// What people noted on cells.
    pub(super) comments: Comments,
}

type Archive<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// The most bytes read before a sheet's cells begin.
const MOST_HEAD: u64 = 1 << 20;
/// The most bytes of a list of sheets.
const MOST_LIST: u64 = 8 << 20;
/// The part with the texts that cells share.
const SHARED: &str = "xl/sharedStrings.xml";
/// The most bytes of shared texts that are looked through.
const MOST_SHARED: u64 = 64 << 20;
/// Columns searched for hidden ones.
const MOST_COLUMNS: u32 = 1024;

/// The parts by the names of their sheets; nothing of what cannot be read.
pub(super) fn sheets(bytes: &[u8]) -> HashMap<String, Part> {
    found(bytes).unwrap_or_default()
}

/// Whether the values of formulas may be those of a program that wrote the file
/// and never calculated: it says so, or no office program wrote it.
pub(super) fn awaits_calculation(bytes: &[u8]) -> bool {
    const OFFICES: &[&str] = &["Microsoft", "WPS", "LibreOffice", "Kingsoft", "OpenOffice"];
    let Ok(mut archive) = Archive::new(Cursor::new(bytes)) else {
        return false;
    };
    let list = text(&mut archive, "xl/workbook.xml", MOST_LIST).unwrap_or_default();
    let asks = elements(&list, "calcPr").any(|tag| is_set(tag, "fullCalcOnLoad"));
    let about = text(&mut archive, "docProps/app.xml", MOST_LIST).unwrap_or_default();
    asks || !OFFICES.iter().any(|office| about.contains(office))
}

/// Shared texts of which a part is struck through.
pub(super) fn struck(bytes: &[u8]) -> Struck {
    let found = || {
        let mut archive = Archive::new(Cursor::new(bytes)).ok()?;
        let shared = archive.by_name(SHARED).ok()?;
        // Few files have any, and some have much text.
        if !contains(shared.take(MOST_SHARED), rich::STRIKE)? {
            return None;
        }
        text(&mut archive, SHARED, MOST_SHARED)
    };
    found().map_or_else(Struck::new, |shared| rich::struck(&shared))
}

/// Whether a part has a word anywhere.
fn contains(mut part: impl Read, word: &str) -> Option<bool> {
    let mut window = vec![0; 1 << 16];
    let mut kept = 0;
    loop {
        let read = part.read(&mut window[kept..]).ok()?;
        let end = kept + read;
        let found = window[..end]
            .windows(word.len())
            .any(|part| part == word.as_bytes());
        if found || read == 0 {
            return Some(found);
        }
        // The word may begin in these bytes and end in the next.
        kept = end.min(word.len() - 1);
        window.copy_within(end - kept..end, 0);
    }
}

fn found(bytes: &[u8]) -> Option<HashMap<String, Part>> {
    let mut archive = Archive::new(Cursor::new(bytes)).ok()?;
    let list = text(&mut archive, "xl/workbook.xml", MOST_LIST)?;
    let links = text(&mut archive, "xl/_rels/workbook.xml.rels", MOST_LIST)?;
    let paths: HashMap<String, String> = elements(&links, "Relationship")
        .filter_map(|link| Some((attribute(link, "Id")?, attribute(link, "Target")?)))
        .collect();
    let mut parts = HashMap::new();
    for sheet in elements(&list, "sheet") {
        let (Some(name), Some(id)) = (attribute(sheet, "name"), attribute(sheet, "r:id")) else {
            continue;
        };
        let Some(target) = paths.get(&id) else {
            continue;
        };
        let path = match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("xl/{target}"),
        };
        let head = text(&mut archive, &path, MOST_HEAD).unwrap_or_default();
        let columns = head.split("sheetData").next().unwrap_or_default();
        let columns = || {
            elements(columns, "col").filter_map(|column| {
                let number = |name| attribute(column, name)?.parse::<u32>().ok();
                Some((column, number("min")?..=number("max")?.min(MOST_COLUMNS)))
            })
        };
        let hidden = columns()
            .filter(|(column, _)| is_set(column, "hidden"))
            .flat_map(|(_, numbers)| numbers)
            .collect();
        let widths = columns()
            .filter(|(column, _)| is_set(column, "customWidth"))
            .filter_map(|(column, numbers)| {
                let width = attribute(column, "width")?;
                let whole = width.split('.').next()?.parse::<u16>().ok()?;
                Some(numbers.map(move |number| (number, whole.max(1))))
            })
            .flatten()
            .collect();
        let links = text(&mut archive, &comments::links(&path), MOST_LIST);
        let noted = links.and_then(|links| comments::part(&path, &links));
        let noted = noted.and_then(|noted| text(&mut archive, &noted, MOST_LIST));
        parts.insert(
            name,
            Part {
                path,
                hidden,
                widths,
                comments: noted.map_or_else(Comments::new, |noted| comments::of_xlsx(&noted)),
            },
        );
    }
    Some(parts)
}

/// What a pass over a sheet's part shows.
pub(super) struct Scanned {
    /// Whether any cell holds a formula.
    pub(super) has_formulas: bool,
    /// The merged ranges.
    pub(super) merges: Vec<Area>,
    /// Hidden rows, by number from 1.
    pub(super) hidden_rows: Vec<u32>,
}

/// What the tags of hidden rows have.
const HIDDEN: &[u8] = b"hidden=";
/// Bytes that a tag of interest may be long.
const LONGEST_TAG: usize = 256;

impl Part {
    /// Passes over the sheet once without reading its cells; `None` when the
    /// part cannot be unpacked.
    pub(super) fn scan(&self, bytes: &[u8]) -> Option<Scanned> {
        let mut archive = Archive::new(Cursor::new(bytes)).ok()?;
        let mut part = archive.by_name(&self.path).ok()?;
        let mut window = vec![0; 1 << 16];
        let mut kept = 0;
        let mut scanned = Scanned {
            has_formulas: false,
            merges: Vec::new(),
            hidden_rows: Vec::new(),
        };
        loop {
            let read = part.read(&mut window[kept..]).ok()?;
            let end = kept + read;
            // The last tag may go on in the next bytes.
            let whole = match window[..end].iter().rposition(|byte| *byte == b'<') {
                Some(at) if read > 0 && end - at < LONGEST_TAG => at,
                _ => end,
            };
            for tag in window[..whole].split(|byte| *byte == b'<').skip(1) {
                scanned.tag(tag);
            }
            if read == 0 || scanned.merges.len() > MOST_MERGES {
                return Some(scanned);
            }
            kept = end - whole;
            window.copy_within(whole..end, 0);
        }
    }
}

impl Scanned {
    fn tag(&mut self, tag: &[u8]) {
        let ends = |byte: &u8| matches!(byte, b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n');
        let short = &tag[..tag.len().min(LONGEST_TAG)];
        let end = short.iter().position(ends).unwrap_or(short.len());
        // Some programs write a prefix: x:mergeCell.
        let (name, rest) = short.split_at(end);
        let start = name
            .iter()
            .position(|byte| *byte == b':')
            .map_or(0, |at| at + 1);
        match &name[start..] {
            b"f" => self.has_formulas = true,
            b"row" if rest.windows(HIDDEN.len()).any(|part| part == HIDDEN) => {
                let text = std::str::from_utf8(rest).unwrap_or_default();
                let number = attribute(text, "r").and_then(|number| number.parse::<u32>().ok());
                let number = number.filter(|_| is_set(text, "hidden"));
                self.hidden_rows.extend(number);
            }
            b"mergeCell" => {
                let text = std::str::from_utf8(rest).ok();
                let area = text.and_then(|tag| area(&attribute(tag, "ref")?));
                self.merges.extend(area);
            }
            _ => {}
        }
    }
}

/// `A1:V1`
fn area(range: &str) -> Option<Area> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let ((top, left), (bottom, right)) = (corner(first)?, corner(last)?);
    (top <= bottom && left <= right).then_some(Area {
        top,
        left,
        bottom,
        right,
    })
}

pub(super) fn corner(cell: &str) -> Option<(u32, u32)> {
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let column = cell[..digits].bytes().try_fold(0u32, |column, letter| {
        let value = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?);
        (value < 26).then(|| column.checked_mul(26)?.checked_add(value + 1))?
    })?;
    Some((cell[digits..].parse().ok()?, column))
}

/// The start of a part, as text.
fn text(archive: &mut Archive<'_>, name: &str, most: u64) -> Option<String> {
    let mut bytes = Vec::new();
    let part = archive.by_name(name).ok()?;
    part.take(most).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The opening tags of that name, without their angle brackets.
pub(super) fn elements<'t>(text: &'t str, name: &'static str) -> impl Iterator<Item = &'t str> {
    text.split('<').skip(1).filter_map(move |tag| {
        let tag = tag.split('>').next()?;
        let local = match tag.split_once(':') {
            Some((prefix, local)) if !prefix.contains([' ', '=', '"']) => local,
            _ => tag,
        };
        let rest = local.strip_prefix(name)?;
        rest.starts_with([' ', '\t', '\r', '\n']).then_some(rest)
    })
}

/// Whether a yes-or-no attribute says yes.
fn is_set(tag: &str, name: &str) -> bool {
    matches!(attribute(tag, name).as_deref(), Some("1" | "true"))
}

/// The value of an attribute of a tag.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    while let Some(at) = rest.find('=') {
        let key = rest[..at].trim();
        let after = rest[at + 1..].trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let end = after[1..].find(quote)? + 1;
        if key == name {
            return Some(plain(&after[1..end]));
        }
        rest = &after[end + 1..];
    }
    None
}

/// Text of a part as it is meant, with the characters that it spells out:
/// `&amp;`, `&#10;`.
pub(super) fn plain(text: &str) -> String {
    let named = [
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("amp", '&'),
    ];
    let character = |entity: &str| {
        if let Some(number) = entity.strip_prefix('#') {
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16));
            return char::from_u32(code.ok()?);
        }
        let found = named.iter().find(|(name, _)| *name == entity);
        found.map(|(_, character)| *character)
    };
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let known = part.split_once(';');
        let known = known.and_then(|(entity, rest)| Some((character(entity)?, rest)));
        match known {
            Some((character, rest)) => {
                plain.push(character);
                plain.push_str(rest);
            }
            None => {
                plain.push('&');
                plain.push_str(part);
            }
        }
    }
    plain
}
