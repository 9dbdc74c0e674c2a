//! The passphrase in a real key store: a private session of its own, with a
//! keyring that nobody else sees.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use serde_json::{Value as Json, json};
use suoji_app::App;

/// Says to this program that it runs within the private session, and where
/// its desk lies.
const INSIDE: &str = "SUOJI_KEYRING_DESK";
/// Opens a keyring, waits until it answers, and goes on with what is given.
const SESSION: &str = "printf keyring | gnome-keyring-daemon --unlock --foreground \
    --components=secrets >/dev/null 2>&1 & keyring=$!; \
    for try in 1 2 3 4 5 6 7 8 9 10; do \
      busctl --user status org.freedesktop.secrets >/dev/null 2>&1 && break; sleep 0.3; done; \
    \"$@\"; told=$?; kill $keyring; exit $told";

#[test]
fn a_real_key_store_opens_the_desk_without_asking() {
    if let Some(desk) = std::env::var_os(INSIDE) {
        let runtime = tokio::runtime::Runtime::new().expect("runtime");
        return runtime.block_on(keep_change_forget(Path::new(&desk)));
    }
    for program in ["dbus-run-session", "gnome-keyring-daemon"] {
        if Command::new(program).arg("--version").output().is_err() {
            eprintln!("skipped: {program} is not installed, so there is no key store to try");
            return;
        }
    }
    let home = tempfile::tempdir().expect("folder");
    std::fs::set_permissions(home.path(), Permissions::from_mode(0o700)).expect("private");
    let status = Command::new("dbus-run-session")
        .args(["--", "sh", "-c", SESSION, "sh"])
        .arg(std::env::current_exe().expect("this program"))
        .args(["--exact", "--nocapture"])
        .arg("reliability::keys::a_real_key_store_opens_the_desk_without_asking")
        .env(INSIDE, home.path().join("desk.db"))
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_RUNTIME_DIR", home.path())
        .status()
        .expect("a session");
    assert!(status.success(), "within the session it went wrong");
}

async fn keep_change_forget(path: &Path) {
    let app = App::new(path.to_path_buf());
    let ask = async |app: &App, name: &str, request: Json| {
        let reply = app.call(name, request).await;
        reply.unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
    };
    ask(&app, "create_desk", json!({"passphrase": "芝麻开门"})).await;
    let wrong = json!({"passphrase": "不对"});
    let refused = app.call("keep_passphrase", wrong).await.expect_err("wrong");
    assert_eq!(serde_json::json!(refused)["code"], "wrong_passphrase");
    assert_eq!(store(&app).await, (true, false));
    ask(&app, "keep_passphrase", json!({"passphrase": "芝麻开门"})).await;
    assert_eq!(store(&app).await, (true, true));
    app.close().await;

    let app = restarted(path, "open").await;
    // What is kept follows the passphrase.
    let change = json!({"old": "芝麻开门", "new": "换一个口令"});
    ask(&app, "set_passphrase", change).await;
    app.close().await;
    let app = restarted(path, "open").await;
    ask(&app, "forget_passphrase", json!({})).await;
    assert_eq!(store(&app).await, (true, false));
    app.close().await;

    let app = restarted(path, "locked").await;
    ask(&app, "unlock_desk", json!({"passphrase": "换一个口令"})).await;
    ask(&app, "keep_passphrase", json!({"passphrase": "换一个口令"})).await;
    // Without a passphrase there is nothing to keep.
    let away = json!({"old": "换一个口令"});
    ask(&app, "set_passphrase", away).await;
    assert_eq!(store(&app).await, (true, false));
    app.close().await;
}

/// The desk as a program finds it that starts now.
async fn restarted(path: &Path, state: &str) -> App {
    let app = App::new(path.to_path_buf());
    app.start().await;
    let status = app.call("desk_status", json!({})).await.expect("status");
    assert_eq!(status["state"], state, "{status}");
    app
}

/// Whether there is a key store, and whether it keeps the passphrase.
async fn store(app: &App) -> (bool, bool) {
    let told = app.call("safety", json!({})).await.expect("safety");
    let store = &told["key_store"];
    assert!(store["reason"].is_null(), "{store}");
    (store["available"] == true, store["kept"] == true)
}
