//! `cargo xtask bench`: measures the product beside bare references in the
//! same run, prints one table and writes BENCHMARKS.md.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, anyhow};
use serde_json::Value;

use crate::house::House;
use crate::stage::Stage;
use crate::webdriver::{Session, by};
use crate::{install, process, say, ui};

/// Starts of each window.
const STARTS: usize = 11;
/// How long a window may take to show its first rows.
const PATIENCE: Duration = Duration::from_secs(60);

/// One line of the table of ratios.
struct Measure {
    name: String,
    /// What is measured, in microseconds.
    ours: u64,
    /// The reference of the same run, in microseconds.
    bare: u64,
    /// The most that `ours / bare` may be.
    budget: f64,
}

/// One line of the table of what a user waits for.
struct Wait {
    name: String,
    /// The 95th percentile, in microseconds.
    ours: u64,
    /// The most that it may be, in microseconds.
    limit: u64,
}

/// Runs every benchmark in a release build.
///
/// # Errors
/// When something does not build or run. A missed budget is no error: the
/// table says so.
pub fn bench(house: &House) -> Result<()> {
    say::step("System packages", || {
        install::system(&[install::BUILD, install::STAGE])
    })?;
    say::step("Pages of the UI", || {
        ui::packages(house)?;
        ui::build(house)
    })?;
    let mut measures = say::step("Write path and totals", || store(house))?;
    let waits = say::step("Pastes and pages", || waits(house))?;
    measures.push(say::step("Start of the window", || window(house))?);
    let (table, waits) = (table(&measures), wait_table(&waits));
    say::line(&table);
    say::line(&waits);
    let file = house.root.join("BENCHMARKS.md");
    std::fs::write(&file, page(&table, &waits))
        .with_context(|| format!("writing {}", file.display()))
}

fn store(house: &House) -> Result<Vec<Measure>> {
    let lines = lines(house, "suoji-store", "desk")?;
    let measure = |json: &Value| {
        Ok(Measure {
            name: json["name"].as_str().unwrap_or_default().to_owned(),
            ours: number(json, "ours_us")?,
            bare: number(json, "bare_us")?,
            budget: json["budget"].as_f64().unwrap_or(1.0),
        })
    };
    lines.iter().map(measure).collect()
}

fn waits(house: &House) -> Result<Vec<Wait>> {
    let lines = lines(house, "suoji-app", "window")?;
    let wait = |json: &Value| {
        Ok(Wait {
            name: json["name"].as_str().unwrap_or_default().to_owned(),
            ours: number(json, "ours_us")?,
            limit: number(json, "limit_us")?,
        })
    };
    lines.iter().map(wait).collect()
}

/// The JSON lines that a bench prints.
fn lines(house: &House, package: &str, bench: &str) -> Result<Vec<Value>> {
    let mut command = house.cargo();
    command.args(["bench", "--package", package, "--bench", bench]);
    let text = process::capture(&mut command)?;
    let lines = text.lines().filter(|line| line.starts_with('{'));
    lines
        .map(|line| serde_json::from_str(line).with_context(|| format!("reading {line}")))
        .collect()
}

fn number(json: &Value, name: &str) -> Result<u64> {
    json[name].as_u64().context("a measure without a number")
}

/// The program on the sample's ledger against an empty window, in turns.
fn window(house: &House) -> Result<Measure> {
    let mut build = house.cargo();
    build.args(["build", "--release", "--package", "suoji-desktop"]);
    process::run(build.args(["--features", "bench", "--bins", "--examples"]))?;
    let programs = house.programs(true);
    let (ours, empty) = (house.desktop(true), programs.join("examples/empty"));
    let stage = Stage::set(house)?;
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
    })
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

fn median(mut values: Vec<u64>) -> u64 {
    values.sort_unstable();
    values[values.len() / 2]
}

fn table(measures: &[Measure]) -> String {
    let mut table = String::from(
        "| measure | ours | bare | ratio | budget | |\n|---|---:|---:|---:|---:|---|\n",
    );
    for measure in measures {
        let ratio = measure.ours as f64 / measure.bare.max(1) as f64;
        let verdict = if ratio <= measure.budget {
            "kept"
        } else {
            "missed"
        };
        let _ = writeln!(
            table,
            "| {} | {} | {} | {ratio:.2} | {:.1} | {verdict} |",
            measure.name,
            shown(measure.ours),
            shown(measure.bare),
            measure.budget,
        );
    }
    table
}

fn wait_table(waits: &[Wait]) -> String {
    let mut table = String::from("| wait | p95 | limit | |\n|---|---:|---:|---|\n");
    for Wait { name, ours, limit } in waits {
        let verdict = if ours <= limit { "kept" } else { "missed" };
        let (ours, limit) = (shown(*ours), shown(*limit));
        let _ = writeln!(table, "| {name} | {ours} | {limit} | {verdict} |");
    }
    table
}

fn shown(micros: u64) -> String {
    if micros < 10_000 {
        format!("{micros} µs")
    } else {
        format!("{} ms", micros / 1_000)
    }
}

fn page(table: &str, waits: &str) -> String {
    format!(
        "# Benchmarks\n\n\
        Written by `cargo xtask bench` in a release build. Times are medians of one run on \
        whatever machine ran it, here two shared cores; compare the ratios, never quote the \
        times. Ours and bare run in turns in the same minute. Misses stay in the table.\n\n\
        {table}\n\
        - **one edit, durable**: validation, version check, log entry, row and search index in \
        one transaction, against `UPDATE` of the same row in its own transaction; both \
        `synchronous = FULL`.\n\
        - **a year's totals**: F1 to F4 with the ids of their rows, one currency in fifty foreign, \
        against one hand-written statement that counts and sums the same rows.\n\
        - **start of the window**: process start to the frame with the first rows of the sample \
        ledger, against an empty Tauri window of the same build; software rendering on Xvfb.\n\n\
        ## What a user waits for\n\n\
        Through the public commands, JSON and validation included; 20,000 projects and as many \
        agreements in the file. The slowest of a few rounds.\n\n\
        {waits}"
    )
}
