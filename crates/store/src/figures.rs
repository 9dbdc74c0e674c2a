//! The rows behind the figures, a module for each ledger. What counts under
//! which rule is decided above; here stand only the rows that may.

mod carriers;
mod chains;
mod key_projects;
mod leads;
mod payments;
mod signed;
mod visits;

use serde::de::DeserializeOwned;
use suoji_model::{Currency, Money, Period};
use uuid::Uuid;

pub use self::carriers::{LeaseRow, ParcelRow, UnitRow};
pub use self::chains::{ChainLead, ChainProject, ChainVisit};
pub(crate) use self::key_projects::OPEN as OPEN_LISTING;
pub use self::key_projects::{KeyRow, PhaseRow};
pub use self::leads::{LeadChecks, LeadRow};
pub use self::payments::PaymentRow;
pub(crate) use self::signed::OPEN;
pub use self::signed::{SignedProject, SignedRow, SigningSet, SupplementRow};
pub use self::visits::VisitRow;
use crate::desk::Desk;
use crate::error::Result;

/// A record that was not found to repeat another. `r` is the record's table.
const OWN: &str = "(r.suspected_same_as IS NULL OR r.same_verdict IS NOT 'same')";

/// Whether nobody decided yet if such a record repeats another: it does not
/// count until then.
pub(crate) const UNDECIDED: &str =
    "r.suspected_same_as IS NOT NULL AND r.same_verdict IS NOT 'different'";

/// `same (id, root)`: what a project that was found to be the same as another
/// counts as, also when that one was found to be the same as a third. Of
/// projects that name each other it is the first.
const SAME: &str = "up (id, at, more) AS ( \
     SELECT q.id, q.suspected_same_as, t.same_verdict IS 'same' AND t.suspected_same_as IS NOT NULL \
     FROM project AS q JOIN project AS t ON t.id = q.suspected_same_as \
     WHERE q.suspected_same_as IS NOT NULL AND q.same_verdict = 'same' \
     UNION SELECT up.id, t.suspected_same_as, \
       n.same_verdict IS 'same' AND n.suspected_same_as IS NOT NULL \
     FROM up JOIN project AS t ON t.id = up.at JOIN project AS n ON n.id = t.suspected_same_as \
     WHERE up.more), \
   same (id, root) AS MATERIALIZED ( \
     SELECT id, coalesce(max(iif(more, NULL, at)), min(at)) FROM up GROUP BY id)";

/// What project `p` counts as, under [`SAME`].
const COUNTS_AS: &str =
    "iif(p.same_verdict = 'same', (SELECT root FROM same WHERE same.id = p.id), p.id)";

/// The days, or the year, by which records count.
const DATED: &[(&str, &str)] = &[
    ("agreement", "sign_date"),
    ("agreement", "review_date"),
    ("lead", "reported_at"),
    ("visit", "visit_date"),
    ("payment", "paid_date"),
    ("key_project", "plan_year"),
    ("key_project", "completion_date"),
    ("key_project", "production_date"),
];

/// An amount as JSON carries it out of the database: hundredths and currency.
type FoundMoney = (Option<i64>, Option<String>);

impl Desk {
    /// The rows of a statement that gives one JSON array of arrays.
    async fn rows<T: DeserializeOwned>(&self, sql: String, binds: Vec<String>) -> Result<Vec<T>> {
        let mut query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql));
        for bind in binds {
            query = query.bind(bind);
        }
        let text: String = query
            .fetch_one(self.readers())
            .await
            .map_err(|error| self.failed(error))?;
        serde_json::from_str(&text)
            .map_err(|error| self.failed(sqlx::Error::Decode(Box::new(error))))
    }

    /// The years of which something is recorded, newest first.
    pub async fn years(&self) -> Result<Vec<i32>> {
        let dated = DATED.iter().map(|(kind, day)| {
            format!(
                "SELECT CAST(substr({day}, 1, 4) AS INTEGER) AS year FROM {kind} \
                 WHERE deleted = 0 AND {day} IS NOT NULL"
            )
        });
        let dated: Vec<String> = dated.collect();
        let sql = format!("{} ORDER BY year DESC", dated.join(" UNION "));
        sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .fetch_all(self.readers())
            .await
            .map_err(|error| self.failed(error))
    }

    /// Whether something is recorded that stands in every year: a factory unit
    /// or a parcel.
    pub async fn has_sites(&self) -> Result<bool> {
        sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM factory_unit WHERE deleted = 0) \
               OR EXISTS (SELECT 1 FROM parcel WHERE deleted = 0)",
        )
        .fetch_one(self.readers())
        .await
        .map_err(|error| self.failed(error))
    }

    /// The value of an indicator of a year that somebody entered, scaled by
    /// 10^6.
    pub async fn indicator(&self, name: &str, year: i32) -> Result<Option<i64>> {
        sqlx::query_scalar(
            "SELECT value FROM indicator_value WHERE deleted = 0 AND indicator = ? AND year = ? \
             AND coalesce(basis, 'actual') = 'actual' AND value IS NOT NULL \
             ORDER BY version DESC LIMIT 1",
        )
        .bind(name)
        .bind(year)
        .fetch_optional(self.readers())
        .await
        .map_err(|error| self.failed(error))
    }
}

/// An id out of `hex(column)`, which is empty for a null.
fn id(hex: &str) -> Option<Uuid> {
    Uuid::parse_str(hex).ok()
}

/// An amount in fen.
fn fen((minor, currency): &FoundMoney, rate: Option<i64>) -> Option<i64> {
    let currency = currency.as_deref().and_then(Currency::parse)?;
    let minor = (*minor)?;
    Money { minor, currency }.in_fen(rate)
}

/// The first day of a period, `?1`, and the first behind it, `?2`.
fn span(period: Period) -> Vec<String> {
    vec![period.first(), period.after()]
}

/// The last day that a date in column `day` may mean, by its precision: a
/// lease to 2023年12月 holds until the last day of that month.
fn last_day(day: &str) -> String {
    format!(
        "CASE {day}_precision \
           WHEN 'ten_day' THEN iif(substr({day}, 9) = '21', \
             date({day}, 'start of month', '+1 month', '-1 day'), date({day}, '+9 days')) \
           WHEN 'month' THEN date({day}, '+1 month', '-1 day') \
           WHEN 'quarter' THEN date({day}, '+3 months', '-1 day') \
           WHEN 'half_year' THEN date({day}, '+6 months', '-1 day') \
           WHEN 'year' THEN date({day}, '+1 year', '-1 day') \
           ELSE {day} END"
    )
}

/// Whether a date within a period, of which `?2` is the first day behind it,
/// may lie behind it as well: 下半年 may be December, and a year any day of it.
fn is_rough(day: &str, period: Period) -> String {
    match period.is_whole() {
        true => "0".to_owned(),
        false => format!("coalesce({day} < ?2 AND {} >= ?2, 0)", last_day(day)),
    }
}
