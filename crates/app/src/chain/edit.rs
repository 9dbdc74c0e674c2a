//! Redrawing a map: every action is one batch, and one undo takes it back.

use serde_json::{Value as Json, json};
use suoji_chain::{Atlas, Map, Segment, order};
use suoji_model::log::{Intent, Values};
use suoji_store::{Batch, Desk, Write};
use uuid::Uuid;

use super::maps::{Seen, no_segment};
use crate::app::App;
use crate::contract::*;
use crate::desks::me;
use crate::fault::{Code, Fault};

/// The most lines of one paste.
const MOST_LINES: usize = 2_000;

impl App {
    /// Adds a segment.
    pub(crate) async fn add_segment(&self, request: AddSegment) -> Result<ChainDone, Fault> {
        let desk = self.desk().await?;
        let Seen { atlas, map, chain } = self.seen(&desk, &request.chain, None).await?;
        let layer = layer(&atlas, request.parent, request.layer)?;
        let place = Place {
            chain,
            parent: request.parent,
            layer: &layer,
        };
        let siblings = siblings(&atlas, &map, &place, None);
        let (before, next) = gap_after(&siblings, request.after.map(Some));
        let key = order::between(before, next);
        let values = new_segment(&place, &request.name, request.name_en.as_deref(), &key);
        let write = create("segment", values)?;
        let made = vec![write.record];
        done(&desk, Intent::Create, vec![write], made).await
    }

    /// Moves a segment with everything in it.
    pub(crate) async fn move_segment(&self, request: MoveSegment) -> Result<ChainDone, Fault> {
        let desk = self.desk().await?;
        let (Seen { atlas, map, chain }, row) =
            self.seen_segment(&desk, request.segment, None).await?;
        let segment = &atlas.segments[&request.segment];
        let parent = request.parent.0.unwrap_or(segment.parent);
        if let Some(parent) = parent {
            let at = map
                .tree
                .rows
                .get(&parent)
                .ok_or_else(|| no_segment(parent))?;
            if map.tree.inside(row).contains(at) {
                return Err(Fault::new(Code::ChainCycle).about("segment", request.segment));
            }
        }
        let wanted = request.layer.or_else(|| match parent {
            None => Some(segment.layer.name().to_owned()),
            Some(_) => None,
        });
        let layer = layer(&atlas, parent, wanted)?;
        let place = Place {
            chain,
            parent,
            layer: &layer,
        };
        let siblings = siblings(&atlas, &map, &place, Some(request.segment));
        let (before, next) = gap_after(&siblings, request.after.0);
        let key = order::between(before, next);
        let set = json!({ "parent": parent, "layer": layer, "order_key": key });
        let mut writes = vec![edit("segment", request.segment, request.seen, set)?];
        // What lies in it goes along to the other layer.
        for row in map.tree.inside(row).skip(1) {
            let inner = &atlas.segments[&map.tree.ids[row]];
            if inner.layer.name() != layer {
                let set = json!({ "layer": layer });
                writes.push(edit("segment", inner.id, inner.version, set)?);
            }
        }
        done(&desk, Intent::Edit, writes, vec![request.segment]).await
    }

    /// Makes one segment of several: links, relations, parts, leads and
    /// projects go to the one that stays.
    pub(crate) async fn merge_segments(&self, request: MergeSegments) -> Result<ChainDone, Fault> {
        let desk = self.desk().await?;
        let (Seen { atlas, map, .. }, into) = self.seen_segment(&desk, request.into, None).await?;
        let mut merged = Vec::new();
        for id in request.segments.iter().filter(|id| **id != request.into) {
            let row = *map.tree.rows.get(id).ok_or_else(|| no_segment(*id))?;
            if map.tree.path(into).contains(&row) || map.tree.path(row).contains(&into) {
                return Err(Fault::new(Code::ChainCycle).about("segment", *id));
            }
            merged.push(*id);
        }
        let target = &atlas.segments[&request.into];
        let mut writes = moved_links(&atlas, &merged, request.into)?;
        writes.extend(moved_relations(&atlas, &merged, request.into)?);
        let mut words = target.aliases.clone();
        let mut keywords = target.keywords.clone();
        for id in &merged {
            let segment = &atlas.segments[id];
            words.push(segment.name.clone());
            words.extend(segment.aliases.iter().cloned());
            keywords.extend(segment.keywords.iter().cloned());
            for row in map.tree.inside(map.tree.rows[id]).skip(1) {
                let inner = &atlas.segments[&map.tree.ids[row]];
                let mut set = json!({ "layer": target.layer.name() });
                if inner.parent == Some(*id) {
                    set["parent"] = json!(request.into);
                }
                writes.push(edit("segment", inner.id, inner.version, set)?);
            }
            writes.push(bin("segment", *id, segment.version)?);
        }
        once(&mut words);
        once(&mut keywords);
        let set = json!({ "aliases": words, "keywords": keywords });
        writes.push(edit("segment", request.into, target.version, set)?);
        writes.extend(moved_work(&desk, &atlas, &merged, request.into).await?);
        done(&desk, Intent::BulkEdit, writes, vec![request.into]).await
    }

