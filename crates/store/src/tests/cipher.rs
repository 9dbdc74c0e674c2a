use super::{fresh, project, whole};
use crate::{Desk, Error, FileState, look, restore};

#[tokio::test]
async fn a_passphrase_is_added_changed_and_removed() {
    let fresh = fresh().await;
    let path = fresh.desk.path().to_path_buf();
    project(&fresh.desk, "珩谦电梯").await;
    let desk = fresh
        .desk
        .set_passphrase(None, Some("芝麻'开门"))
        .await
        .expect("add");
    assert_eq!(look(&path).expect("look"), FileState::Sealed);
    let bytes = std::fs::read(&path).expect("file");
    assert!(
        !bytes
            .windows(12)
            .any(|window| window == "珩谦电梯".as_bytes())
    );
    whole(&desk).await;
    let desk = desk
        .set_passphrase(Some("芝麻'开门"), Some("two"))
        .await
        .expect("change");
    let refused = desk
        .set_passphrase(Some("one"), None)
        .await
        .expect_err("old is wrong");
    assert!(matches!(refused, Error::WrongPassphrase(_)));
    assert!(matches!(
        Desk::open(&path, None).await,
        Err(Error::Locked(_))
    ));
    let wrong = Desk::open(&path, Some("one")).await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase(_))), "{wrong:?}");
    let desk = Desk::open(&path, Some("two")).await.expect("open");
    let desk = desk
        .set_passphrase(Some("two"), None)
        .await
        .expect("remove");
    assert_eq!(look(&path).expect("look"), FileState::Plain);
    assert_eq!(desk.search("珩谦", &[], 5).await.expect("search").len(), 1);
    whole(&desk).await;
}

#[tokio::test]
async fn a_passphrase_waits_until_nobody_else_has_the_file() {
    let fresh = fresh().await;
    let other = Desk::open(fresh.desk.path(), None).await.expect("second");
    project(&other, "珩谦电梯").await;
    let refused = fresh.desk.set_passphrase(None, Some("x")).await;
    assert!(matches!(refused, Err(Error::Busy(_))), "{refused:?}");
    whole(&other).await;
    assert_eq!(look(other.path()).expect("look"), FileState::Plain);
}

#[tokio::test]
async fn a_backup_is_proved_and_restored_with_a_safety_copy() {
    let fresh = fresh().await;
    let path = fresh.desk.path().to_path_buf();
    let target = fresh.folder.path().join("backups/one.db");
    let (_, _) = project(&fresh.desk, "珩谦电梯").await;
    let facts = fresh.desk.backup(&target).await.expect("backup");
    assert_eq!((facts.records, facts.entries), (1, 1));
    let again = fresh.desk.backup(&target).await;
    assert!(matches!(again, Err(Error::Exists(_))));
    project(&fresh.desk, "第二个").await;
    let device = fresh.desk.device();
    fresh.desk.close().await.expect("close");
    let mut guard = std::fs::metadata(&target).expect("backup").permissions();
    guard.set_readonly(true);
    std::fs::set_permissions(&target, guard).expect("guard");
    let aside = restore(&target, &path, None)
        .await
        .expect("restore")
        .expect("aside");
    let guard = std::fs::metadata(&path).expect("desk").permissions();
    assert!(!guard.readonly(), "a desk must not be as its backup");
    let desk = Desk::open(&path, None).await.expect("open");
    assert_eq!(
        desk.history(uuid::Uuid::nil())
            .await
            .expect("history")
            .len(),
        0
    );
    assert!(
        desk.search("第二", &[], 5)
            .await
            .expect("search")
            .is_empty()
    );
    assert_ne!(desk.device(), device);
    project(&desk, "第三个").await;
    whole(&desk).await;
    let kept = Desk::open(&aside, None).await.expect("safety copy");
    assert_eq!(kept.search("第二", &[], 5).await.expect("search").len(), 1);
}

#[tokio::test]
async fn an_encrypted_backup_needs_the_passphrase() {
    let fresh = fresh().await;
    let path = fresh.desk.path().to_path_buf();
    let target = fresh.folder.path().join("sealed.db");
    project(&fresh.desk, "珩谦电梯").await;
    let desk = fresh
        .desk
        .set_passphrase(None, Some("one"))
        .await
        .expect("add");
    desk.backup(&target).await.expect("backup");
    desk.close().await.expect("close");
    assert!(matches!(
        restore(&target, &path, None).await,
        Err(Error::Locked(_))
    ));
    let wrong = restore(&target, &path, Some("two")).await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase(_))), "{wrong:?}");
    restore(&target, &path, Some("one")).await.expect("restore");
    let desk = Desk::open(&path, Some("one")).await.expect("open");
    whole(&desk).await;
    // An encrypted desk must not still be closing when the program ends.
    desk.close().await.expect("close");
}

#[tokio::test]
async fn a_backup_of_an_older_release_is_restored_and_leaves_no_copies() {
    use sqlx::{ConnectOptions, Connection};
    let fresh = fresh().await;
    project(&fresh.desk, "珩谦电梯").await;
    let path = fresh.desk.path().to_path_buf();
    let old = fresh.folder.path().join("old.db");
    let options = crate::desk::options(&old, None).create_if_missing(true);
    let mut made = options.connect().await.expect("an older file");
    crate::migrate::run(&mut made, &old, 0..crate::migrate::LATEST - 1)
        .await
        .expect("its tables");
    let device = uuid::Uuid::now_v7().to_string();
    crate::setting::put(&mut made, crate::setting::DEVICE, &device)
        .await
        .expect("its name");
    // Dropped, it would still be closing while the file is read.
    made.close().await.expect("closed");
    fresh.desk.close().await.expect("close");

    let kept = path.with_extension("before-v9-upgrade.db");
    std::fs::write(&kept, "an earlier copy").expect("written");
    let aside = restore(&old, &path, None).await.expect("restored");
    let desk = Desk::open(&path, None).await.expect("open");
    whole(&desk).await;
    desk.close().await.expect("close");
    assert_eq!(std::fs::read(&kept).expect("kept"), b"an earlier copy");
    let names = std::fs::read_dir(fresh.folder.path()).expect("folder");
    let mut names: Vec<_> = names.flatten().map(|one| one.path()).collect();
    names.sort();
    let mut wanted = vec![aside.expect("set aside"), kept, path, old];
    wanted.sort();
    assert_eq!(names, wanted);
}
