//! `chain`: maps of industry chains on the command line.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::Subcommand;
use serde_json::{Value, json};
use suoji_app::{Language, sentence, word};

use crate::figures::list;
use crate::files::write_whole;
use crate::session::{Session, given_passphrase};
use crate::stop::Stop;
use crate::table::Table;

/// One thing to do with chains.
#[derive(Debug, Subcommand)]
pub(crate) enum ChainCommand {
    List,
    Show {
        #[arg(long, value_name = "CHAIN")]
        chain: String,
        #[arg(long, value_name = "SEGMENT")]
        segment: Option<String>,
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
        at: Option<String>,
    },
    Gaps {
        #[arg(long, value_name = "CHAIN")]
        chain: String,
        #[arg(long, value_name = "SEGMENT")]
        segment: Option<String>,
        #[arg(long, value_name = "N")]
        limit: Option<u32>,
    },
    Targets {
        #[arg(long, value_name = "CHAIN")]
        chain: String,
        #[arg(long, value_name = "SEGMENT")]
        segment: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u32,
    },
    Parks {
        #[arg(long, value_name = "CHAIN")]
        chain: Option<String>,
        #[arg(long, value_name = "SEGMENT", requires = "chain")]
        segment: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: u32,
    },
    Place {
        #[arg(value_name = "FILE")]
        scopes: PathBuf,
        #[arg(long, value_name = "CHAIN")]
        chain: Option<String>,
        #[arg(long)]
        save: bool,
    },
    Export {
        #[arg(long, value_name = "CHAIN|all")]
        chain: String,
        #[arg(long, value_name = "SEGMENT")]
        segment: Option<String>,
        #[arg(long, value_name = "svg|png|pdf|xlsx|json|csv",
            value_parser = ["svg", "png", "pdf", "xlsx", "json", "csv"])]
        format: String,
        #[arg(long, value_name = "a0|a1|a2|a3|a4|slides|summary",
            value_parser = ["a0", "a1", "a2", "a3", "a4", "slides", "summary"])]
        paper: Option<String>,
        #[arg(long = "out", value_name = "FILE|FOLDER")]
        to: PathBuf,
    },
    Import {
        #[arg(value_name = "FILE")]
        chain_file: PathBuf,
        #[arg(long)]
        dry_run: bool,
    },
}

/// Runs one command; `false` when nothing could be written because of faults. A desk that
/// is not there yet is made where `may_create` says so: the starter maps need no step before.
pub(crate) async fn run(
    session: &Session,
    command: ChainCommand,
    may_create: bool,
) -> Result<bool, Stop> {
    let status = session.open().await?;
    if may_create && status["state"] == "absent" {
        let request = json!({ "passphrase": given_passphrase() });
        session.call("create_desk", request).await?;
    }
    match command {
        ChainCommand::List => chains(session).await?,
        ChainCommand::Show { chain, segment, at } => show(session, &chain, segment, at).await?,
        ChainCommand::Gaps {
            chain,
            segment,
            limit,
        } => {
            let segment = find(session, &chain, segment).await?;
            let request = json!({ "chain": chain, "segment": segment, "limit": limit });
            let reply = session.call("chain_gaps", request).await?;
            session.print(&reply, || gaps(session, &reply))?;
        }
        ChainCommand::Targets {
            chain,
            segment,
            limit,
        } => {
            let segment = find(session, &chain, segment).await?;
            let request = json!({ "chain": chain, "segment": segment, "limit": limit });
            let mut reply = session.call("chain_targets", request).await?;
            tell_reasons(session, &mut reply["targets"]);
            session.print(&reply, || targets(session, &reply))?;
        }
        ChainCommand::Parks {
            chain,
            segment,
            limit,
        } => {
            let segment = match &chain {
                Some(chain) => find(session, chain, segment).await?,
                None => Value::Null,
            };
            let request = json!({ "chain": chain, "segment": segment, "limit": limit });
            let reply = session.call("chain_parks", request).await?;
            session.print(&reply, || parks(session, &reply))?;
        }
        ChainCommand::Place {
            scopes,
            chain,
            save,
        } => return place(session, &scopes, chain, save).await,
        ChainCommand::Export {
            chain,
            segment,
            format,
            paper,
            to,
        } => {
            let picture = matches!(format.as_str(), "svg" | "png" | "pdf");
            if picture && chain == "all" {
                return Err(Stop::Refused("one_chain_a_picture", vec![]));
            }
            if let Some(paper) = paper.as_ref().filter(|_| !picture) {
                let params = vec![("paper", paper.clone()), ("value", format)];
                return Err(Stop::Usage("paper_without_picture", params));
            }
            let segment = find(session, &chain, segment).await?;
            let mut request = json!({ "chain": chain, "segment": segment, "format": format });
            if picture {
                request["form"] = json!(paper);
                request["language"] = json!(session.language_tag());
            }
            let command = if picture {
                "chain_picture"
            } else {
                "chain_export"
            };
            let reply = session.call(command, request).await?;
            let slides = picture && format != "pdf" && paper.as_deref() == Some("slides");
            export(session, &reply, &to, slides || format == "csv")?;
        }
        ChainCommand::Import {
            chain_file,
            dry_run,
        } => return import(session, &chain_file, dry_run).await,
    }
    Ok(true)
}

