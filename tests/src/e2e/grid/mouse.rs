//! With the mouse: marking, filling, columns, filters, groups, views, many rows at once.

use anyhow::{Result, ensure};
use serde_json::{Value as Json, json};
use xtask::webdriver::{by, key};

use super::ways::cell;
use crate::e2e::window::Window;

/// Drops what this window remembers of its ledgers.
const FORGET: &str = "for (const store of [sessionStorage, localStorage]) \
    for (const name of Object.keys(store)) if (name.startsWith('suoji.ledger')) store.removeItem(name)";

/// The headings from left to right.
fn heads(window: &Window) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('[data-head]')].map((head) => head.dataset.head)";
    Ok(serde_json::from_value(window.script(script, &[])?)?)
}

fn head(field: &str) -> String {
    format!("[data-head=\"{field}\"]")
}

pub(in crate::e2e) fn columns_and_rows_obey_the_mouse(window: &Window) -> Result<()> {
    window.with_sample()?;
    let from = window.point(&cell(2, "party"), (0.3, 0.5))?;
    let to = window.point(&cell(5, "sign_date"), (0.3, 0.5))?;
    window.drag(from, to)?;
    ensure!(
        window.marked()?.len() == 12,
        "4 rows of 3 columns are marked"
    );

    // The corner of the marked cell fills the cells it is dragged over.
    window.mark(1, "agreement_type")?;
    let kind = window.text(&cell(1, "agreement_type"))?;
    let corner = window.point(&cell(1, "agreement_type"), (1.0, 1.0))?;
    let down = window.point(&cell(5, "agreement_type"), (0.5, 0.5))?;
    window.drag((corner.0 - 3, corner.1 - 4), down)?;
    window.wait_cell(5, "agreement_type", &kind)?;
    window.wait_cell(4, "agreement_type", &kind)?;
    window.wait_text(&by("undo"), "填充")?;
    window.click(&by("undo"))?;
    window.wait_text(&by("redo"), "填充")?;

    // A double click on the corner goes as far as the column beside it does.
    window.mark(1, "agreement_type")?;
    let twice = "const cell = document.querySelector('.cell.corner'); \
        const box = cell.getBoundingClientRect(); \
        cell.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, \
            clientX: box.right - 3, clientY: box.bottom - 4 }))";
    window.script(twice, &[])?;
    window.wait_cell(10, "agreement_type", &kind)?;
    window.wait_text(&by("undo"), "填充")?;
    window.click(&by("undo"))?;
    window.wait_text(&by("redo"), "填充")?;

    let width = |window: &Window| -> Result<i64> {
        let (left, _) = window.point(&head("party"), (0.0, 0.5))?;
        Ok(window.point(&head("party"), (1.0, 0.5))?.0 - left)
    };
    let before = width(window)?;
    let edge = window.point(&head("party"), (1.0, 0.5))?;
    window.drag((edge.0 - 1, edge.1), (edge.0 + 79, edge.1))?;
    let after = width(window)?;
    ensure!(
        after > before + 60,
        "the column is wider: {before} to {after}"
    );
    window.drag((edge.0 + 79, edge.1), (edge.0 - 100, edge.1))?;
    // The driver has no double click of its own.
    let twice = "const grip = document.querySelector('[data-head=\"party\"] .grip'); \
        grip.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))";
    window.script(twice, &[])?;
    let whole = "return [...document.querySelectorAll('[data-testid=\"cell-party\"]')] \
        .every((cell) => cell.scrollWidth <= cell.clientWidth) || null";
    window.until_script("every name of the column to be read whole", whole)?;

    let title = window.point(&head("sign_date"), (0.2, 0.5))?;
    let place = window.point(&head("party"), (0.1, 0.5))?;
    window.drag(title, place)?;
    let order = heads(window)?;
    ensure!(
        order[1] == "sign_date" && order[2] == "party",
        "the column moved: {order:?}"
    );
    let sorted = format!("{}[aria-sort=\"none\"]", head("sign_date"));
    ensure!(
        window.count(&sorted)? == 1,
        "dragging a title orders nothing"
    );

    filters(window)
}

