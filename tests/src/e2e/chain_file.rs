//! A whole chain as a file: changed outside the window, and brought in again.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};
use xtask::webdriver::{by, key};

use super::plain::check_themes;
use super::window::Window;

/// A broken file writes nothing; a good one says what would change, is written and taken back.
pub(super) fn a_chain_file_comes_in_and_goes_back(window: &Window) -> Result<()> {
    window.with_nothing()?;
    let told = window.elsewhere(
        "chain_export",
        json!({"chain": "elevator", "format": "json"}),
    )?;
    let data = told["files"][0]["data"].as_str().context("a file")?;
    let book: Json = serde_json::from_slice(&BASE64.decode(data)?)?;
    let (mut renamed, mut broken) = (book.clone(), book);
    renamed["lists"]["segment"][0]["name"] = json!("换了叫法");
    broken["lists"]["segment"][1]["parent"] = json!("nowhere");

    window.go("#/chain/elevator")?;
    window.wait(&by("map-tree"))?;
    window.click(&by("map-more"))?;
    window.click(&by("map-bring"))?;
    window.wait(&by("chain-file-dialog"))?;
    let folder = tempfile::tempdir()?;
    let choose = |name: &str, book: &Json| -> Result<()> {
        let file = folder.path().join(name);
        std::fs::write(&file, serde_json::to_vec(book)?)?;
        window.type_into(&by("chain-file-input"), &file.to_string_lossy())
    };
    choose("broken.json", &broken)?;
    window.wait_text(&by("chain-file-dialog"), "nowhere")?;
    ensure!(
        window.count(&format!("{}:disabled", by("chain-file-take")))? == 1,
        "a broken file cannot be written"
    );
    choose("renamed.json", &renamed)?;
    window.wait_text(&by("chain-file-found"), "更新 1 条")?;
    let faults = check_themes(window, "a chain file")?;
    ensure!(faults.is_empty(), "axe found:\n{}", faults.join("\n"));
    window.click(&by("chain-file-take"))?;
    window.wait_gone(&by("chain-file-dialog"))?;
    let named = || -> Result<bool> {
        let map = window.elsewhere("chain_map", json!({"chain": "elevator"}))?;
        let all = map["segments"].as_array().context("segments")?;
        Ok(all.iter().any(|one| one["name"] == "换了叫法"))
    };
    ensure!(named()?, "the new name is here");
    window.keys(&format!("{}z", key::CONTROL))?;
    window.until(
        "the old name to come back",
        || Ok((!named()?).then_some(())),
    )
}
