//! Host: the one command list over HTTP, for a browser on the same machine.
//!
//! It listens on loopback only, answers to its own name and origin only, and
//! needs a session key that is given once for the token in the printed
//! address. `POST /session`, `POST /call/<name>` and `GET /events` are all
//! there is besides the files of the window.

mod calls;
mod events;
mod files;
mod gate;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use suoji_app::App;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use gate::Gate;

/// The largest request body: a ledger of 60 MB in base64.
const BODY_LIMIT: usize = 80 << 20;

/// How to serve.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
}

/// A running host.
#[derive(Debug)]
pub struct Served {
    /// Where it listens.
    pub address: SocketAddr,
    /// The address to open, with its one-time token.
    pub url: String,
    closing: watch::Sender<bool>,
    task: JoinHandle<std::io::Result<()>>,
}

impl Served {
    /// Ends the event streams, lets running calls finish, and stops.
    pub async fn stop(self) -> std::io::Result<()> {
        self.closing.send_replace(true);
        self.task.await.map_err(std::io::Error::other)?
    }
}

/// What the handlers share.
#[derive(Clone)]
struct Host {
    app: App,
    gate: Arc<Gate>,
    closing: watch::Receiver<bool>,
}

/// Starts serving `app` on loopback.
pub async fn serve(app: App, options: Options) -> std::io::Result<Served> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
    let address = listener.local_addr()?;
    let gate = Arc::new(Gate::new(address.port()));
    let url = format!("http://{address}/#token={}", gate.token());
    let (closing, closed) = watch::channel(false);
    let router = router(Host {
        app,
        gate,
        closing: closed.clone(),
    });
    let stopped = wait_for(closed);
    let task = tokio::spawn(async move {
        axum::serve(listener, router)
            .with_graceful_shutdown(stopped)
            .await
    });
    Ok(Served {
        address,
        url,
        closing,
        task,
    })
}

async fn wait_for(mut closed: watch::Receiver<bool>) {
    // A sender that is gone means that nobody holds the host any more.
    let _ = closed.wait_for(|closing| *closing).await;
}

fn router(host: Host) -> Router {
    let inside = Router::new()
        .route("/call/{name}", post(calls::call))
        .route("/events", get(events::events))
        .layer(from_fn_with_state(host.clone(), gate::need_session));
    Router::new()
        .route("/session", post(gate::session))
        .merge(inside)
        .fallback(files::file)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(from_fn_with_state(host.clone(), gate::own_name_only))
        .with_state(host)
}

#[cfg(test)]
mod tests;
