//! A batch that is planned while it is written: an import of many blocks of
//! rows in one transaction, which sees its own earlier blocks and is all or
//! nothing.

mod earlier;
mod written;

use std::collections::{HashMap, HashSet};

use serde_json::Value as Json;
use sqlx::{AssertSqlSafe, Row};
use suoji_model::log::{Source, Values};
use suoji_model::{Cell, Kind, Shape};
use uuid::Uuid;

use crate::commit::{BLOCK, Batch, Committed, Session, Write};
use crate::desk::Desk;
use crate::error::Result;
use crate::plan;
use crate::recall::listed;
use crate::row::{self, Record};

pub use self::earlier::FromRow;
pub use self::written::Written;

/// An action under way. Dropped without [`Running::finish`], it leaves
/// nothing behind.
pub struct Running<'d> {
    session: Session<'d>,
}

/// A record and some of its fields as text: references as ids, dates by
/// their first day.
pub type Keys = (Uuid, Vec<Option<String>>);

/// Records of which [`Running::keys`] tells together.
const KEYS_TOGETHER: usize = 20_000;

impl Desk {
    /// Waits for the connection that writes, and begins an action; the batch's
    /// own writes are not written.
    pub async fn begin(&self, batch: &Batch) -> Result<Running<'_>> {
        let mut session = Session::begin(self, batch, None).await?;
        session.lasts();
        Ok(Running { session })
    }
}

