//! Stories of industry chains, through the public commands.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};
use suoji_app::App;

use crate::desk::Story;

mod files;
mod names;
mod nested;
mod words;
mod year;

fn list(value: &Json) -> &[Json] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

async fn map(story: &Story, chain: &str) -> Json {
    story.ask("chain_map", json!({ "chain": chain })).await
}

fn by_code<'m>(map: &'m Json, code: &str) -> &'m Json {
    let mut found = list(&map["segments"]).iter();
    found.find(|one| one["code"] == code).expect(code)
}

async fn export(story: &Story, chain: &str, format: &str) -> Vec<(String, Vec<u8>)> {
    let request = json!({ "chain": chain, "format": format });
    let reply = story.ask("chain_export", request).await;
    let files = list(&reply["files"]).iter();
    files
        .map(|file| {
            let bytes = BASE64
                .decode(file["data"].as_str().expect("data"))
                .expect("base64");
            (file["name"].as_str().expect("name").to_owned(), bytes)
        })
        .collect()
}

async fn bring_in(story: &Story, name: &str, bytes: &[u8]) -> Json {
    let request = json!({ "file_name": name, "data": BASE64.encode(bytes) });
    story.ask("chain_import", request).await
}

#[tokio::test]
async fn a_new_desk_offers_three_chains_with_ranked_gaps_and_targets() {
    let story = Story::fresh().await;
    let chains = story.ask("chains", json!({})).await;
    let codes: Vec<&str> = list(&chains["chains"])
        .iter()
        .filter_map(|chain| chain["code"].as_str())
        .collect();
    assert_eq!(codes, ["biopharma", "nev", "elevator"]);
    for (code, segments) in [("biopharma", 189), ("nev", 204), ("elevator", 138)] {
        let map = map(&story, code).await;
        assert_eq!(list(&map["segments"]).len(), segments, "{code}");
        let gaps = story.ask("chain_gaps", json!({ "chain": code })).await;
        let gaps = list(&gaps["gaps"]);
        assert!(gaps.len() > 10, "{code}: {} gaps", gaps.len());
        for (rank, gap) in (1..).zip(gaps) {
            assert_eq!(gap["rank"], rank);
            assert!(gap["parts"]["importance"].is_number(), "{gap}");
            assert!(!list(&gap["ids"]).is_empty());
        }
        let segment = &gaps[0]["segment"];
        let request = json!({ "chain": code, "segment": segment });
        let targets = story.ask("chain_targets", request).await;
        let best = &targets["targets"][0];
        assert!(
            best["score"].as_f64().is_some_and(|score| score > 0.0),
            "{best}"
        );
        assert!(!list(&best["reasons"]).is_empty());
        let parks = story.ask("chain_parks", json!({ "chain": code })).await;
        assert!(!list(&parks["parks"][0]["gaps"]).is_empty(), "{code}");
    }
    // The second look finds what the first one wrote.
    let again = story.ask("chains", json!({})).await;
    assert_eq!(again, chains);
    let verified = story.ask("verify", json!({})).await;
    assert_eq!(verified["ok"], true, "{verified}");
    // The atlas is nobody's work: the sample is still offered, until somebody edits.
    let status = story.ask("desk_status", json!({})).await;
    assert_eq!(status["empty"], true, "{status}");
    let map = map(&story, "nev").await;
    let first = &map["segments"][0];
    let request = json!({ "kind": "segment", "id": first["id"], "seen": first["version"],
        "values": { "must_have": true } });
    story.ask("edit_record", request).await;
    let status = story.ask("desk_status", json!({})).await;
    assert_eq!(status["empty"], false, "{status}");
}

