//! The memory of the window over a long use.

use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::{Value, json};

use super::family::Family;
use super::pages::show;
use crate::webdriver::{Session, by, key};

/// Rounds before the first look: what a program and its page fill once is
/// filled then.
const WARM: usize = 60;
/// How long a round takes at least: no hand is faster.
const PACE: Duration = Duration::from_secs(6);
/// Looks that are spread over a use.
const LOOKS: u32 = 12;
/// Rounds of a look, of whose readings the middle counts: a page's memory comes
/// and goes with its collector.
const READINGS: usize = 5;
/// The most that the window may hold more at the end, in MiB: what comes and
/// goes between two looks.
const SWAY: u64 = 40;

/// Pans the map a little and takes it back.
const PAN: &str = "const board = document.querySelector('[data-testid=map-board]'); \
    const box = board.getBoundingClientRect(); \
    for (let step = 0; step < 6; step++) board.dispatchEvent(new WheelEvent('wheel', { \
        bubbles: true, cancelable: true, deltaY: step < 3 ? -300 : 300, \
        clientX: box.left + box.width * 0.4, clientY: box.top + box.height * 0.4 }))";
const SCROLL: &str = "const scroller = document.querySelector('[data-testid=grid]').closest('.scroller'); \
    scroller.scrollTop += 20000";

/// What is done in a round, for the page.
pub(super) const ABOUT: &str = "A round scrolls through 100,000 projects, edits a cell and takes \
    it back, opens a record, the figures and the map of a chain, zooms there, and searches, ten \
    times a minute at most. The window drew without a graphics card; a page that several processes share is counted in parts.";

/// Uses the window until so much time is over, and says what it held.
pub(super) fn over_use(page: &Session, family: Family, time: Duration) -> Result<Vec<Value>> {
    show(page)?;
    for _ in 0..WARM {
        round(page)?;
    }
    let early = Look::take(page, family)?;
    let (begun, mut rounds, mut later) = (Instant::now(), 0, Vec::new());
    while later.len() < LOOKS as usize {
        round(page)?;
        rounds += 1;
        let done = begun.elapsed().as_secs_f64() / time.as_secs_f64();
        if done * f64::from(LOOKS) >= (later.len() + 1) as f64 {
            let look = Look::take(page, family)?;
            rounds += READINGS;
            let (all, own) = (look.all, look.own);
            crate::say::line(format!(
                "   {all} MiB after {rounds} rounds, {own} of them the program's"
            ));
            later.push(look);
        }
    }
    let minutes = begun.elapsed().as_secs().div_ceil(60);
    let told = |what: fn(&Look) -> u64| {
        let looks: Vec<String> = later.iter().map(|look| what(look).to_string()).collect();
        looks.join(" · ")
    };
    let last = later.last().map(|look| look.all).unwrap_or_default();
    Ok(vec![json!({
        "name": format!("memory of the window and its processes after {minutes} minutes"),
        "mib": last,
        "limit_mib": early.all + SWAY,
        "spread": format!(
            "{} MiB after {WARM} rounds of use, then {} MiB over {rounds} more; the program \
            alone {}, then {} MiB; each the middle of {READINGS} rounds",
            early.all, told(|look| look.all), early.own, told(|look| look.own)
        ),
    })])
}

/// What the window held, in MiB.
struct Look {
    /// The program and the processes of its page.
    all: u64,
    /// The program alone.
    own: u64,
}

impl Look {
    fn take(page: &Session, family: Family) -> Result<Self> {
        let (mut all, mut own) = (Vec::new(), Vec::new());
        for _ in 0..READINGS {
            round(page)?;
            all.push(family.held());
            own.push(family.held_alone());
        }
        let middle = |mut readings: Vec<u64>| {
            readings.sort_unstable();
            readings[READINGS / 2]
        };
        Ok(Self {
            all: middle(all),
            own: middle(own),
        })
    }
}

/// What a person does all day, once.
fn round(page: &Session) -> Result<()> {
    let begun = Instant::now();
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
    // The rows are drawn anew after the change was taken back.
    page.until("a record to open", || {
        let link = "location.hash = document.querySelector('[data-testid=open-record]').hash";
        page.script(link, &[]).map(Some)
    })?;
    page.wait("[data-testid^='field-']")?;
    page.script("location.hash = '#/figures'", &[])?;
    page.wait_gone("[data-testid^='field-']")?;
    page.script("location.hash = '#/chain/nev'", &[])?;
    page.wait("[data-testid=map-board] [role=treeitem]")?;
    page.script(PAN, &[])?;
    std::thread::sleep(Duration::from_millis(200));
    page.keys(&format!("{}k", key::CONTROL))?;
    page.keys("药业")?;
    page.keys(&key::ESCAPE.to_string())?;
    show(page)?;
    page.wait(&by("grid-row"))?;
    std::thread::sleep(PACE.saturating_sub(begun.elapsed()));
    Ok(())
}
