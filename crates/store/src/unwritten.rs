//! What a write transaction has planned and SQLite may not have yet: who looks
//! for records sees them as they will be, and waits for nothing.

use std::collections::{HashMap, HashSet};

use suoji_model::Kind;
use suoji_model::log::{Replayed, Values};
use uuid::Uuid;

use crate::commit::{Planned, Session, What};
use crate::handing::Handing;
use crate::row::Record;

impl Planned {
    /// The record after it, when it stands at this place of the log.
    pub(crate) fn after(&self, seq: i64) -> Replayed {
        match &self.what {
            What::Made(values) => Replayed {
                values: values.clone(),
                deleted: false,
                version: seq,
            },
            What::Changed(before, changes) => {
                let mut after = Replayed {
                    values: before.values.clone(),
                    deleted: before.deleted,
                    version: before.version,
                };
                after.apply(seq, changes.clone());
                after
            }
        }
    }

    fn record_after(&self, seq: i64) -> Record {
        let after = self.after(seq);
        Record {
            kind: self.kind,
            id: self.record,
            version: after.version,
            deleted: after.deleted,
            values: after.values,
        }
    }
}

impl Session<'_> {
    /// The changes that SQLite may not have yet, in order, and the versions
    /// they lead to.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = (&Planned, i64)> {
        let handed = self.handing.iter().flat_map(Handing::changes);
        let all = handed.chain(&self.waiting);
        all.map(|(planned, place)| (planned, place.seq))
    }

    /// Whether SQLite may not have a change of this record yet.
    pub(crate) fn waits_for(&self, record: Uuid) -> bool {
        let mut handing = self.handing.iter();
        self.theirs.contains(&record) || handing.any(|handing| handing.is_of(record))
    }

    /// Records of a kind as what waits leaves them, in the bin or not; those
    /// of which nothing waits are not among them.
    pub(crate) fn waiting_records(
        &self,
        kind: &'static Kind,
        ids: &HashSet<Uuid>,
    ) -> HashMap<Uuid, Record> {
        let waiting = self.waiting();
        let waiting = waiting
            .filter(|(planned, _)| planned.kind.name == kind.name && ids.contains(&planned.record));
        // The last change of a record knows those before.
        let last: HashMap<Uuid, (&Planned, i64)> = waiting
            .map(|(planned, seq)| (planned.record, (planned, seq)))
            .collect();
        let last = last.into_iter();
        last.map(|(id, (planned, seq))| (id, planned.record_after(seq)))
            .collect()
    }

    /// Puts what waits into records of a kind that SQLite found: the living
    /// ones of which `is_meant` says so by id and values.
    pub(crate) fn with_waiting(
        &self,
        kind: &'static Kind,
        mut found: Vec<Record>,
        is_meant: impl Fn(Uuid, &Values) -> bool,
    ) -> Vec<Record> {
        let mut made: Vec<(&Planned, i64)> = Vec::new();
        let mut changed: HashMap<Uuid, (&Planned, i64)> = HashMap::new();
        for (planned, seq) in self.waiting().filter(|(one, _)| one.kind.name == kind.name) {
            match &planned.what {
                What::Made(values) if is_meant(planned.record, values) => {
                    made.push((planned, seq));
                }
                What::Made(_) => {}
                What::Changed(..) => _ = changed.insert(planned.record, (planned, seq)),
            }
        }
        let is_last = |id: &Uuid| !changed.contains_key(id);
        found.retain(|record| is_last(&record.id));
        made.retain(|(planned, _)| is_last(&planned.record));
        let after = |(planned, seq): (&Planned, i64)| planned.record_after(seq);
        found.extend(made.into_iter().map(after));
        let changed = changed.into_values().map(after);
        found.extend(
            changed.filter(|record| !record.deleted && is_meant(record.id, &record.values)),
        );
        found.sort_by_key(|record| record.id);
        // SQLite may have some of those that waited by now.
        found.dedup_by_key(|record| record.id);
        found
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};
    use suoji_model::kinds::PROJECT;
    use suoji_model::log::{Intent, Values};

    use crate::commit::{Batch, Write};
    use crate::{Desk, Record, Running};

    fn values(json: Json) -> Values {
        json.as_object().cloned().unwrap_or_default()
    }

    async fn named(run: &mut Running<'_>, name: &str) -> Vec<Record> {
        let found = run.records_by(&PROJECT, "name", [name.to_owned()]).await;
        found.expect("records")
    }

    #[tokio::test]
    async fn who_looks_sees_records_as_they_will_be() {
        let folder = tempfile::tempdir().expect("folder");
        let desk = Desk::create(&folder.path().join("desk.db"), None)
            .await
            .expect("desk");
        let standing = Write::create(&PROJECT, values(json!({"name": "一号"})));
        let standing_id = standing.record;
        let batch = Batch::new(Intent::Edit, None, vec![standing]);
        let before = desk.commit(batch).await.expect("commit");

        let batch = Batch::new(Intent::Import, None, Vec::new());
        let mut run = desk.begin(&batch).await.expect("begin");
        let made = Write::create(&PROJECT, values(json!({"name": "二号"})));
        let made_id = made.record;
        let renamed = values(json!({"name": "三号"}));
        let moved = Write::edit(&PROJECT, standing_id, before.seq, renamed);
        run.write(vec![made, moved]).await.expect("write");
        assert!(named(&mut run, "一号").await.is_empty());
        let [two] = &*named(&mut run, "二号").await else {
            panic!("one is called so");
        };
        let [three] = &*named(&mut run, "三号").await else {
            panic!("one is called so");
        };
        assert_eq!((two.id, three.id), (made_id, standing_id));
        assert!(three.version > before.seq);

        // Changed again by what was seen of it, and into the bin.
        let chain = values(json!({"chain": "医药"}));
        let again = Write::edit(&PROJECT, made_id, two.version, chain);
        let gone = Write::bin(&PROJECT, standing_id, three.version, true);
        run.write(vec![again, gone]).await.expect("write");
        assert!(named(&mut run, "三号").await.is_empty());
        assert_eq!(named(&mut run, "二号").await[0].values["chain"], "医药");
        run.finish().await.expect("finish");

        let two = desk.record(&PROJECT, made_id).await.expect("record");
        assert_eq!(two.values["chain"], "医药");
        let one = desk.record(&PROJECT, standing_id).await.expect("record");
        assert!(one.deleted);
        assert!(desk.verify().await.expect("verify").is_whole());
    }
}
