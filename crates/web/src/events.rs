//! `GET /events`: committed changes as server-sent events named `changed`.

use std::convert::Infallible;

use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive, KeepAliveStream};
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
                changed = changes.next() => changed,
                _ = closing.wait_for(|closing| *closing) => return,
                () = sender.closed() => return,
            };
            let Some(changed) = changed else { return };
            let event = Event::default().event("changed").json_data(&changed);
            let Ok(event) = event else { continue };
            if sender.send(Ok(event)).await.is_err() {
                return;
            }
        }
    });
    Sse::new(ReceiverStream::new(receiver)).keep_alive(KeepAlive::default())
}
