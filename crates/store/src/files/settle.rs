//! Files while a passphrase comes or goes: written in their other form
//! first, then the desk file is swapped, then the form that is no longer
//! right is removed. Whoever is killed in between finds a marker at the next
//! opening and goes on; no content is removed before its other form was read
//! back.

use std::fs;
use std::path::PathBuf;

use super::seal::{Digest, Key};
use super::shelf::{Content, Shelf, read};
use crate::error::{Error, Result};

impl Shelf {
    fn marker(&self) -> PathBuf {
        self.folder().join("unsettled")
    }

    /// Whether files may lie in a form that is not right.
    pub(crate) fn is_unsettled(&self) -> bool {
        self.marker().exists()
    }

    /// Says so until [`Shelf::settle`] has gone through. Without a folder
    /// there is nothing to say.
    pub(crate) fn unsettle(&self) -> Result<()> {
        if !self.folder().is_dir() {
            return Ok(());
        }
        let marker = self.marker();
        fs::write(&marker, b"").map_err(|error| Error::io(&marker, error))
    }

    /// Writes every content in the form of a shelf with that key too.
    pub(crate) fn prepare(&self, digests: &[Digest], key: Option<Key>) -> Result<()> {
        let other = self.under(key);
        for digest in digests {
            // What is missing or changed already stays as it is.
            if let Content::Present(data) = self.get(digest)? {
                other.put(digest, &data)?;
            }
        }
        Ok(())
    }

    /// Leaves every content in the form that is right for this desk.
    pub(crate) fn settle(&self, digests: &[Digest]) -> Result<()> {
        for digest in digests {
            let Content::Present(data) = self.get(digest)? else {
                continue;
            };
            self.put(digest, &data)?;
        }
        for (digest, path) in self.listed()? {
            let right = match &self.key {
                Some(key) => self.sealed(&digest, key),
                None => self.plain(&digest),
            };
            let other_form = match &self.key {
                // What is sealed otherwise may belong to another desk.
                Some(_) => path == self.plain(&digest),
                None => path != right,
            };
            if other_form && matches!(read(&right, &digest, self.key.as_ref())?, Some(Some(_))) {
                fs::remove_file(&path).map_err(|error| Error::io(&path, error))?;
            }
        }
        let marker = self.marker();
        match fs::remove_file(&marker) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::io(&marker, error))
            }
            _ => Ok(()),
        }
    }
}
