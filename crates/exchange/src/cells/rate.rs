//! What a text says that one unit of a foreign currency is worth in yuan.

use std::ops::RangeInclusive;

use suoji_model::Currency;
use suoji_model::money::RATE_DECIMALS;

use super::exact::Exact;
use super::text::tight;
use super::unit;

/// A number that a text calls a rate.
struct Named {
    /// The currency before it; `None` where it is that of all foreign money.
    currency: Option<Currency>,
    /// Scaled by 10^6.
    rate: i64,
    /// Whether it may be a share as well, as in 按0.8折算.
    may_be_share: bool,
}

/// The rate that a text names for this currency, or the first for any: 汇率7.1305,
/// 外资按1:7.1折算, 1美元=7.1元, 美元按7.1、欧元按7.8折算; 按7.1折算 for a
/// currency that may be worth so much.
pub(crate) fn rate(text: &str, of: Option<Currency>) -> Option<i64> {
    let text = tight(text);
    let all = named(&text);
    let Some(own) = of else {
        let first = all.iter().find(|named| !named.may_be_share);
        return first.map(|named| named.rate);
    };
    let is_own = |named: &&Named| named.currency == Some(own);
    if let Some(found) = all.iter().find(is_own) {
        return Some(found.rate);
    }
    // One for all is not for a currency that the text leaves out.
    let others = unit::currencies_in(&text).any(|currency| currency != own);
    let is_of_all = |named: &&Named| match named.may_be_share {
        true => ever(own).is_some_and(|ever| ever.contains(&named.rate)),
        false => named.currency.is_none(),
    };
    let of_all = all.iter().find(is_of_all);
    of_all.filter(|_| !others).map(|named| named.rate)
}

/// The rate that a person said of a currency: `7.1`, `7.1元`, `1:7.1`.
pub(crate) fn answered(text: &str, of: Currency) -> Option<i64> {
    let text = tight(text);
    let bare = text.trim_end_matches("人民币").trim_end_matches('元');
    let bare = bare.strip_prefix("1:").unwrap_or(bare);
    let plain = Exact::parse(bare).and_then(|number| number.scaled(RATE_DECIMALS));
    plain
        .filter(|rate| *rate > 0)
        .or_else(|| rate(&text, Some(of)))
}

/// Whether one unit of a currency was ever worth so much in this century.
pub(crate) fn can_be(currency: Currency, rate: i64) -> bool {
    ever(currency).is_none_or(|ever| ever.contains(&rate))
}

/// What one unit of a currency was worth in this century, where that is known.
fn ever(currency: Currency) -> Option<RangeInclusive<i64>> {
    // In hundredths of a yuan.
    let (least, most) = match currency.code() {
        "USD" => (590, 850),
        "EUR" => (650, 1_150),
        "GBP" => (750, 1_650),
        "HKD" => (75, 110),
        "JPY" => (4, 9),
        _ => return None,
    };
    let hundredth = 10i64.pow(u32::from(RATE_DECIMALS) - 2);
    Some(least * hundredth..=most * hundredth)
}

/// All numbers that a text calls rates.
fn named(text: &str) -> Vec<Named> {
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(|c: char| c.is_ascii_digit()) {
        let start = from + at;
        let is_number = |c: char| c.is_ascii_digit() || c == '.';
        let length = text[start..].find(|c| !is_number(c));
        from = length.map_or(text.len(), |length| start + length);
        let number = text[start..from].trim_end_matches('.');
        let scaled = Exact::parse(number).and_then(|number| number.scaled(RATE_DECIMALS));
        if let Some(rate) = scaled.filter(|rate| *rate > 0) {
            all.extend(called(&text[..start], rate, &text[from..]));
        }
    }
    all
}

