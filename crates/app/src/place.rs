//! Where files lie when nobody says otherwise.

use std::env;
use std::path::{Path, PathBuf};

/// The desk file: in `SUOJI_DATA_DIR`, or in the platform's folder for
/// programs' data.
pub fn default_path() -> PathBuf {
    data_folder().join("suoji.db")
}

fn data_folder() -> PathBuf {
    let from = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(folder) = from("SUOJI_DATA_DIR") {
        return folder;
    }
    let home = from("HOME")
        .or_else(|| from("USERPROFILE"))
        .unwrap_or_default();
    let base = if cfg!(windows) {
        from("APPDATA").unwrap_or_else(|| home.join("AppData/Roaming"))
    } else if cfg!(target_os = "macos") {
        home.join("Library/Application Support")
    } else {
        from("XDG_DATA_HOME").unwrap_or_else(|| home.join(".local/share"))
    };
    base.join("suoji")
}

/// The folder of backups made without naming a place: beside the desk file.
pub(crate) fn backup_folder(desk: &Path) -> PathBuf {
    desk.parent().unwrap_or(Path::new("")).join("backups")
}
