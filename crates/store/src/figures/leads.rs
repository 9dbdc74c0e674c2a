//! The leads of a year.

use uuid::Uuid;

use super::{OWN, id, span};
use crate::desk::Desk;
use crate::error::Result;

/// A lead received in the year, the first of its enterprise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadRow {
    /// The lead.
    pub lead: Uuid,
    /// Whether it was found effective.
    pub effective: bool,
    /// Where it came from.
    pub lead_source: Option<String>,
    /// The office that reported it.
    pub reporting_unit: Option<Uuid>,
    /// Who brought it.
    pub introducer: Option<Uuid>,
    /// The industry chain.
    pub chain: Option<String>,
    /// The month it was reported in, when the date says.
    pub month: Option<u32>,
}

type Found = (
    String,
    u8,
    Option<String>,
    String,
    String,
    Option<String>,
    Option<u32>,
);

impl Desk {
    /// The leads reported in `year`; a later report of the same enterprise,
    /// decided or not, is none of its own.
    pub async fn leads(&self, year: i32) -> Result<Vec<LeadRow>> {
        let sql = format!(
            "SELECT json_group_array(json_array(hex(r.id), coalesce(r.is_effective, 0), \
               r.lead_source, hex(r.reporting_unit), hex(r.introducer), r.chain, \
               iif(r.reported_at_precision IN ('day', 'ten_day', 'month'), \
                 CAST(substr(r.reported_at, 6, 2) AS INTEGER), NULL))) FROM lead AS r \
             WHERE r.deleted = 0 AND r.reported_at >= ?1 AND r.reported_at < ?2 AND {OWN}"
        );
        let rows: Vec<Found> = self.rows(sql, span(year)).await?;
        let read = |(lead, effective, source, unit, introducer, chain, month): Found| {
            Some(LeadRow {
                lead: id(&lead)?,
                effective: effective != 0,
                lead_source: source,
                reporting_unit: id(&unit),
                introducer: id(&introducer),
                chain,
                month,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }
}
