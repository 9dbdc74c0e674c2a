//! What was found, as lines of the report.

use serde_json::{Value, json};

use super::data::Chain;
use super::others::LIBRARIES;
use super::{Found, Host};
use crate::bench::line::limited;

const KIB: f64 = 1_024.0;

/// Our map of a chain beside the others of the same run.
pub(super) fn lines(host: Host, chain: &Chain, ours: &Found, others: &[Found]) -> Vec<Value> {
    let what = format!("{chain}, {}", host.name());
    let beside = |name: &str, budget: f64, take: fn(&Found) -> f64| {
        let (at, least) = fastest(others, take);
        json!({
            "name": format!("{name}, {what}, beside {}", LIBRARIES[at].1),
            "ours_us": take(ours) * 1_000.0,
            "bare_us": least * 1_000.0,
            "budget": budget,
            "spread": format!("ours {:.1} ms; {}", take(ours), told(others, take, "ms")),
        })
    };
    let time = |name: &str, limit_ms: f64, take: fn(&Found) -> f64| {
        json!({
            "name": format!("{name}, {what}"),
            "ours_us": take(ours) * 1_000.0,
            "limit_us": limit_ms * 1_000.0,
            "spread": told(others, take, "ms"),
        })
    };
    let mut lines = vec![
        beside("processor time of a frame", 0.25, |found| found.cpu),
        beside("first paint", 0.2, |found| found.paint),
        time("mean frame", 20.0, |found| found.frames.mean()),
        time("frame, p95", 40.0, |found| found.frames.at(95)),
    ];
    let idle: fn(&Found) -> f64 = |found| found.idle * 100.0;
    let name = format!("a processor while nothing moves, {what}");
    lines.push(limited(
        &name,
        idle(ours),
        "%",
        1.0,
        &told(others, idle, "%"),
    ));
    if ours.heap.is_some() {
        let heap: fn(&Found) -> f64 = |found| found.heap.unwrap_or_default() / KIB / KIB;
        let name = format!("heap, {what}");
        lines.push(limited(
            &name,
            heap(ours),
            "MiB",
            20.0,
            &told(others, heap, "MiB"),
        ));
        let code: fn(&Found) -> f64 = |found| found.code as f64 / KIB;
        let name = format!("code, compressed, {what}");
        lines.push(limited(
            &name,
            code(ours),
            "KiB",
            45.0,
            &told(others, code, "KiB"),
        ));
    }
    lines
}

/// The place and the number of the least.
fn fastest(others: &[Found], take: fn(&Found) -> f64) -> (usize, f64) {
    let numbers = others.iter().map(take).enumerate();
    let least = numbers.min_by(|(_, one), (_, other)| one.total_cmp(other));
    least.unwrap_or((0, f64::MAX))
}

/// The same of each library.
fn told(others: &[Found], take: fn(&Found) -> f64, unit: &str) -> String {
    let one =
        |((_, name), found): (&(&str, &str), &Found)| format!("{name} {:.1} {unit}", take(found));
    let all: Vec<String> = LIBRARIES.iter().zip(others).map(one).collect();
    all.join(", ")
}
