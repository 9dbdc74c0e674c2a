//! One box for every record, view, action and setting.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::webdriver::{by, key};

use super::window::Window;

pub(super) fn everything_is_reached_by_keyboard(window: &Window) -> Result<()> {
    window.with_sample()?;
    open(window)?;
    window.keys("医药")?;
    window.wait_text(&format!("{} mark", by("palette-found")), "医药")?;
    let title = window.text(&format!("{} .title", by("palette-found")))?;
    window.keys(&String::from(key::ENTER))?;
    window.wait_text("h1", &title)?;
    closed(window)?;

    // What was opened stands first when nothing is typed, and what can be done has its keys.
    open(window)?;
    window.wait_text(&by("palette-recent"), &title)?;
    window.wait_text(&by("palette-record"), "上一条")?;
    window.wait(&format!("{} kbd", by("palette-go")))?;
    window.keys(&String::from(key::ESCAPE))?;
    closed(window)?;

    open(window)?;
    window.keys("深色")?;
    window.wait_text(&by("palette-setting"), "深色")?;
    window.keys(&String::from(key::ENTER))?;
    let dark = "return document.documentElement.dataset.theme === 'dark' || null";
    window.until_script("the window to be dark", dark)?;

    open(window)?;
    window.keys("没有这样的东西")?;
    window.wait(&by("palette-none"))?;
    window.keys(&String::from(key::ESCAPE))?;
    closed(window)?;
    the_sheet_lists_the_keys(window)
}

pub(super) fn everything_is_reached_by_mouse(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.click(&by("search-open"))?;
    window.wait(&by("palette-input"))?;
    window.keys("企业")?;
    window.wait_text(&by("palette-go"), "企业")?;
    window.click(&by("palette-go"))?;
    window.wait(&by("nav-enterprise"))?;
    window.until_script(
        "the ledger of enterprises",
        "return location.hash === '#/ledger/enterprise' || null",
    )?;
    closed(window)?;
    window.click(&by("nav-sheet"))?;
    window.wait(&by("shortcut-sheet"))?;
    Ok(())
}

/// Enter pressed before the answer is here opens what is found, not what stood there before.
pub(super) fn a_quick_enter_waits_for_the_answer(window: &Window) -> Result<()> {
    window.with_sample()?;
    let project = window.elsewhere(
        "records",
        json!({"kind": "project", "limit": 1, "offset": 20}),
    )?;
    let name = project["rows"][0]["values"]["name"].as_str();
    let name = name.unwrap_or_default().to_owned();
    ensure!(!name.is_empty(), "a project with a name");
    open(window)?;
    window.keys(&format!("{name}{}", key::ENTER))?;
    window.wait_text("h1", &name)
}

fn open(window: &Window) -> Result<()> {
    window.keys(&format!("{}k", key::CONTROL))?;
    window.until_script(
        "the palette's box to have the focus",
        "return document.activeElement?.dataset.testid === 'palette-input' || null",
    )?;
    Ok(())
}

fn closed(window: &Window) -> Result<()> {
    window.wait_gone(&by("palette"))
}

fn the_sheet_lists_the_keys(window: &Window) -> Result<()> {
    window.script("document.activeElement?.blur()", &[])?;
    window.keys("?")?;
    for keys in ["Ctrl", "Alt", "F2"] {
        window.wait_text(&by("shortcut-sheet"), keys)?;
    }
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_gone(&by("shortcut-sheet"))
}
