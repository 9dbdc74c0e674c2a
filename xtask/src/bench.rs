//! `cargo xtask bench`: measures the product beside bare references in the
//! same run, prints one table and writes BENCHMARKS.md.

mod fill;
mod imports;
mod memory;
mod pages;
mod start;

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::house::House;
use crate::{install, process, say, ui};

/// One line of the table of ratios.
struct Measure {
    name: String,
    /// What is measured, in microseconds.
    ours: u64,
    /// The reference of the same run, in microseconds.
    bare: u64,
    /// The most that `ours / bare` may be.
    budget: f64,
    /// Both distributions in words, where they were kept.
    spread: String,
}

/// One line of the table of what a user waits for.
struct Wait {
    name: String,
    /// The 95th percentile, in microseconds.
    ours: u64,
    /// The most that it may be, in microseconds.
    limit: u64,
    /// The distribution in words.
    spread: String,
}

/// Runs every benchmark in a release build.
///
/// # Errors
/// When something does not build or run. A missed budget is no error: the
/// table says so.
pub fn bench(house: &House, words: &[String]) -> Result<()> {
    let minutes = match words {
        [] => None,
        [option, minutes] if option == "--minutes" => {
            let minutes: u64 = minutes.parse().context("how many minutes?")?;
            Some(Duration::from_secs(minutes.max(1) * 60))
        }
        _ => anyhow::bail!("bench takes --minutes and a number, or nothing"),
    };
    say::step("System packages", || {
        install::system(&[install::BUILD, install::STAGE])
    })?;
    say::step("Pages of the UI", || {
        ui::packages(house)?;
        ui::build(house)
    })?;
    let file = house.root.join("BENCHMARKS.md");
    if let Some(time) = minutes {
        start::build(house)?;
        let memory = say::step("A long use of the window", || pages::long_use(house, time))?;
        say::line(memory.line());
        return replace_line(&file, &memory.line());
    }
    let mut measures = say::step("Write path and totals", || store(house))?;
    let mut waits = say::step("Pastes and records", || waits(house))?;
    let (imported, peaks) = say::step("Imports", || imports::imports(house))?;
    measures.extend(imported);
    measures.push(say::step("Start of the window", || start::window(house))?);
    let (felt, memory) = say::step("Pages in the window and in Chromium", || {
        pages::pages(house)
    })?;
    waits.extend(felt);
    let table = table(&measures) + &peaks;
    let waits = format!("{}\n{}\n", wait_table(&waits), memory.line());
    say::line(&table);
    say::line(&waits);
    std::fs::write(&file, page(&table, &waits))
        .with_context(|| format!("writing {}", file.display()))
}

/// Puts another line about memory in the place of the one that stands in a
/// file.
fn replace_line(file: &Path, line: &str) -> Result<()> {
    let text = std::fs::read_to_string(file).context("BENCHMARKS.md")?;
    let lines = text.lines().map(|old| match old.starts_with(memory::LINE) {
        true => line,
        false => old,
    });
    let text = lines.collect::<Vec<_>>().join("\n") + "\n";
    std::fs::write(file, text).with_context(|| format!("writing {}", file.display()))
}

fn store(house: &House) -> Result<Vec<Measure>> {
    let mut lines = lines_of(house, "suoji-store", "desk")?;
    lines.extend(lines_of(house, "suoji-store", "lists")?);
    lines.iter().map(measure).collect()
}

/// A line of a bench as a line of the table.
fn measure(json: &Value) -> Result<Measure> {
    Ok(Measure {
        name: json["name"].as_str().unwrap_or_default().to_owned(),
        ours: number(json, "ours_us")?,
        bare: number(json, "bare_us")?,
        budget: json["budget"].as_f64().unwrap_or(1.0),
        spread: json["spread"].as_str().unwrap_or_default().to_owned(),
    })
}

fn waits(house: &House) -> Result<Vec<Wait>> {
    let mut lines = lines_of(house, "suoji-app", "window")?;
    lines.extend(lines_of(house, "suoji-chain", "chain")?);
    let wait = |json: &Value| {
        Ok(Wait {
            name: json["name"].as_str().unwrap_or_default().to_owned(),
            ours: number(json, "ours_us")?,
            limit: number(json, "limit_us")?,
            spread: json["spread"].as_str().unwrap_or_default().to_owned(),
        })
    };
    lines.iter().map(wait).collect()
}

/// The JSON lines that a bench prints.
fn lines_of(house: &House, package: &str, bench: &str) -> Result<Vec<Value>> {
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
            "| {} | {} | {} | {ratio:.3} | {} | {verdict} |",
            measure.name,
            shown(measure.ours),
            shown(measure.bare),
            measure.budget,
        );
    }
    table.push('\n');
    for measure in measures.iter().filter(|measure| !measure.spread.is_empty()) {
        let _ = writeln!(table, "- {}: {}", measure.name, measure.spread);
    }
    table
}

fn wait_table(waits: &[Wait]) -> String {
    let mut table =
        String::from("| wait | p95 | limit | | distribution |\n|---|---:|---:|---|---|\n");
    for wait in waits {
        let verdict = if wait.ours <= wait.limit {
            "kept"
        } else {
            "missed"
        };
        let (ours, limit) = (shown(wait.ours), shown(wait.limit));
        let Wait { name, spread, .. } = wait;
        let _ = writeln!(
            table,
            "| {name} | {ours} | {limit} | {verdict} | {spread} |"
        );
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
        - **pages**: 100 of 88,889 signed agreements, newest first, every column read, against \
        a key-set query on a copy of the file with the index made for it; by name, 100 of 100,000 \
        projects in the order of a dictionary, against the same with its sound in a column and an \
        index of its own. **totals of all \
        matching rows**: right after an edit, against one statement that counts and sums the \
        same three columns of money. Distributions are least, median, p90, p95, p99 and most.\n\
        - **search**: 20 ranked and marked hits among 200,000 records, against the first 20 \
        unranked rows of a bare FTS5 table of pairs, and against a scan with `LIKE` for the \
        20 shortest.\n\
        {imports}\
        - **start of the window**: process start to the frame with the first rows of the sample \
        ledger, against an empty Tauri window of the same build; software rendering on Xvfb.\n\n\
        ## What a user waits for\n\n\
        Pastes and their undo go through the public commands, JSON and validation included, on \
        20,000 projects and as many agreements. Frames, keys and records are timed inside the \
        page on a ledger of 100,000 projects, software rendering; a key counts until after the \
        frame that shows it. The window draws as it does without a graphics card.\n\n\
        {waits}",
        imports = imports::ABOUT
    )
}
