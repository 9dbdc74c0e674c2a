//! Many records in one action: every row is planned and what is not accepted
//! is told row by row, in one transaction and for one undo.

use crate::commit::{BLOCK, Batch, Committed, Session, What, Write};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::plan;

/// How a batch of many records is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bulk {
    /// Only says what would happen.
    pub dry_run: bool,
    /// Writes what is accepted although other rows are refused.
    pub skip_refused: bool,
}

/// What one write of the batch came to.
#[derive(Debug)]
pub enum Outcome {
    /// It made a record of this version.
    Created(i64),
    /// It changed a record to this version.
    Changed(i64),
    /// The record had these values already.
    Unchanged,
    /// Why it is not accepted; several fields may be wrong.
    Refused(Vec<Error>),
}

/// What a batch of many records came to.
#[derive(Debug)]
pub struct Rows {
    /// The batch; `None` when nothing was written.
    pub committed: Option<Committed>,
    /// One for each write, in order. Versions are 0 when nothing was written.
    pub outcomes: Vec<Outcome>,
}

impl Desk {
    /// Writes a batch row by row.
    ///
    /// Unless `how` says otherwise, one refused row means that nothing is
    /// written. Errors: only what the file says.
    pub async fn commit_rows(&self, batch: Batch, how: Bulk) -> Result<Rows> {
        let mut session = Session::begin(self, &batch, None).await?;
        let mut outcomes = Vec::with_capacity(batch.writes.len());
        let mut writing = !how.dry_run;
        let mut written = false;
        let mut writes = batch.writes;
        for block in writes.chunks_mut(BLOCK) {
            session.recall_writes(block).await?;
            for write in block {
                let outcome = match plan_row(&mut session, write).await? {
                    Ok(None) => Outcome::Unchanged,
                    Ok(Some(planned)) => {
                        let made = matches!(planned.what, What::Made(_));
                        let version = if writing {
                            written = true;
                            session.write_entry(planned).await?
                        } else {
                            // What comes after may refer to it.
                            session.recalled.written(planned.kind, planned.record);
                            0
                        };
                        if made {
                            Outcome::Created(version)
                        } else {
                            Outcome::Changed(version)
                        }
                    }
                    Err(refusals) => {
                        writing &= how.skip_refused;
                        Outcome::Refused(refusals)
                    }
                };
                outcomes.push(outcome);
            }
        }
        let committed = match writing && written {
            true => Some(session.finish().await?),
            false => None,
        };
        if committed.is_none() {
            for outcome in &mut outcomes {
                if let Outcome::Created(version) | Outcome::Changed(version) = outcome {
                    *version = 0;
                }
            }
        }
        Ok(Rows {
            committed,
            outcomes,
        })
    }
}

/// Plans one row; the inner error is everything that is wrong with it.
async fn plan_row(
    session: &mut Session<'_>,
    write: &mut Write,
) -> Result<Result<Option<crate::commit::Planned>, Vec<Error>>> {
    let mut refusals = Vec::new();
    loop {
        match plan::plan(session, write).await {
            Ok(planned) if refusals.is_empty() => return Ok(Ok(planned)),
            Ok(_) => return Ok(Err(refusals)),
            Err(error) if error.is_refusal() => {
                // The rest of the row is looked at without the field, so that
                // one look tells everything that is wrong.
                let field = error.field().map(str::to_owned);
                refusals.push(error);
                if field.and_then(|field| write.set.remove(&field)).is_none() {
                    return Ok(Err(refusals));
                }
            }
            Err(error) => return Err(error),
        }
    }
}
