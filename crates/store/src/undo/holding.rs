//! The records that a batch made, and which of them taking it back must leave
//! in place: one stays when a record that stays refers to it.

use std::collections::{HashMap, HashSet, VecDeque};

use sqlx::{AssertSqlSafe, Row};
use suoji_model::log::DELETED;
use suoji_model::{Kind, Shape, kinds};
use uuid::Uuid;

use super::{changes_of, column, plan_back};
use crate::commit::{Session, What};
use crate::error::Result;

/// A record that refers to another: its kind and its id.
pub(super) type Holder = (&'static str, Uuid);

/// A record that the batch made.
pub(super) struct Made {
    kind: &'static Kind,
    /// `seq` of the entry that made it.
    pub(super) first: i64,
    /// The record that stays and refers to it, when there is one.
    pub(super) held_by: Option<Holder>,
}

impl Session<'_> {
    /// The records that `batch` made, and what holds them.
    pub(super) async fn made_and_held(&mut self, batch: Uuid) -> Result<HashMap<Uuid, Made>> {
        let mut made = self.made_by(batch).await?;
        if made.is_empty() {
            return Ok(made);
        }
        let mut open: VecDeque<Holder> = self.staying(batch, &made).await?.into();
        for (holder, id) in self.outside(batch).await? {
            open.extend(hold(&mut made, id, holder));
        }
        // Whatever stays holds in turn what it refers to.
        while let Some((name, id)) = open.pop_front() {
            let Some(kind) = kinds::find(name) else {
                continue;
            };
            // What is in the bin holds nothing.
            let found = self.find(kind, id).await?;
            let Some(record) = found.filter(|record| !record.deleted) else {
                continue;
            };
            for field in references(kind) {
                let target = record.values.get(field).and_then(|value| value.as_str());
                let target = target.and_then(|text| Uuid::parse_str(text).ok());
                open.extend(target.and_then(|target| hold(&mut made, target, (name, id))));
            }
        }
        Ok(made)
    }

    /// The records whose first entry is of the batch.
    async fn made_by(&mut self, batch: Uuid) -> Result<HashMap<Uuid, Made>> {
        const SQL: &str = "SELECT kind, record, min(seq) AS first FROM log AS made \
            WHERE batch = ? AND NOT EXISTS (SELECT 1 FROM log AS earlier \
             WHERE earlier.record = made.record AND earlier.batch <> made.batch \
             AND earlier.seq < made.seq) GROUP BY kind, record";
        self.made(SQL, batch).await
    }

    /// The record, as made by its first entry; nothing holds it.
    pub(super) async fn made_alone(&mut self, record: Uuid) -> Result<HashMap<Uuid, Made>> {
        const SQL: &str = "SELECT kind, record, min(seq) AS first FROM log WHERE record = ? \
            GROUP BY kind, record";
        self.made(SQL, record).await
    }

    async fn made(&mut self, sql: &'static str, of: Uuid) -> Result<HashMap<Uuid, Made>> {
        let rows = sqlx::query(sql)
            .bind(of)
            .fetch_all(&mut **self.connection().await?)
            .await;
        let rows = rows.map_err(|error| self.failed(error))?;
        let mut made = HashMap::with_capacity(rows.len());
        for row in &rows {
            let read = || -> Result<(String, Uuid, i64), sqlx::Error> {
                Ok((
                    column(row, "kind")?,
                    column(row, "record")?,
                    column(row, "first")?,
                ))
            };
            let (kind, record, first) = read().map_err(|error| self.failed(error))?;
            if let Some(kind) = kinds::find(&kind) {
                let held_by = None;
                made.insert(
                    record,
                    Made {
                        kind,
                        first,
                        held_by,
                    },
                );
            }
        }
        Ok(made)
    }

    /// Of those, the ones that were edited since and stay for that.
    async fn staying(&mut self, batch: Uuid, made: &HashMap<Uuid, Made>) -> Result<Vec<Holder>> {
        let entries = sqlx::query(
            "SELECT seq, kind, record, changes FROM log AS first WHERE batch = ?1 \
             AND EXISTS (SELECT 1 FROM log AS later WHERE later.record = first.record \
              AND later.batch <> ?1 AND later.seq > first.seq) ORDER BY seq",
        )
        .bind(batch)
        .fetch_all(&mut **self.connection().await?)
        .await;
        let entries = entries.map_err(|error| self.failed(error))?;
        let (mut seen, mut staying) = (HashSet::new(), Vec::new());
        for entry in &entries {
            let changes = changes_of(entry).map_err(|error| self.failed(error))?;
            let record: Uuid = column(entry, "record").map_err(|error| self.failed(error))?;
            let Some(one) = made.get(&record).filter(|_| seen.insert(record)) else {
                continue;
            };
            let planned = plan_back(self, entry, changes, made, &mut Vec::new()).await?;
            let goes = planned.is_some_and(|planned| match planned.what {
                What::Changed(_, changes) => changes.contains_key(DELETED),
                What::Made(_) => false,
            });
            if !goes {
                staying.push((one.kind.name, record));
            }
        }
        Ok(staying)
    }

    /// Living records that the batch did not touch, and those of the batch
    /// that they refer to.
    async fn outside(&mut self, batch: Uuid) -> Result<Vec<(Holder, Uuid)>> {
        let mut found = Vec::new();
        for kind in kinds::ALL {
            for field in references(kind) {
                let sql = format!(
                    "SELECT id, {field} AS target FROM {} WHERE deleted = 0 \
                     AND {field} IN (SELECT record FROM log WHERE batch = ?1) \
                     AND id NOT IN (SELECT record FROM log WHERE batch = ?1)",
                    kind.name
                );
                let rows = sqlx::query(AssertSqlSafe(sql))
                    .bind(batch)
                    .fetch_all(&mut **self.connection().await?)
                    .await;
                let rows = rows.map_err(|error| self.failed(error))?;
                for row in &rows {
                    let read = || -> Result<(Uuid, Uuid), sqlx::Error> {
                        Ok((row.try_get("id")?, row.try_get("target")?))
                    };
                    let (id, target) = read().map_err(|error| self.failed(error))?;
                    found.push(((kind.name, id), target));
                }
            }
        }
        Ok(found)
    }
}

/// Lets `holder` hold a record, if the batch made it; then it holds others in
/// turn, when it was not held before.
fn hold(made: &mut HashMap<Uuid, Made>, id: Uuid, holder: Holder) -> Option<Holder> {
    let one = made.get_mut(&id)?;
    let before = one.held_by.replace(holder);
    before.is_none().then_some((one.kind.name, id))
}

/// The fields of a kind that refer to other records.
fn references(kind: &'static Kind) -> impl Iterator<Item = &'static str> {
    let fields = kind.fields.iter();
    let fields = fields.filter(|field| matches!(field.shape, Shape::Ref(_)));
    fields.map(|field| field.name)
}
