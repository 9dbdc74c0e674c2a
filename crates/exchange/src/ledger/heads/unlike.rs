//! What a heading says in front of a word or behind it that makes of it
//! another field than the word is: `一期总投资`, `拟完成投资`, `已利用资金`.

use crate::cells::text::tight;
use crate::ledger::words::Role;

/// What makes of something done what is meant to be.
const MEANT: &[&str] = &["拟", "意向", "预", "预计", "预期", "计划", "应", "承诺"];
/// The same of amounts and days of works.
const MEANT_OF_WORKS: &[&str] = &["拟", "预计", "预期", "计划", "应", "力争", "目标"];
/// What makes of something agreed on what came of it.
const DONE: &[&str] = &["已", "实际", "累计", "入库", "纳统", "入统"];
/// Parts of a project that are done before the whole.
const PARTS: &[&str] = &["主体", "单体", "土建", "厂房", "设备"];
/// What makes of how far works have come how far they should have, or had.
const OTHER_PROGRESS: &[&str] = &["目标", "年底", "年末", "上月", "上周", "上季", "下月"];

/// What is somewhere in the zone.
const PLACED: &[&str] = &["项目", "建设", "落地", "落户", "厂房", "用地"];

/// What makes of a first day a later one.
const LATEST: &[&str] = &["最近", "最新", "近期", "上次", "下次", "末次", "更新"];

/// What stands in front of a part of a heading.
pub(super) fn before<'h>(word: &str, head: &'h str) -> &'h str {
    head.split_once(word).map_or("", |(before, _)| before)
}

/// Whether what stands in front of a part says of which phase it is:
/// `一期总投资` is no total of the whole.
pub(crate) fn ends_in_phase(before: &str) -> bool {
    let number = before.strip_suffix('期').map(|rest| rest.chars().last());
    let counts = |c: char| c.is_ascii_digit() || "一二三四五六七八九十首前后".contains(c);
    number.flatten().is_some_and(counts)
}

/// Whether a part of a heading is of one phase, in brackets: `总投资（一期）`.
pub(super) fn is_of_phase(part: &str) -> bool {
    let part = tight(part);
    let mut inside = part.split('(').skip(1);
    inside.any(|words| {
        let words = words.split(')').next().unwrap_or_default();
        let words = words.trim_start_matches('第');
        words.chars().count() == 2 && ends_in_phase(words)
    })
}

/// Whether a word of a heading ends within another: 投资方 in 投资方式.
fn is_cut(word: &str, head: &str) -> bool {
    let behind = head.split_once(word).map_or("", |(_, behind)| behind);
    word.ends_with('方') && behind.starts_with(['式', '案', '法', '向', '面', '针'])
}

/// Whether a heading is about something else than the word in it.
pub(super) fn is_one(role: Role, word: &str, head: &str) -> bool {
    if is_cut(word, head) {
        return true;
    }
    let Role::Field(target) = role else {
        return false;
    };
    let before = before(word, head);
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    match (target.kind, target.field) {
        ("lease" | "payment" | "visit", _) => ends(MEANT),
        (
            "key_project",
            "annual_completed_investment"
            | "month_completed_investment"
            | "cumulative_investment"
            | "sign_date"
            | "registered_date"
            | "land_supplied_date",
        ) => ends(MEANT_OF_WORKS),
        // Where a project stands is not whence its capital comes.
        ("project", "source_region") => ends(PLACED),
        ("key_project", "start_date" | "completion_date" | "production_date") => ends(PARTS),
        ("lead", "reported_at") => ends(MEANT) || LATEST.iter().any(|other| head.contains(other)),
        ("key_project", "visible_progress") => {
            let adds = |other: &str| head.contains(other) && !word.contains(other);
            OTHER_PROGRESS.iter().any(|other| adds(other))
        }
        (_, "total_investment" | "contract_total" | "contract_capital" | "planned_investment") => {
            ends(DONE)
        }
        _ => false,
    }
}
