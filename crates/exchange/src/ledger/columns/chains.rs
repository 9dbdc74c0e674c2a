//! 产业类别 says of a project whether it is 工业 or 服务业; of what chain it is, a
//! column of its own says where there is one: `所属产业链`.

use crate::ledger::block::Block;
use crate::ledger::heads::{Match, SURE};
use crate::ledger::words::Role;

/// Leaves the chain to the column that names it.
pub(super) fn settle(block: &Block, wishes: &mut [(usize, Match)]) {
    let names = |index: usize| {
        let head = block.heads.get(index).map(|(_, head)| head.text());
        head.is_some_and(|head| head.contains('链'))
    };
    let is_chain = |found: &Match| match found.role {
        Role::Field(target) => target.field == "chain" && found.confidence >= SURE,
        _ => false,
    };
    let named = wishes
        .iter()
        .any(|(index, found)| is_chain(found) && names(*index));
    for (index, found) in wishes.iter_mut().filter(|_| named) {
        if is_chain(found) && !names(*index) && found.reason != "told" {
            found.confidence = 0;
        }
    }
}
