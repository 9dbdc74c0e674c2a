//! `import`: ledgers in.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use suoji_app::{App, word};

use crate::changes;
use crate::files::write_whole;
use crate::session::{Session, given_passphrase, say};
use crate::stop::Stop;
use crate::table::Table;

/// How files are to be imported.
pub(crate) struct How {
    /// The kind of record that rows make; found out when `None`.
    pub(crate) kind: Option<String>,
    /// The one template to use.
    pub(crate) template: Option<String>,
    /// Keeps what was said under this name.
    pub(crate) save_template: Option<String>,
    /// A file of answers, corrections and decisions, as JSON.
    pub(crate) answers: Option<PathBuf>,
    /// What to do with rows that may repeat a record.
    pub(crate) on_duplicate: Option<String>,
    /// Where rejected rows go.
    pub(crate) rejected: Option<PathBuf>,
    /// How many problems to pass over before those listed.
    pub(crate) problems_from: Option<u64>,
    /// Only says what would happen.
    pub(crate) dry_run: bool,
    /// Whether a desk that is not there may be made.
    pub(crate) may_create: bool,
}

/// Whether rows wait for a decision, which is exit code 3.
pub(crate) type Undecided = bool;

/// Imports each file in a transaction of its own.
///
/// With several files all are tried first, and a desk yet to be created is
/// made aside and put in its place when whole, so that a refusal finds nothing
/// written.
pub(crate) async fn import(
    session: &Session,
    files: &[PathBuf],
    how: &How,
) -> Result<Undecided, Stop> {
    let (locks, ledgers): (Vec<_>, Vec<_>) = files.iter().partition(|file| is_lock(file));
    // Alone, it is refused as what it is.
    let files = if ledgers.is_empty() { &locks } else { &ledgers };
    if !ledgers.is_empty() {
        for lock in &locks {
            let path = lock.display().to_string();
            eprintln!("{}", session.sentence("lock_skipped", &[("path", &path)]));
        }
    }
    let requests: Vec<_> = files
        .iter()
        .map(|file| request(file, how))
        .collect::<Result<_, _>>()?;
    if let Some(out) = &how.rejected {
        can_write(out)?;
    }
    let status = session.open().await?;
    let create = how.may_create && status["state"] == "absent";
    let path = Path::new(status["path"].as_str().unwrap_or_default());
    let reports = if create && how.dry_run {
        let temp = std::env::temp_dir();
        let aside = Aside::new(&temp, None).await?;
        let reports = run(session, &aside.app, &requests, true).await;
        aside.app.close().await;
        reports?
    } else if create {
        let reports = create_with(session, path, &requests).await?;
        if !session.json {
            let path = path.display().to_string();
            say(&(session.sentence("created", &[("path", &path)]) + "\n"))?;
        }
        reports
    } else {
        if requests.len() > 1 && !how.dry_run {
            run(session, &session.app, &requests, true).await?;
        }
        run(session, &session.app, &requests, how.dry_run).await?
    };
    if let Some(out) = &how.rejected {
        keep_rejected(&reports, out)?;
    }
    let undecided = reports.iter().any(waits);
    let reply = match reports.as_slice() {
        [only] => only.clone(),
        several => json!(several),
    };
    let mut text = String::new();
    if !session.json {
        for report in &reports {
            text += &report_text(session, report, how.dry_run);
            text += &changes::text(session, report).await?;
        }
    }
    session.print(&reply, || text)?;
    Ok(undecided)
}

/// Whether the file is the one that Excel keeps beside a ledger that is open,
/// which `*.xlsx` names as well.
fn is_lock(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("~$")
}

/// What is asked of the program for one file.
fn request(path: &Path, how: &How) -> Result<Value, Stop> {
    let whole =
        std::path::absolute(path).map_err(|error| Stop::file("file_not_read", path, &error))?;
    fs::File::open(&whole).map_err(|error| Stop::file("file_not_read", path, &error))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut request = json!({ "name": name, "path": whole, "changes": true });
    if let Some(answers) = &how.answers {
        let text = fs::read_to_string(answers)
            .map_err(|error| Stop::file("file_not_read", answers, &error))?;
        let said: Value = serde_json::from_str(&text)
            .map_err(|error| Stop::file("file_not_read", answers, &std::io::Error::other(error)))?;
        said_in(&mut request, said);
    }
    let given = [
        ("ledger", how.kind.as_deref()),
        ("template", how.template.as_deref()),
        ("save_template", how.save_template.as_deref()),
        ("on_duplicate", how.on_duplicate.as_deref()),
    ];
    if let Some(from) = how.problems_from {
        request["problems_from"] = json!(from);
    }
    for (name, value) in given {
        if let Some(value) = value {
            request[name] = json!(value);
        }
    }
    Ok(request)
}

