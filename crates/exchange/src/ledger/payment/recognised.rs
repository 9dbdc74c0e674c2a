//! What was recognised of a row that holds several payments, where one column
//! says it of all of them: `第一笔▸金额`, `第二笔▸金额`, `认定金额`, or `7月`,
//! `8月`, `认定金额`.

use suoji_model::{Cell, Money, Value};

use super::periods::PAID;
use super::turns;
use crate::ledger::columns::Mapped;
use crate::ledger::table::notices::about;
use crate::ledger::words::{Role, target};
use crate::problem::{Level, Problem};
use crate::table::{LedgerRow, Table, Target};

const RECOGNISED: Target = target("payment", "recognised_amount");

/// Gives each payment of a row its own part of it: all that was paid where the
/// two come to the same, nothing of what nothing was recognised of; else it is
/// not known, which is told.
pub(crate) fn part(columns: &[Mapped], table: &Table, lines: &mut [LedgerRow]) -> Option<Problem> {
    let of_all = |column: &&Mapped| {
        column.role == Some(Role::Field(RECOGNISED)) && turns::of_column(columns, column).is_none()
    };
    let column = columns.iter().find(of_all)?;
    let (row, all) = match lines {
        [first, _, ..] => (first.row, known(first, RECOGNISED)?),
        _ => return None,
    };
    let paid: Option<Vec<Money>> = lines.iter().map(|line| known(line, PAID)).collect();
    let sum = |paid: &[Money]| {
        let same = paid.iter().all(|own| own.currency == all.currency);
        same.then(|| paid.iter().map(|own| i128::from(own.minor)).sum::<i128>())
    };
    let in_full = paid.filter(|paid| sum(paid) == Some(i128::from(all.minor)));
    let nothing = || (all.minor == 0).then(|| vec![all; lines.len()]);
    if let Some(each) = in_full.or_else(nothing) {
        for (line, own) in lines.iter_mut().zip(each) {
            let cell = Cell::Known(Value::Money(own), None);
            line.cells.insert(RECOGNISED, cell);
        }
        return None;
    }
    for line in lines.iter_mut() {
        line.cells.remove(&RECOGNISED);
    }
    let raw = all.amount();
    let mut problem = about(table, row, "recognised_of_several", Level::Must, raw);
    problem.column.clone_from(&column.column.letter);
    problem.field = Some(RECOGNISED);
    Some(problem)
}

fn known(line: &LedgerRow, field: Target) -> Option<Money> {
    match line.cells.get(&field)? {
        Cell::Known(Value::Money(money), _) => Some(*money),
        _ => None,
    }
}
