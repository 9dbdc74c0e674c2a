//! What a poster takes: a chain of the starter atlas as PDF and PNG.
//!
//! Prints one JSON line a measure, as `window.rs` does. A picture goes through the
//! public command, the reading of the chain included.

use std::io::Write as _;
use std::time::Instant;

use serde_json::{Value as Json, json};
use suoji_app::App;

type Anything<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Posters of each chain.
const ROUNDS: usize = 7;
const CHAINS: [&str; 3] = ["biopharma", "nev", "elevator"];

fn main() -> Anything {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let folder = tempfile::tempdir()?;
        let app = App::new(folder.path().join("desk.db"));
        call(&app, "create_desk", json!({})).await?;
        // The atlas is written by the first look at a chain.
        call(&app, "chains", json!({})).await?;
        for chain in CHAINS {
            poster(&app, chain, "pdf", 1_000).await?;
        }
        poster(&app, "nev", "png", 6_000).await
    })
}

async fn poster(app: &App, chain: &str, format: &str, limit_ms: u64) -> Anything {
    let request = json!({
        "chain": chain, "form": "a0", "format": format, "language": "zh-CN", "dark": false,
    });
    let (mut times, mut size) = (Vec::new(), 0);
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let done = call(app, "chain_picture", request.clone()).await?;
        times.push(begun.elapsed().as_micros() as u64);
        let data = done["files"][0]["data"].as_str().ok_or("no picture")?;
        // Base64 takes four letters for three bytes.
        size = data.len() * 3 / 4 / 1_024;
    }
    times.sort_unstable();
    let line = json!({
        "name": format!("A0 poster of {chain} as {format}, the middle of {ROUNDS}"),
        "ours_us": times[ROUNDS / 2],
        "limit_us": limit_ms * 1_000,
        "spread": format!(
            "{} to {} ms; {size} KiB", times[0] / 1_000, times[ROUNDS - 1] / 1_000
        ),
    });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}

async fn call(app: &App, command: &str, request: Json) -> Anything<Json> {
    let reply = app.call(command, request).await;
    reply.map_err(|fault| format!("{command}: {fault:?}").into())
}
