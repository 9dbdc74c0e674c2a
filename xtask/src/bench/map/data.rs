//! A made-up industry chain of any size, the same at every run: written on a desk
//! for our own map, and as a file for the other libraries.

use std::fmt;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::super::fill::Calls;

/// Rows of one call.
const BATCH: usize = 10_000;
const LAYERS: [&str; 4] = ["upstream", "midstream", "downstream", "support"];
const KINDS: [&str; 5] = ["supplies", "equips", "tests", "recycles", "serves"];
/// What names are made of.
const LETTERS: &str =
    "电机控制器减速曳引导轨门厢安全钳缓冲限速绝缘材料传感模块芯片铜箔隔膜正负极添加剂";

struct Segment {
    name: String,
    /// The place of the one above it.
    parent: Option<usize>,
    layer: &'static str,
}

/// A chain with the enterprises in its segments.
pub(super) struct Chain {
    /// What it is called everywhere.
    pub(super) code: String,
    segments: Vec<Segment>,
    relations: Vec<(usize, usize)>,
    /// The segment of each enterprise.
    firms: Vec<usize>,
}

impl Chain {
    /// A chain of so many segments, about a fourteenth of them at the first level
    /// and a fifth at the second.
    pub(super) fn made(segments: usize, relations: usize, firms: usize) -> Self {
        let mut dice = Dice(segments as u32);
        let (first, second) = (segments.div_ceil(14), segments / 5);
        let made: Vec<Segment> = (0..segments)
            .map(|at| {
                let parent = match at {
                    at if at < first => None,
                    at if at < first + second => Some((at - first) % first),
                    _ => Some(first + dice.throw(second)),
                };
                let letters: Vec<char> = LETTERS.chars().collect();
                let length = 3 + dice.throw(6);
                let name = (0..length).map(|_| letters[dice.throw(letters.len())]);
                Segment {
                    name: name.collect(),
                    parent,
                    layer: "",
                }
            })
            .collect();
        let mut chain = Self {
            code: format!("made{segments}"),
            segments: made,
            relations: Vec::new(),
            firms: Vec::new(),
        };
        for at in 0..segments {
            let layer = match chain.segments[at].parent {
                Some(parent) => chain.segments[parent].layer,
                None => LAYERS[at * LAYERS.len() / first],
            };
            chain.segments[at].layer = layer;
        }
        let leaves: Vec<usize> = (first..segments).filter(|at| chain.is_leaf(*at)).collect();
        let mut leaf = || leaves[dice.throw(leaves.len())];
        while chain.relations.len() < relations {
            let (from, to) = (leaf(), leaf());
            if from != to && !chain.relations.contains(&(from, to)) {
                chain.relations.push((from, to));
            }
        }
        chain.firms = (0..firms).map(|_| leaf()).collect();
        chain
    }

    fn is_leaf(&self, at: usize) -> bool {
        self.segments.iter().all(|one| one.parent != Some(at))
    }

    /// The chain as the page of the other libraries reads it.
    pub(super) fn json(&self) -> Value {
        let segments = self.segments.iter().enumerate().map(|(at, one)| {
            json!({
                "id": format!("s{at}"), "name": one.name, "layer": one.layer,
                "parentId": one.parent.map(|parent| format!("s{parent}")),
            })
        });
        let relation = |(from, to): &(usize, usize)| json!({"from": format!("s{from}"), "to": format!("s{to}")});
        let firms =
            self.firms.iter().enumerate().map(
                |(at, segment)| json!({"segment": format!("s{segment}"), "local": is_local(at)}),
            );
        json!({
            "code": self.code,
            "segments": segments.collect::<Vec<_>>(),
            "relations": self.relations.iter().map(relation).collect::<Vec<_>>(),
            "firms": firms.collect::<Vec<_>>(),
        })
    }

    /// Writes the chain on a desk, among enterprises that are there.
    pub(super) fn write(&self, desk: &Calls, firms: &[String]) -> Result<()> {
        let chain = json!({"name": self.code, "code": self.code});
        let chain = write(desk, "chain", vec![chain])?;
        let mut ids: Vec<String> = Vec::new();
        // Those above first: a row names the one it stands in.
        while ids.len() < self.segments.len() {
            let known = ids.len();
            let ready = |at: &usize| {
                self.segments[*at]
                    .parent
                    .is_none_or(|parent| parent < known)
            };
            let next: Vec<usize> = (known..self.segments.len()).take_while(ready).collect();
            let rows = next.iter().map(|at| {
                let one = &self.segments[*at];
                json!({
                    "name": one.name, "chain": chain[0], "layer": one.layer,
                    "code": format!("{}.{at:04}", self.code), "order_key": format!("{at:04}"),
                    "parent": one.parent.map(|parent| ids[parent].clone()),
                    "must_have": at % 3 == 0,
                })
            });
            ids.extend(write(desk, "segment", rows.collect())?);
        }
        let relations = self.relations.iter().enumerate().map(|(at, (from, to))| {
            json!({
                "from_segment": ids[*from], "to_segment": ids[*to],
                "relation": KINDS[at % KINDS.len()], "critical": at % 9 == 0,
            })
        });
        write(desk, "segment_relation", relations.collect())?;
        let links = self.firms.iter().zip(firms).map(|(segment, firm)| {
            json!({"enterprise": firm, "segment": ids[*segment], "role": "makes", "evidence": "website"})
        });
        write(desk, "enterprise_segment", links.collect()).map(drop)
    }
}

impl fmt::Display for Chain {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (segments, relations) = (self.segments.len(), self.relations.len());
        write!(out, "{segments} segments and {relations} relations")
    }
}

/// Writes so many enterprises and returns their ids.
pub(super) fn firms(desk: &Calls, count: usize) -> Result<Vec<String>> {
    let firm = |at: usize| json!({"name": format!("示例{at}号精密制造有限公司"), "region": "江苏省苏州市", "is_local": is_local(at)});
    write(desk, "enterprise", (0..count).map(firm).collect())
}

/// One in ten stands in the zone.
fn is_local(firm: usize) -> bool {
    firm.is_multiple_of(10)
}

/// Writes rows of a kind and returns their ids.
fn write(desk: &Calls, kind: &str, rows: Vec<Value>) -> Result<Vec<String>> {
    let mut ids = Vec::new();
    for rows in rows.chunks(BATCH) {
        let rows: Vec<Value> = rows
            .iter()
            .map(|values| json!({"values": values}))
            .collect();
        let request = json!({"kind": kind, "intent": "paste", "rows": rows});
        let done = desk.call("write_records", &request)?;
        let written = done["saved"].as_array().context("nothing was written")?;
        ids.extend(
            written
                .iter()
                .filter_map(|row| row["id"].as_str().map(str::to_owned)),
        );
        if let Some(refused) = done["refused"].as_array().and_then(|all| all.first()) {
            anyhow::bail!("{kind}: {refused}");
        }
    }
    Ok(ids)
}

/// Numbers that look random and are the same at every run.
struct Dice(u32);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((u64::from(self.0) * sides as u64) >> 32) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_is_as_large_as_asked_and_the_same_at_every_run() {
        let chain = Chain::made(400, 1_200, 20_000);
        assert_eq!(chain.segments.len(), 400);
        assert_eq!((chain.relations.len(), chain.firms.len()), (1_200, 20_000));
        assert!(chain.firms.iter().all(|at| chain.is_leaf(*at)));
        assert!(chain.segments.iter().all(|one| !one.layer.is_empty()));
        assert_eq!(chain.json(), Chain::made(400, 1_200, 20_000).json());
    }
}
