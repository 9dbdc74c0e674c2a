//! The same refusals through the program `suoji`.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::json;
use suoji_app::App;

use super::mount::Disk;
use super::programs::program;
use super::told::{assert_clear, assert_untouched, bytes_below, reopened, sample_desk};

/// Runs `suoji` in both languages; it must be refused in one sentence.
fn refused(desk: &Path, passphrase: Option<&str>, arguments: &[&str]) {
    for language in ["zh-CN", "en"] {
        let mut command = Command::new(program("suoji-cli", "suoji"));
        command.arg("--db").arg(desk).args(["--language", language]);
        command.env_remove("SUOJI_PASSPHRASE");
        if let Some(passphrase) = passphrase {
            command.env("SUOJI_PASSPHRASE", passphrase);
        }
        let output = command.args(arguments).output().expect("it starts");
        let stderr = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {stderr}");
        assert_eq!(stderr.lines().count(), 1, "{arguments:?}: {stderr}");
        assert_clear(stderr.trim_end());
        let chinese = stderr.contains('。');
        assert_eq!(chinese, language == "zh-CN", "{stderr}");
        assert!(
            output.stdout.is_empty(),
            "{arguments:?} said something else too"
        );
    }
}

#[tokio::test]
async fn the_program_refuses_in_one_sentence() {
    let folder = tempfile::tempdir().expect("folder");
    let at = |name: &str| folder.path().join(name);
    let desk = at("desk.db");
    sample_desk(&desk).await;
    let good = std::fs::read(&desk).expect("desk");
    let sealed = App::new(at("sealed.db"));
    let ask = json!({"passphrase": "芝麻开门"});
    sealed.call("create_desk", ask).await.expect("sealed");
    sealed.close().await;
    let mut newer = good.clone();
    newer[62] = 1;
    std::fs::write(at("newer.db"), newer).expect("file");
    std::fs::write(at("random.db"), [7; 5_000]).expect("file");
    std::fs::write(at("cut.db"), &good[..8_192]).expect("file");
    let before = bytes_below(folder.path());

    let random = at("random.db").display().to_string();
    let missing = at("missing.db").display().to_string();
    refused(&at("missing.db"), None, &["verify"]);
    refused(&at("newer.db"), None, &["figures", "--year", "2023"]);
    refused(&at("random.db"), None, &["undo"]);
    refused(&at("cut.db"), None, &["list", "agreement"]);
    refused(&at("sealed.db"), Some("不对"), &["verify"]);
    refused(&at("sealed.db"), None, &["list", "project"]);
    refused(&desk, None, &["new"]);
    refused(&desk, None, &["import", &random]);
    refused(&desk, None, &["import", &missing]);
    refused(&desk, None, &["restore", &missing]);
    refused(&desk, None, &["restore", &random]);
    refused(&desk, None, &["backup", &random]);
    refused(
        &desk,
        None,
        &["show", "project", "00000000-0000-0000-0000-000000000000"],
    );
    assert_untouched(folder.path(), &before);
}

#[tokio::test]
async fn the_program_names_a_disk_it_cannot_write_to() {
    let (sealed, full) = (Disk::sealable(), Disk::small("64k"));
    sample_desk(&sealed.desk()).await;
    sealed.seal();
    refused(&sealed.desk(), None, &["undo"]);
    let fresh = sealed.folder.join("fresh.db");
    refused(&fresh, None, &["new"]);
    if let Some(full) = full {
        refused(&full.desk(), None, &["new"]);
    }
}

/// On Unix, a program that opens and closes its own desk's file another way
/// loses its locks on it, and the next program to end takes its log away.
#[tokio::test]
async fn a_program_that_ends_leaves_the_log_to_one_that_goes_on() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    sample_desk(&desk).await;
    let app = reopened(&desk).await;
    let calls = [
        ("create_desk", json!({})),
        ("unlock_desk", json!({"passphrase": "x"})),
        (
            "restore_backup",
            json!({"path": folder.path().join("missing.db")}),
        ),
        ("backups", json!({})),
        ("backup", json!({"path": folder.path().join("copy.db")})),
        ("backup", json!({"path": desk})),
    ];
    for (name, request) in calls {
        let _ = app.call(name, request).await;
        passed(&desk, &["verify"]);
        let create = json!({"kind": "project", "values": {"name": name}});
        let saved = app.call("create_record", create).await.expect("create");
        let id = saved["id"].as_str().expect("id");
        passed(&desk, &["show", "project", id]);
    }
    app.close().await;
    reopened(&desk).await.close().await;
}

/// Ctrl+C is heard whenever it comes, while rows are read as while they are
/// written.
#[cfg(unix)]
#[tokio::test]
async fn an_import_that_is_interrupted_writes_nothing() {
    let folder = tempfile::tempdir().expect("folder");
    let ledger = folder.path().join("签约.csv");
    let mut text = String::from("项目名称,投资方,利用资金（亿元）,签约时间\n");
    for row in 0..20_000 {
        text += &format!("某{row}号项目,某{row}号有限公司,1,2023-05-01\n");
    }
    std::fs::write(&ledger, text).expect("ledger");
    for wait in [300, 900, 1_500] {
        let desk = folder.path().join(format!("{wait}.db"));
        let mut command = Command::new(program("suoji-cli", "suoji"));
        command.arg("--db").arg(&desk).arg("import").arg(&ledger);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("it starts");
        std::thread::sleep(Duration::from_millis(wait));
        let mut sent = Command::new("kill");
        sent.args(["-INT", &child.id().to_string()]);
        assert!(sent.status().expect("kill").success());
        let ended = child.wait().expect("it ends");
        assert!(!ended.success(), "after {wait} ms: {ended}");
        assert!(!desk.exists(), "after {wait} ms");
    }
}

fn passed(desk: &Path, arguments: &[&str]) {
    let mut command = Command::new(program("suoji-cli", "suoji"));
    let output = command.arg("--db").arg(desk).args(arguments).output();
    let output = output.expect("it starts");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {stderr}");
}
