//! Which records a query finds, without their values.

use sqlx::{QueryBuilder, Row};
use suoji_model::Kind;
use uuid::Uuid;

use crate::conditions::Conditions;
use crate::desk::Desk;
use crate::error::Result;
use crate::query::Query;

impl Desk {
    /// Every record that `query` finds and its version, in the order of ids;
    /// order, offset and limit of the query do not count.
    pub async fn matching(&self, kind: &'static Kind, query: &Query) -> Result<Vec<(Uuid, i64)>> {
        let mut sql = QueryBuilder::new(format!("SELECT r.id, r.version FROM {} AS r", kind.name));
        let reader = self.readers().acquire().await;
        let mut reader = reader.map_err(|error| self.failed(error))?;
        let conditions = Conditions::of(self, &mut reader, kind, query).await?;
        conditions.push_to(&mut sql);
        sql.push(" ORDER BY r.id");
        let rows = sql.build().fetch_all(&mut *reader).await;
        let rows = rows.map_err(|error| self.failed(error))?;
        rows.iter()
            .map(|row| Ok((row.try_get("id")?, row.try_get("version")?)))
            .collect::<Result<_, sqlx::Error>>()
            .map_err(|error| self.failed(error))
    }
}
