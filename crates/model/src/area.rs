//! Areas keep the unit they were given in: 亩, ㎡ or 公顷.

use crate::decimal;

/// The units ledgers use. 1 公顷 = 15 亩 = 10 000 ㎡.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AreaUnit {
    /// 平方米
    Sqm,
    /// 亩, exactly 2000/3 ㎡
    Mu,
    /// 公顷
    Hectare,
}

impl AreaUnit {
    /// All units, in the order a form offers them.
    pub const ALL: [Self; 3] = [Self::Mu, Self::Sqm, Self::Hectare];

    /// The unit's name in the wire format and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqm => "sqm",
            Self::Mu => "mu",
            Self::Hectare => "hectare",
        }
    }

    /// How many thirds of a square metre it is; in these every unit is a
    /// whole number.
    pub fn thirds_of_sqm(self) -> i64 {
        match self {
            Self::Sqm => 3,
            Self::Mu => 2_000,
            Self::Hectare => 30_000,
        }
    }

    /// The unit of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }
}

/// Digits after the point that an area keeps.
pub const AREA_DECIMALS: u8 = 4;

/// An area in 1/10 000 of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Area {
    /// Ten-thousandths of the unit.
    pub scaled: i64,
    /// The unit it was given in.
    pub unit: AreaUnit,
}

impl Area {
    /// The number as text without trailing zeros.
    pub fn amount(&self) -> String {
        decimal::shortest(self.scaled, AREA_DECIMALS)
    }

    /// Ten-thousandths of another unit, rounded half up once.
    pub fn scaled_in(&self, unit: AreaUnit) -> i64 {
        let thirds = |unit: AreaUnit| i128::from(unit.thirds_of_sqm());
        let scaled = i128::from(self.scaled) * thirds(self.unit);
        let shown = decimal::divide_half_up(scaled, thirds(unit));
        i64::try_from(shown).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fifty_mu_in_the_other_units() {
        let fifty = Area {
            scaled: 500_000,
            unit: AreaUnit::Mu,
        };
        assert_eq!(fifty.scaled_in(AreaUnit::Sqm), 333_333_333);
        assert_eq!(fifty.scaled_in(AreaUnit::Hectare), 33_333);
        assert_eq!(fifty.amount(), "50");
    }

    proptest! {
        #[test]
        fn a_finer_unit_loses_nothing(scaled in 0i64..1_000_000_000_000) {
            let mu = Area { scaled, unit: AreaUnit::Mu };
            let sqm = Area { scaled: mu.scaled_in(AreaUnit::Sqm), unit: AreaUnit::Sqm };
            prop_assert_eq!(sqm.scaled_in(AreaUnit::Mu), scaled);
        }
    }
}
