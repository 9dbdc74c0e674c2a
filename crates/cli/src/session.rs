//! One run of the program: its language, its desk, and how it prints.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use serde_json::{Value, json};
use suoji_app::{App, Language};

use crate::stop::Stop;
use crate::words;

/// The variable that gives the passphrase to a program.
const PASSPHRASE: &str = "SUOJI_PASSPHRASE";

/// One run.
pub(crate) struct Session {
    /// The use cases on the chosen file.
    pub(crate) app: App,
    /// The language of all words.
    pub(crate) language: Language,
    /// Whether replies are printed as JSON.
    pub(crate) json: bool,
}

impl Session {
    /// Runs one command of the app.
    pub(crate) async fn call(&self, name: &str, request: Value) -> Result<Value, Stop> {
        Ok(self.app.call(name, request).await?)
    }

    /// Unlocks the desk when it is encrypted. One that is absent or cannot be
    /// read is left to the command, which is refused with the reason.
    pub(crate) async fn open(&self) -> Result<Value, Stop> {
        let status = self.call("desk_status", json!({})).await?;
        if status["state"] != "locked" {
            return Ok(status);
        }
        let passphrase = self.passphrase("ask.passphrase")?;
        self.call("unlock_desk", json!({ "passphrase": passphrase }))
            .await
    }

    /// The passphrase of the environment, or the one typed on the terminal.
    pub(crate) fn passphrase(&self, question: &'static str) -> Result<String, Stop> {
        if let Some(given) = given_passphrase() {
            return Ok(given);
        }
        if !io::stdin().is_terminal() {
            return Err(Stop::Refused("passphrase_needed", Vec::new()));
        }
        rpassword::prompt_password(self.word(question))
            .map_err(|_| Stop::Refused("passphrase_needed", Vec::new()))
    }

    /// The tag of the language, for the app.
    pub(crate) fn language_tag(&self) -> &'static str {
        match self.language {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        }
    }

    /// One of the command line's own words.
    pub(crate) fn word<'a>(&self, key: &'a str) -> &'a str {
        words::word(self.language, key)
    }

    /// One of the command line's own sentences.
    pub(crate) fn sentence(&self, key: &str, params: &[(&str, &str)]) -> String {
        words::sentence(self.language, key, params)
    }

    /// Prints the reply as JSON, or else the text.
    pub(crate) fn print(&self, reply: &Value, text: impl FnOnce() -> String) -> Result<(), Stop> {
        if self.json {
            say(&format!("{reply}\n"))
        } else {
            say(&text())
        }
    }

    /// Whether a person reads the output.
    pub(crate) fn on_terminal(&self) -> bool {
        io::stdout().is_terminal()
    }
}

/// The passphrase in the environment, unless it is empty.
pub(crate) fn given_passphrase() -> Option<String> {
    std::env::var(PASSPHRASE)
        .ok()
        .filter(|text| !text.is_empty())
}

/// Writes to standard output. A reader that has gone (`| head`) is no failure.
pub(crate) fn say(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Stop::file("file_not_written", Path::new("stdout"), &error))
        }
        _ => Ok(()),
    }
}
