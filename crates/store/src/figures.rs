//! The rows behind the year's signing figures.

use suoji_model::rule::SigningRule;
use suoji_model::{Currency, Money};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::Result;

/// The first counted agreement of a project signed in the year.
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
}

/// All rows of a year.
pub type SigningSet = Vec<SignedRow>;

impl Desk {
    /// The projects signed in `year` under `rule`, each by its first counted
    /// agreement.
    ///
    /// An agreement counts when its type does, it is not in the bin, not
    /// voided by the year's end, and its project is not suspected to repeat
    /// another; a project found to be the same as another counts as that one.
    pub async fn signed(&self, year: i32, rule: &SigningRule) -> Result<SigningSet> {
        let places: Vec<String> = (3..3 + rule.counted_types.len())
            .map(|place| format!("?{place}"))
            .collect();
        let places = places.join(", ");
        // The amount's column is one of the kind's own names, never free text.
        let amount = suoji_model::kinds::AGREEMENT
            .field(&rule.amount_field)
            .map_or("contract_capital", |field| field.name);
        let counts = |agreement: &str| {
            format!(
                "{agreement}.deleted = 0 AND {agreement}.sign_date < ?2 \
                 AND {agreement}.agreement_type IN ({places}) \
                 AND NOT (coalesce({agreement}.voided, 0) \
                   AND coalesce({agreement}.void_date, '') < ?2)"
            )
        };
        // From the year's own rows outwards: for each, whether the project it
        // counts for (its own, or the one it was found to be the same as) has
        // an earlier counted agreement, by itself or through another project
        // found to be the same. The rows come as one text: a year may have
        // tens of thousands, and each on its own costs more than finding it.
        let (a, e) = (counts("a"), counts("e"));
        let sql = format!(
            "SELECT json_group_array(json_array(hex(a.id), a.{amount}, a.{amount}_currency, \
               a.rate, a.{amount}_mark IS NOT NULL, \
               iif(a.sign_date_precision IN ('day', 'ten_day', 'month'), \
                 CAST(substr(a.sign_date, 6, 2) AS INTEGER), NULL))) \
             FROM agreement AS a JOIN project AS p ON p.id = a.project \
             WHERE a.sign_date >= ?1 AND {a} AND p.deleted = 0 \
               AND (p.suspected_same_as IS NULL OR p.same_verdict IN ('same', 'different')) \
               AND NOT EXISTS (SELECT 1 FROM agreement AS e \
                 WHERE e.project = iif(p.same_verdict = 'same', p.suspected_same_as, p.id) \
                   AND (e.sign_date, e.id) < (a.sign_date, a.id) AND {e} \
                   AND (p.same_verdict IS NOT 'same' OR EXISTS (SELECT 1 FROM project AS q \
                     WHERE q.id = e.project AND q.deleted = 0 \
                       AND (q.suspected_same_as IS NULL OR q.same_verdict = 'different')))) \
               AND (NOT (SELECT EXISTS (SELECT 1 FROM project \
                   WHERE suspected_same_as IS NOT NULL AND same_verdict = 'same')) \
                 OR NOT EXISTS (SELECT 1 FROM project AS q JOIN agreement AS e ON e.project = q.id \
                   WHERE q.suspected_same_as \
                       = iif(p.same_verdict = 'same', p.suspected_same_as, p.id) \
                     AND q.same_verdict = 'same' AND q.deleted = 0 \
                     AND (e.sign_date, e.id) < (a.sign_date, a.id) AND {e}))"
        );
        let mut query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .bind(format!("{year:04}-01-01"))
            .bind(format!("{:04}-01-01", year + 1));
        for counted in &rule.counted_types {
            query = query.bind(counted);
        }
        let text: String = query
            .fetch_one(self.readers())
            .await
            .map_err(|error| self.failed(error))?;
        let rows: Vec<Found<'_>> = serde_json::from_str(&text)
            .map_err(|error| self.failed(sqlx::Error::Decode(Box::new(error))))?;
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// The years in which agreements were signed, newest first.
    pub async fn years(&self) -> Result<Vec<i32>> {
        sqlx::query_scalar(
            "SELECT DISTINCT CAST(substr(sign_date, 1, 4) AS INTEGER) AS year FROM agreement \
             WHERE deleted = 0 AND sign_date IS NOT NULL ORDER BY year DESC",
        )
        .fetch_all(self.readers())
        .await
        .map_err(|error| self.failed(error))
    }
}

/// Id in hexadecimal, amount, currency, rate, whether it is marked, month.
type Found<'t> = (
    &'t str,
    Option<i64>,
    Option<&'t str>,
    Option<i64>,
    u8,
    Option<u32>,
);

fn read((id, minor, currency, rate, marked, month): Found<'_>) -> Option<SignedRow> {
    let money = minor.zip(currency.and_then(Currency::parse));
    let fen = money.and_then(|(minor, currency)| Money { minor, currency }.in_fen(rate));
    Some(SignedRow {
        agreement: Uuid::parse_str(id).ok()?,
        fen,
        approximate: marked == 1 && fen.is_some(),
        month,
    })
}
