//! What is told of a table as a whole.

use std::collections::BTreeSet;

use super::comments;
use crate::book::{Sheet, letters};
use crate::cells::unit::Measure;
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::given::{Given, within};
use crate::ledger::kinds::Ledger;
use crate::ledger::payment::streams;
use crate::ledger::words::{Role, target};
use crate::problem::{Level, Problem};
use crate::table::{Column, Table, Target};

/// A table of which no row is read yet.
pub(super) struct Seen<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) block: &'s Block,
    pub(super) ledger: &'static Ledger,
    pub(super) columns: &'s [Mapped],
    /// What holds for every row.
    pub(super) given: &'s [Given],
    /// The row where the next table of the sheet begins.
    pub(super) end: u32,
}

/// What is said of a table, that starts in row `start`, before its rows are
/// read.
pub(super) fn before_rows(table: &Table, seen: &Seen<'_>, start: u32) -> Vec<Problem> {
    let Seen {
        sheet,
        block,
        ledger,
        columns,
        given,
        end,
    } = *seen;
    let mut problems: Vec<Problem> = hidden(table).into_iter().collect();
    problems.extend(hidden_rows(table, sheet, block, end));
    problems.extend(twice(table));
    problems.extend(grouped(table, columns));
    problems.extend(streams::unread(table, columns));
    problems.extend(paid_aside(table));
    problems.extend(signed_aside(table));
    problems.extend(within::told(table, ledger, given));
    problems.extend(amounts_unread(table, columns));
    problems.extend(visits_unread(table));
    problems.extend(headless(table, sheet, block, end));
    problems.extend(overruled(table, columns, block.last));
    problems.extend(comments::elsewhere(sheet, start..=block.last));
    problems
}

/// Columns whose unit a template says otherwise than the file itself.
fn overruled(table: &Table, columns: &[Mapped], header: u32) -> Vec<Problem> {
    let overruled = columns.iter().filter_map(|column| {
        let (said, unit) = (column.overruled?, column.unit?);
        let raw = format!("{} ≠ {}", said.name, unit.name);
        let reason = "template_unit_overruled";
        let mut problem = about(table, header, reason, Level::Should, raw);
        problem.column.clone_from(&column.column.letter);
        problem.field = column.target();
        Some(problem)
    });
    overruled.collect()
}

/// Columns without a heading are left out, and named.
fn headless(table: &Table, sheet: &Sheet, block: &Block, end: u32) -> Option<Problem> {
    let below = sheet.rows.partition_point(|row| row.number <= block.last);
    let rows = sheet.rows[below..]
        .iter()
        .take(SAMPLE)
        .filter(|row| row.cells.len() >= 3 && row.number < end);
    let known = |column: u32| block.heads.iter().any(|(own, _)| *own == column);
    let bare = rows.flat_map(|row| &row.cells).map(|(column, _)| *column);
    let bare: BTreeSet<u32> = bare.filter(|column| !known(*column)).collect();
    let letters: Vec<String> = bare.into_iter().map(letters).collect();
    (!letters.is_empty()).then(|| {
        about(
            table,
            block.last,
            "columns_without_heading",
            Level::Should,
            letters.join("、"),
        )
    })
}

/// Rows looked at for columns without a heading.
const SAMPLE: usize = 60;

/// Hidden rows are read like others, and named: somebody may have hidden them
/// so that they do not count.
fn hidden_rows(table: &Table, sheet: &Sheet, block: &Block, end: u32) -> Option<Problem> {
    let own = block.last + 1..end;
    let hidden = sheet.hidden_rows.iter().copied();
    let hidden = hidden.filter(|row| own.contains(row) && sheet.row(*row).is_some());
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in hidden {
        match runs.last_mut().filter(|(_, last)| row == *last + 1) {
            Some((_, last)) => *last = row,
            None => runs.push((row, row)),
        }
    }
    let shown = runs.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}—{last}"),
    });
    let shown: Vec<String> = shown.collect();
    let (reason, raw) = ("hidden_rows", shown.join("、"));
    (!raw.is_empty()).then(|| about(table, block.last, reason, Level::Should, raw))
}

