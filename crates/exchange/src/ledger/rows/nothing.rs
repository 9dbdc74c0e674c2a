//! Rows that are there to say that there is nothing.

use super::filled::Filled;
use super::{filled_down, form_lines};
use crate::book::Raw;
use crate::cells::null::{self, Null};
use crate::cells::text::tight;
use crate::ledger::visit::no_visit;

/// What the row is, where it holds nothing to keep.
pub(super) fn kind(line: &Filled<'_>) -> Option<&'static str> {
    let Filled {
        sheet,
        columns,
        row,
        cells,
        ..
    } = line;
    if filled_down::is_one(columns, row, cells) {
        return Some("filler");
    }
    if cells.len() <= 2 && cells.iter().any(|(_, raw)| says_none(raw)) {
        return Some("note");
    }
    if line.is_alone() && matches!(null::read(&cells[0].1), Some(Null::Absent(_))) {
        return Some("filler");
    }
    let is_note = cells.len() <= SHORT && cells.iter().any(|(_, raw)| reports_nothing(raw))
        || no_visit::is_none(columns, row)
        || line.is_in_wide_table() && is_aside(cells);
    if is_note {
        return Some("note");
    }
    form_lines::is_prepared(sheet, columns, row).then_some("filler")
}

/// `本月无新签约项目`: the sheet is there, and nothing in it.
fn says_none(raw: &Raw) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    let text = tight(text);
    let of_time = ["本月", "本季", "本周", "本期", "本年", "当月", "当季"];
    let none = text.contains('无') && !text.contains('项');
    of_time.iter().any(|word| text.starts_with(word))
        && text.chars().count() <= 10
        && (none || text.contains("无新") || text.contains("无签") || text.contains("无项目"))
}

/// Cells of a row that names an office and says no more than that it handed
/// nothing in; a project of which something is 未报 says more.
const SHORT: usize = 4;

/// An office that handed nothing in, where others name a firm or a project:
/// `教育局 | 1 | 未报送`.
fn reports_nothing(raw: &Raw) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    matches!(
        tight(text).trim_matches(['(', ')']),
        "未报送" | "未上报" | "零报送" | "零上报" | "未报" | "未填报" | "无报送"
    )
}

/// Whether all that stands behind the number or the name of a week is a
/// sentence in brackets: `第3周 | （清明调休，未外出）`.
fn is_aside(filled: &[&(u32, Raw)]) -> bool {
    let Some((_, last)) = filled.last().filter(|_| filled.len() <= 2) else {
        return false;
    };
    let text = tight(&last.display());
    let inside = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    inside.is_some_and(|inside| {
        let says = inside.contains([',', '未', '无', '休']);
        says && inside.chars().count() >= 4 && !inside.contains(['(', ')'])
    })
}
