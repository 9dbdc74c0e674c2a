//! The rows behind the year's signing figures.

use sqlx::Row;
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
        let types = serde_json::json!(rule.counted_types).to_string();
        // The amount's column is one of the kind's own names, never free text.
        let amount = suoji_model::kinds::AGREEMENT
            .field(&rule.amount_field)
            .map_or("contract_capital", |field| field.name);
        let sql = format!(
            "SELECT id, minor, currency, mark, rate, sign_date, sign_date_precision FROM ( \
               SELECT a.id, a.{amount} AS minor, a.{amount}_currency AS currency, \
                 a.{amount}_mark AS mark, a.rate, a.sign_date, a.sign_date_precision, \
                 row_number() OVER (PARTITION BY CASE p.same_verdict WHEN 'same' \
                   THEN p.suspected_same_as ELSE p.id END ORDER BY a.sign_date, a.id) AS place \
               FROM agreement AS a JOIN project AS p ON p.id = a.project \
               WHERE a.deleted = 0 AND p.deleted = 0 AND a.sign_date < ?2 \
                 AND a.agreement_type IN (SELECT value FROM json_each(?3)) \
                 AND NOT (coalesce(a.voided, 0) AND coalesce(a.void_date, '') < ?2) \
                 AND (p.suspected_same_as IS NULL OR p.same_verdict IN ('same', 'different')) \
             ) WHERE place = 1 AND sign_date >= ?1 ORDER BY sign_date, id"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(format!("{year:04}-01-01"))
            .bind(format!("{:04}-01-01", year + 1))
            .bind(types)
            .fetch_all(self.readers())
            .await
            .map_err(|error| self.failed(error))?;
        Ok(rows.iter().map(read).collect())
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

fn read(row: &sqlx::sqlite::SqliteRow) -> SignedRow {
    let currency: Option<String> = row.get("currency");
    let currency = currency.as_deref().and_then(Currency::parse);
    let fen = match (row.get::<Option<i64>, _>("minor"), currency) {
        (Some(minor), Some(currency)) => Money { minor, currency }.in_fen(row.get("rate")),
        _ => None,
    };
    let date: String = row.get("sign_date");
    let precision: String = row.get("sign_date_precision");
    let month = match precision.as_str() {
        "day" | "ten_day" | "month" => date.get(5..7).and_then(|month| month.parse().ok()),
        _ => None,
    };
    SignedRow {
        agreement: row.get("id"),
        fen,
        approximate: row.get::<Option<String>, _>("mark").is_some() && fen.is_some(),
        month,
    }
}
