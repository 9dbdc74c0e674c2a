//! Days that are only planned: by the heading above them, `计划时间节点▸竣工`.

use crate::cells::text::tight;
use crate::ledger::words::{Role, target};
use crate::table::Target;

/// The days on which something was done, and those planned for it.
pub(crate) const DAYS: [(Target, Target); 3] = [
    (
        target("key_project", "start_date"),
        target("key_project", "planned_start_date"),
    ),
    (
        target("key_project", "completion_date"),
        target("key_project", "planned_completion_date"),
    ),
    (
        target("key_project", "production_date"),
        target("key_project", "planned_production_date"),
    ),
];

/// The role of a column by all parts of its heading: the innermost that says
/// whether its days are planned is right.
pub(super) fn under(role: Role, parts: &[String]) -> Role {
    let said = parts.iter().rev().find_map(|part| is_planned(part));
    let Role::Field(done) = role else {
        return role;
    };
    match of(done) {
        Some(planned) if said == Some(true) => Role::Field(planned),
        _ => role,
    }
}

/// The planned day of one on which something was done.
pub(crate) fn of(done: Target) -> Option<Target> {
    let pair = DAYS.iter().find(|(day, _)| *day == done);
    pair.map(|(_, planned)| *planned)
}

/// Whether a heading leaves open whether its days are planned or came true, as
/// `（预计）竣工时间` does.
pub(crate) fn is_open(head: &str) -> bool {
    let head = tight(head);
    let mut planned = ["预计", "计划", "拟"].into_iter();
    planned.any(|word| {
        let either = [format!("({word})"), format!("或{word}"), format!("/{word}")];
        either.iter().any(|words| head.contains(words))
    })
}

/// Words for what is planned, agreed on or demanded.
const PLANS: &[&str] = &[
    "计划",
    "预计",
    "倒排",
    "目标",
    "约定",
    "承诺",
    "最迟",
    "最晚",
    "时限",
    "调整后",
    "应开工",
    "应竣工",
    "应投产",
    "协议开工",
    "协议竣工",
    "协议投产",
    "合同开工",
    "合同竣工",
    "合同投产",
];

/// Whether a part of a heading is about what is planned, or about what was
/// done; a part about both, or neither, says nothing.
fn is_planned(part: &str) -> Option<bool> {
    // 计划完成时间 is planned, 计划及完成情况 both.
    let part = tight(part).replace("计划完成", "计划");
    let says = |words: &[&str]| words.iter().any(|word| part.contains(word));
    let planned = says(PLANS);
    let done = says(&["实际", "完成", "确认", "进展"]);
    (planned != done).then_some(planned)
}

#[cfg(test)]
mod tests {
    use super::{is_open, is_planned};

    #[test]
    fn a_heading_says_whether_its_days_are_planned() {
        for (part, wanted) in [
            ("计划时间节点", Some(true)),
            ("计划完成时间", Some(true)),
            ("开工（计划）", Some(true)),
            ("合同约定开工时间", Some(true)),
            ("竣工时限", Some(true)),
            ("实际", Some(false)),
            ("计划及完成情况", None),
            ("关键节点时间", None),
        ] {
            assert_eq!(is_planned(part), wanted, "{part}");
        }
    }

    #[test]
    fn a_heading_may_leave_open_what_its_days_are() {
        for head in [
            "（预计）竣工时间",
            "竣工(计划)时间",
            "竣工或预计竣工时间",
            "竣工/拟竣工时间",
        ] {
            assert!(is_open(head), "{head}");
        }
        for head in ["预计竣工时间", "计划竣工时间", "竣工时间"] {
            assert!(!is_open(head), "{head}");
        }
    }
}
