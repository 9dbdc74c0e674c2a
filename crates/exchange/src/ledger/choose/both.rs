//! One list of what was signed and of what has been paid of it:
//! `签约及到资情况表`. Its rows are agreements; what was paid stays text.

use super::weighed::{Candidate, Lot};
use crate::cells::null;
use crate::ledger::columns::{Mapped, has};
use crate::ledger::words::{Role, target};
use crate::table::Target;

const SIGNED: Target = target("agreement", "sign_date");
const PROMISED: [Target; 2] = [
    target("agreement", "contract_capital"),
    target("agreement", "contract_total"),
];
const PAID: Target = target("payment", "paid_in");

/// Whether a list that fits payments best is one of agreements: it has when they
/// were signed and for how much, and either is called a list of both, or nobody
/// calls it one of payments and some of its projects have paid nothing.
pub(super) fn is_of_signing(
    lot: &Lot<'_>,
    is_called_paid: bool,
    signing: &[Mapped],
    best: &Candidate,
) -> bool {
    let promises = PROMISED.iter().any(|amount| has(signing, *amount));
    let is_both = best.ledger.name == "payment" && has(signing, SIGNED) && promises;
    is_both && (is_called_both(lot) || !is_called_paid && some_paid_nothing(lot, signing, best))
}

/// Whether a line above the table names both: 签约及到资情况表.
fn is_called_both(lot: &Lot<'_>) -> bool {
    const JOINED: &[char] = &['及', '和', '与', '、', '暨', '到'];
    const SIGNING: &[&str] = &["项目", "合同", "情况", "资金"];
    let mut names = lot.titles.iter().chain([&lot.sheet.name]);
    names.any(|name| {
        name.split_once("签约").is_some_and(|(_, rest)| {
            let rest = SIGNING
                .iter()
                .fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
            // 签约到位资金 is what was paid alone.
            let rest = rest
                .strip_prefix(JOINED)
                .filter(|_| !rest.starts_with("到位"));
            rest.is_some_and(|rest| rest.contains(['到', '资']))
        })
    })
}

/// Whether a project that was signed has no payment beside it.
fn some_paid_nothing(lot: &Lot<'_>, signing: &[Mapped], best: &Candidate) -> bool {
    let of = |columns: &[Mapped], wanted: Target| {
        let own = columns
            .iter()
            .find(|one| one.role == Some(Role::Field(wanted)));
        own.map(|column| column.number)
    };
    let Some((signed, paid)) = of(signing, SIGNED).zip(of(&best.columns, PAID)) else {
        return false;
    };
    let from = lot
        .shown
        .rows
        .partition_point(|row| row.number <= lot.block.last);
    let is_blank = |raw| null::read(raw).is_some();
    let mut rows = lot.shown.rows[from..].iter();
    rows.any(|row| !is_blank(row.cell(signed)) && is_blank(row.cell(paid)))
}
