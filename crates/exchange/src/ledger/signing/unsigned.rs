//! Rows of a signing ledger that are no agreement yet: their section or their
//! stage says that talks go on, or their day of signing is a planned one.

use suoji_model::kinds::UNSIGNED_STAGES;
use suoji_model::{Cell, Mark, Value};

use crate::cells::text::tight;
use crate::cells::{Context, date};
use crate::ledger::choose::talks::is_talk;
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

const DATE: Target = target("agreement", "sign_date");
const STAGE: Target = target("project", "stage");
const NOTE: Target = target("project", "note");

/// Why such rows count in no sum, and make a project alone.
pub(super) const REASON: &str = "not_signed_yet";

/// What sections and states say of projects that are not signed, and the stage
/// they are in.
const SECTIONS: &[(&str, &str)] = &[
    ("考察选址", "negotiate"),
    ("跟踪对接", "negotiate"),
    ("初步对接", "negotiate"),
    ("初步接触", "negotiate"),
    ("线索", "lead"),
    ("跟踪", "lead"),
    ("储备", "lead"),
    ("在谈", "negotiate"),
    ("洽谈", "negotiate"),
    ("意向项目", "negotiate"),
    ("拟签", "negotiate"),
    ("待签", "negotiate"),
    ("未签", "negotiate"),
];

/// Takes the stage from a column of how the project gets on that is called one,
/// 所处阶段: what else it may say is no choice, and stays in the note.
pub(super) fn stage_told(line: &mut Line<'_>) {
    if *line.get(STAGE) != Cell::Blank {
        return;
    }
    let named = |column: &&Mapped| {
        let head = column.column.head.split(['(', '（']).next();
        let is_stage = head.is_some_and(|head| head.ends_with("阶段"));
        column.role == Some(Role::Append(NOTE)) && is_stage
    };
    let read = |column: &Mapped| {
        let raw = line.raw(column);
        // 洽谈中 in place of a day or an amount is nothing, and here a stage.
        if let Some(stage) = stage_in(&raw.display()) {
            return Some(Cell::exact(Value::Text(stage.to_owned())));
        }
        let reading = line.reading_of(STAGE, raw, Context::default())?;
        matches!(reading.cell, Cell::Known(..)).then_some(reading.cell)
    };
    let columns = line.frame.columns.iter();
    if let Some(stage) = columns.filter(named).find_map(read) {
        line.cells.insert(STAGE, stage);
    }
}

/// Takes a row that was not signed for a project alone, with its amounts;
/// returns whether it is one.
pub(super) fn told(line: &mut Line<'_>) -> bool {
    let day = line.get(DATE).clone();
    let is_planned = is_planned(line, &day);
    // A day that the name of the table gives every row says nothing of one.
    let mut given = line.frame.given.iter();
    let is_own = !given.any(|one| one.target == DATE && one.cell == day);
    let is_signed = matches!(day, Cell::Known(..)) && is_own && !is_planned && !leaves_open(line);
    if is_signed || line.uncounted == Some("voided") {
        return false;
    }
    let Some(stage) = stage(line, is_planned) else {
        return false;
    };
    line.set(STAGE, Value::Text(stage.to_owned()));
    // The amounts stay in the row as well, for the sums that the sheet claims.
    for (own, of_project) in [
        (target("agreement", "contract_total"), "total_investment"),
        (target("agreement", "note"), "note"),
    ] {
        let of_project = target("project", of_project);
        if *line.get(of_project) == Cell::Blank {
            line.cells.insert(of_project, line.get(own).clone());
        }
    }
    for kept in [target("agreement", "contract_capital"), DATE] {
        if let Some(column) = line.column_of(kept) {
            line.append(column, NOTE);
        }
    }
    line.cells.remove(&DATE);
    line.problems.retain(|one| one.field != Some(DATE));
    line.report(line.column_of(DATE), Some(DATE), REASON, Level::Should);
    line.uncounted = Some(REASON);
    true
}

/// Whether the day's own cell says that it is to come: `拟2024年10月签约`,
/// `力争四季度`, `2024年12月底前`, `尚未签约`.
fn is_planned(line: &Line<'_>, day: &Cell) -> bool {
    let text = tight(&line.text_of(DATE));
    let hopes = ["力争", "争取", "尚未", "未签", "待签"];
    date::says_planned(&text)
        || hopes.iter().any(|word| text.contains(word))
        || matches!(day, Cell::Known(_, Some(Mark::AtMost)))
}

