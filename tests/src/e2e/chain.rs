//! The map of a chain: from a gap to a lead, by keyboard alone and by mouse; and edited.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value as Json, json};
use xtask::webdriver::{by, key};

use super::plain::check;
use super::window::Window;

/// Where the map of elevator parts is.
const MAP: &str = "#/chain/elevator";
const PANEL: &str = "segment-panel";

pub(super) fn a_gap_becomes_a_lead_by_keyboard(window: &Window) -> Result<()> {
    window.with_sample()?;
    open(window)?;
    window.keys("g")?;
    let segment = selected(window)?;
    let first = gaps(window)?;
    ensure!(segment == first[0], "g goes to the widest gap");
    window.keys("g")?;
    window.until("the second gap", || {
        Ok((selected(window)? == first[1]).then_some(()))
    })?;
    window.keys(&format!("{}g", key::SHIFT))?;
    window.until("the first gap again", || {
        Ok((selected(window)? == first[0]).then_some(()))
    })?;
    let found = with_targets(window, &first)?;
    window.keys("l")?;
    the_lead_is_there(window, &found)?;

    // The same again opens the lead that is there.
    window.keys("l")?;
    window.wait(&by("field-segment"))?;
    window.script("history.back()", &[])?;
    window.wait(&by(PANEL))?;
    the_list_tells_it(window, &found)?;
    let faults = in_both_themes(window, "3", "the map as a list")?;
    ensure!(faults.is_empty(), "axe found:\n{}", faults.join("\n"));

    window.keys("2")?;
    window.wait(&by("map-flow"))?;
    let faults = in_both_themes(window, "2", "the map as flows")?;
    ensure!(faults.is_empty(), "axe found:\n{}", faults.join("\n"));
    window.keys("1")?;
    window.wait(&by("map-tree"))?;
    let faults = in_both_themes(window, "1", "the map with a segment open")?;
    ensure!(faults.is_empty(), "axe found:\n{}", faults.join("\n"));
    search_flies_there(window)
}

/// Looks at one view of the map in either theme. It draws its own colours for the theme that
/// is chosen, so that this is chosen anew.
fn in_both_themes(window: &Window, view: &str, page: &str) -> Result<Vec<String>> {
    let there = ["map-tree", "map-flow", "map-list"];
    let number: usize = view.parse()?;
    let place = window.script("return location.hash", &[])?;
    let mut found = check(window, page)?;
    for theme in ["dark", "light"] {
        window.choose("zh-CN", theme)?;
        window.go(place.as_str().unwrap_or_default())?;
        window.wait(&by(PANEL))?;
        window.keys(view)?;
        window.wait(&by(there[number - 1]))?;
        if theme == "dark" {
            found.extend(check(window, &format!("{page}, dark"))?);
        }
    }
    Ok(found)
}

pub(super) fn a_gap_becomes_a_lead_by_mouse(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.click(&by("nav-chain"))?;
    window.wait(&by("map-tree"))?;
    window.click(&by("map-chain"))?;
    window.click(&by("map-chain-elevator"))?;
    window.until_script(
        "the map of elevator parts",
        "return location.hash.startsWith('#/chain/elevator') || null",
    )?;
    window.wait(&by("map-tree"))?;
    if window.count(&by("gap-list"))? == 0 {
        window.click(&by("map-panel"))?;
    }
    let all = gaps(window)?;
    window.click(&by("gap-1"))?;
    window.until("the first gap", || {
        Ok((selected(window)? == all[0]).then_some(()))
    })?;
    let found = with_targets(window, &all)?;
    window.click(&by("target-lead"))?;
    the_lead_is_there(window, &found)?;
    window.click(&by("map-view-list"))?;
    the_list_tells_it(window, &found)
}

/// Segments are added, renamed and moved in place; the window's undo takes each back.
pub(super) fn a_chain_is_edited_in_place(window: &Window) -> Result<()> {
    window.with_nothing()?;
    open(window)?;
    window.keys("g")?;
    let gap = selected(window)?;
    window.keys("e")?;
    window.wait(&by("edit-bar"))?;
    window.keys("n")?;
    window.wait(&by("edit-name"))?;
    window.type_into(&by("edit-name"), "新环节甲")?;
    window.keys(&String::from(key::ENTER))?;
    let made = window.until("the new segment", || {
        let found = segment_named(window, "新环节甲")?;
        Ok(found)
    })?;
    ensure!(made["parent"] == json!(gap), "it is below the gap: {made}");
    window.until("it to be selected", || {
        Ok((selected(window)? == made["id"]).then_some(()))
    })?;
    window.keys(&String::from(key::F2))?;
    window.wait(&by("map-naming"))?;
    window.keys("新环节乙")?;
    window.keys(&String::from(key::ENTER))?;
    window.until("the other name", || segment_named(window, "新环节乙"))?;
    window.keys(&format!("{}z", key::CONTROL))?;
    window.until("the name before", || segment_named(window, "新环节甲"))?;
    window.keys(&format!("{}z", key::CONTROL))?;
    window.until("no new segment", || {
        Ok(segment_named(window, "新环节甲")?.is_none().then_some(()))
    })?;
    window.keys(&format!("{}y", key::CONTROL))?;
    window.until("it again", || segment_named(window, "新环节甲"))?;
    Ok(())
}

