//! The ways about the product that several stories take.

use anyhow::{Context as _, Result};
use serde_json::{Value as Json, json};
use xtask::webdriver::by;

use super::window::Window;

/// The four figures of 2023 in the sample and in ledger B, as they are shown.
pub(super) const TRUTH: [&str; 4] = ["37", "105.11", "25", "3"];

/// Every page behind the gate: a name, its address, and what shows that it is there.
pub(super) const PAGES: [(&str, &str, &str); 14] = [
    ("ledger", "#/ledger/agreement", "cell-contract_capital"),
    ("projects", "#/ledger/project", "cell-name"),
    ("record", "", "history-entry"),
    ("figures", "#/figures/2023", "figure-F4"),
    ("chain", "#/chain/elevator", "map-tree"),
    ("chain-growth", "#/chain/elevator/growth", "growth"),
    ("chain-backtest", "#/chain/elevator/backtest", "backtest"),
    ("place", "#/place", "place-input"),
    ("trips", "#/trips", "trip-first"),
    ("atlas", "#/atlas", "atlas-same"),
    ("import", "#/import", "import-input"),
    ("bin", "#/bin", "bin-row"),
    ("settings", "#/settings", "verify"),
    ("kit", "#/kit", "kit-tip"),
];

impl Window {
    /// Makes the file and starts without records.
    pub(super) fn with_nothing(&self) -> Result<()> {
        self.click(&by("gate-create"))?;
        self.click(&by("gate-enter"))?;
        self.wait(&by("nav-agreement"))?;
        Ok(())
    }

    /// Makes the file and loads the sample zone.
    pub(super) fn with_sample(&self) -> Result<()> {
        self.click(&by("gate-create"))?;
        self.click(&by("gate-sample"))?;
        self.wait_text(&by("footer-count"), "43")
    }

    /// Goes to an address within the pages.
    pub(super) fn go(&self, hash: &str) -> Result<()> {
        self.script("location.hash = arguments[0]", &[json!(hash)])?;
        Ok(())
    }

    /// Goes to one of [`PAGES`] and waits for it; `record` is the id of an agreement.
    pub(super) fn go_to(&self, page: (&str, &str, &str), record: &str) -> Result<()> {
        match page {
            ("record", ..) => self.go(&format!("#/record/agreement/{record}"))?,
            (_, hash, _) => self.go(hash)?,
        }
        self.wait(&by(page.2))?;
        // No page is half drawn, and no notice of an earlier step lies over it.
        // The sheet of parts shows busy buttons, and means it.
        let busy = "[aria-busy=\"true\"]:not([data-testid=\"kit\"] *)";
        self.wait_gone(&format!("{busy}, [data-testid^=\"notice-\"]"))?;
        if page.0 == "figures" {
            self.wait(".plot svg")?;
        }
        Ok(())
    }

    /// Waits until the figures' page shows these.
    pub(super) fn wait_figures(&self, wanted: [&str; 4]) -> Result<()> {
        self.click(&by("nav-figures"))?;
        for (at, number) in wanted.iter().enumerate() {
            let shown = format!("{} .number", by(&format!("open-F{}", at + 1)));
            self.until(&format!("F{} to be {number}", at + 1), || {
                Ok((self.text(&shown)? == *number).then_some(()))
            })?;
        }
        Ok(())
    }

    /// Types into the field of a record's form, over what is there, without leaving it.
    pub(super) fn draft(&self, field: &str, text: &str) -> Result<()> {
        self.click(&format!("{} input", by(&format!("field-{field}"))))?;
        self.script("document.activeElement.select()", &[])?;
        self.keys(text)
    }

    /// What the field of a record's form shows.
    pub(super) fn shown(&self, field: &str) -> Result<String> {
        let selector = format!("{} input", by(&format!("field-{field}")));
        self.wait(&selector)?;
        let script = "return document.querySelector(arguments[0])?.value";
        let told = self.script(script, &[json!(selector)])?;
        Ok(told.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the field of a record's form shows this.
    pub(super) fn wait_shown(&self, field: &str, text: &str) -> Result<()> {
        self.until(&format!("{field} to show “{text}”"), || {
            Ok((self.shown(field)? == text).then_some(()))
        })
    }

    /// The first agreement, as another program reads it.
    pub(super) fn first_agreement(&self) -> Result<Json> {
        let request = json!({"kind": "agreement", "limit": 1, "sort": [
            {"field": "contract_capital", "descending": true}]});
        let page = self.elsewhere("records", request)?;
        Ok(page["rows"][0].clone())
    }

    /// The id of the first agreement.
    pub(super) fn first_id(&self) -> Result<String> {
        let id = self.first_agreement()?["id"].as_str().map(str::to_owned);
        id.context("an agreement")
    }

    /// Chooses language and theme on the settings page.
    pub(super) fn choose(&self, language: &str, theme: &str) -> Result<()> {
        self.go("#/settings")?;
        self.click(&by(&format!("setting-language-{language}")))?;
        self.click(&by(&format!("setting-theme-{theme}")))?;
        let script = format!(
            "const all = document.documentElement; \
             return all.lang === '{language}' && all.dataset.theme === '{theme}' || null"
        );
        self.until_script("language and theme to be taken", &script)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::PAGES;

    /// Briefing sheets need a trip: the story that makes one looks at them.
    const IN_A_STORY: [&str; 1] = ["brief"];

    #[test]
    fn every_route_is_among_the_pages() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/data/route.ts");
        let text = std::fs::read_to_string(file).expect("the routes");
        let (_, routes) = text.split_once("export type Route").expect("the type");
        let (routes, _) = routes.split_once("\n\n").expect("its end");
        let named = routes.split("page: '").skip(1);
        let named: BTreeSet<_> = named.filter_map(|rest| rest.split('\'').next()).collect();
        let seen = PAGES.iter().map(|(name, address, _)| {
            let address = address.trim_start_matches("#/");
            let page = address.split('/').next().unwrap_or_default();
            if page.is_empty() { *name } else { page }
        });
        let seen: BTreeSet<_> = seen.chain(IN_A_STORY).collect();
        assert_eq!(named, seen);
    }
}
