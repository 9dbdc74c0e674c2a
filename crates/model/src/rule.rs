//! Counting rules (口径): what a figure counts, as versioned data with
//! defaults. Source of the defaults: the zone's 2023 summary and the
//! glosses of the domain notes (F1–F4).

use serde::{Deserialize, Serialize};

use crate::decimal;

/// How the year's signing figures (F1–F4) are counted.
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
    /// Whether an amount exactly on a threshold is over it (过 is used so).
    pub threshold_inclusive: bool,
    /// F3's line, in whole yuan.
    pub large_yuan: i64,
    /// F4's line, in whole yuan.
    pub huge_yuan: i64,
}

impl Default for SigningRule {
    fn default() -> Self {
        Self {
            name: "signing".to_owned(),
            version: 1,
            counted_types: vec!["formal".to_owned(), "entry".to_owned()],
            amount_field: "contract_capital".to_owned(),
            threshold_inclusive: true,
            large_yuan: 100_000_000,
            huge_yuan: 1_000_000_000,
        }
    }
}

impl SigningRule {
    /// Whether `fen` is over the line of `yuan`.
    pub fn over(&self, fen: i64, yuan: i64) -> bool {
        let line = yuan.saturating_mul(10i64.pow(2));
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
        let strict = SigningRule {
            threshold_inclusive: false,
            ..rule
        };
        assert!(!strict.over(10_000_000_000, strict.large_yuan));
        assert!(strict.over(10_000_000_001, strict.large_yuan));
    }
}
