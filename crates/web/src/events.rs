//! `GET /events`: committed changes as server-sent events named `changed`,
//! the progress of imports as `import_progress`.

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
    let mut events = host.app.events();
    let mut closing = host.closing.clone();
    tokio::spawn(async move {
        loop {
            let event = tokio::select! {
                event = events.next() => event,
                _ = closing.wait_for(|closing| *closing) => return,
                () = sender.closed() => return,
            };
            let Some(event) = event else { return };
            let event = Event::default().event(event.name()).json_data(&event);
            let Ok(event) = event else { continue };
            if sender.send(Ok(event)).await.is_err() {
                return;
            }
        }
    });
    Sse::new(ReceiverStream::new(receiver)).keep_alive(KeepAlive::default())
}
