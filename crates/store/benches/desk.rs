//! What the write path and the year's totals cost beside bare SQLite.
//!
//! Prints one JSON line a measure: `{"name", "ours_us", "bare_us", "budget"}`.
//! Ours and bare run in turns in the same process on files of the same
//! settings, so that a noisy machine is noisy for both.

use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Row, SqliteConnection};
use suoji_model::Period;
use suoji_model::kinds::{AGREEMENT, PROJECT};
use suoji_model::log::{Intent, Values};
use suoji_model::rule::SigningRule;
use suoji_store::{Batch, Desk, Write};
use uuid::Uuid;

/// Agreements in the file of the totals.
const AGREEMENTS: u32 = 100_000;
/// Timed rounds of each measure.
const ROUNDS: usize = 400;

type Anything = Result<(), Box<dyn std::error::Error>>;

fn main() -> Anything {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(async {
            let folder = tempfile::tempdir()?;
            let path = folder.path().join("desk.db");
            let desk = Desk::create(&path, None).await?;
            let agreements = fill(&desk).await?;
            edit(&desk, &path, &agreements).await?;
            totals(&desk, &path).await
        })
}

/// Ten years of agreements, one a project, every fiftieth in dollars.
async fn fill(desk: &Desk) -> Result<Vec<Uuid>, Box<dyn std::error::Error>> {
    let mut made = Vec::new();
    for start in (0..AGREEMENTS).step_by(5_000) {
        let mut writes = Vec::new();
        for number in start..start + 5_000 {
            let project = Write::create(
                &PROJECT,
                values(json!({
                    "name": format!("示例{number}号精密部件生产基地项目"),
                    "project_no": format!("ZS-{number:06}"), "chain": "电梯配件",
                })),
            );
            let dollars = number % 50 == 0;
            let agreement = Write::create(
                &AGREEMENT,
                values(json!({
                    "project": project.record,
                    "agreement_type": if number % 9 == 0 { "framework" } else { "formal" },
                    "sign_date": {"date": format!("{}-{:02}-{:02}", 2014 + number % 10,
                        1 + number % 12, 1 + number % 28)},
                    "contract_capital": {"amount": format!("{}.00", 1_000_000 + u64::from(number) * 7_919 % 2_000_000_000),
                        "currency": if dollars { "USD" } else { "CNY" }},
                    "rate": if dollars { json!({"number": "7.1305"}) } else { json!(null) },
                })),
            );
            made.push(agreement.record);
            writes.extend([project, agreement]);
        }
        desk.commit(Batch::new(Intent::Import, None, writes))
            .await?;
    }
    Ok(made)
}

/// One edit through the write path against a bare update of the same row in
/// its own transaction, both with `synchronous = FULL`.
async fn edit(desk: &Desk, path: &Path, agreements: &[Uuid]) -> Anything {
    let mut bare = bare_copy(desk, path).await?;
    let (mut ours_times, mut bare_times) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let id = agreements[round * 97 % agreements.len()];
        let yuan = 1_000_000 + round as i64;
        let version = desk.record(&AGREEMENT, id).await?.version;
        let set = values(json!({
            "contract_capital": {"amount": format!("{yuan}.00"), "currency": "CNY"},
        }));
        let write = Write::edit(&AGREEMENT, id, version, set);
        let begun = Instant::now();
        desk.commit(Batch::new(Intent::Edit, None, vec![write]))
            .await?;
        ours_times.push(begun.elapsed());
        // Both sides have read the row before, as a window has.
        sqlx::query("SELECT * FROM agreement WHERE id = ?")
            .bind(id)
            .fetch_one(&mut bare)
            .await?;
        let begun = Instant::now();
        sqlx::query("UPDATE agreement SET contract_capital = ?, contract_capital_currency = 'CNY' WHERE id = ?")
            .bind(yuan * 100)
            .bind(id)
            .execute(&mut bare)
            .await?;
        bare_times.push(begun.elapsed());
    }
    print("one edit, durable", ours_times, bare_times, 3.0)
}

/// The same file without triggers, as somebody would keep it by hand.
async fn bare_copy(
    desk: &Desk,
    path: &Path,
) -> Result<SqliteConnection, Box<dyn std::error::Error>> {
    let copy = path.with_file_name("bare.db");
    desk.backup(&copy).await?;
    let mut bare = connect(&copy).await?;
    let triggers: Vec<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            .fetch_all(&mut bare)
            .await?;
    for trigger in triggers {
        sqlx::raw_sql(sqlx::AssertSqlSafe(format!("DROP TRIGGER {trigger}")))
            .execute(&mut bare)
            .await?;
    }
    Ok(bare)
}

/// The year's four figures with their rows against one statement by hand
/// that counts and sums the same rows.
async fn totals(desk: &Desk, path: &Path) -> Anything {
    const BY_HAND: &str = "SELECT count(*) AS f1, sum(fen) AS f2, \
        count(*) FILTER (WHERE fen >= 10000000000) AS f3, \
        count(*) FILTER (WHERE fen >= 100000000000) AS f4 FROM ( \
          SELECT CASE a.contract_capital_currency WHEN 'CNY' THEN a.contract_capital \
              ELSE (a.contract_capital * a.rate + 500000) / 1000000 END AS fen \
          FROM agreement AS a JOIN project AS p ON p.id = a.project \
          WHERE a.deleted = 0 AND p.deleted = 0 \
            AND a.sign_date >= '2023-01-01' AND a.sign_date < '2024-01-01' \
            AND a.agreement_type IN ('formal', 'entry') AND coalesce(a.voided, 0) = 0 \
            AND p.suspected_same_as IS NULL \
            AND NOT EXISTS (SELECT 1 FROM agreement AS e WHERE e.project = p.id \
              AND e.deleted = 0 AND e.agreement_type IN ('formal', 'entry') \
              AND coalesce(e.voided, 0) = 0 AND (e.sign_date, e.id) < (a.sign_date, a.id)))";
    let rule = SigningRule::default();
    let year = Period::new(2023, Period::LAST).ok_or("no such year")?;
    let mut bare = connect(path).await?;
    let (mut ours_times, mut bare_times) = (Vec::new(), Vec::new());
    for _ in 0..20 {
        let begun = Instant::now();
        let rows = desk.signed(year, &rule).await?;
        let sum: i64 = rows.iter().filter_map(|row| row.fen).sum();
        let large = rows
            .iter()
            .filter(|row| row.fen.is_some_and(|fen| rule.over(fen, rule.large_yuan)));
        let found = (rows.len() as i64, sum, large.count() as i64);
        ours_times.push(begun.elapsed());
        let begun = Instant::now();
        let row = sqlx::query(BY_HAND).fetch_one(&mut bare).await?;
        bare_times.push(begun.elapsed());
        assert_eq!(found, (row.get("f1"), row.get("f2"), row.get("f3")));
    }
    print(
        "a year's totals of 100,000 agreements",
        ours_times,
        bare_times,
        1.5,
    )
}

async fn connect(path: &Path) -> Result<SqliteConnection, sqlx::Error> {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .connect()
        .await
}

fn values(json: serde_json::Value) -> Values {
    json.as_object().cloned().unwrap_or_default()
}

/// Medians, in microseconds.
fn print(name: &str, ours: Vec<Duration>, bare: Vec<Duration>, budget: f64) -> Anything {
    let median = |mut times: Vec<Duration>| {
        times.sort_unstable();
        times[times.len() / 2].as_micros() as u64
    };
    let line = json!({
        "name": name, "ours_us": median(ours), "bare_us": median(bare), "budget": budget,
    });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}
