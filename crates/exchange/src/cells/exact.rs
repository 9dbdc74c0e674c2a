//! Exact decimal numbers while a cell is read.

use suoji_model::decimal::divide_half_up;

/// `digits` ÷ 10^`scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Exact {
    digits: i128,
    scale: u32,
}

/// More digits than any amount has; keeps every product within 128 bits.
const MOST_DIGITS: usize = 24;

impl Exact {
    /// Zero.
    pub(crate) const ZERO: Self = Self {
        digits: 0,
        scale: 0,
    };

    /// Reads digits with at most one point, and a sign.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (negative, plain) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let digits = || whole.bytes().chain(fraction.bytes());
        let count = digits().count();
        if whole.is_empty() || count > MOST_DIGITS || !digits().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let magnitude = digits().fold(0i128, |sum, digit| sum * 10 + i128::from(digit - b'0'));
        Some(Self {
            digits: if negative { -magnitude } else { magnitude },
            scale: u32::try_from(fraction.len()).ok()?,
        })
    }

    /// Whether it is nothing, in whatever unit.
    pub(crate) fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// A whole number.
    pub(crate) fn whole(number: u32) -> Self {
        Self {
            digits: number.into(),
            scale: 0,
        }
    }

    /// The number times 10^`power`.
    pub(crate) fn times_ten(self, power: u32) -> Option<Self> {
        let cut = power.min(self.scale);
        let factor = 10i128.checked_pow(power - cut)?;
        Some(Self {
            digits: self.digits.checked_mul(factor)?,
            scale: self.scale - cut,
        })
    }

    /// The sum of both.
    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let raise = |number: Self| {
            number
                .digits
                .checked_mul(10i128.checked_pow(scale - number.scale)?)
        };
        Some(Self {
            digits: raise(self)?.checked_add(raise(other)?)?,
            scale,
        })
    }

    /// The number scaled by 10^`decimals`, rounded half up once.
    pub(crate) fn scaled(self, decimals: u8) -> Option<i64> {
        let decimals = u32::from(decimals);
        let scaled = if self.scale > decimals {
            let divisor = 10i128.checked_pow(self.scale - decimals)?;
            divide_half_up(self.digits, divisor)
        } else {
            let factor = 10i128.checked_pow(decimals - self.scale)?;
            self.digits.checked_mul(factor)?
        };
        i64::try_from(scaled).ok()
    }
}
