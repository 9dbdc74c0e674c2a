//! What the desktop must provide, and one clear sentence where it does not.

use std::panic::{self, AssertUnwindSafe};

use suoji_app::Language;

/// No display to open a window on.
fn no_display() -> String {
    say(
        "没有可用的图形显示，窗口打不开；请在桌面环境中运行，或改用 suoji-web、suoji。",
        "There is no display, so the window cannot open; run it in a desktop session, or use suoji-web or suoji.",
    )
}

/// The sentence in the language of the system: before there is a window, the
/// user's own choice is not known.
fn say(chinese: &str, english: &str) -> String {
    match suoji_app::system_language(|name| std::env::var(name).ok()) {
        Language::Chinese => chinese.to_owned(),
        Language::English => english.to_owned(),
    }
}

/// Makes ready what must stand before the first window is made.
pub(crate) fn prepare() -> Result<(), String> {
    #[cfg(target_os = "linux")]
    {
        let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if !named("DISPLAY") && !named("WAYLAND_DISPLAY") {
            return Err(no_display());
        }
        draw_in_software();
        give_memory_back();
    }
    Ok(())
}

/// Sets a switch of the processes that draw the page, which is an environment
/// variable: no second thread runs yet that could read the environment
/// meanwhile. What the user set stays; where it cannot be set, the window
/// works, if slowly or larger.
#[cfg(target_os = "linux")]
fn switch(name: &str, value: &str) {
    let _ = glib::setenv(name, value, false);
}

/// Without a graphics card, WebKit's shared buffers only slow the window or
/// leave it blank.
#[cfg(target_os = "linux")]
fn draw_in_software() {
    let has_card = std::fs::read_dir("/dev/dri").is_ok_and(|nodes| {
        let mut names = nodes.flatten().map(|node| node.file_name());
        names.any(|name| name.to_string_lossy().starts_with("renderD"))
    });
    if !has_card {
        switch("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
}

/// Over a day of use the page's process grows by a third: its heap counts as
/// large, and is collected often, only from 32 MiB on, and the C library keeps
/// the freed buffers of a frame once it has seen a few.
#[cfg(target_os = "linux")]
fn give_memory_back() {
    switch("JSC_largeHeapSize", "8388608");
    switch("MALLOC_ARENA_MAX", "2");
    switch("MALLOC_MMAP_THRESHOLD_", "131072");
    switch("MALLOC_TRIM_THRESHOLD_", "131072");
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
