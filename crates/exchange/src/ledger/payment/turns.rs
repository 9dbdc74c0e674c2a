//! Columns that repeat for every instalment of a row: `第一笔▸时间`,
//! `第一笔▸金额`, `第二笔▸时间`, `第二笔▸金额`, or for every month of it, `1月▸金额`,
//! `1月▸凭证号`. Each turn with an amount is a payment of its own; so is each
//! part of a day, `上午▸对象`, a visit.

use std::collections::BTreeMap;

use super::periods::{self, Months, PAID, Part};
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::heads::{Head, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::{Role, target};
use crate::table::Target;

/// Words behind the number of a turn that say no more than that money came.
const AROUND: &[&str] = &[
    "到位", "到资", "到账", "进账", "出资", "付款", "缴付", "资金", "外资", "款项", "情况",
];

/// Words that count turns.
const COUNTED: &[&str] = &["笔", "批次", "批", "次", "期"];

/// Parts of a day.
const DAY: &[(&str, u8)] = &[
    ("上午", 1),
    ("中午", 2),
    ("下午", 3),
    ("晚上", 4),
    ("晚间", 4),
];

const RECOGNISED: Target = target("payment", "recognised_amount");

/// What repeats in a ledger: the kind, and the fields of which one must be
/// there.
fn repeats(ledger: &Ledger) -> Option<(&'static str, &'static [Target])> {
    const VISITED: &[Target] = &[target("visit", "enterprise"), target("visit", "place")];
    match ledger.name {
        "payment" => Some(("payment", &[PAID])),
        "visit" => Some(("visit", VISITED)),
        _ => None,
    }
}

/// Which turn a column is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Nth(u8),
    Within(Months),
}

/// The part of the day that a heading is about, and what it asks of it.
fn of_day(head: &Head) -> Option<(Turn, Head)> {
    let (own, above) = head.parts.split_last()?;
    let turn = above.iter().rev().find_map(|part| {
        let text = tight(part);
        DAY.iter().find(|(word, _)| text.starts_with(word))
    });
    let own = tight(own);
    let (turn, asked) = match turn {
        Some((_, turn)) => (*turn, own),
        // 上午拜访企业 beside 下午拜访企业.
        None => DAY.iter().find_map(|(word, turn)| {
            let rest = own.strip_prefix(word).filter(|rest| !rest.is_empty())?;
            Some((*turn, rest.to_owned()))
        })?,
    };
    let parts = vec![asked];
    Some((Turn::Nth(turn), Head { parts }))
}

/// The months that stand above what a heading asks of a payment in them.
fn within(head: &Head) -> Option<Months> {
    let (own, above) = head.parts.split_last()?;
    let parts = above.to_vec();
    Months::of(&Head { parts }).filter(|_| !periods::is_other(own))
}

/// The months of a turn, which stand above or below what is asked of it.
fn months(head: &Head) -> Option<Months> {
    let below = || match beneath(head) {
        Some((Turn::Within(months), _)) => Some(months),
        _ => None,
    };
    within(head).or_else(below)
}

/// The months below what a heading asks of a payment in them: `认定资金▸一季度`.
fn beneath(head: &Head) -> Option<(Turn, Head)> {
    let (own, above) = head.parts.split_last()?;
    let parts = vec![own.clone()];
    let months = Months::of(&Head { parts })?;
    let asked = above.last()?;
    let parts = vec![tight(asked)];
    Some((Turn::Within(months), Head { parts }))
}

/// The turn that a heading is of, and what it asks of it.
fn of(head: &Head) -> Option<(Turn, Head)> {
    if let Some(months) = within(head) {
        let parts = head.parts.last().map(|own| tight(own));
        let parts = parts.into_iter().collect();
        return Some((Turn::Within(months), Head { parts }));
    }
    let (own, above) = head.parts.split_last()?;
    let parent = above.iter().rev().find_map(|part| {
        let text = tight(part);
        let (turn, rest) = counted(&text)?;
        let mut rest = rest;
        while let Some(shorter) = AROUND.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = shorter;
        }
        (rest.is_empty() || rest.starts_with(['(', '['])).then_some(turn)
    });
    let text = tight(own);
    let (turn, asked) = match parent {
        Some(turn) => (turn, text),
        None => {
            let (turn, rest) = counted(&text)?;
            (turn, rest.to_owned())
        }
    };
    let parts = vec![asked];
    (!parts[0].is_empty()).then_some((Turn::Nth(turn), Head { parts }))
}

