//! Noticing what other programs write to the same file, and the one place
//! where the wall clock is read.

use std::sync::Arc;
use std::time::Duration;

use sqlx::{ConnectOptions, Connection, Row, SqliteConnection};
use uuid::Uuid;

use crate::desk::{self, Desk};
use crate::error::Result;
use crate::held::Held;

/// How often the file is asked whether it changed.
const INTERVAL: Duration = Duration::from_millis(300);

/// Milliseconds since 1970 by the wall clock.
#[expect(clippy::disallowed_methods, reason = "this is the clock")]
pub(crate) fn now_ms() -> i64 {
    chrono::Utc::now().timestamp_millis()
}

/// Follows a file's log.
#[derive(Debug)]
pub struct Watch {
    connection: SqliteConnection,
    version: i64,
    seq: i64,
    /// Goes after the connection.
    _held: Option<Arc<Held>>,
}

impl Desk {
    /// Begins to follow the log from its present end.
    pub async fn watch(&self) -> Result<Watch> {
        let mut connection = desk::options(&self.path, self.passphrase.as_deref())
            .pragma("query_only", "ON")
            .connect()
            .await
            .map_err(|error| self.failed(error))?;
        let version = data_version(&mut connection)
            .await
            .map_err(|error| self.failed(error))?;
        let seq = sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM log")
            .fetch_one(&mut connection)
            .await
            .map_err(|error| self.failed(error))?;
        Ok(Watch {
            connection,
            version,
            seq,
            _held: self.held.clone(),
        })
    }
}

impl Watch {
    /// Lets go of the file.
    pub async fn close(self) {
        // Nothing was written on this connection; closing cannot lose anything.
        let _ = self.connection.close().await;
    }

    /// Waits for the next entries; returns the last `seq` and what they
    /// touched, each record once.
    pub async fn next(&mut self) -> std::result::Result<(i64, Vec<(String, Uuid)>), sqlx::Error> {
        loop {
            let version = data_version(&mut self.connection).await?;
            if version != self.version {
                self.version = version;
                let rows = sqlx::query(
                    "SELECT kind, record, max(seq) AS seq FROM log WHERE seq > ? \
                     GROUP BY kind, record ORDER BY seq",
                )
                .bind(self.seq)
                .fetch_all(&mut self.connection)
                .await?;
                if let Some(last) = rows.last() {
                    self.seq = last.get("seq");
                    let touched = rows
                        .iter()
                        .map(|row| (row.get("kind"), row.get("record")))
                        .collect();
                    return Ok((self.seq, touched));
                }
            }
            tokio::time::sleep(INTERVAL).await;
        }
    }
}

async fn data_version(connection: &mut SqliteConnection) -> std::result::Result<i64, sqlx::Error> {
    sqlx::query_scalar("PRAGMA data_version")
        .fetch_one(connection)
        .await
}
