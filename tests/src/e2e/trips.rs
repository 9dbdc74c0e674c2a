//! From a sheet of firms to the map, from the map to a trip, from a trip to a visit.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value as Json, json};
use xtask::webdriver::{by, key};

use super::plain::check_themes;
use super::window::Window;

/// Four firms: one that is sure, one that is only a trader, one of another trade, and a
/// scope without a name.
const SHEET: &str = "企业名称,所属地区,经营范围\n\
    某某导轨有限公司,山东济宁,电梯导轨、对重导轨及导轨支架制造；钢材销售\n\
    某某贸易有限公司,上海,电梯导轨销售；曳引机批发\n\
    某某餐饮有限公司,山东济南,餐饮服务\n\
    ,,控制柜制造\n";

/// A sheet is looked through by keyboard, written in one batch and taken back.
pub(super) fn a_sheet_of_firms_is_placed(window: &Window) -> Result<()> {
    window.with_nothing()?;
    window.go("#/place")?;
    window.wait(&by("place-input"))?;
    let file = window.path().with_file_name("scopes.csv");
    std::fs::write(&file, SHEET)?;
    window.type_into(&by("place-input"), &file.to_string_lossy())?;
    window.wait(&by("place-row-item"))?;
    window.click(&by("place-problems"))?;
    window.wait_text(".problems", "第 5 行")?;
    window.click(&by("place-filter-all"))?;
    window.until("three firms", || {
        Ok((window.count(&by("place-row-item"))? == 3).then_some(()))
    })?;
    window.wait_text(&by("place-pane"), "某某导轨有限公司")?;
    let marked = "return [...document.querySelectorAll('[data-testid=place-pane] mark')]\
        .some((one) => one.textContent.includes('导轨')) || null";
    window.until_script("the words that say so to be marked", marked)?;
    let faults = check_themes(window, "a sheet of firms")?;
    ensure!(faults.is_empty(), "axe found:\n{}", faults.join("\n"));

    window.script(
        "document.querySelector('[data-testid=place-row]').focus()",
        &[],
    )?;
    window.keys("a")?;
    window.wait_text(&by("place-pane"), "某某贸易有限公司")?;
    window.keys("x")?;
    window.wait_text(&by("place-filter-accepted"), "1")?;
    window.wait_text(&by("place-filter-rejected"), "1")?;
    window.keys(&format!("{}s", key::CONTROL))?;
    window.wait(&by("place-done"))?;
    let made = || -> Result<u64> {
        let request = json!({"kind": "enterprise", "limit": 1, "filters": [
            {"field": "name", "op": "contains", "value": "某某"}]});
        let told = window.elsewhere("records", request)?;
        told["total"].as_u64().context("a count")
    };
    ensure!(made()? == 1, "the accepted firm alone is a record");
    window.click(&by("place-undo"))?;
    window.until("the firm to be gone", || Ok((made()? == 0).then_some(())))
}

