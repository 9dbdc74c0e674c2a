//! A list handed in on a superior's form, learned from the form itself.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::webdriver::by;

use super::plain::check_themes;
use super::window::Window;
use crate::desk::ledgers;

/// The headings that the sheet shows, as texts one after another.
const HEADS: &str = "return [...document.querySelectorAll('[data-testid=\"export-head\"]')]\
    .map((head) => head.textContent.trim()).join('|')";

/// The key of the arrow down, as WebDriver names it.
const DOWN: &str = "\u{e015}";

/// What stands in an input.
fn value(window: &Window, name: &str) -> Result<String> {
    window.wait(&by(name))?;
    let told = window.script(
        "return document.querySelector(arguments[0]).value",
        &[json!(by(name))],
    )?;
    Ok(told.as_str().unwrap_or_default().to_owned())
}

pub(super) fn a_superiors_form_is_learned_and_filled(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.click(&by("export"))?;
    window.click(&by("export-form"))?;
    window.wait(&by("export-sheet"))?;
    window.wait_text(&by("export-rows"), "43")?;
    let mut found = check_themes(window, "the list as it is shown")?;

    let form = ledgers()
        .join("A/A_签约项目台账_2023.xlsx")
        .canonicalize()?;
    window.type_into(&by("export-learn"), &form.to_string_lossy())?;
    window.wait(&by("form-edit"))?;
    found.extend(check_themes(window, "a form under edit")?);
    window.picture("export-form-edit")?;
    ensure!(value(window, "form-title")?.contains("{year}年"));
    // The second column moves down by keyboard, and its heading with it.
    let second = value(window, "form-head-1-0")?;
    let grip = "document.querySelector(arguments[0]).focus()";
    window.script(grip, &[json!(by("form-grip-1"))])?;
    window.keys(DOWN)?;
    ensure!(value(window, "form-head-2-0")? == second);
    window.replace(&by("form-head-2-0"), "编号")?;
    window.replace(&by("export-name"), "市里的表")?;
    window.click(&by("export-keep"))?;

    window.wait_text(&by("export-style"), "市里的表")?;
    window.until("the headings of the form", || {
        let heads = window.script(HEADS, &[])?;
        let heads = heads.as_str().unwrap_or_default();
        let in_order = heads.find("项目名称") < heads.find("编号");
        Ok((heads.contains("合同额（亿元）") && in_order).then_some(()))
    })?;
    window.picture("export-on-form")?;
    found.extend(check_themes(window, "the list on the form")?);
    ensure!(found.is_empty(), "axe found:\n{}", found.join("\n"));
    window.click(&by("export-run"))?;
    window.wait_gone(&by("export-dialog"))?;

    // The command line finds the same form.
    let kept = window.suoji(&["template", "市里的表"])?;
    ensure!(kept["kind"] == "agreement", "{kept}");
    ensure!(
        kept["form"]["columns"][2]["heads"][0] == json!("编号"),
        "{kept}"
    );
    let out = window.path().with_file_name("市里的表.xlsx");
    let out = out.to_string_lossy();
    let done = window.suoji(&["export", "--template", "市里的表", "--out", &out])?;
    ensure!(done["rows"] == 43, "{done}");
    Ok(())
}
