//! `GET /events`: committed changes as server-sent events named `changed`.

use std::convert::Infallible;

use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive, KeepAliveStream};
use serde_json::json;
use suoji_app::{App, Changed};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use crate::Host;

/// The stream of one page; it ends when the page goes or the host stops.
pub(crate) async fn events(
    State(host): State<Host>,
) -> Sse<KeepAliveStream<ReceiverStream<Result<Event, Infallible>>>> {
    let (sender, receiver) = mpsc::channel(16);
    let mut changes = host.app.events();
    let mut closing = host.closing.clone();
    tokio::spawn(async move {
        loop {
            let changed = tokio::select! {
                changed = changes.recv() => changed,
                _ = closing.wait_for(|closing| *closing) => return,
                () = sender.closed() => return,
            };
            let changed = match changed {
                Ok(changed) => changed,
                Err(RecvError::Lagged(_)) => everything(&host.app).await,
                Err(RecvError::Closed) => return,
            };
            let event = Event::default().event("changed").json_data(&changed);
            let Ok(event) = event else { continue };
            if sender.send(Ok(event)).await.is_err() {
                return;
            }
        }
    });
    Sse::new(ReceiverStream::new(receiver)).keep_alive(KeepAlive::default())
}

/// What to say when changes were missed: every kind may have changed.
async fn everything(app: &App) -> Changed {
    let reply = app.call("kinds", json!({})).await.unwrap_or_default();
    let kinds = reply["kinds"].as_array().into_iter().flatten();
    Changed {
        seq: 0,
        kinds: kinds
            .filter_map(|kind| Some(kind["name"].as_str()?.to_owned()))
            .collect(),
        ids: Vec::new(),
    }
}
