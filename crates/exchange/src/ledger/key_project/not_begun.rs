//! Works that their sheet supposes to be going on, and of which the row says that
//! they have not begun.

use suoji_model::{Cell, Value};

use super::done_in_fact;
use crate::ledger::line::Line;
use crate::ledger::words::target;

/// Where nothing but the headings shows works, a project without a first day
/// that is said not to have begun is planned, and one without a last day is
/// not finished.
pub(super) fn told(line: &mut Line<'_>) {
    let of = |field| target("key_project", field);
    let ledger = of("ledger_kind");
    let mut given = line.frame.given.iter();
    let supposed = given.any(|one| one.target == ledger && one.is_supposed);
    let known = |line: &Line<'_>, field| matches!(line.get(of(field)), Cell::Known(..));
    let begun = known(line, "start_date");
    // Days planned beside those of completion: not all are finished yet.
    let plans = ["planned_start_date", "planned_completion_date"];
    let plans = plans
        .iter()
        .any(|field| line.column_of(of(field)).is_some() || known(line, field));
    let done = ["completion_date", "production_date"];
    let done = done.iter().any(|field| known(line, field));
    if supposed && plans && !done && line.text(ledger) == Some("finished") {
        let kind = if begun { "building" } else { "planned" };
        line.set(ledger, Value::Text(kind.to_owned()));
        return;
    }
    if supposed && line.text(ledger) == Some("building") && done_in_fact(line) {
        line.set(ledger, Value::Text("finished".to_owned()));
        return;
    }
    if !supposed || begun || line.text(ledger) != Some("building") {
        return;
    }
    const NOT_BEGUN: &[&str] = &[
        "未开工",
        "未动工",
        "办理",
        "前期",
        "拟开工",
        "待开工",
        "筹备",
        "挂牌",
        "摘牌",
        "招拍挂",
    ];
    let progress = line.text(of("visible_progress")).unwrap_or_default();
    let day = line.text_of(of("start_date"));
    let said = NOT_BEGUN.iter().any(|word| progress.contains(word))
        || matches!(
            progress,
            "选址" | "项目选址" | "选址中" | "规划设计" | "方案设计"
        )
        || ["未开工", "未动工", "待开工"]
            .iter()
            .any(|word| day.contains(word));
    if said || line.text(of("build_nature")) == Some("reserve") {
        line.set(ledger, Value::Text("planned".to_owned()));
    }
}
