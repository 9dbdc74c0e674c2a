//! Views, forms, notes, attachments and what refers to a record, through the
//! public commands.

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use crate::desk::Story;

async fn project(story: &Story) -> Json {
    let values = json!({"name": "珩谦电梯零部件项目"});
    let saved = story
        .ask(
            "create_record",
            json!({"kind": "project", "values": values}),
        )
        .await;
    saved["id"].clone()
}

fn view(name: &str, is_default: bool) -> Json {
    json!({
        "kind": "project", "name": name, "shared": false, "pinned": false,
        "is_default": is_default,
        "layout": {
            "columns": [{"field": "name", "width": 240, "frozen": true}, {"field": "mascot"}],
            "sort": [{"field": "project_no", "descending": true}],
            "filters": [{"field": "stage", "op": "is", "value": "signed"}],
        },
    })
}

#[tokio::test]
async fn a_view_is_kept_and_a_field_that_is_gone_is_told() {
    let story = Story::fresh().await;
    let first = story.ask("save_view", view("签约项目", true)).await;
    let second = story.ask("save_view", view("全部", true)).await;
    let views = story.ask("views", json!({"kind": "project"})).await;
    let views = views["views"].as_array().expect("views").clone();
    let of = |id: &Json| views.iter().find(|view| view["id"] == *id).expect("view");
    // One default for each person and kind.
    assert_eq!(of(&first["id"])["is_default"], false);
    assert_eq!(of(&second["id"])["is_default"], true);
    assert_eq!(of(&first["id"])["problems"], json!(["mascot"]));
    let columns = &of(&first["id"])["layout"]["columns"];
    assert_eq!(
        *columns,
        json!([{"field": "name", "width": 240, "frozen": true}])
    );

    let mut renamed = view("已签约", false);
    renamed["id"] = first["id"].clone();
    renamed["seen"] = first["version"].clone();
    let same = story.refused("save_view", view(" 全部 ", false)).await;
    assert_eq!(same.code(), "name_taken");
    // The default moved away since, which is another field.
    story.ask("save_view", renamed.clone()).await;
    renamed["name"] = json!("签约的项目");
    let stale = story.refused("save_view", renamed).await;
    assert_eq!(stale.code(), "stale");
    let request = json!({"kind": "view", "id": second["id"], "seen": second["version"]});
    story.ask("delete_record", request).await;
    let views = story.ask("views", json!({"kind": "project"})).await;
    assert_eq!(views["views"].as_array().map(Vec::len), Some(1));
    // A view is no record of the ledgers: not in the bin as it opens.
    let bin = story.ask("bin", json!({})).await;
    assert_eq!(bin["rows"], json!([]));
    let status = story.ask("desk_status", json!({})).await;
    assert_eq!(status["empty"], true);
    story.ask("undo", json!({})).await;
    let views = story.ask("views", json!({"kind": "project"})).await;
    assert_eq!(views["views"].as_array().map(Vec::len), Some(2));
    story.whole().await;
}

#[tokio::test]
async fn a_form_is_arranged_once_for_a_kind() {
    let story = Story::fresh().await;
    let none = story.ask("form_layout", json!({"kind": "project"})).await;
    assert_eq!(none, json!({}));
    let layout = json!({
        "facts": ["stage", "total_investment"],
        "sections": [{"title": "投资", "fields": ["investor", "mascot", "capital_type"]}],
        "hidden": ["phase_no"],
    });
    let save = |seen: Json| json!({"kind": "project", "seen": seen, "layout": layout});
    let saved = story.ask("save_form_layout", save(Json::Null)).await;
    let kept = story.ask("form_layout", json!({"kind": "project"})).await;
    assert_eq!(
        kept["layout"]["sections"][0]["fields"],
        json!(["investor", "capital_type"])
    );
    assert_eq!(kept["version"], saved["version"]);
    let mut other = save(Json::Null);
    other["layout"]["facts"] = json!([]);
    let stale = story.refused("save_form_layout", other).await;
    assert_eq!(stale.code(), "stale");
}