impl Running<'_> {
    /// Writes these records. Errors as [`Desk::commit`]; what was written
    /// before stays part of the action.
    pub async fn write(&mut self, mut writes: Vec<Write>) -> Result<()> {
        for block in writes.chunks_mut(BLOCK) {
            self.session.recall_writes(block).await?;
            for write in block {
                if let Some(planned) = plan::plan(&mut self.session, write).await? {
                    self.session.write_entry(planned).await?;
                }
            }
        }
        Ok(())
    }

    /// Hands SQLite what was written, and waits for nothing: called in between,
    /// it loses no time while other work is done.
    pub async fn go_on(&mut self) -> Result<()> {
        self.session.go_on().await
    }

    /// Whether anything was written.
    pub fn has_written(&self) -> bool {
        self.session.has_written()
    }

    /// Commits; what was written is on disk when this returns. The reply names
    /// no records.
    pub async fn finish(self) -> Result<Committed> {
        self.session.finish().await
    }

    /// Some fields of living records of a kind, as many as are read together,
    /// behind the place that the last call told; `None` when these are all.
    pub async fn keys(
        &mut self,
        kind: &'static Kind,
        fields: &[&str],
        behind: Option<i64>,
    ) -> Result<(Vec<Keys>, Option<i64>)> {
        let columns: Vec<String> = fields
            .iter()
            .filter_map(|name| kind.field(name))
            .map(|field| match field.shape {
                Shape::Ref(_) => format!("hex({})", field.name),
                Shape::Area => format!("CAST({} AS TEXT)", field.name),
                _ => field.name.to_owned(),
            })
            .collect();
        let sql = format!(
            "SELECT json_group_array(json_array(hex(id), json_array({}))), max(rowid) \
             FROM (SELECT rowid, * FROM {} WHERE rowid > ? AND deleted = 0 \
             ORDER BY rowid LIMIT {KEYS_TOGETHER})",
            columns.join(", "),
            kind.name
        );
        let found = sqlx::query_as(AssertSqlSafe(sql))
            .bind(behind.unwrap_or(i64::MIN))
            .fetch_one(&mut **self.session.connection().await?)
            .await;
        let (text, last): (String, Option<i64>) =
            found.map_err(|error| self.session.failed(error))?;
        let rows: Vec<Keys> = serde_json::from_str(&text)
            .map_err(|error| self.session.failed(sqlx::Error::Decode(Box::new(error))))?;
        let last = last.filter(|_| rows.len() == KEYS_TOGETHER);
        Ok((rows, last))
    }

    /// The living records of a kind whose `field` is one of these texts or
    /// ids.
    pub async fn records_by(
        &mut self,
        kind: &'static Kind,
        field: &str,
        among: impl IntoIterator<Item = String>,
    ) -> Result<Vec<Record>> {
        let among: Vec<Json> = among.into_iter().map(Json::from).collect();
        if among.is_empty() {
            return Ok(Vec::new());
        }
        let value = match kind.field(field).map(|field| field.shape) {
            Some(Shape::Ref(_)) => "unhex(replace(value, '-', ''))",
            None if field == "id" => "unhex(replace(value, '-', ''))",
            _ => "value",
        };
        let sql = format!(
            "SELECT {} FROM {} WHERE deleted = 0 \
             AND {field} IN (SELECT {value} FROM json_each(?)) ORDER BY id",
            row::table(kind).columns,
            kind.name
        );
        let listed = serde_json::to_string(&among);
        let listed =
            listed.map_err(|error| self.session.failed(sqlx::Error::Encode(error.into())))?;
        let query = sqlx::query(AssertSqlSafe(sql)).bind(listed);
        let found = self.session.fetch_of_handed(query).await?;
        let read: Result<Vec<Record>, _> =
            found.iter().map(|found| row::read(kind, found)).collect();
        let read = read.map_err(|error| self.session.failed(error))?;
        let among: HashSet<&str> = among.iter().filter_map(Json::as_str).collect();
        let ids = among.iter().filter(|_| field == "id");
        let ids: HashSet<Uuid> = ids.filter_map(|text| Uuid::parse_str(text).ok()).collect();
        let shape = kind.field(field).map(|field| field.shape);
        let is_meant = |id: Uuid, values: &Values| match field {
            "id" => ids.contains(&id),
            // Ids and texts are planned as they are asked for.
            _ => match values.get(field) {
                Some(Json::String(text)) => among.contains(&**text),
                json => {
                    let cell = shape.zip(json);
                    let cell = cell.and_then(|(shape, json)| Cell::read(&shape, json).ok());
                    let text = cell.as_ref().and_then(Cell::as_text);
                    text.is_some_and(|text| among.contains(text))
                }
            },
        };
        Ok(self.session.with_waiting(kind, read, is_meant))
    }

    /// Where these records first came from, those that were imported.
    pub async fn origins(
        &mut self,
        ids: impl IntoIterator<Item = Uuid>,
    ) -> Result<HashMap<Uuid, Source>> {
        let ids: Vec<Uuid> = ids.into_iter().collect();
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let wanted: HashSet<Uuid> = ids.iter().copied().collect();
        let waiting = self.session.waiting();
        let waiting = waiting.filter(|(planned, _)| wanted.contains(&planned.record));
        let waiting: Vec<(Uuid, Source)> = waiting
            .filter_map(|(planned, _)| {
                let source = planned.source.as_ref()?;
                let place = Source {
                    file: source.file.clone(),
                    sha256: source.sha256.clone(),
                    sheet: source.sheet.clone(),
                    row: source.row,
                    raw: Values::new(),
                };
                Some((planned.record, place))
            })
            .collect();
        let sql = "SELECT record, json_remove(source, '$.raw') AS source, min(seq) FROM log \
             WHERE record IN (SELECT unhex(value) FROM json_each(?)) AND source IS NOT NULL \
             GROUP BY record";
        let query = sqlx::query(sql).bind(listed(ids));
        let rows = self.session.fetch_of_handed(query).await?;
        let mut found = HashMap::new();
        for row in rows {
            let read = || -> Result<(Uuid, String), sqlx::Error> {
                Ok((row.try_get(0)?, row.try_get(1)?))
            };
            let (record, text) = read().map_err(|error| self.session.failed(error))?;
            if let Ok(source) = serde_json::from_str(&text) {
                found.insert(record, source);
            }
        }
        // What stands in the log came first.
        for (record, source) in waiting {
            found.entry(record).or_insert(source);
        }
        Ok(found)
    }
}
