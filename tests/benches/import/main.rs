//! What an import of a large ledger costs beside reading its cells and
//! inserting the same columns by hand.
//!
//! Prints one JSON line a measure. Every run is a process of its own, which
//! tells its time and its peak of memory; ours and bare run in turns.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use calamine::{Data, Reader as _};
use serde_json::{Value, json};
use suoji_app::App;

mod bare;
mod ledger;

/// Rows of the ledger.
const ROWS: u32 = 100_000;
/// Rows of the long text.
const LONG_ROWS: u32 = 1_000_000;
/// Runs of each.
const ROUNDS: usize = 3;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", rows, first, file] => ledger::make(rows.parse()?, first.parse()?, Path::new(file)),
        ["ours", file, db] => told(|| ours(Path::new(file), Path::new(db), false)),
        ["tried", file, db] => told(|| ours(Path::new(file), Path::new(db), true)),
        ["bare", file, db] => told(|| bare_import(Path::new(file), Path::new(db))),
        ["read", file] => told(|| Ok(read(Path::new(file))?.len().into())),
        ["preview", file] => told(|| preview(Path::new(file))),
        _ => all(),
    }
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
}

/// Imports a file through the public command.
fn ours(file: &Path, db: &Path, dry_run: bool) -> Result<Value> {
    runtime()?.block_on(async {
        let app = App::new(db.to_path_buf());
        app.start().await;
        if !db.exists() {
            call(&app, "create_desk", json!({})).await?;
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let request = json!({"name": name, "path": file, "dry_run": dry_run});
        let begun = Instant::now();
        let report = call(&app, "import_ledger", request).await?;
        let took = begun.elapsed();
        app.close().await;
        Ok(json!({
            "created": report["created"], "rejected": report["rejected"],
            "duplicates": report["duplicates"].as_array().map(Vec::len),
            "problems": report["problems"].as_array().map(Vec::len),
            "import_us": took.as_micros() as u64,
        }))
    })
}

/// The first rows of a file as a window asks for them.
fn preview(file: &Path) -> Result<Value> {
    runtime()?.block_on(async {
        let folder = tempfile::tempdir()?;
        let app = App::new(folder.path().join("desk.db"));
        call(&app, "create_desk", json!({})).await?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let request = json!({"name": name, "path": file});
        let begun = Instant::now();
        let shown = call(&app, "preview_ledger", request).await?;
        Ok(json!({"tables": shown["tables"].as_array().map(Vec::len),
            "import_us": begun.elapsed().as_micros() as u64}))
    })
}

async fn call(app: &App, command: &str, request: Value) -> Result<Value> {
    let reply = app.call(command, request).await;
    reply.map_err(|fault| anyhow::anyhow!("{command}: {fault:?}"))
}

/// The cells of a file as calamine alone reads them.
fn read(file: &Path) -> Result<Vec<Vec<Data>>> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(file)?;
    let range = book.worksheet_range_at(0).context("no sheet")??;
    Ok(range.rows().map(<[Data]>::to_vec).collect())
}

fn bare_import(file: &Path, db: &Path) -> Result<Value> {
    let rows = read(file)?;
    let count = runtime()?.block_on(bare::insert(db, &rows))?;
    Ok(json!({"rows": count}))
}

/// Runs `work` and prints what came of it with its time and peak of memory.
fn told(work: impl FnOnce() -> Result<Value>) -> Result<()> {
    let begun = Instant::now();
    let found = work()?;
    let line = json!({
        "wall_us": begun.elapsed().as_micros() as u64,
        "cpu_us": cpu_us()?,
        "peak_mib": peak_mib()?,
        "found": found,
    });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}

/// Processor time of this process, in microseconds.
fn cpu_us() -> Result<u64> {
    let text = std::fs::read_to_string("/proc/self/stat")?;
    let (_, rest) = text.rsplit_once(") ").context("no name")?;
    let fields: Vec<&str> = rest.split(' ').collect();
    let ticks: u64 = fields[11].parse::<u64>()? + fields[12].parse::<u64>()?;
    // Linux tells processor time in hundredths of a second to every program.
    Ok(ticks * 10_000)
}

