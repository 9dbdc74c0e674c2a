//! What people noted on the cells of a sheet (批注), beside the values.

use std::collections::{BTreeMap, HashMap};

use super::compound::u16_at;
use super::parts::{attribute, corner, elements, plain};
use super::xls_looks;

/// Comments by row and column from 1.
pub(crate) type Comments = BTreeMap<(u32, u32), String>;

/// Comments that are kept of a sheet.
const MOST: usize = 100_000;
/// Behind these stands the comment itself, where a newer Excel tells an older
/// one that it cannot show it.
const FOREWORDS: &[&str] = &["Comment:", "注释:", "批注:"];

/// The part with the comments of the sheet at `path`, by what the sheet links
/// to.
pub(super) fn part(path: &str, links: &str) -> Option<String> {
    let target = elements(links, "Relationship").find_map(|link| {
        let is_comments = attribute(link, "Type")?.ends_with("/comments");
        attribute(link, "Target").filter(|_| is_comments)
    })?;
    if let Some(path) = target.strip_prefix('/') {
        return Some(path.to_owned());
    }
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => _ = folders.pop(),
            step => folders.push(step),
        }
    }
    Some(folders.join("/"))
}

/// Where the part with a sheet's links lies.
pub(super) fn links(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    format!("{folder}/_rels/{name}.rels")
}

/// The comments of such a part of an xlsx file.
pub(super) fn of_xlsx(part: &str) -> Comments {
    let mut found = Comments::new();
    let mut authors: Vec<String> = Vec::new();
    let mut open: Option<((u32, u32), String, String)> = None;
    for tag in part.split('<').skip(1) {
        let Some((tag, text)) = tag.split_once('>') else {
            continue;
        };
        let end = tag.find([' ', '/', '\t', '\r', '\n']);
        let (name, rest) = tag.split_at(end.unwrap_or(tag.len()));
        let name = name.rsplit(':').next().unwrap_or_default();
        match (name, &mut open) {
            ("author", _) => authors.push(plain(text)),
            ("comment", _) => {
                let place = attribute(rest, "ref").and_then(|cell| corner(&cell));
                let author = attribute(rest, "authorId").and_then(|at| at.parse().ok());
                let author = author.and_then(|at: usize| authors.get(at)).cloned();
                open = place.map(|place| (place, author.unwrap_or_default(), String::new()));
            }
            ("t", Some((_, _, said))) => said.push_str(&plain(text)),
            ("", Some(_)) if tag == "/comment" || tag.ends_with(":comment") => {
                if let Some((place, author, said)) = open.take() {
                    keep(&mut found, place, &said, &author);
                }
            }
            _ => {}
        }
    }
    found
}

/// Keeps what somebody noted, without the name that stands before it.
pub(super) fn keep(found: &mut Comments, place: (u32, u32), said: &str, author: &str) {
    let said = said.replace("\r\n", "\n").replace('\r', "\n");
    let mut text = said.trim();
    if text.starts_with('[') {
        let behind = FOREWORDS.iter().filter_map(|word| text.split_once(word));
        text = behind.map(|(_, rest)| rest.trim()).next().unwrap_or(text);
    }
    let author = author.trim();
    if let Some(rest) = text.strip_prefix(author).filter(|_| !author.is_empty()) {
        let rest = rest.trim_start();
        text = rest.strip_prefix([':', '：']).map_or(text, str::trim_start);
    }
    if !text.is_empty() && found.len() < MOST {
        found.insert(place, text.to_owned());
    }
}

/// Comments of an xls file while its records pass: the text of a shape comes
/// before the cell that it is noted on. Source: [MS-XLS] 2.4.179, 2.4.181,
/// 2.4.329.
#[derive(Default)]
pub(super) struct Shapes {
    /// The shape whose text comes next.
    shape: Option<u16>,
    /// Characters that the text still has.
    left: usize,
    texts: HashMap<u16, String>,
    pub(super) found: Comments,
}

