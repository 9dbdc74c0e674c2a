//! An import that is cancelled or killed, or whose file or disk fails it,
//! leaves the desk as it was.

use std::fmt::Write as _;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use suoji_app::contract::ImportStage;
use suoji_app::{App, Event, Fault, Language};

use super::mount::Disk;
use super::programs::program;
use super::snapshot::{Dice, Snapshot, snapshot};
use super::told::{assert_clear, reopened, sample_desk, told};
use crate::desk::Story;

/// A signing ledger of so many rows, each an agreement of its own.
fn ledger(folder: &Path, rows: usize) -> PathBuf {
    let mut text = String::from("项目编号,项目名称,投资方,签约时间,协议类型,合同总投资（万元）\n");
    for row in 0..rows {
        let _ = writeln!(
            text,
            "ZS-{row:06},第{row}号减速器产业化项目,{row}号精密科技有限公司,2023-{:02}-{:02},正式投资合同,{}",
            row % 12 + 1,
            row % 28 + 1,
            1_000 + row
        );
    }
    let path = folder.join("2023年签约项目台账.csv");
    std::fs::write(&path, text).expect("ledger");
    path
}

fn request(path: &Path) -> Json {
    json!({"name": "2023年签约项目台账.csv", "path": path, "job": "story"})
}

fn clear(fault: &Fault) {
    for language in [Language::Chinese, Language::English] {
        assert_clear(&fault.sentence(language));
    }
}

#[tokio::test]
async fn an_import_tells_how_far_it_is() {
    let story = Story::fresh().await;
    let path = ledger(story.folder.path(), 5_000);
    let mut events = story.app.events();
    let report = story.ask("import_ledger", request(&path)).await;
    assert_eq!(report["created"], 5_000);
    let (mut stages, mut last) = (Vec::new(), 0);
    while stages.last() != Some(&ImportStage::Sealing) {
        let event = tokio::time::timeout(Duration::from_secs(20), events.next()).await;
        let Some(Event::ImportProgress(progress)) = event.expect("told in time") else {
            continue;
        };
        assert_eq!(progress.job, "story");
        assert!(last <= progress.done && progress.done <= progress.total.max(progress.done));
        last = progress.done;
        if stages.last() != Some(&progress.stage) {
            stages.push(progress.stage);
        }
    }
    use ImportStage::{Matching, Reading, Sealing, Writing};
    assert_eq!(stages, [Reading, Matching, Writing, Sealing]);
    assert_eq!(last, 5_000);
}

#[tokio::test]
async fn an_import_cancelled_at_any_moment_leaves_nothing() {
    let story = Story::fresh().await;
    story.ask("load_sample", json!({})).await;
    let path = ledger(story.folder.path(), 1_500);
    let mut tried = request(&path);
    tried["dry_run"] = json!(true);
    let begun = Instant::now();
    story.ask("import_ledger", tried).await;
    let mut whole = begun.elapsed().as_micros() as u64;
    let mut before = snapshot(&story.app).await;
    let seed = u64::from(std::process::id());
    let mut dice = Dice(seed);
    let mut cancelled = 0;
    for round in 0..20 {
        let at = format!("seed {seed}, round {round}");
        let wait = Duration::from_micros(dice.below(whole.max(1)));
        let cancel = async {
            tokio::time::sleep(wait).await;
            story.ask("cancel_import", json!({"job": "story"})).await;
        };
        let (report, ()) = tokio::join!(story.app.call("import_ledger", request(&path)), cancel);
        match report {
            Err(fault) => {
                assert_eq!(fault.code(), "import_cancelled", "{at}");
                clear(&fault);
                cancelled += 1;
            }
            // It was done before it was cancelled; the next is cancelled
            // sooner.
            Ok(report) => {
                let told = [&report["created"], &report["unchanged"]];
                assert!(told.contains(&&json!(1_500)), "{at}: {report}");
                before = snapshot(&story.app).await;
                whole /= 2;
            }
        }
        assert_eq!(snapshot(&story.app).await, before, "{at}");
    }
    assert!(cancelled > 0);
    story.whole().await;
    let create = json!({"kind": "project", "values": {"name": "其后"}});
    story.ask("create_record", create).await;
    story.whole().await;
}

