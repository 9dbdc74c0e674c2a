//! Cells that say the same as the one above: `同上`, `〃`, `,,`.

use super::Line;
use crate::book::{Raw, Sheet};
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::problem::Level;

/// Rows that are looked at above such a cell.
const MOST_ROWS: usize = 60;

/// Whether a cell only points at the one above it.
pub(crate) fn is_one(raw: &Raw) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    // Every cell is asked, and next to none has any of these.
    const SIGNS: &[char] = &[
        '〃', '″', '”', '“', '"', '\'', '’', '＂', '＇', ',', '，', '、', '〞', '〟',
    ];
    if !text.contains(['上', '前']) && !text.contains(SIGNS) {
        return false;
    }
    let text = tight(text);
    let framed = text.trim_matches(['-', '—', '…']);
    matches!(
        &*text,
        "同上" | "同上行" | "如上" | "同前" | "上同" | "''" | "’’" | ",," | "、、"
    ) || matches!(framed, "〃" | "″" | "”" | "“" | "\"" | "〞" | "〟" | "〃〃")
}

/// What stands in the first cell above that says something itself; nothing
/// where that is the heading.
pub(super) fn above<'s>(sheet: &'s Sheet, row: u32, column: &Mapped) -> &'s Raw {
    let rows = (1..row).rev().take(MOST_ROWS);
    let mut cells = rows.map(|row| sheet.cell(row, column.number));
    let found = cells.find(|raw| !raw.is_blank() && !is_one(raw));
    match found {
        Some(found) if is_heading(found, column) => &Raw::Empty,
        Some(found) => found,
        None => sheet.cell(row, column.number),
    }
}

fn is_heading(raw: &Raw, column: &Mapped) -> bool {
    let text = tight(&raw.display());
    let mut parts = column.column.head.split('▸');
    parts.any(|part| tight(part) == text)
}

/// Tells of cells that point at nothing, in the first row.
pub(super) fn told(line: &mut Line<'_>) {
    for column in line.frame.columns {
        let points = column.role.is_some() && is_one(line.row.cell(column.number));
        if points && line.raw(column).is_blank() {
            let target = column.target();
            line.report(Some(column), target, "same_as_nothing", Level::Should);
        }
    }
}
