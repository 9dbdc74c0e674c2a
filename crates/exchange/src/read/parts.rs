//! What a workbook says of its sheets that the reader of its cells leaves
//! out: hidden columns, and whether anything is calculated.

use std::collections::HashMap;
use std::io::{Cursor, Read};

/// One sheet's part of the package.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    path: String,
    /// Hidden columns, by number from 1.
    pub(super) hidden: Vec<u32>,
}

type Archive<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// The most bytes read before a sheet's cells begin.
const MOST_HEAD: u64 = 1 << 20;
/// The most bytes of a list of sheets.
const MOST_LIST: u64 = 8 << 20;
/// Columns searched for hidden ones.
const MOST_COLUMNS: u32 = 1024;

/// The parts by the names of their sheets; nothing of what cannot be read.
pub(super) fn sheets(bytes: &[u8]) -> HashMap<String, Part> {
    found(bytes).unwrap_or_default()
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
        let columns = head.split("<sheetData").next().unwrap_or_default();
        let hidden = elements(columns, "col")
            .filter(|column| matches!(attribute(column, "hidden").as_deref(), Some("1" | "true")))
            .filter_map(|column| {
                let number = |name| attribute(column, name)?.parse::<u32>().ok();
                Some(number("min")?..=number("max")?.min(MOST_COLUMNS))
            })
            .flatten()
            .collect();
        parts.insert(name, Part { path, hidden });
    }
    Some(parts)
}

impl Part {
    /// Whether any cell holds a formula.
    pub(super) fn has_formulas(&self, bytes: &[u8]) -> bool {
        let open = || Archive::new(Cursor::new(bytes)).ok();
        let Some(mut archive) = open() else {
            return false;
        };
        let Ok(mut part) = archive.by_name(&self.path) else {
            return false;
        };
        let mut window = vec![0; 1 << 16];
        let mut kept = 0;
        while let Ok(read) = part.read(&mut window[kept..]) {
            if read == 0 {
                return false;
            }
            let end = kept + read;
            let starts = |next: &[u8]| matches!(next, b"<f>" | b"<f " | b"<f/");
            if window[..end].windows(3).any(starts) {
                return true;
            }
            kept = end.min(2);
            window.copy_within(end - kept..end, 0);
        }
        false
    }
}

/// The start of a part, as text.
fn text(archive: &mut Archive<'_>, name: &str, most: u64) -> Option<String> {
    let mut bytes = Vec::new();
    let part = archive.by_name(name).ok()?;
    part.take(most).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The opening tags of that name, without their angle brackets.
fn elements<'t>(text: &'t str, name: &'static str) -> impl Iterator<Item = &'t str> {
    text.split('<').skip(1).filter_map(move |tag| {
        let tag = tag.split('>').next()?;
        let rest = tag.strip_prefix(name)?;
        rest.starts_with([' ', '\t', '\r', '\n']).then_some(rest)
    })
}

fn attribute(tag: &str, name: &str) -> Option<String> {
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

fn plain(text: &str) -> String {
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ];
    named
        .iter()
        .fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c))
}