#[tokio::test]
async fn a_file_that_changes_while_it_is_read_is_named() {
    let story = Story::fresh().await;
    let before = snapshot(&story.app).await;
    let path = ledger(story.folder.path(), 14_000);
    let mut events = story.app.events();
    let change = async {
        while let Some(event) = events.next().await {
            if let Event::ImportProgress(progress) = event
                && progress.stage >= ImportStage::Matching
            {
                break;
            }
        }
        let mut file = std::fs::File::options()
            .write(true)
            .open(&path)
            .expect("file");
        file.seek(SeekFrom::End(-3)).expect("its end");
        file.write_all(b"0").expect("another digit");
    };
    let (report, ()) = tokio::join!(story.app.call("import_ledger", request(&path)), change);
    let fault = report.expect_err("it changed");
    assert_eq!(fault.code(), "file_changed", "{fault:?}");
    clear(&fault);
    assert_eq!(snapshot(&story.app).await, before);
    std::fs::remove_file(&path).expect("it goes");
    let fault = story.refused("import_ledger", request(&path)).await;
    assert_eq!(fault.code(), "file_missing");
    clear(&fault);
    story.whole().await;
}

#[tokio::test]
async fn a_file_that_vanishes_while_it_is_read_is_in_whole_or_not_at_all() {
    let story = Story::fresh().await;
    let before = snapshot(&story.app).await;
    let path = ledger(story.folder.path(), 3_000);
    let mut events = story.app.events();
    let vanish = async {
        while let Some(event) = events.next().await {
            if let Event::ImportProgress(progress) = event
                && progress.stage >= ImportStage::Matching
            {
                break;
            }
        }
        std::fs::remove_file(&path).expect("it goes");
    };
    let (report, ()) = tokio::join!(story.app.call("import_ledger", request(&path)), vanish);
    match report {
        // Where a file that is open stays until it is let go.
        Ok(report) => assert_eq!(report["created"], 3_000, "{report}"),
        Err(fault) => {
            let codes = ["file_missing", "file_changed"];
            assert!(codes.contains(&&*fault.code()), "{fault:?}");
            clear(&fault);
            assert_eq!(snapshot(&story.app).await, before);
        }
    }
    story.whole().await;
}

/// Ctrl+C at the terminal: one sentence, exit code 1, and nothing written.
#[cfg(unix)]
#[tokio::test]
async fn an_import_interrupted_at_the_terminal_writes_nothing() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    sample_desk(&desk).await;
    let app = reopened(&desk).await;
    let before = snapshot(&app).await;
    app.close().await;
    let path = ledger(folder.path(), 12_000);
    let start = || {
        let mut command = Command::new(program("suoji-cli", "suoji"));
        command.arg("--db").arg(&desk).arg("import").arg(&path);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("it starts")
    };
    let mut wait = Duration::from_millis(300);
    for _ in 0..12 {
        let running = start();
        tokio::time::sleep(wait).await;
        let id = running.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status();
        assert!(sent.expect("kill").success());
        let ended = running.wait_with_output().expect("it ends");
        match ended.status.code() {
            Some(1) => {
                let said = String::from_utf8(ended.stderr).expect("text");
                assert_eq!(said.lines().count(), 1, "{said}");
                assert_clear(said.trim_end());
                assert!(ended.stdout.is_empty());
                let app = reopened(&desk).await;
                assert_eq!(snapshot(&app).await, before);
                app.close().await;
                return;
            }
            // The signal came before the program could hear it, or when the
            // import was done.
            None => wait = wait * 3 / 2,
            done => panic!("{done:?}: the import was over too soon"),
        }
    }
    panic!("the program never heard the signal");
}

