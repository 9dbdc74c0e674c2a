//! The built programs that stories start.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

/// The program of that name and package. Where nobody says in
/// `SUOJI_BIN_DIR` that the programs are built, it is built now.
pub(crate) fn program(package: &str, name: &str) -> PathBuf {
    static BUILT: OnceLock<()> = OnceLock::new();
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    if let Some(folder) = std::env::var_os("SUOJI_BIN_DIR") {
        return PathBuf::from(folder).join(file);
    }
    BUILT.get_or_init(|| {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(cargo)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["build", "--quiet", "-p", "suoji-tests", "-p", "suoji-cli"])
            .args(["--bins"])
            .status()
            .expect("cargo starts");
        assert!(built.success(), "{package} does not build");
    });
    let tests = std::env::current_exe().expect("this program");
    // …/debug/deps/suoji_tests-… beside …/debug/suoji
    let folder = tests.ancestors().nth(2).expect("a target folder");
    folder.join(file)
}
