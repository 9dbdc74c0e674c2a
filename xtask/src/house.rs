//! Where things stand: the repository, the target folder, the programs.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

/// The repository and the target folder in use.
#[derive(Debug)]
pub struct House {
    /// The repository's root.
    pub root: PathBuf,
    /// Cargo's target folder; follows `CARGO_TARGET_DIR` and Cargo's configuration.
    pub target: PathBuf,
    /// What `cargo metadata --no-deps` answered.
    pub metadata: Value,
}

impl House {
    /// Asks Cargo where the workspace and its target folder are.
    ///
    /// # Errors
    /// When Cargo cannot be run or the workspace does not load.
    pub fn find() -> Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut ask = cargo();
        ask.args(["metadata", "--no-deps", "--format-version", "1"]);
        let answer = process::capture(ask.current_dir(here))?;
        let metadata: Value =
            serde_json::from_str(&answer).context("reading the answer of cargo metadata")?;
        let folder = |key: &str| {
            let text = metadata[key].as_str();
            text.map(PathBuf::from)
                .with_context(|| format!("cargo metadata does not name its {key}"))
        };
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
            metadata,
        })
    }

    /// The folder of the UI.
    #[must_use]
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A Cargo command that runs at the root.
    #[must_use]
    pub fn cargo(&self) -> Command {
        let mut command = cargo();
        command.current_dir(&self.root);
        command
    }

    /// An npm command that runs in the UI's folder.
    #[must_use]
    pub fn npm(&self) -> Command {
        let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        command.current_dir(self.ui());
        command
    }

    /// The folder the built programs are in.
    #[must_use]
    pub fn programs(&self, release: bool) -> PathBuf {
        self.target.join(if release { "release" } else { "debug" })
    }

    /// The built desktop program.
    #[must_use]
    pub fn desktop(&self, release: bool) -> PathBuf {
        let name = format!("suoji-desktop{}", std::env::consts::EXE_SUFFIX);
        self.programs(release).join(name)
    }

    /// The folder screenshots are saved in.
    #[must_use]
    pub fn screenshots(&self) -> PathBuf {
        self.target.join("screenshots")
    }

    /// What a driver on the stage and the programs it starts say on their way.
    #[must_use]
    pub fn driver_log(&self, name: &str) -> PathBuf {
        self.target.join("drivers").join(name).with_extension("log")
    }
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
