//! Feeling safe: backups that are tried, a passphrase, and the bin.

use std::fs::OpenOptions;

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::webdriver::{by, key};

use super::window::Window;

pub(super) fn a_backup_is_written_and_rehearsed(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.go("#/settings/backups")?;
    window.wait_text(&by("safety-last_backup"), "从未备份")?;
    window.click(&by("backup"))?;
    window.wait(&by("backup-done"))?;
    window.wait_text(&by("safety-last_backup"), "刚刚")?;
    window.wait_text(&by("safety-rehearsal"), "未演练")?;
    window.click(&by("backup-rehearse"))?;
    window.click(&by("rehearse-run"))?;
    let ok = window.attribute(&by("rehearsal"), "data-ok")?;
    ensure!(ok == "true", "the backup can be restored");
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_text(&by("safety-rehearsal"), "刚刚")?;
    let record = window.suoji(&["list", "agreement"])?;
    ensure!(record["total"] == 43, "the file itself is not touched");
    Ok(())
}

/// The page that says that the file is damaged is the way to its backups, too.
pub(super) fn a_damaged_file_is_restored_at_the_gate(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.elsewhere("backup", json!({}))?;
    let window = window.again_after(|db| {
        let file = OpenOptions::new().write(true).open(db)?;
        Ok(file.set_len(200 << 10)?)
    })?;
    window.wait("[role=alert]")?;
    window.click(&by("gate-restore"))?;
    window.picture("gate-restore")?;
    window.click(&by("gate-restore-run"))?;
    window.wait_gone(&by("gate-restore-run"))?;
    window.go("#/ledger/agreement")?;
    window.wait_text(&by("footer-count"), "43")
}

/// What is mistyped is told in words, and closes nothing.
pub(super) fn a_passphrase_is_set_and_taken_back(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.go("#/settings/passphrase")?;
    // What comes later above moves the page: a click before would miss.
    window.wait_text(&by("safety-encryption"), "未加密")?;
    window.click(&by("passphrase-set"))?;
    window.type_into(&by("passphrase-new"), "一二三四")?;
    window.type_into(&by("passphrase-again"), "一二三五")?;
    window.click(&by("passphrase-run"))?;
    window.wait_text("[role=dialog] [role=alert]", "不一样")?;
    window.replace(&by("passphrase-again"), "一二三四")?;
    window.click(&by("passphrase-run"))?;
    window.wait(&by("passphrase-remove"))?;
    window.wait(&by("key-store"))?;
    window.wait_text(&by("safety-encryption"), "已加密")?;

    window.click(&by("passphrase-remove"))?;
    window.type_into(&by("passphrase-old"), "错了")?;
    window.click(&by("passphrase-run"))?;
    window.wait_text("[role=dialog] [role=alert]", "口令不对")?;
    window.replace(&by("passphrase-old"), "一二三四")?;
    window.click(&by("passphrase-run"))?;
    window.wait(&by("passphrase-set"))?;
    Ok(())
}

pub(super) fn what_was_deleted_comes_back_from_the_bin(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    let note = json!({"kind": "agreement", "id": id, "text": "删掉的批注", "mentions": []});
    window.elsewhere("add_note", note)?;
    window.go(&format!("#/record/agreement/{id}"))?;
    window.click(&by("side-notes"))?;
    window.click(&by("note-drop"))?;
    window.wait_gone(&by("note"))?;
    window.wait_gone("[data-testid^=\"notice-\"]")?;
    window.click(&by("record-delete"))?;
    window.wait_text(&by("record-place"), "42")?;
    window.go("#/bin")?;
    window.until("both to lie in the bin", || {
        Ok((window.count(&by("bin-row"))? == 2).then_some(()))
    })?;
    for left in [1, 0] {
        window.click(&by("bin-restore"))?;
        window.until("it to leave the bin", || {
            Ok((window.count(&by("bin-row"))? == left).then_some(()))
        })?;
    }
    window.go(&format!("#/record/agreement/{id}"))?;
    window.click(&by("side-notes"))?;
    window.wait_text(&by("note"), "删掉的批注")
}
