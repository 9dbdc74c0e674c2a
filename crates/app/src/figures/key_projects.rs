//! F6 to F11 and F23: the stock of key projects, and what was finished.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use suoji_model::Period;
use suoji_model::rule::{Rules, yuan_text};
use suoji_store::KeyRow;
use uuid::Uuid;

use super::build::{
    Row, by_key, count, figure, fixed, money, part, part_with_money, percent, rate, rate_cut_off,
    rate_of_unknown,
};
use super::carriers::sqm;
use super::facts::Facts;
use crate::contract::*;
use crate::time;

const KIND: &str = "key_project";
const LEVELS: [&str; 3] = ["province", "city", "county"];

/// The figures.
pub(super) fn figures(facts: &Facts, rules: &Rules) -> Vec<Figure> {
    let stock = Stock::of(facts, rules);
    let rows = &stock.rows;
    let line = rules.line("key_yuan");
    let on: Vec<Uuid> = rows
        .iter()
        .filter(|row| row.fen == Some(line))
        .map(|row| row.id)
        .collect();
    let of = Nature::Stock;
    let whole = |id: &str, value: FigureValue| {
        figure(id, of, KIND, rows, value)
            .missing(stock.unknown.clone())
            .undecided(stock.undecided.clone())
    };
    let number = || count(rows.len());
    let by_nature = by_key(rows, |row| stock.choice(row, nature), part_with_money);
    let mut figures = vec![
        whole("F6", number()).on_line(on),
        whole("F7", money(rows)),
        whole("F8", number()).with_parts(levels(rules, &stock)),
        whole("F9", number()).with_parts(by_nature),
        finished(facts, rules),
        buildings("F11", &stock, rules, 1),
        buildings("F11_capped", &stock, rules, 2),
    ];
    figures.push(progress(facts.period, &stock, rules));
    figures
}

/// The stock by ledger, by nature in each, and by light.
pub(super) fn breakdowns(facts: &Facts, rules: &Rules) -> Vec<Breakdown> {
    let stock = Stock::of(facts, rules);
    let by = |by, key: &dyn Fn(&Row) -> String| Breakdown {
        figure: "F6".to_owned(),
        kind: KIND.to_owned(),
        by,
        parts: by_key(&stock.rows, key, part_with_money),
    };
    let both = |row: &Row| {
        let (nature, ledger) = (stock.choice(row, nature), stock.choice(row, ledger));
        format!("{nature}_{ledger}")
    };
    vec![
        by(By::LedgerKind, &|row| stock.choice(row, ledger)),
        by(By::NatureAndLedger, &both),
        by(By::RagStatus, &|row| {
            stock.choice(row, |one| one.rag_status.as_ref())
        }),
    ]
}

fn nature(one: &KeyRow) -> Option<&String> {
    one.build_nature.as_ref()
}

fn ledger(one: &KeyRow) -> Option<&String> {
    one.ledger_kind.as_ref()
}

/// The projects that count, with what the ledgers say of each.
struct Stock {
    listed: HashMap<Uuid, KeyRow>,
    rows: Vec<Row>,
    /// Projects that may count, but of which no total in yuan or level is known.
    unknown: Vec<Uuid>,
    /// Projects that would count, if they repeat no others.
    undecided: Vec<Uuid>,
}

impl Stock {
    fn of(facts: &Facts, rules: &Rules) -> Self {
        let (listed, unknown) = stock(facts, rules, &facts.key_projects);
        let (undecided, _) = stock(facts, rules, &facts.undecided.key_projects);
        Self {
            undecided: undecided.iter().map(|one| one.key_project).collect(),
            rows: listed.iter().map(|one| row(facts, rules, one)).collect(),
            listed: listed
                .into_iter()
                .map(|one| (one.key_project, one))
                .collect(),
            unknown,
        }
    }

    /// A choice of the ledger's row behind a counted row.
    fn choice(&self, row: &Row, of: fn(&KeyRow) -> Option<&String>) -> String {
        let one = self.listed.get(&row.id);
        one.and_then(of).cloned().unwrap_or_default()
    }
}

