//! Stories of trips and of redrawing a map for long, through the public commands.

use serde_json::{Value as Json, json};
use suoji_app::App;

use crate::desk::Story;

fn list(value: &Json) -> &[Json] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Some gap of elevator parts and its targets, the best first.
async fn targets(story: &Story, least: usize) -> (Json, Vec<Json>) {
    let gaps = story
        .ask("chain_gaps", json!({ "chain": "elevator" }))
        .await;
    for gap in list(&gaps["gaps"]) {
        let request = json!({ "chain": "elevator", "segment": gap["segment"] });
        let found = story.ask("chain_targets", request).await;
        let found = list(&found["targets"]).to_vec();
        if found.len() >= least {
            return (gap["segment"].clone(), found);
        }
    }
    panic!("no gap has {least} targets");
}

async fn trip(story: &Story, id: &Json) -> Json {
    story.ask("trip", json!({ "trip": id })).await
}

fn order(trip: &Json) -> Vec<Json> {
    let stops = list(&trip["stops"]).iter();
    stops
        .map(|stop| stop["brief"]["enterprise"].clone())
        .collect()
}

#[tokio::test]
async fn firms_go_on_a_trip_in_an_order_and_one_undo_takes_all_back() {
    let story = Story::fresh().await;
    let (segment, found) = targets(&story, 3).await;
    let firms: Vec<Json> = found[..3]
        .iter()
        .map(|one| one["enterprise"].clone())
        .collect();
    let stops: Vec<Json> = firms
        .iter()
        .map(|firm| json!({ "enterprise": firm, "segment": segment }))
        .collect();
    let request = json!({ "name": "苏州走访", "stops": stops });
    let planned = story.ask("plan_stops", request).await;
    assert_eq!(
        (&planned["added"], &planned["there"]),
        (&json!(3), &json!(0))
    );
    let id = planned["trip"].clone();
    let told = trip(&story, &id).await;
    assert_eq!(order(&told), firms);
    assert_eq!(told["trip"]["name"], "苏州走访");
    // The last goes to the first place.
    let last = &list(&told["stops"])[2];
    let request = json!({ "stop": last["id"], "seen": last["version"], "after": null });
    story.ask("move_stop", request).await;
    let moved = order(&trip(&story, &id).await);
    assert_eq!(moved, [&firms[2], &firms[0], &firms[1]].map(Clone::clone));
    // Who is on it already is not put on it again.
    let again = json!({ "trip": id, "stops": [{ "enterprise": firms[0] }] });
    let again = story.ask("plan_stops", again).await;
    assert_eq!((&again["added"], &again["there"]), (&json!(0), &json!(1)));
    assert_eq!(again["batch"], Json::Null);
    story.ask("undo", json!({})).await;
    assert_eq!(order(&trip(&story, &id).await), firms);
    story.ask("undo", json!({})).await;
    let none = story.ask("trips", json!({})).await;
    assert!(list(&none["trips"]).is_empty(), "{none}");
    story.ask("redo", json!({})).await;
    assert_eq!(order(&trip(&story, &id).await), firms);
    // A firm in the bin stays on the trip, by its name.
    let request = json!({ "kind": "enterprise", "id": firms[0] });
    let record = story.ask("record", request).await;
    let request = json!({ "kind": "enterprise", "id": firms[0], "seen": record["version"] });
    story.ask("delete_record", request).await;
    let told = trip(&story, &id).await;
    assert_eq!(order(&told), firms);
    assert_eq!(list(&told["stops"])[0]["brief"]["name"], record["title"]);
    story.ask("remove_trip", json!({ "trip": id })).await;
    let none = story.ask("trips", json!({})).await;
    assert!(list(&none["trips"]).is_empty(), "{none}");
    let verified = story.ask("verify", json!({})).await;
    assert_eq!(verified["ok"], true, "{verified}");
}

