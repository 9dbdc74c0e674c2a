//! A table of parks with the sums of what another table of the file lists by
//! building: `电梯园 | 9000 | 6000` before `电梯园 | 1# | 1F | 5000`.

use super::row_of_heads::heads_units;
use crate::book::{Sheet, Workbook};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::look::values;
use crate::ledger::columns::{Mapped, has};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::{Role, target};
use crate::table::Target;

pub(super) const PARK: Target = target("factory_unit", "park");
/// What a list of units has beyond parks.
pub(super) const PARTS: [Target; 4] = [
    target("factory_unit", "building"),
    target("factory_unit", "unit_no"),
    target("factory_unit", "name"),
    target("lease", "tenant"),
];
/// Rows of a sheet that are looked at for headings.
const SEARCHED: usize = 60;
/// Rows of a sheet that are looked at for parks.
const MOST_ROWS: usize = 2_000;

/// Whether the table has a line for each park, and the file lists what is in
/// all of them.
pub(super) fn is_summed(
    book: &Workbook,
    sheet: &Sheet,
    block: &Block,
    (ledger, columns): (&Ledger, &[Mapped]),
) -> bool {
    let park = columns
        .iter()
        .find(|one| one.role == Some(Role::Field(PARK)));
    let Some(park) = park.filter(|_| ledger.name == "factory_unit") else {
        return false;
    };
    if PARTS.iter().any(|part| has(columns, *part)) {
        return false;
    }
    let visible = book.sheets.iter().filter(|other| !other.hidden);
    let lists = visible.filter_map(|other| {
        let is_own = other.name == sheet.name;
        let mut rows = other.rows.iter().take(SEARCHED);
        let heads = rows.find(|row| (!is_own || row.number > block.last) && heads_units(row))?;
        Some((other, heads.number))
    });
    let lists: Vec<(&Sheet, u32)> = lists.collect();
    let end = lists.iter().find(|(other, _)| other.name == sheet.name);
    let end = end.map_or(u32::MAX, |(_, row)| *row);
    let own = sheet.rows.iter().filter(|row| row.number < end);
    let own = own.filter(|row| row.number > block.last && row.cells.len() >= 3);
    let names = own.map(|row| tight(&row.cell(park.number).display()));
    let mut names = names.filter(|name| !name.is_empty() && !is_sum(name));
    let is_listed = |name: &str| {
        lists.iter().any(|(other, from)| {
            let below = other.rows.iter().filter(|row| row.number > *from);
            let mut cells = below.take(MOST_ROWS).flat_map(|row| &row.cells);
            tight(&other.name) == name || cells.any(|(_, raw)| tight(&raw.display()) == name)
        })
    };
    !lists.is_empty()
        && !values(sheet, block, park.number).is_empty()
        && names.all(|name| is_listed(&name))
}

pub(super) fn is_sum(name: &str) -> bool {
    ["合计", "总计", "小计", "共计"].contains(&name)
}