fn open(window: &Window) -> Result<()> {
    window.go(MAP)?;
    window.wait(&by("map-tree"))?;
    window.until_script(
        "the map to have the keyboard",
        "return document.activeElement?.dataset.testid === 'map-tree' || null",
    )?;
    Ok(())
}

/// The segment whose panel is open.
fn selected(window: &Window) -> Result<String> {
    window.attribute(&by(PANEL), "data-segment")
}

fn map(window: &Window) -> Result<Json> {
    window.elsewhere("chain_map", json!({"chain": "elevator"}))
}

fn segment_named(window: &Window, name: &str) -> Result<Option<Json>> {
    let map = map(window)?;
    let all = map["segments"].as_array().context("segments")?;
    Ok(all.iter().find(|one| one["name"] == name).cloned())
}

/// The gaps by rank, as another program reads them.
fn gaps(window: &Window) -> Result<Vec<String>> {
    let request = json!({"chain": "elevator", "limit": 30});
    let told = window.elsewhere("chain_gaps", request)?;
    let all = told["gaps"].as_array().context("gaps")?;
    let id = |one: &Json| one["segment"].as_str().map(str::to_owned);
    let found: Vec<_> = all.iter().filter_map(id).collect();
    ensure!(found.len() > 2, "there are gaps: {told}");
    Ok(found)
}

/// Walks on to the first gap that has targets, and returns it.
fn with_targets(window: &Window, gaps: &[String]) -> Result<String> {
    for gap in gaps {
        window.until("the next gap", || {
            Ok((selected(window)? == *gap).then_some(()))
        })?;
        let request = json!({"chain": "elevator", "segment": gap, "limit": 1});
        let told = window.elsewhere("chain_targets", request)?;
        if told["total"].as_u64().unwrap_or_default() > 0 {
            window.wait(&by("target"))?;
            return Ok(gap.clone());
        }
        window.keys("g")?;
    }
    anyhow::bail!("no gap has a target")
}

/// The lead carries the segment, and the panel counts it.
fn the_lead_is_there(window: &Window, segment: &str) -> Result<()> {
    window.wait(&by("notice-done"))?;
    let told = window.elsewhere("chain_segment", json!({"segment": segment}))?;
    let leads = told["leads"].as_array().context("leads")?;
    ensure!(leads.len() == 1, "one lead: {told}");
    let lead = json!({"kind": "lead", "id": leads[0]["id"]});
    let record = window.elsewhere("record", lead)?;
    ensure!(
        record["values"]["segment"] == json!(segment) && !record["values"]["enterprise"].is_null(),
        "the lead knows its segment and its enterprise: {record}"
    );
    let values = &record["values"];
    let reasons = values["target_reasons"].as_str().unwrap_or_default();
    ensure!(
        values["chain"] == "电梯配件" && reasons.lines().count() > 1,
        "and its chain, and why: {record}"
    );
    let shown = "const facts = [...document.querySelectorAll('[data-testid=segment-panel] .fact')]; \
        return facts.some((one) => /^线索\\s*1$/.test(one.textContent.trim())) || null";
    window.until_script("the panel to count the lead", shown)?;
    Ok(())
}

fn the_list_tells_it(window: &Window, segment: &str) -> Result<()> {
    if window.count(&by("map-list"))? == 0 {
        window.keys("3")?;
    }
    window.wait(&by("map-list"))?;
    let shown = format!(
        "return document.querySelector('[data-testid=map-row][data-segment=\"{segment}\"] .leads')\
         ?.textContent.trim() === '1' || null"
    );
    window.until_script("the list to count the lead", &shown)?;
    Ok(())
}

/// The search finds a segment by its name and by the first letters of its sounds.
fn search_flies_there(window: &Window) -> Result<()> {
    let map = map(window)?;
    let all = map["segments"].as_array().context("segments")?;
    let leaf = |one: &&Json| one["leaf"] == true;
    let name = all.iter().rfind(leaf).context("a leaf")?["name"].clone();
    let name = name.as_str().context("a name")?.to_owned();
    window.keys("/")?;
    window.keys(&name)?;
    window.wait_text("#map-found .hit.picked", &name)?;
    window.keys(&String::from(key::ENTER))?;
    window.wait_text(&format!("{} h2", by(PANEL)), &name)?;
    Ok(())
}