/// A file of answers holds answers alone, or `answers`, `mappings`,
/// `corrections` and `decisions`.
fn said_in(request: &mut Value, said: Value) {
    const PARTS: [&str; 4] = ["answers", "mappings", "corrections", "decisions"];
    if !PARTS.iter().any(|part| said.get(part).is_some()) {
        request["answers"] = said;
        return;
    }
    for part in PARTS {
        if let Some(value) = said.get(part) {
            request[part] = value.clone();
        }
    }
}

/// Refuses a file whose folder is not there before anything is imported.
fn can_write(out: &Path) -> Result<(), Stop> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
    let looked_at = fs::read_dir(folder.unwrap_or(Path::new(".")));
    looked_at.map_err(|error| Stop::file("file_not_written", out, &error))?;
    Ok(())
}

/// Writes the rejected rows of every report that has any: those of the first
/// to `out`, the others beside it with a number behind the name.
fn keep_rejected(reports: &[Value], out: &Path) -> Result<(), Stop> {
    let files = reports.iter().map(|report| &report["rejected_file"]);
    let files = files.filter(|file| file["data"].is_string());
    for (index, file) in files.enumerate() {
        let out = beside(out, index, file["file_name"].as_str().unwrap_or_default());
        let not_written = |error: std::io::Error| Stop::file("file_not_written", &out, &error);
        let data = STANDARD
            .decode(file["data"].as_str().unwrap_or_default())
            .map_err(|error| not_written(std::io::Error::other(error)))?;
        write_whole(&out, &data).map_err(not_written)?;
    }
    Ok(())
}

/// The name of a further file: `out-2.xlsx`, with the ending that its content
/// has.
fn beside(out: &Path, index: usize, named: &str) -> PathBuf {
    let own = Path::new(named).extension().unwrap_or_default();
    let is_text = own == "csv";
    if index == 0 && !is_text {
        return out.to_owned();
    }
    let stem = out.file_stem().unwrap_or_default().to_string_lossy();
    let stem = match index {
        0 => stem.into_owned(),
        _ => format!("{stem}-{}", index + 1),
    };
    let ending = match is_text {
        true => own,
        false => out.extension().unwrap_or(own),
    };
    out.with_file_name(format!("{stem}.{}", ending.to_string_lossy()))
}

/// An empty desk in a folder that goes away.
struct Aside {
    app: App,
    db: PathBuf,
    _folder: tempfile::TempDir,
}

impl Aside {
    async fn new(within: &Path, passphrase: Option<String>) -> Result<Self, Stop> {
        let folder = tempfile::Builder::new()
            .prefix(".suoji-")
            .tempdir_in(within)
            .map_err(|error| Stop::file("file_not_written", within, &error))?;
        let db = folder.path().join("suoji.db");
        let app = App::new(db.clone());
        app.start().await;
        app.call("create_desk", json!({ "passphrase": passphrase }))
            .await?;
        Ok(Self {
            app,
            db,
            _folder: folder,
        })
    }
}

/// Imports the files into a new desk, which comes to stand at `path` when all
/// are in.
async fn create_with(
    session: &Session,
    path: &Path,
    requests: &[Value],
) -> Result<Vec<Value>, Stop> {
    let not_written = |error: std::io::Error| Stop::file("file_not_written", path, &error);
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(not_written)?;
    let aside = Aside::new(folder, given_passphrase()).await?;
    let reports = run(session, &aside.app, requests, false).await;
    aside.app.close().await;
    let reports = reports?;
    if path.exists() {
        let error = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        return Err(not_written(error));
    }
    fs::rename(&aside.db, path).map_err(not_written)?;
    Ok(reports)
}

async fn run(
    session: &Session,
    app: &App,
    requests: &[Value],
    dry_run: bool,
) -> Result<Vec<Value>, Stop> {
    let mut reports = Vec::new();
    for request in requests {
        let mut request = request.clone();
        request["dry_run"] = json!(dry_run);
        reports.push(crate::progress::import(session, app, request).await?);
    }
    Ok(reports)
}

