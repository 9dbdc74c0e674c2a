//! The figures' page: readings, plots that open their rows, and periods that stay as they were.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use xtask::webdriver::{by, key};

use super::pages::TRUTH;
use super::window::{Host, Window};

/// A figure under another reading is one press away, and so is the way back.
pub(super) fn a_figure_says_how_it_is_counted(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.wait_figures(TRUTH)?;
    window.click(&by("rule-F3"))?;
    let without = by("adopt-threshold-exclusive");
    window.wait(&without)?;
    window.click(&without)?;
    let shown = format!("{} .number", by("open-F3"));
    window.wait_text(&shown, "24")?;
    let told = window.suoji(&["figures", "--year", "2023"])?;
    ensure!(told["F3"]["value"] == 24, "every host counts so: {told}");
    window.keys(&String::from(key::ESCAPE))?;
    window.click(&by("figures-rules"))?;
    window.click(&by("rule-setting-threshold"))?;
    window.click(&by("rule-setting-threshold-inclusive"))?;
    window.until("the reading to be kept", || {
        let told = window.suoji(&["figures", "--year", "2023"])?;
        Ok((told["F3"]["value"] == 25).then_some(()))
    })?;
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_gone(&by("rules"))?;
    window.wait_figures(TRUTH)
}

/// A mark of a plot opens its rows by keyboard, a line of its table by mouse.
pub(super) fn a_plot_opens_its_rows(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.wait_figures(TRUTH)?;
    let panel = by("by-F1-month");
    window.click(&by("view-F1-month"))?;
    let january = format!("{panel} {}", by("part-1"));
    let beside = "return document.querySelector(arguments[0]).closest('tr').cells[1].textContent";
    window.wait(&january)?;
    let count = window.script(beside, &[json!(january)])?;
    let count = count.as_str().context("a count")?.to_owned();
    window.click(&by("view-F1-month"))?;
    window.wait(&format!("{panel} svg"))?;
    window.script(
        "document.querySelector(arguments[0]).focus()",
        &[json!(format!("{panel} [data-testid=plot]"))],
    )?;
    window.keys(&String::from(key::ENTER))?;
    window.wait_text(&by("figure-chip"), "2023")?;
    window.wait_text(&by("footer-count"), &count)?;

    window.wait_figures(TRUTH)?;
    // The page scrolls, never the frame around it.
    let more = "const all = document.documentElement; return all.scrollHeight - all.clientHeight";
    ensure!(window.script(more, &[])? == 0, "the window itself scrolls");
    window.click(&by("copy-F1-month"))?;
    window.wait(&by("notice-done"))?;
    window.click(&by("view-F1-month"))?;
    window.click(&january)?;
    window.wait_text(&by("footer-count"), &count)?;
    if window.host == Host::Chromium {
        on_paper(window)?;
    }
    Ok(())
}

/// The page prints on a few sheets, without the frame around it.
fn on_paper(window: &Window) -> Result<()> {
    window.wait_figures(TRUTH)?;
    let paper = window.ask("POST", "/print", Some(&json!({"orientation": "landscape"})))?;
    let length = paper.as_str().map_or(0, str::len);
    ensure!(
        length > 20_000,
        "a sheet with figures, not {length} letters"
    );
    Ok(())
}

/// A year counts through any of its months, and so do its rows and its change.
pub(super) fn a_year_counts_through_a_month(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.wait_figures(TRUTH)?;
    let told = window.suoji(&["figures", "--year", "2023", "--through", "10"])?;
    let count = told["F1"]["value"].to_string();
    ensure!(count != TRUTH[0], "something was signed after October");
    window.click(&by("figures-through"))?;
    window.click(&by("figures-through-10"))?;
    window.wait_text(&format!("{} .number", by("open-F1")), &count)?;
    window.click(&by("figures-compare"))?;
    window.wait_text(&by("compare"), "2022年1月至10月")?;
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_gone(&by("compare"))?;
    window.click(&by("open-F1"))?;
    window.wait_text(&by("figure-chip"), "2023年1月至10月")?;
    window.wait_text(&by("footer-count"), &count)
}

/// What was frozen stays, and what came later is told apart.
pub(super) fn a_frozen_year_shows_what_came_later(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.wait_figures(TRUTH)?;
    window.click(&by("figures-frozen"))?;
    window.click(&by("freeze"))?;
    window.wait(&by("frozen-same"))?;
    window.keys(&String::from(key::ESCAPE))?;
    let record = window.first_agreement()?;
    let amount = json!({"amount": "900000000.00", "currency": "CNY"});
    let request = json!({"kind": "agreement", "id": record["id"], "seen": record["version"],
        "values": {"contract_capital": amount}});
    window.elsewhere("edit_record", request)?;
    window.wait_text(&format!("{} .number", by("open-F4")), "2")?;
    window.click(&by("figures-frozen"))?;
    let line = by("frozen-F4");
    window.wait_text(&line, "3")?;
    window.click(&format!("{line} a"))?;
    window.wait_text(&by("footer-count"), "1")
}
