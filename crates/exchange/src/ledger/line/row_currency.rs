//! The currency that a column of its own gives the amounts of each row, in
//! ledgers whose amounts are plain: `币种` `美元` beside `金额（万）` of a lead.

use super::Line;
use crate::cells::Context;
use crate::cells::unit::{self, Measure, Unit};
use crate::ledger::columns::{Mapped, is_money};
use crate::ledger::words::Role;

/// The context of an amount with the row's currency, unless its heading has one
/// of its own.
pub(super) fn with(line: &Line<'_>, column: &Mapped, context: Context) -> Context {
    if line.frame.ledger.money.is_some() || !is_money(column.role) {
        return context;
    }
    let Some(named) = line.column(Role::Currency) else {
        return context;
    };
    let currency = unit::currency(&line.raw(named).display());
    let unit = context.unit.map(|unit| match unit.measure {
        Measure::Money(None) | Measure::MixedMoney if currency.is_some() => Unit {
            measure: Measure::Money(currency),
            ..unit
        },
        _ => unit,
    });
    let bare = currency.filter(|_| unit.is_none());
    Context {
        unit,
        currency: bare.or(context.currency),
        ..context
    }
}
