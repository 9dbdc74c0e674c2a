//! The rules that are kept, and how they are changed.

use std::collections::BTreeMap;

use suoji_model::rule::{Readings, Rules, SETTINGS, Setting};
use suoji_store::Desk;

use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};

/// The setting of the file under which the rules are kept.
const KEPT: &str = "rules";

impl App {
    /// The rules that are kept, and everything that may be chosen.
    pub(crate) async fn rules(&self, _: Nothing) -> Result<RuleBook, Fault> {
        let rules = kept(&*self.desk().await?).await?;
        Ok(book(&rules))
    }

    /// Keeps other readings; the version grows when any changes.
    pub(crate) async fn save_rules(&self, request: SaveRules) -> Result<RuleBook, Fault> {
        let desk = self.desk().await?;
        let before = kept(&desk).await?;
        let mut rules = with(&before, Some(request.rule))?;
        if rules != before {
            rules.version = before.version + 1;
            let text = serde_json::to_string(&rules)
                .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))?;
            desk.save_setting(KEPT, &text).await?;
        }
        Ok(book(&rules))
    }
}

/// The rules that are kept in the file.
pub(super) async fn kept(desk: &Desk) -> Result<Rules, Fault> {
    let settings = desk.settings().await?;
    // Rules that cannot be read are those of another release: the defaults.
    let kept = settings.get(KEPT);
    Ok(kept
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default())
}

/// The rules with other readings.
pub(super) fn with(kept: &Rules, chosen: Option<BTreeMap<String, String>>) -> Result<Rules, Fault> {
    let mut rules = kept.clone();
    for (name, reading) in chosen.into_iter().flatten() {
        if rules.choose(&name, &reading).is_err() {
            return Err(no_such_rule(&name, &reading));
        }
    }
    Ok(rules)
}

/// There is no such setting, or it cannot read so; what there is is named.
fn no_such_rule(name: &str, reading: &str) -> Fault {
    let known = match Setting::find(name).map(|setting| setting.readings) {
        None => {
            let names: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).collect();
            names.join(", ")
        }
        Some(Readings::Named(names)) => format!("{name} = {}", names.join(", ")),
        Some(Readings::Yuan(_)) => format!("{name} ≥ 1"),
    };
    Fault::new(Code::NoSuchRule)
        .with("name", name)
        .with("value", reading)
        .with("known", known)
}

/// The rules as a figure shows them.
pub(super) fn info(rules: &Rules, kept: &Rules) -> RuleInfo {
    let settings = rules.all();
    let changed = settings
        .iter()
        .filter(|(name, reading)| kept.reading(name) != reading.as_str())
        .map(|(name, _)| (*name).to_owned())
        .collect();
    let unusual = rules.chosen.keys().cloned().collect();
    RuleInfo {
        name: "zone".to_owned(),
        version: rules.version,
        settings: settings
            .into_iter()
            .map(|(name, reading)| (name.to_owned(), reading))
            .collect(),
        changed,
        unusual,
    }
}

fn book(rules: &Rules) -> RuleBook {
    let settings = SETTINGS.iter().map(|setting| SettingInfo {
        name: setting.name.to_owned(),
        figures: setting.figures.iter().map(|id| (*id).to_owned()).collect(),
        readings: match setting.readings {
            Readings::Named(names) => names.iter().map(|name| (*name).to_owned()).collect(),
            Readings::Yuan(_) => Vec::new(),
        },
        default: setting.readings.default().to_owned(),
        reading: rules.reading(setting.name).to_owned(),
    });
    RuleBook {
        version: rules.version,
        settings: settings.collect(),
    }
}
