//! Foreign money in a column of its own, beside the one for all of an amount:
//! it fills what that leaves open and is no second amount.

use crate::cells::unit::Measure;
use crate::ledger::block::Block;
use crate::ledger::heads::{Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const CAPITAL: Target = target("agreement", "contract_capital");

/// The amounts of a ledger that may stand in two columns, one of them for
/// money from abroad, and the text that keeps what the second says beside the
/// first.
fn beside_amounts(ledger: &Ledger) -> Vec<(Target, Target)> {
    match (ledger.name, ledger.money) {
        ("signing", Some(money)) => vec![
            (CAPITAL, money.note),
            (target("agreement", "contract_total"), money.note),
            (
                target("project", "total_investment"),
                target("project", "note"),
            ),
        ],
        ("payment", Some(money)) => vec![
            (money.amount, money.note),
            (target("payment", "recognised_amount"), money.note),
        ],
        ("key_project", _) => vec![(
            target("key_project", "total_investment"),
            target("key_project", "note"),
        )],
        ("lead", _) => vec![(target("lead", "planned_investment"), target("lead", "note"))],
        _ => Vec::new(),
    }
}

/// What parts of a heading say that its money comes from abroad.
const ABROAD: &[&str] = &["外资", "外币", "境外资金", "国外资金", "FDI", "美元"];

/// Gives such a column what the one for all of an amount leaves open.
pub(super) fn settle(ledger: &Ledger, block: &Block, wishes: &mut [(usize, Match)]) {
    let signs = ledger.name == "signing";
    let beside = beside_amounts(ledger);
    let measure = |index: usize| {
        let unit = block.heads.get(index).and_then(|(_, head)| head.unit());
        unit.map(|unit| unit.measure)
    };
    let abroad = |index: usize| {
        let head = block.heads.get(index).map(|(_, head)| head.text());
        // 市外资金 comes from another town.
        let head = head.map(|head| {
            let from_abroad = ["境外资金", "国外资金"]
                .iter()
                .any(|word| head.contains(word));
            match from_abroad {
                true => head,
                false => head.replace("外资金", ""),
            }
        });
        head.is_some_and(|head| ABROAD.iter().any(|word| head.contains(word)))
            && measure(index) != Some(Measure::MixedMoney)
    };
    let counts = |index: usize| matches!(measure(index), Some(Measure::Money(_)));
    for (field, note) in beside {
        let amount = Role::Field(field);
        let of_all = |(index, found): &(usize, Match)| {
            found.role == amount && found.confidence >= SURE && !abroad(*index)
        };
        if !wishes.iter().any(of_all) {
            continue;
        }
        for (index, found) in wishes.iter_mut() {
            // What is set aside among payments is what was paid before.
            let aside = signs && field == CAPITAL && found.role == Role::Aside;
            let of_amount = found.role == amount || aside && counts(*index);
            if of_amount && found.reason != "told" && abroad(*index) {
                found.role = Role::Otherwise(field, note);
            }
        }
    }
}
