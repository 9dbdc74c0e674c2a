//! One program per data file: a second start brings the first to the front.

use std::path::Path;

use tauri::{Builder, Runtime};
use tauri_plugin_single_instance::Builder as Single;

use crate::window;

/// Lets only one program hold `path`. Where there is no session bus to ask,
/// the program starts all the same: the file itself can be shared.
pub(crate) fn only<R: Runtime>(builder: Builder<R>, path: &Path) -> Builder<R> {
    let single = Single::new().callback(|handle, _, _| window::focus(handle));
    #[cfg(target_os = "linux")]
    let single = single.dbus_id(bus_name(path));
    // Elsewhere the name cannot be chosen; it guards the usual file only.
    if cfg!(target_os = "linux") || path == suoji_app::default_path() {
        builder.plugin(single.build())
    } else {
        builder
    }
}

/// A bus name for the file; a bus name's parts begin with a letter.
#[cfg(any(target_os = "linux", test))]
fn bus_name(path: &Path) -> String {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    // A link and its target are one file.
    let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
    let whole = match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    };
    let mut hasher = DefaultHasher::new();
    whole.hash(&mut hasher);
    format!("cn.suoji.desk.f{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_a_name_of_its_own() {
        let name = |path: &str| bus_name(Path::new(path));
        assert_ne!(name("/tmp/a.db"), name("/tmp/b.db"));
        assert_eq!(name("/tmp/a.db"), name("/tmp/../tmp/a.db"));
    }
}
