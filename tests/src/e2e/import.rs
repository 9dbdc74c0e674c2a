//! The zone's own ledger, through the file box.

use anyhow::Result;
use xtask::webdriver::by;

use super::pages::TRUTH;
use super::window::Window;
use crate::desk::ledgers;

pub(super) fn a_ledger_goes_in_once(window: &Window) -> Result<()> {
    window.with_nothing()?;
    choose(window)?;
    window.wait_text(&by("import-created"), "43")?;
    window.click(&by("import-run"))?;
    window.wait(&by("import-done"))?;
    window.wait_text(&by("import-created"), "43")?;
    window.wait_figures(TRUTH)?;

    choose(window)?;
    window.wait_text(&by("import-unchanged"), "43")?;
    window.wait_text(&by("import-created"), "0")?;
    window.click(&by("import-run"))?;
    window.wait(&by("import-done"))?;
    window.wait_text(&by("import-unchanged"), "43")?;
    window.wait_figures(TRUTH)
}

pub(super) fn choose(window: &Window) -> Result<()> {
    window.click(&by("nav-import"))?;
    let file = ledgers().join("B/B_示例_签约项目台账_2023.xlsx");
    let file = file.canonicalize()?;
    window.type_into(&by("import-input"), &file.to_string_lossy())
}
