//! What taking a batch back must leave in place: a record that the batch made
//! stays when a record that stays refers to it.

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

impl Session<'_> {
    /// The records that `batch` made and that must stay, each with one that
    /// refers to it.
    pub(super) async fn held(&mut self, batch: Uuid) -> Result<HashMap<Uuid, Holder>> {
        let made = self.made_by(batch).await?;
        let mut held = HashMap::new();
        if made.is_empty() {
            return Ok(held);
        }
        let mut open: VecDeque<Holder> = self.staying(batch, &made).await?.into();
        for (holder, id) in self.outside(batch).await? {
            if made.contains_key(&id) && held.insert(id, holder).is_none() {
                open.extend(made.get(&id).map(|kind| (kind.name, id)));
            }
        }
        // Whatever stays holds in turn what it refers to.
        while let Some((name, id)) = open.pop_front() {
            let Some(kind) = kinds::find(name) else {
                continue;
            };
            let Some(record) = self.find(kind, id).await? else {
                continue;
            };
            for field in references(kind) {
                let target = record.values.get(field).and_then(|value| value.as_str());
                let target = target.and_then(|text| Uuid::parse_str(text).ok());
                let Some(target) = target.filter(|target| made.contains_key(target)) else {
                    continue;
                };
                if held.insert(target, (name, id)).is_none() {
                    open.extend(made.get(&target).map(|kind| (kind.name, target)));
                }
            }
        }
        Ok(held)
    }

    /// The records whose first entry is of the batch.
    async fn made_by(&mut self, batch: Uuid) -> Result<HashMap<Uuid, &'static Kind>> {
        let rows = sqlx::query(
            "SELECT DISTINCT kind, record FROM log AS made WHERE batch = ? AND NOT EXISTS \
             (SELECT 1 FROM log AS earlier WHERE earlier.record = made.record \
              AND earlier.batch <> made.batch AND earlier.seq < made.seq)",
        )
        .bind(batch)
        .fetch_all(self.connection().await?)
        .await
        .map_err(|error| self.failed(error))?;
        let mut made = HashMap::with_capacity(rows.len());
        for row in &rows {
            let read = || -> Result<(String, Uuid), sqlx::Error> {
                Ok((row.try_get("kind")?, row.try_get("record")?))
            };
            let (kind, record) = read().map_err(|error| self.failed(error))?;
            if let Some(kind) = kinds::find(&kind) {
                made.insert(record, kind);
            }
        }
        Ok(made)
    }

    /// Of those, the ones that were edited since and stay for that.
    async fn staying(
        &mut self,
        batch: Uuid,
        made: &HashMap<Uuid, &'static Kind>,
    ) -> Result<Vec<Holder>> {
        let entries = sqlx::query(
            "SELECT seq, kind, record, changes FROM log AS first WHERE batch = ?1 \
             AND EXISTS (SELECT 1 FROM log AS later WHERE later.record = first.record \
              AND later.batch <> ?1 AND later.seq > first.seq) ORDER BY seq",
        )
        .bind(batch)
        .fetch_all(self.connection().await?)
        .await
        .map_err(|error| self.failed(error))?;
        let none = HashMap::new();
        let (mut seen, mut staying) = (HashSet::new(), Vec::new());
        for entry in &entries {
            let changes = changes_of(entry).map_err(|error| self.failed(error))?;
            let record: Uuid = column(entry, "record").map_err(|error| self.failed(error))?;
            let Some(kind) = made.get(&record).filter(|_| seen.insert(record)) else {
                continue;
            };
            let planned = plan_back(self, entry, changes, &none, &mut Vec::new()).await?;
            let goes = planned.is_some_and(|planned| match planned.what {
                What::Changed(_, changes) => changes.contains_key(DELETED),
                What::Made(_) => false,
            });
            if !goes {
                staying.push((kind.name, record));
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
                    .fetch_all(self.connection().await?)
                    .await
                    .map_err(|error| self.failed(error))?;
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

/// The fields of a kind that refer to other records.
fn references(kind: &'static Kind) -> impl Iterator<Item = &'static str> {
    let fields = kind.fields.iter();
    let fields = fields.filter(|field| matches!(field.shape, Shape::Ref(_)));
    fields.map(|field| field.name)
}
