//! What an amount in a currency of its own is worth in dollars, `金额 | 折美元 |
//! 汇率`: the ledger counts in dollars, and a rate that leads to them is none to
//! yuan.

use suoji_model::decimal;

use super::{Mapped, is_money};
use crate::book::{Raw, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::heads::{Head, LEAST, Match};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::Role;

/// What the worth is called.
const NAMES: &[&str] = &[
    "折美元",
    "折合美元",
    "折算美元",
    "折美元金额",
    "折合美元金额",
    "美元折合",
    "等值美元",
    "折算美元金额",
];
/// Decimals in which amounts and rates are compared.
const DECIMALS: u8 = 6;
/// One with so many decimals.
const ONE: i128 = 1_000_000;
/// Rows that are compared.
const SAMPLE: usize = 50;

/// Whether a heading is of such a worth.
pub(crate) fn is_worth(head: &Head) -> bool {
    let own = head.parts.last().map(|own| tight(own)).unwrap_or_default();
    let bare = own.split('(').next().unwrap_or_default();
    NAMES.contains(&bare)
}

/// Whether the amounts of these columns are such worths.
pub(super) fn count(columns: &[Mapped]) -> bool {
    let is_worth = |column: &Mapped| NAMES.contains(&column.head.as_str());
    let mut columns = columns.iter();
    columns.any(|column| is_money(column.role) && is_worth(column))
}

/// Takes the worth for the amount, and keeps the other with its currency and
/// the rate to dollars as they are written.
pub(super) fn settle(
    sheet: &Sheet,
    ledger: &Ledger,
    block: &Block,
    wishes: &mut Vec<(usize, Match)>,
) {
    let Some(money) = ledger.money else {
        return;
    };
    let mut heads = block.heads.iter();
    let Some(worth) = heads.position(|(_, head)| is_worth(head)) else {
        return;
    };
    let find = |role: Role| {
        let mut wishes = wishes.iter();
        let is_it = |found: &Match| found.role == role && found.confidence >= LEAST;
        let found = wishes.find(|(at, found)| *at != worth && is_it(found));
        found.map(|(at, _)| *at)
    };
    let own = find(Role::Field(money.amount)).or_else(|| find(Role::Original));
    let (Some(own), Some(currency)) = (own, find(Role::Currency)) else {
        return;
    };
    let rate = find(Role::Field(money.rate)).filter(|rate| {
        let numbers = [own, *rate, worth].map(|at| block.heads[at].0);
        leads_to(sheet, block, numbers)
    });
    let kept = [Some(own), Some(currency), rate];
    wishes.retain(|(at, found)| {
        let is_settled = *at == worth || kept.contains(&Some(*at));
        !is_settled || found.reason == "told"
    });
    wishes.push((worth, Match::exact(Role::Field(money.amount))));
    for at in kept.into_iter().flatten() {
        wishes.push((at, Match::exact(Role::Append(money.note))));
    }
}

/// Whether the amounts times their rates are what the third column has.
fn leads_to(sheet: &Sheet, block: &Block, [amount, rate, worth]: [u32; 3]) -> bool {
    let below = sheet.rows.partition_point(|row| row.number <= block.last);
    let rows = sheet.rows[below..].iter().take(SAMPLE);
    let mut compared = rows
        .filter_map(|row| {
            let number = |at| number(row.cell(at));
            Some((number(amount)?, number(rate)?, number(worth)?))
        })
        .peekable();
    compared.peek().is_some()
        && compared.all(|(amount, rate, worth)| {
            let product = amount * rate / ONE;
            (product - worth).abs() * 50 <= worth.abs()
        })
}

fn number(raw: &Raw) -> Option<i128> {
    let text = tight(&raw.display()).replace(',', "");
    decimal::parse(&text, DECIMALS).map(i128::from)
}
