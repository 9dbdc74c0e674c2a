//! What was written into records before, and from which files.

use std::collections::HashMap;

use sqlx::Row;
use suoji_model::log::{Changes, Intent, Values};
use uuid::Uuid;

use super::Running;
use crate::error::Result;
use crate::recall::listed;

/// What one entry of the log wrote into a field group.
#[derive(Debug, Clone)]
pub struct Written {
    /// The file it was imported from and that file's SHA-256; none of what a
    /// person wrote.
    pub file: Option<(String, String)>,
    /// The group's fields after it.
    pub values: Values,
}

/// What may be written of each field group of a record, oldest first.
type ByGroup = HashMap<(Uuid, String), Vec<Written>>;

impl Running<'_> {
    /// What was written into these records' field groups and not undone, oldest
    /// first.
    pub async fn written(&mut self, ids: impl IntoIterator<Item = Uuid>) -> Result<ByGroup> {
        let sql = "SELECT record, json_extract(source, '$.file') AS file, \
             json_extract(source, '$.sha256') AS sha256, changes, \
             (SELECT head.intent FROM log head WHERE head.batch = log.batch \
              ORDER BY head.seq LIMIT 1) AS intent FROM log \
             WHERE record IN (SELECT unhex(value) FROM json_each(?)) ORDER BY seq";
        let rows = sqlx::query(sql)
            .bind(listed(ids))
            .fetch_all(&mut **self.session.connection().await?)
            .await;
        let rows = rows.map_err(|error| self.session.failed(error))?;
        let (mut found, mut undone) = (ByGroup::new(), ByGroup::new());
        for row in rows {
            let read = || -> Result<_, sqlx::Error> {
                let file: Option<String> = row.try_get("file")?;
                let file = file.zip(row.try_get("sha256")?);
                let intent: Option<String> = row.try_get("intent")?;
                let is = |turn: Intent| intent.as_deref() == Some(turn.name());
                let turn = (is(Intent::Undo), is(Intent::Redo));
                Ok((row.try_get("record")?, file, turn, row.try_get("changes")?))
            };
            let (record, file, (undoes, redoes), changes): (Uuid, _, _, String) =
                read().map_err(|error| self.session.failed(error))?;
            let changes: Changes = serde_json::from_str(&changes).unwrap_or_default();
            for (group, change) in changes {
                let of_group = (record, group);
                let before = found.entry(of_group.clone()).or_default();
                let same = |one: &Written| one.values == change.new;
                if undoes && let Some(at) = before.iter().rposition(same) {
                    let undone = undone.entry(of_group).or_default();
                    undone.extend(before.drain(at + 1..).rev());
                    continue;
                }
                let again = undone.get_mut(&of_group).filter(|_| redoes);
                let again =
                    again.and_then(|undone| Some(undone.remove(undone.iter().rposition(same)?)));
                before.push(again.unwrap_or(Written {
                    file: file.clone(),
                    values: change.new,
                }));
            }
        }
        Ok(found)
    }
}
