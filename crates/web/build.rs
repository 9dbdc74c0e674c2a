//! Sees to it that the folder of the built window exists, so that a fresh
//! clone compiles before the window is built, and that a new one is embedded.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let dist = Path::new("../../ui/dist");
    std::fs::create_dir_all(dist)?;
    println!("cargo::rerun-if-changed={}", dist.display());
    Ok(())
}
