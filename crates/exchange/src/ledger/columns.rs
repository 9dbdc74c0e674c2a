//! Which column is which field: headings first, then the look of the values.

use std::collections::BTreeSet;

use suoji_model::Shape;

use super::block::Block;
use super::heads::{LEAST, Match};
use super::words::{Role, Vocabulary};
use crate::book::{Area, Raw, Sheet, letters};
use crate::cells::unit::{self, Measure, Unit};
use crate::cells::{self, Context, null};
use crate::table::{Column, Target};

/// A column with what it does.
#[derive(Debug, Clone)]
pub(super) struct Mapped {
    /// Its number.
    pub(super) number: u32,
    /// What it does, when that is known.
    pub(super) role: Option<Role>,
    /// The unit of its numbers.
    pub(super) unit: Option<Unit>,
    /// How it is reported.
    pub(super) column: Column,
    /// Cells merged downwards, by ascending row: units and serial numbers are
    /// often written once for several rows.
    down: Vec<Area>,
}

impl Mapped {
    /// The row whose cell reaches down to this one.
    pub(super) fn merged_from(&self, row: u32) -> Option<u32> {
        let next = self.down.partition_point(|area| area.top <= row);
        let area = self.down.get(next.checked_sub(1)?)?;
        (area.bottom >= row).then_some(area.top)
    }
}

fn merged_down(sheet: &Sheet, column: u32) -> Vec<Area> {
    let one = |area: &&Area| area.left == column && area.right == column && area.bottom > area.top;
    let mut areas: Vec<Area> = sheet.merges.iter().filter(one).copied().collect();
    areas.sort_by_key(|area| area.top);
    areas
}

/// Values looked at per column.
const SAMPLE: usize = 60;

/// Gives each column its best role; each role goes to one column.
pub(super) fn map(sheet: &Sheet, block: &Block, vocabulary: &Vocabulary) -> Vec<Mapped> {
    let general = unit_above(sheet, block);
    let mut wishes: Vec<(usize, Match)> = Vec::new();
    for (index, (number, head)) in block.heads.iter().enumerate() {
        let unit = head.unit().or(general);
        for found in head.matches(vocabulary) {
            let confidence = looked_at(sheet, block, *number, found, unit);
            wishes.push((
                index,
                Match {
                    confidence,
                    ..found
                },
            ));
        }
    }
    wishes.sort_by_key(|(index, found)| (std::cmp::Reverse(found.confidence), *index));
    let mut given: Vec<Option<Match>> = vec![None; block.heads.len()];
    let mut taken = BTreeSet::new();
    for (index, found) in wishes {
        if found.confidence >= LEAST && given[index].is_none() && taken.insert(found.role) {
            given[index] = Some(found);
        }
    }
    let columns = block.heads.iter().zip(given);
    columns
        .map(|((number, head), found)| {
            let role = found.map(|found| found.role);
            let unit = head.unit().or_else(|| general.filter(|_| is_money(role)));
            Mapped {
                number: *number,
                role,
                unit,
                down: merged_down(sheet, *number),
                column: Column {
                    letter: letters(*number),
                    head: head.text(),
                    target: match role {
                        Some(Role::Field(target)) => Some(target),
                        _ => None,
                    },
                    unit: unit.map(|unit| unit.name),
                    confidence: found.map_or(0, |found| found.confidence),
                    reason: reason(found).to_owned(),
                },
            }
        })
        .collect()
}

fn reason(found: Option<Match>) -> &'static str {
    match found {
        None => "unknown_heading",
        Some(found) => match found.role {
            Role::Field(_) => found.reason,
            Role::Serial => "row_number",
            Role::Currency => "row_currency",
            Role::Original => "original_amount",
            Role::Status => "row_status",
            Role::Person => "person_and_phone",
        },
    }
}

/// Whether the role's values are amounts.
pub(super) fn is_money(role: Option<Role>) -> bool {
    match role {
        Some(Role::Original) => true,
        Some(Role::Field(target)) => target
            .declared()
            .is_some_and(|field| field.shape == Shape::Money),
        _ => false,
    }
}

/// `单位：万元` in a line above the headings.
fn unit_above(sheet: &Sheet, block: &Block) -> Option<Unit> {
    let above = sheet.rows.iter().filter(|row| row.number < block.first);
    above.flat_map(|row| &row.cells).find_map(|(_, raw)| {
        let text = cells::text::tight(&raw.display());
        let (_, after) = text.split_once("单位:")?;
        let end = after
            .find(['、', ',', ';', ')', '。'])
            .unwrap_or(after.len());
        unit::parse(&after[..end]).filter(|unit| matches!(unit.measure, Measure::Money(_)))
    })
}

/// The confidence after a look at the values below the heading.
fn looked_at(sheet: &Sheet, block: &Block, number: u32, found: Match, unit: Option<Unit>) -> u8 {
    let Role::Field(target) = found.role else {
        return found.confidence;
    };
    let rows = sheet.rows.iter().filter(|row| row.number > block.last);
    let values: Vec<&Raw> = rows
        .take(SAMPLE)
        .map(|row| row.cell(number))
        .filter(|raw| null::read(raw).is_none())
        .collect();
    if values.is_empty() {
        return found.confidence;
    }
    let fitting = values.iter().filter(|raw| fits(target, raw, unit)).count();
    let similar = found.reason == "heading_similar";
    if fitting * 2 >= values.len() {
        found.confidence
    } else if similar {
        0
    } else {
        found.confidence.saturating_sub(25)
    }
}

fn fits(target: Target, raw: &Raw, unit: Option<Unit>) -> bool {
    let Some(field) = target.declared() else {
        return false;
    };
    let context = Context {
        unit,
        year: Some(2000),
    };
    match field.shape {
        Shape::Money | Shape::Area | Shape::Number { .. } | Shape::Date => {
            let reading = cells::read(target.kind, field, raw, context);
            let unreadable = |reason| {
                matches!(
                    reason,
                    "amount_unreadable" | "area_unreadable" | "number_unreadable" | "bad_date"
                )
            };
            !reading
                .findings
                .iter()
                .any(|(reason, _)| unreadable(*reason))
        }
        // Names and descriptions are no numbers; codes and telephones may be.
        Shape::Text { .. } | Shape::Ref(_) | Shape::Choice(_) | Shape::List => {
            let code =
                field.personal || field.name.ends_with("_no") || field.name.ends_with("code");
            code || matches!(raw, Raw::Text(_))
        }
        _ => true,
    }
}
