//! Exact decimal numbers as scaled integers: the only arithmetic money,
//! rates and areas are given.

/// The widest scale a field may declare.
pub const MOST_DECIMALS: u8 = 9;

/// Reads plain decimal text (`-12.50`) as an integer scaled by 10^`decimals`.
///
/// Returns `None` for anything else: other characters, more significant
/// decimals than the scale holds, or a number beyond 64 bits.
pub fn parse(text: &str, decimals: u8) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() || digits.ends_with('.') {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > usize::from(decimals) {
        return None;
    }
    let mut scaled: i64 = 0;
    let padding = usize::from(decimals) - fraction.len();
    let all = whole.bytes().chain(fraction.bytes());
    for digit in all.chain(std::iter::repeat_n(b'0', padding)) {
        if !digit.is_ascii_digit() {
            return None;
        }
        scaled = scaled
            .checked_mul(10)?
            .checked_add(i64::from(digit - b'0'))?;
    }
    Some(if negative { -scaled } else { scaled })
}

/// Writes a scaled integer with exactly `decimals` digits after the point.
pub fn fixed(scaled: impl Into<i128>, decimals: u8) -> String {
    let scaled = scaled.into();
    let sign = if scaled < 0 { "-" } else { "" };
    let magnitude = scaled.unsigned_abs();
    if decimals == 0 {
        return format!("{sign}{magnitude}");
    }
    let unit = 10u128.pow(u32::from(decimals));
    let width = usize::from(decimals);
    format!("{sign}{}.{:0width$}", magnitude / unit, magnitude % unit)
}

/// Writes a scaled integer without trailing zeros (`7.1305`, `3`).
pub fn shortest(scaled: impl Into<i128>, decimals: u8) -> String {
    let text = fixed(scaled, decimals);
    if decimals == 0 {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Divides and rounds half away from zero (四舍五入).
///
/// `divisor` must be positive.
pub fn divide_half_up(value: i128, divisor: i128) -> i128 {
    let magnitude = (value.abs() + divisor / 2) / divisor;
    if value < 0 { -magnitude } else { magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_only_plain_decimals() {
        assert_eq!(parse("7.1305", 6), Some(7_130_500));
        assert_eq!(parse("-0.5", 2), Some(-50));
        assert_eq!(parse("3.100", 1), Some(31));
        for wrong in ["", ".", "1.", "1e3", "１", "1,000", "0.001", "+1", "--1"] {
            assert_eq!(parse(wrong, 2), None, "{wrong}");
        }
    }

    #[test]
    fn rounds_half_away_from_zero() {
        assert_eq!(divide_half_up(25, 10), 3);
        assert_eq!(divide_half_up(-25, 10), -3);
        assert_eq!(divide_half_up(24, 10), 2);
    }

    proptest! {
        #[test]
        fn text_and_back(scaled: i64, decimals in 0u8..=MOST_DECIMALS) {
            prop_assume!(scaled != i64::MIN);
            prop_assert_eq!(parse(&fixed(scaled, decimals), decimals), Some(scaled));
            prop_assert_eq!(parse(&shortest(scaled, decimals), decimals), Some(scaled));
        }

        #[test]
        fn never_panics(text in ".{0,40}", decimals in 0u8..=MOST_DECIMALS) {
            let _ = parse(&text, decimals);
        }
    }
}
