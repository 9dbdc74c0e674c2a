//! F1 to F4: the projects signed in the period.

use std::collections::BTreeSet;

use suoji_model::rule::Rules;
use suoji_store::SignedRow;
use uuid::Uuid;

use super::build::{Row, by_key, count, figure, id_key, money, part_with_money as with_money};
use super::facts::Facts;
use crate::contract::*;

const KIND: &str = "agreement";

/// The four figures.
pub(super) fn figures(facts: &Facts, rules: &Rules) -> Vec<Figure> {
    let counted = rows(facts, rules);
    let mut paying = match rules.reading("expansion") {
        "money_only" => all(facts, rules),
        _ => counted.clone(),
    };
    if rules.is("supplement", "adds_money") {
        paying.extend(facts.supplements(rules).iter().map(|row| Row {
            id: row.agreement,
            fen: row.fen,
            approximate: row.approximate,
            rough: row.rough,
        }));
    }
    let (large, huge) = (rules.line("large_yuan"), rules.line("huge_yuan"));
    let over = |line: i64| -> Vec<Row> {
        let over = counted
            .iter()
            .filter(|row| row.fen.is_some_and(|fen| rules.over(fen, line)));
        over.cloned().collect()
    };
    let on = |line: i64| -> Vec<Uuid> {
        let on = counted.iter().filter(|row| row.fen == Some(line));
        on.map(|row| row.id).collect()
    };
    let undecided = |line: i64| -> Vec<Uuid> {
        let over = facts.undecided.signed.iter();
        let over = over.filter(|row| row.fen.is_some_and(|fen| rules.over(fen, line)));
        over.map(|row| row.agreement).collect()
    };
    let all_undecided: Vec<Uuid> = {
        let all = facts.undecided.signed.iter();
        all.map(|row| row.agreement).collect()
    };
    // 其中: the second line is drawn among those over the first.
    let (over_large, over_huge) = (over(large), over(huge.max(large)));
    let flow = Nature::Flow;
    vec![
        figure("F1", flow, KIND, &counted, number(facts, rules, &counted))
            .undecided(all_undecided.clone()),
        figure("F2", flow, KIND, &paying, money(&paying))
            .with_missing(&paying)
            .undecided(all_undecided),
        figure(
            "F3",
            flow,
            KIND,
            &over_large,
            number(facts, rules, &over_large),
        )
        .on_line(on(large))
        .with_missing(&counted)
        .undecided(undecided(large)),
        figure(
            "F4",
            flow,
            KIND,
            &over_huge,
            number(facts, rules, &over_huge),
        )
        .on_line(on(huge))
        .with_missing(&counted)
        .undecided(undecided(huge.max(large))),
    ]
}

/// The projects signed by one thing each.
pub(super) fn breakdowns(facts: &Facts, rules: &Rules) -> Vec<Breakdown> {
    let rows = rows(facts, rules);
    let project = |row: &Row| facts.projects.get(&row.id);
    let text = |by, read: fn(&suoji_store::SignedProject) -> String| {
        let key = |row: &Row| project(row).map(read).unwrap_or_default();
        let mut parts = in_number(facts, rules, by_key(&rows, key, with_money));
        parts.sort_by_key(|part| std::cmp::Reverse(part.count));
        breakdown(by, parts)
    };
    let months = by_month(facts, rules, &rows);
    let bands = bands(facts, rules, &rows);
    vec![
        breakdown(By::Month, in_number(facts, rules, months)),
        breakdown(By::Band, in_number(facts, rules, bands)),
        text(By::Chain, |one| one.chain.clone().unwrap_or_default()),
        text(By::SourceRegion, |one| {
            one.source_region.clone().unwrap_or_default()
        }),
        text(By::PromotionMethod, |one| {
            one.promotion_method.clone().unwrap_or_default()
        }),
        text(By::ResidentOffice, |one| id_key(one.resident_office)),
        text(By::Partner, |one| id_key(one.partner)),
    ]
}

fn breakdown(by: By, parts: Vec<FigurePart>) -> Breakdown {
    Breakdown {
        figure: "F1".to_owned(),
        kind: KIND.to_owned(),
        by,
        parts,
    }
}

