//! The processes of the programs that stories drive.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::window::Window;

/// Whether a program was started on this data file and still runs. One of ours
/// that is ending has no words any more, but may hold files and its name.
pub(super) fn is_open(db: &Path) -> Result<bool> {
    Ok(all()?.iter().any(|process| {
        let stat = process.stat();
        let ending =
            process.words().is_empty() && stat.contains("(suoji-") && !stat.contains(") Z ");
        ending || process.is_of(db)
    }))
}

/// The pages are shown anew when the process that draws them ends. The driver's
/// session is over then, so that the program is ended here.
pub(super) fn pages_outlive_their_process(window: &Window) -> Result<()> {
    let db = window.path();
    let of_desk = all()?.into_iter().filter(|process| process.is_of(&db));
    let desktop = of_desk.max().context("the desktop program runs")?;
    let page = desktop.page()?.context("a process draws its pages")?;
    page.kill()?;
    let after = window.until("another process to draw the pages", || {
        Ok(desktop.page()?.filter(|now| now.0 != page.0))
    });
    desktop.kill()?;
    after.map(|_| ())
}

/// A process, by its number.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Process(u32);

fn all() -> Result<Vec<Process>> {
    let entries = fs::read_dir("/proc")?.flatten();
    let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    Ok(numbers.map(Process).collect())
}

impl Process {
    fn text(&self, file: &str) -> String {
        let path = PathBuf::from(format!("/proc/{}/{file}", self.0));
        // It may end at any moment.
        String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned()
    }

    fn words(&self) -> String {
        self.text("cmdline")
    }

    fn stat(&self) -> String {
        self.text("stat")
    }

    fn is_of(&self, db: &Path) -> bool {
        self.words().contains(&*db.to_string_lossy())
    }

    /// The running process that draws the pages of this program.
    fn page(&self) -> Result<Option<Self>> {
        let mine = format!(" {} ", self.0);
        Ok(all()?.into_iter().find(|process| {
            let stat = process.stat();
            let behind = stat
                .split_once("(WebKitWebProces)")
                .map(|(_, behind)| behind);
            // Its state and then who started it.
            behind.is_some_and(|behind| {
                !behind.starts_with(" Z") && behind.get(2..).is_some_and(|at| at.starts_with(&mine))
            })
        }))
    }

    fn kill(&self) -> Result<()> {
        let killed = Command::new("kill")
            .args(["-KILL", &self.0.to_string()])
            .status()?;
        ensure!(killed.success(), "a process could not be ended");
        Ok(())
    }
}
