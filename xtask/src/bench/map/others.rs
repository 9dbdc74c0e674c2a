//! The same chain, drawn by other libraries on the page in `tests/benches/map`.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::data::Chain;
use super::ours::{Board, compressed};
use super::{FEWER, Found, Shown, doing};
use crate::house::House;
use crate::process::{self, Service};
use crate::stage::free_port;
use crate::stamp::Stamp;

/// The libraries, by the names the page and the reader know.
pub(super) const LIBRARIES: [(&str, &str); 3] = [
    ("g6", "G6"),
    ("cytoscape", "Cytoscape"),
    ("echarts", "ECharts"),
];
const MOVE: &str = "window.move(arguments[0])";
/// How long a library may take to draw a chain and to tell of it.
const PATIENCE: Duration = Duration::from_secs(60);

/// The served page; it ends when dropped.
pub(super) struct Served {
    pub(super) address: String,
    _service: Service,
}

/// Installs the libraries, builds the page and serves it with the chains.
pub(super) fn serve(house: &House, chains: &[Chain]) -> Result<Served> {
    let folder = folder(house);
    let npm = |words: &[&str]| process::run(house.npm().current_dir(&folder).args(words));
    let stamp = Stamp::of(
        folder.join("node_modules/.suoji-packages"),
        &[folder.join("package-lock.json")],
    )?;
    if !stamp.holds() {
        npm(&["ci", "--no-audit", "--no-fund"])?;
        stamp.set()?;
    }
    npm(&["run", "--silent", "build"])?;
    let data = folder.join("dist/data");
    std::fs::create_dir_all(&data)?;
    for chain in chains {
        let file = data.join(format!("{}.json", chain.code));
        std::fs::write(file, chain.json().to_string())?;
    }
    let port = free_port()?;
    let mut command = std::process::Command::new("node");
    command.args(["node_modules/vite/bin/vite.js", "preview", "--strictPort"]);
    command.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
    command.current_dir(&folder);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut service = Service::start("vite", &mut command)?;
    let address = format!("http://127.0.0.1:{port}");
    service.until(Duration::from_secs(20), || {
        let answer = ureq::get(&address).call();
        answer.is_ok().then_some(())
    })?;
    Ok(Served {
        address,
        _service: service,
    })
}

/// A chain drawn by each of the libraries, in their order.
pub(super) fn draw(
    house: &House,
    address: &str,
    open: &dyn Fn() -> Result<Shown>,
    chain: &Chain,
    board: Board,
) -> Result<Vec<Found>> {
    let draw = |(name, _): &(&str, &str)| -> Result<Found> {
        let shown = open()?;
        let told = visit(&shown, address, name, chain, board)?;
        let code: Vec<String> = serde_json::from_value(told["code"].clone())?;
        let assets = folder(house).join("dist/assets");
        let files = code.iter().filter_map(|name| name.rsplit('/').next());
        let code = files
            .map(|file| compressed(&std::fs::read(assets.join(file))?))
            .sum::<Result<u64>>()?;
        let (frames, cpu, idle) = shown.moved(MOVE, FEWER)?;
        let heap = shown.heap()?;
        Ok(Found {
            paint: told["paint"].as_f64().context("no first paint")?,
            frames,
            cpu,
            idle,
            heap,
            code,
        })
    };
    let told = |library: &(&str, &str)| {
        let what = format!("{} of {chain}", library.1);
        doing(&what, || draw(library))
    };
    LIBRARIES.iter().map(told).collect()
}

/// How long our own layout of a chain takes.
pub(super) fn layout(address: &str, shown: &Shown, chain: &Chain, board: Board) -> Result<Value> {
    let told = visit(shown, address, "none", chain, board)?;
    let [first, middle] = ["first", "middle"].map(|name| told[name].as_f64().unwrap_or_default());
    Ok(json!({
        "name": format!("layout of {chain}, {}", shown.host.name()),
        "ours_us": middle * 1_000.0,
        "limit_us": 40_000,
        "spread": format!("the first {first:.0} ms, before the code was warm"),
    }))
}

/// Goes to the page and waits for what it found.
fn visit(shown: &Shown, address: &str, draw: &str, chain: &Chain, board: Board) -> Result<Value> {
    let Board { width, height } = board;
    shown.page.visit(&format!(
        "{address}/?draw={draw}&chain={}&width={width}&height={height}",
        chain.code
    ))?;
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        let told = shown.page.script("return window.found ?? null", &[])?;
        if let Some(error) = told["error"].as_str() {
            bail!("{draw}: {error}");
        }
        if told.is_object() {
            return Ok(told);
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    bail!("{draw} drew nothing within {PATIENCE:?}")
}

fn folder(house: &House) -> PathBuf {
    house.root.join("tests/benches/map")
}
