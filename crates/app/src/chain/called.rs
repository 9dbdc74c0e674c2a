//! Which segment of a map ledgers mean that name chain and segment in words
//! (产业链, 环节).

use std::collections::HashMap;

use serde_json::json;
use suoji_model::kinds::{CHAIN, LEAD, PROJECT, SEGMENT};
use suoji_model::log::{Intent, Values};
use suoji_model::{Kind, uscc};
use suoji_store::{Batch, Desk, Query, Record, Write};
use uuid::Uuid;

use super::book::text;
use crate::desks::me;
use crate::fault::Fault;

/// Shorter words name no part of a longer name.
const SHORTEST: usize = 2;

/// How a segment is called so; the surer way holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Keyword,
    Name,
}

/// What the chains and segments of a desk are called.
#[derive(Debug, Default)]
pub(crate) struct Called {
    /// Chains with their names and aliases.
    chains: Vec<(Uuid, Vec<String>)>,
    /// Segments by chain and word; `None` where several are called so.
    words: HashMap<(Uuid, String), (How, Option<Uuid>)>,
    /// The names of a chain's segments.
    names: HashMap<Uuid, Vec<(String, Uuid)>>,
}

impl Called {
    /// Reads what they are called.
    pub(crate) async fn read(desk: &Desk) -> Result<Self, Fault> {
        let mut called = Self::default();
        for chain in all(desk, &CHAIN).await? {
            let names = words(&chain.values, &["name", "aliases"]).collect();
            called.chains.push((chain.id, names));
        }
        for segment in all(desk, &SEGMENT).await? {
            let Ok(chain) = Uuid::parse_str(text(&segment.values, "chain")) else {
                continue;
            };
            let names = called.names.entry(chain).or_default();
            names.extend(words(&segment.values, &["name"]).map(|name| (name, segment.id)));
            for (fields, how) in [
                (["name", "aliases"].as_slice(), How::Name),
                (&["keywords"], How::Keyword),
            ] {
                for word in words(&segment.values, fields) {
                    called.file((chain, word), how, segment.id);
                }
            }
        }
        Ok(called)
    }

    fn file(&mut self, word: (Uuid, String), how: How, segment: Uuid) {
        let known = self.words.entry(word).or_insert((how, Some(segment)));
        if known.0 < how {
            *known = (how, Some(segment));
        } else if known.0 == how && known.1 != Some(segment) {
            known.1 = None;
        }
    }

    /// The one segment that these words mean; `None` where they may mean none
    /// or several.
    pub(crate) fn find(&self, chain: &str, node: &str) -> Option<Uuid> {
        let (chain, node) = (self.chain(&fold(chain))?, fold(node));
        if let Some((_, segment)) = self.words.get(&(chain, node.clone())) {
            return *segment;
        }
        let names = self.names.get(&chain)?.iter();
        let mut parts = names.filter(|(name, _)| is_part(&node, name));
        let (_, first) = parts.next()?;
        parts.next().is_none().then_some(*first)
    }

    /// The one chain that is called so, wholly or in part.
    fn chain(&self, named: &str) -> Option<Uuid> {
        let so = |names: &[String]| names.iter().any(|name| name == named);
        let nearly = |names: &[String]| names.iter().any(|name| is_part(named, name));
        let only = |fits: &dyn Fn(&[String]) -> bool| {
            let mut found = self.chains.iter().filter(|(_, names)| fits(names));
            let (first, _) = found.next()?;
            found.next().is_none().then_some(*first)
        };
        only(&so).or_else(|| only(&nearly))
    }
}