/// Hidden columns are read like others, and named.
fn hidden(table: &Table) -> Option<Problem> {
    let shown = |letter: &&String| table.columns.iter().any(|one| one.letter == **letter);
    let hidden: Vec<&str> = table
        .hidden_columns
        .iter()
        .filter(shown)
        .map(String::as_str)
        .collect();
    let header = table.header_rows.last().copied().unwrap_or(0);
    (!hidden.is_empty()).then(|| {
        about(
            table,
            header,
            "hidden_columns",
            Level::Info,
            hidden.join("、"),
        )
    })
}

/// Names that stand for the rows below them too are told, with their columns.
fn grouped(table: &Table, columns: &[Mapped]) -> Option<Problem> {
    let columns = columns.iter().filter(|column| column.is_grouped);
    let heads: Vec<&str> = columns.map(|one| one.column.head.as_str()).collect();
    let header = table.header_rows.last().copied().unwrap_or(0);
    let raw = heads.join("、");
    (!heads.is_empty()).then(|| about(table, header, "filled_from_above", Level::Info, raw))
}

/// Of two shown columns with one heading only the first is read.
fn twice(table: &Table) -> Vec<Problem> {
    let header = table.header_rows.last().copied().unwrap_or(0);
    let is_shown = |column: &Column| !table.hidden_columns.contains(&column.letter);
    let read = |head: &str| {
        let mut columns = table.columns.iter();
        columns.find(|one| one.head == head && one.target.is_some())
    };
    let left = table.columns.iter().filter(|column| {
        column.target.is_none() && column.reason == "unknown_heading" && is_shown(column)
    });
    let told = left.filter_map(|column| {
        let first = read(&column.head)?;
        let letters = format!("{}、{}", first.letter, column.letter);
        let mut problem = about(table, header, "heading_twice", Level::Must, letters);
        problem.column.clone_from(&column.letter);
        problem.field = first.target;
        Some(problem)
    });
    told.collect()
}

/// What was paid of an agreement or a project is no field of it: the columns
/// are named.
fn paid_aside(table: &Table) -> Option<Problem> {
    const PAID: &[&str] = &[
        "到位",
        "到资",
        "到账",
        "实际使用外资",
        "实际利用外资",
        "实际使用",
        "进资",
    ];
    // What is asked of it beside the amount, where no unit says that it is one.
    const ABOUT: &[&str] = &[
        "时间", "日期", "率", "方式", "形式", "说明", "凭证", "证明", "是否", "人", "原因",
    ];
    let is_paid = |column: &&Column| {
        let says = |words: &[&str]| words.iter().any(|word| column.head.contains(word));
        matches!(column.reason.as_str(), "kept_as_text" | "unknown_heading")
            && says(PAID)
            && (column.unit.is_some() || !says(ABOUT))
    };
    let heads = table.columns.iter().filter(is_paid);
    let heads: Vec<&str> = heads.map(|column| column.head.as_str()).collect();
    let header = table.header_rows.last().copied().unwrap_or(0);
    (matches!(table.ledger, "signing" | "key_project") && !heads.is_empty()).then(|| {
        let raw = heads.join("、");
        about(table, header, "paid_in_not_read", Level::Should, raw)
    })
}

/// What was signed of a lead, or of what was paid, is an agreement, and no field
/// of either: the columns are named.
fn signed_aside(table: &Table) -> Option<Problem> {
    const SIGNED: &[&str] = &["签约", "合同", "协议"];
    const SAID: &[&str] = &["额", "资", "时间", "日期"];
    const TO_COME: &[&str] = &["拟", "预计", "计划", "意向", "目标"];
    let is_signed = |column: &&Column| {
        let says = |words: &[&str]| words.iter().any(|word| column.head.contains(word));
        let is_kept = matches!(
            column.reason.as_str(),
            "kept_as_text" | "unknown_heading" | "joined_text"
        );
        is_kept && says(SIGNED) && says(SAID) && !says(TO_COME)
    };
    let heads = table.columns.iter().filter(is_signed);
    let heads: Vec<&str> = heads.map(|column| column.head.as_str()).collect();
    let header = table.header_rows.last().copied().unwrap_or(0);
    let level = match table.ledger {
        "lead" => Level::Should,
        // What was promised stands beside most payments; its day tells more.
        "payment" if heads.iter().any(|head| head.contains(['日', '时'])) => Level::Info,
        _ => return None,
    };
    (!heads.is_empty()).then(|| about(table, header, "signing_not_read", level, heads.join("、")))
}