#[tokio::test]
async fn a_chain_without_local_firms_has_spread_scores_that_say_what_is_not_known() {
    let story = Story::fresh().await;
    let before = map(&story, "nev").await;
    assert_eq!(before["chain"]["local"], 0);
    let gaps = story.ask("chain_gaps", json!({ "chain": "nev" })).await;
    let scores: Vec<f64> = list(&gaps["gaps"])
        .iter()
        .filter_map(|gap| gap["score"].as_f64())
        .collect();
    assert!(
        scores[0] > 50.0 && scores[scores.len() - 1] < 20.0,
        "{scores:?}"
    );
    let first = &gaps["gaps"][0];
    assert_eq!(first["parts"]["feasibility"], Json::Null);
    assert_eq!(first["parts"]["policy"], Json::Null);
    let request = json!({ "segment": first["segment"] });
    let told = story.ask("chain_segment", request).await;
    let codes: Vec<&Json> = list(&told["why"]).iter().map(|why| &why["code"]).collect();
    for code in ["by_structure", "no_neighbour"] {
        assert!(codes.contains(&&json!(code)), "{codes:?}");
    }
    // A mark lifts a gap that nothing else speaks for.
    let last = &gaps["gaps"][scores.len() - 1];
    let segments = list(&before["segments"]).iter();
    let mut same = segments.filter(|one| one["id"] == last["segment"]);
    let segment = same.next().expect("segment");
    let values = json!({ "chokepoint": true, "policy_priority": "high" });
    let request = json!({ "kind": "segment", "id": segment["id"], "seen": segment["version"],
        "values": values });
    story.ask("edit_record", request).await;
    let after = story.ask("chain_gaps", json!({ "chain": "nev" })).await;
    let mut now = list(&after["gaps"]).iter();
    let now = now
        .find(|gap| gap["segment"] == last["segment"])
        .expect("gap");
    let rose = now["score"].as_f64().zip(last["score"].as_f64());
    assert!(
        rose.is_some_and(|(now, then)| now > then + 15.0),
        "{now} {last}"
    );
    assert_eq!(now["parts"]["policy"], 1.0);
}

#[tokio::test]
async fn a_target_becomes_one_lead_that_stands_on_the_map_and_in_the_list() {
    let story = Story::fresh().await;
    let gaps = story
        .ask("chain_gaps", json!({ "chain": "elevator" }))
        .await;
    let gap = &gaps["gaps"][0];
    let request = json!({ "chain": "elevator", "segment": gap["segment"] });
    let targets = story.ask("chain_targets", request).await;
    let target = &targets["targets"][0];
    let request = json!({ "segment": gap["segment"], "enterprise": target["enterprise"] });
    let made = story.ask("make_lead", request.clone()).await;
    assert_eq!(made["created"], true);
    let found = story.ask("make_lead", request).await;
    assert_eq!(
        (&found["lead"], &found["created"]),
        (&made["lead"], &json!(false))
    );
    let lead = story
        .ask("record", json!({ "kind": "lead", "id": made["lead"] }))
        .await;
    assert_eq!(lead["values"]["segment"], gap["segment"]);
    assert_eq!(lead["values"]["chain"], "电梯配件");
    assert!(
        lead["values"]["target_reasons"]
            .as_str()
            .is_some_and(|text| text.lines().count() > 1)
    );
    let map = map(&story, "elevator").await;
    let mut on_map = list(&map["segments"]).iter();
    let on_map = on_map
        .find(|one| one["id"] == gap["segment"])
        .expect("segment");
    assert_eq!(on_map["direct"]["lead"], 1);
    let chain = map["chain"]["id"].as_str().expect("chain");
    let layer = on_map["layer"].as_str().expect("layer");
    let above = on_map["parent"].clone();
    for (value, total) in [
        (above, 1),
        (json!(chain), 1),
        (json!(format!("{chain}/{layer}")), 1),
        (json!(format!("{chain}/nowhere")), 0),
    ] {
        let filter = json!({ "field": "segment", "op": "within", "value": value });
        let request = json!({ "kind": "lead", "filters": [filter], "limit": 10 });
        let page = story.ask("records", request).await;
        assert_eq!(page["total"], total, "{value}");
    }
    let targets = story
        .ask(
            "chain_targets",
            json!({ "chain": "elevator", "segment": gap["segment"] }),
        )
        .await;
    let mut targets = list(&targets["targets"]).iter();
    let again = targets.find(|one| one["enterprise"] == target["enterprise"]);
    assert_eq!(again.expect("target")["lead"], made["lead"]);
}

