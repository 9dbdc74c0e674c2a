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
