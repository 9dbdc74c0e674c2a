//! Sheets that hold no ledger.

use super::turned;
use crate::book::Sheet;
use crate::problem::{Level, Problem};

/// That a sheet holds no ledger.
pub(super) const NOT_UNDERSTOOD: &str = "sheet_not_understood";

/// A sheet that holds no ledger: somebody must look when it holds a table.
pub(super) fn foreign(sheet: &Sheet) -> Problem {
    let wide = sheet.rows.iter().filter(|row| row.cells.len() >= 3).count();
    let level = match wide >= 2 && !is_guide(sheet) {
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
pub(super) fn is_guide(sheet: &Sheet) -> bool {
    const NAMES: &[&str] = &[
        "字典",
        "下拉",
        "选项",
        "填报说明",
        "填表说明",
        "填写说明",
        "使用说明",
        "指标说明",
        "指标解释",
        "字段说明",
        "填报须知",
        "填表须知",
        "填写示例",
        "填报示例",
        "样表",
        "样例",
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
