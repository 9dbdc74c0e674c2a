//! `new`, `backup`, `restore`, `verify` and `rebuild`: the desk's file as a whole.

use std::path::Path;

use serde_json::{Value, json};
use suoji_app::word;

use crate::session::{Session, given_passphrase};
use crate::stop::Stop;

/// Creates a desk, encrypted when a passphrase is given or asked for.
pub(crate) async fn create(session: &Session, encrypt: bool) -> Result<(), Stop> {
    let passphrase = match given_passphrase() {
        Some(given) => Some(given),
        None if encrypt => {
            let first = session.passphrase("ask.new_passphrase")?;
            let again = session.passphrase("ask.again")?;
            if first != again {
                return Err(Stop::Refused("passphrases_differ", Vec::new()));
            }
            Some(first)
        }
        None => None,
    };
    let request = json!({ "passphrase": passphrase });
    let status = session.call("create_desk", request).await?;
    session.print(&status, || {
        let path = status["path"].as_str().unwrap_or_default();
        session.sentence("created", &[("path", path)]) + "\n"
    })
}

fn absolute(path: &Path) -> Result<String, Stop> {
    let path =
        std::path::absolute(path).map_err(|error| Stop::file("file_not_written", path, &error))?;
    Ok(path.display().to_string())
}

/// Copies the desk to one file, which the app opens and verifies.
pub(crate) async fn backup(session: &Session, file: &Path) -> Result<(), Stop> {
    session.open().await?;
    let request = json!({ "path": absolute(file)? });
    let reply = session.call("backup", request).await?;
    session.print(&reply, || {
        let params = [
            ("path", reply["path"].as_str().unwrap_or_default()),
            ("records", &reply["records"].to_string()),
            ("entries", &reply["entries"].to_string()),
            ("bytes", &reply["bytes"].to_string()),
            ("sha256", reply["sha256"].as_str().unwrap_or_default()),
        ];
        session.sentence("backup.done", &params) + "\n"
    })
}

/// Puts a backup in the desk's place, keeping a copy of what was there. The
/// desk itself need not open: a damaged one is what backups are for.
pub(crate) async fn restore(session: &Session, file: &Path) -> Result<(), Stop> {
    let path = absolute(file)?;
    let given = given_passphrase();
    let ask = |passphrase: Option<String>| json!({ "path": path, "passphrase": passphrase });
    let reply = match session.call("restore_backup", ask(given.clone())).await {
        Err(Stop::Fault(fault))
            if given.is_none() && matches!(&*fault.code(), "desk_locked" | "wrong_passphrase") =>
        {
            let passphrase = session.passphrase("ask.passphrase")?;
            session
                .call("restore_backup", ask(Some(passphrase)))
                .await?
        }
        other => other?,
    };
    session.print(&reply, || {
        let copy = reply["safety_copy"].as_str();
        let key = if copy.is_some() {
            "restore.done"
        } else {
            "restore.done_fresh"
        };
        let params = [("path", &*path), ("copy", copy.unwrap_or_default())];
        session.sentence(key, &params) + "\n"
    })
}

/// Checks the file, the log against the rows and the index against the rows,
/// as they stand (`verify`) or made anew from the log (`rebuild`); whether all
/// is well.
pub(crate) async fn check(session: &Session, command: &str) -> Result<bool, Stop> {
    session.open().await?;
    let reply = session.call(command, json!({})).await?;
    session.print(&reply, || {
        let checks = reply["checks"].as_array().into_iter().flatten();
        checks.map(|check| check_text(session, check)).collect()
    })?;
    Ok(reply["ok"] == true)
}

fn check_text(session: &Session, check: &Value) -> String {
    let name = format!("check.{}", check["name"].as_str().unwrap_or_default());
    let key = if check["ok"] == true {
        "verify.ok"
    } else {
        "verify.not_ok"
    };
    let checked = check["checked"].to_string();
    let params = [
        ("check", word(session.language, &name)),
        ("checked", &checked),
    ];
    let mut text = session.sentence(key, &params) + "\n";
    for finding in check["findings"].as_array().into_iter().flatten() {
        text.push_str(&format!("    {}\n", finding.as_str().unwrap_or_default()));
    }
    text
}
