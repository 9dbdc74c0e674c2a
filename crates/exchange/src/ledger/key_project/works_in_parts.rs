//! What is planned for a year of works, or was done in it, in parts of the year
//! with no column for all of it: `2023年计划投资▸上半年 | 下半年`,
//! `2023年完成投资▸上半年 | 7-10月`. It is what they make together.

use suoji_model::{Cell, Money, Value};

use super::progress::{IN_YEAR, PLANNED};
use crate::cells::null;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::heads::{Head, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::line::Line;
use crate::ledger::payment::periods;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

const PLAN: Target = target("key_project", "annual_plan_investment");
const DONE: Target = target("key_project", "annual_completed_investment");

/// The first and the last month of a part of the year.
fn span(text: &str) -> Option<(u32, u32)> {
    let text = tight(text);
    let bare = text.split('(').next().unwrap_or_default();
    match bare {
        "上半年" => return Some((1, 6)),
        "下半年" => return Some((7, 12)),
        _ => {}
    }
    let named = bare.trim_start_matches('第');
    let (first, rest) = periods::number(named)?;
    if matches!(rest, "季度" | "季") {
        return (1..=4)
            .contains(&first)
            .then_some((first * 3 - 2, first * 3));
    }
    let rest = rest.strip_prefix(['-', '—', '–', '~', '至', '到'])?;
    let (last, rest) = periods::number(rest)?;
    let is_span = (1..=12).contains(&first) && (first..=12).contains(&last);
    (is_span && matches!(rest, "月" | "月份")).then_some((first, last))
}

/// Gives such columns their role, where they follow one another from January
/// on, to the end of the year if they are of a plan.
pub(crate) fn assign(ledger: &Ledger, block: &Block, given: &mut [Option<Match>]) {
    if ledger.name != "key_project" {
        return;
    }
    for (role, field) in [(PLANNED, PLAN), (IN_YEAR, DONE)] {
        let mut taken = given.iter().flatten();
        if taken.any(|one| one.role == role) {
            continue;
        }
        let above = |head: &Head| head.parts.split_last().map(|(_, above)| above.to_vec());
        let says = |parts: &Vec<String>| {
            let parts = parts.clone();
            let found = Head { parts }.matches(ledger.vocabulary());
            found
                .first()
                .is_some_and(|best| best.role == role && best.confidence >= SURE)
        };
        let mut parts: Vec<(u32, u32, usize)> = Vec::new();
        let mut parent: Option<Vec<String>> = None;
        for (at, (_, head)) in block.heads.iter().enumerate() {
            let is_open = given[at].is_none_or(|one| one.confidence < SURE);
            let found = head.parts.last().and_then(|own| span(own));
            let Some(((first, last), outer)) = found.zip(above(head)).filter(|_| is_open) else {
                continue;
            };
            let is_own = match &parent {
                Some(parent) => *parent == outer,
                None => !outer.is_empty() && says(&outer),
            };
            if is_own {
                parts.push((first, last, at));
                parent = Some(outer);
            }
        }
        let follow = parts.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0);
        let begins = parts.first().is_some_and(|(first, ..)| *first == 1);
        let ends = parts.last().is_some_and(|(_, last, _)| *last == 12);
        if parts.len() < 2 || !follow || !begins || role == PLANNED && !ends {
            continue;
        }
        for (_, _, at) in parts {
            given[at] = Some(Match {
                role: Role::Addend(field),
                confidence: SURE,
                reason: "added_up",
            });
        }
    }
}

/// Adds up what a row has in them; one that is no exact amount leaves it open.
pub(super) fn add_up(line: &mut Line<'_>) {
    for field in [PLAN, DONE] {
        let mut sum: Option<Money> = None;
        let mut last = None;
        for column in line.frame.columns {
            if column.role != Some(Role::Addend(field)) || null::read(line.raw(column)).is_some() {
                continue;
            }
            let Some(reading) = line.reading(column, field, line.context(column)) else {
                continue;
            };
            line.tell(column, field, &reading);
            let Cell::Known(Value::Money(money), None) = reading.cell else {
                return;
            };
            let minor = sum.map_or(Some(money.minor), |sum| sum.minor.checked_add(money.minor));
            sum = minor.map(|minor| Money { minor, ..money });
            last = Some(column);
        }
        if let Some(sum) = sum {
            line.set(field, Value::Money(sum));
            line.report(last, Some(field), "months_added_up", Level::Info);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::span;

    #[test]
    fn parts_of_a_year_have_months() {
        for (text, wanted) in [
            ("上半年", Some((1, 6))),
            ("下半年（亿元）", Some((7, 12))),
            ("第三季度", Some((7, 9))),
            ("7-10月", Some((7, 10))),
            ("1至6月", Some((1, 6))),
            ("10月", None),
            ("全年", None),
        ] {
            assert_eq!(span(text), wanted, "{text}");
        }
    }
}