/// `第二笔…`, `首批…`, `第3次…` as a number and what follows.
fn counted(text: &str) -> Option<(u8, &str)> {
    let (turn, rest) = match text.strip_prefix('首') {
        Some(rest) => (1, rest),
        None => {
            let rest = text.strip_prefix('第')?;
            let (number, rest) = periods::number(rest)?;
            (u8::try_from(number).ok()?, rest)
        }
    };
    let rest = COUNTED.iter().find_map(|word| rest.strip_prefix(word))?;
    Some((turn, rest))
}

type Turns = BTreeMap<Turn, Vec<(usize, Match, Target)>>;

/// The columns of each turn with their fields.
fn turns(
    ledger: &Ledger,
    kind: &str,
    heads: &[(u32, Head)],
    given: &[Option<Match>],
    turn_of: fn(&Head) -> Option<(Turn, Head)>,
) -> Turns {
    let mut turns = Turns::new();
    for (at, (_, head)) in heads.iter().enumerate() {
        let told = given[at].is_some_and(|one| one.reason == "told");
        let Some((turn, asked)) = turn_of(head).filter(|_| !told) else {
            continue;
        };
        let mut found = asked.matches(ledger.vocabulary()).into_iter();
        let field = found.find_map(|one| match one.role {
            Role::Field(target) if target.kind == kind => Some((one, target)),
            _ => None,
        });
        // A field is once in a turn.
        let again = |turn: &[(usize, Match, Target)], field| turn.iter().any(|own| own.2 == field);
        let free =
            |(_, field): &(Match, Target)| turns.get(&turn).is_none_or(|turn| !again(turn, *field));
        if let Some((one, target)) = field.filter(free) {
            turns.entry(turn).or_default().push((at, one, target));
        }
    }
    turns
}

/// Gives the columns of turns their roles, where a ledger of payments has two
/// turns at least that each say an amount, or one of visits two parts of a day
/// that each say whom or where.
pub(crate) fn assign(ledger: &Ledger, heads: &[(u32, Head)], given: &mut [Option<Match>]) {
    let Some((kind, needed)) = repeats(ledger) else {
        return;
    };
    let mut turns = match kind {
        "visit" => turns(ledger, kind, heads, given, of_day),
        _ => turns(ledger, kind, heads, given, of),
    };
    // 到位资金▸一季度 beside 认定资金▸一季度.
    if turns.is_empty() && kind == "payment" {
        turns = self::turns(ledger, kind, heads, given, beneath);
        turns.retain(|_, turn| turn.iter().any(|(.., field)| *field == RECOGNISED));
    }
    turns.retain(|_, turn| turn.iter().any(|(.., field)| needed.contains(field)));
    if turns.len() < 2 {
        return;
    }
    let fields: Vec<Target> = turns.values().flatten().map(|(.., field)| *field).collect();
    for found in given.iter_mut() {
        let taken = found.is_some_and(|one| match one.role {
            Role::Field(target) => fields.contains(&target) && one.reason != "told",
            _ => false,
        });
        if taken {
            *found = None;
        }
    }
    for (nth, turn) in (0u8..).zip(turns.values()) {
        for (at, found, target) in turn {
            given[*at] = Some(Match {
                role: match nth {
                    0 => Role::Field(*target),
                    nth => Role::Turn(nth, *target),
                },
                confidence: found.confidence.max(SURE),
                reason: match kind {
                    "visit" => "visit_in_turn",
                    _ => "paid_in_turn",
                },
            });
        }
    }
    for (at, (_, head)) in heads.iter().enumerate() {
        let free = given[at].is_none_or(|one| one.role == Role::Aside);
        if kind == "payment" && free && periods::sums(head) {
            given[at] = Some(Match {
                role: Role::Sum(Months::YEAR),
                confidence: 95,
                reason: "row_sum",
            });
        }
    }
}

/// The turn whose column this is; nothing for one that all turns share.
pub(crate) fn of_column(columns: &[Mapped], column: &Mapped) -> Option<u8> {
    let repeated = |target: Target| {
        let again = |one: &Mapped| matches!(one.role, Some(Role::Turn(_, own)) if own == target);
        columns.iter().any(again)
    };
    match column.role {
        Some(Role::Turn(turn, _)) => Some(turn),
        Some(Role::Field(target)) if repeated(target) => Some(0),
        _ => None,
    }
}

