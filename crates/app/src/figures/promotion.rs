//! F5, visits and paid-in capital: what promotion did in the period.

use std::collections::HashMap;

use suoji_model::rule::Rules;
use suoji_store::{LeadRow, PaymentRow, VisitRow};
use uuid::Uuid;

use super::build::{Row, by_key, count, figure, id_key, money, part, part_with_money};
use super::facts::Facts;
use super::validity;
use crate::contract::*;

const THIRD_PARTY: &str = "via_third_party";

/// The figures.
pub(super) fn figures(facts: &Facts, rules: &Rules) -> Vec<Figure> {
    let flow = Nature::Flow;
    let leads: Vec<Row> = facts.leads.iter().map(lead).collect();
    let effective = effective(facts, rules);
    let visits: Vec<Row> = facts.visits.iter().map(visit).collect();
    let payments: Vec<Row> = facts.payments.iter().map(paid).collect();
    let open = &facts.undecided;
    let open_effective = open
        .leads
        .iter()
        .filter(|one| counts(facts, rules, one) == Some(true));
    let open_paid_in = paid_in(facts, rules, &open.payments);
    let paid_in = paid_in(facts, rules, &facts.payments);
    let states: HashMap<Uuid, &PaymentRow> = facts
        .payments
        .iter()
        .map(|one| (one.payment, one))
        .collect();
    let state = |row: &Row| {
        let state = states.get(&row.id).and_then(|one| one.state.clone());
        state.unwrap_or_default()
    };
    vec![
        figure("leads", flow, "lead", &leads, count(leads.len()))
            .undecided(open.leads.iter().map(|one| one.lead).collect()),
        figure("F5", flow, "lead", &effective, count(effective.len()))
            .missing(unassessed(facts, rules))
            .undecided(open_effective.map(|one| one.lead).collect()),
        figure("visits", flow, "visit", &visits, count(visits.len()))
            .undecided(open.visits.iter().map(|one| one.visit).collect()),
        figure(
            "payments",
            flow,
            "payment",
            &payments,
            count(payments.len()),
        )
        .with_parts(by_key(&payments, state, part_with_money))
        .undecided(open.payments.iter().map(|one| one.payment).collect()),
        figure("paid_in", flow, "payment", &paid_in, money(&paid_in))
            .missing(unrecognised(facts, &paid_in))
            .undecided(open_paid_in.iter().map(|row| row.id).collect()),
    ]
}

/// Leads, visits and payments by one thing each.
pub(super) fn breakdowns(facts: &Facts, rules: &Rules) -> Vec<Breakdown> {
    let by_id: HashMap<Uuid, &LeadRow> = facts.leads.iter().map(|one| (one.lead, one)).collect();
    let effective = effective(facts, rules);
    let lead = |by, read: fn(&LeadRow) -> String| {
        let key = |row: &Row| by_id.get(&row.id).map(|one| read(one)).unwrap_or_default();
        breakdown("F5", "lead", by, by_key(&effective, key, part))
    };
    let visits: Vec<Row> = facts.visits.iter().map(visit).collect();
    let by_visit: HashMap<Uuid, &VisitRow> =
        facts.visits.iter().map(|one| (one.visit, one)).collect();
    let visit = |by, read: fn(&VisitRow) -> String| {
        let key = |row: &Row| {
            by_visit
                .get(&row.id)
                .map(|one| read(one))
                .unwrap_or_default()
        };
        breakdown("visits", "visit", by, by_key(&visits, key, part))
    };
    let paid_in = paid_in(facts, rules, &facts.payments);
    let by_payment: HashMap<Uuid, &PaymentRow> = facts
        .payments
        .iter()
        .map(|one| (one.payment, one))
        .collect();
    let payment = |by, read: fn(&PaymentRow) -> String| {
        let key = |row: &Row| {
            by_payment
                .get(&row.id)
                .map(|one| read(one))
                .unwrap_or_default()
        };
        breakdown(
            "paid_in",
            "payment",
            by,
            by_key(&paid_in, key, part_with_money),
        )
    };
    vec![
        lead(By::LeadSource, |one| {
            one.lead_source.clone().unwrap_or_default()
        }),
        lead(By::ReportingUnit, |one| id_key(one.reporting_unit)),
        lead(By::Partner, |one| id_key(one.introducer)),
        lead(By::Chain, |one| one.chain.clone().unwrap_or_default()),
        lead(By::Month, |one| month(one.month)),
        visit(By::ResidentOffice, |one| id_key(one.resident_office)),
        visit(By::VisitType, |one| {
            one.visit_type.clone().unwrap_or_default()
        }),
        visit(By::Month, |one| month(one.month)),
        payment(By::FundKind, |one| {
            one.fund_kind.clone().unwrap_or_default()
        }),
        payment(By::Month, |one| month(one.month)),
    ]
}

