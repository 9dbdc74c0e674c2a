//! Files that are no desk, or a damaged one.

use std::path::Path;

use serde_json::{Value as Json, json};
use suoji_app::App;

use super::snapshot::{Dice, snapshot};
use super::told::{
    assert_clear, assert_untouched, bytes_below, refusal, reopened, sample_desk, told,
};
use suoji_app::Language;

/// The user version stands at this place of a SQLite file.
const USER_VERSION: usize = 60;
/// The application id stands at this place of a SQLite file.
const APPLICATION_ID: usize = 68;

fn random(bytes: usize) -> Vec<u8> {
    let mut dice = Dice(bytes as u64);
    std::iter::repeat_with(|| dice.roll() as u8)
        .take(bytes)
        .collect()
}

/// Neither opening nor making a desk touches what stands at `desk`.
async fn refused_and_untouched(desk: &Path, code: &str) {
    let folder = desk.parent().expect("folder");
    let before = bytes_below(folder);
    told(&refusal(desk, "verify", json!({})).await, code, desk);
    let wrong = json!({"passphrase": "不对"});
    let unlocked = refusal(desk, "unlock_desk", wrong).await;
    let sealed = code == "desk_locked";
    told(
        &unlocked,
        if sealed { "wrong_passphrase" } else { code },
        desk,
    );
    told(
        &refusal(desk, "create_desk", json!({})).await,
        "desk_exists",
        desk,
    );
    assert_untouched(folder, &before);
}

#[tokio::test]
async fn a_file_that_is_no_desk_is_named_and_left_alone() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    let whole_pages = random(3 * 4096);
    for (bytes, code) in [
        (random(5_000), "not_a_desk"),
        (b"name,amount\n".to_vec(), "not_a_desk"),
        (b"SQLite format 3\0 and no more".to_vec(), "not_a_desk"),
        // It may be encrypted: only the passphrase can tell.
        (whole_pages, "desk_locked"),
    ] {
        std::fs::write(&desk, bytes).expect("file");
        refused_and_untouched(&desk, code).await;
    }
    std::fs::remove_file(&desk).expect("file");
    std::fs::create_dir(&desk).expect("folder");
    refused_and_untouched(&desk, "not_a_desk").await;
}

#[tokio::test]
async fn a_newer_file_and_another_programs_are_left_alone() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    sample_desk(&desk).await;
    let bytes = std::fs::read(&desk).expect("desk");
    for (place, code) in [(USER_VERSION, "newer_file"), (APPLICATION_ID, "not_a_desk")] {
        let mut other = bytes.clone();
        other[place + 2] = 0x7f;
        std::fs::write(&desk, other).expect("desk");
        refused_and_untouched(&desk, code).await;
    }
}

#[tokio::test]
async fn an_empty_file_is_no_desk_yet() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    std::fs::write(&desk, []).expect("file");
    told(&refusal(&desk, "verify", json!({})).await, "no_desk", &desk);
    sample_desk(&desk).await;
    reopened(&desk).await.close().await;
}

#[tokio::test]
async fn a_new_desk_takes_nothing_from_an_old_write_ahead_log() {
    let folder = tempfile::tempdir().expect("folder");
    let (desk, wal) = (
        folder.path().join("desk.db"),
        folder.path().join("desk.db-wal"),
    );
    let first = App::new(desk.clone());
    first.start().await;
    first.call("create_desk", json!({})).await.expect("desk");
    first.call("load_sample", json!({})).await.expect("sample");
    // As if killed, and the file alone thrown away.
    let log = std::fs::read(&wal).expect("log");
    first.close().await;
    std::fs::remove_file(&desk).expect("desk");
    std::fs::write(&wal, log).expect("log");
    let second = App::new(desk.clone());
    second.start().await;
    second.call("create_desk", json!({})).await.expect("desk");
    second.close().await;
    let second = reopened(&desk).await;
    assert_eq!(snapshot(&second).await.len(), 1, "only who works here");
    second.close().await;
}

#[tokio::test]
async fn a_truncated_desk_is_damaged() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    sample_desk(&desk).await;
    let bytes = std::fs::read(&desk).expect("desk");
    for keep in [4096, 4096 * 2 + 100, bytes.len() / 2, bytes.len() - 4096] {
        std::fs::write(&desk, &bytes[..keep]).expect("desk");
        assert!(damage(&desk).await, "{keep} bytes");
        assert_eq!(
            std::fs::read(&desk).expect("desk"),
            bytes[..keep],
            "{keep} bytes"
        );
    }
}

#[tokio::test]
async fn flipped_bytes_are_found_or_harmless_and_nothing_panics() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    sample_desk(&desk).await;
    let good = reopened(&desk).await;
    let records = snapshot(&good).await;
    good.close().await;
    let bytes = std::fs::read(&desk).expect("desk");
    let mut dice = Dice(20_231_005);
    let mut found = 0;
    for round in 0..60 {
        let mut bad = bytes.clone();
        // Most of a small file is room that nothing uses yet; there is no damage in it.
        let at = std::iter::repeat_with(|| 100 + dice.below(bytes.len() as u64 - 200) as usize)
            .find(|at| bytes[*at] != 0)
            .expect("a byte in use");
        let run = [1, 4, 64][round % 3];
        for byte in &mut bad[at..at + run] {
            *byte ^= 1 + dice.below(255) as u8;
        }
        std::fs::write(&desk, &bad).expect("desk");
        if damage(&desk).await {
            found += 1;
        } else {
            let app = reopened(&desk).await;
            assert_eq!(snapshot(&app).await, records, "{run} bytes at {at}");
            app.close().await;
        }
    }
    println!("damage was found in {found} of 60 rounds");
    assert!(found > 30, "found in {found} rounds");
}

/// Whether verifying finds damage; whatever else is asked is answered or
/// refused in a clear sentence, and nothing panics.
async fn damage(desk: &Path) -> bool {
    let app = App::new(desk.to_path_buf());
    app.start().await;
    let mut found = false;
    for (name, request) in asked() {
        let (asking, request) = (app.clone(), request.clone());
        let reply = tokio::spawn(async move { asking.call(name, request).await }).await;
        match reply.unwrap_or_else(|panic| panic!("{name}: {panic}")) {
            Ok(report) => found |= name == "verify" && report["ok"] == false,
            Err(fault) => {
                found |= name == "verify";
                told(&fault, "damaged", desk);
                assert_clear(&fault.sentence(Language::English));
            }
        }
    }
    app.close().await;
    found
}

fn asked() -> Vec<(&'static str, Json)> {
    let mut asked = vec![
        ("verify", json!({})),
        ("undo_state", json!({})),
        ("figures", json!({"year": 2023})),
        ("years", json!({})),
        ("bin", json!({})),
        ("search", json!({"text": "科技", "limit": 20})),
        ("settings", json!({})),
    ];
    for kind in ["agreement", "project", "enterprise", "person"] {
        asked.push(("records", json!({"kind": kind, "limit": 1000})));
        asked.push(("export_list", json!({"kind": kind, "format": "csv"})));
    }
    asked
}
