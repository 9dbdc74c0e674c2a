//! Firms that invest together, each in a row of its own below the project that
//! only the first row names: one agreement, not one for each.

use suoji_model::{Cell, Money, Value};

use crate::book::{Raw, Row, Sheet};
use crate::cells::null;
use crate::cells::text::{tidy, tight};
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

/// What such a row is among those that are no records.
pub(crate) const KIND: &str = "joint_investor";

const PROJECT: Target = target("project", "name");
pub(crate) const FIRM: Target = target("enterprise", "name");
const NOTE: Target = target("agreement", "note");
const DATE: Target = target("agreement", "sign_date");
const CAPITAL: Target = target("agreement", "contract_capital");

/// Whether the row only names a further firm of the project above it.
pub(super) fn is_joint(sheet: &Sheet, columns: &[Mapped], row: &Row) -> bool {
    let of = |target| {
        columns
            .iter()
            .find(|one| one.role == Some(Role::Field(target)))
    };
    let unnamed = |column: &&Mapped| row.cell(column.number).is_blank();
    let Some(project) = of(PROJECT).filter(unnamed) else {
        return false;
    };
    let Some(firm) = of(FIRM) else {
        return false;
    };
    let named = |row: &Row, column: &Mapped| null::read(row.cell(column.number)).is_none();
    let is_merged = project
        .merged(row.number)
        .is_some_and(|(top, _)| top < row.number);
    let follows = || {
        let above = row.number.checked_sub(1).and_then(|above| sheet.row(above));
        above.is_some_and(|above| named(above, firm))
    };
    // Without merged cells a number in front begins a record of its own.
    let serial = columns.iter().find(|one| one.role == Some(Role::Serial));
    let counted = serial.is_none_or(|serial| named(row, serial));
    let is_empty = sheet.merges.areas().is_empty() && !counted && follows();
    if !named(row, firm) || !(is_merged || is_empty) {
        return false;
    }
    // One day and one project over both rows: what the second has of the
    // money is its share in the same agreement.
    let is_over = |target| {
        let column = of(target);
        column.is_none_or(|column| {
            let area = column.merged(row.number);
            area.is_some_and(|(top, _)| top < row.number)
        })
    };
    let shares = is_merged && is_over(DATE);
    columns
        .iter()
        .filter(|one| !row.cell(one.number).is_blank())
        .all(|one| is_of_firm(one) || shares && is_share(one))
}

/// Whether the column holds what a firm has in the agreement, or a remark.
fn is_share(column: &Mapped) -> bool {
    matches!(column.role, Some(Role::Field(target)) if target == CAPITAL || target == NOTE)
}

/// Whether the column tells of the firm, or of its share, and of nothing that
/// an agreement has.
fn is_of_firm(column: &Mapped) -> bool {
    match column.role {
        None => column.unit.is_none(),
        Some(Role::Field(target)) => {
            matches!(target.kind, "enterprise" | "contact") || target.field == "source_region"
        }
        Some(Role::Serial | Role::Aside | Role::Person | Role::Append(_)) => true,
        _ => false,
    }
}

/// Adds to the note of an agreement who else invests, from the rows below.
pub(crate) fn investors(line: &mut Line<'_>) {
    let Some(firm) = line.column_of(FIRM) else {
        return;
    };
    let (sheet, columns) = (line.frame.sheet, line.frame.columns);
    let below = sheet.below(line.row.number);
    let mut rows = below
        .take_while(|row| is_joint(sheet, columns, row))
        .peekable();
    if rows.peek().is_none() {
        return;
    }
    let share = columns.iter().find(|column| {
        let names = ["比例", "占比", "股比", "股份"];
        names.iter().any(|name| column.head.contains(name))
    });
    let capital = line.column_of(CAPITAL);
    let remark = line.column_of(NOTE);
    let (mut named, mut shares) = (Vec::new(), Vec::new());
    for row in rows {
        let name = tidy(&row.cell(firm.number).display(), false);
        let own = capital.map(|column| row.cell(column.number));
        shares.extend(own.filter(|raw| null::read(raw).is_none()));
        let said = [share, capital, remark].into_iter().flatten();
        let said = said.map(|column| tight(&row.cell(column.number).display()));
        let said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
        named.push(match said.is_empty() {
            true => name,
            false => format!("{name}（{}）", said.join("，")),
        });
    }
    if let Some(column) = capital {
        shares.into_iter().for_each(|raw| add(line, column, raw));
    }
    let mut note = format!("联合投资方：{}", named.join("、"));
    if let Some(before) = line.text(NOTE) {
        note = format!("{before}\n{note}");
    }
    line.cells.insert(NOTE, Cell::exact(Value::Text(note)));
    line.report(Some(firm), Some(FIRM), "joint_investors", Level::Should);
}

/// Adds what a further firm brings to the capital of the agreement.
fn add(line: &mut Line<'_>, column: &Mapped, raw: &Raw) {
    let reading = line.reading_of(CAPITAL, raw, line.context(column));
    let share = reading.and_then(|reading| match reading.cell {
        Cell::Known(Value::Money(money), None) => Some(money),
        _ => None,
    });
    let sum = match (line.get(CAPITAL), share) {
        (Cell::Known(Value::Money(own), None), Some(share)) if own.currency == share.currency => {
            own.minor
                .checked_add(share.minor)
                .map(|minor| Money { minor, ..share })
        }
        (Cell::Blank, share) => share,
        _ => None,
    };
    match sum {
        Some(sum) => line.set(CAPITAL, Value::Money(sum)),
        None => line.report(
            Some(column),
            Some(CAPITAL),
            "amount_unreadable",
            Level::Must,
        ),
    }
}
