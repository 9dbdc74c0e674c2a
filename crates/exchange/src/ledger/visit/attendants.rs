//! Further people of one visit, each in a row of their own below the firm and
//! the day that only the first row names: one visit, not one for each.

use suoji_model::Value;

use crate::book::{Row, Sheet};
use crate::cells::null;
use crate::cells::text::tidy;
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::table::Target;

/// What such a row is among those that are no records.
pub(crate) const KIND: &str = "further_person";

const FIRM: Target = target("visit", "enterprise");
const DATE: Target = target("visit", "visit_date");
const PEOPLE: &[Target] = &[
    target("visit", "their_people"),
    target("visit", "their_duty"),
    target("visit", "our_people"),
];

/// Rows above in which the visit is looked for.
const MOST: usize = 20;

/// Whether the row only names further people of the visit above it.
pub(crate) fn is_one(sheet: &Sheet, columns: &[Mapped], row: &Row) -> bool {
    let of = |target| {
        let mut columns = columns.iter();
        columns.find(|one| one.role == Some(Role::Field(target)))
    };
    let (Some(firm), Some(day)) = (of(FIRM), of(DATE)) else {
        return false;
    };
    let is_over = |column: &Mapped| {
        let area = column.merged(row.number);
        area.is_some_and(|(top, _)| top < row.number)
    };
    let merged = is_over(firm) && is_over(day);
    let of_people = |row: &Row| {
        let mut filled = columns
            .iter()
            .filter(|one| !row.cell(one.number).is_blank())
            .peekable();
        let is_person = |column: &Mapped| match column.role {
            Some(Role::Field(target)) => PEOPLE.contains(&target),
            Some(Role::Serial) => merged,
            _ => false,
        };
        filled.peek().is_some() && filled.all(is_person)
    };
    if !of_people(row) {
        return false;
    }
    let has_serial = columns.iter().any(|one| one.role == Some(Role::Serial));
    merged
        || has_serial && sheet.merges.areas().is_empty() && {
            let at = sheet.rows.partition_point(|one| one.number < row.number);
            let above = (1..row.number).rev().zip(sheet.rows[..at].iter().rev());
            let near = above.take_while(|(number, row)| row.number == *number);
            let mut visit = near.map(|(_, row)| row).take(MOST);
            let visit = visit.find(|row| !of_people(row));
            visit.is_some_and(|visit| null::read(visit.cell(firm.number)).is_none())
        }
}

/// Adds to a visit who else was there, from the rows below.
pub(super) fn join(line: &mut Line<'_>) {
    let (sheet, columns) = (line.frame.sheet, line.frame.columns);
    let below = sheet.below(line.row.number);
    let rows = below.take_while(|row| is_one(sheet, columns, row));
    let rows: Vec<&Row> = rows.collect();
    for field in PEOPLE {
        let Some(column) = line.column_of(*field) else {
            continue;
        };
        let own = line.text(*field).map(str::to_owned);
        let further = rows.iter().map(|row| row.cell(column.number));
        let further = further.filter(|raw| null::read(raw).is_none());
        let further = further.map(|raw| tidy(&raw.display(), false));
        let all: Vec<String> = own.into_iter().chain(further).collect();
        if all.len() > 1 {
            line.set(*field, Value::Text(all.join("、")));
        }
    }
}
