//! `import` and `export`: ledgers in, lists out.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use suoji_app::{App, word};

use crate::kinds::Kinds;
use crate::list::{filters, order};
use crate::session::{Session, given_passphrase, say};
use crate::stop::Stop;
use crate::table::Table;

/// Whether rows wait for a decision, which is exit code 3.
pub(crate) type Undecided = bool;

/// Imports each file in a transaction of its own.
///
/// With several files, or a desk yet to be created, all are tried first, so
/// that a refusal finds nothing written.
pub(crate) async fn import(
    session: &Session,
    files: &[PathBuf],
    dry_run: bool,
    may_create: bool,
) -> Result<Undecided, Stop> {
    let requests: Vec<_> = files
        .iter()
        .map(|file| read(file))
        .collect::<Result<_, _>>()?;
    let status = session.open().await?;
    let create = may_create && status["state"] == "absent";
    let mut reports = Vec::new();
    if create {
        reports = try_apart(&requests).await?;
    } else if dry_run || requests.len() > 1 {
        reports = run(&session.app, &requests, true).await?;
    }
    if create && !dry_run {
        let passphrase = given_passphrase();
        let request = json!({ "passphrase": passphrase });
        let status = session.call("create_desk", request).await?;
        if !session.json {
            let path = status["path"].as_str().unwrap_or_default();
            say(&(session.sentence("created", &[("path", path)]) + "\n"))?;
        }
    }
    if !dry_run {
        reports = run(&session.app, &requests, false).await?;
    }
    let undecided = reports.iter().any(waits);
    let reply = match reports.as_slice() {
        [only] => only.clone(),
        several => json!(several),
    };
    session.print(&reply, || {
        reports
            .iter()
            .map(|report| report_text(session, report, dry_run))
            .collect()
    })?;
    Ok(undecided)
}

/// Tries the files on an empty desk in a folder that goes away.
async fn try_apart(requests: &[Value]) -> Result<Vec<Value>, Stop> {
    let temp = std::env::temp_dir();
    let folder =
        tempfile::tempdir().map_err(|error| Stop::file("file_not_written", &temp, &error))?;
    let app = App::new(folder.path().join("suoji.db"));
    app.start().await;
    app.call("create_desk", json!({})).await?;
    let reports = run(&app, requests, true).await;
    app.close().await;
    reports
}

async fn run(app: &App, requests: &[Value], dry_run: bool) -> Result<Vec<Value>, Stop> {
    let mut reports = Vec::new();
    for request in requests {
        let mut request = request.clone();
        request["dry_run"] = json!(dry_run);
        reports.push(app.call("import_ledger", request).await?);
    }
    Ok(reports)
}

fn read(path: &Path) -> Result<Value, Stop> {
    let data = fs::read(path).map_err(|error| Stop::file("file_not_read", path, &error))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(json!({ "name": name, "data": STANDARD.encode(data) }))
}

fn waits(report: &Value) -> Undecided {
    let duplicates = report["duplicates"].as_array();
    report["rejected"].as_u64().unwrap_or(0) > 0
        || duplicates
            .into_iter()
            .flatten()
            .any(|duplicate| duplicate["decision"] == "ask")
}

fn report_text(session: &Session, report: &Value, dry_run: bool) -> String {
    let count = |name: &str| report[name].to_string();
    let key = if dry_run {
        "import.would"
    } else {
        "import.done"
    };
    let mut text = session.sentence(
        key,
        &[
            ("file", report["file"].as_str().unwrap_or_default()),
            ("created", &count("created")),
            ("updated", &count("updated")),
            ("unchanged", &count("unchanged")),
            ("rejected", &count("rejected")),
        ],
    );
    text.push('\n');
    let problems = report["problems"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    if problems.is_empty() {
        return text;
    }
    let headings = ["level", "sheet", "row", "column", "raw", "reason"];
    let headings = headings.map(|name| session.word(&format!("head.{name}")).to_owned());
    let mut table = Table::new(headings).right(2);
    table.cut = session.on_terminal();
    for problem in problems {
        let part = |name: &str| match &problem[name] {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let level = format!("level.{}", part("level"));
        let reason = format!("problem.{}", part("reason"));
        table.row([
            session.word(&level),
            &part("sheet"),
            &part("row"),
            &part("column"),
            &part("raw"),
            word(session.language, &reason),
        ]);
    }
    text + &table.text()
}

/// Writes a list to a sheet or text file, whole or not at all.
pub(crate) async fn export(
    session: &Session,
    kind: &str,
    out: &Path,
    filter: &[String],
    sort: &[String],
    unmask: bool,
) -> Result<(), Stop> {
    let ending = out
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    if ending != "xlsx" && ending != "csv" {
        let path = out.display().to_string();
        return Err(Stop::Usage("bad_format", vec![("value", path)]));
    }
    session.open().await?;
    let kinds = Kinds::load(session).await?;
    let kind = kinds.kind(kind);
    let request = json!({
        "kind": kind.name,
        "format": ending,
        "filters": filters(kind, filter)?,
        "sort": order(kind, sort),
        "unmasked": unmask,
        "language": session.language_tag(),
    });
    let mut reply = session.call("export_list", request).await?;
    let data = reply["data"].take();
    let data = STANDARD
        .decode(data.as_str().unwrap_or_default())
        .map_err(|error| Stop::file("file_not_written", out, &std::io::Error::other(error)))?;
    write_whole(out, &data).map_err(|error| Stop::file("file_not_written", out, &error))?;
    let path = out.display().to_string();
    let rows = reply["rows"].to_string();
    let printed = json!({ "path": path, "rows": reply["rows"], "bytes": data.len() });
    session.print(&printed, || {
        session.sentence("export.done", &[("path", &path), ("rows", &rows)]) + "\n"
    })
}

/// Writes beside the target and renames, so that a full disk leaves an older
/// file as it was.
fn write_whole(out: &Path, data: &[u8]) -> std::io::Result<()> {
    let mut name = out.file_name().unwrap_or_default().to_os_string();
    name.push(".part");
    let part = out.with_file_name(name);
    let written = fs::write(&part, data).and_then(|()| fs::rename(&part, out));
    if written.is_err() {
        // The first error is the one to tell; the part may not even exist.
        let _ = fs::remove_file(&part);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejected_rows_and_suspects_wait_for_a_decision() {
        for (rejected, decision, expected) in
            [(0, "ask", true), (1, "skip", true), (0, "skip", false)]
        {
            let duplicate = json!({ "decision": decision });
            let report = json!({ "rejected": rejected, "duplicates": [duplicate] });
            assert_eq!(waits(&report), expected, "{report}");
        }
    }

    #[test]
    fn a_file_is_written_whole() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("list.csv");
        fs::write(&out, "old").unwrap();
        write_whole(&out, b"new").unwrap();
        assert_eq!(fs::read(&out).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
