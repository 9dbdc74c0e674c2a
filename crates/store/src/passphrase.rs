//! Adding, changing and removing the passphrase of a file.

use std::path::Path;

use sqlx::{ConnectOptions, Connection};

use crate::backup::{export, prove};
use crate::desk::{self, Desk};
use crate::error::{Error, Result};
use crate::files::{Key, Shelf};
use crate::setting;

impl Desk {
    /// Writes the file anew under another passphrase (`None` for a plain
    /// file) and opens it. `old` must be the present one.
    ///
    /// The copy is verified before it takes the file's place, in one rename.
    /// Attached files lie in both forms until then; opening the file removes
    /// the form that is not right, now or after a kill.
    /// Errors: [`Error::WrongPassphrase`], [`Error::Busy`] while another
    /// program has the file open; the file is unchanged then.
    pub async fn set_passphrase(self, old: Option<&str>, new: Option<&str>) -> Result<Self> {
        if self.passphrase.as_deref() != old {
            return Err(Error::WrongPassphrase(self.path));
        }
        // A key that has lain in a plain file is never used again.
        let key = (old.is_none() && new.is_some()).then(Key::fresh);
        if old.is_some() != new.is_some() {
            self.prepare_files(key.clone()).await?;
        }
        let path = self.path.clone();
        self.close().await?;
        reseal(&path, old, new, key.as_ref()).await?;
        // Another program that had the file open meanwhile may have settled
        // the files by what was right then.
        Shelf::of(&path, None).unsettle()?;
        Self::open(&path, new).await
    }
}

/// Exports to a draft while nobody else has the file open, and swaps.
async fn reseal(
    path: &Path,
    old: Option<&str>,
    new: Option<&str>,
    key: Option<&Key>,
) -> Result<()> {
    let draft = path.with_extension("resealed");
    desk::remove_database(&draft)?;
    let swapped = swap(path, &draft, (old, new), key).await;
    if swapped.is_err() {
        // The draft holds the user's records under another passphrase; it
        // must not stay behind.
        desk::remove_database(&draft)?;
    }
    swapped
}

async fn swap(
    path: &Path,
    draft: &Path,
    (old, new): (Option<&str>, Option<&str>),
    key: Option<&Key>,
) -> Result<()> {
    let of = |error| Error::of(path, error);
    let mut connection = desk::options(path, old).connect().await.map_err(of)?;
    // Leaving write-ahead mode asks for the file alone: it fails as long as
    // another program has it open.
    sqlx::query("PRAGMA journal_mode = DELETE")
        .fetch_one(&mut connection)
        .await
        .map_err(of)?;
    export(&mut connection, draft, new).await.map_err(of)?;
    connection.close().await.map_err(of)?;
    if old.is_some() != new.is_some() {
        keep_key(draft, new, key).await.map_err(of)?;
    }
    prove(draft, new, path).await?;
    std::fs::rename(draft, path).map_err(|error| Error::io(path, error))
}

/// Leaves the key of the attached files in an encrypted file, and none in a
/// plain one.
async fn keep_key(
    path: &Path,
    passphrase: Option<&str>,
    key: Option<&Key>,
) -> Result<(), sqlx::Error> {
    let mut connection = desk::options(path, passphrase).connect().await?;
    match key {
        Some(key) => setting::put(&mut connection, setting::FILES_KEY, &key.hex()).await?,
        None => setting::remove(&mut connection, setting::FILES_KEY).await?,
    }
    connection.close().await
}
