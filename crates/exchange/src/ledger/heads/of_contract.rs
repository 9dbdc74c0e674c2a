//! What an amount is below a heading about the contract, or about capital.

use crate::cells::text::tight;
use crate::ledger::payment::periods;
use crate::ledger::words::{Role, Vocabulary};
use crate::table::Target;

const PAID: Role = Role::Field(periods::PAID);

/// Whether a heading of what was paid, or of its currency, stands below one
/// about the contract: 合同外资▸金额 beside 实际到资▸金额 is no money that came.
pub(super) fn is_unpaid(role: Role, parents: &[String], vocabulary: &Vocabulary) -> bool {
    let is_agreed = |part: &String| {
        let says = |words: &[&str]| words.iter().any(|word| part.contains(word));
        says(&["合同", "协议", "签约", "认缴"]) && !says(&["到", "实际", "实缴"])
    };
    let is_money = role == PAID || matches!(role, Role::Currency | Role::Original);
    is_money
        && parents.iter().any(is_agreed)
        && vocabulary.words.iter().any(|word| word.role == PAID)
}

/// 总投资 under a heading about the contract is the contract's, and 合同额
/// under one about capital is capital.
pub(super) fn under(role: Role, child: &str, parents: &[String]) -> Role {
    const TOTAL: Role = Role::Field(Target {
        kind: "project",
        field: "total_investment",
    });
    let about_contract = |part: &String| ["合同", "协议", "签约"].iter().any(|w| part.contains(w));
    let of = |field| {
        Role::Field(Target {
            kind: "agreement",
            field,
        })
    };
    if role == TOTAL && parents.iter().any(about_contract) {
        return of("contract_total");
    }
    // 引资▸合同额; 招商引资 is everything.
    let about_capital = |part: &String| {
        let part = tight(part).replace("招商引资", "");
        ["引资", "利用资金", "引进资金"]
            .iter()
            .any(|w| part.contains(w))
    };
    let near = parents.last().is_some_and(about_capital);
    // 协议引资额▸协议总投资 says itself that it is the whole.
    if near && role == of("contract_total") && !child.contains("总投资") {
        return of("contract_capital");
    }
    role
}