#[tokio::test]
async fn what_people_write_of_a_segment_is_counted_from_entry_to_entry() {
    let story = Story::fresh().await;
    let segments = map(&story, "elevator").await["segments"].clone();
    let leaf = list(&segments).iter().find(|one| one["leaf"] == true);
    let leaf = leaf.expect("leaf").clone();
    let counted = |map: &Json| {
        let told = by_code(map, leaf["code"].as_str().expect("code"));
        told["changed"].as_u64().expect("a count")
    };
    assert_eq!(counted(&map(&story, "elevator").await), 0);
    for (times, note) in [(1, "一"), (2, "二")] {
        let ask = json!({ "kind": "segment", "id": leaf["id"] });
        let seen = story.ask("record", ask).await["version"].clone();
        let request = json!({ "kind": "segment", "id": leaf["id"], "seen": seen,
            "values": { "note": note } });
        story.ask("edit_record", request).await;
        assert_eq!(counted(&map(&story, "elevator").await), times);
    }
    // Whoever counts all of it at once comes to the same.
    let other = App::new(story.folder.path().join("desk.db"));
    other.start().await;
    let anew = other
        .call("chain_map", json!({ "chain": "elevator" }))
        .await;
    assert_eq!(
        anew.expect("map")["segments"],
        map(&story, "elevator").await["segments"]
    );
    other.close().await;
}

#[tokio::test]
async fn an_agreement_stands_where_its_project_does() {
    let story = Story::fresh().await;
    let before = map(&story, "nev").await;
    let leaf = list(&before["segments"])
        .iter()
        .find(|one| one["leaf"] == true);
    let leaf = leaf.expect("leaf").clone();
    let project = story
        .ask(
            "create_record",
            json!({ "kind": "project", "values": { "name": "电池项目", "segment": leaf["id"] } }),
        )
        .await;
    let values = json!({
        "project": project["id"], "agreement_type": "formal", "sign_date": { "date": "2026-03-01" },
        "contract_capital": { "amount": "120000000.00", "currency": "CNY" },
    });
    let request = json!({ "kind": "agreement", "values": values });
    story.ask("create_record", request).await;
    let filter = json!({ "field": "segment", "op": "within", "value": leaf["parent"] });
    let request = json!({ "kind": "agreement", "filters": [filter], "limit": 10 });
    assert_eq!(story.ask("records", request).await["total"], 1);
    let after = map(&story, "nev").await;
    let above = by_code(&after, leaf["code"].as_str().expect("code"));
    assert_eq!(above["total"]["signed_yuan"], "120000000.00");
    let mut parents = list(&after["segments"]).iter();
    let parent = parents
        .find(|one| one["id"] == leaf["parent"])
        .expect("parent");
    assert_eq!(parent["total"]["signed_yuan"], "120000000.00");
    assert_eq!(parent["direct"]["signed_yuan"], "0.00");
}

/// Enterprises hang on segments by their links, and what refers to them with them.
#[tokio::test]
async fn enterprises_and_visits_stand_where_links_say() {
    let story = Story::fresh().await;
    let before = map(&story, "elevator").await;
    let leaf = list(&before["segments"])
        .iter()
        .find(|one| one["leaf"] == true && one["direct"]["target"].as_u64() > Some(1));
    let leaf = leaf.expect("a leaf with targets").clone();
    let told = story
        .ask("chain_segment", json!({ "segment": leaf["id"] }))
        .await;
    let firms = list(&told["firms"]).iter().map(|one| &one["enterprise"]);
    let firms: std::collections::BTreeSet<String> = firms.map(Json::to_string).collect();
    let within = |kind: &str| {
        let filter = json!({ "field": "segment", "op": "within", "value": leaf["id"] });
        json!({ "kind": kind, "filters": [filter], "limit": 1000 })
    };
    let page = story.ask("records", within("enterprise")).await;
    let found = list(&page["rows"]).iter().map(|row| row["id"].to_string());
    assert_eq!(found.collect::<std::collections::BTreeSet<_>>(), firms);
    assert_eq!(story.ask("records", within("visit")).await["total"], 0);
    let values = json!({ "enterprise": told["firms"][0]["enterprise"], "content": "走访" });
    let visit = json!({ "kind": "visit", "values": values });
    story.ask("create_record", visit).await;
    assert_eq!(story.ask("records", within("visit")).await["total"], 1);
}

