//! From no file to the year's figures.

use anyhow::{Result, ensure};
use xtask::webdriver::by;

use super::pages::TRUTH;
use super::window::Window;

pub(super) fn the_sample_shows_its_rows_and_figures(window: &Window) -> Result<()> {
    window.with_sample()?;
    let rows = window.attribute(&by("grid"), "aria-rowcount")?;
    ensure!(rows == "44", "43 rows below one heading, not {rows}");
    ensure!(
        window.count(&by("grid-row"))? < 43,
        "only the rows in view are mounted"
    );
    window.wait_figures(TRUTH)?;

    window.click(&by("open-F4"))?;
    window.wait_text(&by("figure-chip"), "2023")?;
    window.wait_text(&by("footer-count"), "3")?;
    let count = window.count(&by("grid-row"))?;
    ensure!(count == 3, "F4 opens to its 3 rows, not {count}");
    window.click(&by("figure-chip-clear"))?;
    window.wait_text(&by("footer-count"), "43")
}
