//! The bridge to the pages: the one command and the events.

use std::sync::Arc;

use serde_json::Value;
use suoji_app::{App, Events, Fault};
use tauri::{AppHandle, Emitter as _, Manager as _, Runtime, State};
use tokio::sync::{Notify, OnceCell};

/// The use cases on the window's desk.
#[derive(Clone)]
pub(crate) struct Desk {
    app: App,
    started: Arc<OnceCell<()>>,
    /// Told by the page's first command: it listens by then.
    listens: Arc<Notify>,
}

impl Desk {
    /// A desk that opens nothing before it is started.
    pub(crate) fn new(app: App) -> Self {
        Self {
            app,
            started: Arc::default(),
            listens: Arc::default(),
        }
    }

    /// The use cases, once the file has been looked at.
    pub(crate) async fn app(&self) -> &App {
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
    desk.listens.notify_one();
    desk.app().await.call(&name, request).await
}

/// Tells the pages what happens, once they listen: what happened since the desk
/// was opened waits for them.
pub(crate) fn start<R: Runtime>(handle: &AppHandle<R>, mut events: Events) {
    let handle = handle.clone();
    tauri::async_runtime::spawn(async move {
        handle.state::<Desk>().listens.notified().await;
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
