//! `cargo xtask tidy`: the rules of the house that no compiler checks.
//!
//! Each rule is a function from the sources to findings; a finding names the line.

mod floats;
mod imports;
mod marks;
mod rooms;
mod rust_text;
mod sizes;
mod sql;
mod tree;
mod words;

use std::fmt;

use anyhow::{Result, bail};

use crate::house::House;
use crate::{codegen, say};
use tree::Tree;

/// A line that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, from the root.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it and what to do.
    pub message: String,
}

impl Finding {
    fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// All rules, and whether the generated file is fresh.
///
/// # Errors
/// When there is a finding; each is printed.
pub fn tidy(house: &House) -> Result<()> {
    let mut findings = sources(house)?;
    let generated = generated(house);
    if let Ok(stale) = &generated {
        findings.extend_from_slice(stale);
    }
    report(&findings)?;
    generated.map(drop)
}

/// The rules that need nothing built.
///
/// # Errors
/// When there is a finding; each is printed.
pub fn all(house: &House) -> Result<()> {
    report(&sources(house)?)
}

/// Says whether the generated file is what codegen would write now.
///
/// # Errors
/// When `app` does not build.
pub fn generated(house: &House) -> Result<Vec<Finding>> {
    let there = std::fs::read_to_string(house.root.join(codegen::FILE)).unwrap_or_default();
    Ok(stale(&there, &codegen::text(house)?))
}

/// Prints the findings, each as `path:line: message`.
///
/// # Errors
/// When there is one.
pub fn report(findings: &[Finding]) -> Result<()> {
    for finding in findings {
        say::line(finding.to_string());
    }
    match findings.len() {
        0 => Ok(()),
        1 => bail!("1 line is out of order"),
        many => bail!("{many} lines are out of order"),
    }
}

fn sources(house: &House) -> Result<Vec<Finding>> {
    let tree = Tree::of(house)?;
    let mut findings = rooms::check(&tree, &house.metadata);
    findings.extend(imports::check(&tree));
    findings.extend(sql::check(&tree));
    findings.extend(floats::check(&tree));
    findings.extend(sizes::check(&tree));
    findings.extend(words::check(&tree));
    findings.extend(marks::check(&tree));
    findings.sort();
    say::line(format!("   {}", sizes::summary(&tree)));
    Ok(findings)
}

/// Compares line by line, so that the finding shows where they part.
fn stale(there: &str, fresh: &str) -> Vec<Finding> {
    if there == fresh {
        return Vec::new();
    }
    let same = there.lines().zip(fresh.lines());
    let line = same.take_while(|(old, new)| old == new).count() + 1;
    let message = "is not what the command list says now; run `cargo xtask codegen`";
    vec![Finding::new(codegen::FILE, line, message)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stale_generated_file_is_named_with_the_first_line_that_differs() {
        assert_eq!(stale("a\nb\n", "a\nb\n"), []);
        let found = stale("a\nb\n", "a\nc\n");
        assert!(
            found[0]
                .to_string()
                .starts_with("ui/src/bridge/generated.ts:2: is not")
        );
        assert_eq!(stale("", "a\n")[0].line, 1);
    }

    #[test]
    fn a_report_with_a_finding_is_an_error() {
        assert!(report(&[]).is_ok());
        assert!(report(&[Finding::new("a.rs", 1, "wrong")]).is_err());
    }
}
