//! What was meant beside what was made of it: `计划拜访▸时间` before
//! `实际拜访▸时间`, `框架协议签订时间` before `正式合同签订时间`. The second is the
//! visit, or the agreement.

use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::heads::{Head, LEAST, Match};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::{Role, field};

/// How the two are told apart in a ledger.
struct Words {
    meant: &'static [&'static str],
    made: &'static [&'static str],
}

const VISITS: Words = Words {
    meant: &["计划", "拟", "预约", "安排", "预计"],
    made: &["实际", "完成", "落实", "执行", "实施"],
};
const AGREEMENTS: Words = Words {
    meant: &["框架", "意向", "备忘"],
    made: &["正式", "合同", "投资协议"],
};
/// What is meant to follow is a field of its own.
const NEXT: &[&str] = &["下步", "下一步", "后续", "下周", "跟进", "回访"];

/// Takes the columns of what was meant for none, where others say what was
/// made of it.
pub(super) fn settle(ledger: &Ledger, block: &Block, wishes: &mut [(usize, Match)]) {
    let words = match ledger.name {
        "visit" => VISITS,
        "signing" => AGREEMENTS,
        _ => return,
    };
    if ledger.name == "signing" {
        signed(block, wishes);
    }
    let says = |head: &Head, words: &[&str]| {
        let text = tight(&head.parts.concat());
        words.iter().any(|word| text.contains(word))
    };
    let is_made = |head: &Head| says(head, words.made) && !says(head, words.meant);
    let head = |index: usize| block.heads.get(index).map(|(_, head)| head);
    let of_made = |(index, found): &&(usize, Match)| {
        found.confidence >= LEAST && head(*index).is_some_and(is_made)
    };
    let made = wishes.iter().filter(of_made);
    let made: Vec<Role> = made.map(|(_, found)| found.role).collect();
    for (index, found) in wishes {
        let is_meant = head(*index).is_some_and(|head| {
            says(head, words.meant) && !says(head, words.made) && !says(head, NEXT)
        });
        if is_meant && made.contains(&found.role) && found.reason != "told" {
            found.confidence = 0;
        }
    }
}

/// `实际签约时间` beside `签约时间` is when it was signed.
fn signed(block: &Block, wishes: &mut [(usize, Match)]) {
    const SIGNED: Role = field("agreement", "sign_date");
    let is_actual = |index: usize| {
        let head = block.heads.get(index).map(|(_, head)| head.text());
        head.is_some_and(|head| head.contains("实际"))
    };
    let of_day = |found: &Match| found.role == SIGNED && found.confidence >= LEAST;
    if !wishes
        .iter()
        .any(|(index, found)| of_day(found) && is_actual(*index))
    {
        return;
    }
    for (index, found) in wishes {
        if of_day(found) && !is_actual(*index) && found.reason != "told" {
            found.confidence = 0;
        }
    }
}
