//! Columns that ask of every row whether it counts: `是否纳入考核`, `计入统计`.

use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;

/// How a heading asks.
const ASKING: &[&str] = &["是否", "能否", "可否", "应否"];
/// Words for to count, before what it counts in.
const COUNT: &[&str] = &["纳入", "计入", "列入", "进入"];
/// What a row counts in; nothing may stand there.
const SUMS: &[&str] = &[
    "考核",
    "统计",
    "任务",
    "汇总",
    "指标",
    "目标",
    "完成数",
    "总数",
    "签约数",
    "口径",
];
/// The same in one word.
const WHOLE: &[&str] = &[
    "纳统", "入统", "计数", "考核", "统计", "有效", "认定", "认可",
];

/// Whether such a column, which nothing else is known of, says no of the row.
pub(super) fn denies(line: &Line<'_>, column: &Mapped) -> bool {
    column.role.is_none() && is_one(&column.head) && line.mark(column) == Some(false)
}

/// Whether a heading asks that.
fn is_one(head: &str) -> bool {
    let head = head.rsplit('▸').next().unwrap_or(head);
    let asked = ASKING.iter().find_map(|word| head.strip_prefix(word));
    let body = asked.unwrap_or(head);
    let counts = COUNT.iter().find_map(|word| body.strip_prefix(word));
    let in_sums = |what: &str| what.is_empty() || SUMS.iter().any(|sum| what.ends_with(sum));
    counts.is_some_and(in_sums) || asked.is_some_and(|body| WHOLE.contains(&body))
}

#[cfg(test)]
mod tests {
    use super::is_one;

    #[test]
    fn a_heading_asks_whether_the_row_counts() {
        for head in [
            "是否纳入考核",
            "是否计入",
            "计入考核",
            "是否纳统",
            "是否纳入年度统计",
            "考核▸是否有效",
        ] {
            assert!(is_one(head), "{head}");
        }
        for head in ["是否开工", "纳入统计时间", "考核", "是否纳入省重点", "认定"]
        {
            assert!(!is_one(head), "{head}");
        }
    }
}
