//! What was invested or planned in another span of time than the field has:
//! `2024年完成投资` beside `2025年计划投资` in a ledger of 2025, `下月计划投资`,
//! `上月完成投资`, `以前年度完成投资`.

use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::given::year::year_in;
use crate::ledger::heads::{Head, LEAST, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::payment::periods;
use crate::ledger::words::{Role, field};

const PLANNED: Role = field("key_project", "annual_plan_investment");
const MONTH: Role = field("key_project", "month_completed_investment");
const SINCE_BEGUN: Role = field("key_project", "cumulative_investment");
const TOTAL: Role = field("key_project", "total_investment");
const PROJECT_TOTAL: Role = field("project", "total_investment");
const LEAD_TOTAL: Role = field("lead", "planned_investment");
const CONTRACT_TOTAL: Role = field("agreement", "contract_total");

/// Fields of one year.
const OF_YEAR: &[Role] = &[
    PLANNED,
    MONTH,
    field("key_project", "annual_completed_investment"),
    field("key_project", "completion_ratio"),
];

/// Words for a span that no field has.
const ELSEWHEN: &[&str] = &[
    "以前", "之前", "以后", "上年", "去年", "往年", "次年", "明年", "来年", "上月", "下月", "上周",
    "本周", "下周", "上季", "下季", "上旬", "下旬",
];

/// Words for a part of the year, and for the whole of it.
const PART: &[&str] = &["月", "季", "上半年", "下半年", "周", "旬"];
const WHOLE: &[&str] = &["年度", "全年", "本年", "今年", "当年", "1-12月"];

/// What is said of works, and not of an agreement.
const MEANT_OR_DONE: &[&str] = &["计划", "完成", "拟", "预计"];

/// The year that the innermost part of a heading names which names one.
fn named(head: &Head) -> Option<i32> {
    head.parts.iter().rev().find_map(|part| year_in(part))
}

/// Whether a heading is about another span of time than the field.
fn is_elsewhen(head: &Head, role: Role) -> bool {
    let own = head.parts.last().map(|part| tight(part));
    let own = own.unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|word| own.contains(word));
    match role {
        // Up to the end of last month is as far as it went.
        SINCE_BEGUN => false,
        // 2025年投资 and 6月计划投资 are parts of the whole.
        TOTAL => periods::begins_with_year(&own) || says(PART),
        PROJECT_TOTAL | CONTRACT_TOTAL | LEAD_TOTAL => {
            (periods::begins_with_year(&own) || says(PART)) && says(MEANT_OR_DONE)
        }
        PLANNED => says(ELSEWHEN) || says(PART) && !says(WHOLE),
        _ => OF_YEAR.contains(&role) && says(ELSEWHEN),
    }
}

/// Takes such columns for no field; in a ledger without a year those of the
/// last are its own.
pub(super) fn settle(
    ledger: &Ledger,
    block: &Block,
    year: Option<i32>,
    wishes: &mut [(usize, Match)],
) {
    if !matches!(ledger.name, "key_project" | "signing" | "lead") {
        return;
    }
    let head = |(index, found): &(usize, Match)| {
        let head = block.heads.get(*index).filter(|_| found.reason != "told");
        head.map(|(_, head)| head)
    };
    let year_of = |wish: &(usize, Match)| {
        let head = head(wish).filter(|_| OF_YEAR.contains(&wish.1.role));
        head.and_then(named)
    };
    let likely = wishes.iter().filter(|(_, found)| found.confidence >= LEAST);
    let own = year.or_else(|| likely.filter_map(year_of).max());
    let has_month = wishes
        .iter()
        .any(|(_, found)| found.role == MONTH && found.confidence >= SURE);
    for wish in wishes.iter_mut() {
        let Some(head) = head(wish) else {
            continue;
        };
        let of_other_year = year_of(wish).is_some_and(|year| Some(year) != own);
        // What was done this month goes on top of it.
        let ended = wish.1.role == SINCE_BEGUN && has_month && tight(&head.text()).contains("上月");
        if of_other_year || ended || is_elsewhen(head, wish.1.role) {
            wish.1.confidence = 0;
        }
    }
}
