//! The capital of a contract in a column for each quarter or year, or for each
//! place that it comes from, with no column for all of it: `合同利用资金▸一季度` …
//! `四季度`, `省外资金` and `省内市外资金`. What a row has in
//! them is what its contract comes to together.

use suoji_model::{Cell, Currency, Mark, Money, Value};

use crate::cells::text::tight;
use crate::cells::unit::Measure;
use crate::ledger::heads::{Head, Match};
use crate::ledger::kinds::Ledger;
use crate::ledger::line::Line;
use crate::ledger::payment::origins;
use crate::ledger::payment::periods::{self, Months};
use crate::ledger::words::{Role, target};
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

const ADDED: Match = Match {
    role: Role::Addend(CAPITAL),
    confidence: SURE,
    reason: "added_up",
};

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

/// Whether the heading is of money from one place, all of which make the capital.
fn is_of_origin(head: &Head) -> bool {
    let is_other = |part: &String| {
        let part = tight(part);
        periods::is_other(&part) || part.contains('到') || part.contains("总投资")
    };
    let in_yuan = || {
        let unit = head.unit().map(|unit| unit.measure);
        !matches!(unit, Some(Measure::Money(Some(currency))) if currency != Currency::CNY)
    };
    !head.parts.iter().any(is_other) && in_yuan() && origins::of_head(head).is_some()
}

/// The columns of money from several places that have none in common, with no
/// column for all of it.
fn from_places(heads: &[(u32, Head)], given: &[Option<Match>]) -> Vec<usize> {
    let is_open = |at: usize| {
        let of_capital = |role| {
            let own = [Role::Field(CAPITAL), Role::Field(TOTAL), Role::Aside];
            own.contains(&role) || matches!(role, Role::Otherwise(first, _) if first == CAPITAL)
        };
        given[at].is_none_or(|one| one.reason != "told" && of_capital(one.role))
    };
    let of_origin = |at: &usize| is_open(*at) && is_of_origin(&heads[*at].1);
    let found: Vec<usize> = (0..heads.len()).filter(of_origin).collect();
    let origin = |at: &usize| origins::of_head(&heads[*at].1);
    let is_twice = |nth: usize| {
        found[..nth]
            .iter()
            .any(|at| origin(at) == origin(&found[nth]))
    };
    let mut others = given
        .iter()
        .enumerate()
        .filter(|(at, _)| !found.contains(at));
    let has_all = others.any(|(_, one)| {
        let whole = [Role::Field(CAPITAL), Role::Original, Role::Equivalent];
        one.is_some_and(|one| whole.contains(&one.role))
    });
    match found.len() < LEAST || has_all || (0..found.len()).any(is_twice) {
        true => Vec::new(),
        false => found,
    }
}

/// Gives such columns their role, where no other has the amount.
pub(crate) fn assign(ledger: &Ledger, heads: &[(u32, Head)], given: &mut [Option<Match>]) {
    const AMOUNTS: [Role; 4] = [
        Role::Field(CAPITAL),
        Role::Field(TOTAL),
        Role::Original,
        Role::Equivalent,
    ];
    if ledger.name == "signing" {
        for at in from_places(heads, given) {
            given[at] = Some(ADDED);
        }
    }
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
        given[at] = Some(ADDED);
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
