//! `cargo xtask test`: everything CI checks, in order, the quick ones first.

use std::num::NonZero;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::counts::{self, Counts};
use crate::house::House;
use crate::stage::Stage;
use crate::{example, install, process, say, tidy, ui};

/// The targets of the workspace that are run.
const TARGETS: &[&str] = &["--lib", "--bins", "--tests", "--examples"];

/// Runs every check, goes on after a failed one, and ends with `N passed, N failed`.
/// Returns whether all passed.
pub fn test(house: &House) -> bool {
    let mut run = Run::default();
    run.prepare("System packages", || {
        install::system(&[
            install::BUILD,
            install::STAGE,
            install::BROWSER,
            install::OFFICE,
            install::KEYS,
            install::CHECK,
        ])
    });
    run.check("Format (cargo fmt)", || {
        process::run(house.cargo().args(["fmt", "--all", "--check"]))
    });
    run.check("Tidy (rooms, sizes, words, marks)", || tidy::all(house));
    run.prepare("Packages of the UI (npm ci)", || ui::packages(house));
    run.check("UI lint (eslint, prettier)", || script(house, "lint"));
    run.check("UI types (vue-tsc)", || script(house, "typecheck"));
    run.count("UI tests (vitest)", || vitest(house));
    // The hosts hold the pages inside them, so these come before the Rust code.
    run.check("UI build (vite)", || ui::build(house));
    run.check("Lints (cargo clippy)", || {
        let mut clippy = house.cargo();
        clippy.args(["clippy", "--workspace", "--all-targets", "--keep-going"]);
        process::run(clippy.args(["--", "-D", "warnings"]))
    });
    // Together, so that the tests after this are built of the same parts. Benchmarks are
    // not run here; clippy has read them.
    run.check("Build (programs and tests)", || {
        let mut build = house.cargo();
        process::run(build.args(["build", "--workspace"]).args(TARGETS))
    });
    run.check("Generated types are fresh", || fresh(house));
    let stage = run.prepare("Stage for the windows (Xvfb, drivers)", || stage(house));
    let stage = stage.flatten();
    run.count("Rust tests, stories, both windows", || {
        rust(house, stage.as_ref())
    });
    run.check("Worked example: one more record kind", || {
        example::prove(house)
    });
    drop(stage);
    run.close()
}

fn script(house: &House, name: &str) -> Result<()> {
    if !ui::listen(house, name, &[])?.ok {
        bail!("`npm run {name}` found something");
    }
    Ok(())
}

fn vitest(house: &House) -> Result<Counts> {
    let report = house.target.join("vitest.json");
    // One of an earlier run must not be counted for this one.
    let _ = std::fs::remove_file(&report);
    let file = format!("--outputFile.json={}", report.display());
    let options = ["--reporter=default", "--reporter=json", &file];
    let heard = ui::listen(house, "test", &options)?;
    let report = std::fs::read_to_string(&report).unwrap_or_default();
    Ok(counts::vitest(&report).of_runner(heard.ok))
}

fn fresh(house: &House) -> Result<()> {
    let findings = tidy::generated(house)?;
    tidy::report(&findings)
}

fn stage(house: &House) -> Result<Option<Stage>> {
    if cfg!(target_os = "linux") {
        return Stage::set(house).map(Some);
    }
    say::line("   the windows are only driven on Linux; their stories are left out here");
    Ok(None)
}

/// All Rust tests, with nextest where it is installed. The stories find the
/// programs and drivers through the environment; see `tests/`.
fn rust(house: &House, stage: Option<&Stage>) -> Result<Counts> {
    let with_nextest = install::found("cargo-nextest").is_some();
    let mut tests = house.cargo();
    if with_nextest {
        tests.args(["nextest", "run", "--workspace", "--no-fail-fast"]);
        // A story in a window waits about as long as it works.
        let threads = thread::available_parallelism().map_or(1, NonZero::get) + 1;
        tests.arg(format!("--test-threads={threads}"));
    } else {
        tests.args(["test", "--workspace", "--no-fail-fast"]);
        tests.args(TARGETS);
    }
    if let Some(stage) = stage {
        lend(house, stage, &mut tests);
    }
    let heard = process::listen(&mut tests)?;
    let read = if with_nextest {
        counts::nextest
    } else {
        counts::cargo_test
    };
    Ok(read(&heard.text).of_runner(heard.ok))
}

