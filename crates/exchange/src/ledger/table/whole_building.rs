//! A building or a park with all its area above the parts of it, `1# |  | 9000`
//! before `1# | 1F | 5000` and `1# | 2F | 4000`: the parts are the records.

use crate::book::{Row, Sheet};
use crate::cells::null;
use crate::cells::text::tight;
use crate::ledger::carrier::lettable::value;
use crate::ledger::columns::Mapped;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const PARK: Target = target("factory_unit", "park");
const NAME: Target = target("factory_unit", "name");
const BUILDING: Target = target("factory_unit", "building");
const UNIT: Target = target("factory_unit", "unit_no");
const AREA: Target = target("factory_unit", "floor_area");
const TENANT: Target = target("lease", "tenant");
/// What else is added up.
const LET: [Target; 2] = [
    target("lease", "leased_area"),
    target("factory_unit", "vacant_area"),
];
/// What has parts, and which column tells them apart.
const LEVELS: &[(Target, Target)] = &[
    (BUILDING, UNIT),
    (NAME, UNIT),
    (NAME, BUILDING),
    (PARK, BUILDING),
    (PARK, NAME),
];
/// Words for all of it where parts have their numbers.
const ALL: &[&str] = &["整栋", "整幢", "整楼", "全楼", "全栋", "全部", "全园"];
/// A square metre as values count it, by which a sum may differ.
const ROUNDED: i128 = 10_000;

/// Whether the row is of something of which the rows below it are the parts,
/// which have the same area together.
pub(super) fn is_one(sheet: &Sheet, columns: &[Mapped], row: &Row) -> bool {
    let levels = LEVELS.iter();
    levels
        .filter_map(|level| Level::of(columns, *level))
        .any(|level| level.is_whole(row) && level.adds_up(sheet, columns, row))
}

fn of(columns: &[Mapped], target: Target) -> Option<&Mapped> {
    let mut columns = columns.iter();
    columns.find(|column| column.role == Some(Role::Field(target)))
}

fn is_empty(row: &Row, column: &Mapped) -> bool {
    null::read(row.cell(column.number)).is_some()
}

/// The columns of something and of its parts.
struct Level<'c> {
    whole: &'c Mapped,
    part: &'c Mapped,
    /// What parts of the parts and tenants stand under.
    inner: Vec<&'c Mapped>,
    area: &'c Mapped,
}

impl<'c> Level<'c> {
    fn of(columns: &'c [Mapped], (whole, part): (Target, Target)) -> Option<Self> {
        let inner = [UNIT, TENANT].into_iter().filter(|inner| *inner != part);
        Some(Self {
            whole: of(columns, whole)?,
            part: of(columns, part)?,
            inner: inner.filter_map(|inner| of(columns, inner)).collect(),
            area: of(columns, AREA)?,
        })
    }

    /// Whether a row is of all of something, by its name.
    fn is_whole(&self, row: &Row) -> bool {
        let said = tight(&row.cell(self.part.number).display());
        let all = is_empty(row, self.part) || ALL.contains(&said.as_str());
        let named = !tight(&row.cell(self.whole.number).display()).is_empty();
        all && named && self.inner.iter().all(|inner| is_empty(row, inner))
    }

    /// Whether the rows below have its area.
    fn adds_up(&self, sheet: &Sheet, columns: &[Mapped], row: &Row) -> bool {
        if value(self.area, row).is_none_or(|whole| whole <= 0) {
            return false;
        }
        let own = tight(&row.cell(self.whole.number).display());
        let below = sheet.rows.partition_point(|one| one.number <= row.number);
        let parts = sheet.rows[below..].iter().take_while(|part| {
            let name = tight(&part.cell(self.whole.number).display());
            (name.is_empty() || name == own) && !is_empty(part, self.part)
        });
        // A part may itself stand above its own.
        let parts: Vec<&Row> = parts.filter(|part| !is_one(sheet, columns, part)).collect();
        let sums = |column: &Mapped| {
            let areas: Option<Vec<i128>> = parts.iter().map(|part| value(column, part)).collect();
            let sum = areas.map(|areas| areas.iter().sum::<i128>());
            sum.zip(value(column, row))
                .is_some_and(|(sum, whole)| (sum - whole).abs() <= ROUNDED)
        };
        // One part of the same size may be another unit.
        let alike = || LET.iter().filter_map(|area| of(columns, *area)).all(sums);
        sums(self.area) && (parts.len() > 1 || parts.len() == 1 && alike())
    }
}
