//! What opens over the pages: photographed for people to look at, and checked with axe.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use xtask::webdriver::{by, key};

use super::import::choose;
use super::plain::check;
use super::window::Window;

/// Opens one thing; the record is an agreement.
type Open = fn(&Window, record: &str) -> Result<()>;

/// A name, what opens it, and what is then there.
const OPENED: [(&str, Open, &str); 15] = [
    ("palette", palette, "palette"),
    ("shortcuts", shortcuts, "shortcut-sheet"),
    ("new-record", new_record, "new-save"),
    ("filter", filter, "filter-form"),
    ("columns", columns, "column-chooser"),
    ("clash", clash, "clash"),
    ("rule", rule, "adopt-threshold-exclusive"),
    ("rules", rules, "rule-setting-threshold"),
    ("frozen", frozen, "freeze"),
    ("segment-filter", segment_filter, "within-apply"),
    ("map-override", map_override, "judge-reason"),
    ("map-compare", map_compare, "compare-table"),
    ("map-rules", map_rules, "rules-version"),
    ("map-local", map_local, "local-needs"),
    ("import-preview", import_preview, "import-counts"),
];

pub(super) fn what_opens_is_photographed_and_accessible(window: &Window) -> Result<()> {
    window.with_sample()?;
    let record = window.one_in_the_bin()?;
    let mut found = Vec::new();
    for language in ["zh-CN", "en"] {
        for theme in ["light", "dark"] {
            window.choose(language, theme)?;
            for (name, open, there) in OPENED {
                open(window, &record)?;
                window.wait(&by(there))?;
                window.wait_gone("[data-testid^=\"notice-\"]")?;
                window.still()?;
                window.picture(&format!("opened-{name}-{theme}-{language}"))?;
                found.extend(check(window, &format!("{name} {language} {theme}"))?);
                if name != "import-preview" {
                    close(window, there)?;
                }
            }
        }
    }
    ensure!(found.is_empty(), "axe found:\n{}", found.join("\n"));
    Ok(())
}

/// Closes what is open; a list of suggestions over it closes first.
fn close(window: &Window, there: &str) -> Result<()> {
    window.until("it to close", || {
        window.keys(&String::from(key::ESCAPE))?;
        Ok((window.count(&by(there))? == 0).then_some(()))
    })
}

/// The ledger of agreements, with nothing open over it.
fn ledger(window: &Window) -> Result<()> {
    window.go("#/ledger/agreement")?;
    window.wait(&by("cell-contract_capital"))?;
    Ok(())
}

fn palette(window: &Window, _: &str) -> Result<()> {
    ledger(window)?;
    window.keys(&format!("{}k", key::CONTROL))
}

fn shortcuts(window: &Window, _: &str) -> Result<()> {
    window.click(&by("nav-sheet"))
}

fn new_record(window: &Window, _: &str) -> Result<()> {
    ledger(window)?;
    window.click(&by("new-record"))
}

fn filter(window: &Window, _: &str) -> Result<()> {
    ledger(window)?;
    window.click(&by("filter-contract_capital"))
}

fn columns(window: &Window, _: &str) -> Result<()> {
    ledger(window)?;
    window.click(&by("columns"))
}

/// Somebody else changes the field that is being filled in.
fn clash(window: &Window, record: &str) -> Result<()> {
    window.go(&format!("#/record/agreement/{record}"))?;
    window.draft("agreement_no", "2023-07")?;
    let now = window.elsewhere("record", json!({"kind": "agreement", "id": record}))?;
    let theirs = format!("HT-{}", now["version"]);
    let request = json!({"kind": "agreement", "id": record, "seen": now["version"],
        "values": {"agreement_no": theirs}});
    window.elsewhere("edit_record", request)?;
    window.wait_text(&by("history-entry"), &theirs)?;
    window.keys(&String::from(key::ENTER))
}

fn figures(window: &Window) -> Result<()> {
    window.go("#/figures/2023")?;
    window.wait(".plot svg")?;
    Ok(())
}

fn rule(window: &Window, _: &str) -> Result<()> {
    figures(window)?;
    window.click(&by("rule-F3"))
}

fn rules(window: &Window, _: &str) -> Result<()> {
    figures(window)?;
    window.click(&by("figures-rules"))
}

fn frozen(window: &Window, _: &str) -> Result<()> {
    figures(window)?;
    window.click(&by("figures-frozen"))
}

fn segment_filter(window: &Window, _: &str) -> Result<()> {
    ledger(window)?;
    window.click(&by("segment-filter"))
}

/// The map of elevator parts, at its widest gap, with the keyboard.
fn gap(window: &Window) -> Result<()> {
    window.go("#/chain/elevator")?;
    window.wait(&by("map-tree"))?;
    window.until_script(
        "the map to have the keyboard",
        "document.querySelector('[data-testid=map-tree]')?.focus(); \
         return document.activeElement?.dataset.testid === 'map-tree' || null",
    )?;
    window.keys("g")?;
    window.wait(&by("targets-compare"))?;
    Ok(())
}

fn map_override(window: &Window, _: &str) -> Result<()> {
    gap(window)?;
    window.click(&by("judge-open"))
}

fn map_compare(window: &Window, _: &str) -> Result<()> {
    gap(window)?;
    window.click(&by("targets-compare"))
}

fn map_rules(window: &Window, _: &str) -> Result<()> {
    gap(window)?;
    window.click(&by("score-why"))?;
    window.click(&by("score-rules"))
}

/// What a firm of ours needs, from its record.
fn map_local(window: &Window, _: &str) -> Result<()> {
    let filters = json!([{"field": "is_local", "op": "is", "value": true}]);
    let request = json!({"kind": "enterprise", "filters": filters, "limit": 200});
    let page = window.elsewhere("records", request)?;
    let rows = page["rows"].as_array().context("local firms")?;
    for row in rows {
        let about = window.elsewhere("chain_local", json!({"enterprise": row["id"]}))?;
        if about["needs"].as_array().is_some_and(|all| !all.is_empty()) {
            let id = row["id"].as_str().context("an id")?;
            window.go(&format!("#/record/enterprise/{id}"))?;
            return window.click(&by("record-local"));
        }
    }
    anyhow::bail!("no local firm needs anything")
}

fn import_preview(window: &Window, _: &str) -> Result<()> {
    choose(window)
}
