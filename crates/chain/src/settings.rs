//! Weights and thresholds of the formula, versioned as a whole.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One number of the formula. Its words stand under `chain.rule.<name>`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// The name.
    pub name: &'static str,
    /// When nobody chose.
    pub default: f64,
    /// The lowest that makes sense.
    pub low: f64,
    /// The highest that makes sense.
    pub high: f64,
}

const fn part(name: &'static str, default: f64) -> Setting {
    number(name, default, 0.0, 1.0)
}

const fn number(name: &'static str, default: f64, low: f64, high: f64) -> Setting {
    Setting {
        name,
        default,
        low,
        high,
    }
}

/// Every setting.
pub const SETTINGS: &[Setting] = &[
    part("importance", 0.45),
    part("feasibility", 0.25),
    part("availability", 0.15),
    part("policy", 0.15),
    number("strong_quotient", 1.2, 0.1, 10.0),
    part("strong_coverage", 0.7),
    part("missing_coverage", 0.05),
    number("suppliers", 3.0, 1.0, 20.0),
    number("shrinkage", 2.0, 0.0, 20.0),
    part("scope_weight", 0.4),
    part("concentration", 0.5),
    number("structure_firms", 5.0, 0.0, 100.0),
    number("must_have_weight", 1.0, 0.0, 10.0),
    number("chokepoint_weight", 2.0, 0.0, 10.0),
    number("good_target", 50.0, 0.0, 100.0),
    number("good_targets", 10.0, 1.0, 100.0),
    part("target_fit", 0.30),
    part("target_capacity", 0.20),
    part("target_propensity", 0.20),
    part("target_linkage", 0.15),
    part("target_transfer", 0.10),
    part("target_quality", 0.05),
    part("unknown_part", 0.5),
    part("least_confidence", 0.4),
    part("weight_spread", 0.2),
];

/// The numbers that are not the default, with the version of their choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Grows with every change that is kept; 1 for the defaults.
    pub version: u32,
    /// Other numbers, by name.
    #[serde(default)]
    pub chosen: BTreeMap<String, f64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: 1,
            chosen: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// The number of that name.
    pub fn get(&self, name: &str) -> f64 {
        let known = SETTINGS.iter().find(|setting| setting.name == name);
        let default = known.map_or(0.0, |setting| setting.default);
        self.chosen.get(name).copied().unwrap_or(default)
    }

    /// Chooses a number; `false` when there is no such setting or the number
    /// makes no sense. The default leaves no trace.
    pub fn choose(&mut self, name: &str, value: f64) -> bool {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
            return false;
        };
        if !(setting.low..=setting.high).contains(&value) {
            return false;
        }
        if (value - setting.default).abs() < f64::EPSILON {
            self.chosen.remove(name);
        } else {
            self.chosen.insert(name.to_owned(), value);
        }
        true
    }
}
