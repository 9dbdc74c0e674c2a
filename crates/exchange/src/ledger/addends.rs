//! The capital of a contract in a column for each quarter or year, with no
//! column for all of it: `合同利用资金▸一季度` … `四季度`. What a row has in
//! them is what its contract comes to together.

use suoji_model::{Cell, Mark, Money, Value};

use super::heads::{Head, Match};
use super::kinds::Ledger;
use super::line::Line;
use super::periods::{self, Months};
use super::words::{Role, target};
use crate::cells::text::tight;
use crate::problem::Level;
use crate::table::Target;

const CAPITAL: Target = target("agreement", "contract_capital");
const TOTAL: Target = target("agreement", "contract_total");

/// Words for the capital of a contract.
const NAMES: &[&str] = &[
    "合同利用资金",
    "协议利用资金",
    "合同引资额",
    "协议引资额",
    "合同资金",
    "协议资金",
    "签约资金",
    "合同引资",
    "利用资金",
    "引资额",
];
/// Columns that are added up at least.
const LEAST: usize = 2;
/// Confidence in such headings.
const SURE: u8 = 88;

/// The period of a heading that is otherwise about such capital.
fn period(head: &Head) -> Option<Months> {
    let says = |part: &String| NAMES.iter().find(|name| tight(part).contains(**name));
    let is_other = |part: &String| periods::is_other(part) || part.contains('到');
    if head.parts.iter().any(is_other) {
        return None;
    }
    let (own, above) = head.parts.split_last()?;
    if above.iter().any(|part| says(part).is_some()) {
        return Months::of(head);
    }
    let name = says(own)?;
    let parts = vec![tight(own).replacen(name, "", 1)];
    Months::of(&Head { parts })
}

/// Gives such columns their role, where no other has the amount.
pub(super) fn assign(ledger: &Ledger, heads: &[(u32, Head)], given: &mut [Option<Match>]) {
    const AMOUNTS: [Role; 4] = [
        Role::Field(CAPITAL),
        Role::Field(TOTAL),
        Role::Original,
        Role::Equivalent,
    ];
    // 2023年合同资金 alone would be the capital.
    let is_open = |given: &Option<Match>| {
        given.is_none_or(|one| one.role == Role::Field(CAPITAL) && one.reason != "told")
    };
    let open = heads.iter().enumerate();
    let open = open.filter(|(at, _)| is_open(&given[*at]));
    let found: Vec<(usize, Months)> = open
        .filter_map(|(at, (_, head))| Some((at, period(head)?)))
        .collect();
    let mut others = given.iter().enumerate().filter_map(|(at, one)| {
        let is_found = found.iter().any(|(found, _)| *found == at);
        one.filter(|_| !is_found).map(|one| one.role)
    });
    if ledger.name != "signing" || others.any(|role| AMOUNTS.contains(&role)) {
        return;
    }
    let is_twice = |at: usize| found[..at].iter().any(|(_, one)| *one == found[at].1);
    if found.len() < LEAST || (0..found.len()).any(is_twice) {
        return;
    }
    for (at, _) in found {
        given[at] = Some(Match {
            role: Role::Addend(CAPITAL),
            confidence: SURE,
            reason: "added_up",
        });
    }
}

/// Adds up what a row has in them; one that cannot be read leaves it open.
pub(super) fn add(line: &mut Line<'_>) {
    let mut sum: Option<Money> = None;
    let (mut mark, mut many, mut last) = (None, 0, None);
    for column in line.frame.columns {
        if column.role != Some(Role::Addend(CAPITAL)) || line.raw(column).is_blank() {
            continue;
        }
        let Some(reading) = line.reading(column, CAPITAL, line.context(column)) else {
            continue;
        };
        line.tell(column, CAPITAL, &reading);
        let (money, own) = match reading.cell {
            Cell::Known(Value::Money(money), own) => (money, own),
            Cell::Absent(_) => continue,
            _ => return,
        };
        let before = sum.unwrap_or(Money { minor: 0, ..money });
        let minor = before.minor.checked_add(money.minor);
        let Some(minor) = minor.filter(|_| before.currency == money.currency) else {
            return;
        };
        sum = Some(Money { minor, ..money });
        mark = mark.or(own);
        (many, last) = (many + usize::from(money.minor != 0), Some(column));
    }
    let is_range = many > 1 && matches!(mark, Some(Mark::Range { .. }));
    let Some(sum) = sum.filter(|_| !is_range) else {
        return;
    };
    let cell = Cell::Known(Value::Money(sum), mark);
    line.cells.insert(CAPITAL, cell);
    if many > 1 {
        line.report(last, Some(CAPITAL), "capital_added_up", Level::Should);
    }
}
