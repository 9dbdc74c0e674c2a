//! What an action is called: after the record that a person made or changed,
//! and not after those that were made on the way.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use sqlx::AssertSqlSafe;
use suoji_model::log::{Changes, DELETED, Intent};
use suoji_model::{Shape, kinds};
use uuid::Uuid;

use super::{Pending, changes_of, column, fields};
use crate::desk::Desk;
use crate::error::Result;

/// Batches whose description is kept.
const MOST_DESCRIBED: usize = 8;

/// The batches that were described last, with what they took back. What is in
/// the log stays as it is, and a large batch takes long to count.
#[derive(Debug, Default)]
pub(crate) struct Described(Mutex<VecDeque<(Option<Uuid>, Pending)>>);

impl Described {
    fn find(&self, batch: Uuid, undoes: Option<Uuid>) -> Option<Pending> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept
            .iter()
            .find(|(back, one)| one.batch == batch && *back == undoes);
        found.map(|(_, one)| one.clone())
    }

    fn keep(&self, undoes: Option<Uuid>, described: Pending) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST_DESCRIBED {
            kept.pop_front();
        }
        kept.push_back((undoes, described));
    }
}

/// Leaves out what is no record of any ledger, such as the template that an
/// import kept.
fn of_ledgers() -> String {
    let internal = kinds::ALL.iter().filter(|kind| kind.internal);
    let names: Vec<String> = internal.map(|kind| format!("'{}'", kind.name)).collect();
    format!(" AND kind NOT IN ({})", names.join(", "))
}

impl Desk {
    /// Describes a batch by the action that it took back, if it did.
    pub(super) async fn describe(&self, batch: Uuid, undoes: Option<Uuid>) -> Result<Pending> {
        if let Some(described) = self.described.find(batch, undoes) {
            return Ok(described);
        }
        let described = self.read_description(batch, undoes).await?;
        self.described.keep(undoes, described.clone());
        Ok(described)
    }

    async fn read_description(&self, batch: Uuid, undoes: Option<Uuid>) -> Result<Pending> {
        let (first, intent) = self.original(batch, undoes).await?;
        // Records that are made for another one are written before it.
        let is_together = matches!(intent, Intent::Create | Intent::Edit | Intent::BulkEdit);
        let order = if is_together { "DESC" } else { "ASC" };
        let counted = match intent {
            Intent::Import => of_ledgers(),
            _ => String::new(),
        };
        let sql = format!(
            "SELECT kind, record, changes, (SELECT count(DISTINCT record) FROM log \
             WHERE batch = ?2{counted}) AS count FROM log WHERE batch = ?1 ORDER BY seq {order} LIMIT 1"
        );
        let entry = sqlx::query(AssertSqlSafe(sql))
            .bind(first)
            .bind(batch)
            .fetch_one(self.readers())
            .await
            .map_err(|error| self.failed(error))?;
        let read = || -> Result<(Changes, String, Uuid, i64), sqlx::Error> {
            let (kind, record) = (column(&entry, "kind")?, column(&entry, "record")?);
            Ok((changes_of(&entry)?, kind, record, column(&entry, "count")?))
        };
        let (changes, kind, record, count) = read().map_err(|error| self.failed(error))?;
        let made = if is_together && count > 1 {
            self.made_for(first, &kind, &changes).await?
        } else {
            Vec::new()
        };
        let mut fields = changes
            .iter()
            .flat_map(|(group, change)| fields(group, change));
        let (field, second) = (fields.next(), fields.next());
        Ok(Pending {
            batch,
            intent,
            field: field.filter(|name| second.is_none() && name != DELETED),
            kind,
            record,
            count: (count - i64::try_from(made.len()).unwrap_or(0)).max(1),
            made,
        })
    }

    /// The records made by `batch` that these changes of a record refer to.
    async fn made_for(
        &self,
        batch: Uuid,
        kind: &str,
        changes: &Changes,
    ) -> Result<Vec<(String, Uuid)>> {
        let mut made = Vec::new();
        let Some(kind) = kinds::find(kind) else {
            return Ok(made);
        };
        for (name, value) in changes.values().flat_map(|change| &change.new) {
            let field = kind.field(name).map(|field| field.shape);
            let (Some(Shape::Ref(target)), Some(text)) = (field, value.as_str()) else {
                continue;
            };
            let Ok(record) = Uuid::parse_str(text) else {
                continue;
            };
            let maker: Option<Uuid> =
                sqlx::query_scalar("SELECT batch FROM log WHERE record = ? ORDER BY seq LIMIT 1")
                    .bind(record)
                    .fetch_optional(self.readers())
                    .await
                    .map_err(|error| self.failed(error))?;
            if maker == Some(batch) && made.iter().all(|(_, known)| *known != record) {
                made.push((target.to_owned(), record));
            }
        }
        Ok(made)
    }

    /// The action before undo and redo passed it on, and what it was for.
    async fn original(&self, batch: Uuid, undoes: Option<Uuid>) -> Result<(Uuid, Intent)> {
        let (mut batch, mut undoes) = (batch, undoes);
        while let Some(earlier) = undoes {
            batch = earlier;
            undoes =
                sqlx::query_scalar("SELECT undoes FROM log WHERE batch = ? AND intent IS NOT NULL")
                    .bind(batch)
                    .fetch_one(self.readers())
                    .await
                    .map_err(|error| self.failed(error))?;
        }
        let intent: String =
            sqlx::query_scalar("SELECT intent FROM log WHERE batch = ? AND intent IS NOT NULL")
                .bind(batch)
                .fetch_one(self.readers())
                .await
                .map_err(|error| self.failed(error))?;
        Ok((batch, Intent::parse(&intent).unwrap_or(Intent::Edit)))
    }
}
