//! The leads of a year.

use std::collections::HashMap;

use suoji_model::Period;
use uuid::Uuid;

use super::{OWN, UNDECIDED, id, is_rough, span};
use crate::desk::Desk;
use crate::error::Result;

/// A lead received in the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadRow {
    /// The lead.
    pub lead: Uuid,
    /// Whether it was found effective, where somebody said.
    pub effective: Option<bool>,
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
    /// Whether its date is so rough that it may lie behind the period.
    pub rough: bool,
    /// Whether it may be a later report of an enterprise, which nobody decided
    /// yet.
    pub undecided: bool,
}

/// What a checklist may ask of a lead, as far as the records say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeadChecks {
    /// The planned investment in fen, where it is in yuan.
    pub planned_fen: Option<i64>,
    /// Whether something is planned, in some currency.
    pub has_scale: bool,
    /// Whether it says what is to be made or built.
    pub has_content: bool,
    /// Whether its investor is known.
    pub has_enterprise: bool,
    /// Whether somebody can be called.
    pub has_contact: bool,
    /// Whether it says what is needed: land, or help.
    pub has_needs: bool,
    /// Whether it enlarges what stands here.
    pub is_expansion: bool,
    /// Whether it was assessed as fit.
    pub is_fit: bool,
    /// Whether an agreement is there.
    pub is_agreed: bool,
    /// Whether the investor came here.
    pub came: bool,
    /// Whether a leader met the investor.
    pub met_leader: bool,
    /// Whether a visit left an intent.
    pub has_intent: bool,
    /// How it gets on.
    pub progress: String,
    /// Whom one talks with, in the words of the lead, its contact and visits.
    pub ranks: String,
    /// What the investor is called as a distinction.
    pub tags: String,
}

type Checked = (
    String,
    (Option<i64>, u8, u8, u8, u8, u8),
    (u8, u8, u8),
    (u8, u8, u8),
    (String, String, String),
);

type Found = (
    String,
    Option<u8>,
    Option<String>,
    String,
    String,
    Option<String>,
    Option<u32>,
    (u8, u8),
);

