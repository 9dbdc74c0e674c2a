//! Language, theme, density and motion.

use anyhow::{Context as _, Result, ensure};
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

/// Rows come closer and nothing moves, also after a reload and in the table.
pub(super) fn density_and_motion_last(window: &Window) -> Result<()> {
    window.with_sample()?;
    let wide = row_height(window)?;
    window.go("#/settings")?;
    window.click(&by("setting-density-compact"))?;
    window.click(&by("setting-still"))?;
    window.reload()?;
    window.go("#/ledger/agreement")?;
    window.wait(&by("grid-row"))?;
    let close = row_height(window)?;
    ensure!(close < wide, "rows of {close} instead of {wide}");
    ensure!(window.attribute("html", "data-motion")? == "off");
    let moves = "return getComputedStyle(document.querySelector('[data-testid=new-record]'))\
        .transitionDuration.split(', ').every((one) => one === '0s')";
    ensure!(window.script(moves, &[])? == Json::Bool(true), "it moves");
    Ok(())
}

fn row_height(window: &Window) -> Result<i64> {
    window.wait(&by("grid-row"))?;
    let script = "return document.querySelector('[data-testid=grid-row]').offsetHeight";
    let height = window.script(script, &[])?;
    height.as_i64().context("a height")
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
