//! The stage: a private display with drivers, on which Suoji's windows are driven.
//!
//! Everything on it is private and ends with it: display, session bus, drivers,
//! windows, and the home folder the programs see. All ports are loopback ones the
//! system picked.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::display::Display;
use crate::house::House;
use crate::install;
use crate::process::Service;
use crate::webdriver;

/// How long a driver may take to answer for the first time.
const PATIENCE: Duration = Duration::from_secs(20);

/// A display, a home folder and the drivers on them. Fields end in this order.
#[derive(Debug)]
pub struct Stage {
    drivers: Vec<Service>,
    /// The address of tauri-driver. It holds one session at a time.
    pub desktop: String,
    /// The address of chromedriver and the browser it starts, where both are installed.
    pub browser: Option<(String, PathBuf)>,
    display: Display,
    home: TempDir,
    buffers: Buffers,
    browser_driver: Option<u32>,
}

/// Whether WebKit draws a window through buffers that it shares with the display.
#[derive(Debug, Clone, Copy)]
enum Buffers {
    Shared,
    /// As the program decides for itself.
    Chosen,
    Apart,
}

impl Stage {
    /// Sets the stage. Needs the packages of [`install::STAGE`].
    ///
    /// # Errors
    /// When a part does not start.
    pub fn set(house: &House) -> Result<Self> {
        Self::raise(house, Buffers::Shared)
    }

    /// A stage on which windows draw as they do for a person without a graphics card;
    /// no picture of them can be taken. Needs what [`Stage::set`] needs.
    ///
    /// # Errors
    /// When a part does not start.
    pub fn without_pictures(house: &House) -> Result<Self> {
        Self::raise(house, Buffers::Chosen)
    }

    /// A stage on which every program draws as ours does without a graphics card, also
    /// one that would not choose to. Needs what [`Stage::set`] needs.
    ///
    /// # Errors
    /// When a part does not start.
    pub fn without_buffers(house: &House) -> Result<Self> {
        Self::raise(house, Buffers::Apart)
    }

    fn raise(house: &House, buffers: Buffers) -> Result<Self> {
        let tauri_driver = install::tauri_driver(house)?;
        let temporary = house.target.join("tmp");
        std::fs::create_dir_all(&temporary)?;
        let home = tempfile::Builder::new()
            .prefix("stage-")
            .tempdir_in(temporary)
            .context("making a home folder for the stage")?;
        let downloads = home.path().join("downloads");
        let config = home.path().join("config");
        std::fs::create_dir_all(&downloads)?;
        std::fs::create_dir_all(&config)?;
        let line = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
        std::fs::write(config.join("user-dirs.dirs"), line)?;
        let mut stage = Self {
            drivers: Vec::new(),
            desktop: String::new(),
            browser: None,
            display: Display::start()?,
            home,
            buffers,
            browser_driver: None,
        };
        stage.desktop = stage.tauri_driver(house, &tauri_driver)?;
        if let (Some(driver), Some(browser)) =
            (install::found("chromedriver"), install::found("chromium"))
        {
            stage.browser = Some((stage.chromedriver(house, &driver)?, browser));
            stage.browser_driver = stage.drivers.last().map(|service| service.child.id());
        }
        Ok(stage)
    }

    /// The address of chromedriver and the browser it starts.
    ///
    /// # Errors
    /// When they are not installed.
    pub fn chromium(&self) -> Result<(&str, &Path)> {
        let found = self.browser.as_ref();
        let (driver, browser) = found.context("Chromium and chromedriver are not installed")?;
        Ok((driver, browser))
    }

    /// The process of chromedriver, whose children the browser's are.
    #[must_use]
    pub fn browser_driver(&self) -> Option<u32> {
        self.browser_driver
    }

    /// The home folder of the programs on this stage.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Lets a command run on this stage: its display and bus, and a home folder in
    /// which nothing of this person's is found or left.
    pub fn lend(&self, command: &mut Command) {
        self.display.lend(command);
        let home = self.home.path();
        command.env("SUOJI_DATA_DIR", home.join("data"));
        command.env("XDG_DATA_HOME", home.join("share"));
        command.env("XDG_CONFIG_HOME", home.join("config"));
        command.env("XDG_CACHE_HOME", home.join("cache"));
        // Without its shared buffers WebKit gives no picture of a window on Xvfb; said
        // outright, so that the program does not switch them off by itself.
        const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
        match self.buffers {
            // Painting by several threads through Mesa's software GL has crashed pages.
            Buffers::Shared => command
                .env(SWITCH, "0")
                .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1"),
            Buffers::Chosen => command.env_remove(SWITCH),
            Buffers::Apart => command.env(SWITCH, "1"),
        };
        command.env_remove("WEBKIT_DISABLE_COMPOSITING_MODE");
        // The words of the system's own dialogs do not depend on this person's language.
        command.env("LC_ALL", "C.UTF-8");
    }

    fn tauri_driver(&mut self, house: &House, program: &Path) -> Result<String> {
        let native = install::found("WebKitWebDriver")
            .context("WebKitWebDriver is not installed (Debian's webkit2gtk-driver)")?;
        let (port, inner) = (free_port()?, free_port()?);
        let mut command = Command::new(program);
        command.args(["--port", &port.to_string()]);
        command.args(["--native-port", &inner.to_string()]);
        command.arg("--native-driver").arg(native);
        self.driver(&house.driver_log("tauri-driver"), command, port)
    }

    fn chromedriver(&mut self, house: &House, program: &Path) -> Result<String> {
        let port = free_port()?;
        let mut command = Command::new(program);
        command.arg(format!("--port={port}"));
        self.driver(&house.driver_log("chromedriver"), command, port)
    }

    fn driver(&mut self, log: &Path, mut command: Command, port: u16) -> Result<String> {
        self.lend(&mut command);
        std::fs::create_dir_all(log.with_file_name(""))?;
        let heard = File::create(log).with_context(|| format!("making {}", log.display()))?;
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command.stderr(heard);
        let name = log.file_stem().unwrap_or_default().to_string_lossy();
        let mut service = Service::start(&name, &mut command)?;
        let address = format!("http://127.0.0.1:{port}");
        service.until(PATIENCE, || webdriver::ready(&address).then_some(()))?;
        self.drivers.push(service);
        Ok(address)
    }
}

/// A loopback port that is free now.
///
/// # Errors
/// When the system has none.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("looking for a free port")?;
    Ok(listener.local_addr()?.port())
}
