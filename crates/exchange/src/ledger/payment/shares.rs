//! Columns that part what a row says was paid: by what it is for,
//! `到位资金▸土地款` beside `到位资金▸设备购置`, or by where it comes from,
//! `到位资金▸内资（万元）` beside `到位资金▸外资（万美元）`. Each share with an amount
//! is a payment of its own, as long as the shares make the whole.

use std::collections::{BTreeMap, BTreeSet};

use suoji_model::{Cell, Currency, Value};

use super::origins::{self, Origin};
use super::periods::{self, Months, PAID};
use super::streams::{self, Stream};
use crate::book::Raw;
use crate::book::{Row, Sheet};
use crate::cells::text::tight;
use crate::cells::{self, Context, null};
use crate::ledger::block::Block;
use crate::ledger::columns::above::Above;
use crate::ledger::heads::{self, Head, Match, SURE};
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const KIND: Target = target("payment", "fund_kind");
const NOTE: Target = target("payment", "note");
const RECOGNISED: Target = target("payment", "recognised_amount");

/// Characters of a heading that only names what money is for.
const MOST_NAMED: usize = 6;
/// Rows in which shares are compared with their whole.
const SAMPLE: usize = 200;

/// Money itself, beside what came instead of it.
const CASH: &[&str] = &["货币资金", "货币出资", "货币", "现金", "现汇", "银行存款"];
/// What came instead of money, and is for nothing in particular.
const IN_KIND: &[&str] = &[
    "实物",
    "实物出资",
    "实物折价",
    "无形资产",
    "知识产权",
    "技术出资",
];

/// What money is for, by a heading that says only that; blank where it says
/// what came instead of it.
fn kind(own: &str) -> Option<Cell> {
    let own = own
        .trim_start_matches("其中")
        .trim_start_matches([':', '：']);
    let name = heads::key(own).0;
    if name.is_empty() || name.chars().count() > MOST_NAMED || periods::is_other(&name) {
        return None;
    }
    let of_place = || origins::of(own).is_some_and(|origin| origin != Origin::Abroad);
    if CASH.contains(&&*name) || IN_KIND.contains(&&*name) || of_place() {
        return Some(Cell::Blank);
    }
    let reading = cells::read(
        KIND.kind,
        KIND.declared()?,
        &Raw::text(&name),
        Context::default(),
    );
    matches!(reading.cell, Cell::Known(..)).then_some(reading.cell)
}

/// Whether parts of a heading say that money came in.
pub(super) fn says_paid(parts: &[String]) -> bool {
    let paid = |part: &String| {
        let part = tight(part);
        ["到位", "到资", "到账", "实到", "实缴", "进资"]
            .iter()
            .any(|word| part.contains(word))
    };
    parts.iter().any(paid) && !parts.iter().any(|part| periods::is_other(part))
}

/// The columns that part what was paid, if there are any.
fn shares(heads: &[(u32, Head)]) -> Option<Vec<usize>> {
    let mut by_parent: BTreeMap<&[String], Vec<(usize, String)>> = BTreeMap::new();
    for (at, (_, head)) in heads.iter().enumerate() {
        let Some((own, above)) = head.parts.split_last() else {
            continue;
        };
        if let Some(kind) = kind(own).filter(|_| says_paid(above)) {
            let shares = by_parent.entry(above).or_default();
            let own = Some(own).filter(|_| kind == Cell::Blank);
            shares.push((at, format!("{kind:?}{own:?}")));
        }
    }
    let parts = by_parent.into_values().find(|shares| {
        let kinds: BTreeSet<&String> = shares.iter().map(|(_, kind)| kind).collect();
        kinds.len() >= 2
    });
    if let Some(parts) = parts {
        return Some(parts.into_iter().map(|(at, _)| at).collect());
    }
    let of = |stream: Stream| {
        let mut found = heads.iter().enumerate().filter(|(_, (_, head))| {
            let own = head.parts.last();
            let names = own.is_some_and(|own| streams::is_stream(own) && Stream::of(own) == stream);
            names && says_paid(&head.parts)
        });
        let (at, _) = found.next()?;
        found.next().is_none().then_some(at)
    };
    Some(vec![of(Stream::Home)?, of(Stream::Abroad)?])
}

