//! Pictures of every page, for people to look at.

use anyhow::Result;
use serde_json::json;
use xtask::webdriver::by;

use super::pages::PAGES;
use super::window::{Host, Window};

const SIZES: [(i64, i64); 2] = [(1280, 800), (1920, 1080)];

pub(super) fn every_page_is_photographed(window: &Window) -> Result<()> {
    let sizes: &[(i64, i64)] = match window.host {
        Host::Desktop => &SIZES[..1],
        Host::Chromium => &SIZES,
    };
    gate(window, "gate", sizes)?;
    window.click(&by("gate-create"))?;
    window.wait(&by("gate-sample"))?;
    gate(window, "gate-empty", sizes)?;
    window.click(&by("gate-sample"))?;
    window.wait_text(&by("footer-count"), "43")?;
    let id = window.one_in_the_bin()?;
    for &(width, height) in sizes {
        window.resize(width, height)?;
        for language in ["zh-CN", "en"] {
            for theme in ["light", "dark"] {
                window.choose(language, theme)?;
                for page in PAGES {
                    window.go_to(page, &id)?;
                    let name = format!("{}-{width}x{height}-{theme}-{language}", page.0);
                    window.still()?;
                    window.picture(&name)?;
                }
            }
        }
    }
    Ok(())
}

fn gate(window: &Window, name: &str, sizes: &[(i64, i64)]) -> Result<()> {
    for language in ["en", "zh-CN"] {
        window.click(&by(&format!("gate-language-{language}")))?;
        for &(width, height) in sizes {
            window.resize(width, height)?;
            window.picture(&format!("{name}-{width}x{height}-light-{language}"))?;
        }
    }
    Ok(())
}

impl Window {
    /// Puts an agreement into the bin, so that the bin shows one, and returns the
    /// id of another that has a short history.
    pub(super) fn one_in_the_bin(&self) -> Result<String> {
        let last = self.first_agreement()?;
        let request = json!({"kind": "agreement", "id": last["id"], "seen": last["version"]});
        self.elsewhere("delete_record", request)?;
        self.wait_text(&by("footer-count"), "42")?;
        let id = self.first_id()?;
        let record = self.elsewhere("record", json!({"kind": "agreement", "id": id}))?;
        let amount = json!({"amount": "123450000.00", "currency": "CNY"});
        let request = json!({"kind": "agreement", "id": id, "seen": record["version"],
            "values": {"contract_total": amount}});
        self.elsewhere("edit_record", request)?;
        Ok(id)
    }
}
