//! What a person feels in the window and in Chromium, on 100,000 rows: frames
//! while scrolling, keys, opening records, and memory over a long use.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::Value;

use super::fill::{Web, fill};
use super::{Wait, memory};
use crate::house::House;
use crate::process;
use crate::stage::Stage;
use crate::webdriver::{Session, by, key};

const SCROLL: &str = include_str!("page/scroll.js");
const KEYS: &str = include_str!("page/keys.js");
const OPEN: &str = include_str!("page/open.js");
/// Rounds of use after which the memory is looked at again.
const ROUNDS: usize = 90;
/// How long a script may take in the page.
const PATIENCE: Duration = Duration::from_secs(120);
/// Where the ledger of the bench stands.
const LEDGER: &str = "location.hash = '#/ledger/project'";

/// Every measure in both hosts; the memory in the window alone.
pub(super) fn pages(house: &House) -> Result<(Vec<Wait>, memory::Memory)> {
    let (stage, web, db) = filled(house)?;
    let mut waits = Vec::new();
    let (driver, browser) = stage
        .browser
        .as_ref()
        .context("Chromium is not installed")?;
    {
        let served = Web::serve(&stage, &web, &db)?;
        let page = Session::chromium(driver, browser, &served.address)?;
        waits.extend(measures(&page, "Chromium")?);
    }
    let page = window(&stage, house, &db)?;
    waits.extend(measures(&page, "the window")?);
    drop(page);
    let page = window(&stage, house, &db)?;
    let memory = memory::over_use(&page, memory::Use::Rounds(ROUNDS))?;
    Ok((waits, memory))
}

/// The memory alone, over so much time of use.
pub(super) fn long_use(house: &House, time: Duration) -> Result<memory::Memory> {
    let (stage, _, db) = filled(house)?;
    let page = window(&stage, house, &db)?;
    memory::over_use(&page, memory::Use::Time(time))
}

/// A stage, the web host's program, and a ledger of 100,000 projects.
fn filled(house: &House) -> Result<(Stage, PathBuf, PathBuf)> {
    let mut build = house.cargo();
    build.args(["build", "--release", "--package", "suoji-web"]);
    process::run(&mut build)?;
    let web = house.programs(true).join("suoji-web");
    let stage = Stage::without_pictures(house)?;
    let db = stage.home().join("pages.db");
    fill(&stage, &web, &db)?;
    Ok((stage, web, db))
}

fn window(stage: &Stage, house: &House, db: &Path) -> Result<Session> {
    let words = ["--db", &db.to_string_lossy()];
    Session::desktop(&stage.desktop, &house.desktop(true), &words)
}

fn measures(page: &Session, host: &str) -> Result<Vec<Wait>> {
    show(page)?;
    let frames = Spread::of(page, SCROLL)?;
    show(page)?;
    let keys = keys(page)?;
    show(page)?;
    let records = Spread::of(page, OPEN)?;
    Ok(vec![
        frames.wait(format!("a frame while scrolling, {host}"), 33),
        keys.wait(format!("key press to painted cell, {host}"), 50),
        records.wait(format!("opening a record, {host}"), 100),
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
struct Spread(Vec<f64>);

impl Spread {
    /// Runs a script that leaves its times in the page.
    fn of(page: &Session, script: &str) -> Result<Self> {
        page.script(script, &[])?;
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            if page.script("return window.measured != null", &[])? == true {
                return Self::taken(page);
            }
            std::thread::sleep(Duration::from_millis(100));
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

    fn at(&self, percent: usize) -> f64 {
        let last = self.0.len().saturating_sub(1);
        self.0
            .get(last * percent / 100)
            .copied()
            .unwrap_or_default()
    }

    fn wait(&self, name: String, limit_ms: u64) -> Wait {
        let mean = self.0.iter().sum::<f64>() / self.0.len().max(1) as f64;
        let [half, most] = [50, 100].map(|percent| self.at(percent));
        Wait {
            name,
            ours: (self.at(95) * 1_000.0) as u64,
            limit: limit_ms * 1_000,
            spread: format!(
                "mean {mean:.0}, median {half:.0}, most {most:.0} ms of {}",
                self.0.len()
            ),
        }
    }
}
