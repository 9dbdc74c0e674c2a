//! An amount changes in the table, by keyboard alone, and the year's figures follow.

use anyhow::{Context as _, Result, ensure};
use xtask::webdriver::{by, key};

use super::pages::TRUTH;
use super::window::Window;

pub(super) fn an_amount_is_edited_by_keyboard_and_undone(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.wait_figures(TRUTH)?;
    window.click(&by("open-F4"))?;
    window.wait_text(&by("footer-count"), "3")?;
    to_column(window, "contract_capital")?;
    // In the column's unit, 万元: 9亿, below the line that F4 draws.
    window.keys("90000")?;
    window.keys(&String::from(key::ENTER))?;
    window.wait_text(&by("footer-count"), "2")?;

    let total = total(window)?;
    let after = ["37", total.as_str(), "25", "2"];
    window.wait_figures(after)?;
    window.wait_text(&by("undo"), "合同利用资金")?;
    window.keys(&format!("{}z", key::CONTROL))?;
    window.wait_figures(TRUTH)?;

    window.click(&by("redo"))?;
    window.wait_figures(after)?;
    window.keys(&format!("{}z", key::CONTROL))?;
    window.wait_figures(TRUTH)?;
    window.keys(&format!("{}y", key::CONTROL))?;
    window.wait_figures(after)?;
    window.click(&by("undo"))?;
    window.wait_figures(TRUTH)
}

/// Moves the table's mark to a column, from wherever it is.
fn to_column(window: &Window, field: &str) -> Result<()> {
    let head = format!(
        "[role=\"columnheader\"]:has({})",
        by(&format!("sort-{field}"))
    );
    let column: usize = window.attribute(&head, "aria-colindex")?.parse()?;
    window.until("the table to have the focus", || {
        let script = "return document.activeElement?.dataset.testid === 'grid-input' || null";
        eprintln!(
            "{:?} {:?}",
            window.script("return document.activeElement.outerHTML.slice(0,300)", &[])?,
            window.script("return [document.hasFocus(), performance.now()]", &[])?
        );
        Ok(window.script(script, &[])?.as_bool())
    })?;
    window.keys("\u{e011}")?;
    // The first column holds the rows' numbers; the mark is never there.
    window.keys(&String::from(key::RIGHT).repeat(column - 2))?;
    let marked = format!("{}[aria-selected=\"true\"]", by(&format!("cell-{field}")));
    window.wait(&marked)?;
    Ok(())
}

/// The year's amount as the command line tells it.
fn total(window: &Window) -> Result<String> {
    let figures = window.suoji(&["figures", "--year", "2023"])?;
    let shown = figures["F2"]["display"].as_str().context("F2")?;
    ensure!(shown != TRUTH[1], "the amount moves too");
    Ok(shown.to_owned())
}
