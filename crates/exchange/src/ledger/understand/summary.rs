//! A sheet that only counts what the others list: `汇总`, with a line for each
//! office and its numbers.

use crate::book::{Raw, Row, Sheet};
use crate::cells::exact::Exact;
use crate::cells::text::tight;

/// Words in the name or the first line of such a sheet.
const NAMES: &[&str] = &["汇总", "统计", "总表", "分析", "排名", "通报", "完成情况"];
/// How the names of firms end, of which it lists none.
const FIRMS: &[&str] = &["公司", "集团", "合伙企业"];

/// Whether a sheet without a known table is one of counts: it is called so,
/// and beside what heads its lines there is next to nothing but numbers.
pub(super) fn is_one(sheet: &Sheet) -> bool {
    let first = sheet.rows.first().and_then(|row| row.cells.first());
    let title = first.map(|(_, raw)| raw.display()).unwrap_or_default();
    let called = NAMES
        .iter()
        .any(|name| sheet.name.contains(name) || title.contains(name));
    let names_firms = sheet
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .any(|(_, raw)| FIRMS.iter().any(|end| tight(&raw.display()).ends_with(end)));
    if !called || names_firms {
        return false;
    }
    let lines = sheet.rows.iter().filter(|row| has_number(row));
    let behind = lines.flat_map(|row| row.cells.iter().skip(1));
    let filled = behind.filter(|(_, raw)| !raw.is_blank());
    let (mut numbers, mut all) = (0usize, 0usize);
    for (_, raw) in filled {
        all += 1;
        numbers += usize::from(is_number(raw));
    }
    all >= 4 && numbers * 10 >= all * 7
}

fn has_number(row: &Row) -> bool {
    row.cells.len() >= 3 && row.cells.iter().skip(1).any(|(_, raw)| is_number(raw))
}

fn is_number(raw: &Raw) -> bool {
    match raw {
        Raw::Number { .. } => true,
        Raw::Text(text) => {
            let text = tight(text);
            let bare = text.trim_end_matches(['%', '个', '家', '条']);
            Exact::parse(bare).is_some()
        }
        _ => false,
    }
}
