//! Columns of what was paid that each count from January on: `1-5月到位` beside
//! `1-6月到位`. The last is what was paid; the others are in it.

use super::block::Block;
use super::heads::Match;
use super::kinds::Ledger;
use super::periods::{self, PAID};
use super::words::Role;

/// Takes all but the last for no field.
pub(super) fn settle(ledger: &Ledger, block: &Block, wishes: &mut [(usize, Match)]) {
    if ledger.name != "payment" {
        return;
    }
    let last = |(index, found): &(usize, Match)| {
        let is_open = found.role == Role::Field(PAID) && found.reason != "told";
        let (_, head) = block.heads.get(*index).filter(|_| is_open)?;
        periods::named(&head.text())?.since_january()
    };
    let most = wishes.iter().filter_map(last).max();
    for wish in wishes.iter_mut() {
        if last(wish).is_some_and(|last| Some(last) != most) {
            wish.1.confidence = 0;
        }
    }
}