/// Whether the row's own state says that it is not signed, and either names
/// signing itself, 拟签约, or stands beside a column of days that is of signing
/// and of what is planned alike, 签约/拟签约时间.
fn leaves_open(line: &Line<'_>) -> bool {
    if is_to_sign(line) {
        return true;
    }
    let planned = ["拟签", "预计签", "计划签"];
    let head = line
        .column_of(DATE)
        .map(|column| column.column.head.as_str());
    let is_both = head.is_some_and(|head| planned.iter().any(|word| head.contains(word)));
    let own = line.text(STAGE).filter(|own| UNSIGNED_STAGES.contains(own));
    is_both && (own.is_some() || state(line).is_some())
}

/// Whether the state says that signing is still to come: `拟签约`, `待签`.
fn is_to_sign(line: &Line<'_>) -> bool {
    let stage = line.column_of(STAGE);
    let columns = line.column(Role::Status).into_iter().chain(stage);
    let mut texts = columns.map(|column| tight(&line.raw(column).display()));
    texts.any(|text| {
        let to_come = ["拟签", "待签", "未签"]
            .iter()
            .any(|word| text.contains(word));
        to_come && !text.contains("已签")
    })
}

/// A row with a day of signing whose state says that talks go on: it counts by
/// its day, and a person must say which is true.
pub(super) fn still_talked(line: &mut Line<'_>) {
    let own = line.text(STAGE).filter(|own| UNSIGNED_STAGES.contains(own));
    let column = match own {
        Some(_) => line.column_of(STAGE),
        None => line.column(Role::Status).filter(|_| state(line).is_some()),
    };
    let is_dated = matches!(line.get(DATE), Cell::Known(..));
    if let Some(column) = column.filter(|_| is_dated && line.uncounted.is_none()) {
        line.report(Some(column), Some(DATE), "signed_but_talked", Level::Must);
    }
}

/// The stage before signing among the states of agreements.
fn state(line: &Line<'_>) -> Option<&'static str> {
    let column = line.column(Role::Status)?;
    stage_in(&line.raw(column).display())
}

/// 否 under 是否签约 or 已签协议.
fn denied(line: &Line<'_>) -> Option<&'static str> {
    let mut columns = line.frame.columns.iter();
    let says_no = columns.any(|column| {
        let head = column.head.as_str();
        let asks = head.starts_with("是否") && head.contains('签') || head.starts_with("已签");
        let noted = column.role == Some(Role::Append(NOTE));
        asks && noted && line.mark(column) == Some(false)
    });
    says_no.then_some("negotiate")
}

/// 在谈 and no more in what is told of how the project gets on.
fn talks(line: &Line<'_>) -> Option<&'static str> {
    let noted = |column: &&Mapped| column.role == Some(Role::Append(NOTE));
    let mut columns = line.frame.columns.iter().filter(noted);
    let goes_on = columns.any(|column| is_talk(&line.raw(column).display()));
    goes_on.then_some("negotiate")
}

/// The stage that the row is in before it is signed.
fn stage(line: &Line<'_>, is_planned: bool) -> Option<&'static str> {
    if let Some(own) = line.text(STAGE) {
        let before = UNSIGNED_STAGES.iter().find(|stage| **stage == own);
        return before.copied();
    }
    // 在谈 may stand among the states of agreements, or in place of the day.
    let own = state(line)
        .or_else(|| denied(line))
        .or_else(|| stage_in(&line.text_of(DATE)))
        .or_else(|| talks(line));
    let section = line.section.as_deref().unwrap_or_default();
    let of_section = || section.rsplit(" ▸ ").find_map(stage_in);
    own.or_else(of_section)
        .or(is_planned.then_some("negotiate"))
}

/// The stage before signing that a text names.
pub(crate) fn stage_in(text: &str) -> Option<&'static str> {
    let text = tight(text);
    let mut words = SECTIONS.iter();
    let found = words.find(|(word, _)| text.contains(word) && !text.contains("已签"));
    found.map(|(_, stage)| *stage)
}
