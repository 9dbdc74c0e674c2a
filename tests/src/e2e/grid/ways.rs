//! Ways about the grid that its stories take.

use anyhow::{Context as _, Result};
use serde_json::{Value as Json, json};
use xtask::webdriver::by;

use crate::e2e::window::Window;

/// The first function key.
pub(super) const F1: char = '\u{e031}';
/// Home, without and with Control the first cell of a row and of all.
pub(super) const HOME: char = '\u{e011}';
/// Delete.
pub(super) const DELETE: char = '\u{e017}';

/// The selector of a cell by the number of its row, from 0, and its field.
pub(super) fn cell(row: usize, field: &str) -> String {
    format!("[data-row=\"{row}\"] {}", by(&format!("cell-{field}")))
}

impl Window {
    /// Waits until the grid has the focus, so that keys reach it.
    pub(in crate::e2e) fn grid_ready(&self) -> Result<()> {
        let script = "document.querySelector('[data-testid=\"grid-input\"]')?.focus(); \
            return document.activeElement?.dataset.testid === 'grid-input' || null";
        self.until_script("the grid to have the focus", script)?;
        Ok(())
    }

    /// Waits until a cell shows this.
    pub(super) fn wait_cell(&self, row: usize, field: &str, text: &str) -> Result<()> {
        let selector = cell(row, field);
        self.until(&format!("{selector} to show “{text}”"), || {
            Ok((self.text(&selector)?.replace('\u{2007}', " ").trim() == text).then_some(()))
        })
    }

    /// The marked cells, as rows of texts.
    pub(super) fn marked(&self) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll('[role=gridcell][aria-selected=true]')] \
            .map((cell) => cell.innerText.trim())";
        let told = self.script(script, &[])?;
        Ok(serde_json::from_value(told)?)
    }

    /// Marks one cell with the mouse.
    pub(super) fn mark(&self, row: usize, field: &str) -> Result<()> {
        self.click(&cell(row, field))
    }

    /// The middle of the first match, or another part of it, in pixels of the page.
    pub(super) fn point(&self, selector: &str, part: (f64, f64)) -> Result<(i64, i64)> {
        self.wait(selector)?;
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); \
            return [box.left + box.width * arguments[1], box.top + box.height * arguments[2]]";
        let told = self.script(script, &[json!(selector), json!(part.0), json!(part.1)])?;
        let number = |at: usize| told[at].as_f64().context("a point");
        Ok((number(0)?.round() as i64, number(1)?.round() as i64))
    }

    /// Presses at one point, goes to another in steps, and lets go.
    pub(super) fn drag(&self, from: (i64, i64), to: (i64, i64)) -> Result<()> {
        const STEPS: i64 = 8;
        let mut actions = vec![
            json!({"type": "pointerMove", "duration": 0, "x": from.0, "y": from.1}),
            json!({"type": "pointerDown", "button": 0}),
        ];
        for step in 1..=STEPS {
            let way = |from: i64, to: i64| from + (to - from) * step / STEPS;
            actions.push(json!({"type": "pointerMove", "duration": 20,
                "x": way(from.0, to.0), "y": way(from.1, to.1)}));
        }
        actions.push(json!({"type": "pointerUp", "button": 0}));
        let mouse = json!({"type": "pointer", "id": "mouse",
            "parameters": {"pointerType": "mouse"}, "actions": actions});
        self.ask("POST", "/actions", Some(&json!({"actions": [mouse]})))?;
        Ok(())
    }

    /// Pastes a text and its HTML at the marked cells, as an event of the clipboard brings them.
    pub(super) fn paste(&self, text: &str, html: &str) -> Result<()> {
        const PASTE: &str = "const data = new DataTransfer(); \
            data.setData('text/plain', arguments[0]); \
            if (arguments[1]) data.setData('text/html', arguments[1]); \
            document.querySelector('[data-testid=\"grid-input\"]').dispatchEvent( \
              new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";
        self.script(PASTE, &[json!(text), json!(html)])?;
        Ok(())
    }

    /// What copying the marked cells puts on the clipboard: text and HTML.
    pub(super) fn copied(&self) -> Result<(String, String)> {
        const COPY: &str = "const data = new DataTransfer(); \
            document.querySelector('[data-testid=\"grid-input\"]').dispatchEvent( \
              new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })); \
            const text = data.getData('text/plain'); \
            return text ? [text, data.getData('text/html')] : null";
        let told = self.until_script("the cells to be copied", COPY)?;
        let part = |at: usize| told[at].as_str().map(str::to_owned).context("a copy");
        Ok((part(0)?, part(1)?))
    }

    /// Saves a view of a kind with these columns from outside, and shows it.
    pub(super) fn with_columns(&self, kind: &str, columns: &[&str]) -> Result<()> {
        let columns: Vec<Json> = columns
            .iter()
            .map(|field| json!({"field": field}))
            .collect();
        let saved = self.elsewhere(
            "save_view",
            json!({"kind": kind, "name": "columns", "shared": true, "pinned": false,
                "is_default": false,
                "layout": {"columns": columns, "sort": [], "filters": []}}),
        )?;
        let id = saved["id"].as_str().context("the view's id")?;
        self.go(&format!("#/ledger/{kind}?view={id}"))?;
        self.wait(&format!("{}[aria-pressed=\"true\"]", by("view")))?;
        Ok(())
    }
}
