//! The folder of attached files: every content once, under its SHA-256, in
//! the clear or sealed.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::seal::{Digest, Key, OVERHEAD};
use crate::error::{Error, Result};

/// Files of at most this size are read to tell whether they changed; of
/// larger ones, the size must do until they are opened.
const READ_TO_TELL: u64 = 1 << 20;

/// A content as it lies on the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// As it was attached.
    Present(Vec<u8>),
    /// The file is gone; where it should be.
    Missing(PathBuf),
    /// The file holds something else; where it lies.
    Changed(PathBuf),
}

/// Whether a content lies on the shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// As far as was looked.
    Present,
    /// The file is gone.
    Missing,
    /// The file is another one.
    Changed,
}

/// The folder beside one desk file.
#[derive(Debug, Clone)]
pub(crate) struct Shelf {
    folder: PathBuf,
    /// What new files are sealed with; `None` for a plain desk.
    pub(crate) key: Option<Key>,
}

impl Shelf {
    /// The shelf of the desk file at `path`.
    pub(crate) fn of(path: &Path, key: Option<Key>) -> Self {
        let mut folder = path.as_os_str().to_owned();
        folder.push(".files");
        Self {
            folder: folder.into(),
            key,
        }
    }

    /// The same folder under another key.
    pub(crate) fn under(&self, key: Option<Key>) -> Self {
        Self {
            folder: self.folder.clone(),
            key,
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where a content lies in the clear.
    pub(crate) fn plain(&self, digest: &Digest) -> PathBuf {
        let name = digest.text();
        self.folder.join(&name[..2]).join(name)
    }

    /// Where a content lies sealed.
    pub(crate) fn sealed(&self, digest: &Digest, key: &Key) -> PathBuf {
        self.plain(digest).with_extension(key.id())
    }

    /// Where a content of this desk belongs.
    fn place(&self, digest: &Digest) -> PathBuf {
        match &self.key {
            Some(key) => self.sealed(digest, key),
            None => self.plain(digest),
        }
    }

    /// Where a content may lie, the right place first. While a passphrase
    /// comes or goes, files lie in both.
    fn places(&self, digest: &Digest) -> Vec<(PathBuf, Option<&Key>)> {
        let sealed = self.key.as_ref();
        let sealed = sealed.map(|key| (self.sealed(digest, key), Some(key)));
        let plain = (self.plain(digest), None);
        sealed.into_iter().chain([plain]).collect()
    }

    /// Reads a content and checks it.
    pub(crate) fn get(&self, digest: &Digest) -> Result<Content> {
        let mut found = Content::Missing(self.place(digest));
        for (path, key) in self.places(digest) {
            match read(&path, digest, key)? {
                Some(Some(data)) => return Ok(Content::Present(data)),
                Some(None) => found = Content::Changed(path),
                None => {}
            }
        }
        Ok(found)
    }

    /// Whether a content of this size lies here, without reading large ones.
    pub(crate) fn health(&self, digest: &Digest, bytes: u64) -> Result<Health> {
        if bytes <= READ_TO_TELL {
            return Ok(match self.get(digest)? {
                Content::Present(_) => Health::Present,
                Content::Missing(_) => Health::Missing,
                Content::Changed(_) => Health::Changed,
            });
        }
        let mut found = Health::Missing;
        for (path, key) in self.places(digest) {
            let expected = bytes + if key.is_some() { OVERHEAD } else { 0 };
            match fs::metadata(&path) {
                Ok(file) if file.is_file() && file.len() == expected => {
                    return Ok(Health::Present);
                }
                Ok(_) => found = Health::Changed,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(Error::io(&path, error)),
            }
        }
        Ok(found)
    }

    /// Keeps a content, unless it lies here whole; mends one that changed.
    pub(crate) fn put(&self, digest: &Digest, data: &[u8]) -> Result<()> {
        let (path, key) = (self.place(digest), self.key.as_ref());
        if let Some(Some(_)) = read(&path, digest, key)? {
            return Ok(());
        }
        match key {
            Some(key) => {
                let sealed = key.seal(digest, data).ok_or_else(|| {
                    Error::io(&path, std::io::Error::other("too much for the cipher"))
                })?;
                write(&path, &sealed)
            }
            None => write(&path, data),
        }
    }

    /// Copies a checked content as it lies to the same name on another shelf.
    /// `None` when it is not whole.
    pub(crate) fn copy_to(&self, other: &Self, digest: &Digest) -> Result<Option<()>> {
        for (path, key) in self.places(digest) {
            let Ok(bytes) = fs::read(&path) else {
                continue;
            };
            if content(&bytes, digest, key).is_some() {
                let target = match key {
                    Some(key) => other.sealed(digest, key),
                    None => other.plain(digest),
                };
                write(&target, &bytes)?;
                return Ok(Some(()));
            }
        }
        Ok(None)
    }

    /// Takes every file of another shelf that is not here yet, whatever it
    /// is sealed with.
    pub(crate) fn take_from(&self, other: &Self) -> Result<()> {
        for (digest, path) in other.listed()? {
            let name = path.file_name().unwrap_or_default();
            let target = self.plain(&digest).with_file_name(name);
            let bytes = fs::read(&path).map_err(|error| Error::io(&path, error))?;
            if fs::read(&target).is_ok_and(|present| present == bytes) {
                continue;
            }
            write(&target, &bytes)?;
        }
        Ok(())
    }

    /// Every file that lies here under a name this program gives.
    pub(crate) fn listed(&self) -> Result<Vec<(Digest, PathBuf)>> {
        let mut found = Vec::new();
        for folder in entries(&self.folder)? {
            for path in entries(&folder)? {
                let stem = path.file_stem().and_then(|stem| stem.to_str());
                if let Some(digest) = stem.and_then(Digest::parse)
                    && path.is_file()
                {
                    found.push((digest, path));
                }
            }
        }
        Ok(found)
    }
}

/// What lies in a folder; nothing when there is none or it is a file.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    match fs::read_dir(folder) {
        Ok(entries) => entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()
            .map_err(|error| Error::io(folder, error)),
        Err(error)
            if matches!(
                error.kind(),
                std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory
            ) =>
        {
            Ok(Vec::new())
        }
        Err(error) => Err(Error::io(folder, error)),
    }
}

/// The content of the file at `path`: the outer `None` when there is none,
/// the inner when it is not what `digest` says.
pub(crate) fn read(
    path: &Path,
    digest: &Digest,
    key: Option<&Key>,
) -> Result<Option<Option<Vec<u8>>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(content(&bytes, digest, key))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        // Somebody put a folder in its place.
        Err(error) if error.kind() == std::io::ErrorKind::IsADirectory => Ok(Some(None)),
        Err(error) => Err(Error::io(path, error)),
    }
}

fn content(bytes: &[u8], digest: &Digest, key: Option<&Key>) -> Option<Vec<u8>> {
    let data = match key {
        Some(key) => key.open(digest, bytes)?,
        None => bytes.to_vec(),
    };
    (Digest::of(&data) == *digest).then_some(data)
}

/// Writes a file whole or not at all.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))?;
    let mut draft = path.as_os_str().to_owned();
    draft.push(format!(".{}.part", uuid::Uuid::now_v7().simple()));
    let draft = PathBuf::from(draft);
    let written = fs::File::create_new(&draft).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let moved = written.and_then(|()| fs::rename(&draft, path));
    if let Err(error) = moved {
        // Why it could not be kept is the failure to tell.
        let _ = fs::remove_file(&draft);
        return Err(Error::io(path, error));
    }
    // Not every system opens a folder; the file itself is on disk.
    let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}