/// Every project once, by the row of its highest level and what lower ones
/// add to it, that has a level in the year's plan, is under construction or
/// planned, is over the line, and is not finished by the cut-off; then the
/// rows of those of which nobody can say whether they are over the line, or
/// key projects at all.
fn stock(facts: &Facts, rules: &Rules, of: &[KeyRow]) -> (Vec<KeyRow>, Vec<Uuid>) {
    let cutoff = facts.period.cutoff();
    // What is so roughly dated that it may be behind the cut-off is none that
    // was surely finished.
    let done = |one: &&KeyRow| {
        let days = [&one.completion_date, &one.production_date];
        let mut days = days.into_iter().zip(one.rough);
        days.any(|(day, rough)| !rough && day.as_ref().is_some_and(|day| *day <= cutoff))
    };
    let finished: BTreeSet<Uuid> = of.iter().filter(done).map(|one| one.project).collect();
    let mut best = BTreeMap::<Uuid, KeyRow>::new();
    let mut levelless = Vec::new();
    for one in of {
        if one.plan_year != Some(facts.period.year()) || finished.contains(&one.project) {
            continue;
        }
        // A plan that names no ledger lists what is under construction or to be.
        let open = one.ledger_kind.as_deref() != Some("finished");
        if !open && !is_finished_later(facts.period, one) {
            continue;
        }
        if one.key_level.is_none() {
            levelless.push(one);
            continue;
        }
        match best.entry(one.project) {
            Entry::Vacant(place) => {
                place.insert(one.clone());
            }
            Entry::Occupied(mut place) => {
                let kept = place.get_mut();
                let mut other = one.clone();
                if level(&other) < level(kept) {
                    std::mem::swap(kept, &mut other);
                }
                kept.fill(&other);
            }
        }
    }
    let line = rules.line("key_yuan");
    let is_over = |one: &KeyRow| one.total_fen.is_some_and(|fen| rules.over(fen, line));
    // Beside others that have one, what has no level is known to be no key
    // project; where none has one, nobody said which are.
    let unsaid = levelless.into_iter().filter(|_| best.is_empty());
    let unsaid = unsaid.filter(|one| one.total_fen.is_none() || is_over(one));
    let unknown = best.values().filter(|one| one.total_fen.is_none());
    let unknown = unknown.chain(unsaid).map(|one| one.key_project).collect();
    best.retain(|_, one| is_over(one));
    let listed: BTreeSet<Uuid> = best.keys().copied().collect();
    leave_rings(&mut best);
    let parents = best.values().flat_map(|one| &one.parents);
    let parents: BTreeSet<Uuid> = parents.copied().collect();
    let children = rules.is("packed_projects", "children");
    best.retain(|project, one| {
        if children {
            !parents.contains(project)
        } else {
            !one.parents.iter().any(|parent| listed.contains(parent))
        }
    });
    (best.into_values().collect(), unknown)
}

/// Whether a project that is finished by the year's end, of which its list
/// speaks, was not yet at an earlier cut-off, by which no day of it lies.
fn is_finished_later(period: Period, one: &KeyRow) -> bool {
    let dated = one.completion_date.is_some() || one.production_date.is_some();
    dated && !period.is_whole()
}

/// Of projects that stand above each other, as one that was found to be the
/// same as a part of it, none is a part of another.
fn leave_rings(best: &mut BTreeMap<Uuid, KeyRow>) {
    let above: BTreeMap<Uuid, Vec<Uuid>> = best
        .iter()
        .filter(|(_, one)| !one.parents.is_empty())
        .map(|(project, one)| (*project, one.parents.clone()))
        .collect();
    for (project, one) in best {
        one.parents.retain(|parent| {
            let back = above.get(parent);
            !back.is_some_and(|parents| parents.contains(project))
        });
    }
}

fn level(row: &KeyRow) -> usize {
    let level = row.key_level.as_deref();
    let place = LEVELS.iter().position(|name| Some(*name) == level);
    place.unwrap_or(LEVELS.len())
}

/// The row with its total, or that of its open phases where they say it.
fn row(facts: &Facts, rules: &Rules, one: &KeyRow) -> Row {
    let phases = facts
        .phases
        .iter()
        .filter(|phase| phase.key_project == one.key_project);
    let open: Option<Vec<i64>> = phases
        .filter(|phase| !phase.finished)
        .map(|phase| phase.total_fen)
        .collect();
    let of_phases = open.filter(|open| !open.is_empty());
    Row {
        id: one.key_project,
        fen: match of_phases {
            Some(open) if rules.is("phased_total", "open_phases") => Some(open.iter().sum()),
            _ => one.total_fen,
        },
        approximate: one.approximate,
        rough: one.rough.contains(&true),
    }
}

/// The levels: each project at its highest, or at that and all below.
fn levels(rules: &Rules, stock: &Stock) -> Vec<FigurePart> {
    let cumulative = rules.is("level", "cumulative");
    let parts = LEVELS.iter().enumerate().map(|(place, name)| {
        let at = |row: &&Row| {
            let own = stock.listed.get(&row.id).map_or(LEVELS.len(), level);
            own == place || cumulative && own < place
        };
        let kept: Vec<&Row> = stock.rows.iter().filter(at).collect();
        part_with_money(*name, &kept)
    });
    parts.collect()
}