/// A day as it is asked for.
fn day(text: &str) -> Result<String, String> {
    let day = text.parse::<chrono::NaiveDate>();
    day.map(|day| day.to_string())
        .map_err(|error| error.to_string())
}

fn head(session: &Session, names: &[&str]) -> Vec<String> {
    let head = |name: &&str| session.word(&format!("head.{name}")).to_owned();
    names.iter().map(head).collect()
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_default()
}

fn number(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        value => value.to_string(),
    }
}

fn percent(value: &Value) -> String {
    value
        .as_f64()
        .map_or_else(String::new, |part| format!("{:.0}%", part * 100.0))
}

/// The id of a segment that is named by code, id, a name in either language or an alias.
async fn find(session: &Session, chain: &str, segment: Option<String>) -> Result<Value, Stop> {
    let Some(named) = segment else {
        return Ok(Value::Null);
    };
    let map = session.call("chain_map", json!({ "chain": chain })).await?;
    let segments = list(&map["segments"]);
    let low = named.trim().to_lowercase();
    let by = |field: &str| {
        let like = |one: &&Value| text(one, field).to_lowercase() == low;
        segments.iter().find(like)
    };
    let also = |one: &&Value| {
        let mut aliases = list(&one["aliases"]).iter().filter_map(Value::as_str);
        aliases.any(|alias| alias.to_lowercase() == low)
    };
    let found = ["code", "id", "name", "name_en"].into_iter().find_map(by);
    let found = found.or_else(|| segments.iter().find(also));
    match found {
        Some(segment) => Ok(segment["id"].clone()),
        None => Err(Stop::Refused("no_such_segment", vec![("value", named)])),
    }
}

/// The name of a chain or segment in the language that is spoken.
fn named<'v>(session: &Session, value: &'v Value) -> &'v str {
    match (session.language, text(value, "name_en")) {
        (Language::Chinese, _) | (_, "") => text(value, "name"),
        (Language::English, name) => name,
    }
}

async fn chains(session: &Session) -> Result<(), Stop> {
    let reply = session.call("chains", json!({})).await?;
    session.print(&reply, || {
        let names = [
            "code",
            "name",
            "segments",
            "local",
            "targets",
            "gaps",
            "completeness",
        ];
        let mut table = Table::new(head(session, &names));
        for column in 2..7 {
            table = table.right(column);
        }
        for chain in list(&reply["chains"]) {
            table.row([
                text(chain, "code").to_owned(),
                named(session, chain).to_owned(),
                number(&chain["segments"]),
                number(&chain["local"]),
                number(&chain["target"]),
                number(&chain["gaps"]),
                percent(&chain["completeness"]["value"]),
            ]);
        }
        table.text()
    })
}

