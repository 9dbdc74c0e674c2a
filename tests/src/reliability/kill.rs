//! Killed at any moment, a desk keeps every acknowledged change and nothing
//! half.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use suoji_app::App;

use super::programs::program;
use super::snapshot::{Dice, Snapshot, Standing, snapshot, standing};

/// How many kills one desk goes through before the next desk is made.
const KILLS_A_DESK: u64 = 20;

/// How many more kills a run may take until one fell where it tells something.
const MORE_KILLS: u64 = 60;

/// What all kills of a run came to.
#[derive(Debug, Default)]
struct Tally {
    kills: u64,
    acknowledged: u64,
    imports: u64,
    /// Killed within an action that is there, or is not, on reopening.
    there: u64,
    not_there: u64,
}

impl Tally {
    /// Whether changes and imports were acknowledged and one was cut short.
    fn tells(&self) -> bool {
        self.acknowledged > self.kills && self.imports > 0 && self.not_there > 0
    }
}

/// Two halves and the encrypted desk are two hundred kills.
#[tokio::test]
async fn killed_desks_lose_nothing_acknowledged() {
    run(95, None).await;
}

#[tokio::test]
async fn killed_desks_lose_nothing_acknowledged_again() {
    run(96, None).await;
}

#[tokio::test]
async fn killed_encrypted_desks_lose_nothing_acknowledged() {
    run(9, Some("芝麻开门")).await;
}

async fn run(kills: u64, passphrase: Option<&str>) {
    let seed = seed(kills);
    let mut tally = Tally::default();
    let mut dice = Dice(seed);
    let mut folder = tempfile::tempdir().expect("folder");
    let mut before = Snapshot::new();
    for kill in 0..kills + MORE_KILLS {
        if kill >= kills && tally.tells() {
            break;
        }
        if kill % KILLS_A_DESK == 0 && kill > 0 {
            folder = tempfile::tempdir().expect("folder");
            before = Snapshot::new();
        }
        let desk = folder.path().join("desk.db");
        let at = format!("SUOJI_SEED={seed}, kill {kill}");
        let lines = churn_and_kill(&desk, &mut dice, passphrase, &[], &at);
        before = check(&desk, passphrase, before, &lines, &mut tally, &at).await;
        tally.kills += 1;
    }
    println!("seed {seed}: {tally:?}");
    assert!(tally.tells(), "the kills came too early: {tally:?}");
}

fn seed(kills: u64) -> u64 {
    match std::env::var("SUOJI_SEED") {
        Ok(seed) => seed.parse().expect("SUOJI_SEED is a number"),
        Err(_) => u64::from(std::process::id()) << 8 | kills,
    }
}

/// Killed while the passphrase changes, or a backup is made or restored.
#[tokio::test]
async fn killed_while_the_file_is_replaced_nothing_is_lost() {
    let seed = seed(12);
    let mut dice = Dice(seed);
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    super::told::sample_desk(&desk).await;
    let first = App::new(desk.clone());
    first.start().await;
    let expected = snapshot(&first).await;
    first.close().await;
    let mut passphrase: Option<String> = None;
    for kill in 0..12 {
        let at = format!("SUOJI_SEED={seed}, kill {kill}");
        let lines = churn_and_kill(&desk, &mut dice, passphrase.as_deref(), &["keep"], &at);
        let said = |line: &Json| line["done"].is_object() || line["begin"].is_object();
        let mut may: Vec<Option<String>> = vec![passphrase];
        for line in lines.iter().filter(|line| said(line)) {
            if line["done"].is_object() {
                may.clear();
            }
            for told in [&line["done"], &line["begin"]] {
                if let Some(one) = told.get("passphrase") {
                    may.push(one.as_str().map(str::to_owned));
                }
            }
        }
        let app = App::new(desk.clone());
        app.start().await;
        let mut status = app.call("desk_status", json!({})).await.expect("status");
        passphrase = None;
        if status["state"] == "locked" {
            passphrase = Some("芝麻".to_owned());
            let request = json!({"passphrase": passphrase});
            status = app.call("unlock_desk", request).await.expect("unlock");
        }
        assert_eq!(status["state"], "open", "{at}");
        assert!(may.contains(&passphrase), "{at}: {passphrase:?} of {may:?}");
        let verified = app.call("verify", json!({})).await.expect("verify");
        assert_eq!(verified["ok"], true, "{at}: {verified}");
        assert_eq!(snapshot(&app).await, expected, "{at}");
        app.close().await;
    }
}

