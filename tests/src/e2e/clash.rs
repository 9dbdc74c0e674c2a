//! Two programs change one field; nothing is overwritten unseen.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::webdriver::{by, key};

use super::window::Window;

const FIELD: &str = "agreement_no";

pub(super) fn two_edits_meet(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    window.draft(FIELD, "OURS-1")?;
    change_elsewhere(window, &id, "THEIRS-1")?;
    window.keys(&String::from(key::ENTER))?;
    both_are_shown(window, "OURS-1", "THEIRS-1")?;
    window.click(&by("clash-theirs"))?;
    window.wait_gone(&by("clash"))?;
    window.wait_shown(FIELD, "THEIRS-1")?;

    window.draft(FIELD, "OURS-2")?;
    change_elsewhere(window, &id, "THEIRS-2")?;
    window.keys(&String::from(key::ENTER))?;
    both_are_shown(window, "OURS-2", "THEIRS-2")?;
    window.click(&by("clash-mine"))?;
    window.wait_gone(&by("clash"))?;
    window.wait_shown(FIELD, "OURS-2")?;
    window.until("the file to have ours", || {
        let told = window.suoji(&["show", "agreement", &id])?;
        Ok((told["values"][FIELD] == "OURS-2").then_some(()))
    })?;
    only_looking_writes_nothing(window, &id)
}

/// Who only stood in a field while it changed does not write the old value back.
fn only_looking_writes_nothing(window: &Window, id: &str) -> Result<()> {
    let field = format!("{} input", by(&format!("field-{FIELD}")));
    window.click(&field)?;
    change_elsewhere(window, id, "THEIRS-3")?;
    window.keys(&String::from(key::TAB))?;
    window.wait_shown(FIELD, "THEIRS-3")?;
    ensure!(
        window.count(&by("clash"))? == 0,
        "there is nothing to settle"
    );
    Ok(())
}

/// Another program writes the field, and the window has heard of it.
fn change_elsewhere(window: &Window, id: &str, text: &str) -> Result<()> {
    let entries = window.count(&by("history-entry"))?;
    let record = window.elsewhere("record", json!({"kind": "agreement", "id": id}))?;
    let request = json!({"kind": "agreement", "id": id, "seen": record["version"],
        "values": {FIELD: text}});
    window.elsewhere("edit_record", request)?;
    window.until("the history to have the other change", || {
        Ok((window.count(&by("history-entry"))? > entries).then_some(()))
    })
}

fn both_are_shown(window: &Window, ours: &str, theirs: &str) -> Result<()> {
    window.wait_text(&by("clash"), ours)?;
    window.wait_text(&by("clash"), theirs)
}
