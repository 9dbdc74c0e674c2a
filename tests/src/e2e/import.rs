//! Ledgers through the import's steps, from the file box to the figures.

use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::webdriver::{by, key};

use super::pages::TRUTH;
use super::plain::check_themes;
use super::window::Window;
use crate::desk::ledgers;

const PLAIN: &str = "B/B_示例_签约项目台账_2023.xlsx";
const MESSY: &str = "A/A_签约项目台账_2023.xlsx";

pub(super) fn a_ledger_goes_in_once(window: &Window) -> Result<()> {
    window.with_nothing()?;
    choose(window)?;
    window.wait_text(&by("import-created"), "43")?;
    window.click(&by("import-end"))?;
    window.click(&by("import-run"))?;
    window.wait(&by("import-done"))?;
    window.wait_text(&by("import-created"), "43")?;
    window.wait_figures(TRUTH)?;

    choose(window)?;
    window.wait_text(&by("import-unchanged"), "43")?;
    window.wait_text(&by("import-created"), "0")?;
    window.click(&by("import-end"))?;
    window.click(&by("import-run"))?;
    window.wait(&by("import-done"))?;
    window.wait_text(&by("import-unchanged"), "43")?;
    window.wait_figures(TRUTH)
}

/// Merged headings, sections and subtotals; one column put right, one
/// suspicion decided, and the answers kept for the next file of that office.
pub(super) fn the_messy_ledger_goes_through_every_step(window: &Window) -> Result<()> {
    window.with_nothing()?;
    take(window, &ledgers().join(MESSY))?;
    let mut found = Vec::new();
    window.wait_text(&by("import-created"), "43")?;
    for row in [
        ("3", "header"),
        ("4", "header"),
        ("5", "section"),
        ("6", "data"),
    ] {
        let (row, sort) = row;
        window.wait(&format!("tr[data-row=\"{row}\"][data-sort=\"{sort}\"]"))?;
    }
    found.extend(check_themes(window, "tables")?);

    window.click(&by("import-next"))?;
    let column = |field: &str| format!("tr[data-column=\"Q\"][data-field=\"{field}\"]");
    window.wait(&column("project.partner"))?;
    window.click(&by("import-field-Q"))?;
    found.extend(check_themes(window, "columns")?);
    window.click(&by("import-field-Q--"))?;
    window.wait(&column(""))?;
    window.wait_text(&by("import-created"), "43")?;

    window.click(&by("import-next"))?;
    found.extend(check_themes(window, "questions")?);
    window.click(&by("import-next"))?;
    window.wait(&by("import-problem-item"))?;
    window.wait("[data-level=\"must\"]")?;
    found.extend(check_themes(window, "rows")?);

    window.click(&by("import-next"))?;
    window.wait(&by("import-sides"))?;
    found.extend(check_themes(window, "repeats")?);
    window.click(&by("import-decide-update"))?;
    window.wait("[data-testid=\"import-decide\"][data-value=\"update\"]")?;
    window.wait_text(&by("import-created"), "43")?;

    window.click(&by("import-next"))?;
    window.wait(&by("import-totals"))?;
    found.extend(check_themes(window, "confirm")?);
    window.type_into(&by("import-template-name"), "一部签约台账")?;
    window.click(&by("import-run"))?;
    window.wait(&by("import-done"))?;
    found.extend(check_themes(window, "done")?);
    ensure!(found.is_empty(), "axe found:\n{}", found.join("\n"));
    window.click(&by("import-to-agreement-created"))?;
    window.wait_text(&by("footer-count"), "43")?;
    window.wait_figures(TRUTH)?;

    take(window, &ledgers().join(MESSY))?;
    window.wait(&by("import-template"))?;
    window.click(&by("import-next"))?;
    window.wait(&column(""))?;
    Ok(())
}

const FAULTY: &str = "项目名称,投资方,合同额（亿元）,利用资金（亿元）,签约时间,协议类型\n\
    甲产业园项目,甲公司,2,1.5,2023-03-05,正式投资合同\n\
    乙生产基地项目,乙公司,三个多,2,2023-04-01,正式投资合同\n\
    ,丙公司,4,3,2023-05-01,正式投资合同\n";

/// What is wrong in the rows is typed over in the grid, and only then written.
pub(super) fn faults_are_put_right_before_anything_is_written(window: &Window) -> Result<()> {
    window.with_nothing()?;
    let file = window.path().with_file_name("2023年签约台账.csv");
    std::fs::write(&file, FAULTY)?;
    take(window, &file)?;
    window.wait_text(&by("import-rejected"), "1")?;
    window.click(&by("import-step-rows"))?;
    correct(window, 4, "A", "丙研发中心项目")?;
    window.wait_text(&by("import-created"), "3")?;
    correct(window, 3, "C", "3.2")?;
    // A correction taken back is a problem again.
    window.wait("[data-testid=\"cell-C\"] [data-level=\"fixed\"]")?;
    window.click(&cell(3, "C"))?;
    window.click(&by("import-restore"))?;
    window.wait("[data-testid=\"cell-C\"] [data-level=\"must\"]")?;
    correct(window, 3, "C", "3.2")?;
    window.wait("[data-testid=\"cell-C\"] [data-level=\"fixed\"]")?;
    window.wait_text(&by("import-created"), "3")?;

    // Going back and forth loses nothing.
    window.click(&by("import-step-columns"))?;
    window.wait(&by("import-column"))?;
    window.click(&by("import-end"))?;
    window.click(&by("import-run"))?;
    window.wait(&by("import-done"))?;
    let asked = json!({"kind": "agreement", "limit": 10});
    let page = window.elsewhere("records", asked.clone())?;
    let totals: Vec<&str> = page["rows"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|row| row["values"]["contract_total"]["amount"].as_str())
        .collect();
    ensure!(
        totals.contains(&"320000000.00"),
        "not written as corrected: {totals:?}"
    );

    window.click(&by("import-undo"))?;
    window.wait(&by("import-input"))?;
    let left = window.elsewhere("records", asked)?;
    ensure!(left["total"] == 0, "the import was not taken back: {left}");
    Ok(())
}

/// A cell of the grid, by Excel's row and column.
fn cell(row: u32, column: &str) -> String {
    let cell = by(&format!("cell-{column}"));
    format!("[data-row-id^=\"{row} \"] {cell}")
}

/// Types over a cell of the grid.
fn correct(window: &Window, row: u32, column: &str, text: &str) -> Result<()> {
    window.click(&cell(row, column))?;
    window.keys(&format!("{text}{}", key::ENTER))
}

pub(super) fn choose(window: &Window) -> Result<()> {
    take(window, &ledgers().join(PLAIN))
}

/// Chooses a file on the import page.
pub(super) fn take(window: &Window, file: &Path) -> Result<()> {
    window.click(&by("nav-import"))?;
    // What an earlier import left standing gives way.
    window.until("the import page to begin", || {
        for way in ["import-leave-go", "import-other", "import-more"] {
            if window.count(&by(way))? > 0 {
                window.click(&by(way))?;
            }
        }
        Ok((window.count(&by("import-input"))? > 0).then_some(()))
    })?;
    let file = file.canonicalize()?;
    window.type_into(&by("import-input"), &file.to_string_lossy())
}
