//! The work that stands on the maps of industry chains.

use suoji_model::Currency;
use uuid::Uuid;

use super::{fen, id};
use crate::desk::Desk;
use crate::error::Result;

/// A lead as a map sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainLead {
    /// The lead.
    pub id: Uuid,
    /// The enterprise.
    pub enterprise: Option<Uuid>,
    /// The segment it is for.
    pub segment: Option<Uuid>,
    /// What it is called.
    pub name: Option<String>,
    /// Whether it is still worked on.
    pub open: bool,
    /// The office that reported it.
    pub reporting_unit: Option<Uuid>,
    /// The first day of its date.
    pub reported_at: Option<String>,
}

/// A visit as a map sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainVisit {
    /// The visit.
    pub id: Uuid,
    /// Who was met.
    pub enterprise: Option<Uuid>,
    /// The first day of its date.
    pub visit_date: Option<String>,
}

/// A project with a segment as a map sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainProject {
    /// The project.
    pub id: Uuid,
    /// The segment.
    pub segment: Option<Uuid>,
    /// Who invests.
    pub investor: Option<Uuid>,
    /// Its name.
    pub name: String,
    /// Its stage.
    pub stage: Option<String>,
    /// The contract capital of its agreements that stand: first day of the
    /// date and fen.
    pub signed: Vec<(Option<String>, i64)>,
}

type FoundLead = (
    String,
    String,
    String,
    Option<String>,
    u8,
    String,
    Option<String>,
);
type FoundSum = (Option<String>, Option<i64>, Option<String>, Option<i64>);
type FoundProject = (
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    Vec<FoundSum>,
);

impl Desk {
    /// The leads of enterprises, or in segments. One that was rejected, found
    /// ineffective or turned into a project is no longer worked on.
    pub async fn chain_leads(&self) -> Result<Vec<ChainLead>> {
        let sql = "SELECT json_group_array(json_array(hex(r.id), hex(r.enterprise), hex(r.segment), \
               r.name, coalesce(r.is_effective, 1) AND coalesce(r.assessment, '') <> 'rejected' \
                 AND r.project IS NULL, hex(r.reporting_unit), r.reported_at)) FROM lead AS r \
             WHERE r.deleted = 0 AND (r.enterprise IS NOT NULL OR r.segment IS NOT NULL)";
        let rows: Vec<FoundLead> = self.rows(sql.to_owned(), Vec::new()).await?;
        let read = |(lead, enterprise, segment, name, open, unit, date): FoundLead| {
            Some(ChainLead {
                id: id(&lead)?,
                enterprise: id(&enterprise),
                segment: id(&segment),
                name,
                open: open != 0,
                reporting_unit: id(&unit),
                reported_at: date,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// The visits of enterprises.
    pub async fn chain_visits(&self) -> Result<Vec<ChainVisit>> {
        let sql = "SELECT json_group_array(json_array(hex(r.id), hex(r.enterprise), r.visit_date)) \
             FROM visit AS r WHERE r.deleted = 0 AND r.enterprise IS NOT NULL";
        let rows: Vec<(String, String, Option<String>)> =
            self.rows(sql.to_owned(), Vec::new()).await?;
        let read = |(visit, enterprise, visit_date): (String, String, Option<String>)| {
            Some(ChainVisit {
                id: id(&visit)?,
                enterprise: id(&enterprise),
                visit_date,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// The projects that stand in a segment, with what was signed for them.
    pub async fn chain_projects(&self) -> Result<Vec<ChainProject>> {
        let sql = "SELECT json_group_array(json_array(hex(p.id), hex(p.segment), \
               hex(coalesce(p.investor, p.project_company)), p.name, p.stage, \
               (SELECT json_group_array(json_array(a.sign_date, a.contract_capital, \
                  a.contract_capital_currency, a.rate)) FROM agreement AS a \
                WHERE a.project = p.id AND a.deleted = 0 AND NOT coalesce(a.voided, 0) \
                  AND a.agreement_type IN ('formal', 'entry', 'supplement')))) \
             FROM project AS p WHERE p.deleted = 0 AND p.segment IS NOT NULL \
               AND (p.suspected_same_as IS NULL OR p.same_verdict = 'different')";
        let rows: Vec<FoundProject> = self.rows(sql.to_owned(), Vec::new()).await?;
        let read = |(project, segment, investor, name, stage, sums): FoundProject| {
            let sums = sums
                .into_iter()
                .filter_map(|(date, minor, currency, rate)| {
                    let currency = currency.filter(|name| Currency::parse(name).is_some());
                    Some((date, fen(&(minor, currency), rate)?))
                });
            Some(ChainProject {
                id: id(&project)?,
                segment: id(&segment),
                investor: id(&investor),
                name: name.unwrap_or_default(),
                stage,
                signed: sums.collect(),
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }
}
