//! The numbers of the formula that are kept, and how they are changed.

use suoji_chain::Settings;
use suoji_chain::settings::SETTINGS;
use suoji_store::Desk;

use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};

/// The setting of the file under which they are kept.
const KEPT: &str = "chain_rules";

impl App {
    /// The numbers of the formula.
    pub(crate) async fn chain_rules(&self, _: Nothing) -> Result<ChainRules, Fault> {
        Ok(told(&kept(&*self.desk().await?).await?))
    }

    /// Keeps other numbers; the version grows when any changes.
    pub(crate) async fn save_chain_rules(
        &self,
        request: SaveChainRules,
    ) -> Result<ChainRules, Fault> {
        let desk = self.desk().await?;
        let before = kept(&desk).await?;
        let mut settings = before.clone();
        for (name, value) in request.values {
            if !settings.choose(&name, value) {
                return Err(no_such_rule(&name, value));
            }
        }
        if settings != before {
            settings.version = before.version + 1;
            let text = serde_json::to_string(&settings)
                .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))?;
            desk.save_setting(KEPT, &text).await?;
        }
        Ok(told(&settings))
    }
}

/// The numbers that are kept in the file.
pub(super) async fn kept(desk: &Desk) -> Result<Settings, Fault> {
    let settings = desk.settings().await?;
    // Numbers that cannot be read are those of another release: the defaults.
    let kept = settings.get(KEPT);
    Ok(kept
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default())
}

/// There is no such number, or it cannot be that; what there is is named.
fn no_such_rule(name: &str, value: f64) -> Fault {
    let known = match SETTINGS.iter().find(|setting| setting.name == name) {
        Some(setting) => format!("{} ≤ {name} ≤ {}", setting.low, setting.high),
        None => {
            let names: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).collect();
            names.join(", ")
        }
    };
    Fault::new(Code::NoSuchRule)
        .with("name", name)
        .with("value", value.to_string())
        .with("known", known)
}

fn told(settings: &Settings) -> ChainRules {
    let one = |setting: &suoji_chain::settings::Setting| ChainSetting {
        name: setting.name.to_owned(),
        value: settings.get(setting.name),
        default: setting.default,
        low: setting.low,
        high: setting.high,
    };
    ChainRules {
        version: settings.version,
        settings: SETTINGS.iter().map(one).collect(),
    }
}
