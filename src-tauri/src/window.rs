//! The one window: shows the program's own pages and nothing else.

use tauri::webview::{Color, NewWindowResponse};
use tauri::{App, Manager as _, Runtime, Theme, Url, WebviewWindowBuilder};

/// The ground of the light theme, `--ground` in the pages' tokens.
const LIGHT: Color = Color(0xf6, 0xf6, 0xf4, 0xff);
/// The ground of the dark theme.
const DARK: Color = Color(0x15, 0x15, 0x16, 0xff);

/// Opens the window at once, in the colour that the page will have.
pub(crate) fn open<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.first() else {
        return Ok(());
    };
    let window = WebviewWindowBuilder::from_config(app.handle(), config)?
        .background_color(LIGHT)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    if window.theme()? == Theme::Dark {
        window.set_background_color(Some(DARK))?;
    }
    Ok(())
}

/// Brings the window back to the front.
pub(crate) fn focus<R: Runtime>(handle: &tauri::AppHandle<R>) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_are_shown() {
        for (url, ours) in [
            ("tauri://localhost/index.html", true),
            ("https://example.org/", false),
            ("http://localhost/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,hello", false),
        ] {
            assert_eq!(is_ours(&url.parse().unwrap()), ours, "{url}");
        }
    }
}
