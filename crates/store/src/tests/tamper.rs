//! What is written around the program is found; what another program holds
//! or a newer release wrote is left alone.

use serde_json::json;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use suoji_model::kinds::PROJECT;
use suoji_model::log::Intent;

use super::{Fresh, agreement, fresh, one, project, set_capital, values, whole};
use crate::{Desk, Error, Write, desk};

/// A desk with a few records, one of them edited twice.
async fn worked_on() -> Fresh {
    let fresh = fresh().await;
    let (project, _) = project(&fresh.desk, "珩谦电梯").await;
    let (id, version) = agreement(&fresh.desk, project, 100).await;
    let edited = set_capital(&fresh.desk, id, version, 200)
        .await
        .expect("edit");
    set_capital(&fresh.desk, id, edited.seq, 300)
        .await
        .expect("edit");
    fresh
}

/// Runs statements as somebody with the file and a SQLite shell could.
async fn tamper(desk: &Desk, sql: &str) {
    let mut writer = desk.writer().await;
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(&mut *writer)
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// The statements without the guards, which stand again afterwards.
fn unguarded(guard: &str, table: &str, event: &str, sql: &str) -> String {
    format!(
        "DROP TRIGGER {guard}; {sql}; CREATE TRIGGER {guard} BEFORE {event} ON {table} \
         BEGIN SELECT RAISE(ABORT, 'x'); END"
    )
}

#[tokio::test]
async fn tampering_is_found() {
    let log = |sql: &str| unguarded("log_never_updated", "log", "UPDATE", sql);
    let row = |sql: &str| unguarded("project_update_through_the_log", "project", "UPDATE", sql);
    let cases = [
        (
            "log",
            "rows",
            log("UPDATE log SET changes = replace(changes, '300.00', '301.00')"),
        ),
        (
            "superseded entry",
            "log",
            log(
                "UPDATE log SET changes = replace(changes, '\"200.00\"', '\"250.00\"') WHERE seq = 3",
            ),
        ),
        (
            "unreadable entry",
            "log",
            log("UPDATE log SET changes = '{' WHERE seq = 2"),
        ),
        (
            "renumbered entry",
            "log",
            log("UPDATE log SET n = 99 WHERE seq = 2"),
        ),
        (
            "backdated entry",
            "log",
            log("UPDATE log SET hlc = 1 WHERE seq = 3"),
        ),
        (
            "lost entry",
            "log",
            unguarded(
                "log_never_deleted",
                "log",
                "DELETE",
                "DELETE FROM log WHERE seq = 3",
            ),
        ),
        ("row", "rows", row("UPDATE project SET name = '别的'")),
        (
            "row's version",
            "rows",
            row("UPDATE project SET version = 3"),
        ),
        (
            "unreadable row",
            "rows",
            row("UPDATE project SET extra = '{'"),
        ),
        (
            "lost row",
            "rows",
            unguarded(
                "agreement_never_deleted",
                "agreement",
                "DELETE",
                "DELETE FROM agreement",
            ),
        ),
        (
            "search document",
            "index",
            "UPDATE search_doc SET names = 'x'".to_owned(),
        ),
        (
            "lost search document",
            "index",
            "DELETE FROM search_doc".to_owned(),
        ),
        (
            "index",
            "index",
            "DELETE FROM search_index WHERE rowid = (SELECT max(rowid) FROM search_doc)".to_owned(),
        ),
        (
            "another index",
            "index",
            "INSERT OR REPLACE INTO search_index (rowid, tokens) \
             SELECT rowid, 'nx' FROM search_doc"
                .to_owned(),
        ),
        (
            "index of no document",
            "index",
            "INSERT INTO search_index (rowid, tokens) VALUES (999, 'nx')".to_owned(),
        ),
        (
            "emptied index",
            "index",
            "INSERT INTO search_index (search_index) VALUES ('delete-all')".to_owned(),
        ),
        (
            "lost guard",
            "log",
            "DROP TRIGGER log_never_updated".to_owned(),
        ),
        (
            "replaced guard",
            "log",
            unguarded("project_never_deleted", "project", "UPDATE", "SELECT 1"),
        ),
    ];
    let mut missed = Vec::new();
    for (what, check, sql) in cases {
        let fresh = worked_on().await;
        whole(&fresh.desk).await;
        tamper(&fresh.desk, &sql).await;
        let verified = fresh
            .desk
            .verify()
            .await
            .unwrap_or_else(|error| panic!("{what}: {error}"));
        let found = verified
            .checks
            .iter()
            .any(|one| one.name == check && !one.findings.is_empty());
        if !found {
            missed.push((what, verified));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[tokio::test]
async fn rows_and_index_are_made_anew_from_the_log() {
    let fresh = worked_on().await;
    tamper(
        &fresh.desk,
        "INSERT INTO search_index (search_index) VALUES ('delete-all')",
    )
    .await;
    fresh.desk.rebuild().await.expect("rebuild");
    whole(&fresh.desk).await;
    assert_eq!(
        fresh
            .desk
            .search("电梯", &[], 5)
            .await
            .expect("search")
            .len(),
        1
    );
}

#[tokio::test]
async fn a_newer_encrypted_file_is_refused_and_left_alone() {
    let fresh = fresh().await;
    let path = fresh.desk.path().to_path_buf();
    let sealed = fresh
        .desk
        .set_passphrase(None, Some("芝麻"))
        .await
        .expect("seal");
    tamper(&sealed, "PRAGMA user_version = 99").await;
    sealed.close().await.expect("close");
    let before = std::fs::read(&path).expect("file");
    let refused = Desk::open(&path, Some("芝麻")).await.expect_err("newer");
    assert!(
        matches!(refused, Error::Newer { found: 99, .. }),
        "{refused}"
    );
    assert!(std::fs::read(&path).expect("file") == before);
}

#[tokio::test]
async fn a_file_held_by_another_program_is_busy_and_works_again_afterwards() {
    let fresh = fresh().await;
    project(&fresh.desk, "珩谦电梯").await;
    let options = desk::options(fresh.desk.path(), None);
    let mut other = options.connect().await.expect("another program");
    let held = other.begin_with("BEGIN IMMEDIATE").await.expect("held");
    let write = Write::create(&PROJECT, values(json!({ "name": "等" })));
    let batch = crate::Batch::new(Intent::Create, None, vec![write]);
    let refused = fresh.desk.commit(batch.clone()).await.expect_err("busy");
    assert!(matches!(refused, Error::Busy(_)), "{refused}");
    assert_eq!(
        fresh
            .desk
            .search("电梯", &[], 5)
            .await
            .expect("reads")
            .len(),
        1
    );
    held.rollback().await.expect("let go");
    fresh.desk.commit(batch).await.expect("works again");
    whole(&fresh.desk).await;
}

#[tokio::test]
async fn the_copy_before_an_upgrade_holds_what_stands_in_the_write_ahead_log() {
    let fresh = fresh().await;
    let path = fresh.desk.path().to_path_buf();
    project(&fresh.desk, "珩谦电梯").await;
    // An older release left the file so, and never folded its log in.
    tamper(&fresh.desk, "PRAGMA user_version = 0").await;
    // Its tables stand already, so that the upgrade itself cannot succeed.
    Desk::open(&path, None).await.expect_err("no real upgrade");
    let copy = crate::migrate::copy_path(&path, 0);
    let mut bytes = std::fs::read(&copy).expect("copy");
    bytes[63] = u8::try_from(crate::migrate::LATEST).expect("version");
    std::fs::write(&copy, bytes).expect("copy");
    let copy = Desk::open(&copy, None).await.expect("copy");
    assert_eq!(copy.search("电梯", &[], 5).await.expect("search").len(), 1);
    one(
        &copy,
        Intent::Create,
        Write::create(&PROJECT, values(json!({"name": "乙"}))),
    )
    .await;
}
