//! The worked example: a copy of the house gets one more record kind, as
//! ARCHITECTURE.md tells it, and proves that nothing else was needed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::house::House;
use crate::{process, say};

/// The files that a new kind may take: its declaration, the list of kinds, the
/// migration with its fingerprint, and the two languages.
const MOST_FILES: usize = 6;

/// Adds the kind `honour` to a copy and lets the copy prove itself: its
/// declaration matches its database, it has its words, it lives its whole
/// life through the common commands, and a file of the original is migrated
/// with a copy kept, which the original then refuses untouched. Needs the original's
/// program `suoji` built.
///
/// # Errors
/// When any of this does not hold.
pub fn prove(house: &House) -> Result<()> {
    let copy = copy(house)?;
    let touched = add_kind(house, &copy)?;
    say::line(format!("   a new kind took {} files:", touched.len()));
    for file in &touched {
        say::line(format!("   {}", file.display()));
    }
    ensure!(
        touched.len() <= MOST_FILES,
        "that is more than {MOST_FILES}"
    );
    for (package, tests) in [
        ("suoji-model", ["kinds::", "words::"].as_slice()),
        ("suoji-store", &["column::", "migrate::"]),
        ("suoji-tests", &["kinds::every_kind"]),
    ] {
        let mut cargo = cargo(house, &copy);
        cargo.args(["test", "--quiet", "--lib", "--package", package, "--"]);
        process::run(cargo.args(tests))?;
    }
    migrate(house, &copy)
}

/// Copies every tracked file.
fn copy(house: &House) -> Result<PathBuf> {
    let copy = house.target.join("worked-example");
    let _ = std::fs::remove_dir_all(&copy);
    let files = process::capture(Command::new("git").current_dir(&house.root).args([
        "-c",
        "core.quotePath=false",
        "ls-files",
    ]))?;
    for file in files.lines() {
        let (from, to) = (house.root.join(file), copy.join(file));
        // A file that is tracked and was just deleted is no part of the house.
        if from.is_file() {
            std::fs::create_dir_all(to.parent().context("a file without a folder")?)?;
            std::fs::copy(&from, &to).with_context(|| format!("copying {file}"))?;
        }
    }
    // Cargo knows packages by their place in the workspace and their version,
    // not by the workspace's own place: without a version of its own the copy
    // would take the house's parts for its own, and leave its own behind.
    let manifest = copy.join("Cargo.toml");
    let text = std::fs::read_to_string(&manifest)?;
    let (before, after) = text
        .split_once("\nversion = \"")
        .context("the workspace names no version")?;
    let (version, after) = after.split_once('"').context("a version without an end")?;
    let text = format!("{before}\nversion = \"{version}-example\"{after}");
    std::fs::write(&manifest, text)?;
    Ok(copy)
}

/// Puts the kind in; returns the files that were made or changed.
fn add_kind(house: &House, copy: &Path) -> Result<Vec<PathBuf>> {
    let parts = house.root.join("tests/worked_example");
    let mut touched = Vec::new();
    let mut write = |file: &str, text: String| -> Result<()> {
        std::fs::write(copy.join(file), text).with_context(|| format!("writing {file}"))?;
        touched.push(PathBuf::from(file));
        Ok(())
    };
    let part = |name: &str| std::fs::read_to_string(parts.join(name)).context("reading a part");
    write("crates/model/src/kinds/honour.rs", part("honour.rs")?)?;
    let list = "crates/model/src/kinds.rs";
    let text = std::fs::read_to_string(copy.join(list))?;
    let text = text
        .replacen("mod office;", "mod honour;\nmod office;", 1)
        .replacen(
            "pub use office::OFFICE;",
            "pub use honour::HONOUR;\npub use office::OFFICE;",
            1,
        )
        .replacen("    &OFFICE,", "    &HONOUR,\n    &OFFICE,", 1);
    write(list, text)?;
    let number = std::fs::read_dir(copy.join("crates/store/migrations"))?
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|e| e == "sql"))
        .count()
        + 1;
    let migration = format!("crates/store/migrations/{number:04}_honour");
    write(&format!("{migration}.sql"), part("honour.sql")?)?;
    let sum =
        process::capture(Command::new("sha256sum").arg(copy.join(format!("{migration}.sql"))))?;
    let sum = sum.split_whitespace().next().context("no fingerprint")?;
    write(&format!("{migration}.sha256"), format!("{sum}\n"))?;
    for language in ["zh-CN.json", "en.json"] {
        let file = format!("crates/model/words/{language}");
        let mut words: Value = serde_json::from_str(&std::fs::read_to_string(copy.join(&file))?)?;
        merge(&mut words, serde_json::from_str(&part(language)?)?);
        write(&file, serde_json::to_string_pretty(&words)?)?;
    }
    Ok(touched)
}

fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (name, value) in from {
                merge(into.entry(name).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from,
    }
}

/// The version of the files that the tree at `root` writes.
fn migrations(root: &Path) -> Result<usize> {
    let folder = std::fs::read_dir(root.join("crates/store/migrations"))?;
    let is_sql =
        |entry: &std::fs::DirEntry| entry.path().extension().is_some_and(|end| end == "sql");
    Ok(folder.flatten().filter(is_sql).count())
}

/// A file of the original goes through the copy's program and comes back.
fn migrate(house: &House, copy: &Path) -> Result<()> {
    let built = house.programs(false).join("suoji");
    let (original, newer) = (copy.join("suoji-original"), copy.join("suoji-newer"));
    std::fs::copy(&built, &original)?;
    let desk = copy.join("old.db");
    let sample = house.root.join("crates/app/sample/signing-2023.xlsx");
    let suoji = |program: &Path, words: &[&str]| {
        let mut command = Command::new(program);
        command
            .arg("--db")
            .arg(&desk)
            .args(["--language", "en"])
            .args(words);
        command
    };
    // The sample holds a row that waits for a decision: exit code 3.
    let imported = suoji(&original, &["import"]).arg(&sample).output()?;
    ensure!(
        imported.status.code() == Some(3),
        "the sample did not import"
    );

    process::run(cargo(house, copy).args(["build", "--package", "suoji-cli"]))?;
    // The house's own program stands in its place again, for whoever comes next.
    std::fs::rename(&built, &newer)?;
    std::fs::copy(&original, &built)?;
    process::capture(&mut suoji(&newer, &["list", "honour"]))?;
    process::capture(&mut suoji(&newer, &["verify"]))?;
    let version = migrations(&house.root)?;
    ensure!(
        copy.join(format!("old.before-v{version}-upgrade.db"))
            .is_file(),
        "no copy was made before migrating"
    );
    let before = std::fs::read(&desk)?;
    let refused = suoji(&original, &["verify"]).output()?;
    let said = String::from_utf8_lossy(&refused.stderr);
    ensure!(
        refused.status.code() == Some(1) && said.contains("newer version"),
        "the older program did not refuse the newer file: {said}"
    );
    ensure!(
        std::fs::read(&desk)? == before,
        "the refused file was touched"
    );
    Ok(())
}

/// Cargo in the copy, with the house's target folder: what it depends on is
/// built already. The copy's own parts are built once and hardly run, so nothing is
/// gained by making them quick.
fn cargo(house: &House, copy: &Path) -> Command {
    let mut cargo = house.cargo();
    cargo.current_dir(copy);
    cargo.env("CARGO_TARGET_DIR", &house.target);
    cargo.args(["--config", "profile.dev.package.suoji-exchange.opt-level=0"]);
    cargo
}
