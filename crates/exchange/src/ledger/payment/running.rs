//! Columns of what was paid that each count from January on: `1-5月到位` beside
//! `1-6月到位`, or `1-2月累计` beside `1-3月累计`. The last is what was paid; the
//! others are in it.

use super::periods::{self, PAID};
use crate::book::Sheet;
use crate::ledger::block::Block;
use crate::ledger::columns::look::{looked_at, values};
use crate::ledger::heads::{Head, LEAST, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::Role;

const PAID_ROLE: Role = Role::Field(PAID);

/// Takes all but the last for no field.
pub(crate) fn settle(
    sheet: &Sheet,
    ledger: &Ledger,
    block: &Block,
    wishes: &mut Vec<(usize, Match)>,
) {
    if ledger.name != "payment" {
        return;
    }
    let last = |(index, found): &(usize, Match)| {
        let is_open = found.role == PAID_ROLE && found.reason != "told";
        let (_, head) = block.heads.get(*index).filter(|_| is_open)?;
        periods::named(&head.text())?.since_january()
    };
    let most = wishes.iter().filter_map(last).max();
    for wish in wishes.iter_mut() {
        if last(wish).is_some_and(|last| Some(last) != most) {
            wish.1.confidence = 0;
        }
    }
    if !reads_paid(wishes) {
        wishes.extend(bare(sheet, block));
    }
}

/// Whether a heading says what was paid.
pub(super) fn reads_paid(wishes: &[(usize, Match)]) -> bool {
    let is_paid = |(_, found): &(usize, Match)| {
        let is_amount = matches!(found.role, PAID_ROLE | Role::Original | Role::Equivalent);
        is_amount && found.confidence >= LEAST
    };
    wishes.iter().any(is_paid)
}

/// The last column of those that are called by their months alone, where no
/// other says what was paid.
fn bare(sheet: &Sheet, block: &Block) -> Option<(usize, Match)> {
    let heads = block.heads.iter().enumerate();
    let of_months = heads.filter_map(|(index, (number, head))| {
        let last = periods::named(&head.text()).and_then(periods::Months::since_january);
        let last = last.filter(|_| is_running(head) || is_paid(head))?;
        Some((last, index, *number, head))
    });
    let mut all: Vec<(u32, usize, u32, &Head)> = of_months.collect();
    all.dedup_by_key(|(last, ..)| *last);
    let follows = all.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if all.len() < 2
        && !all
            .iter()
            .any(|(last, .., head)| *last > 1 && is_paid(head))
        || !follows
    {
        return None;
    }
    let is_filled =
        |(_, _, number, _): &&(u32, usize, u32, &Head)| !values(sheet, block, *number).is_empty();
    let (_, index, number, head) = all.iter().rev().find(is_filled)?;
    let found = Match::exact(PAID_ROLE);
    let confidence = looked_at(sheet, block, *number, found, head.unit());
    let found = Match {
        confidence,
        ..found
    };
    (confidence >= SURE).then_some((*index, found))
}

/// Whether a heading says of its months only that they are added up.
fn is_running(head: &Head) -> bool {
    let is_other = head.parts.iter().any(|part| periods::is_other(part));
    let own = head.parts.last().map(String::as_str).unwrap_or_default();
    !is_other && own.contains("累计")
}

/// Whether money that came stands above months that have no more than their
/// numbers: `到位资金▸1-6月` beside `到位资金▸6月`.
fn is_paid(head: &Head) -> bool {
    const PAID: &[&str] = &["到位", "到资", "到账", "实际利用", "实际使用"];
    let Some((own, above)) = head.parts.split_last() else {
        return false;
    };
    let is_other = head.parts.iter().any(|part| periods::is_other(part));
    let says = |part: &String| PAID.iter().any(|word| part.contains(word));
    let is_bare = own.trim().ends_with('月');
    !is_other && is_bare && above.iter().any(says)
}
