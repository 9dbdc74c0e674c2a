//! Tenants with their areas in one cell: `甲公司8000㎡`, `甲公司租3000、乙公司
//! 租2000`; and cells that only count them.

use suoji_model::{Area, AreaUnit, Cell, Value};

use super::STATE;
use crate::book::Raw;
use crate::cells::text::tight;
use crate::cells::{self, Context};
use crate::ledger::line::Line;
use crate::ledger::names::firms;
use crate::ledger::words::target;
use crate::problem::Level;
use crate::table::Target;

const TENANT: Target = target("lease", "tenant");
const LEASED: Target = target("lease", "leased_area");
const WHOLE: Target = target("factory_unit", "floor_area");

/// How a cell writes square metres.
const UNITS: &[&str] = &["平方米", "平米", "㎡", "m²", "m2", "平方", "平"];
/// Words between a firm and what it rents.
const RENTS: &[&str] = &["承租", "租赁", "租用", "已租", "使用", "租"];
/// Words beside a firm for how it stands with its unit, and the state of the
/// unit when they are about that.
const STANDING: &[(&str, Option<&str>)] = &[
    ("已出售", Some("sold")),
    ("已售", Some("sold")),
    ("已购", Some("sold")),
    ("已租", Some("leased")),
    ("已出租", Some("leased")),
    ("在租", Some("leased")),
    ("已购买", Some("sold")),
    ("自购", Some("sold")),
    ("自用", Some("own_use")),
    ("退租", Some("vacated")),
    ("已退租", Some("vacated")),
    ("搬离", Some("vacated")),
    ("已搬离", Some("vacated")),
    ("已搬走", Some("vacated")),
    ("已搬迁", Some("vacated")),
    ("已迁出", Some("vacated")),
    ("清退", Some("vacated")),
    ("已清退", Some("vacated")),
    ("已退出", Some("vacated")),
    ("到期", Some("vacated")),
    ("已到期", Some("vacated")),
    ("已解约", Some("vacated")),
    ("已终止", Some("vacated")),
    ("筹建", None),
    ("装修", None),
    ("装修中", None),
    ("筹建中", None),
    ("试生产", None),
    ("停产", None),
    ("欠租", None),
    ("欠费", None),
];

/// Takes the word for how a firm stands off its name: `（已出售）甲公司`, `装修中
/// （甲公司）`, `甲公司（已退租）`. What it says that is no state stays in the note.
pub(super) fn without_standing(line: &mut Line<'_>) {
    let text = line.text(TENANT).map(tight).unwrap_or_default();
    let before = text.strip_prefix('(').and_then(|text| text.split_once(')'));
    let around = text.strip_suffix(')').and_then(|text| text.split_once('('));
    let behind = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    let behind = behind.map(|(firm, word)| (word, firm));
    let parted = [before, around, behind].into_iter().flatten();
    let mut parted = parted.filter_map(|(word, firm)| {
        let (_, state) = STANDING.iter().find(|(known, _)| *known == word)?;
        Some((*state, firm))
    });
    // 甲储能（已退租） says it of a firm that is not named in full.
    let is_behind = |firm: &str| behind.is_some_and(|(_, own)| own == firm);
    let found = parted.find(|(state, firm)| {
        let in_full = firms::ENDINGS.iter().any(|form| firm.ends_with(form));
        in_full || state.is_some() && is_behind(firm)
    });
    let Some((state, firm)) = found else {
        return;
    };
    line.set(TENANT, Value::Text(firm.to_owned()));
    match (state, line.column_of(TENANT)) {
        (Some(state), _) if *line.get(STATE) == Cell::Blank => {
            line.set(STATE, Value::Text(state.to_owned()));
        }
        (None, Some(column)) => line.append(column, target(line.frame.ledger.kind().name, "note")),
        _ => {}
    }
}

/// Takes a number of firms for no firm: `86`, `小微企业12家`.
pub(super) fn counted(line: &mut Line<'_>) {
    let text = line.text(TENANT).map(tight).unwrap_or_default();
    if !is_count(&text) {
        return;
    }
    line.cells.remove(&TENANT);
    let bare = text.bytes().all(|byte| byte.is_ascii_digit());
    let level = if bare { Level::Info } else { Level::Should };
    if let Some(column) = line.column_of(TENANT) {
        line.append(column, target(line.frame.ledger.kind().name, "note"));
        line.report(Some(column), Some(TENANT), "tenants_counted", level);
    }
}

