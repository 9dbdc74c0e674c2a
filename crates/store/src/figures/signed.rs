//! The rows behind the signing figures of a period.

use suoji_model::money::Money;
use suoji_model::rule::SigningRule;
use suoji_model::{Currency, Period};
use uuid::Uuid;

use super::{COUNTS_AS, SAME, is_rough};
use crate::desk::Desk;
use crate::error::Result;

/// The first counted agreement of a project signed in the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedRow {
    /// The agreement.
    pub agreement: Uuid,
    /// The amount in fen; `None` when there is none, or none in yuan.
    pub fen: Option<i64>,
    /// Whether the amount is approximate.
    pub approximate: bool,
    /// The month it was signed in, 1 to 12, when the date says.
    pub month: Option<u32>,
    /// Whether its date is so rough that it may lie behind the period.
    pub rough: bool,
}

/// Whether nobody decided yet if project `p` is another, which has agreements:
/// until then its own do not count. Without any there, or with that one in the
/// bin, of the projects that may be that one the first counts, whatever is
/// decided.
pub(crate) const OPEN: &str = "(p.suspected_same_as IS NOT NULL \
     AND coalesce(p.same_verdict, '') NOT IN ('same', 'different') \
     AND (EXISTS (SELECT 1 FROM project AS o JOIN agreement AS x ON x.project = o.id \
         WHERE o.id = p.suspected_same_as AND o.deleted = 0 AND x.deleted = 0) \
       OR EXISTS (SELECT 1 FROM project AS y JOIN agreement AS x ON x.project = y.id \
         WHERE y.suspected_same_as = p.suspected_same_as AND y.id < p.id \
           AND y.deleted = 0 AND x.deleted = 0)))";

/// All rows of a period.
pub type SigningSet = Vec<SignedRow>;

/// What is known of the project of a signed agreement, for breakdowns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignedProject {
    /// The agreement.
    pub agreement: Uuid,
    /// The enterprise that signed or invests.
    pub party: Option<Uuid>,
    /// The industry chain.
    pub chain: Option<String>,
    /// Where the money comes from.
    pub source_region: Option<String>,
    /// How the project was won.
    pub promotion_method: Option<String>,
    /// The resident office that won it.
    pub resident_office: Option<Uuid>,
    /// Who brought it.
    pub partner: Option<Uuid>,
    /// Whether it enlarges something that stands: 增资, or a later phase.
    pub expansion: bool,
}

/// A supplement signed in the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupplementRow {
    /// The agreement.
    pub agreement: Uuid,
    /// The amount it adds, in fen.
    pub fen: Option<i64>,
    /// Whether the amount is approximate.
    pub approximate: bool,
    /// Whether its date is so rough that it may lie behind the period.
    pub rough: bool,
}