/// The words of a state or layer of a segment.
fn choice<'w>(session: &Session, kind: &str, value: &'w Value, name: &str) -> String {
    let chosen: &'w str = text(value, name);
    let field = if name == "layer" { "layer" } else { "state" };
    word(session.language, &format!("choice.{kind}.{field}.{chosen}")).to_owned()
}

fn state(session: &Session, value: &Value) -> String {
    choice(session, "segment_override", value, "state")
}

async fn show(
    session: &Session,
    chain: &str,
    segment: Option<String>,
    at: Option<String>,
) -> Result<(), Stop> {
    if segment.is_some() {
        let segment = find(session, chain, segment).await?;
        let request = json!({ "segment": segment, "at": at });
        let mut reply = session.call("chain_segment", request).await?;
        let mut wrapped = json!([{ "reasons": reply["why"] }]);
        tell_reasons(session, &mut wrapped);
        reply["why"] = wrapped[0]["reasons"].take();
        return session.print(&reply, || one(session, &reply));
    }
    let map = session
        .call("chain_map", json!({ "chain": chain, "at": at }))
        .await?;
    session.print(&map, || {
        let names = [
            "segment", "layer", "state", "score", "rank", "coverage", "local", "targets",
        ];
        let mut table = Table::new(head(session, &names));
        for column in 3..8 {
            table = table.right(column);
        }
        for segment in list(&map["segments"]) {
            let depth = segment["depth"].as_u64().unwrap_or(0);
            let indent = "  ".repeat(usize::try_from(depth).unwrap_or(0));
            table.row([
                format!("{indent}{}", named(session, segment)),
                choice(session, "segment", segment, "layer"),
                state(session, segment),
                number(&segment["gap"]),
                number(&segment["rank"]),
                percent(&segment["coverage"]),
                number(&segment["total"]["local"]),
                number(&segment["total"]["target"]),
            ]);
        }
        table.text()
    })
}

/// One segment with its firms.
fn one(session: &Session, reply: &Value) -> String {
    let segment = &reply["segment"];
    let mut told = format!(
        "{} · {}\n",
        named(session, segment),
        state(session, segment)
    );
    for reason in list(&reply["why"]) {
        told += &format!("  {}\n", text(reason, "text"));
    }
    let names = ["name", "region", "role", "score", "evidence", "confidence"];
    let mut table = Table::new(head(session, &names)).right(3);
    for firm in list(&reply["firms"]) {
        let word_of = |field: &str| match text(firm, field) {
            "" => String::new(),
            chosen => {
                let key = format!("choice.enterprise_segment.{field}.{chosen}");
                word(session.language, &key).to_owned()
            }
        };
        table.row([
            text(firm, "name").to_owned(),
            text(firm, "region").to_owned(),
            word_of("role"),
            number(&firm["score"]),
            word_of("evidence"),
            word_of("confidence"),
        ]);
    }
    told + &table.text()
}

fn gaps(session: &Session, reply: &Value) -> String {
    let names = [
        "rank", "segment", "state", "score", "coverage", "local", "targets",
    ];
    let mut table = Table::new(head(session, &names));
    for column in [3, 4, 5, 6] {
        table = table.right(column);
    }
    for gap in list(&reply["gaps"]) {
        let path = match session.language {
            Language::English => &gap["path_en"],
            Language::Chinese => &gap["path"],
        };
        let path = list(path).iter().filter_map(Value::as_str);
        let (low, high) = (number(&gap["rank_low"]), number(&gap["rank_high"]));
        table.row([
            format!("{} ({low}–{high})", number(&gap["rank"])),
            path.collect::<Vec<_>>().join(" › "),
            state(session, gap),
            number(&gap["score"]),
            percent(&gap["coverage"]),
            number(&gap["local"]),
            number(&gap["target"]),
        ]);
    }
    table.text()
}

