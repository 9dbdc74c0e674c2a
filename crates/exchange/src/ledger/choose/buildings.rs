//! A table of whole buildings with the sums of what another table of the file
//! lists by room: `1# | 3000 | 1600` beside `1# | 101 | 1000 | 甲公司`.

use std::collections::BTreeMap;

use suoji_model::decimal;

use super::parks::{PARK, PARTS, is_sum};
use super::row_of_heads::column_of_buildings;
use crate::book::{Raw, Row, Sheet, Workbook};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::{Mapped, has};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const BUILDING: Target = target("factory_unit", "building");
const AREA: Target = target("factory_unit", "floor_area");
/// Rows of a sheet that are looked at for headings.
const SEARCHED: usize = 60;
/// Rows of a sheet that are looked at for rooms.
const MOST_ROWS: usize = 2_000;
/// Decimals of areas that are kept.
const DECIMALS: u8 = 4;

/// Whether the table has a line for each building, and the area of each is the
/// sum of its rooms in another table.
pub(super) fn are_summed(
    book: &Workbook,
    sheet: &Sheet,
    block: &Block,
    (ledger, columns): (&Ledger, &[Mapped]),
) -> bool {
    let of = |target| {
        columns
            .iter()
            .find(|one| one.role == Some(Role::Field(target)))
    };
    let (Some(building), Some(area)) = (of(BUILDING), of(AREA)) else {
        return false;
    };
    let has_rooms = PARTS
        .iter()
        .any(|part| *part != BUILDING && has(columns, *part));
    if ledger.name != "factory_unit" || has_rooms {
        return false;
    }
    let from = sheet.rows.partition_point(|row| row.number <= block.last);
    let lines = sheet.rows[from..].iter().take(MOST_ROWS).filter_map(|row| {
        let name = name_of(row.cell(building.number))?;
        let park = of(PARK).map(|park| tight(&row.cell(park.number).display()));
        Some((name, park, scaled(row.cell(area.number))?))
    });
    let lines: Vec<_> = lines.filter(|(name, ..)| !is_sum(name)).collect();
    let others = book
        .sheets
        .iter()
        .filter(|other| !other.hidden && other.name != sheet.name);
    let rooms: Vec<Rooms> = others.filter_map(Rooms::of).collect();
    let is_summed = |(name, park, area): &(String, Option<String>, i64)| {
        let mut lists = rooms.iter();
        lists.any(|list| list.is_in(park.as_deref()) && list.sums(name).any(|sum| sum == *area))
    };
    lines.len() > 1 && lines.iter().all(is_summed)
}

/// The rooms of one sheet, summed by building and column.
struct Rooms<'s> {
    sheet: &'s Sheet,
    sums: BTreeMap<(String, u32), i64>,
}

impl<'s> Rooms<'s> {
    fn of(sheet: &'s Sheet) -> Option<Self> {
        let mut heads = sheet.rows.iter().take(SEARCHED);
        let (heads, building) =
            heads.find_map(|row| Some((row.number, column_of_buildings(row)?)))?;
        let (mut sums, mut last) = (BTreeMap::new(), None);
        let rows = sheet.rows.iter().filter(|row| row.number > heads);
        for row in rows.take(MOST_ROWS) {
            last = name_of(row.cell(building)).or(last);
            let Some(name) = last.as_ref().filter(|name| !is_sum(name)) else {
                continue;
            };
            for (at, raw) in &row.cells {
                if let Some(area) = scaled(raw) {
                    *sums.entry((name.clone(), *at)).or_default() += area;
                }
            }
        }
        Some(Self { sheet, sums })
    }

    /// Whether the sheet is of this park, as far as anything says so.
    fn is_in(&self, park: Option<&str>) -> bool {
        let Some(park) = park.filter(|park| !park.is_empty()) else {
            return true;
        };
        let says = |row: &Row| {
            let mut cells = row.cells.iter();
            cells.any(|(_, raw)| tight(&raw.display()).contains(park))
        };
        tight(&self.sheet.name).contains(park) || self.sheet.rows.iter().take(MOST_ROWS).any(says)
    }

    /// What the columns come to for a building.
    fn sums(&self, building: &str) -> impl Iterator<Item = i64> {
        let of_building = self
            .sums
            .iter()
            .filter(move |((name, _), _)| name == building);
        of_building.map(|(_, sum)| *sum)
    }
}

/// A building's name without the word for what it is.
fn name_of(raw: &Raw) -> Option<String> {
    let text = tight(&raw.display());
    let name = text.trim_end_matches(['#', '号', '楼', '栋', '幢', '座']);
    (!name.is_empty()).then(|| name.to_owned())
}

/// A number as so many ten-thousandths; nothing for zero.
fn scaled(raw: &Raw) -> Option<i64> {
    match raw {
        Raw::Number { text, .. } => decimal::parse(text, DECIMALS),
        Raw::Text(text) => decimal::parse(text.trim(), DECIMALS),
        _ => None,
    }
    .filter(|area| *area != 0)
}