#[tokio::test]
async fn a_map_is_redrawn_and_each_action_is_one_undo() {
    let story = Story::fresh().await;
    let before = map(&story, "elevator").await;
    let shape = |map: &Json| -> Vec<(Json, Json, Json)> {
        let segments = list(&map["segments"]).iter();
        segments
            .map(|one| {
                (
                    one["id"].clone(),
                    one["parent"].clone(),
                    one["layer"].clone(),
                )
            })
            .collect()
    };
    let segments = list(&before["segments"]);
    let group = segments
        .iter()
        .find(|one| one["leaf"] == false)
        .expect("group");
    let leaves: Vec<&Json> = segments
        .iter()
        .filter(|one| one["parent"] == group["id"] && one["leaf"] == true)
        .collect();
    let other = segments
        .iter()
        .find(|one| one["leaf"] == false && one["layer"] != group["layer"])
        .expect("other");
    for (name, request) in [
        (
            "add_segment",
            json!({ "chain": "elevator", "name": "新环节", "parent": group["id"], "after": leaves[0]["id"] }),
        ),
        (
            "move_segment",
            json!({ "segment": group["id"], "seen": group["version"], "parent": other["id"], "after": null }),
        ),
        (
            "merge_segments",
            json!({ "into": leaves[0]["id"], "segments": [leaves[1]["id"]] }),
        ),
        (
            "split_segment",
            json!({ "segment": leaves[0]["id"], "parts": [{ "name": "一" }, { "name": "二" }] }),
        ),
        ("remove_segment", json!({ "segment": group["id"] })),
        (
            "paste_segments",
            json!({ "chain": "elevator", "parent": group["id"], "text": "甲\tA\n  乙\n  丙\n丁" }),
        ),
    ] {
        story.ask(name, request).await;
        let changed = map(&story, "elevator").await;
        assert_ne!(shape(&changed), shape(&before), "{name}");
        story.ask("undo", json!({})).await;
        let back = map(&story, "elevator").await;
        assert_eq!(shape(&back), shape(&before), "{name}");
    }
    let child = leaves[0];
    let request =
        json!({ "segment": group["id"], "seen": group["version"], "parent": child["id"] });
    let fault = story.refused("move_segment", request).await;
    assert_eq!(fault.code(), "chain_cycle");
}

#[tokio::test]
async fn firms_are_placed_by_their_scopes_and_corrections_are_learned() {
    let story = Story::fresh().await;
    let sheet = "企业名称,所属省份,所属城市,统一社会信用代码,经营范围\n\
        某导轨有限公司,江苏省,苏州市,,电梯导轨、对重导轨制造；钢材销售\n\
        某贸易有限公司,,,,电梯导轨销售；曳引机批发\n";
    let request =
        json!({ "file_name": "scopes.csv", "data": BASE64.encode(sheet), "chain": "elevator" });
    let placed = story.ask("chain_place", request.clone()).await;
    let rows = list(&placed["rows"]);
    assert_eq!(rows.len(), 2);
    assert_eq!(
        (&rows[0]["region"], &rows[1]["region"]),
        (&json!("江苏 苏州"), &Json::Null)
    );
    let other = json!({ "file_name": "other.csv", "data": BASE64.encode("甲,乙\n1,2\n") });
    assert_eq!(story.refused("chain_place", other).await.code(), "no_firms");
    let best = &rows[0]["segments"][0];
    assert!(
        best["name"]
            .as_str()
            .is_some_and(|name| name.contains("导轨")),
        "{placed}"
    );
    assert!(list(&rows[1]["segments"]).is_empty(), "{placed}");
    assert!(!list(&rows[1]["excluded"]).is_empty());
    let row = json!({
        "name": rows[0]["name"], "scope": rows[0]["scope"],
        "segments": [{ "segment": best["segment"], "words": best["words"] }],
    });
    let saved = story.ask("save_places", json!({ "rows": [row] })).await;
    assert!(
        saved["created"].as_u64().is_some_and(|made| made >= 3),
        "{saved}"
    );
    let again = story.ask("chain_place", request.clone()).await;
    assert!(again["rows"][0]["enterprise"].is_string());
    let rejected = json!({
        "name": "另一家", "segments": [],
        "rejected": [{ "segment": best["segment"], "words": best["words"] }],
    });
    for _ in 0..3 {
        story
            .ask("save_places", json!({ "rows": [rejected] }))
            .await;
    }
    let learned = story.ask("chain_place", request).await;
    let score = |placed: &Json| {
        let mut segments = list(&placed["rows"][0]["segments"]).iter();
        let found = segments.find(|one| one["segment"] == best["segment"]);
        found.and_then(|one| one["score"].as_f64()).unwrap_or(0.0)
    };
    assert!(score(&learned) < score(&again), "{learned}");
}

