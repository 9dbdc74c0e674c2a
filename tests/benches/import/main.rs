//! What an import of a large ledger costs beside reading its cells and
//! inserting the same columns by hand.
//!
//! Prints one JSON line a measure; `import xlsx`, `import memory` or `import
//! looks` only those. Every run is a process of its own, which tells its time
//! and its peak of memory; ours and bare run in turns.

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
/// Rows of text files, of which the last may take no more memory than the
/// first but for what is known of each record.
const LONG_ROWS: [u32; 2] = [100_000, 1_000_000];
/// Rows of files of 50 MB.
const LARGE: [(u32, &str); 2] = [(510_000, "xlsx"), (160_000, "csv")];
/// Rows of a ledger of which one cell is put right.
const CORRECTED_ROWS: u32 = 2_000;
/// Runs of each.
const ROUNDS: usize = 3;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", rows, first, file] => ledger::make(rows.parse()?, first.parse()?, Path::new(file)),
        ["ours", file, db] => told(ours(Path::new(file), Path::new(db))?),
        ["bare", file, db] => told(bare_import(Path::new(file), Path::new(db))?),
        ["read", file] => {
            let watch = Watch::start()?;
            let rows = read(Path::new(file))?.len();
            told((json!(rows), watch.stop()?))
        }
        ["preview", file, _] => told(preview(Path::new(file))?),
        ["correct", file, db] => told(correct(Path::new(file), Path::new(db))?),
        ["xlsx", ..] => xlsx(),
        ["memory", ..] => memory(),
        ["looks", ..] => looks(),
        _ => {
            xlsx()?;
            looks()?;
            memory()
        }
    }
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
}

/// The time of a piece of work.
struct Watch {
    begun: Instant,
    cpu_us: u64,
}

struct Took {
    wall_us: u64,
    cpu_us: u64,
}

impl Watch {
    fn start() -> Result<Self> {
        Ok(Self {
            begun: Instant::now(),
            cpu_us: cpu_us()?,
        })
    }

    fn stop(&self) -> Result<Took> {
        Ok(Took {
            wall_us: u64::try_from(self.begun.elapsed().as_micros())?,
            cpu_us: cpu_us()? - self.cpu_us,
        })
    }
}

type Found = (Value, Took);

/// An app with a desk.
async fn desk(db: &Path) -> Result<App> {
    let app = App::new(db.to_path_buf());
    app.start().await;
    if !db.exists() {
        call(&app, "create_desk", json!({})).await?;
    }
    Ok(app)
}

/// What names a file in requests.
fn named(file: &Path) -> Value {
    json!({"name": file.file_name().unwrap_or_default().to_string_lossy(), "path": file})
}

/// Imports a file through the public command. Making and opening the desk is
/// no part of that; closing it is.
fn ours(file: &Path, db: &Path) -> Result<Found> {
    runtime()?.block_on(async {
        let app = desk(db).await?;
        let watch = Watch::start()?;
        let report = call(&app, "import_ledger", named(file)).await?;
        app.close().await;
        let found = json!({
            "created": report["created"], "rejected": report["rejected"],
            "duplicates": report["duplicates"].as_array().map(Vec::len),
            "problems": report["problems"].as_array().map(Vec::len),
        });
        Ok((found, watch.stop()?))
    })
}

/// The first rows of a file as a window asks for them.
fn preview(file: &Path) -> Result<Found> {
    runtime()?.block_on(async {
        let folder = tempfile::tempdir()?;
        let app = desk(&folder.path().join("desk.db")).await?;
        let watch = Watch::start()?;
        let shown = call(&app, "preview_ledger", named(file)).await?;
        let took = watch.stop()?;
        let rows = shown["sheets"][0]["rows"].as_array().map_or(0, Vec::len);
        if rows < 50 || shown["tables"][0].is_null() {
            bail!("{rows} rows shown, of {}", shown["tables"]);
        }
        Ok((json!(rows), took))
    })
}

