//! The payments of a period.

use suoji_model::Period;
use uuid::Uuid;

use super::{FoundMoney, OWN, UNDECIDED, fen, id, is_rough, span};
use crate::desk::Desk;
use crate::error::Result;

/// An instalment paid in the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentRow {
    /// The payment.
    pub payment: Uuid,
    /// How far its recognition went.
    pub state: Option<String>,
    /// The kind of funds.
    pub fund_kind: Option<String>,
    /// What was paid, in fen.
    pub paid_fen: Option<i64>,
    /// Whether that is approximate.
    pub paid_approximate: bool,
    /// Whether an amount was recognised, of whatever currency.
    pub recognised: bool,
    /// What was recognised, in fen.
    pub recognised_fen: Option<i64>,
    /// Whether that is approximate.
    pub recognised_approximate: bool,
    /// The month, when the date says.
    pub month: Option<u32>,
    /// Whether its date is so rough that it may lie behind the period.
    pub rough: bool,
    /// Whether it may be another's repetition, which nobody decided yet.
    pub undecided: bool,
}

type Found = (
    String,
    Option<String>,
    Option<String>,
    FoundMoney,
    FoundMoney,
    Option<i64>,
    (u8, u8),
    Option<u32>,
    (u8, u8),
);

impl Desk {
    /// The payments of `period`; what was found a voucher entered twice is
    /// none, nor is what was paid into a project that was taken away.
    pub async fn payments(&self, period: Period) -> Result<Vec<PaymentRow>> {
        let rough = is_rough("r.paid_date", period);
        let sql = format!(
            "SELECT json_group_array(json_array(hex(r.id), r.state, r.fund_kind, \
               json_array(r.paid_in, r.paid_in_currency), \
               json_array(r.recognised_amount, r.recognised_amount_currency), r.rate, \
               json_array(r.paid_in IS NOT NULL AND r.paid_in_mark IS NOT NULL, \
                 r.recognised_amount IS NOT NULL AND r.recognised_amount_mark IS NOT NULL), \
               iif(r.paid_date_precision IN ('day', 'ten_day', 'month'), \
                 CAST(substr(r.paid_date, 6, 2) AS INTEGER), NULL), \
               json_array({rough}, {UNDECIDED}))) FROM payment AS r \
             WHERE r.deleted = 0 AND r.paid_date >= ?1 AND r.paid_date < ?2 AND {OWN} \
               AND NOT EXISTS (SELECT 1 FROM project AS p WHERE p.id = r.project AND p.deleted)"
        );
        let rows: Vec<Found> = self.rows(sql, span(period)).await?;
        let read = |row: Found| {
            let (payment, state, fund_kind, paid, recognised, rate, marked, month, is) = row;
            Some(PaymentRow {
                payment: id(&payment)?,
                state,
                fund_kind,
                paid_fen: fen(&paid, rate),
                paid_approximate: marked.0 != 0,
                recognised: recognised.0.is_some(),
                recognised_fen: fen(&recognised, rate),
                recognised_approximate: marked.1 != 0,
                month,
                rough: is.0 != 0,
                undecided: is.1 != 0,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }
}
