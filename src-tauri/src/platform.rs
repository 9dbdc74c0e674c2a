//! What the desktop must provide, and one clear sentence where it does not.

#[cfg(target_os = "linux")]
use std::time::{Duration, Instant};

#[cfg(target_os = "linux")]
use tauri::{Runtime, WebviewWindow};

/// Ends the program with a clear sentence where there is no display to open a
/// window on.
pub(crate) fn find_display() {
    #[cfg(target_os = "linux")]
    if gtk::init().is_err() {
        let sentence = suoji_app::in_system_language(
            "没有可用的图形显示，窗口打不开；请在桌面环境中运行，或改用 suoji-web、suoji。",
            "There is no display, so the window cannot open; run it in a desktop session, or use suoji-web or suoji.",
        );
        eprintln!("{sentence}");
        suoji_app::end(1);
    }
}

/// Sets switches of the processes that draw the page, which are environment
/// variables: no second thread may run yet that could read them meanwhile. What
/// the user set stays; where one cannot be set, the window works all the same.
pub(crate) fn set_switches() {
    #[cfg(target_os = "linux")]
    {
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
            let _ = gtk::glib::setenv(name, value, false);
        }
    }
}

/// Shows the pages anew where the process that draws them ended by itself; what
/// was half typed in them is kept. One that ends again at once is left alone.
#[cfg(target_os = "linux")]
pub(crate) fn outlive_pages<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt as _;

    const AT_ONCE: Duration = Duration::from_secs(10);
    window.with_webview(|view| {
        let last = std::cell::Cell::new(None::<Instant>);
        view.inner().connect_web_process_terminated(move |view, _| {
            let before = last.replace(Some(Instant::now()));
            if before.is_none_or(|before| before.elapsed() > AT_ONCE) {
                view.reload();
            }
        });
    })
}
