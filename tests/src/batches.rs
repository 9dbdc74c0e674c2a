//! One action on many records, through the public commands.

use serde_json::{Value as Json, json};

use crate::desk::Story;

/// The sample's agreements.
async fn agreements(story: &Story) -> Vec<Json> {
    let request = json!({"kind": "agreement", "limit": 1000});
    let page = story.ask("records", request).await;
    page["rows"].as_array().expect("rows").clone()
}

async fn sample() -> Story {
    let story = Story::fresh().await;
    story.ask("load_sample", json!({})).await;
    story
}

#[tokio::test]
async fn a_paste_is_looked_at_first_and_taken_back_at_once() {
    let story = sample().await;
    let before = agreements(&story).await;
    let rows: Vec<Json> = before
        .iter()
        .map(|row| json!({"id": row["id"], "seen": row["version"], "values": {"note": "核对过"}}))
        .collect();
    let mut request =
        json!({"kind": "agreement", "intent": "paste", "rows": rows, "dry_run": true});
    let told = story.ask("write_records", request.clone()).await;
    assert_eq!(told["changed"], before.len());
    assert!(told["batch"].is_null());
    assert_eq!(agreements(&story).await, before);

    request["dry_run"] = json!(false);
    let done = story.ask("write_records", request).await;
    assert_eq!(done["saved"].as_array().map(Vec::len), Some(before.len()));
    let state = story.ask("undo_state", json!({})).await;
    assert_eq!(state["undo"]["intent"], "paste");
    assert_eq!(state["undo"]["count"], before.len());
    story.ask("undo", json!({})).await;
    let after = agreements(&story).await;
    let values =
        |rows: &[Json]| -> Vec<Json> { rows.iter().map(|row| row["values"].clone()).collect() };
    assert_eq!(values(&after), values(&before));
    story.whole().await;
}

#[tokio::test]
async fn a_wrong_cell_is_named_and_nothing_is_written() {
    let story = sample().await;
    let before = agreements(&story).await;
    let edit = |at: usize, values: Json| json!({"id": before[at]["id"], "seen": before[at]["version"], "values": values});
    let rows = json!([
        edit(0, json!({"note": "好"})),
        edit(1, json!({"sign_date": "昨天", "agreement_type": "条约"})),
        {"values": {"note": "没有项目"}},
        edit(2, json!({"project": uuid::Uuid::now_v7()})),
    ]);
    let request = json!({"kind": "agreement", "intent": "paste", "rows": rows});
    let done = story.ask("write_records", request).await;
    assert!(done["batch"].is_null() && done["saved"] == json!([]));
    let refused: Vec<(Json, Json, Json)> = done["refused"]
        .as_array()
        .expect("refused")
        .iter()
        .map(|one| {
            (
                one["row"].clone(),
                one["field"].clone(),
                one["fault"]["code"].clone(),
            )
        })
        .collect();
    let expected = [
        (1, "agreement_type", "invalid"),
        (1, "sign_date", "invalid"),
        (2, "project", "invalid"),
        (3, "project", "reference_missing"),
    ];
    let expected = expected.map(|(row, field, code)| (json!(row), json!(field), json!(code)));
    assert_eq!(refused, expected);
    assert_eq!(agreements(&story).await, before);

    let unseen = json!({"kind": "agreement", "intent": "paste", "rows": [{"id": before[0]["id"], "values": {}}]});
    let fault = story.refused("write_records", unseen).await;
    assert_eq!(fault.code(), "bad_request");
    let rows = vec![json!({"values": {}}); 50_001];
    let many = json!({"kind": "agreement", "intent": "paste", "rows": rows});
    let fault = story.refused("write_records", many).await;
    assert_eq!(fault.code(), "too_many_rows");
}

#[tokio::test]
async fn rows_that_name_the_same_new_record_share_it() {
    let story = sample().await;
    let row = |name: &str, day: &str| json!({"values": {"reported_at": {"date": day}}, "create": {"enterprise": {"name": name}}});
    let rows = json!([
        row("新来的企业有限公司", "2026-10-01"),
        row("新来的企业有限公司", "2026-10-02"),
        row("另一家有限公司", "2026-10-03"),
    ]);
    let mut request = json!({"kind": "lead", "intent": "paste", "rows": rows, "dry_run": true});
    let told = story.ask("write_records", request.clone()).await;
    assert_eq!(
        (&told["created"], &told["refused"]),
        (&json!(3), &json!([]))
    );
    request["dry_run"] = json!(false);
    let done = story.ask("write_records", request).await;
    assert_eq!(done["created"], 3);
    for (name, count) in [("新来的企业有限公司", 1), ("另一家有限公司", 1)] {
        let named = json!([{"field": "name", "op": "is", "value": name}]);
        let list = json!({"kind": "enterprise", "filters": named, "limit": 9});
        assert_eq!(story.ask("records", list).await["total"], count, "{name}");
    }
    story.ask("undo", json!({})).await;
    story.whole().await;
}

