//! Noticing what other programs write to the same file, and the one place
//! where the wall clock is read.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use sqlx::{ConnectOptions, Connection, SqliteConnection};
use uuid::Uuid;

use crate::desk::{self, Desk};
use crate::held::Held;

/// How often the file is asked whether it changed.
const INTERVAL: Duration = Duration::from_millis(300);
/// The records of more entries than this are not named one by one.
const MOST_NAMED: usize = 1_000;

/// Milliseconds since 1970 by the wall clock.
#[expect(clippy::disallowed_methods, reason = "this is the clock")]
pub(crate) fn now_ms() -> i64 {
    chrono::Utc::now().timestamp_millis()
}

/// What a log gained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gained {
    /// `seq` of its last entry.
    pub seq: i64,
    /// The kinds of the records touched, each once.
    pub kinds: Vec<String>,
    /// These records, each once; empty when there were too many entries.
    pub records: Vec<Uuid>,
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
    pub async fn watch(&self) -> crate::error::Result<Watch> {
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

    /// Waits for the next entries.
    pub async fn next(&mut self) -> Result<Gained, sqlx::Error> {
        loop {
            let version = data_version(&mut self.connection).await?;
            if version != self.version {
                self.version = version;
                if let Some(gained) = self.gained().await? {
                    self.seq = gained.seq;
                    return Ok(gained);
                }
            }
            tokio::time::sleep(INTERVAL).await;
        }
    }

    /// What came since; of an import of millions not every entry is held.
    async fn gained(&mut self) -> Result<Option<Gained>, sqlx::Error> {
        let entries: Vec<(i64, String, Uuid)> =
            sqlx::query_as("SELECT seq, kind, record FROM log WHERE seq > ? ORDER BY seq LIMIT ?")
                .bind(self.seq)
                .bind(i64::try_from(MOST_NAMED + 1).unwrap_or(i64::MAX))
                .fetch_all(&mut self.connection)
                .await?;
        let Some((last, _, _)) = entries.last() else {
            return Ok(None);
        };
        if entries.len() <= MOST_NAMED {
            let seq = *last;
            let (kinds, records): (BTreeSet<String>, BTreeSet<Uuid>) = entries
                .into_iter()
                .map(|(_, kind, record)| (kind, record))
                .unzip();
            return Ok(Some(Gained {
                seq,
                kinds: kinds.into_iter().collect(),
                records: records.into_iter().collect(),
            }));
        }
        let seq: i64 = sqlx::query_scalar("SELECT max(seq) FROM log")
            .fetch_one(&mut self.connection)
            .await?;
        let kinds = sqlx::query_scalar(
            "SELECT DISTINCT kind FROM log WHERE seq > ? AND seq <= ? ORDER BY kind",
        )
        .bind(self.seq)
        .bind(seq)
        .fetch_all(&mut self.connection)
        .await?;
        Ok(Some(Gained {
            seq,
            kinds,
            records: Vec::new(),
        }))
    }
}

async fn data_version(connection: &mut SqliteConnection) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("PRAGMA data_version")
        .fetch_one(connection)
        .await
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use suoji_model::kinds::{OFFICE, PERSON};
    use suoji_model::log::Intent;

    use super::*;
    use crate::commit::{Batch, Write};

    fn made(kind: &'static suoji_model::Kind, name: &str) -> Write {
        let values = json!({"name": name});
        Write::create(kind, values.as_object().cloned().unwrap_or_default())
    }

    #[tokio::test]
    async fn few_records_are_named_and_of_many_the_kinds() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("desk.db");
        let desk = Desk::create(&path, None).await.expect("desk");
        let mut watch = desk.watch().await.expect("watch");

        let few = vec![made(&PERSON, "李四"), made(&OFFICE, "泰州驻点")];
        let mut records: Vec<Uuid> = few.iter().map(|write| write.record).collect();
        records.sort_unstable();
        let batch = Batch::new(Intent::Edit, None, few);
        let seq = desk.commit(batch).await.expect("commit").seq;
        let gained = watch.next().await.expect("gained");
        let kinds = ["office", "person"].map(str::to_owned).to_vec();
        assert_eq!(
            gained,
            Gained {
                seq,
                kinds,
                records
            }
        );

        let many = (0..=MOST_NAMED).map(|n| made(&PERSON, &format!("王{n}")));
        let batch = Batch::new(Intent::Import, None, many.collect());
        let seq = desk.commit(batch).await.expect("commit").seq;
        let gained = watch.next().await.expect("gained");
        let kinds = vec!["person".to_owned()];
        let records = Vec::new();
        assert_eq!(
            gained,
            Gained {
                seq,
                kinds,
                records
            }
        );
        watch.close().await;
    }
}
