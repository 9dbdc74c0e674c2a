//! Where what stands in one field of a list ends or begins again, as Ctrl and
//! an arrow ask in a spreadsheet.

use std::collections::HashSet;

use sqlx::QueryBuilder;
use suoji_model::Kind;
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::expression::field;
use crate::extra::Extra;
use crate::query::Query;
use crate::reading::Reading;

impl Desk {
    /// The place to which one jumps from `from` in the list that `query` asks
    /// for a page of, down or `back` up: among cells of `name` that hold
    /// something to the last of them, else to the next that holds something,
    /// and where there is none to the list's end. Why a value is absent is
    /// something too. Errors: [`Error::BadQuery`].
    pub async fn border(
        &self,
        kind: &'static Kind,
        query: &Query,
        name: &str,
        from: u64,
        back: bool,
    ) -> Result<u64> {
        let holds = match Extra::of(name)? {
            Some(extra) => extra.stands(),
            None => {
                let field = field(kind, name)?;
                match field.shape.takes_marks() {
                    true => format!("coalesce({name}, {name}_mark) IS NOT NULL"),
                    false => format!("{name} IS NOT NULL"),
                }
            }
        };
        let _alone = self.lists.reading.lock().await;
        let failed = |error| self.failed(error);
        let mut transaction = self.readers().begin().await.map_err(failed)?;
        let mut reading = Reading::begin(self, &mut transaction, kind, query).await?;
        let ids = reading.order().await?;
        let sql = format!(
            "SELECT coalesce(group_concat(hex(id), ''), '') FROM {} AS r WHERE {holds}",
            kind.name
        );
        let text: String = QueryBuilder::new(sql)
            .build_query_scalar()
            .fetch_one(reading.connection())
            .await
            .map_err(failed)?;
        let held = text.as_bytes().chunks(32);
        let held: HashSet<Uuid> = held
            .filter_map(|id| Uuid::try_parse_ascii(id).ok())
            .collect();
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        if from >= ids.len() {
            return Err(Error::BadQuery(name.to_owned()));
        }
        Ok(jump(ids.len(), from, back, |at| held.contains(&ids[at])) as u64)
    }
}

/// Where a jump ends among `count` places.
fn jump(count: usize, from: usize, back: bool, holds: impl Fn(usize) -> bool) -> usize {
    let next = |at: usize| match back {
        true => at.checked_sub(1),
        false => Some(at + 1).filter(|at| *at < count),
    };
    let Some(first) = next(from) else {
        return from;
    };
    let mut at = first;
    if holds(from) && holds(first) {
        while let Some(further) = next(at).filter(|at| holds(*at)) {
            at = further;
        }
        return at;
    }
    while !holds(at) {
        match next(at) {
            Some(further) => at = further,
            None => break,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jumps_end_where_something_ends_or_begins() {
        let list: Vec<char> = "xxx..x..".chars().collect();
        let to = |from, back| jump(list.len(), from, back, |at| list[at] == 'x');
        let down: Vec<usize> = (0..8).map(|from| to(from, false)).collect();
        assert_eq!(down, [2, 2, 5, 5, 5, 7, 7, 7]);
        let up: Vec<usize> = (0..8).map(|from| to(from, true)).collect();
        assert_eq!(up, [0, 0, 0, 2, 2, 2, 5, 5]);
    }
}
