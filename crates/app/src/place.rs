//! What a host learns from the computer: where files lie when nobody says otherwise, one
//! name for one file, the language of the system.

use std::env;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use suoji_model::words::Language;

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

/// The language of the system by its environment, which holds until the user's own choice
/// is known.
pub fn system_language(variable: impl Fn(&str) -> Option<String>) -> Language {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|tag| !tag.is_empty());
    Language::of_tag(&tag.unwrap_or_default())
}

/// The sentence in the language of the system.
pub fn in_system_language(chinese: &str, english: &str) -> String {
    match system_language(|name| env::var(name).ok()) {
        Language::Chinese => chinese.to_owned(),
        Language::English => english.to_owned(),
    }
}

/// A short name of a desk file, the same however its path is written: a link and its
/// target are one file.
pub fn file_mark(path: &Path) -> String {
    let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
    let whole = match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    };
    let mut hasher = DefaultHasher::new();
    whole.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_a_name_of_its_own() {
        let name = |path: &str| file_mark(Path::new(path));
        assert_ne!(name("/tmp/a.db"), name("/tmp/b.db"));
        assert_eq!(name("/tmp/a.db"), name("/tmp/../tmp/a.db"));
    }
}
