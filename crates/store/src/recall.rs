//! What a write transaction has read already, so that a batch asks once for
//! many rows and not once for each.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use sqlx::{AssertSqlSafe, Row};
use suoji_model::kinds::{self, EXTRA_PREFIX};
use suoji_model::{Kind, Shape};
use uuid::Uuid;

use crate::commit::{Planned, Session, Write};
use crate::error::Result;
use crate::row::{self, Record};

/// Records known to be there that are kept.
const MOST_THERE: usize = 200_000;

/// What a write transaction knows of the file.
#[derive(Default)]
pub(crate) struct Recalled {
    /// Rows as they stand; each is taken out by who asks for it.
    rows: HashMap<Uuid, Record>,
    /// Records that are there.
    there: HashSet<(&'static str, Uuid)>,
    /// The shapes of extra fields, by kind and name.
    extra: HashMap<(&'static str, String), Option<Shape>>,
}

impl Recalled {
    /// Forgets records that are there, once they are many: that can be asked
    /// again.
    fn shrink(&mut self) {
        if self.there.len() > MOST_THERE {
            self.there.clear();
        }
    }

    /// A record was written: it is there, and its row is another.
    pub(crate) fn written(&mut self, kind: &'static Kind, record: Uuid) {
        self.rows.remove(&record);
        self.there.insert((kind.name, record));
    }
}

impl Session<'_> {
    /// Reads what planning these writes will ask for.
    pub(crate) async fn recall_writes(&mut self, writes: &[Write]) -> Result<()> {
        // One row is read by the query that a window's edit has prepared.
        if writes.len() < 2 {
            return Ok(());
        }
        self.recalled.shrink();
        let made = writes.iter().filter(|write| write.seen.is_none());
        let made: HashSet<Uuid> = made.map(|write| write.record).collect();
        let mut rows: BTreeMap<&'static str, BTreeSet<Uuid>> = BTreeMap::new();
        let mut targets: BTreeMap<&'static str, BTreeSet<Uuid>> = BTreeMap::new();
        for write in writes {
            if write.seen.is_some() {
                rows.entry(write.kind.name)
                    .or_default()
                    .insert(write.record);
            }
            for (name, json) in &write.set {
                if let Some(Shape::Ref(target)) = write.kind.field(name).map(|field| field.shape)
                    && let Some(id) = json.as_str().and_then(|id| Uuid::parse_str(id).ok())
                    && !made.contains(&id)
                    && !self.recalled.there.contains(&(target, id))
                {
                    targets.entry(target).or_default().insert(id);
                }
            }
        }
        for (kind, ids) in rows {
            if let Some(kind) = kinds::find(kind) {
                self.recall(kind, ids).await?;
            }
        }
        for (kind, mut ids) in targets {
            let waiting: Vec<Uuid> = ids.extract_if(.., |id| self.waits_for(*id)).collect();
            let waiting = waiting.into_iter().map(|id| (kind, id));
            self.recalled.there.extend(waiting);
            if ids.is_empty() {
                continue;
            }
            let sql = format!("SELECT id FROM {kind} WHERE id IN {LISTED}");
            let query = sqlx::query(AssertSqlSafe(sql)).bind(listed(ids));
            for found in self.fetch_of_handed(query).await? {
                let id = found.try_get(0).map_err(|error| self.failed(error))?;
                self.recalled.there.insert((kind, id));
            }
        }
        Ok(())
    }

    /// Reads these rows of a kind.
    pub(crate) async fn recall(
        &mut self,
        kind: &'static Kind,
        ids: impl IntoIterator<Item = Uuid>,
    ) -> Result<()> {
        let sql = format!(
            "SELECT {} FROM {} WHERE id IN {LISTED}",
            row::table(kind).columns,
            kind.name
        );
        let mut ids: HashSet<Uuid> = ids.into_iter().collect();
        let waiting: HashSet<Uuid> = ids.extract_if(|id| self.waits_for(*id)).collect();
        if !waiting.is_empty() {
            let records = self.waiting_records(kind, &waiting);
            self.recalled.rows.extend(records);
        }
        if ids.is_empty() {
            return Ok(());
        }
        let query = sqlx::query(AssertSqlSafe(sql)).bind(listed(ids));
        let found = self.fetch_of_handed(query).await?;
        for found in &found {
            let record = row::read(kind, found).map_err(|error| self.failed(error))?;
            self.recalled.rows.insert(record.id, record);
        }
        Ok(())
    }

    /// The row of a record as it stands, in the bin or not.
    pub(crate) async fn find(&mut self, kind: &'static Kind, id: Uuid) -> Result<Option<Record>> {
        if let Some(record) = self.recalled.rows.remove(&id)
            && record.kind.name == kind.name
        {
            return Ok(Some(record));
        }
        if self.waits_for(id) {
            let mut found = self.waiting_records(kind, &HashSet::from([id]));
            return Ok(found.remove(&id));
        }
        let found = row::find(&mut **self.pen.lock().await, kind, id).await;
        found.map_err(|error| self.failed(error))
    }

    /// Whether there is such a record, in the bin or not.
    pub(crate) async fn exists(&mut self, kind: &'static str, id: Uuid) -> Result<bool> {
        if self.recalled.there.contains(&(kind, id)) {
            return Ok(true);
        }
        let is_it =
            |(planned, _): (&Planned, i64)| planned.record == id && planned.kind.name == kind;
        if self.waits_for(id) && self.waiting().any(is_it) {
            return Ok(true);
        }
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {kind} WHERE id = ?)");
        let exists = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(id)
            .fetch_one(&mut **self.pen.lock().await)
            .await;
        let exists: bool = exists.map_err(|error| self.failed(error))?;
        if exists {
            self.recalled.there.insert((kind, id));
        }
        Ok(exists)
    }

