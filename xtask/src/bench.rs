//! `cargo xtask bench`: measures the product beside bare references in the
//! same run and writes BENCHMARKS.md, a section for each part.

mod family;
mod fill;
mod line;
mod map;
mod memory;
mod pages;
mod programs;
mod report;
mod start;

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::house::House;
use crate::{install, process, say, ui};
use line::{cargo_bench, lines_of};

/// What is measured in one go and has one section of the report.
struct Part {
    /// Its name on the command line.
    name: &'static str,
    /// Its heading in the report.
    title: &'static str,
    /// How it is measured, for the reader.
    about: &'static str,
    how: How,
}

/// What measures a part.
enum How {
    /// Benches, by name.
    Benches(&'static [&'static str]),
    /// This tool, in windows.
    Windows(fn(&House) -> Result<Vec<Value>>),
}

const PARTS: [Part; 8] = [
    Part {
        name: "desk",
        title: "Writing, lists and search",
        about: "**One edit, durable**: validation, version check, log entry, row and search index \
            in one transaction, against `UPDATE` of the same row in its own transaction; both \
            `synchronous = FULL`. **A year's totals**: F1 to F4 with the ids of their rows, one \
            currency in fifty foreign, against one hand-written statement that counts and sums the \
            same rows. **Pages**: 100 of 88,889 signed agreements, newest first, every column \
            read, against a key-set query on a copy of the file with the index made for it. \
            **Totals of all matching rows**: right after an edit, against one statement that \
            counts and sums the same three columns of money. **Search**: 20 ranked and marked \
            hits among 200,000 records, against the first 20 unranked rows of a bare FTS5 table of \
            pairs, and against a scan with `LIKE` for the 20 shortest. Distributions are least, \
            median, p90, p95, p99 and most.",
        how: How::Benches(&["desk", "lists"]),
    },
    Part {
        name: "import",
        title: "Imports",
        about: "A signing ledger of 20 columns through the public command with every check, \
            duplicates, provenance, log and search index, against calamine reading all its cells \
            and prepared inserts of what they say into four plain tables with four indexes in one \
            transaction. Each run is a process of its own.",
        how: How::Benches(&["import"]),
    },
    Part {
        name: "paste",
        title: "Pastes and records",
        about: "Pastes and their undo go through the public commands, JSON and validation \
            included, on 20,000 projects and as many agreements.",
        how: How::Benches(&["window"]),
    },
    Part {
        name: "start",
        title: "Start of the window",
        about: "Process start until after the frame that shows the first rows of the sample ledger, \
            against the first frame of an empty Tauri window of the same build, in turns; software \
            rendering on Xvfb. The bars around the rows come in the frame after.",
        how: How::Windows(start::window),
    },
    Part {
        name: "pages",
        title: "Frames, keys and records",
        about: "Timed inside the page on a ledger of 100,000 projects, software rendering; a key \
            counts until after the frame that shows it. The window draws as it does without a \
            graphics card.",
        how: How::Windows(pages::pages),
    },
    Part {
        name: "chain",
        title: "What a chain has, lacks and should seek",
        about: "A chain of 400 segments and 20,000 firms; placing is measured on the atlas's own \
            enterprises, their products as text and their segments as truth. Posters go through \
            the public command, on the chains of the starter atlas.",
        how: How::Benches(&["chain", "picture"]),
    },
    Part {
        name: "map",
        title: "The map beside other libraries, in Chromium",
        about: map::ABOUT,
        how: How::Windows(map::in_chromium),
    },
    Part {
        name: "map-window",
        title: "The map beside other libraries, in the window",
        about: "As in Chromium, in the system's web view: ours in its own window, the others in an \
            empty window of the same build that draws as ours does.",
        how: How::Windows(map::in_window),
    },
];

/// The heading of the long use, which is measured only when asked for.
const LONG: &str = "A long use of the window";

/// What is said when the words make no sense.
const WORDS: &str = "bench takes --built, which measures what was built before, and the names of \
    parts, or --minutes and a number, or nothing";

