//! `完成投资` without a time: what was done in the year of the plan beside it, or
//! since the works began, where it is far more than was planned for the year.

use suoji_model::decimal;

use super::progress::{IN_YEAR, PLANNED, SINCE_BEGUN};
use crate::book::Sheet;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::look::values;
use crate::ledger::heads::{LEAST, Match};
use crate::ledger::kinds::Ledger;

/// Headings that do not say since when.
const NAMES: &[&str] = &[
    "完成投资",
    "已完成投资",
    "实际完成投资",
    "完成投资额",
    "已完成投资额",
    "实际完成投资额",
    "完成投资情况",
    "投资完成",
    "投资完成额",
    "投资完成情况",
];
/// Decimals of an amount in any unit.
const DECIMALS: u8 = 6;

/// Takes such a column for what was done since the works began.
pub(crate) fn settle(sheet: &Sheet, ledger: &Ledger, block: &Block, wishes: &mut [(usize, Match)]) {
    if ledger.name != "key_project" {
        return;
    }
    let sum = |at: usize| -> Option<i128> {
        let (number, head) = block.heads.get(at)?;
        let values = values(sheet, block, *number).into_iter();
        let amounts = values.filter_map(|raw| {
            let text = tight(&raw.display()).replace(',', "");
            decimal::parse(&text, DECIMALS).map(i128::from)
        });
        let power = head.unit().map_or(0, |unit| unit.power);
        Some(amounts.sum::<i128>() * 10i128.pow(power))
    };
    let of = |role| {
        let mut wishes = wishes.iter();
        let is_it = |found: &Match| found.role == role && found.confidence >= LEAST;
        wishes.find(|(_, found)| is_it(found)).map(|(at, _)| *at)
    };
    let Some(planned) = of(PLANNED).filter(|_| of(SINCE_BEGUN).is_none()) else {
        return;
    };
    let is_bare = |at: usize| {
        let head = block.heads.get(at);
        head.is_some_and(|(_, head)| NAMES.contains(&&*head.key()))
            && head.is_some_and(|(_, head)| !head.text().contains('年'))
    };
    let is_more = |at: usize| {
        let sums = sum(at).zip(sum(planned));
        sums.is_some_and(|(done, planned)| planned > 0 && done * 2 > planned * 3)
    };
    for (at, found) in wishes {
        if found.role == IN_YEAR && found.reason != "told" && is_bare(*at) && is_more(*at) {
            found.role = SINCE_BEGUN;
        }
    }
}