/// Whether a text ends in a number of firms, or is nothing but a number.
fn is_count(text: &str) -> bool {
    let of_firms = ["企业", "公司", "单位", ""]
        .iter()
        .find_map(|word| text.strip_suffix(word)?.strip_suffix(['家', '户']));
    let bare = of_firms.unwrap_or(text).trim_end_matches(['余', '多']);
    let rest = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    rest.len() < bare.len() && (rest.is_empty() || of_firms.is_some())
}

/// Takes the areas off the names, and adds them up where no column has them. A
/// cell in which one part has none stays as it is.
pub(super) fn with_areas(line: &mut Line<'_>) {
    let Some(text) = line.text(TENANT) else {
        return;
    };
    // Without a word for it, a number is of the unit that the table counts in.
    let counts = [LEASED, WHOLE].map(|area| line.column_of(area).and_then(|one| one.unit));
    let in_sqm = counts.into_iter().flatten().next();
    let in_sqm = in_sqm.is_some_and(|unit| unit.name == "㎡");
    let parts = text.split(['、', '；', ';', '\n']);
    let parts = parts.map(|part| parted(part, in_sqm));
    let Some(parts) = parts.collect::<Option<Vec<(&str, i64)>>>() else {
        return;
    };
    let names: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
    let names = names.join("、");
    let mut areas = parts.iter().map(|(_, area)| *area);
    let sum = areas.try_fold(0, i64::checked_add);
    if let (Some(scaled), Cell::Blank) = (sum, line.get(LEASED)) {
        let unit = AreaUnit::Sqm;
        line.set(LEASED, Value::Area(Area { scaled, unit }));
    }
    line.set(TENANT, Value::Text(names));
}

/// A firm, and what it rents in ten-thousandths of a square metre.
fn parted(text: &str, in_sqm: bool) -> Option<(&str, i64)> {
    let text = text.trim().trim_end_matches([')', '）']);
    let unit = UNITS.iter().find(|unit| text.ends_with(**unit));
    let bare = unit.map_or(text, |unit| &text[..text.len() - unit.len()]);
    let name = bare.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let number = &bare[name.len()..];
    let signs = ['(', '（', ':', '：', ' ', '，', ','];
    let name = name.trim_end_matches(signs);
    let firm = RENTS.iter().find_map(|word| {
        let firm = name.strip_suffix(word)?.trim_end_matches(signs);
        firms::ENDINGS
            .iter()
            .any(|form| firm.ends_with(form))
            .then_some(firm)
    });
    let is_told = unit.is_some() || firm.is_some() && in_sqm;
    let name = firm.unwrap_or(name);
    if !is_told || name.is_empty() || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let raw = Raw::text(&format!("{number}㎡"));
    let reading = cells::read(LEASED.kind, LEASED.declared()?, &raw, Context::default());
    match reading.cell {
        Cell::Known(Value::Area(area), None) => Some((name, area.scaled)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_firms_is_no_firm() {
        for text in [
            "86",
            "0",
            "12家",
            "小微企业12家",
            "甲公司等5家企业",
            "30余家",
        ] {
            assert!(is_count(text), "{text}");
        }
        for text in ["甲公司", "三六五公司", "某某58", "百家", "5号厂房"] {
            assert!(!is_count(text), "{text}");
        }
    }

    #[test]
    fn a_firm_is_parted_from_its_area_and_never_cut() {
        for (text, wanted) in [
            ("甲公司8000㎡", Some(("甲公司", 8000))),
            ("甲公司（1,200.5平方米）", Some(("甲公司", 1200))),
            ("甲公司租3000", Some(("甲公司", 3000))),
            ("丙融资租赁3000㎡", Some(("丙融资租赁", 3000))),
            ("丙融资租赁3000", None),
            ("三六五公司", None),
            ("甲公司3000", None),
            ("租3000", None),
            ("3000㎡", None),
        ] {
            let found = parted(text, true);
            let found = found.map(|(name, scaled)| (name, scaled / 10_000));
            assert_eq!(found, wanted, "{text}");
        }
        assert_eq!(parted("甲公司租3000", false), None);
    }
}
