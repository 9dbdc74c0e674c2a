//! What was invested in a project: since it began, or in the year of the
//! ledger. A heading such as 累计完成 says which by what stands around it.

use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::heads::{Head, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::payment::periods;
use crate::ledger::words::{Role, field};

pub(super) const SINCE_BEGUN: Role = field("key_project", "cumulative_investment");
pub(super) const IN_YEAR: Role = field("key_project", "annual_completed_investment");

pub(super) const PLANNED: Role = field("key_project", "annual_plan_investment");

/// What a column of one quarter is no field of.
const OF_TIME: &[Role] = &[
    SINCE_BEGUN,
    IN_YEAR,
    PLANNED,
    field("key_project", "completion_ratio"),
];

/// Whether a column is of one quarter, or of one of several months: `一季度▸计划`,
/// `二季度完成投资`, `3月▸计划`.
fn is_of_quarter(head: &Head) -> bool {
    let above = head.parts.split_last().map(|(_, above)| above);
    let in_month = above.into_iter().flatten().any(|part| {
        let part = tight(part);
        let month = part
            .strip_suffix("月份")
            .or_else(|| part.strip_suffix('月'));
        month.is_some_and(|month| periods::number(month).is_some_and(|(_, rest)| rest.is_empty()))
    });
    in_month
        || head.parts.iter().any(|part| {
            let part = tight(part);
            part.contains("季度") && !part.contains("本季度")
        })
}

/// Whether a heading says itself of which year it counts: `2025年累计完成投资`.
fn is_of_year(own: &str) -> bool {
    let own = tight(own);
    let rest = own.get(4..).and_then(|rest| rest.strip_prefix('年'));
    periods::begins_with_year(&own) && rest.is_some_and(|rest| rest.starts_with("累计"))
}

/// What a column that counts only up to the end of an earlier year loses
/// beside one that counts on.
const ENDED: u8 = 10;

/// Gives such columns to the span of time that they are of.
pub(crate) fn settle(ledger: &Ledger, block: &Block, wishes: &mut [(usize, Match)]) {
    if ledger.name != "key_project" {
        return;
    }
    for (index, found) in wishes.iter_mut() {
        let head = block.heads.get(*index).map(|(_, head)| head);
        if OF_TIME.contains(&found.role)
            && found.reason != "told"
            && head.is_some_and(is_of_quarter)
        {
            found.confidence = 0;
        }
    }
    let has_year = wishes
        .iter()
        .any(|(_, found)| found.role == IN_YEAR && found.confidence >= SURE);
    let months = block.heads.iter().map(|(_, head)| {
        // 2024年各月完成投资 stands above months of what was done.
        let own = head.parts.last().map(|own| tight(own));
        own.filter(|_| head.parts.len() > 1)
    });
    let one_month = |own: &String| {
        let number = periods::number(own);
        number.is_some_and(|(_, rest)| rest == "月" || rest == "月份")
    };
    let months = months.flatten().filter(one_month);
    let in_months = months.count() >= 2;
    for (index, found) in wishes.iter_mut() {
        let Some((_, head)) = block.heads.get(*index) else {
            continue;
        };
        if found.role != SINCE_BEGUN || found.reason == "told" {
            continue;
        }
        let text = tight(&head.text());
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        // What was done before the year is no field: the whole counts on from there.
        if says(&["上年", "去年", "以前年度"]) {
            found.confidence = 0;
            continue;
        }
        if says(&["年底", "年末"]) {
            found.confidence = found.confidence.saturating_sub(ENDED);
            continue;
        }
        let since_begun = says(&["开工", "历年", "总累计", "建设以来", "至今"]);
        let above = head.parts.split_last().map(|(_, above)| above);
        let under_year = above.into_iter().flatten().any(|part| {
            let part = tight(part);
            part.contains("本年") || part.contains("年度") || periods::begins_with_year(&part)
        });
        let under_year = under_year || head.parts.last().is_some_and(|own| is_of_year(own));
        if !has_year && !since_begun && (under_year || in_months) {
            found.role = IN_YEAR;
        }
    }
}
