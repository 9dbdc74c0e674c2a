//! The start of the window to its first rows, against an empty window.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};
use serde_json::{Value, json};

use super::family::Family;
use super::line::median;
use super::programs::Programs;
use crate::house::House;
use crate::stage::Stage;
use crate::webdriver::{Session, by};

/// Starts of each window.
const STARTS: usize = 31;
/// How long a starting window is left alone: who asks meanwhile takes its time.
const ALONE: Duration = Duration::from_millis(1_500);
/// How long a window may take to show its first rows.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program on the sample's ledger against an empty window, in turns.
pub(super) fn window(house: &House) -> Result<Vec<Value>> {
    let stage = Stage::without_pictures(house)?;
    let programs = Programs::on(&stage, house)?;
    let db = stage.home().join("bench.db");
    let db = db.to_string_lossy();
    let first = Session::desktop(&stage.desktop, &programs.desktop, &["--db", &db])?;
    first.click(&by("gate-create"))?;
    first.click(&by("gate-sample"))?;
    first.wait(&by("grid-row"))?;
    drop(first);
    let (mut with_rows, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        with_rows.push(start(&stage, &programs.desktop, &["--db", &db])?);
        bare.push(start(&stage, &programs.empty, &[])?);
    }
    let least = |times: &[f64]| times.iter().copied().fold(f64::MAX, f64::min) / 1_000.0;
    let most = |times: &[f64]| times.iter().copied().fold(0.0, f64::max) / 1_000.0;
    let spread = format!(
        "ours {:.0} to {:.0} ms; empty {:.0} to {:.0} ms, of {STARTS} starts each",
        least(&with_rows),
        most(&with_rows),
        least(&bare),
        most(&bare)
    );
    Ok(vec![json!({
        "name": "start of the window to first rows",
        "ours_us": median(with_rows), "bare_us": median(bare), "budget": 1.5, "spread": spread,
    })])
}

/// From the start of the process to the frame that the page marks, in
/// microseconds.
fn start(stage: &Stage, program: &Path, words: &[&str]) -> Result<f64> {
    const MARKED: &str = "const marks = performance.getEntriesByName('first-rows'); \
        return marks.length ? performance.timeOrigin + marks[0].startTime : null";
    let window = Session::desktop(&stage.desktop, program, words)?;
    let begun = Family::of(program)?.began()?;
    let until = Instant::now() + PATIENCE;
    std::thread::sleep(ALONE);
    loop {
        if let Some(drawn) = window.script(MARKED, &[] as &[Value])?.as_f64() {
            return Ok((drawn - begun) * 1_000.0);
        }
        if Instant::now() > until {
            return Err(anyhow!("{} drew nothing", program.display()));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}