#[tokio::test]
async fn what_refers_to_a_record_stands_around_it() {
    let story = Story::fresh().await;
    story.ask("load_sample", json!({})).await;
    let page = story
        .ask("records", json!({"kind": "agreement", "limit": 1}))
        .await;
    let project = page["rows"][0]["values"]["project"].clone();
    let request = json!({"kind": "project", "id": project});
    let related = story.ask("related", request.clone()).await;
    let groups = related["groups"].as_array().expect("groups");
    let agreements = groups
        .iter()
        .find(|group| group["kind"] == "agreement" && group["field"] == "project")
        .expect("agreements");
    assert!(agreements["total"].as_u64() >= Some(1));
    assert_eq!(agreements["rows"][0]["values"]["project"], project);

    story.ask("mark_opened", request.clone()).await;
    story.ask("mark_opened", request).await;
    let recent = story.ask("recent", json!({})).await;
    assert_eq!(recent["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(recent["items"][0]["id"], project);
}

#[tokio::test]
async fn a_note_says_who_when_and_whom() {
    let story = Story::fresh().await;
    let id = project(&story).await;
    let me = story.ask("desk_status", json!({})).await["person"].clone();
    let note =
        |text: &str| json!({"kind": "project", "id": id, "text": text, "mentions": [me["id"]]});
    story.ask("add_note", note("客商下周来访")).await;
    let second = story.ask("add_note", note("已订会议室")).await;
    let edit = json!({
        "kind": "note", "id": second["id"], "seen": second["version"],
        "values": {"text": "已订三楼会议室"},
    });
    story.ask("edit_record", edit).await;
    let notes = story
        .ask("notes", json!({"kind": "project", "id": id}))
        .await;
    assert_eq!(notes["notes"][0]["text"], "已订三楼会议室");
    assert_eq!(notes["notes"][0]["edited"], true);
    assert_eq!(notes["notes"][1]["edited"], false);
    assert_eq!(notes["notes"][1]["person"], me);
    assert_eq!(
        notes["names"][me["id"].as_str().expect("id")]["kind"],
        "person"
    );
    // A search for what a note says finds the record it is about.
    let hits = story
        .ask("search", json!({"text": "三楼会议室", "limit": 10}))
        .await;
    assert_eq!(hits["hits"][0]["kind"], "project");
    assert_eq!(hits["hits"][0]["id"], id);
    let nobody =
        json!({"kind": "project", "id": id, "text": "x", "mentions": [uuid::Uuid::now_v7()]});
    assert_eq!(
        story.refused("add_note", nobody).await.code(),
        "reference_missing"
    );
    assert_eq!(story.refused("add_note", note(" ")).await.code(), "invalid");
    story.whole().await;
}

fn attach(id: &Json, name: &str, data: &[u8]) -> Json {
    json!({"kind": "project", "id": id, "file_name": name, "data": BASE64.encode(data)})
}

/// The one file beside the desk.
fn beside(story: &Story) -> PathBuf {
    let shelf = story.folder.path().join("desk.db.files");
    let folders = std::fs::read_dir(shelf).expect("shelf").flatten();
    let folder = folders.map(|entry| entry.path()).find(|path| path.is_dir());
    let mut files = std::fs::read_dir(folder.expect("folder")).expect("folder");
    files.next().expect("file").expect("file").path()
}

#[tokio::test]
async fn an_attachment_that_vanished_or_changed_is_told_and_mended() {
    let story = Story::fresh().await;
    let id = project(&story).await;
    let saved = story
        .ask(
            "attach",
            attach(&id, "../../合同.pdf", b"%PDF-1.7 contract"),
        )
        .await;
    let request = json!({"kind": "project", "id": id});
    let listed = story.ask("attachments", request.clone()).await;
    assert_eq!(listed["files"][0]["file_name"], "合同.pdf");
    assert_eq!(listed["files"][0]["media_type"], "application/pdf");
    assert_eq!(listed["files"][0]["state"], "present");
    let ask = json!({"id": saved["id"]});
    let data = story.ask("attachment_data", ask.clone()).await;
    assert_eq!(data["data"], BASE64.encode(b"%PDF-1.7 contract"));

    std::fs::write(beside(&story), "else").expect("write");
    let listed = story.ask("attachments", request.clone()).await;
    assert_eq!(listed["files"][0]["state"], "changed");
    let fault = story.refused("attachment_data", ask.clone()).await;
    assert_eq!(fault.code(), "attachment_changed");
    std::fs::remove_file(beside(&story)).expect("remove");
    let fault = story.refused("attachment_data", ask.clone()).await;
    assert_eq!(fault.code(), "attachment_missing");
    let safety = story.ask("safety", json!({})).await;
    assert_eq!(
        safety["files"],
        json!({"count": 1, "missing": 1, "changed": 0, "lost": ["合同.pdf"]})
    );
    let verified = story.ask("verify", json!({})).await;
    assert_eq!(verified["ok"], false);

    story
        .ask("attach", attach(&id, "again.pdf", b"%PDF-1.7 contract"))
        .await;
    story.ask("attachment_data", ask.clone()).await;
    story.whole().await;

    // A digest that somebody typed leads nowhere.
    let edit = json!({
        "kind": "attachment", "id": saved["id"], "seen": saved["version"],
        "values": {"sha256": "../../../../etc/passwd", "file_name": "../../x"},
    });
    story.ask("edit_record", edit).await;
    let listed = story.ask("attachments", request).await;
    let names = listed["files"].as_array().expect("files").iter();
    let names: Vec<&Json> = names.map(|file| &file["file_name"]).collect();
    assert_eq!(names, ["again.pdf", "x"]);
    let fault = story.refused("attachment_data", ask).await;
    assert_eq!(fault.code(), "attachment_missing");
    assert_eq!(fault.params["file"], "x");
    let fault = story.refused("attach", attach(&id, "..", b"x")).await;
    assert_eq!(fault.code(), "bad_file_name");
    let large = attach(&id, "large.bin", &vec![0; (50 << 20) + 1]);
    assert_eq!(
        story.refused("attach", large).await.code(),
        "attachment_too_large"
    );
}

#[tokio::test]
async fn a_restore_is_rehearsed_and_brings_the_attachments_back() {
    let story = Story::fresh().await;
    let id = project(&story).await;
    story.ask("attach", attach(&id, "图.png", b"picture")).await;
    story
        .ask("set_passphrase", json!({"new": "芝麻开门"}))
        .await;
    let done = story.ask("backup", json!({})).await;
    assert_eq!(
        done["files"],
        json!({"count": 1, "missing": 0, "changed": 0, "lost": []})
    );
    let rehearsal = story
        .ask("rehearse_restore", json!({"path": done["path"]}))
        .await;
    assert_eq!(rehearsal["ok"], true, "{rehearsal}");
    let safety = story.ask("safety", json!({})).await;
    assert_eq!(safety["last_backup"]["path"], done["path"]);
    assert_eq!(safety["last_backup"]["verified"], true);
    assert!(safety["rehearsed_at"].is_string());
    assert_eq!(safety["encrypted"], true);
    let left: Vec<_> = std::fs::read_dir(story.folder.path())
        .expect("folder")
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().contains("rehearsal"))
        .collect();
    assert!(left.is_empty(), "{left:?}");

    let wrong = json!({"path": done["path"], "passphrase": "别的"});
    let fault = story.refused("rehearse_restore", wrong).await;
    assert_eq!(fault.code(), "wrong_passphrase");
    let wrong = json!({"passphrase": "别的"});
    let fault = story.refused("keep_passphrase", wrong).await;
    assert_eq!(fault.code(), "wrong_passphrase");
    let other = Story::blank();
    other
        .ask(
            "restore_backup",
            json!({"path": done["path"], "passphrase": "芝麻开门"}),
        )
        .await;
    let listed = other
        .ask("attachments", json!({"kind": "project", "id": id}))
        .await;
    assert_eq!(listed["files"][0]["state"], "present");
    // An encrypted desk must not still be closing when the program ends.
    story.app.close().await;
    other.app.close().await;
}

#[tokio::test]
async fn what_hangs_on_several_records_is_counted_without_themselves() {
    let story = Story::fresh().await;
    let (first, second) = (project(&story).await, project(&story).await);
    let make = async |kind: &str, values: Json| {
        let request = json!({"kind": kind, "values": values});
        story.ask("create_record", request).await["id"].clone()
    };
    for of in [&first, &first, &second] {
        make(
            "agreement",
            json!({"project": of, "agreement_type": "formal"}),
        )
        .await;
    }
    // One of them is another that goes; one stays.
    let within = make("project", json!({"name": "一期", "parent_project": first})).await;
    make("project", json!({"name": "二期", "parent_project": second})).await;
    let asked = json!({"kind": "project", "ids": [first, second, within]});
    let told = story.ask("referring", asked).await;
    let expected = json!([
        {"kind": "agreement", "field": "project", "total": 3},
        {"kind": "project", "field": "parent_project", "total": 1},
    ]);
    assert_eq!(told["groups"], expected);
}
