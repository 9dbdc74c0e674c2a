//! Other programs on the same file.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::webdriver::{by, key};

use super::window::Window;
use crate::desk::ledgers;

pub(super) fn the_command_line_and_the_window_see_each_other(window: &Window) -> Result<()> {
    window.with_nothing()?;
    window.wait(&by("new-record"))?;
    ensure!(window.count(&by("grid-row"))? == 0, "the table is empty");
    let ledger = ledgers().join("B/B_示例_签约项目台账_2023.xlsx");
    window.suoji(&["import", &ledger.to_string_lossy()])?;
    window.wait_text(&by("footer-count"), "43")?;
    window.wait_text(&by("undo"), "导入")?;
    window.suoji(&["undo"])?;
    window.wait_gone(&by("grid-row"))?;
    window.suoji(&["redo"])?;
    window.wait_text(&by("footer-count"), "43")?;

    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    window.draft("agreement_no", "2023-001")?;
    window.keys(&String::from(key::ENTER))?;
    window.until("the command line to see the edit", || {
        let told = window.suoji(&["show", "agreement", &id])?;
        Ok((told["values"]["agreement_no"] == json!("2023-001")).then_some(()))
    })
}
