//! Sheets of visits that are still to be made: `5月走访计划表`, `下周拜访安排`,
//! or nothing but headings of what is planned.

use super::titles;
use crate::book::{Sheet, Workbook};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::{Mapped, has};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::{Role, target};

/// What a visit is called.
const VISITS: &[&str] = &[
    "拜访",
    "走访",
    "来访",
    "接待",
    "外出",
    "考察",
    "敲门",
    "招商活动",
];
/// What makes of it one that is meant.
const MEANT: &[&str] = &[
    "拟",
    "拟邀",
    "拟邀请",
    "计划",
    "预计",
    "下周",
    "下周计划",
    "下月",
    "下月计划",
];

/// Words of a name that is of visits that were made, too.
const DONE: &[&str] = &["本周", "本月", "情况", "及", "和", "记录", "台账", "总结"];

/// Whether a name is of visits to come.
fn says(name: &str) -> bool {
    let name = tight(name);
    let bare = name.split('(').next().unwrap_or_default();
    let ends = ["一览表", "清单", "汇总表", "表"];
    let bare = ends
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .unwrap_or(bare);
    let is_plan = bare.ends_with("计划") || name.ends_with("(计划)");
    // 本周拜访情况及下周计划 lists what was done as well.
    let tells_done = DONE.iter().any(|word| name.contains(word));
    !tells_done && (is_plan || VISITS.iter().any(|visit| means(&name, visit)))
}

/// Whether a text is of something meant: `拟走访客商`, `下周拜访`.
fn means(text: &str, visit: &str) -> bool {
    let before = text.split_once(visit).map(|(before, _)| before);
    before.is_some_and(|before| MEANT.iter().any(|word| before.ends_with(word)))
}

/// Whether the sheet, a line above the table or else the file calls it one of
/// visits to come, or all that says when and whom is planned; and no column
/// says what came of them.
pub(super) fn is_one(
    book: &Workbook,
    sheet: &Sheet,
    block: &Block,
    (ledger, columns): (&Ledger, &[Mapped]),
) -> bool {
    if has(columns, target("visit", "result")) {
        return false;
    }
    let own: Vec<String> = titles(sheet, block).chain([sheet.name.clone()]).collect();
    let is_named = |name: &String| ledger.named.iter().any(|word| name.contains(word));
    let file = book
        .file
        .rsplit_once('.')
        .map_or(&*book.file, |(name, _)| name);
    let called = own.iter().any(|name| says(name));
    let by_file = !own.iter().any(is_named) && is_named(&file.to_owned()) && says(file);
    called || by_file || is_planned(columns)
}

/// Whether columns of meant visits stand where those that were made would.
fn is_planned(columns: &[Mapped]) -> bool {
    let fields = ["visit_date", "enterprise"].map(|field| target("visit", field));
    let made = columns.iter().any(|column| match column.role {
        Some(Role::Field(field) | Role::Span(field, _) | Role::Days(field, _)) => {
            fields.contains(&field)
        }
        _ => false,
    });
    let meant = |column: &Mapped| VISITS.iter().any(|visit| means(&column.head, visit));
    !made && columns.iter().any(meant)
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn a_name_says_whether_visits_are_to_come() {
        for name in [
            "5月走访计划表",
            "3月拟拜访企业",
            "下周拜访安排",
            "外出招商计划表（3月）",
            "目标企业拜访清单（计划）",
            "下周计划拜访企业",
            "拟邀来访客商名单",
        ] {
            assert!(says(name), "{name}");
        }
        for name in [
            "拜访台账",
            "走访计划及落实情况",
            "“百日敲门”行动计划及走访台账",
            "赴长三角招商考察行程安排表（2024年10月）",
            "招商计划完成情况（走访）",
            "招商工作周报：本周拜访情况及下周计划",
        ] {
            assert!(!says(name), "{name}");
        }
    }
}