    /// Parts a segment; the named links go with the parts.
    pub(crate) async fn split_segment(&self, request: SplitSegment) -> Result<ChainDone, Fault> {
        let desk = self.desk().await?;
        let (Seen { atlas, map, chain }, _) =
            self.seen_segment(&desk, request.segment, None).await?;
        let segment = &atlas.segments[&request.segment];
        let place = Place {
            chain,
            parent: Some(request.segment),
            layer: segment.layer.name(),
        };
        let siblings = siblings(&atlas, &map, &place, None);
        let mut last = siblings.last().map(|(_, key)| (*key).to_owned());
        let (mut writes, mut made) = (Vec::new(), Vec::new());
        for part in &request.parts {
            let key = order::between(last.as_deref(), None);
            let values = new_segment(&place, &part.name, part.name_en.as_deref(), &key);
            let write = create("segment", values)?;
            made.push(write.record);
            for link in &part.links {
                let known = atlas.links.get(link).ok_or_else(|| {
                    Fault::new(Code::NoSuchRecord).about("enterprise_segment", *link)
                })?;
                let set = json!({ "segment": write.record });
                writes.push(edit("enterprise_segment", *link, known.version, set)?);
            }
            writes.insert(made.len() - 1, write);
            last = Some(key);
        }
        done(&desk, Intent::BulkEdit, writes, made).await
    }

    /// Puts a segment in the bin with its parts, relations and links.
    pub(crate) async fn remove_segment(&self, request: RemoveSegment) -> Result<ChainDone, Fault> {
        let desk = self.desk().await?;
        let (Seen { atlas, map, .. }, row) =
            self.seen_segment(&desk, request.segment, None).await?;
        let gone: Vec<Uuid> = map.tree.inside(row).map(|row| map.tree.ids[row]).collect();
        let mut writes = Vec::new();
        for link in atlas
            .links
            .values()
            .filter(|link| gone.contains(&link.segment))
        {
            writes.push(bin("enterprise_segment", link.id, link.version)?);
        }
        for relation in atlas.relations.values() {
            if gone.contains(&relation.from) || gone.contains(&relation.to) {
                writes.push(bin("segment_relation", relation.id, relation.version)?);
            }
        }
        for judged in atlas
            .overrides
            .values()
            .filter(|one| gone.contains(&one.segment))
        {
            writes.push(bin("segment_override", judged.id, judged.version)?);
        }
        for id in gone.iter().rev() {
            writes.push(bin("segment", *id, atlas.segments[id].version)?);
        }
        done(&desk, Intent::Delete, writes, Vec::new()).await
    }

