//! Facts about one file that are not records: its device, its person, the
//! user's settings.

use std::collections::BTreeMap;

use sqlx::{Row, SqliteConnection};

use crate::desk::Desk;
use crate::error::{Error, Result};

/// The id under which this file's entries stand in the log.
pub(crate) const DEVICE: &str = "device";
/// The key of the attached files of an encrypted desk.
pub(crate) const FILES_KEY: &str = "files_key";
/// What is the program's own and no setting of the user.
const OWN: [&str; 3] = [DEVICE, SEARCH_FORM, FILES_KEY];
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

/// Forgets one, if it is there.
pub(crate) async fn remove(
    connection: &mut SqliteConnection,
    name: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM setting WHERE name = ?")
        .bind(name)
        .execute(connection)
        .await?;
    Ok(())
}

impl Desk {
    /// All settings by name, without what the file says of itself.
    pub async fn settings(&self) -> Result<BTreeMap<String, String>> {
        let rows = sqlx::query("SELECT name, value FROM setting ORDER BY name")
            .fetch_all(self.readers())
            .await
            .map_err(|error| self.failed(error))?;
        let settings: Result<BTreeMap<String, String>, sqlx::Error> = rows
            .iter()
            .map(|row| Ok((row.try_get("name")?, row.try_get("value")?)))
            .collect();
        let mut settings = settings.map_err(|error| self.failed(error))?;
        settings.retain(|name, _| !OWN.contains(&name.as_str()));
        Ok(settings)
    }

    /// Keeps a setting; an empty value removes it. What is the program's own
    /// is none: [`Error::BadQuery`].
    pub async fn save_setting(&self, name: &str, value: &str) -> Result<()> {
        if OWN.contains(&name) {
            return Err(Error::BadQuery(name.to_owned()));
        }
        let mut writer = self.writer().await;
        let kept = match value {
            "" => remove(&mut writer, name).await,
            _ => put(&mut writer, name, value).await,
        };
        kept.map_err(|error| self.failed(error))
    }
}
