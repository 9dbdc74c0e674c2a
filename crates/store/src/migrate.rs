//! Versioned migrations. A landed migration is frozen: its text never
//! changes again, a later need is a later file.

use std::path::{Path, PathBuf};

use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::error::{Error, Result};
use crate::header::APPLICATION_ID;

/// The migrations in order, each with its fingerprint; the n-th leads to
/// version n.
const MIGRATIONS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// The version this program writes.
pub(crate) const LATEST: u32 = MIGRATIONS.len() as u32;

/// Brings a database from the first of `versions` to the last, each step in a
/// transaction.
pub(crate) async fn run(
    connection: &mut SqliteConnection,
    path: &Path,
    versions: std::ops::Range<u32>,
) -> Result<()> {
    for index in versions.map(|version| version as usize) {
        let (sql, _) = MIGRATIONS[index];
        let text = format!(
            "BEGIN IMMEDIATE; {sql}; PRAGMA application_id = {APPLICATION_ID}; \
             PRAGMA user_version = {}; COMMIT;",
            index + 1
        );
        sqlx::raw_sql(AssertSqlSafe(text))
            .execute(&mut *connection)
            .await
            .map_err(|error| Error::of(path, error))?;
    }
    Ok(())
}

/// Makes all tables and guards of [`LATEST`] in an empty database.
pub(crate) async fn declare(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    for (sql, _) in MIGRATIONS {
        sqlx::raw_sql(AssertSqlSafe(*sql))
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Where the copy made before migrating from `version` goes.
pub(crate) fn copy_path(path: &Path, version: u32) -> PathBuf {
    path.with_extension(format!("before-v{version}-upgrade.db"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    /// A changed fingerprint would mean that existing files do not get the
    /// change.
    #[test]
    fn landed_migrations_are_frozen() {
        for (sql, fingerprint) in MIGRATIONS {
            let found: String = Sha256::digest(sql.as_bytes())
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            assert_eq!(found, fingerprint.trim());
        }
    }
}
