//! One action on many records: one transaction, one undo, every refusal told.

use suoji_model::log::{Intent, Values};
use suoji_store::{Batch, Bulk, Desk, Outcome, Query, Write};
use uuid::Uuid;

use crate::app::App;
use crate::contract::*;
use crate::desks::me;
use crate::fault::{Code, Fault};
use crate::{kinds, lists, records};

/// The most rows of one call.
const MOST_ROWS: usize = 50_000;

impl App {
    /// Writes many records of one kind.
    pub(crate) async fn write_records(&self, request: WriteRecords) -> Result<WriteDone, Fault> {
        let kind = kinds::find(&request.kind)?;
        if request.rows.len() > MOST_ROWS {
            return Err(Fault::new(Code::TooManyRows)
                .with("count", request.rows.len().to_string())
                .with("most", MOST_ROWS.to_string()));
        }
        let mut writes = Vec::with_capacity(request.rows.len());
        let mut first = Vec::new();
        let mut made = records::Made::new();
        for row in request.rows {
            let mut values = records::normalise(kind, row.values);
            first.extend(records::made_first(
                kind,
                &mut values,
                row.create,
                &mut made,
            )?);
            writes.push(match (row.id, row.seen) {
                (Some(id), Some(seen)) => Write::edit(kind, id, seen, values),
                (None, None) => Write::create(kind, values),
                _ => return Err(half_named()),
            });
        }
        let intent = match request.intent {
            WriteIntent::Paste => Intent::Paste,
            WriteIntent::Fill => Intent::Fill,
            WriteIntent::BulkEdit => Intent::BulkEdit,
            WriteIntent::Clear => Intent::Clear,
        };
        let how = Bulk {
            dry_run: request.dry_run.unwrap_or(false),
            skip_refused: request.skip_refused.unwrap_or(false),
        };
        let desk = self.desk().await?;
        write_after(&desk, intent, first, writes, how).await
    }

    /// Sets the same fields of every record that is named or matches.
    pub(crate) async fn bulk_edit(&self, request: BulkEdit) -> Result<WriteDone, Fault> {
        let kind = kinds::find(&request.kind)?;
        let mut values = records::normalise(kind, request.values);
        let first =
            records::made_first(kind, &mut values, request.create, &mut records::Made::new())?;
        let query = Query {
            filters: request.filters.into_iter().map(lists::filter).collect(),
            text: request.text,
            ids: request.ids,
            ..Query::default()
        };
        let how = Bulk {
            dry_run: request.dry_run.unwrap_or(false),
            skip_refused: request.skip_refused.unwrap_or(false),
        };
        let desk = self.desk().await?;
        let matching = desk.matching(kind, &query).await?;
        // What nothing refers to is not made.
        let first = if matching.is_empty() {
            Vec::new()
        } else {
            first
        };
        let edit = |(id, seen)| Write::edit(kind, id, seen, Values::clone(&values));
        let writes = matching.into_iter().map(edit).collect();
        write_after(&desk, Intent::BulkEdit, first, writes, how).await
    }

    /// Moves many records of one kind into the recycle bin.
    pub(crate) async fn delete_records(&self, request: DeleteRecords) -> Result<WriteDone, Fault> {
        let kind = kinds::find(&request.kind)?;
        let bin = |row: SeenRow| Write::bin(kind, row.id, row.seen, true);
        let writes = request.rows.into_iter().map(bin).collect();
        let desk = self.desk().await?;
        write_after(&desk, Intent::Delete, Vec::new(), writes, Bulk::default()).await
    }
}

/// A record and the version at which it was seen go together.
pub(crate) fn half_named() -> Fault {
    Fault::new(Code::BadRequest).with("detail", "an id needs the version seen, a new row neither")
}

/// Writes rows after records that they refer to, which are no rows and are
/// not counted.
async fn write_after(
    desk: &Desk,
    intent: Intent,
    first: Vec<Write>,
    writes: Vec<Write>,
    how: Bulk,
) -> Result<WriteDone, Fault> {
    let ids: Vec<(Uuid, bool)> = writes
        .iter()
        .map(|write| (write.record, write.seen.is_none()))
        .collect();
    let before = first.len();
    let all = first.into_iter().chain(writes).collect();
    let batch = Batch::new(intent, me(desk).await?, all);
    let mut rows = desk.commit_rows(batch, how).await?;
    for outcome in rows.outcomes.drain(..before) {
        if let Outcome::Refused(refusals) = outcome
            && let Some(refusal) = refusals.into_iter().next()
        {
            return Err(refusal.into());
        }
    }
    let mut done = WriteDone {
        batch: rows.committed.as_ref().map(|committed| committed.batch),
        saved: Vec::new(),
        created: 0,
        changed: 0,
        unchanged: 0,
        refused: Vec::new(),
    };
    for ((row, outcome), (id, new)) in (0..).zip(rows.outcomes).zip(ids) {
        match outcome {
            Outcome::Created(version) => {
                done.created += 1;
                done.saved.push(SavedRow { row, id, version });
            }
            Outcome::Changed(version) => {
                done.changed += 1;
                done.saved.push(SavedRow { row, id, version });
            }
            Outcome::Unchanged => done.unchanged += 1,
            Outcome::Refused(refusals) => {
                for refusal in refusals {
                    done.refused.push(RefusedRow {
                        row,
                        id: (!new).then_some(id),
                        field: refusal.field().map(str::to_owned),
                        fault: refusal.into(),
                    });
                }
            }
        }
    }
    if done.batch.is_none() {
        done.saved.clear();
    }
    Ok(done)
}