/// Puts projects and leads on the map that name their segment in words alone.
pub(super) async fn put_on_map(desk: &Desk) -> Result<(), Fault> {
    let called = Called::read(desk).await?;
    let mut writes = Vec::new();
    for kind in [&PROJECT, &LEAD] {
        for record in all(desk, kind).await? {
            if record.values.contains_key(SEGMENT.name) {
                continue;
            }
            let word = |field| text(&record.values, field);
            if let Some(segment) = called.find(word("chain"), word("chain_node")) {
                let set = Values::from_iter([(SEGMENT.name.to_owned(), json!(segment))]);
                writes.push(Write::edit(kind, record.id, record.version, set));
            }
        }
    }
    if !writes.is_empty() {
        desk.commit(Batch::new(Intent::Setup, me(desk).await?, writes))
            .await?;
    }
    Ok(())
}

async fn all(desk: &Desk, kind: &'static Kind) -> Result<Vec<Record>, Fault> {
    let query = Query {
        limit: u32::MAX,
        ..Query::default()
    };
    Ok(desk.select(kind, &query).await?.rows)
}

/// The folded texts of these fields: one, or those of a list.
fn words<'v>(values: &'v Values, fields: &'v [&str]) -> impl Iterator<Item = String> + 'v {
    fields.iter().flat_map(|field| {
        let value = values.get(*field);
        let one = value.and_then(|value| value.as_str());
        let list = value.and_then(|value| value.as_array());
        let list = list.into_iter().flatten().filter_map(|item| item.as_str());
        one.into_iter().chain(list).map(fold)
    })
}

fn fold(text: &str) -> String {
    uscc::normalise(text)
}

/// Whether a word is a part of a longer name.
fn is_part(word: &str, name: &str) -> bool {
    word.chars().count() >= SHORTEST && name.contains(word)
}

#[cfg(test)]
mod tests {
    use super::super::starter;
    use super::*;

    async fn fresh() -> (tempfile::TempDir, Desk) {
        let folder = tempfile::tempdir().expect("folder");
        let desk = Desk::create(&folder.path().join("desk.db"), None).await;
        (folder, desk.expect("desk"))
    }

    #[tokio::test]
    async fn words_that_can_mean_one_segment_alone_mean_it() {
        let (_folder, desk) = fresh().await;
        starter::bring(&desk).await.expect("atlas");
        let called = Called::read(&desk).await.expect("read");
        let segments = all(&desk, &SEGMENT).await.expect("segments");
        let named = |chain: &str, node: &str| {
            let found = called.find(chain, node);
            let segment = segments.iter().find(|one| Some(one.id) == found);
            segment.map(|one| text(&one.values, "name").to_owned())
        };
        for (chain, node, segment) in [
            ("电梯配件", "控制柜", Some("控制柜")),
            ("新能源汽车", " ｂｍｓ", Some("电池管理系统")),
            ("新能源汽车", "充换电", Some("充换电与补能")),
            // The ledger leaves out a part of the chain's name.
            ("生物医药化工", "药用辅料", Some("药用辅料")),
            // Two segments make them, and the word is a part of several names.
            ("电梯配件", "曳引机", None),
            ("新能源汽车", "电机", None),
            ("新能源汽车", "控制柜", None),
            ("健康食品及其他", "预制菜", None),
            ("电梯配件", "", None),
            ("", "控制柜", None),
        ] {
            assert_eq!(named(chain, node).as_deref(), segment, "{chain} {node}");
        }
    }

    #[tokio::test]
    async fn what_was_imported_before_the_atlas_came_stands_on_it_then() {
        let (_folder, desk) = fresh().await;
        let made = ["控制柜", "曳引机"].map(|node| {
            let values = json!({"name": node, "chain": "电梯配件", "chain_node": node});
            Write::create(&PROJECT, values.as_object().cloned().expect("values"))
        });
        let batch = Batch::new(Intent::Import, None, made.into());
        desk.commit(batch).await.expect("written");
        starter::bring(&desk).await.expect("atlas");
        for project in all(&desk, &PROJECT).await.expect("projects") {
            let placed = project.values.contains_key(SEGMENT.name);
            assert_eq!(placed, text(&project.values, "name") == "控制柜");
        }
    }
}
