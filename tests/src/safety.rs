//! Passphrases, backups and restores through the public commands.

use serde_json::json;
use suoji_app::{App, Event};

use crate::desk::Story;

#[tokio::test]
async fn a_passphrase_comes_and_goes_while_the_program_runs() {
    let story = Story::fresh().await;
    story.ask("load_sample", json!({})).await;
    let sealed = story
        .ask("set_passphrase", json!({"new": "芝麻开门"}))
        .await;
    assert_eq!(
        (&sealed["state"], &sealed["encrypted"]),
        (&json!("open"), &json!(true))
    );
    let wrong = story
        .refused("set_passphrase", json!({"old": "别的", "new": ""}))
        .await;
    assert_eq!(wrong.code(), "wrong_passphrase");
    // The refusal closed nothing.
    let status = story.ask("desk_status", json!({})).await;
    assert_eq!(status["state"], "open");

    let other = App::new(story.folder.path().join("desk.db"));
    other.start().await;
    let locked = other.call("desk_status", json!({})).await.expect("status");
    assert_eq!(locked["state"], "locked");
    let busy = story
        .app
        .call("set_passphrase", json!({"old": "芝麻开门"}))
        .await;
    assert_eq!(busy.expect("nobody else has it open")["encrypted"], false);
    assert_eq!(story.figure("F1").await, "37");
    story.whole().await;
}

#[tokio::test]
async fn a_backup_is_listed_and_restored_in_place() {
    let story = Story::fresh().await;
    story.ask("load_sample", json!({})).await;
    let done = story.ask("backup", json!({})).await;
    let listed = story.ask("backups", json!({})).await;
    assert_eq!(listed["files"][0]["path"], done["path"]);
    assert!(listed["files"][0]["other"].is_null());

    // Another file of the folder has its backups in the same place, and a newer one.
    let own = std::path::Path::new(done["path"].as_str().expect("a path"));
    let folder = own.parent().expect("a folder");
    std::fs::copy(own, folder.join("开发区-2024-20260102-030405.db")).expect("a copy");
    std::fs::copy(own, folder.join("随手-存的.db")).expect("a copy");
    let listed = story.ask("backups", json!({})).await;
    let whose: Vec<_> = listed["files"]
        .as_array()
        .expect("files")
        .iter()
        .map(|one| &one["other"])
        .collect();
    assert_eq!(whose, [&json!(null), &json!(null), &json!("开发区-2024")]);
    story.ask("undo", json!({})).await;
    assert_eq!(story.figure("F1").await, "0");
    let restored = story
        .ask("restore_backup", json!({"path": done["path"]}))
        .await;
    let aside = restored["safety_copy"].as_str().expect("safety copy");
    assert!(std::path::Path::new(aside).exists());
    assert_eq!(story.figure("F1").await, "37");
    let last = &story.ask("safety", json!({})).await["last_backup"];
    assert_eq!(last["path"], done["path"]);
    assert_eq!(last["verified"], true);
    story.whole().await;
}

#[tokio::test]
async fn a_backup_with_the_passphrase_of_its_file_is_restored_without_asking() {
    let story = Story::fresh().await;
    story.ask("load_sample", json!({})).await;
    let plain = story.ask("backup", json!({})).await;
    let passphrase = json!({"new": "芝麻开门"});
    story.ask("set_passphrase", passphrase).await;
    let sealed = story.ask("backup", json!({})).await;
    let listed = story.ask("backups", json!({})).await;
    for (backup, is_plain) in [(&plain, true), (&sealed, false)] {
        let mut files = listed["files"].as_array().into_iter().flatten();
        let found = files.find(|file| file["path"] == backup["path"]);
        assert_eq!(found.expect("listed")["plain"], is_plain, "{listed}");
    }
    story.ask("undo", json!({})).await;
    let request = json!({"path": sealed["path"]});
    story.ask("restore_backup", request.clone()).await;
    assert_eq!(story.figure("F1").await, "37");
    let status = story.ask("desk_status", json!({})).await;
    assert_eq!(status["encrypted"], true);

    // One made before the passphrase changed is asked about, and nothing is lost.
    let passphrase = json!({"old": "芝麻开门", "new": "新的"});
    story.ask("set_passphrase", passphrase).await;
    let fault = story.refused("restore_backup", request).await;
    assert_eq!(fault.code(), "wrong_passphrase");
    assert_eq!(story.figure("F1").await, "37");
    let request = json!({"path": sealed["path"], "passphrase": "芝麻开门"});
    story.ask("restore_backup", request).await;

    let request = json!({"path": plain["path"]});
    story.ask("restore_backup", request).await;
    let status = story.ask("desk_status", json!({})).await;
    assert_eq!(status["encrypted"], false);
    story.whole().await;
}

#[tokio::test]
async fn what_one_program_writes_another_hears() {
    let story = Story::fresh().await;
    let other = App::new(story.folder.path().join("desk.db"));
    other.start().await;
    let mut events = other.events();
    story
        .ask(
            "create_record",
            json!({"kind": "office", "values": {"name": "驻泰州"}}),
        )
        .await;
    let heard = tokio::time::timeout(std::time::Duration::from_secs(20), events.next())
        .await
        .expect("heard in time")
        .expect("running");
    let Event::Changed(changed) = heard else {
        panic!("{heard:?}");
    };
    assert_eq!(changed.kinds, ["office"]);
    other.close().await;
}