#[tokio::test]
async fn a_stop_that_was_made_becomes_the_record_of_a_visit() {
    let story = Story::fresh().await;
    let (segment, found) = targets(&story, 1).await;
    let firm = found[0]["enterprise"].clone();
    let lead = json!({ "segment": segment, "enterprise": firm });
    let lead = story.ask("make_lead", lead).await;
    let office = json!({ "kind": "office", "values": { "name": "长三角驻点" } });
    let office = story.ask("create_record", office).await["id"].clone();
    let request = json!({ "name": "第一批", "office": office,
        "stops": [{ "enterprise": firm, "segment": segment }] });
    let planned = story.ask("plan_stops", request).await;
    let told = trip(&story, &planned["trip"]).await;
    let stop = &list(&told["stops"])[0];
    assert_eq!(stop["appointment"], "not_asked");
    assert_eq!(told["trip"]["office"]["title"], "长三角驻点");
    // A plan is no visit: nothing says that anybody was there.
    assert!(
        list(&stop["brief"]["contacts"])
            .iter()
            .all(|one| one["kind"] == "lead")
    );
    let request = json!({ "stop": stop["id"], "seen": stop["version"], "day": "2026-03-05",
        "result": "愿意来考察", "follow_up": "寄厂房资料" });
    let made = story.ask("finish_stop", request.clone()).await;
    assert_eq!(made["created"], true);
    let record = json!({ "kind": "visit", "id": made["visit"] });
    let visit = story.ask("record", record).await;
    let values = &visit["values"];
    assert_eq!(values["enterprise"], firm);
    assert_eq!(values["visit_date"]["date"], "2026-03-05");
    assert_eq!(values["resident_office"], office);
    assert_eq!(values["lead"], lead["lead"]);
    assert_eq!(values["result"], "愿意来考察");
    // Said twice, it is the same visit.
    let again = story.ask("finish_stop", request).await;
    assert_eq!(
        (&again["visit"], &again["created"]),
        (&made["visit"], &json!(false))
    );
    let told = trip(&story, &planned["trip"]).await;
    assert_eq!(told["trip"]["visited"], 1);
    let stop = &list(&told["stops"])[0];
    assert_eq!(stop["appointment"], "visited");
    assert_eq!(stop["visit"], made["visit"]);
    let contacts = list(&stop["brief"]["contacts"]);
    assert!(
        contacts
            .iter()
            .any(|one| one["id"] == made["visit"] && one["text"] == "愿意来考察")
    );
    story.ask("undo", json!({})).await;
    let told = trip(&story, &planned["trip"]).await;
    assert_eq!(list(&told["stops"])[0]["appointment"], "not_asked");
}

#[tokio::test]
async fn a_briefing_tells_facts_gap_reasons_and_what_to_ask() {
    let story = Story::fresh().await;
    let (segment, found) = targets(&story, 1).await;
    let target = &found[0];
    let request = json!({ "enterprise": target["enterprise"], "segment": segment });
    let brief = story.ask("chain_brief", request).await;
    assert_eq!(brief["name"], target["name"]);
    assert_eq!(brief["score"], target["score"]);
    assert_eq!(brief["gap"]["segment"], segment);
    assert_eq!(brief["gap"]["chain"], "elevator");
    assert!(!list(&brief["gap"]["why"]).is_empty(), "{brief}");
    assert_eq!(brief["reasons"], target["reasons"]);
    let fields: Vec<&str> = list(&brief["facts"])
        .iter()
        .filter_map(|fact| fact["field"].as_str())
        .collect();
    assert!(
        fields.contains(&"products") && fields.contains(&"source"),
        "{fields:?}"
    );
    let asked: Vec<&str> = list(&brief["questions"])
        .iter()
        .filter_map(|one| one["code"].as_str())
        .collect();
    assert!(
        asked.contains(&"needs") && asked.contains(&"terms"),
        "{asked:?}"
    );
    // Without a gap that is named, it is told for the best it fits.
    let request = json!({ "enterprise": target["enterprise"] });
    let alone = story.ask("chain_brief", request).await;
    assert!(alone["gap"]["segment"].is_string(), "{alone}");
    // A firm known by its scope alone is asked whether it makes that at all.
    let row = json!({ "name": "某导轨有限公司", "scope": "电梯导轨制造",
        "segments": [{ "segment": segment, "words": ["导轨"] }] });
    story
        .ask("save_places", json!({ "rows": [row, row] }))
        .await;
    let request = json!({ "kind": "enterprise", "limit": 2, "filters": [
        { "field": "name", "op": "is", "value": "某导轨有限公司" }] });
    let page = story.ask("records", request).await;
    // Two rows of one firm are one enterprise.
    assert_eq!(page["total"], 1, "{page}");
    let request = json!({ "enterprise": page["rows"][0]["id"], "segment": segment });
    let brief = story.ask("chain_brief", request).await;
    let codes = list(&brief["questions"]).iter();
    assert!(codes.clone().any(|one| one["code"] == "makes"), "{brief}");
    let firm = story
        .ask("chain_segment", json!({ "segment": segment }))
        .await;
    let firms = list(&firm["firms"]).iter();
    let mut own = firms.filter(|one| one["name"] == "某导轨有限公司");
    assert_eq!(own.next().expect("the firm")["evidence"], "business_scope");
}

