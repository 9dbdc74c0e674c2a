//! The start of the window to its first rows, against an empty window.

use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, anyhow};
use serde_json::Value;

use super::{Measure, median};
use crate::house::House;
use crate::process;
use crate::stage::Stage;
use crate::webdriver::{Session, by};

/// Starts of each window.
const STARTS: usize = 11;
/// How long a window may take to show its first rows.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program on the sample's ledger against an empty window, in turns.
pub(super) fn window(house: &House) -> Result<Measure> {
    build(house)?;
    let programs = house.programs(true);
    let (ours, empty) = (house.desktop(true), programs.join("examples/empty"));
    let stage = Stage::without_pictures(house)?;
    let db = stage.home().join("bench.db");
    let db = db.to_string_lossy();
    let first = Session::desktop(&stage.desktop, &ours, &["--db", &db])?;
    first.click(&by("gate-create"))?;
    first.click(&by("gate-sample"))?;
    first.wait(&by("grid-row"))?;
    drop(first);
    let (mut with_rows, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        with_rows.push(start(&stage, &ours, &["--db", &db])?);
        bare.push(start(&stage, &empty, &[])?);
    }
    Ok(Measure {
        name: "start of the window to first rows".to_owned(),
        ours: median(with_rows),
        bare: median(bare),
        budget: 1.5,
        spread: String::new(),
    })
}

/// Builds the window that is measured, and the empty one.
pub(super) fn build(house: &House) -> Result<()> {
    let mut build = house.cargo();
    build.args(["build", "--release", "--package", "suoji-desktop"]);
    process::run(build.args(["--features", "bench", "--bins", "--examples"]))
}

/// From the start of the process to the frame that the page marks, in
/// microseconds.
fn start(stage: &Stage, program: &Path, words: &[&str]) -> Result<u64> {
    const MARKED: &str = "const marks = performance.getEntriesByName('first-rows'); \
        return marks.length ? performance.timeOrigin + marks[0].startTime : null";
    let window = Session::desktop(&stage.desktop, program, words)?;
    let begun = began(program)?;
    let until = Instant::now() + PATIENCE;
    loop {
        if let Some(drawn) = window.script(MARKED, &[] as &[Value])?.as_f64() {
            return Ok(((drawn - begun) * 1_000.0) as u64);
        }
        if Instant::now() > until {
            return Err(anyhow!("{} drew nothing", program.display()));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// When the youngest process of that program began, in milliseconds since 1970.
fn began(program: &Path) -> Result<f64> {
    /// The kernel counts in hundredths of a second on every Linux we know.
    const TICKS: f64 = 100.0;
    let program = program.canonicalize()?;
    let mut youngest: Option<f64> = None;
    for entry in std::fs::read_dir("/proc")?.flatten() {
        let path = entry.path();
        if std::fs::read_link(path.join("exe")).ok().as_deref() != Some(&program) {
            continue;
        }
        let stat = std::fs::read_to_string(path.join("stat"))?;
        // The 22nd field, counted behind the name, which may hold spaces.
        let ticks = stat
            .rsplit(')')
            .next()
            .and_then(|rest| rest.split_whitespace().nth(19)?.parse::<f64>().ok());
        if let Some(ticks) = ticks {
            youngest = Some(youngest.map_or(ticks, |known| known.max(ticks)));
        }
    }
    let ticks = youngest.with_context(|| format!("{} is not running", program.display()))?;
    let uptime = std::fs::read_to_string("/proc/uptime")?;
    let uptime: f64 = uptime
        .split_whitespace()
        .next()
        .and_then(|text| text.parse().ok())
        .context("the system does not say how long it runs")?;
    #[expect(clippy::disallowed_methods, reason = "a benchmark measures wall time")]
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
    Ok((now - uptime + ticks / TICKS) * 1_000.0)
}