    /// Adds segments from lines of text.
    pub(crate) async fn paste_segments(&self, request: PasteSegments) -> Result<ChainDone, Fault> {
        let desk = self.desk().await?;
        let Seen { atlas, map, chain } = self.seen(&desk, &request.chain, None).await?;
        let layer = layer(&atlas, request.parent, request.layer)?;
        let lines: Vec<&str> = request.text.lines().collect();
        if lines.len() > MOST_LINES {
            return Err(Fault::new(Code::TooManyRows)
                .with("count", lines.len().to_string())
                .with("most", MOST_LINES.to_string()));
        }
        let top = Place {
            chain,
            parent: request.parent,
            layer: &layer,
        };
        let siblings = siblings(&atlas, &map, &top, None);
        let mut last = siblings.last().map(|(_, key)| (*key).to_owned());
        let (mut writes, mut made) = (Vec::new(), Vec::new());
        // The way down to the line above: indentation, segment, last key in it.
        let mut above: Vec<(usize, Uuid, Option<String>)> = Vec::new();
        for line in lines.iter().filter(|line| !line.trim().is_empty()) {
            let depth = indentation(line);
            while above.last().is_some_and(|(known, ..)| *known >= depth) {
                above.pop();
            }
            let mut columns = line.trim().split('\t').map(str::trim);
            let name = columns.next().unwrap_or_default();
            let key;
            let place = match above.last_mut() {
                Some((_, parent, inner)) => {
                    key = order::between(inner.as_deref(), None);
                    *inner = Some(key.clone());
                    Place {
                        parent: Some(*parent),
                        ..top
                    }
                }
                None => {
                    key = order::between(last.as_deref(), None);
                    last = Some(key.clone());
                    top
                }
            };
            let write = create("segment", new_segment(&place, name, columns.next(), &key))?;
            above.push((depth, write.record, None));
            made.push(write.record);
            writes.push(write);
        }
        done(&desk, Intent::Paste, writes, made).await
    }
}

/// Where a segment is to stand.
#[derive(Debug, Clone, Copy)]
struct Place<'l> {
    chain: Uuid,
    parent: Option<Uuid>,
    layer: &'l str,
}

/// How far a line is indented; a tab is four blanks.
fn indentation(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| c.is_whitespace());
    blanks
        .map(|c| match c {
            '\t' => 4,
            '\u{3000}' => 2,
            _ => 1,
        })
        .sum()
}

/// The layer of a place: that of the segment it lies in.
fn layer(atlas: &Atlas, parent: Option<Uuid>, given: Option<String>) -> Result<String, Fault> {
    match parent {
        Some(parent) => {
            let parent = atlas
                .segments
                .get(&parent)
                .ok_or_else(|| no_segment(parent))?;
            Ok(parent.layer.name().to_owned())
        }
        None => Ok(given.unwrap_or_else(|| "midstream".to_owned())),
    }
}

/// The segments of a place with their keys, in order.
fn siblings<'a>(
    atlas: &'a Atlas,
    map: &Map,
    place: &Place<'_>,
    but: Option<Uuid>,
) -> Vec<(Uuid, &'a str)> {
    let of_map = map.tree.ids.iter().filter_map(|id| atlas.segments.get(id));
    let here = of_map.filter(|segment: &&Segment| {
        segment.parent == place.parent
            && (place.parent.is_some() || segment.layer.name() == place.layer)
            && Some(segment.id) != but
    });
    here.map(|segment| (segment.id, segment.order_key.as_str()))
        .collect()
}