    /// The shape of a user's extra field of `kind`.
    pub(crate) async fn extra_shape(
        &mut self,
        kind: &'static Kind,
        name: &str,
    ) -> Result<Option<Shape>> {
        let id = name
            .strip_prefix(EXTRA_PREFIX)
            .and_then(|id| Uuid::parse_str(id).ok());
        let Some(id) = id else {
            return Ok(None);
        };
        let key = (kind.name, name.to_owned());
        if let Some(known) = self.recalled.extra.get(&key) {
            return Ok(*known);
        }
        let shape =
            sqlx::query_scalar("SELECT shape FROM extra_field WHERE id = ? AND of_kind = ?")
                .bind(id)
                .bind(kind.name)
                .fetch_optional(&mut **self.connection().await?)
                .await;
        let shape: Option<String> = shape.map_err(|error| self.failed(error))?;
        let shape = shape.and_then(|shape| kinds::extra_shape(&shape));
        self.recalled.extra.insert(key, shape);
        Ok(shape)
    }
}

/// Ids bound as one parameter by [`listed`].
pub(crate) const LISTED: &str = "(SELECT unhex(value) FROM json_each(?))";

pub(crate) fn listed(ids: impl IntoIterator<Item = Uuid>) -> String {
    let mut list = String::from("[");
    let mut text = Uuid::encode_buffer();
    for id in ids {
        list.push_str(if list.len() > 1 { ",\"" } else { "\"" });
        list.push_str(id.simple().encode_lower(&mut text));
        list.push('"');
    }
    list.push(']');
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Desk;
    use crate::commit::Batch;
    use serde_json::{Value as Json, json};
    use suoji_model::kinds::{PERSON, PROJECT};
    use suoji_model::log::{Intent, Values};

    fn values(json: Json) -> Values {
        json.as_object().cloned().unwrap_or_default()
    }

    #[tokio::test]
    async fn a_batch_sees_its_own_earlier_writes() {
        let folder = tempfile::tempdir().expect("folder");
        let desk = Desk::create(&folder.path().join("desk.db"), None)
            .await
            .expect("desk");
        let person = Write::create(&PERSON, values(json!({"name": "李四"})));
        let project = Write::create(
            &PROJECT,
            values(json!({"name": "一号", "sponsor_leader": person.record})),
        );
        let again = Write::edit(
            &PROJECT,
            project.record,
            i64::MAX,
            values(json!({"chain": "医药"})),
        );
        let id = project.record;
        let batch = Batch::new(Intent::Edit, None, vec![person, project, again]);
        let committed = desk.commit(batch).await.expect("commit");
        let record = desk.record(&PROJECT, id).await.expect("record");
        assert_eq!(record.values["chain"], "医药");
        assert_eq!(record.version, committed.seq);
        assert!(desk.verify().await.expect("verify").is_whole());
    }
}
