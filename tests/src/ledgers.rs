//! Every example ledger goes in as it is and gives exactly what its
//! `expected.json` says; the second folder adds nothing to the first.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::{Value as Json, json};

use crate::desk::{Story, ledgers};

/// What a folder must give.
fn expected(layout: &str) -> Json {
    let path = ledgers().join(layout).join("expected.json");
    let text = std::fs::read_to_string(path).expect("expected.json");
    serde_json::from_str(&text).expect("json")
}

/// The folder's files.
fn files(layout: &str) -> Vec<PathBuf> {
    let listed = expected(layout)["files"].clone();
    let names = listed.as_array().expect("files").iter();
    names
        .map(|file| {
            let name = file["file"].as_str().expect("name");
            ledgers().join(layout).join(name)
        })
        .collect()
}

async fn imported(story: &Story, layout: &str) -> Vec<Json> {
    let mut reports = Vec::new();
    for file in files(layout) {
        reports.push(story.import(&file).await);
    }
    reports
}

fn list(json: &Json) -> &[Json] {
    json.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(json: &Json) -> String {
    json.as_str().unwrap_or_default().to_owned()
}

/// The figures of 2023 by id.
async fn figures(story: &Story) -> impl Fn(&str) -> Json + use<> {
    let reply = story.ask("figures", json!({"year": 2023})).await;
    move |id: &str| {
        let mut all = list(&reply["figures"]).iter();
        all.find(|one| one["id"] == id).expect("figure").clone()
    }
}

/// How many rows the parts of a figure have together.
async fn broken_down(story: &Story, figure: &str, by: &str) -> u64 {
    let reply = story.ask("figures", json!({"year": 2023})).await;
    let mut all = list(&reply["breakdowns"]).iter();
    let found = all.find(|one| one["figure"] == figure && one["by"] == by);
    let parts = list(&found.expect("breakdown")["parts"]).iter();
    parts.map(|part| part["count"].as_u64().unwrap_or(0)).sum()
}

fn shown(figure: &Json) -> String {
    text(&figure["value"]["display"])
}

fn part(figure: &Json, key: &str) -> u64 {
    let mut parts = list(&figure["parts"]).iter();
    let part = parts.find(|part| part["key"] == key);
    part.and_then(|part| part["count"].as_u64()).unwrap_or(0)
}

fn otherwise(figure: &Json, setting: &str, value: &str) -> String {
    let mut others = list(&figure["other_readings"]).iter();
    let other = others.find(|one| one["setting"] == setting && one["value"] == value);
    other.map(|one| text(&one["display"])).unwrap_or_default()
}

/// Every figure is the expected one, and every mistake is another reading at
/// most.
async fn check_figures(story: &Story, layout: &str) {
    let truth = expected(layout)["figures"].clone();
    let wrong = expected(layout)["wrong_answers"].clone();
    let figure = figures(story).await;
    let is = |id: &str, value: &Json| {
        let value = value.as_str().map_or(value.to_string(), str::to_owned);
        assert_eq!(shown(&figure(id)), value, "{layout} {id}");
    };
    is("F1", &truth["F1"]);
    is("F2", &truth["F2"]["display"]);
    is("F3", &truth["F3"]);
    is("F4", &truth["F4"]);
    is("leads", &truth["F5"]["leads"]);
    is("F5", &truth["F5"]["effective_all"]);
    is("F6", &truth["F6"]);
    is("F7", &truth["F7"]["display"]);
    for (key, label) in [("province", "省级"), ("city", "市级"), ("county", "县级")] {
        assert_eq!(part(&figure("F8"), key), truth["F8"][label], "{layout} F8");
    }
    for (key, label) in [("continuing", "续建"), ("new", "新建")] {
        assert_eq!(part(&figure("F9"), key), truth["F9"][label], "{layout} F9");
    }
    is("F10", &truth["F10"]);
    let buildings = &truth["F11"]["buildings_all_key"];
    for (id, field) in [("F11", "started"), ("F11_capped", "capped")] {
        let value = figure(id)["value"].clone();
        assert_eq!(text(&value["part"]), buildings[field].to_string(), "{id}");
        assert_eq!(text(&value["whole"]), buildings["all"].to_string(), "{id}");
    }
    is("F16", &truth["F16"]["display"]);
    is("F17", &truth["F17"]["A_over_completed"]);
    is("F23", &truth["F23"]["rate"]);
    is("payments", &truth["paid_in"]["instalments_counted"]);
    is("visits", &truth["visits"]["all"]);
    is("parcels", &truth["parcels"]["count"]);
    let yuan = |id: &str| text(&figure(id)["value"]["yuan"]);
    let exact = |value: &Json| format!("{value}.00");
    assert_eq!(yuan("F2"), exact(&truth["F2"]["yuan"]));
    assert_eq!(yuan("F7"), exact(&truth["F7"]["yuan"]));
    assert_eq!(yuan("paid_in"), exact(&truth["paid_in"]["recognised_yuan"]));
    let recognised = figure("paid_in")["ids"].clone();
    for by in ["month", "fund_kind"] {
        let parts = broken_down(story, "paid_in", by).await;
        assert_eq!(parts, list(&recognised).len() as u64, "{layout} {by}");
    }
    for (id, setting, reading, value) in [
        (
            "F2",
            "amount",
            "contract_total",
            &wrong["F2_total_investment_instead_of_capital"],
        ),
        (
            "F2",
            "supplement",
            "adds_money",
            &wrong["F2_with_supplement_switch_on_(legal_alternative)"],
        ),
        (
            "F3",
            "threshold",
            "exclusive",
            &wrong["F3_strictly_greater"],
        ),
        (
            "F4",
            "threshold",
            "exclusive",
            &wrong["F4_strictly_greater"],
        ),
        (
            "F3",
            "amount",
            "contract_total",
            &wrong["F3_by_total_investment"],
        ),
        (
            "F5",
            "lead_channel",
            "third_party",
            &truth["F5"]["effective_third_party"],
        ),
        (
            "F10",
            "finished",
            "completion",
            &truth["F10_by_rule"]["completion_only"],
        ),
        (
            "F10",
            "finished",
            "production",
            &truth["F10_by_rule"]["production_only"],
        ),
        (
            "F17",
            "occupancy",
            "leased_of_lettable",
            &truth["F17"]["B_leased_over_lettable"],
        ),
    ] {
        let value = value.as_str().map_or(value.to_string(), str::to_owned);
        assert_eq!(
            otherwise(&figure(id), setting, reading),
            value,
            "{layout} {id} {setting}"
        );
    }
}

/// The rows to look at are the expected ones, no fewer and no more.
fn check_reviews(reports: &[Json], layout: &str) {
    type Review = (String, String, u64, String, String);
    let place = |file: &Json, one: &Json| -> Review {
        let row = one["row"].as_u64().unwrap_or(0);
        (
            text(file),
            text(&one["sheet"]),
            row,
            text(&one["column"]),
            text(&one["reason"]),
        )
    };
    let matters = |one: &&Json| one["level"] != "info";
    let truth = expected(layout)["review"].clone();
    let wanted: BTreeSet<Review> = list(&truth)
        .iter()
        .filter(matters)
        .map(|one| place(&one["file"], one))
        .collect();
    let found: BTreeSet<Review> = reports
        .iter()
        .flat_map(|report| {
            let problems = list(&report["problems"]).iter().filter(matters);
            problems.map(|one| place(&report["file"], one))
        })
        .collect();
    assert_eq!(found, wanted, "{layout}");
}

/// The rows that repeat others are the expected ones, each with what it
/// repeats.
fn check_duplicates(reports: &[Json], layout: &str) {
    type Pair = (String, String, u64, String, u64);
    let truth = expected(layout)["duplicates"].clone();
    let mut wanted = BTreeSet::<Pair>::new();
    for one in list(&truth) {
        let kept = &one["kept"]["at"];
        for other in list(&one["others"]) {
            let at = &other["at"];
            let row = |at: &Json| at["row"].as_u64().unwrap_or(0);
            wanted.insert((
                text(&at["file"]),
                text(&at["sheet"]),
                row(at),
                text(&kept["sheet"]),
                row(kept),
            ));
        }
    }
    let found: BTreeSet<Pair> = reports
        .iter()
        .flat_map(|report| {
            let duplicates = list(&report["duplicates"]).iter();
            duplicates.map(|one| {
                let row = one["row"].as_u64().unwrap_or(0);
                let from = one["from"][2].as_u64().unwrap_or(0);
                (
                    text(&report["file"]),
                    text(&one["sheet"]),
                    row,
                    text(&one["from"][1]),
                    from,
                )
            })
        })
        .collect();
    assert_eq!(found, wanted, "{layout}");
}

/// The tables are read as they lie.
fn check_tables(reports: &[Json], layout: &str) {
    let truth = expected(layout)["files"].clone();
    for file in list(&truth) {
        let mut reports = reports.iter();
        let report = reports
            .find(|report| report["file"] == file["file"])
            .expect("report");
        for sheet in list(&file["sheets"]) {
            let mut tables = list(&report["tables"]).iter();
            let name = sheet.get("sheet").unwrap_or(&sheet["name"]);
            let table = tables.find(|table| table["sheet"] == *name).expect("table");
            assert_eq!(table["header_rows"], sheet["header_rows"], "{name}");
            let rows = list(&sheet["data_rows"]).len() as u64;
            assert_eq!(table["read"], rows, "{name}");
            let skipped = list(&sheet["skip_rows"]).len();
            assert_eq!(list(&table["skipped"]).len(), skipped, "{name}");
            assert_eq!(table["rejected"], 0, "{name}");
        }
    }
}

#[tokio::test]
async fn layout_a_gives_its_truth() {
    gives_its_truth("A").await;
}

#[tokio::test]
async fn layout_b_gives_its_truth() {
    gives_its_truth("B").await;
}

async fn gives_its_truth(layout: &str) {
    let story = Story::fresh().await;
    let reports = imported(&story, layout).await;
    check_tables(&reports, layout);
    check_reviews(&reports, layout);
    check_duplicates(&reports, layout);
    check_figures(&story, layout).await;
    if layout == "A" {
        // Its title says by how much the rate rose; layout B has no title.
        let figure = figures(&story).await;
        let points = &expected(layout)["figures"]["F18"]["points"];
        assert_eq!(shown(&figure("F18")), text(points));
        assert_eq!(text(&figure("F18")["unit"]), "points");
    }
    story.whole().await;
}

#[tokio::test]
async fn the_second_layout_adds_nothing_to_the_first() {
    for (first, second) in [("A", "B"), ("B", "A")] {
        let story = Story::fresh().await;
        imported(&story, first).await;
        for report in imported(&story, second).await {
            // Phases stand in one layout only.
            let phases = list(&report["tables"]).iter().map(|table| {
                let key = table["kind"] == "key_project" && second == "A";
                u64::from(key && table["sheet"] != "竣工投产项目")
            });
            let phases: u64 = 2 * phases.sum::<u64>();
            let created = report["created"].as_u64().unwrap_or(u64::MAX);
            assert!(created <= phases, "{first} then {second}: {report}");
            assert_eq!(
                list(&report["duplicates"])
                    .iter()
                    .filter(|one| one["decision"] == "ask")
                    .count(),
                0
            );
        }
        check_figures(&story, first).await;
    }
}

#[tokio::test]
async fn each_decision_about_a_repeated_voucher_is_kept() {
    let ledger = files("A")
        .into_iter()
        .find(|file| file.to_string_lossy().contains("到位资金"));
    let ledger = ledger.expect("ledger");
    for (decision, payments) in [
        ("ask", "45"),
        ("skip", "45"),
        ("update", "45"),
        ("new", "46"),
    ] {
        let story = Story::fresh().await;
        let report = story
            .import_with(&ledger, json!({"on_duplicate": decision}))
            .await;
        assert_eq!(
            shown(&figures(&story).await("payments")),
            payments,
            "{decision}"
        );
        let left_out = u64::from(decision == "skip");
        assert_eq!(report["skipped"], left_out, "{decision}");
    }
}

#[tokio::test]
async fn a_dry_run_says_the_same_and_writes_nothing() {
    let story = Story::fresh().await;
    for file in files("A") {
        let dry = story.import_with(&file, json!({"dry_run": true})).await;
        assert_eq!(dry["batch"], Json::Null);
        let nothing = story.ask("undo_state", json!({})).await;
        assert_eq!(nothing["undo"], Json::Null);
        let wet = story.import_with(&file, json!({})).await;
        for count in ["created", "updated", "unchanged", "rejected"] {
            assert_eq!(dry[count], wet[count], "{count}");
        }
        story.ask("undo", json!({})).await;
    }
}
