//! Land that a project needs, in words: `租赁厂房3000㎡` needs none, and of
//! `需地20亩，厂房5000㎡` only the first is land.

use suoji_model::{Absent, Cell};

use super::Line;
use crate::book::Raw;
use crate::cells::text::tidy;
use crate::cells::{self, Reading};
use crate::ledger::columns::Mapped;
use crate::ledger::words;
use crate::problem::Level;
use crate::table::Target;

/// What stands between several areas in a cell.
const BETWEEN: &[char] = &['，', ',', '、', '；', ';', '/', '+', '\n', ' ', '\u{3000}'];
/// Words for what is no land.
const BUILT: &[&str] = &["厂房", "车间", "办公", "楼", "租"];
/// Words for land.
const LAND: &[&str] = &["亩", "公顷", "土地", "用地", "需地"];
/// Words, without a number, by which no further land is needed.
const NO_MORE: &[&str] = &[
    "不用地",
    "不需",
    "无需",
    "不涉及",
    "零地",
    "零用地",
    "利用",
    "原有",
    "现有",
    "已有",
    "自有",
    "存量",
    "技改",
];

/// Whether the column is of land alone.
fn is_of_land(column: &Mapped, target: Target) -> bool {
    let plain = target.field == "land_area" && target.kind != "parcel";
    plain && !column.column.head.contains("厂房")
}

/// The reading of a cell that is words; `None` leaves it as it was read.
pub(super) fn in_words(line: &Line<'_>, column: &Mapped, target: Target) -> Option<Reading> {
    if !is_of_land(column, target) {
        return None;
    }
    let says = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let is_number = |text: &&str| text.contains(|c: char| c.is_ascii_digit());
    let text = tidy(&line.raw(column).display(), false);
    let none = || Reading {
        cell: Cell::Absent(Absent::NotApplicable),
        findings: vec![("no_land_needed", Level::Info)],
        foreign: None,
    };
    if !is_number(&&*text) {
        let is_none = says(&text, BUILT) && !says(&text, LAND) || says(&text, NO_MORE);
        return is_none.then(none);
    }
    let parts = text.split(BETWEEN).filter(is_number);
    let (built, land): (Vec<&str>, Vec<&str>) =
        parts.partition(|part| says(part, BUILT) && !says(part, LAND));
    let [own] = land.as_slice() else {
        return (land.is_empty() && !built.is_empty()).then(none);
    };
    // 存量土地50亩: what the land is called stands before its number.
    let called = own.trim_start_matches(|c: char| !c.is_ascii_digit() && !"约近超逾不".contains(c));
    if built.is_empty() && called.len() == own.len() || !says(own, LAND) {
        return None;
    }
    let raw = Raw::text(called);
    let context = line.context(column);
    let mut reading = cells::read(target.kind, target.declared()?, &raw, context);
    let is_known = matches!(reading.cell, Cell::Known(..));
    if is_known && !built.is_empty() {
        reading.findings.push(("amount_with_note", Level::Should));
    }
    is_known.then_some(reading)
}

/// Keeps such words in the note.
pub(super) fn noted(line: &mut Line<'_>, column: &Mapped, target: Target) {
    if in_words(line, column, target).is_some() {
        line.append(column, words::target(line.frame.ledger.kind().name, "note"));
    }
}
