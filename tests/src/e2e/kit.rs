//! The sheet with every part of the window in every state, against approved pictures.

use anyhow::{Result, ensure};
use xtask::webdriver::{by, key};

use super::picture::compare;
use super::window::Window;

/// What opens: a name, what opens it, and what is then there.
const OPENED: [(&str, &str, &str); 7] = [
    ("menu", "kit-menu", "[data-testid=\"menu\"]"),
    (
        "select",
        "kit-select-rest",
        "[role=\"listbox\"]:not([tabindex=\"0\"])",
    ),
    ("popover", "kit-popover", ".kit-popover"),
    ("help", "kit-help", ".kit-popover"),
    ("search", "kit-search", ".kit-popover"),
    ("dialog", "kit-dialog", "[data-testid=\"kit-dialog-open\"]"),
    ("tip", "kit-tip", "[data-testid=\"tip\"]"),
];

/// What is edited in the grid: a name, its column, the keys, and what is then there.
const GRID: [(&str, usize, &str, &str); 3] = [
    ("reading", 1, "8.4", ".box.editing .reading"),
    ("options", 2, "\u{E032}", ".box.editing .options"),
    ("calendar", 3, "\u{E00A}\u{E015}", ".box.picking .calendar"),
];

pub(super) fn every_part_looks_as_approved(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.go("#/settings")?;
    window.click(&by("setting-still"))?;
    let mut wrong = Vec::new();
    for language in ["zh-CN", "en"] {
        for theme in ["light", "dark"] {
            window.choose(language, theme)?;
            wrong.extend(sheet(window, &format!("{theme}-{language}"))?);
        }
    }
    window.choose("zh-CN", "light")?;
    window.click(&by("setting-density-compact"))?;
    wrong.extend(sheet(window, "light-zh-CN-compact")?);
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// Compares the sheet and all that opens from it; what looks wrong is returned.
fn sheet(window: &Window, look: &str) -> Result<Vec<String>> {
    window.resize(1280, 800)?;
    window.go("#/kit")?;
    window.wait(&by("kit-tip"))?;
    let mut wrong = Vec::new();
    for (name, opener, opened) in OPENED {
        let name = format!("kit-{name}-{look}");
        if opener == "kit-tip" {
            window.point_at(&by(opener))?;
        } else {
            window.click(&by(opener))?;
        }
        wrong.extend(one(window, opened, &name)?);
        window.keys(&String::from(key::ESCAPE))?;
        window.wait_gone(opened)?;
    }
    for (what, col, opens, opened) in GRID {
        window.click(&format!(
            "{} [data-row='1'] [data-col='{col}']",
            by("kit-grid")
        ))?;
        window.keys(opens)?;
        window.wait(opened)?;
        wrong.extend(one(
            window,
            &by("kit-grid"),
            &format!("kit-grid-{what}-{look}"),
        )?);
        window.keys(&String::from(key::ESCAPE))?;
        window.wait_gone(opened)?;
    }
    // High enough that the whole sheet is in view.
    let height = "return document.querySelector('[data-testid=kit]').scrollHeight + 130";
    let height = window.script(height, &[])?.as_i64().unwrap_or(800);
    window.resize(1280, height)?;
    window.point_at("h1")?;
    wrong.extend(one(window, &by("kit"), &format!("kit-{look}"))?);
    Ok(wrong)
}

fn one(window: &Window, selector: &str, name: &str) -> Result<Option<String>> {
    window.wait(selector)?;
    window.still()?;
    let file = window.picture_file(name);
    window.screenshot_of(selector, &file)?;
    Ok(compare(&file, name).err().map(|error| format!("{error:#}")))
}
