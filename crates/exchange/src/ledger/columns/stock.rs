//! What stands at several times, `1月▸已租` beside `2月▸已租`, `上月底` beside
//! `本月底` or `上周进度` beside `本周进度`: the latest is what stands now.

use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::heads::{Head, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::Role;

/// Areas that stand at a time.
const FIELDS: &[&str] = &["leased_area", "sold_area", "vacant_area", "occupancy_rate"];
/// Words for a time before, and for now.
const BEFORE: &[&str] = &[
    "上年", "去年", "上月", "上季", "上期", "年初", "期初", "月初", "上周",
];
const NOW: &[&str] = &[
    "本年", "今年", "本月", "本季", "本期", "期末", "月末", "目前", "当前", "本周",
];

/// A time by its year, its month, and whether it is past, none or now.
type Time = (u32, u32, i8);

/// The number that stands in front of a sign: 2024 of `2024年末已租`.
fn number(text: &str, sign: char) -> u32 {
    let before = text.split_once(sign).map_or("", |(before, _)| before);
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    before[digits.len()..].parse().unwrap_or(0)
}

/// The time that a heading is of.
fn time(head: &Head) -> Time {
    let text = tight(&head.text());
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let near = match (says(BEFORE), says(NOW)) {
        (true, false) => -1,
        (false, true) => 1,
        _ => 0,
    };
    (number(&text, '年'), number(&text, '月'), near)
}

/// Leaves such a field to the column of the latest time.
pub(super) fn settle(ledger: &Ledger, block: &Block, wishes: &mut [(usize, Match)]) {
    let fields = match ledger.name {
        "factory_unit" | "lease" => FIELDS,
        "key_project" => &["weekly_progress", "visible_progress"],
        _ => return,
    };
    built(block, wishes);
    of_all(block, wishes);
    lettable(block, wishes);
    let of = |field: &str, found: &Match| {
        let is_field = matches!(found.role, Role::Field(target) if target.field == field);
        is_field && found.reason != "told" && found.confidence > 0
    };
    for field in fields {
        let own = wishes.iter().filter(|(_, found)| of(field, found));
        let times = own.filter_map(|(index, _)| Some(time(&block.heads.get(*index)?.1)));
        let Some(latest) = times.max().filter(|latest| *latest > (0, 0, 0)) else {
            continue;
        };
        for (index, found) in wishes.iter_mut().filter(|(_, found)| of(field, found)) {
            let head = block.heads.get(*index).map(|(_, head)| head);
            let timed = head.map(time).filter(|own| *own != (0, 0, 0));
            if timed.is_some_and(|own| own < latest) {
                found.confidence = 0;
            }
        }
    }
}

/// 已建成 beside 载体总面积 is what there is; all of it is only planned.
fn built(block: &Block, wishes: &mut [(usize, Match)]) {
    let is_built = |index: usize| {
        let head = block.heads.get(index).map(|(_, head)| head);
        let own = head
            .and_then(|head| head.parts.last())
            .map(|own| tight(own));
        let own = own.unwrap_or_default();
        let own = own.trim_start_matches('已');
        ["建成", "竣工", "完工"]
            .iter()
            .any(|word| own.starts_with(word))
    };
    let is_whole = |found: &Match| {
        matches!(found.role, Role::Field(target) if target.field == "floor_area")
            && found.reason != "told"
    };
    let sure = |(index, found): &(usize, Match)| {
        is_whole(found) && found.confidence >= SURE && is_built(*index)
    };
    if !wishes.iter().any(sure) {
        return;
    }
    for (index, found) in wishes.iter_mut() {
        if is_whole(found) && !is_built(*index) {
            found.confidence = 0;
        }
    }
}

/// What is let now, beside what the contract said, 在租面积, or all of it beside
/// its parts, 面积▸合计, is what is let.
fn of_all(block: &Block, wishes: &mut [(usize, Match)]) {
    let own = |head: &Head| head.parts.last().map(|own| tight(own)).unwrap_or_default();
    let above = |head: &Head| {
        let above = head.parts.split_last().map(|(_, above)| above.concat());
        tight(&above.unwrap_or_default())
    };
    let is_better = |head: &Head| {
        let is_sum = ["合计", "小计", "总计"]
            .iter()
            .any(|sum| own(head).starts_with(sum));
        let now = ["在租", "现租", "实租"]
            .iter()
            .any(|now| own(head).starts_with(now));
        is_sum && above(head).contains("面积") || now && own(head).contains("面积")
    };
    let Some((best, head)) = block.heads.iter().find(|(_, head)| is_better(head)) else {
        return;
    };
    let (best, under) = (*best, above(head));
    let is_sum = !own(head).contains("租");
    for (index, found) in wishes.iter_mut() {
        let Some((number, head)) = block.heads.get(*index) else {
            continue;
        };
        let is_let = matches!(found.role, Role::Field(target) if target.field == "leased_area");
        let is_beside = !is_sum || above(head) == under;
        if is_let && *number != best && is_beside && found.reason != "told" {
            found.confidence = 0;
        }
    }
}

/// 可租面积 beside 空置面积 is all that can ever be let, and not what is vacant.
fn lettable(block: &Block, wishes: &mut [(usize, Match)]) {
    let own = |index: usize| {
        let head = block.heads.get(index).map(|(_, head)| head);
        let own = head.and_then(|head| head.parts.last());
        own.map(|own| tight(own)).unwrap_or_default()
    };
    let is_vacant = |found: &Match| {
        let is_field = matches!(found.role, Role::Field(target) if target.field == "vacant_area");
        is_field && found.confidence >= SURE && found.reason != "told"
    };
    let empty = ["空置面积", "未租面积", "空置", "未租", "未出租", "未去化"];
    let mut vacant = wishes.iter().filter(|(_, found)| is_vacant(found));
    if !vacant.any(|(index, _)| empty.iter().any(|word| own(*index).starts_with(word))) {
        return;
    }
    for (index, found) in wishes.iter_mut() {
        let is_all = ["可租", "可出租", "可供租", "可租售"];
        if is_vacant(found) && is_all.iter().any(|word| own(*index).starts_with(word)) {
            found.confidence = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Head, time};

    #[test]
    fn a_heading_is_of_a_time() {
        let of = |parts: &[&str]| {
            let parts = parts.iter().map(|part| (*part).to_owned()).collect();
            time(&Head { parts })
        };
        assert!(of(&["1月", "已租"]) < of(&["2月", "已租"]));
        assert!(of(&["2024年已租面积"]) < of(&["2025年已租面积"]));
        assert!(of(&["上月底", "已租"]) < of(&["本月底", "已租"]));
        assert!(of(&["已租"]) < of(&["本月底", "已租"]));
        assert_eq!(of(&["已租面积"]), (0, 0, 0));
    }
}
