//! The clipboard's cells in LibreOffice, and back.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use xtask::webdriver::{by, key};

use super::ways::HOME;
use crate::e2e::window::Window;

/// Tabs, quotes around texts only where needed, UTF-8: as the clipboard's text is.
const AS_TEXT: &str = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true";
const AS_TABLE: &str = "html:HTML (StarCalc)";

pub(in crate::e2e) fn cells_reach_a_spreadsheet_and_come_back(window: &Window) -> Result<()> {
    let Some(office) = window.office() else {
        // Only where it is not a Debian: there `cargo xtask test` installs it.
        eprintln!("skipped: no LibreOffice here");
        return Ok(());
    };
    window.with_sample()?;
    let fields = [
        "project",
        "agreement_no",
        "sign_date",
        "contract_total",
        "agreement_type",
    ];
    window.with_columns("agreement", &fields)?;
    window.mark(0, "agreement_no")?;
    // What spreadsheets like to understand otherwise: a formula, leading zeros, two lines.
    for text in ["=1+1", "007", "+86 10"] {
        window.keys(text)?;
        window.keys(&String::from(key::ENTER))?;
    }
    // Until each stands in its cell and in the file: a reading that was under way may still
    // bring the row as it was before.
    for (row, text) in ["=1+1", "007", "+86 10"].into_iter().enumerate() {
        window.wait_cell(row, "agreement_no", text)?;
        let request = json!({"kind": "agreement", "limit": 1,
            "filters": [{"field": "agreement_no", "op": "is", "value": text}]});
        window.until("the cell to be written", || {
            let found = window.elsewhere("records", request.clone())?;
            Ok((found["total"] == 1).then_some(()))
        })?;
    }
    window.keys(&format!("{}{HOME}", key::CONTROL))?;
    window.keys(&format!(
        "{}{}",
        key::SHIFT,
        String::from(key::DOWN).repeat(9)
    ))?;
    window.keys(&format!(
        "{}{}",
        key::SHIFT,
        String::from(key::RIGHT).repeat(4)
    ))?;
    let (text, html) = window.copied()?;
    ensure!(text.lines().count() == 10, "ten rows are copied: {text}");

    let folder = tempfile::tempdir()?;
    let table = folder.path().join("cells.html");
    std::fs::write(&table, &html)?;
    convert(
        &office,
        folder.path(),
        &table,
        AS_TEXT,
        Some("HTML (StarCalc)"),
    )?;
    let read = std::fs::read_to_string(folder.path().join("cells.csv"))?;
    for (ours, theirs) in text.lines().zip(read.lines()) {
        let cells: Vec<&str> = ours.split('\t').collect();
        let seen: Vec<&str> = theirs
            .split('\t')
            .map(|cell| cell.trim_matches('"'))
            .collect();
        for (at, (cell, seen)) in cells.iter().zip(&seen).enumerate() {
            // An amount is a number there; it keeps its digits and loses the separators.
            let same = cell.replace(',', "").trim_end_matches(".00") == seen.replace(',', "");
            ensure!(
                cell == seen || same,
                "column {at}: “{cell}” is read as “{seen}”"
            );
        }
    }

    // Saved as a workbook and copied from there, the same cells change nothing.
    convert(
        &office,
        folder.path(),
        &table,
        "xlsx",
        Some("HTML (StarCalc)"),
    )?;
    let book = folder.path().join("cells.xlsx");
    convert(&office, folder.path(), &book, AS_TABLE, None)?;
    let theirs = std::fs::read_to_string(folder.path().join("cells.html"))?;
    ensure!(theirs.contains("LibreOffice"), "LibreOffice wrote it");
    window.keys(&format!("{}{HOME}", key::CONTROL))?;
    window.paste("", &theirs)?;
    window.until("the paste to change nothing", || {
        let said = window.script("return document.body.innerText", &[])?;
        let said = said.as_str().unwrap_or_default();
        if window.count(&by("paste-preview"))? > 0 {
            anyhow::bail!("it would change: {}", window.text(&by("paste-preview"))?);
        }
        ensure!(said.contains("没有改动"), "the window says: {said}");
        Ok(Some(()))
    })
}

/// Lets LibreOffice open a file and write it in another form, with a profile of its own.
fn convert(
    office: &Path,
    folder: &Path,
    file: &Path,
    form: &str,
    reader: Option<&str>,
) -> Result<()> {
    let mut command = Command::new(office);
    let profile = folder.join("profile");
    command.arg(format!(
        "-env:UserInstallation=file://{}",
        profile.display()
    ));
    command.arg("--headless");
    if let Some(reader) = reader {
        command.arg(format!("--infilter={reader}"));
    }
    command.args(["--convert-to", form, "--outdir"]);
    let output = command
        .arg(folder)
        .arg(file)
        .output()
        .context("starting LibreOffice")?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}