fn waits(report: &Value) -> Undecided {
    let duplicates = report["duplicates"].as_array();
    let questions = report["questions"].as_array();
    // What was supposed meanwhile is said and may be left as it is.
    let open = |question: &Value| question["supposed"].is_null();
    report["rejected"].as_u64().unwrap_or(0) > 0
        || questions.into_iter().flatten().any(open)
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
    text += &unknown_text(session, report);
    let problems = report["problems"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    if !problems.is_empty() {
        text += &problems_text(session, problems);
    }
    text + &more_text(session, &report["more"])
        + &repeats_text(session, report)
        + &questions_text(session, report)
}

/// What was noticed, a row for each.
fn problems_text(session: &Session, problems: &[Value]) -> String {
    let headings = ["level", "sheet", "row", "column", "raw", "reason"];
    let headings = headings.map(|name| session.word(&format!("head.{name}")).to_owned());
    let mut table = Table::new(headings).right(2);
    table.cut = session.on_terminal();
    for problem in problems {
        let part = |name: &str| match &problem[name] {
            Value::Null => String::new(),
            // What is about the whole file stands in no row.
            row if name == "row" && *row == 0 => String::new(),
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
    table.text()
}

/// What a file leaves open, each with the key that an answer is given under.
fn questions_text(session: &Session, report: &Value) -> String {
    let questions = report["questions"].as_array();
    let open = questions.into_iter().flatten();
    let told = open.map(|question| {
        let part = |name: &str| question[name].as_str().unwrap_or_default().to_owned();
        let reason = word(session.language, &format!("problem.{}", part("reason"))).to_owned();
        let choices = question["choices"].as_array();
        let choices = choices.into_iter().flatten().filter_map(Value::as_str);
        let choices: Vec<&str> = choices.collect();
        let key = match question["supposed"].is_null() {
            true => "import.open",
            false => "import.supposed",
        };
        let said = [
            ("head", &*part("head")),
            ("reason", &*reason),
            ("key", &*part("key")),
            ("choices", &*choices.join(" | ")),
            ("supposed", &*part("supposed")),
        ];
        session.sentence(key, &said) + "\n"
    });
    told.collect()
}

/// The columns of each table that no field is of.
fn unknown_text(session: &Session, report: &Value) -> String {
    let tables = report["tables"].as_array();
    let told = tables.into_iter().flatten().filter_map(|table| {
        let columns = table["columns"].as_array().into_iter().flatten();
        let unknown = columns.filter(|column| column["reason"] == "unknown_heading");
        let part =
            |column: &Value, name: &str| column[name].as_str().unwrap_or_default().to_owned();
        let heads: Vec<String> = unknown
            .map(|column| format!("{} {}", part(column, "letter"), part(column, "head")))
            .collect();
        let sheet = table["sheet"].as_str().unwrap_or_default();
        let said = [("sheet", sheet), ("columns", &*heads.join(" | "))];
        (!heads.is_empty()).then(|| session.sentence("import.unknown", &said) + "\n")
    });
    told.collect()
}

/// What becomes of the rows that may repeat a record.
fn repeats_text(session: &Session, report: &Value) -> String {
    let duplicates = report["duplicates"].as_array();
    let decided = duplicates.into_iter().flatten();
    let decided: Vec<&str> = decided
        .filter_map(|duplicate| duplicate["decision"].as_str())
        .collect();
    let told = ["ask", "skip", "update", "new"].map(|decision| {
        let count = decided.iter().filter(|one| **one == decision).count();
        let key = format!("import.repeats.{decision}");
        match count {
            0 => String::new(),
            count => session.sentence(&key, &[("count", &count.to_string())]) + "\n",
        }
    });
    told.concat()
}

/// What a report counts and does not list.
fn more_text(session: &Session, more: &Value) -> String {
    if more.is_null() {
        return String::new();
    }
    let count = |name: &str| more[name].to_string();
    let counts = [
        ("problems", &*count("problems")),
        ("duplicates", &*count("duplicates")),
    ];
    let mut text = session.sentence("import.more", &counts);
    text.push('\n');
    let headings = ["reason", "column", "rows"];
    let headings = headings.map(|name| session.word(&format!("head.{name}")).to_owned());
    let mut table = Table::new(headings).right(2);
    for group in more["groups"].as_array().into_iter().flatten() {
        let reason = format!("problem.{}", group["reason"].as_str().unwrap_or_default());
        table.row([
            word(session.language, &reason),
            group["column"].as_str().unwrap_or_default(),
            &group["count"].to_string(),
        ]);
    }
    text + &table.text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_of_rejected_rows_has_a_name_of_its_own() {
        for (index, named, expected) in [
            (0, "a_未导入.xlsx", "/x/r.xlsx"),
            (1, "b_未导入.xlsx", "/x/r-2.xlsx"),
            (0, "a_未导入.csv", "/x/r.csv"),
            (2, "c_未导入.csv", "/x/r-3.csv"),
        ] {
            let out = beside(Path::new("/x/r.xlsx"), index, named);
            assert_eq!(out, Path::new(expected));
        }
    }

    #[test]
    fn rejected_rows_are_refused_a_place_that_is_not_there() {
        let folder = tempfile::tempdir().expect("folder");
        assert!(can_write(&folder.path().join("r.xlsx")).is_ok());
        assert!(can_write(Path::new("r.xlsx")).is_ok());
        assert!(can_write(&folder.path().join("none/r.xlsx")).is_err());
    }

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
    fn an_open_question_waits_unless_an_answer_was_supposed() {
        for (supposed, expected) in [
            (Value::Null, true),
            (json!("project.total_investment"), false),
        ] {
            let question = json!({ "key": "month:signing:签约年月", "supposed": supposed });
            let report = json!({ "rejected": 0, "questions": [question] });
            assert_eq!(waits(&report), expected, "{report}");
        }
    }
}
