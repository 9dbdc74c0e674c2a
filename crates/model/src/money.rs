//! Money: integer minor units of one currency. Never a float; sums come
//! before rounding; unlike currencies are never added.

use crate::decimal;

/// An ISO 4217 code in capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The yuan, in which the zone's figures are stated.
    pub const CNY: Self = Self(*b"CNY");

    /// Reads a three-letter code, in any case.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 3] = text.as_bytes().try_into().ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Self(bytes.map(|letter| letter.to_ascii_uppercase())))
    }

    /// The code as text.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }
}

/// An amount in 1/100 of its currency's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// Hundredths: fen (分) for the yuan.
    pub minor: i64,
    /// What the hundredths are hundredths of.
    pub currency: Currency,
}

/// Digits after the point in every amount's text form.
pub const MINOR_DECIMALS: u8 = 2;
/// Digits after the point of an exchange rate.
pub const RATE_DECIMALS: u8 = 6;

impl Money {
    /// An amount of yuan given in fen.
    pub fn fen(minor: i64) -> Self {
        Self {
            minor,
            currency: Currency::CNY,
        }
    }

    /// The amount as text in the major unit with two decimals (`12000000.00`).
    pub fn amount(&self) -> String {
        decimal::fixed(self.minor, MINOR_DECIMALS)
    }

    /// The amount in fen at `rate` (yuan per unit, scaled by 10^6), rounded
    /// once to the fen. `None` for a foreign amount without a rate, or beyond
    /// 64 bits.
    pub fn in_fen(&self, rate: Option<i64>) -> Option<i64> {
        if self.currency == Currency::CNY {
            return Some(self.minor);
        }
        let scaled = i128::from(self.minor) * i128::from(rate?);
        let unit = 10i128.pow(u32::from(RATE_DECIMALS));
        i64::try_from(decimal::divide_half_up(scaled, unit)).ok()
    }
}

/// The unit a figure is shown in; rounding happens here and only here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisplayUnit {
    /// 元
    Yuan,
    /// 万元
    WanYuan,
    /// 亿元
    YiYuan,
}

impl DisplayUnit {
    /// The unit's name in the wire format and the word files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yuan => "yuan",
            Self::WanYuan => "wan_yuan",
            Self::YiYuan => "yi_yuan",
        }
    }

    /// A sum of fen in this unit, two decimals, rounded half up.
    pub fn show(self, fen: i128) -> String {
        let yuan = match self {
            Self::Yuan => 1,
            Self::WanYuan => 10_000,
            Self::YiYuan => 100_000_000,
        };
        let hundredths = decimal::divide_half_up(fen, yuan);
        i64::try_from(hundredths).map_or_else(
            |_| hundredths.to_string(),
            |scaled| decimal::fixed(scaled, MINOR_DECIMALS),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_zones_sum_shows_105_11_only_when_summed_first() {
        assert_eq!(DisplayUnit::YiYuan.show(1_051_073_860_000), "105.11");
        assert_eq!(DisplayUnit::WanYuan.show(251_309_300), "251.31");
    }

    #[test]
    fn a_foreign_amount_needs_a_rate() {
        let dollars = Money {
            minor: 1_200_000_000,
            currency: Currency::parse("usd").expect("code"),
        };
        assert_eq!(dollars.in_fen(None), None);
        assert_eq!(dollars.in_fen(Some(7_130_500)), Some(8_556_600_000));
    }

    proptest! {
        #[test]
        fn rounding_a_sum_is_within_half_a_unit(fen in -10i128.pow(16)..10i128.pow(16)) {
            let shown = DisplayUnit::YiYuan.show(fen);
            let back = i128::from(decimal::parse(&shown, 2).expect("decimal")) * 100_000_000;
            prop_assert!((back - fen).abs() <= 50_000_000);
        }
    }
}
