//! Pinyin in every editor: the first letter begins the edit and is kept.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::webdriver::key;

use crate::e2e::composing::{first_letter, rest_and_enter};
use crate::e2e::window::Window;

const BOX: &str = "[data-testid=\"grid-input\"]";

/// A field of each shape by its kind; the kinds' ledgers show them by a view.
const FIELDS: [(&str, &[&str]); 2] = [
    (
        "project",
        &[
            "name",
            "content",
            "aliases",
            "stage",
            "investor",
            "phase_no",
            "land_area",
        ],
    ),
    (
        "agreement",
        &[
            "party",
            "agreement_type",
            "sign_date",
            "contract_total",
            "voided",
            "agreement_no",
        ],
    ),
];

pub(in crate::e2e) fn every_editor_keeps_the_first_letter(window: &Window) -> Result<()> {
    window.with_sample()?;
    for (kind, fields) in FIELDS {
        window.with_columns(kind, fields)?;
        for field in fields {
            window.mark(1, field)?;
            let before = window.text(&super::ways::cell(1, field))?;
            first_letter(window, BOX)?;
            ensure!(
                window.count(".box.editing")? == 1,
                "the first letter begins the edit of {kind}.{field}"
            );
            rest_and_enter(window, BOX)?;
            ensure!(
                window.count(".box.editing")? == 1,
                "Enter chose a word and did not end the edit of {kind}.{field}"
            );
            let ended = json!([["compositionend", "", false]]);
            crate::e2e::composing::compose(window, BOX, &ended)?;
            window.keys(&String::from(key::ESCAPE))?;
            window.wait_gone(".box.editing")?;
            window.wait_cell(1, field, &before)?;
        }
    }
    Ok(())
}