#[tokio::test]
async fn the_atlas_is_compared_with_what_people_made_of_it_and_never_overwrites() {
    let story = Story::fresh().await;
    let start = story.ask("chain_atlas_changes", json!({})).await;
    assert_eq!(start["changes"], json!([]));
    let map_before = map(&story, "elevator").await;
    let first = &map_before["segments"][0];
    let request = json!({ "kind": "segment", "id": first["id"], "seen": first["version"],
        "values": { "name": "我们的叫法" } });
    story.ask("edit_record", request).await;
    story.ask("chains", json!({})).await;
    assert_eq!(
        map(&story, "elevator").await["segments"][0]["name"],
        "我们的叫法"
    );
    let changes = story.ask("chain_atlas_changes", json!({})).await;
    let change = &changes["changes"][0];
    assert_eq!(change["fields"][0]["field"], "name");
    assert_eq!(change["fields"][0]["edited"], true);
    story
        .ask("apply_atlas_changes", json!({ "ids": [change["id"]] }))
        .await;
    assert_eq!(
        map(&story, "elevator").await["segments"][0]["name"],
        first["name"]
    );
}

#[tokio::test]
async fn a_past_day_shows_the_map_as_it_was() {
    let story = Story::fresh().await;
    let now = map(&story, "nev").await;
    let request = json!({ "chain": "nev", "at": "2020-01-01" });
    let then = story.ask("chain_map", request).await;
    // The atlas counts as having been there always.
    assert_eq!(list(&then["segments"]).len(), list(&now["segments"]).len());
    let add = json!({ "chain": "nev", "name": "新环节", "layer": "midstream" });
    story.ask("add_segment", add).await;
    let request = json!({ "chain": "nev", "at": "2020-01-01" });
    let then = story.ask("chain_map", request).await;
    assert_eq!(list(&then["segments"]).len(), list(&now["segments"]).len());
    let history = story
        .ask("chain_history", json!({ "chain": "nev", "months": 3 }))
        .await;
    assert_eq!(list(&history["points"]).len(), 4);
    let test = story.ask("chain_backtest", json!({ "chain": "nev" })).await;
    assert_eq!(test["segment_precision"], 0.0);
    // Who reads these knows that people's records begin only now.
    let day = |of: &Json, name: &str| of[name].as_str().map(str::to_owned).expect("a day");
    assert!(day(&test, "since") > day(&test, "at"), "{test}");
    assert_eq!(test["since"], history["since"]);
    // The atlas has placed local firms in this chain.
    let placed = map(&story, "biopharma").await;
    let mut segments = list(&placed["segments"]).iter();
    let local = segments.find(|one| one["leaf"] == true && one["total"]["local"] != 0);
    let request = json!({ "segment": local.expect("local")["id"] });
    let segment = story.ask("chain_segment", request).await;
    let firm = &segment["firms"][0];
    assert_eq!(firm["local"], true);
    let around = story
        .ask("chain_local", json!({ "enterprise": firm["enterprise"] }))
        .await;
    assert!(!list(&around["needs"]).is_empty());
}
