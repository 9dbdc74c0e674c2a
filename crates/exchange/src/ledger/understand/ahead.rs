//! The part of a report that lists what is to be done next, `三、下周计划`: none of
//! it is a visit or a lead yet.

use crate::book::{Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::choose::lines_above;
use crate::ledger::under;

/// The time that is to come.
const NEXT: &[&str] = &["下周", "下月", "下旬", "下季", "下步", "下一步", "下阶段"];
/// What a part about it lists.
const PLANS: &[&str] = &["计划", "安排", "打算", "行程"];
/// What makes of a visit one that is meant, and what it is called.
const MEANT: &[&str] = &["计划", "拟", "预计", "近期拟", "近期计划", "待"];
const VISITS: &[&str] = &[
    "拜访",
    "走访",
    "接待",
    "来访",
    "外出",
    "考察",
    "外出拜访",
    "外出招商",
    "外出考察",
];
/// Words of a part that lists what was done as well.
const DONE: &[&str] = &["本周", "本月", "本旬", "本季", "完成", "及"];

/// Whether a line alone in its row begins such a part.
pub(crate) fn begins(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    let (Some((_, raw)), None) = (filled.next(), filled.next()) else {
        return false;
    };
    let text = tight(&raw.display());
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    says(NEXT) && says(PLANS) && !says(DONE) || is_meant(&text)
}

/// Whether a part is of visits that are only meant: `二、计划拜访（3个）`.
fn is_meant(text: &str) -> bool {
    let name = under::bare(text).unwrap_or_default();
    let name = ["企业", "客商", "项目", "单位", "活动"]
        .iter()
        .find_map(|word| name.strip_suffix(word))
        .unwrap_or(&name);
    let visit = MEANT.iter().find_map(|word| name.strip_prefix(word));
    visit.is_some_and(|visit| VISITS.contains(&visit))
}

/// Whether a table below another stands in such a part.
pub(super) fn holds(sheet: &Sheet, block: &Block) -> bool {
    let (own, _) = lines_above(sheet, block);
    block.below.is_some() && own.last().is_some_and(|line| begins(line))
}
