//! Whether all works of a sheet are planned, under construction or finished.

use suoji_model::kinds;

use crate::book::{Sheet, Workbook};
use crate::ledger::columns::{Mapped, has};
use crate::ledger::words::target;

/// Whether the projects are planned, under construction or finished: by the
/// sheet's name, the title, the file's name or the heading of the names.
pub(super) fn named(
    book: &Workbook,
    sheet: &Sheet,
    titles: &[String],
    columns: &[Mapped],
) -> Option<&'static str> {
    let said = |text: &str| {
        // 拟集中开工 has not begun, and 拟竣工投产 is not finished.
        let text = text.replace("拟集中开工", "拟开工");
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let found: Vec<&'static str> = [
            (
                "building",
                says(&[
                    "在建",
                    "续建",
                    "开工未",
                    "开工暂未",
                    "开工尚未",
                    "实施类",
                    "实施项目",
                    "集中开工",
                    "开工一批",
                ]) || text.contains("实施") && text.contains("储备"),
            ),
            (
                "planned",
                says(&["拟建", "拟开工", "储备", "前期项目", "待开工"]),
            ),
            (
                "finished",
                says(&["竣工", "投产", "完工"])
                    && !says(&[
                        "在建",
                        "未竣工",
                        "未投产",
                        "未完工",
                        "计划竣工",
                        "拟竣工",
                        "预计竣工",
                        "计划投产",
                        "拟投产",
                        "开竣工",
                        "开工竣工",
                        "开工、竣工",
                        "开工和竣工",
                        "开工及竣工",
                        "竣工推进",
                        "推进竣工",
                    ]),
            ),
        ]
        .into_iter()
        .filter_map(|(kind, said)| said.then_some(kind))
        .collect();
        match found.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    };
    let first = titles.first().map(String::as_str).unwrap_or_default();
    let named = said(&sheet.name)
        .or_else(|| said(first))
        .or_else(|| said(&book.file));
    let head = || {
        let name = columns
            .iter()
            .find(|column| column.target() == Some(target("project", "name")));
        let heading = name
            .map(|column| column.column.head.as_str())
            .unwrap_or_default();
        said(heading)
    };
    named.or_else(head)
}

/// The phase of the works by what the headings ask.
pub(super) fn by_headings(columns: &[Mapped]) -> Option<&'static str> {
    let key = |field| has(columns, target(kinds::KEY_PROJECT.name, field));
    let planned = key("planned_start_date") && !key("start_date");
    // What was done of them this year is asked of works.
    let done = ["annual_completed_investment", "month_completed_investment"];
    let is_done = key("visible_progress") || done.into_iter().any(key);
    if planned && !is_done {
        Some("planned")
    } else if tells_of_works(columns) {
        Some("building")
    } else if key("completion_date") && key("production_date") {
        Some("finished")
    } else {
        None
    }
}

/// Whether the headings ask how the building of projects gets on.
pub(crate) fn tells_of_works(columns: &[Mapped]) -> bool {
    const WORKS: &[&str] = &[
        "visible_progress",
        "weekly_progress",
        "buildings_started",
        "workers",
        "annual_completed_investment",
        "month_completed_investment",
    ];
    let key = |field| has(columns, target(kinds::KEY_PROJECT.name, field));
    WORKS.iter().copied().any(key)
}
