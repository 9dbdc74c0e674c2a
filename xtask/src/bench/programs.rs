//! The programs that are measured in windows, built and copied aside, so that a
//! build beside a long measure does not disturb it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::house::House;
use crate::process;
use crate::stage::Stage;

/// Where the copies lie.
pub(super) struct Programs {
    /// The window.
    pub(super) desktop: PathBuf,
    /// An empty window of the same build.
    pub(super) empty: PathBuf,
    /// The web host.
    pub(super) web: PathBuf,
}

/// Builds the programs of a release, with the pages that were built before.
pub(super) fn build(house: &House) -> Result<()> {
    let mut build = house.cargo();
    // All at once: what they need is then built once.
    build.args(["build", "--release", "--bins", "--examples"]);
    for package in ["suoji-web", "suoji-cli", "suoji-desktop"] {
        build.args(["--package", package]);
    }
    process::run(build.args(["--features", "suoji-desktop/bench"]))
}

impl Programs {
    /// Copies what was built to a stage.
    pub(super) fn on(stage: &Stage, house: &House) -> Result<Self> {
        let built = house.programs(true);
        let copy = |program: &Path| {
            let to = stage.home().join(program.file_name().unwrap_or_default());
            std::fs::copy(program, &to)
                .with_context(|| format!("copying {}", program.display()))?;
            Ok::<_, anyhow::Error>(to)
        };
        Ok(Self {
            desktop: copy(&house.desktop(true))?,
            empty: copy(&built.join("examples/empty"))?,
            web: copy(&built.join("suoji-web"))?,
        })
    }
}
