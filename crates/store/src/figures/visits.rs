//! The visits of a period.

use suoji_model::Period;
use uuid::Uuid;

use super::{OWN, UNDECIDED, id, is_rough, span};
use crate::desk::Desk;
use crate::error::Result;

/// A visit paid or received in the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitRow {
    /// The visit.
    pub visit: Uuid,
    /// The office that paid or received it.
    pub resident_office: Option<Uuid>,
    /// Its type.
    pub visit_type: Option<String>,
    /// The month, when the date says.
    pub month: Option<u32>,
    /// Whether its date is so rough that it may lie behind the period.
    pub rough: bool,
    /// Whether it may be another's repetition, which nobody decided yet.
    pub undecided: bool,
}

type Found = (String, String, Option<String>, Option<u32>, (u8, u8));

impl Desk {
    /// The visits of `period`; one of several days counts once, when it
    /// began.
    pub async fn visits(&self, period: Period) -> Result<Vec<VisitRow>> {
        let rough = is_rough("r.visit_date", period);
        let sql = format!(
            "SELECT json_group_array(json_array(hex(r.id), hex(r.resident_office), r.visit_type, \
               iif(r.visit_date_precision IN ('day', 'ten_day', 'month'), \
                 CAST(substr(r.visit_date, 6, 2) AS INTEGER), NULL), \
               json_array({rough}, {UNDECIDED}))) FROM visit AS r \
             WHERE r.deleted = 0 AND r.visit_date >= ?1 AND r.visit_date < ?2 AND {OWN}"
        );
        let rows: Vec<Found> = self.rows(sql, span(period)).await?;
        let read = |(visit, office, visit_type, month, is): Found| {
            Some(VisitRow {
                visit: id(&visit)?,
                resident_office: id(&office),
                visit_type,
                month,
                rough: is.0 != 0,
                undecided: is.1 != 0,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }
}