impl Desk {
    /// The projects signed in `period` under `rule`, each by its first counted
    /// agreement.
    ///
    /// An agreement counts when its type does, it is not in the bin, not
    /// voided by the period's end, and its project is not suspected to repeat
    /// another that has agreements; a project found to be the same as another counts as that one.
    pub async fn signed(&self, period: Period, rule: &SigningRule) -> Result<SigningSet> {
        let (columns, date) = (columns("a", period, rule), date(rule));
        // From the period's own rows outwards: for each, whether the project it
        // counts for (its own, or the one it was found to be the same as) has
        // an earlier counted agreement, by itself or through another project
        // found to be the same. The rows come as one text: a year may have
        // tens of thousands, and each on its own costs more than finding it.
        let (a, e) = (counts("a", rule), counts("e", rule));
        let sql = format!(
            "WITH RECURSIVE {SAME} SELECT json_group_array({columns}) \
             FROM agreement AS a JOIN project AS p ON p.id = a.project \
             WHERE a.{date} >= ?1 AND {a} AND p.deleted = 0 \
               AND NOT {OPEN} \
               AND NOT EXISTS (SELECT 1 FROM agreement AS e \
                 WHERE e.project = {COUNTS_AS} \
                   AND (e.{date}, e.id) < (a.{date}, a.id) AND {e} \
                   AND (p.same_verdict IS NOT 'same' OR EXISTS (SELECT 1 FROM project AS q \
                     WHERE q.id = e.project AND q.deleted = 0 \
                       AND (q.suspected_same_as IS NULL OR q.same_verdict = 'different')))) \
               AND (NOT (SELECT EXISTS (SELECT 1 FROM project \
                   WHERE suspected_same_as IS NOT NULL AND same_verdict = 'same')) \
                 OR NOT EXISTS (SELECT 1 FROM same AS s JOIN project AS q ON q.id = s.id \
                   JOIN agreement AS e ON e.project = q.id \
                   WHERE s.root = {COUNTS_AS} AND q.deleted = 0 \
                     AND (e.{date}, e.id) < (a.{date}, a.id) AND {e}))"
        );
        let rows: Vec<Found> = self.rows(sql, binds(period, rule)).await?;
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// The agreements that would count in `period` under `rule`, but that their
    /// project may repeat another, which nobody decided yet.
    pub async fn signed_undecided(&self, period: Period, rule: &SigningRule) -> Result<SigningSet> {
        let (columns, date) = (columns("a", period, rule), date(rule));
        let a = counts("a", rule);
        // From the projects outwards: few are undecided.
        let sql = format!(
            "SELECT json_group_array({columns}) \
             FROM project AS p CROSS JOIN agreement AS a ON a.project = p.id \
             WHERE p.suspected_same_as IS NOT NULL AND p.deleted = 0 AND {OPEN} \
               AND a.{date} >= ?1 AND {a}"
        );
        let rows: Vec<Found> = self.rows(sql, binds(period, rule)).await?;
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// What is known of the projects of the period's agreements.
    pub async fn signed_projects(&self, period: Period) -> Result<Vec<SignedProject>> {
        let sql = "SELECT json_group_array(json_array(hex(a.id), \
               hex(coalesce(a.party, p.investor)), p.chain, p.source_region, \
               p.promotion_method, hex(p.resident_office), hex(p.partner), \
               p.promotion_method IS 'via_expansion' OR p.parent_project IS NOT NULL)) \
             FROM agreement AS a JOIN project AS p ON p.id = a.project \
             WHERE a.deleted = 0 AND (a.sign_date >= ?1 AND a.sign_date < ?2 \
               OR a.review_date >= ?1 AND a.review_date < ?2)";
        let rows: Vec<FoundProject> = self.rows(sql.to_owned(), super::span(period)).await?;
        let read = |row: FoundProject| {
            let (id, party, chain, region, method, office, partner, expansion) = row;
            Some(SignedProject {
                agreement: super::id(&id)?,
                party: super::id(&party),
                chain,
                source_region: region,
                promotion_method: method,
                resident_office: super::id(&office),
                partner: super::id(&partner),
                expansion: expansion != 0,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// The supplements signed in `period` that are not voided by its end, nor
    /// is what they add to. As for [`Desk::signed`], a project that is
    /// suspected to repeat another adds nothing until that is decided.
    pub async fn supplements(
        &self,
        period: Period,
        rule: &SigningRule,
    ) -> Result<Vec<SupplementRow>> {
        let (amount, date) = (amount(rule), date(rule));
        let voided = |agreement: &str| {
            format!(
                "(coalesce({agreement}.voided, 0) AND coalesce({agreement}.void_date, '') < ?2)"
            )
        };
        let (own, first) = (voided("a"), voided("f"));
        let rough = is_rough(&format!("a.{date}"), period);
        let sql = format!(
            "SELECT json_group_array(json_array(hex(a.id), a.{amount}, a.{amount}_currency, \
               a.rate, a.{amount}_mark IS NOT NULL, NULL, {rough})) \
             FROM agreement AS a JOIN project AS p ON p.id = a.project \
             LEFT JOIN agreement AS f ON f.id = a.supplement_to \
             WHERE a.deleted = 0 AND p.deleted = 0 AND a.{date} >= ?1 AND a.{date} < ?2 \
               AND NOT {OPEN} \
               AND a.agreement_type = 'supplement' AND NOT {own} AND {first} IS NOT 1"
        );
        let rows: Vec<Found> = self.rows(sql, super::span(period)).await?;
        let supplement = |row: SignedRow| SupplementRow {
            agreement: row.agreement,
            fen: row.fen,
            approximate: row.approximate,
            rough: row.rough,
        };
        Ok(rows.into_iter().filter_map(read).map(supplement).collect())
    }
}

/// What is read of an agreement: as [`Found`].
fn columns(agreement: &str, period: Period, rule: &SigningRule) -> String {
    let (amount, date) = (amount(rule), date(rule));
    let rough = is_rough(&format!("{agreement}.{date}"), period);
    format!(
        "json_array(hex({agreement}.id), {agreement}.{amount}, {agreement}.{amount}_currency, \
           {agreement}.rate, {agreement}.{amount}_mark IS NOT NULL, \
           iif({agreement}.{date}_precision IN ('day', 'ten_day', 'month'), \
             CAST(substr({agreement}.{date}, 6, 2) AS INTEGER), NULL), {rough})"
    )
}

/// Whether an agreement signed by the end of the period counts by itself; the
/// values are those of [`binds`].
fn counts(agreement: &str, rule: &SigningRule) -> String {
    let date = date(rule);
    let places = (3..3 + rule.counted_types.len()).map(|place| format!("?{place}"));
    let places: Vec<String> = places.collect();
    format!(
        "{agreement}.deleted = 0 AND {agreement}.{date} < ?2 \
         AND {agreement}.agreement_type IN ({}) \
         AND NOT (coalesce({agreement}.voided, 0) \
           AND coalesce({agreement}.void_date, '') < ?2)",
        places.join(", ")
    )
}

/// The first day of the period and that behind it, and the types that count.
fn binds(period: Period, rule: &SigningRule) -> Vec<String> {
    let mut binds = super::span(period);
    binds.extend(rule.counted_types.iter().cloned());
    binds
}

/// The amount's column is one of the kind's own names, never free text.
fn amount(rule: &SigningRule) -> &'static str {
    suoji_model::kinds::AGREEMENT
        .field(&rule.amount_field)
        .map_or("contract_capital", |field| field.name)
}

/// So is the date's.
fn date(rule: &SigningRule) -> &'static str {
    suoji_model::kinds::AGREEMENT
        .field(&rule.date_field)
        .map_or("sign_date", |field| field.name)
}

/// Id in hexadecimal, amount, currency, rate, whether it is marked, month,
/// whether the date is rough.
type Found = (
    String,
    Option<i64>,
    Option<String>,
    Option<i64>,
    u8,
    Option<u32>,
    u8,
);

type FoundProject = (
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    String,
    String,
    u8,
);

fn read((id, minor, currency, rate, marked, month, rough): Found) -> Option<SignedRow> {
    let money = minor.zip(currency.as_deref().and_then(Currency::parse));
    let fen = money.and_then(|(minor, currency)| Money { minor, currency }.in_fen(rate));
    Some(SignedRow {
        agreement: super::id(&id)?,
        fen,
        approximate: marked == 1 && fen.is_some(),
        month,
        rough: rough != 0,
    })
}
