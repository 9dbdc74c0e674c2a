//! Why the map says what it says: judged by a person, weighed by other rules, compared side
//! by side, tested against what came later. By keyboard alone.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value as Json, json};
use xtask::webdriver::{by, key};

use super::plain::check_themes;
use super::window::Window;

const MAP: &str = "#/chain/elevator";
const REASON: &str = "两家在建，明年投产";

pub(super) fn what_a_map_says_is_judged_weighed_and_compared(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.go(MAP)?;
    to_map(window)?;
    window.keys("g")?;
    let gap = window.attribute(&by("segment-panel"), "data-segment")?;
    let mut found = Vec::new();
    found.extend(judged_and_taken_back(window, &gap)?);
    found.extend(weighed_otherwise_and_put_back(window)?);
    found.extend(compared(window)?);
    found.extend(tested(window)?);
    ensure!(found.is_empty(), "axe found:\n{}", found.join("\n"));
    Ok(())
}

fn judged_and_taken_back(window: &Window, gap: &str) -> Result<Vec<String>> {
    window.keys("o")?;
    window.wait(&by("judge-dialog"))?;
    let found = check_themes(window, "the override")?;
    ensure!(segment(window, gap)?["computed"] == "missing");
    // Up from what the rules say, to 薄弱.
    tab_to(window, "judge-state-missing")?;
    window.keys(&String::from(key::UP))?;
    window.keys(" ")?;
    tab_to(window, "judge-reason")?;
    window.keys(REASON)?;
    // Past by whom, and the way there, to until when, which keeps the keyboard.
    tab_until(window, "until when", "[data-testid=field-expires_at] input")?;
    window.keys(&format!("2199-06-30{}", key::ENTER))?;
    window.until_script(
        "until when to keep the keyboard",
        "return document.activeElement?.closest('[data-testid=field-expires_at]') ? 1 : null",
    )?;
    window.keys(&format!("{}{}", key::CONTROL, key::ENTER))?;
    window.wait_text(&by("judged"), REASON)?;
    let held = segment(window, gap)?;
    ensure!(
        held["state"] == "weak" && held["override"]["reason"] == REASON,
        "the judgement holds: {held}"
    );
    ensure!(!held["override"]["person"].is_null(), "by whom: {held}");
    ensure!(
        held["override"]["expires_at"] == "2199-06-30",
        "until when: {held}"
    );
    window.keys(&format!("{}z", key::CONTROL))?;
    window.wait_gone(&by("judged"))?;
    ensure!(segment(window, gap)?["state"] == "missing", "undone");
    window.keys(&format!("{}y", key::CONTROL))?;
    window.wait(&by("judged"))?;
    window.keys("o")?;
    tab_to(window, "judge-remove")?;
    window.keys(&String::from(key::ENTER))?;
    window.wait_gone(&by("judged"))?;
    ensure!(segment(window, gap)?["override"].is_null(), "taken back");
    Ok(found)
}

fn weighed_otherwise_and_put_back(window: &Window) -> Result<Vec<String>> {
    to_map(window)?;
    window.keys("k")?;
    window.wait(&by("rules-version"))?;
    let found = check_themes(window, "the rules")?;
    window.until_script(
        "the first weight to have the keyboard",
        "return document.activeElement?.closest('[data-testid=chain-rule-importance]') ? 1 : null",
    )?;
    window.script("document.activeElement.select()", &[])?;
    window.keys("0.6")?;
    tab_to(window, "rules-save")?;
    window.keys(&String::from(key::ENTER))?;
    window.until("the second version", || rules(window, 2, 0.6))?;
    to_map(window)?;
    // The sum of the score names the version it was reckoned by.
    tab_to(window, "score-why")?;
    window.keys(&String::from(key::ENTER))?;
    window.wait_text(&by("score-rules"), "2")?;
    to_map(window)?;
    window.keys("k")?;
    window.wait(&by("rules-version"))?;
    tab_to(window, "rules-reset")?;
    window.keys(&String::from(key::ENTER))?;
    tab_to(window, "rules-save")?;
    window.keys(&String::from(key::ENTER))?;
    window.until("the defaults as the third version", || {
        rules(window, 3, 0.45)
    })?;
    Ok(found)
}

fn compared(window: &Window) -> Result<Vec<String>> {
    to_map(window)?;
    window.keys("c")?;
    window.wait(&by("compare-table"))?;
    let found = check_themes(window, "the comparison")?;
    let table = by("compare-table");
    let all = window.count(&format!("{table} tbody tr"))?;
    let differing = window.count(&format!("{table} tr.differs"))?;
    ensure!(0 < differing && differing < all, "some rows are marked");
    tab_to(window, "compare-differing")?;
    window.keys(" ")?;
    window.until("only what differs", || {
        let left = window.count(&format!("{table} tbody tr"))?;
        Ok((left == differing).then_some(()))
    })?;
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_gone(&by("compare-dialog"))?;
    Ok(found)
}

/// What was signed since tests what was ranked, though the desk began today: signings have dates of their own.
fn tested(window: &Window) -> Result<Vec<String>> {
    to_map(window)?;
    window.keys("h")?;
    window.wait(&by("growth"))?;
    window.wait(".plot svg")?;
    let mut found = check_themes(window, "how a chain grew")?;
    window.keys("b")?;
    window.wait(&by("backtest"))?;
    found.extend(check_themes(window, "the back-test")?);
    window.keys(&String::from(key::ESCAPE))?;
    window.wait(&by("map-tree"))?;
    Ok(found)
}

/// The map has the keyboard, and nothing lies over it.
fn to_map(window: &Window) -> Result<()> {
    window.wait(&by("map-tree"))?;
    window.wait_gone("[role=dialog]")?;
    window.until_script(
        "the map to have the keyboard",
        "document.querySelector('[data-testid=map-tree]')?.focus(); \
         return document.activeElement?.dataset.testid === 'map-tree' || null",
    )?;
    Ok(())
}

/// Goes on with the tabulator until a control has the keyboard.
fn tab_to(window: &Window, name: &str) -> Result<()> {
    window.wait(&by(name))?;
    tab_until(window, name, &by(name))
}

/// Goes on with the tabulator until what has the keyboard is such an element.
fn tab_until(window: &Window, name: &str, element: &str) -> Result<()> {
    let here = format!("return document.activeElement?.matches(`{element}`)");
    for _ in 0..80 {
        if window.script(&here, &[])? == json!(true) {
            return Ok(());
        }
        window.keys(&String::from(key::TAB))?;
    }
    anyhow::bail!("no tabulator reaches {name}")
}

fn segment(window: &Window, id: &str) -> Result<Json> {
    let told = window.elsewhere("chain_segment", json!({"segment": id}))?;
    Ok(told["segment"].clone())
}

/// The rules at this version, when they have it and importance weighs so much.
fn rules(window: &Window, version: u64, importance: f64) -> Result<Option<()>> {
    let told = window.elsewhere("chain_rules", json!({}))?;
    let settings = told["settings"].as_array().context("settings")?;
    let weight = settings.iter().find(|one| one["name"] == "importance");
    let weight = weight.context("importance")?["value"].as_f64();
    Ok((told["version"] == version && weight == Some(importance)).then_some(()))
}