fn peak_mib() -> Result<u64> {
    let text = std::fs::read_to_string("/proc/self/status")?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next());
    Ok(kib.context("no peak")?.parse::<u64>()? / 1_024)
}

/// One run in a process of its own.
struct Run {
    wall: u64,
    cpu: u64,
    peak: u64,
    found: Value,
}

fn run(words: &[&std::ffi::OsStr]) -> Result<Run> {
    let output = Command::new(std::env::current_exe()?)
        .args(words)
        .output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr));
    }
    let line: Value = serde_json::from_slice(&output.stdout)?;
    let number = |name: &str| line[name].as_u64().unwrap_or(0);
    let found = line["found"].clone();
    Ok(Run {
        // Opening the desk is no part of an import.
        wall: found["import_us"].as_u64().unwrap_or(number("wall_us")),
        cpu: number("cpu_us"),
        peak: number("peak_mib"),
        found,
    })
}

fn median(runs: &[Run], of: impl Fn(&Run) -> u64) -> u64 {
    let mut values: Vec<u64> = runs.iter().map(of).collect();
    values.sort_unstable();
    values[values.len() / 2]
}

fn most(runs: &[Run]) -> u64 {
    runs.iter().map(|run| run.peak).max().unwrap_or(0)
}

fn all() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name);
    let (file, more) = (at("签约项目台账.xlsx"), at("签约项目台账_续.xlsx"));
    ledger::make(ROWS, 1, &file)?;
    ledger::make(ROWS, ROWS + 1, &more)?;
    let mut ours = Vec::new();
    let mut bare = Vec::new();
    let mut again = Vec::new();
    for _ in 0..ROUNDS {
        bare.push(apart("bare", &file, &fresh(&at("bare.db"))?)?);
        let db = fresh(&at("desk.db"))?;
        ours.push(apart("ours", &file, &db)?);
        again.push(apart("ours", &more, &db)?);
    }
    let made = &ours[0].found["created"];
    if made != &json!(ROWS) {
        bail!("{made} of {ROWS}: {}", ours[0].found);
    }
    compare("import of a 100,000-row xlsx", &ours, &bare, 2.5)?;
    compare("the same against 100,000 projects", &again, &ours, 1.3)?;
    limit(
        "peak memory of that import",
        most(&ours).max(most(&again)),
        600,
    )?;
    let long = at("签约项目台账.csv");
    ledger::make(LONG_ROWS, 1, &long)?;
    let one = apart("ours", &long, &fresh(&at("long.db"))?)?;
    limit("peak memory of a 1,000,000-row csv", one.peak, 600)?;
    Ok(())
}

fn apart(how: &str, file: &Path, db: &Path) -> Result<Run> {
    run(&[how.as_ref(), file.as_os_str(), db.as_os_str()])
}

/// The path of a database that is not there.
fn fresh(db: &Path) -> Result<PathBuf> {
    for ending in ["", "-wal", "-shm"] {
        let mut name = db.as_os_str().to_owned();
        name.push(ending);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(db.to_path_buf())
}

fn compare(name: &str, ours: &[Run], bare: &[Run], budget: f64) -> Result<()> {
    let spread = format!(
        "processor time {} ms and {} ms; peak memory {} MiB and {} MiB; {} rounds",
        median(ours, |run| run.cpu) / 1_000,
        median(bare, |run| run.cpu) / 1_000,
        most(ours),
        most(bare),
        ours.len()
    );
    let line = json!({
        "name": name, "ours_us": median(ours, |run| run.wall),
        "bare_us": median(bare, |run| run.wall), "budget": budget, "spread": spread,
    });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}

fn limit(name: &str, mib: u64, limit: u64) -> Result<()> {
    let line = json!({ "name": name, "mib": mib, "limit_mib": limit });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}
