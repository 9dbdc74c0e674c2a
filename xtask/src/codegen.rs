//! The UI's types, written from the command list.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::house::House;
use crate::process;

/// The generated file, from the root.
pub const FILE: &str = "ui/src/bridge/generated.ts";

/// What the file should say: `suoji_app::typescript()`, through a small program so
/// that this tool does not have to be built with the whole product.
///
/// # Errors
/// When `app` does not build.
pub fn text(house: &House) -> Result<String> {
    // Of the whole workspace, so that it is built of the same parts as all else.
    let mut build = house.cargo();
    build.args(["build", "--quiet", "--workspace"]);
    process::run(build.args(["--example", "typescript"]))?;
    let name = format!("examples/typescript{}", std::env::consts::EXE_SUFFIX);
    process::capture(&mut Command::new(house.programs(false).join(name)))
}

/// Writes the file; one that is right already is left alone.
///
/// # Errors
/// When `app` does not build or the file cannot be written.
pub fn write(house: &House) -> Result<()> {
    let file = house.root.join(FILE);
    let text = text(house)?;
    if fs::read_to_string(&file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(&file, text).with_context(|| format!("writing {}", file.display()))
}
