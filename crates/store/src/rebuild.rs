//! The log replayed: what every row should be, and making it so.

use std::collections::HashMap;

use futures_util::TryStreamExt;
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use suoji_model::kinds;
use suoji_model::log::{Changes, DELETED, Replayed};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::Result;
use crate::{document, renew, row};

/// Rows by record id, with the kind's name, as the log tells them.
pub(crate) type Rows = HashMap<Uuid, (String, Replayed)>;

/// Replays the whole log. The second part names the entries that do not
/// begin with what their device's entry before left.
pub(crate) async fn replay(
    connection: &mut SqliteConnection,
) -> Result<(Rows, Vec<i64>), sqlx::Error> {
    let mut rows = Rows::new();
    let mut broken = Vec::new();
    let mut last_device: HashMap<Uuid, Uuid> = HashMap::new();
    let mut entries =
        sqlx::query("SELECT seq, device, kind, record, changes FROM log ORDER BY seq")
            .fetch(connection);
    while let Some(entry) = entries.try_next().await? {
        let changes: Changes = serde_json::from_str(&entry.try_get::<String, _>("changes")?)
            .map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
        let (seq, device): (i64, Uuid) = (entry.try_get("seq")?, entry.try_get("device")?);
        let (kind, record): (String, Uuid) = (entry.try_get("kind")?, entry.try_get("record")?);
        let (_, row) = rows
            .entry(record)
            .or_insert_with(|| (kind, Replayed::default()));
        let before = last_device.insert(record, device);
        if before.is_none_or(|before| before == device) && !follows(row, &changes) {
            broken.push(seq);
        }
        row.apply(seq, changes);
    }
    Ok((rows, broken))
}

/// Whether the changes begin with what stands in the row.
fn follows(row: &Replayed, changes: &Changes) -> bool {
    changes.iter().all(|(group, change)| {
        if group == DELETED {
            return change.old.contains_key(DELETED) == row.deleted;
        }
        let mut fields = change.old.keys().chain(change.new.keys());
        fields.all(|field| change.old.get(field) == row.values.get(field))
    })
}

impl Desk {
    /// Throws all rows and search documents away and makes them anew from
    /// the log, in one transaction. Returns how many rows there are.
    pub async fn rebuild(&self) -> Result<usize> {
        let mut writer = self.writer().await;
        let result = rebuild(&mut writer).await;
        result.map_err(|error| self.failed(error))
    }
}

async fn rebuild(writer: &mut SqliteConnection) -> Result<usize, sqlx::Error> {
    let mut transaction = writer.begin_with("BEGIN IMMEDIATE").await?;
    let (rows, _) = replay(&mut transaction).await?;
    renew::clear(&mut transaction).await?;
    for kind in kinds::ALL {
        // The one place where rows are deleted: the guard steps aside inside
        // this transaction and stands again before it ends.
        let guard = format!("{}_never_deleted", kind.name);
        let text: String = sqlx::query_scalar("SELECT sql FROM sqlite_schema WHERE name = ?")
            .bind(&guard)
            .fetch_one(&mut *transaction)
            .await?;
        for statement in [
            format!("DROP TRIGGER {guard}"),
            format!("DELETE FROM {}", kind.name),
            text,
        ] {
            sqlx::raw_sql(AssertSqlSafe(statement))
                .execute(&mut *transaction)
                .await?;
        }
    }
    let mut count = 0;
    for (id, (kind, replayed)) in &rows {
        if let Some(kind) = kinds::find(kind) {
            row::insert(&mut transaction, kind, *id, replayed).await?;
            document::write(&mut transaction, kind, *id, replayed).await?;
            count += 1;
        }
    }
    transaction.commit().await?;
    Ok(count)
}