/// Conditions by the kind of field; each is a chip that goes away again.
fn filters(window: &Window) -> Result<()> {
    window.click(&by("filter-agreement_type"))?;
    window.click(&by("filter-item-framework"))?;
    window.click(&by("filter-item-supplement"))?;
    window.click(&by("filter-apply"))?;
    window.wait_text(&by("footer-count"), "3")?;
    window.click(&by("filter-chip-clear"))?;
    window.wait_text(&by("footer-count"), "43")?;
    window.click(&by("filter-contract_total"))?;
    window.type_into(&by("filter-value"), "5亿")?;
    window.type_into(&by("filter-value-to"), "10亿")?;
    window.click(&by("filter-apply"))?;
    let filters = json!([{"field": "contract_total", "op": "at_least",
            "value": {"amount": "500000000.00", "currency": "CNY"}},
        {"field": "contract_total", "op": "at_most",
            "value": {"amount": "1000000000.00", "currency": "CNY"}}]);
    let request = json!({"kind": "agreement", "filters": filters, "limit": 1});
    let total = window.elsewhere("records", request)?["total"].clone();
    ensure!(
        total != json!(0) && total != json!(43),
        "the condition divides the rows"
    );
    window.wait_text(&by("footer-count"), &format!(" {total} "))
}

pub(in crate::e2e) fn views_groups_and_bulk_edits(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.click(&by("group-by"))?;
    window.click(&by("group-agreement_type"))?;
    window.wait(&by("grid-band"))?;
    let bands = window.count(&by("grid-band"))?;
    ensure!(
        bands == 4,
        "the four kinds of agreement are bands, not {bands}"
    );
    window.click(&by("grid-band"))?;
    window.wait(&by("grid-row"))?;
    window.click(&by("view-save"))?;
    window.type_into(&by("view-name"), "按类型")?;
    window.click(&by("view-is-default"))?;
    window.click(&by("view-name-save"))?;
    window.wait_text(&by("view"), "按类型")?;
    same_name(window)?;

    // A new window opens with it; what the old one remembered is forgotten.
    window.script(FORGET, &[])?;
    window.reload()?;
    window.wait(&by("grid-band"))?;
    window.click(&by("view-all"))?;
    window.wait_gone(&by("grid-band"))?;
    gone(window)?;
    bulk(window)
}

/// A second view of the same name is refused where it is named.
fn same_name(window: &Window) -> Result<()> {
    window.click(&by("view-menu"))?;
    window.click(&by("view-as"))?;
    window.type_into(&by("view-name"), " 按类型 ")?;
    window.click(&by("view-name-save"))?;
    window.wait_text("[role=dialog] [role=alert]", "按类型")?;
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_gone(&by("view-name"))
}

/// A view that names a field which is gone says so and shows the rest.
fn gone(window: &Window) -> Result<()> {
    let layout = json!({"columns": [{"field": "project"}, {"field": "extra.gone"}],
        "sort": [], "filters": []});
    window.elsewhere(
        "save_view",
        json!({"kind": "agreement", "name": "old", "shared": true, "pinned": true,
            "is_default": false, "layout": layout}),
    )?;
    let found = window.until("the view to appear", || {
        let views = window.find(&by("view"))?;
        Ok((views.len() == 2).then_some(views))
    })?;
    window.ask(
        "POST",
        &format!("/element/{}/click", found[0]),
        Some(&json!({})),
    )?;
    window.wait_text(&by("view-problem"), "删掉的自定义字段")?;
    window.click(&by("view-all"))?;
    window.wait_gone(&by("view-problem"))
}

/// One field of some and of all rows, counted before and taken back by one undo.
fn bulk(window: &Window) -> Result<()> {
    window.mark(0, "party")?;
    window.keys(&format!("{}{}{}", key::SHIFT, key::DOWN, key::DOWN))?;
    window.keys(&format!("{} ", key::SHIFT))?;
    window.wait_text(&by("bulk-count"), "3")?;
    window.click(&by("bulk-all"))?;
    window.wait_text(&by("bulk-count"), "43")?;
    window.click(&by("bulk-edit"))?;
    window.click(&by("bulk-field"))?;
    window.click(&by("bulk-field-agreement_no"))?;
    window.click(&format!("{} input", by("field-agreement_no")))?;
    window.keys("ALL-1")?;
    window.keys(&String::from(key::ENTER))?;
    window.wait_text(&by("bulk-preview"), "43")?;
    window.click(&by("bulk-go"))?;
    window.wait_gone(&by("bulk-form"))?;
    let matching = |window: &Window| -> Result<Json> {
        let filters = json!([{"field": "agreement_no", "op": "is", "value": "ALL-1"}]);
        let request = json!({"kind": "agreement", "filters": filters, "limit": 1});
        Ok(window.elsewhere("records", request)?["total"].clone())
    };
    ensure!(matching(window)? == json!(43), "all 43 have it");
    // The form may still be closing over it.
    window.wait_text(&by("undo"), "43")?;
    window.click(&by("undo"))?;
    window.until("one undo to take all back", || {
        Ok((matching(window)? == json!(0)).then_some(()))
    })?;
    window.click(&by("bulk-delete"))?;
    window.click(&by("bulk-delete-go"))?;
    window.wait_gone(&by("grid-row"))?;
    window.click(&by("undo"))?;
    window.wait_text(&by("footer-count"), "43")
}