/// F10: the projects finished in the period, each once.
fn finished(facts: &Facts, rules: &Rules) -> Figure {
    let reading = rules.reading("finished");
    // Whether the day that counts is so rough that it may lie behind the
    // period; nothing where no day counts.
    let counts = |one: &KeyRow| -> Option<bool> {
        let days = [&one.completion_date, &one.production_date];
        let read = match reading {
            "completion" => 0..1,
            "production" => 1..2,
            _ => 0..2,
        };
        let in_period = read.filter(|at| facts.in_period(days[*at].as_deref()));
        in_period.map(|at| one.rough[at]).min()
    };
    let once = |of: &[KeyRow]| -> Vec<Row> {
        let mut seen = BTreeSet::new();
        let counted = of.iter().filter_map(|one| Some((one, counts(one)?)));
        let first = counted.filter(|(one, _)| seen.insert(one.project));
        let row = |(one, rough): (&KeyRow, bool)| Row::bare(one.key_project).dated(rough);
        first.map(row).collect()
    };
    let rows = once(&facts.key_projects);
    let undecided = once(&facts.undecided.key_projects);
    figure("F10", Nature::Flow, KIND, &rows, count(rows.len()))
        .undecided(undecided.iter().map(|row| row.id).collect())
}

/// F23: what was invested in the year of what was planned for it. Who has no
/// plan is measured by none, and what nobody says was done is none, but named.
/// Within the present year it has the time gone by (序时进度) and how far the work is
/// ahead of it in percentage points as parts.
fn progress(period: Period, stock: &Stock, rules: &Rules) -> Figure {
    let listed = stock
        .rows
        .iter()
        .filter_map(|row| stock.listed.get(&row.id));
    let planned = listed
        .clone()
        .filter_map(|one| Some((one.plan_fen?, one.done_fen)));
    let plan: i128 = planned.clone().map(|(plan, _)| i128::from(plan)).sum();
    let done: Vec<i64> = planned.filter_map(|(_, done)| done).collect();
    let sum = || done.iter().map(|done| i128::from(*done)).sum();
    let value = match rules.reading("progress_digits") {
        _ if done.is_empty() => rate_of_unknown(plan, yuan_text),
        "cut_off" => rate_cut_off(sum(), plan, yuan_text),
        _ => rate(sum(), plan, yuan_text),
    };
    let halves = listed.filter(|one| one.plan_fen.is_some() != one.done_fen.is_some());
    let halves = halves.map(|one| one.key_project).collect();
    // What was done of an earlier year is known of its end alone.
    let is_told = !period.is_whole() && period.year() == time::year() && !done.is_empty();
    let pace = match is_told {
        true => pace(period, stock, sum(), plan),
        false => Vec::new(),
    };
    figure("F23", Nature::Flow, KIND, &stock.rows, value)
        .missing(halves)
        .with_parts(pace)
}

/// The share of the year that is gone by the period's end, and what was done
/// of a plan beyond it, both in percent and each rounded once.
fn pace(period: Period, stock: &Stock, done: i128, plan: i128) -> Vec<FigurePart> {
    let (gone, all) = (i128::from(period.through()), i128::from(Period::LAST));
    let rows: Vec<&Row> = stock.rows.iter().collect();
    let shares = [
        ("time_gone", percent(gone, all)),
        ("ahead", percent(done * all - plan * gone, plan * all)),
    ];
    let parts = shares.into_iter().map(|(key, share)| FigurePart {
        display: share.map(fixed),
        ..part(key, &rows)
    });
    parts.collect()
}

/// F11: buildings started or capped among all, and of each project; by their
/// number or by their floor area. What nobody says was begun is none, but
/// named; where nobody says it of any, the share is not known.
fn buildings(id: &str, stock: &Stock, rules: &Rules, which: usize) -> Figure {
    let by_area = rules.is("buildings_by", "floor_area");
    let built = stock.rows.iter().filter_map(|row| {
        let one = stock.listed.get(&row.id)?;
        let counts = match by_area {
            true => one.floor_areas,
            false => one.buildings,
        };
        Some((row, counts[0]?, counts[which], one.project))
    });
    let built: Vec<(&Row, i64, Option<i64>, Uuid)> = built.collect();
    let all: i128 = built.iter().map(|(_, all, ..)| i128::from(*all)).sum();
    let done: Vec<i64> = built.iter().filter_map(|(_, _, done, _)| *done).collect();
    let text = match by_area {
        true => sqm,
        false => whole,
    };
    let share = |done: &[i64], all: i128| match done {
        [] => rate_of_unknown(all, text),
        known => rate(known.iter().map(|done| i128::from(*done)).sum(), all, text),
    };
    let parts = built.iter().map(|(row, all, done, project)| FigurePart {
        key: Some(project.to_string()),
        count: match by_area {
            true => 1,
            false => u64::try_from(done.unwrap_or(0)).unwrap_or(0),
        },
        display: Some(
            share(done.as_slice(), i128::from(*all))
                .display()
                .to_owned(),
        ),
        ..part("", &[*row])
    });
    let parts = parts.collect();
    let unknown = built.iter().filter(|(_, _, done, _)| done.is_none());
    let unknown = unknown.map(|(row, ..)| row.id).collect();
    let counted: Vec<Row> = built.iter().map(|(row, ..)| (*row).clone()).collect();
    figure(id, Nature::Stock, KIND, &counted, share(&done, all))
        .with_parts(parts)
        .missing(unknown)
}

fn whole(number: i128) -> String {
    number.to_string()
}
