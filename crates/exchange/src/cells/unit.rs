//! Units that headings and cells name.

use suoji_model::{AreaUnit, Currency};

use super::text::tight;

/// What a unit measures, and in what size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unit {
    /// The unit as a report names it.
    pub(crate) name: &'static str,
    /// What it measures.
    pub(crate) measure: Measure,
    /// The power of ten to the basic unit: 4 for 万元.
    pub(crate) power: u32,
}

impl Unit {
    /// Whether it is of a currency that is not the yuan.
    pub(crate) fn is_foreign(self) -> bool {
        matches!(self.measure, Measure::Money(Some(currency)) if currency != Currency::CNY)
    }

    /// The same size of dollars.
    pub(crate) fn in_dollars(self) -> Self {
        Self {
            measure: Measure::Money(currency("美元")),
            name: size_name(self.power),
            ..self
        }
    }

    /// The same money in another size.
    pub(crate) fn in_size(self, power: u32) -> Self {
        let name = match self.measure {
            Measure::Money(Some(Currency::CNY)) => yuan_name(power),
            _ => size_name(power),
        };
        Self {
            name,
            power,
            ..self
        }
    }
}

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Money; the currency where the unit names one.
    Money(Option<Currency>),
    /// Money of two currencies, so that each row must say which.
    MixedMoney,
    /// An area.
    Area(AreaUnit),
    /// Hundredths.
    Percent,
}

const SIZES: &[(&str, u32)] = &[
    ("百万", 6),
    ("千万", 7),
    ("十亿", 9),
    ("万", 4),
    ("亿", 8),
    ("千", 3),
    ("", 0),
];

