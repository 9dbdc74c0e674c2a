//! Our map beside three libraries that draw the same chain, in Chromium and in the
//! system's web view.

mod data;
mod others;
mod ours;
mod told;

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::family::Family;
use super::fill::{Calls, Web};
use super::pages::Spread;
use super::programs::Programs;
use crate::house::House;
use crate::say;
use crate::stage::Stage;
use crate::webdriver::Session;
use data::Chain;

/// Enterprises of each of the two large chains.
const FIRMS: usize = 20_000;
/// Steps of each of the four movements; a library gets fewer, as it takes longer.
const STEPS: usize = 60;
/// Steps of the other libraries.
const FEWER: usize = 6;
/// The page in which a map is drawn, in pixels.
const PAGE: (i64, i64) = (1_440, 900);
/// How long a chain may take to be worked out and drawn.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long a map is left alone before and while it is seen to do nothing.
const REST: Duration = Duration::from_secs(2);
const IDLE: Duration = Duration::from_secs(4);

/// How the map is measured, for the page.
pub(super) const ABOUT: &str = "A made-up chain with 20,000 enterprises, drawn by our own page and \
    by AntV G6 5, Cytoscape.js 3 and Apache ECharts 6 as they come, each on a page of its own and \
    of the size of our board, at the places of our own layout; they draw every relation and every \
    enterprise, ours what can be read at that distance. Everything is drawn in software. Four \
    movements, a step each frame: pan over the whole, zoom in seven times, pan there, zoom out. \
    Ours is moved by mouse events, the others by their own calls. Processor time is that of all \
    processes of the browser or window. A first paint is the middle of three, or of fewer where they take long, from the data being \
    there to the second frame after it was drawn, with the code loaded and run before. The heap is \
    what the map adds after a collection of garbage; the code is what is loaded when the first map \
    is opened, looks included, without words and the controls that all pages share.";

/// Where a map is shown.
#[derive(Debug, Clone, Copy)]
enum Host {
    Chromium,
    Window,
}

impl Host {
    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Window => "the window",
        }
    }
}

/// What was found of one chain drawn by one program.
struct Found {
    /// To the second frame after it was drawn, in milliseconds.
    paint: f64,
    frames: Spread,
    /// Processor time of a frame, in milliseconds.
    cpu: f64,
    /// The part of one processor that is used while nothing happens.
    idle: f64,
    /// What the map adds to the heap, in bytes; only Chromium says it.
    heap: Option<f64>,
    /// The code that comes with the first map, compressed, in bytes.
    code: u64,
}

/// A page with the processes behind it.
struct Shown {
    page: Session,
    family: Family,
    host: Host,
}

impl Shown {
    /// Moves a map and sees what it takes; then what it takes when left alone.
    fn moved(&self, script: &str, steps: usize) -> Result<(Spread, f64, f64)> {
        let before = self.family.cpu();
        let frames = Spread::of(&self.page, script, &[json!(steps)])?;
        let cpu = (self.family.cpu() - before) / frames.count().max(1) as f64;
        std::thread::sleep(REST);
        let before = self.family.cpu();
        std::thread::sleep(IDLE);
        let idle = (self.family.cpu() - before) / IDLE.as_secs_f64() / 1_000.0;
        Ok((frames, cpu, idle))
    }

    /// What scripts hold after a collection of garbage, in bytes.
    fn heap(&self) -> Result<Option<f64>> {
        let Host::Chromium = self.host else {
            return Ok(None);
        };
        let ask = |what: &str| {
            let body = json!({"cmd": what, "params": {}});
            self.page.ask("POST", "/goog/cdp/execute", Some(&body))
        };
        ask("HeapProfiler.collectGarbage")?;
        ask("HeapProfiler.collectGarbage")?;
        Ok(ask("Runtime.getHeapUsage")?["usedSize"].as_f64())
    }
}

/// Every measure of the map in Chromium.
pub(super) fn in_chromium(house: &House) -> Result<Vec<Value>> {
    measures(house, Host::Chromium)
}

/// Every measure of the map in the window.
pub(super) fn in_window(house: &House) -> Result<Vec<Value>> {
    measures(house, Host::Window)
}

fn measures(house: &House, host: Host) -> Result<Vec<Value>> {
    let chains = [(20, 40, 200), (300, 600, FIRMS), (400, 1_200, FIRMS)]
        .map(|(segments, relations, firms)| Chain::made(segments, relations, firms));
    let [small, large @ ..] = &chains;
    let (ours, board) = {
        let stage = Stage::without_pictures(house)?;
        let programs = Programs::on(&stage, house)?;
        let db = stage.home().join("map.db");
        doing("writing the chains", || {
            fill(&stage, &programs, &db, &chains)
        })?;
        let web;
        let shown = match host {
            Host::Chromium => {
                web = Web::serve(&stage, &programs.web, &db)?;
                chromium(&stage, &web.address)?
            }
            Host::Window => {
                let words = ["--db", &db.to_string_lossy()];
                let page = Session::desktop(&stage.desktop, &programs.desktop, &words)?;
                window(page, &programs.desktop)?
            }
        };
        ours::draw(&shown, small, large)?
    };
    let served = doing("building the page of the others", || {
        others::serve(house, &chains)
    })?;
    let stage = Stage::without_buffers(house)?;
    let programs = Programs::on(&stage, house)?;
    let open = || match host {
        Host::Chromium => chromium(&stage, "about:blank"),
        Host::Window => {
            let page = Session::desktop(&stage.desktop, &programs.empty, &[])?;
            window(page, &programs.empty)
        }
    };
    let mut lines = Vec::new();
    for (ours, chain) in ours.iter().zip(large) {
        let found = others::draw(house, &served.address, &open, chain, board)?;
        lines.extend(told::lines(host, chain, ours, &found));
    }
    let shown = open()?;
    let [.., largest] = &chains;
    lines.push(others::layout(&served.address, &shown, largest, board)?);
    Ok(lines)
}

/// Does a part of the work and says how long it took.
fn doing<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let begun = Instant::now();
    let done = work().with_context(|| what.to_owned())?;
    say::line(format!("   {what}: {}", say::seconds(begun.elapsed())));
    Ok(done)
}

/// Writes the chains on a desk.
fn fill(stage: &Stage, programs: &Programs, db: &Path, chains: &[Chain]) -> Result<()> {
    let web = Web::serve(stage, &programs.web, db)?;
    let desk = Calls::open(&web.address)?;
    desk.call("create_desk", &json!({}))?;
    let firms = data::firms(&desk, FIRMS)?;
    chains
        .iter()
        .try_for_each(|chain| chain.write(&desk, &firms))
}

fn chromium(stage: &Stage, address: &str) -> Result<Shown> {
    let (driver, browser) = stage.chromium()?;
    let root = stage
        .browser_driver()
        .context("chromedriver is not running")?;
    let page = Session::chromium(driver, browser, address)?.with_patience(PATIENCE);
    page.resize(PAGE.0, PAGE.1)?;
    Ok(Shown {
        page,
        family: Family::from(root),
        host: Host::Chromium,
    })
}

fn window(page: Session, program: &Path) -> Result<Shown> {
    let page = page.with_patience(PATIENCE);
    page.resize(PAGE.0, PAGE.1)?;
    Ok(Shown {
        page,
        family: Family::of(program)?,
        host: Host::Window,
    })
}
