//! Attached files: their bytes lie beside the desk file in `<desk>.files`,
//! their records in the desk like all others.

mod seal;
mod settle;
mod shelf;

use std::path::Path;

use sqlx::{Row, SqliteConnection};

pub(crate) use seal::{Digest, Key};
pub(crate) use shelf::Shelf;
pub use shelf::{Content, Health};

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setting;
use crate::verify::Check;

/// What became of the attached files in a backup, or how they lie.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileCounts {
    /// How many contents there should be.
    pub count: u64,
    /// Of those, how many are gone.
    pub missing: u64,
    /// Of those, how many are another one.
    pub changed: u64,
    /// What the first of those are called that are gone or another one.
    pub lost: Vec<String>,
}

impl FileCounts {
    /// So many lost ones are named; the rest is counted.
    const NAMED: usize = 5;

    fn note(&mut self, name: String, health: Health) {
        self.count += 1;
        match health {
            Health::Present => return,
            Health::Missing => self.missing += 1,
            Health::Changed => self.changed += 1,
        }
        if self.lost.len() < Self::NAMED {
            self.lost.push(name);
        }
    }
}

/// An attachment's file, as its record says.
pub(crate) struct Listed {
    pub(crate) digest: Digest,
    name: String,
    bytes: u64,
}

impl Desk {
    /// Keeps a file's bytes beside the desk; returns their SHA-256. The same
    /// bytes are kept once.
    pub async fn keep_file(&self, data: Vec<u8>) -> Result<String> {
        let shelf = self.shelf().await?;
        apart(self.path(), move || {
            let digest = Digest::of(&data);
            shelf.put(&digest, &data)?;
            Ok(digest.text().to_owned())
        })
        .await
    }

    /// The bytes that have this SHA-256, checked.
    pub async fn file(&self, sha256: &str) -> Result<Content> {
        let shelf = self.shelf().await?;
        let Some(digest) = Digest::parse(sha256) else {
            return Ok(Content::Missing(shelf.folder().to_path_buf()));
        };
        apart(self.path(), move || shelf.get(&digest)).await
    }

    /// How the files of these SHA-256 and sizes lie, in order.
    pub async fn file_health(&self, files: Vec<(String, u64)>) -> Result<Vec<Health>> {
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let shelf = self.shelf().await?;
        apart(self.path(), move || {
            let health = |(sha256, bytes): &(String, u64)| match Digest::parse(sha256) {
                Some(digest) => shelf.health(&digest, *bytes),
                None => Ok(Health::Missing),
            };
            files.iter().map(health).collect()
        })
        .await
    }

    /// How all attached files lie.
    pub async fn file_counts(&self) -> Result<FileCounts> {
        let files = self.listed_files().await?;
        let asked = files
            .iter()
            .map(|file| (file.digest.text().to_owned(), file.bytes));
        let told = self.file_health(asked.collect()).await?;
        let mut counts = FileCounts::default();
        for (file, health) in files.into_iter().zip(told) {
            counts.note(file.name, health);
        }
        Ok(counts)
    }

    /// The files of all attachments, each content once.
    pub(crate) async fn listed_files(&self) -> Result<Vec<Listed>> {
        let reader = self.readers().acquire().await;
        let mut reader = reader.map_err(|error| self.failed(error))?;
        let listed = listed(&mut reader).await;
        listed.map_err(|error| self.failed(error))
    }

    /// The folder of this desk's files, with its key.
    pub(crate) async fn shelf(&self) -> Result<Shelf> {
        let key = if self.is_encrypted() {
            Some(self.files_key().await?)
        } else {
            None
        };
        Ok(Shelf::of(self.path(), key))
    }

    /// The key of an encrypted desk's files, made when first asked for.
    async fn files_key(&self) -> Result<Key> {
        let mut writer = self.writer().await;
        let kept = setting::get(&mut writer, setting::FILES_KEY).await;
        let kept = kept.map_err(|error| self.failed(error))?;
        if let Some(key) = kept.as_deref().and_then(Key::parse) {
            return Ok(key);
        }
        let key = Key::fresh();
        setting::put(&mut writer, setting::FILES_KEY, &key.hex())
            .await
            .map_err(|error| self.failed(error))?;
        Ok(key)
    }

    /// Puts every file in its right form after a passphrase came or went.
    pub(crate) async fn settle_files(&self) -> Result<()> {
        if !Shelf::of(self.path(), None).is_unsettled() {
            return Ok(());
        }
        let shelf = self.shelf().await?;
        let digests = self.digests().await?;
        apart(self.path(), move || shelf.settle(&digests)).await
    }

    /// Writes every file in the form it has under another key too.
    pub(crate) async fn prepare_files(&self, key: Option<Key>) -> Result<()> {
        let shelf = self.shelf().await?;
        let digests = self.digests().await?;
        apart(self.path(), move || {
            shelf.unsettle()?;
            shelf.prepare(&digests, key)
        })
        .await
    }

    /// Copies every file that is whole to the shelf of a backup.
    pub(crate) async fn copy_files(&self, target: &Path) -> Result<FileCounts> {
        let (shelf, other) = (self.shelf().await?, Shelf::of(target, None));
        let files = self.listed_files().await?;
        apart(target, move || {
            let mut counts = FileCounts::default();
            for file in files {
                let health = match shelf.copy_to(&other, &file.digest)? {
                    Some(_) => Health::Present,
                    None => match shelf.get(&file.digest)? {
                        Content::Missing(_) => Health::Missing,
                        _ => Health::Changed,
                    },
                };
                counts.note(file.name, health);
            }
            Ok(counts)
        })
        .await
    }

    /// Reads every attached file and compares it with its record.
    pub(crate) async fn check_files(&self) -> Result<Check> {
        let shelf = self.shelf().await?;
        let files = self.listed_files().await?;
        apart(self.path(), move || {
            let mut check = Check {
                name: "files",
                checked: 0,
                findings: Vec::new(),
            };
            for file in files {
                check.checked += 1;
                match shelf.get(&file.digest)? {
                    Content::Present(_) => {}
                    Content::Missing(path) => check.findings.push(format!(
                        "{}: the file {} is gone",
                        file.name,
                        path.display()
                    )),
                    Content::Changed(path) => check.findings.push(format!(
                        "{}: the file {} is not the one that was attached",
                        file.name,
                        path.display()
                    )),
                }
            }
            Ok(check)
        })
        .await
    }

    async fn digests(&self) -> Result<Vec<Digest>> {
        let files = self.listed_files().await?;
        Ok(files.into_iter().map(|file| file.digest).collect())
    }
}

async fn listed(connection: &mut SqliteConnection) -> Result<Vec<Listed>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT sha256, min(file_name) AS name, min(bytes) AS bytes FROM attachment \
         WHERE sha256 IS NOT NULL GROUP BY sha256 ORDER BY name",
    )
    .fetch_all(connection)
    .await?;
    let mut files = Vec::new();
    for row in rows {
        // A text that is no digest was typed by somebody and names no file.
        if let Some(digest) = Digest::parse(&row.try_get::<String, _>("sha256")?) {
            files.push(Listed {
                digest,
                name: row
                    .try_get::<Option<String>, _>("name")?
                    .unwrap_or_default(),
                bytes: row
                    .try_get::<Option<i64>, _>("bytes")?
                    .unwrap_or_default()
                    .unsigned_abs(),
            });
        }
    }
    Ok(files)
}

/// Runs what waits for the disk beside the threads that answer.
async fn apart<T: Send + 'static>(
    path: &Path,
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Error::io(path, std::io::Error::other(error)))?
}
