//! The one window: shows the program's own pages and nothing else.

use std::path::PathBuf;

use tauri::webview::DownloadEvent::{Finished, Requested};
use tauri::webview::{Color, NewWindowResponse};
use tauri::{App, AppHandle, Emitter as _, Manager, Runtime, Theme, Url, WebviewWindowBuilder};

use crate::ahead::Ahead;
use crate::platform;

/// The ground of the light theme, `--ground` in the pages' tokens.
const LIGHT: Color = Color(0xf6, 0xf6, 0xf4, 0xff);
/// The ground of the dark theme.
const DARK: Color = Color(0x15, 0x15, 0x16, 0xff);

/// Opens the window at once, in the colour that the page will have.
pub(crate) fn open<R: Runtime>(app: &App<R>, ahead: &Ahead) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.first() else {
        return Ok(());
    };
    let window = WebviewWindowBuilder::from_config(app.handle(), config)?
        .background_color(LIGHT)
        .initialization_script(ahead.script())
        .on_navigation(|url| is_ours(url) || is_handed_out(url))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|view, event| {
            match event {
                Requested { destination, .. } => to_a_folder(&view, destination),
                // A window that is going needs no news, and not every system tells the path.
                Finished { path, success, .. } => drop(view.emit("file_written", (success, path))),
                _ => {}
            }
            true
        })
        .build()?;
    if window.theme()? == Theme::Dark {
        window.set_background_color(Some(DARK))?;
    }
    #[cfg(target_os = "linux")]
    platform::outlive_pages(&window)?;
    Ok(())
}

/// Brings the window back to the front.
pub(crate) fn focus<R: Runtime>(handle: &AppHandle<R>) {
    for window in handle.webview_windows().values() {
        // Each may fail on a window that is closing; the user starts anew.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Whether the address is one of the program's own pages: `tauri://localhost`,
/// or `http://tauri.localhost` where the webview has no own schemes.
fn is_ours(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    match url.scheme() {
        "tauri" => host == "localhost",
        "http" | "https" => cfg!(windows) && host == "tauri.localhost",
        "about" => url.path() == "blank",
        _ => false,
    }
}

/// Whether the address is a file that our own page made, such as an export.
fn is_handed_out(url: &Url) -> bool {
    let maker = url.as_str().strip_prefix("blob:");
    maker.is_some_and(|maker| Url::parse(maker).is_ok_and(|maker| is_ours(&maker)))
}

/// Where a system names no folder of downloads, files go to the person's own.
fn to_a_folder<R: Runtime>(view: &impl Manager<R>, destination: &mut PathBuf) {
    let paths = view.path();
    if let (Err(_), Ok(home)) = (paths.download_dir(), paths.home_dir()) {
        let name = destination.file_name().unwrap_or_default().to_owned();
        let numbered = (1..).map(|number| home.join(format!("{number} {}", name.display())));
        let mut places = std::iter::once(home.join(&name)).chain(numbered);
        *destination = places.find(|place| !place.exists()).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_are_shown_and_hand_files_out() {
        let ours = |url: &str| is_ours(&url.parse().unwrap());
        assert!(ours("tauri://localhost/index.html"));
        assert!(!ours("https://example.org/"));
        assert!(!ours("http://localhost/"));
        assert!(!ours("file:///etc/passwd"));
        assert!(!ours("data:text/html,hello"));

        let handed_out = |url: &str| is_handed_out(&url.parse().unwrap());
        assert!(handed_out("blob:tauri://localhost/0190-1"));
        assert!(!handed_out("blob:https://example.org/0190-1"));
        assert!(!handed_out("tauri://localhost/"));
    }
}
