//! The sources as git knows them: committed, or new and not ignored.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::house::House;
use crate::process;

/// A source file.
#[derive(Debug)]
pub(super) struct File {
    /// From the root, with `/`.
    pub(super) path: String,
    /// All of it.
    pub(super) text: String,
}

impl File {
    /// What stands after the last dot of the name.
    pub(super) fn extension(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, end)| end)
    }

    /// Whether a program wrote it.
    pub(super) fn is_generated(&self) -> bool {
        self.path == crate::codegen::FILE
    }

    /// Whether it is Rust code of the room in this folder.
    pub(super) fn is_rust_of(&self, room: &str) -> bool {
        self.extension() == "rs" && self.path.starts_with(&format!("{room}/"))
    }
}

/// All text files of the repository.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) files: Vec<File>,
}

impl Tree {
    /// Reads the repository; what is no text is left out.
    pub(super) fn of(house: &House) -> Result<Self> {
        let mut git = Command::new("git");
        git.current_dir(&house.root).args(["ls-files", "-z"]);
        git.args(["--cached", "--others", "--exclude-standard"]);
        let mut tree = Self::default();
        for path in process::capture(&mut git)?.split_terminator('\0') {
            // A file that was deleted but is still in the index is not there to be read.
            if let Ok(text) = fs::read_to_string(house.root.join(path)) {
                tree.files.push(File {
                    path: path.to_owned(),
                    text,
                });
            }
        }
        Ok(tree)
    }

    /// The file at this path.
    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// A tree made up for a test.
    #[cfg(test)]
    pub(super) fn with(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| File {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        });
        Self {
            files: files.collect(),
        }
    }
}

/// Findings as a person sees them, for comparing in a test.
#[cfg(test)]
pub(super) fn shown(findings: &[super::Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}
