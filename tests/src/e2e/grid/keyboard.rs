//! Without a mouse: moving, marking, typing, filling, clearing, copying, undoing.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::webdriver::{by, key};

use super::ways::{DELETE, F1, HOME};
use crate::e2e::window::Window;

const TOTAL: &str = "contract_total";

pub(in crate::e2e) fn cells_change_by_keyboard_alone(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.grid_ready()?;
    window.keys(&format!("{}{HOME}", key::CONTROL))?;
    window.keys(&String::from(key::RIGHT).repeat(4))?;
    let first = window.marked()?;
    ensure!(first.len() == 1, "one cell is marked, not {first:?}");

    jumping(window)?;
    choosing_a_day(window)?;
    naming(window)?;
    typing(window)?;
    filling(window)?;
    clearing(window)?;
    copying(window)?;
    rows(window)?;
    opening(window)
}

/// Control and an arrow go to where something ends or begins again, as in a spreadsheet.
fn jumping(window: &Window) -> Result<()> {
    let stands = |row: usize, col: usize| {
        let script = format!(
            "return document.querySelector('[data-testid=\"grid-input\"]') \
                .getAttribute('aria-activedescendant').endsWith('-{row}-{col}') || null"
        );
        window.until_script(&format!("the mark to stand in {row}, {col}"), &script)
    };
    // The fifth agreement of the sample states no total.
    for (press, row) in [(key::DOWN, 3), (key::DOWN, 5), (key::UP, 3), (key::UP, 0)] {
        window.keys(&format!("{}{press}", key::CONTROL))?;
        stands(row, 4)?;
    }
    window.keys(&format!("{}{}", key::CONTROL, key::LEFT))?;
    stands(0, 0)?;
    window.keys(&format!("{}{}", key::CONTROL, key::DOWN))?;
    stands(42, 0)?;
    window.keys(&format!("{}{HOME}", key::CONTROL))?;
    window.keys(&String::from(key::RIGHT).repeat(4))?;
    stands(0, 4).map(drop)
}

/// Alt and the down arrow open the calendar of a date; Enter takes the day.
fn choosing_a_day(window: &Window) -> Result<()> {
    window.keys(&String::from(key::LEFT))?;
    window.wait_cell(0, "sign_date", "2023-01-05")?;
    window.keys(&format!("{}{}", key::ALT, key::DOWN))?;
    window.wait(".box.picking [data-selected]")?;
    window.until_script(
        "a day to have the focus",
        "return document.activeElement.closest('.calendar') && true",
    )?;
    window.keys(&format!("{}{}", key::RIGHT, key::ENTER))?;
    window.wait_cell(0, "sign_date", "2023-01-06")?;
    window.keys(&format!("{}z", key::CONTROL))?;
    window.wait_cell(0, "sign_date", "2023-01-05")?;
    window.keys(&String::from(key::RIGHT))
}

/// A firm that is not there is made when that was gone to, and one undo takes it and the reference back.
fn naming(window: &Window) -> Result<()> {
    const FIRM: &str = "尚未建档的公司";
    let firms = || {
        let filters = json!([{"field": "name", "op": "is", "value": FIRM}]);
        let asked = json!({"kind": "enterprise", "filters": filters, "limit": 1});
        anyhow::Ok(window.elsewhere("records", asked)?["total"] == 1)
    };
    let before = window.text(&super::ways::cell(0, "party"))?;
    window.keys(&format!("{}{HOME}", key::CONTROL))?;
    window.keys(&String::from(key::RIGHT))?;
    window.keys(&String::from(key::F2))?;
    window.wait_text(".option[aria-selected=true]", &before)?;
    window.keys(&String::from(key::ESCAPE))?;
    window.keys(FIRM)?;
    window.wait(".option.fresh")?;
    window.keys(&String::from(key::ENTER))?;
    window.wait(".box.editing.bad")?;
    ensure!(!firms()?, "Enter alone makes nothing");
    window.keys(&format!("{}{}", key::DOWN, key::ENTER))?;
    window.wait_cell(0, "party", FIRM)?;
    window.until("the firm to be made", || Ok(firms()?.then_some(())))?;
    window.keys(&format!("{}z", key::CONTROL))?;
    window.wait_cell(0, "party", &before)?;
    ensure!(!firms()?, "one undo took the firm back too");
    window.keys(&format!("{}{HOME}", key::CONTROL))?;
    window.keys(&String::from(key::RIGHT).repeat(4))
}

