//! Adding, changing and removing the passphrase of a file.

use std::path::Path;

use sqlx::{ConnectOptions, Connection};

use crate::backup::{export, prove};
use crate::desk::{self, Desk};
use crate::error::{Error, Result};

impl Desk {
    /// Writes the file anew under another passphrase (`None` for a plain
    /// file) and opens it. `old` must be the present one.
    ///
    /// The copy is verified before it takes the file's place, in one rename.
    /// Errors: [`Error::WrongPassphrase`], [`Error::Busy`] while another
    /// program has the file open; the file is unchanged then.
    pub async fn set_passphrase(self, old: Option<&str>, new: Option<&str>) -> Result<Self> {
        if self.passphrase.as_deref() != old {
            return Err(Error::WrongPassphrase(self.path));
        }
        let path = self.path.clone();
        self.close().await?;
        reseal(&path, old, new).await?;
        Self::open(&path, new).await
    }
}

/// Exports to a draft while nobody else has the file open, and swaps.
async fn reseal(path: &Path, old: Option<&str>, new: Option<&str>) -> Result<()> {
    let draft = path.with_extension("resealed");
    desk::remove_database(&draft)?;
    let swapped = swap(path, &draft, old, new).await;
    if swapped.is_err() {
        // The draft holds the user's records under another passphrase; it
        // must not stay behind.
        desk::remove_database(&draft)?;
    }
    swapped
}

async fn swap(path: &Path, draft: &Path, old: Option<&str>, new: Option<&str>) -> Result<()> {
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
    prove(draft, new, path).await?;
    std::fs::rename(draft, path).map_err(|error| Error::io(path, error))
}
