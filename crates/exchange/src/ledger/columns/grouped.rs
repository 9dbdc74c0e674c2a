//! Names written once for the rows below them, where no cells are merged: text
//! files and copied tables leave the cell empty under `1#`, `上海组` or the day
//! until the next one begins.

use super::Mapped;
use crate::book::{Area, Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::rows;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const PARK: Target = target("factory_unit", "park");
const BUILDING: Target = target("factory_unit", "building");
const NAME: Target = target("factory_unit", "name");
const UNIT: Target = target("factory_unit", "unit_no");
const FLOOR_AREA: Target = target("factory_unit", "floor_area");
const TENANT: Target = target("lease", "tenant");
const OFFICE: Target = target("visit", "resident_office");
const DAY: Target = target("visit", "visit_date");
const FIRM: Target = target("visit", "enterprise");
const REPORTER: Target = target("lead", "reporting_unit");
const LEAD: Target = target("lead", "enterprise");
const PROJECT: Target = target("project", "name");
const PAID: Target = target("payment", "paid_in");

/// The columns that name groups, the widest first.
const GROUPS: &[Target] = &[PARK, NAME, BUILDING, OFFICE, DAY, REPORTER, PROJECT];

/// Lets the cells that name a group reach over its rows.
pub(super) fn assign(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    let of_group = |column: &Mapped| {
        let target = column.role.and_then(of_field);
        target.filter(|target| GROUPS.contains(target))
    };
    // Further payments of a project stand below its name; of leads, what an
    // office handed in stands behind the office.
    let is_of = |target: Target| {
        columns
            .iter()
            .any(|one| one.role.and_then(of_field) == Some(target))
    };
    let is_paid = is_of(PAID);
    let named: Vec<(usize, Target)> = (0..)
        .zip(columns.iter())
        .filter_map(|(at, column)| Some((at, of_group(column)?)))
        .filter(|(at, target)| match *target {
            PROJECT => is_paid && *at < 2,
            REPORTER => *at < 2,
            _ => true,
        })
        .collect();
    let mut outer: Vec<u32> = Vec::new();
    let mut found: Vec<(usize, Vec<Area>)> = Vec::new();
    for (at, target) in named {
        let number = columns[at].number;
        if !columns[at].is_merged_below(block.last) {
            found.push((at, areas(sheet, block, columns, (number, target), &outer)));
        }
        outer.push(number);
    }
    for (at, areas) in found {
        columns[at].group(areas);
    }
}

fn of_field(role: Role) -> Option<Target> {
    match role {
        Role::Field(target) => Some(target),
        _ => None,
    }
}

/// The rows over which each name reaches; none at all where the column writes
/// a name twice in a row, for then an empty cell is no repetition, unless a floor
/// stands beside it, which is of some building.
fn areas(
    sheet: &Sheet,
    block: &Block,
    columns: &[Mapped],
    (number, target): (u32, Target),
    outer: &[u32],
) -> Vec<Area> {
    let below = sheet.rows.partition_point(|row| row.number <= block.last);
    let mut areas: Vec<Area> = Vec::new();
    let mut last: Option<String> = None;
    let mut is_open = false;
    let mut is_first = true;
    let (mut is_repeated, mut all_floors) = (false, target == BUILDING);
    let (mut read, mut joined) = (0, 0);
    for row in &sheet.rows[below..] {
        match rows::skip(sheet, block, columns, row) {
            Some("filler") => continue,
            Some(_) => {
                (last, is_open) = (None, false);
                continue;
            }
            None => {}
        }
        let raw = row.cell(number);
        let begins = outer.iter().any(|outer| !row.cell(*outer).is_blank());
        if raw.is_blank() {
            if is_first {
                return Vec::new();
            }
            is_open &= !begins && belongs(columns, row, target);
            all_floors &= !is_open || is_floor(columns, row);
            if let (true, Some(area)) = (is_open, areas.last_mut()) {
                area.bottom = row.number;
                joined += 1;
            }
            last = None;
        } else {
            let text = tight(&raw.display());
            is_repeated |= !begins && last.as_ref() == Some(&text);
            if is_repeated && !all_floors {
                return Vec::new();
            }
            areas.push(Area {
                top: row.number,
                bottom: row.number,
                left: number,
                right: number,
            });
            (last, is_open) = (Some(text), true);
        }
        is_first = false;
        read += 1;
    }
    // A single day that lacks is one that nobody wrote down.
    let is_missing = target == DAY && (joined < 2 || joined * 5 < read);
    if is_missing || is_repeated && !all_floors {
        return Vec::new();
    }
    areas.retain(|area| area.bottom > area.top);
    areas
}

/// Whether a row without the name has what stands in the group it names: a
/// unit its number, a further tenant no area of the unit, a visit its firm.
fn belongs(columns: &[Mapped], row: &Row, target: Target) -> bool {
    let has = |field: Target| {
        let mut columns = columns.iter();
        let column = columns.find(|column| column.role.and_then(of_field) == Some(field));
        column.is_some_and(|column| !Raw::is_blank(row.cell(column.number)))
    };
    match target {
        OFFICE | DAY => has(FIRM),
        REPORTER => has(LEAD),
        PROJECT => has(PAID),
        PARK => has(BUILDING) || has(UNIT) || has(NAME),
        _ => has(UNIT) || has(TENANT) && !has(FLOOR_AREA),
    }
}

/// Whether a row's unit is a floor: `2层`, `1-3F`.
fn is_floor(columns: &[Mapped], row: &Row) -> bool {
    let mut columns = columns.iter();
    let unit = columns.find(|one| one.role.and_then(of_field) == Some(UNIT));
    unit.is_some_and(|unit| {
        let text = tight(&row.cell(unit.number).display()).to_ascii_uppercase();
        let number = text.trim_end_matches(['层', '楼', 'F']);
        number.len() < text.len()
            && number
                .chars()
                .all(|c| c.is_ascii_digit() || "一二三四五六七八九十-~".contains(c))
    })
}
