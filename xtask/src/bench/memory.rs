//! The memory of the window over a long use.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::pages::show;
use crate::webdriver::{Session, by, key};

/// Rounds before the first look: what a program fills once is filled then.
const WARM: usize = 20;
/// Rounds in all.
const ROUNDS: usize = 110;

/// What the window's processes held, in MiB.
pub(super) struct Memory {
    /// After the first rounds.
    pub(super) early: u64,
    /// After all.
    pub(super) late: u64,
    /// How many rounds lie between the two.
    pub(super) rounds: usize,
}

impl Memory {
    /// The measure as a sentence.
    pub(super) fn line(&self) -> String {
        let Self {
            early,
            late,
            rounds,
        } = self;
        format!(
            "\nMemory of the window and its processes: {early} MiB after {WARM} rounds of use, \
            {late} MiB after {rounds} more. A round scrolls, edits a cell and takes it back, opens a \
            record and the figures, and searches.\n"
        )
    }
}

/// Uses the window for many rounds.
pub(super) fn over_use(page: &Session) -> Result<Memory> {
    show(page)?;
    for _ in 0..WARM {
        round(page)?;
    }
    let early = held()?;
    for _ in WARM..ROUNDS {
        round(page)?;
    }
    Ok(Memory {
        early,
        late: held()?,
        rounds: ROUNDS - WARM,
    })
}

/// Scrolls, changes a cell and takes it back, opens a record, looks at the
/// figures, searches, and returns.
fn round(page: &Session) -> Result<()> {
    const SCROLL: &str = "const scroller = document.querySelector('[data-testid=grid]').closest('.scroller'); \
        scroller.scrollTop += 20000";
    for _ in 0..5 {
        page.script(SCROLL, &[])?;
        std::thread::sleep(std::time::Duration::from_millis(60));
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