/// Runs all parts in a release build, or those that are named, or with
/// `--minutes` a long use of the window.
///
/// # Errors
/// When something does not build or run. A missed budget is no error: the
/// report says so.
pub fn bench(house: &House, words: &[String]) -> Result<()> {
    let (built, words) = match words {
        [option, rest @ ..] if option == "--built" => (true, rest),
        words => (false, words),
    };
    if let [option, minutes] = words
        && option == "--minutes"
    {
        let minutes: u64 = minutes.parse().context("how many minutes?")?;
        let time = Duration::from_secs(minutes.max(1) * 60);
        if !built {
            ready(house, &[])?;
        }
        return run(house, LONG, memory::ABOUT, |house| {
            pages::long_use(house, time)
        });
    }
    let part = |word: &String| {
        let part = PARTS.iter().find(|part| part.name == word);
        part.with_context(|| {
            let names: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
            format!("{WORDS}; the parts are {}", names.join(", "))
        })
    };
    let named: Vec<&Part> = words.iter().map(part).collect::<Result<_>>()?;
    let whole = named.is_empty();
    let chosen = |part: &&Part| whole || named.iter().any(|one| one.name == part.name);
    let parts: Vec<&Part> = PARTS.iter().filter(chosen).collect();
    if !built {
        ready(house, &parts)?;
    }
    // What fails leaves its section as it was, and the others are measured all the same.
    let measured = parts.iter().map(|part| {
        let done = run(house, part.title, part.about, |house| part.measure(house));
        done.inspect_err(|error| say::line(format!("   {error:#}")))
    });
    let failed = measured.filter(Result::is_err).count();
    if failed > 0 {
        bail!("{failed} parts were not measured");
    }
    if whole {
        rewrite(house, |file| report::only(file, &order()))?;
    }
    Ok(())
}

impl Part {
    fn measure(&self, house: &House) -> Result<Vec<Value>> {
        match self.how {
            How::Windows(measure) => measure(house),
            How::Benches(benches) => {
                let lines = benches.iter().map(|bench| lines_of(house, bench));
                Ok(lines.collect::<Result<Vec<_>>>()?.concat())
            }
        }
    }
}

/// Builds what the parts measure, so that none of them waits for a compiler; the
/// windows are built also when there is no part.
fn ready(house: &House, parts: &[&Part]) -> Result<()> {
    say::step("System packages", || {
        install::system(&[install::BUILD, install::STAGE, install::BROWSER])
    })?;
    say::step("Pages and programs", || {
        // The drawing of maps is part of what is built below.
        ui::packages(house)?;
        ui::build(house)?;
        let benches = parts.iter().filter_map(|part| match part.how {
            How::Benches(benches) => Some(benches),
            How::Windows(_) => None,
        });
        let benches = benches.collect::<Vec<_>>().concat();
        if !benches.is_empty() {
            process::run(cargo_bench(house, &benches).arg("--no-run"))?;
        }
        let windows = |part: &&Part| matches!(part.how, How::Windows(_));
        if parts.is_empty() || parts.iter().any(windows) {
            programs::build(house)?;
        }
        Ok(())
    })
}

/// Measures one part and puts its section into the report.
fn run(
    house: &House,
    title: &str,
    about: &str,
    measure: impl FnOnce(&House) -> Result<Vec<Value>>,
) -> Result<()> {
    let busy = family::busy()?;
    let begun = Instant::now();
    let lines = say::step(title, || measure(house))?;
    if lines.is_empty() {
        bail!("{title}: nothing was measured");
    }
    let tables = line::tables(&lines)?;
    say::line(&tables);
    let now = process::capture(Command::new("date").args(["-u", "+%Y-%m-%d %H:%M"]))?;
    let body = format!(
        "Taken {} UTC in {}; just before, other programs kept the machine {:.0} % busy. \
        {about}\n\n{tables}",
        now.trim(),
        say::seconds(begun.elapsed()),
        busy * 100.0,
    );
    rewrite(house, |file| report::put(file, &order(), title, &body))
}

/// The headings of the report, first to last.
fn order() -> Vec<&'static str> {
    let titles = PARTS.iter().map(|part| part.title);
    titles.chain([LONG]).collect()
}

/// Reads the report, changes it and writes it: what another run put there
/// meanwhile stays.
fn rewrite(house: &House, change: impl FnOnce(&str) -> String) -> Result<()> {
    let file = house.root.join("BENCHMARKS.md");
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    std::fs::write(&file, change(&text)).with_context(|| format!("writing {}", file.display()))
}
