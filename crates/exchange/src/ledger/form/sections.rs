//! The sections of a filled form: by which column its rows are put together,
//! and how the headings of sections are written.

use crate::book::Sheet;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::rows;

/// How a form puts its rows together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundSections {
    /// The number of the column that rows of a section share, from 1.
    pub column: u32,
    /// The heading of a section, with `{number}`, `{group}` and `{count}`.
    pub label: String,
    /// What a section's sums call themselves.
    pub subtotal: Option<String>,
}

/// Rows in sections, with the names of their sections.
type Named = Vec<(u32, String)>;

/// The sections of the table, when one column says what they are.
pub(super) fn of(sheet: &Sheet, block: &Block, columns: &[Mapped]) -> Option<FoundSections> {
    let mut named: Named = Vec::new();
    let mut first: Option<(String, String)> = None;
    let mut now: Option<String> = None;
    let mut subtotal = None;
    for row in sheet.rows.iter().filter(|row| row.number > block.last) {
        match rows::skip(sheet, block, columns, row) {
            Some("section") => {
                let text = row.cells.first().map(|(_, raw)| tight(&raw.display()));
                let (name, label) = taken_apart(&text.unwrap_or_default())?;
                now = Some(name.clone());
                first.get_or_insert((name, label));
            }
            Some("subtotal") => {
                let text = row.cells.first().map(|(_, raw)| raw.display());
                subtotal = subtotal.or(text);
            }
            Some(_) => {}
            None => named.extend(now.clone().map(|name| (row.number, name))),
        }
    }
    let (_, label) = first?;
    let fits = |column: &&Mapped| {
        let says = |(row, name): &&(u32, String)| {
            let text = tight(&sheet.cell(*row, column.number).display());
            text.chars().count() >= 2 && (name.contains(&text) || text.contains(name.as_str()))
        };
        column.target().is_some() && named.iter().filter(says).count() * 10 >= named.len() * 8
    };
    let column = columns.iter().find(fits)?;
    Some(FoundSections {
        column: column.number,
        label,
        subtotal,
    })
}

/// `一、生物医药(13个)` into the name and `{number}、{group}({count}个)`.
fn taken_apart(text: &str) -> Option<(String, String)> {
    let start = text.find(|c: char| !"(一二三四五六七八九十".contains(c))?;
    let rest = text.get(start..)?;
    let sign = rest.chars().next().filter(|c| "、.,)".contains(*c))?;
    let name = rest.strip_prefix(sign)?;
    let (name, tail) = match name.find('(') {
        Some(at) => name.split_at(at),
        None => (name, ""),
    };
    let digits = |c: char| c.is_ascii_digit();
    let tail = match (tail.find(digits), tail.rfind(digits)) {
        (Some(from), Some(to)) => format!("{}{{count}}{}", &tail[..from], &tail[to + 1..]),
        _ => tail.to_owned(),
    };
    let tail = tail.replace('(', "（").replace(')', "）");
    let number = match text.starts_with('(') {
        true => "（{number}）".to_owned(),
        false => format!("{{number}}{sign}"),
    };
    (!name.is_empty()).then(|| (name.to_owned(), format!("{number}{{group}}{tail}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_name_number_and_count() {
        let parts = |text: &str| taken_apart(&tight(text));
        let two = |name: &str, label: &str| Some((name.to_owned(), label.to_owned()));
        assert_eq!(
            parts("一、生物医药化工（13个）"),
            two("生物医药化工", "{number}、{group}（{count}个）")
        );
        assert_eq!(parts("（二）省级"), two("省级", "（{number}）{group}"));
        assert_eq!(parts("合计"), None);
        assert_eq!(parts(""), None);
    }
}
