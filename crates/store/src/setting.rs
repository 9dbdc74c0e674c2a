//! Facts about one file that are not records: its device, its person, the
//! user's settings.

use std::collections::BTreeMap;

use sqlx::{Row, SqliteConnection};

use crate::desk::Desk;
use crate::error::Result;

/// The id under which this file's entries stand in the log.
pub(crate) const DEVICE: &str = "device";
/// The form that this file's search documents have.
pub(crate) const SEARCH_FORM: &str = "search_form";

pub(crate) async fn get(
    connection: &mut SqliteConnection,
    name: &str,
) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar("SELECT value FROM setting WHERE name = ?")
        .bind(name)
        .fetch_optional(connection)
        .await
}

pub(crate) async fn put(
    connection: &mut SqliteConnection,
    name: &str,
    value: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO setting (name, value) VALUES (?, ?) \
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .bind(name)
    .bind(value)
    .execute(connection)
    .await?;
    Ok(())
}

async fn remove(connection: &mut SqliteConnection, name: &str) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM setting WHERE name = ?")
        .bind(name)
        .execute(connection)
        .await?;
    Ok(())
}

impl Desk {
    /// All settings by name, without what the file says of itself.
    pub async fn settings(&self) -> Result<BTreeMap<String, String>> {
        let rows = sqlx::query("SELECT name, value FROM setting WHERE name NOT IN (?, ?)")
            .bind(DEVICE)
            .bind(SEARCH_FORM)
            .fetch_all(self.readers())
            .await
            .map_err(|error| self.failed(error))?;
        rows.iter()
            .map(|row| Ok((row.try_get("name")?, row.try_get("value")?)))
            .collect::<Result<_, sqlx::Error>>()
            .map_err(|error| self.failed(error))
    }

    /// Keeps a setting; an empty value removes it.
    pub async fn save_setting(&self, name: &str, value: &str) -> Result<()> {
        let mut writer = self.writer().await;
        let kept = match value {
            "" => remove(&mut writer, name).await,
            _ => put(&mut writer, name, value).await,
        };
        kept.map_err(|error| self.failed(error))
    }
}
