//! Takes the drawing code that the UI's build left; a fresh clone compiles before that
//! is there, and then says what to do when a picture is asked for.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What draws instead: nothing, and it says why.
const MISSING: &str =
    "throw new Error('the drawing code was not built: run `cargo xtask run` once')";

fn main() -> io::Result<()> {
    let made = Path::new("../../ui/dist-engine");
    fs::create_dir_all(made)?;
    println!("cargo::rerun-if-changed={}", made.display());
    let code = fs::read_to_string(made.join("draw.js")).unwrap_or_else(|_| MISSING.to_owned());
    let out = env::var_os("OUT_DIR").map(PathBuf::from);
    let out = out.ok_or_else(|| io::Error::other("Cargo names no OUT_DIR"))?;
    fs::write(out.join("draw.js"), code)
}