/// What stands between the word for foreign money and its rate.
const BETWEEN: &[&str] = &[
    "1:",
    ":",
    "=",
    "≈",
    "约",
    "为",
    "是",
    "按照",
    "按",
    "以",
    "兑换",
    "兑",
    "折合",
    "折算",
    "折",
    "合",
    "等于",
    "成",
    "人民币",
];
/// What stands behind a rate.
const BEHIND: &[&str] = &["折", "换算", "计算", "的汇率", "汇率"];
/// Foreign money as such.
const FOREIGN: &[&str] = &["外资", "外币", "外汇"];

/// Whether the words around a number call it a rate.
fn called(before: &str, rate: i64, after: &str) -> Option<Named> {
    // 1:7.1, 1美元
    if after.starts_with(':')
        || unit::currency_before(after).is_some_and(|(of, _)| of != Currency::CNY)
    {
        return None;
    }
    let of_all = Some(Named {
        currency: None,
        rate,
        may_be_share: false,
    });
    let mut rest = before;
    while let Some(shorter) = BETWEEN.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    let is_joined = rest.len() < before.len();
    let is_ratio = before.ends_with("1:");
    if let Some((currency, rest)) = unit::foreign_currency_behind(rest) {
        // 1美元 or 美元, neither 3000万美元 nor 100美元.
        let one = rest.strip_suffix('1').unwrap_or(rest);
        let many = |c: char| c.is_ascii_digit() || "万亿千百.".contains(c);
        let is_told = is_joined || before.contains("汇率");
        let is_one = is_told && !one.ends_with(many) && can_be(currency, rate);
        return is_one.then_some(Named {
            currency: Some(currency),
            rate,
            may_be_share: false,
        });
    }
    if rest.ends_with("汇率") {
        return of_all;
    }
    let is_behind = BEHIND.iter().any(|word| after.starts_with(word));
    let is_foreign = FOREIGN.iter().any(|word| rest.ends_with(word));
    let is_said = match is_ratio {
        true => is_foreign || is_behind,
        false => is_joined && is_behind,
    };
    let is_rate = is_ratio || is_foreign || after.contains("汇率");
    of_all.filter(|_| is_said).map(|named| Named {
        may_be_share: !is_rate,
        ..named
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_called_so() {
        for (text, of, rate) in [
            ("汇率7.1305", "", 7_130_500),
            ("汇率为1：7.1", "USD", 7_100_000),
            ("单位：万美元，汇率7.1", "USD", 7_100_000),
            ("2.外资按1:7.1折算。", "USD", 7_100_000),
            ("注：1美元=7.12元人民币", "USD", 7_120_000),
            ("1美元兑换人民币7.12元", "USD", 7_120_000),
            ("按7.15的汇率折算", "USD", 7_150_000),
            ("美元按7.1、欧元按7.8折算", "USD", 7_100_000),
            ("美元按7.1、欧元按7.8折算", "EUR", 7_800_000),
            ("（按1:7.1折算）", "", 7_100_000),
            ("外币均按 1：6.9 换算成人民币", "USD", 6_900_000),
            ("汇率：美元7.1，港币0.91", "HKD", 910_000),
            ("汇率：1美元=7.1元", "USD", 7_100_000),
            ("按7.1折算", "USD", 7_100_000),
            ("（按照0.91折合人民币）", "HKD", 910_000),
        ] {
            assert_eq!(super::rate(text, Currency::parse(of)), Some(rate), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for (text, of) in [
            ("外资3000万美元，折合2.13亿元", "USD"),
            ("其中：美元：3000万", "USD"),
            ("内资：20个，外资：5个", "USD"),
            ("容积率不低于1:1.2", "USD"),
            ("美元按7.1折算", "EUR"),
            ("欧元汇率7.8", "USD"),
            ("100美元=710元", "USD"),
            ("按5亿元计算", "USD"),
            ("外资按当日汇率折算", "USD"),
            ("按0.8折算", "USD"),
            ("按0.8折算", ""),
            ("按5折算", "KRW"),
        ] {
            assert_eq!(super::rate(text, Currency::parse(of)), None, "{text}");
        }
    }
}
