//! `1-9月` and no more, beside the plan of the year: what was done in it so far.

use super::progress::{IN_YEAR, PLANNED};
use crate::book::Sheet;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::look::{looked_at, values};
use crate::ledger::heads::{Head, LEAST, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::payment::periods;

/// What stands above or below such months, and says no more than that they are
/// of an amount.
const AMOUNTS: &[&str] = &[
    "投资",
    "投资额",
    "金额",
    "完成",
    "完成额",
    "完成投资",
    "累计",
];

/// Takes the last of such columns for what was done, where no other says it.
pub(crate) fn settle(
    sheet: &Sheet,
    ledger: &Ledger,
    block: &Block,
    wishes: &mut Vec<(usize, Match)>,
) {
    let has = |role| {
        let mut wishes = wishes.iter();
        wishes.any(|(_, found)| found.role == role && found.confidence >= LEAST)
    };
    if ledger.name != "key_project" || !has(PLANNED) || has(IN_YEAR) {
        return;
    }
    let heads = block.heads.iter().enumerate();
    let filled = heads.filter_map(|(index, (number, head))| {
        let last = last(head)?;
        (!values(sheet, block, *number).is_empty()).then_some((last, index))
    });
    let Some((_, index)) = filled.max_by_key(|(last, _)| *last) else {
        return;
    };
    let (number, head) = &block.heads[index];
    let found = Match::exact(IN_YEAR);
    let confidence = looked_at(sheet, block, *number, found, head.unit());
    if confidence >= SURE {
        let found = Match {
            confidence,
            ..found
        };
        wishes.push((index, found));
    }
}

/// The last month of a heading that is of nothing but those since January.
fn last(head: &Head) -> Option<u32> {
    let parts = head.parts.iter().map(|part| tight(part));
    let mut last = None;
    for part in parts {
        let bare = part.split('(').next().unwrap_or_default();
        match until(bare) {
            Some(month) => last = Some(month),
            None if AMOUNTS.contains(&bare) => {}
            None => return None,
        }
    }
    last
}

/// The last month of `1-9月` or `1至9月份`.
fn until(text: &str) -> Option<u32> {
    let (first, rest) = periods::number(text)?;
    let rest = rest.strip_prefix(['-', '—', '–', '~', '至', '到'])?;
    let (last, rest) = periods::number(rest.trim_start_matches(['-', '—']))?;
    let is_whole = matches!(rest, "月" | "月份" | "月累计");
    (first == 1 && (2..=12).contains(&last) && is_whole).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_since_january_stand_alone() {
        let of = |parts: &[&str]| {
            let parts = parts.iter().map(|part| (*part).to_owned()).collect();
            last(&Head { parts })
        };
        assert_eq!(of(&["1至9月"]), Some(9));
        assert_eq!(of(&["1—10月（亿元）"]), Some(10));
        assert_eq!(of(&["1-9月", "投资"]), Some(9));
        assert_eq!(of(&["1-9月", "占比"]), None);
        assert_eq!(of(&["1-9月计划"]), None);
        assert_eq!(of(&["7-10月"]), None);
    }
}