/// The amounts of which every table of a ledger should have one.
const MAIN_AMOUNTS: &[(&str, &[Target])] = &[
    (
        "signing",
        &[
            target("agreement", "contract_total"),
            target("agreement", "contract_capital"),
            target("project", "total_investment"),
        ],
    ),
    ("lead", &[target("lead", "planned_investment")]),
    (
        "payment",
        &[
            target("payment", "paid_in"),
            target("payment", "recognised_amount"),
        ],
    ),
];

/// Whether one of the columns has the amount of each row, or no such ledger
/// needs one.
pub(crate) fn has_main_amount(ledger: &str, columns: &[Mapped]) -> bool {
    let Some((_, main)) = MAIN_AMOUNTS.iter().find(|(own, _)| *own == ledger) else {
        return true;
    };
    columns.iter().any(|column| {
        let is_amount = matches!(column.role, Some(Role::Original | Role::Equivalent));
        is_amount || column.target().is_some_and(|own| main.contains(&own))
    })
}

/// How parts of headings end that are over amounts, whose unit may stand above
/// the table.
const AMOUNTS: &[&str] = &[
    "资金",
    "投资",
    "投资额",
    "金额",
    "合同额",
    "协议额",
    "签约额",
    "资金额",
];

/// Amounts of a firm's year, and none that it invests.
const OF_FIRMS: &[&str] = &[
    "营收",
    "营业收入",
    "销售",
    "产值",
    "利润",
    "税",
    "注册资",
    "总资产",
    "市值",
];

/// Where no column is the amount of a row, those in units of money whose
/// headings are not known are named, and those that are called like amounts.
fn amounts_unread(table: &Table, columns: &[Mapped]) -> Option<Problem> {
    if has_main_amount(table.ledger, columns) {
        return None;
    }
    let is_unread = |column: &&Mapped| {
        let unit = column.unit.map(|unit| unit.measure);
        let in_money = matches!(unit, Some(Measure::Money(_) | Measure::MixedMoney));
        let mut parts = column.column.head.split('▸');
        let is_called = |part: &str| AMOUNTS.iter().any(|end| part.ends_with(end));
        let is_of_firm = OF_FIRMS
            .iter()
            .any(|word| column.column.head.contains(word));
        column.role.is_none() && !is_of_firm && (in_money || unit.is_none() && parts.any(is_called))
    };
    let heads = columns.iter().filter(is_unread);
    let heads: Vec<&str> = heads.map(|one| one.column.head.as_str()).collect();
    let header = table.header_rows.last().copied().unwrap_or(0);
    let raw = heads.join("、");
    (!heads.is_empty()).then(|| about(table, header, "amounts_unread", Level::Must, raw))
}

/// Days of further visits in the columns of a ledger that has one of them in a
/// row: 第二次拜访时间.
fn visits_unread(table: &Table) -> Option<Problem> {
    let is_further = |column: &&Column| {
        let own = column.head.rsplit('▸').next().unwrap_or_default();
        let asks = ["时间", "日期"].iter().any(|word| own.ends_with(word));
        column.reason == "unknown_heading" && column.head.starts_with('第') && asks
    };
    let heads = table.columns.iter().filter(is_further);
    let heads: Vec<&str> = heads.map(|one| one.head.as_str()).collect();
    let header = table.header_rows.last().copied().unwrap_or(0);
    let raw = heads.join("、");
    (table.ledger == "visit" && !heads.is_empty())
        .then(|| about(table, header, "visits_unread", Level::Must, raw))
}

/// A problem of the table in one of its rows.
pub(crate) fn about(
    table: &Table,
    row: u32,
    reason: &'static str,
    level: Level,
    raw: String,
) -> Problem {
    Problem {
        sheet: table.sheet.clone(),
        row,
        column: String::new(),
        field: None,
        reason,
        level,
        raw,
    }
}
