//! A building with all its area above the floors of it, `1# |  | 9000` before
//! `1# | 1F | 5000` and `1# | 2F | 4000`: the floors are the records.

use super::columns::Mapped;
use super::lettable::value;
use super::words::{Role, target};
use crate::book::{Row, Sheet};
use crate::cells::null;
use crate::cells::text::tight;
use crate::table::Target;

const UNIT: Target = target("factory_unit", "unit_no");
const AREA: Target = target("factory_unit", "floor_area");
const TENANT: Target = target("lease", "tenant");
/// The columns that may name the building.
const BUILDINGS: [Target; 2] = [
    target("factory_unit", "building"),
    target("factory_unit", "name"),
];
/// Words for all of it where floors have their numbers.
const ALL: &[&str] = &["整栋", "整幢", "整楼", "全楼", "全栋", "全部"];
/// A square metre as values count it, by which a sum may differ.
const ROUNDED: i128 = 10_000;

/// Whether the row is of a building of which the rows below it are the floors,
/// which have the same area together.
pub(super) fn is_one(sheet: &Sheet, columns: &[Mapped], row: &Row) -> bool {
    let of = |target: Target| {
        let mut columns = columns.iter();
        columns.find(|column| column.role == Some(Role::Field(target)))
    };
    let building = BUILDINGS.into_iter().find_map(of);
    let (Some(unit), Some(area), Some(building)) = (of(UNIT), of(AREA), building) else {
        return false;
    };
    let is_empty = |row: &Row, column: &Mapped| null::read(row.cell(column.number)).is_some();
    let is_whole = |row: &Row| {
        let said = tight(&row.cell(unit.number).display());
        is_empty(row, unit) || ALL.contains(&said.as_str())
    };
    let own = tight(&row.cell(building.number).display());
    let has_tenant = of(TENANT).is_some_and(|tenant| !is_empty(row, tenant));
    let Some(whole) = value(area, row).filter(|whole| *whole > 0) else {
        return false;
    };
    if own.is_empty() || has_tenant || !is_whole(row) {
        return false;
    }
    let below = sheet.rows.partition_point(|one| one.number <= row.number);
    let floors = sheet.rows[below..].iter().take_while(|floor| {
        let name = tight(&floor.cell(building.number).display());
        (name.is_empty() || name == own) && !is_whole(floor)
    });
    let areas: Option<Vec<i128>> = floors.map(|floor| value(area, floor)).collect();
    areas.is_some_and(|areas| {
        !areas.is_empty() && (areas.iter().sum::<i128>() - whole).abs() <= ROUNDED
    })
}