#[tokio::test]
async fn an_import_that_fills_the_disk_leaves_the_desk_as_it_was() {
    let Some(disk) = Disk::small("8m") else {
        return;
    };
    let desk = disk.desk();
    sample_desk(&desk).await;
    let elsewhere = tempfile::tempdir().expect("folder");
    let path = ledger(elsewhere.path(), 6_000);
    let app = reopened(&desk).await;
    let before = snapshot(&app).await;
    let report = app.call("import_ledger", request(&path)).await;
    told(&report.expect_err("full"), "disk_full", &desk);
    assert_eq!(snapshot(&app).await, before);
    app.close().await;
    let app = reopened(&desk).await;
    assert_eq!(snapshot(&app).await, before);
    let create = json!({"kind": "project", "values": {"name": "其后"}});
    app.call("create_record", create)
        .await
        .expect("room enough");
    app.close().await;
}

/// Two hundred kills in all: into a desk that stands, and into a new one.
#[tokio::test]
async fn killed_imports_leave_the_desk_unchanged_or_whole() {
    let folder = tempfile::tempdir().expect("folder");
    let base = folder.path().join("base.db");
    sample_desk(&base).await;
    let app = reopened(&base).await;
    let before = snapshot(&app).await;
    app.close().await;
    kills(folder.path(), 140, Some((&base, before))).await;
}

#[tokio::test]
async fn a_new_desk_is_there_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("folder");
    kills(folder.path(), 60, None).await;
}

const KILLED_ROWS: usize = 300;

async fn kills(folder: &Path, kills: u64, base: Option<(&Path, Snapshot)>) {
    let path = ledger(folder, KILLED_ROWS);
    let desk = folder.join("desk.db");
    let laid = || {
        for ending in ["", "-wal", "-shm"] {
            let mut name = desk.as_os_str().to_owned();
            name.push(ending);
            let _ = std::fs::remove_file(name);
        }
        if let Some((base, _)) = &base {
            std::fs::copy(base, &desk).expect("copy");
        }
    };
    // Built before the first import is timed.
    let suoji = program("suoji-cli", "suoji");
    let start = || {
        let mut command = Command::new(&suoji);
        command.arg("--db").arg(&desk).arg("import").arg(&path);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().expect("it starts")
    };
    laid();
    let begun = Instant::now();
    start().wait().expect("it ends");
    let longest = begun.elapsed().as_micros() as u64 * 11 / 10;
    let seed = u64::from(std::process::id());
    let mut dice = Dice(seed);
    let (mut unchanged, mut whole) = (0, 0);
    for kill in 0..kills {
        let at = format!("seed {seed}, kill {kill}");
        laid();
        let mut running = start();
        tokio::time::sleep(Duration::from_micros(dice.below(longest))).await;
        let _ = running.kill();
        running.wait().expect("it ends");
        if base.is_none() && !desk.exists() {
            unchanged += 1;
            continue;
        }
        let app = App::new(desk.clone());
        app.start().await;
        let verified = app.call("verify", json!({})).await.expect("verify");
        assert_eq!(verified["ok"], true, "{at}: {verified}");
        let now = snapshot(&app).await;
        app.close().await;
        match &base {
            Some((_, before)) if now == *before => unchanged += 1,
            _ => {
                let made = |one: &&super::snapshot::Standing| {
                    let number = one.values["project_no"].as_str();
                    number.is_some_and(|number| number.starts_with("ZS-"))
                };
                let projects = now.values().filter(made).count();
                assert_eq!(projects, KILLED_ROWS, "{at}");
                whole += 1;
            }
        }
    }
    println!("{unchanged} unchanged, {whole} whole of {kills} kills");
    assert!(unchanged > 0 && unchanged + whole == kills);
}
