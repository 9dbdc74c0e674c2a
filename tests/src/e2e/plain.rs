//! Every page passes axe, in both languages and both themes.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value as Json, json};
use xtask::webdriver::by;

use super::pages::PAGES;
use super::window::{Host, Window};

/// Starts axe once the end of what moved is drawn; its findings are left on the window for
/// [`FOUND`].
const START: &str = "
window.axeFound = null;
new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() =>
  axe.run(document, { resultTypes: ['violations'] })).then(
  (told) => (window.axeFound = !told.passes.length ? ['axe looked at nothing'] :
    told.violations.map((one) => ({
      rule: one.id, help: one.help, nodes: one.nodes.map((node) => [node.html, node.failureSummary]),
    }))),
  (error) => (window.axeFound = [String(error)]),
);
";

const FOUND: &str = "return window.axeFound";

/// Whether all that fades or slides has come to its end; what turns for ever may turn.
const SETTLED: &str = "return document.getAnimations().every((one) => \
    one.effect.getComputedTiming().iterations === Infinity || one.playState === 'finished') || null";

/// The pages that are looked at in the desktop too; the rest only in Chromium.
const BOTH: [&str; 2] = ["ledger", "figures"];

pub(super) fn every_page_is_accessible(window: &Window) -> Result<()> {
    let mut found = check(window, "gate without a file")?;
    window.click(&by("gate-create"))?;
    window.wait(&by("gate-sample"))?;
    found.extend(check(window, "gate with an empty file")?);
    window.click(&by("gate-sample"))?;
    window.wait_text(&by("footer-count"), "43")?;
    let id = window.one_in_the_bin()?;
    for language in ["zh-CN", "en"] {
        for theme in ["light", "dark"] {
            window.choose(language, theme)?;
            for page in PAGES {
                if window.host == Host::Chromium || BOTH.contains(&page.0) {
                    window.go_to(page, &id)?;
                    found.extend(check(window, &format!("{} {language} {theme}", page.0))?);
                }
            }
        }
    }
    ensure!(found.is_empty(), "axe found:\n{}", found.join("\n"));
    Ok(())
}

/// Looks at the window as it stands in either theme.
pub(super) fn check_themes(window: &Window, page: &str) -> Result<Vec<String>> {
    const TAKE: &str = "const all = document.documentElement; const before = all.dataset.theme; \
        all.dataset.theme = arguments[0]; return before";
    let mut found = check(window, page)?;
    let before = window.script(TAKE, &[json!("dark")])?;
    found.extend(check(window, &format!("{page}, dark"))?);
    window.script(TAKE, &[before])?;
    Ok(found)
}

pub(super) fn check(window: &Window, page: &str) -> Result<Vec<String>> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&axe).with_context(|| format!("{}", axe.display()))?;
    if window.script("return typeof axe", &[])? != json!("object") {
        window.script(&axe, &[])?;
    }
    window.until_script("what moves to come to rest", SETTLED)?;
    window.script(START, &[])?;
    let told = window.until_script("axe to finish", FOUND)?;
    let told = told.as_array().cloned().unwrap_or_default();
    let line = |one: &Json| format!("{page}: {one:#}");
    Ok(told.iter().map(line).collect())
}
