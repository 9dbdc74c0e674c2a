//! The answers that a start shows, asked for while the window still comes up
//! and handed to its page with the first scripts.

use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Duration;

use crate::rpc::Desk;

/// How long the window waits for the answers: less than asking would take.
const PATIENCE: Duration = Duration::from_millis(25);

/// A script that is on its way.
pub(crate) struct Ahead(Receiver<String>);

impl Ahead {
    /// Opens the desk and asks it, beside the toolkit's own start.
    pub(crate) fn ask(desk: Desk) -> Self {
        let (answered, script) = sync_channel(1);
        tauri::async_runtime::spawn(async move {
            let answers = desk.app().await.ahead().await;
            // A page that is loaded again gets none: they are of the moment of the start.
            // The window waits no more where this took too long.
            let _ = answered.send(format!(
                "if (performance.getEntriesByType('navigation')[0]?.type === 'navigate') \
                 window.suojiAhead = {answers}"
            ));
        });
        Self(script)
    }

    /// Leaves the answers where the bridge looks for them; empty when they are
    /// not here yet, and then the page asks.
    pub(crate) fn script(&self) -> String {
        self.0.recv_timeout(PATIENCE).unwrap_or_default()
    }
}