/// The keys between which a segment goes: after the one that is named, first
/// when none is to be before it, else last.
fn gap_after<'k>(
    siblings: &[(Uuid, &'k str)],
    after: Option<Option<Uuid>>,
) -> (Option<&'k str>, Option<&'k str>) {
    let key = |at: usize| siblings.get(at).map(|(_, key)| *key);
    match after {
        Some(None) => (None, key(0)),
        Some(Some(after)) => match siblings.iter().position(|(id, _)| *id == after) {
            Some(at) => (key(at), key(at + 1)),
            None => (siblings.last().map(|(_, key)| *key), None),
        },
        None => (siblings.last().map(|(_, key)| *key), None),
    }
}

fn new_segment(place: &Place<'_>, name: &str, name_en: Option<&str>, key: &str) -> Json {
    json!({
        "chain": place.chain, "parent": place.parent, "layer": place.layer,
        "name": name, "name_en": name_en, "order_key": key,
    })
}

fn moved_links(atlas: &Atlas, from: &[Uuid], into: Uuid) -> Result<Vec<Write>, Fault> {
    let mut writes = Vec::new();
    for link in atlas
        .links
        .values()
        .filter(|link| from.contains(&link.segment))
    {
        let twice = atlas.links.values().any(|other| {
            other.segment == into && other.firm == link.firm && other.role == link.role
        });
        writes.push(match twice {
            true => bin("enterprise_segment", link.id, link.version)?,
            false => edit(
                "enterprise_segment",
                link.id,
                link.version,
                json!({ "segment": into }),
            )?,
        });
    }
    Ok(writes)
}

fn moved_relations(atlas: &Atlas, from: &[Uuid], into: Uuid) -> Result<Vec<Write>, Fault> {
    let goes = |id: Uuid| if from.contains(&id) { into } else { id };
    let mut writes = Vec::new();
    let mut seen: Vec<(Uuid, Uuid, suoji_chain::RelationKind)> = Vec::new();
    for relation in atlas.relations.values() {
        let (a, b) = (goes(relation.from), goes(relation.to));
        if (a, b) == (relation.from, relation.to) {
            continue;
        }
        let known = atlas
            .relations
            .values()
            .any(|other| (other.from, other.to, other.kind) == (a, b, relation.kind));
        if a == b || known || seen.contains(&(a, b, relation.kind)) {
            writes.push(bin("segment_relation", relation.id, relation.version)?);
        } else {
            seen.push((a, b, relation.kind));
            let set = json!({ "from_segment": a, "to_segment": b });
            writes.push(edit(
                "segment_relation",
                relation.id,
                relation.version,
                set,
            )?);
        }
    }
    Ok(writes)
}

/// Leads and projects of segments that go.
async fn moved_work(
    desk: &Desk,
    atlas: &Atlas,
    from: &[Uuid],
    into: Uuid,
) -> Result<Vec<Write>, Fault> {
    let goes = |segment: &Option<Uuid>| segment.is_some_and(|id| from.contains(&id));
    let leads = atlas.leads.values().filter(|lead| goes(&lead.segment));
    let leads = leads.map(|lead| ("lead", lead.id));
    let projects = atlas.projects.values().filter(|one| goes(&one.segment));
    let work: Vec<(&str, Uuid)> = leads
        .chain(projects.map(|one| ("project", one.id)))
        .collect();
    let mut writes = Vec::new();
    for (kind, id) in work {
        let declared = crate::kinds::find(kind)?;
        let seen = desk.record(declared, id).await?.version;
        writes.push(edit(kind, id, seen, json!({ "segment": into }))?);
    }
    Ok(writes)
}

fn once(words: &mut Vec<String>) {
    let mut seen = std::collections::BTreeSet::new();
    words.retain(|word| seen.insert(word.clone()));
}

fn values(set: Json) -> Values {
    match set {
        Json::Object(values) => values,
        _ => Values::new(),
    }
}

/// A write that makes a record.
pub(super) fn create(kind: &str, set: Json) -> Result<Write, Fault> {
    let mut values = values(set);
    values.retain(|_, value| !value.is_null());
    Ok(Write::create(crate::kinds::find(kind)?, values))
}

/// A write that changes one.
pub(super) fn edit(kind: &str, id: Uuid, seen: i64, set: Json) -> Result<Write, Fault> {
    Ok(Write::edit(
        crate::kinds::find(kind)?,
        id,
        seen,
        values(set),
    ))
}

/// A write that puts one into the bin.
pub(super) fn bin(kind: &str, id: Uuid, seen: i64) -> Result<Write, Fault> {
    Ok(Write::bin(crate::kinds::find(kind)?, id, seen, true))
}

/// Writes a batch and tells what it came to.
pub(super) async fn done(
    desk: &Desk,
    intent: Intent,
    writes: Vec<Write>,
    segments: Vec<Uuid>,
) -> Result<ChainDone, Fault> {
    let count = |test: &dyn Fn(&Write) -> bool| {
        super::told::number(writes.iter().filter(|write| test(write)).count())
    };
    let created = count(&|write| write.seen.is_none());
    let deleted = count(&|write| write.deleted == Some(true));
    let changed = count(&|write| write.seen.is_some() && write.deleted.is_none());
    if writes.is_empty() {
        return Ok(ChainDone {
            batch: None,
            created,
            changed,
            deleted,
            segments,
        });
    }
    let committed = desk
        .commit(Batch::new(intent, me(desk).await?, writes))
        .await?;
    Ok(ChainDone {
        batch: (!committed.records.is_empty()).then_some(committed.batch),
        created,
        changed,
        deleted,
        segments,
    })
}
