//! The pages reach their own host and nothing else.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::webdriver::by;

use super::window::{Host, Window};

/// Tries what the policy forbids; what came of it is left on the window.
const TRY: &str = "
window.seen = { refused: [], fetched: null, ran: false };
document.addEventListener('securitypolicyviolation', (event) =>
  window.seen.refused.push(event.effectiveDirective));
fetch('http://127.0.0.1:9/elsewhere').then(
  () => (window.seen.fetched = true), () => (window.seen.fetched = false));
const inline = document.createElement('script');
inline.textContent = 'window.seen.ran = true';
document.head.append(inline);
const image = new Image();
image.src = 'http://127.0.0.1:9/elsewhere.png';
";

const DONE: &str = "
const { refused, fetched } = window.seen;
const all = ['connect-src', 'script-src-elem', 'img-src'].every((one) =>
  refused.some((name) => one.startsWith(name)));
return fetched !== null && all ? window.seen : null;
";

pub(super) fn pages_reach_nothing_else(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.script(TRY, &[])?;
    let seen = window.until_script("the policy to refuse all three", DONE)?;
    ensure!(seen["fetched"] == json!(false), "{seen}");
    ensure!(seen["ran"] == json!(false), "{seen}");
    let global = window.script("return '__TAURI__' in window", &[])?;
    ensure!(global == json!(false), "no global Tauri");
    match window.host {
        Host::Desktop => only_our_command(window),
        Host::Chromium => only_with_the_key(window),
    }
}

/// The page may call the one command and nothing of Tauri's own.
fn only_our_command(window: &Window) -> Result<()> {
    let invoke = "
        window.answer = null;
        window.__TAURI_INTERNALS__.invoke('plugin:window|set_title', { value: 'x' }).then(
          () => (window.answer = 'done'), (error) => (window.answer = String(error)));";
    window.script(invoke, &[])?;
    let answer = window.until_script("an answer", "return window.answer")?;
    let refused = answer
        .as_str()
        .is_some_and(|text| text.contains("not allowed"));
    ensure!(refused, "{answer}");
    Ok(())
}

/// Without the session key nothing is told, and the page says so.
fn only_with_the_key(window: &Window) -> Result<()> {
    let call = "
        window.answer = null;
        fetch('/call/desk_status', { method: 'POST', body: '{}',
          headers: { 'content-type': 'application/json' } }).then(
          (response) => (window.answer = response.status));";
    window.script(call, &[])?;
    let status = window.until_script("an answer", "return window.answer")?;
    ensure!(status == json!(401), "{status}");
    window.script("sessionStorage.clear()", &[])?;
    window.reload()?;
    window.wait("[role=\"alert\"]")?;
    for part in ["grid-row", "nav-agreement", "gate-create"] {
        ensure!(window.count(&by(part))? == 0, "{part} shows without a key");
    }
    Ok(())
}
