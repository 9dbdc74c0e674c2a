//! An import that shows how far it is, and that Ctrl+C cancels.

use std::io::{IsTerminal as _, Write as _};

use serde_json::{Value, json};
use suoji_app::contract::ImportProgress;
use suoji_app::{App, Event};

use crate::session::Session;
use crate::stop::Stop;

/// What this program calls its one import.
const JOB: &str = "cli";

/// Runs `import_ledger`.
pub(crate) async fn import(
    session: &Session,
    app: &App,
    mut request: Value,
) -> Result<Value, Stop> {
    request["job"] = json!(JOB);
    let mut events = app.events();
    let mut line = Line::default();
    let call = app.call("import_ledger", request);
    // Heard from the beginning: a call may be busy for seconds at a time.
    let interrupt = tokio::signal::ctrl_c();
    tokio::pin!(call, interrupt);
    let report = loop {
        tokio::select! {
            biased;
            // Where no such signal can be heard, the system ends the program.
            Ok(()) = &mut interrupt => {
                interrupt.set(tokio::signal::ctrl_c());
                app.call("cancel_import", json!({ "job": JOB })).await?;
            }
            report = &mut call => break report,
            Some(event) = events.next() => if let Event::ImportProgress(progress) = event {
                line.show(session, &progress);
            },
        }
    };
    line.clear();
    Ok(report?)
}

/// The one line on the terminal that is written over and over.
#[derive(Default)]
struct Line {
    shown: bool,
}

impl Line {
    fn show(&mut self, session: &Session, progress: &ImportProgress) {
        if !std::io::stderr().is_terminal() {
            return;
        }
        let text = text(session, progress);
        // A terminal that is gone needs no news.
        let _ = write!(std::io::stderr(), "\r\u{1b}[K{text}");
        self.shown = true;
    }

    fn clear(&mut self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}

fn text(session: &Session, progress: &ImportProgress) -> String {
    let stage = serde_json::to_value(progress.stage).unwrap_or_default();
    let key = format!("stage.{}", stage.as_str().unwrap_or_default());
    let stage = session.word(&key);
    match (progress.done, progress.total) {
        (0, 0) => stage.to_owned(),
        (done, 0) => format!("{stage} {done}"),
        (done, total) => format!("{stage} {done}/{total}"),
    }
}
