//! Tells Tauri which commands there are, so that a capability must allow
//! each, and sees to it that the folder of the built window exists, so that a
//! fresh clone compiles before the window is built.

use tauri_build::{AppManifest, Attributes};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    std::fs::create_dir_all("../ui/dist")?;
    let commands = AppManifest::new().commands(&["call"]);
    tauri_build::try_build(Attributes::new().app_manifest(commands))?;
    Ok(())
}
