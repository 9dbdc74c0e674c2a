//! `cargo xtask run`: from a fresh clone to the open window.

use std::process::Command;

use anyhow::Result;

use crate::display;
use crate::house::House;
use crate::stage::Stage;
use crate::webdriver::{Session, by};
use crate::{install, process, say, ui};

/// Installs and builds what is missing, then opens the window.
///
/// `words` are the words after `run`: `--release` builds the fast program, all
/// others go to the program (`--db FILE`). Where there is no display, the program
/// is shown on a private one, driven to the ledger and photographed.
///
/// # Errors
/// When a step fails; the steps before it stay done.
pub fn run(house: &House, words: &[String]) -> Result<()> {
    let release = words.iter().any(|word| word == "--release");
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let words: Vec<&str> = words.into_iter().filter(|w| *w != "--release").collect();
    let seen = display::there_is_one();

    say::step("System packages", || {
        let stage: &[&str] = if seen { &[] } else { install::STAGE };
        install::system(&[install::BUILD, stage])
    })?;
    say::step("Packages of the UI", || ui::packages(house))?;
    say::step("Pages of the UI", || ui::build(house))?;
    say::step("The desktop program", || {
        let mut build = house.cargo();
        build.args(["build", "--package", "suoji-desktop"]);
        if release {
            build.arg("--release");
        }
        process::run(&mut build)
    })?;
    if seen {
        say::line("── The window is open; this command ends when it is closed");
        return process::run(Command::new(house.desktop(release)).args(words));
    }
    say::step("No display here: the window on a private one", || {
        photograph(house, release)
    })
}

/// Drives the program to the sample's ledger and saves a picture of it.
fn photograph(house: &House, release: bool) -> Result<()> {
    let stage = Stage::set(house)?;
    let db = stage.home().join("sample.desk");
    let window = Session::desktop(
        &stage.desktop,
        &house.desktop(release),
        &["--db", &db.to_string_lossy()],
    )?;
    let file = house.screenshots().join("ledger.png");
    let driven = to_the_ledger(&window).and_then(|()| window.still());
    window.screenshot(&file)?;
    say::line(format!("   screenshot: {}", file.display()));
    driven
}

fn to_the_ledger(window: &Session) -> Result<()> {
    window.resize(1280, 800)?;
    window.click(&by("gate-create"))?;
    say::line("   made a desk file in a throw-away folder");
    window.click(&by("gate-sample"))?;
    window.wait(&by("grid-row"))?;
    window.wait(&by("nav-sheet"))?;
    window.wait(&by("export"))?;
    let rows = window.count(&by("grid-row"))?;
    say::line(format!(
        "   loaded the sample zone: {rows} rows in the window"
    ));
    Ok(())
}
