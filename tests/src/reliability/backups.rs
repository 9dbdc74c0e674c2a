//! Backups that are missing or damaged, and a second program on one desk.

use serde_json::{Value as Json, json};
use suoji_app::App;

use super::snapshot::{Dice, snapshot};
use super::told::{names_in, reopened, sample_desk, told};

#[tokio::test]
async fn a_bad_backup_leaves_the_present_file_alone() {
    let folder = tempfile::tempdir().expect("folder");
    let (desk, copy) = (folder.path().join("desk.db"), folder.path().join("copy.db"));
    sample_desk(&desk).await;
    let app = reopened(&desk).await;
    app.call("backup", json!({"path": copy}))
        .await
        .expect("backup");
    let create = json!({"kind": "project", "values": {"name": "备份之后"}});
    app.call("create_record", create).await.expect("create");
    let before = snapshot(&app).await;
    let bytes = std::fs::read(&copy).expect("copy");
    let mut dice = Dice(3);
    let mut flipped = bytes.clone();
    for page in flipped.chunks_mut(4096).skip(4) {
        let at = dice.below(3_000) as usize;
        page[at..at + 900].fill(0xff);
    }
    let ask = json!({"path": copy});
    for (bad, code) in [
        (flipped, "backup_damaged"),
        (bytes[..bytes.len() / 2].to_vec(), "backup_damaged"),
        (b"not a backup".to_vec(), "not_a_desk"),
        (Vec::new(), "no_desk"),
    ] {
        std::fs::write(&copy, bad).expect("copy");
        let fault = app
            .call("restore_backup", ask.clone())
            .await
            .expect_err("bad");
        told(&fault, code, &copy);
        assert_eq!(snapshot(&app).await, before, "{code}");
    }
    std::fs::remove_file(&copy).expect("copy");
    let fault = app
        .call("restore_backup", ask.clone())
        .await
        .expect_err("missing");
    told(&fault, "no_backup", &copy);
    assert_eq!(snapshot(&app).await, before);
    assert_eq!(
        names_in(folder.path()),
        ["desk.db", "desk.db-shm", "desk.db-wal"]
    );
    app.close().await;
}

#[tokio::test]
async fn a_copy_is_restored_with_its_write_ahead_log() {
    let folder = tempfile::tempdir().expect("folder");
    let (desk, killed) = (
        folder.path().join("desk.db"),
        folder.path().join("killed.db"),
    );
    sample_desk(&desk).await;
    let app = reopened(&desk).await;
    let create = json!({"kind": "project", "values": {"name": "还在日志里"}});
    app.call("create_record", create).await.expect("create");
    let expected = snapshot(&app).await;
    // What a killed program leaves: the file and its log.
    for side in ["", "-wal"] {
        let name = |path: &std::path::Path| format!("{}{side}", path.display());
        std::fs::copy(name(&desk), name(&killed)).expect("copy");
    }
    app.call("undo", json!({})).await.expect("undo");
    let request = json!({"path": killed});
    app.call("restore_backup", request).await.expect("restore");
    assert_eq!(snapshot(&app).await, expected);
    app.close().await;
}

#[tokio::test]
async fn the_last_backup_is_listed_wherever_it_lies() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    sample_desk(&desk).await;
    let app = reopened(&desk).await;
    let done = app.call("backup", json!({})).await.expect("backup");
    let listed = async |app: &App| {
        let list = app.call("backups", json!({})).await.expect("list");
        let files = list["files"].as_array().expect("files").clone();
        files
            .into_iter()
            .map(|file| file["path"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(listed(&app).await, [done["path"].clone()]);
    app.close().await;

    // The file is taken elsewhere; what it tells of its backup is there to see.
    let elsewhere = tempfile::tempdir().expect("folder");
    let moved = elsewhere.path().join("desk.db");
    std::fs::copy(&desk, &moved).expect("copy");
    let app = reopened(&moved).await;
    assert_eq!(listed(&app).await, [done["path"].clone()]);
    let path = done["path"].as_str().expect("path");
    std::fs::remove_file(path).expect("backup");
    assert_eq!(listed(&app).await, Vec::<Json>::new());
    let safety = app.call("safety", json!({})).await.expect("safety");
    assert_eq!(safety["last_backup"]["verified"], false);
    app.close().await;
}

#[tokio::test]
async fn two_programs_on_one_desk_lose_nothing() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    sample_desk(&desk).await;
    let (one, two) = (reopened(&desk).await, reopened(&desk).await);
    let (first, second) = tokio::join!(work(one.clone()), work(two.clone()));
    for id in first.iter().chain(&second) {
        let request = json!({"kind": "project", "id": id});
        for app in [&one, &two] {
            let record = app.call("record", request.clone()).await.expect("there");
            assert_eq!(record["values"]["note"], "改");
        }
    }
    let record = json!({"kind": "project", "id": first[0]});
    let seen = one.call("record", record.clone()).await.expect("there")["version"].clone();
    let edit = |note: &str| json!({"kind": "project", "id": first[0], "seen": seen, "values": {"note": note}});
    one.call("edit_record", edit("甲")).await.expect("first");
    let stale = two
        .call("edit_record", edit("乙"))
        .await
        .expect_err("second");
    assert_eq!(stale.code(), "stale");
    assert_eq!(
        (&*stale.params["yours"], &*stale.params["theirs"]),
        ("\"乙\"", "\"甲\"")
    );
    one.close().await;
    two.close().await;
    reopened(&desk).await.close().await;
}

async fn work(app: App) -> Vec<Json> {
    let mut made = Vec::new();
    for number in 0..25 {
        let request = json!({"kind": "project", "values": {"name": format!("项目{number}")}});
        let saved = app.call("create_record", request).await.expect("create");
        let request = json!({"kind": "project", "id": saved["id"], "seen": saved["version"],
            "values": {"note": "改"}});
        app.call("edit_record", request).await.expect("edit");
        made.push(saved["id"].clone());
    }
    made
}
