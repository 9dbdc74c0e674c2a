//! What a window waits for: a large paste, its undo, a record opening.
//!
//! Prints one JSON line a measure: `{"name", "ours_us", "limit_us", "spread"}`;
//! the limit is what a user may wait. Everything goes through the public commands,
//! JSON and validation included.

use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use suoji_app::App;

type Anything<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Projects in the file, each with an agreement.
const PROJECTS: usize = 20_000;
/// Cells of the paste.
const CELLS: usize = 20_000;

fn main() -> Anything {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(async {
            let folder = tempfile::tempdir()?;
            let app = opened(&folder.path().join("desk.db")).await?;
            let projects = filled(&app).await?;
            paste(&app, &projects, 10).await?;
            paste(&app, &projects, 1).await?;
            open(&app, &projects).await
        })
}

async fn opened(path: &Path) -> Anything<App> {
    let app = App::new(path.to_path_buf());
    call(&app, "create_desk", json!({})).await?;
    Ok(app)
}

async fn call(app: &App, command: &str, request: Json) -> Anything<Json> {
    let reply = app.call(command, request).await;
    reply.map_err(|fault| format!("{command}: {fault:?}").into())
}

async fn write(app: &App, kind: &str, rows: Vec<Json>) -> Anything<Vec<(String, i64)>> {
    let request = json!({"kind": kind, "intent": "paste", "rows": rows});
    let done = call(app, "write_records", request).await?;
    let saved = done["saved"].as_array().ok_or("nothing saved")?;
    if saved.is_empty() {
        return Err(format!("refused: {}", done["refused"][0]).into());
    }
    let row = |row: &Json| Some((row["id"].as_str()?.to_owned(), row["version"].as_i64()?));
    Ok(saved.iter().filter_map(row).collect())
}

/// Projects of thirty offices and their agreements.
async fn filled(app: &App) -> Anything<Vec<(String, i64)>> {
    let offices = (0..30).map(|n| json!({"values": {"name": format!("示例驻点{n}")}}));
    let offices = write(app, "office", offices.collect()).await?;
    let project = |n: usize| {
        json!({"values": {
            "name": format!("示例{n}号精密部件生产基地项目"), "project_no": format!("ZS-{n:06}"),
            "stage": "signed", "chain": "电梯配件", "resident_office": offices[n % 30].0,
        }})
    };
    let projects = write(app, "project", (0..PROJECTS).map(project).collect()).await?;
    let agreement = |(n, (id, _)): (usize, &(String, i64))| {
        json!({"values": {
            "project": id, "agreement_type": "formal", "responsible_unit": offices[n % 30].0,
            "sign_date": {"date": format!("2023-{:02}-{:02}", 1 + n % 12, 1 + n % 28)},
            "contract_capital": {"amount": "30000000.00", "currency": "CNY"},
        }})
    };
    let rows = projects.iter().enumerate().map(agreement).collect();
    write(app, "agreement", rows).await?;
    Ok(projects)
}

/// Twenty thousand cells in so many columns, then one undo.
async fn paste(app: &App, projects: &[(String, i64)], columns: usize) -> Anything {
    let count = CELLS / columns;
    let (mut pasting, mut undoing) = (Vec::new(), Vec::new());
    for round in 0..5 {
        let mut rows = Vec::new();
        for (n, (id, _)) in projects.iter().take(count).enumerate() {
            let record = call(app, "record", json!({"kind": "project", "id": id})).await?;
            let cells = [
                (
                    "name",
                    json!(format!("示例{n}号第{round}次改名的生产基地项目")),
                ),
                ("chain", json!(format!("产业链{round}"))),
                ("chain_node", json!(format!("环节{}", n % 7))),
                ("content", json!(format!("年产{n}台{round}"))),
                ("note", json!(format!("备注{n}-{round}"))),
                ("source_region", json!(format!("江苏省苏州市{round}"))),
                ("approval_code", json!(format!("2023-{n:06}-{round}"))),
                (
                    "total_investment",
                    json!({"amount": format!("{}.00", 1_000_000 + n + round), "currency": "CNY"}),
                ),
                (
                    "land_area",
                    json!({"area": format!("{}.5", 10 + n % 90 + round), "unit": "mu"}),
                ),
                ("stage", json!(["landed", "started"][round % 2])),
            ];
            let values: serde_json::Map<String, Json> = cells
                .into_iter()
                // A single column is the chain: it renames nothing.
                .skip(usize::from(columns == 1))
                .take(columns)
                .map(|(name, value)| (name.to_owned(), value))
                .collect();
            rows.push(json!({"id": id, "seen": record["version"], "values": values}));
        }
        let request = json!({"kind": "project", "intent": "paste", "rows": rows});
        let begun = Instant::now();
        let done = call(app, "write_records", request).await?;
        pasting.push(begun.elapsed());
        if done["changed"] != json!(count) {
            return Err(format!("{} of {count}: {}", done["changed"], done["refused"][0]).into());
        }
        let begun = Instant::now();
        call(app, "undo", json!({})).await?;
        undoing.push(begun.elapsed());
    }
    let shape = format!("{count} rows of {columns}");
    print(&format!("paste of 20,000 cells, {shape}"), pasting, 2_000)?;
    print(&format!("its undo, {shape}"), undoing, 2_000)
}

/// Everything that a record's page asks for.
async fn open(app: &App, projects: &[(String, i64)]) -> Anything {
    let mut times = Vec::new();
    for (id, _) in projects.iter().step_by(97) {
        let request = json!({"kind": "project", "id": id});
        let begun = Instant::now();
        for command in ["record", "history", "related", "notes", "attachments"] {
            call(app, command, request.clone()).await?;
        }
        call(app, "form_layout", json!({"kind": "project"})).await?;
        times.push(begun.elapsed());
    }
    print(
        "everything of a record's page, one after another",
        times,
        100,
    )
}

/// The 95th percentile, in microseconds, and the distribution.
fn print(name: &str, mut times: Vec<Duration>, limit_ms: u64) -> Anything {
    times.sort_unstable();
    let at = |percent: usize| {
        let place = (times.len() * percent).div_ceil(100).saturating_sub(1);
        times[place].as_micros() as u64
    };
    let spread = format!(
        "median {} ms, p95 {} ms, slowest {} ms of {} rounds",
        at(50) / 1_000,
        at(95) / 1_000,
        at(100) / 1_000,
        times.len()
    );
    let line = json!({
        "name": name, "ours_us": at(95), "limit_us": limit_ms * 1_000, "spread": spread,
    });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}
