//! The memory of the window over a long use.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::pages::show;
use crate::webdriver::{Session, by, key};

/// Rounds before the first look: what a program fills once is filled then.
const WARM: usize = 20;
/// Looks that are spread over a use.
const LOOKS: u32 = 6;

/// How long the window is used after the first rounds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Use {
    /// So many rounds.
    Rounds(usize),
    /// Until so much time is over.
    Time(Duration),
}

/// What the window's processes held, in MiB.
pub(super) struct Memory {
    /// After the first rounds.
    early: u64,
    /// At looks spread over the rest, the last one after all.
    later: Vec<u64>,
    /// How many rounds that were.
    rounds: usize,
    /// How long they took.
    took: Duration,
}

/// What the line about memory begins with.
pub(super) const LINE: &str = "Memory of the window and its processes:";

impl Memory {
    /// The measure as a sentence.
    pub(super) fn line(&self) -> String {
        let later: Vec<String> = self.later.iter().map(u64::to_string).collect();
        format!(
            "{LINE} {} MiB after {WARM} rounds of use, then {} MiB over {} more in {} minutes. \
            A round scrolls, edits a cell and takes it back, opens a record and the figures, \
            and searches.",
            self.early,
            later.join(" · "),
            self.rounds,
            self.took.as_secs().div_ceil(60),
        )
    }
}

/// Uses the window for many rounds.
pub(super) fn over_use(page: &Session, long: Use) -> Result<Memory> {
    show(page)?;
    for _ in 0..WARM {
        round(page)?;
    }
    let early = held()?;
    let (begun, mut rounds, mut later) = (Instant::now(), 0, Vec::new());
    // Parts of the whole, in sixths.
    let done = |rounds: usize| match long {
        Use::Rounds(all) => rounds as f64 / all as f64,
        Use::Time(all) => begun.elapsed().as_secs_f64() / all.as_secs_f64(),
    };
    while later.len() < LOOKS as usize {
        round(page)?;
        rounds += 1;
        while done(rounds) * f64::from(LOOKS) >= (later.len() + 1) as f64 {
            later.push(held()?);
        }
    }
    Ok(Memory {
        early,
        later,
        rounds,
        took: begun.elapsed(),
    })
}

/// Scrolls, changes a cell and takes it back, opens a record, looks at the
/// figures, searches, and returns.
fn round(page: &Session) -> Result<()> {
    const SCROLL: &str = "const scroller = document.querySelector('[data-testid=grid]').closest('.scroller'); \
        scroller.scrollTop += 20000";
    for _ in 0..5 {
        page.script(SCROLL, &[])?;
        std::thread::sleep(Duration::from_millis(60));
    }
    show(page)?;
    page.script(
        "document.querySelector('[data-testid=grid-input]').focus()",
        &[],
    )?;
    page.keys(&format!("{}round{}", key::DOWN, key::ENTER))?;
    page.keys(&format!("{}z", key::CONTROL))?;
    page.script(
        "location.hash = document.querySelector('[data-testid=open-record]').hash",
        &[],
    )?;
    page.wait("[data-testid^='field-']")?;
    page.script("location.hash = '#/figures'", &[])?;
    page.wait_gone("[data-testid^='field-']")?;
    page.keys(&format!("{}k", key::CONTROL))?;
    page.keys("药业")?;
    page.keys(&key::ESCAPE.to_string())?;
    show(page)?;
    page.wait(&by("grid-row")).map(drop)
}

/// What the program and WebKit's processes hold, in MiB; shared pages are
/// counted in parts.
fn held() -> Result<u64> {
    let mut kilobytes = 0;
    for entry in fs::read_dir("/proc")?.flatten() {
        let Ok(program) = fs::read_link(entry.path().join("exe")) else {
            continue;
        };
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        let ours =
            name == "suoji-desktop" || name.starts_with("WebKit") && name.ends_with("Process");
        if ours {
            kilobytes += proportional(&entry.path()).unwrap_or_default();
        }
    }
    Ok(kilobytes / 1_024)
}

fn proportional(process: &Path) -> Result<u64> {
    let text = fs::read_to_string(process.join("smaps_rollup"))?;
    text.lines()
        .find_map(|line| line.strip_prefix("Pss:"))
        .and_then(|rest| rest.split_whitespace().next())
        .and_then(|number| number.parse().ok())
        .context("the system does not say what a process holds")
}
