//! What a person feels in the window and in Chromium, on 100,000 rows: frames
//! while scrolling, keys, opening records, and memory over a long use.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::family::Family;
use super::fill::{Web, fill};
use super::memory;
use super::programs::Programs;
use crate::house::House;
use crate::stage::Stage;
use crate::webdriver::{Session, by, key};

const SCROLL: &str = include_str!("page/scroll.js");
const KEYS: &str = include_str!("page/keys.js");
const OPEN: &str = include_str!("page/open.js");
/// How long a script may take in the page.
const PATIENCE: Duration = Duration::from_secs(120);
/// Where the ledger of the bench stands.
const LEDGER: &str = "location.hash = '#/ledger/project'";

/// Every measure in both hosts.
pub(super) fn pages(house: &House) -> Result<Vec<Value>> {
    let desk = Filled::make(house)?;
    let mut lines = Vec::new();
    let (driver, browser) = desk.stage.chromium()?;
    {
        let served = Web::serve(&desk.stage, &desk.programs.web, &desk.db)?;
        let page = Session::chromium(driver, browser, &served.address)?;
        lines.extend(measures(&page, "Chromium")?);
    }
    let page = desk.window()?;
    lines.extend(measures(&page, "the window")?);
    Ok(lines)
}

/// The memory of the window over so much time of use.
pub(super) fn long_use(house: &House, time: Duration) -> Result<Vec<Value>> {
    let desk = Filled::make(house)?;
    let page = desk.window()?.with_patience(PATIENCE);
    let family = Family::of(&desk.programs.desktop)?;
    memory::over_use(&page, family, time)
}

/// A stage, the programs, and a ledger of 100,000 projects.
struct Filled {
    stage: Stage,
    programs: Programs,
    db: PathBuf,
}

impl Filled {
    fn make(house: &House) -> Result<Self> {
        let stage = Stage::without_pictures(house)?;
        let programs = Programs::on(&stage, house)?;
        let db = stage.home().join("pages.db");
        fill(&stage, &programs.web, &db)?;
        Ok(Self {
            stage,
            programs,
            db,
        })
    }

    fn window(&self) -> Result<Session> {
        let words = ["--db", &self.db.to_string_lossy()];
        Session::desktop(&self.stage.desktop, &self.programs.desktop, &words)
    }
}

fn measures(page: &Session, host: &str) -> Result<Vec<Value>> {
    show(page)?;
    let frames = Spread::of(page, SCROLL, &[])?;
    show(page)?;
    let keys = keys(page)?;
    show(page)?;
    let records = Spread::of(page, OPEN, &[])?;
    Ok(vec![
        frames.line(format!("a frame while scrolling, {host}"), 33),
        keys.line(format!("key press to painted cell, {host}"), 50),
        records.line(format!("opening a record, {host}"), 100),
    ])
}

/// Shows the ledger of projects from its first row.
pub(super) fn show(page: &Session) -> Result<()> {
    page.script(LEDGER, &[])?;
    page.wait(&by("grid-row"))?;
    page.until("the first row", || {
        let text = page.text(&by("grid-row"))?;
        Ok((!text.is_empty()).then_some(()))
    })
}

/// Walks, types and leaves cells as a clerk does.
fn keys(page: &Session) -> Result<Spread> {
    page.script(
        "document.querySelector('[data-testid=grid-input]').focus()",
        &[],
    )?;
    page.script(KEYS, &[])?;
    for round in 0..10 {
        for step in [key::RIGHT, key::DOWN, key::LEFT] {
            page.keys(&step.to_string())?;
        }
        for letter in format!("{round}ab").chars() {
            page.keys(&letter.to_string())?;
        }
        page.keys(&key::ENTER.to_string())?;
    }
    Spread::taken(page)
}

/// How long something took, many times, in milliseconds.
pub(super) struct Spread(Vec<f64>);

impl Spread {
    /// Runs a script that leaves its times in the page.
    pub(super) fn of(page: &Session, script: &str, arguments: &[Value]) -> Result<Self> {
        page.script(script, arguments)?;
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            if page.script("return window.measured != null", &[])? == true {
                return Self::taken(page);
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        anyhow::bail!("the page was not done within {PATIENCE:?}")
    }

    fn taken(page: &Session) -> Result<Self> {
        let told = page.script("return window.measured", &[])?;
        let mut times: Vec<f64> = told
            .as_array()
            .context("the page kept no times")?
            .iter()
            .filter_map(Value::as_f64)
            .collect();
        times.sort_unstable_by(f64::total_cmp);
        Ok(Self(times))
    }

    /// What so many of a hundred did not go beyond.
    pub(super) fn at(&self, percent: usize) -> f64 {
        let last = self.0.len().saturating_sub(1);
        self.0
            .get(last * percent / 100)
            .copied()
            .unwrap_or_default()
    }

    pub(super) fn mean(&self) -> f64 {
        self.0.iter().sum::<f64>() / self.0.len().max(1) as f64
    }

    /// How many there were.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    fn line(&self, name: String, limit_ms: u64) -> Value {
        let mean = self.mean();
        let [half, most] = [50, 100].map(|percent| self.at(percent));
        json!({
            "name": format!("{name}, p95"),
            "ours_us": self.at(95) * 1_000.0,
            "limit_us": limit_ms * 1_000,
            "spread": format!(
                "mean {mean:.0}, median {half:.0}, most {most:.0} ms of {}",
                self.0.len()
            ),
        })
    }
}