/// Starts the program, kills it after some time or some lines, and returns
/// the whole lines it said.
fn churn_and_kill(
    desk: &Path,
    dice: &mut Dice,
    passphrase: Option<&str>,
    also: &[&str],
    at: &str,
) -> Vec<Json> {
    let mut command = Command::new(program("suoji-tests", "suoji-churn"));
    command.arg(desk).arg(dice.roll().to_string()).args(also);
    // Its backups go where they go away with the desk.
    command.env("TMPDIR", desk.parent().expect("folder"));
    if let Some(passphrase) = passphrase {
        command.env("SUOJI_PASSPHRASE", passphrase);
    }
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let heard = listen(&mut child);
    let mut lines = Vec::new();
    // Replacing the whole file takes longer than an edit.
    let (lines_at_most, micros_at_most) = match also {
        [] => (80, 350_000),
        _ => (6, 2_000_000),
    };
    // One kill in ten comes while the desk is made or opened.
    let early = dice.below(10) == 0;
    let mut most = if early {
        0
    } else {
        1 + dice.below(lines_at_most)
    };
    let mut time = Duration::from_micros(dice.below(if early { 60_000 } else { micros_at_most }));
    if early {
        std::thread::sleep(time);
    } else if dice.below(2) == 0 {
        most = u64::MAX;
    } else {
        time = Duration::from_secs(20);
    }
    let mut until = None;
    while (lines.len() as u64) < most {
        let left = until.map_or(Duration::from_secs(30), |until: Instant| {
            until.saturating_duration_since(Instant::now())
        });
        let Ok(line) = heard.recv_timeout(left) else {
            assert!(until.is_some(), "{at}: never ready");
            break;
        };
        // The time counts from the first line: the desk is open then.
        until = until.or_else(|| Some(Instant::now() + time));
        lines.push(line);
    }
    let ended = child.try_wait().expect("its state");
    child.kill().expect("SIGKILL");
    child.wait().expect("it ends");
    let mut stderr = String::new();
    let mut pipe = child.stderr.take().expect("stderr");
    pipe.read_to_string(&mut stderr).expect("stderr");
    assert!(ended.is_none() && stderr.is_empty(), "{at}: {stderr}");
    lines.extend(heard.iter());
    lines.iter().map(|line| parse(line)).collect()
}

fn parse(line: &str) -> Json {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}

/// Whole lines as they come; a line cut short by the kill was never said.
fn listen(child: &mut Child) -> Receiver<String> {
    let (send, heard) = channel();
    let mut out = BufReader::new(child.stdout.take().expect("stdout"));
    std::thread::spawn(move || {
        let mut line = String::new();
        while out.read_line(&mut line).is_ok_and(|read| read > 0) && line.ends_with('\n') {
            if send.send(std::mem::take(&mut line)).is_err() {
                break;
            }
        }
    });
    heard
}

