//! Sheets that hold no ledger.

use super::turned;
use crate::book::Sheet;
use crate::problem::{Level, Problem};

/// That a sheet holds no ledger.
pub(super) const NOT_UNDERSTOOD: &str = "sheet_not_understood";

/// A sheet that holds no ledger: somebody must look when it holds a table.
pub(super) fn foreign(sheet: &Sheet) -> Problem {
    let wide = sheet.rows.iter().filter(|row| row.cells.len() >= 3).count();
    let level = match wide >= 2 && !is_aside(sheet) {
        true => Level::Must,
        false => Level::Info,
    };
    let reason = match turned::lies_across(sheet) {
        true => "sheet_transposed",
        false => NOT_UNDERSTOOD,
    };
    about(sheet, reason, level)
}

/// Whether a sheet says by its name that it only helps to fill in others.
fn is_aside(sheet: &Sheet) -> bool {
    const NAMES: &[&str] = &[
        "字典",
        "下拉",
        "选项",
        "填报说明",
        "填表说明",
        "封面",
        "目录",
    ];
    NAMES.iter().any(|name| sheet.name.contains(name))
}

/// A problem of a whole sheet.
pub(super) fn about(sheet: &Sheet, reason: &'static str, level: Level) -> Problem {
    let first = sheet.rows.first().and_then(|row| row.cells.first());
    Problem {
        sheet: sheet.name.clone(),
        row: 0,
        column: String::new(),
        field: None,
        reason,
        level,
        raw: first.map(|(_, raw)| raw.display()).unwrap_or_default(),
    }
}