/// Typing begins an edit, Enter goes down, Tab along, F2 edits what is there, Escape gives up.
fn typing(window: &Window) -> Result<()> {
    window.keys("5000万")?;
    window.keys(&String::from(key::ENTER))?;
    window.wait_cell(0, TOTAL, "5,000.00")?;
    window.keys("1.2亿")?;
    window.keys(&String::from(key::TAB))?;
    window.wait_cell(1, TOTAL, "12,000.00")?;
    window.keys("700")?;
    window.keys(&String::from(key::ENTER))?;
    window.wait_cell(1, "contract_capital", "700.00")?;
    // Enter went on under the cell in which the run of Tabs began.
    window.keys(&String::from(key::UP))?;
    ensure!(
        window.marked()? == ["12,000.00"],
        "Enter goes on under the first"
    );
    window.keys(&String::from(key::TAB))?;
    window.keys(&format!("{}{}", key::SHIFT, key::TAB))?;
    ensure!(
        window.marked()? == ["12,000.00"],
        "Shift and Tab go back by one cell"
    );
    signs(window)?;
    window.keys(&String::from(key::F2))?;
    let box_text = "return document.querySelector('[data-testid=\"grid-input\"]').value";
    let shown = window.script(box_text, &[])?;
    ensure!(shown == "1.2亿", "F2 edits what is there: {shown}");
    window.keys("9")?;
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_cell(1, TOTAL, "12,000.00")
}

/// Signs that are keys of the window elsewhere begin an edit in a cell; F1 tells the keys there.
fn signs(window: &Window) -> Result<()> {
    for sign in ["/", "?"] {
        window.keys(sign)?;
        let typed = "return document.querySelector('.box.editing [data-testid=\"grid-input\"]')?.value ?? null";
        let typed = window.until_script("the sign to begin an edit", typed)?;
        ensure!(typed == sign, "{sign} is text in a cell: {typed}");
        window.keys(&String::from(key::ESCAPE))?;
        window.wait_gone(".box.editing")?;
    }
    window.keys(&String::from(F1))?;
    window.wait(&by("shortcut-sheet"))?;
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_gone(&by("shortcut-sheet"))?;
    let held = "return document.activeElement?.dataset.testid === 'grid-input' || null";
    window
        .until_script("the grid to have the focus again", held)
        .map(drop)
}

fn filling(window: &Window) -> Result<()> {
    window.keys(&format!("{}{}{}", key::SHIFT, key::DOWN, key::DOWN))?;
    ensure!(window.marked()?.len() == 3, "three cells are marked");
    window.keys(&format!("{}d", key::CONTROL))?;
    window.wait_cell(3, TOTAL, "12,000.00")?;
    window.wait_cell(2, TOTAL, "12,000.00")?;
    window.keys(&format!("{}z", key::CONTROL))?;
    window.until("both to be as they were", || {
        Ok((!window.marked()?[1..].contains(&"12,000.00".to_owned())).then_some(()))
    })?;
    window.keys(&format!("{}y", key::CONTROL))?;
    window.wait_cell(3, TOTAL, "12,000.00")
}

fn clearing(window: &Window) -> Result<()> {
    window.keys(&String::from(DELETE))?;
    window.wait_cell(1, TOTAL, "")?;
    window.wait_cell(3, TOTAL, "")?;
    window.keys(&format!("{}z", key::CONTROL))?;
    window.wait_cell(1, TOTAL, "12,000.00")?;
    window.wait_cell(3, TOTAL, "12,000.00")
}

/// The keys of the system's own clipboard.
fn copying(window: &Window) -> Result<()> {
    window.keys(&format!("{}c", key::CONTROL))?;
    window.keys(&String::from(key::RIGHT))?;
    window.keys(&format!("{}v", key::CONTROL))?;
    window.wait_cell(1, "contract_capital", "12,000.00")?;
    window.wait_cell(3, "contract_capital", "12,000.00")?;
    ensure!(window.marked()?.len() == 3, "what was pasted is marked");
    window.keys(&format!("{}z", key::CONTROL))?;
    window.wait_cell(1, "contract_capital", "700.00")
}

/// Choosing rows, the column's panel, and the way out.
fn rows(window: &Window) -> Result<()> {
    window.keys(&format!("{} ", key::SHIFT))?;
    window.wait_text(&by("bulk-count"), "3")?;
    window.keys(&format!("{}{}l", key::CONTROL, key::SHIFT))?;
    window.wait(&by("column-panel"))?;
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_gone(&by("column-panel"))?;
    let held = "return document.activeElement?.dataset.testid === 'grid-input' || null";
    window.until_script("the grid to have the focus again", held)?;
    window.keys(&format!("{}a", key::CONTROL))?;
    ensure!(window.marked()?.len() > 100, "all cells are marked");
    // The first takes the mark back to one cell, the second lets Tab out.
    window.keys(&String::from(key::ESCAPE))?;
    window.keys(&String::from(key::ESCAPE))?;
    window.keys(&String::from(key::TAB))?;
    window.until("Tab to leave after Escape", || {
        let left = "return document.activeElement?.dataset.testid !== 'grid-input' || null";
        Ok(window.script(left, &[])?.as_bool().map(|_| ()))
    })
}

/// A record that was opened by keyboard has the focus.
fn opening(window: &Window) -> Result<()> {
    window.mark(0, "party")?;
    window.keys(&format!("{}{}", key::CONTROL, key::ENTER))?;
    window.wait(&by("history-entry"))?;
    let held = "return document.activeElement?.matches('h1') || null";
    window
        .until_script("the record to have the focus", held)
        .map(drop)
}
