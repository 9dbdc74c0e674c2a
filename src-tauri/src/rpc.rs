//! The bridge to the pages: the one command and the events.

use serde_json::Value;
use suoji_app::{App, Fault};
use tauri::{AppHandle, Emitter as _, Manager as _, Runtime, State};
use tokio::sync::OnceCell;

/// The use cases on the window's desk.
pub(crate) struct Desk {
    app: App,
    started: OnceCell<()>,
}

impl Desk {
    /// A desk that opens nothing before it is started.
    pub(crate) fn new(app: App) -> Self {
        Self {
            app,
            started: OnceCell::new(),
        }
    }

    /// The use cases, once the file has been looked at.
    async fn app(&self) -> &App {
        self.started.get_or_init(|| self.app.start()).await;
        &self.app
    }
}

/// Runs one command of the list.
#[tauri::command]
pub(crate) async fn call(
    desk: State<'_, Desk>,
    name: String,
    request: Value,
) -> Result<Value, Fault> {
    desk.app().await.call(&name, request).await
}

/// Opens the desk while the window comes up, and tells the pages what happens.
pub(crate) fn start<R: Runtime>(handle: &AppHandle<R>) {
    let handle = handle.clone();
    let mut events = handle.state::<Desk>().app.events();
    tauri::async_runtime::spawn(async move {
        let desk = handle.state::<Desk>();
        desk.app().await;
        while let Some(event) = events.next().await {
            // A window that is going needs no news.
            let _ = handle.emit(event.name(), event);
        }
    });
}

/// Closes the file before the program ends.
pub(crate) fn close<R: Runtime>(handle: &AppHandle<R>) {
    let app = handle.state::<Desk>().app.clone();
    tauri::async_runtime::block_on(app.close());
}
