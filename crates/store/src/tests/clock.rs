//! The system's clock set back.

use sqlx::AssertSqlSafe;
use suoji_model::kinds::AGREEMENT;

use super::{agreement, capital, fresh, project, set_capital, whole};
use crate::{Desk, Error};

/// Milliseconds of ten years.
const TEN_YEARS: i64 = 3_650 * 86_400_000;

/// Makes it look as if all entries so far had been written ten years ahead.
async fn written_ahead(desk: &Desk) {
    let mut writer = desk.writer().await;
    let guard: String =
        sqlx::query_scalar("SELECT sql FROM sqlite_schema WHERE name = 'log_never_updated'")
            .fetch_one(&mut *writer)
            .await
            .expect("guard");
    let sql = format!(
        "DROP TRIGGER log_never_updated; UPDATE log SET hlc = hlc + ({TEN_YEARS} << 16); {guard}"
    );
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(&mut *writer)
        .await
        .expect("set ahead");
}

#[tokio::test]
async fn a_clock_set_back_turns_no_history_around() {
    let fresh = fresh().await;
    let (project, _) = project(&fresh.desk, "珩谦电梯").await;
    let (id, version) = agreement(&fresh.desk, project, 100).await;
    assert_eq!(fresh.desk.written_ahead().await.expect("clock"), 0);
    written_ahead(&fresh.desk).await;
    let behind = fresh.desk.written_ahead().await.expect("clock");
    assert!((TEN_YEARS - 60_000..=TEN_YEARS).contains(&behind));
    let ahead = fresh.desk.history(id).await.expect("history")[0].at_ms;

    let edited = set_capital(&fresh.desk, id, version, 200).await;
    let edited = edited.expect("edit");
    let history = fresh.desk.history(id).await.expect("history");
    assert_eq!(history[0].seq, edited.seq);
    assert!(history[0].at_ms >= ahead);
    whole(&fresh.desk).await;
    // Who saw what is told by the log's order, not by the clock.
    let late = set_capital(&fresh.desk, id, version, 300).await;
    assert!(matches!(late, Err(Error::Stale(_))));
    fresh.desk.undo(None).await.expect("undo");
    assert_eq!(capital(&fresh.desk, id).await, "100.00");
    assert!(
        !fresh
            .desk
            .record(&AGREEMENT, id)
            .await
            .expect("record")
            .deleted
    );
    fresh.desk.rebuild().await.expect("rebuild");
    assert_eq!(capital(&fresh.desk, id).await, "100.00");
    whole(&fresh.desk).await;
}

/// What an agreement's capital was at each of some moments, and whether it
/// changed since the one before.
async fn stood(desk: &Desk, id: uuid::Uuid, moments: &[i64]) -> Vec<(Option<String>, bool)> {
    let mut told = Vec::new();
    let each = |past: &crate::Past, touched: &std::collections::BTreeSet<uuid::Uuid>| {
        let capital = past.get(&id).map(|(_, record)| {
            let value = &record.values["contract_capital"];
            value["amount"].as_str().unwrap_or_default().to_owned()
        });
        told.push((capital, touched.contains(&id)));
    };
    let stood = desk.stood_at(&["agreement"], moments, each).await;
    stood.expect("past");
    told
}

#[tokio::test]
async fn one_reading_tells_of_many_moments_what_one_each_tells() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let (project, _) = project(desk, "珩谦电梯").await;
    let (id, mut version) = agreement(desk, project, 100).await;
    let pause = || tokio::time::sleep(std::time::Duration::from_millis(5));
    for yuan in [200, 300] {
        pause().await;
        let edited = set_capital(desk, id, version, yuan).await.expect("edit");
        version = edited.seq;
    }
    let history = desk.history(id).await.expect("history");
    let mut moments: Vec<i64> = history.iter().rev().map(|entry| entry.at_ms + 1).collect();
    moments.insert(0, 0);
    // Nothing happened between the last two.
    moments.push(i64::MAX >> 17);
    let told = stood(desk, id, &moments).await;
    let amounts: Vec<Option<&str>> = told.iter().map(|(amount, _)| amount.as_deref()).collect();
    let known = ["100.00", "200.00", "300.00", "300.00"].map(Some);
    assert_eq!(amounts[0], None);
    assert_eq!(amounts[1..], known);
    let changed: Vec<bool> = told.iter().map(|(_, changed)| *changed).collect();
    assert_eq!(changed, [false, true, true, true, false]);
    for (at, moment) in moments.iter().enumerate() {
        assert_eq!(stood(desk, id, &[*moment]).await[0].0, told[at].0);
    }
    assert!(stood(desk, id, &[]).await.is_empty());
}