impl Shapes {
    /// Takes in a record; `None` where it is damaged.
    pub(super) fn record(&mut self, id: u16, data: &[u8]) -> Option<()> {
        const OBJECT: u16 = 0x005D;
        const TEXT: u16 = 0x01B6;
        const MORE: u16 = 0x003C;
        const NOTE: u16 = 0x001C;
        match id {
            OBJECT => {
                self.left = 0;
                // A comment is a shape of this sort.
                self.shape = (u16_at(data, 4)? == 0x0019).then_some(u16_at(data, 6)?);
            }
            TEXT => self.left = usize::from(u16_at(data, 10)?),
            MORE if self.left > 0 => {
                let (wide, bytes) = data.split_first()?;
                let length = u16::try_from(self.left).ok()?;
                let text = xls_looks::text(bytes, wide & 1 != 0, length);
                self.left = self.left.saturating_sub(text.encode_utf16().count());
                if let Some(shape) = self.shape {
                    self.texts.entry(shape).or_default().push_str(&text);
                }
            }
            NOTE => {
                let (row, column) = (u16_at(data, 0)?, u16_at(data, 2)?);
                let said = self.texts.get(&u16_at(data, 6)?)?;
                let wide = data.get(10)? & 1 != 0;
                let author = xls_looks::text(data.get(11..)?, wide, u16_at(data, 8)?);
                let place = (u32::from(row) + 1, u32::from(column) + 1);
                keep(&mut self.found, place, said, &author);
            }
            _ => {}
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_what_was_noted_without_who_noted_it() {
        let part = "<comments><authors><author>张三</author><author/></authors><commentList>\
                    <comment ref=\"E4\" authorId=\"0\"><text><r><rPr><b/></rPr><t>张三:</t></r>\
                    <r><t xml:space=\"preserve\">&#10;已终止 &amp; 不计入</t></r></text></comment>\
                    <comment ref=\"F5\" authorId=\"1\"><text><t>[Threaded comment]&#xA;&#xA;Your \
                    version.&#xA;&#xA;Comment:&#xA;    含税</t></text></comment>\
                    <comment ref=\"G6\" authorId=\"0\"><text><t> </t></text></comment>\
                    </commentList></comments>";
        let found: Vec<_> = of_xlsx(part).into_iter().collect();
        let told = |place, text: &str| (place, text.to_owned());
        assert_eq!(
            found,
            [told((4, 5), "已终止 & 不计入"), told((5, 6), "含税")]
        );
    }

    #[test]
    fn the_part_is_found_by_the_links_of_the_sheet() {
        let path = "xl/worksheets/sheet1.xml";
        assert_eq!(links(path), "xl/worksheets/_rels/sheet1.xml.rels");
        let link = |target: &str| {
            format!("<Relationship Id=\"rId1\" Type=\"http://x/comments\" Target=\"{target}\"/>")
        };
        let found = part(path, &link("../comments1.xml"));
        assert_eq!(found.as_deref(), Some("xl/comments1.xml"));
        let found = part(path, &link("/xl/comments/comment1.xml"));
        assert_eq!(found.as_deref(), Some("xl/comments/comment1.xml"));
    }

    #[test]
    fn the_old_format_tells_the_text_before_the_cell() {
        let words = |words: &[u16]| -> Vec<u8> {
            words.iter().flat_map(|word| word.to_le_bytes()).collect()
        };
        let wide = |text: &str| {
            let units: Vec<u16> = text.encode_utf16().collect();
            [vec![1], words(&units)].concat()
        };
        let said = "张三:\n已终止";
        let length = u16::try_from(said.encode_utf16().count()).expect("short");
        let mut shapes = Shapes::default();
        let object = words(&[0x15, 0x12, 0x19, 7, 0, 0]);
        let text = words(&[0, 0, 0, 0, 0, length, 16]);
        let note = [words(&[3, 4, 0, 7, 2]), wide("张三")].concat();
        let (first, rest) = said.split_at("张三:\n已".len());
        for (id, data) in [
            (0x005D, object),
            (0x01B6, text),
            (0x003C, wide(first)),
            (0x003C, wide(rest)),
            (0x003C, vec![0; 16]),
            (0x001C, note),
        ] {
            assert!(shapes.record(id, &data).is_some());
        }
        assert_eq!(
            shapes.found.get(&(4, 5)).map(String::as_str),
            Some("已终止")
        );
        assert!(shapes.record(0x001C, &[1]).is_none());
    }
}
