//! A chain carried out and brought in.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use suoji_model::log::Intent;
use suoji_store::{Batch, Desk};
use uuid::Uuid;

use super::book::{Book, BookRow, declared, masked, text};
use super::plan::{Merge, Standing};
use super::{check, csv, json, picture, sheets, told};
use crate::app::App;
use crate::contract::*;
use crate::desks::me;
use crate::fault::{Code, Fault};
use crate::time;

/// The most bytes of a file that is brought in.
const MOST_BYTES: usize = 32 << 20;

impl App {
    /// A chain as files.
    pub(crate) async fn chain_export(&self, request: ChainExport) -> Result<ChainFiles, Fault> {
        let desk = self.desk().await?;
        let look = self.kept_chains().look(&desk).await?;
        let chains: Vec<Uuid> = match request.chain.as_str() {
            "all" => look.atlas.chains().iter().map(|chain| chain.id).collect(),
            chain => vec![self.seen(&desk, chain, None).await?.chain],
        };
        let mut order: Vec<Uuid> = Vec::new();
        for chain in &chains {
            let (_, map) = self.kept_chains().map(&desk, *chain, None).await?;
            match request.segment {
                None => order.extend(&map.tree.ids),
                Some(segment) => {
                    if let Some(row) = map.tree.rows.get(&segment) {
                        order.extend(map.tree.path(*row).iter().map(|row| map.tree.ids[*row]));
                        order.extend(map.tree.inside(*row).skip(1).map(|row| map.tree.ids[row]));
                    }
                }
            }
        }
        let book = book_of(&desk, &chains, &order).await?;
        let mut code = chains.iter().filter_map(|id| look.atlas.chains.get(id));
        let code = code.next().map(|chain| picture::file_name(&chain.code));
        let code = code.filter(|_| chains.len() == 1);
        let name = format!("{}_{}", code.as_deref().unwrap_or("chains"), time::stamp());
        let files = match request.format {
            ChainFormat::Json => vec![(format!("{name}.json"), json::write(&book)?)],
            ChainFormat::Xlsx => vec![(format!("{name}.xlsx"), sheets::write(&book)?)],
            ChainFormat::Csv => {
                let files = csv::write(&book)?.into_iter();
                files
                    .map(|(name, bytes)| (name.to_owned(), bytes))
                    .collect()
            }
        };
        let file = |(name, bytes): (String, Vec<u8>)| ChainFile {
            name,
            data: BASE64.encode(bytes),
        };
        Ok(ChainFiles {
            files: files.into_iter().map(file).collect(),
        })
    }

    /// Brings a chain in, all of it or nothing.
    pub(crate) async fn chain_import(&self, request: ChainImport) -> Result<ChainImported, Fault> {
        let bytes = BASE64
            .decode(&request.data)
            .map_err(|error| Fault::new(Code::BadRequest).with("detail", error.to_string()))?;
        let (book, mut problems) = open(&request.file_name, &bytes)?;
        let desk = self.desk().await?;
        // The starter atlas comes before anything of the user's.
        self.kept_chains().look(&desk).await?;
        let standing = Standing::read(&desk).await?;
        problems.extend(check::check(&book, &standing.known(), &standing.segments()));
        let mut done = ChainImported {
            batch: None,
            created: 0,
            changed: 0,
            unchanged: 0,
            problems,
        };
        if done.problems.iter().any(|problem| problem.error) {
            return Ok(done);
        }
        let steps = standing.steps(&book, Merge::Take);
        let rows: usize = book.lists.values().map(Vec::len).sum();
        let created = steps.iter().filter(|step| step.before.is_none()).count();
        done.created = told::number(created);
        done.changed = told::number(steps.len() - created);
        done.unchanged = told::number(rows.saturating_sub(steps.len()));
        if !request.dry_run.unwrap_or(false) && !steps.is_empty() {
            let writes = steps.into_iter().map(|step| step.write).collect();
            let batch = Batch::new(Intent::Import, me(&desk).await?, writes);
            done.batch = Some(desk.commit(batch).await?.batch);
        }
        Ok(done)
    }
}