/// All rows that the agreement types let in.
fn all(facts: &Facts, rules: &Rules) -> Vec<Row> {
    let row = |signed: &SignedRow| Row {
        id: signed.agreement,
        fen: signed.fen,
        approximate: signed.approximate,
        rough: signed.rough,
    };
    facts.signed(rules).iter().map(row).collect()
}

/// The rows that count as projects.
fn rows(facts: &Facts, rules: &Rules) -> Vec<Row> {
    let mut rows = all(facts, rules);
    if !rules.is("expansion", "counts") {
        rows.retain(|row| {
            !facts
                .projects
                .get(&row.id)
                .is_some_and(|project| project.expansion)
        });
    }
    rows
}

/// How many: projects, or the firms behind them.
fn number(facts: &Facts, rules: &Rules, rows: &[Row]) -> FigureValue {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    count(how_many(facts, rules, &ids))
}

fn how_many(facts: &Facts, rules: &Rules, ids: &[Uuid]) -> usize {
    if rules.is("count_of", "projects") {
        return ids.len();
    }
    let firms: BTreeSet<Uuid> = ids.iter().filter_map(|id| firm(facts, *id)).collect();
    let nameless = ids.iter().filter(|id| firm(facts, **id).is_none());
    firms.len() + nameless.count()
}

/// The firm behind an agreement.
fn firm(facts: &Facts, agreement: Uuid) -> Option<Uuid> {
    facts.projects.get(&agreement)?.party
}

/// The parts with what F1 counts: a firm with projects in several counts in
/// each of them.
fn in_number(facts: &Facts, rules: &Rules, mut parts: Vec<FigurePart>) -> Vec<FigurePart> {
    for part in &mut parts {
        part.count = how_many(facts, rules, &part.ids) as u64;
    }
    parts
}

/// The months of the period, then the rows whose month is not known.
fn by_month(facts: &Facts, rules: &Rules, rows: &[Row]) -> Vec<FigurePart> {
    let signed = facts.signed(rules).iter();
    let months: std::collections::HashMap<Uuid, Option<u32>> =
        signed.map(|row| (row.agreement, row.month)).collect();
    let of = |month: Option<u32>| -> Vec<&Row> {
        let kept = rows
            .iter()
            .filter(|row| months.get(&row.id).copied().flatten() == month);
        kept.collect()
    };
    let mut parts: Vec<_> = (1..=facts.period.through())
        .map(|month| with_money(month.to_string(), &of(Some(month))))
        .collect();
    let unknown = of(None);
    if !unknown.is_empty() {
        parts.push(with_money("", &unknown));
    }
    parts
}

/// Bands that exclude each other and together are all rows, each with its
/// lower end inside (or outside, when a line is drawn exclusively). Where firms
/// are counted, all that one signed stands in the band of its largest project.
fn bands(facts: &Facts, rules: &Rules, rows: &[Row]) -> Vec<FigurePart> {
    const NAMES: [&str; 4] = ["huge", "middle", "large", "small"];
    /// Behind the bands: what has no amount.
    const UNKNOWN: usize = NAMES.len();
    let lines = ["huge_yuan", "middle_yuan", "large_yuan"].map(|name| rules.line(name));
    let own = |row: &Row| match row.fen {
        None => UNKNOWN,
        Some(fen) => {
            let above = lines.iter().position(|line| rules.over(fen, *line));
            above.unwrap_or(lines.len())
        }
    };
    let mut of_firms = std::collections::HashMap::<Uuid, usize>::new();
    if !rules.is("count_of", "projects") {
        for row in rows {
            if let Some(firm) = firm(facts, row.id) {
                let band = of_firms.entry(firm).or_insert(UNKNOWN);
                *band = own(row).min(*band);
            }
        }
    }
    let band = |row: &Row| {
        let of_firm = firm(facts, row.id).and_then(|firm| of_firms.get(&firm));
        of_firm.copied().unwrap_or_else(|| own(row))
    };
    let of = |at: usize| -> Vec<&Row> { rows.iter().filter(|row| band(row) == at).collect() };
    let named = NAMES.iter().enumerate();
    let mut parts: Vec<_> = named.map(|(at, name)| with_money(*name, &of(at))).collect();
    let unknown = of(UNKNOWN);
    if !unknown.is_empty() {
        parts.push(with_money("", &unknown));
    }
    parts
}
