//! Units of a list of sales: who bought one has it, and its price is no rent.

use suoji_model::{Cell, Value};

use super::{STATE, TAKEN};
use crate::cells::null;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

const TENANT: Target = target("lease", "tenant");
const RENT: Target = target("factory_unit", "rent");
const NOTE: Target = target("factory_unit", "note");
/// Words for one who bought, and no tenant.
const BUYERS: &[&str] = &["购买", "购房", "买受", "受让"];

/// Takes a unit with a buyer for sold, where no state and no area says how it
/// stands, and the price of a square metre for none by the month.
pub(super) fn unit(line: &mut Line<'_>) {
    let buys = |head: &str| BUYERS.iter().any(|word| head.contains(word)) && !head.contains('租');
    let mut columns = line.frame.columns.iter();
    let buyer = columns.find(|column| {
        let named = match column.role {
            Some(Role::Field(field) | Role::Otherwise(field, _)) => field == TENANT,
            _ => false,
        };
        named && buys(&column.head)
    });
    let Some(buyer) = buyer else {
        return;
    };
    let lets = line
        .column_of(TENANT)
        .is_some_and(|one| one.number != buyer.number);
    let said =
        line.column_of(STATE).is_some() || TAKEN.iter().any(|area| line.column_of(*area).is_some());
    if lets || said {
        return;
    }
    if null::read(line.raw(buyer)).is_none() && *line.get(STATE) == Cell::Blank {
        line.set(STATE, Value::Text("sold".to_owned()));
    }
    let price = line.column_of(RENT).filter(|column| {
        let head = &column.column.head;
        !head.contains('租') && !head.contains('月')
    });
    if let Some(price) = price
        && line.cells.remove(&RENT).is_some()
    {
        line.append(price, NOTE);
        line.report(Some(price), Some(RENT), "price_of_sale", Level::Should);
    }
}