fn month(month: Option<u32>) -> String {
    month.map(|month| month.to_string()).unwrap_or_default()
}

fn breakdown(figure: &str, kind: &str, by: By, mut parts: Vec<FigurePart>) -> Breakdown {
    if by == By::Month {
        parts.sort_by_key(|part| {
            let month = part.key.as_ref().and_then(|key| key.parse::<u32>().ok());
            month.unwrap_or(13)
        });
    }
    Breakdown {
        figure: figure.to_owned(),
        kind: kind.to_owned(),
        by,
        parts,
    }
}

/// The leads found effective: all of them, or those of third parties.
fn effective(facts: &Facts, rules: &Rules) -> Vec<Row> {
    let leads = facts.leads.iter();
    let effective = leads.filter(|one| counts(facts, rules, one) == Some(true));
    effective.map(lead).collect()
}

/// The leads that may be such, if somebody said what is open.
fn unassessed(facts: &Facts, rules: &Rules) -> Vec<Uuid> {
    let leads = facts.leads.iter();
    let open = leads.filter(|one| counts(facts, rules, one).is_none());
    open.map(|one| one.lead).collect()
}

/// Whether a lead is effective and of the channel that is asked for; nothing
/// where one of them is not known and the other does not rule it out.
fn counts(facts: &Facts, rules: &Rules, one: &LeadRow) -> Option<bool> {
    let effective = validity::verdict(rules, one, facts.lead_checks.get(&one.lead));
    let through = match rules.is("lead_channel", "third_party") {
        true => one.lead_source.as_ref().map(|source| source == THIRD_PARTY),
        false => Some(true),
    };
    match (effective, through) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn lead(one: &LeadRow) -> Row {
    Row::bare(one.lead).dated(one.rough)
}

fn visit(one: &VisitRow) -> Row {
    Row::bare(one.visit).dated(one.rough)
}

fn paid(one: &PaymentRow) -> Row {
    Row {
        id: one.payment,
        fen: one.paid_fen,
        approximate: one.paid_approximate,
        rough: one.rough,
    }
}

/// Of such payments what was recognised, or what was declared. A ledger that
/// knows no states says what was recognised by its amount alone; where no
/// payment of the year knows either, all that was paid in counts.
fn paid_in(facts: &Facts, rules: &Rules, of: &[PaymentRow]) -> Vec<Row> {
    if rules.is("paid_in", "declared") || !facts.payments.iter().any(tells) {
        return of.iter().map(paid).collect();
    }
    let recognised = of.iter().filter(|one| {
        let state = one.state.as_deref();
        state == Some("recognised") || state.is_none() && one.recognised
    });
    recognised
        .map(|one| Row {
            fen: one.recognised_fen,
            approximate: one.recognised_approximate,
            ..paid(one)
        })
        .collect()
}

/// Whether a payment tells how far its recognition went.
fn tells(one: &PaymentRow) -> bool {
    one.state.is_some() || one.recognised
}

/// The payments without an amount, and those beside others that tell nothing
/// of their recognition.
fn unrecognised(facts: &Facts, paid_in: &[Row]) -> Vec<Uuid> {
    let counted: HashMap<Uuid, &Row> = paid_in.iter().map(|row| (row.id, row)).collect();
    let unknown = facts
        .payments
        .iter()
        .filter(|one| match counted.get(&one.payment) {
            Some(row) => row.fen.is_none(),
            None => !tells(one),
        });
    unknown.map(|one| one.payment).collect()
}