impl Desk {
    /// The leads reported in `period`; what was found a later report of the same
    /// enterprise is none of its own.
    pub async fn leads(&self, period: Period) -> Result<Vec<LeadRow>> {
        let rough = is_rough("r.reported_at", period);
        let sql = format!(
            "SELECT json_group_array(json_array(hex(r.id), r.is_effective, \
               r.lead_source, hex(r.reporting_unit), hex(r.introducer), r.chain, \
               iif(r.reported_at_precision IN ('day', 'ten_day', 'month'), \
                 CAST(substr(r.reported_at, 6, 2) AS INTEGER), NULL), \
               json_array({rough}, {UNDECIDED}))) FROM lead AS r \
             WHERE r.deleted = 0 AND r.reported_at >= ?1 AND r.reported_at < ?2 AND {OWN}"
        );
        let rows: Vec<Found> = self.rows(sql, span(period)).await?;
        let read = |row: Found| {
            let (lead, effective, source, unit, introducer, chain, month, is) = row;
            Some(LeadRow {
                lead: id(&lead)?,
                effective: effective.map(|said| said != 0),
                lead_source: source,
                reporting_unit: id(&unit),
                introducer: id(&introducer),
                chain,
                month,
                rough: is.0 != 0,
                undecided: is.1 != 0,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// What checklists may ask of the leads reported in `period`, by lead.
    pub async fn lead_checks(&self, period: Period) -> Result<HashMap<Uuid, LeadChecks>> {
        let sql = format!(
            "SELECT json_group_array(json_array(hex(r.id), \
               json_array(iif(r.planned_investment_currency = 'CNY', r.planned_investment, NULL), \
                 r.planned_investment IS NOT NULL, coalesce(r.content, '') <> '', \
                 r.enterprise IS NOT NULL, r.contact IS NOT NULL, \
                 r.land_area IS NOT NULL OR coalesce(r.issue, '') <> ''), \
               json_array(coalesce(r.lead_source, '') = 'via_expansion', \
                 coalesce(r.assessment, '') = 'passed', \
                 EXISTS (SELECT 1 FROM agreement AS a WHERE a.deleted = 0 \
                   AND a.project = r.project)), \
               json_array({came}, {met}, {intent}), \
               json_array(coalesce(r.progress, ''), \
                 coalesce(r.contact_level, '') || ' ' || coalesce(c.duty, '') || ' ' || \
                   coalesce((SELECT group_concat(concat_ws(' ', v.their_duty, v.their_people), ' ') FROM visit AS v \
                     WHERE v.deleted = 0 AND (v.lead = r.id OR v.enterprise = r.enterprise)), ''), \
                 coalesce(e.tags, '')))) \
             FROM lead AS r LEFT JOIN contact AS c ON c.id = r.contact \
             LEFT JOIN enterprise AS e ON e.id = r.enterprise \
             WHERE r.deleted = 0 AND r.reported_at >= ?1 AND r.reported_at < ?2 AND {OWN}",
            came = visited("v.visit_type IN ('visit_in', 'reception', 'site_survey')"),
            met = visited("v.visit_type = 'leader_meeting' OR v.leader IS NOT NULL"),
            intent = visited("coalesce(v.intent, '') <> ''"),
        );
        let rows: Vec<Checked> = self.rows(sql, span(period)).await?;
        let read = |(lead, has, is, visits, texts): Checked| {
            let (progress, ranks, tags) = texts;
            let checks = LeadChecks {
                planned_fen: has.0,
                has_scale: has.1 != 0,
                has_content: has.2 != 0,
                has_enterprise: has.3 != 0,
                has_contact: has.4 != 0,
                has_needs: has.5 != 0,
                is_expansion: is.0 != 0,
                is_fit: is.1 != 0,
                is_agreed: is.2 != 0,
                came: visits.0 != 0,
                met_leader: visits.1 != 0,
                has_intent: visits.2 != 0,
                progress,
                ranks,
                tags,
            };
            Some((id(&lead)?, checks))
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }
}

/// Whether the lead or its enterprise has such a visit.
fn visited(which: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM visit AS v WHERE v.deleted = 0 \
         AND (v.lead = r.id OR v.enterprise = r.enterprise) AND ({which}))"
    )
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};
    use suoji_model::Period;
    use suoji_model::kinds::{LEAD, VISIT};
    use suoji_model::log::{Intent, Values};

    use crate::{Batch, Desk, Write};

    fn values(json: Json) -> Values {
        json.as_object().cloned().unwrap_or_default()
    }

    #[tokio::test]
    async fn a_visitor_without_a_duty_is_heard_as_well() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("desk.db");
        let desk = Desk::create(&path, None).await.expect("desk");
        let told = json!({"name": "制剂", "reported_at": {"date": "2024-03-01"}});
        let lead = Write::create(&LEAD, values(told));
        let visit = |more: Json| {
            let mut set = values(more);
            set.insert("lead".to_owned(), json!(lead.record));
            set.insert("visit_date".to_owned(), json!({"date": "2024-03-02"}));
            Write::create(&VISIT, set)
        };
        let writes = vec![
            lead.clone(),
            visit(json!({"their_people": "王总经理"})),
            visit(json!({"their_duty": "部长"})),
        ];
        let batch = Batch::new(Intent::Import, None, writes);
        desk.commit(batch).await.expect("commit");
        let year = Period::new(2024, Period::LAST).expect("year");
        let checks = desk.lead_checks(year).await.expect("checks");
        let ranks = &checks[&lead.record].ranks;
        assert!(
            ranks.contains("王总经理") && ranks.contains("部长"),
            "{ranks}"
        );
    }
}