#[tokio::test]
async fn a_row_that_was_only_rejected_makes_no_enterprise() {
    let story = Story::fresh().await;
    let (segment, _) = targets(&story, 1).await;
    let row = json!({ "name": "某餐饮有限公司", "scope": "餐饮服务", "segments": [],
        "rejected": [{ "segment": segment, "words": ["餐饮"] }] });
    let saved = story.ask("save_places", json!({ "rows": [row] })).await;
    assert_eq!(saved["created"], 1, "the lesson alone: {saved}");
    let request = json!({ "kind": "enterprise", "limit": 2, "filters": [
        { "field": "name", "op": "is", "value": "某餐饮有限公司" }] });
    assert_eq!(story.ask("records", request).await["total"], 0);
}

/// How a map stands, as far as a person drew it.
async fn shape(app: &App) -> Json {
    let map = app
        .call("chain_map", json!({ "chain": "elevator" }))
        .await
        .expect("map");
    let drawn = |one: &Json, fields: &[&str]| -> Json {
        fields.iter().map(|field| one[*field].clone()).collect()
    };
    let segments = list(&map["segments"]).iter();
    let relations = list(&map["relations"]).iter();
    json!({
        "segments": segments
            .map(|one| drawn(one, &["id", "parent", "name", "layer", "order_key", "direct"]))
            .collect::<Vec<_>>(),
        "relations": relations
            .map(|one| drawn(one, &["id", "from", "to", "kind"]))
            .collect::<Vec<_>>(),
    })
}

/// Two hundred and ten edits of every sort; the program is started anew in the middle
/// of taking them back, and every state before is met again.
#[tokio::test]
async fn two_hundred_edits_of_a_map_are_undone_across_restarts() {
    const EDITS: usize = 210;
    const SORTS: usize = 7;
    const AGAIN: usize = 50;
    let story = Story::fresh().await;
    let mut app = story.app.clone();
    let ask = |app: App, name: &'static str, request: Json| async move {
        app.call(name, request)
            .await
            .unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
    };
    let first = shape(&app).await;
    let mut kept: Vec<(usize, Json)> = Vec::new();
    for turn in 0..EDITS {
        if turn % AGAIN == 0 {
            kept.push((turn, shape(&app).await));
        }
        let map = ask(app.clone(), "chain_map", json!({ "chain": "elevator" })).await;
        let segments = list(&map["segments"]);
        let leaves: Vec<&Json> = segments.iter().filter(|one| one["leaf"] == true).collect();
        let groups: Vec<&Json> = segments.iter().filter(|one| one["leaf"] == false).collect();
        let leaf = leaves[turn * 7 % leaves.len()];
        let other = leaves[(turn * 7 + 3) % leaves.len()];
        let group = groups[turn % groups.len()];
        let (name, request) = match turn % SORTS {
            0 => (
                "add_segment",
                json!({ "chain": "elevator", "name": format!("新{turn}"), "parent": group["id"] }),
            ),
            1 => (
                "edit_record",
                json!({ "kind": "segment", "id": leaf["id"], "seen": leaf["version"],
                    "values": { "name": format!("改{turn}") } }),
            ),
            2 => (
                "move_segment",
                json!({ "segment": leaf["id"], "seen": leaf["version"], "parent": group["id"], "after": null }),
            ),
            3 => (
                "create_record",
                json!({ "kind": "segment_relation", "values": {
                    "from_segment": leaf["id"], "to_segment": other["id"], "relation": "supplies" } }),
            ),
            4 => (
                "merge_segments",
                json!({ "into": leaf["id"], "segments": [other["id"]] }),
            ),
            5 => (
                "split_segment",
                json!({ "segment": leaf["id"], "parts": [{ "name": "甲" }, { "name": "乙" }] }),
            ),
            _ => (
                "paste_segments",
                json!({ "chain": "elevator", "parent": group["id"], "text": "丙\n  丁" }),
            ),
        };
        ask(app.clone(), name, request).await;
    }
    let mut after = Json::Null;
    for turn in (0..EDITS).rev() {
        if turn % 70 == 0 {
            app.close().await;
            app = App::new(story.folder.path().join("desk.db"));
            app.start().await;
        }
        ask(app.clone(), "undo", json!({})).await;
        if kept.last().is_some_and(|(at, _)| *at == turn) {
            let (_, before) = kept.pop().expect("one");
            assert_eq!(shape(&app).await, before, "after {turn} edits");
            if turn == AGAIN {
                after = before;
            }
        }
    }
    assert_eq!(shape(&app).await, first);
    for _ in 0..AGAIN {
        ask(app.clone(), "redo", json!({})).await;
    }
    assert_eq!(shape(&app).await, after);
    app.close().await;
}
