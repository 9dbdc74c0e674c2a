//! What a total may have once though two rows have it: an agreement signed again
//! under another name, a unit that was let to another before.

use std::hash::{DefaultHasher, Hash, Hasher};

use suoji_model::{Cell, Value};

use super::same_unit;
use crate::ledger::names;
use crate::ledger::words::target;
use crate::table::{LedgerRow, Target};

const INVESTOR: Target = target("enterprise", "name");
const AMOUNTS: [Target; 2] = [
    target("agreement", "contract_total"),
    target("agreement", "contract_capital"),
];

/// What rows of one agreement or of one unit share; nothing where a row is of
/// neither.
pub(super) fn key(row: &LedgerRow) -> Option<u64> {
    let text = |target: &Target| row.cells.get(target).and_then(Cell::as_text);
    let mut hasher = DefaultHasher::new();
    if let Some(area) = row.cells.get(&same_unit::AREA) {
        let Cell::Known(Value::Area(area), _) = area else {
            return None;
        };
        let names: Vec<&str> = same_unit::NAMES.iter().filter_map(text).collect();
        (names, area.scaled, area.unit.name()).hash(&mut hasher);
        return Some(hasher.finish());
    }
    let amounts = AMOUNTS.map(|amount| match row.cells.get(&amount) {
        Some(Cell::Known(Value::Money(money), _)) => Some((money.minor, money.currency)),
        _ => None,
    });
    if amounts.iter().all(Option::is_none) {
        return None;
    }
    (names::company(text(&INVESTOR)?), amounts).hash(&mut hasher);
    Some(hasher.finish())
}
