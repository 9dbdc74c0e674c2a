//! What an import of a large ledger takes.

use std::fmt::Write as _;

use anyhow::Result;
use serde_json::Value;

use super::{Measure, lines_of, measure, number};
use crate::house::House;

/// How an import is measured, for the page.
pub(super) const ABOUT: &str = "- **import**: a signing ledger of 20 columns through the public \
    command with every check, duplicates, provenance, log and search index, against calamine \
    reading all its cells and prepared inserts of what they say into four plain tables with four \
    indexes in one transaction. The second imports as many further rows, compared with 100,000 \
    projects that are there, against the first. Each run is a process of its own.\n";

/// The measures and a line about each peak of memory.
pub(super) fn imports(house: &House) -> Result<(Vec<Measure>, String)> {
    let lines = lines_of(house, "suoji-tests", "import")?;
    let (times, peaks): (Vec<&Value>, Vec<&Value>) =
        lines.iter().partition(|line| line.get("ours_us").is_some());
    let measures: Result<Vec<Measure>> = times.into_iter().map(measure).collect();
    let mut told = String::new();
    for peak in peaks {
        let (mib, limit) = (number(peak, "mib")?, number(peak, "limit_mib")?);
        let verdict = if mib <= limit { "kept" } else { "missed" };
        let name = peak["name"].as_str().unwrap_or_default();
        let _ = writeln!(told, "- {name}: {mib} MiB, limit {limit} MiB, {verdict}");
    }
    Ok((measures?, told))
}
