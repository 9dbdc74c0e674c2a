//! Fields that users added, as SQL expressions: their values lie in one JSON
//! column, each as its cell's JSON.

use serde_json::Value as Json;
use sqlx::SqliteConnection;
use suoji_model::kinds::{EXTRA_PREFIX, extra_shape};
use suoji_model::{PartialDate, Shape, decimal};
use uuid::Uuid;

use crate::error::{Error, Result};

/// Digits after the point by which numbers are compared.
const DECIMALS: u8 = 4;

/// An extra field in a statement about rows named `r`.
pub(crate) struct Extra {
    id: Uuid,
    name: String,
}

/// What an extra field is compared with.
pub(crate) enum Compared {
    /// The text of a text or a choice.
    Text(String),
    /// A number or an amount, in 1/10 000.
    Number(i64),
    /// The first day of a date, and the first day after it.
    Date(String, String),
}

impl Extra {
    /// The extra field of that name; `None` when it is none.
    pub(crate) fn of(name: &str) -> Result<Option<Self>> {
        let Some(id) = name.strip_prefix(EXTRA_PREFIX) else {
            return Ok(None);
        };
        let id = Uuid::parse_str(id).map_err(|_| Error::BadQuery(name.to_owned()))?;
        let name = format!("{EXTRA_PREFIX}{id}");
        Ok(Some(Self { id, name }))
    }

    /// Its value, or one member of it; NULL when blank.
    fn member(&self, member: &str) -> String {
        format!("(r.extra ->> '$.\"{}\"{member}')", self.name)
    }

    /// What stands in it; NULL when blank or absent.
    pub(crate) fn whole(&self) -> String {
        format!(
            "iif({} IS NULL, {}, NULL)",
            self.member(".absent"),
            self.member("")
        )
    }

    /// Whether anything stands in it, be it why there is no value.
    pub(crate) fn stands(&self) -> String {
        format!("{} IS NOT NULL", self.member(""))
    }

    /// The shape that its users gave it; `None` when it is not there.
    pub(crate) async fn shape(
        &self,
        connection: &mut SqliteConnection,
    ) -> Result<Option<Shape>, sqlx::Error> {
        let shape: Option<String> =
            sqlx::query_scalar("SELECT shape FROM extra_field WHERE id = ?")
                .bind(self.id)
                .fetch_optional(connection)
                .await?;
        Ok(shape.as_deref().and_then(extra_shape))
    }

    /// What it shows as text.
    pub(crate) fn shown(&self) -> String {
        let [amount, number, date] = [".amount", ".number", ".date"].map(|at| self.member(at));
        let whole = self.whole();
        format!("coalesce({amount}, {number}, {date}, {whole})")
    }

    /// A number or an amount, in 1/10 000; NULL for anything else.
    pub(crate) fn number(&self) -> String {
        let [amount, number] = [".amount", ".number"].map(|at| self.member(at));
        format!(
            "CAST(round(coalesce({amount}, {number}) * 1{:0>width$}) AS INTEGER)",
            "",
            width = usize::from(DECIMALS)
        )
    }

    /// The first day of a date; NULL for anything else.
    pub(crate) fn first_day(&self) -> String {
        let date = self.member(".date");
        let year = format!("substr({date}, 1, 4)");
        format!(
            "CASE substr({date}, 6) WHEN '' THEN {year} || '-01-01' \
             WHEN 'H1' THEN {year} || '-01-01' WHEN 'H2' THEN {year} || '-07-01' \
             WHEN 'Q1' THEN {year} || '-01-01' WHEN 'Q2' THEN {year} || '-04-01' \
             WHEN 'Q3' THEN {year} || '-07-01' WHEN 'Q4' THEN {year} || '-10-01' \
             ELSE replace(replace(replace(substr({date} || '-01', 1, 10), \
               '-T1', '-01'), '-T2', '-11'), '-T3', '-21') END"
        )
    }

    /// What it is sorted by.
    pub(crate) fn sort_key(&self) -> String {
        let (number, day, whole) = (self.number(), self.first_day(), self.whole());
        format!("coalesce({number}, {day}, {whole})")
    }

    /// Reads what a filter compares it with.
    pub(crate) fn compared(&self, value: &Json) -> Result<Compared> {
        let wrong = || Error::BadQuery(self.name.clone());
        if let Some(text) = value.as_str() {
            return Ok(Compared::Text(text.to_owned()));
        }
        let member = |name: &str| value.get(name).and_then(Json::as_str);
        if let Some(date) = member("date") {
            let date = PartialDate::parse(date).ok_or_else(wrong)?;
            let (start, end) = (date.start().to_string(), date.end().to_string());
            return Ok(Compared::Date(start, end));
        }
        let number = member("amount").or(member("number")).ok_or_else(wrong)?;
        let number = decimal::parse(number, DECIMALS).ok_or_else(wrong)?;
        Ok(Compared::Number(number))
    }
}
