//! What `cargo xtask` lends the stories, found in the environment.

use std::env;
use std::path::PathBuf;

/// The programs and drivers the stories use.
pub(super) struct Stage {
    /// The folder with `suoji`, `suoji-desktop` and `suoji-web`.
    pub(super) programs: PathBuf,
    /// The address of tauri-driver; it holds one session at a time.
    pub(super) desktop: String,
    /// What it and the programs it started said, all since the stage was set.
    pub(super) driver_log: PathBuf,
    /// The address of chromedriver.
    pub(super) chromium: String,
    /// The browser it starts.
    pub(super) browser: PathBuf,
    /// LibreOffice, where it is installed.
    pub(super) office: Option<PathBuf>,
    /// Where pictures go.
    pub(super) screenshots: PathBuf,
}

impl Stage {
    /// The stage, or nothing where none is set. On a stage, a part that is missing
    /// is a failure: stories must not pass there by not being told.
    pub(super) fn lent() -> Option<Self> {
        env::var_os("SUOJI_STAGE")?;
        let word =
            |name: &str| env::var(name).unwrap_or_else(|_| panic!("the stage has no {name}"));
        Some(Self {
            programs: word("SUOJI_BIN_DIR").into(),
            desktop: word("SUOJI_WEBDRIVER"),
            driver_log: word("SUOJI_DRIVER_LOG").into(),
            chromium: word("SUOJI_CHROMEDRIVER"),
            browser: word("SUOJI_CHROMIUM").into(),
            office: env::var_os("SUOJI_OFFICE").map(PathBuf::from),
            screenshots: word("SUOJI_SCREENSHOTS").into(),
        })
    }

    /// One of the built programs.
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.programs
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }
}
