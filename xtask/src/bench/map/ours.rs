//! Our own map, on the product's own page.

use std::io::{Seek as _, Write as _};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::data::Chain;
use super::{Found, STEPS, Shown, doing};
use crate::bench::line::median;
use crate::webdriver::{Session, by};

const MOVE: &str = include_str!("../page/map.js");
const PAINT: &str = include_str!("../page/paint.js");
/// The addresses of all code and looks that were loaded so far, without words.
const LOADED: &str = "return performance.getEntriesByType('resource').map((one) => one.name)
    .filter((name) => /[.](js|css)$/.test(name) && !/[.](zh-CN|en)-/.test(name))";
/// The text of each of some addresses.
const READ: &str = "const [names, done] = arguments
    Promise.all(names.map(async (name) => (await fetch(name)).text())).then(done)";
/// Openings of a chain.
const OPENINGS: usize = 3;

/// The size of a board, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Board {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Draws every chain, after a small one that loads the code and warms it up.
pub(super) fn draw(shown: &Shown, small: &Chain, chains: &[Chain]) -> Result<(Vec<Found>, Board)> {
    let Shown { page, .. } = shown;
    // The page of all controls: what a map shares with every page is there then.
    page.script("location.hash = '#/kit'", &[])?;
    page.wait("h1")?;
    std::thread::sleep(super::REST);
    leave(page)?;
    std::thread::sleep(super::REST);
    let (before, heap) = (names(page)?, shown.heap()?);
    open(page, small)?;
    std::thread::sleep(super::REST);
    let mut loaded = names(page)?;
    loaded.retain(|name| !before.contains(name));
    // As it is served: what lies in the folder of the build may be of another one.
    let request = json!({"script": READ, "args": [loaded]});
    let texts = page.ask("POST", "/execute/async", Some(&request))?;
    let texts: Vec<String> = serde_json::from_value(texts).context("what was loaded")?;
    let code = texts
        .iter()
        .map(|text| compressed(text.as_bytes()))
        .sum::<Result<u64>>()?;
    let mut found = Vec::new();
    for chain in chains {
        let draw = || -> Result<Found> {
            let mut paints = Vec::new();
            for _ in 0..OPENINGS {
                leave(page)?;
                paints.push(open(page, chain)?);
            }
            std::thread::sleep(super::REST);
            let (frames, cpu, idle) = shown.moved(MOVE, STEPS)?;
            let held = shown.heap()?;
            Ok(Found {
                paint: median(paints),
                frames,
                cpu,
                idle,
                heap: held.zip(heap).map(|(with, without)| with - without),
                code,
            })
        };
        found.push(doing(&format!("our map of {chain}"), draw)?);
    }
    let size = "const { width, height } = \
        document.querySelector('[data-testid=map-board]').getBoundingClientRect(); \
        return [width, height]";
    let size = page.script(size, &[])?;
    let side = |at: usize| size[at].as_f64().context("a board without a size");
    let board = Board {
        width: side(0)?,
        height: side(1)?,
    };
    Ok((found, board))
}

/// Shows a page without a map.
fn leave(page: &Session) -> Result<()> {
    page.script("location.hash = '#/settings'", &[])?;
    page.wait_gone(&by("map-board"))
}

/// Opens a chain; returns how long that took from its data being there.
fn open(page: &Session, chain: &Chain) -> Result<f64> {
    page.script(PAINT, &[json!(format!("#/chain/{}", chain.code))])?;
    page.until("the map to be drawn", || {
        Ok(page.script("return window.painted", &[])?.as_f64())
    })
}

fn names(page: &Session) -> Result<Vec<String>> {
    let names = page.script(LOADED, &[] as &[Value])?;
    serde_json::from_value(names).context("what was loaded")
}

/// How long something is when it is compressed, in bytes.
pub(super) fn compressed(bytes: &[u8]) -> Result<u64> {
    let mut file = tempfile::tempfile()?;
    file.write_all(bytes)?;
    file.rewind()?;
    let mut gzip = Command::new("gzip");
    let output = gzip.args(["-9", "-c"]).stdin(file).output();
    let output = output.context("gzip")?;
    anyhow::ensure!(output.status.success(), "gzip failed");
    Ok(output.stdout.len() as u64)
}
