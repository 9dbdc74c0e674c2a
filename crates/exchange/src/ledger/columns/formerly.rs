//! What was agreed on in a list of what came to an end: `原签约时间` beside
//! `退出原因` is the day of the agreement; elsewhere it may have been changed
//! since.

use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::heads::Match;
use crate::ledger::kinds::Ledger;

/// Words of headings in such a list.
const ENDED: &[&str] = &["退出", "终止", "解约", "解除", "流失", "撤销", "作废"];

/// Takes such columns for no field where nothing came to an end.
pub(super) fn settle(ledger: &Ledger, block: &Block, wishes: &mut [(usize, Match)]) {
    if ledger.name != "signing" {
        return;
    }
    let heads: Vec<String> = block
        .heads
        .iter()
        .map(|(_, head)| tight(&head.text()))
        .collect();
    let ends = |head: &String| ENDED.iter().any(|word| head.contains(word));
    if heads.iter().any(ends) {
        return;
    }
    for (index, found) in wishes.iter_mut() {
        let is_former = heads.get(*index).is_some_and(|head| {
            ["原签约", "原合同", "原协议"]
                .iter()
                .any(|word| head.starts_with(word))
        });
        if is_former && found.reason == "heading_similar" {
            found.confidence = 0;
        }
    }
}
