//! System packages: on Debian and its children the missing ones are installed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{process, say};

/// What building the desktop program and showing Chinese text takes.
pub const BUILD: &[&str] = &[
    "build-essential",
    "fonts-noto-cjk",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "pkg-config",
];

/// What driving the window without a display takes on top.
pub const STAGE: &[&str] = &["dbus", "webkit2gtk-driver", "xvfb"];

/// What the tests in a browser take on top.
pub const BROWSER: &[&str] = &["chromium", "chromium-driver"];

/// What reads the clipboard's cells on the other side.
pub const OFFICE: &[&str] = &["libreoffice-calc-nogui"];

/// What runs the atlas's own check on what is exported of it.
pub const CHECK: &[&str] = &["python3"];

/// A key store of its own for the tests of passphrases.
pub const KEYS: &[&str] = &["dbus", "gnome-keyring"];

/// Sees to it that the packages of these lists are there.
///
/// Asks `dpkg-query` first, which takes no time and no rights, and says nothing
/// when all are installed. Elsewhere than on Linux nothing is needed from the
/// system; on a Linux without apt the list is named and building goes on.
///
/// # Errors
/// When apt fails, or when this person is not root and there is no `sudo`.
pub fn system(lists: &[&[&str]]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        say::line("   nothing to install from the system here: apt is for Debian only");
        return Ok(());
    }
    let wanted: Vec<&str> = lists.concat();
    if found("dpkg-query").is_none() || found("apt-get").is_none() {
        say::line(format!(
            "   this system has no apt; what these Debian packages hold is needed: {}",
            wanted.join(" ")
        ));
        return Ok(());
    }
    let missing = missing(&wanted, &installed(&wanted)?);
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    say::line(format!("   installing with apt-get: {list}"));
    let mut update = apt(&list)?;
    if process::run(update.args(["-qq", "update"])).is_err() {
        say::line("   apt-get update did not succeed; trying with the lists that are here");
    }
    let mut install = apt(&list)?;
    install.args(["-qq", "install", "-y", "--no-install-recommends"]);
    process::run(install.args(&missing))
}

/// The path of a program that a command of this name would start.
#[must_use]
pub fn found(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut places = std::env::split_paths(&path);
    places.find_map(|folder| Some(folder.join(name)).filter(|file| file.is_file()))
}

fn installed(wanted: &[&str]) -> Result<String> {
    let mut ask = Command::new("dpkg-query");
    ask.args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"]);
    // It ends with 1 as soon as one name is unknown, but lists the others all the same.
    let output = ask.args(wanted).stderr(Stdio::null()).output();
    let output = output.context("asking dpkg-query what is installed")?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn missing<'a>(wanted: &[&'a str], status: &str) -> Vec<&'a str> {
    let there: BTreeSet<&str> = status
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .collect();
    let absent = wanted.iter().filter(|name| !there.contains(**name));
    absent.copied().collect()
}

fn apt(list: &str) -> Result<Command> {
    let settings = ["DEBIAN_FRONTEND=noninteractive", "apt-get"];
    let mut command;
    if am_root() {
        command = Command::new("env");
    } else if let Some(sudo) = found("sudo") {
        command = Command::new(sudo);
    } else {
        bail!(
            "these packages are missing, and without root or sudo they cannot be installed: {list}"
        );
    }
    command
        .args(settings)
        .args(["-o", "Acquire::Retries=3", "-o", "Dpkg::Use-Pty=0"]);
    Ok(command)
}

#[cfg(unix)]
fn am_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(not(unix))]
fn am_root() -> bool {
    false
}

/// Where `cargo install --root` puts programs that only this tool uses.
#[must_use]
pub fn tools(target: &Path) -> PathBuf {
    target.join("tools")
}

/// The first version of tauri-driver that is known to work; later 2.x ones may be used.
const TAURI_DRIVER: &str = "^2.1.0";

/// Sees to it that `tauri-driver` is there and returns its path.
///
/// It is built once into a folder of its own under the target folder.
///
/// # Errors
/// When Cargo cannot build it.
pub fn tauri_driver(house: &crate::house::House) -> Result<PathBuf> {
    let root = tools(&house.target);
    let program = root.join("bin").join("tauri-driver");
    if !program.is_file() {
        say::line("   building tauri-driver, once");
        let mut install = house.cargo();
        install.args(["install", "tauri-driver", "--locked", "--version"]);
        install.arg(TAURI_DRIVER).arg("--root").arg(&root);
        process::run(&mut install)?;
    }
    Ok(program)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_fully_installed_counts_as_there() {
        let status = "xvfb installed\ndbus config-files\n";
        assert_eq!(
            missing(&["dbus", "xvfb", "chromium"], status),
            ["dbus", "chromium"]
        );
    }

    #[test]
    fn a_program_on_the_path_is_found() {
        assert!(found(if cfg!(windows) { "cmd.exe" } else { "sh" }).is_some());
        assert!(found("no-such-program-of-ours").is_none());
    }
}