/// Currencies by the words that name them; none stands before one that has it in
/// its name.
const CURRENCIES: &[(&str, &str)] = &[
    ("元人民币", "CNY"),
    ("人民币元", "CNY"),
    ("人民币", "CNY"),
    ("RMB", "CNY"),
    ("CNY", "CNY"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("USD", "USD"),
    ("US$", "USD"),
    ("欧元", "EUR"),
    ("EUR", "EUR"),
    ("€", "EUR"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("HKD", "HKD"),
    ("HK$", "HKD"),
    ("$", "USD"),
    ("日元", "JPY"),
    ("日圆", "JPY"),
    ("JPY", "JPY"),
    ("英镑", "GBP"),
    ("GBP", "GBP"),
    ("£", "GBP"),
    ("韩元", "KRW"),
    ("韩币", "KRW"),
    ("KRW", "KRW"),
    ("新台币", "TWD"),
    ("台币", "TWD"),
    ("TWD", "TWD"),
    ("新加坡元", "SGD"),
    ("新元", "SGD"),
    ("SGD", "SGD"),
    ("澳元", "AUD"),
    ("AUD", "AUD"),
    ("加元", "CAD"),
    ("CAD", "CAD"),
    ("瑞士法郎", "CHF"),
    ("CHF", "CHF"),
    ("澳门元", "MOP"),
    ("¥", "CNY"),
    ("￥", "CNY"),
    ("圆", "CNY"),
    ("元", "CNY"),
];

/// The currency of a word.
pub(crate) fn currency(word: &str) -> Option<Currency> {
    let word = tight(word).to_ascii_uppercase();
    let word = word.trim_end_matches(['整', '正']);
    let found = CURRENCIES.iter().find(|(name, _)| word == *name);
    found.and_then(|(_, code)| Currency::parse(code))
}

/// Whether a word names a currency and does not count in it, as 元 does.
pub(crate) fn is_currency_name(word: &str) -> bool {
    let counts = word.starts_with(['元', '圆']) || word == "人民币元";
    !counts && currency(word).is_some()
}

/// A currency that `text` begins with, and the rest.
pub(crate) fn currency_before(text: &str) -> Option<(Currency, &str)> {
    CURRENCIES
        .iter()
        .filter(|(name, _)| *name != "元" && *name != "圆")
        .find_map(|(name, code)| Some((Currency::parse(code)?, text.strip_prefix(name)?)))
}

/// A foreign currency that `text` ends with, and what stands before it.
pub(crate) fn foreign_currency_behind(text: &str) -> Option<(Currency, &str)> {
    foreign().find_map(|(name, currency)| Some((currency, text.strip_suffix(name)?)))
}

/// The foreign currencies that `text` names.
pub(crate) fn currencies_in(text: &str) -> impl Iterator<Item = Currency> {
    // What a longer name has in it is no other currency: HK$ is no $.
    let mut rest = text.to_owned();
    let named = foreign().filter(move |(name, _)| {
        let is_named = rest.contains(name);
        if is_named {
            rest = rest.replace(name, " ");
        }
        is_named
    });
    named.map(|(_, currency)| currency)
}

/// The words for foreign currencies.
fn foreign() -> impl Iterator<Item = (&'static str, Currency)> {
    let all = CURRENCIES.iter();
    let all = all.filter_map(|(name, code)| Some((*name, Currency::parse(code)?)));
    all.filter(|(_, currency)| *currency != Currency::CNY)
}

/// The unit of area that a word names, with its power of ten.
pub(crate) fn area(word: &str) -> Option<(AreaUnit, u32)> {
    let word = tight(word);
    if matches!(word.as_str(), "平方公里" | "平方千米" | "km²" | "km2") {
        return Some((AreaUnit::Sqm, 6));
    }
    let sizes = [('万', 4), ('千', 3)];
    let sized = sizes
        .iter()
        .find_map(|(size, power)| Some((*power, word.strip_prefix(*size)?)));
    let (power, rest) = sized.unwrap_or((0, word.as_str()));
    let unit = match rest {
        "亩" => AreaUnit::Mu,
        "㎡" | "m²" | "m2" | "M2" | "平方米" | "平米" | "平方" | "平" | "方" => {
            AreaUnit::Sqm
        }
        "公顷" | "ha" | "顷" => AreaUnit::Hectare,
        _ => return None,
    };
    let is_said = match power {
        3 => unit == AreaUnit::Sqm,
        _ => rest != "顷",
    };
    is_said.then_some((unit, power))
}

/// The unit that a heading or the words in its brackets name.
pub(crate) fn parse(words: &str) -> Option<Unit> {
    let words = tight(words);
    let words = words
        .trim_start_matches("单位")
        .trim_start_matches([':', '/'])
        .trim_end_matches('整');
    if let Some(unit) = english(words) {
        return Some(unit);
    }
    // 折人民币亿元, 人民币万元
    let in_yuan = ["折合人民币", "折人民币", "折算人民币", "人民币"];
    let rest = in_yuan.iter().find_map(|word| words.strip_prefix(word));
    if let Some(rest) = rest.filter(|_| words != "人民币") {
        return money(rest).filter(|unit| unit.measure == Measure::Money(Some(Currency::CNY)));
    }
    if words == "%" || words == "％" {
        return Some(Unit {
            name: "%",
            measure: Measure::Percent,
            power: 0,
        });
    }
    if let Some((unit, power)) = area(words) {
        let name = match (unit, power) {
            (AreaUnit::Mu, 0) => "亩",
            (AreaUnit::Mu, _) => "万亩",
            (AreaUnit::Sqm, 0) => "㎡",
            (AreaUnit::Sqm, 3) => "千㎡",
            (AreaUnit::Sqm, 6) => "平方公里",
            (AreaUnit::Sqm, _) => "万㎡",
            (AreaUnit::Hectare, 0) => "公顷",
            (AreaUnit::Hectare, _) => "万公顷",
        };
        return Some(Unit {
            name,
            measure: Measure::Area(unit),
            power,
        });
    }
    if let Some((one, other)) = words.split_once(['/', '或', '、']) {
        return match (money(one), money(other)) {
            (Some(one), Some(other)) if one.power == other.power => Some(Unit {
                name: size_name(one.power),
                measure: Measure::MixedMoney,
                power: one.power,
            }),
            _ => None,
        };
    }
    money(words)
}

/// Sizes behind or before an English name of money, longest first.
const ENGLISH: &[(&str, u32)] = &[
    ("100MILLION", 8),
    ("HUNDREDMILLION", 8),
    ("10,000", 4),
    ("10000", 4),
    ("10THOUSAND", 4),
    ("TENTHOUSAND", 4),
    ("MILLION", 6),
    ("100M", 8),
    ("10K", 4),
    ("MLN", 6),
    ("MN", 6),
    ("THOUSAND", 3),
    ("BILLION", 9),
    ("BN", 9),
    ("M", 6),
    ("K", 3),
    ("", 0),
];

/// The unit that English words name: `CNY m`, `RMB 10,000`, `million yuan`,
/// `mu`, `sq m`.
fn english(words: &str) -> Option<Unit> {
    let upper = words.to_ascii_uppercase();
    if !upper.starts_with(|c: char| c.is_ascii_alphanumeric()) || !upper.is_ascii() {
        return None;
    }
    let area = |unit, name| {
        Some(Unit {
            name,
            measure: Measure::Area(unit),
            power: 0,
        })
    };
    match upper.as_str() {
        "MU" => return area(AreaUnit::Mu, "亩"),
        "SQM" | "SQ.M" | "SQ.M." | "SQUAREMETRES" | "SQUAREMETERS" => {
            return area(AreaUnit::Sqm, "㎡");
        }
        "HECTARE" | "HECTARES" => return area(AreaUnit::Hectare, "公顷"),
        _ => {}
    }
    let currency = |word: &str| match word {
        "YUAN" => Some(Currency::CNY),
        "RMBYUAN" | "YUANRMB" | "CNYYUAN" => Some(Currency::CNY),
        word if word.len() == 3 => currency(word),
        _ => None,
    };
    let (currency, power) = ENGLISH.iter().find_map(|(size, power)| {
        let rest = upper.strip_suffix(size).and_then(currency);
        let rest = rest.or_else(|| upper.strip_prefix(size).and_then(currency));
        Some((rest?, *power))
    })?;
    let name = match currency {
        Currency::CNY => yuan_name(power),
        _ => size_name(power),
    };
    Some(Unit {
        name,
        measure: Measure::Money(Some(currency)),
        power,
    })
}

fn money(words: &str) -> Option<Unit> {
    let upper = words.to_ascii_uppercase();
    let (_, power, rest) = SIZES
        .iter()
        .find_map(|(size, power)| Some((size, *power, upper.strip_prefix(size)?)))?;
    let named = match rest {
        "" if power > 0 => None,
        rest => Some(currency(rest)?),
    };
    let name = match named {
        Some(Currency::CNY) => yuan_name(power),
        _ => size_name(power),
    };
    Some(Unit {
        name,
        measure: Measure::Money(named),
        power,
    })
}

fn yuan_name(power: u32) -> &'static str {
    match power {
        3 => "千元",
        4 => "万元",
        6 => "百万元",
        7 => "千万元",
        8 => "亿元",
        9 => "十亿元",
        _ => "元",
    }
}

fn size_name(power: u32) -> &'static str {
    match power {
        3 => "千",
        4 => "万",
        6 => "百万",
        7 => "千万",
        8 => "亿",
        9 => "十亿",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::{CURRENCIES, currencies_in};

    #[test]
    fn no_currency_hides_one_whose_name_holds_its_own() {
        for (at, (name, _)) in CURRENCIES.iter().enumerate() {
            for (later, _) in &CURRENCIES[at + 1..] {
                assert!(!later.contains(name), "{name} stands before {later}");
            }
        }
        for (text, codes) in [
            ("HK$", &["HKD"][..]),
            ("US$100", &["USD"]),
            ("$、HK$", &["HKD", "USD"]),
            ("新台币", &["TWD"]),
            ("万元", &[]),
        ] {
            let found: Vec<String> = currencies_in(text)
                .map(|one| one.code().to_owned())
                .collect();
            assert_eq!(found, codes, "{text}");
        }
    }
}
