//! Lists the migrations, so that a new one is a new file and nothing else.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("migrations");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "sql"));
    files.sort();
    let mut list = String::from("&[\n");
    // Named from the manifest's folder when the crate is compiled: clones that
    // share a target folder share what this writes.
    let included = |file: &Path| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/migrations/{name}\"))")
    };
    for sql in files {
        let fingerprint = included(&sql.with_extension("sha256"));
        writeln!(list, "    ({}, {fingerprint}),", included(&sql))?;
    }
    list.push_str("]\n");
    let out = Path::new(&std::env::var("OUT_DIR")?).join("migrations.rs");
    std::fs::write(out, list)?;
    writeln!(std::io::stdout(), "cargo::rerun-if-changed=migrations")?;
    Ok(())
}
