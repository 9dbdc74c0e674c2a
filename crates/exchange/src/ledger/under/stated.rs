//! Sections that are called after one choice of a field which no column asks for:
//! `一、认定（2笔）`, `待征地块（1宗）`, `设备投入`.

use suoji_model::{Cell, Value};

use super::{bare, is_open};
use crate::book::Raw;
use crate::cells::{self, Context};
use crate::ledger::line::Line;
use crate::table::Target;

/// What such a name may end with.
const ENDS: &[&str] = &[
    "地块", "土地", "用地", "资金", "投入", "项目", "部分", "情况", "类",
];
/// How those are called of whom a section may be, whatever they make.
const FIRMS: &[&str] = &["公司", "厂", "集团", "局", "部"];
/// The characters of a name that says more than a choice.
const LONG: usize = 6;

/// Sets the field as the innermost section says that is called after a choice.
pub(crate) fn choose(line: &mut Line<'_>, field: Target) {
    if !is_open(line, field) {
        return;
    }
    let section = line.section.clone().unwrap_or_default();
    let mut names = section.rsplit(" ▸ ").filter_map(bare);
    if let Some(choice) = names.find_map(|name| named(&name, field)) {
        line.set(field, choice);
    }
}

/// The choice that a section is called after.
fn named(name: &str, field: Target) -> Option<Value> {
    if FIRMS.iter().any(|end| name.ends_with(end)) {
        return None;
    }
    let own = ENDS.iter().find_map(|end| name.strip_suffix(end));
    let own = own.filter(|own| !own.is_empty()).unwrap_or(name);
    if own.chars().count() > LONG {
        return None;
    }
    let reading = cells::read(
        field.kind,
        field.declared()?,
        &Raw::text(own),
        Context::default(),
    );
    match reading.cell {
        Cell::Known(choice, None) => Some(choice),
        _ => None,
    }
}