/// The turns of a table, in their order.
pub(super) fn parts(columns: &[Mapped]) -> Vec<Part> {
    let mut turns: Vec<u8> = columns
        .iter()
        .filter_map(|column| of_column(columns, column))
        .collect();
    turns.sort_unstable();
    turns.dedup();
    let part = |turn: u8| {
        let mut own = columns.to_vec();
        for (place, one) in own.iter_mut().enumerate() {
            one.role = match (of_column(columns, &columns[place]), one.role) {
                (Some(other), _) if other != turn => Some(Role::Aside),
                (_, Some(Role::Turn(_, target))) => Some(Role::Field(target)),
                (_, Some(Role::Sum(_))) => Some(Role::Aside),
                (_, role) => role,
            };
        }
        let shows = |one: &Mapped| match one.role {
            Some(Role::Field(PAID)) => true,
            Some(Role::Field(field)) if field.kind == "visit" => {
                matches!(field.field, "enterprise" | "place")
            }
            _ => false,
        };
        let own_turn = |at: usize| of_column(columns, &columns[at]) == Some(turn);
        let shown = own.iter().enumerate();
        let shown = shown.filter(|(at, one)| own_turn(*at) && shows(one));
        let numbers: Vec<u32> = shown.clone().map(|(_, one)| one.number).collect();
        let (at, paid) = shown.clone().next()?;
        let parts = paid.column.head.split('▸').map(str::to_owned).collect();
        let dated = crate::ledger::columns::has(&own, target("payment", "paid_date"));
        Some(Part {
            at: u16::try_from(at).ok()?,
            numbers,
            months: months(&Head { parts }).filter(|_| !dated),
            by_role: crate::ledger::table::by_role(&own),
            columns: own,
        })
    };
    turns.into_iter().filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use suoji_model::{Cell, Value};

    use super::*;
    use crate::table::LedgerRow;
    use crate::{read, understand};

    #[test]
    fn a_heading_is_of_a_turn_or_of_none() {
        let shown = |parts: &[&str]| {
            let parts = parts.iter().map(|part| (*part).to_owned()).collect();
            of(&Head { parts }).map(|(turn, asked)| match turn {
                Turn::Nth(turn) => format!("{turn} {}", asked.text()),
                Turn::Within(_) => format!("within {}", asked.text()),
            })
        };
        for (parts, wanted) in [
            (&["第一笔", "金额"][..], Some("1 金额")),
            (&["第2次到资情况", "时间"], Some("2 时间")),
            (&["首批到位资金（万元）", "凭证号"], Some("1 凭证号")),
            (&["第三笔到账时间"], Some("3 到账时间")),
            (&["第一季度", "金额"], Some("within 金额")),
            (&["2024年", "5月", "凭证号"], Some("within 凭证号")),
            (&["1月", "计划到位"], None),
            (&["1月"], None),
            (&["第一笔"], None),
            (&["一期投资"], None),
        ] {
            assert_eq!(shown(parts).as_deref(), wanted, "{parts:?}");
        }
    }

    #[test]
    fn every_instalment_of_a_row_is_a_payment() {
        let csv = "2024年项目资金到位情况（单位：万元）,,,,,,,,\n\
             项目名称,出资方,第一笔,,,第二笔,,,累计到位\n\
             ,,到账日,金额,凭证号,到账日,金额,凭证号,\n\
             甲项目,甲公司,2024.3.1,500,P1,2024.6.1,700,P2,1200\n\
             乙项目,乙公司,4月5日,300,P3,,,,300\n\
             丙项目,丙公司,2024/5/5,800万元,P4,7月1日,0.1亿,P5,1900\n\
             合计,,,1600,,,1700,,3400\n";
        let found = understand(&read("到资.csv", csv.as_bytes()).expect("csv"));
        let table = &found.tables[0];
        let shown = |row: &LedgerRow, field: &'static str| {
            let target = Target {
                kind: "payment",
                field,
            };
            match row.cells.get(&target) {
                Some(Cell::Known(Value::Money(money), _)) => money.amount(),
                Some(Cell::Known(Value::Date(date), _)) => date.to_string(),
                Some(Cell::Known(Value::Text(text), _)) => text.clone(),
                other => format!("{other:?}"),
            }
        };
        let paid: Vec<String> = table
            .rows
            .iter()
            .map(|row| {
                let of = |field| shown(row, field);
                let paid = of("paid_in");
                format!(
                    "{} {} {paid} {}",
                    row.row,
                    of("paid_date"),
                    of("voucher_no")
                )
            })
            .collect();
        assert_eq!(
            paid,
            [
                "4 2024-03-01 5000000.00 P1",
                "4 2024-06-01 7000000.00 P2",
                "5 2024-04-05 3000000.00 P3",
                "6 2024-05-05 8000000.00 P4",
                "6 2024-07-01 10000000.00 P5",
            ]
        );
        let sums: Vec<_> = table
            .subtotals
            .iter()
            .map(|one| (one.column.as_str(), one.agrees))
            .collect();
        assert_eq!(
            sums,
            [("D", Some("all")), ("G", Some("all")), ("I", Some("all"))]
        );
        let told = table.rows[3].problems.iter();
        let told: Vec<_> = told.map(|one| (one.column.as_str(), one.reason)).collect();
        assert!(told.contains(&("I", "row_sum_disagrees")), "{told:?}");
    }
}
