//! The units that columns of a form are written in, and exact sums in them.

use suoji_model::{AreaUnit, Shape, area, decimal, money};

/// The unit of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Yuan by a power of ten.
    Yuan(u8),
    /// An area by a power of ten.
    Area(AreaUnit, u8),
    /// Hundredths.
    Percent,
    /// As declared.
    Plain(u8),
}

/// Digits of an area that was given in another unit.
const AREA_DIGITS: u8 = 9;

impl Unit {
    /// The unit of that name for values of `shape`; the smallest for none.
    pub(super) fn of(shape: Shape, name: Option<&str>) -> Option<Self> {
        Some(match (shape, name.unwrap_or_default()) {
            (Shape::Money, "千元" | "千") => Self::Yuan(3),
            (Shape::Money, "万元" | "万") => Self::Yuan(4),
            (Shape::Money, "百万元" | "百万") => Self::Yuan(6),
            (Shape::Money, "千万元" | "千万") => Self::Yuan(7),
            (Shape::Money, "亿元" | "亿") => Self::Yuan(8),
            (Shape::Money, _) => Self::Yuan(0),
            (Shape::Area, "亩") => Self::Area(AreaUnit::Mu, 0),
            (Shape::Area, "万亩") => Self::Area(AreaUnit::Mu, 4),
            (Shape::Area, "公顷") => Self::Area(AreaUnit::Hectare, 0),
            (Shape::Area, "万㎡" | "万平方米") => Self::Area(AreaUnit::Sqm, 4),
            (Shape::Area, _) => Self::Area(AreaUnit::Sqm, 0),
            (Shape::Number { .. }, "%") => Self::Percent,
            (Shape::Number { decimals }, _) => Self::Plain(decimals),
            _ => return None,
        })
    }

    /// Whether a form may name this unit of values of `shape`.
    pub(super) fn is_known(shape: Shape, name: &str) -> bool {
        let same = |unit: Self| match unit {
            Self::Yuan(0) => name == "元",
            Self::Area(AreaUnit::Sqm, 0) => matches!(name, "㎡" | "平方米"),
            Self::Plain(_) => false,
            _ => true,
        };
        name.is_empty() || Self::of(shape, Some(name)).is_none_or(same)
    }

    /// Its name on a form.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Yuan(3) => "千元",
            Self::Yuan(4) => "万元",
            Self::Yuan(6) => "百万元",
            Self::Yuan(7) => "千万元",
            Self::Yuan(8) => "亿元",
            Self::Yuan(_) => "元",
            Self::Area(AreaUnit::Mu, 0) => "亩",
            Self::Area(AreaUnit::Mu, _) => "万亩",
            Self::Area(AreaUnit::Hectare, _) => "公顷",
            Self::Area(AreaUnit::Sqm, 0) => "㎡",
            Self::Area(AreaUnit::Sqm, _) => "万㎡",
            Self::Percent => "%",
            Self::Plain(_) => "",
        }
    }

    /// Digits shown when a form does not say how many.
    pub(super) fn usual_decimals(self) -> Option<u8> {
        match self {
            Self::Yuan(8) => Some(4),
            Self::Yuan(_) | Self::Area(..) | Self::Percent => Some(2),
            Self::Plain(_) => None,
        }
    }

    /// A value or a sum in this unit, exact: of money the hundredths of yuan,
    /// of areas the ten-thousandths of thirds of a square metre, of numbers
    /// what they are scaled to.
    pub(super) fn exact(self, base: i128, decimals: u8) -> String {
        match self {
            Self::Yuan(power) => decimal::shortest(base, money::MINOR_DECIMALS + power),
            Self::Area(unit, power) => {
                let more = 10i128.pow(u32::from(AREA_DIGITS - area::AREA_DECIMALS));
                let scaled = decimal::divide_half_up(base * more, i128::from(unit.thirds_of_sqm()));
                decimal::shortest(scaled, AREA_DIGITS + power)
            }
            Self::Percent | Self::Plain(_) => decimal::shortest(base, decimals),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_no_form_is_written_in_is_told() {
        for name in ["", "元", "万元", "亿", "百万元"] {
            assert!(Unit::is_known(Shape::Money, name), "{name}");
        }
        for name in ["yi_yuan", "十亿元", "万美元"] {
            assert!(!Unit::is_known(Shape::Money, name), "{name}");
        }
        assert!(Unit::is_known(Shape::Area, "㎡"));
        assert!(!Unit::is_known(Shape::Area, "万公顷"));
    }

    #[test]
    fn values_are_exact_in_every_unit() {
        let fen = 1_051_073_860_000;
        assert_eq!(Unit::Yuan(8).exact(fen, 0), "105.107386");
        assert_eq!(Unit::Yuan(4).exact(fen, 0), "1051073.86");
        // 50 亩
        let thirds = 500_000 * 2_000;
        assert_eq!(Unit::Area(AreaUnit::Mu, 0).exact(thirds, 0), "50");
        assert_eq!(
            Unit::Area(AreaUnit::Sqm, 4).exact(thirds, 0),
            "3.3333333333333"
        );
        assert_eq!(Unit::Plain(2).exact(350, 2), "3.5");
    }
}