/// Opens the desk again and compares it with what was acknowledged.
async fn check(
    desk: &Path,
    passphrase: Option<&str>,
    mut expected: Snapshot,
    lines: &[Json],
    tally: &mut Tally,
    at: &str,
) -> Snapshot {
    let app = App::new(desk.to_path_buf());
    app.start().await;
    let status = app.call("desk_status", json!({})).await.expect("status");
    if status["state"] == "absent" {
        assert!(lines.is_empty(), "{at}: the desk is gone");
        return Snapshot::new();
    }
    if let Some(passphrase) = passphrase {
        app.call("unlock_desk", json!({"passphrase": passphrase}))
            .await
            .unwrap_or_else(|fault| panic!("{at}: {fault:?}"));
    }
    let verified = app.call("verify", json!({})).await;
    assert!(
        verified.as_ref().is_ok_and(|v| v["ok"] == true),
        "{at}: {verified:?}"
    );
    let found = snapshot(&app).await;
    if expected.is_empty() {
        // The person who works here came with the desk.
        expected.extend(found.iter().filter(|(_, one)| one.version == 1).map(owned));
    }
    let mut flying = None;
    for line in lines {
        if let Some(done) = line["done"].as_array() {
            expected.extend(done.iter().map(|one| {
                let kind = one["kind"].as_str().expect("kind");
                standing(kind, one)
            }));
            tally.acknowledged += 1;
            if let Some(op) = flying.take() {
                let op: &Json = op;
                tally.imports += u64::from(op["op"] == "import" || op["op"] == "sample");
            }
        } else if line["begin"].is_object() {
            flying = Some(&line["begin"]);
        }
    }
    let last = expected.values().map(|one| one.version).max().unwrap_or(0);
    for id in expected.keys() {
        assert!(found.contains_key(id), "{at}: {id} is gone");
    }
    let changed: Snapshot = found
        .iter()
        .filter(|(id, one)| expected.get(*id) != Some(one))
        .map(owned)
        .collect();
    if changed.is_empty() {
        tally.not_there += u64::from(flying.is_some());
    } else {
        let op = flying.unwrap_or_else(|| panic!("{at}: nobody asked for {changed:?}"));
        one_batch(&app, &changed, last, at).await;
        whole(op, &expected, &changed, &format!("{at}, {op}"));
        tally.there += 1;
    }
    app.close().await;
    found
}

fn owned((id, one): (&String, &Standing)) -> (String, Standing) {
    (id.clone(), one.clone())
}

/// What was not acknowledged is one action.
async fn one_batch(app: &App, changed: &Snapshot, last: i64, at: &str) {
    let mut batches = BTreeSet::new();
    for (id, one) in changed {
        let request = json!({"kind": one.kind, "id": id});
        let history = app.call("history", request).await.expect("history");
        for entry in history["entries"].as_array().expect("entries") {
            if entry["entry"].as_i64() > Some(last) {
                batches.insert(entry["batch"].to_string());
            }
        }
    }
    assert_eq!(batches.len(), 1, "{at}: {batches:?}");
}

/// What changed is all that the action was to do.
fn whole(op: &Json, before: &Snapshot, changed: &Snapshot, at: &str) {
    let count = |test: &dyn Fn(&Standing) -> bool| changed.values().filter(|one| test(one)).count();
    let only = || {
        assert_eq!(changed.len(), 1, "{at}: {changed:?}");
        changed.first_key_value().expect("one")
    };
    match op["op"].as_str() {
        Some("create") => {
            let (id, one) = only();
            assert!(!before.contains_key(id), "{at}");
            assert_eq!(
                (&json!(one.kind), &one.values),
                (&op["kind"], &op["values"]),
                "{at}"
            );
        }
        Some("edit") => {
            let (id, one) = only();
            let mut values = before[id].values.clone();
            for (field, value) in op["values"].as_object().expect("values") {
                values[field] = value.clone();
            }
            assert_eq!((&json!(id), &values), (&op["id"], &one.values), "{at}");
        }
        Some("bin") => {
            let (id, one) = only();
            assert_eq!(
                (&json!(id), &json!(one.deleted)),
                (&op["id"], &op["deleted"]),
                "{at}"
            );
            assert_eq!(before[id].values, one.values, "{at}");
        }
        Some("undo" | "redo") => assert_eq!(json!(changed.len()), op["count"], "{at}"),
        Some("import") => {
            let mark = op["mark"].as_str().expect("mark");
            let named = |one: &Standing| {
                one.kind == "project"
                    && one.values["name"]
                        .as_str()
                        .is_some_and(|name| name.starts_with(mark))
            };
            assert_eq!(json!(count(&named)), op["rows"], "{at}");
            assert_eq!(
                json!(count(&|one| one.kind == "agreement")),
                op["rows"],
                "{at}"
            );
        }
        Some("sample") => {
            // Later loads of it change only what was taken back since.
            let own = |name: &str| name.starts_with("台账") || name.starts_with("珩谦项目");
            let again = before.values().any(|one| {
                one.kind == "project" && one.values["name"].as_str().is_some_and(|name| !own(name))
            });
            let agreements = count(&|one| one.kind == "agreement");
            assert!(agreements == 43 || again, "{at}: {agreements}");
        }
        _ => panic!("{at}: {changed:?}"),
    }
}
