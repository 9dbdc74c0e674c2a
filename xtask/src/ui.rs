//! The UI's packages and its build, each done only when its sources changed.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::house::House;
use crate::process::{self, Heard};
use crate::say;
use crate::stamp::Stamp;

/// Installs the UI's packages exactly as the lock file names them.
///
/// # Errors
/// When npm fails.
pub fn packages(house: &House) -> Result<()> {
    let stamp = stamp(
        house,
        "suoji-packages",
        &[house.ui().join("package-lock.json")],
    )?;
    if stamp.holds() {
        return Ok(());
    }
    say::line("   npm ci");
    process::run(house.npm().args(["ci", "--no-audit", "--no-fund"]))?;
    stamp.set()
}

/// What npm and a build write among the UI's own files.
const MADE: [&str; 3] = ["node_modules", "dist", "dist-engine"];

/// Builds the pages the hosts show, into `ui/dist`, and the drawing of maps that needs
/// no browser, into `ui/dist-engine`.
///
/// # Errors
/// When the build fails.
pub fn build(house: &House) -> Result<()> {
    let stamp = stamp(house, "suoji-build", &sources(house)?)?;
    let made = ["dist/index.html", "dist-engine/draw.js"];
    if stamp.holds() && made.iter().all(|file| house.ui().join(file).is_file()) {
        return Ok(());
    }
    say::line("   npm run build");
    process::run(&mut script(house, "build"))?;
    stamp.set()
}

/// Runs one of the scripts of `ui/package.json` and keeps what it prints.
///
/// # Errors
/// When npm cannot be started.
pub fn listen(house: &House, name: &str, options: &[&str]) -> Result<Heard> {
    let mut command = script(house, name);
    if !options.is_empty() {
        command.arg("--").args(options);
    }
    process::listen(&mut command)
}

fn script(house: &House, name: &str) -> Command {
    let mut command = house.npm();
    command.args(["run", "--silent", name]);
    command
}

/// All that a build reads: the pages and both sets of words, but not what npm and
/// the build themselves write.
fn sources(house: &House) -> Result<Vec<PathBuf>> {
    let mut list = vec![house.root.join("crates/model/words")];
    for entry in std::fs::read_dir(house.ui())? {
        let entry = entry?;
        if !MADE.iter().any(|made| entry.file_name() == *made) {
            list.push(entry.path());
        }
    }
    list.sort();
    Ok(list)
}

/// Stamps lie among the packages, so that removing those removes the stamps.
fn stamp(house: &House, name: &str, sources: &[PathBuf]) -> Result<Stamp> {
    let file = house.ui().join("node_modules").join(format!(".{name}"));
    Stamp::of(file, sources)
}
