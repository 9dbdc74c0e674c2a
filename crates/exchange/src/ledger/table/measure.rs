//! Values of a column as whole numbers that can be added: fen, parts of a
//! square metre, or the field's own scale.

use suoji_model::area::AREA_DECIMALS;
use suoji_model::money::MINOR_DECIMALS;
use suoji_model::{AreaUnit, Cell, Shape, Value, decimal};

use crate::cells::unit::Measure;
use crate::ledger::columns::Mapped;
use crate::ledger::kinds::Ledger;
use crate::ledger::payment::periods::PAID;
use crate::ledger::words::{Role, target};
use crate::table::{LedgerRow, Target};

/// How the values of one column are added and shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    pub(super) target: Target,
    /// Digits behind the point of a value in the column's unit.
    decimals: u32,
    area: Option<AreaUnit>,
}

impl Scale {
    /// The scale of a column whose values can be added.
    pub(crate) fn of(column: &Mapped) -> Option<Self> {
        let target = match column.role {
            Some(Role::Field(target) | Role::Turn(_, target)) => target,
            Some(Role::Part(_) | Role::Sum(_)) => PAID,
            _ => return None,
        };
        Self::of_target(column, target)
    }

    /// The same of a column of what foreign amounts are in yuan.
    pub(super) fn of_worth(column: &Mapped, ledger: &Ledger) -> Option<Self> {
        let is_worth = column.role == Some(Role::Equivalent);
        Self::of_target(column, ledger.money.filter(|_| is_worth)?.amount)
    }

    fn of_target(column: &Mapped, target: Target) -> Option<Self> {
        let measure = column.unit.map(|unit| (unit.measure, unit.power));
        let (decimals, area) = match target.declared()?.shape {
            Shape::Money => {
                let power = measure.map_or(0, |(_, power)| power);
                (u32::from(MINOR_DECIMALS) + power, None)
            }
            Shape::Area => match measure {
                Some((Measure::Area(unit), power)) => {
                    (u32::from(AREA_DECIMALS) + power, Some(unit))
                }
                _ => (u32::from(AREA_DECIMALS), Some(AreaUnit::Sqm)),
            },
            Shape::Number { decimals } if is_count(target) => (u32::from(decimals), None),
            _ => return None,
        };
        Some(Self {
            target,
            decimals,
            area,
        })
    }

    /// What a row has in the column.
    pub(super) fn of_row(self, row: &LedgerRow) -> Option<i64> {
        let rate = ["agreement", "payment"].into_iter().find_map(|kind| {
            match row.cells.get(&target(kind, "rate")) {
                Some(Cell::Known(Value::Number(rate), _)) => Some(*rate),
                _ => None,
            }
        });
        self.value(row.cells.get(&self.target).unwrap_or(&Cell::Blank), rate)
    }

    /// A value as a whole number; foreign money at the row's rate.
    pub(super) fn value(self, cell: &Cell, rate: Option<i64>) -> Option<i64> {
        match cell {
            Cell::Known(Value::Money(money), _) => money.in_fen(rate),
            Cell::Known(Value::Area(area), _) => Some(area.scaled_in(self.area?)),
            Cell::Known(Value::Number(number), _) => Some(*number),
            _ => None,
        }
    }

    /// Half of the last digit, when so many digits are shown.
    pub(crate) fn half(self, digits: u32) -> i128 {
        let cut = self.decimals.saturating_sub(digits);
        10i128.checked_pow(cut).map_or(0, |last| last / 2)
    }

    /// A sum in the column's unit with so many digits.
    pub(super) fn show(self, sum: i128, digits: u32) -> String {
        let digits = digits.min(self.decimals);
        let cut = 10i128.checked_pow(self.decimals - digits).unwrap_or(1);
        let shown = decimal::divide_half_up(sum, cut);
        decimal::fixed(shown, u8::try_from(digits).unwrap_or(0))
    }
}

/// Numbers that can be added: counts, but neither years nor shares.
fn is_count(target: Target) -> bool {
    let name = target.field;
    name.starts_with("buildings") || matches!(name, "workers" | "head_count")
}