/// Tells only the stories in the windows, those whose name has `words` in it.
///
/// # Errors
/// When a part cannot be built or a story goes wrong.
pub fn stories(house: &House, words: &[String]) -> Result<()> {
    install::system(&[
        install::BUILD,
        install::STAGE,
        install::BROWSER,
        install::OFFICE,
    ])?;
    ui::packages(house)?;
    ui::build(house)?;
    let mut build = house.cargo();
    build.args(["build", "--workspace", "--bins"]);
    process::run(&mut build)?;
    let stage = Stage::set(house)?;
    let mut tests = house.cargo();
    tests.args(["test", "--package", "suoji-tests", "--lib", "--"]);
    if words.is_empty() {
        tests.arg("e2e::");
    }
    lend(house, &stage, tests.args(words));
    process::run(&mut tests)
}

/// The seam between this tool and the stories that drive windows. With `SUOJI_STAGE`
/// set, a story that finds a part missing fails instead of passing untold.
fn lend(house: &House, stage: &Stage, command: &mut Command) {
    stage.lend(command);
    command.env("SUOJI_STAGE", "1");
    command.env("SUOJI_BIN_DIR", house.programs(false));
    command.env("SUOJI_SCREENSHOTS", house.screenshots());
    command.env("SUOJI_WEBDRIVER", &stage.desktop);
    command.env("SUOJI_DRIVER_LOG", house.driver_log("tauri-driver"));
    if let Some((driver, browser)) = &stage.browser {
        command.env("SUOJI_CHROMEDRIVER", driver);
        command.env("SUOJI_CHROMIUM", browser);
    }
    if let Some(office) = install::found("soffice") {
        command.env("SUOJI_OFFICE", office);
    }
}

/// The steps so far.
#[derive(Default)]
struct Run {
    steps: Vec<(String, Duration, Counts)>,
}

impl Run {
    /// A step that is no test; it is counted only when it fails.
    fn prepare<T>(&mut self, title: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        let mut kept = None;
        self.count(title, || {
            kept = Some(work()?);
            Ok(Counts::default())
        });
        kept
    }

    /// A step that counts as one test.
    fn check(&mut self, title: &str, work: impl FnOnce() -> Result<()>) {
        self.count(title, || work().map(|()| Counts::one(true)));
    }

    /// A step that counts its own tests.
    fn count(&mut self, title: &str, work: impl FnOnce() -> Result<Counts>) {
        let start = Instant::now();
        let mut kept = None;
        let result = say::step(title, || {
            let counts = work()?;
            kept = Some(counts);
            if counts.failed > 0 {
                bail!("{} failed", counts.failed);
            }
            Ok(())
        });
        if let Err(error) = result {
            say::line(format!("   {error:#}"));
        }
        let counts = kept.unwrap_or_else(|| Counts::one(false));
        self.steps.push((title.to_owned(), start.elapsed(), counts));
    }

    /// Prints the table of steps and the closing line; returns whether all passed.
    fn close(&self) -> bool {
        say::line("");
        for (title, time, counts) in &self.steps {
            let word = if counts.failed > 0 { "FAILED" } else { "ok" };
            let time = say::seconds(*time);
            let Counts { passed, failed } = counts;
            say::line(format!(
                "{word:>6}  {time:>12}  {passed:>5} passed {failed:>4} failed  {title}"
            ));
        }
        let sum = self.sum();
        say::line(format!("\n{} passed, {} failed", sum.passed, sum.failed));
        sum.failed == 0
    }

    fn sum(&self) -> Counts {
        let mut sum = Counts::default();
        for (_, _, counts) in &self.steps {
            sum += *counts;
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_is_counted_and_the_next_one_still_runs() {
        let mut run = Run::default();
        run.prepare("quiet when well", || Ok(()));
        assert_eq!(run.sum(), Counts::default());
        run.check("fails", || bail!("on purpose"));
        run.check("runs all the same", || Ok(()));
        assert_eq!(run.prepare("broken", || bail!("on purpose")), None::<()>);
        let counts: Vec<Counts> = run.steps.iter().map(|step| step.2).collect();
        assert_eq!(counts[1], Counts::one(false));
        assert_eq!(counts[2], Counts::one(true));
        assert_eq!(counts[3], Counts::one(false));
        assert_eq!((run.sum().passed, run.sum().failed), (1, 2));
    }
}
