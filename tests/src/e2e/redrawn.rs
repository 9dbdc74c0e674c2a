//! A chain is redrawn in place by keyboard alone; all of it is undone after a restart.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value as Json, json};
use xtask::webdriver::{by, key};

use super::window::Window;

/// Where the map of elevator parts is.
const MAP: &str = "#/chain/elevator";
/// The edits of the story, each one undo.
const EDITS: usize = 9;

pub(super) fn a_chain_is_redrawn_by_keyboard_and_undone_after_a_restart(
    window: &Window,
) -> Result<()> {
    window.with_nothing()?;
    let firm = json!({"kind": "enterprise", "values": {"name": "商河导轨厂"}});
    window.elsewhere("create_record", firm)?;
    open(window)?;
    let first = shape(window)?;
    window.keys("g")?;
    window.keys("e")?;
    window.wait(&by("edit-bar"))?;

    // A list is pasted below the gap: a group of two.
    window.keys("p")?;
    window.wait(&by("edit-lines"))?;
    window.keys(&format!("新组{0}  新甲{0}  新乙", key::ENTER))?;
    window.keys(&format!("{}{}", key::CONTROL, key::ENTER))?;
    named(window, "新乙")?;
    select(window, "新甲")?;
    window.keys(&String::from(key::F2))?;
    window.wait(&by("map-naming"))?;
    window.keys("新丙")?;
    window.keys(&String::from(key::ENTER))?;
    named(window, "新丙")?;

    // A relation is drawn, a firm attached and detached again.
    dialog(window, "r", "edit-other", "新乙", true)?;
    let from = named(window, "新丙")?["id"].clone();
    let related = |window: &Window| -> Result<bool> {
        let map = map(window)?;
        let all = map["relations"].as_array().context("relations")?;
        Ok(all.iter().any(|one| one["from"] == from))
    };
    window.until("the relation", || Ok(related(window)?.then_some(())))?;
    dialog(window, "a", "edit-firm", "商河导轨厂", false)?;
    let attached = |window: &Window| -> Result<usize> {
        let told = window.elsewhere("chain_segment", json!({"segment": from}))?;
        Ok(told["firms"].as_array().context("firms")?.len())
    };
    window.until("the firm", || Ok((attached(window)? == 1).then_some(())))?;
    window.click(&by("segment-tab-firms"))?;
    window.wait(&by("firm-detach"))?;
    window.script(
        "document.querySelector('[data-testid=firm-detach]').focus()",
        &[],
    )?;
    window.keys(&String::from(key::ENTER))?;
    window.until("no firm", || Ok((attached(window)? == 0).then_some(())))?;

    // It is moved to the first level of the board, split, and merged into another.
    focus(window)?;
    window.keys(&format!("{}{}{}", key::ALT, key::SHIFT, key::LEFT))?;
    let group = named(window, "新组")?;
    window.until("it to stand beside its group", || {
        let one = named(window, "新丙")?;
        Ok((one["parent"] == group["parent"]).then_some(()))
    })?;
    window.keys("s")?;
    window.wait(&by("edit-lines"))?;
    window.keys(&format!("部件一{}部件二", key::ENTER))?;
    window.keys(&format!("{}{}", key::CONTROL, key::ENTER))?;
    named(window, "部件二")?;
    dialog(
        window,
        &format!("{}M", key::SHIFT),
        "edit-other",
        "新乙",
        true,
    )?;
    window.until("the one to be merged", || {
        Ok(find(window, "新丙")?.is_none().then_some(()))
    })?;
    select(window, "部件一")?;
    window.keys("\u{e017}")?;
    // What takes away has the keyboard on the way out first.
    window.until_script(
        "the question to have the keyboard",
        "return document.activeElement?.closest('[data-testid=edit-dialog]') ? true : null",
    )?;
    window.keys(&String::from(key::TAB))?;
    window.keys(&String::from(key::ENTER))?;
    window.until("the part to be gone", || {
        Ok(find(window, "部件一")?.is_none().then_some(()))
    })?;
    let last = shape(window)?;

    let next = window.again()?;
    next.wait(&by("nav-chain"))?;
    open(&next)?;
    for left in (0..EDITS).rev() {
        let before = shape(&next)?;
        next.keys(&format!("{}z", key::CONTROL))?;
        next.until(&format!("an undo, {left} left"), || {
            Ok((shape(&next)? != before).then_some(()))
        })?;
    }
    ensure!(shape(&next)? == first, "every edit was taken back");
    for _ in 0..EDITS {
        let before = shape(&next)?;
        next.keys(&format!("{}y", key::CONTROL))?;
        next.until("a redo", || Ok((shape(&next)? != before).then_some(())))?;
    }
    ensure!(shape(&next)? == last, "and done again");
    Ok(())
}

fn open(window: &Window) -> Result<()> {
    window.go(MAP)?;
    window.wait(&by("map-tree"))?;
    focus(window)
}

/// Gives the map the keyboard.
fn focus(window: &Window) -> Result<()> {
    let script = "document.querySelector('[data-testid=map-tree]')?.focus(); \
        return document.activeElement?.dataset.testid === 'map-tree' || null";
    window.until_script("the map to have the keyboard", script)?;
    Ok(())
}

fn map(window: &Window) -> Result<Json> {
    window.elsewhere("chain_map", json!({"chain": "elevator"}))
}

fn find(window: &Window, name: &str) -> Result<Option<Json>> {
    let map = map(window)?;
    let all = map["segments"].as_array().context("segments")?;
    Ok(all.iter().find(|one| one["name"] == name).cloned())
}

fn named(window: &Window, name: &str) -> Result<Json> {
    window.until(&format!("the segment {name}"), || find(window, name))
}

/// What a person drew of a map, and the firms that hang on it.
fn shape(window: &Window) -> Result<Json> {
    let map = map(window)?;
    let drawn = |list: &str, fields: &[&str]| -> Result<Vec<Json>> {
        let all = map[list].as_array().context("a list")?.iter();
        Ok(all
            .map(|one| fields.iter().map(|field| one[*field].clone()).collect())
            .collect())
    };
    Ok(json!([
        drawn(
            "segments",
            &["id", "parent", "name", "layer", "order_key", "direct"]
        )?,
        drawn("relations", &["id", "from", "to"])?,
    ]))
}

/// Selects a segment by its name, as the search does.
fn select(window: &Window, name: &str) -> Result<()> {
    focus(window)?;
    window.keys("/")?;
    window.keys(name)?;
    window.wait_text("#map-found .hit.picked", name)?;
    window.keys(&String::from(key::ENTER))?;
    window.wait_text(&format!("{} h2", by("segment-panel")), name)?;
    focus(window)
}

/// Opens a dialog by its key, types into its first box and presses Enter: once more where
/// the first one only chooses.
fn dialog(window: &Window, keys: &str, box_of: &str, text: &str, chooses: bool) -> Result<()> {
    focus(window)?;
    window.keys(keys)?;
    window.wait(&by(box_of))?;
    window.until_script(
        "the box to have the keyboard",
        &format!("return document.activeElement?.dataset.testid === '{box_of}' || null"),
    )?;
    window.keys(text)?;
    if chooses {
        window.wait_text(".list .item.picked", text)?;
        window.keys(&String::from(key::ENTER))?;
    } else {
        window.wait_text(".firms", text)?;
    }
    window.keys(&String::from(key::ENTER))?;
    window.wait_gone(&by("edit-dialog"))
}
