//! What a bench says: one JSON object a line, told as tables.
//!
//! - `{"name", "ours_us", "bare_us", "budget", "spread"}`: ours beside a bare
//!   reference of the same run; the budget is the most that the ratio may be.
//! - `{"name", "ours_us", "limit_us", "spread"}`: a time and the most it may be.
//! - `{"name", "mib", "limit_mib", "spread"}`: memory and the most it may be.
//! - `{"name", "found", "unit", "limit", "spread"}`: any other number; without a
//!   limit it is only told.
//! - `{"words"}`: a sentence.
//!
//! A spread is a distribution in words and may be absent.

use std::fmt::Write as _;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::house::House;
use crate::process;

/// The packages that have benches. They are always named together: what they
/// need is then built once, and not anew for each.
const PACKAGES: [&str; 4] = ["suoji-store", "suoji-app", "suoji-chain", "suoji-tests"];

/// A command about some benches, of whichever packages they are.
pub(super) fn cargo_bench(house: &House, benches: &[&str]) -> Command {
    let mut command = house.cargo();
    command.arg("bench");
    for package in PACKAGES {
        command.args(["--package", package]);
    }
    for bench in benches {
        command.args(["--bench", bench]);
    }
    command
}

/// The lines that a bench prints.
pub(super) fn lines_of(house: &House, bench: &str) -> Result<Vec<Value>> {
    let text = process::capture(&mut cargo_bench(house, &[bench]))?;
    let lines = text.lines().filter(|line| line.starts_with('{'));
    lines
        .map(|line| serde_json::from_str(line).with_context(|| format!("reading {line}")))
        .collect()
}

/// A number with the most that it may be.
pub(super) fn limited(name: &str, found: f64, unit: &str, limit: f64, spread: &str) -> Value {
    json!({"name": name, "found": found, "unit": unit, "limit": limit, "spread": spread})
}

/// All lines as the text of a section.
pub(super) fn tables(lines: &[Value]) -> Result<String> {
    let is_ratio = |line: &&Value| !line["bare_us"].is_null();
    let is_words = |line: &&Value| line["words"].is_string();
    let mut text = String::new();
    let ratios: Vec<&Value> = lines.iter().filter(is_ratio).collect();
    if !ratios.is_empty() {
        text += "| measure | ours | bare | ratio | budget | |\n|---|---:|---:|---:|---:|---|\n";
    }
    for line in &ratios {
        text += &ratio(line)?;
    }
    let rest: Vec<&Value> = lines
        .iter()
        .filter(|line| !is_ratio(line) && !is_words(line))
        .collect();
    if !ratios.is_empty() && !rest.is_empty() {
        text.push('\n');
    }
    if !rest.is_empty() {
        text += "| measure | found | limit | | distribution |\n|---|---:|---:|---|---|\n";
    }
    for line in rest {
        text += &single(line)?;
    }
    text.push('\n');
    for line in &ratios {
        if let Some(spread) = line["spread"].as_str().filter(|spread| !spread.is_empty()) {
            let _ = writeln!(text, "- {}: {spread}", name(line));
        }
    }
    for line in lines.iter().filter(is_words) {
        let _ = writeln!(text, "- {}", line["words"].as_str().unwrap_or_default());
    }
    Ok(text.trim_end().to_owned() + "\n")
}

fn ratio(line: &Value) -> Result<String> {
    let (ours, bare) = (number(line, "ours_us")?, number(line, "bare_us")?);
    let budget = number(line, "budget")?;
    let ratio = ours / bare.max(1.0);
    Ok(format!(
        "| {} | {} | {} | {ratio:.3} | {budget} | {} |\n",
        name(line),
        time(ours),
        time(bare),
        verdict(ratio <= budget),
    ))
}

fn single(line: &Value) -> Result<String> {
    let (found, limit, unit) = if !line["ours_us"].is_null() {
        (
            number(line, "ours_us")?,
            number(line, "limit_us").ok(),
            "µs",
        )
    } else if !line["mib"].is_null() {
        (number(line, "mib")?, number(line, "limit_mib").ok(), "MiB")
    } else {
        let unit = line["unit"].as_str().unwrap_or_default();
        (number(line, "found")?, number(line, "limit").ok(), unit)
    };
    let show = |value: f64| match unit {
        "µs" => time(value),
        _ => format!("{} {unit}", plain(value)).trim_end().to_owned(),
    };
    Ok(format!(
        "| {} | {} | {} | {} | {} |\n",
        name(line),
        show(found),
        limit.map(show).unwrap_or_default(),
        limit
            .map(|limit| verdict(found <= limit))
            .unwrap_or_default(),
        line["spread"].as_str().unwrap_or_default(),
    ))
}

fn name(line: &Value) -> &str {
    line["name"].as_str().unwrap_or_default()
}

fn number(line: &Value, name: &str) -> Result<f64> {
    line[name]
        .as_f64()
        .with_context(|| format!("a measure without {name}: {line}"))
}

fn verdict(kept: bool) -> &'static str {
    if kept { "kept" } else { "missed" }
}

fn time(micros: f64) -> String {
    if micros < 10_000.0 {
        format!("{micros:.0} µs")
    } else {
        format!("{:.0} ms", micros / 1_000.0)
    }
}

/// Three figures, and no more behind the point than these take.
fn plain(value: f64) -> String {
    match value.abs() {
        small if small < 1.0 => format!("{value:.3}"),
        small if small < 10.0 && value.fract() != 0.0 => format!("{value:.2}"),
        small if small < 100.0 && value.fract() != 0.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

/// The middle one.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_line_is_told_with_its_verdict() {
        let lines = [
            json!({"name": "a", "ours_us": 300, "bare_us": 100, "budget": 2.5, "spread": "wide"}),
            json!({"name": "b", "ours_us": 20_000, "limit_us": 50_000}),
            json!({"name": "c", "mib": 605, "limit_mib": 600}),
            json!({"name": "d", "found": 4.25, "unit": "%"}),
            json!({"words": "all of it"}),
        ];
        let text = tables(&lines).unwrap();
        for part in [
            "| a | 300 µs | 100 µs | 3.000 | 2.5 | missed |",
            "| b | 20 ms | 50 ms | kept |  |",
            "| c | 605 MiB | 600 MiB | missed |  |",
            "| d | 4.25 % |  |  |  |",
            "- a: wide",
            "- all of it",
        ] {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
    }

    #[test]
    fn a_line_without_its_number_is_refused() {
        assert!(tables(&[json!({"name": "a", "bare_us": 1})]).is_err());
    }
}