#[tokio::test]
async fn all_that_match_are_changed_and_many_are_deleted_with_one_undo_each() {
    let story = sample().await;
    let total = agreements(&story).await.len();
    let formal = json!([{"field": "agreement_type", "op": "is", "value": "formal"}]);
    let page = story
        .ask(
            "records",
            json!({"kind": "agreement", "filters": formal, "limit": 0}),
        )
        .await;
    let request =
        json!({"kind": "agreement", "filters": formal, "values": {"legality_review": "passed"}});
    let done = story.ask("bulk_edit", request.clone()).await;
    assert_eq!(done["changed"], page["total"]);
    let again = story.ask("bulk_edit", request).await;
    assert_eq!(again["unchanged"], page["total"]);
    assert!(again["batch"].is_null());

    let rows: Vec<Json> = agreements(&story)
        .await
        .iter()
        .map(|row| json!({"id": row["id"], "seen": row["version"]}))
        .collect();
    let gone = story
        .ask("delete_records", json!({"kind": "agreement", "rows": rows}))
        .await;
    assert_eq!(gone["changed"], total);
    assert!(agreements(&story).await.is_empty());
    story.ask("undo", json!({})).await;
    assert_eq!(agreements(&story).await.len(), total);
    story.ask("undo", json!({})).await;
    let passed = json!([{"field": "legality_review", "op": "is", "value": "passed"}]);
    let page = story
        .ask(
            "records",
            json!({"kind": "agreement", "filters": passed, "limit": 0}),
        )
        .await;
    assert_eq!(page["total"], 0);
    story.whole().await;
}

#[tokio::test]
async fn a_record_is_made_with_those_it_refers_to_or_not_at_all() {
    let story = Story::fresh().await;
    let count = async |kind: &str| {
        let request = json!({"kind": kind, "limit": 0});
        story.ask("records", request).await["total"].clone()
    };
    let mut request = json!({"kind": "agreement", "values": {"agreement_type": "条约"},
        "create": {"project": {"name": "晴川二期"}}});
    story.refused("create_record", request.clone()).await;
    assert_eq!(
        (count("project").await, count("agreement").await),
        (json!(0), json!(0))
    );

    request["values"]["agreement_type"] = json!("formal");
    let made = story.ask("create_record", request.clone()).await;
    assert_eq!(made["kind"], "agreement");
    let asked = json!({"kind": "agreement", "id": made["id"]});
    let view = story.ask("record", asked).await;
    let project = view["values"]["project"].as_str().expect("project");
    assert_eq!(view["names"][project]["title"], "晴川二期");
    // It is called after the record that was meant.
    let undoable = story.ask("undo_state", json!({})).await["undo"].clone();
    let named = (&undoable["kind"], &undoable["count"], &undoable["made"]);
    let made = json!([{"kind": "project", "title": request["create"]["project"]["name"]}]);
    assert_eq!(named, (&json!("agreement"), &json!(1), &made));
    story.ask("undo", json!({})).await;
    let redoable = story.ask("undo_state", json!({})).await["redo"].clone();
    assert_eq!(redoable, undoable);
    assert_eq!(
        (count("project").await, count("agreement").await),
        (json!(0), json!(0))
    );
    story.ask("redo", json!({})).await;
    assert_eq!(
        (count("project").await, count("agreement").await),
        (json!(1), json!(1))
    );

    request["create"] = json!({"note": {"name": "晴川"}});
    let fault = story.refused("create_record", request).await;
    assert_eq!(fault.code(), "bad_request");

    // The same for many records at once.
    let mut request =
        json!({"kind": "agreement", "values": {}, "create": {"project": {"name": ""}}});
    story.refused("bulk_edit", request.clone()).await;
    request["create"]["project"]["name"] = json!("晴川三期");
    let done = story.ask("bulk_edit", request).await;
    assert_eq!((&done["changed"], &done["created"]), (&json!(1), &json!(0)));
    assert_eq!(done["saved"][0]["row"], 0);
    assert_eq!(count("project").await, json!(2));
    let undoable = story.ask("undo_state", json!({})).await["undo"].clone();
    assert_eq!(
        (&undoable["count"], &undoable["made"][0]["title"]),
        (&json!(1), &json!("晴川三期"))
    );
    story.ask("undo", json!({})).await;
    assert_eq!(
        (count("project").await, count("agreement").await),
        (json!(1), json!(1))
    );
    story.whole().await;
}

#[tokio::test]
async fn two_windows_pasting_over_one_cell_do_not_overwrite_each_other() {
    let story = sample().await;
    let rows = agreements(&story).await;
    let paste = |note: &str| {
        let row =
            json!({"id": rows[0]["id"], "seen": rows[0]["version"], "values": {"note": note}});
        json!({"kind": "agreement", "intent": "paste", "rows": [row]})
    };
    story.ask("write_records", paste("先到")).await;
    let late = story.ask("write_records", paste("后到")).await;
    assert_eq!(late["refused"][0]["fault"]["code"], "stale");
    assert_eq!(late["refused"][0]["fault"]["params"]["theirs"], "\"先到\"");
}

#[tokio::test]
async fn an_export_is_what_the_list_shows() {
    use base64::Engine as _;
    let story = sample().await;
    let one = agreements(&story).await[0].clone();
    let set = json!({"kind": "agreement", "id": one["id"], "seen": one["version"], "values": {"note": "=1+1"}});
    story.ask("edit_record", set).await;
    let request = json!({
        "kind": "agreement", "format": "csv", "ids": [one["id"]],
        "columns": ["note", "agreement_type"], "language": "zh-CN",
    });
    let done = story.ask("export_list", request).await;
    assert_eq!(done["rows"], 1);
    let data = base64::engine::general_purpose::STANDARD
        .decode(done["data"].as_str().expect("data"))
        .expect("base64");
    let text = String::from_utf8(data).expect("text");
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "备注,协议类型");
    assert!(lines[1].starts_with("'=1+1,"), "{}", lines[1]);
    let lost = json!({"kind": "agreement", "format": "csv", "columns": ["mascot"]});
    assert_eq!(story.refused("export_list", lost).await.code(), "bad_query");
}
