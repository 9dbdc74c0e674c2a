//! The settings: every ambiguity that the figures have, with its readings.

/// What a setting may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readings {
    /// One of these; the first is the default.
    Named(&'static [&'static str]),
    /// A whole number of yuan, by default this one.
    Yuan(&'static str),
}

impl Readings {
    /// The reading when nobody chose.
    pub fn default(&self) -> &'static str {
        match self {
            Self::Named(names) => names.first().copied().unwrap_or(""),
            Self::Yuan(yuan) => yuan,
        }
    }

    /// Whether it may read so.
    pub fn has(&self, reading: &str) -> bool {
        match self {
            Self::Named(names) => names.contains(&reading),
            Self::Yuan(_) => reading.parse::<i64>().is_ok_and(|yuan| yuan > 0),
        }
    }

    /// The readings that are named, other than `but`.
    pub fn others(&self, but: &str) -> impl Iterator<Item = &'static str> {
        let names: &'static [&'static str] = match self {
            Self::Named(names) => names,
            Self::Yuan(_) => &[],
        };
        let but = but.to_owned();
        names.iter().copied().filter(move |name| *name != but)
    }
}

/// One ambiguity. Its words stand under `rule.<name>`, those of its readings
/// under `reading.<name>.<reading>`.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The name.
    pub name: &'static str,
    /// The figures that it bears on.
    pub figures: &'static [&'static str],
    /// What it may read.
    pub readings: Readings,
}

impl Setting {
    /// The setting of that name.
    pub fn find(name: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.name == name)
    }
}

const fn named(
    name: &'static str,
    figures: &'static [&'static str],
    readings: &'static [&'static str],
) -> Setting {
    let readings = Readings::Named(readings);
    Setting {
        name,
        figures,
        readings,
    }
}

const fn yuan(
    name: &'static str,
    figures: &'static [&'static str],
    default: &'static str,
) -> Setting {
    let readings = Readings::Yuan(default);
    Setting {
        name,
        figures,
        readings,
    }
}

const SIGNED: &[&str] = &["F1", "F2", "F3", "F4"];
const KEY: &[&str] = &["F6", "F7", "F8", "F9"];

/// Every setting, in the order of the figures.
pub const SETTINGS: &[Setting] = &[
    named("count_of", &["F1", "F3", "F4"], &["projects", "firms"]),
    named(
        "counted_types",
        SIGNED,
        &["formal_and_entry", "formal_only", "with_framework"],
    ),
    named("year_of", SIGNED, &["sign_date", "review_date"]),
    named("expansion", SIGNED, &["counts", "money_only", "left_out"]),
    named("supplement", &["F2"], &["left_out", "adds_money"]),
    named(
        "amount",
        &["F2", "F3", "F4"],
        &["contract_capital", "contract_total"],
    ),
    named(
        "threshold",
        &["F3", "F4", "F6", "F7"],
        &["inclusive", "exclusive"],
    ),
    yuan("large_yuan", &["F3", "F4"], "100000000"),
    yuan("middle_yuan", &[], "500000000"),
    yuan("huge_yuan", &["F4"], "1000000000"),
    named("lead_channel", &["F5"], &["all", "third_party"]),
    // The checklists that zones have; `recorded` is what the ledger says.
    named(
        "lead_validity",
        &["F5"],
        &["recorded", "substantial", "ranked", "complete"],
    ),
    yuan("lead_yuan", &["F5"], "100000000"),
    yuan("key_yuan", KEY, "100000000"),
    named("packed_projects", KEY, &["parent", "children"]),
    named("phased_total", &["F7"], &["whole", "open_phases"]),
    named("level", &["F8"], &["highest", "cumulative"]),
    named(
        "finished",
        &["F10"],
        &["either", "completion", "production"],
    ),
    named(
        "buildings_by",
        &["F11", "F11_capped"],
        &["count", "floor_area"],
    ),
    named("occupied", &["F16"], &["stock", "flow"]),
    named(
        "occupancy",
        &["F17", "F18"],
        &["occupied_of_completed", "leased_of_lettable"],
    ),
    named("rate_change", &["F18"], &["points", "relative"]),
    named("progress_digits", &["F23"], &["rounded", "cut_off"]),
    named("paid_in", &["paid_in"], &["recognised", "declared"]),
];
