//! How parcels stand, under a heading that asks for their sort: `类型` over
//! `批而未供` and `供而未用`.

use suoji_model::Cell;

use super::block::Block;
use super::columns::{Mapped, has};
use super::kinds::Ledger;
use super::look::values;
use super::words::{Role, target};
use crate::book::{Raw, Sheet};
use crate::cells::{self, Context};
use crate::table::Target;

const STATE: Target = target("parcel", "supply_state");
const USE: Target = target("parcel", "land_use");

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
pub(super) fn assign(sheet: &Sheet, block: &Block, ledger: &Ledger, columns: &mut [Mapped]) {
    if ledger.name != "parcel" || has(columns, STATE) {
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

fn is_state(raw: &Raw) -> bool {
    let read = |field| cells::read(STATE.kind, field, raw, Context::default());
    let reading = STATE.declared().map(read);
    reading.is_some_and(|reading| matches!(reading.cell, Cell::Known(..)))
}
