//! One open window of either host, on a data file of its own.

use std::cell::RefCell;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::rc::Rc;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value as Json, json};
use suoji_app::App;
use tempfile::TempDir;
use xtask::webdriver::{Session, by};

use super::process::is_open;
use super::stage::Stage;

/// Where the pages are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Host {
    /// In the desktop program.
    Desktop,
    /// In Chromium, served by `suoji-web`.
    Chromium,
}

/// A window; its controls are reached through [`Session`]. Fields end in this order:
/// the window, then its host, then the file, then the turn.
pub(super) struct Window {
    session: Session,
    /// Which host this is.
    pub(super) host: Host,
    web: RefCell<Option<Web>>,
    folder: Rc<TempDir>,
    stage: Rc<Stage>,
    turn: Rc<Option<File>>,
}

/// The program `suoji-web`; it ends when dropped.
struct Web(Child);

impl Drop for Web {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Window {
    /// Opens a window on a file that is not there yet.
    pub(super) fn open(host: Host, stage: Stage) -> Result<Self> {
        let turn = match host {
            Host::Desktop => {
                let turn = File::create(stage.programs.join("desktop.turn"))?;
                turn.lock().context("waiting for the desktop's driver")?;
                Some(turn)
            }
            Host::Chromium => None,
        };
        let folder = Rc::new(tempfile::tempdir()?);
        Self::start(host, folder, Rc::new(stage), Rc::new(turn))
    }

    fn start(
        host: Host,
        folder: Rc<TempDir>,
        stage: Rc<Stage>,
        turn: Rc<Option<File>>,
    ) -> Result<Self> {
        let db = folder.path().join("desk.db");
        let (session, web) = match host {
            Host::Desktop => {
                let program = stage.program("suoji-desktop");
                let words = ["--db", &db.to_string_lossy()];
                (Session::desktop(&stage.desktop, &program, &words)?, None)
            }
            Host::Chromium => {
                let mut start = Command::new(stage.program("suoji-web"));
                start.arg("--db").arg(&db).stdin(Stdio::null());
                let mut web = Web(start.stdout(Stdio::piped()).spawn()?);
                let out = web.0.stdout.take().context("its output")?;
                let mut address = String::new();
                BufReader::new(out).read_line(&mut address)?;
                let session = Session::chromium(&stage.chromium, &stage.browser, address.trim())?;
                (session, Some(web))
            }
        };
        Ok(Self {
            session,
            host,
            web: RefCell::new(web),
            folder,
            stage,
            turn,
        })
    }

    /// Ends the program as it stands, without a word to it, and starts it again on the
    /// same file. This window is gone then.
    pub(super) fn again(&self) -> Result<Self> {
        self.again_after(|_| Ok(()))
    }

    /// As [`Window::again`]; what happens to the file meanwhile.
    pub(super) fn again_after(&self, meanwhile: fn(&Path) -> Result<()>) -> Result<Self> {
        // The driver kills what it started: the desktop program, or the browser.
        self.ask("DELETE", "", None)?;
        drop(self.web.take());
        let db = self.path();
        self.until("the program to be gone", || {
            Ok((!is_open(&db)?).then_some(()))
        })?;
        meanwhile(&db)?;
        let (folder, stage, turn) = (&self.folder, &self.stage, &self.turn);
        let next = Self::start(self.host, folder.clone(), stage.clone(), turn.clone())?;
        next.resize(1280, 800)?;
        Ok(next)
    }

    /// Forgets what an earlier window remembered, and takes the usual size.
    pub(super) fn start_afresh(&self) -> Result<()> {
        self.wait(&by("gate-create"))?;
        self.script("localStorage.clear()", &[])?;
        self.reload()?;
        self.wait(&by("gate-create"))?;
        self.resize(1280, 800)
    }

    /// The data file.
    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("desk.db")
    }

    /// Runs the command line `suoji` on the same file; it must do what it was told,
    /// though rows may wait for a decision (code 3).
    pub(super) fn suoji(&self, words: &[&str]) -> Result<Json> {
        let mut command = Command::new(self.stage.program("suoji"));
        command.arg("--json").arg("--db").arg(self.path());
        let output = command.args(words).output()?;
        let told = String::from_utf8_lossy(&output.stdout);
        ensure!(
            matches!(output.status.code(), Some(0 | 3)),
            "suoji {words:?}: {} {told} {}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(serde_json::from_str(&told)?)
    }

    /// Calls a command from another program on the same file: this test.
    pub(super) fn elsewhere(&self, name: &str, request: Json) -> Result<Json> {
        let runtime = tokio::runtime::Runtime::new()?;
        runtime.block_on(async {
            let app = App::new(self.path());
            app.start().await;
            let reply = app.call(name, request).await;
            app.close().await;
            reply.map_err(|fault| anyhow::anyhow!("{name}: {fault:?}"))
        })
    }

    /// LibreOffice's program, where it is installed.
    pub(super) fn office(&self) -> Option<PathBuf> {
        self.stage.office.clone()
    }

    /// Saves what the window shows under this name and returns where.
    pub(super) fn picture(&self, name: &str) -> Result<PathBuf> {
        let file = self.picture_file(name);
        self.screenshot(&file)?;
        Ok(file)
    }

    /// Where a picture of this name lies.
    pub(super) fn picture_file(&self, name: &str) -> PathBuf {
        let host = match self.host {
            Host::Desktop => "desktop",
            Host::Chromium => "chromium",
        };
        self.stage.screenshots.join(format!("{name}-{host}.png"))
    }

    /// The last lines the desktop's programs said, this window's or an earlier one's.
    pub(super) fn said(&self) -> String {
        const LINES: usize = 20;
        let log = std::fs::read(&self.stage.driver_log).unwrap_or_default();
        let log = String::from_utf8_lossy(&log).into_owned();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(LINES)..].join("\n")
    }

    /// What a script returns once it returns something else than null.
    pub(super) fn until_script(&self, what: &str, script: &str) -> Result<Json> {
        self.until(what, || {
            let told = self.script(script, &[])?;
            Ok((!told.is_null()).then_some(told))
        })
    }

    /// An attribute of the first match.
    pub(super) fn attribute(&self, selector: &str, name: &str) -> Result<String> {
        self.wait(selector)?;
        let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1])";
        let told = self.script(script, &[json!(selector), json!(name)])?;
        Ok(told.as_str().unwrap_or_default().to_owned())
    }
}

impl Deref for Window {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}
