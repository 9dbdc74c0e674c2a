use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use suoji_model::kinds::ATTACHMENT;
use suoji_model::log::Intent;

use super::{fresh, one, values, whole};
use crate::{Content, Desk, Health, Write, restore};

const SCAN: &[u8] = "扫描件".as_bytes();

/// Attaches bytes to nothing in particular; returns their digest.
async fn attach(desk: &Desk, data: &[u8]) -> String {
    let sha256 = desk.keep_file(data.to_vec()).await.expect("kept");
    let set = values(json!({
        "about_kind": "project", "about": "x", "file_name": "合同.pdf",
        "media_type": "application/pdf", "bytes": {"number": data.len().to_string()},
        "sha256": sha256,
    }));
    one(desk, Intent::Create, Write::create(&ATTACHMENT, set)).await;
    sha256
}

/// Every file beside the desk at `path`.
fn beside(path: &Path) -> Vec<PathBuf> {
    let folder = PathBuf::from(format!("{}.files", path.display()));
    let mut found = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => found.push(path),
            }
        }
    }
    found
}

fn is_clear(path: &Path) -> bool {
    let bytes = fs::read(path).expect("file");
    bytes.windows(SCAN.len()).any(|window| window == SCAN)
}

#[tokio::test]
async fn the_same_bytes_are_kept_once_and_what_happened_to_them_is_told() {
    let fresh = fresh().await;
    let (desk, path) = (&fresh.desk, fresh.desk.path());
    let sha256 = attach(desk, SCAN).await;
    assert_eq!(attach(desk, SCAN).await, sha256);
    let [file] = &*beside(path) else {
        panic!("{:?}", beside(path));
    };
    assert_eq!(
        desk.file(&sha256).await.expect("file"),
        Content::Present(SCAN.to_vec())
    );
    whole(desk).await;

    fs::write(file, "另一份").expect("write");
    assert_eq!(
        desk.file(&sha256).await.expect("file"),
        Content::Changed(file.clone())
    );
    assert!(!desk.verify().await.expect("verify").is_whole());
    // Attaching it again mends it.
    desk.keep_file(SCAN.to_vec()).await.expect("kept");
    whole(desk).await;

    fs::remove_file(file).expect("remove");
    let health = desk.file_health(vec![(sha256.clone(), 9)]).await;
    assert_eq!(health.expect("health"), [Health::Missing]);
    let counts = desk.file_counts().await.expect("counts");
    assert_eq!((counts.count, counts.missing, counts.changed), (1, 1, 0));
    assert_eq!(counts.lost.len(), 1);
    let elsewhere = desk.file("../../../etc/passwd").await.expect("file");
    assert!(matches!(elsewhere, Content::Missing(_)));
}

#[tokio::test]
async fn a_passphrase_seals_the_files_and_its_removal_opens_them() {
    let fresh = fresh().await;
    let path = fresh.desk.path().to_path_buf();
    let sha256 = attach(&fresh.desk, SCAN).await;
    let desk = fresh.desk.set_passphrase(None, Some("芝麻")).await;
    let desk = desk.expect("sealed");
    let present = Content::Present(SCAN.to_vec());
    assert_eq!(desk.file(&sha256).await.expect("file"), present);
    let [file] = &*beside(&path) else {
        panic!("{:?}", beside(&path));
    };
    assert!(!is_clear(file));
    attach(&desk, b"and another").await;
    assert_eq!(beside(&path).len(), 2);
    whole(&desk).await;

    let desk = desk.set_passphrase(Some("芝麻"), Some("开门")).await;
    let desk = desk.expect("another passphrase");
    assert_eq!(desk.file(&sha256).await.expect("file"), present);
    assert!(
        !desk
            .settings()
            .await
            .expect("settings")
            .contains_key("files_key")
    );

    let desk = desk
        .set_passphrase(Some("开门"), None)
        .await
        .expect("plain");
    assert_eq!(desk.file(&sha256).await.expect("file"), present);
    assert_eq!(beside(&path).len(), 2);
    assert!(beside(&path).iter().any(|file| is_clear(file)));
    whole(&desk).await;
}

/// Whoever is killed between writing the other form and removing the first
/// leaves both and the marker.
#[tokio::test]
async fn a_kill_while_a_passphrase_comes_or_goes_loses_nothing() {
    let fresh = fresh().await;
    let path = fresh.desk.path().to_path_buf();
    let sha256 = attach(&fresh.desk, SCAN).await;
    let present = Content::Present(SCAN.to_vec());
    // Before the swap: the desk is plain still.
    let key = crate::files::Key::fresh();
    fresh.desk.prepare_files(Some(key)).await.expect("prepared");
    fresh.desk.close().await.expect("close");
    assert_eq!(beside(&path).len(), 3);
    let desk = Desk::open(&path, None).await.expect("open");
    assert_eq!(desk.file(&sha256).await.expect("file"), present);
    assert_eq!(beside(&path).len(), 1);

    // After the swap: the desk is encrypted, and the clear form is there still.
    let clear = beside(&path).remove(0);
    let desk = desk
        .set_passphrase(None, Some("芝麻"))
        .await
        .expect("sealed");
    desk.close().await.expect("close");
    fs::write(&clear, SCAN).expect("write");
    fs::write(
        clear
            .parent()
            .and_then(Path::parent)
            .expect("folder")
            .join("unsettled"),
        "",
    )
    .expect("marker");
    let desk = Desk::open(&path, Some("芝麻")).await.expect("open");
    assert!(!clear.exists());
    assert_eq!(desk.file(&sha256).await.expect("file"), present);
    whole(&desk).await;
    desk.close().await.expect("close");
}

#[tokio::test]
async fn a_backup_carries_the_files_and_a_restore_brings_them() {
    let fresh = fresh().await;
    let sha256 = attach(&fresh.desk, SCAN).await;
    let lost = attach(&fresh.desk, b"lost").await;
    let gone = beside(fresh.desk.path());
    let gone = gone
        .iter()
        .find(|path| path.ends_with(&lost))
        .expect("file");
    fs::remove_file(gone).expect("remove");
    let target = fresh.folder.path().join("kept/backup.db");
    let facts = fresh.desk.backup(&target).await.expect("backup");
    assert_eq!((facts.files.count, facts.files.missing), (2, 1));

    let place = fresh.folder.path().join("other/desk.db");
    fs::create_dir_all(place.parent().expect("folder")).expect("folder");
    restore(&target, &place, None).await.expect("restore");
    let desk = Desk::open(&place, None).await.expect("open");
    assert_eq!(
        desk.file(&sha256).await.expect("file"),
        Content::Present(SCAN.to_vec())
    );
    assert!(matches!(desk.file(&lost).await, Ok(Content::Missing(_))));
}
