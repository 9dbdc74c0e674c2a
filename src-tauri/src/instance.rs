//! One program per data file: a second start brings the first to the front.

use std::path::Path;

use tauri::{AppHandle, Runtime};
use tauri_plugin_single_instance::Builder as Single;

/// Lets only one program hold `path`: ends this one where another answers. Where
/// none does, the program starts all the same: the file itself can be shared.
pub(crate) fn only<R: Runtime>(handle: &AppHandle<R>, path: &Path) {
    // Elsewhere the name cannot be chosen; it guards the usual file only.
    if !cfg!(target_os = "linux") && path != suoji_app::default_path() {
        return;
    }
    // A program that just died has its name until the bus notices, but no answer.
    for _ in 0..2 {
        let single = Single::new().callback(|handle, _, _| crate::window::focus(handle));
        #[cfg(target_os = "linux")]
        // A bus name's parts begin with a letter.
        let single = single.dbus_id(format!("cn.suoji.desk.f{}", suoji_app::file_mark(path)));
        if handle.plugin(single.build()).is_ok() {
            return;
        }
    }
}
