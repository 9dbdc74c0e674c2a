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
    // A bus name's parts begin with a letter.
    let single = single.dbus_id(format!("cn.suoji.desk.f{}", suoji_app::file_mark(path)));
    // Elsewhere the name cannot be chosen; it guards the usual file only.
    if cfg!(target_os = "linux") || path == suoji_app::default_path() {
        builder.plugin(single.build())
    } else {
        builder
    }
}
