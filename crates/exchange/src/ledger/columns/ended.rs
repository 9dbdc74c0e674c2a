//! `终止日期` of agreements: the day on which some of them ended, or that on which
//! each of them runs out.

use super::look::values;
use crate::book::Sheet;
use crate::ledger::block::Block;
use crate::ledger::heads::{LEAST, Match};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const REASON: Target = target("agreement", "void_reason");
const ENDED: Target = target("agreement", "void_date");
const SIGNED: Target = target("agreement", "sign_date");

/// What the day is called.
const DAYS: &[&str] = &[
    "终止日期",
    "终止时间",
    "终止年月",
    "终止协议日期",
    "终止协议时间",
    "终止合同日期",
    "终止合同时间",
    "协议终止日期",
    "协议终止时间",
    "合同终止日期",
    "合同终止时间",
];
/// What stands beside the day on which a term runs out.
const TERMS: &[&str] = &["起始", "生效", "开始", "期限", "有效期", "起止"];

/// Takes it for the day of the end where some of the rows that were signed have
/// one, and a reason stands beside it or no term does.
pub(super) fn settle(
    sheet: &Sheet,
    ledger: &Ledger,
    block: &Block,
    wishes: &mut Vec<(usize, Match)>,
) {
    if ledger.name != "signing" {
        return;
    }
    let heads = || block.heads.iter().enumerate();
    let Some((index, (number, _))) = heads().find(|(_, (_, head))| DAYS.contains(&&*head.key()))
    else {
        return;
    };
    let is_term = |text: String| TERMS.iter().any(|word| text.contains(word));
    let has_term = heads().any(|(at, (_, head))| at != index && is_term(head.text()));
    let column_of = |target| {
        let mut wishes = wishes.iter();
        let is_it = |found: &Match| found.role == Role::Field(target) && found.confidence >= LEAST;
        wishes.find(|(_, found)| is_it(found)).map(|(at, _)| *at)
    };
    let filled = |at: usize| values(sheet, block, block.heads[at].0).len();
    let some_ended = || {
        let ended = values(sheet, block, *number).len();
        column_of(SIGNED).is_some_and(|signed| (1..filled(signed)).contains(&ended))
    };
    if some_ended() && (column_of(REASON).is_some() || !has_term) {
        wishes.push((index, Match::exact(Role::Field(ENDED))));
    }
}
