//! What the desktop must provide, and one clear sentence where it does not.

use std::panic::{self, AssertUnwindSafe};

use suoji_app::in_system_language as say;

/// No display to open a window on.
fn no_display() -> String {
    say(
        "没有可用的图形显示，窗口打不开；请在桌面环境中运行，或改用 suoji-web、suoji。",
        "There is no display, so the window cannot open; run it in a desktop session, or use suoji-web or suoji.",
    )
}

/// Makes ready what must stand before the first window is made.
pub(crate) fn prepare() -> Result<(), String> {
    #[cfg(target_os = "linux")]
    {
        let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if !named("DISPLAY") && !named("WAYLAND_DISPLAY") {
            return Err(no_display());
        }
        switch_page();
    }
    Ok(())
}

/// Sets switches of the processes that draw the page, which are environment
/// variables: no second thread runs yet that could read them meanwhile. What
/// the user set stays; where one cannot be set, the window works all the same.
#[cfg(target_os = "linux")]
fn switch_page() {
    // The page grows where its heap is collected late and freed buffers are kept.
    let mut switches = vec![
        ("JSC_largeHeapSize", "8388608"),
        ("MALLOC_ARENA_MAX", "2"),
        ("MALLOC_MMAP_THRESHOLD_", "131072"),
        ("MALLOC_TRIM_THRESHOLD_", "131072"),
    ];
    let is_card =
        |node: std::fs::DirEntry| node.file_name().to_string_lossy().starts_with("renderD");
    if !std::fs::read_dir("/dev/dri").is_ok_and(|nodes| nodes.flatten().any(is_card)) {
        // Without a graphics card, shared buffers only slow it or leave it blank.
        switches.push(("WEBKIT_DISABLE_DMABUF_RENDERER", "1"));
    }
    for (name, value) in switches {
        let _ = glib::setenv(name, value, false);
    }
}

/// Runs `build`, whose toolkit panics where the display does not answer.
pub(crate) fn guarded<T>(build: impl FnOnce() -> T) -> Result<T, String> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let built = panic::catch_unwind(AssertUnwindSafe(build));
    panic::set_hook(hook);
    built.map_err(|panic| {
        let text = panic.downcast_ref::<String>().map_or("", String::as_str);
        if text.contains("initialize gtk") {
            no_display()
        } else {
            say(
                &format!("窗口打不开（{text}）。"),
                &format!("The window cannot open ({text})."),
            )
        }
    })
}