/// Gives the columns of shares their roles, where a ledger of payments has
/// neither periods nor turns.
pub(crate) fn assign(sheet: &Sheet, block: &Block, above: &Above, given: &mut [Option<Match>]) {
    let heads = &block.heads;
    let is_parted = |found: &Option<Match>| {
        let role = found.map(|found| found.role);
        matches!(role, Some(Role::Part(_) | Role::Turn(..)))
    };
    let Some(shares) = shares(heads).filter(|_| !given.iter().any(is_parted)) else {
        return;
    };
    let told = |at: &usize| given[*at].is_some_and(|one| one.reason == "told");
    if shares.iter().any(told) {
        return;
    }
    let parent = |at: usize| heads[at].1.parts.split_last().map(|(_, above)| above);
    let wholes: Vec<usize> = (0..heads.len())
        .filter(|at| !shares.contains(at))
        .filter(|at| {
            let is_paid = given[*at].is_some_and(|one| one.role == Role::Field(PAID));
            let beside = parent(*at) == parent(shares[0]);
            is_paid || beside && periods::sums(&heads[*at].1)
        })
        .collect();
    let amount = |at: usize, row: &Row| amount(above, &heads[at], row);
    let below = sheet.rows.partition_point(|row| row.number <= block.last);
    let add_up = |whole: &usize| {
        let rows = sheet.rows[below..].iter().take(SAMPLE);
        let mut compared = rows
            .filter_map(|row| Some((row, amount(*whole, row)?)))
            .peekable();
        let sum = |row: &Row| shares.iter().filter_map(|at| amount(*at, row)).sum::<i64>();
        compared.peek().is_some() && compared.all(|(row, whole)| sum(row) == whole)
    };
    if !wholes.iter().all(add_up) {
        return;
    }
    // One amount was recognised of all of them together.
    let is_one = given
        .iter()
        .flatten()
        .any(|found| found.role == Role::Field(RECOGNISED) && found.confidence >= SURE);
    let is_kind = shares.iter().any(|at| {
        let own = heads[*at].1.parts.last();
        own.and_then(|own| kind(own))
            .is_some_and(|kind| kind != Cell::Blank)
    });
    let role = |role, reason| {
        Some(Match {
            role,
            confidence: SURE,
            reason,
        })
    };
    if let Some(whole) = wholes.first().filter(|_| !is_kind || is_one) {
        // One payment, of which the note says where it comes from or what it
        // is for.
        for at in shares {
            given[at] = role(Role::Append(NOTE), "joined_text");
        }
        let paid = |found: &Option<Match>| found.is_some_and(|one| one.role == Role::Field(PAID));
        if !given.iter().any(paid) {
            given[*whole] = role(Role::Field(PAID), "heading_under_parent");
        }
        return;
    }
    for at in wholes {
        given[at] = role(Role::Sum(Months::YEAR), "row_sum");
    }
    for (nth, at) in (0u8..).zip(shares) {
        let own = match nth {
            0 => Role::Field(PAID),
            nth => Role::Turn(nth, PAID),
        };
        given[at] = role(own, "paid_in_turn");
    }
}

/// What a row has in a column, in fen.
fn amount(above: &Above, (number, head): &(u32, Head), row: &Row) -> Option<i64> {
    let raw = row.cell(*number);
    if null::read(raw).is_some() {
        return None;
    }
    let general = above.unit(Some(Role::Field(PAID)), &head.text());
    let context = Context {
        unit: head.unit_below(general).or(general),
        ..Context::default()
    };
    match cells::read(PAID.kind, PAID.declared()?, raw, context).cell {
        Cell::Known(Value::Money(money), _) if money.currency == Currency::CNY => Some(money.minor),
        _ => None,
    }
}

/// What a share is for, where the heading of its column says so.
pub(super) fn named(line: &mut Line<'_>) {
    let paid = line.column_of(PAID).filter(|_| line.frame.part.is_some());
    let own = paid.and_then(|column| column.column.head.rsplit_once('▸'));
    let Some(cell) = own.and_then(|(_, own)| kind(own)) else {
        return;
    };
    if *line.get(KIND) == Cell::Blank && cell != Cell::Blank {
        line.cells.insert(KIND, cell);
    }
}