/// Puts the sentence of each reason beside its code.
fn tell_reasons(session: &Session, targets: &mut Value) {
    for target in targets.as_array_mut().into_iter().flatten() {
        for reason in target["reasons"].as_array_mut().into_iter().flatten() {
            let params = reason["params"].as_object().cloned().unwrap_or_default();
            let params = params.iter();
            let params =
                params.map(|(name, value)| (name.as_str(), value.as_str().unwrap_or_default()));
            let key = format!("chain.reason.{}", text(reason, "code"));
            reason["text"] = json!(sentence(session.language, &key, params).trim());
        }
    }
}

fn targets(session: &Session, reply: &Value) -> String {
    let mut table = Table::new(head(session, &["score", "name", "region", "reasons"])).right(0);
    table.cut = session.on_terminal();
    for target in list(&reply["targets"]) {
        let reasons = list(&target["reasons"])
            .iter()
            .map(|reason| text(reason, "text"));
        let score = match target["score"].is_null() {
            true => session.word("chain.too_little").to_owned(),
            false => number(&target["score"]),
        };
        table.row([
            score,
            text(target, "name").to_owned(),
            text(target, "region").to_owned(),
            reasons.collect::<Vec<_>>().join(session.word("list.apart")),
        ]);
    }
    table.text()
}

fn parks(session: &Session, reply: &Value) -> String {
    let names = ["score", "name", "region", "km", "gaps", "targets"];
    let mut table = Table::new(head(session, &names));
    for column in [0, 3, 4, 5] {
        table = table.right(column);
    }
    for park in list(&reply["parks"]) {
        table.row([
            number(&park["score"]),
            text(park, "name").to_owned(),
            text(park, "region").to_owned(),
            number(&park["distance_km"]),
            list(&park["gaps"]).len().to_string(),
            list(&park["targets"]).len().to_string(),
        ]);
    }
    table.text()
}

fn read(path: &Path) -> Result<(String, String), Stop> {
    let bytes = std::fs::read(path).map_err(|error| Stop::file("file_not_read", path, &error))?;
    let name = path.file_name().unwrap_or_default();
    Ok((name.to_string_lossy().into_owned(), STANDARD.encode(bytes)))
}

async fn place(
    session: &Session,
    scopes: &Path,
    chain: Option<String>,
    save: bool,
) -> Result<bool, Stop> {
    let (name, data) = read(scopes)?;
    let request = json!({ "file_name": name, "data": data, "chain": chain });
    let mut reply = session.call("chain_place", request).await?;
    let (lines, wrong) = tell_problems(session, &mut reply["problems"]);
    if save && !wrong {
        // What needs a second look is left to the window.
        let rows = list(&reply["rows"]).iter();
        let sure = rows.filter(|row| row["review"] == false && !list(&row["segments"]).is_empty());
        let rows: Vec<Value> = sure
            .map(|row| {
                let segments = list(&row["segments"]).iter();
                let segments =
                    segments.map(|one| json!({ "segment": one["segment"], "words": one["words"] }));
                json!({
                    "name": row["name"], "uscc": row["uscc"], "region": row["region"],
                    "scope": row["scope"], "enterprise": row["enterprise"],
                    "segments": segments.collect::<Vec<_>>(),
                })
            })
            .collect();
        reply["saved"] = session.call("save_places", json!({ "rows": rows })).await?;
    }
    session.print(&reply, || {
        let mut table = Table::new(head(session, &["row", "name", "segment", "score", "words"]));
        table.cut = session.on_terminal();
        for row in list(&reply["rows"]) {
            let best = &row["segments"][0];
            let words = list(&best["words"]).iter().filter_map(Value::as_str);
            table.row([
                number(&row["row"]),
                text(row, "name").to_owned(),
                named(session, best).to_owned(),
                percent(&best["score"]),
                words.collect::<Vec<_>>().join(session.word("list.comma")),
            ]);
        }
        let counts = ["placed", "review", "unplaced"].map(|name| (name, number(&reply[name])));
        let counts: Vec<_> = counts
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        match wrong {
            true => lines,
            false => lines + &table.text() + &session.sentence("chain.placed", &counts) + "\n",
        }
    })?;
    Ok(!wrong)
}

