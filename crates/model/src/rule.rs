//! Counting rules (口径): what a figure counts, as named settings with
//! defaults, versioned as a whole. Source of the settings: the ambiguities of
//! the zone's 2023 summary as the domain notes list them (F1–F18).

mod settings;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::settings::{Readings, SETTINGS, Setting};
use crate::decimal;

/// A choice of readings, one for every setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// Grows with every change that is kept; 1 for the defaults.
    pub version: u32,
    /// The readings that are not the default, by setting.
    #[serde(default)]
    pub chosen: BTreeMap<String, String>,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            version: 1,
            chosen: BTreeMap::new(),
        }
    }
}

/// Why a reading was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleRefusal {
    /// There is no setting of that name.
    NoSuchSetting,
    /// The setting has no such reading.
    NoSuchReading,
}

impl Rules {
    /// The reading of a setting.
    pub fn reading(&self, name: &str) -> &str {
        let default = Setting::find(name).map_or("", |setting| setting.readings.default());
        self.chosen.get(name).map_or(default, String::as_str)
    }

    /// Whether a setting has this reading.
    pub fn is(&self, name: &str, reading: &str) -> bool {
        self.reading(name) == reading
    }

    /// A line in fen.
    pub fn line(&self, name: &str) -> i64 {
        let yuan: i64 = self.reading(name).parse().unwrap_or(0);
        yuan.saturating_mul(100)
    }

    /// Chooses a reading. The default one leaves no trace.
    pub fn choose(&mut self, name: &str, reading: &str) -> Result<(), RuleRefusal> {
        let setting = Setting::find(name).ok_or(RuleRefusal::NoSuchSetting)?;
        if !setting.readings.has(reading) {
            return Err(RuleRefusal::NoSuchReading);
        }
        if reading == setting.readings.default() {
            self.chosen.remove(name);
        } else {
            self.chosen.insert(name.to_owned(), reading.to_owned());
        }
        Ok(())
    }

    /// The same rules with one other reading.
    pub fn with(&self, name: &str, reading: &str) -> Self {
        let mut other = self.clone();
        other.chosen.insert(name.to_owned(), reading.to_owned());
        other
    }

    /// Every setting with its reading.
    pub fn all(&self) -> BTreeMap<&'static str, String> {
        let reading = |setting: &Setting| self.reading(setting.name).to_owned();
        SETTINGS
            .iter()
            .map(|setting| (setting.name, reading(setting)))
            .collect()
    }

    /// Whether `fen` is over a line: 过 and 超 are used inclusively, and 以上
    /// includes the number by law, unless the setting says otherwise.
    pub fn over(&self, fen: i64, line: i64) -> bool {
        fen > line || fen == line && self.is("threshold", "inclusive")
    }

    /// What the year's signing figures need to know of an agreement.
    pub fn signing(&self) -> SigningRule {
        let types: &[&str] = match self.reading("counted_types") {
            "formal_only" => &["formal"],
            "with_framework" => &["formal", "entry", "framework", "intent"],
            _ => &["formal", "entry"],
        };
        SigningRule {
            name: "signing".to_owned(),
            version: self.version,
            counted_types: types.iter().map(|name| (*name).to_owned()).collect(),
            amount_field: self.reading("amount").to_owned(),
            date_field: self.reading("year_of").to_owned(),
            threshold_inclusive: self.is("threshold", "inclusive"),
            large_yuan: self.line("large_yuan") / 100,
            huge_yuan: self.line("huge_yuan") / 100,
        }
    }
}

/// How an agreement is found counted, and on which lines it may lie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SigningRule {
    /// The rule's name.
    pub name: String,
    /// Its version; a change of any setting is a new version.
    pub version: u32,
    /// Agreement types that count as signed.
    pub counted_types: Vec<String>,
    /// The amount that F2, F3 and F4 are about.
    pub amount_field: String,
    /// The date that says in which year an agreement counts.
    pub date_field: String,
    /// Whether an amount exactly on a threshold is over it (过 is used so).
    pub threshold_inclusive: bool,
    /// F3's line, in whole yuan.
    pub large_yuan: i64,
    /// F4's line, in whole yuan.
    pub huge_yuan: i64,
}

impl Default for SigningRule {
    fn default() -> Self {
        Rules::default().signing()
    }
}

impl SigningRule {
    /// Whether `fen` is over the line of `yuan`.
    pub fn over(&self, fen: i64, yuan: i64) -> bool {
        let line = yuan.saturating_mul(100);
        fen > line || self.threshold_inclusive && fen == line
    }

    /// Whether `fen` lies exactly on one of the lines.
    pub fn on_a_line(&self, fen: i64) -> bool {
        [self.large_yuan, self.huge_yuan]
            .iter()
            .any(|yuan| yuan.saturating_mul(100) == fen)
    }
}

/// A sum of fen as text in yuan, the form in which money leaves the program.
pub fn yuan_text(fen: i128) -> String {
    i64::try_from(fen).map_or_else(|_| fen.to_string(), |fen| decimal::fixed(fen, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_on_the_line_counts_by_default_and_is_named() {
        let rule = SigningRule::default();
        assert!(rule.over(10_000_000_000, rule.large_yuan));
        assert!(rule.on_a_line(10_000_000_000));
        let strict = Rules::default().with("threshold", "exclusive");
        assert!(!strict.over(10_000_000_000, strict.line("large_yuan")));
        assert!(strict.over(10_000_000_001, strict.line("large_yuan")));
    }

    #[test]
    fn only_declared_readings_are_taken_and_defaults_leave_no_trace() {
        let mut rules = Rules::default();
        assert_eq!(
            rules.choose("luck", "good"),
            Err(RuleRefusal::NoSuchSetting)
        );
        assert_eq!(
            rules.choose("amount", "luck"),
            Err(RuleRefusal::NoSuchReading)
        );
        assert_eq!(
            rules.choose("large_yuan", "a lot"),
            Err(RuleRefusal::NoSuchReading)
        );
        rules.choose("amount", "contract_total").expect("a reading");
        assert_eq!(rules.signing().amount_field, "contract_total");
        rules.choose("amount", "contract_capital").expect("default");
        assert_eq!(rules, Rules::default());
        assert_eq!(rules.all().len(), SETTINGS.len());
    }
}
