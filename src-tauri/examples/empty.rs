//! An empty window of the same build: the measure of a start (`cargo xtask bench`).

use tauri::http::Response;
use tauri::{WebviewUrl, WebviewWindowBuilder};

/// A page that says when it was first painted, and nothing else.
const PAGE: &str = "<!doctype html><title>empty</title><p>empty</p>\
    <script>requestAnimationFrame(() => setTimeout(() => performance.mark('first-rows')))</script>";

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .register_uri_scheme_protocol("blank", |_, _| {
            Response::builder()
                .header("content-type", "text/html")
                .body(PAGE.as_bytes())
                .unwrap_or_default()
        })
        .setup(|app| {
            let page = "blank://localhost/".parse()?;
            WebviewWindowBuilder::new(app, "main", WebviewUrl::CustomProtocol(page))
                .inner_size(1280.0, 800.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