/// Checks a whole ledger anew because a cell of it was put right.
fn correct(file: &Path, db: &Path) -> Result<Found> {
    runtime()?.block_on(async {
        let app = desk(db).await?;
        let mut request = named(file);
        request["dry_run"] = json!(true);
        request["detail"] = json!(true);
        let first = call(&app, "import_ledger", request.clone()).await?;
        let key = first["tables"][0]["key"].as_str().context("no table")?;
        request["corrections"][key]["7"]["H"] = json!("1,200.5");
        let watch = Watch::start()?;
        let report = call(&app, "import_ledger", request).await?;
        Ok((report["created"].clone(), watch.stop()?))
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

fn bare_import(file: &Path, db: &Path) -> Result<Found> {
    let watch = Watch::start()?;
    let rows = read(file)?;
    let count = runtime()?.block_on(bare::insert(db, &rows))?;
    Ok((json!(count), watch.stop()?))
}

/// Prints what came of a piece of work, its time and the peak of memory.
fn told((found, took): Found) -> Result<()> {
    let line = json!({
        "wall_us": took.wall_us, "cpu_us": took.cpu_us, "peak_mib": peak_mib()?, "found": found,
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

fn run(how: &str, file: &Path, db: &Path) -> Result<Run> {
    let output = Command::new(std::env::current_exe()?)
        .arg(how)
        .args([file, db])
        .output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr));
    }
    let line: Value = serde_json::from_slice(&output.stdout)?;
    let number = |name: &str| line[name].as_u64().unwrap_or(0);
    Ok(Run {
        wall: number("wall_us"),
        cpu: number("cpu_us"),
        peak: number("peak_mib"),
        found: line["found"].clone(),
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

fn xlsx() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name);
    let (file, more) = (at("签约项目台账.xlsx"), at("签约项目台账_续.xlsx"));
    ledger::make(ROWS, 1, &file)?;
    ledger::make(ROWS, ROWS + 1, &more)?;
    let mut ours = Vec::new();
    let mut bare = Vec::new();
    let mut again = Vec::new();
    for _ in 0..ROUNDS {
        bare.push(run("bare", &file, &fresh(&at("bare.db"))?)?);
        let db = fresh(&at("desk.db"))?;
        ours.push(run("ours", &file, &db)?);
        again.push(run("ours", &more, &db)?);
    }
    for one in ours.iter().chain(&again) {
        if one.found["created"] != json!(ROWS) {
            bail!("{} of {ROWS}", one.found);
        }
    }
    compare("import of a 100,000-row xlsx", &ours, &bare, 2.5)?;
    compare("the same against 100,000 projects", &again, &ours, 1.3)?;
    let peak = most(&ours).max(most(&again));
    limit("peak memory of that import", peak, Some(600))
}

/// What rows of text take that are not kept.
fn memory() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("签约项目台账.csv");
    for rows in LONG_ROWS {
        ledger::make(rows, 1, &file)?;
        let one = run("ours", &file, &fresh(&folder.path().join("desk.db"))?)?;
        let name = format!("peak memory of a {rows}-row csv");
        limit(&name, one.peak, (rows == LONG_ROWS[1]).then_some(600))?;
    }
    Ok(())
}

/// What a person who chose a file waits for.
fn looks() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let db = folder.path().join("desk.db");
    for (rows, ending) in LARGE {
        let file = folder.path().join(format!("签约项目台账.{ending}"));
        ledger::make(rows, 1, &file)?;
        let size = std::fs::metadata(&file)?.len() >> 20;
        let runs: Result<Vec<Run>> = (0..ROUNDS).map(|_| run("preview", &file, &db)).collect();
        wait(
            &format!("first rows of {size} MB of {ending}"),
            &runs?,
            1_000_000,
        )?;
    }
    let file = folder.path().join("签约项目台账_一月.xlsx");
    ledger::make(CORRECTED_ROWS, 1, &file)?;
    let runs: Result<Vec<Run>> = (0..ROUNDS).map(|_| run("correct", &file, &db)).collect();
    let name = "checks after a cell of 2,000 rows was put right";
    wait(name, &runs?, 1_000_000)
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

/// Two kinds of runs beside each other, by the time that went by; what that
/// took of the processors stands beside it.
fn compare(name: &str, ours: &[Run], bare: &[Run], budget: f64) -> Result<()> {
    let spread = format!(
        "what went by; {} ms and {} ms of processor time; peak memory {} MiB and {} MiB; {} rounds",
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

fn wait(name: &str, runs: &[Run], limit: u64) -> Result<()> {
    let spread = format!("the middle of {} rounds", runs.len());
    let took = median(runs, |run| run.wall);
    let line = json!({"name": name, "ours_us": took, "limit_us": limit, "spread": spread});
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}

fn limit(name: &str, mib: u64, limit: Option<u64>) -> Result<()> {
    let mut line = json!({ "name": name, "mib": mib });
    if let Some(limit) = limit {
        line["limit_mib"] = json!(limit);
    }
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}
