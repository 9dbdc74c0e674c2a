//! A small table of counts below the records: `序号 | 单位 | 个数 | 总投资`, with a line
//! for each office. None of its lines is a record.

use crate::book::{Raw, Row};
use crate::cells::text::tight;
use crate::ledger::block::Block;

/// What such a table begins with, and what it counts under.
const FIRST: &[&str] = &[
    "序号",
    "名称",
    "单位",
    "类别",
    "分类",
    "类型",
    "行业",
    "产业",
    "级别",
    "镇街",
    "乡镇",
    "部门",
    "性质",
    "区域",
    "月份",
    "季度",
    "指标",
    "项目类别",
    "项目类型",
    "建设性质",
    "责任单位",
];
const COUNTS: &[&str] = &[
    "个数",
    "项目数",
    "项目个数",
    "项目数量",
    "数量",
    "宗数",
    "家数",
    "户数",
    "企业数",
    "笔数",
];
/// Headings that it has at least, and characters of the longest.
const LEAST: usize = 3;
const LONG: usize = 12;

/// Whether the row has the headings of such a table.
pub(super) fn begins(block: &Block, row: &Row) -> bool {
    let filled = || row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    let Some((_, Raw::Text(first))) = filled().next() else {
        return false;
    };
    if row.number <= block.last || !FIRST.contains(&tight(first).as_str()) {
        return false;
    }
    let is_head = |raw: &Raw| {
        let short = matches!(raw, Raw::Text(text) if text.chars().count() <= LONG);
        short && !raw.display().contains(|c: char| c.is_ascii_digit())
    };
    let own = |number: u32| block.heads.iter().find(|(column, _)| *column == number);
    let counts = |(number, raw): &(u32, Raw)| {
        let text = tight(&raw.display());
        let bare = text.split('(').next().unwrap_or_default();
        let is_own = own(*number).is_some_and(|(_, head)| head.key() == bare);
        COUNTS.contains(&bare) && !is_own
    };
    filled().count() >= LEAST && filled().all(|(_, raw)| is_head(raw)) && filled().any(counts)
}
