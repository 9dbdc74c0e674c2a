//! A display nobody looks at, and a message bus nobody else is on.

use std::process::{Command, Stdio};

use anyhow::Result;

use crate::process::Service;

/// A private X server and session bus; both end when this is dropped.
#[derive(Debug)]
pub struct Display {
    _server: Service,
    _bus: Service,
    number: String,
    address: String,
}

impl Display {
    /// Starts both. The server picks a free display number by itself and listens
    /// on no network.
    ///
    /// # Errors
    /// When `Xvfb` or `dbus-daemon` does not start.
    pub fn start() -> Result<Self> {
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1920x1080x24"]);
        server.args(["-nolisten", "tcp", "-noreset"]);
        server.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Service::start("Xvfb", &mut server)?;
        let number = server.first_line()?;

        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--print-address"]);
        bus.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut bus = Service::start("dbus-daemon", &mut bus)?;
        let address = bus.first_line()?;
        Ok(Self {
            _server: server,
            _bus: bus,
            number: format!(":{number}"),
            address,
        })
    }

    /// Lets a command open its windows here. The private bus keeps its single
    /// instance apart from a Suoji this person has open.
    pub fn lend(&self, command: &mut Command) {
        command.env("DISPLAY", &self.number);
        command.env_remove("WAYLAND_DISPLAY");
        command.env("GDK_BACKEND", "x11");
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.address);
        command.env("NO_AT_BRIDGE", "1");
    }
}

/// Whether this person has a display of their own.
#[must_use]
pub fn there_is_one() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}