/// Puts the sentence of each problem beside its code; all of them in lines, and whether
/// any keeps the file from being taken.
fn tell_problems(session: &Session, problems: &mut Value) -> (String, bool) {
    let (mut lines, mut wrong) = (String::new(), false);
    for problem in problems.as_array_mut().into_iter().flatten() {
        let params = problem["params"].as_object().cloned().unwrap_or_default();
        let params = params
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str().unwrap_or_default()));
        let key = format!("chain.problem.{}", text(problem, "code"));
        let told = sentence(session.language, &key, params);
        let sheet = text(problem, "sheet");
        let line = match problem["row"].as_u64() {
            Some(row) => {
                // A list of records is told by its name in words, a sheet by its own.
                let known = format!("kind.{sheet}");
                let kind = match word(session.language, &known) {
                    named if named == known => sheet,
                    named => named,
                };
                let row = row.to_string();
                let params = [("kind", kind), ("row", &row), ("text", &told)];
                session.sentence("chain.problem_at", &params)
            }
            None => told.clone(),
        };
        problem["text"] = json!(told);
        wrong |= problem["error"] == true;
        lines += &(line + "\n");
    }
    (lines, wrong)
}

/// Where a file goes: one that stands alone where it was asked for, those of a series
/// (be there many or one) and what is for a folder under their own names. A series that
/// was asked for as one file stands beside it.
pub(crate) fn place_of(to: &Path, name: &str, series: bool) -> PathBuf {
    let stem = to.extension().and(to.file_stem()).and_then(OsStr::to_str);
    match stem {
        _ if to.is_dir() => to.join(name),
        Some(stem) if series => to.with_file_name(format!("{stem}_{name}")),
        None if series => to.join(name),
        _ => to.to_path_buf(),
    }
}

fn export(session: &Session, reply: &Value, to: &Path, series: bool) -> Result<(), Stop> {
    let files = list(&reply["files"]);
    let mut written = Vec::new();
    for file in files {
        let path = place_of(to, text(file, "name"), series || files.len() > 1);
        let bytes = STANDARD.decode(text(file, "data"));
        let bytes = bytes.map_err(|error| {
            Stop::file("file_not_written", &path, &std::io::Error::other(error))
        })?;
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        folder
            .map_or(Ok(()), std::fs::create_dir_all)
            .and_then(|()| write_whole(&path, &bytes))
            .map_err(|error| Stop::file("file_not_written", &path, &error))?;
        written.push(json!({ "path": path.display().to_string(), "bytes": bytes.len() }));
    }
    let printed = json!({ "files": written });
    session.print(&printed, || {
        let paths = list(&printed["files"])
            .iter()
            .map(|file| text(file, "path"));
        let line = |path: &str| session.sentence("chain.written", &[("path", path)]) + "\n";
        paths.map(line).collect()
    })
}

async fn import(session: &Session, file: &Path, dry_run: bool) -> Result<bool, Stop> {
    let (name, data) = read(file)?;
    let request = json!({ "file_name": name, "data": data, "dry_run": dry_run });
    let mut reply = session.call("chain_import", request).await?;
    let (lines, wrong) = tell_problems(session, &mut reply["problems"]);
    session.print(&reply, || {
        let counts = ["created", "changed", "unchanged"].map(|name| (name, number(&reply[name])));
        let counts: Vec<_> = counts
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let done = match wrong {
            true => session.word("chain.not_imported").to_owned(),
            false => session.sentence("chain.imported", &counts),
        };
        lines + &done + "\n"
    })?;
    Ok(!wrong)
}
