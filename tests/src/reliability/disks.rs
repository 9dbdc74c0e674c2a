//! Full and read-only disks.

use serde_json::{Value as Json, json};
use suoji_app::App;

use super::mount::Disk;
use super::snapshot::{Snapshot, snapshot, standing};
use super::told::{assert_untouched, bytes_below, names_in, refusal, reopened, sample_desk, told};

#[tokio::test]
async fn a_full_disk_refuses_the_change_and_keeps_every_earlier_one() {
    let Some(disk) = Disk::small("3m") else {
        return;
    };
    let ballast = disk.folder.join("ballast");
    std::fs::write(&ballast, vec![1u8; 1 << 20]).expect("ballast");
    let desk = disk.desk();
    let app = App::new(desk.clone());
    app.start().await;
    app.call("create_desk", json!({}))
        .await
        .expect("room enough");
    let mut expected = Snapshot::new();
    let mut full = 0;
    for number in 0..10_000 {
        let values = json!({"name": format!("项目{number}"), "note": "满".repeat(2_000)});
        let request = json!({"kind": "project", "values": values});
        match app.call("create_record", request).await {
            Ok(saved) => {
                let request = json!({"kind": "project", "id": saved["id"]});
                let record = app.call("record", request).await.expect("there");
                expected.extend([standing("project", &record)]);
            }
            Err(fault) => {
                told(&fault, "disk_full", &desk);
                full += 1;
            }
        }
        if full == 5 {
            break;
        }
    }
    assert_eq!(full, 5, "the disk never filled");
    told(
        &app.call("load_sample", json!({})).await.expect_err("full"),
        "disk_full",
        &desk,
    );
    let copy = disk.folder.join("copy.db");
    let backup = app.call("backup", json!({"path": copy})).await;
    told(&backup.expect_err("full"), "disk_full", &copy);
    assert_eq!(
        names_in(&disk.folder),
        ["ballast", "desk.db", "desk.db-shm", "desk.db-wal"]
    );
    app.call("verify", json!({})).await.expect("still reads");
    app.close().await;

    std::fs::remove_file(&ballast).expect("ballast");
    let app = reopened(&desk).await;
    let mut found = snapshot(&app).await;
    found.retain(|_, one| one.kind == "project");
    assert_eq!(found, expected);
    app.call("load_sample", json!({}))
        .await
        .expect("room enough");
    app.close().await;
    reopened(&desk).await.close().await;
}

#[tokio::test]
async fn no_desk_is_left_half_made_on_a_full_disk() {
    let Some(disk) = Disk::small("64k") else {
        return;
    };
    let desk = disk.desk();
    told(
        &refusal(&desk, "create_desk", json!({})).await,
        "disk_full",
        &desk,
    );
    assert_eq!(names_in(&disk.folder), [""; 0]);
}

#[tokio::test]
async fn a_read_only_folder_is_named_and_nothing_changes() {
    let disk = Disk::sealable();
    let desk = disk.desk();
    sample_desk(&desk).await;
    disk.seal();
    let before = bytes_below(&disk.folder);
    for (name, request) in changes() {
        told(&refusal(&desk, name, request).await, "read_only", &desk);
    }
    let fresh = disk.folder.join("other.db");
    told(
        &refusal(&fresh, "create_desk", json!({})).await,
        "read_only",
        &fresh,
    );
    let deep = disk.folder.join("new/other.db");
    let refused = refusal(&deep, "create_desk", json!({})).await;
    told(&refused, "read_only", &disk.folder);
    assert_untouched(&disk.folder, &before);
}

fn changes() -> Vec<(&'static str, Json)> {
    let create = json!({"kind": "project", "values": {"name": "新"}});
    vec![
        ("create_record", create),
        ("undo", json!({})),
        ("save_setting", json!({"key": "theme", "value": "dark"})),
        ("set_passphrase", json!({"new": "芝麻"})),
    ]
}

#[tokio::test]
async fn a_read_only_file_is_named_and_nothing_changes() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    sample_desk(&desk).await;
    let before = std::fs::read(&desk).expect("desk");
    let _sealed = Disk::over_file(&desk);
    for (name, request) in changes() {
        told(&refusal(&desk, name, request).await, "read_only", &desk);
    }
    assert!(std::fs::read(&desk).expect("desk") == before);
}

#[tokio::test]
async fn a_backup_needs_a_place_that_can_be_written() {
    let (full, sealed) = (Disk::small("64k"), Disk::sealable());
    sealed.seal();
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    sample_desk(&desk).await;
    let app = reopened(&desk).await;
    let full = full.iter().map(|disk| (disk, "disk_full"));
    for (disk, code) in full.chain([(&sealed, "read_only")]) {
        let target = disk.folder.join("copy.db");
        let refused = app.call("backup", json!({"path": target})).await;
        told(&refused.expect_err("refused"), code, &target);
        assert_eq!(names_in(&disk.folder), [""; 0]);
    }
    let target = folder.path().join("desk.db/copy.db");
    let refused = app.call("backup", json!({"path": target})).await;
    refused.expect_err("a file is no folder");
    app.close().await;
    reopened(&desk).await.close().await;
}