/// What is wrong with a chain file by itself, whatever stands on the desk.
/// Errors: the file cannot be read at all.
pub fn look_at_chain_file(name: &str, bytes: &[u8]) -> Result<Vec<ChainProblem>, Fault> {
    let (book, mut problems) = open(name, bytes)?;
    problems.extend(check::check(&book, &check::Known::new(), &[]));
    Ok(problems)
}

/// A file as a book, with what could not be read of it.
pub(super) fn open(name: &str, bytes: &[u8]) -> Result<(Book, Vec<ChainProblem>), Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::new(Code::FileTooLarge)
            .with("file", name)
            .with("detail", format!("{} bytes", bytes.len())));
    }
    if json::is_json(bytes) {
        return Ok(json::read(bytes));
    }
    sheets::read(name, bytes)
}

/// The chains with these segments, in this order, and everything about them.
async fn book_of(desk: &Desk, chains: &[Uuid], order: &[Uuid]) -> Result<Book, Fault> {
    let standing = Standing::read(desk).await?;
    let place: std::collections::HashMap<Uuid, usize> =
        order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let id =
        |values: &suoji_model::log::Values, field: &str| Uuid::parse_str(text(values, field)).ok();
    let inside = |values: &suoji_model::log::Values, field: &str| {
        id(values, field).is_some_and(|id| place.contains_key(&id))
    };
    let links = standing.of("enterprise_segment").iter();
    let all_linked: std::collections::BTreeSet<Uuid> = links
        .clone()
        .filter_map(|link| id(&link.values, "enterprise"))
        .collect();
    let links = links.filter(|link| inside(&link.values, "segment"));
    let linked: std::collections::BTreeSet<Uuid> = links
        .filter_map(|link| id(&link.values, "enterprise"))
        .collect();
    let codes: Vec<&str> = standing
        .of("chain")
        .iter()
        .filter(|chain| chains.contains(&chain.id))
        .map(|chain| text(&chain.values, "code"))
        .collect();
    let mut book = Book::default();
    for kind in declared() {
        let mut rows: Vec<(usize, BookRow)> = Vec::new();
        for record in standing.of(kind.name) {
            let values = &record.values;
            let wanted = match kind.name {
                "chain" => chains.contains(&record.id),
                "segment" => place.contains_key(&record.id),
                "segment_relation" => {
                    inside(values, "from_segment") && inside(values, "to_segment")
                }
                "enterprise_segment" => inside(values, "segment"),
                // Firms of ours that stand nowhere yet go along: they are what
                // a map is to be completed with.
                "enterprise" => {
                    let local = values.get("is_local") == Some(&serde_json::Value::Bool(true));
                    linked.contains(&record.id) || local && !all_linked.contains(&record.id)
                }
                _ => values
                    .get("chains")
                    .and_then(|list| list.as_array())
                    .is_none_or(|list| {
                        list.iter()
                            .any(|code| codes.iter().any(|known| code == known))
                    }),
            };
            if wanted {
                let at = place.get(&record.id).copied().unwrap_or(0);
                let mut values = standing.outside(kind, values, record.id);
                // A chain is made to be handed on: personal numbers that stand
                // in a text stay here. A key is what others name it by.
                for (_, value) in values.iter_mut().filter(|(name, _)| *name != kind.title) {
                    if let Some(masked) = masked(value) {
                        *value = masked;
                    }
                }
                rows.push((at, BookRow { row: 0, values }));
            }
        }
        if kind.name == "segment" {
            rows.sort_by_key(|(at, _)| *at);
        }
        for (number, (_, row)) in (1..).zip(rows) {
            book.add(kind.name, number, row.values);
        }
    }
    Ok(book)
}
