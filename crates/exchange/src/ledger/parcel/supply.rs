//! How parcels stand: under a heading that asks for their sort, `类型` over
//! `批而未供` and `供而未用`, under one that asks whether they are clear, and
//! what is left of those that are supplied in part.

use suoji_model::{Cell, Value};

use crate::book::{Raw, Sheet};
use crate::cells::text::tight;
use crate::cells::unit::Measure;
use crate::cells::{self, Context, flag};
use crate::ledger::block::Block;
use crate::ledger::columns::look::values;
use crate::ledger::columns::{Mapped, has};
use crate::ledger::heads::{Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::line::Line;
use crate::ledger::under::stated;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const STATE: Target = target("parcel", "supply_state");
const USE: Target = target("parcel", "land_use");

const AREA: Target = target("parcel", "land_area");

/// Headings that ask for a sort and do not say of what.
const SORTS: &[&str] = &[
    "类型",
    "类别",
    "土地类型",
    "土地类别",
    "地块类型",
    "地块类别",
    "状态",
];
/// Confidence in what the values say.
const BY_VALUES: u8 = 86;

/// Reads such a column as the state of the parcels, where no other is.
pub(crate) fn assign(sheet: &Sheet, block: &Block, ledger: &Ledger, columns: &mut [Mapped]) {
    if ledger.name != "parcel" {
        return;
    }
    measure_left(columns);
    if has(columns, STATE) {
        return;
    }
    let is_open = |column: &&mut Mapped| {
        let role = column.role.is_none() || column.role == Some(Role::Field(USE));
        role && column.column.reason != "told" && SORTS.contains(&column.head.as_str())
    };
    let all_states = |column: &&mut Mapped| {
        let values = values(sheet, block, column.number);
        !values.is_empty() && values.iter().all(|raw| is_state(raw))
    };
    let mut columns = columns.iter_mut().filter(is_open);
    if let Some(column) = columns.find(all_states) {
        column.role = Some(Role::Field(STATE));
        column.column.target = Some(STATE);
        column.column.confidence = BY_VALUES;
        "heading_similar".clone_into(&mut column.column.reason);
    }
}

/// What is left of a parcel is measured as the whole of it: `总面积（亩） | 已供 |
/// 可供`. Floors are measured otherwise.
fn measure_left(columns: &mut [Mapped]) {
    const WHOLE: &[&str] = &[
        "总面积",
        "面积",
        "土地面积",
        "地块面积",
        "用地面积",
        "批准面积",
    ];
    let is_whole = |column: &&Mapped| WHOLE.contains(&column.head.as_str());
    let unit = columns.iter().find(is_whole).and_then(|whole| whole.unit);
    let Some(unit) = unit.filter(|unit| matches!(unit.measure, Measure::Area(_))) else {
        return;
    };
    let heads: Vec<String> = columns.iter().map(|one| one.head.clone()).collect();
    let is_open = |column: &&mut Mapped| {
        let is_area = column.target() == Some(AREA) && column.unit.is_none();
        is_area && is_left(&column.head, &heads)
    };
    if let Some(column) = columns.iter_mut().find(is_open) {
        column.unit = Some(unit);
        column.context.unit = column.unit;
        column.column.unit = Some(unit.name);
    }
}

/// What is not supplied yet, beside what was approved or supplied, is what
/// there is of a parcel: `批准面积 | 已供面积 | 未供面积`.
pub(crate) fn settle(ledger: &Ledger, block: &Block, wishes: &mut [(usize, Match)]) {
    if ledger.name != "parcel" {
        return;
    }
    let is_area = |found: &Match| found.role == Role::Field(AREA) && found.reason != "told";
    let heads: Vec<String> = block
        .heads
        .iter()
        .map(|(_, head)| tight(&head.text()))
        .collect();
    let is_left = |index: usize| heads.get(index).is_some_and(|head| is_left(head, &heads));
    let sure = |(index, found): &(usize, Match)| {
        is_area(found) && found.confidence >= SURE && is_left(*index)
    };
    if !wishes.iter().any(sure) {
        return;
    }
    for (index, found) in wishes.iter_mut() {
        if is_area(found) && !is_left(*index) {
            found.confidence = 0;
        }
    }
}

/// Whether a heading is of what is left of a parcel; `可供` is beside `已供`.
fn is_left(head: &str, all: &[impl AsRef<str>]) -> bool {
    let own = head.rsplit('▸').next().unwrap_or_default();
    let own = own.trim_start_matches("其中").trim_start_matches(':');
    let own = own.trim_start_matches(['尚', '现']);
    let (own, is_rest) = match own.strip_prefix("剩余").or(own.strip_prefix("尚余")) {
        Some(own) => (own, true),
        None => (own, false),
    };
    let starts = |words: &[&str]| words.iter().any(|word| own.starts_with(word));
    let is_rest = is_rest || all.iter().any(|other| is_gone(other.as_ref()));
    starts(&["未供", "未出让", "待供"]) || is_rest && starts(&["可供", "可出让"])
}

/// Whether a heading is of what others have of it: `已供`, `其中▸已出让面积`.
fn is_gone(head: &str) -> bool {
    let own = head.rsplit('▸').next().unwrap_or_default();
    ["已供", "已出让"].iter().any(|word| own.starts_with(word))
}

/// What the section says, or a cell under a heading that asks whether the parcel
/// is clear, and
/// of a parcel of which nothing is left that it is supplied.
pub(super) fn said(line: &mut Line<'_>) {
    stated::choose(line, STATE);
    if let Some(column) = line
        .column_of(STATE)
        .filter(|one| one.head.contains("是否"))
        && let Some(is_clear) = flag::parse(line.raw(column), column.context.hollow)
    {
        let state = if is_clear { "clear" } else { "to_acquire" };
        line.set(STATE, Value::Text(state.to_owned()));
        line.problems
            .retain(|one| one.field != Some(STATE) || one.reason != "choice_unknown");
    }
    let heads: Vec<&str> = line
        .frame
        .columns
        .iter()
        .map(|one| one.head.as_str())
        .collect();
    let left = line
        .column_of(AREA)
        .filter(|one| is_left(&one.head, &heads));
    let is_none =
        matches!(line.get(AREA), Cell::Known(Value::Area(area), None) if area.scaled == 0);
    if left.is_some() && is_none && line.column_of(STATE).is_none() {
        line.set(STATE, Value::Text("supplied".to_owned()));
    }
}

fn is_state(raw: &Raw) -> bool {
    let read = |field| cells::read(STATE.kind, field, raw, Context::default());
    let reading = STATE.declared().map(read);
    reading.is_some_and(|reading| matches!(reading.cell, Cell::Known(..)))
}
