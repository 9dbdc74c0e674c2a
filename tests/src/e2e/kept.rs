//! What is typed and not written outlives the window.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::webdriver::{by, key};

use super::window::Window;

pub(super) fn a_half_typed_edit_outlives_a_reload(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    window.draft("agreement_no", "2023-0")?;
    kept(window, &id, true)?;
    window.reload()?;
    window.wait_text(&by("kept-drafts"), "2023-0")?;
    window.wait_shown("agreement_no", "2023-0")?;
    let told = window.suoji(&["show", "agreement", &id])?;
    ensure!(
        told["values"]["agreement_no"].is_null(),
        "nothing is written yet"
    );

    // It is offered from every page, and goes on where it stopped.
    window.go("#/ledger/agreement")?;
    window.reload()?;
    go_on(window, "agreement_no")?;
    window.keys(&format!("12{}", key::ENTER))?;
    window.until("the whole to be written", || {
        let told = window.suoji(&["show", "agreement", &id])?;
        Ok((told["values"]["agreement_no"] == "2023-012").then_some(()))
    })?;
    window.wait_gone(&by("kept-drafts"))?;
    kept(window, &id, false)
}

/// Nothing waits between the last letter and the reload.
pub(super) fn letters_typed_right_before_a_reload_are_kept(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.grid_ready()?;
    window.click("[data-row=\"0\"] [data-testid=\"cell-contract_total\"]")?;
    window.keys("98765")?;
    window.reload()?;
    go_on(window, "contract_total")?;
    window.wait_shown("contract_total", "98765")?;
    window.keys(&String::from(key::ESCAPE))?;

    // In a form too, and after a reload again.
    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    for text in ["2023-甲", "2023-甲乙丙丁"] {
        window.draft("agreement_no", text)?;
        window.reload()?;
        window.wait_text(&by("kept-drafts"), text)?;
        window.wait_shown("agreement_no", text)?;
    }
    Ok(())
}

pub(super) fn a_half_typed_reference_outlives_a_reload(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    window.draft("party", "红日")?;
    kept_as(window, &id, "party", true)?;
    window.reload()?;
    window.wait_text(&by("kept-drafts"), "红日")?;
    window.wait_shown("party", "红日")?;
    window.click(&by("draft-drop"))?;
    window.wait_gone(&by("kept-drafts"))?;
    kept_as(window, &id, "party", false)
}

pub(super) fn a_half_typed_edit_can_be_given_up(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    window.draft("agreement_no", "2023-0")?;
    kept(window, &id, true)?;
    window.keys(&String::from(key::ESCAPE))?;
    kept(window, &id, false)?;
    window.wait_shown("agreement_no", "")?;

    // What cannot be read is kept as it was typed, and told at its field.
    window.draft("sign_date", "2023-02-30")?;
    kept_as(window, &id, "sign_date", true)?;
    window.reload()?;
    window.click(&by("draft-drop"))?;
    window.wait_gone(&by("kept-drafts"))?;
    kept_as(window, &id, "sign_date", false)
}

pub(super) fn a_half_made_record_outlives_a_reload(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.click(&by("nav-enterprise"))?;
    window.click(&by("new-record"))?;
    window.click(&format!("[role=dialog] {} input", by("field-name")))?;
    window.keys(&format!("半途有限公司{}", key::TAB))?;
    window.until("the draft to be kept", || {
        let told = window.elsewhere("settings", json!({}))?;
        let kept = told["settings"]["draft/new:enterprise"].is_string();
        Ok(kept.then_some(()))
    })?;
    window.reload()?;
    window.click(&by("left-open"))?;
    window.click(&by("new-save"))?;
    window.wait_text("h1", "半途有限公司")
}

pub(super) fn a_half_typed_edit_outlives_the_program(window: &Window) -> Result<()> {
    // In a cell of the ledger: the program ends, and starts again.
    window.with_sample()?;
    window.grid_ready()?;
    let script = "return document.querySelector('[data-row=\"0\"]').dataset.rowId";
    let id = window.until_script("the first row", script)?;
    let id = id.as_str().unwrap_or_default();
    window.click("[data-row=\"0\"] [data-testid=\"cell-contract_total\"]")?;
    window.keys("1.5")?;
    kept_as(window, id, "contract_total", true)?;
    let second = window.again()?;
    second.wait_text(&by("left-drafts"), "合同总投资")?;
    go_on(&second, "contract_total")?;
    second.wait_shown("contract_total", "1.5")?;

    // It goes on where it stopped, in a form now, and the program ends again.
    second.keys("亿")?;
    second.until("the longer draft in the file", || {
        let told = second.elsewhere("settings", json!({}))?;
        let draft = told["settings"][&format!("draft/agreement/{id}/contract_total")].as_str();
        Ok(draft
            .is_some_and(|draft| draft.contains("1.5亿"))
            .then_some(()))
    })?;
    let third = second.again()?;
    go_on(&third, "contract_total")?;
    third.wait_shown("contract_total", "1.5亿")?;
    let told = third.suoji(&["show", "agreement", id])?;
    ensure!(
        told["values"]["contract_total"]["amount"] != "150000000.00",
        "nothing is written yet"
    );
    third.keys(&String::from(key::ENTER))?;
    third.until("the whole to be written", || {
        let told = third.suoji(&["show", "agreement", id])?;
        Ok((told["values"]["contract_total"]["amount"] == "150000000.00").then_some(()))
    })?;
    third.wait_gone(&by("kept-drafts"))?;
    let told = third.suoji(&["verify"])?;
    ensure!(told["ok"] == true, "the file is whole: {told}");
    Ok(())
}

/// Goes on with what an earlier window left: its box has the focus by one press.
fn go_on(window: &Window, field: &str) -> Result<()> {
    window.click(&by("left-open"))?;
    let script = format!(
        "return document.activeElement?.closest('{}')?.dataset.testid || null",
        by(&format!("field-{field}"))
    );
    window.until_script("the box to have the focus", &script)?;
    Ok(())
}

fn kept(window: &Window, id: &str, wanted: bool) -> Result<()> {
    kept_as(window, id, "agreement_no", wanted)
}

/// Waits until the file keeps a draft of the field, or keeps none.
fn kept_as(window: &Window, id: &str, field: &str, wanted: bool) -> Result<()> {
    let name = format!("draft/agreement/{id}/{field}");
    window.until("the draft in the file", || {
        let told = window.elsewhere("settings", json!({}))?;
        let found = told["settings"][&name].is_string();
        Ok((found == wanted).then_some(()))
    })
}
