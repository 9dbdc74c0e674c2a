//! How often people wrote about the records of maps in twelve months, counted
//! on from the last entry that was seen.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::{Local, Months, NaiveDate, NaiveTime};
use suoji_store::Desk;
use uuid::Uuid;

use super::keep::{Kept, today};
use crate::fault::Fault;

/// The kinds whose entries count as work on a segment.
const KINDS: [&str; 5] = [
    "segment",
    "enterprise_segment",
    "segment_override",
    "lead",
    "project",
];

/// The entries of the twelve months to the end of a day, by record.
#[derive(Debug)]
pub(super) struct Written {
    desk: Uuid,
    day: NaiveDate,
    /// The first entry that was not seen.
    next: i64,
    times: Arc<HashMap<Uuid, u32>>,
}

impl Kept {
    /// How often people wrote each record in the twelve months to a day, or
    /// to the present one.
    pub(super) async fn written(
        &self,
        desk: &Desk,
        at: Option<NaiveDate>,
    ) -> Result<Arc<HashMap<Uuid, u32>>, Fault> {
        let today = today();
        if let Some(day) = at.filter(|day| *day < today) {
            return Ok(Written::to(desk, day).with_the_rest(desk).await?.times);
        }
        let mut kept = self.written.lock().await;
        let known = kept
            .take()
            .filter(|known| known.desk == desk.device() && known.day == today);
        let known = known.unwrap_or_else(|| Written::to(desk, today));
        let known = kept.insert(known.with_the_rest(desk).await?);
        Ok(Arc::clone(&known.times))
    }
}

impl Written {
    fn to(desk: &Desk, day: NaiveDate) -> Self {
        Self {
            desk: desk.device(),
            day,
            next: 0,
            times: Arc::default(),
        }
    }

    /// Counts the entries that were not seen.
    async fn with_the_rest(mut self, desk: &Desk) -> Result<Self, Fault> {
        let end = desk.log_end().await? + 1;
        if self.next < end {
            let found = desk.written(&KINDS, twelve_months(self.day), self.next..end);
            let times = Arc::make_mut(&mut self.times);
            for (record, count) in found.await? {
                *times.entry(record).or_default() += count;
            }
            self.next = end;
        }
        Ok(self)
    }
}

/// The twelve months to the end of a day, in milliseconds since 1970.
fn twelve_months(day: NaiveDate) -> Range<i64> {
    let end = day.succ_opt().unwrap_or(day);
    let start = end.checked_sub_months(Months::new(12)).unwrap_or(end);
    let millis = |day: NaiveDate| {
        let begin = day.and_time(NaiveTime::MIN).and_local_timezone(Local);
        begin.earliest().map_or(0, |begin| begin.timestamp_millis())
    };
    millis(start)..millis(end)
}
