//! Amounts of which one is the other rounded, 1.23亿元 and 12345万元, or what
//! that is worth in yuan.

use serde_json::Value as Json;
use suoji_model::money::RATE_DECIMALS;
use suoji_model::{Cell, Currency, Shape, Value};

/// Whether two amounts may be one, of which one is rounded: 1亿 is no other
/// than 1.03亿, and another than 0.8亿.
pub(super) fn may_be_one(one: &Json, other: &Json) -> bool {
    let Some((one, other)) = read(one).zip(read(other)) else {
        return true;
    };
    let coarser = unit(one.1).max(unit(other.1));
    let most = one.1.abs().max(other.1.abs()) / MOST_ROUNDED;
    one.0 != other.0 || (one.1 - other.1).abs() <= most.min(coarser / 2)
}

/// What part of an amount is lost at most where it is rounded.
const MOST_ROUNDED: i64 = 16;

/// Whether an amount says less exactly what another says: it is the other to
/// some hundredths of 亿元.
pub(super) fn says_less(new: &Json, old: &Json) -> bool {
    let Some((new, old)) = read(new).zip(read(old)) else {
        return false;
    };
    let own = unit(new.1);
    let is_near = (new.1 - old.1).abs() <= own.min(TENTH) / 2;
    new.0 == old.0 && new.1 != old.1 && own >= HUNDREDTH && unit(old.1) < HUNDREDTH && is_near
}

/// An amount with its rate.
pub(super) type Amount<'v> = (Option<&'v Json>, Option<&'v Json>);

/// Whether one ledger has the dollars and the other what they are worth, which
/// may be rounded.
pub(super) fn is_worth(one: Amount<'_>, other: Amount<'_>) -> bool {
    let (Some(one), Some(other)) = (worth(one), worth(other)) else {
        return false;
    };
    one.0 != other.0 && (one.1 - other.1).abs() * 10_000 <= one.1.abs()
}

/// The currency of an amount, and what it is in fen.
pub(super) fn worth((amount, rate): Amount<'_>) -> Option<(Currency, i128)> {
    let read = |shape: Shape, json: Option<&Json>| match Cell::read(&shape, json?) {
        Ok(Cell::Known(value, _)) => Some(value),
        _ => None,
    };
    let Value::Money(money) = read(Shape::Money, amount)? else {
        return None;
    };
    let decimals = RATE_DECIMALS;
    let rate = match read(Shape::Number { decimals }, rate) {
        Some(Value::Number(rate)) => Some(rate),
        _ => None,
    };
    Some((money.currency, i128::from(money.in_fen(rate)?)))
}

/// A hundredth and a tenth of 亿元, in fen.
const HUNDREDTH: i64 = 100_000_000;
const TENTH: i64 = 1_000_000_000;

fn read(value: &Json) -> Option<(Currency, i64)> {
    match Cell::read(&Shape::Money, value).ok()? {
        Cell::Known(Value::Money(money), _) => Some((money.currency, money.minor)),
        _ => None,
    }
}

/// The unit to which an amount is written: one and as many noughts as it ends
/// with.
fn unit(minor: i64) -> i64 {
    let digits = minor.unsigned_abs().to_string();
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    10i64.saturating_pow(u32::try_from(zeros).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::{may_be_one, says_less};

    fn yuan(amount: &str) -> Json {
        json!({ "amount": amount, "currency": "CNY" })
    }

    #[test]
    fn a_round_amount_is_no_other_that_is_far_from_it() {
        for (one, other, may) in [
            ("150000000.00", "151640000.00", true),
            ("100000000.00", "103000000.00", true),
            ("100000000.00", "80000000.00", false),
            ("10000000.00", "8000000.00", false),
            ("20000000.00", "20000000.00", true),
        ] {
            assert_eq!(may_be_one(&yuan(one), &yuan(other)), may, "{one} {other}");
        }
    }

    #[test]
    fn hundredths_of_a_hundred_million_say_less_than_ten_thousands() {
        for (new, old, less) in [
            ("123000000.00", "123450000.00", true),
            ("120000000.00", "123450000.00", true),
            ("100000000.00", "123450000.00", false),
            ("124000000.00", "123450000.00", false),
            ("123450000.00", "123000000.00", false),
            ("123000000.00", "123000000.00", false),
            ("125000000.00", "123000000.00", false),
        ] {
            assert_eq!(says_less(&yuan(new), &yuan(old)), less, "{new} {old}");
        }
    }
}