/// The keyboard puts targets and a park on a trip, changes its order, makes a visit of a
/// stop and opens the briefing.
pub(super) fn targets_become_a_trip_and_a_visit(window: &Window) -> Result<()> {
    window.with_nothing()?;
    window.go("#/chain/elevator")?;
    window.wait(&by("map-tree"))?;
    window.until_script(
        "the map to have the keyboard",
        "return document.activeElement?.dataset.testid === 'map-tree' || null",
    )?;
    let mut wanted = 0;
    for _ in 0..12 {
        window.keys("g")?;
        let segment = window.attribute(&by("segment-panel"), "data-segment")?;
        let request = json!({"chain": "elevator", "segment": segment, "limit": 1});
        let told = window.elsewhere("chain_targets", request)?;
        if told["total"].as_u64().unwrap_or_default() == 0 {
            continue;
        }
        window.wait(&by("target"))?;
        window.keys("v")?;
        wanted += 1;
        window.until("another stop", || {
            Ok((stops(window)?.len() >= wanted).then_some(()))
        })?;
        if wanted == 2 {
            break;
        }
    }
    ensure!(wanted == 2, "two gaps have targets");
    // The park the keyboard is in goes on the trip whole; some have only firms that are on
    // it already.
    window.click(&by("segment-tab-parks"))?;
    window.wait(&by("park-visit"))?;
    for park in 0..window.count(&by("park-visit"))? {
        let focus = "document.querySelectorAll('[data-testid=park-visit]')[arguments[0]].focus()";
        window.script(focus, &[json!(park)])?;
        window.keys("v")?;
        window.wait("[data-testid^=\"notice-\"]")?;
        if stops(window)?.len() > 2 {
            break;
        }
    }
    window.until("firms of a park", || {
        Ok((stops(window)?.len() > 2).then_some(()))
    })?;
    window.keys(&format!("{}V", key::SHIFT))?;
    window.wait(&by("stop-pane"))?;
    let faults = check_themes(window, "a trip")?;
    ensure!(faults.is_empty(), "axe found:\n{}", faults.join("\n"));

    let before = order(window)?;
    window.script(
        "document.querySelector('[data-testid=trip-stop]').focus()",
        &[],
    )?;
    window.keys(&format!("{}{}{}", key::ALT, key::SHIFT, key::DOWN))?;
    window.until("the first to be the second", || {
        let now = order(window)?;
        Ok((now[..2] == [before[1].clone(), before[0].clone()]).then_some(()))
    })?;
    window.keys(&format!("{}z", key::CONTROL))?;
    window.until("the order before", || {
        Ok((order(window)? == before).then_some(()))
    })?;
    window.keys("d")?;
    window.wait(&by("finish-save"))?;
    window.type_into(&by("finish-result"), "愿意来考察")?;
    window.click(&by("finish-save"))?;
    window.wait(&by("stop-visit"))?;
    let visits = window.elsewhere("records", json!({"kind": "visit", "limit": 5}))?;
    let visit = &visits["rows"][0]["values"];
    ensure!(
        visits["total"] == 1 && visit["result"] == "愿意来考察" && visit["enterprise"] == before[0],
        "one visit, of the first stop: {visits}"
    );
    window.keys(&format!("{}p", key::CONTROL))?;
    window.wait(&by("brief-cover"))?;
    let sheets = before.len();
    window.until("a sheet for each firm", || {
        Ok((window.count(&by("brief-sheet"))? == sheets).then_some(()))
    })?;
    let faults = check_themes(window, "a briefing")?;
    ensure!(faults.is_empty(), "axe found:\n{}", faults.join("\n"));
    Ok(())
}

/// What a person changed about the atlas is shown beside it, and taken over only when told.
pub(super) fn the_atlas_is_taken_over_one_by_one(window: &Window) -> Result<()> {
    window.with_nothing()?;
    let map = window.elsewhere("chain_map", json!({"chain": "elevator"}))?;
    let all = map["segments"].as_array().context("segments")?;
    let [one, other] = [&all[1], &all[2]];
    for (segment, name) in [(one, "我的叫法"), (other, "另一个叫法")] {
        let request = json!({"kind": "segment", "id": segment["id"], "seen": segment["version"],
            "values": {"name": name}});
        window.elsewhere("edit_record", request)?;
    }
    window.go("#/atlas")?;
    window.until("two differences", || {
        Ok((window.count(&by("atlas-change-item"))? == 2).then_some(()))
    })?;
    window.wait_text(&by("atlas-pane"), "你改过")?;
    let faults = check_themes(window, "a newer atlas")?;
    ensure!(faults.is_empty(), "axe found:\n{}", faults.join("\n"));
    window.script(
        "document.querySelector('[data-testid=atlas-change]').focus()",
        &[],
    )?;
    window.keys("a")?;
    window.keys(&format!("{}s", key::CONTROL))?;
    window.until("one difference to be left", || {
        Ok((window.count(&by("atlas-change-item"))? == 1).then_some(()))
    })?;
    window.keys(&format!("{}z", key::CONTROL))?;
    window.until("both again", || {
        Ok((window.count(&by("atlas-change-item"))? == 2).then_some(()))
    })
}

/// The stops of the youngest trip, as another program reads them.
fn stops(window: &Window) -> Result<Vec<Json>> {
    let trips = window.elsewhere("trips", json!({}))?;
    let Some(id) = trips["trips"][0]["id"].as_str() else {
        return Ok(Vec::new());
    };
    let told = window.elsewhere("trip", json!({"trip": id}))?;
    Ok(told["stops"].as_array().cloned().unwrap_or_default())
}

fn order(window: &Window) -> Result<Vec<Json>> {
    let stops = stops(window)?;
    Ok(stops
        .iter()
        .map(|stop| stop["brief"]["enterprise"].clone())
        .collect())
}
