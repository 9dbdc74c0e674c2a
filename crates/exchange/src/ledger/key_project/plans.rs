//! 计划投资额 without a year: the plan of the year, or what the whole project is to
//! cost, by what other columns say.

use crate::ledger::block::Block;
use crate::ledger::columns::{Mapped, has};
use crate::ledger::heads::{LEAST, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const ALL: Target = target("key_project", "total_investment");
const OF_YEAR: Role = Role::Field(target("key_project", "annual_plan_investment"));

/// Whether a heading says of which span of time it is.
fn says_when(head: &str) -> bool {
    ["年", "今", "本期", "当期", "月", "季"]
        .iter()
        .any(|word| head.contains(word))
}

/// Beside the plan of a year, one without a year is of the whole project, where
/// no column is surer of that: `计划投资总额` beside `年度计划投资额`.
pub(crate) fn settle(ledger: &Ledger, block: &Block, wishes: &mut [(usize, Match)]) {
    if ledger.name != "key_project" {
        return;
    }
    let dated = |index: usize| {
        let head = block.heads.get(index).map(|(_, head)| head.text());
        head.is_some_and(|head| says_when(&head))
    };
    let of_year = |(index, found): &(usize, Match)| {
        found.role == OF_YEAR && found.confidence >= SURE && dated(*index)
    };
    let is_bare = |(index, found): &(usize, Match)| {
        let open = found.role == OF_YEAR && found.confidence >= LEAST && found.reason != "told";
        open && !dated(*index)
    };
    if !wishes.iter().any(of_year) {
        return;
    }
    let bare: Vec<usize> = wishes
        .iter()
        .filter(|one| is_bare(one))
        .map(|one| one.0)
        .collect();
    let whole = |(index, found): &(usize, Match)| {
        found.role == Role::Field(ALL) && found.confidence >= LEAST && !bare.contains(index)
    };
    let is_said = wishes.iter().any(whole);
    for (index, found) in wishes.iter_mut() {
        if is_bare(&(*index, *found)) {
            match is_said {
                true => found.confidence = 0,
                false => found.role = Role::Field(ALL),
            }
        }
    }
}

/// Without any column that says what the whole is to cost, it does.
pub(crate) fn of_all(ledger: &Ledger, columns: &mut [Mapped]) {
    if ledger.name != "key_project" || has(columns, ALL) {
        return;
    }
    for column in columns {
        let is_open = column.role == Some(OF_YEAR) && column.column.reason != "told";
        if is_open && !says_when(&column.column.head) {
            column.role = Some(Role::Field(ALL));
            column.column.target = Some(ALL);
            return;
        }
    }
}
