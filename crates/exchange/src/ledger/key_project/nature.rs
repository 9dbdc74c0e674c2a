//! A project that was new in an earlier year than its ledger's is continued in
//! it: `2024年新建` in a list of 2025.

use suoji_model::Value;

use crate::cells::text::tight;
use crate::ledger::given::year::year_in;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::problem::Level;
use crate::table::Target;

const NATURE: Target = target("key_project", "build_nature");

/// 拟建 among 新建 and 续建 says that the works have not begun.
pub(super) fn not_begun(line: &mut Line<'_>) {
    const LEDGER: Target = target("key_project", "ledger_kind");
    const MEANT: &[&str] = &["拟建", "拟开工"];
    let Some(column) = line.column_of(NATURE) else {
        return;
    };
    let said = tight(&line.raw(column).display());
    if !MEANT.contains(&said.as_str()) {
        return;
    }
    if line.column_of(LEDGER).is_none() {
        line.set(LEDGER, Value::Text("planned".to_owned()));
    }
}

/// Takes such a project for one that goes on.
pub(super) fn of_earlier_year(line: &mut Line<'_>) {
    let (Some(column), Some(year)) = (line.column_of(NATURE), line.frame.year) else {
        return;
    };
    let named = year_in(&line.raw(column).display());
    if line.text(NATURE) == Some("new") && named.is_some_and(|named| named < year) {
        line.set(NATURE, Value::Text("continuing".to_owned()));
        line.report(Some(column), Some(NATURE), "new_before_year", Level::Should);
    }
}
