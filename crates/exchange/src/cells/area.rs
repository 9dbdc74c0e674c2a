//! Areas in 亩, ㎡ or 公顷.

use suoji_model::area::AREA_DECIMALS;
use suoji_model::{Area, AreaUnit, Mark, Value};

use super::Reading;
use super::exact::Exact;
use super::quantity::{self, Part, ascending, value};
use super::text::numbers;
use super::unit::{self, Measure, Unit};
use crate::book::Raw;

/// Reads an area; the cell's own unit beats the heading's.
pub(crate) fn read(raw: &Raw, heading: Option<Unit>) -> Reading {
    let text = match raw {
        Raw::Number { text, .. } => &**text,
        Raw::Text(text) => &**text,
        _ => return Reading::refused("area_unreadable"),
    };
    let Some(text) = numbers(text) else {
        return Reading::refused("area_unreadable");
    };
    let text = without_what(&text);
    let Some(quantity) = quantity::read(text) else {
        return Reading::refused("area_unreadable");
    };
    let Some((low, unit)) = scaled(&quantity.low, heading) else {
        let bare = quantity.low.unit.is_empty() && heading.is_none();
        return Reading::refused(if bare {
            "area_unit_unknown"
        } else {
            "area_unreadable"
        });
    };
    // 1000、2000: neither is the area.
    if quantity
        .more
        .as_ref()
        .is_some_and(|more| scaled(more, heading).is_some())
    {
        return Reading::refused("area_unreadable");
    }
    let mark = match &quantity.high {
        Some(part) => match scaled(part, heading) {
            Some((high, _)) if ascending(low, Some(high)) => Some(Mark::Range { high }),
            _ => return Reading::refused("area_unreadable"),
        },
        None => quantity.mark,
    };
    let area = Area { scaled: low, unit };
    Reading::marked(Value::Area(area), mark, quantity.note.is_some())
}

/// An area without what it is of: `8000㎡厂房`, `厂房5000平`.
fn without_what(text: &str) -> &str {
    const WHAT: &[&str] = &[
        "标准厂房",
        "厂房",
        "工业用地",
        "建设用地",
        "用地",
        "土地",
        "场地",
        "净地",
    ];
    let text = text.trim();
    let counts = |bare: &&str| bare.contains(|c: char| c.is_ascii_digit());
    let taken = ["租赁", "租用", "购买", "新建"];
    let what = taken.iter().find_map(|word| text.strip_prefix(word));
    let what = what.unwrap_or(text);
    let behind = WHAT.iter().find_map(|word| what.strip_prefix(word));
    let behind = behind.map(|rest| rest.trim_start_matches([':', '：']));
    let begins = |rest: &&str| rest.starts_with(|c: char| c == '约' || c.is_ascii_digit());
    let bare = WHAT.iter().find_map(|what| text.strip_suffix(what));
    let bare = behind.filter(begins).or(bare);
    bare.filter(counts).unwrap_or(text)
}

fn scaled(part: &Part, heading: Option<Unit>) -> Option<(i64, AreaUnit)> {
    let (unit, power) = if part.unit.is_empty() {
        match heading.map(|unit| (unit.measure, unit.power)) {
            Some((Measure::Area(unit), _)) if part.number.scaled => (unit, 0),
            Some((Measure::Area(unit), power)) => (unit, power),
            _ if part.number.value.is_zero() => (AreaUnit::Sqm, 0),
            _ => return None,
        }
    } else {
        unit::area(&part.unit)?
    };
    let number: Exact = value(part, power)?;
    Some((number.scaled(AREA_DECIMALS)?, unit))
}
