//! Stamps: what a step was last done for, so that it is not done again for the same.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A note beside the result of a step, naming the sources it was made from.
#[derive(Debug)]
pub struct Stamp {
    file: PathBuf,
    mark: String,
}

impl Stamp {
    /// Reads all `sources`, files or whole folders, for the stamp kept in `file`.
    ///
    /// A source that is not there counts as empty.
    ///
    /// # Errors
    /// When a source cannot be read.
    pub fn of(file: PathBuf, sources: &[PathBuf]) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        for source in sources {
            take(source, &mut hasher)?;
        }
        let mark = format!("{:016x}\n", hasher.finish());
        Ok(Self { file, mark })
    }

    /// Whether the step was last done for exactly these sources.
    #[must_use]
    pub fn holds(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|text| text == self.mark)
    }

    /// Notes that the step has been done.
    ///
    /// # Errors
    /// When the stamp cannot be written.
    pub fn set(&self) -> Result<()> {
        fs::write(&self.file, &self.mark)
            .with_context(|| format!("writing {}", self.file.display()))
    }
}

fn take(source: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    source.hash(hasher);
    if source.is_dir() {
        let entries = fs::read_dir(source).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
        let entries = entries.with_context(|| format!("listing {}", source.display()))?;
        let mut paths: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
        paths.sort();
        for path in paths {
            take(&path, hasher)?;
        }
    } else if source.is_file() {
        let bytes = fs::read(source).with_context(|| format!("reading {}", source.display()))?;
        bytes.hash(hasher);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_holds_until_a_source_changes() {
        let folder = tempfile::tempdir().unwrap();
        let sources = [folder.path().join("src"), folder.path().join("absent")];
        fs::create_dir(&sources[0]).unwrap();
        fs::write(sources[0].join("a.ts"), "1").unwrap();
        let stamp = || Stamp::of(folder.path().join("stamp"), &sources).unwrap();

        assert!(!stamp().holds());
        stamp().set().unwrap();
        assert!(stamp().holds());
        fs::write(sources[0].join("a.ts"), "2").unwrap();
        assert!(!stamp().holds());
        stamp().set().unwrap();
        fs::rename(sources[0].join("a.ts"), sources[0].join("b.ts")).unwrap();
        assert!(!stamp().holds(), "a new name is a change too");
    }
}
