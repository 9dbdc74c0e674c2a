//! Host: the program `suoji`, the desk on the command line.
//!
//! It ends with 0 when all was done, 1 when it was refused and nothing was
//! written, 2 when it was called wrongly, and 3 when rows of an import wait
//! for a decision.

mod args;
mod chain;
mod changes;
mod figures;
mod files;
mod help;
mod history;
mod import;
mod keep;
mod kinds;
mod list;
mod periods;
mod progress;
mod session;
mod stop;
mod table;
mod templates;
mod words;

#[cfg(test)]
mod tests;

use std::convert::Infallible;

use clap::FromArgMatches as _;
use clap::error::ErrorKind;
use serde_json::json;
use suoji_app::{App, Language};

use args::{Arguments, Command};
use session::{Session, say};
use stop::Stop;

/// Done.
const DONE: u8 = 0;
/// Refused; nothing was written.
const REFUSED: u8 = 1;
/// Called wrongly.
const USAGE: u8 = 2;
/// Rows wait for a decision.
const UNDECIDED: u8 = 3;

fn main() -> anyhow::Result<Infallible> {
    let typed: Vec<String> = std::env::args_os()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let language = words::language_of(&typed, |name| std::env::var(name).ok());
    let parsed = help::command(language)
        .try_get_matches_from(std::env::args_os())
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => suoji_app::end(not_parsed(&error, language)),
    };
    let json = arguments.json;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let code = runtime.block_on(run(arguments, language));
    suoji_app::end(code.unwrap_or_else(|stop| {
        if json {
            eprintln!("{}", stop.to_json(language));
        } else {
            eprintln!("{}", stop.sentence(language));
        }
        stop.exit_code()
    }))
}

/// Help and version are answers; everything else is a wrong call.
fn not_parsed(error: &clap::Error, language: Language) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let shown = say(&error.render().to_string());
            shown.map_or(REFUSED, |()| DONE)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprint!("{}", error.render());
            USAGE
        }
        _ => {
            eprintln!("{}", help::usage_error(error, language));
            USAGE
        }
    }
}

async fn run(arguments: Arguments, language: Language) -> Result<u8, Stop> {
    match arguments.command {
        Command::Completions { shell } => {
            let mut script = Vec::new();
            let mut command = help::command(language);
            clap_complete::generate(shell, &mut command, "suoji", &mut script);
            say(&String::from_utf8_lossy(&script))?;
            return Ok(DONE);
        }
        Command::Man => {
            let page = help::man_page(language);
            let page =
                page.map_err(|error| Stop::file("file_not_written", "man".as_ref(), &error))?;
            say(&String::from_utf8_lossy(&page))?;
            return Ok(DONE);
        }
        _ => {}
    }
    let named = arguments.db.is_some();
    let path = arguments.db.unwrap_or_else(suoji_app::default_path);
    let path =
        std::path::absolute(&path).map_err(|error| Stop::file("file_not_read", &path, &error))?;
    let app = App::new(path);
    app.start().await;
    let session = Session {
        app: app.clone(),
        language,
        json: arguments.json,
    };
    let code = dispatch(&session, arguments.command, named).await;
    app.close().await;
    code
}

async fn dispatch(session: &Session, command: Command, named: bool) -> Result<u8, Stop> {
    match command {
        Command::New { encrypt } => keep::create(session, encrypt).await?,
        Command::Import {
            files,
            kind,
            template,
            save_template,
            answers,
            on_duplicate,
            rejected,
            problems_from,
            dry_run,
        } => {
            let how = import::How {
                kind,
                template,
                save_template,
                answers,
                on_duplicate,
                rejected,
                problems_from,
                dry_run,
                may_create: named,
            };
            if import::import(session, &files, &how).await? {
                return Ok(UNDECIDED);
            }
        }
        Command::Figures {
            year,
            through,
            rule,
            compare,
            freeze,
        } => {
            let asked = figures::asked(year, through, &rule)?;
            match (compare, freeze) {
                (Some(with), _) => periods::compare(session, asked, with).await?,
                (None, Some(name)) => periods::freeze(session, asked, &name).await?,
                (None, None) => figures::figures(session, asked).await?,
            }
        }
        Command::Frozen { period } => periods::frozen(session, period.as_deref()).await?,
        Command::List {
            kind,
            filter,
            text,
            sort,
            limit,
            offset,
        } => {
            let query = list::Query {
                kind,
                filter,
                text,
                sort,
                limit,
                offset,
            };
            list::list(session, query).await?;
        }
        Command::Show { kind, id } => list::show(session, &kind, &id).await?,
        Command::Search { query, limit } => list::search(session, &query, limit).await?,
        Command::Export {
            kind,
            out,
            template,
            format,
            encoding,
            year,
            filter,
            sort,
            columns,
            unmask,
        } => {
            let how = files::How {
                kind,
                template,
                format,
                encoding,
                year,
                filter,
                sort,
                columns,
                unmask,
            };
            files::export(session, &out, &how).await?;
        }
        Command::Template {
            name,
            kind,
            learn,
            drop,
        } => {
            let asked = templates::Asked {
                name,
                kind,
                learn,
                drop,
            };
            templates::template(session, &asked).await?;
        }
        Command::History { kind, id } => history::history(session, &kind, &id).await?,
        Command::Undo { batch } => history::undo(session, batch).await?,
        Command::Redo => history::step(session, "redo", "redo", json!({})).await?,
        Command::Chain { command } => {
            if !chain::run(session, command, named).await? {
                return Ok(REFUSED);
            }
        }
        Command::Backup { file } => keep::backup(session, &file).await?,
        Command::Restore { file } => keep::restore(session, &file).await?,
        Command::Verify => {
            if !keep::check(session, "verify").await? {
                return Ok(REFUSED);
            }
        }
        Command::Rebuild => {
            if !keep::check(session, "rebuild").await? {
                return Ok(REFUSED);
            }
        }
        // Answered before a desk is opened.
        Command::Completions { .. } | Command::Man => {}
    }
    Ok(DONE)
}
