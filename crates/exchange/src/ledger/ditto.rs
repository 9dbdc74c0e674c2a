//! Cells that say the same as the one above: `同上`, `〃`, `,,`.

use crate::book::{Raw, Sheet};
use crate::cells::text::tight;

/// Rows that are looked at above such a cell.
const MOST_ROWS: usize = 60;

/// Whether a cell only points at the one above it.
pub(super) fn is_one(raw: &Raw) -> bool {
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

/// What stands in the first cell above that says something itself.
pub(super) fn above(sheet: &Sheet, row: u32, column: u32) -> &Raw {
    let rows = (1..row).rev().take(MOST_ROWS);
    let mut cells = rows.map(|row| sheet.cell(row, column));
    cells
        .find(|raw| !raw.is_blank() && !is_one(raw))
        .unwrap_or_else(|| sheet.cell(row, column))
}
