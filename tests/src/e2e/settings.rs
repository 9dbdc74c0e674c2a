//! Language and theme.

use anyhow::{Result, ensure};
use serde_json::Value as Json;
use xtask::webdriver::by;

use super::window::Window;

pub(super) fn language_and_theme_last(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.choose("zh-CN", "light")?;
    window.wait_text(&by("nav-agreement"), "协议")?;
    let light = ground(window)?;

    window.choose("en", "dark")?;
    in_english_and_dark(window, &light)?;
    window.reload()?;
    in_english_and_dark(window, &light)?;

    window.choose("zh-CN", "light")?;
    window.wait_text(&by("nav-agreement"), "协议")?;
    ensure!(ground(window)? == light, "the light ground comes back");
    Ok(())
}

fn in_english_and_dark(window: &Window, light: &Json) -> Result<()> {
    window.wait_text(&by("nav-agreement"), "Agreement")?;
    ensure!(window.attribute("html", "lang")? == "en");
    ensure!(ground(window)? != *light, "the ground is another");
    Ok(())
}

fn ground(window: &Window) -> Result<Json> {
    window.script(
        "return getComputedStyle(document.body).backgroundColor",
        &[],
    )
}
